package schema

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLimitsChangeTheirThreePlacesOnly(t *testing.T) {
	plain := strings.Split(string(Document(Limits{})), "\n")
	tests := []struct {
		limits     Limits
		low, high  string
		sentence   string
		wantChange int
	}{
		{Limits{}, `"minItems": 3,`, `"maxItems": 5,`, "3 to 5 objectives", 0},
		{Limits{3, 5}, `"minItems": 3,`, `"maxItems": 5,`, "3 to 5 objectives", 0},
		{Limits{1, 2}, `"minItems": 1,`, `"maxItems": 2,`, "1 to 2 objectives", 3},
		{Limits{1, 0}, `"minItems": 1,`, `"maxItems": 5,`, "1 to 5 objectives", 2},
		{Limits{0, 12}, `"minItems": 3,`, `"maxItems": 12,`, "3 to 12 objectives", 2},
		{Limits{4, 4}, `"minItems": 4,`, `"maxItems": 4,`, "exactly 4 objectives", 3},
		{Limits{1, 1}, `"minItems": 1,`, `"maxItems": 1,`, "exactly 1 objective,", 3},
	}
	for _, test := range tests {
		got := Document(test.limits)
		if !bytes.Equal(got, Document(test.limits)) {
			t.Errorf("%+v: two calls give two texts", test.limits)
		}
		lines := strings.Split(string(got), "\n")
		if len(lines) != len(plain) {
			t.Fatalf("%+v: %d lines, published %d", test.limits, len(lines), len(plain))
		}
		changed := 0
		for i := range lines {
			if lines[i] != plain[i] {
				changed++
			}
		}
		if changed != test.wantChange {
			t.Errorf("%+v changes %d lines, want %d", test.limits, changed, test.wantChange)
		}
		objectives := objectivesOf(t, got)
		for _, want := range []string{test.low, test.high, test.sentence} {
			if !strings.Contains(objectives, want) {
				t.Errorf("%+v: /properties/objectives does not say %q", test.limits, want)
			}
		}
	}
}

// objectivesOf returns the text of /properties/objectives, as it is written.
func objectivesOf(t *testing.T, text []byte) string {
	t.Helper()
	var root struct {
		Properties map[string]json.RawMessage `json:"properties"`
	}
	if err := json.Unmarshal(text, &root); err != nil {
		t.Fatal(err)
	}
	return string(root.Properties["objectives"])
}

func TestLimitsDecideHowManyObjectivesConform(t *testing.T) {
	document := readYAML(t, filepath.Join("testdata", "document", "valid", "smallest-document.yaml")).(map[string]any)
	objective := document["objectives"].([]any)[0]
	for _, limits := range []Limits{{}, {1, 2}, {4, 4}, {2, 7}} {
		p := published{"document", DocumentID, Document(limits)}
		s := compile(t, compiler(t, p, drafts()[0]), p.id, "")
		least, most := limits.MinObjectives, limits.MaxObjectives
		if limits == (Limits{}) {
			least, most = 3, 5
		}
		for count := 0; count < 9; count++ {
			document["objectives"] = slices.Repeat([]any{objective}, count)
			accepted := s.Validate(document) == nil
			if want := least <= count && count <= most; accepted != want {
				t.Errorf("%+v with %d objectives: accepted %v, want %v", limits, count, accepted, want)
			}
		}
	}
}

func TestReturnedBytesAreTheCallersOwn(t *testing.T) {
	for _, get := range []func() []byte{Workspace, func() []byte { return Document(Limits{}) }} {
		before := get()
		clear(get())
		if diff := cmp.Diff(before, get()); diff != "" {
			t.Errorf("writing into the result changed the schema: %s", diff)
		}
	}
}
