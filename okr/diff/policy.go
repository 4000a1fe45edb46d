package diff

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// setting is one setting of okr.yaml that decides how objectives are kept or scored, by
// the path of its key in the file.
type setting struct {
	name, value string
	scores      bool // whether scores depend on it
}

// policies compares okr.yaml. Where a state has none, the workspace as a whole is new or
// gone, and its settings are no change of anything.
func (r *reader) policies() {
	if r.before.File == nil || r.after.File == nil {
		return
	}
	before, after := settingsOf(&r.before.Settings), settingsOf(&r.after.Settings)
	for i, b := range before {
		if a := after[i]; a.value != b.value {
			r.policy(a.name, shown(b.value), shown(a.value), Place{})
		}
	}
	r.units()
	r.namedCycles()
	r.teams()
}

// policy notes a change of okr.yaml; where no place is known it is looked for, and is
// that of the file as a whole where it is not found.
func (r *reader) policy(name string, before, after *string, at Place) {
	if at.File == nil {
		at = r.settingPlace(name)
	}
	if at.File == nil {
		at.File = r.after.File
	}
	r.changes = append(r.changes, &Change{
		Kind: Policy, Verdict: PolicyChanged, Address: at.File.Name, Field: name, Before: before, After: after,
		Message: as(name, before, after, judgement{}), Place: at, // by its key, as it stands in the file
	})
}

func settingsOf(s *okr.Settings) []setting {
	c, l, p := &s.Calendar, &s.Limits, &s.Scoring
	named := "end"
	if c.NamedByStart {
		named = "start"
	}
	mode := "points"
	if p.Pace.Ratio {
		mode = "ratio"
	}
	days := func(n int) string { return counted(n, "day") }
	list := []setting{
		{"calendar.fiscal_year_start", strconv.Itoa(c.FiscalYearStart), true},
		{"calendar.fiscal_year_named_by", named, true},
		{"calendar.grace_days", days(c.GraceDays), true},
		{"calendar.check_in_every", days(c.CheckInEvery), false},
		{"limits.objectives", between(l.Objectives), false},
		{"limits.key_results", between(l.KeyResults), false},
		{"limits.team_key_results", strconv.Itoa(l.TeamKeyResults), false},
		{"scoring.bands", numbers(p.Bands[:]...), true},
		{"scoring.aspirational_success", numbers(p.AspirationalSuccess), true},
		{"scoring.committed_success", numbers(p.CommittedSuccess), true},
		{"scoring.sweet_spot", numbers(p.SweetSpot[:]...), true},
		{"scoring.overshoot", p.Overshoot, true},
		{"scoring.threshold", p.Threshold, true},
		{"scoring.threshold_strict", strconv.FormatBool(p.ThresholdStrict), true},
		{"scoring.unmeasured_at_close", p.UnmeasuredAtClose, true},
		{"scoring.objective_score", p.ObjectiveScore, true},
		{"scoring.guardrail", p.Guardrail, true},
		{"scoring.rollup", p.Rollup, true},
		{"scoring.target_change", p.TargetChange, true},
		{"scoring.cancel_late_after", numbers(p.CancelLateAfter), true},
		{"scoring.pace", mode + " " + numbers(p.Pace.On, p.Pace.Off, p.Pace.Ahead, p.Pace.TooEarly), true},
		{"scoring.pace.to", paceTo(p.Pace.ToTarget), true},
		{"scoring.sandbagging", tendency(p.Sandbagging), true},
		{"scoring.overreach", tendency(p.Overreach), true},
	}
	return list
}

func between(r okr.Range) string { return strconv.Itoa(r.Min) + " to " + strconv.Itoa(r.Max) }

func numbers(list ...metric.Number) string {
	var texts []string
	for _, n := range list {
		texts = append(texts, n.String())
	}
	return strings.Join(texts, ", ")
}

// paceTo is where the line of the pace leads, in the word of the file.
func paceTo(target bool) string {
	if target {
		return "target"
	}
	return "expected"
}

func tendency(t okr.Tendency) string { return t.Mean.String() + " over " + counted(t.Cycles, "cycle") }

// units compares the organisation's own words for units.
func (r *reader) units() {
	before, after := r.before.Settings.Units, r.after.Settings.Units
	text := func(u *okr.Unit) *string {
		switch {
		case u == nil:
			return nil
		case u.Bounded:
			return shown(u.Domain.String())
		}
		return shown("no domain of its own")
	}
	names := slices.Collect(maps.Keys(before))
	names = append(names, slices.Collect(maps.Keys(after))...)
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		if b, a := text(before[name]), text(after[name]); textOf(b) != textOf(a) {
			r.policy("units."+name, b, a, Place{})
		}
	}
}

// namedCycles compares the cycles that okr.yaml names. The dates of the others follow
// from the calendar, which has been compared.
func (r *reader) namedCycles() {
	ids := make(map[string]bool)
	known := make(map[*okr.Workspace]map[string]*okr.Cycle)
	for _, ws := range []*okr.Workspace{r.before, r.after} {
		known[ws] = make(map[string]*okr.Cycle, len(ws.Cycles))
		for _, c := range ws.Cycles {
			known[ws][c.ID] = c
			if standard, ok := ws.Settings.Calendar.Cycle(c.ID); !ok || standard.Start != c.Start || standard.End != c.End {
				ids[c.ID] = true
			}
		}
	}
	span := func(ws *okr.Workspace, id string) *string {
		c := known[ws][id]
		if c == nil {
			standard, ok := ws.Settings.Calendar.Cycle(id)
			if !ok {
				return nil
			}
			c = standard
		}
		return shown(c.Start.String() + " to " + c.End.String())
	}
	for _, id := range slices.Sorted(maps.Keys(ids)) {
		if b, a := span(r.before, id), span(r.after, id); textOf(b) != textOf(a) {
			r.policy("cycles."+id, b, a, Place{})
		}
	}
}

// teams compares which teams there are, and below which they stand.
func (r *reader) teams() {
	known := func(ws *okr.Workspace) map[string]*okr.Team {
		m := make(map[string]*okr.Team, len(ws.Teams))
		for _, t := range ws.Teams {
			m[t.ID.V] = t
		}
		return m
	}
	before, after := known(r.before), known(r.after)
	text := func(t *okr.Team) *string {
		switch {
		case t == nil:
			return nil
		case t.Parent == nil:
			return shown("without a parent")
		}
		return shown("below " + t.Parent.ID.V)
	}
	for _, t := range r.after.Teams {
		b := before[t.ID.V]
		if was, now := text(b), text(t); textOf(was) != textOf(now) {
			r.policy("teams."+t.ID.V, was, now, Place{File: r.after.File, Span: written(t.ParentID.Span, t.ID.Span)})
		}
	}
	for _, t := range r.before.Teams {
		if after[t.ID.V] == nil {
			r.policy("teams."+t.ID.V, text(t), nil, Place{File: r.before.File, Span: t.ID.Span, Before: true})
		}
	}
}

// scoresMoved reports whether okr.yaml changed in a way on which scores depend.
func (r *reader) scoresMoved() bool {
	if r.noPolicy {
		return false
	}
	before, after := settingsOf(&r.before.Settings), settingsOf(&r.after.Settings)
	for i, b := range before {
		if b.scores && b.value != after[i].value {
			return true
		}
	}
	return slices.ContainsFunc(r.changes, func(c *Change) bool {
		return c.Kind == Policy && (strings.HasPrefix(c.Field, "units.") || strings.HasPrefix(c.Field, "cycles."))
	})
}
