package load_test

import (
	"errors"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/load"
)

func TestCyclesAtAGlance(t *testing.T) {
	files := good()
	edit(t, files, company, "cycle: 2026\n", "cycle: \"2026\" # the year\r\n")
	edit(t, files, register, "limits:", "cycles: [{id: launch, start: 2026-03-01, end: 2026-05-31}]\nlimits:")
	files["okrs/torn.yaml"] = &fstest.MapFile{Data: []byte("cycle: nonsense [\n")}
	cycles, settings, err := load.Cycles(files, load.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, c := range cycles {
		ids = append(ids, c.ID)
	}
	if want := []string{"2026", "2026-Q3"}; !slices.Equal(ids, want) {
		t.Errorf("the cycles are %q, want %q", ids, want)
	}
	if settings.Limits.Objectives.Min != 1 {
		t.Errorf("the settings are %+v", settings.Limits)
	}
	if _, _, err := load.Cycles(fstest.MapFS{}, load.Options{}); !errors.Is(err, load.ErrNoWorkspace) {
		t.Errorf("without okr.yaml: %v", err)
	}
}

func TestOnlyWantedDocumentsAreRead(t *testing.T) {
	result := read(t, good(), load.Options{Only: func(c *okr.Cycle) bool { return c.ID == "2026" }})
	if want := []string{register, company}; !slices.Equal(result.Files, want) || len(result.Workspace.Documents) != 1 {
		t.Errorf("%d documents of %q are read, want %q", len(result.Workspace.Documents), result.Files, want)
	}
}
