package lint

import (
	"strings"
	"unicode"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/language"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// kindOf is the name of the kind of a metric: the one written, else the one that
// its numbers say; empty where they say none.
func kindOf(m *okr.Metric) string {
	if kind, ok := metric.Resolve(m.Definition()); ok {
		return kind.Name
	}
	return m.Kind.V
}

// isBound reports whether a kind holds a level instead of changing one.
func isBound(kind string) bool { return kind == "at_least" || kind == "at_most" || kind == "between" }

// isChange reports whether a kind changes a level.
func isChange(kind string) bool { return kind == "increase" || kind == "decrease" }

// isShareUnit reports units whose numbers are parts of a whole.
func isShareUnit(unit string) bool {
	return metric.SameUnit(unit, "%") || metric.SameUnit(unit, "share") || metric.SameUnit(unit, "ratio") || metric.SameUnit(unit, "pp")
}

// signedBy is the sign of a rule that language finds in the title of a key result
// and its metric.
func (r *Reading) signedBy(k *okr.KeyResult, rule string) (language.Sign, bool) {
	if r.Language == nil {
		return language.Sign{}, false
	}
	return signOf(r.Language.KeyResult(k.Title.V, measureOf(k)), rule)
}

func signOf(signs []language.Sign, rule string) (language.Sign, bool) {
	for _, sign := range signs {
		if sign.Rule == rule {
			return sign, true
		}
	}
	return language.Sign{}, false
}

// spaced is a text in lower case with one space around each of its words and
// nothing else, so that a phrase of whole words can be looked for in it.
func spaced(text string) string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	return " " + strings.Join(words, " ") + " "
}

// phrases are stretches of whole words to be looked for, as [spaced] has them.
type phrases []string

// wholeWords are texts ready to be looked for.
func wholeWords(texts []string) phrases {
	ready := make(phrases, len(texts))
	for i, text := range texts {
		ready[i] = spaced(text)
	}
	return ready
}

// in is the first of the phrases that stands in a text as whole words; empty where
// none does.
func (p phrases) in(text string) string {
	if text == "" {
		return ""
	}
	words := spaced(text)
	for _, phrase := range p {
		if strings.Contains(words, phrase) {
			return strings.TrimSpace(phrase)
		}
	}
	return ""
}

// spaceless are the words of a phrase as they stand in [spaced] text, without the
// spaces around them.
func spaceless(text string) string { return strings.TrimSpace(spaced(text)) }
