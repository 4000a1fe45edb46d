package conform

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/tree"
)

// unknown speaks about the keys of an object that its schema does not have. A key
// that was only misspelt is taken off the missing ones.
func (e *explainer) unknown(t *troubled) {
	allowed := keysOf(e.v.schemaAt(t.place.path))
	free := slices.DeleteFunc(slices.Clone(allowed), func(key string) bool { return t.place.node.Get(key) != nil })
	for i := range t.place.node.Pairs {
		p := &t.place.node.Pairs[i]
		if slices.Contains(allowed, p.Key) || e.refused[p.Span] {
			continue
		}
		if r := e.reporter(); r.Full() {
			r.Skip(1, p.Span)
			continue
		}
		if e.handTyped(p) {
			continue
		}
		message := fmt.Sprintf("`%s` is not a key of %s", tree.Shorten(p.Key), noun(t.place.path, e.form.noun))
		if p.Key == "cancelled" && noun(t.place.path, "") == "an objective" {
			e.say(diag.Schema, p.Span, message+"; an objective that was given up as a whole stands under `stopped`",
				"Move the objective to the list `stopped`, with its `cancelled`.")
			continue
		}
		if home := e.home(t.place, p.Key); home != "" {
			e.say(diag.Schema, p.Span, message+"; it belongs "+home, "Move the line there.")
			continue
		}
		if e.noSpace(t, p, allowed) {
			continue
		}
		if near := nearest(p.Key, free, sameKey(p.Key)); near != "" {
			t.missing = slices.DeleteFunc(t.missing, func(key string) bool { return key == near })
			f := e.say(diag.Schema, p.Span, fmt.Sprintf("%s; did you mean `%s`?", message, near),
				"Write "+e.reporter().Corrected(p.Span, near)+".")
			if onlyWord(p.Key, free) == near {
				f.Fix = e.reporter().Respelled(p.Span, near)
			}
			continue
		}
		e.say(diag.Schema, p.Span, message, e.strangerHint(p, allowed))
	}
}

// noSpace speaks about a key that swallowed its value: of {unit:ms} YAML makes a
// key unit:ms.
func (e *explainer) noSpace(t *troubled, p *tree.Pair, allowed []string) bool {
	key, value, ok := strings.Cut(p.Key, ":")
	if !ok || p.Value.Kind != tree.Null || !slices.Contains(allowed, key) {
		return false
	}
	t.missing = slices.DeleteFunc(t.missing, func(missing string) bool { return missing == key })
	e.say(diag.Schema, p.Span, fmt.Sprintf("a space is missing behind the colon of `%s`", key),
		"Write "+e.reporter().Corrected(p.Span, key+": "+value)+".")
	return true
}

// strangerHint is what to do about a key that is like no other.
func (e *explainer) strangerHint(p *tree.Pair, allowed []string) string {
	switch {
	case len(p.Key) > 1 && p.Key[0] == '-':
		return "If it begins a list item, write a space behind the dash."
	case strings.Contains(p.Key, " ") && p.Value.Kind == tree.Null:
		return "A comma ends a value between braces. If this belongs to the text in front of it, put quotes around the whole text."
	case len(allowed) == 0:
		return "Delete the line."
	default:
		return "Its keys are " + list(allowed, "and") + "."
	}
}

// handTyped speaks about a key whose value is computed, in a team document.
func (e *explainer) handTyped(p *tree.Pair) bool {
	if e.form.noun == "okr.yaml" {
		return false
	}
	switch plainWord(p.Key) {
	case "score", "progress":
		e.say(diag.HandTypedScore, p.Span,
			fmt.Sprintf("`%s` is computed from the check-ins; typed by hand it would only be somebody's impression", tree.Shorten(p.Key)),
			"Delete the line and write the reading as a check-in, with its date and its value.")
	case "current", "currentvalue", "actual":
		hint := "Delete the line and write the reading as a check-in, with its date and its value."
		if p.Value.Kind == tree.Number {
			hint = fmt.Sprintf("Delete the line and write a check-in: `- {date: …, value: %s}`.", p.Value.Text)
		}
		e.say(diag.HandTypedScore, p.Span,
			fmt.Sprintf("`%s` is not written here: the current value is the latest check-in", tree.Shorten(p.Key)), hint)
	default:
		return false
	}
	return true
}

// home says where a key belongs that stands one level too high or too low.
func (e *explainer) home(p place, key string) string {
	here := e.v.schemaAt(p.path)
	properties, _ := here["properties"].(map[string]any)
	for _, below := range slices.Sorted(maps.Keys(properties)) {
		inner := e.v.target(properties[below])
		if slices.Contains(keysOf(inner), key) {
			return "under `" + below + "`"
		}
	}
	for _, below := range slices.Sorted(maps.Keys(properties)) {
		inner := e.v.target(e.v.target(properties[below])["items"])
		if slices.Contains(keysOf(inner), key) && (below == "key_results" || below == "check_ins" || below == "teams") {
			return "in " + noun([]string{below, "0"}, "")
		}
	}
	for n := len(p.path) - 1; n >= 0; n-- {
		above := p.path[:n]
		if slices.Contains(keysOf(e.v.schemaAt(above)), key) {
			return "to " + noun(above, e.form.noun) + " around it"
		}
	}
	return ""
}

// missing speaks about the keys that an object lacks.
func (e *explainer) missing(t *troubled) {
	at, what := t.place.keySpan(), noun(t.place.path, e.form.noun)
	if i := slices.Index(t.missing, "commitment"); i >= 0 {
		t.missing = slices.Delete(t.missing, i, i+1)
		e.say(diag.NoCommitmentType, at,
			"`commitment` is missing: 0.7 of a stretch is a success, 0.7 of a promise is a miss, so it has no default", commitmentHint)
	}
	if len(t.missing) == 0 {
		return
	}
	inOrder(t.missing)
	verb := "is"
	if len(t.missing) > 1 {
		verb = "are"
	}
	message := fmt.Sprintf("%s %s missing in %s", list(t.missing, "and"), verb, what)
	if other := e.instead(t); len(other) > 0 {
		message = fmt.Sprintf("%s needs %s, or %s", what, list(t.missing, "and"), list(other, "and"))
	}
	e.say(e.missingRule(t, what), at, message, e.examples(t))
}

// missingRule is the rule of missing keys: a key result without a metric has
// nothing to count, nor has a metric without a target.
func (e *explainer) missingRule(t *troubled, what string) diag.Rule {
	switch {
	case what == "a metric" && slices.ContainsFunc(t.missing, func(key string) bool { return slices.Contains(targets, key) }):
		return diag.NoNumber
	case what == "a key result" && slices.Contains(t.missing, "metric"):
		return asForm(diag.NoNumber)
	}
	return diag.Schema
}

// asForm is a rule of meaning where form itself finds it: then nothing can be
// read, and nothing silences it.
func asForm(rule diag.Rule) diag.Rule {
	rule.Class = diag.ClassForm
	return rule
}

// noUnitHint is what to do where a unit is empty.
const noUnitHint = "Write what is counted and its period or base, such as `unit: tickets per 100 orders`."

// targets are the fields that say when a key result is reached.
var targets = []string{"target", "low", "high", "stages"}

const commitmentHint = "Ask whether the team would move other work to reach all of it: `commitment: committed` if so, `commitment: aspirational` for a stretch."

// instead are the keys that would do in place of the missing ones.
func (e *explainer) instead(t *troubled) []string {
	for _, f := range t.needed {
		n := len(f.where)
		if n < 2 || len(t.needed) > 1 {
			continue
		}
		around, _ := e.v.at(f.where[:n-2]).(map[string]any)
		condition, _ := around["if"].(map[string]any)
		if f.where[n-2] == "then" {
			condition, _ = condition["not"].(map[string]any)
		} else if f.where[n-2] != "else" {
			continue
		}
		if other := words(condition["required"]); len(other) > 0 && other[0] != "ref" {
			return other
		}
	}
	return nil
}

// examples shows how the missing keys are written.
func (e *explainer) examples(t *troubled) string {
	properties, _ := e.v.schemaAt(t.place.path)["properties"].(map[string]any)
	var lines []string
	for _, key := range t.missing {
		described, _ := properties[key].(map[string]any)
		samples, _ := described["examples"].([]any)
		if len(samples) == 0 {
			continue
		}
		if sample := inline(samples[0]); sample != "" {
			lines = append(lines, fmt.Sprintf("`%s: %s`", key, sample))
		}
	}
	if len(lines) == 0 {
		return "Add it; `okr demo` writes files that show how."
	}
	return "Add for instance " + strings.Join(lines, ", ") + "."
}

// barred speaks about keys that cannot stand where other keys or values stand.
func (e *explainer) barred(t *troubled) {
	for _, branch := range slices.Sorted(maps.Keys(t.barred)) {
		keys := t.barred[branch]
		slices.SortFunc(keys, func(a, b string) int {
			return int(t.place.node.Pair(a).Span.Start) - int(t.place.node.Pair(b).Span.Start)
		})
		verb, lines := "does", "Delete the line"
		if len(keys) > 1 {
			verb, lines = "do", "Delete the lines"
		}
		because, hint := e.because(t.place, branch)
		e.say(diag.Schema, t.place.node.Pair(keys[0]).Span,
			fmt.Sprintf("%s %s not go with %s", list(keys, "and"), verb, because), lines+hint)
	}
}

// because says what in an object makes a branch of its schema apply, the values
// or the keys that its condition names, and goes on after "Delete the line".
func (e *explainer) because(p place, branch string) (what, hint string) {
	where := strings.Split(branch, "/")
	around, _ := e.v.at(where[:max(len(where)-1, 0)]).(map[string]any)
	condition, _ := around["if"].(map[string]any)
	properties, _ := condition["properties"].(map[string]any)
	keys := words(condition["required"])
	for _, key := range slices.Sorted(maps.Keys(properties)) {
		if value := p.node.Get(key); value != nil && len(keys) < 2 {
			what = fmt.Sprintf("`%s: %s`", key, tree.Shorten(value.Text))
			return what, ", or change " + what + "."
		}
	}
	barred := e.v.target(around[lastToken(where)])["properties"]
	if names, ok := barred.(map[string]any); ok {
		keys = slices.DeleteFunc(keys, func(key string) bool { return names[key] != nil })
	}
	switch {
	case len(keys) > 0:
		return list(keys, "and"), ", or " + list(keys, "and") + " instead."
	case len(properties) > 0:
		return "an increase or a decrease, which a metric without `kind` is", ", or write the `kind` that it belongs to."
	default:
		return noun(p.path, e.form.noun), "."
	}
}
