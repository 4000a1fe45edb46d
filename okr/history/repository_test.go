package history_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/history"
	"github.com/okrs-as-code/okrs/okr/load"
	"github.com/okrs-as-code/okrs/okr/origin"
)

// register is the okr.yaml of the tests: what was published for 2026-Q3 is what
// stood there at the end of 14 July.
const register = `version: 1
organization: Acme
calendar: {grace_days: 14}
limits: {objectives: {min: 1, max: 9}, key_results: {min: 1, max: 9}}
teams:
  - {id: core, name: Core}
  - {id: web, name: Web}
  - {id: data, name: Data}
`

const (
	q3      = "2026-Q3"
	core    = "okrs/2026-Q3/core.yaml"
	web     = "okrs/2026-Q3/web.yaml"
	data    = "okrs/2026-Q3/data.yaml"
	okrYAML = "okr.yaml"
)

// repository is a working tree that a test makes with the git program.
type repository struct {
	t      testing.TB
	dir    string
	author string
}

// newRepository makes an empty repository with the branch main.
func newRepository(t testing.TB) *repository {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("the git program is not installed, and it makes the repositories of this test")
	}
	r := &repository{t, t.TempDir(), "Ada"}
	r.git("2026-01-01", "init", "-q", "-b", "main")
	return r
}

// git runs git on a day, or at a time with its zone, away from the configuration
// of this machine.
func (r *repository) git(day string, args ...string) string {
	r.t.Helper()
	if len(day) == len("2026-07-01") {
		day += "T12:00:00 +0000"
	}
	cmd := exec.Command("git", args...)
	cmd.Dir = r.dir
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1", "LC_ALL=C",
		"GIT_AUTHOR_NAME="+r.author, "GIT_AUTHOR_EMAIL="+r.author+"@example.org", "GIT_AUTHOR_DATE="+day,
		"GIT_COMMITTER_NAME="+r.author, "GIT_COMMITTER_EMAIL="+r.author+"@example.org", "GIT_COMMITTER_DATE="+day,
		"GIT_ALLOW_PROTOCOL=file", "GIT_MERGE_AUTOEDIT=no")
	out, err := cmd.CombinedOutput()
	if err != nil {
		r.t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return strings.TrimSpace(string(out))
}

// write writes a file of the working tree; an empty content removes it.
func (r *repository) write(name, content string) {
	r.t.Helper()
	full := filepath.Join(r.dir, filepath.FromSlash(name))
	var err error
	if content == "" {
		err = os.Remove(full)
	} else if err = os.MkdirAll(filepath.Dir(full), 0o777); err == nil {
		err = os.WriteFile(full, []byte(content), 0o666)
	}
	if err != nil {
		r.t.Fatal(err)
	}
}

// commit writes files, given as names and contents by turns, and commits all that
// is there. The answer is the hash.
func (r *repository) commit(day string, files ...string) string {
	r.t.Helper()
	for i := 0; i < len(files); i += 2 {
		r.write(files[i], files[i+1])
	}
	r.git(day, "add", "-A")
	r.git(day, "commit", "-q", "--allow-empty", "-m", "change")
	return r.head()
}

func (r *repository) head() string { return r.git("2026-01-01", "rev-parse", "HEAD") }

// tag makes an annotated tag.
func (r *repository) tag(day, name, revision string) {
	r.t.Helper()
	r.git(day, "tag", "-a", "-m", "tag", name, revision)
}

// open opens the repository as seen from a folder of it.
func (r *repository) open(folder string) (*origin.Repository, origin.Hash) {
	r.t.Helper()
	whole, err := origin.Open(r.dir)
	if err != nil {
		r.t.Fatal(err)
	}
	r.t.Cleanup(func() {
		if err := whole.Close(); err != nil {
			r.t.Error(err)
		}
	})
	head, _, err := whole.Head()
	if err != nil {
		r.t.Fatal(err)
	}
	seen, err := whole.Sub(folder)
	if err != nil {
		r.t.Fatal(err)
	}
	return seen, head.Hash
}

// past reads the past of the working tree with the cycles wanted, 2026-Q3 where none
// is named. When the test ends nothing must have gone wrong.
func (r *repository) past(cycles ...string) *history.Past {
	return r.read(".", history.Options{Cycles: wanted(cycles...)})
}

// read is past with other options, in a folder.
func (r *repository) read(folder string, options history.Options) *history.Past {
	r.t.Helper()
	seen, head := r.open(folder)
	if options.Head.IsZero() {
		options.Head = head
	}
	p, err := history.Read(context.Background(), seen, os.DirFS(filepath.Join(r.dir, folder)), options)
	if err != nil {
		r.t.Fatal(err)
	}
	r.t.Cleanup(func() {
		if err := p.Err(); err != nil {
			r.t.Error("something went wrong:", err)
		}
	})
	return p
}

// workspace reads the files of the working tree.
func (r *repository) workspace() *okr.Workspace {
	r.t.Helper()
	result, err := load.Workspace(os.DirFS(r.dir), load.Options{})
	if err != nil {
		r.t.Fatal(err)
	}
	return result.Workspace
}

// wanted are cycles with a grace of 14 days; 2026-Q3 where none is named.
func wanted(ids ...string) []*okr.Cycle {
	if len(ids) == 0 {
		ids = []string{q3}
	}
	var cycles []*okr.Cycle
	for _, id := range ids {
		c, _ := okr.Calendar{FiscalYearStart: 1, GraceDays: 14}.Cycle(id)
		cycles = append(cycles, c)
	}
	return cycles
}

// document is what a team wrote for 2026-Q3: key results as "x=100 y=3", each with
// its target.
func document(team, results string) string { return documentFor(team, q3, results) }

func documentFor(team, cycle, results string) string {
	var out bytes.Buffer
	fmt.Fprintf(&out, "version: 1\nteam: %s\ncycle: %s\nobjectives:\n  - id: o\n    title: Shops come back\n    commitment: aspirational\n    key_results:\n", team, cycle)
	for result := range strings.FieldsSeq(results) {
		id, target, _ := strings.Cut(result, "=")
		fmt.Fprintf(&out, "      - {id: %s, title: Orders, metric: {unit: orders, baseline: 0, target: %s}}\n", id, target)
	}
	return out.String()
}

// shown is a document as the results of its first objective; "-" for nil.
func shown(d *okr.Document) string {
	if d == nil {
		return "-"
	}
	var words []string
	for _, k := range d.Objectives[0].KeyResults {
		words = append(words, k.ID.V+"="+k.Metric.Target.V.String())
	}
	return strings.Join(words, " ")
}

// versions are the versions of a team's document for 2026-Q3, as in "07-01 x=1, 07-02 -".
func versions(p *history.Past, team string) string {
	var words []string
	for _, v := range p.Versions(team, q3) {
		words = append(words, v.On.String()[len("2026-"):]+" "+shown(v.Document))
	}
	return strings.Join(words, ", ")
}

// is compares two values.
func is[T comparable](t testing.TB, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}

// basis holds what the published state of 2026-Q3 rests on.
func basis(t testing.TB, p *history.Past, by okr.BasisKind, revision, on string) {
	t.Helper()
	got := p.Basis(wanted()[0])
	is(t, "the basis", fmt.Sprintf("%s %s %s", got.By, got.Revision, got.On), fmt.Sprintf("%s %s %s", by, revision, on))
}
