package history_test

import (
	"testing"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/history"
)

// TestPublishedByTag holds that an annotated tag decides, and a lightweight one
// does not.
func TestPublishedByTag(t *testing.T) {
	r := newRepository(t)
	first := r.commit("2026-06-20", okrYAML, register, core, document("core", "x=100"))
	second := r.commit("2026-07-05", core, document("core", "x=90"))
	r.commit("2026-07-20", core, document("core", "x=50"))
	r.git("2026-07-01", "tag", "okr/"+q3, first)
	basis(t, r.past(), okr.ByHistory, second, "2026-07-05")
	is(t, "published", shown(r.past().Published("core", q3)), "x=90")

	r.git("2026-07-01", "tag", "-d", "okr/"+q3)
	r.tag("2026-07-10", "okr/"+q3, first)
	p := r.past()
	basis(t, p, okr.ByTag, first, "2026-07-10")
	is(t, "published", shown(p.Published("core", q3)), "x=100")
	is(t, "joined", p.Joined("core", q3), false)
	is(t, "versions", versions(p, "core"), "06-20 x=100, 07-05 x=90, 07-20 x=50")
	is(t, "strays", len(p.Strays()), 0)
}

// TestStrayTags holds that tags of another line decide nothing and are told.
func TestStrayTags(t *testing.T) {
	r := newRepository(t)
	main := r.commit("2026-07-01", okrYAML, register, core, document("core", "x=100"))
	r.git("2026-07-02", "checkout", "-q", "-b", "side")
	side := r.commit("2026-07-02", core, document("core", "x=1"))
	r.tag("2026-07-03", "okr/"+q3, side)
	r.tag("2026-10-03", "okr/"+q3+"-closed", side)
	r.tag("2026-10-03", "okr/2026-Q2", side)
	r.git("2026-07-02", "checkout", "-q", "main")
	p := r.past()
	strays := p.Strays()
	if len(strays) != 2 {
		t.Fatalf("the strays are %v", strays)
	}
	day := okr.NewDate(2026, 7, 3)
	is(t, "the first", strays[0], okr.Stray{Tag: "okr/" + q3, Cycle: q3, Revision: side, On: day})
	is(t, "the second", strays[1].Tag, "okr/"+q3+"-closed")
	basis(t, p, okr.ByHistory, main, "2026-07-01")
	is(t, "published", shown(p.Published("core", q3)), "x=100")
	is(t, "closing", p.Closing(wanted()[0]), okr.Basis{})
	is(t, "closed", shown(p.Closed("core", q3)), "-")
}

// TestGrace holds that the last day of the grace still counts, by the civil date
// that stands in the commit.
func TestGrace(t *testing.T) {
	for _, v := range []struct{ id, when, want string }{
		{"long before", "2026-07-02", "x=2"},
		{"on the last day", "2026-07-14", "x=2"},
		{"one day after", "2026-07-15", "x=1"},
		{"in its last minute, far in the west", "2026-07-14T23:59:59 -1100", "x=2"}, // the 15th in Greenwich
		{"in its last minute, far in the east", "2026-07-14T23:59:59 +1400", "x=2"},
		{"a minute after it, far in the east", "2026-07-15T00:01:00 +1400", "x=1"}, // the 14th in Greenwich
		{"a minute after it, far in the west", "2026-07-15T00:01:00 -1100", "x=1"},
	} {
		t.Run(v.id, func(t *testing.T) {
			r := newRepository(t)
			r.commit("2026-06-01", okrYAML, register, core, document("core", "x=1"))
			r.commit(v.when, core, document("core", "x=2"))
			r.commit("2026-08-01", core, document("core", "x=3"))
			is(t, "published", shown(r.past().Published("core", q3)), v.want)
			is(t, "published, beside an older cycle", shown(r.past(q3, "2026-Q1").Published("core", q3)), v.want)
		})
	}
}

// TestClocksThatRunBackwards holds that the order of commits decides where their
// dates contradict it.
func TestClocksThatRunBackwards(t *testing.T) {
	r := newRepository(t)
	r.commit("2026-07-01", okrYAML, register, core, document("core", "x=1"))
	r.commit("2026-07-20", core, document("core", "x=2"))
	back := r.commit("2026-07-10", core, document("core", "x=3"))
	r.commit("2026-08-01", core, document("core", "x=4"))
	r.commit("2026-07-25", core, document("core", "x=5 y=1"))
	r.commit("2026-07-18", core, document("core", "x=6 y=2"))
	for _, whole := range []bool{false, true} {
		p := r.read(".", history.Options{Cycles: wanted(), Whole: whole})
		basis(t, p, okr.ByHistory, back, "2026-07-10")
		want := "07-10 x=3, 08-01 x=4, 07-25 x=5 y=1, 07-18 x=6 y=2"
		if whole {
			want = "07-01 x=1, 07-20 x=2, " + want
		}
		is(t, "versions", versions(p, "core"), want)
		is(t, "y came", p.FirstSeen("core/2026-Q3/o/y").String(), "2026-07-25")
		is(t, "y began with", p.First("core/2026-Q3/o/y").Metric.Target.V.String(), "1")
		is(t, "x was published with", p.First("core/2026-Q3/o/x").Metric.Target.V.String(), "3")
	}
}

// TestMerges holds that a branch was published when it was merged.
func TestMerges(t *testing.T) {
	r := newRepository(t)
	main := r.commit("2026-07-01", okrYAML, register, core, document("core", "x=1"))
	r.git("2026-07-02", "checkout", "-q", "-b", "side")
	side := r.commit("2026-07-10", core, document("core", "x=2"))
	r.git("2026-07-02", "checkout", "-q", "main")
	r.git("2026-07-16", "merge", "-q", "--no-ff", "-m", "merge", "side")
	p := r.past()
	basis(t, p, okr.ByHistory, main, "2026-07-01")
	is(t, "published", shown(p.Published("core", q3)), "x=1")
	is(t, "versions", versions(p, "core"), "07-01 x=1, 07-16 x=2")

	// The branch by itself reads the same before and after its merge.
	r.git("2026-07-17", "checkout", "-q", "--detach", side)
	basis(t, r.past(), okr.ByHistory, main, "2026-07-01")
	r.git("2026-07-17", "checkout", "-q", "main")
	r.git("2026-07-17", "reset", "-q", "--hard", main)
	r.git("2026-07-17", "checkout", "-q", "--detach", side)
	basis(t, r.past(), okr.ByHistory, main, "2026-07-01")
}

// TestFeatureBranch holds that a branch publishes nothing: what counts is where it
// left the default branch, also after that was merged into it.
func TestFeatureBranch(t *testing.T) {
	r := newRepository(t)
	r.commit("2026-06-20", okrYAML, register, core, document("core", "x=1"))
	main := r.commit("2026-07-03", core, document("core", "x=2"))
	r.git("2026-07-04", "checkout", "-q", "-b", "feature")
	r.commit("2026-07-04", core, document("core", "x=3"), web, document("web", "w=1"))
	p := r.past()
	basis(t, p, okr.ByHistory, main, "2026-07-03")
	is(t, "published", shown(p.Published("core", q3)), "x=2")
	is(t, "published on the branch", shown(p.Published("web", q3)), "w=1")
	is(t, "web joined", p.Joined("web", q3), true)
	is(t, "core joined", p.Joined("core", q3), false)
	is(t, "versions", versions(p, "core"), "07-03 x=2, 07-04 x=3")

	r.git("2026-07-05", "checkout", "-q", "main")
	later := r.commit("2026-07-05", data, document("data", "d=1"))
	r.git("2026-07-05", "checkout", "-q", "feature")
	r.git("2026-07-06", "merge", "-q", "--no-ff", "-m", "merge", "main")
	for _, whole := range []bool{false, true} {
		p := r.read(".", history.Options{Cycles: wanted(), Whole: whole})
		basis(t, p, okr.ByHistory, later, "2026-07-05")
		is(t, "data published", shown(p.Published("data", q3)), "d=1")
		is(t, "data joined", p.Joined("data", q3), false)
		is(t, "web joined", p.Joined("web", q3), true)
		is(t, "web versions", versions(p, "web"), "07-04 w=1")
		is(t, "data versions", versions(p, "data"), "07-06 d=1")
	}
}

// TestDefaultBranchOfTheRemote holds that what was not pushed is not published.
func TestDefaultBranchOfTheRemote(t *testing.T) {
	r := newRepository(t)
	pushed := r.commit("2026-07-01", okrYAML, register, core, document("core", "x=1"))
	clone := &repository{t, t.TempDir(), "Ada"}
	clone.git("2026-07-01", "clone", "-q", "file://"+r.dir, ".")
	clone.commit("2026-07-02", core, document("core", "x=2"))
	basis(t, clone.past(), okr.ByHistory, pushed, "2026-07-01")
	clone.git("2026-07-01", "branch", "-m", "main", "work")
	clone.git("2026-07-01", "remote", "remove", "origin")
	basis(t, clone.past(), okr.ByHistory, clone.head(), "2026-07-02") // no default branch is known
}

// TestOtherHistory holds that a branch of its own origin is published by itself.
func TestOtherHistory(t *testing.T) {
	r := newRepository(t)
	r.commit("2026-07-01", "readme", "other\n")
	r.git("2026-07-01", "checkout", "-q", "--orphan", "goals")
	first := r.commit("2026-07-02", okrYAML, register, core, document("core", "x=1"))
	basis(t, r.past(), okr.ByHistory, first, "2026-07-02")
}

// TestAdopted holds that the first commit with documents publishes where there are
// none at the end of the grace.
func TestAdopted(t *testing.T) {
	r := newRepository(t)
	r.commit("2026-06-01", okrYAML, register, core, document("core", "x=1"))
	r.commit("2026-06-20", core, "")
	r.commit("2026-07-02", "readme", "nothing\n")
	r.commit("2026-07-20", "okrs/2026-Q4/core.yaml", documentFor("core", "2026-Q4", "x=4"))
	first := r.commit("2026-08-01", web, document("web", "w=1"))
	r.commit("2026-08-02", web, document("web", "w=2"))
	r.commit("2026-08-03", web, "")
	r.commit("2026-08-04", web, document("web", "w=3"), core, document("core", "x=2"))
	for _, whole := range []bool{false, true} {
		p := r.read(".", history.Options{Cycles: wanted(), Whole: whole})
		basis(t, p, okr.ByHistory, first, "2026-08-01")
		is(t, "web", shown(p.Published("web", q3)), "w=1")
		is(t, "core", shown(p.Published("core", q3)), "x=2")
		is(t, "core joined", p.Joined("core", q3), true)
		is(t, "x came", p.FirstSeen("core/2026-Q3/o/x").String(), "2026-08-04")
		is(t, "versions", versions(p, "web"), "08-01 w=1, 08-02 w=2, 08-03 -, 08-04 w=3")
	}

	late := newRepository(t)
	first = late.commit("2026-08-01", okrYAML, register, core, document("core", "x=1"))
	p := late.past()
	basis(t, p, okr.ByHistory, first, "2026-08-01")
	is(t, "published", shown(p.Published("core", q3)), "x=1")
}

// TestNothingPublished holds that a cycle nobody committed a document of, or only a
// branch, rests on amendments.
func TestNothingPublished(t *testing.T) {
	r := newRepository(t)
	r.commit("2026-07-01", okrYAML, register, "okrs/2026-Q2/core.yaml", documentFor("core", "2026-Q2", "x=1"))
	p := r.past()
	basis(t, p, okr.ByAmendments, "", "")
	is(t, "published", shown(p.Published("core", q3)), "-")
	is(t, "versions", versions(p, "core"), "")
	is(t, "x came", p.FirstSeen("core/2026-Q3/o/x").String(), "")

	r.git("2026-07-04", "checkout", "-q", "-b", "feature")
	r.commit("2026-07-04", core, document("core", "x=3"))
	for _, whole := range []bool{false, true} {
		p = r.read(".", history.Options{Cycles: wanted(), Whole: whole})
		basis(t, p, okr.ByAmendments, "", "")
		is(t, "published", shown(p.Published("core", q3)), "-")
		is(t, "versions", versions(p, "core"), "07-04 x=3")
		is(t, "x began with", p.First("core/2026-Q3/o/x").Metric.Target.V.String(), "3")
	}
}

// TestClosed holds that a tag closes a cycle, and that nothing joins it then.
func TestClosed(t *testing.T) {
	r := newRepository(t)
	r.commit("2026-07-01", okrYAML, register, core, document("core", "x=1"))
	closing := r.commit("2026-10-05", core, document("core", "x=2"))
	r.commit("2026-10-20", core, document("core", "x=3"), web, document("web", "w=1"))
	is(t, "closing", r.past().Closing(wanted()[0]), okr.Basis{})
	r.tag("2026-10-06", "okr/"+q3+"-closed", closing)
	p := r.past()
	is(t, "closing", p.Closing(wanted()[0]), okr.Basis{By: okr.ByTag, Revision: closing, On: okr.NewDate(2026, 10, 6)})
	is(t, "closed", shown(p.Closed("core", q3)), "x=2")
	is(t, "web", shown(p.Closed("web", q3)), "-")
	is(t, "published", shown(p.Published("core", q3)), "x=1")
}

// TestAdoptedSeveralCycles holds that each cycle finds its own first commit.
func TestAdoptedSeveralCycles(t *testing.T) {
	r := newRepository(t)
	r.commit("2025-12-01", okrYAML, register)
	first := r.commit("2026-02-20", "okrs/q1.yaml", documentFor("core", "2026-Q1", "x=1"))
	r.commit("2026-02-21", "okrs/q1.yaml", documentFor("core", "2026-Q1", "x=2"))
	second := r.commit("2026-04-10", "okrs/q2.yaml", documentFor("core", "2026-Q2", "x=3"))
	third := r.commit("2026-08-10", core, document("core", "x=4"))
	r.commit("2026-08-11", core, document("core", "x=5"))
	p := r.past("2026-Q4", q3, "2026-Q1", "2026-Q2")
	for i, want := range []string{first, second, third} {
		cycle := wanted("2026-Q1", "2026-Q2", q3)[i]
		is(t, cycle.ID, p.Basis(cycle).Revision, want)
		is(t, cycle.ID, shown(p.Published("core", cycle.ID)), []string{"x=1", "x=3", "x=4"}[i])
	}
	is(t, "the next quarter", p.Basis(wanted("2026-Q4")[0]), okr.Basis{By: okr.ByAmendments})
	is(t, "versions", len(p.Versions("core", "2026-Q1")), 2)
}

// TestTagOnABranchThatWasMerged holds that the tag decides, and that what its merge
// brought beyond it came later.
func TestTagOnABranchThatWasMerged(t *testing.T) {
	r := newRepository(t)
	r.commit("2026-07-01", okrYAML, register, core, document("core", "x=1"))
	r.git("2026-07-02", "checkout", "-q", "-b", "side")
	tagged := r.commit("2026-07-05", core, document("core", "x=2"))
	r.commit("2026-07-06", core, document("core", "x=3 y=1"))
	r.tag("2026-07-07", "okr/"+q3, tagged)
	r.git("2026-07-02", "checkout", "-q", "main")
	r.commit("2026-07-08", web, document("web", "w=1"))
	r.git("2026-07-09", "merge", "-q", "--no-ff", "-m", "merge", "side")
	for _, whole := range []bool{false, true} {
		p := r.read(".", history.Options{Cycles: wanted(), Whole: whole})
		basis(t, p, okr.ByTag, tagged, "2026-07-07")
		is(t, "core", shown(p.Published("core", q3)), "x=2")
		is(t, "web joined", p.Joined("web", q3), true)
		is(t, "y came", p.FirstSeen("core/2026-Q3/o/y").String(), "2026-07-09")
		is(t, "versions", versions(p, "core"), "07-01 x=1, 07-09 x=3 y=1")
	}
}

// TestTeamsThatAreGone holds that a team that today's okr.yaml does not know hides
// nobody else.
func TestTeamsThatAreGone(t *testing.T) {
	r := newRepository(t)
	r.commit("2026-07-01", okrYAML, register, core, document("core", "x=1"), "okrs/a.yaml", document("gone", "g=1"))
	r.commit("2026-07-20", "okrs/b.yaml", document("left", "l=1"), web, document("web", "w=1"))
	p := r.past()
	is(t, "gone", shown(p.Published("gone", q3)), "-")
	is(t, "core", shown(p.Published("core", q3)), "x=1")
	is(t, "web", shown(p.Published("web", q3)), "w=1")
	is(t, "versions of gone", versions(p, "gone"), "07-01 g=1")
}
