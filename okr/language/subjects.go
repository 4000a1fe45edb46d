package language

// subjects are the themes that the code asks for. Those of a lexicon that has one of
// them not are empty.
type subjects struct {
	beat, contend              themes // words of comparison
	each, staff                themes
	field, namedGoal, holders  themes // names of fields of a form; what is said of who holds one
	vanity, output             themes
	putOut, qualityOf          themes
	anyPay, link               themes
	productPay, productFavours themes // what looks like pay and like favours, and belongs to a product
	needsObject, pace          themes
}

// nameSubjects finds the themes that the code asks for.
func (l *lexicon) nameSubjects() {
	t := l.themes
	l.subjects = subjects{
		beat: t["beat"], contend: t["contend"],
		each: t["each"], staff: t["staff"],
		field: t["field"], namedGoal: t["named-goal"],
		holders: t["field"].with(t["staff"]).with(t["human"]).with(t["personal"]),
		vanity:  t["vanity"], output: t["output"],
		putOut: t["put-out"], qualityOf: t["quality-of"],
		anyPay: t["pay"].with(t["pay-strict"]), link: t["link"],
		productPay: t["product-pay"], productFavours: t["product-pay"].with(t["product-promote"]),
		needsObject: t["needs-object"], pace: t["pace"],
	}
}
