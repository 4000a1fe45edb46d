package edit

import (
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/source"
	"github.com/okrs-as-code/okrs/okr/tree"
)

// initiatives is the home of tasks in an objective.
const initiatives = "initiatives"

// MoveToInitiatives makes a task that was written as a key result an initiative of
// its objective: the key result goes, its title becomes the last item of
// `initiatives`. What else it held, such as its metric, goes too; its comments stay
// and stand above the new item. There are no edits for the only key result of an
// objective, for one without a title, and for what DeleteEntry or InsertInto cannot do.
func MoveToInitiatives(t *tree.Tree, data []byte, keyResult *tree.Node) []diag.Edit {
	objective, index := objectiveOf(t.Root, keyResult)
	if objective == nil || len(objective.Get("key_results").Items) < 2 {
		return nil
	}
	title := keyResult.Get("title")
	if title == nil || title.Kind == tree.Mapping || title.Kind == tree.Sequence || strings.TrimSpace(title.Text) == "" {
		return nil
	}
	r, f, ok := readFile(t, data, nil)
	if !ok {
		return nil
	}
	where := &position{objective.Get("key_results"), index}
	gone, ok := r.stretch(f.root, where)
	if !ok {
		return nil
	}
	in, ok := r.insertion(f.root, objective, initiatives, title.Text)
	if !ok {
		return nil
	}
	if int(gone.End) == len(r.data) {
		in.text = strings.TrimPrefix(in.text, r.newline) // the deleted lines leave one behind them
	}
	edits := []diag.Edit{diag.EditAt(t.Lines, gone, "")}
	for _, in := range r.carry(f.root, objective, commentsIn(t, gone), in) {
		at := source.Span{Start: uint32(in.at), End: uint32(in.at)}
		edits = append(edits, diag.EditAt(t.Lines, at, in.text))
	}
	slices.SortStableFunc(edits, byPlace)
	rest, path := prune(t.Root, where.way(t.Root)), pathTo(t.Root, objective)
	return sound(t, data, edits, func(after *tree.Node, out []byte) bool {
		return onlyAdds(rest, data, after, out, path, initiatives, title.Text)
	})
}

// objectiveOf finds the objective that lists a key result, and the position in it.
func objectiveOf(root, keyResult *tree.Node) (objective *tree.Node, index int) {
	for _, key := range []string{"objectives", "stopped"} {
		list := root.Get(key)
		if list == nil || keyResult == nil {
			continue
		}
		for _, o := range list.Items {
			if results := o.Get("key_results"); results != nil {
				if i := slices.Index(results.Items, keyResult); i >= 0 {
					return o, i
				}
			}
		}
	}
	return nil, -1
}

// commentsIn are the comments of what is deleted.
func commentsIn(t *tree.Tree, gone source.Span) []string {
	var texts []string
	for _, c := range t.Comments {
		if c.Span.Start >= gone.Start && c.Span.End <= gone.End {
			texts = append(texts, c.Text)
		}
	}
	return texts
}

// carry puts comments above the line that is inserted; above the key, where the new
// item comes between brackets and there is no such line.
func (r *reader) carry(root *block, objective *tree.Node, comments []string, in insertion) []insertion {
	if len(comments) == 0 {
		return []insertion{in}
	}
	above := func(column int) string {
		pad := strings.Repeat(" ", column)
		return pad + strings.Join(comments, r.newline+pad) + r.newline
	}
	if i := strings.LastIndex(in.text, "- "); !strings.HasPrefix(in.text, ", ") && i >= 0 {
		start := strings.LastIndexAny(in.text[:i], "\r\n") + 1
		if isEmpty(in.text[start:i]) {
			in.text = in.text[:start] + above(i-start) + in.text[start:]
			return []insertion{in}
		}
	}
	at := (&held{block: root}).find(objective)
	if at == nil {
		return nil
	}
	for _, e := range at.block.entries {
		if e.name == initiatives {
			l := r.lines[e.first]
			return []insertion{{l.start, above(indentOf(r.of(e.first)))}, in}
		}
	}
	return nil
}
