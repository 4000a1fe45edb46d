package history_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/history"
	"github.com/okrs-as-code/okrs/okr/load"
	"github.com/okrs-as-code/okrs/okr/origin"
)

// TestUncommitted holds that a workspace outside the commit has no past.
func TestUncommitted(t *testing.T) {
	r := newRepository(t)
	r.commit("2026-07-01", "readme", "hello\n", "below/readme", "hello\n")
	for _, folder := range []string{".", "below", "nowhere"} {
		seen, head := r.open(folder)
		_, err := history.Read(context.Background(), seen, fstest.MapFS{okrYAML: {Data: []byte(register)}}, history.Options{Head: head})
		if !errors.Is(err, history.ErrUncommitted) {
			t.Errorf("in %s: %v", folder, err)
		}
	}
}

// TestShallow holds that a clone without its older history is refused.
func TestShallow(t *testing.T) {
	r := started(t)
	r.commit("2026-07-20", core, document("core", "x=2"))
	clone := &repository{t, t.TempDir(), "Ada"}
	clone.git("2026-07-21", "clone", "-q", "--depth", "1", "file://"+r.dir, ".")
	seen, head := clone.open(".")
	_, err := history.Read(context.Background(), seen, os.DirFS(clone.dir), history.Options{Head: head, Cycles: wanted()})
	if !errors.Is(err, history.ErrShallow) {
		t.Error(err)
	}
}

// TestUnreadableWorkspace holds that the errors of reading okr.yaml come through.
func TestUnreadableWorkspace(t *testing.T) {
	r := started(t)
	seen, head := r.open(".")
	_, err := history.Read(context.Background(), seen, fstest.MapFS{}, history.Options{Head: head})
	if err == nil {
		t.Error("there is no okr.yaml, and no error")
	}
	newer := fstest.MapFS{okrYAML: {Data: []byte(register + "requires: \">=9.0\"\n")}}
	_, err = history.Read(context.Background(), seen, newer, history.Options{Head: head, Version: "1.0.0"})
	var requirement *load.RequirementError
	if !errors.As(err, &requirement) {
		t.Error(err)
	}
	_, err = history.Read(context.Background(), seen, newer, history.Options{Head: origin.Hash{1}})
	var missing *origin.MissingError
	if !errors.As(err, &missing) {
		t.Error(err)
	}
}

// TestBelowTheTop holds that names count from the folder of okr.yaml.
func TestBelowTheTop(t *testing.T) {
	r := newRepository(t)
	r.commit("2026-06-01", "readme", "hello\n", core, document("core", "x=9"))
	first := r.commit("2026-07-01", "goals/"+okrYAML, register, "goals/"+core, document("core", "x=1"))
	r.commit("2026-07-20", "goals/"+core, document("core", "x=2"), core, document("core", "x=8"))
	for _, whole := range []bool{false, true} {
		p := r.read("goals", history.Options{Cycles: wanted(), Whole: whole})
		basis(t, p, okr.ByHistory, first, "2026-07-01")
		is(t, "versions", versions(p, "core"), "07-01 x=1, 07-20 x=2")
		is(t, "paths", paths(p, "core"), core+" "+core)
		is(t, "published", shown(p.Published("core", q3)), "x=1")
	}
}

// TestOtherCycles holds that nothing is known, or kept, of cycles nobody asked for.
func TestOtherCycles(t *testing.T) {
	r := started(t)
	r.commit("2026-07-02", "okrs/q4.yaml", documentFor("core", "2026-Q4", "x=1"))
	r.tag("2026-07-03", "okr/2026-Q4", "HEAD")
	p := r.past("2026-Q2")
	other := wanted("2026-Q4")[0]
	is(t, "versions", len(p.Versions("core", "2026-Q4")), 0)
	is(t, "basis", p.Basis(other), okr.Basis{By: okr.ByAmendments})
	is(t, "closing", p.Closing(other), okr.Basis{})
	if p.Published("core", "2026-Q4") != nil || p.Closed("core", "2026-Q4") != nil || p.Joined("core", "2026-Q4") || p.Basis(nil).By != okr.ByAmendments {
		t.Error("something is known of another cycle")
	}
	is(t, "strays", len(p.Strays()), 0)
	contents, bytes := p.Held()
	is(t, "contents kept", fmt.Sprint(contents > 0, bytes), "true 0")
	none := r.read(".", history.Options{})
	is(t, "without any cycle", len(none.Versions("core", q3)), 0)
	is(t, "without any cycle", none.FirstSeen("core/2026-Q3/o/x"), 0)
}

// TestBound holds that history is walked as far as the publication, and what stood
// there is known although nothing changed it then.
func TestBound(t *testing.T) {
	r := newRepository(t)
	r.commit("2025-12-01", okrYAML, register, web, document("web", "w=1"), data, document("data", "d=1"))
	const before = 12
	for i := range before {
		r.commit(fmt.Sprintf("2026-01-%02d", 1+i), core, document("core", fmt.Sprint("x=", i+1)), data, document("data", fmt.Sprint("d=", i+2)))
	}
	r.commit("2026-07-02", "readme", "no document changes here\n")
	r.commit("2026-07-20", core, document("core", "x=100"))
	r.commit("2026-07-21", core, document("core", "x=101"))
	most := 0
	p := r.read(".", history.Options{Cycles: wanted(), Progress: func(n int) { most = max(most, n) }})
	is(t, "core", versions(p, "core"), "07-02 x=12, 07-20 x=100, 07-21 x=101")
	is(t, "web", versions(p, "web"), "07-02 w=1")
	is(t, "data", versions(p, "data"), "07-02 d=13")
	if most > 4 {
		t.Errorf("%d commits were walked, and 3 are enough", most)
	}
	p = r.read(".", history.Options{Cycles: wanted(), Whole: true, Progress: func(n int) { most = max(most, n) }})
	is(t, "core in all of history", len(p.Versions("core", q3)), before+2)
	is(t, "commits in all", most, before+4)

	most = 0
	p = r.read(".", history.Options{Cycles: wanted(q3, "2026-Q1"), Progress: func(n int) { most = max(most, n) }})
	is(t, "core with an older cycle", len(p.Versions("core", q3)), 3)
}

// story is what a past knows of 2026-Q3, as text without hashes.
func story(p *history.Past) string {
	var out strings.Builder
	b := p.Basis(wanted()[0])
	fmt.Fprintln(&out, b.By, b.On, len(p.Strays()), p.Closing(wanted()[0]).By)
	for _, team := range []string{"core", "web", "data"} {
		fmt.Fprintln(&out, team, versions(p, team), paths(p, team), shown(p.Published(team, q3)), shown(p.Closed(team, q3)), p.Joined(team, q3))
		for _, id := range []string{"x", "y", "w", "d"} {
			address := team + "/2026-Q3/o/" + id
			fmt.Fprintln(&out, address, p.FirstSeen(address), p.First(address) != nil, p.LastSeen(address) != nil)
		}
	}
	return out.String()
}

// eventful is a history in which much happens.
func eventful(t testing.TB, author string) *repository {
	r := newRepository(t)
	r.author = author
	r.commit("2026-06-20", okrYAML, register, core, document("core", "x=1"), web, document("web", "w=1"))
	r.commit("2026-07-10", core, document("core", "x=2"))
	r.commit("2026-07-20", core, document("core", "x=3 y=1"), web, "", "okrs/w.yaml", document("web", "w=1"))
	r.commit("2026-08-01", data, document("data", "d=1"))
	r.commit("2026-08-02", data, "nonsense: [\n")
	r.git("2026-08-03", "checkout", "-q", "-b", "side")
	r.commit("2026-08-03", data, document("data", "d=2"))
	r.git("2026-08-04", "checkout", "-q", "main")
	r.commit("2026-08-04", core, document("core", "y=1"))
	r.git("2026-08-05", "merge", "-q", "--no-ff", "-m", "merge", "side")
	r.tag("2026-10-05", "okr/"+q3+"-closed", "HEAD")
	r.commit("2026-10-10", core, "")
	return r
}

// TestWhoseItIsMakesNoDifference holds that authors change nothing that is known.
func TestWhoseItIsMakesNoDifference(t *testing.T) {
	one, other := eventful(t, "Ada"), eventful(t, "Bo")
	if one.head() == other.head() {
		t.Fatal("the two histories are the same commits")
	}
	is(t, "the story", story(one.past()), story(other.past()))
}

// TestManyAtOnce holds that goroutines that ask everything at once hear the same.
func TestManyAtOnce(t *testing.T) {
	r := eventful(t, "Ada")
	want := story(r.past())
	p := r.past()
	var group sync.WaitGroup
	for range 32 {
		group.Go(func() {
			if got := story(p); got != want {
				t.Errorf("somebody heard\n%swant\n%s", got, want)
			}
		})
	}
	group.Wait()
}

// TestTheOrderOfQuestionsMakesNoDifference holds that what was asked before
// changes no answer.
func TestTheOrderOfQuestionsMakesNoDifference(t *testing.T) {
	r := eventful(t, "Ada")
	want := story(r.past())
	for _, ask := range []func(*history.Past){
		func(p *history.Past) { p.LastSeen("core/2026-Q3/o/x") },
		func(p *history.Past) { p.Closed("core", q3) },
		func(p *history.Past) { p.Joined("data", q3) },
		func(p *history.Past) { p.Strays() },
		func(p *history.Past) { p.Others(0) },
		func(p *history.Past) { p.Renamed("core/2026-Q3/o/x") },
		func(p *history.Past) { versions(p, "web"); p.Published("web", q3) },
	} {
		p := r.past()
		ask(p)
		is(t, "the story", story(p), want)
	}
}

// TestNoPast holds that a past that was never read knows nothing, also where it
// hides in an interface.
func TestNoPast(t *testing.T) {
	var p *history.Past
	var past okr.History = p
	is(t, "the story", strings.Contains(story(p), "true"), false)
	is(t, "the basis", past.Basis(wanted()[0]).By, okr.ByAmendments)
	is(t, "the error", p.Err(), nil)
}

// TestCancelled holds that a reading that is given up is told as an error.
func TestCancelled(t *testing.T) {
	r := eventful(t, "Ada")
	ctx, cancel := context.WithCancel(context.Background())
	for id, ask := range questions() {
		seen, head := r.open(".")
		p, err := history.Read(ctx, seen, os.DirFS(r.dir), history.Options{Head: head, Cycles: wanted()})
		if err != nil {
			t.Fatal(err)
		}
		cancel()
		ask(p)
		if !errors.Is(p.Err(), context.Canceled) {
			t.Errorf("%s: %v", id, p.Err())
		}
		ctx, cancel = context.WithCancel(context.Background())
	}
	cancel()
}

func questions() map[string]func(*history.Past) {
	return map[string]func(*history.Past){
		"basis":     func(p *history.Past) { p.Basis(wanted()[0]) },
		"published": func(p *history.Past) { p.Published("core", q3) },
		"joined":    func(p *history.Past) { p.Joined("core", q3) },
		"versions":  func(p *history.Past) { p.Versions("core", q3) },
		"last seen": func(p *history.Past) { p.LastSeen("core/2026-Q3/o/x") },
		"first":     func(p *history.Past) { p.First("core/2026-Q3/o/x") },
		"renamed":   func(p *history.Past) { p.Renamed("core/2026-Q3/o/x") },
		"has":       func(p *history.Past) { p.Has(q3) },
		"others":    func(p *history.Past) { p.Others(0) },
		"closed":    func(p *history.Past) { p.Closed("core", q3) },
	}
}

// TestDamaged holds that a missing object is told as an error, whatever is asked,
// and every time.
func TestDamaged(t *testing.T) {
	for _, object := range []string{"HEAD~3:" + core, "HEAD~3:okrs", "HEAD~3"} {
		r := eventful(t, "Ada")
		name := r.git("2026-10-10", "rev-parse", object)
		if err := os.Remove(filepath.Join(r.dir, ".git/objects", name[:2], name[2:])); err != nil {
			t.Fatal(err)
		}
		for id, ask := range questions() {
			if id == "closed" || id == "basis" && object != "HEAD~3" {
				continue // it is not touched
			}
			seen, head := r.open(".")
			p, err := history.Read(context.Background(), seen, os.DirFS(r.dir), history.Options{Head: head, Cycles: wanted()})
			if err != nil {
				t.Fatal(err)
			}
			ask(p)
			var missing *origin.MissingError
			if !errors.As(p.Err(), &missing) {
				t.Errorf("%s without %s: %v", id, object, p.Err())
			}
			before := p.Err()
			ask(p)
			is(t, "the error", p.Err(), before)
		}
	}
}

// TestDamagedBeforeTheLine holds that no state is made up from half of a line.
func TestDamagedBeforeTheLine(t *testing.T) {
	r := started(t)
	for i := range 4 {
		r.commit(fmt.Sprintf("2026-08-%02d", 1+i), core, document("core", fmt.Sprint("x=", i+2)))
	}
	name := r.git("2026-10-10", "rev-parse", "HEAD~2")
	if err := os.Remove(filepath.Join(r.dir, ".git/objects", name[:2], name[2:])); err != nil {
		t.Fatal(err)
	}
	seen, head := r.open(".")
	p, err := history.Read(context.Background(), seen, os.DirFS(r.dir), history.Options{Head: head, Cycles: wanted(q3, "2026-Q2", "2026-Q1")})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range wanted(q3, "2026-Q2", "2026-Q1", q3) {
		is(t, c.ID, p.Basis(c), okr.Basis{By: okr.ByAmendments})
	}
	if p.Err() == nil {
		t.Error("a commit is missing, and nothing is said")
	}
}
