package diff_test

import (
	"testing"

	"github.com/okrs-as-code/okrs/okr/diff"
)

func TestTheGoalpostAndTheMetricAreToldApart(t *testing.T) {
	before := one("unit: EUR, baseline: 0, target: 100", checkIns("02-01 40"))
	after := one("unit: EUR, baseline: 0, target: 60", checkIns("02-01 40", "02-08 42"))
	r := compare(t, before, after, "02-14")
	wantLines(t, r, "key_result eased a/2026-Q1/o/k target", "check_in checked-in a/2026-Q1/o/k check_ins")
	if len(r.Attribution) != 1 {
		t.Fatalf("%d attributions, want 1", len(r.Attribution))
	}
	for _, s := range []diff.Split{r.Attribution[0].Split, r.Total, r.Attribution[0].KeyResults[0].Split} {
		wantNumber(t, "before", s.Before, "0.4")
		wantNumber(t, "after", s.After, "0.7")
		wantNumber(t, "definition", &s.Definition, "0.2667")
		wantNumber(t, "progress", &s.Progress, "0.0333")
	}
	wantNumber(t, "stretch", r.Changes[0].Stretch, "0.4")
	is(t, "message", r.Changes[0].Message, "target 100 EUR → 60 EUR: eased, 40 % of the stretch given away")
	is(t, "late", r.Changes[0].Late, true)
	is(t, "cycle", r.Cycle.ID, "2026-Q1")
}
