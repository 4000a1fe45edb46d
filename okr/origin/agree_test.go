package origin_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/okrs-as-code/okrs/okr/origin"
)

// TestAgreesWithGit reads repositories of every shape and compares all that is
// said of them with what the git program says.
func TestAgreesWithGit(t *testing.T) {
	needGit(t)
	for _, h := range histories {
		t.Run(h.name, func(t *testing.T) {
			t.Parallel()
			c := newCheckout(t)
			c = c.in(h.make(c))
			r := open(t, c.dir)
			t.Run("commits", func(t *testing.T) { commitsAgree(t, c, r) })
			t.Run("walk", func(t *testing.T) { walksAgree(t, c, r) })
			t.Run("order", func(t *testing.T) { commitsInOrderAgree(t, c, r) })
			t.Run("differences", func(t *testing.T) { differencesAgree(t, c, r) })
			t.Run("revisions", func(t *testing.T) { revisionsAgree(t, c, r) })
			t.Run("ancestry", func(t *testing.T) { ancestryAgrees(t, c, r) })
			t.Run("files", func(t *testing.T) { filesAgree(t, c, r) })
			t.Run("tags", func(t *testing.T) { tagsAgree(t, c, r) })
			t.Run("place", func(t *testing.T) { placeAgrees(t, c, r) })
		})
	}
}

// everything lists all commits that git reaches.
func everything(c checkout) []string {
	return lines(c.git("rev-list", "--all", "HEAD"))
}

func hash(t *testing.T, text string) origin.Hash {
	t.Helper()
	h, err := origin.ParseHash(text)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func commitsAgree(t *testing.T, c checkout, r *origin.Repository) {
	for _, name := range everything(c) {
		commit, err := r.Commit(hash(t, name))
		if err != nil {
			t.Fatal(err)
		}
		var parents []string
		for _, parent := range commit.Parents {
			parents = append(parents, parent.String())
		}
		got := strings.Join([]string{commit.Tree.String(), strings.Join(parents, " "), commit.When.Format("2006-01-02"),
			commit.When.Format("2006-01-02 15:04:05 -0700"), commit.Subject}, "\n")
		if want := c.line("log", "-1", "--format=%T%n%P%n%cs%n%ci%n%s", name); got != want {
			t.Errorf("commit %s: %s", name, cmp.Diff(want, got))
		}
	}
}

// rawLog reads what git log --raw -z says, one line a file.
func rawLog(t *testing.T, c checkout, args ...string) []string {
	t.Helper()
	arguments := append([]string{"log", "--raw", "-z", "--no-renames", "--no-abbrev", "--format=%x01%H"}, args...)
	var versions []string
	commit := ""
	tokens := strings.Split(c.git(arguments...), "\x00")
	for i := 0; i < len(tokens); i++ {
		token := strings.TrimLeft(tokens[i], "\n")
		switch {
		case strings.HasPrefix(token, "\x01"):
			commit = token[1:]
		case strings.HasPrefix(token, ":"):
			bare := strings.TrimLeft(token, ":")
			parents := len(token) - len(bare)
			fields := strings.Fields(bare)
			i++
			versions = append(versions, fmt.Sprintf("%s %s %s %q", commit, fields[parents+1], fields[2*parents+1], tokens[i]))
		}
	}
	return versions
}

func walked(t *testing.T, c checkout, r *origin.Repository, head origin.Hash, options origin.WalkOptions) []string {
	t.Helper()
	var versions []string
	delivered := make(map[origin.Hash]bool)
	for version, err := range r.Walk(context.Background(), head, options) {
		if err != nil {
			t.Fatal(err)
		}
		versions = append(versions, fmt.Sprintf("%s %s %s %q", version.Commit.Hash, version.Before, version.Blob, version.Path))
		stored := !version.Blob.IsZero() && version.Mode&fs.ModeIrregular == 0
		if first := stored && !delivered[version.Blob]; first != (version.Data != nil) {
			t.Errorf("%s %s: content delivered: %t, want %t", version.Commit.Hash.Short(), version.Path, version.Data != nil, first)
		}
		delivered[version.Blob] = true
		if version.Data != nil {
			if want := c.git("cat-file", "blob", version.Blob.String()); string(version.Data) != want {
				t.Errorf("%s %s: %d bytes are not the %d of git", version.Commit.Hash.Short(), version.Path, len(version.Data), len(want))
			}
		}
	}
	return versions
}

func walksAgree(t *testing.T, c checkout, r *origin.Repository) {
	head := hash(t, c.line("rev-parse", "HEAD"))
	got := walked(t, c, r, head, origin.WalkOptions{})
	if want := rawLog(t, c, "--first-parent", "-m"); !slices.Equal(got, want) {
		t.Errorf("along first parents: %s", cmp.Diff(want, got))
	}
	got = walked(t, c, r, head, origin.WalkOptions{AllParents: true})
	if want := rawLog(t, c, "-c"); !slices.Equal(got, want) {
		t.Errorf("along all parents: %s", cmp.Diff(want, got))
	}
	sub, err := r.Sub("okrs/2026-q1")
	if err != nil {
		t.Fatal(err)
	}
	options := origin.WalkOptions{Match: func(name string) bool { return path.Ext(name) == ".yaml" }}
	got = walked(t, c, sub, head, options)
	want := rawLog(t, c, "--first-parent", "-m", "--", ":(top,glob)okrs/2026-q1/**/*.yaml")
	for i := range want {
		want[i] = strings.Replace(want[i], `"okrs/2026-q1/`, `"`, 1)
	}
	if !slices.Equal(got, want) {
		t.Errorf("in a folder: %s", cmp.Diff(want, got))
	}
}

func commitsInOrderAgree(t *testing.T, c checkout, r *origin.Repository) {
	for _, head := range everything(c) {
		var got []string
		for commit, err := range r.Commits(context.Background(), hash(t, head)) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, commit.Hash.String())
		}
		if want := lines(c.git("rev-list", "--first-parent", head)); !slices.Equal(got, want) {
			t.Errorf("first parents of %s: %s", head, cmp.Diff(want, got))
		}
	}
}

func differencesAgree(t *testing.T, c checkout, r *origin.Repository) {
	commits := everything(c)
	for i, before := range commits[:min(len(commits), 5)] {
		after := commits[len(commits)-1-i]
		versions, err := r.Between(hash(t, before), hash(t, after), origin.WalkOptions{})
		if err != nil {
			t.Fatal(err)
		}
		var got, want []string
		for _, v := range versions {
			got = append(got, fmt.Sprintf("%s %s %q", v.Before, v.Blob, v.Path))
		}
		tokens := cells(c.git("diff-tree", "-r", "-z", "--no-renames", before, after))
		for i := 0; i+1 < len(tokens); i += 2 {
			fields := strings.Fields(tokens[i])
			want = append(want, fmt.Sprintf("%s %s %q", fields[2], fields[3], tokens[i+1]))
		}
		if !slices.Equal(got, want) {
			t.Errorf("between %s and %s: %s", before, after, cmp.Diff(want, got))
		}
	}
}

func revisionsAgree(t *testing.T, c checkout, r *origin.Repository) {
	texts := []string{"HEAD", "@", "HEAD~", "HEAD~0", "HEAD^", "HEAD^0", "HEAD^2", "HEAD^3", "HEAD^4", "HEAD~2^2~1", "HEAD~~", "HEAD^^", "@~3",
		"HEAD^{}", "HEAD^{commit}~1", "HEAD~1000", "nothing", "refs/heads/main", "heads/main", "origin", "deadbeef", "0000000000000000000000000000000000000000",
		"main@{upstream}", "@{u}", "@{UPSTREAM}~1", "HEAD@{upstream}", "side@{u}", "ORIG_HEAD"}
	for _, name := range lines(c.git("for-each-ref", "--format=%(refname)")) {
		short := name[strings.LastIndex(name, "/")+1:]
		texts = append(texts, name, name+"~1", name+"^{}", strings.TrimPrefix(name, "refs/"), short, strings.Join(strings.Split(name, "/")[2:], "/"))
	}
	for _, name := range everything(c) {
		texts = append(texts, name, name[:12], name[:7], strings.ToUpper(name[:10]), name+"~1")
	}
	for _, text := range texts {
		want, unknown := c.try("rev-parse", "--verify", "-q", "--end-of-options", text+"^{commit}")
		got, err := r.Resolve(text)
		switch {
		case (err == nil) != (unknown == nil):
			t.Errorf("%q: %v, but git: %q %v", text, err, want, unknown)
		case err == nil && got.Hash.String() != strings.TrimSpace(want):
			t.Errorf("%q is %s, but for git %s", text, got.Hash, want)
		}
	}
}

func ancestryAgrees(t *testing.T, c checkout, r *origin.Repository) {
	commits := everything(c)
	if len(commits) > 14 {
		commits = commits[:14]
	}
	for _, a := range commits {
		for _, b := range commits {
			bases := lines(func() string { out, _ := c.try("merge-base", "--all", a, b); return out }())
			base, err := r.MergeBase(hash(t, a), hash(t, b))
			switch {
			case errors.Is(err, origin.ErrUnrelated):
				if len(bases) > 0 {
					t.Errorf("%s and %s: %v, but git: %v", a, b, err, bases)
				}
			case err != nil:
				t.Fatal(err)
			case !slices.Contains(bases, base.Hash.String()):
				t.Errorf("%s and %s meet at %s, but for git at %v", a, b, base.Hash, bases)
			}
			below, err := r.IsAncestor(hash(t, a), hash(t, b))
			if err != nil {
				t.Fatal(err)
			}
			if want := slices.Contains(bases, a); below != want {
				t.Errorf("%s below %s: %t, but for git %t", a, b, below, want)
			}
		}
	}
}

// lsTree lists the files of a tree, as mode, hash and name.
func lsTree(c checkout, tree string) []string {
	files := cells(c.git("ls-tree", "-r", "-z", "--full-tree", tree))
	for i, f := range files {
		fields := strings.SplitN(f, "\t", 2)
		words := strings.Fields(fields[0])
		files[i] = words[0] + " " + words[2] + " " + fields[1]
	}
	return files
}

// listed lists the files of a snapshot in the same way and compares their contents.
func listed(t *testing.T, c checkout, s *origin.Snapshot) []string {
	t.Helper()
	var files []string
	err := fs.WalkDir(s, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		h, err := s.Hash(name)
		if err != nil {
			return err
		}
		mode := "100644"
		switch {
		case entry.Type()&fs.ModeSymlink != 0:
			mode = "120000"
			if target, err := s.ReadLink(name); err != nil || target != c.git("cat-file", "blob", h.String()) {
				t.Errorf("%s leads to %q, %v", name, target, err)
			}
		case entry.Type()&fs.ModeIrregular != 0:
			mode = "160000"
		default:
			info, err := entry.Info()
			if err != nil {
				return err
			}
			if info.Mode()&0o100 != 0 {
				mode = "100755"
			}
			data, err := s.ReadFile(name)
			if err != nil {
				return err
			}
			if want := c.git("cat-file", "blob", h.String()); string(data) != want {
				t.Errorf("%s: %q, want %q", name, data, want)
			}
		}
		files = append(files, mode+" "+h.String()+" "+name)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func filesAgree(t *testing.T, c checkout, r *origin.Repository) {
	byName := func(a, b string) int { return strings.Compare(a[48:], b[48:]) }
	commits := everything(c)
	for _, name := range commits[:min(len(commits), 6)] {
		snapshot, err := r.At(hash(t, name))
		if err != nil {
			t.Fatal(err)
		}
		got, want := listed(t, c, snapshot), lsTree(c, name)
		slices.SortFunc(got, byName)
		slices.SortFunc(want, byName)
		if !slices.Equal(got, want) {
			t.Errorf("files of %s: %s", name, cmp.Diff(want, got))
		}
	}
	if r.Bare() {
		return
	}
	staged, err := r.Staged()
	if err != nil {
		t.Fatal(err)
	}
	tree := c.line("write-tree")
	if got, err := staged.Hash("."); err != nil || got.String() != tree {
		t.Errorf("the index is tree %s, %v; for git %s", got, err, tree)
	}
	got, want := listed(t, c, staged), lsTree(c, tree)
	slices.SortFunc(got, byName)
	slices.SortFunc(want, byName)
	if !slices.Equal(got, want) {
		t.Errorf("files of the index: %s", cmp.Diff(want, got))
	}
}

func tagsAgree(t *testing.T, c checkout, r *origin.Repository) {
	var want, got []string
	for _, line := range lines(c.git("for-each-ref", "--format=%(refname)", "refs/tags")) {
		commit, _ := c.try("rev-parse", "--verify", "-q", line+"^{commit}")
		kind := c.line("cat-file", "-t", line)
		date := ""
		if kind == "tag" {
			date = c.line("for-each-ref", "--format=%(taggerdate:unix)", line)
		}
		want = append(want, fmt.Sprintf("%s %s %t %s", strings.TrimPrefix(line, "refs/tags/"), strings.TrimSpace(commit), kind == "tag", date))
	}
	tags, err := r.Tags("")
	if err != nil {
		t.Fatal(err)
	}
	for _, tag := range tags {
		commit, date := "", ""
		if !tag.Commit.IsZero() {
			commit = tag.Commit.String()
		}
		if tag.Annotated {
			date = fmt.Sprint(tag.When.Unix())
		}
		got = append(got, fmt.Sprintf("%s %s %t %s", tag.Name, commit, tag.Annotated, date))
		_, published, err := r.Published(tag.Name)
		if err != nil || published != (tag.Annotated && commit != "") {
			t.Errorf("%s published: %t, %v", tag.Name, published, err)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("tags: %s", cmp.Diff(want, got))
	}
}

func placeAgrees(t *testing.T, c checkout, r *origin.Repository) {
	if want := c.line("rev-parse", "--is-shallow-repository") == "true"; r.Shallow() != want {
		t.Errorf("shallow: %t, but for git %t", r.Shallow(), want)
	}
	if want := c.line("rev-parse", "--is-bare-repository") == "true"; r.Bare() != want {
		t.Errorf("bare: %t, but for git %t", r.Bare(), want)
	}
	if r.Bare() {
		return
	}
	if want := c.line("rev-parse", "--show-toplevel"); r.Top() != want {
		t.Errorf("top: %s, but for git %s", r.Top(), want)
	}
	if want := path.Clean(c.line("rev-parse", "--show-prefix")); r.Prefix() != want {
		t.Errorf("prefix: %s, but for git %s", r.Prefix(), want)
	}
	commit, branch, err := r.Head()
	if err != nil || commit.Hash.String() != c.line("rev-parse", "HEAD") {
		t.Errorf("head: %v, %v", commit, err)
	}
	if want, _ := c.try("symbolic-ref", "--short", "-q", "HEAD"); branch != strings.TrimSpace(want) {
		t.Errorf("branch: %q, but for git %q", branch, want)
	}
}
