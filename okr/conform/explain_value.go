package conform

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/tree"
)

// wording is a finding before it has its place.
type wording struct {
	rule          diag.Rule
	message, hint string
	key           bool // it speaks about the key, not the value
}

func plainly(message, hint string) wording {
	return wording{rule: diag.Schema, message: message, hint: hint}
}

// words says what is wrong with a value.
func (e *explainer) words(p place, f failure) wording {
	label := p.label()
	switch f.keyword {
	case "type":
		return e.wrongType(p, f)
	case "const":
		return plainly(fmt.Sprintf("%s is %s; this program reads %s %v", label, describe(p.node), label, f.holder["const"]),
			"Write "+e.reporter().Corrected(p.node.Span, fmt.Sprint(f.holder["const"]))+", or use a newer version of the program.")
	case "enum":
		return e.wrongWord(p, f)
	case "pattern":
		return e.wrongForm(p, f)
	case "format":
		return plainly(fmt.Sprintf("%s is %s, a day that no calendar has", label, describe(p.node)), "Check the month and the day.")
	case "minLength":
		if e.isUnit(p) {
			return wording{rule: asForm(diag.NoUnit), message: "`unit` is empty, so two readers can read two different numbers", hint: noUnitHint}
		}
		return plainly(label+" is empty", "Write the text, or delete the line.")
	case "maxLength":
		hint := "Say it shorter; details fit in `why_now`, `note` or `initiatives`."
		if e.isID(f) {
			hint = "Choose a shorter one; the title says the rest."
		}
		return plainly(fmt.Sprintf("%s has %d characters; it may have up to %v", label, utf8.RuneCountInString(p.node.Text), f.holder["maxLength"]), hint)
	case "minimum", "maximum", "exclusiveMinimum":
		return plainly(fmt.Sprintf("%s is %s; it %s", label, tree.Shorten(p.node.Text), span(f.holder)), e.percentHint(p, f))
	case "minItems", "maxItems":
		return e.wrongCount(p, f)
	case "uniqueItems":
		return plainly(label+" has the same entry twice", "Delete one of them.")
	default:
		return plainly(fmt.Sprintf("%s does not fit %s", label, e.form.noun), "Compare it with an example.")
	}
}

// isUnit reports whether a place is the unit of a metric.
func (e *explainer) isUnit(p place) bool {
	n := len(p.path)
	return n > 1 && p.path[n-1] == "unit" && p.path[n-2] == "metric"
}

// percentHint helps with percentages where a number runs to 1 or to 10.
func (e *explainer) percentHint(p place, f failure) string {
	most := rat(fmt.Sprint(f.holder["maximum"]))
	value, hundred := rat(p.node.Text), big.NewRat(100, 1)
	likely := value.Cmp(big.NewRat(20, 1)) >= 0 && value.Cmp(hundred) <= 0 && most.Cmp(big.NewRat(10, 1)) <= 0
	if f.keyword != "maximum" || !likely {
		return ""
	}
	meant := times(p.node.Text, most.Quo(most, hundred))
	return "If it was meant in percent, write " + e.reporter().Corrected(p.node.Span, meant) + "."
}

// sample is how a value is written at a place, as its schema shows it; empty where
// there is nothing short to show.
func (e *explainer) sample(p place, holder map[string]any) string {
	samples, _ := holder["examples"].([]any)
	if n := len(p.path); n > 0 {
		properties, _ := e.v.schemaAt(p.path[:n-1])["properties"].(map[string]any)
		described, _ := properties[p.path[n-1]].(map[string]any)
		if own, _ := described["examples"].([]any); len(own) > 0 {
			samples = own
		}
	}
	if len(samples) == 0 {
		return ""
	}
	return inline(samples[0])
}

// span says which numbers a schema allows.
func span(holder map[string]any) string {
	low, high := holder["minimum"], holder["maximum"]
	switch {
	case low != nil && high != nil:
		return fmt.Sprintf("runs from %v to %v", low, high)
	case low != nil:
		return fmt.Sprintf("must be %v or more", low)
	case high != nil:
		return fmt.Sprintf("must be %v or less", high)
	default:
		return fmt.Sprintf("must be more than %v", holder["exclusiveMinimum"])
	}
}

// describe is a value for a sentence.
func describe(n *tree.Node) string {
	switch n.Kind {
	case tree.Null:
		return "empty"
	case tree.Bool:
		return "`" + n.Text + "`"
	case tree.Number:
		return tree.Shorten(n.Text)
	case tree.String:
		return "`" + tree.Shorten(n.Text) + "`"
	case tree.Mapping:
		return "a mapping of keys"
	default:
		return "a list"
	}
}

// wrongWord speaks about a word that is not among the allowed ones.
func (e *explainer) wrongWord(p place, f failure) wording {
	allowed := words(f.holder["enum"])
	w := plainly(fmt.Sprintf("%s is %s; it can be %s", p.label(), describe(p.node), list(allowed, "or")), "")
	if near := nearest(p.node.Text, allowed, sameWord(p.node.Text)); near != "" && p.node.Text != "" {
		w.message += fmt.Sprintf("; did you mean `%s`?", near)
		w.hint = "Write " + e.reporter().Corrected(p.node.Span, near) + "."
	} else if strings.HasSuffix(p.label(), "`commitment`") {
		w.hint = commitmentHint
	}
	return w
}

// wrongForm speaks about a text that is not written as its kind of text is.
func (e *explainer) wrongForm(p place, f failure) wording {
	form, _ := f.holder["description"].(string)
	if f.holder["format"] == "date" {
		return e.wrongDate(p)
	}
	w := plainly(fmt.Sprintf("%s is %s, which does not have the form that belongs here", p.label(), describe(p.node)), "")
	if form != "" {
		w.hint = firstSentence(form)
		if sample := e.sample(p, f.holder); sample != "" {
			w.hint += fmt.Sprintf(", as in `%s`", sample)
		}
		w.hint += "."
	}
	if e.isID(f) {
		w.message = fmt.Sprintf("%s is %s; an id has lower-case letters, digits and hyphens only", p.label(), describe(p.node))
		first, _, _ := strings.Cut(p.node.Text, "/")
		if id := slug(first); id != "" {
			w.hint = "Write " + e.reporter().Corrected(p.node.Span, id) + "."
		}
	}
	if strings.HasSuffix(p.label(), "`by`") {
		w.message = fmt.Sprintf("%s is %s; a change has a sign, a number, and %% or pp", p.label(), describe(p.node))
		w.hint = "Write +20% or -20% for a share of the baseline, +0.5pp or -0.5pp for percentage points."
	}
	return w
}

func (e *explainer) isID(f failure) bool {
	n := len(f.where)
	return n > 1 && f.where[n-2] == "id"
}

// slug is a text turned into an id, or nothing where too little is left of it.
func slug(text string) string {
	var id strings.Builder
	for _, char := range strings.ToLower(text) {
		switch {
		case char >= 'a' && char <= 'z' || char >= '0' && char <= '9':
			id.WriteRune(char)
		case id.Len() > 0 && !strings.HasSuffix(id.String(), "-") && char < utf8.RuneSelf:
			id.WriteByte('-')
		case char >= utf8.RuneSelf:
			return ""
		}
		if id.Len() == 64 {
			break
		}
	}
	return strings.Trim(id.String(), "-")
}

// wrongDate speaks about a text that is no date.
func (e *explainer) wrongDate(p place) wording {
	w := plainly(fmt.Sprintf("%s is %s; a date is written as year-month-day", p.label(), describe(p.node)), "Write it as 2026-07-10.")
	if date := readDate(p.node.Text); date != "" {
		w.hint = "Write " + e.reporter().Corrected(p.node.Span, date) + "."
	}
	return w
}

// wrongCount speaks about a list with too many or too few entries.
func (e *explainer) wrongCount(p place, f failure) wording {
	count := len(p.node.Items)
	if slices.Equal(p.path, []string{"objectives"}) {
		low, high := f.holder["minItems"], f.holder["maxItems"]
		message := fmt.Sprintf("this document has %s; a team and cycle has %v to %v", plural(count, "objective"), low, high)
		if f.keyword == "maxItems" {
			return wording{rule: diag.TooManyObjectives, message: message,
				hint: "Choose what matters most now. What you leave out is a decision too: it can wait, or live under `initiatives`."}
		}
		return wording{rule: diag.TooFewObjectives, message: message,
			hint: "Add what else the team wants to change, or lower `limits.objectives.min` in okr.yaml for the whole organisation."}
	}
	if f.keyword == "maxItems" {
		return plainly(fmt.Sprintf("%s has %s; it may have up to %v", p.label(), plural(count, "entry"), f.holder["maxItems"]), "Delete what is too much.")
	}
	if count == 0 {
		return plainly(p.label()+" is an empty list", "Add an entry, or delete the line if the key may be left out.")
	}
	return plainly(fmt.Sprintf("%s has %s; it needs at least %v", p.label(), plural(count, "entry"), f.holder["minItems"]), "Add what is missing.")
}

func plural(count int, word string) string {
	switch {
	case count == 1:
		return "1 " + word
	case strings.HasSuffix(word, "y"):
		return fmt.Sprintf("%d %sies", count, strings.TrimSuffix(word, "y"))
	default:
		return fmt.Sprintf("%d %ss", count, word)
	}
}
