package render

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/report"
)

func stepSummary(t testing.TB, doc *report.Doc, limit int) string {
	t.Helper()
	var out bytes.Buffer
	if err := StepSummary(&out, doc, Style{}, limit); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestStepSummaryGolden(t *testing.T) {
	for name, doc := range map[string]*report.Doc{"findings": fixtureDoc(), "clean": report.Lint(nil, 3)} {
		compareGolden(t, "testdata/"+name+".stepsummary.md", stepSummary(t, doc, 0))
	}
}

var missingRows = regexp.MustCompile(`\*([0-9]+) more findings? ha(?:s|ve) no room in this table`)

// TestStepSummaryIsCutAtRows prints more than a megabyte of findings into less.
func TestStepSummaryIsCutAtRows(t *testing.T) {
	const n = 6000
	doc := report.Lint(manyFindings(n), 300)
	if whole := len(stepSummary(t, doc, 64<<20)); whole < 1_200_000 {
		t.Fatalf("only %d bytes: not what this test needs", whole)
	}
	for _, limit := range []int{0, 1 << 20, 100_000, 5_000, 600, 1} {
		out := stepSummary(t, doc, limit)
		want := limit
		if limit == 0 {
			want = 900 << 10
		}
		if len(out) > max(want, 600) {
			t.Errorf("%d bytes at a limit of %d", len(out), limit)
		}
		rows := regexp.MustCompile(`(?m)^\| (error|warning|info) \|.*\|$`).FindAllString(out, -1)
		missing := 0
		if found := missingRows.FindStringSubmatch(out); found != nil {
			missing, _ = strconv.Atoi(found[1])
		}
		if len(rows)+missing != n {
			t.Errorf("%d rows and %d missing at a limit of %d", len(rows), missing, limit)
		}
		if len(rows) > 0 && !strings.HasPrefix(rows[0], "| error |") {
			t.Errorf("the first row is %s", rows[0])
		}
		if strings.Count(out, "<details>") != strings.Count(out, "</details>") {
			t.Error("details that do not end")
		}
	}
}

func TestStepSummaryIsHarmless(t *testing.T) {
	for _, payload := range payloads() {
		out := stepSummary(t, spreadFindings(t, payload), 0)
		for _, ours := range []string{"<details>\n", "<summary>Details</summary>\n", "</details>\n"} {
			if strings.Count(out, ours) != 1 {
				t.Errorf("%q is not there once in %q", ours, out)
			}
			out = strings.Replace(out, ours, "", 1)
		}
		checkHarmless(t, "markdown", out)
	}
}

func TestStepSummaryTellsOfAClosedPipe(t *testing.T) {
	if err := StepSummary(&closed{}, fixtureDoc(), Style{}, 0); !errors.Is(err, io.ErrClosedPipe) {
		t.Error(err)
	}
}
