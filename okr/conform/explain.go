package conform

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/source"
)

// explainer puts into words what the schema library found. It speaks about each
// value once, with the most telling of the reasons.
type explainer struct {
	*check
	v *validator
}

// troubled is a value and what failed about it and its keys.
type troubled struct {
	place   place
	unknown bool
	missing []string
	needed  []failure           // where the missing keys are asked for
	barred  map[string][]string // keys that cannot stand here, by where the schema says so
	values  []failure           // what failed about the value itself
}

// explainAll says everything that is wrong with a file that was not accepted.
func (c *check) explainAll() {
	v := c.form.slow()
	if v == nil {
		c.general()
		return
	}
	failures, ok := v.valid(c.tree.Root)
	if ok || len(failures) == 0 {
		if !ok || c.form.fast() != nil {
			c.general()
		}
		return
	}
	e := explainer{check: c, v: v}
	for _, t := range e.group(failures) {
		switch r := c.reporter(); {
		case t.place.quieted:
		case r.Full():
			r.Skip(1, t.place.valueSpan())
		default:
			e.object(t)
			e.value(t)
		}
	}
}

// general speaks where nothing better can be said.
func (c *check) general() {
	if root := c.tree.Root; !root.Reported {
		c.say(diag.Schema, source.Span{Start: root.Span.Start, End: root.Span.Start},
			"this file does not have the form of "+c.form.noun, "Compare it with an example, key by key.")
	}
}

// group gathers the failures of each value, in the order of the file.
func (e *explainer) group(failures []failure) []*troubled {
	slices.SortFunc(failures, func(a, b failure) int {
		return cmp.Or(slices.Compare(a.path, b.path), slices.Compare(a.where, b.where))
	})
	byPath := make(map[string]*troubled)
	var all []*troubled
	at := func(path []string) *troubled {
		key := strings.Join(path, "\x00")
		if byPath[key] == nil {
			byPath[key] = &troubled{place: locate(e.tree.Root, path)}
			all = append(all, byPath[key])
		}
		return byPath[key]
	}
	barred := make(map[string]bool)
	for _, f := range failures {
		if n := len(f.path); f.keyword == "" && n > 0 && !within(f.path, barred) {
			barred[strings.Join(f.path, "\x00")] = true
			at(f.path[:n-1]).bar(f)
		}
	}
	for _, f := range failures {
		switch {
		case f.keyword == "" || within(f.path, barred):
		case f.keyword == "additionalProperties":
			at(f.path).unknown = true
		case f.keyword == "required":
			at(f.path).need(f)
		default:
			t := at(f.path)
			t.values = append(t.values, f)
		}
	}
	slices.SortStableFunc(all, func(a, b *troubled) int { return int(a.place.node.Span.Start) - int(b.place.node.Span.Start) })
	return all
}

// within reports whether a path is, or leads into, one of the barred ones.
func within(path []string, barred map[string]bool) bool {
	for n := len(path); n > 0; n-- {
		if barred[strings.Join(path[:n], "\x00")] {
			return true
		}
	}
	return false
}

// bar notes a key that cannot stand in the object.
func (t *troubled) bar(f failure) {
	if t.barred == nil {
		t.barred = make(map[string][]string)
	}
	branch := strings.Join(f.where[:max(len(f.where)-2, 0)], "/")
	t.barred[branch] = append(t.barred[branch], f.path[len(f.path)-1])
}

// need notes the keys that the object lacks.
func (t *troubled) need(f failure) {
	t.needed = append(t.needed, f)
	required, _ := f.holder["required"].([]any)
	for _, word := range required {
		key, _ := word.(string)
		if t.place.node.Get(key) == nil && !slices.Contains(t.missing, key) {
			t.missing = append(t.missing, key)
		}
	}
}

// object speaks about the keys of an object: those that are not known first,
// since a misspelt key is not missing.
func (e *explainer) object(t *troubled) {
	if t.unknown {
		e.unknown(t)
	}
	e.barred(t)
	if len(t.missing) > 0 {
		e.missing(t)
	}
}

// value speaks about the value itself.
func (e *explainer) value(t *troubled) {
	if len(t.values) == 0 {
		return
	}
	best := slices.MinFunc(t.values, func(a, b failure) int { return rank(a.keyword) - rank(b.keyword) })
	w := e.words(t.place, best)
	if w.hint == "" {
		w.hint = "Correct the value, or delete the line."
		if sample := e.sample(t.place, best.holder); sample != "" {
			w.hint = fmt.Sprintf("Write it as in `%s`.", sample)
		}
	}
	at := t.place.valueSpan()
	if w.key {
		at = t.place.keySpan()
	}
	e.say(w.rule, at, w.message, w.hint)
}

// rank orders the keywords by how much they tell.
func rank(keyword string) int {
	order := []string{"type", "const", "enum", "minLength", "pattern", "format", "maxLength", "minimum", "exclusiveMinimum",
		"maximum", "minItems", "maxItems", "uniqueItems", "minProperties"}
	if i := slices.Index(order, keyword); i >= 0 {
		return i
	}
	return len(order)
}
