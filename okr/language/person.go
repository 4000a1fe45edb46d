package language

import "strings"

// persons finds what points at one person: handles, addresses, names.
func (r *reading) persons(where scope) {
	if r.seen.kinds&(1<<handleToken|1<<emailToken) == 0 && !r.seen.capital {
		return
	}
	if r.seen.kinds&(1<<handleToken|1<<emailToken) != 0 && r.handles(where) {
		return
	}
	for i := range r.tokens {
		if r.tokens[i].caps != initialCap {
			continue // neither a name nor a form of address
		}
		if n := r.personAt(i, where); n > 0 {
			evidence := []int{i, i + n - 1}
			r.sign(PersonInText, "name", Likely, Warning, evidence[:min(n, 2)]...)
			return
		}
	}
}

// handles finds @name and addresses of mail, and reports whether there are any.
func (r *reading) handles(where scope) bool {
	for i := range r.tokens {
		t := &r.tokens[i]
		switch t.kind {
		case handleToken:
			if !r.knownName(i) {
				r.sign(PersonInText, "handle", Certain, r.personSeverity(where), i)
				return true
			}
		case emailToken:
			if !r.teamMailbox(t) {
				r.sign(PersonInText, "address", Certain, r.personSeverity(where), i)
				return true
			}
		}
	}
	return false
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

// knownName reports whether the organisation's own files explain the word.
func (r *reading) knownName(i int) bool {
	if len(r.names.known) == 0 {
		return false
	}
	t := &r.tokens[i]
	return r.names.known[string(r.lower[t.start:t.end])]
}

// beatsNamedTeam finds a comparison with a team of the register.
func (r *reading) beatsNamedTeam() {
	beat := r.lexicon.subjects.beat
	if len(r.names.teams) == 0 || !r.seen.theme.meets(beat) || r.signed(TeamCompetition) {
		return
	}
	for i := range r.tokens {
		if !r.tokens[i].theme.meets(beat) {
			continue
		}
		reach := r.rivalReach(i)
		for k := i + 1; k < len(r.tokens) && k <= i+reach && !r.tokens[k].first; k++ {
			if r.names.isTeam(r.lower[r.tokens[k].start:]) {
				r.sign(TeamCompetition, "beats-named-team", Certain, Warning, i, k)
				return
			}
		}
	}
}

// rivalReach is how many tokens behind a word of comparison the rival may stand; 0
// where nothing is compared: "rather than", "checked against the list".
func (r *reading) rivalReach(i int) int {
	const far, near = 5, 2
	t := &r.tokens[i]
	switch {
	case t.has(isVerb), r.lexicon.grammar.inflects:
		return far
	case !t.is(preposition), r.wordsIn(t) > 1: // better than
		return near
	}
	for k := i - 1; k >= i-4 && k >= 0 && !r.tokens[k+1].first; k-- {
		before := &r.tokens[k]
		switch {
		case t.is(fromWord): // against, versus
			if before.theme.meets(r.lexicon.subjects.contend) {
				return near
			}
		case before.is(comparative):
			return near
		}
	}
	return 0
}

// blame finds a person or "he", "she" together with failing.
func (r *reading) blame() {
	if r.seen.verb&blames == 0 && r.seen.mark&blameWord == 0 {
		return
	}
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
