package load_test

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/load"
)

// TestBrokenFiles holds what is left of a workspace with broken files. Each case
// is an archive: its files stand in for those of the good workspace, its comment
// says which findings there are (path:line, rule and words), which teams still have
// documents, and which addresses lead somewhere.
func TestBrokenFiles(t *testing.T) {
	names, err := filepath.Glob("testdata/broken/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("there are no cases: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			files := good()
			for _, f := range archive.Files {
				files[f.Name] = &fstest.MapFile{Data: f.Data}
			}
			result := read(t, files, load.Options{AsOf: date(midQuarter)})
			left := slices.Clone(result.Findings)
			for line := range strings.Lines(string(archive.Comment)) {
				left = holdLine(t, result.Workspace, left, strings.Fields(line))
			}
			for _, f := range left {
				t.Errorf("found: %s:%d %s %s", f.Path, f.Line, f.Rule, f.Message)
			}
		})
	}
}

func holdLine(t *testing.T, ws *okr.Workspace, left []diag.Finding, words []string) []diag.Finding {
	t.Helper()
	if len(words) < 2 {
		return left
	}
	switch {
	case words[0] == "documents:":
		var teams []string
		for _, d := range ws.Documents {
			teams = append(teams, d.TeamID.V)
		}
		slices.Sort(teams)
		slices.Sort(words[1:])
		if !slices.Equal(teams, words[1:]) {
			t.Errorf("there are documents of %q, want %q", teams, words[1:])
		}
	case words[0] == "present:" || words[0] == "absent:":
		address, err := okr.ParseAddress(words[1])
		if err != nil {
			t.Fatal(err)
		}
		if _, missing := ws.Find(address); (missing == okr.NothingMissing) != (words[0] == "present:") {
			t.Errorf("%s is not %s", words[1], words[0])
		}
	case strings.HasPrefix(words[0], "okrs/"):
		path, number, _ := strings.Cut(words[0], ":")
		line, err := strconv.Atoi(number)
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(left, func(f diag.Finding) bool {
			said := f.Message + f.Hint
			silent := func(word string) bool { return !strings.Contains(said, word) }
			return f.Path == path && f.Line == line && f.Rule == words[1] && !slices.ContainsFunc(words[2:], silent)
		})
		// One mistake may be told for several places of a line.
		if i < 0 {
			t.Errorf("not found: %s", strings.Join(words, " "))
			return left
		}
		rule := left[i].Rule
		return slices.DeleteFunc(left, func(f diag.Finding) bool { return f.Path == path && f.Line == line && f.Rule == rule })
	}
	return left
}

// TestGoodFiles holds that nothing is said about good files in the place of one
// of the good workspace.
func TestGoodFiles(t *testing.T) {
	names, err := filepath.Glob("testdata/good/*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatalf("there are no cases: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".yaml"), func(t *testing.T) {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			files := good()
			files[data] = &fstest.MapFile{Data: text}
			result := read(t, files, load.Options{AsOf: date(midQuarter)})
			expect(t, files, result.Findings, nil)
		})
	}
}

// TestExampleHasNoErrors holds that the organisation that newcomers see is in order.
func TestExampleHasNoErrors(t *testing.T) {
	result, err := load.Workspace(os.DirFS("../../examples/acme"), load.Options{AsOf: date("2026-08-15")})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range result.Findings {
		if f.Severity == diag.Error {
			t.Errorf("%s:%d:%d %s %s", f.Path, f.Line, f.Column, f.Rule, f.Message)
		}
	}
	if len(result.Workspace.Documents) == 0 {
		t.Error("there are no documents")
	}
}
