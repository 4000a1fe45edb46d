package render

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/report"
)

// anyDiagram is a picture made of bytes: how many things, where they stand, what they
// are joined with.
func anyDiagram(data []byte) report.Diagram {
	next := func() int {
		if len(data) == 0 {
			return 0
		}
		b := data[0]
		data = data[1:]
		return int(b)
	}
	var d report.Diagram
	for i := range next()%40 + 1 {
		kind := []report.DiagramKind{report.DiagramObjective, report.DiagramKeyResult, report.DiagramTeam}[next()%3]
		id := fmt.Sprintf("t/c/o%d", i)
		if kind == report.DiagramKeyResult {
			id = fmt.Sprintf("t/c/o%d/k%d", next()%40, i)
		}
		d.Nodes = append(d.Nodes, report.DiagramNode{
			ID: id, Group: fmt.Sprint("Team ", next()%5), Kind: kind, Title: strings.Repeat("word ", next()%30), Column: next()%9 - 4,
		})
	}
	for len(data) > 2 {
		e := report.DiagramEdge{From: d.Nodes[next()%len(d.Nodes)].ID, To: d.Nodes[next()%len(d.Nodes)].ID}
		how := next()
		e.Kind, e.Broken = []string{"supports", "depends_on", "shares"}[how%3], how&4 > 0
		if how&8 > 0 {
			e.Label = "said at the line"
		}
		d.Edges = append(d.Edges, e)
	}
	return d
}

// checkDrawing holds the laws of a drawing: nothing lies on anything else, all is
// within the picture, and lines have places of their own in the columns they pass.
func checkDrawing(t *testing.T, d *drawing) {
	t.Helper()
	for i, a := range d.cards {
		if a.x < 0 || a.y < 0 || a.x+a.width > d.width || a.y+a.height > d.height {
			t.Errorf("card %d at %d, %d lies outside of %d × %d", i, a.x, a.y, d.width, d.height)
		}
		for k, b := range d.cards[:i] {
			if a.x < b.x+b.width && b.x < a.x+a.width && a.y < b.y+b.height && b.y < a.y+a.height {
				t.Errorf("cards %d and %d overlap", i, k)
			}
		}
	}
	for c, column := range d.blocks {
		if !slices.IsSortedFunc(column, func(a, b *block) int { return a.y + a.height - b.y }) {
			t.Errorf("the groups of column %d overlap", c)
		}
		for _, b := range column {
			if len(b.units) > 0 {
				continue
			}
			l := d.lines[b.line]
			if left, right := d.ends(l); d.columns[left] >= c || d.columns[right] <= c {
				t.Errorf("line %d passes column %d and does not cross it", b.line, c)
			}
		}
	}
	for _, c := range d.curves() {
		if width := saidWidth(c.said); width > 0 && (c.at.x-width/2 < 0 || c.at.x+width/2 > d.width) {
			t.Errorf("something is said at %d, outside of %d", c.at.x, d.width)
		}
	}
}

func TestDrawings(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		data := make([]byte, random.IntN(400))
		for i := range data {
			data[i] = byte(random.Uint32())
		}
		checkDrawing(t, drawn(pictured(anyDiagram(data))))
	}
	checkDrawing(t, drawn(picture{}))
	checkDrawing(t, drawn(pictured(injectionDoc().Blocks[0].(report.Diagram))))
}

func FuzzDrawing(f *testing.F) {
	f.Add([]byte{5, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 2000 {
			return
		}
		d := anyDiagram(data)
		checkDrawing(t, drawn(pictured(d)))
		doc := &report.Doc{Blocks: []report.Block{d}}
		for _, name := range []string{"html", "dot", "mermaid", "markdown"} {
			checkHarmless(t, name, rendered(t, mustFormat(t, name), doc, Style{}))
		}
	})
}

func TestSpread(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		slots := make([]slot, random.IntN(30))
		for i := range slots {
			slots[i] = slot{want: random.IntN(400) - 100, height: random.IntN(60) + 1}
		}
		spread(slots, 5)
		for i := 1; i < len(slots); i++ {
			if slots[i].top < slots[i-1].top+slots[i-1].height+5 {
				t.Fatalf("slots %d and %d overlap: %+v", i-1, i, slots)
			}
		}
	}
	free := []slot{{want: 10, height: 4}, {want: 50, height: 6}, {want: 100, height: 8}}
	spread(free, 2)
	if free[0].top != 8 || free[1].top != 47 || free[2].top != 96 {
		t.Errorf("what has room does not stand where it wants: %+v", free)
	}
	crowded := []slot{{want: 50, height: 10}, {want: 50, height: 10}}
	spread(crowded, 0)
	if crowded[0].top != 40 || crowded[1].top != 50 {
		t.Errorf("two that want the same do not stand around it: %+v", crowded)
	}
}

func TestOrderUncrossesLines(t *testing.T) {
	var d report.Diagram
	for i := range 6 {
		d.Nodes = append(d.Nodes, report.DiagramNode{ID: fmt.Sprint("p", i), Title: "p", Group: fmt.Sprint("P", i)})
	}
	for i := range 6 { // written in the opposite order
		d.Nodes = append(d.Nodes, report.DiagramNode{ID: fmt.Sprint("c", i), Title: "c", Group: fmt.Sprint("C", i), Column: 1})
		d.Edges = append(d.Edges, report.DiagramEdge{From: fmt.Sprint("c", i), To: fmt.Sprint("p", 5-i), Kind: "supports"})
	}
	laid := drawn(pictured(d))
	for i := range 6 {
		if parent, child := laid.cards[5-i].middle(), laid.cards[6+i].middle(); parent != child {
			t.Errorf("the line of c%d runs from %d to %d", i, child, parent)
		}
	}
}

func TestChain(t *testing.T) {
	d := drawn(pictured(diagramDoc().Blocks[1].(report.Diagram)))
	of := func(id string) []string {
		at := slices.IndexFunc(d.nodes, func(n report.DiagramNode) bool { return n.ID == id })
		var found []string
		for _, part := range d.chain(at, d.links()) {
			if part.line < 0 {
				found = append(found, d.nodes[part.node].ID)
			}
		}
		slices.Sort(found)
		return found
	}
	want := []string{"checkout/2026-Q3/fast", "northwind/2026/trust", "search/2026-Q3/find"}
	if got := of("product/2026-Q3/calm"); !slices.Equal(got, want) {
		t.Errorf("the chain is %q, not %q", got, want)
	}
	want = []string{"northwind/2026/trust", "northwind/2026/trust/p99"}
	if got := of("routing/2026-Q3/arrive"); !slices.Contains(got, want[0]) || !slices.Contains(got, want[1]) {
		t.Errorf("the chain %q does not reach the objective of the key result", got)
	}
}

func TestDrawnLines(t *testing.T) {
	for _, text := range []string{"", "word", strings.Repeat("w", 200), strings.Repeat("word and more ", 20), "支払いの失敗率を下げて、どこでも買えるようにする", "a/b/c-d-e " + strings.Repeat("long", 30)} {
		lines := drawnLines(text, titleSize, 120, 4)
		if len(lines) > 4 {
			t.Errorf("%q has %d lines", text, len(lines))
		}
		for _, l := range lines {
			if drawnWidth(l, titleSize) > 121 {
				t.Errorf("%q is %d wide", l, drawnWidth(l, titleSize))
			}
		}
		whole := strings.ReplaceAll(strings.Join(lines, ""), " ", "")
		if cut, isCut := strings.CutSuffix(whole, ellipsis); isCut {
			whole = cut
		} else if whole != strings.ReplaceAll(text, " ", "") {
			t.Errorf("%q became %q", text, lines)
		}
		if !strings.HasPrefix(strings.ReplaceAll(text, " ", ""), whole) {
			t.Errorf("%q became %q", text, lines)
		}
	}
}

func TestLargePicturesFold(t *testing.T) {
	out := rendered(t, mustFormat(t, "html"), &report.Doc{Blocks: []report.Block{chainDiagram(1000)}}, Style{})
	checkHTML(t, out)
	if n := strings.Count(out, `class="card `) - strings.Count(out, `<g class="card `); n != drawnNodes {
		t.Errorf("%d cards", n)
	}
	if !strings.Contains(out, "Left out for want of room: 700 things") || !strings.Contains(out, "the format dot draws it") {
		t.Error("it is not said what is left out and where it is")
	}
	if n := strings.Count(out, `<p class="gap">`); n != 100 {
		t.Errorf("%d of 100 gaps are there", n)
	}
	if len(out) > 2<<20 {
		t.Errorf("%d bytes", len(out))
	}
}

// deepDiagram is a chain of as many things as it is deep.
func deepDiagram(nodes int) report.Diagram {
	d := chainDiagram(nodes)
	d.Edges = nil
	for i := range d.Nodes {
		d.Nodes[i].Column = i
		if i > 0 {
			d.Edges = append(d.Edges, report.DiagramEdge{From: d.Nodes[i].ID, To: d.Nodes[i-1].ID, Kind: "supports"},
				report.DiagramEdge{From: d.Nodes[i].ID, To: d.Nodes[0].ID, Kind: "depends_on"})
		}
	}
	return d
}

func BenchmarkDiagrams(b *testing.B) {
	for _, size := range []int{1000, 10_000, 100_000} {
		for shape, make := range map[string]func(int) report.Diagram{"wide": chainDiagram, "deep": deepDiagram} {
			doc := &report.Doc{Blocks: []report.Block{make(size)}}
			for _, name := range []string{"html", "dot", "mermaid"} {
				b.Run(fmt.Sprintf("%s/%s/%d", name, shape, size), func(b *testing.B) {
					for b.Loop() {
						if err := mustFormat(b, name).Write(&closed{left: 1 << 40}, doc, Style{}); err != nil {
							b.Fatal(err)
						}
					}
				})
			}
		}
	}
}
