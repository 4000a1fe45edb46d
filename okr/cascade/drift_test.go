package cascade_test

import (
	"strings"
	"testing"
)

// TestDrifts amends what is supported before and after the child has settled.
func TestDrifts(t *testing.T) {
	// amend gives the key result of a document an amendment.
	amend := func(text, date, field string) string {
		return strings.Replace(text, "target: 4}", "target: 4}, amendments: [{date: "+date+", field: "+field+", from: 6, to: "+
			map[string]string{"target": "4", "baseline": "9"}[field]+", reason: The law changed}]", 1)
	}
	parent := document("company/2026-Q3", objective("top"))
	child := func(to string) string { return document("data/2026-Q3", objective("d", "supports: ["+to+"]")) }
	late := amend(parent, "2026-07-20", "target")
	for name, v := range map[string]struct {
		files string
		want  string
	}{
		"after the grace":          {late + child("company/2026-Q3/top"), "d: company/2026-Q3/top/k target"},
		"of the key result itself": {late + child("company/2026-Q3/top/k"), "d: company/2026-Q3/top/k target"},
		"within the grace":         {amend(parent, "2026-07-14", "target") + child("company/2026-Q3/top"), ""},
		"not yet":                  {amend(parent, "2026-09-20", "target") + child("company/2026-Q3/top"), ""},
		"a corrected baseline":     {amend(parent, "2026-07-20", "baseline") + child("company/2026-Q3/top"), ""},
		"answered since":           {late + amend(child("company/2026-Q3/top"), "2026-07-25", "target"), ""},
		"within a team":            {late + document("company/2026", objective("y", "supports: [company/2026-Q3/top]")), ""},
	} {
		var got []string
		for _, d := range read(t, v.files).Drifts() {
			got = append(got, d.Edge.From.Objective.ID.V+": "+d.Of.Address()+" "+d.Amendment.Field.V)
		}
		if strings.Join(got, "; ") != v.want {
			t.Errorf("%s: %q, want %q", name, got, v.want)
		}
	}
}
