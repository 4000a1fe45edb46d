package report

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
)

// Publication is a cycle that is published, or would be, or cannot be yet.
type Publication struct {
	Cycle    *okr.Cycle
	AsOf     okr.Date
	Tag      string
	Revision Revision
	DryRun   bool
	Already  bool // the tag stands there since earlier

	Documents []*okr.Document
	Without   []*okr.Team // that have no document for the cycle

	// Open are the reasons beside Findings why it cannot be published.
	Open     []Reason
	Findings []diag.Finding // errors in the files, with paths of the repository
	Files    int
}

// Reason is why a cycle cannot be published.
type Reason struct {
	Address string // or the path of a file
	Message string
	Hint    string
	Path    string
	Line    int // from 1; 0 for a file as a whole
}

// Refused reports whether something stands against it.
func (p *Publication) Refused() bool { return len(p.Open) > 0 || len(p.Findings) > 0 }

// Publish is the report of a publication.
func Publish(p *Publication) *Doc {
	doc := &Doc{Data: p.data()}
	objectives, keyResults := p.size()
	what := count(len(p.Documents), "team", "teams") + ", " + count(objectives, "objective", "objectives") + ", " + count(keyResults, "key result", "key results")
	switch {
	case p.Refused():
		doc.add(Note{Tone: NoteProblem, Text: p.Cycle.ID + " is not published: " + p.against()})
	case p.Already:
		doc.add(Paragraph{Spans: []Span{{Text: p.Tag, Tone: Strong}, {Text: " stands at " + p.Revision.String() + " already: " + what + "."}}})
	case p.DryRun:
		doc.add(Paragraph{Spans: []Span{{Text: p.Tag, Tone: Strong}, {Text: " would stand at " + p.Revision.String() + ": " + what + "."}}})
	default:
		doc.add(Paragraph{Spans: []Span{{Text: p.Tag, Tone: Strong}, {Text: " stands at " + p.Revision.String() + ": " + what + "."}}})
		doc.add(Paragraph{Spans: []Span{{Text: "To share it: "}, {Text: "git push origin " + p.Tag, Code: true}}})
	}
	if len(p.Open) > 0 {
		doc.add(List{Items: p.reasons()})
	}
	if len(p.Findings) > 0 {
		doc.add(Findings{Items: p.Findings})
	}
	p.remarks(doc)
	return doc
}

// against counts what stands against it.
func (p *Publication) against() string {
	switch errors, open := len(p.Findings), len(p.Open); {
	case open == 0:
		return count(errors, "error has", "errors have") + " to be mended first"
	case errors == 0:
		return count(open, "thing is", "things are") + " open"
	default:
		return count(open, "thing is", "things are") + " open and " + count(errors, "error has", "errors have") + " to be mended first"
	}
}

func (p *Publication) reasons() []Item {
	var items []Item
	for _, r := range p.Open {
		item := Item{Spans: []Span{{Text: r.Address, Code: true}, {Text: ": " + r.Message}}}
		if r.Hint != "" {
			item.Items = []Item{{Spans: Plain(r.Hint)}}
		}
		items = append(items, item)
	}
	return items
}

// remarks are worth knowing and stand against nothing.
func (p *Publication) remarks(doc *Doc) {
	if p.AsOf > p.Cycle.PublishBy() && !p.Already {
		doc.add(Note{Tone: NoteWarning,
			Text: p.Cycle.ID + " began on " + p.Cycle.Start.String() + ", and targets could settle until " + p.Cycle.PublishBy().String() + ".",
			Hint: "Publishing late is better than not at all: from now on a changed target shows as one."})
	}
	if len(p.Without) > 0 {
		names := ""
		for i, t := range p.Without {
			if i > 0 {
				names += ", "
			}
			names += t.ID.V
		}
		doc.add(Note{Tone: NoteInfo, Text: "No document for " + p.Cycle.ID + " yet: " + names + ".", Hint: "What comes later is shown as added."})
	}
}

func (p *Publication) size() (objectives, keyResults int) {
	for _, d := range p.Documents {
		objectives += len(d.Objectives)
		for _, o := range d.Objectives {
			for _, k := range o.KeyResults {
				if !k.IsRef() {
					keyResults++
				}
			}
		}
	}
	return objectives, keyResults
}

func (p *Publication) data() Fields {
	objectives, keyResults := p.size()
	return Fields{
		{"version", DataVersion},
		{"cycle", p.Cycle.ID},
		{"tag", p.Tag},
		{"rev", OrNull(p.Revision.Hash)},
		{"published", !p.Refused() && (!p.DryRun || p.Already)},
		{"dry_run", p.DryRun},
		{"teams", len(p.Documents)},
		{"objectives", objectives},
		{"key_results", keyResults},
		{"without", Each(p.Without, func(t *okr.Team) any { return t.ID.V })},
		{"reasons", Each(p.Open, func(r Reason) any {
			var line any
			if r.Line > 0 {
				line = r.Line
			}
			return Fields{{"address", r.Address}, {"message", r.Message}, {"hint", OrNull(r.Hint)}, {"path", OrNull(r.Path)}, {"line", line}}
		})},
		{"findings", FindingsData(p.Findings)},
	}
}
