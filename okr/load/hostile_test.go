package load_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/load"
)

// TestManyMistakesAreNotAllListed holds that a file with more mistakes than
// anybody reads costs little and says so.
func TestManyMistakesAreNotAllListed(t *testing.T) {
	const head = "version: 1\nteam: data\ncycle: 2026-Q3\nobjectives:\n  - {id: o, title: O, commitment: committed, key_results: ["
	for name, entry := range map[string]string{
		"one id":        "{id: k, title: K, metric: {unit: ms, baseline: 2, target: 1}}",
		"no baseline":   "{id: k%d, title: K, metric: {kind: decrease, unit: ms, target: 1}}",
		"dangling":      "{id: k%d, title: K, metric: {unit: ms, baseline: 2, target: 1}, depends_on: [nobody/2026-Q3]}",
		"future":        "{id: k%d, title: K, metric: {unit: ms, baseline: 2, target: 1}, check_ins: [{date: 2029-01-01, value: 3}]}",
		"no number":     "{id: k%d, title: K, metric: {unit: ms, baseline: many, target: 1}}",
		"unknown keys":  "{id: k%d, title: K, metric: {unit: ms, baseline: 2, target: 1}, a: 1}",
		"shared at all": "{id: k%d, title: K, metric: {unit: ms, baseline: 2, target: 1}, shared_with: [checkout]}",
	} {
		t.Run(name, func(t *testing.T) {
			var text strings.Builder
			text.WriteString(head)
			for i := 0; text.Len() < 900_000; i++ {
				line := entry
				if strings.Contains(entry, "%d") {
					line = fmt.Sprintf(entry, i)
				}
				text.WriteString(line + ", ")
			}
			text.WriteString("]}\n")
			files := good()
			files[data] = &fstest.MapFile{Data: []byte(text.String())}
			start := time.Now()
			result := read(t, files, load.Options{AsOf: date(midQuarter)})
			here := slices.DeleteFunc(slices.Clone(result.Findings), func(f diag.Finding) bool { return f.Path != data })
			if len(here) == 0 || len(here) > 3000 {
				t.Errorf("%d findings about one file", len(here))
			}
			if took := time.Since(start); took > time.Minute {
				t.Errorf("reading took %s", took)
			}
			more := slices.ContainsFunc(here, func(f diag.Finding) bool { return strings.Contains(f.Message, "more mistakes than are listed") })
			if !more {
				t.Errorf("nothing says that %d findings are not all", len(here))
			}
		})
	}
}

func TestSettingsThatContradictTheirDefaults(t *testing.T) {
	files := good()
	edit(t, files, register, "objectives: {min: 1}, key_results: {min: 1}", "objectives: {max: 2}, key_results: {min: 7}")
	edit(t, files, register, "teams:", "scoring: {pace: {mode: ratio, on: 0.9}}\nteams:")
	result := read(t, files, load.Options{AsOf: date(midQuarter)})
	settings := result.Workspace.Settings
	if want := (okr.Range{Min: 2, Max: 2}); settings.Limits.Objectives != want {
		t.Errorf("the limits of objectives are %+v, want %+v", settings.Limits.Objectives, want)
	}
	if want := (okr.Range{Min: 7, Max: 7}); settings.Limits.KeyResults != want {
		t.Errorf("the limits of key results are %+v, want %+v", settings.Limits.KeyResults, want)
	}
	pace := settings.Scoring.Pace
	if !pace.Ratio || pace.On.String() != "0.9" || pace.Off.String() != "0.75" || pace.Ahead.String() != "1.1" {
		t.Errorf("the pace is %+v, want ratios", pace)
	}
	for _, f := range result.Findings {
		if f.Path == register {
			t.Errorf("found: %s %s", f.Rule, f.Message)
		}
	}
}

func TestARegisterThatIsTooLarge(t *testing.T) {
	files := good()
	files[register] = &fstest.MapFile{Data: []byte(registerText + strings.Repeat("# much\n", 200_000))}
	result := read(t, files, load.Options{AsOf: date(midQuarter)})
	about := slices.DeleteFunc(slices.Clone(result.Findings), func(f diag.Finding) bool { return f.Rule == "too-few-objectives" })
	expect(t, files, about, []want{{"unread-file", register, "", []string{"1.3 MiB"}}})
}
