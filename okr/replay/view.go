package replay

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/edit"
	"github.com/okrs-as-code/okrs/okr/tree"
)

// view is a document on a day.
type view struct {
	text          // with the episodes of later days undone
	cycle  string // the document's
	day    okr.Date
	closed bool           // the cycle is over and looked back at
	at     int            // the number of the commit
	begun  map[string]int // the first commit of each document, by team/cycle
	gone   []string       // entries that nobody had written yet
	back   []diag.Edit    // values that amendments changed since
	err    error
	out    []byte // what it comes to
}

// draw is the document as its dates tell it. The view before it is the result where
// it finds the same.
func (v *view) draw(last view) ([]byte, error) {
	if root := v.tree.Root; !v.closed && root.Get("retrospective") != nil {
		v.gone = append(v.gone, "/retrospective")
	}
	for _, list := range []string{"objectives", "stopped"} {
		for i, objective := range items(v.tree.Root.Get(list)) {
			v.entry("/"+list+"/"+strconv.Itoa(i), objective)
		}
	}
	if v.err != nil {
		return nil, v.err
	}
	if last.tree == v.tree && slices.Equal(last.gone, v.gone) && slices.Equal(last.back, v.back) {
		return last.out, nil
	}
	edits := slices.Clone(v.back)
	if len(v.gone) > 0 {
		deleted := edit.DeleteEntries(v.tree, v.data, v.gone)
		if deleted == nil {
			return nil, fmt.Errorf("%s cannot be replayed to %s: %s cannot be taken out", v.tree.Path, v.day, strings.Join(v.gone, ", "))
		}
		edits = append(edits, deleted...)
	}
	if len(edits) == 0 {
		return v.data, nil
	}
	out, applied, err := edit.Apply(v.data, []diag.Fix{{Edits: edits}})
	if err == nil && applied == 0 {
		err = fmt.Errorf("%s cannot be replayed to %s: two changes meet", v.tree.Path, v.day)
	}
	return out, err
}

func items(n *tree.Node) []*tree.Node {
	if n == nil {
		return nil
	}
	return n.Items
}

// entry looks at an objective or a key result.
func (v *view) entry(pointer string, n *tree.Node) {
	if on, ok := dateOf(n.Get("cancelled")); ok && on > v.day {
		v.gone = append(v.gone, pointer+"/cancelled")
	}
	if !v.closed && n.Get("outcome") != nil {
		v.gone = append(v.gone, pointer+"/outcome")
	}
	v.drop(pointer+"/check_ins", n.Get("check_ins"), v.later)
	v.drop(pointer+"/amendments", n.Get("amendments"), v.later)
	v.restore(n)
	for _, key := range []string{"supports", "depends_on", "enables"} {
		v.drop(pointer+"/"+key, n.Get(key), v.dangling)
	}
	v.drop(pointer+"/shared_with", n.Get("shared_with"), v.alone)
	v.drop(pointer+"/key_results", n.Get("key_results"), v.dangling)
	for i, keyResult := range items(n.Get("key_results")) {
		v.entry(pointer+"/key_results/"+strconv.Itoa(i), keyResult)
	}
}

// drop marks the items of a list of which something holds, or the whole list.
func (v *view) drop(pointer string, list *tree.Node, is func(*tree.Node) bool) {
	var found []string
	for i, item := range items(list) {
		if is(item) {
			found = append(found, pointer+"/"+strconv.Itoa(i))
		}
	}
	if len(found) > 0 && len(found) == len(list.Items) {
		found = []string{pointer}
	}
	v.gone = append(v.gone, found...)
}

func (v *view) later(item *tree.Node) bool {
	on, ok := dateOf(item)
	return ok && on > v.day
}

// dangling reports whether a link leads into a document that is not written yet. An
// address that stops at team and cycle may be ahead of it.
func (v *view) dangling(item *tree.Node) bool {
	target := item.Text
	for _, key := range []string{"on", "for", "ref"} {
		if to := item.Get(key); to != nil {
			target = to.Text
		}
	}
	parts := strings.SplitN(target, "/", 3)
	return len(parts) == 3 && !v.there(parts[0], parts[1])
}

// alone reports whether a team that a key result is offered to has no document yet.
func (v *view) alone(team *tree.Node) bool { return !v.there(team.Text, v.cycle) }

// there reports whether a document is written. One that never will be is treated as
// written, because what leads to it leads nowhere today either.
func (v *view) there(team, cycle string) bool {
	begun, known := v.begun[team+"/"+cycle]
	return !known || begun <= v.at
}

// restore puts the values back that later amendments changed, in their fields and
// where a title repeats them.
func (v *view) restore(n *tree.Node) {
	earliest := make(map[string]*tree.Node)
	var fields []string
	for _, amendment := range slices.Backward(items(n.Get("amendments"))) {
		if field := amendment.Get("field"); field != nil && v.later(amendment) {
			if earliest[field.Text] == nil {
				fields = append(fields, field.Text)
			}
			earliest[field.Text] = amendment
		}
	}
	for _, field := range fields {
		from := earliest[field].Get("from")
		now := n.Get(field)
		if metric := n.Get("metric"); now == nil && metric != nil {
			now = metric.Get(field)
		}
		if from == nil || now == nil || !scalar(from) || !scalar(now) {
			v.err = fmt.Errorf("%s cannot be replayed to %s: an amendment of %s has no single value to put back", v.tree.Path, v.day, field)
			return
		}
		written := string(v.data[from.Span.Start:from.Span.End])
		v.back = append(v.back, diag.EditAt(v.tree.Lines, now.Span, written))
		if title := n.Get("title"); title != nil && title.Plain && now.Kind == tree.Number {
			v.retitle(title, now.Text, written)
		}
	}
}

func scalar(n *tree.Node) bool {
	return n.Kind == tree.Number || n.Kind == tree.String || n.Kind == tree.Bool
}

// retitle puts a number back in a title that has it once.
func (v *view) retitle(title *tree.Node, now, was string) {
	raw := string(v.data[title.Span.Start:title.Span.End])
	number := regexp.MustCompile(`(^|[^0-9.])` + regexp.QuoteMeta(now) + `($|[^0-9.]|\.$)`)
	if len(number.FindAllStringIndex(raw, -1)) == 1 {
		v.back = append(v.back, diag.EditAt(v.tree.Lines, title.Span, number.ReplaceAllString(raw, "${1}"+was+"${2}")))
	}
}

// dateOf is the date of an entry that has one.
func dateOf(n *tree.Node) (okr.Date, bool) {
	if n == nil || n.Get("date") == nil {
		return 0, false
	}
	on, err := okr.ParseDate(n.Get("date").Text)
	return on, err == nil
}
