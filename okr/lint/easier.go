package lint

import (
	"slices"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// ease says what a change does to a promise.
type ease int

// The ways: what was promised is reached later, is neither, is reached sooner.
const (
	hardened ease = iota - 1
	shifted
	eased
)

// easeOf tries two definitions on the same readings: the one that never scores lower
// and sometimes higher is the easier one. That holds for every kind of measure.
func easeOf(before, after metric.Definition, policy metric.Policy) ease {
	var up, down bool
	policy.CountOvershoot = false
	for _, readings := range samples(before, after) {
		a, b := metric.Score(before, policy, readings), metric.Score(after, policy, readings)
		if a.Score == nil || b.Score == nil {
			continue
		}
		order := b.Score.Cmp(*a.Score)
		up, down = up || order > 0, down || order < 0
	}
	switch {
	case up && !down:
		return eased
	case down && !up:
		return hardened
	}
	return shifted
}

// samples are readings that tell two definitions apart: the levels of both, what lies
// between them and beyond, one at a time and as a course of two.
func samples(before, after metric.Definition) [][]metric.Reading {
	var single []metric.Reading
	levels := levelsOf(before, after)
	for i, level := range levels {
		if i > 0 {
			single = append(single, metric.Reading{Number: new(levels[i-1].Add(level).Mul(metric.Ratio(1, 2)))})
		}
		single = append(single, metric.Reading{Number: new(level)})
	}
	for _, stage := range append(slices.Clone(before.Stages), after.Stages...) {
		single = append(single, metric.Reading{Text: stage.Name})
	}
	var courses [][]metric.Reading
	for _, first := range single {
		courses = append(courses, []metric.Reading{first})
		if before.Threshold == after.Threshold {
			continue
		}
		for _, second := range single {
			courses = append(courses, []metric.Reading{first, second})
		}
	}
	return courses
}

// levelsOf are the levels of two definitions, from the lowest.
func levelsOf(definitions ...metric.Definition) []metric.Number {
	var levels []metric.Number
	for _, d := range definitions {
		for _, level := range []*metric.Number{d.Baseline, d.ResolvedTarget(), d.Low, d.High, d.FailAt} {
			if level == nil {
				continue
			}
			levels = append(levels, *level)
			if d.Tolerance != nil {
				levels = append(levels, level.Sub(*d.Tolerance), level.Add(*d.Tolerance))
			}
		}
	}
	if len(levels) > 0 {
		// Beyond the ends, near enough for what can only be a share, too.
		half, one := metric.Ratio(1, 2), metric.Int(1)
		least, most := slices.MinFunc(levels, metric.Number.Cmp), slices.MaxFunc(levels, metric.Number.Cmp)
		levels = append(levels, least.Sub(one), least.Sub(least.Abs().Mul(half)), most.Add(one), most.Add(most.Abs().Mul(half)))
	}
	slices.SortFunc(levels, metric.Number.Cmp)
	return slices.CompactFunc(levels, metric.Number.Equal)
}

// easeOfChange is what some changes of a definition do, all others undone.
func (r *Reading) easeOfChange(then *okr.KeyResult, changes []change) ease {
	after := then.Metric
	only := ""
	for _, c := range changes {
		after.Put(c.field, &c.after, r.Workspace.Settings.Units)
		only = c.field
	}
	if len(changes) == 1 && only == "observable_on" {
		return easeOfDay(changes[0])
	}
	return easeOf(then.Metric.Definition(), after.Definition(), r.Workspace.Settings.Scoring.Policy())
}

// easeOfDay is what it does to put a measurement off or to bring it forward: while
// it is awaited, the key result stands in no mean.
func easeOfDay(c change) ease {
	switch {
	case c.before.IsNull() || !c.after.IsNull() && c.after.Text > c.before.Text:
		return eased
	default:
		return hardened
	}
}

// given is the share of the way from baseline to target that a change gives away, or
// adds where it is below 0; nil where there is no such way or it began elsewhere.
func given(before, after metric.Definition) *metric.Number {
	from, to := before.ResolvedTarget(), after.ResolvedTarget()
	if before.Baseline == nil || after.Baseline == nil || from == nil || to == nil || !before.Baseline.Equal(*after.Baseline) {
		return nil
	}
	share, ok := from.Sub(*to).Div(from.Sub(*before.Baseline))
	if !ok || share.IsZero() {
		return nil
	}
	return &share
}
