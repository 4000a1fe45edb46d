package origin_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/origin"
)

// checkout is a working tree that a test makes with the git program.
type checkout struct {
	t     *testing.T
	dir   string
	clock *int // minutes since the first commit
}

func needGit(t *testing.T) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("the git program is not installed, so there is nothing to compare with")
	}
}

// newCheckout makes an empty repository with the branch main.
func newCheckout(t *testing.T, options ...string) checkout {
	t.Helper()
	needGit(t)
	c := checkout{t, filepath.Join(t.TempDir(), "work"), new(int)}
	if err := os.Mkdir(c.dir, 0o777); err != nil {
		t.Fatal(err)
	}
	c.git(append([]string{"init", "-q", "-b", "main"}, options...)...)
	return c
}

// in is the same clock in another directory.
func (c checkout) in(dir string) checkout { return checkout{c.t, dir, c.clock} }

// git runs git in the checkout, away from the configuration of this machine.
func (c checkout) git(args ...string) string {
	c.t.Helper()
	out, err := c.try(args...)
	if err != nil {
		c.t.Fatalf("git %s: %v", strings.Join(args, " "), err)
	}
	return out
}

func (c checkout) try(args ...string) (string, error) { return c.feed("", args...) }

// feed runs git with an input.
func (c checkout) feed(input string, args ...string) (string, error) {
	*c.clock++
	date := fmt.Sprintf("2026-03-%02dT23:%02d:00 %+03d%02d", 1+*c.clock/60%28, *c.clock%60, *c.clock%24-11, *c.clock%4*15)
	cmd := exec.Command("git", args...)
	cmd.Dir, cmd.Stdin = c.dir, strings.NewReader(input)
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1", "LC_ALL=C",
		"GIT_AUTHOR_NAME=Ada", "GIT_AUTHOR_EMAIL=ada@example.org", "GIT_AUTHOR_DATE="+date,
		"GIT_COMMITTER_NAME=Bo <weird>", "GIT_COMMITTER_EMAIL=bo@example.org", "GIT_COMMITTER_DATE="+date,
		"GIT_ALLOW_PROTOCOL=file", "GIT_MERGE_AUTOEDIT=no")
	var out, complaint bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &complaint
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("%w\n%s%s", err, out.String(), complaint.String())
	}
	return out.String(), nil
}

// line is the answer of git without the end of its line.
func (c checkout) line(args ...string) string {
	c.t.Helper()
	return strings.TrimSuffix(c.git(args...), "\n")
}

func (c checkout) write(name, content string) {
	c.t.Helper()
	full := filepath.Join(c.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(full), 0o777); err != nil {
		c.t.Fatal(err)
	}
	if err := os.WriteFile(full, []byte(content), 0o666); err != nil {
		c.t.Fatal(err)
	}
}

// commit commits all that is there.
func (c checkout) commit(message string) {
	c.t.Helper()
	c.git("add", "-A")
	c.git("commit", "-q", "--allow-empty", "--allow-empty-message", "-m", message)
}

// put writes a file and commits it.
func (c checkout) put(name, content string) {
	c.t.Helper()
	c.write(name, content)
	c.commit("change " + name)
}

// open opens the repository around a directory.
func open(t *testing.T, dir string) *origin.Repository {
	t.Helper()
	r, err := origin.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	})
	return r
}

func lines(text string) []string {
	if text = strings.TrimSuffix(text, "\n"); text == "" {
		return nil
	}
	return strings.Split(text, "\n")
}

func cells(text string) []string {
	if text = strings.TrimSuffix(text, "\x00"); text == "" {
		return nil
	}
	return strings.Split(text, "\x00")
}
