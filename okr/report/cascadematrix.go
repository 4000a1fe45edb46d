package report

import (
	"strconv"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/cascade"
)

// A matrix is drawn as long as it can be read: with so many cells and rows at most, and in
// so many stretches of columns. Otherwise it is a list, which never has more lines than
// there are links.
const (
	matrixCells     = 10_000
	matrixRows      = 200
	matrixStretches = 4
	matrixLabel     = 30 // cells for the names of the rows where width is short
	matrixGap       = 2  // between columns
)

// matrix is a table with a column for each of many things.
type matrix struct {
	label   Column
	columns []string // their headings
	rows    []matrixRow
}

type matrixRow struct {
	label Cell
	cells []Cell // one for each column
}

// blocks are the matrix as tables of as many columns as fit, or nil where it would take
// too many.
func (m matrix) blocks(width int) []Block {
	stretches := m.stretches(width)
	if len(stretches) > matrixStretches {
		return nil
	}
	var blocks []Block
	for i, s := range stretches {
		heading := ""
		if len(stretches) > 1 {
			heading = "Columns " + strconv.Itoa(s[0]+1) + " to " + strconv.Itoa(s[1]) + " of " + strconv.Itoa(len(m.columns))
		}
		if i > 0 {
			blocks = append(blocks, Gap{})
		}
		blocks = append(blocks, m.stretch(heading, s[0], s[1]))
	}
	return blocks
}

// stretch is a table of the columns from one up to another.
func (m matrix) stretch(title string, from, to int) Table {
	columns := []Column{m.label}
	for _, name := range m.columns[from:to] {
		columns = append(columns, Column{Name: name, Title: name})
	}
	return Table{Title: title, Columns: columns, Rows: eachRow(m.rows, func(r matrixRow) Row {
		return Row{Cells: append([]Cell{r.label}, r.cells[from:to]...)}
	})}
}

// stretches cuts the columns into stretches that fit beside the label; a width of 0 has
// room for all.
func (m matrix) stretches(width int) [][2]int {
	if width < 1 {
		return [][2]int{{0, len(m.columns)}}
	}
	var found [][2]int
	room := 0
	for i, name := range m.columns {
		need := len([]rune(name))
		for _, r := range m.rows {
			need = max(need, len([]rune(r.cells[i].Text))+len([]rune(r.cells[i].Glyph)))
		}
		need += matrixGap
		if len(found) == 0 || need > room {
			found = append(found, [2]int{i, i})
			room = width - matrixLabel
		}
		found[len(found)-1][1] = i + 1
		room -= need
	}
	return found
}

// coverage is what the teams do for the objectives of those above them.
type coverage struct {
	objectives []*cascade.Node
	teams      []*okr.Team
	// direct are the teams that support an objective themselves.
	direct []map[*okr.Team]bool
}

// addCoverage adds the matrix of objectives of teams with child teams by the teams that
// support them, themselves or through another objective.
func (d *Doc) addCoverage(v *view) {
	c := v.coverage()
	if len(c.objectives) == 0 || len(c.teams) == 0 {
		return
	}
	d.add(Heading{Level: 2, Text: "What the teams do for the objectives above them"})
	if len(c.objectives) <= matrixRows && len(c.objectives)*len(c.teams) <= matrixCells {
		if blocks := v.coverageMatrix(c).blocks(v.options.Width); blocks != nil {
			d.Blocks = append(d.Blocks, blocks...)
			d.add(Paragraph{Plain("● supports it, ◌ through another objective that does, · not")})
			return
		}
	}
	d.add(Table{
		Columns: []Column{
			{Name: "objective", Title: "Objective", Wrap: true}, {Name: "team", Title: "Of"},
			{Name: "supported_by", Title: "Teams that support it", Wrap: true},
		},
		Rows: eachRow(indices(len(c.objectives)), func(i int) Row {
			n := c.objectives[i]
			return Row{Cells: []Cell{Text(titleOf(n)), Text(v.teamAndCycle(n)), Text(v.namesOf(c, i))}}
		}),
	})
}

func indices(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

// namesOf are the teams that support an objective themselves, in the order of the tree.
func (v *view) namesOf(c coverage, i int) string {
	var names []string
	for _, n := range v.supportingTeams(c.objectives[i]) {
		if c.direct[i][n] {
			names = append(names, teamName(n))
		}
	}
	if len(names) == 0 {
		return "nobody"
	}
	return strings.Join(names, ", ")
}

// supportingTeams are the teams of what supports an objective, each once, in the order
// of the supporters.
func (v *view) supportingTeams(n *cascade.Node) []*okr.Team {
	var teams []*okr.Team
	seen := make(map[*okr.Team]bool)
	for _, s := range v.graph.Supporters(n) {
		if s.Team != n.Team && !seen[s.Team] {
			seen[s.Team] = true
			teams = append(teams, s.Team)
		}
	}
	return teams
}

// coverage are the objectives of teams with child teams, in the asked cycle or one that
// contains it, and the teams that support one of them or could.
func (v *view) coverage() coverage {
	var c coverage
	able := make(map[*okr.Team]bool)
	for _, n := range v.graph.Nodes {
		if n.Kind != cascade.Objective || n.Stopped || !v.drawn(n) {
			continue
		}
		able[n.Team] = able[n.Team] || n.Team.Parent != nil
		if n.Beyond || len(n.Team.Children) == 0 || !v.lasts(n) {
			continue
		}
		direct := make(map[*okr.Team]bool)
		for _, t := range v.supportingTeams(n) {
			direct[t] = true
		}
		c.objectives, c.direct = append(c.objectives, n), append(c.direct, direct)
	}
	for _, t := range v.graph.Workspace.Teams {
		if able[t] {
			c.teams = append(c.teams, t)
		}
	}
	return c
}

// lasts reports whether an objective is of the asked cycle or of one that contains it.
func (v *view) lasts(n *cascade.Node) bool {
	return v.graph.Cycle == nil || n.Cycle == v.graph.Cycle || n.Cycle.Includes(v.graph.Cycle)
}

func (v *view) coverageMatrix(c coverage) matrix {
	m := matrix{label: Column{Name: "objective", Title: "Objective", Wrap: true}}
	for _, t := range c.teams {
		m.columns = append(m.columns, t.ID.V)
	}
	for i, n := range c.objectives {
		reached := v.reached(n)
		row := matrixRow{label: Text(titleOf(n) + " (" + v.teamAndCycle(n) + ")")}
		for _, t := range c.teams {
			switch {
			case c.direct[i][t]:
				row.cells = append(row.cells, Text("●"))
			case t != n.Team && reached[t]:
				row.cells = append(row.cells, Text("◌"))
			default:
				row.cells = append(row.cells, Cell{Text: "·", Tone: Muted})
			}
		}
		m.rows = append(m.rows, row)
	}
	return m
}

// reached are the teams from whose objectives support leads to an objective, however
// far.
func (v *view) reached(n *cascade.Node) map[*okr.Team]bool {
	teams := make(map[*okr.Team]bool)
	seen := map[*cascade.Node]bool{n: true}
	for next := []*cascade.Node{n}; len(next) > 0; {
		at := next[len(next)-1]
		next = next[:len(next)-1]
		for _, s := range v.graph.Supporters(at) {
			if !seen[s] {
				seen[s] = true
				teams[s.Team] = true
				next = append(next, s)
			}
		}
	}
	return teams
}
