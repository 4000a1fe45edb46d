package report

import "github.com/okrs-as-code/okrs/okr/diag"

// Heading opens a section. Level is 1 for the sections of a document, 2 and 3
// for those within.
type Heading struct {
	Level int
	Text  string
}

// Paragraph is running text.
type Paragraph struct {
	Spans []Span
}

// Span is a stretch of running text in one look. A line break in it counts as a
// space.
type Span struct {
	Text string
	Tone Tone
	// Code says that the text is to be taken to the letter: a command, a key, an
	// address.
	Code bool
	// URL is where the text leads, an http or https address; any other is not
	// made a link.
	URL string
}

// Plain is running text in the ordinary look.
func Plain(text string) []Span { return []Span{{Text: text}} }

// Facts are labels and their values, aligned, several to a line where they fit.
type Facts struct {
	Items []Fact
}

// Fact is a label and its value.
type Fact struct {
	Label string
	Value Cell
}

// Findings are what is said about files, each with its excerpt and what to do.
type Findings struct {
	Items []diag.Finding
	// Suppressed are those that a comment or a baseline silenced. Formats that can
	// mark them as such print them, the others leave them out.
	Suppressed []diag.Finding
	// Rules say what the rules of the findings are about, for formats that explain
	// them; each rule of a finding is among them, in the order of their ids.
	Rules []RuleText
	// Hidden is how many more findings there are than Items, because somebody
	// asked for no more. Formats with a place for it say so.
	Hidden int
	// Clean are the files that were looked at and of which nothing is to be said, for
	// formats that show what was looked at.
	Clean []string
	// Failing is the least severity that fails a run; the zero value stands for errors.
	// What breaks the form of a file fails it always.
	Failing diag.Severity
	// Tool is the program's own version, for formats that name it.
	Tool string
	// Summary is the line after them; nil where findings are a part of another
	// report.
	Summary *Summary
}

// RuleText is what can be said about a rule in general.
type RuleText struct {
	diag.Rule
	// Why is the harm, in a few sentences. Plain text.
	Why string
	// Help says how to write it instead and how to silence the rule. Plain text; it
	// may have several lines.
	Help string
}

// List is a bulleted or numbered list.
type List struct {
	Items   []Item
	Ordered bool
}

// Item is an entry of a list with the entries below it.
type Item struct {
	Spans []Span
	Items []Item
}

// Note is something the reader should know about the report itself, such as a
// choice that was made on the way.
type Note struct {
	Tone NoteTone
	Text string
	// Hint is what to do about it; it may have several lines.
	Hint string
}

// NoteTone says how much a note matters.
type NoteTone uint8

// The tones of a note, from the mildest.
const (
	NoteInfo NoteTone = iota
	NoteWarning
	NoteProblem
)

var noteTones = [...]string{"note", "warning", "problem"}

// String is the word that opens the note.
func (t NoteTone) String() string { return noteTones[t] }

// Terms is arithmetic written out: each line a value, how it came about and
// where its operands are written.
type Terms struct {
	Title string
	Lines []Term
}

// Term is a line of arithmetic.
type Term struct {
	// Depth is 0 for a result and one more for what it is made of.
	Depth int
	// Name is what is computed or read: "score", "baseline".
	Name string
	// Formula is the arithmetic with its numbers: "(780 − 900) / (300 − 900)";
	// empty for what is read from a file.
	Formula string
	// Value is the outcome, as it is shown.
	Value string
	// Path and Line say where the value is written; no Path where it is computed.
	// A Line below 1 means the file as a whole.
	Path string
	Line int
	// Note adds what the numbers do not say, such as the date of a reading.
	Note string
}

// Code is text that is kept to the letter: an example, a file, a command.
type Code struct {
	// Language is what the text is written in, a word such as yaml; may be empty.
	Language string
	Text     string
}

// Divider is a line across the page.
type Divider struct{}

// Gap sets what follows apart by an empty line where a format would put none.
type Gap struct{}
