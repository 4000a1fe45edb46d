package score_test

import (
	"os"
	"testing"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/load"
	"github.com/okrs-as-code/okrs/okr/sample"
	"github.com/okrs-as-code/okrs/okr/score"
)

// BenchmarkCycle reads 2,000 teams with 4 objectives of 4 key results each.
func BenchmarkCycle(b *testing.B) {
	g := newGenerator(1, false)
	ws := g.workspace(2000, 4, 4)
	at := g.cycle.Start + 60
	for name, past := range map[string]okr.Past{"alone": nil, "with a past": published{okr.ByTag, ws}} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				score.Cycle(ws, past, g.cycle, at)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*2000*4*4), "ns/keyresult")
		})
	}
}

// BenchmarkAlone reads each cycle of 1,000 documents, as a linter does: eight
// quarters, about 12,300 key results of one sort and 14,000 of the other.
func BenchmarkAlone(b *testing.B) {
	for name, sound := range map[string]bool{"sound": true, "faulty": false} {
		ws := sampled(b, sample.Size{Documents: 1000, Sound: sound})
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			read := 0
			for b.Loop() {
				read = 0
				for _, cycle := range ws.Cycles {
					for _, t := range score.Alone(ws, nil, cycle, okr.NewDate(2025, 12, 31)).Teams {
						for _, o := range t.Objectives {
							read += len(o.KeyResults)
						}
					}
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*read), "ns/keyresult")
		})
	}
}

// sampled is a workspace of a size.
func sampled(tb testing.TB, size sample.Size) *okr.Workspace {
	tb.Helper()
	dir := tb.TempDir()
	if err := sample.Write(dir, size); err != nil {
		tb.Fatal(err)
	}
	loaded, err := load.Workspace(os.DirFS(dir), load.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	return loaded.Workspace
}

// TestReadingAllocatesLittle holds the price of a key result of an ordinary
// workspace: a step towards numbers of any size would show here first.
func TestReadingAllocatesLittle(t *testing.T) {
	const most = 12 // for each key result
	g := newGenerator(1, false)
	ws := g.workspace(20, 4, 4)
	allocations := testing.AllocsPerRun(5, func() { score.Read(ws, nil, g.cycle, g.cycle.Start+60, 1) })
	if each := allocations / (20 * 4 * 4); each > most {
		t.Errorf("%.1f allocations for each key result, at most %d", each, most)
	}
}
