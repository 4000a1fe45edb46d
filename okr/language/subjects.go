package language

// subjects are the themes that the code asks for. Those of a lexicon that has one of
// them not are empty.
type subjects struct {
	beat, contend                                                                                                                                                                                       themes // words of comparison
	each, staff                                                                                                                                                                                         themes
	field, namedGoal, holders                                                                                                                                                                           themes // names of fields of a form; what is said of who holds one
	vanity, output                                                                                                                                                                                      themes
	putOut, qualityOf                                                                                                                                                                                   themes
	anyPay, link                                                                                                                                                                                        themes
	productPay, productFavours                                                                                                                                                                          themes // what looks like pay and like favours, and belongs to a product
	needsObject, pace                                                                                                                                                                                   themes
	income, favour, career, promote, judging, judgingWeak, hr, sack, money, pay, payStrict, payTail, payProcess, yearly, score, scored, getsIt, receive                                                 themes // what people get and how they are judged
	human, peopleAtWork, anybody, everyone, nobody, noneOf, unit, team, outsider, whoever, whose, whoAsks, rolesShort, common, divided, single, personal, ownOnly, headCount, apiece, forWhom, identity themes // who they are
	okr, aim, worth, pointsBack, colours, cascade, adopt, down, chosen, holdsNow, strike                                                                                                                themes // goals
	tie, cond, untied, denial, refuse, keeps, keepsAway                                                                                                                                                 themes // what ties one thing to another
	anyUse, attention, productPromote, vanityStrict                                                                                                                                                     themes // others
	sackWeak, undergoes, tells                                                                                                                                                                          themes // what needs a person to be about one; what nobody asks of each; what says what a goal is about
	// Sets of several.
	heads   themes // those of the staff who can be counted by head
	anyone  themes // those who work here, one by one
	goals   themes // objectives, key results and what people call them
	hanging themes // what can hang on a goal
	byHead  themes // what counts people one by one
	judged  themes // what is said of whom a goal is taken to judge
}

// nameSubjects finds the themes that the code asks for.
func (l *lexicon) nameSubjects() {
	t := l.themes
	all := func(names ...string) (set themes) {
		for _, name := range names {
			set.add(t[name])
		}
		return set
	}
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
		income: t["income"], favour: t["favour"], career: t["career"], promote: t["promote"],
		judging: t["judging"], judgingWeak: t["judging-weak"], hr: t["hr"],
		sack: t["sack"], money: t["money"], pay: t["pay"], payStrict: t["pay-strict"],
		payTail: t["pay-tail"], payProcess: t["pay-process"], yearly: t["yearly"], score: t["score"],
		scored: t["scored"], getsIt: t["gets-it"], receive: t["receive"],
		human: t["human"], peopleAtWork: t["people-at-work"], anybody: t["anybody"],
		everyone: t["everyone"], nobody: t["nobody"], noneOf: t["none-of"], unit: t["unit"],
		team: t["team"], outsider: t["outsider"], whoever: t["whoever"], whose: t["whose"],
		whoAsks: t["who-asks"], rolesShort: t["roles-short"], common: t["common"], divided: t["divided"],
		single: t["single"], personal: t["personal"], ownOnly: t["own-only"], headCount: t["head-count"],
		apiece: t["apiece"], forWhom: t["for-whom"],
		identity: t["identity"],
		okr:      t["okr"], aim: t["aim"], worth: t["worth"], pointsBack: t["points-back"],
		colours: t["colours"], cascade: t["cascade"], adopt: t["adopt"], down: t["down"],
		chosen: t["chosen"], holdsNow: t["holds-now"], strike: t["strike"],
		tie: t["tie"], cond: t["cond"], untied: t["untied"], denial: t["denial"],
		refuse: t["refuse"], keeps: t["keeps"], keepsAway: t["keeps-away"],
		anyUse: t["any-use"], attention: t["attention"], productPromote: t["product-promote"], vanityStrict: t["vanity-strict"],
		sackWeak: t["sack-weak"], undergoes: t["undergoes"], tells: t["tells"],
		heads:   all("staff", "workers", "people-at-work"),
		anyone:  all("staff", "workers", "people-at-work", "human"),
		goals:   all("named-goal", "okr"),
		hanging: all("judging-weak", "income", "hr", "favour", "career", "judging", "sack", "sack-weak", "money"),
		byHead:  all("each", "head-count", "apiece", "down"),
		judged:  all("judge", "answerable", "alone"),
	}
}
