package edit

import (
	"strings"

	"github.com/okrs-as-code/okrs/okr/tree"
)

// flow is a list or mapping between brackets on one line, in canonical spacing and
// order. Where anything in it is unusual, it stays as it is.
func (r *reader) flow(n *tree.Node, s *shape) string {
	raw := string(r.data[n.Span.Start:n.Span.End])
	if raw[0] != '[' && raw[0] != '{' || strings.ContainsAny(raw, "\r\n") {
		return raw
	}
	f := flow{r: r, at: int(n.Span.Start) + 1, end: int(n.Span.End) - 1}
	if n.Kind == tree.Sequence {
		for _, item := range n.Items {
			f.part(item, s.item(), "")
		}
	} else {
		for _, p := range n.Pairs {
			f.pair(p, s)
		}
	}
	comma := f.comma()
	if f.unusual || f.at != f.end {
		return raw
	}
	if n.Kind == tree.Mapping {
		f.arrange(s)
	}
	return raw[:1] + strings.Join(f.parts, ", ") + comma + raw[len(raw)-1:]
}

// flow walks over the parts of a collection between brackets.
type flow struct {
	r       *reader
	at, end int
	parts   []string
	keys    []string
	spans   [][2]int
	unusual bool
}

// comma walks over blanks and at most one comma.
func (f *flow) comma() string {
	if f.at = f.r.skip(f.at); f.at < f.end && f.r.data[f.at] == ',' && len(f.parts) > 0 {
		f.at = f.r.skip(f.at + 1)
		return ","
	}
	return ""
}

// separate walks to the next part.
func (f *flow) separate() {
	if f.comma() == "" && len(f.parts) > 0 {
		f.unusual = true
	}
}

// pair reads a key and its value.
func (f *flow) pair(p tree.Pair, s *shape) {
	if f.unusual {
		return
	}
	f.separate()
	from := f.at
	if f.unusual = f.unusual || int(p.Span.Start) != from; f.unusual {
		return
	}
	key := string(f.r.data[p.Span.Start:p.Span.End])
	f.keys = append(f.keys, p.Key)
	f.at = f.r.skip(int(p.Span.End))
	if f.at < f.end && f.r.data[f.at] == ':' {
		f.at++
		f.value(p.Value, s.part(p.Key), key+": ")
	} else if p.Value.Span.Start == p.Value.Span.End {
		f.at = int(p.Span.End)
		f.parts = append(f.parts, key)
	} else {
		f.unusual = true
	}
	f.spans = append(f.spans, [2]int{from, f.at})
}

// part reads an item of a list.
func (f *flow) part(n *tree.Node, s *shape, before string) {
	if f.unusual {
		return
	}
	f.separate()
	f.value(n, s, before)
}

// value reads a value with its anchor and tag, and keeps it behind what is before it.
func (f *flow) value(n *tree.Node, s *shape, before string) {
	f.at = f.r.skip(f.at)
	for f.at < f.end && (f.r.data[f.at] == '&' || f.r.data[f.at] == '!') && f.at < int(n.Span.Start) {
		from := f.at
		for f.at < f.end && !isBlank(f.r.data[f.at]) {
			f.at++
		}
		before += string(f.r.data[from:f.at]) + " "
		f.at = f.r.skip(f.at)
	}
	if f.unusual = f.unusual || int(n.Span.Start) != f.at || n.Span.End <= n.Span.Start; f.unusual {
		return
	}
	f.at = int(n.Span.End)
	if n.Kind == tree.Mapping || n.Kind == tree.Sequence {
		f.parts = append(f.parts, before+f.r.flow(n, s))
		return
	}
	f.parts = append(f.parts, before+string(f.r.data[n.Span.Start:n.Span.End]))
}

// arrange puts the pairs in canonical order.
func (f *flow) arrange(s *shape) {
	places := s.order(f.keys)
	if places == nil || f.r.breaksNames(f.spans, places) {
		return
	}
	parts := make([]string, len(f.parts))
	for i, place := range places {
		parts[i] = f.parts[place]
	}
	f.parts = parts
}
