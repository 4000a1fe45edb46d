package report

import (
	"strconv"

	"github.com/okrs-as-code/okrs/okr/diff"
)

// aboveFold is how many lines of changes a comment has before its first fold: with
// those around them they are ten.
const aboveFold = 5

// namedFindings is how many findings a comment shows, so that there is room for what
// changed.
const namedFindings = 40

// comment is the report for a pull request: what happened in a few lines, and the
// rest below folds, what matters least last.
func (v *diffView) comment() *Comment {
	var doc Doc
	doc.add(Heading{Level: 2, Text: v.headline()})
	if len(v.options.Findings) > 0 {
		note := unusableNote()
		note.Hint = Summarize(v.options.Findings, v.options.Files).Sentence()
		doc.add(note)
	}
	lines := v.scoreLines(&doc)
	v.top(&doc, aboveFold-max(lines-1, 0))
	if note, late := v.undeclaredNote(); late {
		doc.add(note)
	}
	if spans := v.askSpans(); spans != nil {
		doc.add(Paragraph{spans})
	}
	doc.add(Paragraph{v.footer()})
	v.folds(&doc)
	return &Comment{Name: "diff", Key: v.options.Key, Blocks: doc.Blocks, Rest: "run okr diff"}
}

// top are the changes that matter most, a line each, in at most so many lines and at
// least two.
func (v *diffView) top(doc *Doc, most int) {
	var items []Item
	shown := v.definitions
	if most = max(most, 2); len(shown) > most {
		shown = shown[:most-1]
	}
	for _, e := range shown {
		spans := []Span{{Text: string(e.Verdict), Tone: Strong}, {Text: " "}, {Text: e.Address, Code: true}, {Text: ": " + e.what()}}
		if declared := e.declaration(); declared.Text != "" {
			spans = append(spans, Span{Text: " · "}, declared)
		}
		items = append(items, Item{Spans: spans})
	}
	if more := len(v.definitions) - len(items); more > 0 {
		items = append(items, Item{Spans: Plain("and " + strconv.Itoa(more) + " more, below")})
	}
	if len(items) > 0 {
		doc.add(List{Items: items})
	}
}

// folds are all that a reader may want to know beyond the first lines.
func (v *diffView) folds(doc *Doc) {
	if all := v.options.Findings; len(all) > 0 {
		shown := all[:min(len(all), namedFindings)]
		doc.add(Fold{
			Summary: "Files that could not be used as they are meant",
			Blocks:  []Block{Findings{Items: shown, Hidden: len(all) - len(shown)}},
		})
	}
	lines, reaches := v.splitLines(), v.Blast.Reaches
	doc.sections([]section{
		{goalpostQuestion, len(lines), func(from, to int) Table { return v.splitTable(lines[from:to]) }, 1},
		{"Who leans on it: " + count(len(reaches), "link", "links"), len(reaches), func(from, to int) Table { return reachTable(reaches[from:to]) }, 2},
		{
			count(len(v.definitions), "change of a definition", "changes of definitions") + ", line by line", len(v.definitions),
			func(from, to int) Table { return v.editTable(v.definitions[from:to], true) }, 0,
		},
		{v.asideTitle(), len(v.rest), func(from, to int) Table { return v.editTable(v.rest[from:to], false) }, 3},
	})
}

// editTable is a row for each change; whether it is declared matters where something
// was agreed.
func (v *diffView) editTable(edits []*edit, agreed bool) Table {
	columns := []Column{
		{Name: "verdict", Title: "Change"},
		{Name: "address", Title: "Address", Kind: KindAddress},
		{Name: "what", Title: "What", Wrap: true},
		{Name: "place", Title: "At", Kind: KindPlace},
	}
	if agreed {
		columns = append(columns, Column{Name: "declared", Title: "Declared", Wrap: true})
	}
	return Table{Columns: columns, Rows: func(yield func(Row) bool) {
		for _, e := range edits {
			cells := []Cell{Text(string(e.Verdict)), Text(e.Address), Text(e.what()), Text(e.place(v.options.Path))}
			if agreed {
				declared := e.declaration()
				cells = append(cells, Cell{Text: declared.Text, Tone: declared.Tone})
			}
			if !yield(Row{Cells: cells}) {
				return
			}
		}
	}}
}

// reachTable is a row for each thing that leans on what changed.
func reachTable(reaches []diff.Reach) Table {
	return Table{
		Columns: []Column{
			{Name: "by", Title: "Who", Kind: KindAddress},
			{Name: "team", Title: "Team"},
			{Name: "how", Title: "How"},
			{Name: "changed", Title: "What changed", Kind: KindAddress},
		},
		Rows: func(yield func(Row) bool) {
			for _, reach := range reaches {
				team := ""
				if reach.Team != nil {
					team = clipped(teamName(reach.Team), 80)
				}
				if !yield(Row{Cells: []Cell{Text(reach.By), Text(team), Text(relationSays[reach.How]), Text(reach.Changed)}}) {
					return
				}
			}
		},
	}
}
