package origin_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/origin"
)

func TestRefusedRevisionsAreNamed(t *testing.T) {
	c := newCheckout(t)
	linear(c)
	c.git("tag", "v1.0")
	c.git("branch", "both", "HEAD~1")
	c.git("tag", "both", "HEAD~2")
	r := open(t, c.dir)
	for text, want := range map[string]string{
		"":                           "empty",
		"-p":                         "option",
		"--output=x":                 "option",
		"HEAD@{1}":                   "earlier",
		"HEAD@{yesterday}":           "earlier",
		"main@{2026-01-01 10:00:00}": "colon",
		"@{-1}":                      "checked out earlier",
		"main@{push}":                "pushed",
		"HEAD:okr.yaml":              "colon",
		":okr.yaml":                  "colon",
		":/change":                   "messages",
		"HEAD^{/change}":             "messages",
		"HEAD^{tree}":                "tree",
		"HEAD^{blob}":                "file",
		"HEAD^{tag}":                 "something else",
		"HEAD^{":                     "something else",
		"HEAD~1..HEAD":               "range",
		"main...v1.0":                "range",
		"^main":                      "range",
		"HEAD^@":                     "several",
		"HEAD^!":                     "range",
		"HEAD^-":                     "range",
		"HEAD~x":                     "means nothing",
		"HEAD~1x":                    "means nothing",
		"HEAD~99999999999999999999":  "further back|further",
		"~1":                         "where to start",
		"a b":                        "not a name",
		"main.lock":                  "not a name",
		"a\nb":                       "not a name",
		"refs/heads/../../config":    "range",
		"config":                     "no branch",
		"FETCH_HEAD":                 "fetched",
		"both":                       "refs/tags/both and refs/heads/both",
		"v1.1":                       "did you mean v1.0?",
		"mian":                       "did you mean main?",
		"main@{u}":                   "follows nothing",
		"HEAD~50":                    "beyond the first commit",
		"HEAD^2":                     "which has 1",
	} {
		_, err := r.Resolve(text)
		var refused *origin.RevisionError
		if !errors.As(err, &refused) || refused.Text != text {
			t.Errorf("%q: %v", text, err)
			continue
		}
		found := false
		for _, word := range strings.Split(want, "|") {
			found = found || strings.Contains(err.Error(), word)
		}
		if !found || strings.ContainsAny(err.Error(), "\n\x1b") {
			t.Errorf("%q: %q does not say %q", text, err, want)
		}
	}
}

func TestTreesAndFilesAreNoCommits(t *testing.T) {
	c := newCheckout(t)
	linear(c)
	c.git("tag", "files", "HEAD^{tree}")
	r := open(t, c.dir)
	for _, text := range []string{"files", c.line("rev-parse", "HEAD:okr.yaml"), c.line("rev-parse", "HEAD:okr.yaml")[:9]} {
		var kind *origin.KindError
		if _, err := r.Resolve(text); !errors.As(err, &kind) || kind.Want != "commit" {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// TestUpstreamIsRefusedWhereItMayBeWrong has configuration in another file.
func TestUpstreamIsRefusedWhereItMayBeWrong(t *testing.T) {
	c := newCheckout(t)
	linear(c)
	c.git("clone", "-q", c.dir, "../clone")
	clone := c.in(filepath.Join(filepath.Dir(c.dir), "clone"))
	if _, err := open(t, clone.dir).Resolve("@{u}"); err != nil {
		t.Fatal(err)
	}
	clone.git("config", "include.path", "more")
	var refused *origin.RevisionError
	if _, err := open(t, clone.dir).Resolve("@{u}"); !errors.As(err, &refused) || !strings.Contains(err.Error(), "other files") {
		t.Errorf("%v", err)
	}
}

func TestAmbiguousShortHashesAreListed(t *testing.T) {
	c := newCheckout(t)
	c.put("a", "a")
	tree := c.line("rev-parse", "HEAD^{tree}")
	// Commits that differ in their message alone, until two begin alike.
	var stream strings.Builder
	for i := range 1500 {
		fmt.Fprintf(&stream, "commit refs/heads/many\ncommitter A <a> %d +0000\ndata 1\nx\n", 1_000_000_000+i)
	}
	cmd := exec.Command("git", "fast-import", "--quiet")
	cmd.Dir, cmd.Stdin = c.dir, strings.NewReader(stream.String())
	if err := cmd.Run(); err != nil {
		t.Fatal(err)
	}
	r := open(t, c.dir)
	starts := make(map[string]int)
	for _, name := range lines(c.git("rev-list", "many")) {
		starts[name[:4]]++
	}
	ambiguous, unique := "", ""
	for start, n := range starts {
		if strings.HasPrefix(tree, start) {
			continue
		}
		if n > 1 {
			ambiguous = start
		} else {
			unique = start
		}
	}
	if _, err := r.Resolve(ambiguous); err == nil || !strings.Contains(err.Error(), "several hashes") || strings.Count(err.Error(), ambiguous) < 3 {
		t.Errorf("%s: %v", ambiguous, err)
	}
	want, failed := c.try("rev-parse", "--verify", "-q", unique+"^{commit}")
	if got, err := r.Resolve(unique); failed == nil && (err != nil || got.Hash.String()+"\n" != want) {
		t.Errorf("%s: %v, %v", unique, got, err)
	}
}

// FuzzRevision asks git about every text that is answered: no text panics, what
// is found is what git finds, and what is refused says so in one line.
func FuzzRevision(f *testing.F) {
	if _, err := exec.LookPath("git"); err != nil {
		f.Skip("the git program is not installed, so there is nothing to compare with")
	}
	for _, seed := range []string{"HEAD", "HEAD~2^2", "main@{u}", "v1", "v1^{}~1", "@", "@~", "HEAD@{1}", "HEAD:x", ":/x", "a..b", "-x", "refs/tags/v1", "HEAD^{commit}^0", "HEAD^{commit}\xff", "HEAD^{}x", "HEAD~2x", "~", "^", "HEAD^^^", "0", "side/x"} {
		f.Add(seed)
	}
	dir := filepath.Join(f.TempDir(), "work")
	if err := os.Mkdir(dir, 0o777); err != nil {
		f.Fatal(err)
	}
	run := func(args ...string) (string, error) {
		cmd := exec.Command("git", args...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1", "GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a")
		out, err := cmd.Output()
		return strings.TrimSuffix(string(out), "\n"), err
	}
	for _, args := range []string{"init -q -b main", "commit -q --allow-empty -m a", "tag -a -m t v1", "commit -q --allow-empty -m b", "checkout -q -b side/x",
		"commit -q --allow-empty -m c", "checkout -q main", "commit -q --allow-empty -m d", "merge -q --no-ff -m m side/x", "tag light"} {
		if _, err := run(strings.Fields(args)...); err != nil {
			f.Fatal(args, err)
		}
	}
	r, err := origin.Open(dir)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		commit, err := r.Resolve(text)
		if err != nil {
			if strings.ContainsAny(err.Error(), "\n\r\x1b") {
				t.Errorf("%q: the message %q is no line", text, err)
			}
			return
		}
		want, err := run("rev-parse", "--verify", "-q", "--end-of-options", text+"^{commit}")
		if err != nil || want != commit.Hash.String() {
			t.Errorf("%q is %s, but for git %q, %v", text, commit.Hash, want, err)
		}
	})
}
