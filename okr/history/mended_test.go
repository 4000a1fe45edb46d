package history_test

import (
	"fmt"
	"testing"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/history"
)

// Two ways to break a document: so that it shows whose it is, and so that it does not.
const (
	nonsense = "nonsense: [\n"
	cut      = "team: web\ncycle: 2026-Q3\nobjectives: {[\n"
)

// TestBrokenWhenPublished holds that a document that could not be read when its cycle
// was published is what it last was before, however far history is walked.
func TestBrokenWhenPublished(t *testing.T) {
	r := newRepository(t)
	r.commit("2026-06-01", okrYAML, register, core, document("core", "x=8"), web, document("web", "w=8"))
	r.commit("2026-07-01", core, document("core", "x=1"), web, document("web", "w=1"), data, document("data", "d=1"))
	r.commit("2026-07-02", core, "other: [\n")
	settled := r.commit("2026-07-14", core, nonsense, web, cut)
	r.commit("2026-07-20", core, document("core", "x=2"), web, document("web", "w=2"))
	for _, whole := range []bool{false, true} {
		for _, cycles := range [][]string{{q3}, {"2026-Q2", q3}} {
			p := r.read(".", history.Options{Cycles: wanted(cycles...), Whole: whole})
			basis(t, p, okr.ByHistory, settled, "2026-07-14")
			is(t, "core", shown(p.Published("core", q3)), "x=1")
			is(t, "web", shown(p.Published("web", q3)), "w=1")
			is(t, "joined", p.Joined("core", q3) || p.Joined("web", q3) || p.Joined("data", q3), false)
			is(t, "data", shown(p.Published("data", q3)), "d=1")
			before := map[bool]string{true: "06-01 %[1]s=8, "}[whole]
			is(t, "versions of core", versions(p, "core"), fmt.Sprintf(before+"07-01 %[1]s=1, 07-20 %[1]s=2", "x"))
			is(t, "versions of web", versions(p, "web"), fmt.Sprintf(before+"07-01 %[1]s=1, 07-20 %[1]s=2", "w"))
			is(t, "last seen", p.LastSeen("core/2026-Q3/o/x").Metric.Target.V.String(), "2")
		}
	}
	r.tag("2026-07-15", "okr/"+q3, settled)
	r.tag("2026-10-15", "okr/"+q3+"-closed", settled)
	is(t, "by the tag", shown(r.past().Published("core", q3)), "x=1")
	is(t, "closed", shown(r.past().Closed("web", q3)), "w=1")
}

// TestOnlyDocumentBrokenWhenPublished holds that a cycle whose one document could not
// be read on the day was published all the same.
func TestOnlyDocumentBrokenWhenPublished(t *testing.T) {
	for _, broken := range []string{nonsense, cut} {
		r := newRepository(t)
		r.commit("2026-07-01", okrYAML, register, web, document("web", "w=1"))
		settled := r.commit("2026-07-12", web, broken)
		r.commit("2026-07-20", web, document("web", "w=2"))
		basis(t, r.past(), okr.ByHistory, settled, "2026-07-12")
		is(t, "web", shown(r.past().Published("web", q3)), "w=1")
		r.commit("2026-07-21", web, broken)
		is(t, "versions", versions(r.past(), "web"), "07-01 w=1, 07-20 w=2")
	}
	r := newRepository(t)
	r.commit("2026-07-01", okrYAML, register, web, document("web", "w=1"))
	r.commit("2026-07-12", web, nonsense)
	r.commit("2026-08-01", web, "")
	is(t, "there was a document", r.past().Has(q3), true)
}

// TestNeverReadableBeforePublication holds that a file that was no document of the
// team and cycle before came with its first version that is one.
func TestNeverReadableBeforePublication(t *testing.T) {
	for id, before := range map[string][]string{
		"broken from the start": {nonsense},
		"of another cycle":      {document("web", "w=8"), documentFor("web", "2026-Q2", "w=9"), nonsense},
		"of another team":       {document("data", "d=9"), cut},
		"removed in between":    {document("web", "w=9"), "", nonsense},
	} {
		t.Run(id, func(t *testing.T) {
			r := newRepository(t)
			r.commit("2026-06-01", okrYAML, register, core, document("core", "x=1"))
			for i, text := range before {
				r.commit(fmt.Sprintf("2026-07-%02d", 1+i), web, text)
			}
			r.commit("2026-07-20", web, document("web", "w=2"))
			r.commit("2026-07-21", web, document("web", "w=3"))
			for _, cycles := range [][]string{{q3}, {q3, "2026-Q2"}} {
				p := r.past(cycles...)
				is(t, "web", shown(p.Published("web", q3)), "w=2")
				is(t, "joined", p.Joined("web", q3), true)
				is(t, "data", shown(p.Published("data", q3)), "-")
				is(t, "versions", versions(r.past(), "web"), "07-20 w=2, 07-21 w=3")
			}
		})
	}
}

// TestBrokenBesideAnother holds that a broken file says nothing for a team that has a
// document which can be read.
func TestBrokenBesideAnother(t *testing.T) {
	r := newRepository(t)
	r.commit("2026-07-01", okrYAML, register, "okrs/2026-Q3/a.yaml", document("core", "x=1"))
	r.commit("2026-07-02", "okrs/2026-Q3/a.yaml", nonsense, core, document("core", "x=2"))
	p := r.past()
	is(t, "core", shown(p.Published("core", q3)), "x=2")
	is(t, "versions", versions(p, "core"), "07-02 x=2")
}
