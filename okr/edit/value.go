package edit

import (
	"strings"

	"github.com/okrs-as-code/okrs/okr/tree"
)

// pair reads a key and its value.
func (r *reader) pair(e *entry, p tree.Pair, column int, s *shape) {
	e.key, e.name = string(r.data[p.Span.Start:p.Span.End]), p.Key
	at := r.skip(int(p.Span.End))
	if r.stuck = strings.ContainsAny(e.key, "\r\n") || at >= len(r.data) || r.data[at] != ':'; r.stuck {
		return
	}
	r.value(e, p.Value, at+1, column, s.part(p.Key))
}

// merge reads an entry that takes over the keys of aliases, which the tree has
// already done; false where there is none.
func (r *reader) merge(e *entry, at int) bool {
	l := r.lines[r.at(at)]
	raw, found := strings.CutPrefix(string(r.data[at:l.end]), "<<")
	if !found {
		return false
	}
	value, found := strings.CutPrefix(strings.TrimLeft(raw, " \t"), ":")
	if !found || value == "" || !isBlank(value[0]) {
		return false
	}
	value = strings.TrimLeft(value, " \t")
	if i := strings.IndexByte(value, '#'); i > 0 && isBlank(value[i-1]) {
		bare := strings.TrimRight(value[:i], " \t")
		e.after = strings.TrimRight(value[len(bare):], " \t")
		value = bare
	}
	value = strings.TrimRight(value, " \t")
	if !isAliases(value) {
		return false
	}
	e.key, e.name, e.lines = "<<", "<<", []string{value}
	e.last, r.next = e.first, e.first+1
	return true
}

// isAliases reports whether a text is an alias or a list of them on one line.
func isAliases(text string) bool {
	if inner, list := strings.CutPrefix(text, "["); list {
		inner, list = strings.CutSuffix(inner, "]")
		for _, part := range strings.Split(inner, ",") {
			if !isAlias(strings.TrimSpace(part)) {
				return false
			}
		}
		return list
	}
	return isAlias(text)
}

func isAlias(text string) bool {
	return len(text) > 1 && text[0] == '*' && !strings.ContainsAny(text, " \t,[]{}#")
}

// value reads a value from the offset behind the colon or the dash on.
func (r *reader) value(e *entry, n *tree.Node, at, column int, s *shape) {
	e.node = n
	e.props, at = r.props(at)
	here := r.at(e.from)
	end := r.lines[here].end
	start, leaf := int(n.Span.Start), isLeaf(r.data, n)
	gap := r.skip(at)
	switch {
	case gap < end && start == gap && leaf && n.Span.End > n.Span.Start:
		r.leaf(e, n, column, s)
		return
	case gap < end && start == gap && !leaf && e.key == "" && e.props == "":
		e.compact = true
		e.block = r.block(n, start, s)
		e.last = e.block.last
		return
	case gap < end && r.data[gap] != '#':
		r.stuck = true
		return
	}
	e.comment = strings.TrimRight(string(r.data[at:end]), " \t")
	r.next = here + 1
	next, more := r.collect()
	if n.Span.Start == n.Span.End {
		r.nothing(e, column, next, more)
		return
	}
	if more && leaf && next != start {
		e.inner, next = r.props(next)
		next = r.skip(next)
	}
	switch {
	case !more || next != start:
		r.stuck = true
	case leaf:
		e.inside, e.below = r.take(), true
		r.leaf(e, n, column, s)
	default:
		e.block = r.block(n, start, s)
		e.last = e.block.last
	}
}

// nothing ends an entry without a value. Comments that are indented deeper than the
// entry stand in for the value: a list that was commented out stays with its key.
func (r *reader) nothing(e *entry, column, next int, more bool) {
	deepest := -1
	if more {
		deepest = r.column(next)
	}
	e.inside, e.last = r.tail(column+1, deepest), e.first
	for _, t := range e.inside {
		e.last = t.line
		if isDirective(t.comment) {
			r.pins++
		}
	}
}

// props reads the anchor and the tag from an offset on, and gives the offset behind.
func (r *reader) props(at int) (string, int) {
	var found []string
	for {
		from := r.skip(at)
		if from >= len(r.data) || r.data[from] != '&' && r.data[from] != '!' {
			return strings.Join(found, " "), at
		}
		at = from
		for at < len(r.data) && !isSpace(r.data[at]) {
			at++
		}
		found = append(found, string(r.data[from:at]))
	}
}

// leaf reads a value that is no block of its own.
func (r *reader) leaf(e *entry, n *tree.Node, column int, s *shape) {
	start, end := int(n.Span.Start), int(n.Span.End)
	e.begins = r.column(start)
	if r.data[start] == '|' || r.data[start] == '>' {
		r.blockScalar(e, column, start)
		return
	}
	raw := string(r.data[start:end])
	if e.lines = split(raw); len(e.lines) == 1 && (n.Kind == tree.Mapping || n.Kind == tree.Sequence) {
		e.lines[0] = r.flow(n, s)
	}
	last := r.at(end)
	rest := string(r.data[end:r.lines[last].end])
	if text := strings.TrimLeft(rest, " \t"); text != "" && text[0] != '#' {
		r.stuck = true
		return
	}
	e.after = strings.TrimRight(rest, " \t")
	e.last, r.next = last, last+1
}
