package render

import (
	"math"
	"strings"

	"github.com/okrs-as-code/okrs/okr/report"
)

// barCells is how long a bar is.
const barCells = 10

// bar draws a share with half cells as its finest step. Something is never drawn
// as nothing, nor less than everything as everything. The tick takes the cell in
// which it lies.
func bar(b report.Bar) string {
	out := make([]rune, barCells)
	halves := steps(b.Share, 2*barCells)
	for i := range out {
		switch {
		case halves >= 2*i+2:
			out[i] = '█'
		case halves == 2*i+1:
			out[i] = '▌'
		default:
			out[i] = '░'
		}
	}
	if b.Tick != nil && !math.IsNaN(*b.Tick) {
		at := int(inside(*b.Tick) * barCells)
		out[min(at, barCells-1)] = '│'
	}
	return string(out)
}

// steps is a share as a number of steps out of all.
func steps(share float64, all int) int {
	if math.IsNaN(share) {
		return 0
	}
	share = inside(share)
	n := int(math.Round(share * float64(all)))
	switch {
	case n == 0 && share > 0:
		return 1
	case n == all && share < 1:
		return all - 1
	default:
		return n
	}
}

func inside(share float64) float64 { return min(max(share, 0), 1) }

// line across the page for a width without limit.
const dividerCells = 72

func dividerLine(width int) string {
	if width < 1 || width > dividerCells {
		width = dividerCells
	}
	return strings.Repeat("─", width)
}
