package edit

import "github.com/okrs-as-code/okrs/okr/tree"

// block is a mapping or a list written on lines of its own, with everything that
// belongs to it, as raw text.
type block struct {
	list    bool
	column  int // of its keys or dashes, in bytes from 0, as it was read
	entries []*entry
	tail    []trivia // comments at its end
	node    *tree.Node
	last    int // number of its last line, from 0
}

// entry is a key with its value, or an item of a list.
type entry struct {
	lead  []trivia // comments and blank lines above it
	key   string   // as written; empty for an item
	name  string   // the key as text
	props string   // anchor and tag of the value
	inner string   // the same where they stand on the line below, with the value

	// comment stands behind the key or the dash where the value begins on a later
	// line, after behind the value; each with the blanks before it.
	comment, after string
	inside         []trivia // between the key or dash and a value that is no block

	lines  []string // a value that is no block; none where nothing is written
	begins int      // column at which the value begins, as it was read
	below  bool     // the value begins on a line of its own
	scalar bool     // lines are a block scalar, the first of them its header
	width  int      // how deep a block scalar is indented, as it was read; 0 if it has no text

	block   *block
	compact bool // the block begins on the line of its dash

	node     *tree.Node // the value; nil behind <<
	first    int        // number of the line of the key or dash, from 0
	last     int        // number of the last line that belongs to the entry
	from, to int        // the bytes of the entry, without what is above it
	pinned   bool       // something in the entry depends on what comes before or behind it
}

// trivia is a line without content.
type trivia struct {
	column  int
	comment string // empty for a blank line
	line    int    // its number, from 0
}

// spacing of the canonical layout.
const step = 2
