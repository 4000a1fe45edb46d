package conform

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/tree"
)

// wrongType speaks about a value of a kind that does not belong.
func (e *explainer) wrongType(p place, f failure) wording {
	want, err := kindsOf(f.holder["type"])
	if err != nil {
		return plainly(p.label()+" is of the wrong kind", "")
	}
	switch {
	case len(p.path) == 0:
		return e.wrongRoot(p)
	case p.node.Kind == tree.Null:
		return e.empty(p, want)
	case want&text == 0 && want&(number|integer) != 0 && p.node.Kind == tree.String:
		return e.notNumber(p, f)
	case want&text != 0 && want&(number|integer) == 0 && (p.node.Kind == tree.Number || p.node.Kind == tree.Bool):
		return e.notText(p, f)
	case want&boolean != 0 && p.node.Kind == tree.String:
		return e.notYesOrNo(p)
	case want&array != 0 && want&text == 0 && p.node.Kind == tree.String:
		return e.notList(p)
	case want&integer != 0 && p.node.Kind == tree.Number:
		return plainly(fmt.Sprintf("%s is %s; it must be a whole number", p.label(), p.node.Text), "")
	}
	w := plainly(fmt.Sprintf("%s is %s; here belongs %s", p.label(), describe(p.node), want), "")
	if sample := e.sample(p, f.holder); sample != "" && p.pair != nil {
		w.hint = fmt.Sprintf("Write it as in `%s: %s`.", p.path[len(p.path)-1], sample)
	}
	return w
}

// String names the kinds for a sentence.
func (k kinds) String() string {
	var words []string
	add := func(kind kinds, word string) {
		if k&kind != 0 {
			words = append(words, word)
		}
	}
	add(number|integer, "a number")
	add(text, "a text")
	add(boolean, "true or false")
	add(array, "a list")
	add(object, "a mapping of keys")
	add(null, "null")
	return strings.Join(words, " or ")
}

func (e *explainer) wrongRoot(p place) wording {
	w := plainly(fmt.Sprintf("%s is made of keys, each with a colon and a value; here is %s", e.form.noun, describe(p.node)),
		"Begin with `version: 1`, at the start of a line.")
	if p.node.Kind == tree.String && strings.Contains(p.node.Text, ":") {
		w.hint = "Write a space behind each colon: `version: 1`."
	}
	w.key = p.node.Kind == tree.Mapping
	return w
}

// empty speaks about a key that has no value.
func (e *explainer) empty(p place, want kinds) wording {
	if p.pair != nil && p.pair.Key == "commitment" {
		return wording{rule: diag.NoCommitmentType, hint: commitmentHint,
			message: "`commitment` is empty: 0.7 of a stretch is a success, 0.7 of a promise is a miss, so it has no default"}
	}
	switch {
	case e.isUnit(p):
		return wording{rule: asForm(diag.NoUnit), message: "`unit` is empty, so two readers can read two different numbers", hint: noUnitHint}
	case p.pair != nil && p.pair.Key == "metric" && noun(p.path[:len(p.path)-1], "") == "a key result":
		return wording{rule: asForm(diag.NoNumber), message: "`metric` is empty, so nothing says when this is reached",
			hint: "Write what is counted, from what to what, as in `metric: {unit: percent, baseline: 40, target: 60, source: …}`."}
	}
	w := plainly(fmt.Sprintf("%s is empty; here belongs %s", p.label(), want), "Write it, or delete the line.")
	if n := len(p.path); slices.Contains(words(e.v.schemaAt(p.path[:n-1])["required"]), p.path[n-1]) {
		w.hint = "Write it; it cannot be left out."
	}
	if p.node.Span.Start != p.node.Span.End {
		w.message = fmt.Sprintf("%s is null, which means nothing here; here belongs %s", p.label(), want)
	}
	return w
}

// notText speaks about a number or a word such as true where a text belongs.
func (e *explainer) notText(p place, f failure) wording {
	if f.holder["format"] == "date" {
		return e.wrongDate(p)
	}
	what := "the number " + tree.Shorten(p.node.Text)
	if p.node.Kind == tree.Bool {
		what = "the value " + p.node.Text
	}
	if allowed := words(f.holder["enum"]); len(allowed) > 0 {
		return plainly(fmt.Sprintf("%s is %s; it can be %s", p.label(), what, list(allowed, "or")), "")
	}
	if strings.HasSuffix(p.label(), "`by`") {
		return plainly(fmt.Sprintf("%s is %s; a change has a sign, a number, and %% or pp", p.label(), what),
			"Write +20% or -20% for a share of the baseline, +0.5pp or -0.5pp for percentage points.")
	}
	if pattern, _ := f.holder["pattern"].(string); pattern != "" && !regexp.MustCompile(pattern).MatchString(p.node.Text) {
		return e.wrongForm(p, f)
	}
	return plainly(fmt.Sprintf("%s is %s; here belongs a text", p.label(), what),
		"Put quotes around it: "+e.reporter().Corrected(p.node.Span, tree.Quote(p.node.Text))+".")
}

// notYesOrNo speaks about a word where true or false belongs.
func (e *explainer) notYesOrNo(p place) wording {
	w := plainly(fmt.Sprintf("%s is %s; here belongs true or false", p.label(), describe(p.node)), "")
	if word := yesOrNo(p.node.Text); word != "" {
		w.hint = "Write " + e.reporter().Corrected(p.node.Span, word) + "."
	}
	return w
}

// notList speaks about a single text where a list belongs.
func (e *explainer) notList(p place) wording {
	w := plainly(fmt.Sprintf("%s is %s; here belongs a list", p.label(), describe(p.node)),
		"Write each entry on a line of its own, with a dash and a space in front.")
	switch {
	case strings.HasPrefix(p.node.Text, "-"):
		w.hint = "Write a space behind each dash."
	case p.node.Plain && !strings.ContainsAny(p.node.Text, ",[]{}"):
		w.hint = "Write " + e.reporter().Corrected(p.node.Span, "["+p.node.Text+"]") + ", or each entry on a line of its own with a dash and a space in front."
	}
	return w
}
