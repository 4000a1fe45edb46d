package history_test

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/history"
)

// tale is a line of commits made at random, each with all its documents.
type tale struct {
	days  []string
	files []map[string]string // by name, of each commit
}

// newTale lets files be written, moved, swapped and removed.
func newTale(random *rand.Rand) tale {
	var out tale
	day := okr.NewDate(2026, 5, 1)
	files := map[string]string{}
	names := []string{"okrs/a.yaml", "okrs/b.yaml", "okrs/c/d.yaml", "okrs/c/e.yaml", "okrs/f.yaml"}
	for i := range 4 + random.IntN(24) {
		day += okr.Date(random.IntN(12) - 2)
		files = maps.Clone(files)
		for range random.IntN(4) {
			name, other := names[random.IntN(len(names))], names[random.IntN(len(names))]
			switch random.IntN(6) {
			case 0:
				delete(files, name)
			case 1:
				files[name], files[other] = files[other], files[name]
			case 2:
				files[other] = files[name]
			default:
				team, cycle := []string{"core", "web", "data"}[random.IntN(3)], []string{q3, q3, "2026-Q2"}[random.IntN(3)]
				files[name] = documentFor(team, cycle, fmt.Sprint("x=", 1+i%5))
			}
		}
		maps.DeleteFunc(files, func(_, text string) bool { return text == "" })
		out.days, out.files = append(out.days, day.String()), append(out.files, files)
	}
	return out
}

// commit makes the commits of the tale.
func (a tale) commit(t *testing.T, r *repository) {
	t.Helper()
	var stream bytes.Buffer
	for i, files := range a.files {
		fmt.Fprintf(&stream, "commit refs/heads/main\ncommitter A <a> %s +0000\ndata 0\ndeleteall\n", unix(t, a.days[i]))
		fmt.Fprintf(&stream, "M 100644 inline okr.yaml\ndata %d\n%s\n", len(register), register)
		for _, name := range slices.Sorted(maps.Keys(files)) {
			fmt.Fprintf(&stream, "M 100644 inline %s\ndata %d\n%s\n", name, len(files[name]), files[name])
		}
	}
	cmd := exec.Command("git", "fast-import", "--quiet")
	cmd.Dir, cmd.Stdin = r.dir, &stream
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("git fast-import: %v\n%s", err, out)
	}
	r.write(okrYAML, register)
}

func unix(t *testing.T, day string) string {
	t.Helper()
	d, err := okr.ParseDate(day)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprint((int64(d)-int64(okr.NewDate(1970, 1, 1)))*24*60*60 + 12*60*60)
}

// document is the text of a team's document in a commit; empty where it has none.
func (a tale) document(i int, team, cycle string) string {
	for _, name := range slices.Sorted(maps.Keys(a.files[i])) {
		if strings.HasPrefix(a.files[i][name], "version: 1\nteam: "+team+"\ncycle: "+cycle+"\n") {
			return a.files[i][name]
		}
	}
	return ""
}

// target is the number that a document of the tale says; "-" where there is none.
func target(text string) string {
	_, after, found := strings.Cut(text, "target: ")
	if !found {
		return "-"
	}
	return "x=" + after[:strings.IndexByte(after, '}')]
}

// versions are what Versions should find in all of history.
func (a tale) versions(team string) string {
	var words []string
	last := ""
	for i, day := range a.days {
		if text := a.document(i, team, q3); text != last {
			words = append(words, day[len("2026-"):]+" "+target(text))
			last = text
		}
	}
	return strings.Join(words, ", ")
}

// published is the number of the commit that publishes 2026-Q3; -1 where none does.
func (a tale) published() int {
	has := func(i int) bool {
		return slices.ContainsFunc([]string{"core", "web", "data"}, func(team string) bool { return a.document(i, team, q3) != "" })
	}
	settled := -1
	for i, day := range a.days {
		if day <= "2026-07-14" {
			settled = i
		}
	}
	for i := max(settled, 0); i < len(a.days); i++ {
		if has(i) {
			return i
		}
	}
	return -1
}

// TestTales holds histories made at random against what can be read from them commit
// by commit.
func TestTales(t *testing.T) {
	count := 30
	if testing.Short() {
		count = 8
	}
	for seed := range uint64(count) {
		a := newTale(rand.New(rand.NewPCG(7, seed)))
		r := newRepository(t)
		a.commit(t, r)
		at := a.published()
		for _, whole := range []bool{false, true} {
			p := r.read(".", history.Options{Cycles: wanted(q3, "2026-Q2")[:1+seed%2], Whole: whole})
			if b := p.Basis(wanted()[0]); at < 0 && b.By != okr.ByAmendments || at >= 0 && b.On.String() != a.days[at] {
				t.Fatalf("seed %d: the basis is %v, want commit %d of\n%v", seed, b, at, a.days)
			}
			for _, team := range []string{"core", "web", "data"} {
				got, want := versions(p, team), a.versions(team)
				if whole && got != want || !strings.HasSuffix(", "+want, afterFirst(got)) {
					t.Errorf("seed %d, whole %t: versions of %s are\n%s\nwant\n%s", seed, whole, team, got, want)
				}
				text := ""
				for i := at; i >= 0 && i < len(a.days) && text == ""; i++ {
					text = a.document(i, team, q3)
				}
				is(t, fmt.Sprintf("seed %d: published of %s", seed, team), shown(p.Published(team, q3)), target(text))
				is(t, "joined", p.Joined(team, q3), text != "" && a.document(at, team, q3) == "")
			}
		}
	}
}

// afterFirst is a list of versions without the date of its first: of history that
// was not walked whole, that is the day of the commit where the walk ended.
func afterFirst(versions string) string {
	_, rest, _ := strings.Cut(versions, " ")
	return rest
}
