package history_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/history"
)

// started is a repository with three documents, published on 1 July.
func started(t testing.TB) *repository {
	t.Helper()
	r := newRepository(t)
	r.commit("2026-07-01", okrYAML, register, core, document("core", "x=1"), web, document("web", "w=1"), data, document("data", "d=1"))
	return r
}

// paths are the names that the versions of a document had.
func paths(p *history.Past, team string) string {
	var names []string
	for _, v := range p.Versions(team, q3) {
		names = append(names, v.Path)
	}
	return strings.Join(names, " ")
}

// TestDocumentAddedLate holds that a late document is official by its first version.
func TestDocumentAddedLate(t *testing.T) {
	r := newRepository(t)
	r.commit("2026-07-01", okrYAML, register, core, document("core", "x=1"))
	r.commit("2026-08-01", web, document("web", "w=1"))
	r.commit("2026-08-10", web, document("web", "w=2"))
	p := r.past()
	is(t, "published", shown(p.Published("web", q3)), "w=1")
	is(t, "joined", p.Joined("web", q3), true)
	is(t, "core joined", p.Joined("core", q3), false)
	is(t, "nobody joined", p.Joined("data", q3), false)
	is(t, "w came", p.FirstSeen("web/2026-Q3/o/w").String(), "2026-08-01")
	d := p.Published("web", q3)
	is(t, "links are resolved among one another", d.Team != nil && d.Cycle != nil && p.Published("core", q3).Cycle == d.Cycle, true)
}

// TestKeyResultAddedLate holds what is remembered of key results.
func TestKeyResultAddedLate(t *testing.T) {
	r := started(t)
	r.commit("2026-07-20", core, document("core", "x=2"))
	r.commit("2026-08-01", core, document("core", "x=2 y=10"))
	r.commit("2026-08-10", core, document("core", "x=3 y=20"))
	r.commit("2026-08-20", core, document("core", "x=4"))
	for _, whole := range []bool{false, true} {
		p := r.read(".", history.Options{Cycles: wanted(), Whole: whole})
		is(t, "x was there when it was published", p.FirstSeen("core/2026-Q3/o/x").String(), "2026-07-01")
		is(t, "x began with", p.First("core/2026-Q3/o/x").Metric.Target.V.String(), "1")
		is(t, "x ended with", p.LastSeen("core/2026-Q3/o/x").Metric.Target.V.String(), "4")
		is(t, "y came", p.FirstSeen("core/2026-Q3/o/y").String(), "2026-08-01")
		is(t, "y began with", p.First("core/2026-Q3/o/y").Metric.Target.V.String(), "10")
		is(t, "y ended with", p.LastSeen("core/2026-Q3/o/y").Metric.Target.V.String(), "20")
		for _, address := range []string{"core/2026-Q3/o/z", "core/2026-Q3/p/x", "core/2026-Q3", "nobody/2026-Q3/o/x", "core/2026-Q2/o/x", "no address"} {
			if p.First(address) != nil || p.LastSeen(address) != nil || p.FirstSeen(address) != 0 {
				t.Errorf("something is remembered of %s", address)
			}
		}
	}
}

// TestFirstOnTheDayOfPublication holds that the order of commits decides, not their day.
func TestFirstOnTheDayOfPublication(t *testing.T) {
	r := newRepository(t)
	r.commit("2026-07-14T08:00:00 +0000", okrYAML, register, core, document("core", "x=1"))
	tagged := r.commit("2026-07-14T09:00:00 +0000", core, document("core", "x=2"))
	r.commit("2026-07-14T10:00:00 +0000", core, document("core", "x=3 y=1"))
	r.commit("2026-07-14T11:00:00 +0000", core, document("core", "x=4 y=2"))
	r.tag("2026-07-16", "okr/"+q3, tagged)
	for _, whole := range []bool{false, true} {
		p := r.read(".", history.Options{Cycles: wanted(), Whole: whole})
		is(t, "x began with", p.First("core/2026-Q3/o/x").Metric.Target.V.String(), "2")
		is(t, "y began with", p.First("core/2026-Q3/o/y").Metric.Target.V.String(), "1")
		is(t, "y came, at the earliest with the tag", p.FirstSeen("core/2026-Q3/o/y").String(), "2026-07-16")
	}
}

// TestCameBeforePublicationAndLeft holds that what was gone when the cycle was
// published joined when it came back.
func TestCameBeforePublicationAndLeft(t *testing.T) {
	r := newRepository(t)
	r.commit("2026-06-01", okrYAML, register, core, document("core", "x=1"), web, document("web", "w=1"))
	r.commit("2026-07-01", web, "")
	r.commit("2026-08-01", web, document("web", "w=2"))
	for _, whole := range []bool{false, true} {
		p := r.read(".", history.Options{Cycles: wanted(), Whole: whole})
		is(t, "published", shown(p.Published("web", q3)), "w=2")
		is(t, "joined", p.Joined("web", q3), true)
		is(t, "w came", p.FirstSeen("web/2026-Q3/o/w").String(), "2026-08-01")
	}
}

// TestRemoved holds that the end of a document is a version.
func TestRemoved(t *testing.T) {
	r := started(t)
	gone := r.commit("2026-08-01", core, "")
	p := r.past()
	is(t, "versions", versions(p, "core"), "07-01 x=1, 08-01 -")
	is(t, "paths", paths(p, "core"), core+" "+core)
	is(t, "revision", p.Versions("core", q3)[1].Revision, gone)
	is(t, "published", shown(p.Published("core", q3)), "x=1")
	is(t, "last seen", p.LastSeen("core/2026-Q3/o/x").Metric.Target.V.String(), "1")
}

// TestMoved holds that a document is what it says, wherever it lies.
func TestMoved(t *testing.T) {
	r := started(t)
	r.commit("2026-07-20", core, "", "okrs/kernel.yaml", document("core", "x=1")) // a new name alone
	r.commit("2026-07-21", "okrs/kernel.yaml", "", "okrs/deep/er/k.yaml", document("core", "x=2"))
	r.commit("2026-07-22", "okrs/deep/er/k.yaml", "")
	r.commit("2026-07-23", core, document("core", "x=2"))
	p := r.past()
	is(t, "versions", versions(p, "core"), "07-01 x=1, 07-21 x=2, 07-22 -, 07-23 x=2")
	is(t, "paths", paths(p, "core"), core+" okrs/deep/er/k.yaml okrs/deep/er/k.yaml "+core)
	is(t, "joined", p.Joined("core", q3), false)
}

// TestAnotherTeamOrCycle holds that a file that becomes another document ends the
// one it was.
func TestAnotherTeamOrCycle(t *testing.T) {
	r := newRepository(t)
	r.commit("2026-07-01", okrYAML, register, core, document("core", "x=1"))
	r.commit("2026-07-20", core, document("web", "x=1"))
	r.commit("2026-07-21", core, documentFor("web", "2026-Q4", "x=1"))
	r.commit("2026-07-22", core, document("core", "x=2"))
	p := r.past(q3, "2026-Q4")
	is(t, "core", versions(p, "core"), "07-01 x=1, 07-20 -, 07-22 x=2")
	is(t, "web", versions(p, "web"), "07-20 x=1, 07-21 -")
	is(t, "the next quarter", len(p.Versions("web", "2026-Q4")), 2)
	is(t, "web", versions(r.past(), "web"), "07-20 x=1, 07-21 -")
}

// TestSwapped holds that two teams may change places.
func TestSwapped(t *testing.T) {
	r := started(t)
	r.commit("2026-07-20", core, document("web", "w=2"), web, document("core", "x=2"))
	p := r.past()
	is(t, "core", versions(p, "core"), "07-01 x=1, 07-20 x=2")
	is(t, "web", versions(p, "web"), "07-01 w=1, 07-20 w=2")
	is(t, "path", paths(p, "core"), core+" "+web)
}

// TestOneNameForTwoTeams holds that published documents do not stand in each
// other's way, whatever the patterns for files are.
func TestOneNameForTwoTeams(t *testing.T) {
	r := newRepository(t)
	top := register + "files: [okrs/one.yaml, o]\n"
	r.commit("2026-07-01", okrYAML, top, "okrs/one.yaml", document("core", "x=1"))
	r.commit("2026-07-20", "okrs/one.yaml", document("web", "w=1"), "o", document("core", "x=1"))
	r.commit("2026-07-21", "o", document("data", "d=1"))
	r.commit("2026-07-22", "okrs/one.yaml", document("data", "d=1"), "o", document("web", "w=2"))
	p := r.past()
	is(t, "core", shown(p.Published("core", q3)), "x=1")
	is(t, "web", shown(p.Published("web", q3)), "w=1")
	is(t, "data", shown(p.Published("data", q3)), "d=1")
}

// TestTwoDocumentsOfATeam holds that the first by name counts, as in a workspace,
// and that the document ends with the last of them.
func TestTwoDocumentsOfATeam(t *testing.T) {
	r := started(t)
	copied := "okrs/2026-Q3/copy.yaml"
	r.commit("2026-07-20", copied, document("core", "x=1"), "okrs/2026-Q3/later.yaml", document("core", "x=9"))
	r.commit("2026-07-21", copied, document("core", "x=8"))
	r.commit("2026-07-22", core, document("core", "x=2"))
	r.commit("2026-07-23", copied, "", "okrs/2026-Q3/later.yaml", "")
	r.commit("2026-07-24", core, "")
	is(t, "versions", versions(r.past(), "core"), "07-01 x=1, 07-21 x=8, 07-23 x=2, 07-24 -")
}

// TestBroken holds that what cannot be read is left out, and is no removal.
func TestBroken(t *testing.T) {
	r := started(t)
	r.commit("2026-07-20", core, "version: 1\nteam: core\ncycle: 2026-Q3\nobjectives: [\n", web, "nonsense: [\n", data, "team: data\n")
	r.commit("2026-07-21", web, "\x00\xff\n", data, "- a list\n")
	r.commit("2026-07-22", core, document("core", "x=1"), web, document("web", "w=2"))
	r.commit("2026-07-23", data, "")
	for _, whole := range []bool{false, true} {
		p := r.read(".", history.Options{Cycles: wanted(), Whole: whole})
		is(t, "core", versions(p, "core"), "07-01 x=1")
		is(t, "web", versions(p, "web"), "07-01 w=1, 07-22 w=2")
		is(t, "data", versions(p, "data"), "07-01 d=1, 07-23 -")
	}
}

// TestNoRegularFile holds that a link or a submodule in the place of a document is none.
func TestNoRegularFile(t *testing.T) {
	r := started(t)
	full := filepath.Join(r.dir, core)
	r.write(core, "")
	if err := os.Symlink("web.yaml", full); err != nil {
		t.Skip("no symbolic links here")
	}
	r.commit("2026-07-05")
	r.git("2026-07-06", "update-index", "--add", "--cacheinfo", "160000,"+r.head()+","+data)
	r.git("2026-07-06", "commit", "-q", "-m", "a submodule")
	p := r.past()
	is(t, "core", versions(p, "core"), "")
	is(t, "data", shown(p.Published("data", q3)), "-")
	p = r.read(".", history.Options{Cycles: wanted(), Whole: true})
	is(t, "core", versions(p, "core"), "07-01 x=1, 07-05 -")
	is(t, "data", versions(p, "data"), "07-01 d=1, 07-06 -")
	is(t, "web", versions(p, "web"), "07-01 w=1")
}

// TestLineEnds holds that a change of line ends is a version of the same meaning.
func TestLineEnds(t *testing.T) {
	r := started(t)
	r.commit("2026-07-20", core, strings.ReplaceAll(document("core", "x=1"), "\n", "\r\n"))
	r.commit("2026-07-21", core, "\ufeff"+strings.ReplaceAll(document("core", "x=2"), "\n", "\r\n"))
	is(t, "versions", versions(r.past(), "core"), "07-01 x=1, 07-20 x=1, 07-21 x=2")
}

// TestModeAlone holds that a change of mode is no version.
func TestModeAlone(t *testing.T) {
	r := started(t)
	r.git("2026-07-20", "update-index", "--chmod=+x", core)
	r.git("2026-07-20", "commit", "-q", "-m", "mode")
	is(t, "versions", versions(r.past(), "core"), "07-01 x=1")
}

// TestPatternsOfToday holds that the okr.yaml that is read says which files are
// documents, in all of history.
func TestPatternsOfToday(t *testing.T) {
	r := newRepository(t)
	r.commit("2026-07-01", okrYAML, register, "goals/core.yaml", document("core", "x=1"), "goals/.web.yaml", document("web", "w=1"))
	r.commit("2026-07-20", okrYAML, register+"files: [goals/*.yaml]\nexclude: [goals/data.yaml]\n", "goals/data.yaml", document("data", "d=1"))
	p := r.past()
	is(t, "published", shown(p.Published("core", q3)), "x=1")
	is(t, "hidden", versions(p, "web"), "")
	is(t, "excluded", versions(p, "data"), "")
}

// TestOctopusAndRevert holds merges of several branches and going back.
func TestOctopusAndRevert(t *testing.T) {
	r := started(t)
	for _, arm := range []string{"core", "web"} {
		r.git("2026-07-02", "checkout", "-q", "-b", arm, "main")
		r.commit("2026-07-02", "okrs/2026-Q3/"+arm+".yaml", document(arm, "n=1"))
	}
	r.git("2026-07-02", "checkout", "-q", "main")
	r.commit("2026-07-03", data, document("data", "d=2"))
	r.git("2026-07-20", "merge", "-q", "-m", "octopus", "core", "web")
	r.git("2026-07-21", "revert", "--no-edit", "-m", "1", "HEAD")
	r.git("2026-07-22", "revert", "--no-edit", "HEAD")
	p := r.read(".", history.Options{Cycles: wanted(), Whole: true})
	is(t, "core", versions(p, "core"), "07-01 x=1, 07-20 n=1, 07-21 x=1, 07-22 n=1")
	is(t, "web", versions(p, "web"), "07-01 w=1, 07-20 n=1, 07-21 w=1, 07-22 n=1")
	is(t, "data", versions(p, "data"), "07-01 d=1, 07-03 d=2")
}

// TestLike holds that a past which takes over what another has read says the same as
// one that reads for itself, and takes nothing where okr.yaml differs.
func TestLike(t *testing.T) {
	r := started(t)
	r.commit("2026-07-20", core, document("core", "x=2"))
	r.commit("2026-08-01", core, document("core", "x=2 y=10"))
	newer := r.past()
	for _, team := range []string{"core", "web", "data"} {
		newer.Versions(team, q3)
	}
	r.git("2026-08-02", "checkout", "-q", "HEAD~1")
	alone, like := r.past(), r.read(".", history.Options{Cycles: wanted(), Like: newer})
	is(t, "versions", paths(like, "core"), paths(alone, "core"))
	is(t, "published", shown(like.Published("core", q3)), shown(alone.Published("core", q3)))
	is(t, "y is not there yet", like.First("core/2026-Q3/o/y") == nil, true)
	is(t, "contents are shared", history.Shares(like, newer), true)
	is(t, "contents of other cycles are not", history.Shares(r.read(".", history.Options{Cycles: wanted()[:0], Like: newer}), newer), false)
	r.commit("2026-08-05", okrYAML, register+"\n# other words\n")
	is(t, "contents under another okr.yaml are not", history.Shares(r.read(".", history.Options{Cycles: wanted(), Like: newer}), newer), false)
}
