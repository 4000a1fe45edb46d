package lint_test

import (
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/lint"
)

// TestWhatCameLaterHasNotHappened moves what a rule speaks about behind the date of
// the reading: commits and tags after it are not of that day.
func TestWhatCameLaterHasNotHappened(t *testing.T) {
	for _, test := range []struct{ rule, before, after, early, late string }{
		{"edited-after-close", "2026-Q2-closed of 2026-07-13", "2026-Q2-closed of 2026-07-13", "2026-07-12", "2026-07-20"},
		{"vanished-kr", "as committed on 2026-07-10", "as committed on 2026-08-20", "2026-08-15", "2026-08-25"},
		{"late-publish", "as committed on 2026-07-20", "as committed on 2026-08-20", "2026-08-15", "2026-08-25"},
	} {
		text := ruleOf(t, test.rule).Bad[0]
		if !strings.Contains(text, test.before) {
			t.Fatalf("%s: the example has no %q", test.rule, test.before)
		}
		text = strings.ReplaceAll(text, test.before, test.after)
		for at, want := range map[string]bool{test.early: false, test.late: true} {
			var said []string
			for _, f := range lintExample(t, text, mustDate(at)) {
				if f.Rule == test.rule && !strings.Contains(f.Message, "not committed yet") {
					said = append(said, f.Message)
				}
			}
			if want != (len(said) > 0) {
				t.Errorf("%s on %s: %q", test.rule, at, said)
			}
		}
	}
}

// TestNothingIsLateBeforeTheFirstCommit has a date before all that is known.
func TestNothingIsLateBeforeTheFirstCommit(t *testing.T) {
	text := strings.NewReplacer("on 2026-07-01", "on 2026-11-22", "on 2026-07-20", "on 2026-11-22").Replace(ruleOf(t, "late-publish").Bad[0])
	for _, f := range lintExample(t, text, mustDate("2026-07-20")) {
		if f.Rule == "late-publish" {
			t.Error(f.Message)
		}
	}
}

func ruleOf(t *testing.T, id string) lint.Rule {
	t.Helper()
	rule, ok := lint.ByID(id)
	if !ok {
		t.Fatalf("there is no rule %s", id)
	}
	return rule
}
