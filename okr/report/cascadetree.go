package report

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/cascade"
	"github.com/okrs-as-code/okrs/okr/score"
)

// deepest is how far the tree is set in; what stands deeper says at which level. A
// chain of a hundred thousand would otherwise be mostly margin.
const deepest = 9

// branch is a line of the tree.
type branch struct {
	node  *cascade.Node
	depth int
	kind  branchKind
	// count is how many teams a fold holds, and how many objectives of a team stand under
	// what they support.
	count int
}

type branchKind uint8

const (
	ownBranch    branchKind = iota // a team, or an objective in its place
	seenBranch                     // an objective that stands in another place
	sharedBranch                   // a key result that several teams have
	foldedBranch                   // teams that are not shown
)

// forest is who stands below whom: each objective below the first that it supports.
type forest struct {
	v *view
	// under is the objective below which another one stands; absent for roots.
	under map[*cascade.Node]*cascade.Node
	// below are those that stand below an objective, and those that support it and stand
	// elsewhere, in the order of the nodes.
	below map[*cascade.Node][]*cascade.Node
	roots map[*okr.Team][]*cascade.Node
	// placed is how many objectives of a team stand under what they support.
	placed map[*okr.Team]int
	lines  []branch
}

// tree lays out what is drawn: teams in the order of their tree, below each its
// objectives that support nothing shown, below each of those what supports it.
func (v *view) tree() []branch {
	f := &forest{
		v: v, under: make(map[*cascade.Node]*cascade.Node), below: make(map[*cascade.Node][]*cascade.Node),
		roots: make(map[*okr.Team][]*cascade.Node), placed: make(map[*okr.Team]int),
	}
	var objectives []*cascade.Node
	for _, n := range v.graph.Nodes {
		if n.Kind == cascade.Objective && v.drawn(n) {
			objectives = append(objectives, n)
			for _, parent := range v.graph.Parents(n) {
				if !v.drawn(parent) {
					continue
				}
				if _, placed := f.under[n]; !placed && parent != n {
					f.under[n] = parent
				}
				f.below[parent] = append(f.below[parent], n)
			}
		}
	}
	f.openRings(objectives)
	for _, n := range objectives {
		if f.under[n] == nil {
			f.roots[n.Team] = append(f.roots[n.Team], n)
		} else {
			f.placed[n.Team]++
		}
	}
	for _, team := range v.graph.Workspace.Teams {
		f.team(team)
	}
	return f.lines
}

// openRings makes a root of one member of each ring of places, the first of the nodes:
// otherwise nobody in it would stand anywhere.
func (f *forest) openRings(objectives []*cascade.Node) {
	const passing, done = 1, 2
	state := make(map[*cascade.Node]uint8, len(objectives))
	var way []*cascade.Node
	for _, start := range objectives {
		n := start
		for way = way[:0]; n != nil && state[n] == 0; n = f.under[n] {
			state[n] = passing
			way = append(way, n)
		}
		if n != nil && state[n] == passing {
			first := n
			for m := f.under[n]; m != n; m = f.under[m] {
				if m.Before(first) {
					first = m
				}
			}
			delete(f.under, first)
		}
		for _, passed := range way {
			state[passed] = done
		}
	}
}

// team adds a team with its objectives, and where it is the last that is shown how many
// stand below it.
func (f *forest) team(t *okr.Team) {
	v := f.v
	node := v.graph.OfTeam(t)
	roots := f.roots[t]
	switch {
	case v.within != nil && !v.within[t] || v.folded(t):
		return
	case v.near != nil && len(roots) == 0 && !v.near[node]:
		return
	}
	depth := t.Depth - v.base
	f.lines = append(f.lines, branch{node: node, depth: depth, count: f.placed[t]})
	for _, root := range roots {
		f.grow(root, depth+1)
	}
	if v.near == nil && v.options.Depth > 0 && depth == v.options.Depth-1 && len(t.Children) > 0 {
		f.lines = append(f.lines, branch{node: node, depth: depth + 1, kind: foldedBranch, count: len(t.Children)})
	}
}

// grow adds an objective and all that stands below it.
func (f *forest) grow(root *cascade.Node, depth int) {
	stack := []branch{{node: root, depth: depth}}
	for len(stack) > 0 {
		top := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		f.lines = append(f.lines, top)
		if top.kind != ownBranch {
			continue
		}
		for _, k := range f.v.shared(top.node) {
			f.lines = append(f.lines, branch{node: k, depth: top.depth + 1, kind: sharedBranch})
		}
		for _, child := range slices.Backward(f.below[top.node]) {
			next := branch{node: child, depth: top.depth + 1}
			if f.under[child] != top.node {
				next.kind = seenBranch
			}
			stack = append(stack, next)
		}
	}
}

// shared are the key results of an objective that several teams have: those it defines
// and those it lists.
func (v *view) shared(n *cascade.Node) []*cascade.Node {
	var found []*cascade.Node
	for _, k := range n.Results {
		if len(v.graph.Sharers(k)) > 0 {
			found = append(found, k)
		}
	}
	for _, e := range n.Out {
		if e.Kind == cascade.Shares {
			found = append(found, e.To)
		}
	}
	return found
}

func (v *view) treeTable() Table {
	lines := sync.OnceValue(v.tree) // not every format asks for rows
	return Table{
		Columns: []Column{
			{Name: "what", Title: "Team, objective, what supports it", Wrap: true},
			{Name: "team", Title: "Team"},
			{Name: "score", Title: "Score", Kind: KindScore},
			{Name: "commitment", Title: "Commitment", Priority: 1},
			{Name: "measured", Title: "Measured", Align: AlignRight, Priority: 2},
			{Name: "stands", Title: "Stands", Priority: 4},
			{Name: "gaps", Title: "Support and gaps", Wrap: true, Priority: 3},
			{Name: "address", Title: "Address", Kind: KindAddress, Priority: 5},
		},
		Empty: "nothing to show",
		Rows:  func(yield func(Row) bool) { eachRow(lines(), v.treeRow)(yield) },
	}
}

func (v *view) treeRow(b branch) Row {
	row := Row{Depth: min(b.depth, deepest)}
	level := ""
	if b.depth > deepest {
		level = "‹level " + strconv.Itoa(b.depth+1) + "› "
	}
	switch n := b.node; {
	case b.kind == foldedBranch:
		text := "… " + count(b.count, "team", "teams") + " below, not shown at this --depth"
		row.Cells = []Cell{{Text: text, Tone: Muted}}
	case b.kind == seenBranch:
		row.Cells = []Cell{
			{Text: level + "↑ see " + titleOf(n), Tone: Muted}, {Text: v.teamAndCycle(n), Tone: Muted}, {}, {}, {}, {}, {},
			{Text: n.Address(), Tone: Muted},
		}
	case b.kind == sharedBranch:
		row.Cells = []Cell{
			Text(level + "⇄ " + titleOf(n)), Text(teamNames(v.graph.Sharers(n))), v.scoreOf(n), {}, {}, v.standsOf(n), {}, Text(n.Address()),
		}
	case n.Kind == cascade.Team:
		row.Cells = v.teamCells(n, b.count)
	default:
		gaps := v.supportCell(n)
		row.Cells = []Cell{
			{Text: level + titleOf(n), Glyph: gaps.Glyph}, Text(v.teamAndCycle(n)), v.scoreOf(n), Text(v.commitmentOf(n)), Text(v.measuredOf(n)),
			v.standsOf(n), gaps, Text(n.Address()),
		}
	}
	return row
}

// teamCells are a team with the score of its document and how many of its objectives
// stand under what they support.
func (v *view) teamCells(n *cascade.Node, placed int) []Cell {
	cells := []Cell{{Text: titleOf(n), Tone: Strong}, {}, {Text: "–", Tone: Muted}, {}, {}, {}, {}, Text(n.Address())}
	t := v.teams[n.Team]
	if t == nil {
		if v.asked != nil {
			cells[6] = Cell{Text: "no document for " + v.asked.Cycle.ID, Tone: Muted}
		}
		return cells
	}
	cells[2] = scoreCell(t.Score, "", v.scoring)
	cells[4] = Text(coverageText(t.Coverage))
	if placed > 0 {
		cells[6] = Cell{Text: count(placed, "objective", "objectives") + " under what they support", Tone: Muted}
	}
	return cells
}

// supportCell is what is missing at an objective, else how many support it, and what it
// supports where that is not in the picture.
func (v *view) supportCell(n *cascade.Node) Cell {
	var parts []string
	cell := Cell{}
	if n.Stopped {
		parts = append(parts, "stopped")
	}
	if gap := v.gaps.text(n); gap != "" {
		parts, cell.Glyph = append(parts, gap), "▲"
	}
	if supporters := len(v.graph.Supporters(n)); supporters > 0 {
		parts = append(parts, "supported by "+strconv.Itoa(supporters))
	}
	for _, parent := range v.graph.Parents(n) {
		if !v.drawn(parent) {
			parts = append(parts, "supports "+parent.Address())
			break // one says where it leads; the file has the rest
		}
	}
	cell.Text = strings.Join(parts, "; ")
	return cell
}

// scoreOf is the score of a node; a guardrail has none to show, since it holds or is
// broken.
func (v *view) scoreOf(n *cascade.Node) Cell {
	switch n.Kind {
	case cascade.Team:
		if t := v.teams[n.Team]; t != nil {
			return scoreCell(t.Score, "", v.scoring)
		}
	case cascade.Objective:
		if o, known := v.objectives[n.Objective]; known {
			return scoreCell(o.Score, o.Band, v.scoring)
		}
	case cascade.KeyResult:
		if k := v.results[n.KeyResult]; k != nil && k.Role() != "guardrail" {
			return scoreCell(k.Score, k.Band, v.scoring)
		}
	}
	return Cell{Text: "–", Tone: Muted}
}

// standsOf says how an objective or a key result stands: its pace while its cycle runs,
// afterwards its verdict or band.
func (v *view) standsOf(n *cascade.Node) Cell {
	if n.Stopped {
		return Cell{Text: "stopped", Tone: Muted}
	}
	if n.Kind == cascade.Objective {
		if o, known := v.objectives[n.Objective]; known {
			return table{scoring: v.scoring, ended: o.ended}.objectiveState(o.Objective)
		}
		return Cell{}
	}
	if k := v.results[n.KeyResult]; k != nil {
		o := v.objectives[n.KeyResult.Objective]
		return table{scoring: v.scoring, ended: o.ended}.state(k)
	}
	return Cell{}
}

func (v *view) commitmentOf(n *cascade.Node) string {
	if o, known := v.objectives[n.Objective]; known {
		return string(o.Commitment)
	}
	return string(n.Objective.Commitment.V)
}

func (v *view) measuredOf(n *cascade.Node) string {
	if o, known := v.objectives[n.Objective]; known {
		return coverageText(o.Coverage)
	}
	return ""
}

func coverageText(c score.Coverage) string {
	return strconv.Itoa(c.Measured) + "/" + strconv.Itoa(c.Total)
}
