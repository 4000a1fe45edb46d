package language

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func TestPatternsNameRules(t *testing.T) {
	for _, code := range Languages() {
		l := load(t, code).lexicons[0]
		if len(l.patterns) < 20 {
			t.Errorf("%s: only %d patterns", code, len(l.patterns))
		}
		for _, p := range l.patterns {
			if !slices.Contains(Rules(), p.rule) {
				t.Errorf("%s: a pattern names %s, which is no rule", code, p.rule)
			}
			for _, severity := range []Severity{p.note, p.title} {
				if severity != Error && severity != Warning && severity != Info {
					t.Errorf("%s: %s %s has the severity %q", code, p.rule, p.reason, severity)
				}
			}
			for _, e := range p.elements {
				for _, word := range e.words {
					if l.entries[word].phrases == 0 && l.table.used == 0 {
						t.Errorf("%s: %s asks for a word that cannot occur", code, p.rule)
					}
				}
			}
		}
	}
}

// TestThemesOfTheCode holds that every theme which the code asks for exists in
// every language.
func TestThemesOfTheCode(t *testing.T) {
	for _, code := range Languages() {
		l := load(t, code).lexicons[0]
		for _, theme := range []string{"each", "staff", "vanity", "output", "put-out", "quality-of", "product-pay", "product-promote", "pay", "pay-strict", "field", "team", "beat"} {
			if l.themes[theme].none() {
				t.Errorf("%s has no theme %q", code, theme)
			}
		}
	}
}

func TestForms(t *testing.T) {
	en, de := load(t, "en").lexicons[0], load(t, "de").lexicons[0]
	for _, c := range []struct {
		l           *lexicon
		word, lemma string
		want        form
	}{
		{en, "shipped", "ship", formParticiple}, {en, "planning", "plan", formIng}, {en, "publishes", "publish", formThird},
		{en, "rewrote", "rewrite", formPast}, {en, "rewritten", "rewrite", formParticiple}, {en, "carries", "carry", formThird},
		{en, "optimizing", "optimise", formIng}, {en, "fixes", "fix", formThird}, {en, "grew", "grow", formPast},
		{en, "categories", "category", formPlural}, {en, "people", "person", formPlural}, {en, "analyses", "analysis", formPlural},
		{en, "submitted", "submit", formParticiple}, {en, "tying", "tie", formIng},
		{de, "eingeführt", "ein|führen", formParticiple}, {de, "einzuführen", "ein|führen", formBase}, {de, "steigt", "steigen", formThird},
		{de, "gesunken", "sinken", formParticiple}, {de, "veröffentlicht", "veröffentlichen", formParticiple}, {de, "abgeschlossene", "ab|schließen", formInflected},
		{de, "kunden", "kunde/kunden", formPlural}, {de, "umsatzes", "umsatz/umsätze", formSingular},
	} {
		index, known := c.l.find([]byte(c.word))
		if !known {
			t.Errorf("%q is not known", c.word)
			continue
		}
		if e := c.l.entries[index]; e.form&c.want == 0 {
			t.Errorf("%q of %q (%q) has not the form %b: %b", c.word, c.lemma, c.l.lemmas[e.lemma], c.want, e.form)
		}
	}
}

// TestLexiconMistakes holds that a mistake in the data is named with its line.
func TestLexiconMistakes(t *testing.T) {
	sound := fstest.MapFS{
		"irregular.txt": {}, "verbs.txt": {}, "nouns.txt": {}, "words.txt": {}, "numerals.txt": {}, "themes.txt": {}, "patterns.txt": {},
	}
	for _, c := range []struct{ file, text, want string }{
		{"verbs.txt", "launch", "line 1: words before the first section"},
		{"verbs.txt", "# fine\n[verb magic]", `line 2: section "verb magic": unknown class "magic"`},
		{"nouns.txt", "[thing metric]", "no part of speech"},
		{"irregular.txt", "go went", "want base, past, participle"},
		{"numerals.txt", "two deux", "want a word and its value"},
		{"patterns.txt", "no-number because", "want RULE REASON SEVERITY"},
		{"patterns.txt", "no-number x error : <nothing>", `unknown class "nothing"`},
		{"patterns.txt", "no-number x error elsewhere : a", `unknown scope "elsewhere"`},
		{"patterns.txt", "no-number x error : <word:we>", "a pattern begins with"},
		{"patterns.txt", "no-number x error : a ..x b", `"..x" is no gap`},
		{"themes.txt", "[theme]", "a theme without a name"},
		{"themes.txt", "[theme pay verbs]", "unknown part of speech"},
	} {
		folder := fstest.MapFS{}
		for name, file := range sound {
			folder[name] = file
		}
		folder[c.file] = &fstest.MapFile{Data: []byte(c.text)}
		_, err := readLexicon(english(), folder)
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), c.file) {
			t.Errorf("%s with %q: error %v, want %q", c.file, c.text, err, c.want)
		}
	}
	delete(sound, "words.txt")
	if _, err := readLexicon(english(), sound); err == nil {
		t.Error("a missing file is no mistake")
	}
}
