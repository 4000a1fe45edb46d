package report

import (
	"strconv"
	"strings"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/diff"
)

// DiffOptions are what a report of a change is told beside the reading.
type DiffOptions struct {
	// Base and Head are the full hashes of the commits that were compared; empty for
	// the working tree.
	Base, Head string
	// BaseName and HeadName are how they were asked for: a branch, a tag, a short
	// hash. They are text from outside and may be empty.
	BaseName, HeadName string
	// Findings are about files that could not be used as they are meant, of either
	// side, with the paths that the reader of a format wants; Files is how many files
	// were read.
	Findings []diag.Finding
	Files    int
	// Path turns a path of the workspace into one of the data, the comment and the
	// annotations; Here into one that people can open. Nil leaves paths as they are.
	Path, Here func(string) string
	// Key tells the comments of several runs on one pull request apart; empty where
	// there is one.
	Key string
}

// diffView is a reading of a change while its report is made.
type diffView struct {
	*diff.Reading
	options DiffOptions
	// edits are all changes in the order of the reading. Definitions are those that a
	// reviewer should weigh, what matters most first; the others are rest.
	edits, definitions, rest []*edit
}

// Diff is the report of a change: what happened in a sentence, whether the metric
// moved or the goalpost, what of the definitions is different, and who should read
// it. It never ranks teams, and what was merely written differently takes a line.
func Diff(r *diff.Reading, options DiffOptions) *Doc {
	if options.Path == nil {
		options.Path = samePath
	}
	if options.Here == nil {
		options.Here = samePath
	}
	v := &diffView{Reading: r, options: options, edits: editsOf(r)}
	for _, e := range v.edits {
		if e.aside() {
			v.rest = append(v.rest, e)
		} else {
			v.definitions = append(v.definitions, e)
		}
	}
	sortEdits(v.definitions)
	sortEdits(v.rest)
	return &Doc{
		Title:   v.headline(),
		Blocks:  v.page(),
		Data:    v.data(),
		Records: v.records(),
		Comment: v.comment(),
		Remarks: v.remarks(),
	}
}

func samePath(path string) string { return path }

// headlineParts is how many kinds of change a headline names.
const headlineParts = 5

// headline is what happened in one sentence, with counts.
func (v *diffView) headline() string {
	switch {
	case len(v.edits) == 0 && len(v.options.Findings) > 0:
		return "Nothing changed in what could be read"
	case len(v.edits) == 0:
		return "Nothing changed in what the OKRs mean"
	}
	parts, more := phrases(v.definitions, headlineParts)
	if more == 0 {
		aside, others := phrases(v.rest, max(headlineParts-len(parts), 1))
		parts, more = append(parts, aside...), others
	} else {
		more += len(v.rest)
	}
	if more > 0 {
		parts = append(parts, count(more, "other change", "other changes"))
	}
	return strings.Join(parts, ", ")
}

// phrases count changes that are called alike, at most so many phrases of them, and
// how many changes have none.
func phrases(edits []*edit, most int) (parts []string, more int) {
	type name struct{ one, many string }
	counts := make(map[name]int)
	var order []name
	for _, e := range edits {
		var n name
		n.one, n.many = e.phrase()
		if counts[n] == 0 {
			order = append(order, n)
		}
		counts[n]++
	}
	for i, n := range order {
		if i < most {
			parts = append(parts, strconv.Itoa(counts[n])+" "+numbered(counts[n], n.one, n.many))
		} else {
			more += counts[n]
		}
	}
	return parts, more
}

func numbered(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// page is the report for reading: everything, grouped as the files are.
func (v *diffView) page() []Block {
	var doc Doc
	v.unusable(&doc)
	v.scoreLines(&doc)
	if note, late := v.undeclaredNote(); late {
		doc.add(note)
	}
	for _, g := range v.groups() {
		doc.add(Heading{Level: 1, Text: g.title})
		doc.add(List{Items: v.groupItems(g)})
	}
	if len(v.rest) > 0 {
		doc.add(Fold{Summary: v.asideTitle(), Blocks: []Block{List{Items: v.restItems()}}})
	}
	if lines := v.splitLines(); len(lines) > 0 {
		doc.add(Heading{Level: 1, Text: goalpostQuestion})
		doc.add(v.splitTable(lines))
	}
	if len(v.Blast.Reaches) > 0 || len(v.Blast.Teams) > 0 {
		doc.add(Heading{Level: 1, Text: "Who leans on it"})
	}
	if len(v.Blast.Reaches) > 0 {
		doc.add(List{Items: v.reachItems()})
	}
	if spans := v.askSpans(); spans != nil {
		doc.add(Paragraph{spans})
	}
	doc.add(Paragraph{v.footer()})
	return doc.Blocks
}

// unusable says first what is not in the comparison.
func (v *diffView) unusable(doc *Doc) {
	if len(v.options.Findings) == 0 {
		return
	}
	summary := Summarize(v.options.Findings, v.options.Files)
	doc.add(Findings{Items: v.options.Findings, Summary: &summary})
	doc.add(unusableNote())
}

func unusableNote() Note {
	return Note{Tone: NoteProblem, Text: "What these findings are about is not compared below, or not as it is meant."}
}

// undeclaredNote says that published definitions changed without a word of why.
func (v *diffView) undeclaredNote() (note Note, late bool) {
	n := v.undeclared()
	if n == 0 {
		return Note{}, false
	}
	return Note{Tone: NoteWarning, Text: strconv.Itoa(n) + " " +
		numbered(n, "change of what was published does", "changes of what was published do") +
		" not say why: add an amendment, or a cancellation for what was given up."}, true
}

func (v *diffView) undeclared() int {
	n := 0
	for _, e := range v.definitions {
		if e.undeclared() {
			n++
		}
	}
	return n
}

// footer says what was compared.
func (v *diffView) footer() []Span {
	return []Span{
		{Text: "Compared ", Tone: Muted}, {Text: sideName(v.options.Base, v.options.BaseName), Code: true},
		{Text: " with ", Tone: Muted}, {Text: sideName(v.options.Head, v.options.HeadName), Code: true},
		{Text: ", both as of " + v.AsOf.String() + ".", Tone: Muted},
	}
}

// sideName is a side of the comparison for people.
func sideName(hash, name string) string {
	if hash == "" {
		return "working tree"
	}
	return clipped(Revision{Hash: hash, Name: name}.String(), 80)
}
