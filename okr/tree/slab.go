package tree

// slab hands out nodes, pairs and lists of one file from a few large pieces of
// memory. A piece is never shared between files: it would keep all of them alive.
type slab struct {
	nodes []Node
	pairs []Pair
	items []*Node
}

const slabSize = 64

func (s *slab) node() *Node {
	if len(s.nodes) == 0 {
		s.nodes = make([]Node, slabSize)
	}
	n := &s.nodes[0]
	s.nodes = s.nodes[1:]
	return n
}

// pairsOf is an empty list with room for the count; growing past it moves the
// list elsewhere and leaves its neighbours alone.
func (s *slab) pairsOf(count int) []Pair {
	if count > len(s.pairs) {
		s.pairs = make([]Pair, max(count, slabSize))
	}
	list := s.pairs[:0:count]
	s.pairs = s.pairs[count:]
	return list
}

func (s *slab) itemsOf(count int) []*Node {
	if count > len(s.items) {
		s.items = make([]*Node, max(count, slabSize))
	}
	list := s.items[:0:count]
	s.items = s.items[count:]
	return list
}
