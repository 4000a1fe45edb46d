package report

import (
	"strconv"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diff"
)

// data is the reading as the JSON contract has it: every field is there, what is
// absent is null.
func (v logView) data() Fields {
	return Fields{
		{"version", DataVersion},
		{"address", v.Address},
		{"title", OrNull(v.Title)},
		{"as_of", v.AsOf.String()},
		{"rev", OrNull(v.options.Revision.Hash)},
		{"history", string(v.options.History)},
		{"published", basisData(v.Published)},
		{"versions", Each(v.entries, func(e logEntry) any { return v.entryData(e) })},
		{"readings", Each(v.Series, func(s diff.Series) any { return seriesData(s) })},
		{"asked", OrNull(v.options.Asked)},
		{"gone", v.Gone},
		{"continues", OrNull(v.Continues)},
		{"closed", basisData(v.Closing)},
		{"later", v.Later},
		{"findings", FindingsData(v.options.Findings)},
	}
}

// basisData is a known state of a cycle; null where no commit is known.
func basisData(b okr.Basis) any {
	if b.Revision == "" {
		return nil
	}
	return Fields{{"by", string(b.By)}, {"rev", b.Revision}, {"date", dayData(b.On)}}
}

func (v logView) entryData(e logEntry) Fields {
	return Fields{
		{"rev", OrNull(e.Revision)},
		{"date", dayData(e.On)},
		{"path", OrNull(v.pathOf(e))},
		{"changes", Each(e.edits, func(x *edit) any {
			return Fields{
				{"kind", string(x.Kind)},
				{"address", x.Address},
				{"verdict", string(x.Verdict)},
				{"field", OrNull(x.Field)},
				{"before", numberOr(x.NumberBefore, x.Before)},
				{"after", numberOr(x.NumberAfter, x.After)},
				{"message", x.Message},
				{"reason", OrNull(x.Reason)},
				{"declared", x.Declared},
				{"late", x.Late},
				{"stretch", share(x.Stretch)},
				{"line", whereOrNull(x.line)},
				{"note", OrNull(noteOf(x))},
			}
		})},
		{"address", e.Address},
		{"amended_score", share(e.AmendedScore)},
		{"published", e.Published},
		{"closed", e.Closed},
	}
}

func (v logView) pathOf(e logEntry) string {
	if e.Path == "" {
		return ""
	}
	return v.options.Path(e.Path)
}

func seriesData(s diff.Series) Fields {
	return Fields{
		{"address", s.Address},
		{"title", s.Title},
		{"baseline", exact(s.Baseline)},
		{"target", exact(s.Target)},
		{"low", exact(s.Low)},
		{"high", exact(s.High)},
		{"unit", OrNull(s.Unit)},
		{"values", Each(s.Values, func(value diff.SeriesValue) any {
			c := value.CheckIn
			var confidence any
			if c.Confidence.Written() {
				confidence = exact(&c.Confidence.V)
			}
			return Fields{
				{"date", c.Date.V.String()}, {"value", valueData(c.Value)}, {"confidence", confidence}, {"note", OrNull(c.Note.V)},
			}
		})},
	}
}

// logColumns are those of the long table: one row per change.
var logColumns = []string{
	"rev", "date", "path", "line", "kind", "address", "verdict", "field", "before", "after", "stretch",
	"declared", "late", "reason", "message", "note", "amended_score", "published", "closed",
}

func (v logView) records() *Records {
	return &Records{Columns: logColumns, Rows: func(yield func([]string) bool) {
		for _, e := range v.entries {
			date := ""
			if e.Revision != "" {
				date = e.On.String()
			}
			for _, x := range e.edits {
				line := ""
				if x.line > 0 {
					line = strconv.Itoa(x.line)
				}
				row := []string{
					e.Revision, date, v.pathOf(e), line, string(x.Kind), x.Address, string(x.Verdict), x.Field,
					written(x.Before), written(x.After), places4(x.Stretch), strconv.FormatBool(x.Declared), strconv.FormatBool(x.Late),
					x.Reason, x.Message, noteOf(x), places4(e.AmendedScore), strconv.FormatBool(e.Published), strconv.FormatBool(e.Closed),
				}
				if !yield(row) {
					return
				}
			}
		}
	}}
}
