package report

import (
	"strconv"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/diff"
	"github.com/okrs-as-code/okrs/okr/score"
	"github.com/okrs-as-code/okrs/okr/source"
)

// LogOptions are what a report of a log is told beside the reading.
type LogOptions struct {
	// Asked is the address as it was asked for.
	Asked string
	// History says how much of the past is known, and Unknown why it is not all.
	History History
	Unknown string
	// Revision is the commit that was read.
	Revision Revision
	// Findings are about files that could not be used as they are meant; Files is how
	// many were read.
	Findings []diag.Finding
	Files    int
	// Path turns a path of the workspace into one of the data; Here into one that
	// people can open. Nil leaves paths as they are.
	Path, Here func(string) string
}

// logView is a reading of a log while its report is made.
type logView struct {
	*diff.LogReading
	options LogOptions
	scoring okr.Scoring
	entries []logEntry
}

// logEntry is a version with its changes as a report tells them.
type logEntry struct {
	*diff.LogEntry
	edits []*edit
}

// Log is the report of one thing, or of a team, through its versions, newest first: when, in which
// commit, what changed and for what reason, and the readings as a line. Nobody's name
// and no message of a commit is in it.
func Log(ws *okr.Workspace, r *diff.LogReading, options LogOptions) *Doc {
	if options.Path == nil {
		options.Path = samePath
	}
	if options.Here == nil {
		options.Here = samePath
	}
	v := logView{LogReading: r, options: options, scoring: ws.Settings.Scoring}
	var pages source.Pages
	for _, e := range r.Entries {
		entry := logEntry{LogEntry: e}
		for _, c := range e.Changes {
			x := &edit{Change: c}
			// Of what was committed only the meaning is kept, not the lines.
			if e.Revision == "" && !c.Place.Before && c.Place.File != nil {
				x.line = pages.Of(c.Place.File).Position(c.Place.Span.Start).Line
			}
			entry.edits = append(entry.edits, x)
		}
		v.entries = append(v.entries, entry)
	}
	doc := &Doc{
		Title:   clipped(r.Address+" · "+asOf(r.AsOf.String(), options.Revision), 400),
		Data:    v.data(),
		Records: v.records(),
	}
	if len(options.Findings) > 0 {
		summary := Summarize(options.Findings, options.Files)
		doc.add(Findings{Items: options.Findings, Summary: &summary})
		doc.add(Note{Tone: NoteProblem, Text: "What these findings are about is not read below, or not as it is meant."})
	}
	v.page(doc)
	return doc
}

func (v logView) page(doc *Doc) {
	if v.options.Asked != v.Address {
		doc.add(Note{Text: v.options.Asked + " is a former address of " + v.Address + "."})
	}
	doc.add(Facts{Items: v.facts()})
	doc.add(v.readings())
	if v.options.History != FullHistory {
		doc.add(Note{Text: "no history: " + v.options.Unknown})
		return
	}
	doc.add(Heading{Level: 1, Text: "Versions, the newest first"})
	if v.Later > 0 {
		doc.add(Paragraph{Plain(count(v.Later, "version was", "versions were") + " committed after " + v.AsOf.String() + " and left out.")})
	}
	if len(v.entries) == 0 {
		doc.add(Paragraph{Plain("Nothing was committed yet.")})
		return
	}
	var items []Item
	for _, e := range v.entries {
		items = append(items, v.item(e))
	}
	doc.add(List{Items: items})
}

// facts say what the thing is and where it stands.
func (v logView) facts() []Fact {
	label := "title"
	if strings.Count(v.Address, "/") <= 1 {
		label = "team"
	}
	facts := []Fact{{label, Text(clipped(v.Title, 400))}}
	if v.Gone {
		facts = append(facts, Fact{"stands", Cell{Text: "gone from the files", Tone: Bad}})
	}
	if v.Continues != "" {
		facts = append(facts, Fact{"continues", Text(v.Continues)})
	}
	if v.File != "" {
		facts = append(facts, Fact{"file", Text(v.options.Here(v.File))})
	}
	if v.Published.Revision != "" {
		text := "as committed when the grace ended, commit "
		if v.Published.By == okr.ByTag {
			text = "as tagged on " + v.Published.On.String() + ", commit "
		}
		facts = append(facts, Fact{"published", Text(text + short(v.Published.Revision))})
	}
	if v.Closing.Revision != "" {
		facts = append(facts, Fact{"closed", Text("as tagged on " + v.Closing.On.String() + ", commit " + short(v.Closing.Revision))})
	}
	return facts
}

// item is a version and what changed in it.
func (v logView) item(e logEntry) Item {
	head := []Span{{Text: "not committed yet", Tone: Strong}}
	if e.Revision != "" {
		head = []Span{{Text: e.On.String(), Tone: Strong}, {Text: " "}, {Text: short(e.Revision), Code: true}}
	}
	if v.ofTeam() {
		head = append(head, Span{Text: " · "}, Span{Text: e.Address, Code: true})
	}
	if e.AmendedScore != nil {
		head = append(head, Span{Text: " · amended score " + score.Shown(e.AmendedScore, v.scoring)})
	}
	if e.Published {
		head = append(head, Span{Text: " · "}, Span{Text: "as published", Tone: Strong})
	}
	if e.Closed {
		head = append(head, Span{Text: " · "}, Span{Text: "as closed", Tone: Strong})
	}
	item := Item{Spans: head}
	for _, x := range e.edits {
		item.Items = append(item.Items, Item{Spans: v.spans(e, x)})
	}
	return item
}

// ofTeam reports whether the log is that of a team with all its documents.
func (v logView) ofTeam() bool { return !strings.Contains(v.Address, "/") }

// spans say a change in a line. Addresses are told from that of the entry on; those of
// a team in full, since its entries are of several cycles.
func (v logView) spans(e logEntry, x *edit) []Span {
	spans := []Span{{Text: string(x.Verdict), Tone: Strong}, {Text: " "}}
	if x.Address != e.Address {
		address := x.Address
		if !v.ofTeam() {
			address = strings.TrimPrefix(address, e.Address+"/")
		}
		spans = append(spans, Span{Text: address, Code: true})
		if x.Verdict == diff.CheckedIn {
			spans = append(spans, Span{Text: " "})
		} else {
			spans = append(spans, Span{Text: ": "})
		}
	}
	spans = append(spans, Span{Text: logWords(x)})
	if note := noteOf(x); note != "" {
		spans = append(spans, Span{Text: " · “" + clipped(note, logQuote) + "”"})
	}
	if declared := x.declaration(); declared.Text != "" {
		spans = append(spans, Span{Text: " · "}, declared)
	}
	if x.line > 0 {
		spans = append(spans, Span{Text: " · line " + strconv.Itoa(x.line), Tone: Muted})
	}
	return spans
}

// logQuote is how many characters of a sentence a log quotes.
const logQuote = 160

// logWords say what changed behind a verdict that has said the half of it. What was
// reworded is quoted, since the words are the point.
func logWords(x *edit) string {
	switch text := x.what(); x.Verdict {
	case diff.CheckedIn:
		return strings.TrimPrefix(text, "check-in of ")
	case diff.Moved:
		return strings.Replace(text, "moved ", "", 1)
	case diff.Reworded:
		var quotes []string
		for _, side := range []*string{x.Before, x.After} {
			if side != nil {
				quotes = append(quotes, "“"+clipped(*side, logQuote)+"”")
			}
		}
		return strings.TrimSuffix(text, " reworded") + ": " + strings.Join(quotes, " → ")
	default:
		return text
	}
}

// noteOf is what the team said with a check-in; empty where it said nothing, and for
// any other change.
func noteOf(x *edit) string {
	if x.Verdict != diff.CheckedIn || x.KeyResultAfter == nil || x.KeyResultAfter.Body == nil {
		return ""
	}
	for i := range x.KeyResultAfter.CheckIns {
		if c := &x.KeyResultAfter.CheckIns[i]; c.Span == x.Place.Span && !x.Place.Before {
			return c.Note.V
		}
	}
	return ""
}
