package diff

import (
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/source"
)

// item is one entry of a list of links: how it is written, and what makes it the same
// entry although it is written in another way.
type item struct {
	text, key string
	span      source.Span
}

func (r *reader) link(l *okr.Link, before bool, more string) item {
	return item{text: joined(" ", l.Address.V, more), key: joined(" ", r.same.target(l, before), more), span: l.Address.Span}
}

func (r *reader) supports(list []okr.Link, before bool) []item {
	var items []item
	for i := range list {
		items = append(items, r.link(&list[i], before, ""))
	}
	return items
}

func (r *reader) carried(l *okr.Link, before bool) []item {
	if l == nil {
		return nil
	}
	return []item{r.link(l, before, "")}
}

func (r *reader) dependencies(list []okr.Dependency, before bool) []item {
	var items []item
	for i := range list {
		d := &list[i]
		var more []string
		if d.NeededBy.Written() {
			more = append(more, "needed by "+d.NeededBy.V.String())
		}
		if d.Note.V != "" {
			more = append(more, d.Note.V)
		}
		rest := bracketed(more)
		if d.Outside.Written() {
			text := joined(" ", "outside: "+d.Outside.V, rest)
			items = append(items, item{text: text, key: text, span: d.Span})
			continue
		}
		items = append(items, r.link(&d.On, before, rest))
	}
	return items
}

func (r *reader) enables(list []okr.Enable, before bool) []item {
	var items []item
	for i := range list {
		e := &list[i]
		var more []string
		if e.By.Written() {
			more = append(more, "by "+e.By.V.String())
		}
		if e.Declined.Written() {
			more = append(more, "declined: "+e.Declined.V)
		}
		items = append(items, r.link(&e.For, before, bracketed(more)))
	}
	return items
}

func bracketed(more []string) string {
	if len(more) == 0 {
		return ""
	}
	return "(" + strings.Join(more, ", ") + ")"
}

// links compares two lists of links by what they lead to; their order says nothing.
func (r *reader) links(s subject, field string, before, after []item) {
	gone, come := without(before, after)
	if len(gone) == 0 && len(come) == 0 {
		return
	}
	var said []string
	var span source.Span
	plus, minus := linkWords(field)
	if len(come) > 0 {
		span = come[0].span
		said = append(said, plus+" "+texts(come))
	}
	if len(gone) > 0 {
		said = append(said, minus+" "+texts(gone))
	}
	r.note(s, Change{
		Kind: Link, Verdict: Realigned, Field: field, Before: shown(texts(before)), After: shown(texts(after)),
		Message: strings.Join(said, "; "),
	}, span)
}

func linkWords(field string) (plus, minus string) {
	switch field {
	case "supports":
		return "now supports", "no longer supports"
	case "depends_on":
		return "now depends on", "no longer depends on"
	case "enables":
		return "now answers", "no longer answers"
	case "shared_with":
		return "now shared with", "no longer shared with"
	}
	return "now continues", "no longer continues"
}

func texts(items []item) string {
	var list []string
	for _, i := range items {
		list = append(list, i.text)
	}
	return strings.Join(list, ", ")
}

// without are the items of each list that the other has not: first by how they are
// written, then by what they lead to, because a link may lead nowhere on one side.
func without(before, after []item) (gone, come []item) {
	gone, come = minus(before, after, func(i item) string { return i.text })
	return minus(gone, come, func(i item) string { return i.key })
}

func minus(before, after []item, name func(item) string) (gone, come []item) {
	counts := make(map[string]int, len(after))
	for _, i := range after {
		counts[name(i)]++
	}
	both := make(map[string]int)
	for _, i := range before {
		if counts[name(i)] > both[name(i)] {
			both[name(i)]++
		} else {
			gone = append(gone, i)
		}
	}
	for _, i := range after {
		if both[name(i)] > 0 {
			both[name(i)]--
		} else {
			come = append(come, i)
		}
	}
	return gone, come
}

// shared compares to which teams a key result is offered.
func (r *reader) shared(s subject) {
	items := func(list []okr.Text) []item {
		var items []item
		for _, t := range list {
			items = append(items, item{text: t.V, key: t.V, span: t.Span})
		}
		return items
	}
	r.links(s, "shared_with", items(s.keyResultBefore.SharedWith), items(s.keyResultAfter.SharedWith))
}
