package diff

import (
	"slices"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
)

const (
	// namedCycles is how many other cycles than the one of the total have one too.
	namedCycles = 2
	// namedTeams is of how many teams at most: the work grows with their square.
	namedTeams = 500
)

// elsewhere finds the totals of other cycles in which scores moved: those first in which
// the goalpost of a team moved furthest, then the metric.
func (r *reader) elsewhere(reading *Reading, moved map[place]bool) {
	type far struct {
		cycle                *okr.Cycle
		teams                int
		definition, progress metric.Number
		moved                bool
	}
	var cycles []*far // in their order, as attributions are
	for _, a := range reading.Attribution {
		if a.Cycle.ID == reading.Cycle.ID {
			continue
		}
		if len(cycles) == 0 || cycles[len(cycles)-1].cycle.ID != a.Cycle.ID {
			cycles = append(cycles, &far{cycle: a.Cycle})
		}
		f := cycles[len(cycles)-1]
		f.teams++
		f.moved = f.moved || a.Moved()
		f.definition, f.progress = f.definition.Max(a.Definition.Abs()), f.progress.Max(a.Progress.Abs())
	}
	cycles = slices.DeleteFunc(cycles, func(f *far) bool { return !f.moved })
	ranked := slices.DeleteFunc(slices.Clone(cycles), func(f *far) bool { return f.teams > namedTeams })
	slices.SortStableFunc(ranked, func(a, b *far) int {
		if order := b.definition.Cmp(a.definition); order != 0 {
			return order
		}
		return b.progress.Cmp(a.progress)
	})
	ranked = ranked[:min(len(ranked), namedCycles)]
	for _, f := range cycles {
		if slices.Contains(ranked, f) {
			reading.Others = append(reading.Others, CycleSplit{Cycle: f.cycle, Split: r.total(f.cycle.ID, moved)})
		}
	}
	reading.More = len(cycles) - len(ranked)
}
