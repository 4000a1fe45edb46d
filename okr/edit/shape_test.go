package edit

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/schema"
)

// The order of keys is that of the published schemas, at every place a document has.
func TestShapesFollowTheSchemas(t *testing.T) {
	document, workspace := documentShape(), workspaceShape()
	objective := document.part("objectives").item()
	result := objective.part("key_results").item()
	for place, v := range map[string]struct {
		shape *shape
		text  string
		under string
	}{
		"document":   {document, string(schema.Document(schema.Limits{})), `"properties": {`},
		"objective":  {objective, string(schema.Document(schema.Limits{})), `"objective": {`},
		"key result": {result, string(schema.Document(schema.Limits{})), `"key_result": {`},
		"metric":     {result.part("metric"), string(schema.Document(schema.Limits{})), `"metric": {` + "\n      \"type\""},
		"check-in":   {result.part("check_ins").item(), string(schema.Document(schema.Limits{})), `"check_in": {`},
		"stopped":    {document.part("stopped").item(), string(schema.Document(schema.Limits{})), `"stopped_objective": {`},
		"workspace":  {workspace, string(schema.Workspace()), `"properties": {`},
		"team":       {workspace.part("teams").item(), string(schema.Workspace()), `"team": {`},
		"pace":       {workspace.part("scoring").part("pace"), string(schema.Workspace()), `"pace": {`},
	} {
		if v.shape == nil || len(v.shape.rank) < 4 {
			t.Errorf("%s: no order of keys", place)
			continue
		}
		keys := slices.SortedFunc(maps.Keys(v.shape.rank), func(a, b string) int { return v.shape.rank[a] - v.shape.rank[b] })
		_, rest, found := strings.Cut(v.text, v.under)
		for _, key := range keys {
			_, after, there := strings.Cut(rest, `"`+key+`": {`)
			if found = found && there; !found {
				t.Errorf("%s: %q is not in its place in %v", place, key, keys)
				break
			}
			rest = after
		}
	}
	if rules := workspace.part("lint").part("rules"); len(rules.rank) > 0 {
		t.Errorf("the rules have free keys, and yet an order: %v", rules.rank)
	}
	if unit := workspace.part("units").part("any"); len(unit.rank) == 0 {
		t.Error("units have free keys, but what is below them has an order")
	}
}

func TestIsWorkspace(t *testing.T) {
	for text, want := range map[string]bool{
		"teams: []\norganization: x\nversion: 1\n":              true,
		"lint: {}\nversion: 1\n":                                true,
		"version: 1\nteam: a\ncycle: 2026-Q3\nobjectives: []\n": false,
		"version: 1\n":     false,
		"objectives: []\n": false,
		"- teams\n":        false,
		"teams: [\n":       false,
		"":                 false,
		"teams: []\nteam: a\ncycle: 2026-Q3\nobjectives: []\nversion: 1\n": false,
	} {
		if got := IsWorkspace([]byte(text)); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}
