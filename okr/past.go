package okr

// Past is what history knows about a workspace. A reading takes one as an
// argument; a nil Past means that there is no history, and then the amendments
// in the files decide what was published.
type Past interface {
	// Basis says what the published state of a cycle rests on.
	Basis(cycle *Cycle) Basis
	// Published is a team's document as it was published for a cycle; nil where
	// nothing was. A document added after publication is its first version.
	Published(team, cycle string) *Document
}

// Basis is where a published state comes from.
type Basis struct {
	By       BasisKind
	Revision string // full hash of the commit; empty for amendments
}

// BasisKind is a word for what a published state rests on.
type BasisKind string

// The kinds: an annotated tag, the last commit within the grace, or the
// amendments in the files where there is no history.
const (
	ByTag        BasisKind = "tag"
	ByHistory    BasisKind = "history"
	ByAmendments BasisKind = "amendments"
)
