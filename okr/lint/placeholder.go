package lint

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/okrs-as-code/okrs/okr/language"
)

// placeholder is a number that is still to be filled in, as templates have it: "by xx%".
var placeholder = compiled(`(?i)(?:^|[^\p{L}\p{N}])((?:[xyzn]{1,3}|_+|\?+|…) ?(?:%|percent\b|prozent\b))`)

// compiled is a pattern that is made ready when it is first asked for: most commands
// never do.
func compiled(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// ofObjective are the signs of an objective. That its number is not filled in makes it
// no less a measure.
func ofObjective(u *language.Understanding, text string) []language.Sign {
	signs := u.Objective(text)
	if !strings.Contains(text, "%") && !strings.Contains(text, "ercent") && !strings.Contains(text, "rozent") {
		return signs
	}
	at := placeholder().FindStringSubmatchIndex(text)
	if at == nil {
		return signs
	}
	if _, found := signOf(signs, language.MetricInObjective); found {
		return signs
	}
	return append(slices.Clip(signs), language.Sign{
		Rule: language.MetricInObjective, Reason: "number", Evidence: []language.Span{{Start: at[2], End: at[3]}},
		Strength: language.Certain, Severity: language.Warning,
	})
}
