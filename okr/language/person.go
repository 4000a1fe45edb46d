package language

import "strings"

// persons finds what points at one person: handles, addresses, names.
func (r *reading) persons(where scope) {
	if r.seen.kinds&(1<<handleToken|1<<emailToken) == 0 && r.seen.mark&firstName == 0 {
		return
	}
	for i := range r.tokens {
		t := &r.tokens[i]
		switch t.kind {
		case handleToken:
			if !r.knownName(i) {
				r.sign(PersonInText, "handle", Certain, r.personSeverity(where), i)
				return
			}
		case emailToken:
			if !r.teamMailbox(t) {
				r.sign(PersonInText, "address", Certain, r.personSeverity(where), i)
				return
			}
		}
	}
	for i := range r.tokens {
		if r.isFirstName(i) && r.actsAsPerson(i) {
			r.sign(PersonInText, "name", Likely, Warning, i)
			return
		}
	}
}

func (r *reading) personSeverity(where scope) Severity {
	if where == inNotes {
		return Warning
	}
	return Error
}

// teamMailbox reports addresses that several people read.
func (r *reading) teamMailbox(t *token) bool {
	name, _, _ := strings.Cut(string(r.lower[t.start:t.end]), "@")
	for _, box := range []string{"team", "support", "info", "hello", "contact", "help", "sales", "office", "service", "kontakt", "noreply", "no-reply", "press", "security", "jobs", "hr", "marketing", "billing", "feedback"} {
		if name == box || strings.HasPrefix(name, box+"-") || strings.HasSuffix(name, "-"+box) || strings.HasPrefix(name, box+".") || strings.HasSuffix(name, "."+box) {
			return true
		}
	}
	return r.names.known[name]
}

// isFirstName reports a capitalised first name that is not a known product or
// customer, nor a word at the beginning of a sentence (Mark, Bill).
func (r *reading) isFirstName(i int) bool {
	t := &r.tokens[i]
	if t.kind != wordToken || t.caps != initialCap || !t.marked(firstName) || r.knownName(i) {
		return false
	}
	return !t.first || t.verb == 0 && t.noun == 0 && t.word == 0
}

// actsAsPerson reports that a name stands where people stand: it owns something,
// does something, or work is done with or by it.
func (r *reading) actsAsPerson(i int) bool {
	next, before := r.at(i+1), r.at(i-1)
	if next.caps == initialCap && next.kind == wordToken && next.pos&isName != 0 {
		next = r.at(i + 2)
		if r.isPossessiveMark(i + 3) {
			return true
		}
	}
	switch {
	case r.isPossessiveMark(i+2) && r.at(i+1).isMark("'"):
		return true
	case next.is(modal | copula | auxiliary), next.has(isVerb) && next.isForm(formThird|formPast|formFinite):
		return true
	case next.is(andWord) && (r.isFirstName2(i+2) || r.at(i+2).is(article|pronoun)):
		return true
	case next.is(andWord|bound) || next.isMark(",.;:)(\n") || next == &nothing || next.is(preposition):
		return before.is(preposition|byWord|andWord) || before.isMark(":(-") || r.sentenceHas(i, r.lexicon.themes["field"])
	}
	return before.is(byWord) || before.isMark(":")
}

// isFirstName2 reports a second name after "and".
func (r *reading) isFirstName2(i int) bool {
	return i < len(r.tokens) && r.isFirstName(i)
}

// knownName reports whether the organisation's own files explain the word.
func (r *reading) knownName(i int) bool {
	if len(r.names.known) == 0 {
		return false
	}
	t := &r.tokens[i]
	return r.names.known[string(r.lower[t.start:t.end])]
}

// perPersonQuota finds activity that is counted by head of the staff: "each rep
// makes 40 calls", "30 calls per clerk", "commits per developer".
func (r *reading) perPersonQuota() {
	if r.signed(IndividualGoal) || r.hasPair() {
		return
	}
	each, staff := r.lexicon.themes["each"], r.lexicon.themes["staff"]
	for i := range r.tokens {
		if r.tokens[i].theme&each == 0 {
			continue
		}
		k := i + 1
		for k < i+4 && r.at(k).theme&staff == 0 && r.continues(k) {
			k++
		}
		if r.at(k).theme&staff == 0 || !r.at(k).has(isNoun) || r.at(k).isForm(formPlural) && !r.at(k).isForm(formSingular) || r.continues(k+1) && !r.at(k+1).has(isVerb) {
			continue
		}
		if q := r.quota(i, k); q != nil {
			r.sign(IndividualGoal, "quota-by-head", Likely, Warning, i, k, q.at)
			return
		}
		if n := r.activityBefore(i); n >= 0 && !r.anyWord(copula) {
			r.sign(IndividualGoal, "activity-by-head", Likely, Warning, n, i, k)
			return
		}
	}
}

// activityBefore is the activity that is counted right before "per developer" in
// a statement without a verb of its own, or -1.
func (r *reading) activityBefore(i int) int {
	if !r.tokens[i].is(perWord) || r.tokens[i].is(determiner) || r.clause.shape == shapeClause && !r.clause.passive {
		return -1
	}
	n := i - 1
	if r.at(n).isForm(formParticiple) && !r.at(n).has(isNoun) {
		n--
	}
	if t := r.at(n); t.has(isNoun) && t.isForm(formPlural) && (t.ofNoun(activityNoun) || t.theme&r.lexicon.themes["output"] != 0) {
		return n
	}
	return -1
}

// quota is the count that stands with "each rep" at the tokens i to k.
func (r *reading) quota(i, k int) *quantity {
	for n := range r.quantities {
		q := &r.quantities[n]
		if !q.measures() || q.flags&(isPercent|isDuration|isMoney|isUnit|isAtMost|isOutOf|isPoints) != 0 {
			continue
		}
		before := q.at < i && r.clause.shape == shapeOrder && r.clause.classes&(worker|serves) != 0
		after := q.at > k && q.at-k <= 4 && r.at(q.at-1).has(isVerb)
		if (before || after) && r.sameSentence(q.at, i) {
			return q
		}
	}
	return nil
}

// beatsNamedTeam finds a comparison with a team of the register.
func (r *reading) beatsNamedTeam() {
	beat := r.lexicon.themes["beat"]
	if len(r.names.teams) == 0 || r.seen.theme&beat == 0 || r.signed(TeamCompetition) {
		return
	}
	for i := range r.tokens {
		if r.tokens[i].theme&beat == 0 {
			continue
		}
		for k := i + 1; k < len(r.tokens) && k <= i+5 && !r.tokens[k].first; k++ {
			for _, team := range r.names.teams {
				if at := int(r.tokens[k].start); hasPrefixWord(r.lower[at:], team) {
					r.sign(TeamCompetition, "beats-named-team", Certain, Warning, i, k)
					return
				}
			}
		}
	}
}

// hasPrefixWord reports whether a text begins with a name that ends there.
func hasPrefixWord(text []byte, name string) bool {
	return len(text) >= len(name) && string(text[:len(name)]) == name && (len(text) == len(name) || !isLetter(text[len(name)]) && !isDigit(text[len(name)]))
}

// blame finds a person or "he", "she" together with failing.
func (r *reading) blame() {
	for i := range r.tokens {
		if !r.tokens[i].ofVerb(blames) && !r.tokens[i].marked(blameWord) {
			continue
		}
		for k := max(0, i-4); k < min(len(r.tokens), i+5); k++ {
			if r.tokens[k].marked(whomWord) || r.isFirstName(k) || r.tokens[k].kind == handleToken {
				r.sign(BlameInRetrospective, "person-failed", Likely, Warning, k, i)
				return
			}
		}
	}
}
