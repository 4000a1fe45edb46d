package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/okrs-as-code/okrs/okr/cascade"
	"github.com/okrs-as-code/okrs/okr/diag"
)

// gaps are what is missing or wrong in the part that is shown.
type gaps struct {
	uncovered, orphans []*cascade.Node
	unmatched          []cascade.Unmatched
	loops              [][]*cascade.Node
	copies             []cascade.Copy
	doubles            []cascade.Double
	skips              []cascade.Skip
	drifts             []cascade.Drift
	// at is what is missing at an objective, in words.
	at map[*cascade.Node][]string
	// ring are the members of loops by their place in the one they are in.
	ring map[*cascade.Node]int
}

func (v *view) readGaps() gaps {
	g := v.graph
	found := gaps{at: make(map[*cascade.Node][]string), ring: make(map[*cascade.Node]int)}
	say := func(n *cascade.Node, what string) { found.at[n] = append(found.at[n], what) }
	found.uncovered = kept(g.Uncovered(), v.in)
	for _, n := range found.uncovered {
		say(n, "nobody supports it")
	}
	found.orphans = kept(g.Orphans(), v.in)
	for _, n := range found.orphans {
		say(n, "says neither what it supports nor why now")
	}
	found.loops = kept(g.Loops(), func(ring []*cascade.Node) bool { return slices.ContainsFunc(ring, v.in) })
	for i, ring := range found.loops {
		for _, n := range ring {
			if _, known := found.ring[n]; !known {
				found.ring[n] = i
				say(n, "stands in a ring of support")
			}
		}
	}
	found.unmatched = kept(g.Unmatched(), func(u cascade.Unmatched) bool { return v.concerns(u.Ask) })
	for _, u := range found.unmatched {
		say(unit(g, u.From), "waits for "+askedName(u.Ask)+": "+stateWord(u.Ask))
	}
	found.copies = kept(g.Copies(), func(c cascade.Copy) bool { return v.in(c.Objective) })
	for _, c := range found.copies {
		say(c.Objective, "repeats what it supports")
	}
	found.doubles = kept(g.Doubles(), func(d cascade.Double) bool { return slices.ContainsFunc(d.Results, v.in) })
	found.drifts = kept(g.Drifts(), func(d cascade.Drift) bool { return v.in(d.Edge.From) || v.in(d.Edge.To) })
	for _, d := range found.drifts {
		say(d.Edge.From, "what it supports has changed since")
	}
	found.skips = kept(g.Skips(), func(s cascade.Skip) bool { return v.in(s.Edge.From) || v.in(s.Edge.To) })
	return found
}

// concerns reports whether one of the two sides of a dependency belongs to what was
// asked for.
func (v *view) concerns(a *cascade.Ask) bool {
	switch {
	case v.in(a.From):
		return true
	case a.Team == nil || v.near != nil:
		return a.To != nil && v.in(a.To)
	}
	return v.within == nil || v.within[a.Team]
}

// kept are those of a list that are to be kept, as a list of its own.
func kept[T any](all []T, keep func(T) bool) []T {
	var found []T
	for _, t := range all {
		if keep(t) {
			found = append(found, t)
		}
	}
	return found
}

// text is what is missing at a node, of much the first two.
func (g *gaps) text(n *cascade.Node) string {
	said := g.at[n]
	if more := len(said) - 2; more > 0 {
		return strings.Join(said[:2], "; ") + "; " + strconv.Itoa(more) + " more"
	}
	return strings.Join(said, "; ")
}

// addGaps says first what is missing: how much of each kind, then each.
func (d *Doc) addGaps(v *view) {
	g := &v.gaps
	d.add(Heading{Level: 2, Text: "Gaps"})
	d.add(Facts{Items: []Fact{
		gapFact("nobody supports it", len(g.uncovered), Middling),
		gapFact("without a reason", len(g.orphans), Middling),
		gapFact("unanswered", v.unmatchedCount(cascade.Unacknowledged, cascade.NoDocument), Middling),
		gapFact("late", v.unmatchedCount(cascade.LateAnswer), Middling),
		gapFact("declined", v.unmatchedCount(cascade.DeclinedAsk), Middling),
		gapFact("rings", len(g.loops), Bad),
		gapFact("changed since", len(g.drifts), Middling),
		gapFact("repeated", len(g.copies), Middling),
		gapFact("claimed twice", len(g.doubles), Middling),
		gapFact("dangling links", v.findings("dangling-link", "unknown-team"), Bad),
		gapFact("one-sided shares", v.findings("one-way-share"), Bad),
		gapFact("levels skipped", len(g.skips), None),
	}})
	v.objectiveGaps(d)
	if len(g.unmatched) > 0 {
		d.add(v.unmatchedTable())
	}
	if len(g.loops) > 0 {
		d.add(v.loopTable())
	}
	if len(g.drifts) > 0 {
		d.add(v.driftTable())
	}
	v.likenessTables(d)
	if len(g.skips) > 0 {
		d.add(v.skipTable())
	}
}

// gapFact is a number of gaps; none is good.
func gapFact(label string, n int, tone Tone) Fact {
	cell := Cell{Text: strconv.Itoa(n), Number: strconv.Itoa(n)}
	switch {
	case n == 0:
		cell.Text = "none"
	case tone != None:
		cell.Glyph = "▲"
	}
	return Fact{label, cell}
}

func (v *view) unmatchedCount(reasons ...cascade.Reason) int {
	n := 0
	for _, u := range v.gaps.unmatched {
		if slices.Contains(reasons, u.Reason) {
			n++
		}
	}
	return n
}

func (v *view) findings(rules ...string) int {
	n := 0
	for _, f := range v.options.Findings {
		if slices.Contains(rules, f.Rule) && f.Severity == diag.Error {
			n++
		}
	}
	return n
}

// objectiveGaps are the objectives that nobody supports, and those that say not what
// they are for.
func (v *view) objectiveGaps(d *Doc) {
	if len(v.gaps.uncovered) > 0 {
		d.add(v.nodeTable("Nobody supports them: ask who sees a part they could move", v.gaps.uncovered))
	}
	if len(v.gaps.orphans) > 0 {
		d.add(v.nodeTable("They say neither what they support nor why they matter now: one sentence is enough", v.gaps.orphans))
	}
}

func (v *view) nodeTable(title string, nodes []*cascade.Node) Table {
	return Table{
		Title: title,
		Columns: []Column{
			{Name: "objective", Title: "Objective", Wrap: true},
			{Name: "team", Title: "Team"},
			{Name: "score", Title: "Score", Kind: KindScore},
			{Name: "address", Title: "Address", Kind: KindAddress, Priority: 1},
		},
		Rows: eachRow(nodes, func(n *cascade.Node) Row {
			return Row{Cells: []Cell{Text(titleOf(n)), Text(v.teamAndCycle(n)), v.scoreOf(n), Text(n.Address())}}
		}),
	}
}

func (v *view) unmatchedTable() Table {
	columns := []Column{
		{Name: "from", Title: "What waits", Wrap: true},
		{Name: "team", Title: "Team"},
		{Name: "on", Title: "Waits for"},
		{Name: "state", Title: "State"},
		{Name: "needed_by", Title: "Needed by", Kind: KindDate},
		{Name: "by", Title: "Promised", Kind: KindDate, Priority: 1},
		{Name: "address", Title: "Address", Kind: KindAddress, Priority: 3},
	}
	if v.unmatchedCount(cascade.DeclinedAsk) > 0 {
		columns = append(columns, Column{Name: "why", Title: "Why", Wrap: true, Priority: 2})
	}
	return Table{
		Title: "Dependencies that nobody has promised to meet in time", Columns: columns,
		Rows: eachRow(v.gaps.unmatched, func(u cascade.Unmatched) Row {
			cells := []Cell{
				Text(titleOf(u.From)), Text(v.teamAndCycle(u.From)), Text(askedName(u.Ask)), stateCell(u.Ask),
				Text(neededBy(u.Ask).String()), Text(u.By().String()), Text(u.From.Address()), Text(refusal(u.Ask)),
			}
			return Row{Cells: cells[:len(columns)]}
		}),
	}
}

// ringShown is how many members of a ring are named.
const ringShown = 12

func (v *view) loopTable() Table {
	return Table{
		Title:   "Rings: each is the means of the next, and nobody can say what all of it is for",
		Columns: []Column{{Name: "ring", Title: "Ring of support", Wrap: true}},
		Rows:    eachRow(v.gaps.loops, func(ring []*cascade.Node) Row { return Row{Cells: []Cell{Text(ringText(ring))}} }),
	}
}

// ringText names the members of a ring and comes back to the first.
func ringText(ring []*cascade.Node) string {
	var names []string
	for _, n := range ring[:min(len(ring), ringShown)] {
		names = append(names, n.Address())
	}
	if more := len(ring) - len(names); more > 0 {
		names = append(names, strconv.Itoa(more)+" more")
	}
	return "↻ " + strings.Join(append(names, ring[0].Address()), " → ")
}

// likenessTables are what is said twice: objectives pasted from what they support, and
// metrics that several define for themselves.
func (v *view) likenessTables(d *Doc) {
	if copies := v.gaps.copies; len(copies) > 0 {
		d.add(Table{
			Title: "They repeat what they support: which part of it can the team change?",
			Columns: []Column{
				{Name: "objective", Title: "Objective", Wrap: true}, {Name: "team", Title: "Team"},
				{Name: "of", Title: "Repeats", Wrap: true},
				{Name: "address", Title: "Address", Kind: KindAddress, Priority: 1},
			},
			Rows: eachRow(copies, func(c cascade.Copy) Row {
				return Row{Cells: []Cell{Text(titleOf(c.Objective)), Text(v.teamAndCycle(c.Objective)), Text(titleOf(c.Of)), Text(c.Objective.Address())}}
			}),
		})
	}
	if doubles := v.gaps.doubles; len(doubles) > 0 {
		d.add(Table{
			Title: "One metric, defined more than once: let one define it and the others list it",
			Columns: []Column{
				{Name: "result", Title: "Key result", Wrap: true},
				{Name: "where", Title: "Defined at", Wrap: true},
			},
			Rows: eachRow(doubles, func(double cascade.Double) Row {
				return Row{Cells: []Cell{Text(titleOf(double.Results[0])), Text(addressList(double.Results))}}
			}),
		})
	}
}

// addressList are the addresses of nodes, of many the first.
func addressList(nodes []*cascade.Node) string {
	var all []string
	for _, n := range nodes[:min(len(nodes), ringShown)] {
		all = append(all, n.Address())
	}
	if more := len(nodes) - len(all); more > 0 {
		all = append(all, strconv.Itoa(more)+" more")
	}
	return strings.Join(all, ", ")
}

func (v *view) skipTable() Table {
	return Table{
		Title: "Levels skipped: no mistake, but the teams between should know",
		Columns: []Column{
			{Name: "objective", Title: "Objective", Wrap: true}, {Name: "team", Title: "Team"},
			{Name: "supports", Title: "Supports", Wrap: true}, {Name: "of", Title: "Of"},
			{Name: "over", Title: "Over", Kind: KindNumber},
		},
		Rows: eachRow(v.gaps.skips, func(s cascade.Skip) Row {
			to, over := s.Edge.To, strconv.Itoa(s.Over)
			title := teamName(to.Team)
			if to.Kind != cascade.Team {
				title = titleOf(to)
			}
			return Row{Cells: []Cell{Text(titleOf(s.Edge.From)), Text(v.teamAndCycle(s.Edge.From)), Text(title), Text(v.teamAndCycle(to)), {Text: over, Number: over}}}
		}),
	}
}

// eachRow makes a row of each item when it is asked for.
func eachRow[T any](items []T, row func(T) Row) func(func(Row) bool) {
	return func(yield func(Row) bool) {
		for _, item := range items {
			if !yield(row(item)) {
				return
			}
		}
	}
}
