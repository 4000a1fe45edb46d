package report

import (
	"strconv"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/score"
)

// scoreTable is the tree of teams, objectives and key results. The column for
// amended scores is there only where one differs.
func scoreTable(r *score.Reading, scoring okr.Scoring) Table {
	t := table{scoring: scoring, amended: anyAmended(r), ended: r.State == okr.Closing || r.State == okr.Closed}
	columns := []Column{
		{Name: "what", Title: "Team, objective, key result", Wrap: true},
		{Name: "score", Title: "Score", Kind: KindScore},
	}
	if t.amended {
		columns = append(columns, Column{Name: "amended", Title: "Amended", Kind: KindScore, Priority: 2})
	}
	columns = append(columns,
		Column{Name: "bar", Title: "", Kind: KindBar, Priority: 4},
		Column{Name: "state", Title: "Stands"},
		Column{Name: "now", Title: "Now (from → to)", Priority: 1},
		Column{Name: "confidence", Title: "Conf.", Kind: KindNumber, Priority: 3},
		Column{Name: "note", Title: "Last word", Priority: 5},
	)
	return Table{Columns: columns, Empty: "no documents", Rows: func(yield func(Row) bool) {
		for _, team := range r.Teams {
			if !t.team(team, yield) {
				return
			}
		}
	}}
}

type table struct {
	scoring okr.Scoring
	amended bool // whether there is a column for amended scores
	ended   bool // whether the cycle is over
}

func anyAmended(r *score.Reading) bool {
	for _, t := range r.Teams {
		for _, o := range t.Objectives {
			for _, k := range o.KeyResults {
				if differ(k.Score, k.Amended) {
					return true
				}
			}
			if differ(o.Score, o.Amended) {
				return true
			}
		}
	}
	return false
}

func (t table) team(team *score.Team, yield func(Row) bool) bool {
	name := Cell{Text: team.Team.Name.Or(team.Team.ID.V), Tone: Strong}
	if !yield(t.row(0, name, team.Score, team.Amended, "", Cell{}, "", nil, "")) {
		return false
	}
	for _, o := range team.Objectives {
		if !t.objective(o, yield) {
			return false
		}
	}
	return true
}

func (t table) objective(o *score.Objective, yield func(Row) bool) bool {
	note := ""
	switch {
	case o.Cancelled != nil:
		note = "stopped: " + o.Cancelled.Reason.V
	case o.Weakest != nil && o.Coverage.Measured > 1:
		note = "weakest: " + lastPart(o.Weakest.Address())
	}
	name := Text(o.Objective.Title.V)
	if !yield(t.row(1, name, o.Score, o.Amended, o.Band, t.objectiveState(o), string(o.Commitment), nil, note)) {
		return false
	}
	for _, k := range o.KeyResults {
		if !yield(t.keyResult(k)) {
			return false
		}
	}
	return true
}

func (t table) keyResult(k *score.KeyResult) Row {
	title := k.Title()
	if len(k.SharedWith) > 0 {
		title += " (shared with " + teamNames(k.SharedWith) + ")"
	}
	official, amended := k.Score, k.Amended
	if k.Role() == "guardrail" {
		official, amended = nil, nil // it holds or it is broken; a score would look like a part of the mean
	}
	row := t.row(2, Text(title), official, amended, k.Band, t.state(k), movement(k), k.Confidence, t.lastWord(k))
	at := 2
	if t.amended {
		at = 3
	}
	if bar := row.Cells[at].Bar; bar != nil && !t.ended && k.Pace != nil && k.Pace.Status != "" {
		tick := k.Pace.Expected.Float64()
		bar.Tick = &tick
	}
	return row
}

// row is a line of the tree; a bar is drawn where there is a score.
func (t table) row(depth int, name Cell, official, amended *metric.Number, band score.Band, state Cell, now string, confidence *metric.Number, note string) Row {
	cells := []Cell{name, scoreCell(official, band, t.scoring)}
	if t.amended {
		cell := Cell{}
		if differ(official, amended) {
			cell = scoreCell(amended, "", t.scoring)
		}
		cells = append(cells, cell)
	}
	bar := Cell{}
	if official != nil && depth > 0 {
		bar.Bar = &Bar{Share: official.Float64()}
	}
	sure := Cell{}
	if confidence != nil {
		sure = Cell{Text: confidence.String(), Number: confidence.String()}
	}
	return Row{Depth: depth, Cells: append(cells, bar, state, Text(now), sure, Text(note))}
}

// scoreCell shows a score by the rule of bands; programs get it to four places.
func scoreCell(s *metric.Number, band score.Band, scoring okr.Scoring) Cell {
	cell := Cell{Text: score.Shown(s, scoring), Tone: bandTone(band)}
	if s == nil {
		return Cell{Text: cell.Text, Tone: Muted}
	}
	cell.Number = s.JSON4()
	cell.Tone = None
	return cell
}

func bandTone(b score.Band) Tone {
	switch b {
	case score.Green:
		return Good
	case score.Yellow:
		return Middling
	case score.Red:
		return Bad
	}
	return None
}

// objectiveState says how an objective stands: while the cycle runs the pace of
// its key results, afterwards the verdict; a broken guardrail goes with both.
func (t table) objectiveState(o *score.Objective) Cell {
	var cell Cell
	switch {
	case o.Cancelled != nil:
		return Cell{Text: "stopped", Tone: Muted}
	case o.Verdict == score.InProgress:
		cell = paceTally(o.KeyResults)
	case o.Score == nil:
		cell = Cell{Text: "not measured", Tone: Muted}
	default:
		cell = Cell{Text: verdictWords(o), Tone: bandTone(o.Band)}
	}
	if o.Guardrail == score.GuardrailBroken {
		cell = Cell{Text: "guardrail broken", Tone: Bad}
		if t.ended && o.Score != nil {
			cell.Text += "; " + verdictWords(o)
		}
	}
	return cell
}

// paceTally counts the key results by pace and is as grave as the gravest.
func paceTally(results []*score.KeyResult) Cell {
	counts := make(map[score.PaceStatus]int)
	for _, k := range results {
		if k.Counts && k.Pace != nil {
			counts[k.Pace.Status]++
		}
	}
	var parts []string
	cell := Cell{Tone: Muted}
	for _, status := range []score.PaceStatus{score.Ahead, score.On, score.Behind, score.Off} {
		if counts[status] > 0 {
			parts = append(parts, strconv.Itoa(counts[status])+" "+string(status))
			cell.Tone = paceWords[status].Tone
		}
	}
	if len(parts) == 1 {
		parts[0] = strings.Replace(parts[0], " on", " on pace", 1)
	}
	cell.Text = strings.Join(parts, ", ")
	return cell
}

func verdictWords(o *score.Objective) string {
	switch o.Verdict {
	case score.Met:
		return "met"
	case score.Missed:
		return "missed, explanation due"
	case score.KeepPursuing:
		return "keep pursuing it?"
	case score.GoodStretch:
		return "good stretch"
	case score.Landed:
		if o.Score.Cmp(metric.Int(1)) >= 0 {
			return "landed; was it a stretch?"
		}
		return "landed"
	}
	return string(o.Verdict)
}

// state says how a key result stands: what is special about it, else the word for
// its pace while the cycle runs and its band when it has ended.
func (t table) state(k *score.KeyResult) Cell {
	switch {
	case k.State == score.Cancelled:
		return Cell{Text: "cancelled", Tone: Muted}
	case k.State == score.Deferred:
		return Cell{Text: "measured later", Tone: Muted}
	case k.Vanished:
		return Cell{Text: "gone from the file", Tone: Bad}
	case len(k.Wrong) > 0:
		return Cell{Text: "cannot be scored", Tone: Bad}
	case k.Role() == "guardrail":
		return guardrailState(k)
	case k.Unmeasured:
		return Cell{Text: "never measured", Tone: Bad}
	case k.Score == nil:
		return Cell{Text: "not measured yet", Tone: Muted}
	case !t.ended && k.Pace != nil && k.Pace.Status != "":
		return paceState(k)
	}
	return Cell{Text: string(k.Band), Tone: bandTone(k.Band)}
}

func guardrailState(k *score.KeyResult) Cell {
	switch {
	case k.Holds == nil:
		return Cell{Text: "guardrail, not measured", Tone: Muted}
	case *k.Holds:
		return Cell{Text: "guardrail holds", Tone: Good}
	}
	return Cell{Text: "guardrail broken", Tone: Bad}
}

// paceWords are the words for a pace and how they are meant.
var paceWords = map[score.PaceStatus]Cell{
	score.Ahead:    {Text: "ahead", Tone: Good},
	score.On:       {Text: "on pace", Tone: Good},
	score.Behind:   {Text: "behind", Tone: Middling},
	score.Off:      {Text: "off pace", Tone: Bad},
	score.TooEarly: {Text: "too early", Tone: Muted},
}

func paceState(k *score.KeyResult) Cell {
	cell := paceWords[k.Pace.Status]
	if k.Regressed {
		cell.Text += ", regressed"
	}
	return cell
}

// movement is the reading between where it began and where it should be:
// "3.7 (4.2 → 3.2)". The unit stands in the title.
func movement(k *score.KeyResult) string {
	t := termsOf(k)
	now := "–"
	if k.Current != nil {
		now = readingText(k.Current)
	}
	var span string
	target := t.ResolvedTarget()
	switch {
	case k.Kind == "at_least" && target != nil:
		span = "≥ " + target.String()
	case k.Kind == "at_most" && target != nil:
		span = "≤ " + target.String()
	case t.Low != nil && t.High != nil:
		span = t.Low.String() + " … " + t.High.String()
	case t.Baseline != nil && target != nil:
		span = t.Baseline.String() + " → " + target.String()
	}
	if span != "" {
		now += " (" + span + ")"
	}
	return now
}

func readingText(r *metric.Reading) string {
	switch {
	case r.Number != nil:
		return r.Number.String()
	case r.Done != nil && *r.Done:
		return "yes"
	case r.Done != nil:
		return "no"
	}
	return r.Text
}

// lastWord is the date and the sentence of what the team last said; when the cycle
// has ended, why the key result ended there.
func (t table) lastWord(k *score.KeyResult) string {
	switch {
	case k.Cancelled != nil:
		return k.Cancelled.Date.V.String() + " " + k.Cancelled.Reason.V
	case t.ended && k.Definition != nil && k.Definition.Outcome != nil:
		outcome := k.Definition.Outcome
		return strings.TrimSuffix(strings.ReplaceAll(outcome.Reason.V, "_", " ")+": "+outcome.Learned.V, ": ")
	case k.Heard == nil:
		return ""
	}
	return strings.TrimSpace(k.Heard.Date.V.String() + " " + k.Heard.Note.V)
}

func lastPart(address string) string { return address[strings.LastIndexByte(address, '/')+1:] }
