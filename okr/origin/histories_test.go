package origin_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// history is a repository of some shape; make returns the directory to open.
type history struct {
	name string
	make func(c checkout) string
}

// linear is a small history that others build on.
func linear(c checkout) {
	c.write("okr.yaml", "version: 1\n")
	c.put("okrs/2026-q1/core.yaml", "team: core\n")
	c.put("okrs/2026-q1/web.yaml", "team: web\n")
	c.put("okrs/2026-q1/core.yaml", "team: core\nobjectives: []\n")
	c.put("other/readme", "not ours\n")
}

// branches ends on main with a side branch that was not merged.
func branches(c checkout) {
	linear(c)
	c.git("checkout", "-q", "-b", "side")
	c.put("okrs/2026-q1/side.yaml", "team: side\n")
	c.put("okrs/2026-q1/web.yaml", "team: web\nside: true\n")
	c.git("checkout", "-q", "main")
	c.put("okrs/2026-q1/main.yaml", "team: main\n")
}

var histories = []history{
	{"linear", func(c checkout) string { linear(c); return c.dir }},
	{"one commit", func(c checkout) string { c.put("okr.yaml", "version: 1\n"); return c.dir }},
	{"merge", func(c checkout) string {
		branches(c)
		c.git("merge", "-q", "--no-ff", "-m", "merge side", "side")
		c.put("okrs/2026-q1/web.yaml", "team: web\nafter: merge\n")
		return c.dir
	}},
	{"merge that changes more", func(c checkout) string {
		branches(c)
		c.git("merge", "-q", "--no-ff", "--no-commit", "side")
		c.write("okrs/2026-q1/core.yaml", "team: core\nslipped: in\n")
		c.write("okrs/2026-q1/slipped.yaml", "team: slipped\n")
		if err := os.Remove(filepath.Join(c.dir, "okrs/2026-q1/main.yaml")); err != nil {
			c.t.Fatal(err)
		}
		c.commit("merge side")
		return c.dir
	}},
	{"merge that keeps ours", func(c checkout) string {
		branches(c)
		c.git("merge", "-q", "-s", "ours", "-m", "merge side", "side")
		return c.dir
	}},
	{"octopus", func(c checkout) string {
		linear(c)
		for i := range 3 {
			c.git("checkout", "-q", "-b", fmt.Sprint("arm", i), "main")
			c.put(fmt.Sprintf("okrs/2026-q1/arm%d.yaml", i), "team: arm\n")
		}
		c.git("checkout", "-q", "main")
		c.put("okrs/2026-q1/main.yaml", "team: main\n")
		c.git("merge", "-q", "-m", "octopus", "arm0", "arm1", "arm2")
		return c.dir
	}},
	{"criss-cross", func(c checkout) string {
		branches(c)
		c.git("branch", "keep")
		c.git("merge", "-q", "-m", "one way", "side")
		c.git("checkout", "-q", "side")
		c.git("merge", "-q", "-m", "other way", "keep")
		c.put("okrs/2026-q1/late.yaml", "team: late\n")
		c.git("checkout", "-q", "main")
		c.put("okrs/2026-q1/later.yaml", "team: later\n")
		return c.dir
	}},
	{"rename", func(c checkout) string {
		linear(c)
		c.git("mv", "okrs/2026-q1/core.yaml", "okrs/2026-q1/kernel.yaml")
		c.commit("rename")
		c.git("mv", "okrs", "goals")
		c.commit("rename the folder")
		return c.dir
	}},
	{"revert", func(c checkout) string {
		linear(c)
		c.git("revert", "--no-edit", "HEAD~1")
		c.git("revert", "--no-edit", "HEAD")
		return c.dir
	}},
	{"delete and come back", func(c checkout) string {
		linear(c)
		c.git("rm", "-q", "-r", "okrs")
		c.commit("all gone")
		c.put("okrs/2026-q1/core.yaml", "team: core\n")
		return c.dir
	}},
	{"file becomes folder", func(c checkout) string {
		linear(c)
		c.put("okrs/core", "a file\n")
		c.put("okrs/core.d", "sorts between\n")
		c.git("rm", "-q", "okrs/core")
		c.put("okrs/core/a.yaml", "team: a\n")
		c.git("rm", "-q", "-r", "okrs/core")
		c.put("okrs/core", "a file again\n")
		c.git("rm", "-q", "okrs/core")
		c.put("okrs/core/b.yaml", "team: b\n")
		c.git("rm", "-q", "okrs/core.d")
		c.put("okrs/core/b.yaml", "team: b\nobjectives: []\n")
		return c.dir
	}},
	{"all at one moment", func(c checkout) string {
		now := func(name string) {
			c.write(name, "team: "+name+"\n")
			c.git("add", "-A")
			*c.clock = 100
			c.git("commit", "-q", "-m", name)
		}
		now("okrs/first.yaml")
		for i := range 3 {
			c.git("checkout", "-q", "-b", fmt.Sprint("arm", i), "main")
			now(fmt.Sprintf("okrs/arm%d.yaml", i))
			now(fmt.Sprintf("okrs/arm%d-again.yaml", i))
		}
		c.git("checkout", "-q", "main")
		for i := range 3 {
			*c.clock = 100
			c.git("merge", "-q", "--no-ff", "-m", "merge", fmt.Sprint("arm", i))
		}
		now("okrs/last.yaml")
		return c.dir
	}},
	{"empty commits", func(c checkout) string {
		c.commit("nothing yet")
		linear(c)
		c.commit("")
		c.commit("  \n\nlate subject\nin two lines\n\nbody\n")
		return c.dir
	}},
	{"line ends", func(c checkout) string {
		c.write(".gitattributes", "*.yaml text eol=crlf\n*.bin filter=missing diff=missing\n")
		c.put("okrs/core.yaml", "team: core\r\nobjectives: []\r\n")
		c.git("config", "core.autocrlf", "true")
		c.put("okrs/web.yaml", "team: web\r\n")
		c.put("okrs/x.bin", "a\r\nb")
		return c.dir
	}},
	{"links and modes", func(c checkout) string {
		linear(c)
		for name, target := range map[string]string{"okrs/alias.yaml": "2026-q1/core.yaml", "current": "okrs/2026-q1", "dangling": "nowhere", "out": "../../out"} {
			if err := os.Symlink(target, filepath.Join(c.dir, name)); err != nil {
				c.t.Skip("no symbolic links here")
			}
		}
		c.write("run.sh", "exit 1\n")
		if err := os.Chmod(filepath.Join(c.dir, "run.sh"), 0o777); err != nil {
			c.t.Fatal(err)
		}
		c.commit("links")
		c.git("update-index", "--chmod=-x", "run.sh")
		c.git("commit", "-q", "-m", "mode only")
		c.git("reset", "-q", "--hard")
		return c.dir
	}},
	{"odd names", func(c checkout) string {
		linear(c)
		for i, name := range []string{"okrs/with space.yaml", "okrs/Zürich 東京.yaml", "okrs/new\nline.yaml", "okrs/tab\t.yaml", "okrs/\"quoted\".yaml", "okrs/-dash", "okrs/back\\slash"} {
			c.put(name, fmt.Sprint("team: t", i, "\n"))
		}
		c.git("branch", "feature/ümlaut")
		c.git("tag", "release-1.0")
		return c.dir
	}},
	{"packed", func(c checkout) string {
		linear(c)
		for i := range 40 {
			c.put("okrs/2026-q1/core.yaml", strings.Repeat("objective: the same again\n", 50)+fmt.Sprint("current: ", i, "\n"))
		}
		c.git("tag", "light")
		c.git("tag", "-a", "-m", "heavy", "heavy")
		c.git("gc", "-q", "--aggressive", "--prune=now")
		c.git("pack-refs", "--all")
		c.put("okrs/2026-q1/loose.yaml", "team: loose\n")
		return c.dir
	}},
	{"many packs", func(c checkout) string {
		linear(c)
		for i := range 5 {
			c.put("okrs/2026-q1/core.yaml", strings.Repeat("objective: the same again\n", 20)+fmt.Sprint("current: ", i, "\n"))
			c.git("repack", "-q", "-d")
		}
		c.git("-c", "pack.depth=1", "multi-pack-index", "write")
		return c.dir
	}},
	{"deltas by hash", func(c checkout) string {
		linear(c)
		for i := range 10 {
			c.put("okrs/2026-q1/core.yaml", strings.Repeat("objective: the same again\n", 50)+fmt.Sprint("current: ", i, "\n"))
		}
		c.git("-c", "repack.useDeltaBaseOffset=false", "repack", "-q", "-a", "-d", "-f")
		return c.dir
	}},
	{"offsets of 64 bits", func(c checkout) string {
		linear(c)
		c.git("repack", "-q", "-a", "-d", "-f")
		packs, err := filepath.Glob(filepath.Join(c.dir, ".git/objects/pack/*.pack"))
		if err != nil || len(packs) != 1 {
			c.t.Fatal(packs, err)
		}
		index := strings.TrimSuffix(packs[0], ".pack") + ".idx"
		if err := os.Remove(index); err != nil {
			c.t.Fatal(err)
		}
		c.git("index-pack", "--index-version=2,0x80", "-o", index, packs[0])
		return c.dir
	}},
	{"odd commits", func(c checkout) string {
		linear(c)
		head := "tree " + c.line("rev-parse", "HEAD^{tree}") + "\n"
		for i, rest := range []string{
			"author A <a> 1 +0000\ncommitter B <b> 1700000000 +0545\ngpgsig -----BEGIN\n tree 1\n \n committer X <x> 5 +0000\n -----END\n\nsigned\n",
			"author A <a> 1 +0000\ncommitter B > 3 <b> 1700000000 -0030\n\nno end of line",
			"author A <a> 1 +0000\ncommitter <> 1700000000 +1400\n\n\n\n  spaces \r\nand ends\r\n\r\nbody\n",
			"author A <a> 1 +0000\ncommitter B <b> 0 +0000\n\n",
			"author A <a> 1 +0000\ncommitter B <b> 1700000000 -1200\n",
			"author A <a> 1 +0000\ncommitter B <b> 4102444800 +1345\n\nfar away\n",
		} {
			parent := "parent " + c.line("rev-parse", "HEAD") + "\n"
			made, err := c.feed(head+parent+rest, "hash-object", "-t", "commit", "-w", "--stdin", "--literally")
			if err != nil {
				c.t.Fatal(i, err)
			}
			c.git("update-ref", "HEAD", strings.TrimSpace(made))
		}
		return c.dir
	}},
	{"large file", func(c checkout) string {
		c.put("okrs/large.yaml", strings.Repeat("0123456789abcdef\n", 100_000))
		c.put("okrs/large.yaml", strings.Repeat("0123456789abcdef\n", 100_001))
		c.git("repack", "-q", "-a", "-d", "-f")
		return c.dir
	}},
	{"tags", func(c checkout) string {
		linear(c)
		c.git("tag", "light", "HEAD~1")
		c.git("tag", "-a", "-m", "Published by nobody\n\nbody", "okr/2026-q1", "HEAD~2")
		c.git("tag", "-a", "-m", "a tag of a tag", "nested", "okr/2026-q1")
		c.git("tag", "-a", "-m", "again", "deeper", "nested")
		c.git("tag", "files", "HEAD^{tree}")
		c.git("tag", "-a", "-m", "of a file", "one-file", "HEAD:okr.yaml")
		return c.dir
	}},
	{"detached", func(c checkout) string {
		linear(c)
		c.git("checkout", "-q", "--detach", "HEAD~2")
		c.put("okrs/2026-q1/detached.yaml", "team: detached\n")
		return c.dir
	}},
	{"orphan branch", func(c checkout) string {
		linear(c)
		c.git("checkout", "-q", "--orphan", "pages")
		c.put("index.html", "<p>\n")
		return c.dir
	}},
	{"two roots", func(c checkout) string {
		linear(c)
		c.git("checkout", "-q", "--orphan", "import")
		c.git("rm", "-q", "-r", "-f", ".")
		c.put("imported/a.yaml", "team: a\n")
		c.git("checkout", "-q", "main")
		c.git("merge", "-q", "--allow-unrelated-histories", "-m", "bring in", "import")
		return c.dir
	}},
	{"clocks that run backwards", func(c checkout) string {
		branches(c)
		*c.clock = 0
		c.put("okrs/2026-q1/core.yaml", "team: core\nback: in time\n")
		c.git("merge", "-q", "-m", "merge", "side")
		*c.clock = 500
		c.git("checkout", "-q", "side")
		c.put("okrs/2026-q1/side.yaml", "team: side\nahead: of time\n")
		return c.dir
	}},
	{"below the top", func(c checkout) string { branches(c); return filepath.Join(c.dir, "okrs") }},
	{"linked working tree", func(c checkout) string {
		branches(c)
		c.git("worktree", "add", "-q", "../linked", "side")
		linked := c.in(filepath.Join(filepath.Dir(c.dir), "linked"))
		linked.put("okrs/2026-q1/linked.yaml", "team: linked\n")
		linked.write("okrs/2026-q1/staged.yaml", "team: staged\n")
		linked.git("add", ".")
		return linked.dir
	}},
	{"submodule seen from outside", func(c checkout) string { submodule(c); return c.dir }},
	{"submodule as workspace", func(c checkout) string { submodule(c); return filepath.Join(c.dir, "goals", "okrs") }},
	{"bare", func(c checkout) string {
		branches(c)
		c.git("clone", "-q", "--bare", c.dir, "../bare.git")
		return filepath.Join(filepath.Dir(c.dir), "bare.git")
	}},
	{"shallow", func(c checkout) string {
		branches(c)
		c.git("merge", "-q", "--no-ff", "-m", "merge side", "side")
		c.put("okrs/2026-q1/web.yaml", "team: web\nafter: merge\n")
		c.git("clone", "-q", "--depth", "2", "file://"+c.dir, "../shallow")
		return filepath.Join(filepath.Dir(c.dir), "shallow")
	}},
	{"ahead of one branch followed", func(c checkout) string {
		branches(c)
		c.git("clone", "-q", "--single-branch", "file://"+c.dir, "../ahead")
		ahead := c.in(filepath.Join(filepath.Dir(c.dir), "ahead"))
		ahead.put("okrs/2026-q1/ahead.yaml", "team: ahead\n")
		ahead.git("checkout", "-q", "-b", "topic", "--track", "main")
		ahead.put("okrs/2026-q1/topic.yaml", "team: topic\n")
		return ahead.dir
	}},
	{"ahead of a fork", func(c checkout) string {
		branches(c)
		c.git("clone", "-q", "-o", "fork/mine", "file://"+c.dir, "../fork")
		fork := c.in(filepath.Join(filepath.Dir(c.dir), "fork"))
		fork.put("okrs/2026-q1/fork.yaml", "team: fork\n")
		return fork.dir
	}},
	{"shared", func(c checkout) string {
		branches(c)
		c.git("repack", "-q", "-a", "-d")
		c.put("okrs/2026-q1/loose.yaml", "team: loose\n")
		c.git("clone", "-q", "--shared", c.dir, "../shared")
		shared := c.in(filepath.Join(filepath.Dir(c.dir), "shared"))
		shared.put("okrs/2026-q1/own.yaml", "team: own\n")
		return shared.dir
	}},
	{"borrowed twice", func(c checkout) string {
		branches(c)
		c.git("clone", "-q", "--reference", c.dir, "file://"+c.dir, "../one")
		c.git("clone", "-q", "--shared", "../one", "../two")
		alternates := filepath.Join(filepath.Dir(c.dir), "two", ".git", "objects", "info", "alternates")
		if err := os.WriteFile(alternates, []byte("# relative\n../../../one/.git/objects\n"), 0o666); err != nil {
			c.t.Fatal(err)
		}
		return filepath.Join(filepath.Dir(c.dir), "two")
	}},
	{"sparse checkout", func(c checkout) string {
		branches(c)
		c.git("sparse-checkout", "set", "okrs")
		return c.dir
	}},
	{"index of version 4", func(c checkout) string {
		linear(c)
		c.write("okrs/2026-q1/staged.yaml", "team: staged\n")
		c.write("okrs/2026-q1-b/staged.yaml", "team: staged\n")
		c.write("okrs/2026-q1.yaml", "team: staged\n")
		c.git("add", ".")
		c.write("okrs/announced.yaml", "team: announced\n")
		c.git("add", "-N", "okrs/announced.yaml")
		c.git("update-index", "--index-version", "4")
		return c.dir
	}},
}

func submodule(c checkout) {
	c.t.Helper()
	inner := c.in(filepath.Join(filepath.Dir(c.dir), "inner"))
	if err := os.Mkdir(inner.dir, 0o777); err != nil {
		c.t.Fatal(err)
	}
	inner.git("init", "-q", "-b", "main")
	linear(inner)
	c.put("readme", "outside\n")
	c.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", inner.dir, "goals")
	c.commit("bring the goals")
	module := c.in(filepath.Join(c.dir, "goals"))
	module.put("okrs/2026-q1/module.yaml", "team: module\n")
	c.commit("newer goals")
}

func TestHistoriesAreManyAndNamedOnce(t *testing.T) {
	seen := make(map[string]bool)
	for _, h := range histories {
		if seen[h.name] {
			t.Errorf("two histories are called %q", h.name)
		}
		seen[h.name] = true
	}
	if len(seen) < 20 {
		t.Errorf("%d histories", len(seen))
	}
}
