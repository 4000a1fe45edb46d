package report_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/language"
	"github.com/okrs-as-code/okrs/okr/lint"
	"github.com/okrs-as-code/okrs/okr/report"
)

func TestCoachMarksTheWordsThatDecided(t *testing.T) {
	doc := report.Coach([]report.Coached{
		{Text: "Launch the site", Advice: []lint.Advice{{Rule: "output-kr", Severity: diag.Warning, Message: "Work.", Hint: "Think.",
			Evidence: []language.Span{{Start: 11, End: 15}, {Start: 0, End: 6}}}}},
		{Text: "Fine"}, {Text: " "},
	})
	want := []report.Span{{Text: "Launch", Tone: report.Strong}, {Text: " the "}, {Text: "site", Tone: report.Strong}}
	if diff := cmp.Diff(want, doc.Blocks[0].(report.Paragraph).Spans); diff != "" {
		t.Error(diff)
	}
	item := doc.Blocks[1].(report.List).Items[0]
	if len(item.Items) != 1 || item.Items[0].Spans[1].Text != "Think." {
		t.Errorf("the hint is not below its message: %+v", item)
	}
}

func TestCoachRecordsHaveARowForEveryStatement(t *testing.T) {
	doc := report.Coach([]report.Coached{{Text: "Fine"}, {Text: "Not", Advice: []lint.Advice{
		{Rule: "essay", Category: diag.Language, Severity: diag.Info, Message: "m"}, {Rule: "jargon", Category: diag.Language, Severity: diag.Info, Message: "n", Hint: "h"}}}})
	var rows [][]string
	for row := range doc.Records.Rows {
		rows = append(rows, append([]string(nil), row...))
	}
	want := [][]string{{"Fine", "", "", "", "", ""}, {"Not", "essay", "language", "info", "m", ""}, {"Not", "jargon", "language", "info", "n", "h"}}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Error(diff)
	}
}
