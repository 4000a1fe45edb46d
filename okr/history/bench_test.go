package history_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"
	"time"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/history"
	"github.com/okrs-as-code/okrs/okr/sample"
)

// imported makes a repository of a sample workspace over 8 quarters whose documents
// change one by one, a commit each, from the first day of the first quarter on.
func imported(t testing.TB, commits, documents int) (*repository, []*okr.Cycle) {
	t.Helper()
	r := newRepository(t)
	var stream bytes.Buffer
	start := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)
	teams := documents / 8
	file := func(name string, text []byte) {
		fmt.Fprintf(&stream, "M 100644 inline %s\ndata %d\n%s\n", name, len(text), text)
	}
	for i := range commits {
		when := start.Add(time.Duration(i) * 720 * 24 * time.Hour / time.Duration(commits))
		fmt.Fprintf(&stream, "commit refs/heads/main\ncommitter A <a> %d +0000\ndata 0\n", when.Unix())
		if i == 0 {
			file("okr.yaml", sample.Register(teams))
			for d := range documents {
				file(name(d), sample.Document(d/8, d%8))
			}
			continue
		}
		d := i * 7919 % documents
		text := bytes.Replace(sample.Document(d/8, d%8), []byte("target: "), []byte("target: "+strconv.Itoa(1+i)), 1)
		file(name(d), text)
	}
	cmd := exec.Command("git", "fast-import", "--quiet")
	cmd.Dir, cmd.Stdin = r.dir, &stream
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("git fast-import: %v\n%s", err, out)
	}
	if err := os.WriteFile(filepath.Join(r.dir, okrYAML), sample.Register(teams), 0o666); err != nil {
		t.Fatal(err)
	}
	var ids []string
	for i := range 8 {
		ids = append(ids, sample.Cycle(i))
	}
	return r, wanted(ids...)
}

// name is the file of a document by its number.
func name(d int) string { return fmt.Sprintf("okrs/%s/team-%05d.yaml", sample.Cycle(d%8), d/8) }

// everything asks for all versions and published documents; the answer is how many
// versions there are.
func everything(p *history.Past, cycles []*okr.Cycle, documents int) (count int) {
	for _, c := range cycles {
		p.Basis(c)
		for team := range documents / 8 {
			id := fmt.Sprintf("team-%05d", team)
			count += len(p.Versions(id, c.ID))
			p.Published(id, c.ID)
		}
	}
	return count
}

func benchmark(b *testing.B, commits, documents int, whole bool, ask func(*history.Past, []*okr.Cycle)) {
	r, cycles := imported(b, commits, documents)
	if !whole {
		cycles = cycles[7:]
	}
	b.ReportAllocs()
	for b.Loop() {
		seen, head := r.open(".")
		p := r.read(".", history.Options{Head: head, Cycles: cycles, Whole: whole})
		ask(p, cycles)
		b.StopTimer()
		var memory runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&memory)
		b.ReportMetric(float64(memory.HeapAlloc)/(1<<20), "MiB-live")
		if err := seen.Close(); err != nil {
			b.Fatal(err)
		}
		runtime.KeepAlive(p)
		b.StartTimer()
	}
}

func BenchmarkEverything2000(b *testing.B) {
	benchmark(b, 2000, 200, true, func(p *history.Past, cycles []*okr.Cycle) { everything(p, cycles, 200) })
}

func BenchmarkEverything10000(b *testing.B) {
	benchmark(b, 10000, 1000, true, func(p *history.Past, cycles []*okr.Cycle) { everything(p, cycles, 1000) })
}

// BenchmarkWalk10000 goes through all of history and parses one document's versions.
func BenchmarkWalk10000(b *testing.B) {
	benchmark(b, 10000, 1000, true, func(p *history.Past, cycles []*okr.Cycle) { p.Versions("team-00001", cycles[0].ID) })
}

// BenchmarkPublished10000 asks for what most readings need: one quarter.
func BenchmarkPublished10000(b *testing.B) {
	benchmark(b, 10000, 1000, false, func(p *history.Past, cycles []*okr.Cycle) { p.Published("team-00001", cycles[0].ID) })
}
