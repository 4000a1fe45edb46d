package render

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/report"
)

type qualityEntry struct {
	Description string
	CheckName   string `json:"check_name"`
	Fingerprint string
	Severity    string
	Location    struct {
		Path      string
		Lines     *struct{}
		Positions struct{ Begin, End struct{ Line, Column int } }
	}
}

func readQuality(t *testing.T, doc *report.Doc) []qualityEntry {
	t.Helper()
	out := rendered(t, formatNamed(t, "gitlab"), doc, Style{})
	var entries []qualityEntry
	if err := json.Unmarshal([]byte(out), &entries); err != nil || entries == nil {
		t.Fatalf("%v in %s", err, out)
	}
	seen := make(map[string]bool)
	for _, e := range entries {
		if seen[e.Fingerprint] || len(e.Fingerprint) != 64 {
			t.Errorf("the fingerprint %q is there twice, or none", e.Fingerprint)
		}
		seen[e.Fingerprint] = true
		if !strings.HasPrefix(e.Description, e.CheckName+": ") || e.Location.Path == "" || strings.HasPrefix(e.Location.Path, "./") ||
			e.Location.Lines != nil || e.Location.Positions.Begin.Line < 1 || e.Location.Positions.End.Line < e.Location.Positions.Begin.Line ||
			!oneOf(e.Severity, "info", "minor", "major", "critical", "blocker") {
			t.Errorf("%+v", e)
		}
	}
	return entries
}

func TestGitLabFixture(t *testing.T) {
	var got []string
	for _, e := range readQuality(t, fixtureDoc()) {
		got = append(got, e.Severity+" "+e.CheckName)
	}
	if want := "major syntax|info jargon|minor initiative-as-kr|info jargon|major no-baseline"; strings.Join(got, "|") != want {
		t.Errorf("%q", got)
	}
	if entries := readQuality(t, report.Lint(nil, 1)); len(entries) != 0 {
		t.Errorf("%+v", entries)
	}
}

// TestGitLabFingerprints holds them apart where ours are equal, and the same where
// lines move.
func TestGitLabFingerprints(t *testing.T) {
	f := diag.Finding{Rule: "r", Severity: diag.Error, Message: "m", Path: "p", Line: 1, Column: 1, EndLine: 1, EndColumn: 2, Fingerprint: "0123456789abcdef"}
	moved := f
	moved.Line, moved.EndLine = 9, 9
	before := readQuality(t, report.Lint([]diag.Finding{f, f}, 1))
	after := readQuality(t, report.Lint([]diag.Finding{moved, moved}, 1))
	for i := range before {
		if before[i].Fingerprint != after[i].Fingerprint {
			t.Errorf("%s became %s", before[i].Fingerprint, after[i].Fingerprint)
		}
	}
}

func TestJSONLinesAreTheContract(t *testing.T) {
	lines := strings.Split(strings.TrimSuffix(rendered(t, formatNamed(t, "jsonl"), fixtureDoc(), Style{}), "\n"), "\n")
	var whole struct{ Findings []json.RawMessage }
	if err := json.Unmarshal([]byte(rendered(t, formatNamed(t, "json"), fixtureDoc(), Style{})), &whole); err != nil {
		t.Fatal(err)
	}
	if len(lines) != len(whole.Findings) {
		t.Fatalf("%d lines for %d findings", len(lines), len(whole.Findings))
	}
	for i, line := range lines {
		var a, b map[string]any
		if json.Unmarshal([]byte(line), &a) != nil || json.Unmarshal(whole.Findings[i], &b) != nil || len(a) != 12 {
			t.Fatalf("%s", line)
		}
		for name := range b {
			if a[name] != b[name] {
				t.Errorf("%s is %v in the line, %v in the list", name, a[name], b[name])
			}
		}
	}
	if out := rendered(t, formatNamed(t, "jsonl"), report.Lint(nil, 3), Style{}); out != "" {
		t.Errorf("%q for no findings", out)
	}
}
