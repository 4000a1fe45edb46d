// Package render prints documents: one file per format, one line in [Formats].
//
// A format is a [report.Visitor] that prints each kind of block, or an encoder of
// the document's data. What documents carry was written by others, so whoever
// prints makes it harmless: text for people passes [Sanitize] before it is
// measured, Markdown is escaped, CSV cells cannot become formulas, and JSON holds
// no character that a terminal would obey; a page is put together by html/template
// and forbids scripts, and languages of drawing find none of their signs in a text.
// No line of any format can be read as a command by the service that runs a job and
// watches its log; only the format that is made of such commands has them, and only
// its own.
//
// To add a format, write its file and its line; the tests print every kind of
// block and every hostile text in all formats of the list.
package render

import (
	"io"

	"github.com/okrs-as-code/okrs/okr/report"
)

// Format is a way to print a document.
type Format struct {
	// Name is what the format is called on the command line.
	Name string
	// Purpose says in a few words what it is good for.
	Purpose string
	// FindingsOnly says that the format prints findings and nothing else, so that it
	// is of no use for a report that is about something else.
	FindingsOnly bool
	// DiagramsOnly says that the format prints diagrams and nothing else, so that it
	// is of no use for a report without one.
	DiagramsOnly bool
	// Most is how many bytes those who read the format take; 0 where there is no such
	// limit. What is printed is never cut short because of it.
	Most int
	// Write prints a document. It fails where writing fails, as on a closed pipe,
	// or where the data of the document cannot be written down; what was printed
	// until then stays.
	Write func(w io.Writer, doc *report.Doc, style Style) error
}

// Style is what a format may need to know about the place it prints to. The zero
// Style is for a pipe or a file.
type Style struct {
	// Width is the width of the terminal in cells; 0 means no limit: nothing is
	// cut, wrapped or left out.
	Width int
	// Color allows colours and weights; all that they say is also said in signs and
	// words.
	Color bool
	// Hyperlinks allows links that a terminal can open.
	Hyperlinks bool
	// Path turns the path in a document into the one to show; nil shows it as it is.
	// Text and concise use it; data keeps the paths of the document.
	Path func(string) string
}

func (s Style) path(path string) string {
	if s.Path == nil {
		return path
	}
	return s.Path(path)
}

// Formats lists the formats in the order in which they are explained; the first
// is the default.
func Formats() []Format {
	return []Format{
		{Name: "text", Purpose: "for reading on a terminal", Write: writeText},
		{Name: "concise", Purpose: "one line per record, for editors and line tools", Write: writeConcise},
		{Name: "json", Purpose: "for programs; a versioned contract", Write: writeJSON},
		{Name: "csv", Purpose: "one long table, for spreadsheets", Write: writeCSV},
		{Name: "markdown", Purpose: "for pull requests and job summaries", Write: writeMarkdown},
		{Name: "html", Purpose: "a page that stands alone, for reading, printing and passing on", Write: writeHTML},
		{Name: "dot", Purpose: "the pictures alone, for Graphviz", DiagramsOnly: true, Write: writeDOT},
		{Name: "mermaid", Purpose: "the pictures alone, for pages that draw Mermaid", DiagramsOnly: true, Write: writeMermaid},
		{Name: "jsonl", Purpose: "for programs; one finding per line", FindingsOnly: true, Write: writeJSONLines},
		{Name: "sarif", Purpose: "for code scanning: SARIF 2.1.0", FindingsOnly: true, Write: writeSARIF},
		{Name: "github", Purpose: "for jobs on GitHub: annotations beside the lines", FindingsOnly: true, Write: writeGitHub},
		{Name: "gitlab", Purpose: "for GitLab: a Code Quality report", FindingsOnly: true, Write: writeGitLab},
		{Name: "junit", Purpose: "for services that show test results", FindingsOnly: true, Most: junitMost, Write: writeJUnit},
		{Name: "checkstyle", Purpose: "for services that read Checkstyle's XML", FindingsOnly: true, Write: writeCheckstyle},
		{Name: "rdjson", Purpose: "for reviewdog, with suggestions", FindingsOnly: true, Write: writeRDJSON},
	}
}

// FormatByName is the format with the name; ok is false where there is none.
func FormatByName(name string) (format Format, ok bool) {
	for _, f := range Formats() {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}
