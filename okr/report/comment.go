package report

import (
	"iter"

	"github.com/okrs-as-code/okrs/okr/diag"
)

// Comment is a document as a comment on a pull request. It opens with a line that
// nobody sees and by which the comment of an earlier run is found again, and it is
// never longer than services take: what has no room is counted.
type Comment struct {
	// Name is what the comment is about, and Key tells several of one name in the
	// same pull request apart. Both become lower-case letters, digits and hyphens; an
	// empty one is "default".
	Name, Key string
	// Blocks are in the order in which they are wanted: what stands last is left out
	// first.
	Blocks []Block
	// Rest says where to find what has no room: "run okr diff".
	Rest string
}

// Remarks are what a document that is not about findings has to say beside the lines
// of files.
type Remarks struct {
	// Items are in the order in which they are wanted.
	Items []diag.Finding
	// Command prints all of them: "okr diff".
	Command string
}

// Fold is a part that most readers do not need, below a line that says what it holds.
// Pages close it; where nothing can be closed it is a section.
type Fold struct {
	Summary string
	Blocks  []Block
}

// Visit calls Visitor.Fold.
func (b Fold) Visit(v Visitor) { v.Fold(b) }

// All goes through blocks and those that are folded in them, each before its own.
func All(blocks []Block) iter.Seq[Block] {
	return func(yield func(Block) bool) { all(blocks, yield) }
}

func all(blocks []Block, yield func(Block) bool) bool {
	for _, b := range blocks {
		if !yield(b) {
			return false
		}
		if fold, ok := b.(Fold); ok && !all(fold.Blocks, yield) {
			return false
		}
	}
	return true
}
