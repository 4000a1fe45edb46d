package report

import (
	"strconv"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diff"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// data is the reading as the JSON contract has it: every field is there, what is
// absent is null.
func (v *diffView) data() Fields {
	return Fields{
		{"version", DataVersion},
		{"base", OrNull(v.options.Base)},
		{"head", OrNull(v.options.Head)},
		{"summary", v.summaryData()},
		{"changes", Each(v.edits, func(e *edit) any { return v.editData(e) })},
		{"attribution", Each(v.Attribution, func(a diff.Attribution) any {
			return append(append(Fields{{"team", a.Team.ID.V}, {"cycle", a.Cycle.ID}}, splitData(a.Split)...),
				Field{"key_results", Each(a.KeyResults, func(k diff.KeyResultSplit) any {
					return append(Fields{{"address", k.Address}}, splitData(k.Split)...)
				})})
		})},
		{"blast", Fields{
			{"reaches", Each(v.Blast.Reaches, func(r diff.Reach) any {
				return Fields{{"changed", r.Changed}, {"by", r.By}, {"team", teamID(r.Team)}, {"how", string(r.How)}}
			})},
			{"teams", Each(v.Blast.Teams, func(t *okr.Team) any {
				return Fields{{"team", t.ID.V}, {"handle", OrNull(t.Handle.V)}}
			})},
		}},
		{"as_of", v.AsOf.String()},
		{"findings", FindingsData(v.options.Findings)},
	}
}

func (v *diffView) summaryData() Fields {
	fields := Fields{{"score_before", share(v.Total.Before)}, {"score_after", share(v.Total.After)}}
	if v.Cycle == nil {
		fields = append(fields, Field{"cycle", nil}, Field{"definition", nil}, Field{"progress", nil})
	} else {
		fields = append(fields, Field{"cycle", v.Cycle.ID}, Field{"definition", share(&v.Total.Definition)}, Field{"progress", share(remainder(v.Total))})
	}
	eased := 0
	for _, e := range v.edits {
		if e.Verdict == diff.Eased {
			eased++
		}
	}
	return append(fields, Field{"changes", len(v.edits)}, Field{"definitions", len(v.definitions)}, Field{"eased", eased}, Field{"undeclared", v.undeclared()})
}

// numberOr is a value for programs: the number where it has one, without its unit.
func numberOr(number *metric.Number, text *string) any {
	if number != nil {
		return exact(number)
	}
	return text
}

func splitData(s diff.Split) Fields {
	return Fields{
		{"before", share(s.Before)},
		{"after", share(s.After)},
		{"definition", share(&s.Definition)},
		{"progress", share(remainder(s))},
	}
}

// remainder is the progress that makes what is written add up: the parts are written
// with four decimals, as the scores are, and a reader adds them.
func remainder(s diff.Split) *metric.Number {
	written := func(n *metric.Number) metric.Number {
		if n == nil {
			return metric.Int(0)
		}
		rounded, err := metric.ParseNumber(n.JSON4())
		if err != nil {
			return *n
		}
		return rounded
	}
	rest := written(s.After).Sub(written(s.Before)).Sub(written(&s.Definition))
	return &rest
}

func (v *diffView) editData(e *edit) Fields {
	return Fields{
		{"kind", string(e.Kind)},
		{"address", e.Address},
		{"verdict", string(e.Verdict)},
		{"path", OrNull(v.dataPath(e))},
		{"line", whereOrNull(e.line)},
		{"before", numberOr(e.NumberBefore, e.Before)},
		{"after", numberOr(e.NumberAfter, e.After)},
		{"message", e.Message},
		{"field", OrNull(e.Field)},
		{"stretch", share(e.Stretch)},
		{"declared", e.Declared},
		{"late", e.Late},
		{"reason", OrNull(e.Reason)},
		{"column", whereOrNull(e.column)},
		{"gone", e.Place.Before},
		{"team", teamID(e.Team)},
		{"cycle", cycleData(e.Cycle)},
	}
}

// dataPath is the file of a change for programs; empty where it has no place.
func (v *diffView) dataPath(e *edit) string {
	if e.path() == "" {
		return ""
	}
	return v.options.Path(e.path())
}

func whereOrNull(n int) any {
	if n < 1 {
		return nil
	}
	return n
}

func teamID(t *okr.Team) any {
	if t == nil {
		return nil
	}
	return t.ID.V
}

// editColumns are those of the long table: one row per change.
var editColumns = []string{
	"kind", "address", "verdict", "field", "before", "after", "stretch", "declared", "late", "reason", "message",
	"team", "cycle", "path", "line", "column",
}

func (v *diffView) records() *Records {
	return &Records{Columns: editColumns, Rows: func(yield func([]string) bool) {
		for _, e := range v.edits {
			row := []string{
				string(e.Kind), e.Address, string(e.Verdict), e.Field, written(e.Before), written(e.After), places4(e.Stretch),
				strconv.FormatBool(e.Declared), strconv.FormatBool(e.Late), e.Reason, e.Message,
				"", "", v.dataPath(e), "", "",
			}
			if e.Team != nil {
				row[11] = e.Team.ID.V
			}
			if e.Cycle != nil {
				row[12] = e.Cycle.ID
			}
			if e.line > 0 {
				row[14], row[15] = strconv.Itoa(e.line), strconv.Itoa(e.column)
			}
			if !yield(row) {
				return
			}
		}
	}}
}

// written is a value as it stands in a file; empty where there is none.
func written(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}
