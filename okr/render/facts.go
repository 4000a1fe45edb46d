package render

import (
	"strings"

	"github.com/okrs-as-code/okrs/okr/report"
)

// fact is a label and its value made ready.
type fact struct {
	label, value string
	look         paint
}

// factsPerLine is how many facts may share a line, and between them stands a gap.
const (
	factsPerLine = 4
	factGap      = 4
)

// Facts prints labels and values in as many aligned columns as fit; one to a line
// where there is no width to fit into.
func (t *textWriter) Facts(b report.Facts) {
	t.open(b)
	facts := make([]fact, len(b.Items))
	for i, item := range b.Items {
		facts[i] = fact{Sanitize(item.Label) + ":", shown(item.Value), tonePaints[item.Value.Tone]}
	}
	for perLine := min(factsPerLine, len(facts)); perLine > 1; perLine-- {
		labels, values := factWidths(facts, perLine)
		if total(labels)+total(values)+perLine+(perLine-1)*factGap <= t.style.Width {
			t.factGrid(facts, labels, values)
			return
		}
	}
	labels, _ := factWidths(facts, 1)
	for _, f := range facts {
		t.factLine(f, labels[0])
	}
}

// factWidths are the widths of the labels and values of each column.
func factWidths(facts []fact, perLine int) (labels, values []int) {
	labels, values = make([]int, perLine), make([]int, perLine)
	for i, f := range facts {
		labels[i%perLine] = max(labels[i%perLine], cells(f.label))
		values[i%perLine] = max(values[i%perLine], cells(f.value))
	}
	return labels, values
}

func total(widths []int) int {
	sum := 0
	for _, w := range widths {
		sum += w
	}
	return sum
}

func (t *textWriter) factGrid(facts []fact, labels, values []int) {
	var line strings.Builder
	for i, f := range facts {
		column := i % len(labels)
		if column > 0 {
			line.WriteString(spaces(factGap))
		}
		line.WriteString(faint.on(t.style, f.label))
		line.WriteString(spaces(labels[column] - cells(f.label) + 1))
		line.WriteString(f.look.on(t.style, f.value))
		line.WriteString(spaces(values[column] - cells(f.value)))
		if column == len(labels)-1 || i == len(facts)-1 {
			t.line(line.String())
			line.Reset()
		}
	}
}

// factLine prints one fact, its value wrapped beside the label.
func (t *textWriter) factLine(f fact, labels int) {
	margin := faint.on(t.style, f.label) + spaces(labels-cells(f.label)+1)
	room := t.room(labels + 1)
	for _, part := range wrapText(f.value, room, room) {
		t.line(margin + f.look.on(t.style, part))
		margin = spaces(labels + 1)
	}
}
