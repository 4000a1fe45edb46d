package lint

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/language"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// kindOf is the name of the kind of a metric: the one written, else the one that
// its numbers say; empty where they say none.
func kindOf(m *okr.Metric) string {
	if kind, ok := metric.Resolve(levels(m)); ok {
		return kind.Name
	}
	return m.Kind.V
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

// phrases are stretches of whole words to be looked for, as [spaced] has them, by
// their first word.
type phrases struct {
	texts   []string
	byFirst map[string][]int
	// begins says with which bytes the first words begin: most words of a text are
	// not worth looking up.
	begins [256]bool
}

// wholeWords are texts ready to be looked for.
func wholeWords(texts []string) *phrases {
	ready := &phrases{texts: make([]string, len(texts)), byFirst: make(map[string][]int, len(texts))}
	for i, text := range texts {
		ready.texts[i] = spaced(text)
		first, _, _ := strings.Cut(ready.texts[i][1:], " ")
		ready.byFirst[first] = append(ready.byFirst[first], i)
		ready.begins[ready.texts[i][1]] = true
	}
	return ready
}

// in is the first of the phrases that stands in a text as whole words; empty where
// none does.
func (p *phrases) in(text string) string {
	var room [256]byte // enough for most texts
	best := len(p.texts)
	for words := appendSpaced(room[:0], text); len(words) > 1; {
		first := words[1:]
		first = first[:bytes.IndexByte(first, ' ')]
		if len(first) > 0 && p.begins[first[0]] {
			for _, i := range p.byFirst[string(first)] {
				if i < best && bytes.HasPrefix(words, []byte(p.texts[i])) {
					best = i
				}
			}
		}
		words = words[1+len(first):]
	}
	if best == len(p.texts) {
		return ""
	}
	return strings.TrimSpace(p.texts[best])
}

// spaceless are the words of a phrase as they stand in [spaced] text, without the
// spaces around them.
func spaceless(text string) string { return strings.TrimSpace(spaced(text)) }
