package replay

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/edit"
	"github.com/okrs-as-code/okrs/okr/tree"
)

// paper is a file on its way through time.
type paper struct {
	name     string        // today
	document *okr.Document // nil for a file that is no document
	episodes []episode     // the latest first
	texts    []text        // as today, then with one more episode undone each
	names    []string      // that it ever had
	closes   okr.Date      // when the document gets its outcomes and its retrospective
	drawn    map[int]state // by the number of the commit
}

// state is a paper at a commit.
type state struct {
	name string
	data []byte
}

// episode is an Episode with the way back: from a script, or an objective that was
// stopped.
type episode struct {
	Episode
	undo func(text) ([]byte, error)
}

// text is the content of a paper with the places of everything in it.
type text struct {
	data []byte
	tree *tree.Tree
}

func read(name string, data []byte) (text, error) {
	parsed, findings := tree.Parse(name, data)
	if parsed == nil || len(findings) > 0 {
		return text{}, fmt.Errorf("%s cannot be replayed: it has problems of form", name)
	}
	return text{data, parsed}, nil
}

func newPaper(name string, data []byte, document *okr.Document, episodes []Episode) (*paper, error) {
	p := &paper{name: name, document: document, names: []string{name}, drawn: make(map[int]state)}
	for _, e := range episodes {
		if e.Path == name {
			p.episodes = append(p.episodes, episode{e, func(t text) ([]byte, error) { return undo(t, e) }})
			if e.Moved != "" {
				p.names = append(p.names, e.Moved)
			}
		}
	}
	if document == nil && len(p.episodes) == 0 {
		p.texts = []text{{data: data}}
		return p, nil
	}
	now, err := read(name, data)
	if err != nil {
		return p, err
	}
	p.texts = []text{now}
	p.episodes = append(p.episodes, stops(now)...)
	slices.Reverse(p.episodes)
	slices.SortStableFunc(p.episodes, func(a, b episode) int { return -cmp.Compare(a.On, b.On) })
	return p, nil
}

// draw works out the states of the paper at the commits that it has a part in.
func (p *paper) draw(days [][]event, begun map[string]int) error {
	var last view
	for at, day := range days {
		for _, e := range day {
			if _, there := p.drawn[at]; there || e.paper != p {
				continue
			}
			name, now, err := p.before(e.day)
			if err != nil {
				return err
			}
			drawn := state{name, now.data}
			if p.document != nil {
				v := view{cycle: p.document.CycleID.V, day: e.day, closed: e.day >= p.closes, at: at, begun: begun, text: now}
				if drawn.data, err = v.draw(last); err != nil {
					return err
				}
				v.out = drawn.data
				last = v
			}
			p.drawn[at] = drawn
		}
	}
	return nil
}

// before is the paper with the episodes undone that come after a day.
func (p *paper) before(day okr.Date) (name string, now text, err error) {
	name = p.name
	undone := 0
	for undone < len(p.episodes) && p.episodes[undone].On > day {
		e := p.episodes[undone]
		if e.Moved != "" {
			name = e.Moved
		}
		if undone++; undone == len(p.texts) {
			data, err := e.undo(p.texts[undone-1])
			if err != nil {
				return name, now, err
			}
			earlier, err := read(p.name, data)
			if err != nil {
				return name, now, fmt.Errorf("before %s: %w", e.On, err)
			}
			p.texts = append(p.texts, earlier)
		}
	}
	return name, p.texts[undone], nil
}

// undo takes an episode back.
func undo(t text, e Episode) ([]byte, error) {
	data := t.data
	if len(e.Added) > 0 {
		edits := edit.DeleteEntries(t.tree, data, e.Added)
		if edits == nil {
			return nil, fmt.Errorf("the episode of %s does not fit %s: %s cannot be taken out", e.On, e.Path, strings.Join(e.Added, ", "))
		}
		var err error
		if data, _, err = edit.Apply(data, []diag.Fix{{Edits: edits}}); err != nil {
			return nil, err
		}
	}
	if e.Now == "" {
		return data, nil
	}
	if count := strings.Count(string(data), e.Now); count != 1 {
		return nil, fmt.Errorf("the episode of %s does not fit %s: %q stands there %d times", e.On, e.Path, e.Now, count)
	}
	return []byte(strings.Replace(string(data), e.Now, e.Was, 1)), nil
}

// stops are the episodes in which objectives were given up: before, they stood
// among the others.
func stops(now text) []episode {
	var found []episode
	stopped := now.tree.Root.Get("stopped")
	if stopped == nil {
		return nil
	}
	for _, objective := range stopped.Items {
		on, ok := dateOf(objective.Get("cancelled"))
		id := objective.Get("id")
		if ok && id != nil {
			e := Episode{On: on, Path: now.tree.Path}
			found = append(found, episode{e, func(t text) ([]byte, error) { return resume(t, id.Text) }})
		}
	}
	return found
}

// resume moves a stopped objective back to the end of the others.
func resume(t text, id string) ([]byte, error) {
	unclear := fmt.Errorf("%s cannot be replayed: how %s was stopped is written in an unusual way", t.tree.Path, id)
	objectives, stopped := t.tree.Root.Get("objectives"), t.tree.Root.Get("stopped")
	if objectives == nil || len(objectives.Items) == 0 || stopped == nil {
		return nil, unclear
	}
	at := slices.IndexFunc(stopped.Items, func(n *tree.Node) bool { return n.Get("id") != nil && n.Get("id").Text == id })
	if at < 0 {
		return nil, unclear
	}
	item := stopped.Items[at]
	lines := t.tree.Lines
	from := lines.Position(item.Span.Start)
	dash := strings.Repeat(" ", max(int(from.Column)-3, 0)) + "- "
	start := int(item.Span.Start) - len(dash)
	if start < 0 || string(t.data[start:item.Span.Start]) != dash || (start > 0 && t.data[start-1] != '\n') ||
		lines.Position(objectives.Items[0].Span.Start).Column != from.Column {
		return nil, unclear
	}
	pointer := "/stopped"
	if len(stopped.Items) > 1 {
		pointer += "/" + strconv.Itoa(at)
	}
	edits := edit.DeleteEntries(t.tree, t.data, []string{pointer})
	if edits == nil {
		return nil, unclear
	}
	block := "\n" + strings.TrimRight(string(t.data[start:item.Span.End]), "\n") + "\n"
	last := endOfLine(t.data, int(objectives.Span.End))
	rest, _, err := edit.Apply(t.data[last:], shifted(edits, last))
	if err != nil {
		return nil, unclear
	}
	return []byte(string(t.data[:last]) + block + string(rest)), nil
}

// endOfLine is the place behind the line break at or after a place.
func endOfLine(data []byte, at int) int {
	for at < len(data) && (at == 0 || data[at-1] != '\n') {
		at++
	}
	return at
}

// shifted are edits of what is left when the beginning of a text is cut off.
func shifted(edits []diag.Edit, by int) []diag.Fix {
	moved := slices.Clone(edits)
	for i := range moved {
		moved[i].Span.Start = max(moved[i].Span.Start, uint32(by)) - uint32(by)
		moved[i].Span.End -= uint32(by)
	}
	return []diag.Fix{{Edits: moved}}
}
