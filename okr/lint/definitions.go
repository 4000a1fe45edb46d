package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/language"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// kindOf is the name of the kind of a metric: the one written, else the one that
// its numbers say; empty where they say none. It is [metric.Resolve] for the many rules
// that ask for no more.
func kindOf(m *okr.Metric) string {
	switch {
	case m.Kind.V != "":
		return m.Kind.V
	case m.Target.Written() && m.Baseline.Written():
		switch m.Target.V.Cmp(m.Baseline.V) {
		case 1:
			return "increase"
		case -1:
			return "decrease"
		}
		return ""
	case !m.Finely().By.Written():
		return ""
	}
	kind, _ := metric.Resolve(m.Definition())
	return kind.Name
}

// levels is the definition of a metric as far as it says which way the metric goes
// and where it starts and ends. Many rules ask for no more.
func levels(m *okr.Metric) metric.Definition {
	if m.Finely().By.Written() {
		return m.Definition()
	}
	d := metric.Definition{Kind: m.Kind.V}
	if m.Baseline.Written() {
		d.Baseline = &m.Baseline.V
	}
	if m.Target.Written() {
		d.Target = &m.Target.V
	}
	return d
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
func spaced(text string) string { return string(appendSpaced(make([]byte, 0, len(text)+2), text)) }

// appendSpaced writes what spaced gives into an empty buffer.
func appendSpaced(out []byte, text string) []byte {
	out = append(out, ' ')
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c >= utf8.RuneSelf:
			return append(out[:0], spacedWords(text)...)
		case c >= 'A' && c <= 'Z':
			out = append(out, c+'a'-'A')
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			out = append(out, c)
		case out[len(out)-1] != ' ':
			out = append(out, ' ')
		}
	}
	if len(out) == 1 || out[len(out)-1] != ' ' {
		out = append(out, ' ')
	}
	return out
}

// spacedWords is spaced for any letters.
func spacedWords(text string) string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	return " " + strings.Join(words, " ") + " "
}

// spaceless are the words of a phrase as they stand in [spaced] text, without the
// spaces around them.
func spaceless(text string) string { return strings.TrimSpace(spaced(text)) }
