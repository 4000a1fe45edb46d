// Package report is what a reading has to say, as a small document.
//
// Reports and formats would multiply if each report knew each format. So a
// report is a list of typed blocks, which every format of package render knows
// how to print, and beside them the same content as data for programs. A new
// report is written once and comes out in every format; a new format prints
// every report. Adding a kind of block means a type here, a method in [Visitor],
// and then the compiler names each format that has to learn it.
//
// Nothing here is escaped: titles, notes and names are carried as they were
// written, and each format makes them harmless in its own way.
package report

import "iter"

// Doc is one report.
type Doc struct {
	// Title names the whole; empty where the content speaks for itself, as a list
	// of findings does.
	Title  string
	Blocks []Block
	// Data is the content for programs, what the JSON format writes: [Fields], [Seq]
	// and the values they may hold. Where it is nil, JSON writes the blocks.
	Data any
	// Records are the content as one long table, what the CSV format writes. Where
	// it is nil, CSV writes the blocks, a line each.
	Records *Records
	// Comment is the content as a comment on a pull request, what the Markdown format
	// writes. Where it is nil, Markdown writes the title and the blocks.
	Comment *Comment
	// Remarks are what formats of findings alone say beside the lines of files, after
	// the findings of the blocks; nil where nothing is to be said there.
	Remarks *Remarks
}

// Records is a table for programs: the same columns in every row, one value per
// column, numbers as exact text, nothing where a value is absent.
type Records struct {
	Columns []string
	// Rows may be run more than once and makes each row when it is asked for. The
	// slice is only valid until the next row.
	Rows iter.Seq[[]string]
}

// Block is a part of a document. The kinds of block are the methods of [Visitor].
type Block interface {
	// Visit calls the method of the visitor that is for this kind of block.
	Visit(Visitor)
}

// Visitor does something with each kind of block; every format is one.
type Visitor interface {
	Heading(Heading)
	Paragraph(Paragraph)
	Facts(Facts)
	Table(Table)
	Findings(Findings)
	List(List)
	Note(Note)
	Terms(Terms)
	Code(Code)
	Divider(Divider)
	Gap(Gap)
	Diagram(Diagram)
	Fold(Fold)
}

// Visit calls Visitor.Heading.
func (b Heading) Visit(v Visitor) { v.Heading(b) }

// Visit calls Visitor.Paragraph.
func (b Paragraph) Visit(v Visitor) { v.Paragraph(b) }

// Visit calls Visitor.Facts.
func (b Facts) Visit(v Visitor) { v.Facts(b) }

// Visit calls Visitor.Table.
func (b Table) Visit(v Visitor) { v.Table(b) }

// Visit calls Visitor.Findings.
func (b Findings) Visit(v Visitor) { v.Findings(b) }

// Visit calls Visitor.List.
func (b List) Visit(v Visitor) { v.List(b) }

// Visit calls Visitor.Note.
func (b Note) Visit(v Visitor) { v.Note(b) }

// Visit calls Visitor.Terms.
func (b Terms) Visit(v Visitor) { v.Terms(b) }

// Visit calls Visitor.Code.
func (b Code) Visit(v Visitor) { v.Code(b) }

// Visit calls Visitor.Divider.
func (b Divider) Visit(v Visitor) { v.Divider(b) }

// Visit calls Visitor.Gap.
func (b Gap) Visit(v Visitor) { v.Gap(b) }
