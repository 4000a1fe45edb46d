package cascade

import (
	"cmp"
	"slices"
)

// mostRings is how many rings of one knot are told. A knot can have more rings than
// anyone can count; when these are opened, others show, or there are none.
const mostRings = 32

// Loops are the rings of support: each goes from its smallest address along what
// supports what, and from the last objective back to the first. An objective that
// supports itself, or a key result of its own, is a ring of one. Where rings share
// objectives, every link of the knot is in a ring that is told, the shortest that
// goes through it; at most 32 of one knot. They are in the order of their addresses.
func (g *Graph) Loops() [][]*Node {
	var loops []loop
	finder := newRingFinder(g)
	for i := range g.tangle.knots {
		loops = append(loops, finder.of(int32(i+1))...)
	}
	slices.SortFunc(loops, func(a, b loop) int { return slices.Compare(a.addresses, b.addresses) })
	rings := make([][]*Node, 0, len(loops))
	for _, l := range loops {
		rings = append(rings, l.nodes)
	}
	return rings
}

type loop struct {
	nodes     []*Node
	addresses []string
}

// ringFinder looks for shortest ways within a knot, level by level.
type ringFinder struct {
	graph *Graph
	// seen is the number of the search in which a node was met, came the one before it.
	seen, came []int32
	search     int32
	queue      []int32
	addresses  map[int32]string
	// rank is the place of a node in its knot by address, near are its parents in the
	// knot in that order, each once.
	rank []int32
	near [][]int32
}

func newRingFinder(g *Graph) *ringFinder {
	f := &ringFinder{graph: g}
	if len(g.tangle.knots) > 0 {
		f.seen, f.came = make([]int32, len(g.Nodes)), make([]int32, len(g.Nodes))
		f.rank, f.near = make([]int32, len(g.Nodes)), make([][]int32, len(g.Nodes))
	}
	return f
}

type link struct{ from, to int32 }

// of are the rings of a knot.
func (f *ringFinder) of(knot int32) []loop {
	members := slices.Clone(f.graph.tangle.knots[knot-1])
	f.addresses = make(map[int32]string, len(members))
	for _, n := range members {
		f.addresses[n] = f.graph.Nodes[n].Address()
	}
	slices.SortFunc(members, func(a, b int32) int {
		return cmp.Or(cmp.Compare(f.addresses[a], f.addresses[b]), cmp.Compare(a, b))
	})
	for i, n := range members {
		f.rank[n] = int32(i)
	}
	for _, n := range members {
		f.near[n] = f.within(n)
	}
	var found []loop
	told := make(map[link]bool)
	for _, from := range members {
		for _, to := range f.near[from] {
			if len(found) == mostRings {
				return found
			}
			if told[link{from, to}] {
				continue
			}
			ring := f.back(to, from)
			for i, n := range ring {
				told[link{n, ring[(i+1)%len(ring)]}] = true
			}
			found = append(found, f.turned(ring))
		}
	}
	return found
}

// within are the parents of a node in its knot, by address, each once.
func (f *ringFinder) within(n int32) []int32 {
	knot := f.graph.tangle.knot
	var found []int32
	for _, parent := range f.graph.tangle.parents(n) {
		if knot[parent] == knot[n] {
			found = append(found, parent)
		}
	}
	slices.SortFunc(found, func(a, b int32) int { return cmp.Compare(f.rank[a], f.rank[b]) })
	return slices.Compact(found)
}

// back is the shortest way from one node of a knot to another, both included.
func (f *ringFinder) back(from, to int32) []int32 {
	f.search++
	f.queue = append(f.queue[:0], from)
	f.seen[from], f.came[from] = f.search, -1
	for i := 0; i < len(f.queue) && f.seen[to] != f.search; i++ {
		at := f.queue[i]
		for _, parent := range f.near[at] {
			if f.seen[parent] != f.search {
				f.seen[parent], f.came[parent] = f.search, at
				f.queue = append(f.queue, parent)
			}
		}
	}
	var way []int32
	for at := to; at >= 0; at = f.came[at] {
		way = append(way, at)
	}
	slices.Reverse(way)
	return way
}

// turned is the ring from its smallest address on.
func (f *ringFinder) turned(ring []int32) loop {
	smallest := 0
	for i, n := range ring {
		if f.rank[n] < f.rank[ring[smallest]] {
			smallest = i
		}
	}
	var l loop
	for i := range ring {
		n := ring[(smallest+i)%len(ring)]
		l.nodes = append(l.nodes, f.graph.Nodes[n])
		l.addresses = append(l.addresses, f.addresses[n])
	}
	return l
}
