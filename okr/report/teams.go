package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
)

// TeamOptions are what a report of the register is told beside the workspace.
type TeamOptions struct {
	// Findings are about files that could not be used as they are meant.
	Findings []diag.Finding
	// Files is how many files were read.
	Files int
	// Cycle is the one whose objectives are counted; nil where there is none.
	Cycle *okr.Cycle
	At    okr.Date
	// Revision is the commit that was read.
	Revision Revision
	// Team asks for that team and those below it; nil for all.
	Team *okr.Team
	// Path turns a path of the workspace into one of the data.
	Path func(string) string
}

// entry is a team of the register and what it wrote.
type entry struct {
	team *okr.Team
	// documents are those of cycles that share a day with the asked one.
	documents []*okr.Document
	// objectives and results are those of the asked cycle that are not stopped, without
	// guardrails; shared is how many key results it has together with others.
	objectives, results, shared int
}

// Teams is the register as a tree, with how much each team wrote for a cycle.
func Teams(ws *okr.Workspace, options TeamOptions) *Doc {
	entries := register(ws, options)
	doc := &Doc{Title: teamsTitle(ws, options), Data: teamsData(ws, entries, options), Records: teamRecords(entries)}
	doc.addFindings(options.Findings, options.Files)
	doc.add(teamsTable(entries))
	return doc
}

func teamsTitle(ws *okr.Workspace, options TeamOptions) string {
	parts := []string{ws.Organization}
	if options.Cycle != nil {
		parts = append(parts, cycleName(options.Cycle))
	}
	parts = append(parts, asOf(options.At.String(), options.Revision))
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), " · ")
}

// register are the teams in the order of the tree.
func register(ws *okr.Workspace, options TeamOptions) []entry {
	at := make(map[*okr.Team]int)
	var entries []entry
	for _, t := range ws.Teams {
		if options.Team == nil || t == options.Team || t.Parent != nil && known(at, t.Parent) {
			at[t] = len(entries)
			entries = append(entries, entry{team: t})
		}
	}
	listed := listings(ws)
	for _, d := range ws.Documents {
		i, there := at[d.Team]
		if !there || options.Cycle == nil || !d.Cycle.Overlaps(options.Cycle) {
			continue
		}
		e := &entries[i]
		e.documents = append(e.documents, d)
		if d.Cycle.ID == options.Cycle.ID {
			e.count(d, options.At, listed)
		}
	}
	return entries
}

func known(at map[*okr.Team]int, t *okr.Team) bool {
	_, there := at[t]
	return there
}

// listings are the key results that another team lists.
func listings(ws *okr.Workspace) map[*okr.KeyResult]bool {
	found := make(map[*okr.KeyResult]bool)
	for _, d := range ws.Documents {
		for o := range d.Every() {
			for _, k := range o.KeyResults {
				if k.IsRef() && k.Ref.KeyResult != nil {
					found[k.Ref.KeyResult] = true
				}
			}
		}
	}
	return found
}

// count adds what a document has that was not given up by a date.
func (e *entry) count(d *okr.Document, at okr.Date, listed map[*okr.KeyResult]bool) {
	gone := func(c *okr.Cancellation) bool { return c != nil && c.Date.V <= at }
	for _, o := range d.Objectives {
		if gone(o.Cancelled) {
			continue
		}
		e.objectives++
		for _, k := range o.KeyResults {
			switch {
			case k.IsRef():
				e.results++
				e.shared++
			case k.Body == nil || k.Guardrail.V || gone(k.Body.Cancelled):
			default:
				e.results++
				if listed[k] || len(k.SharedWith) > 0 {
					e.shared++
				}
			}
		}
	}
}

func teamsTable(entries []entry) Table {
	columns := []Column{
		{Name: "team", Title: "Team", Wrap: true},
		{Name: "id", Title: "Id"},
		{Name: "objectives", Title: "Objectives", Kind: KindNumber},
		{Name: "key_results", Title: "Key results", Kind: KindNumber},
		{Name: "shared", Title: "Shared", Kind: KindNumber, Priority: 1},
		{Name: "documents", Title: "Documents of", Wrap: true, Priority: 2},
	}
	sized := slices.ContainsFunc(entries, func(e entry) bool { return e.team.Size.Written() })
	if sized {
		columns = append(columns, Column{Name: "size", Title: "Size", Kind: KindNumber, Priority: 4})
	}
	columns = append(columns,
		Column{Name: "contact", Title: "Contact", Priority: 3},
		Column{Name: "handle", Title: "Handle", Priority: 5},
	)
	base := 0
	if len(entries) > 0 {
		base = entries[0].team.Depth
	}
	return Table{Columns: columns, Empty: "no teams", Rows: eachRow(entries, func(e entry) Row {
		t := e.team
		cells := []Cell{
			{Text: teamName(t), Tone: Strong}, Text(t.ID.V), number(e.objectives), number(e.results), number(e.shared),
			Text(strings.Join(cyclesOf(e), ", ")),
		}
		if sized {
			cells = append(cells, sizeCell(t))
		}
		return Row{Depth: t.Depth - base, Cells: append(cells, Text(t.Contact.V), Text(t.Handle.V))}
	})}
}

func number(n int) Cell { return Cell{Text: strconv.Itoa(n), Number: strconv.Itoa(n)} }

func sizeCell(t *okr.Team) Cell {
	if !t.Size.Written() {
		return Cell{}
	}
	return number(t.Size.V)
}

func cyclesOf(e entry) []string {
	var cycles []string
	for _, d := range e.documents {
		cycles = append(cycles, d.Cycle.ID)
	}
	return cycles
}

func teamsData(ws *okr.Workspace, entries []entry, options TeamOptions) Fields {
	return Fields{
		{"version", DataVersion},
		{"organization", OrNull(ws.Organization)},
		{"cycle", cycleData(options.Cycle)},
		{"as_of", options.At.String()},
		{"rev", OrNull(options.Revision.Hash)},
		{"teams", Each(entries, func(e entry) any {
			t := e.team
			var parent, size any
			if t.Parent != nil {
				parent = t.Parent.ID.V
			}
			if t.Size.Written() {
				size = t.Size.V
			}
			return Fields{
				{"team", t.ID.V}, {"name", teamName(t)}, {"parent", parent}, {"depth", t.Depth}, {"contact", OrNull(t.Contact.V)},
				{"handle", OrNull(t.Handle.V)}, {"size", size}, {"products", Each(t.Products, func(p okr.Text) any { return p.V })},
				{"objectives", e.objectives}, {"key_results", e.results}, {"shared", e.shared},
				{"documents", Each(e.documents, func(d *okr.Document) any {
					return Fields{{"cycle", d.Cycle.ID}, {"path", options.Path(d.File.Name)}}
				})},
			}
		})},
		{"findings", FindingsData(options.Findings)},
	}
}

func teamRecords(entries []entry) *Records {
	columns := []string{"team", "name", "parent", "depth", "objectives", "key_results", "shared", "documents", "size", "contact", "handle", "products"}
	return &Records{Columns: columns, Rows: func(yield func([]string) bool) {
		for _, e := range entries {
			t := e.team
			parent, products := "", []string(nil)
			if t.Parent != nil {
				parent = t.Parent.ID.V
			}
			for _, p := range t.Products {
				products = append(products, p.V)
			}
			row := []string{
				t.ID.V, teamName(t), parent, strconv.Itoa(t.Depth), strconv.Itoa(e.objectives), strconv.Itoa(e.results), strconv.Itoa(e.shared),
				strings.Join(cyclesOf(e), " "), sizeCell(t).Text, t.Contact.V, t.Handle.V, strings.Join(products, ", "),
			}
			if !yield(row) {
				return
			}
		}
	}}
}
