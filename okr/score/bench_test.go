package score_test

import (
	"testing"

	"github.com/okrs-as-code/okrs/okr"
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

// TestReadingAllocatesLittle holds the price of a key result of an ordinary
// workspace: a step towards numbers of any size would show here first.
func TestReadingAllocatesLittle(t *testing.T) {
	const most = 30 // for each key result
	g := newGenerator(1, false)
	ws := g.workspace(20, 4, 4)
	allocations := testing.AllocsPerRun(5, func() { score.Read(ws, nil, g.cycle, g.cycle.Start+60, 1) })
	if each := allocations / (20 * 4 * 4); each > most {
		t.Errorf("%.1f allocations for each key result, at most %d", each, most)
	}
}
