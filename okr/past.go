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
	On       Date   // the civil date of the tag, or of the commit; zero where there is none
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

// History is a Past that knows every version of the documents. Who wrote them
// stands nowhere in it.
type History interface {
	Past
	// Versions are the versions of a team's document for a cycle, oldest first; none
	// where nothing was ever committed. A version differs from the one before it in
	// its text, though perhaps not in what it means. The first is the oldest that is
	// known: what is in it may have been there for longer.
	Versions(team, cycle string) []Version
	// Closing says what the closed state of a cycle rests on: an annotated tag. It
	// is the zero Basis where the cycle was not closed by one.
	Closing(cycle *Cycle) Basis
	// Closed is a team's document as it was when the cycle was closed; nil where the
	// cycle was not closed by a tag, or the team had none.
	Closed(team, cycle string) *Document
	// Strays are the tags that mean to publish or to close a cycle and are not
	// in the history of what is read: what they say is of another line.
	Strays() []Stray
}

// Version is a team's document for a cycle as a commit left it.
type Version struct {
	Revision string    // full hash of the commit
	On       Date      // the civil date of the commit
	Path     string    // of the file in the workspace
	Document *Document // nil where the commit removed it; its links are not followed
}

// Stray is a tag of a cycle that the commit which is read does not descend from.
type Stray struct {
	Tag      string // as okr/2026-Q3
	Cycle    string
	Revision string // full hash of its commit
	On       Date   // the civil date of the tag
}

// PublishTag is the name of the annotated tag that publishes the cycle: okr/2026-Q3.
func (c *Cycle) PublishTag() string { return "okr/" + c.ID }

// CloseTag is the name of the annotated tag that closes the cycle: okr/2026-Q3-closed.
func (c *Cycle) CloseTag() string { return c.PublishTag() + "-closed" }
