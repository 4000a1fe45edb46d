package origin_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/okrs-as-code/okrs/okr/origin"
)

var published = time.Date(2026, 4, 2, 23, 30, 5, 999, time.FixedZone("", 5*3600+45*60))

func TestCreatedTagIsOneOfGit(t *testing.T) {
	c := newCheckout(t)
	linear(c)
	c.git("config", "user.name", "Goals <of> the team")
	c.git("config", "user.email", "goals@example.org")
	for _, dir := range []string{c.dir, filepath.Join(c.dir, "okrs")} {
		name := "okr/2026-q" + string(rune('0'+len(dir)%7)) + filepath.Base(dir)
		r := open(t, dir)
		head, _, err := r.Head()
		if err != nil {
			t.Fatal(err)
		}
		tag, err := r.CreateTag(name, head.Hash, "Publish 2026-q1\n\nTwo teams.\n", published)
		if err != nil {
			t.Fatal(err)
		}
		read, found, err := open(t, c.dir).Published(name)
		if err != nil || !found || !read.When.Equal(tag.When) || read.Commit != tag.Commit || read.Subject != "Publish 2026-q1" {
			t.Errorf("%+v is read as %+v, %t, %v", tag, read, found, err)
		}
		c.git("fsck", "--strict")
		want := head.Hash.String() + " tag Goals of the team <goals@example.org> 2026-04-02 23:30:05 +0545\nPublish 2026-q1\n\nTwo teams.\n\n"
		if got := c.git("for-each-ref", "--format=%(*objectname) %(objecttype) %(taggername) %(taggeremail) %(taggerdate:iso)%0a%(contents)", "refs/tags/"+name); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestTagOfALinkedWorkingTree(t *testing.T) {
	c := newCheckout(t)
	branches(c)
	c.git("worktree", "add", "-q", "../linked", "side")
	r := open(t, filepath.Join(filepath.Dir(c.dir), "linked"))
	head, _, err := r.Head()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.CreateTag("okr/2026-q1", head.Hash, "Publish", published); err != nil {
		t.Fatal(err)
	}
	if got := c.line("rev-parse", "okr/2026-q1^{commit}"); got != c.line("rev-parse", "side") {
		t.Errorf("%s", got)
	}
}

func TestTakenTagsAreRefused(t *testing.T) {
	c := newCheckout(t)
	linear(c)
	c.git("tag", "okr/loose")
	c.git("tag", "okr/packed")
	c.git("pack-refs", "--all")
	c.git("tag", "okr/loose-again")
	r := open(t, c.dir)
	head, _, err := r.Head()
	if err != nil {
		t.Fatal(err)
	}
	before := c.git("for-each-ref")
	for name, want := range map[string]string{
		"okr/loose": "already", "okr/packed": "already", "okr/loose-again": "already",
		"okr": "beside", "okr/packed/more": "beside", "okr/loose-again/more": "beside",
		"-x": "not a name", "a b": "not a name", "../x": "not a name", "x.lock": "not a name",
	} {
		_, err := r.CreateTag(name, head.Hash, "x", published)
		if err == nil || !strings.Contains(err.Error(), want) || errors.Is(err, origin.ErrTagExists) != (want == "already") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := r.CreateTag("fresh", origin.Hash{1}, "x", published); err == nil {
		t.Error("a tag was put on nothing")
	}
	lock := filepath.Join(c.dir, ".git", "refs", "tags", "busy.lock")
	if err := os.WriteFile(lock, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := r.CreateTag("busy", head.Hash, "x", published); err == nil || !strings.Contains(err.Error(), "another program") {
		t.Errorf("%v", err)
	}
	if err := os.Remove(lock); err != nil {
		t.Fatal(err)
	}
	if after := c.git("for-each-ref"); after != before {
		t.Errorf("the references changed: %s", after)
	}
}

func TestDefaultBranch(t *testing.T) {
	c := newCheckout(t)
	linear(c)
	say := func(c checkout) string {
		name, commit, err := open(t, c.dir).DefaultBranch()
		var unknown *origin.RevisionError
		if errors.As(err, &unknown) && unknown.Unknown {
			return "none"
		}
		if err != nil {
			t.Fatal(err)
		}
		return name + " " + commit.Hash.String()
	}
	if got, want := say(c), "main "+c.line("rev-parse", "main"); got != want {
		t.Errorf("local: %s, want %s", got, want)
	}
	c.git("branch", "-q", "-m", "development")
	if got := say(c); got != "none" {
		t.Errorf("none: %s", got)
	}
	c.git("clone", "-q", c.dir, "../clone")
	clone := c.in(filepath.Join(filepath.Dir(c.dir), "clone"))
	clone.put("more", "more")
	if got, want := say(clone), "origin/development "+c.line("rev-parse", "development"); got != want {
		t.Errorf("cloned: %s, want %s", got, want)
	}
	clone.git("remote", "set-head", "origin", "--delete")
	clone.git("branch", "trunk")
	if got, want := say(clone), "trunk "+clone.line("rev-parse", "trunk"); got != want {
		t.Errorf("trunk: %s, want %s", got, want)
	}
}
