package load

// slab hands out runs of values cut from larger pieces. A workspace is made of
// millions of small values that all live as long as it does, and one allocation
// for each would cost more than the value.
type slab[T any] struct {
	piece []T // what is still free
	whole []T // the latest piece
	next  int // how many values the next piece holds
}

const (
	firstPiece = 8
	largePiece = 256
)

// take is a run of n zero values; nil where n is 0.
func (s *slab[T]) take(n int) []T {
	if n == 0 {
		return nil
	}
	if n > len(s.piece) {
		s.next = max(min(2*s.next, largePiece), firstPiece)
		s.whole = make([]T, max(n, s.next))
		s.piece = s.whole
	}
	run := s.piece[:n:n]
	s.piece = s.piece[n:]
	return run
}

// one is a place for a single value.
func (s *slab[T]) one() *T { return &s.take(1)[0] }

// recycle makes the latest piece free again. Nothing taken before may be in use.
func (s *slab[T]) recycle() {
	clear(s.whole[:len(s.whole)-len(s.piece)])
	s.piece = s.whole
}
