package language

// counted says what a noun phrase counts or names.
type counted uint8

const (
	ofNothing counted = iota // an unknown noun, or none
	ofOwnWork                // what the team makes or does
	ofProject                // an undertaking: launch, migration
	ofStaff                  // the organisation's own people
	ofOthers                 // people outside, and what they do
	ofDeals                  // contracts and customers won, awards
	ofLevel                  // a measure
	ofTrouble                // defects, incidents
	ofPopulation
	ofQuality
)

// counts classifies a noun phrase by its head. A head in several classes is read
// by what stands around it.
func (r *reading) counts(p *phraseRange) counted {
	if p.head < 0 {
		return ofNothing
	}
	t := r.at(p.head)
	n := t.noun
	own := n&(artefactNoun|activityNoun) != 0
	switch {
	case r.outsiders(p) && n&(metricNoun|artefactNoun) == 0:
		return ofOthers
	case p.share && n&(personNoun|populationNoun|actNoun) != 0:
		return ofOthers
	case own && r.clause.classes&sells != 0:
		return ofDeals
	case n&artefactNoun != 0 && r.clause.classes&(mover|gains) != 0 && r.clause.classes&worker == 0 && r.madeByOthers(p):
		return ofOthers
	case own && n&(metricNoun|actNoun|dealNoun|personNoun|problemNoun|populationNoun) != 0:
		return r.ambiguous(p, n)
	case own:
		return ofOwnWork
	case n&metricNoun != 0:
		return ofLevel
	case n&problemNoun != 0:
		return ofTrouble
	case n&staffNoun != 0 && n&personNoun == 0:
		return ofStaff
	case n&staffNoun != 0:
		return r.staffOrOthers(p)
	case n&(actNoun|personNoun) != 0:
		return ofOthers
	case n&(dealNoun|awardNoun|moneyNoun) != 0:
		return ofDeals
	case n&projectNoun != 0 && n&populationNoun != 0 && t.isForm(formPlural) && !t.isForm(formSingular) && !p.share && r.percentAnywhere():
		return ofPopulation // "Deliveries without a correction: 19 of 20"
	case n&projectNoun != 0:
		return ofProject
	case n&populationNoun != 0:
		return ofPopulation
	case n&qualityNoun != 0:
		return ofQuality
	case r.madeModifier(p):
		return ofOwnWork
	}
	return ofNothing
}

// madeModifier reports that an unknown noun is called documented, recorded,
// tested: it was made.
func (r *reading) madeModifier(p *phraseRange) bool {
	for i := p.start; i < p.head; i++ {
		if t := r.at(i); t.has(isVerb) && t.isForm(formParticiple) && t.verb&makes != 0 && t.verb&(uses|gains|rises|falls) == 0 {
			return true
		}
	}
	return false
}

// outsiders reports a word that gives others a part in it: qualified demos.
func (r *reading) outsiders(p *phraseRange) bool {
	for i := p.start; i < p.head; i++ {
		if r.at(i).marked(outside) {
			return true
		}
	}
	return false
}

// madeByOthers reports things that others make: "partner plug-ins", "apps built
// by schools".
func (r *reading) madeByOthers(p *phraseRange) bool {
	for i := p.start; i < p.head; i++ {
		if t := r.at(i); t.ofNoun(personNoun) && !t.ofNoun(staffNoun) || r.at(i).marked(outside) {
			return true
		}
	}
	i := p.end
	if r.at(i).isForm(formParticiple) {
		i++
	}
	if r.seen.mark&mediaWord != 0 && r.at(i).is(preposition) {
		if in := r.nounPhrase(i+1, false); in.head >= 0 && r.at(in.head).marked(mediaWord) {
			return true // "articles in national newspapers"
		}
	}
	if !r.at(i).is(byWord | fromWord) {
		return false
	}
	by := r.nounPhrase(i+1, false)
	return by.head >= 0 && r.at(by.head).ofNoun(personNoun)
}

// ambiguous decides for nouns such as "call", "ticket", "review", "response":
// the team's own or somebody else's. The verb tells, else the modifiers.
func (r *reading) ambiguous(p *phraseRange, n uint32) counted {
	verb := r.clause.classes
	switch {
	case verb&worker != 0 && verb&(mover|gains) == 0:
		return ofOwnWork
	case r.ownModifier(p):
		return ofOwnWork
	case n&metricNoun != 0:
		return ofLevel
	case n&problemNoun != 0:
		return ofTrouble
	case n&(actNoun|personNoun) != 0:
		return ofOthers
	case n&dealNoun != 0:
		return ofDeals
	}
	return ofPopulation
}

// staffOrOthers decides for nouns such as "nurse" or "developer": people of the
// team's own where they are hired or trained.
func (r *reading) staffOrOthers(p *phraseRange) counted {
	if r.ownModifier(p) || r.clause.classes&hires != 0 {
		return ofStaff
	}
	if r.clause.classes&gains != 0 && p.quantity > 0 && r.quantities[p.quantity-1].flags&(isPercent|isBound) == 0 && r.lemma(r.clause.verb) == "sign up" {
		return ofStaff
	}
	return ofOthers
}

// ownModifier reports whether a phrase calls its noun new, drafted, recorded: a
// product of work.
func (r *reading) ownModifier(p *phraseRange) bool {
	for i := p.start; i < p.head; i++ {
		t := r.at(i)
		if t.is(own) || t.isForm(formParticiple) && t.verb&(makes|acts) != 0 && t.verb&uses == 0 || t.ofNoun(artefactNoun|activityNoun) && t.noun&(personNoun|actNoun) == 0 {
			return true
		}
	}
	return false
}
