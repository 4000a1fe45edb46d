package language

import "strings"

// englishForms derives the surface forms of an English word. A phrase is
// inflected at its verb, which comes first, or at its last noun.
func englishForms(r *reader, lemma string, enter enterForm) {
	switch r.section.pos {
	case isVerb:
		englishVerbPhrase(r, lemma, enter)
	case isNoun:
		englishNoun(lemma, enter)
	default:
		enter(lemma, "", 0)
	}
}

func englishVerbPhrase(r *reader, lemma string, enter enterForm) {
	first, rest := lemma, ""
	if at := strings.IndexByte(lemma, ' '); at > 0 {
		first, rest = lemma[:at], lemma[at:]
	}
	r.behind = rest
	englishVerb(r, first, enter)
	if other := american(first); other != "" {
		englishVerb(r, other, enter)
	}
	r.behind = ""
}

func englishNoun(lemma string, enter enterForm) {
	stem, ending := englishPlural(lemma)
	if at := strings.Index(lemma, " of "); at > 0 {
		stem, ending = englishPlural(lemma[:at]) // letters of intent
		ending += lemma[at:]
	}
	enter(lemma, "", formSingular)
	enter(stem, ending, formPlural)
	if other := american(lemma); other != "" {
		stem, ending = englishPlural(other)
		enter(other, "", formSingular)
		enter(stem, ending, formPlural)
	}
	if at := strings.IndexByte(lemma, ' '); at > 0 && strings.LastIndexByte(lemma, ' ') == at {
		englishNoun(lemma[:at]+"-"+lemma[at+1:], enter) // case-study
	}
}

// american is the American spelling of a word that the lexicon has in the British
// one; empty where the two are the same.
func american(word string) string {
	for _, pair := range [...][2]string{{"ise", "ize"}, {"yse", "yze"}, {"isation", "ization"}, {"our", "or"}, {"programme", "program"}, {"centre", "center"}} {
		stem, ends := strings.CutSuffix(word, pair[0])
		if ends && len(stem) > 2 && !keepsSpelling(word) {
			return stem + pair[1]
		}
	}
	return ""
}

func keepsSpelling(word string) bool {
	switch word {
	case "raise", "exercise", "promise", "surprise", "supervise", "revise", "devise", "comprise", "advertise", "enterprise",
		"merchandise", "franchise", "expertise", "premise", "precise", "noise", "our", "hour", "four", "your", "tour", "pour", "sour":
		return true
	}
	return false
}

func englishVerb(r *reader, base string, enter enterForm) {
	enter(base, "", formBase)
	switch base {
	case "have":
		enter("has", "", formThird)
	case "be":
		enter("is", "", formThird)
	default:
		stem, ending := englishPlural(base) // the spelling is the same
		enter(stem, ending, formThird)
	}
	forms, known := r.irregular[base]
	if !known {
		forms = r.irregularByPrefix(base)
	}
	if len(forms.past) == 0 {
		stem, ending := regularPast(base)
		enter(stem, ending, formPast|formParticiple)
	}
	for _, surface := range forms.past {
		enter(surface, "", formPast)
	}
	for _, surface := range forms.participle {
		enter(surface, "", formParticiple)
	}
	for _, surface := range forms.ing {
		enter(surface, "", formIng)
	}
	if len(forms.ing) == 0 {
		stem, ending := regularIng(base)
		enter(stem, ending, formIng)
	}
}

// irregularByPrefix finds the irregular forms of a verb that a prefix made:
// rewrite, outgrow.
func (r *reader) irregularByPrefix(base string) irregular {
	for _, prefix := range [...]string{"re-", "pre-", "co-", "re", "over", "un", "out", "under"} {
		if stem, ok := strings.CutPrefix(base, prefix); ok {
			if of, irregular := r.irregular[stem]; irregular {
				return prefixed(prefix, of)
			}
		}
	}
	return irregular{}
}

func prefixed(prefix string, of irregular) irregular {
	add := func(words []string) []string {
		var out []string
		for _, word := range words {
			out = append(out, prefix+word)
		}
		return out
	}
	return irregular{past: add(of.past), participle: add(of.participle), ing: add(of.ing)}
}

// englishPlural is the plural of a noun as a stem and an ending; of a phrase the
// last word has it.
func englishPlural(base string) (stem, ending string) {
	last := base[strings.LastIndexByte(base, ' ')+1:]
	switch last {
	case "person":
		return base[:len(base)-6], "people"
	case "child":
		return base, "ren"
	case "man", "woman":
		return base[:len(base)-2], "en"
	case "analysis", "basis", "hypothesis", "crisis":
		return base[:len(base)-2], "es"
	case "curriculum":
		return base[:len(base)-2], "a"
	case "criterion":
		return base[:len(base)-2], "a"
	case "half", "shelf", "leaf":
		return base[:len(base)-1], "ves"
	}
	switch {
	case base == "":
		return base, ""
	case hasAnySuffix(base, "s", "x", "z", "ch", "sh"), last == "go", last == "do", last == "undergo", last == "undo", last == "redo":
		return base, "es"
	case endsInConsonantY(base):
		return base[:len(base)-1], "ies"
	}
	return base, "s"
}

func endsInConsonantY(base string) bool {
	return strings.HasSuffix(base, "y") && len(base) > 1 && !isVowel(base[len(base)-2])
}

func regularPast(base string) (stem, ending string) {
	switch {
	case strings.HasSuffix(base, "e"):
		return base, "d"
	case endsInConsonantY(base):
		return base[:len(base)-1], "ied"
	case doublesLast(base):
		return base, base[len(base)-1:] + "ed"
	}
	return base, "ed"
}

func regularIng(base string) (stem, ending string) {
	switch {
	case strings.HasSuffix(base, "ie"):
		return base[:len(base)-2], "ying"
	case strings.HasSuffix(base, "e") && !hasAnySuffix(base, "ee", "oe", "ye") && base != "be":
		return base[:len(base)-1], "ing"
	case doublesLast(base):
		return base, base[len(base)-1:] + "ing"
	}
	return base, "ing"
}

// doublesLast reports whether a verb of one syllable ends in a single vowel and
// a consonant that doubles: ship, plan, but not fix, wait or test.
func doublesLast(base string) bool {
	last := base[strings.LastIndexByte(base, '-')+1:]
	n := len(last)
	if n < 3 || isVowel(last[n-1]) || strings.IndexByte("wxyh", last[n-1]) >= 0 || !isVowel(last[n-2]) || isVowel(last[n-3]) && !strings.HasPrefix(last[n-3:], "ui") {
		return false
	}
	vowels := 0
	for i := range n {
		if isVowel(last[i]) && (i == 0 || !isVowel(last[i-1])) {
			vowels++
		}
	}
	return vowels == 1
}

func isVowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }

func hasAnySuffix(word string, suffixes ...string) bool {
	for _, suffix := range suffixes {
		if strings.HasSuffix(word, suffix) {
			return true
		}
	}
	return false
}
