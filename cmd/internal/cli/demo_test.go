package cli_test

import (
	"bytes"
	"context"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/cmd/internal/cli"
	"github.com/okrs-as-code/okrs/examples"
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/load"
	"github.com/okrs-as-code/okrs/okr/origin"
)

// demo runs the demonstration and opens its repository.
func demo(t testing.TB) (repository *origin.Repository, said string) {
	t.Helper()
	var out bytes.Buffer
	env := world()
	env.Out, env.Err, env.Dir = &out, &out, t.TempDir()
	if code := cli.Main(env, []string{"demo"}); code != 0 {
		t.Fatalf("exit code %d: %s", code, out.String())
	}
	repository, err := origin.Open(filepath.Join(env.Dir, "okr-demo"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { repository.Close() })
	return repository, out.String()
}

// TestEveryCommitOfTheDemoLoads reads each commit as of its day: whoever steps
// through the history finds a workspace without errors everywhere.
func TestEveryCommitOfTheDemoLoads(t *testing.T) {
	if testing.Short() {
		t.Skip("a hundred and more commits take their time")
	}
	repository, _ := demo(t)
	for _, branch := range []string{"main", "proposal"} {
		head, err := repository.Resolve(branch)
		if err != nil {
			t.Fatal(err)
		}
		for commit, err := range repository.Commits(context.Background(), head.Hash) {
			if err != nil {
				t.Fatal(err)
			}
			files, err := repository.At(commit.Hash)
			if err != nil {
				t.Fatal(err)
			}
			result, err := load.Workspace(files, load.Options{AsOf: okr.DateOf(commit.When)})
			if err != nil {
				t.Fatalf("%s: %v", commit.Subject, err)
			}
			for _, finding := range result.Findings {
				if finding.Severity == diag.Error {
					t.Errorf("%s: %s: %s", commit.Subject, finding.Path, finding.Message)
				}
			}
			if branch == "proposal" {
				break
			}
		}
	}
}

func TestTheDemoEndsAsTheExample(t *testing.T) {
	repository, _ := demo(t)
	head, branch, err := repository.Head()
	if err != nil || branch != "main" {
		t.Fatalf("%s, %v", branch, err)
	}
	files, err := repository.At(head.Hash)
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	for _, fsys := range []fs.FS{files, examples.Acme()} {
		err := fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			got, err := fs.ReadFile(files, name)
			if err != nil {
				return err
			}
			want, err := fs.ReadFile(examples.Acme(), name)
			if count++; !bytes.Equal(got, want) {
				t.Errorf("%s differs", name)
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	}
	if count < 2 {
		t.Error("nothing was compared")
	}
}

// TestWhatTheDemoNamesExists follows the advice at its end.
func TestWhatTheDemoNamesExists(t *testing.T) {
	_, said := demo(t)
	_, advice, found := strings.Cut(said, "What to try next:")
	if !found {
		t.Fatalf("no advice: %s", said)
	}
	root, named := cli.NewRoot(world()), 0
	for line := range strings.Lines(advice) {
		_, command, ok := strings.Cut(strings.TrimSpace(line), "okr ")
		if !ok {
			continue
		}
		named++
		if cmd, _, err := root.Find(strings.Fields(command)); err != nil || cmd == root {
			t.Errorf("%q is no command: %v", command, err)
		}
	}
	if named < 5 {
		t.Errorf("only %d commands are named: %s", named, advice)
	}
}

func BenchmarkDemo(b *testing.B) {
	for b.Loop() {
		demo(b)
	}
}
