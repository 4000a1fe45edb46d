package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/score"
	"github.com/okrs-as-code/okrs/okr/status"
)

// StatusOptions are what a report of the status is told beside the reading.
type StatusOptions struct {
	// Findings are about files that could not be used as they are meant.
	Findings []diag.Finding
	// Files is how many files were read.
	Files int
	// Revision is the commit that was read.
	Revision Revision
	// Team is the one that was asked for, with those below it; nil for all.
	Team *okr.Team
	// Unknown is why there is no history, or not all of it; empty where there is.
	Unknown string
}

// Status is the report of a week: what needs a decision, what moved, and the signals
// that are worth a question, each in the order of the tree. What is quiet takes a line.
// A reading that is nil is one of nothing: then there are only findings.
func Status(ws *okr.Workspace, r *status.Reading, options StatusOptions) *Doc {
	doc := &Doc{Data: statusData(ws, r, options)}
	doc.addFindings(options.Findings, options.Files)
	if r == nil {
		return doc
	}
	s := statusView{r, ws.Settings.Scoring, options}
	doc.Title, doc.Records = s.title(ws), s.records()
	doc.add(s.facts())
	s.decisions(doc)
	s.changes(doc)
	s.signals(doc)
	return doc
}

// statusView is a status as it is shown.
type statusView struct {
	*status.Reading
	scoring okr.Scoring
	options StatusOptions
}

func (s statusView) title(ws *okr.Workspace) string {
	parts := []string{ws.Organization, cycleName(s.Cycle)}
	if s.options.Team != nil {
		parts = append(parts, teamName(s.options.Team))
	}
	parts = append(parts, asOf(s.AsOf.String(), s.options.Revision))
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), " · ")
}

func (s statusView) facts() Facts {
	facts := []Fact{
		{"state", Text(stateSentence(&score.Reading{Cycle: s.Cycle, AsOf: s.AsOf, State: s.State}))},
		{"to decide", number(len(s.Decisions))},
		{"changed", number(len(s.Changes))},
	}
	if len(s.Without) > 0 {
		facts = append(facts, Fact{"without objectives", Text(teamNames(s.Without))})
	}
	return Facts{Items: facts}
}

func (s statusView) decisions(doc *Doc) {
	doc.add(Heading{Level: 2, Text: "What needs a decision"})
	if len(s.Decisions) == 0 {
		doc.add(Paragraph{Plain("Nothing is asking for a decision.")})
		return
	}
	doc.add(Table{
		Columns: []Column{
			{Name: "team", Title: "Team"},
			{Name: "what", Title: "What", Wrap: true},
			{Name: "why", Title: "Why", Wrap: true},
			{Name: "address", Title: "Address", Kind: KindAddress, Priority: 1},
		},
		Rows: eachRow(s.Decisions, func(d status.Decision) Row {
			return Row{Cells: []Cell{{Text: teamName(d.Team), Tone: Strong}, Text(d.Title()), Text(s.why(&d)), Text(d.Address())}}
		}),
	})
}

// why is all reasons of a decision in one sentence.
func (s statusView) why(d *status.Decision) string {
	var parts []string
	for _, reason := range d.Reasons {
		if because := s.because(d, reason); because != "" {
			parts = append(parts, because)
		}
	}
	for _, ask := range d.Asks {
		parts = append(parts, askReason(ask))
	}
	return strings.Join(parts, "; ")
}

// because is one reason of a key result; empty for those of asks.
func (s statusView) because(d *status.Decision, reason status.Reason) string {
	k := d.KeyResult
	switch reason {
	case status.Escalate:
		return "a commitment at confidence " + k.Confidence.String() + " of 10"
	case status.OffPace:
		return "off pace, " + score.Shown(k.Score, s.scoring) + " where " + k.Pace.Expected.Fixed(2) + " is expected"
	case status.Broken:
		return "guardrail broken, at " + movement(k)
	case status.Blocked:
		return "waits for: " + d.BlockedBy
	case status.NoBaseline:
		return "has no baseline"
	case status.Unmeasured:
		return "the cycle has ended and it was never measured"
	}
	return ""
}

// askReason says what became of an ask.
func askReason(a status.Ask) string {
	what := "asks " + askedName(a.Ask) + " for: " + askedFor(a.Ask)
	if day := neededBy(a.Ask); !day.IsZero() {
		what += ", needed by " + day.String()
	}
	switch a.Reason {
	case status.Late:
		return what + ", promised for " + a.By().String()
	case status.Declined:
		return what + ", declined: " + refusal(a.Ask)
	}
	return what + ", no answer yet"
}

func (s statusView) changes(doc *Doc) {
	doc.add(Heading{Level: 2, Text: "What moved since " + s.Since.String()})
	var moved []status.Change
	little, still := 0, 0
	for _, c := range s.Changes {
		switch {
		case c.Notable():
			moved = append(moved, c)
		case c.Moved():
			little++
		default:
			still++
		}
	}
	if len(moved) > 0 {
		doc.add(s.changeTable(moved))
	}
	var rest []string
	if little > 0 {
		rest = append(rest, count(little, "key result", "key results")+" moved by less than a tenth of the way")
	}
	if still > 0 {
		rest = append(rest, count(still, "key result was", "key results were")+" read and stand where they stood")
	}
	switch {
	case len(s.Changes) == 0:
		doc.add(Paragraph{Plain("Nothing was checked in and nothing was changed.")})
	case len(rest) > 0:
		doc.add(Paragraph{Plain(strings.Join(rest, "; ") + ".")})
	}
}

func (s statusView) changeTable(moved []status.Change) Table {
	return Table{
		Columns: []Column{
			{Name: "team", Title: "Team"},
			{Name: "what", Title: "What", Wrap: true},
			{Name: "change", Title: "Change", Wrap: true},
			{Name: "score", Title: "Score"},
			{Name: "confidence", Title: "Conf.", Priority: 1},
			{Name: "note", Title: "Said about it", Wrap: true, Priority: 2},
			{Name: "date", Title: "On", Kind: KindDate, Priority: 3},
			{Name: "address", Title: "Address", Kind: KindAddress, Priority: 4},
		},
		Rows: eachRow(moved, func(c status.Change) Row {
			return Row{Cells: []Cell{
				{Text: teamName(c.Team), Tone: Strong}, Text(c.Title()), Text(changeText(&c)), s.scoreChange(&c), Text(confidenceChange(&c)),
				Text(c.Note), Text(c.Date.String()), Text(c.Address()),
			}}
		}),
	}
}

func changeText(c *status.Change) string {
	switch c.Kind {
	case status.Amended:
		return "amended: " + c.Field + " " + arrow(valueText(c.From), valueText(c.To))
	case status.Cancelled:
		return "cancelled"
	case status.Added:
		return "added"
	}
	return arrow(valueText(c.From), valueText(c.To))
}

// arrow leads from one text to another; equal ones are said once.
func arrow(from, to string) string {
	if from == to {
		return to
	}
	return from + " → " + to
}

func valueText(v *okr.Value) string {
	switch {
	case v == nil || v.IsNull():
		return "–"
	case v.Yes != nil && *v.Yes:
		return "yes"
	case v.Yes != nil:
		return "no"
	case v.Number != nil:
		return v.Number.String()
	case v.Stages == nil && v.Phases == nil:
		return v.Text
	}
	return v.String()
}

// scoreChange is how the score moved. It is information, so it has no tone.
func (s statusView) scoreChange(c *status.Change) Cell {
	if c.Kind != status.CheckedIn || c.KeyResult.Role() == "guardrail" {
		return Cell{}
	}
	cell := Text(arrow(score.Shown(c.Before, s.scoring), score.Shown(c.Score, s.scoring)))
	if c.Score != nil {
		cell.Number = c.Score.JSON4()
	}
	return cell
}

func confidenceChange(c *status.Change) string {
	if c.Confidence == nil {
		return ""
	}
	return arrow(numberText(c.ConfidenceBefore), c.Confidence.String())
}

// numberText is a number as it was written, or a dash.
func numberText(n *metric.Number) string {
	if n == nil {
		return "–"
	}
	return n.String()
}

// days is a number of days as a cell.
func days(n int) Cell { return Cell{Text: strconv.Itoa(n), Number: strconv.Itoa(n)} }
