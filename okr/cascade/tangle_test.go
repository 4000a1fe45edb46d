package cascade_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/okrs-as-code/okrs/okr/cascade"
)

func TestLoops(t *testing.T) {
	tests := []struct {
		name  string
		links string // child>parent, with a quote mark for a key result of the parent
		want  string
	}{
		{"a chain", "0>1 1>2 2>3", ""},
		{"a pair", "1>0 0>1", "0 1"},
		{"itself", "2>2", "2"},
		{"its own key result", "2>2'", "2"},
		{"a ring with a tail", "5>3 3>1 1>4 4>3 1>0", "1 4 3"},
		{"by a key result", "1>0' 0>1", "0 1"},
		{"two rings that share an objective", "0>1 1>0 1>2 2>1", "0 1; 1 2"},
		{"a long and a short ring", "0>1 1>2 2>3 3>0 1>0", "0 1; 0 1 2 3"},
		{"apart", "0>1 1>0 2>3 3>2", "0 1; 2 3"},
		{"written twice", "0>1 0>1' 1>0", "0 1"},
	}
	for _, test := range tests {
		d := draw(6, 6)
		for _, link := range strings.Fields(test.links) {
			var child, parent int
			if _, err := fmt.Sscanf(strings.TrimSuffix(link, "'"), "%d>%d", &child, &parent); err != nil {
				t.Fatal(err)
			}
			d.support(child, parent, strings.HasSuffix(link, "'"))
		}
		var rings []string
		for _, ring := range d.read().Loops() {
			var members []string
			for _, n := range ring {
				members = append(members, strings.TrimPrefix(n.Objective.ID.V, "o"))
			}
			rings = append(rings, strings.Join(members, " "))
		}
		if got := strings.Join(rings, "; "); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

// naive is the support of a drawing as a matrix, and which objective leads to which.
type naive struct {
	direct, leads [][]bool
}

func (d *drawing) naive() naive {
	n := len(d.objectives)
	var x naive
	for range n {
		x.direct, x.leads = append(x.direct, make([]bool, n)), append(x.leads, make([]bool, n))
	}
	for i, o := range d.objectives {
		for _, l := range o.Supports {
			parent := slices.Index(d.objectives, l.Objective)
			x.direct[i][parent], x.leads[i][parent] = true, true
		}
	}
	for via := range n {
		for i := range n {
			for j := range n {
				x.leads[i][j] = x.leads[i][j] || x.leads[i][via] && x.leads[via][j]
			}
		}
	}
	return x
}

// depth is the longest way up, over teams, found by trying as often as there are
// objectives.
func (x naive) depth(d *drawing) []int {
	n := len(d.objectives)
	depth := make([]int, n)
	for i := range depth {
		depth[i] = 1
	}
	for range n + 1 {
		for i := range n {
			for j := range n {
				same := i == j || x.leads[i][j] && x.leads[j][i]
				switch {
				case same:
					depth[i] = max(depth[i], depth[j])
				case x.direct[i][j] && d.objectives[i].Document == d.objectives[j].Document:
					depth[i] = max(depth[i], depth[j])
				case x.direct[i][j]:
					depth[i] = max(depth[i], depth[j]+1)
				}
			}
		}
	}
	return depth
}

func TestSmallGraphsAreReadAsTheDefinitionsSay(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for round := range 600 {
		d := scatter(random, 1+random.IntN(9), 1+random.IntN(4), random.IntN(16))
		g, x := d.read(), d.naive()
		var got, covered []int
		for _, o := range d.objectives {
			n := g.OfObjective(o)
			got = append(got, n.Depth)
			covered = append(covered, len(g.Supporters(n)))
		}
		if diff := cmp.Diff(x.depth(d), got); diff != "" {
			t.Fatalf("round %d: depths differ:\n%s", round, diff)
		}
		for j := range d.objectives {
			count := 0
			for i := range d.objectives {
				if x.direct[i][j] {
					count++
				}
			}
			if count != covered[j] {
				t.Fatalf("round %d: %d objectives support number %d, not %d", round, count, j, covered[j])
			}
		}
		checkLoops(t, round, d, g, x)
	}
}

// checkLoops holds the rings against what a ring is, and every link of a knot against
// the rings.
func checkLoops(t *testing.T, round int, d *drawing, g *cascade.Graph, x naive) {
	t.Helper()
	told := make(map[[2]int]bool)
	seen := make(map[string]bool)
	for _, ring := range g.Loops() {
		key := addresses(ring)
		if seen[key] {
			t.Fatalf("round %d: the ring %s is told twice", round, key)
		}
		seen[key] = true
		for i, n := range ring {
			if n.Address() < ring[0].Address() {
				t.Fatalf("round %d: %s does not begin with its smallest address", round, key)
			}
			from, to := slices.Index(d.objectives, n.Objective), slices.Index(d.objectives, ring[(i+1)%len(ring)].Objective)
			if !x.direct[from][to] {
				t.Fatalf("round %d: in %s a link does not exist", round, key)
			}
			if slices.Index(ring, n) != i {
				t.Fatalf("round %d: %s has an objective twice", round, key)
			}
			told[[2]int{from, to}] = true
		}
	}
	for i := range d.objectives {
		for j := range d.objectives {
			if inKnot := x.direct[i][j] && (i == j || x.leads[j][i]); inKnot != told[[2]int{i, j}] {
				t.Fatalf("round %d: the link %d to %d is in a knot: %t, in a ring that is told: %t", round, i, j, inKnot, !inKnot)
			}
		}
	}
}

func TestLongChainsAndRings(t *testing.T) {
	const long, round = 100_000, 50_000
	d := draw(long, 2)
	for i := 1; i < long; i++ {
		d.support(i, i-1, i%2 == 0)
	}
	g := d.read()
	if depth := g.OfObjective(d.objectives[long-1]).Depth; depth != long {
		t.Errorf("the chain is %d deep", depth)
	}
	if loops := g.Loops(); len(loops) != 0 {
		t.Errorf("a chain has %d rings", len(loops))
	}
	d = draw(round, 7)
	for i := range round {
		d.support(i, (i+1)%round, false)
	}
	loops := d.read().Loops()
	if len(loops) != 1 || len(loops[0]) != round || loops[0][0].Address() != "t000/2026-Q3/o0" {
		t.Errorf("the ring is %d rings", len(loops))
	}
}

// TestKnotsAreCheap is a knot in which each of thousands supports hundreds: it has more
// rings than there are atoms.
func TestKnotsAreCheap(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	g := scatter(random, 2000, 5, 200_000).read()
	start := time.Now()
	if loops := g.Loops(); len(loops) != 32 {
		t.Errorf("%d rings are told", len(loops))
	}
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("the rings took %s", took)
	}
}

// TestTheSameWorkspaceGivesTheSameGraph reads one graph often: nothing may follow the
// order of a map.
func TestTheSameWorkspaceGivesTheSameGraph(t *testing.T) {
	d := scatter(rand.New(rand.NewPCG(5, 6)), 40, 4, 90)
	first := ""
	for i := range 20 {
		g := d.read()
		text := drawn(g)
		for _, ring := range g.Loops() {
			text += addresses(ring) + "\n"
		}
		if i == 0 {
			first = text
		} else if text != first {
			t.Fatal(cmp.Diff(first, text))
		}
	}
}

// BenchmarkRead reads everything from workspaces of growing size; the time for each
// objective should stay what it is.
func BenchmarkRead(b *testing.B) {
	for _, size := range []int{1_000, 10_000, 100_000} {
		random := rand.New(rand.NewPCG(7, 8))
		d := scatter(random, size, size/100, size)
		d.bargain(random, size/2, size/2)
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				g := d.read()
				g.Orphans()
				g.Uncovered()
				g.Unmatched()
				g.Loops()
				g.Skips()
				g.Copies()
				g.Doubles()
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*size), "ns/objective")
		})
	}
}

// TestAGraphMayBeAskedByManyAtOnce lets readers ask for everything beside each other;
// the race detector watches.
func TestAGraphMayBeAskedByManyAtOnce(t *testing.T) {
	random := rand.New(rand.NewPCG(11, 12))
	d := scatter(random, 60, 5, 120)
	d.bargain(random, 40, 40)
	g := d.read()
	answers := make([]string, 4)
	var group sync.WaitGroup
	for i := range answers {
		group.Go(func() {
			text := fmt.Sprint(len(g.Orphans()), len(g.Unmatched()), len(g.Skips()), len(g.Copies()), len(g.Doubles()), addresses(g.Uncovered()))
			for _, ring := range g.Loops() {
				text += "\n" + addresses(ring)
			}
			answers[i] = text
		})
	}
	group.Wait()
	for _, answer := range answers {
		if answer != answers[0] {
			t.Errorf("two readers are told\n%s\nand\n%s", answers[0], answer)
		}
	}
}
