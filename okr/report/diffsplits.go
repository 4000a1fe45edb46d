package report

import (
	"strings"

	"github.com/okrs-as-code/okrs/okr/diff"
)

// splitLine is a row of the table of splits: of a team, or of one of its key results.
type splitLine struct {
	team      *diff.Attribution
	keyResult *diff.KeyResultSplit // nil for the team as a whole
}

// splitLines are the rows of the table of splits; none where no score moved, and the
// sentence above says it all.
func (v *diffView) splitLines() []splitLine {
	moved := len(v.Attribution) > 1
	var lines []splitLine
	for i := range v.Attribution {
		a := &v.Attribution[i]
		moved = moved || a.Moved() || len(a.KeyResults) > 0
		lines = append(lines, splitLine{team: a})
		for j := range a.KeyResults {
			lines = append(lines, splitLine{a, &a.KeyResults[j]})
		}
	}
	if !moved {
		return nil
	}
	return lines
}

// splitTable shows whose scores are made of what. A table that goes on within a team
// begins with it.
func (v *diffView) splitTable(lines []splitLine) Table {
	return Table{
		Columns: []Column{
			{Name: "what", Title: "Team / key result", Wrap: true},
			{Name: "before", Title: "Before", Kind: KindScore},
			{Name: "after", Title: "After", Kind: KindScore},
			{Name: "definition", Title: "Definition", Kind: KindNumber},
			{Name: "progress", Title: "Progress", Kind: KindNumber},
		},
		Rows: func(yield func(Row) bool) {
			for i, line := range lines {
				if i == 0 && line.keyResult != nil && !yield(v.teamRow(line.team)) {
					return
				}
				if !yield(v.lineRow(line)) {
					return
				}
			}
		},
	}
}

func (v *diffView) lineRow(line splitLine) Row {
	if line.keyResult == nil {
		return v.teamRow(line.team)
	}
	prefix := line.team.Team.ID.V + "/" + line.team.Cycle.ID + "/"
	return v.splitRow(1, Text(strings.TrimPrefix(line.keyResult.Address, prefix)), line.keyResult.Split)
}

func (v *diffView) teamRow(a *diff.Attribution) Row {
	return v.splitRow(0, Cell{Text: teamName(a.Team) + " · " + cycleName(a.Cycle), Tone: Strong}, a.Split)
}

func (v *diffView) splitRow(depth int, name Cell, s diff.Split) Row {
	before, after, definition, progress := splitTexts(s, v.scoring())
	return Row{Depth: depth, Cells: []Cell{
		name,
		{Text: before, Number: places4(s.Before)}, {Text: after, Number: places4(s.After)},
		{Text: definition, Number: s.Definition.JSON4()}, {Text: progress, Number: s.Progress.JSON4()},
	}}
}
