package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/cascade"
)

// pair is a team that asks and one that gives; the one that gives is nil for what is
// needed outside.
type pair struct{ asks, gives *okr.Team }

// tally is how many dependencies stand in each state, in the order of askStates.
type askTally [len(askStates)]int

func (t askTally) text() string {
	var parts []string
	for i, look := range askStates {
		if t[i] > 0 {
			parts = append(parts, look.glyph+strconv.Itoa(t[i]))
		}
	}
	return strings.Join(parts, " ")
}

// asksByPair counts the dependencies between teams; those on a team that the register
// does not have are findings and not counted.
func (v *view) asksByPair() map[pair]*askTally {
	found := make(map[pair]*askTally)
	for _, a := range v.graph.Asks() {
		if a.Team == nil && a.State != cascade.Outside || !v.concerns(a) {
			continue
		}
		key := pair{a.From.Team, a.Team}
		if found[key] == nil {
			found[key] = new(askTally)
		}
		at := slices.IndexFunc(askStates[:], func(s askState) bool { return s.state == a.State })
		found[key][at]++
	}
	return found
}

// addAsks adds the matrix of teams that ask by teams that give.
func (d *Doc) addAsks(v *view) {
	tallies := v.asksByPair()
	if len(tallies) == 0 {
		return
	}
	d.add(Heading{Level: 2, Text: "Who asks whom"})
	legend := Paragraph{Plain("Rows ask, columns give: " + legendText())}
	rows, columns := v.involved(tallies)
	if len(rows)*len(columns) <= matrixCells {
		m := matrix{label: Column{Name: "asks", Title: "Asks", Wrap: true}}
		for _, t := range columns {
			m.columns = append(m.columns, givesName(t))
		}
		for _, asking := range rows {
			row := matrixRow{label: Text(teamName(asking))}
			for _, giving := range columns {
				cell := Cell{Text: "·", Tone: Muted}
				if tally := tallies[pair{asking, giving}]; tally != nil {
					cell = Text(tally.text())
				}
				row.cells = append(row.cells, cell)
			}
			m.rows = append(m.rows, row)
		}
		if blocks := m.blocks(v.options.Width); blocks != nil {
			d.Blocks = append(append(d.Blocks, blocks...), legend)
			return
		}
	}
	d.add(v.asksList(tallies))
	d.add(legend)
}

func givesName(t *okr.Team) string {
	if t == nil {
		return "outside"
	}
	return t.ID.V
}

func legendText() string {
	var words []string
	for _, look := range askStates {
		words = append(words, look.glyph+" "+look.word)
	}
	return strings.Join(words, ", ")
}

// involved are the teams that ask and those that give, in the order of the tree; what
// is needed outside comes last, as nil.
func (v *view) involved(tallies map[pair]*askTally) (rows, columns []*okr.Team) {
	asks, gives := make(map[*okr.Team]bool), make(map[*okr.Team]bool)
	for p := range tallies {
		asks[p.asks], gives[p.gives] = true, true
	}
	for _, t := range v.graph.Workspace.Teams {
		if asks[t] {
			rows = append(rows, t)
		}
		if gives[t] {
			columns = append(columns, t)
		}
	}
	if gives[nil] {
		columns = append(columns, nil)
	}
	return rows, columns
}

// asksList is the matrix as a list of its cells that are not empty.
func (v *view) asksList(tallies map[pair]*askTally) Table {
	rank := make(map[*okr.Team]int)
	for i, t := range v.graph.Workspace.Teams {
		rank[t] = i
	}
	rank[nil] = len(v.graph.Workspace.Teams)
	pairs := make([]pair, 0, len(tallies))
	for p := range tallies {
		pairs = append(pairs, p)
	}
	slices.SortFunc(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(rank[a.asks], rank[b.asks]), cmp.Compare(rank[a.gives], rank[b.gives]))
	})
	return Table{
		Columns: []Column{{Name: "asks", Title: "Asks", Wrap: true}, {Name: "gives", Title: "Gives", Wrap: true}, {Name: "states", Title: "How many"}},
		Rows: eachRow(pairs, func(p pair) Row {
			name := "outside"
			if p.gives != nil {
				name = teamName(p.gives)
			}
			return Row{Cells: []Cell{Text(teamName(p.asks)), Text(name), Text(tallies[p].text())}}
		}),
	}
}
