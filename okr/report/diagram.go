package report

// Diagram is a picture of things and how they hang together: who supports whom.
// Formats that cannot draw leave it out; the document says the same in words and
// tables beside it.
type Diagram struct {
	// Title says what the picture shows, for readers who cannot see it.
	Title string
	Nodes []DiagramNode
	Edges []DiagramEdge
}

// DiagramNode is a thing in a picture.
type DiagramNode struct {
	// ID is unique in the diagram and stays the same between runs: an address.
	ID string
	// Group is the team, by the text that is shown; Path are the groups from the top
	// down to it.
	Group string
	Path  []string
	Kind  DiagramKind
	Title string
	// Column is where it stands from left to right, 0 for what supports nothing.
	Column int
	// Facts are shown beside the title, each a few words: "0.62", "committed", "2026".
	Facts []string
	// Tone is how it stands; it is also said in a word among the facts.
	Tone Tone
	// Gap is what is missing around it, in a few words; empty where nothing is.
	Gap string
}

// DiagramKind is what a thing in a picture is.
type DiagramKind string

// The kinds.
const (
	DiagramTeam      DiagramKind = "team"
	DiagramObjective DiagramKind = "objective"
	DiagramKeyResult DiagramKind = "key_result"
)

// DiagramEdge is a line of a picture, from what supports, depends or lists to what
// it supports, depends on or lists.
type DiagramEdge struct {
	From, To string // the IDs of nodes
	Kind     string // supports, depends_on or shares
	// Label is said at the line; may be empty. Broken says that something is wrong
	// with it, and the label what.
	Label  string
	Broken bool
}

// Visit calls Visitor.Diagram.
func (b Diagram) Visit(v Visitor) { v.Diagram(b) }
