package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/score"
	"github.com/okrs-as-code/okrs/okr/status"
)

// signals shows what was found; what was looked for and not found, and what cannot be
// told, is a line each.
func (s statusView) signals(doc *Doc) {
	doc.add(Heading{Level: 2, Text: "Signals"})
	var quiet, untold []string
	show := func(name string, found bool, why string, section func(*Doc)) {
		switch {
		case found:
			section(doc)
		case why != "":
			untold = append(untold, name+" ("+why+")")
		default:
			quiet = append(quiet, name)
		}
	}
	show("silence", len(s.Silent) > 0, when(s.State == okr.Draft, "the cycle has not begun")+when(s.State == okr.Closed, "the cycle is closed"), s.silent)
	show("watermelons", len(s.Watermelons) > 0, when(s.State == okr.Draft, "the cycle has not begun"), s.watermelons)
	show("hockey sticks", len(s.HockeySticks) > 0, when(s.State < okr.Closing, "they show when the cycle has ended"), s.hockeySticks)
	show("zombies", len(s.Zombies) > 0, "", s.zombies)
	show("calibration", s.Calibration != nil, "no closed cycle of this length has a forecast from half time", s.calibration)
	show("commitment integrity", s.Integrity != nil, s.unpublished(), s.integrity)
	if len(quiet) > 0 {
		doc.add(Paragraph{Plain("Looked for and not found: " + strings.Join(quiet, ", ") + ".")})
	}
	if len(untold) > 0 {
		doc.add(Paragraph{Plain("Not told: " + strings.Join(untold, ", ") + ".")})
	}
}

// unpublished is why nobody can tell what was published.
func (s statusView) unpublished() string {
	switch {
	case s.options.Unknown != "":
		return s.options.Unknown
	case s.State <= okr.Settling:
		return "targets may still settle"
	}
	return "no history knows what was published"
}

func when(is bool, text string) string {
	if is {
		return text
	}
	return ""
}

// silenceWords are the words for a silence; none of them is a good sign.
var silenceWords = map[status.Silence]Cell{
	status.Heard:  {Text: "heard of in part"},
	status.Due:    {Text: "check-in due", Tone: Middling},
	status.Stale:  {Text: "silent", Tone: Middling},
	status.Strong: {Text: "silent for long", Tone: Bad},
}

func (s statusView) silent(doc *Doc) {
	doc.add(Table{
		Title: "Silence: days since the last check-in",
		Columns: []Column{
			{Name: "what", Title: "Team, key result", Wrap: true},
			{Name: "days", Title: "Days", Kind: KindNumber},
			{Name: "last", Title: "Last check-in", Kind: KindDate},
			{Name: "state", Title: "Stands"},
			{Name: "address", Title: "Address", Kind: KindAddress, Priority: 1},
		},
		Rows: func(yield func(Row) bool) {
			for _, t := range s.Silent {
				cells := []Cell{{Text: teamName(t.Team), Tone: Strong}, days(t.Days), lastHeard(t.Last), silenceWords[t.Silence], Text(t.Team.ID.V)}
				if !yield(Row{Cells: cells}) {
					return
				}
				for _, k := range t.KeyResults {
					cells := []Cell{Text(k.Title()), days(k.Days), lastHeard(k.Last), silenceWords[k.Silence], Text(k.Address())}
					if !yield(Row{Depth: 1, Cells: cells}) {
						return
					}
				}
			}
		},
	})
}

func lastHeard(day okr.Date) Cell {
	if day.IsZero() {
		return Text("never")
	}
	return Text(day.String())
}

// watermelons have a column for what was due only while the cycle runs.
func (s statusView) watermelons(doc *Doc) {
	running := s.State < okr.Closing
	columns := []Column{
		{Name: "team", Title: "Team"},
		{Name: "what", Title: "Key result", Wrap: true},
		{Name: "confidence", Title: "Conf.", Kind: KindNumber},
		{Name: "score", Title: "Score", Kind: KindScore},
	}
	if running {
		columns = append(columns, Column{Name: "expected", Title: "Expected", Kind: KindScore})
	}
	doc.add(Table{
		Title: "Watermelons: the team is sure, and the number is not on its way",
		Columns: append(columns,
			Column{Name: "on", Title: "On", Kind: KindDate, Priority: 1},
			Column{Name: "note", Title: "Said about it", Wrap: true, Priority: 2},
			Column{Name: "address", Title: "Address", Kind: KindAddress, Priority: 3},
		),
		Rows: eachRow(s.Watermelons, func(w status.Watermelon) Row {
			cells := []Cell{
				{Text: teamName(w.Team), Tone: Strong}, Text(w.Title()), {Text: w.Confidence.String(), Number: w.Confidence.String()},
				scoreCell(&w.Score, "", s.scoring),
			}
			if running {
				cells = append(cells, placesCell(w.Expected))
			}
			return Row{Cells: append(cells, Text(w.On.String()), Text(w.Note), Text(w.Address()))}
		}),
	})
}

// placesCell is a share with two places; empty where there is none.
func placesCell(n *metric.Number) Cell {
	if n == nil {
		return Cell{}
	}
	return Cell{Text: n.Fixed(2), Number: n.JSON4()}
}

func (s statusView) hockeySticks(doc *Doc) {
	doc.add(Table{
		Title: "Hockey sticks: more than half of the way in the last tenth of the time",
		Columns: []Column{
			{Name: "team", Title: "Team"},
			{Name: "what", Title: "Key result", Wrap: true},
			{Name: "before", Title: "Before", Kind: KindScore},
			{Name: "after", Title: "In the end", Kind: KindScore},
			{Name: "late", Title: "Came late", Kind: KindScore},
			{Name: "from", Title: "After", Kind: KindDate, Priority: 1},
			{Name: "address", Title: "Address", Kind: KindAddress, Priority: 2},
		},
		Rows: eachRow(s.HockeySticks, func(h status.HockeyStick) Row {
			return Row{Cells: []Cell{
				{Text: teamName(h.Team), Tone: Strong}, Text(h.Title()), placesCell(&h.Before), placesCell(&h.After),
				{Text: h.Late.Percent(0), Number: h.Late.JSON4()}, Text(h.From.String()), Text(h.Address()),
			}}
		}),
	})
}

// zombies has a column for each cycle, the latest first to stay on a narrow terminal.
func (s statusView) zombies(doc *Doc) {
	var cycles []*okr.Cycle
	for _, z := range s.Zombies {
		for _, leg := range z.Legs {
			if !slices.ContainsFunc(cycles, func(c *okr.Cycle) bool { return c.ID == leg.Cycle.ID }) {
				cycles = append(cycles, leg.Cycle)
			}
		}
	}
	slices.SortStableFunc(cycles, func(a, b *okr.Cycle) int { return int(a.Start - b.Start) })
	columns := []Column{
		{Name: "team", Title: "Team"},
		{Name: "what", Title: "Key result", Wrap: true},
		{Name: "landed", Title: "Landed"},
	}
	for i, c := range cycles {
		columns = append(columns, Column{Name: c.ID, Title: c.ID, Priority: len(cycles) - i})
	}
	doc.add(Table{
		Title:   "Zombies: the same metric in three cycles or more, each as last (from → to)",
		Columns: append(columns, Column{Name: "address", Title: "Address", Kind: KindAddress, Priority: len(cycles) + 1}),
		Rows: eachRow(s.Zombies, func(z status.Zombie) Row {
			cells := []Cell{{Text: teamName(z.Team), Tone: Strong}, Text(z.Title()), Text(landings(z))}
			for _, c := range cycles {
				cells = append(cells, legCell(z, c))
			}
			return Row{Cells: append(cells, Text(z.Address()))}
		}),
	})
}

// landings is in how many of the earlier cycles the metric reached its line.
func landings(z status.Zombie) string {
	earlier, landed := z.Legs[:len(z.Legs)-1], 0
	for _, leg := range earlier {
		if leg.Landed {
			landed++
		}
	}
	return strconv.Itoa(landed) + " of " + strconv.Itoa(len(earlier))
}

// legCell is one cycle of a metric: "31 (27 → 33)".
func legCell(z status.Zombie, c *okr.Cycle) Cell {
	i := slices.IndexFunc(z.Legs, func(leg status.Leg) bool { return leg.Cycle.ID == c.ID })
	if i < 0 {
		return Cell{}
	}
	leg := z.Legs[i]
	text := lastValue(leg.Last)
	if span := strings.TrimPrefix(optional(leg.Baseline)+" → "+goal(leg), " → "); span != "" {
		text += " (" + span + ")"
	}
	return Text(text)
}

func optional(n *metric.Number) string {
	if n == nil {
		return ""
	}
	return n.String()
}

// goal is the target of a leg, or the range where it should lie.
func goal(leg status.Leg) string {
	if leg.Low != nil && leg.High != nil {
		return leg.Low.String() + " … " + leg.High.String()
	}
	return optional(leg.Target)
}

func lastValue(r *metric.Reading) string {
	if r == nil || r.IsZero() {
		return "–"
	}
	return readingText(r)
}

func (s statusView) calibration(doc *Doc) {
	c := s.Calibration
	doc.add(Table{
		Title: "Calibration: what confidence at half time was worth, in the whole organisation",
		Columns: []Column{
			{Name: "confidence", Title: "When teams said", Kind: KindNumber},
			{Name: "landed", Title: "it landed", Kind: KindNumber},
			{Name: "share", Title: "Share", Kind: KindNumber},
			{Name: "bar", Title: "", Kind: KindBar, Priority: 1},
		},
		Rows: eachRow(c.Buckets, func(b status.Bucket) Row {
			share, tick := float64(b.Landed)/float64(b.N), float64(b.Confidence)/10
			return Row{Cells: []Cell{
				number(b.Confidence), {Text: strconv.Itoa(b.Landed) + " of " + strconv.Itoa(b.N), Number: strconv.Itoa(b.Landed)},
				{Text: landed(b).Percent(0), Number: landed(b).JSON4()}, {Bar: &Bar{Share: share, Tick: &tick}},
			}}
		}),
	})
	text := "Brier score " + c.Brier.Fixed(2) + ", from " + count(c.N, "forecast", "forecasts") + " of " + count(c.Cycles, "closed cycle", "closed cycles") +
		": 0 is always right, 0.25 is what always saying 5 comes to."
	if c.Unsaid > 0 {
		text += " " + count(c.Unsaid, "key result", "key results") + " had no confidence at half time."
	}
	if c.N < status.FewForecasts {
		text += " So few forecasts tell little yet."
	}
	doc.add(Paragraph{Plain(text)})
}

// landed is the share of a bucket's forecasts that reached their line.
func landed(b status.Bucket) metric.Number { return metric.Ratio(int64(b.Landed), int64(b.N)) }

func (s statusView) integrity(doc *Doc) {
	i := s.Integrity
	type item struct {
		status.Subject
		what string
	}
	var items []item
	note := func(subjects []status.Subject, what string) {
		for _, subject := range subjects {
			items = append(items, item{subject, what})
		}
	}
	note(i.Added, "added after publication")
	note(i.Vanished, "gone from the file without a word")
	note(i.Cancelled, "cancelled")
	for _, u := range i.Undeclared {
		what := "changed without an amendment: " + strings.Join(u.Fields, ", ")
		if u.Direction != status.Neutral {
			what += " (" + string(u.Direction) + ")"
		}
		items = append(items, item{u.Subject, what})
	}
	doc.add(Table{
		Title: "Commitment integrity: what became of " + count(i.Published, "published key result", "published key results"),
		Columns: []Column{
			{Name: "team", Title: "Team"},
			{Name: "what", Title: "Key result", Wrap: true},
			{Name: "happened", Title: "What happened", Wrap: true},
			{Name: "address", Title: "Address", Kind: KindAddress, Priority: 1},
		},
		Empty: "all stand as they were published",
		Rows: eachRow(items, func(i item) Row {
			return Row{Cells: []Cell{{Text: teamName(i.Team), Tone: Strong}, Text(i.Title()), Text(i.what), Text(i.Address())}}
		}),
	})
}

// paceOf is the pace of a subject; nil where there is none.
func paceOf(k *score.KeyResult) *score.Pace {
	if k == nil {
		return nil
	}
	return k.Pace
}
