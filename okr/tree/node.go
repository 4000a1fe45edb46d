// Package tree turns the bytes of a file into a tree in which every key and
// every value knows its place.
//
// It is the only package that knows the YAML library, and uses it for the
// grammar alone: what a scalar means is decided here, so that a date stays the
// text it is, a number stays exact, and nothing that the library would guess,
// drop or fail on gets past unseen. A faster reader of a plain subset can stand
// in front of it behind the same function.
package tree

import "github.com/okrs-as-code/okrs/okr/source"

// Kind is what a node is.
type Kind uint8

// The kinds of nodes. A date is a String.
const (
	Null Kind = iota
	Bool
	Number
	String
	Mapping
	Sequence
)

var kindNames = [...]string{"nothing", "yes or no", "number", "text", "mapping", "list"}

// String is the word for the kind as a message uses it.
func (k Kind) String() string { return kindNames[k] }

// Node is a value in a file.
type Node struct {
	Kind Kind
	// Plain says that a scalar is written without quotes on one line.
	Plain bool
	// Reported says that a finding already speaks about this value. Whoever checks
	// further keeps quiet about it, so that each mistake is reported once.
	Reported bool
	// Text is the content of a scalar: of a String without its quotes, of a
	// Number as written, of a Bool true or false.
	Text string
	// Span covers the value as written, quotes included; of a collection, from
	// its first to its last character; of a Null that is not written, the place
	// behind the colon or dash, with no length.
	Span source.Span
	// Pairs of a mapping, in the order of the file; keys are unique.
	Pairs []Pair
	// Items of a sequence.
	Items []*Node
}

// Pair is a key and its value.
type Pair struct {
	Key   string
	Span  source.Span // of the key
	Value *Node
}

// Get is the value of a key of a mapping, or nil.
func (n *Node) Get(key string) *Node {
	if p := n.Pair(key); p != nil {
		return p.Value
	}
	return nil
}

// Pair is the pair of a key of a mapping, or nil.
func (n *Node) Pair(key string) *Pair {
	if n == nil {
		return nil
	}
	for i := range n.Pairs {
		if n.Pairs[i].Key == key {
			return &n.Pairs[i]
		}
	}
	return nil
}

// Tree is a file that could be read.
type Tree struct {
	Path     string
	Lines    *source.Lines
	Root     *Node
	Comments []Comment
}

// Comment is a comment of the file, from # to the end of its line.
type Comment struct {
	Span source.Span
	Text string // with the #
	// Alone says that nothing else stands on the line.
	Alone bool
}
