package cli_test

import (
	"bytes"
	"context"
	"io/fs"
	"math/rand/v2"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diff"
	"github.com/okrs-as-code/okrs/okr/load"
	"github.com/okrs-as-code/okrs/okr/origin"
	"github.com/okrs-as-code/okrs/okr/render"
	"github.com/okrs-as-code/okrs/okr/report"
)

// wholly is the JSON of a comparison for which both sides are read to the last document.
func wholly(t *testing.T, dir, base, head string) string {
	t.Helper()
	repository, err := origin.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer repository.Close()
	var commits [2]*origin.Commit
	for i, rev := range []string{base, head} {
		if commits[i], err = repository.Resolve(rev); err != nil {
			t.Fatal(err)
		}
	}
	at := okr.DateOf(commits[1].When)
	var sides [2]*okr.Workspace
	for i, commit := range commits {
		files, err := repository.At(commit.Hash)
		if err != nil {
			t.Fatal(err)
		}
		result, err := load.Workspace(files, load.Options{AsOf: at})
		if err != nil {
			t.Fatal(err)
		}
		sides[i] = result.Workspace
	}
	settled := func(cycle *okr.Cycle) bool {
		tag, there, err := repository.Published(cycle.PublishTag())
		if err != nil || !there {
			return false
		}
		before, err := repository.IsAncestor(tag.Commit, commits[0].Hash)
		return err == nil && before
	}
	read := diff.ReadWith(sides[0], sides[1], diff.Options{At: at, Settled: settled})
	doc := report.Diff(read, report.DiffOptions{
		Base: commits[0].Hash.String(), Head: commits[1].Hash.String(), BaseName: base, HeadName: head,
	})
	format, _ := render.FormatByName("json")
	var out bytes.Buffer
	if err := format.Write(&out, doc, render.Style{}); err != nil {
		t.Fatal(err)
	}
	return apartFromFindings(out.String())
}

var findingsList = regexp.MustCompile(`(?s)"findings": \[.*\]\n`)

func apartFromFindings(text string) string { return findingsList.ReplaceAllString(text, "") }

// agree holds that comparing two commits says the same however little is read.
func agree(t *testing.T, dir, base, head string) (text string, ok bool) {
	t.Helper()
	code, out, problems := run(t, dir, "diff", base+".."+head, "--format", "json")
	if code == 2 {
		t.Errorf("%s..%s: %s", base, head, problems)
		return "", false
	}
	want, got := wholly(t, dir, base, head), apartFromFindings(out)
	if want != got {
		t.Errorf("%s..%s says something else when all is read:\n%s", base, head, diffOf(want, got))
		return got, false
	}
	return got, true
}

// commitsOf are the hashes of a branch, newest first.
func commitsOf(t *testing.T, dir, rev string) []string {
	t.Helper()
	repository, err := origin.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer repository.Close()
	head, err := repository.Resolve(rev)
	if err != nil {
		t.Fatal(err)
	}
	var hashes []string
	for commit, err := range repository.Commits(context.Background(), head.Hash) {
		if err != nil {
			t.Fatal(err)
		}
		files, err := repository.At(commit.Hash)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := fs.Stat(files, "okr.yaml"); err == nil {
			hashes = append(hashes, commit.Hash.String())
		}
	}
	return hashes
}

// TestDiffOfTheExampleReadsEnough compares all neighbours in the history of the example,
// and many others.
func TestDiffOfTheExampleReadsEnough(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "acme")
	if code, _, problems := run(t, t.TempDir(), "demo", dir); code != 0 {
		t.Fatal(problems)
	}
	hashes := append(commitsOf(t, dir, "proposal")[:1], commitsOf(t, dir, "main")...)
	if len(hashes) < 30 {
		t.Fatalf("%d commits: too few to tell anything", len(hashes))
	}
	if testing.Short() {
		hashes = hashes[:8]
	}
	for i := range len(hashes) - 1 {
		agree(t, dir, hashes[i+1], hashes[i])
	}
	if testing.Short() {
		return
	}
	const pairs = 100
	random := rand.New(rand.NewPCG(3, 5))
	for range pairs {
		agree(t, dir, hashes[random.IntN(len(hashes))], hashes[random.IntN(len(hashes))])
	}
}

// TestDiffOfAnyHistoryReadsEnough compares states of organisations that share, rename
// and move more than people do.
func TestDiffOfAnyHistoryReadsEnough(t *testing.T) {
	t.Parallel()
	histories, commits, pairs := 6, 18, 8
	if testing.Short() {
		histories = 2
	}
	verdicts, relations := make(map[string]int), make(map[string]int)
	verdict, relation := regexp.MustCompile(`"verdict": "([^"]*)"`), regexp.MustCompile(`"how": "([^"]*)"`)
	for seed := range histories {
		dir := t.TempDir()
		hashes := invented(t, dir, uint64(seed), commits)
		random := rand.New(rand.NewPCG(uint64(seed), 7))
		check := func(base, head int) {
			text, ok := agree(t, dir, hashes[base], hashes[head])
			if !ok {
				t.Logf("history %d, states %d and %d", seed, base, head)
			}
			for _, m := range verdict.FindAllStringSubmatch(text, -1) {
				verdicts[m[1]]++
			}
			for _, m := range relation.FindAllStringSubmatch(text, -1) {
				relations[m[1]]++
			}
		}
		for i := range len(hashes) - 1 {
			check(i, i+1)
			check(i+1, i)
		}
		for range pairs {
			check(random.IntN(len(hashes)), random.IntN(len(hashes)))
		}
	}
	for _, v := range []diff.Verdict{
		diff.Eased, diff.Hardened, diff.Dropped, diff.Added, diff.Reworded, diff.CheckedIn, diff.Realigned, diff.Moved, diff.PolicyChanged,
	} {
		if verdicts[string(v)] < histories {
			t.Errorf("%d changes were %s: too few to tell anything", verdicts[string(v)], v)
		}
	}
	for _, how := range []diff.Relation{diff.Supports, diff.Shares, diff.DependsOn, diff.Promised, diff.Carries} {
		if relations[string(how)] < histories {
			t.Errorf("%d relations were %s: too few to tell anything", relations[string(how)], how)
		}
	}
}
