package main

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkHistory compares walking every version of every document, contents and
// all, with git's own list of versions and its own reading of them:
//
//	go test ./cmd/okr -run '^$' -bench History -benchtime 1x -timeout 60m
//
// The repository of documents alone is held to 1.85 times git's time, the monorepo,
// in which 5 % of the commits touch documents, to 2.4 times, both to 300 MiB.
// OKR_BENCH_COMMITS (10000 for the figures), OKR_BENCH_FILES (1000) and
// OKR_BENCH_OTHER (20000) change the sizes. OKR_BENCH_HOLD=1 fails beyond the bounds.
func BenchmarkHistory(b *testing.B) {
	if _, err := exec.LookPath("git"); err != nil {
		b.Skip("the git program is not installed, so there is nothing to compare with")
	}
	commits := documents(b, "OKR_BENCH_COMMITS", 2000)
	files := documents(b, "OKR_BENCH_FILES", 200)
	other := documents(b, "OKR_BENCH_OTHER", 5000)
	walker := build(b, walkProgram(b))
	for _, shape := range []struct {
		name  string
		every int // one commit in so many touches a document
		other int
		most  float64
	}{
		{"documents", 1, 0, 1.85},
		{"monorepo", 20, other, 2.4},
	} {
		b.Run(shape.name, func(b *testing.B) {
			dir := importHistory(b, commits, files, shape.every, shape.other)
			sameVersions(b, dir, walker)
			for b.Loop() {
				compare(b, 7, "git",
					program{"git", process("sh", nil, "-c", gitVersions+" | git cat-file --batch --buffer > /dev/null", dir)},
					program{"walk", process(walker, nil, dir, "okrs")},
				)
			}
			_, peak := process(walker, nil, dir, "okrs")(b)
			b.ReportMetric(float64(peak>>20), "peak-MiB")
			if peak > 300<<20 {
				b.Errorf("walking takes %d MiB, at most 300", peak>>20)
			}
			hold(b, dir, walker, shape.most)
		})
	}
}

// gitVersions lists the distinct contents that git log names, in the folder $0.
const gitVersions = `cd "$0" && git log --raw --no-abbrev --no-renames --format= -- okrs | cut -d' ' -f4 | grep -v '^0*$' | sort -u`

// hold fails where the best of some rounds takes longer than the bound allows.
func hold(b *testing.B, dir, walker string, most float64) {
	b.Helper()
	if os.Getenv("OKR_BENCH_HOLD") == "" {
		return
	}
	git := process("sh", nil, "-c", gitVersions+" | git cat-file --batch --buffer > /dev/null", dir)
	walk := process(walker, nil, dir, "okrs")
	var ratios []float64
	for range 5 {
		base, _ := git(b)
		ours, _ := walk(b)
		ratios = append(ratios, ours.Seconds()/base.Seconds())
	}
	if ratio := median(ratios); ratio > most {
		b.Errorf("walking takes %.2f times as long as git, at most %.2f", ratio, most)
	}
}

// sameVersions holds that both read the same contents: their number and bytes.
func sameVersions(b *testing.B, dir, walker string) {
	b.Helper()
	sizes, err := exec.Command("sh", "-c", gitVersions+` | git cat-file --batch-check='%(objectsize)' | awk '{n++; s+=$1} END {print n, s}'`, dir).Output()
	if err != nil {
		b.Fatal(err)
	}
	ours, err := exec.Command(walker, dir, "okrs").Output()
	if err != nil {
		b.Fatal(err)
	}
	if string(sizes) != string(ours) {
		b.Fatalf("git reads %q, we read %q", sizes, ours)
	}
}

// walkProgram walks a folder of a repository and prints how many distinct contents
// there were and their bytes.
func walkProgram(b *testing.B) string {
	b.Helper()
	file := filepath.Join(b.TempDir(), "main.go")
	const text = `package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"github.com/okrs-as-code/okrs/okr/origin"
)

func main() {
	repository, err := origin.Open(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	head, _, err := repository.Head()
	if err != nil {
		log.Fatal(err)
	}
	folder, err := repository.Sub(os.Args[2])
	if err != nil {
		log.Fatal(err)
	}
	contents, size := 0, 0
	for version, err := range folder.Walk(context.Background(), head.Hash, origin.WalkOptions{}) {
		if err != nil {
			log.Fatal(err)
		}
		if version.Data != nil {
			contents++
			size += len(version.Data)
		}
	}
	fmt.Println(contents, size)
}
`
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		b.Fatal(err)
	}
	return file
}

// importHistory makes a repository by git fast-import: each commit changes one
// file, a document in one commit of every so many.
func importHistory(b *testing.B, commits, files, every, other int) string {
	b.Helper()
	dir := b.TempDir()
	run := func(stdin func(io.Writer), args ...string) {
		cmd := exec.Command("git", args...)
		cmd.Dir, cmd.Stderr = dir, os.Stderr
		cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1")
		pipe, err := cmd.StdinPipe()
		if err != nil {
			b.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			b.Fatal(err)
		}
		if stdin != nil {
			out := bufio.NewWriter(pipe)
			stdin(out)
			if err := out.Flush(); err != nil {
				b.Fatal(err)
			}
		}
		pipe.Close()
		if err := cmd.Wait(); err != nil {
			b.Fatalf("git %s: %v", args[0], err)
		}
	}
	run(nil, "init", "-q", "-b", "main")
	run(func(w io.Writer) { stream(w, commits, files, every, other) }, "fast-import", "--quiet")
	run(nil, "repack", "-a", "-d", "-f", "-q")
	return dir
}

// stream writes the history, the same for the same sizes.
func stream(w io.Writer, commits, files, every, other int) {
	random := rand.New(rand.NewPCG(42, 42))
	texts := make([]string, files)
	write := func(name, text string) { fmt.Fprintf(w, "M 100644 inline %s\ndata %d\n%s\n", name, len(text), text) }
	open := func(i int) {
		fmt.Fprintf(w, "commit refs/heads/main\ncommitter A <a> %d +0000\ndata 6\nchange\n", 1_700_000_000+60*i)
	}
	name := func(i int) string { return fmt.Sprintf("okrs/2026-q%d/team-%04d.yaml", i%8, i) }
	open(0)
	for i := range texts {
		texts[i] = document(random, i)
		write(name(i), texts[i])
	}
	for i := range other {
		write(fmt.Sprintf("src/%03d/%02d/file%05d.go", i%200, i/200%10, i), fmt.Sprintf("package p%d\n\nvar V%d = %d\n", i%200, i, random.Uint64()))
	}
	for i := 1; i < commits; i++ {
		open(i)
		if i%every != 0 {
			j := random.IntN(other)
			write(fmt.Sprintf("src/%03d/%02d/file%05d.go", j%200, j/200%10, j), fmt.Sprintf("package p%d\n\nvar V%d = %d\n", j%200, j, random.Uint64()))
			continue
		}
		j := random.IntN(files)
		texts[j] = checkIn(random, texts[j], i)
		write(name(j), texts[j])
	}
}

// document is a text of the form and size of a team's document.
func document(random *rand.Rand, i int) string {
	var text strings.Builder
	fmt.Fprintf(&text, "team: team-%04d\ncycle: 2026-q%d\nobjectives:\n", i, i%8)
	for o := range 4 {
		fmt.Fprintf(&text, "  - id: objective-%d\n    title: Make the product %d times as useful to customers of kind %d\n    key_results:\n", o, random.IntN(9), random.IntN(999))
		for k := range 4 {
			fmt.Fprintf(&text, "      - id: result-%d\n        title: Raise measure %d of the product for its users\n        baseline: %d\n        target: %d\n        check_ins:\n          - {date: 2026-01-05, value: %d, confidence: 0.%d}\n",
				k, random.IntN(10_000), random.IntN(50), 50+random.IntN(50), random.IntN(50), random.IntN(10))
		}
	}
	return text.String()
}

// checkIn adds a reading to one key result of a document.
func checkIn(random *rand.Rand, text string, i int) string {
	const heading = "        check_ins:\n"
	parts := strings.SplitAfter(text, heading)
	part := random.IntN(len(parts) - 1)
	reading := fmt.Sprintf("          - {date: 2026-%02d-%02d, value: %d, confidence: 0.%d, note: week %d}\n", 1+i%12, 1+i%28, random.IntN(100), random.IntN(10), i)
	parts[part+1] = reading + parts[part+1]
	return strings.Join(parts, "")
}
