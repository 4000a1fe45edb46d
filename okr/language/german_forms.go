package language

import "strings"

// germanForms derives the surface forms of a German word. A noun is written
// "singular/plural", a separable verb "ein|führen"; of an expression the last
// word is inflected.
func germanForms(r *reader, lemma string, enter enterForm) {
	lemma = strings.ToLower(lemma)
	switch r.section.pos {
	case isNoun:
		germanNoun(lemma, enter)
	case isVerb:
		before, last := "", lemma
		if at := strings.LastIndexByte(lemma, ' '); at >= 0 {
			before, last = lemma[:at+1], lemma[at+1:]
		}
		germanVerb(r, last, func(stem, ending string, f form) { enter(before+stem, ending, f) })
	default:
		enter(lemma, "", 0)
		if !strings.Contains(lemma, " ") {
			germanAdjective(lemma, 0, enter)
		}
	}
}

func germanNoun(lemma string, enter enterForm) {
	singular, plural, both := strings.Cut(lemma, "/")
	enter(singular, "", formSingular)
	if !strings.HasSuffix(singular, "e") && !strings.HasSuffix(singular, "s") {
		enter(singular, "s", formSingular) // genitive
		enter(singular, "es", formSingular)
	}
	if !both {
		enter(singular, "", formPlural)
		plural = singular
	}
	enter(plural, "", formPlural)
	if !hasAnySuffix(plural, "n", "s") {
		enter(plural, "n", formPlural) // dative
	}
}

func germanAdjective(stem string, f form, enter enterForm) {
	for _, ending := range []string{"e", "en", "er", "es", "em"} {
		if strings.HasSuffix(stem, "e") {
			ending = ending[1:]
		}
		enter(stem, ending, f)
	}
}

// germanVerb derives the forms of a verb: einführen, einzuführen, führt, führte,
// eingeführt, einführend.
func germanVerb(r *reader, lemma string, enter enterForm) {
	prefix, base, separable := strings.Cut(lemma, "|")
	if !separable {
		prefix, base = "", lemma
	}
	past, participle, third := germanStems(r, base)
	enter(prefix, base, formBase|formFinite)
	if separable {
		enter(prefix, "zu"+base, formBase)
		r.lexicon.separate(base, third, past)
	}
	// A verb that is not separated ends a subordinate clause: "… einführt".
	enter(prefix, third, formThird|formFinite)
	for _, word := range past {
		enter(prefix, word, formPast|formFinite)
		enter(prefix, strings.TrimSuffix(word, "e")+"en", formPast|formFinite)
	}
	for _, word := range participle {
		enter(prefix, word, formParticiple)
		germanAdjective(prefix+word, formParticiple|formInflected, enter)
	}
	germanAdjective(prefix+base+"d", formIng|formInflected, enter)
}

// germanStems are past, participles and third person of a base verb.
func germanStems(r *reader, base string) (past, participle []string, third string) {
	if forms, known := r.irregular[base]; known {
		return forms.past, forms.participle, first(forms.ing)
	}
	for _, prefix := range []string{"be", "er", "ver", "ent", "zer", "ge", "emp", "miss", "über", "unter", "wider", "hinter", "um"} {
		stem, cut := strings.CutPrefix(base, prefix)
		forms, known := r.irregular[stem]
		if !cut || !known {
			continue
		}
		for _, word := range forms.past {
			past = append(past, prefix+word)
		}
		for _, word := range forms.participle {
			participle = append(participle, prefix+strings.TrimPrefix(word, "ge"))
		}
		return past, participle, prefix + first(forms.ing)
	}
	stem := strings.TrimSuffix(base, "n")
	if !hasAnySuffix(stem, "er", "el") {
		stem = strings.TrimSuffix(stem, "e")
	}
	link := ""
	if hasAnySuffix(stem, "t", "d", "chn", "ffn", "gn", "tm", "dm") {
		link = "e"
	}
	third = stem + link + "t"
	past = []string{stem + link + "te"}
	if strings.HasSuffix(base, "ieren") || hasInseparablePrefix(base) {
		return past, []string{third}, third
	}
	return past, []string{"ge" + third}, third
}

func hasInseparablePrefix(base string) bool {
	for _, prefix := range []string{"be", "er", "ver", "ent", "zer", "emp", "miss", "über", "unter", "wieder", "voll"} {
		if stem, cut := strings.CutPrefix(base, prefix); cut && len(stem) > 4 {
			return true
		}
	}
	return false
}

// separate enters the finite forms of the base of a separable verb, without a
// meaning of their own: "führt" waits for its "ein".
func (l *lexicon) separate(base, third string, past []string) {
	lemma := l.newLemma(base)
	l.enter(base, "", "", &entry{lemma: lemma, pos: isVerb, form: formBase | formFinite})
	l.enter(third, "", "", &entry{lemma: lemma, pos: isVerb, form: formThird | formFinite})
	for _, word := range past {
		l.enter(word, "", "", &entry{lemma: lemma, pos: isVerb, form: formPast | formFinite})
		l.enter(strings.TrimSuffix(word, "e"), "en", "", &entry{lemma: lemma, pos: isVerb, form: formPast | formFinite})
	}
}

func first(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return words[0]
}
