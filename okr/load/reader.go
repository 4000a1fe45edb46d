package load

import (
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/source"
	"github.com/okrs-as-code/okrs/okr/tree"
)

// reader turns nodes of a tree into values of the vocabulary. What has the wrong
// type or form reads as absent and is noted as a slip; the schema will have said
// so, and where it has not, the slip becomes a finding of its own.
type reader struct {
	*store
	slips []slip
	// faults counts values that could not be read: slips without unknown keys.
	faults int
}

// slip is a node that could not be read.
type slip struct {
	span    source.Span
	message string
	// said tells that reading the file has spoken about the node already.
	said bool
}

func (r *reader) slip(n *tree.Node, message string) {
	r.faults++
	r.slips = append(r.slips, slip{n.Span, message, n.Reported})
}

// pairs are the keys and values of a mapping; none for any other node.
func (r *reader) pairs(n *tree.Node) []tree.Pair {
	if n.Kind != tree.Mapping {
		r.slip(n, "keys and values are expected here")
		return nil
	}
	return n.Pairs
}

// items are those of a list; none for any other node.
func (r *reader) items(n *tree.Node) []*tree.Node {
	if n.Kind != tree.Sequence {
		r.slip(n, "a list is expected here")
		return nil
	}
	return n.Items
}

// unknown notes a key that no field has.
func (r *reader) unknown(p *tree.Pair) {
	r.slips = append(r.slips, slip{p.Span, "there is no key " + quoted(p.Key) + " here", p.Value.Reported})
}

// string is the content of a text that is not empty.
func (r *reader) string(n *tree.Node) (string, bool) {
	if n.Kind != tree.String || n.Text == "" {
		r.slip(n, "a text is expected here; put it in quotes where it looks like something else")
		return "", false
	}
	return n.Text, true
}

// sentence is a text of its own, such as a title.
func (r *reader) sentence(n *tree.Node) okr.Text {
	if s, ok := r.string(n); ok {
		return okr.Text{V: r.text(s), Span: n.Span}
	}
	return okr.Text{}
}

// name is a text that is likely written more than once, such as an id or a unit.
func (r *reader) name(n *tree.Node) okr.Text {
	if s, ok := r.string(n); ok {
		return okr.Text{V: r.word(s), Span: n.Span}
	}
	return okr.Text{}
}

// id is the id of a team, an objective or a key result.
func (r *reader) id(n *tree.Node) okr.Text {
	if n.Kind == tree.String && okr.ValidID(n.Text) {
		return okr.Text{V: r.word(n.Text), Span: n.Span}
	}
	r.slip(n, "an id is expected here: lower-case letters, digits and hyphens, at most 64 of them")
	return okr.Text{}
}

// cycleID is the id of a cycle. A year without quotes is the text that it is.
func (r *reader) cycleID(n *tree.Node) okr.Text {
	if (n.Kind == tree.String || n.Kind == tree.Number) && okr.ValidCycleID(n.Text) {
		return okr.Text{V: r.word(n.Text), Span: n.Span}
	}
	r.slip(n, "a cycle is expected here, such as 2026-Q3")
	return okr.Text{}
}

// choice is one of a few words.
func (r *reader) choice(n *tree.Node, words ...string) okr.Text {
	if n.Kind == tree.String && slices.Contains(words, n.Text) {
		return okr.Text{V: r.word(n.Text), Span: n.Span}
	}
	r.slip(n, "one of these words is expected here: "+strings.Join(words, ", "))
	return okr.Text{}
}

// number is an exact number.
func (r *reader) number(n *tree.Node) okr.Number {
	if n.Kind != tree.Number {
		r.slip(n, "a number is expected here")
		return okr.Number{}
	}
	v, err := metric.ParseNumber(n.Text)
	if err != nil {
		r.slip(n, err.Error())
		return okr.Number{}
	}
	return okr.Number{V: v, Span: n.Span}
}

// within is a number between two whole ones, both included.
func (r *reader) within(n *tree.Node, least, most int64) okr.Number {
	number := r.number(n)
	if number.Written() && (number.V.Cmp(metric.Int(least)) < 0 || number.V.Cmp(metric.Int(most)) > 0) {
		r.slip(n, "the number is outside what is possible here")
		return okr.Number{}
	}
	return number
}

// positive is a number of 0 or more.
func (r *reader) positive(n *tree.Node) okr.Number {
	number := r.number(n)
	if number.Written() && number.V.Sign() < 0 {
		r.slip(n, "a number of 0 or more is expected here")
		return okr.Number{}
	}
	return number
}

// whole is a whole number from least to most.
func (r *reader) whole(n *tree.Node, least, most int) source.At[int] {
	number := r.within(n, int64(least), int64(most))
	if !number.Written() {
		return source.At[int]{}
	}
	v := int(number.V.Float64())
	if !number.V.Equal(metric.Int(int64(v))) {
		r.slip(n, "a whole number is expected here")
		return source.At[int]{}
	}
	return source.At[int]{V: v, Span: n.Span}
}

// day is a civil date.
func (r *reader) day(n *tree.Node) okr.Day {
	if n.Kind != tree.String {
		r.slip(n, "a date is expected here: year-month-day, as 2026-08-15")
		return okr.Day{}
	}
	d, err := okr.ParseDate(n.Text)
	if err != nil {
		r.slip(n, err.Error())
		return okr.Day{}
	}
	return okr.Day{V: d, Span: n.Span}
}

// yes is true or false.
func (r *reader) yes(n *tree.Node) source.At[bool] {
	if n.Kind != tree.Bool {
		r.slip(n, "true or false is expected here")
		return source.At[bool]{}
	}
	return source.At[bool]{V: n.Text == "true", Span: n.Span}
}

// sentences are a list of texts.
func (r *reader) sentences(n *tree.Node, read func(*tree.Node) okr.Text) []okr.Text {
	items := r.items(n)
	texts := r.texts.take(len(items))[:0]
	for _, item := range items {
		if text := read(item); text.Written() {
			texts = append(texts, text)
		}
	}
	return texts
}
