package report

import (
	"slices"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/cascade"
	"github.com/okrs-as-code/okrs/okr/score"
)

// mostSets is how many shorter cycles stand beside a longer one, the latest: a year has
// twelve months.
const mostSets = 12

// addRolling adds the objectives of longer cycles that their teams carry through
// shorter ones: what each measures itself, side by side. Nothing is added up.
func (d *Doc) addRolling(v *view) {
	begun := false
	for _, r := range v.graph.Rolling() {
		if !v.drawn(r.Objective) {
			continue
		}
		if !begun {
			d.add(Heading{Level: 2, Text: "Carried through shorter cycles"})
			d.add(Paragraph{Plain("Each column is what that objective measures itself. Contributors stand beside it and never add up into it.")})
			begun = true
		}
		d.add(v.rollingTable(r))
	}
}

// rollingTable has a column for the longer cycle, then one for each shorter one, and a
// row for each id of a key result that one of them has.
func (v *view) rollingTable(r cascade.Rolling) Table {
	sets := append([]*okr.Objective{r.Objective.Objective}, r.Sets[max(0, len(r.Sets)-mostSets):]...)
	columns := []Column{{Name: "what", Title: "Key result", Wrap: true}}
	for i, o := range sets {
		column := Column{Name: o.Document.CycleID.V, Title: o.Document.Cycle.ID, Priority: len(sets) - i}
		if i > 0 && o.Document == sets[i-1].Document {
			column.Title += " " + o.ID.V
		}
		if i == 0 || o.Document.Cycle == v.graph.Cycle {
			column.Priority = 0
		}
		columns = append(columns, column)
	}
	ids, titles, results := resultsByID(sets)
	return Table{
		Title:   titleOf(r.Objective) + " (" + r.Objective.Address() + ")",
		Columns: columns,
		Rows: func(yield func(Row) bool) {
			if !yield(v.rollingScores(r, sets)) {
				return
			}
			for _, id := range ids {
				row := Row{Depth: 1, Cells: []Cell{Text(titles[id])}}
				for i := range sets {
					row.Cells = append(row.Cells, Text(v.measuredBy(results[i][id])))
				}
				if !yield(row) {
					return
				}
			}
			v.contributors(r, sets, yield)
		},
	}
}

func (v *view) rollingScores(r cascade.Rolling, sets []*okr.Objective) Row {
	row := Row{Cells: []Cell{{Text: "score", Tone: Strong}}}
	for _, o := range sets {
		cell := Cell{Text: "–", Tone: Muted}
		if s, known := v.objectives[o]; known {
			cell = scoreCell(s.Score, "", v.scoring)
		}
		row.Cells = append(row.Cells, cell)
	}
	return row
}

// resultsByID are the ids of the key results that some objectives define, in the order
// in which they come up, with the first title of each, and the key results of each
// objective by id.
func resultsByID(sets []*okr.Objective) (ids []string, titles map[string]string, results []map[string]*okr.KeyResult) {
	titles = make(map[string]string)
	for _, o := range sets {
		of := make(map[string]*okr.KeyResult)
		for _, k := range o.KeyResults {
			id := k.ID.V
			if k.IsRef() || of[id] != nil {
				continue
			}
			of[id] = k
			if _, known := titles[id]; !known {
				titles[id] = k.Title.Or(id)
				ids = append(ids, id)
			}
		}
		results = append(results, of)
	}
	return ids, titles, results
}

// measuredBy is the reading of a key result and its way from baseline to target; empty
// where there is none.
func (v *view) measuredBy(k *okr.KeyResult) string {
	if k == nil {
		return ""
	}
	if s := v.results[k]; s != nil && s.State != score.Cancelled {
		return movement(s)
	}
	return "–"
}

// contributors are rows of what other teams do for a rolling objective, each with its
// score in the column of its cycle. They stand beside it and are no part of it.
func (v *view) contributors(r cascade.Rolling, sets []*okr.Objective, yield func(Row) bool) {
	var others []*cascade.Node
	for _, n := range v.graph.Supporters(r.Objective) {
		if n.Team != r.Objective.Team {
			others = append(others, n)
		}
	}
	if len(others) == 0 || !yield(Row{Cells: []Cell{{Text: "beside it, of other teams", Tone: Strong}}}) {
		return
	}
	for _, n := range others {
		row := Row{Depth: 1, Cells: make([]Cell, len(sets)+1)}
		row.Cells[0] = Text(teamName(n.Team) + ": " + titleOf(n))
		column := slices.IndexFunc(sets, func(o *okr.Objective) bool { return o.Document.Cycle == n.Cycle })
		if column < 0 {
			row.Cells[0].Text += " (" + n.Cycle.ID + ": " + v.scoreOf(n).Text + ")"
		} else {
			row.Cells[column+1] = v.scoreOf(n)
		}
		if !yield(row) {
			return
		}
	}
}
