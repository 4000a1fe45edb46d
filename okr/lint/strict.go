package lint

import (
	"strings"
	"unicode"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/language"
)

// strictWords are words that have an innocent meaning more often than not, such as
// a sign-up bonus or a code review: a rule speaks about them alone only where a
// workspace asks for it, with `strict_hr_words`.
func strictWords(rule string) []string {
	switch rule {
	case "compensation-link":
		return []string{"bonus", "bonuses", "commission", "commissions", "boni", "prämie", "prämien", "provision", "provisionen"}
	case "promotion-link":
		return []string{"promotion", "promotions", "level", "levels", "beförderung", "beförderungen"}
	case "performance-rating":
		return []string{"rating", "ratings", "performance", "bewertung", "bewertungen"}
	case "appraisal-cycle":
		return []string{"review", "reviews", "calibration", "kalibrierung", "beurteilung"}
	case "stack-ranking":
		return []string{"rank", "ranks", "ranking", "rankings", "rangliste"}
	case "pip-reference":
		return []string{"pip"}
	}
	return nil
}

// bareWord is how the rules weigh such a word.
func bareWord() Variation {
	return Variation{Severity: diag.Info, Where: "for a bare word, with `strict_hr_words`"}
}

// strictly is the check of a rule for its bare words in titles.
func strictly(rule string) func(*Reading, Say) {
	return func(r *Reading, say Say) {
		if !r.Workspace.Settings.Lint.StrictHRWords {
			return
		}
		words := strictWords(rule)
		tell := func(m Remark, title okr.Text, signs []language.Sign) {
			word := firstOf(words, title.V)
			if word == "" {
				return
			}
			if _, said := signOf(signs, rule); said {
				return // the sentence says it clearly, and that is told
			}
			say(m.As(diag.Info).Says(
				quote(word)+" can be about how people are judged or paid, and this workspace looks at every such word",
				"If it means a product or a measure of the work, say so with a comment: "+example("# okr:allow "+rule+" because …")+
					"; if it means people, leave it out."))
		}
		for o := range r.Objectives() {
			tell(OnObjective(o), o.Title, r.signsOf(Objective, o.Title.V))
		}
		for k := range r.KeyResults() {
			tell(OnKeyResult(k), k.Title, r.signsOf(KeyResult, k.Title.V))
		}
	}
}

// signsOf is what a title says by itself; nothing where no language is read.
func (r *Reading) signsOf(kind Kind, text string) []language.Sign {
	if r.Language == nil {
		return nil
	}
	return signsOf(r.Language, kind, text)
}

// firstOf is the first word of a text that is among the given ones, as it is written.
func firstOf(words []string, text string) string {
	for word := range strings.FieldsFuncSeq(text, func(c rune) bool { return !unicode.IsLetter(c) }) {
		for _, w := range words {
			if strings.EqualFold(w, word) {
				return word
			}
		}
	}
	return ""
}
