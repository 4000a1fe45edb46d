package render

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/report"
	"github.com/okrs-as-code/okrs/okr/source"
)

type rdPosition struct{ Line, Column int }

type rdRange struct {
	Start rdPosition
	End   *rdPosition
}

type rdLocation struct {
	Path  string
	Range *rdRange
}

// rdResult is the message DiagnosticResult of the format's definition, without what
// we never write.
type rdResult struct {
	Source      struct{ Name, URL string }
	Diagnostics []struct {
		Message     string
		Location    rdLocation
		Severity    string
		Code        struct{ Value, URL string }
		Suggestions []struct {
			Range rdRange
			Text  string
		}
		RelatedLocations []struct {
			Message  string
			Location rdLocation
		} `json:"related_locations"`
	}
}

func readRDJSON(t *testing.T, out string) rdResult {
	t.Helper()
	var result rdResult
	decoder := json.NewDecoder(strings.NewReader(out))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&result); err != nil {
		t.Fatal(err)
	}
	return result
}

// bytesOf is the stretch of the fixture's text that a range means.
func bytesOf(r rdRange) string {
	lines := strings.SplitAfter(fixtureText, "\n")
	offset := func(p rdPosition) int { return len(strings.Join(lines[:p.Line-1], "")) + p.Column - 1 }
	return fixtureText[offset(r.Start):offset(*r.End)]
}

// TestRDJSONColumnsAreBytes cuts the ranges out of the bytes of the file.
func TestRDJSONColumnsAreBytes(t *testing.T) {
	result := readRDJSON(t, rendered(t, formatNamed(t, "rdjson"), fixtureDoc(), Style{}))
	var got []string
	for _, d := range result.Diagnostics {
		text := d.Severity + " " + d.Code.Value
		if d.Location.Range != nil {
			text += " " + bytesOf(*d.Location.Range)
		}
		got = append(got, text)
	}
	want := []string{
		"ERROR syntax", "INFO jargon checkout", "WARNING initiative-as-kr Launch 新しい checkout",
		"INFO jargon leverage our synergies,\n      and \"more\" <of> them & theirs", "ERROR no-baseline {unit: ms, target: 300}",
	}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
	// Two edits in one line are one suggestion, which keeps what stands between them.
	task := result.Diagnostics[2].Suggestions
	if len(task) != 1 || bytesOf(task[0].Range) != "Launch 新しい checkout  # soon" || task[0].Text != "新しい checkout" {
		t.Errorf("%+v", task)
	}
	insert := result.Diagnostics[4].Suggestions
	if len(insert) != 1 || bytesOf(insert[0].Range) != "" || insert[0].Text != "baseline: 900, " {
		t.Errorf("%+v", insert)
	}
	if related := result.Diagnostics[2].RelatedLocations; len(related) != 1 || related[0].Location.Range.Start != (rdPosition{Line: 2}) {
		t.Errorf("%+v", related)
	}
}

func TestRDJSONWithoutTheLastLine(t *testing.T) {
	f := diag.Finding{Rule: "r", Severity: diag.Info, Path: "p", Line: 3, Column: 4, EndLine: 9, EndColumn: 2, Excerpt: []string{"日本: x"}}
	got := readRDJSON(t, rendered(t, formatNamed(t, "rdjson"), report.Lint([]diag.Finding{f}, 1), Style{})).Diagnostics[0].Location.Range
	if got.Start != (rdPosition{Line: 3}) || *got.End != (rdPosition{Line: 9}) {
		t.Errorf("%+v %+v", got.Start, got.End)
	}
}

func TestSingleEdit(t *testing.T) {
	lines := source.NewLines([]byte("日a b\nc d\n"))
	at := func(from, to uint32, text string) diag.Edit {
		return diag.EditAt(lines, source.Span{Start: from, End: to}, text)
	}
	for name, c := range map[string]struct {
		edits []diag.Edit
		want  string
	}{
		"none": {nil, "no"}, "one": {[]diag.Edit{at(0, 3, "x")}, "1:1-1:2 x"}, "one line": {[]diag.Edit{at(0, 3, "x"), at(5, 6, "y")}, "1:1-1:5 xa y"},
		"two lines": {[]diag.Edit{at(0, 3, "x"), at(7, 8, "y")}, "no"}, "overlapping": {[]diag.Edit{at(0, 4, "x"), at(3, 4, "y")}, "no"},
		"over the break": {[]diag.Edit{at(0, 7, ""), at(8, 9, "")}, "no"},
	} {
		edit, ok := singleEdit(diag.Fix{Edits: c.edits})
		got := "no"
		if ok {
			got = numeral(edit.Line) + ":" + numeral(edit.Column) + "-" + numeral(edit.EndLine) + ":" + numeral(edit.EndColumn) + " " + edit.Text
		}
		if got != c.want {
			t.Errorf("%s: %q, not %q", name, got, c.want)
		}
	}
}
