package report

import (
	"slices"

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

// scoreLines say what became of the scores and why, a line for each cycle: that of the
// summary, and others in which a score moved. What is said of one cycle holds for no
// other, so that each has its own sentence. It returns how many lines there are.
func (v *diffView) scoreLines(doc *Doc) int {
	if v.Cycle == nil {
		return 0
	}
	lines := append([]diff.CycleSplit{{Cycle: v.Cycle, Split: v.Total}}, v.Others...)
	for _, line := range lines {
		doc.add(Paragraph{v.scoreSpans(line)})
	}
	if v.More == 0 {
		return len(lines)
	}
	doc.add(Paragraph{Plain("and the scores of " + count(v.More, "more cycle", "more cycles"))})
	return len(lines) + 1
}

// scoreSpans say what became of the score of a cycle and why.
func (v *diffView) scoreSpans(s diff.CycleSplit) []Span {
	name := v.scored(s.Cycle) + ": "
	if s.Before == nil && s.After == nil {
		return []Span{{Text: name, Tone: Strong}, {Text: "no score yet, neither before nor after."}}
	}
	before, after, definition, progress := splitTexts(s.Split, v.scoring())
	return []Span{
		{Text: name + before + " → " + after, Tone: Strong},
		{Text: " = definition " + definition + ", progress " + progress + ". " + v.whichMoved(s)},
	}
}

// scored names whose score it is: the teams that the change touches in the cycle.
func (v *diffView) scored(cycle *okr.Cycle) string {
	const named = 3
	var teams []*okr.Team
	for _, a := range v.Attribution {
		if a.Cycle == cycle {
			teams = append(teams, a.Team)
		}
	}
	name := cycleName(cycle)
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

// whichMoved answers the question for a cycle. That something did not move is said only
// where nothing of it did: what cancels out in the mean, or has no reading yet, moved.
func (v *diffView) whichMoved(s diff.CycleSplit) string {
	switch {
	case s.Definition.IsZero() && !s.Progress.IsZero() && v.goalpostsIn(s.Cycle):
		return "The readings moved the score, the changes of definitions did not."
	case s.Progress.IsZero() && !s.Definition.IsZero() && v.readingsIn(s.Cycle):
		return "The definitions moved the score, the new readings did not."
	case s.Definition.IsZero() && s.Progress.IsZero() && (v.partMoved(s.Cycle, definitionOf) || v.partMoved(s.Cycle, progressOf)):
		return "What moved cancels out."
	}
	return whichMoved(s.Split)
}

// goalpostsIn reports whether any definition of a cycle changed.
func (v *diffView) goalpostsIn(cycle *okr.Cycle) bool {
	return slices.ContainsFunc(v.definitions, func(e *edit) bool {
		return e.Cycle != nil && e.Cycle.ID == cycle.ID && (e.Kind == diff.KeyResult || e.Kind == diff.Objective || e.Kind == diff.Document)
	}) || v.partMoved(cycle, definitionOf)
}

// readingsIn reports whether any key result of a cycle reads otherwise.
func (v *diffView) readingsIn(cycle *okr.Cycle) bool {
	return v.partMoved(cycle, progressOf)
}

func definitionOf(s diff.Split) metric.Number { return s.Definition }
func progressOf(s diff.Split) metric.Number   { return s.Progress }

// partMoved reports whether a part of the split of any team or key result of a cycle is
// something.
func (v *diffView) partMoved(cycle *okr.Cycle, of func(diff.Split) metric.Number) bool {
	return slices.ContainsFunc(v.Attribution, func(a diff.Attribution) bool {
		return a.Cycle.ID == cycle.ID && (!of(a.Split).IsZero() ||
			slices.ContainsFunc(a.KeyResults, func(k diff.KeyResultSplit) bool { return !of(k.Split).IsZero() }))
	})
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
// otherwise, the part that was rounded furthest takes the rest; of two alike that is
// progress.
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
		case s.Progress.IsZero() || lost(s.Definition, d).Cmp(lost(s.Progress, p)) > 0:
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
