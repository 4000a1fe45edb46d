package report

import (
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diff"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/score"
)

// goalpostQuestion is what the split of a score answers.
const goalpostQuestion = "Did the metric move, or did the goalpost?"

// scoring is how scores read after the change.
func (v *diffView) scoring() okr.Scoring {
	if v.After != nil {
		return v.After.Settings.Scoring
	}
	return v.Reading.Before.Settings.Scoring
}

// scoreSpans say what became of the score and why; nil where no cycle is touched.
func (v *diffView) scoreSpans() []Span {
	if v.Cycle == nil {
		return nil
	}
	name := v.scored() + ": "
	if v.Total.Before == nil && v.Total.After == nil {
		return []Span{{Text: name, Tone: Strong}, {Text: "no score yet, neither before nor after."}}
	}
	before, after, definition, progress := splitTexts(v.Total, v.scoring())
	return []Span{
		{Text: name + before + " → " + after, Tone: Strong},
		{Text: " = definition " + definition + ", progress " + progress + ". " + whichMoved(v.Total)},
	}
}

// scored names whose score it is: the teams that the change touches in the cycle.
func (v *diffView) scored() string {
	const named = 3
	var teams []*okr.Team
	for _, a := range v.Attribution {
		if a.Cycle == v.Cycle {
			teams = append(teams, a.Team)
		}
	}
	name := cycleName(v.Cycle)
	switch {
	case len(teams) == 0:
		return name
	case len(teams) > named:
		return count(len(teams), "team", "teams") + " in " + name
	case len(teams) > 1:
		return teamNames(teams) + " in " + name
	default:
		return teamName(teams[0]) + " " + name
	}
}

// whichMoved answers the question in a sentence.
func whichMoved(s diff.Split) string {
	definition, progress := s.Definition.Abs(), s.Progress.Abs()
	switch {
	case definition.IsZero() && progress.IsZero():
		return "The score stays where it was."
	case progress.IsZero():
		return "The goalpost moved, the metric did not."
	case definition.IsZero():
		return "The metric moved, the goalpost did not."
	case definition.Cmp(progress) > 0:
		return "The goalpost moved more than the metric."
	case definition.Cmp(progress) < 0:
		return "The metric moved more than the goalpost."
	default:
		return "Goalpost and metric moved alike."
	}
}

// splitTexts are the numbers of a split as they are shown, with two places. The two
// parts add up to the difference that is seen: where rounding alone would have it
// otherwise, the part that was rounded furthest takes the rest.
func splitTexts(s diff.Split, scoring okr.Scoring) (before, after, definition, progress string) {
	before, after = score.Shown(s.Before, scoring), score.Shown(s.After, scoring)
	d, p := s.Definition.Round(2), s.Progress.Round(2)
	gap := seen(after).Sub(seen(before)).Sub(d).Sub(p)
	if step := gap.Abs(); step.Equal(metric.Ratio(1, 100)) {
		lost := func(exact, rounded metric.Number) metric.Number {
			return exact.Sub(rounded).Mul(metric.Int(int64(gap.Sign())))
		}
		switch {
		case s.Definition.IsZero():
			p = p.Add(gap)
		case s.Progress.IsZero() || lost(s.Definition, d).Cmp(lost(s.Progress, p)) >= 0:
			d = d.Add(gap)
		default:
			p = p.Add(gap)
		}
	}
	return before, after, signed(s.Definition, d), signed(s.Progress, p)
}

// seen is a score as it is shown, 0 where there is none.
func seen(shown string) metric.Number {
	n, err := metric.ParseNumber(shown)
	if err != nil {
		return metric.Int(0)
	}
	return n
}

// signed is a part of a difference as text, with the sign of what was not rounded.
func signed(exact, rounded metric.Number) string {
	switch {
	case exact.IsZero():
		return "0.00"
	case exact.Sign() < 0:
		return "−" + rounded.Abs().Fixed(2)
	default:
		return "+" + rounded.Abs().Fixed(2)
	}
}

// scoreTable shows whose scores are made of what; any is false where the sentence
// above says it all.
func (v *diffView) scoreTable() (table Table, any bool) {
	for _, a := range v.Attribution {
		any = any || len(a.KeyResults) > 0
	}
	if !any && len(v.Attribution) < 2 {
		return Table{}, false
	}
	return Table{
		Columns: []Column{
			{Name: "what", Title: "Team / key result", Wrap: true},
			{Name: "before", Title: "Before", Kind: KindScore},
			{Name: "after", Title: "After", Kind: KindScore},
			{Name: "definition", Title: "Definition", Kind: KindNumber},
			{Name: "progress", Title: "Progress", Kind: KindNumber},
		},
		Rows: func(yield func(Row) bool) {
			for _, a := range v.Attribution {
				if !yield(v.splitRow(0, Cell{Text: teamName(a.Team) + " · " + cycleName(a.Cycle), Tone: Strong}, a.Split)) {
					return
				}
				prefix := a.Team.ID.V + "/" + a.Cycle.ID + "/"
				for _, k := range a.KeyResults {
					if !yield(v.splitRow(1, Text(strings.TrimPrefix(k.Address, prefix)), k.Split)) {
						return
					}
				}
			}
		},
	}, true
}

func (v *diffView) splitRow(depth int, name Cell, s diff.Split) Row {
	before, after, definition, progress := splitTexts(s, v.scoring())
	return Row{Depth: depth, Cells: []Cell{
		name,
		{Text: before, Number: places4(s.Before)}, {Text: after, Number: places4(s.After)},
		{Text: definition, Number: s.Definition.JSON4()}, {Text: progress, Number: s.Progress.JSON4()},
	}}
}
