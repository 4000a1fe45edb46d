package main

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"
	"testing"
	"time"

	"github.com/okrs-as-code/okrs/okr/sample"
)

// The benchmarks of this file run whole processes in turn, A B C A B C, and
// report the median of the ratios pair by pair, since machines drift.
//
//	go test ./cmd/okr -run '^$' -bench . -benchtime 1x -timeout 30m
//
// OKR_BENCH_DOCUMENTS and OKR_BENCH_LARGE change the sizes.

// role makes this test binary play one of the programs that are compared.
const role = "OKR_BENCH_ROLE"

func TestMain(m *testing.M) {
	if play := os.Getenv(role); play != "" {
		os.Exit(plays(play, os.Args[1]))
	}
	os.Exit(m.Run())
}

// program is one of the compared processes.
type program struct {
	name string
	run  func(b *testing.B) (elapsed time.Duration, peak int64)
}

// process runs a command to its end; peak is its largest resident size in bytes.
func process(name string, environment []string, args ...string) func(b *testing.B) (time.Duration, int64) {
	return func(b *testing.B) (time.Duration, int64) {
		b.Helper()
		cmd := exec.Command(name, args...)
		cmd.Env = append(os.Environ(), environment...)
		cmd.Stderr = os.Stderr
		start := time.Now()
		if err := cmd.Run(); err != nil {
			b.Fatalf("%s: %v", name, err)
		}
		elapsed := time.Since(start)
		usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
		if !ok {
			return elapsed, 0
		}
		return elapsed, usage.Maxrss << 10
	}
}

// compare runs the programs in turn and reports each one's median time, its peak
// and its ratio to the one named base.
func compare(b *testing.B, rounds int, base string, programs ...program) {
	b.Helper()
	times := make(map[string][]float64)
	ratios := make(map[string][]float64)
	peaks := make(map[string]int64)
	for _, p := range programs {
		p.run(b) // warms the page cache, not counted
	}
	for range rounds {
		round := make(map[string]float64)
		for _, p := range programs {
			elapsed, peak := p.run(b)
			round[p.name] = elapsed.Seconds() * 1000
			peaks[p.name] = max(peaks[p.name], peak)
		}
		for name, ms := range round {
			times[name] = append(times[name], ms)
			ratios[name] = append(ratios[name], ms/round[base])
		}
	}
	for _, p := range programs {
		b.ReportMetric(median(times[p.name]), p.name+"-ms")
		b.ReportMetric(median(ratios[p.name]), p.name+"/"+base)
		fmt.Printf("%-10s %9.1f ms  %6.3f of %s  peak %d MiB\n", p.name, median(times[p.name]), median(ratios[p.name]), base, peaks[p.name]>>20)
	}
}

func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[len(sorted)/2]
}

func documents(b *testing.B, variable string, fallback int) int {
	b.Helper()
	if text := os.Getenv(variable); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil {
			b.Fatalf("%s: %v", variable, err)
		}
		return n
	}
	return fallback
}

func workspace(b *testing.B, size sample.Size) string {
	b.Helper()
	dir := b.TempDir()
	if err := sample.Write(dir, size); err != nil {
		b.Fatal(err)
	}
	return dir
}

// build compiles a package of this module as a user would.
func build(b *testing.B, pkg string) string {
	b.Helper()
	binary := filepath.Join(b.TempDir(), "program")
	if out, err := exec.Command("go", "build", "-o", binary, pkg).CombinedOutput(); err != nil {
		b.Fatalf("go build: %v\n%s", err, out)
	}
	return binary
}

// BenchmarkValidate compares reading the bytes, the obvious composition of the
// YAML and JSON Schema packages on all cores, and our validate.
func BenchmarkValidate(b *testing.B) {
	dir := workspace(b, sample.Size{Documents: documents(b, "OKR_BENCH_DOCUMENTS", 10_000)})
	okr := build(b, ".")
	for b.Loop() {
		compare(b, 5, "plain",
			program{"read", process(os.Args[0], []string{role + "=read"}, dir)},
			program{"plain", process(os.Args[0], []string{role + "=plain"}, dir)},
			program{"validate", process(okr, nil, "validate", "-C", dir)},
		)
	}
}

// BenchmarkLint compares linting with validating the same workspace, each to a file
// in a format for programs: one that keeps to the method, and one about which there
// are dozens of findings in each file.
func BenchmarkLint(b *testing.B) {
	for name, sound := range map[string]bool{"sound": true, "careless": false} {
		b.Run(name, func(b *testing.B) { compareLint(b, sound) })
	}
}

func compareLint(b *testing.B, sound bool) {
	dir := workspace(b, sample.Size{Documents: documents(b, "OKR_BENCH_DOCUMENTS", 1000), Sound: sound})
	okr := build(b, ".")
	out := filepath.Join(b.TempDir(), "findings.json")
	arguments := func(command string, more ...string) []string {
		return append([]string{command, "-C", dir, "--as-of", "2025-12-31", "--format", "json", "-o", out}, more...)
	}
	for b.Loop() {
		compare(b, 21, "validate",
			program{"validate", process(okr, nil, arguments("validate")...)},
			program{"lint", process(okr, nil, arguments("lint", "--fail-on", "never")...)},
		)
	}
}

// BenchmarkScoreMemory scores one quarter of a very large workspace: the model is
// kept, the trees of the files are not.
func BenchmarkScoreMemory(b *testing.B) {
	n := documents(b, "OKR_BENCH_LARGE", 100_000)
	dir := workspace(b, sample.Size{Documents: n})
	okr := build(b, ".")
	run := process(okr, nil, "score", "-C", dir, "--cycle", sample.Cycle(7), "--as-of", "2025-12-31", "--format", "json", "-o", filepath.Join(b.TempDir(), "score.json"))
	for b.Loop() {
		elapsed, peak := run(b)
		b.ReportMetric(float64(peak>>20), "peak-MiB")
		fmt.Printf("score of %d documents: %.1f s, peak %d MiB\n", n, elapsed.Seconds(), peak>>20)
	}
}

// BenchmarkStart compares the start of our program with that of an empty one.
func BenchmarkStart(b *testing.B) {
	okr, empty := build(b, "."), build(b, emptyProgram(b))
	for b.Loop() {
		compare(b, 41, "empty",
			program{"empty", process(empty, nil)},
			program{"version", process(okr, nil, "version")},
		)
	}
}

func emptyProgram(b *testing.B) string {
	b.Helper()
	file := filepath.Join(b.TempDir(), "empty.go")
	if err := os.WriteFile(file, []byte("package main\n\nfunc main() {}\n"), fs.FileMode(0o666)); err != nil {
		b.Fatal(err)
	}
	return file
}
