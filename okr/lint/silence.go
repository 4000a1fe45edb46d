package lint

import (
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/source"
)

// allowance is a rule that a comment silences at a place.
type allowance struct {
	*diag.Allow
	id         source.At[string]
	from, last int // lines
	used       bool
}

// silence marks the findings that comments silence, and adds what is to be said
// about the comments: that they are written wrongly, have expired or silence
// nothing.
func silence(findings []diag.Finding, in Input, s *severities) []diag.Finding {
	allowances, remarks := readAllows(in)
	for i := range findings {
		f := &findings[i]
		if f.Class == diag.ClassForm {
			continue
		}
		for _, a := range allowances[f.Path] {
			if a.id.V != f.Rule || f.Line < a.from || f.Line > a.last {
				continue
			}
			a.used = true
			if f.Suppression == nil {
				f.Suppression = &diag.Suppression{By: diag.ByComment, Reason: a.Reason, Until: a.Until.V}
			}
		}
	}
	for i := range in.Allows {
		for _, a := range allowances[in.Allows[i].File.Name] {
			if a.Allow == &in.Allows[i] && !a.used && !s.off(a) && !in.unanswered(a.id.V) {
				remarks = append(remarks, remarkOn(a.Allow, &unusedAllow, a.id.Span).Says(
					"this comment silences "+quote(a.id.V)+", and there is nothing to silence",
					"Delete it"+others(a.Allow)+"."))
			}
		}
	}
	return append(findings, s.placeAll(wanted(remarks, in.Only))...)
}

// off reports whether the rule of a comment is switched off at its place: it did not
// look, so that nobody knows whether there is something to silence.
func (s *severities) off(a *allowance) bool {
	rule, known := ByID(a.id.V)
	severity, configured := s.configured(a.id.V, a.File.Name)
	return known && rule.Class == diag.ClassRules && configured && severity == diag.Off
}

// others is what stays when one of several ids of a comment is deleted.
func others(a *diag.Allow) string {
	if len(a.Rules) > 1 {
		return " from the list"
	}
	return ""
}

// wanted are the remarks of rules that run.
func wanted(remarks []Remark, only func(diag.Rule) bool) []Remark {
	return slices.DeleteFunc(remarks, func(m Remark) bool { return only != nil && !only(m.rule.Rule) })
}

// readAllows sorts the comments into those that silence something, by path, and
// remarks on the others.
func readAllows(in Input) (map[string][]*allowance, []Remark) {
	allowances := make(map[string][]*allowance)
	var remarks []Remark
	var pages source.Pages
	for i := range in.Allows {
		a := &in.Allows[i]
		if a.Problem != "" {
			remarks = append(remarks, remarkOn(a, &brokenAllow, a.Span).Says(a.Problem, a.Hint))
			continue
		}
		if expired, remark := expiry(a, in.At); expired {
			remarks = append(remarks, remark)
			continue
		}
		lines := pages.Of(a.File)
		for _, id := range a.Rules {
			rule, known := ByID(id.V)
			switch {
			case !known:
				remarks = append(remarks, remarkOn(a, &unknownRule, id.Span).Says("there is no rule "+quote(id.V), meant(id.V)))
			case rule.Class == diag.ClassForm:
				remarks = append(remarks, remarkOn(a, &brokenAllow, id.Span).Says(
					quote(id.V)+" cannot be silenced: what breaks the form of a file, such as a key that names a person, is always an error",
					"Correct what the rule finds, and delete it from the comment."))
			case in.Only == nil || in.Only(rule.Rule):
				allowances[a.File.Name] = append(allowances[a.File.Name], &allowance{
					Allow: a, id: id, from: lines.Position(a.Covers.Start).Line, last: lines.Position(a.Covers.End).Line,
				})
			}
		}
	}
	return allowances, remarks
}

// expiry reports whether a comment silences no longer, and says so. One with a
// day that does not exist never did.
func expiry(a *diag.Allow, at okr.Date) (bool, Remark) {
	if !a.Until.Written() {
		return false, Remark{}
	}
	until, err := okr.ParseDate(a.Until.V)
	switch {
	case err != nil:
		return true, remarkOn(a, &brokenAllow, a.Until.Span).Says(quote(a.Until.V)+" is no day of the calendar", "Write year-month-day, such as until 2026-09-30.")
	case until < at:
		return true, remarkOn(a, &expiredAllow, a.Until.Span).Says(
			"this comment silenced "+strings.Join(namesOf(a), " and ")+" until "+a.Until.V+", and that day is over",
			"Correct what it silenced and delete it, or give it a later day and a reason that still holds.")
	}
	return false, Remark{}
}

func namesOf(a *diag.Allow) []string {
	var names []string
	for _, id := range a.Rules {
		names = append(names, quote(id.V))
	}
	return names
}

func remarkOn(a *diag.Allow, rule *Rule, span source.Span) Remark {
	return Remark{rule: rule, File: a.File, Span: span}
}
