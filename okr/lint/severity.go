package lint

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/near"
	"github.com/okrs-as-code/okrs/okr/source"
)

// severities decides how grave a finding is in a workspace: what is configured for
// the path, later overrides before earlier ones, then for the workspace, then the
// rule's own, milder in drafts and for rules that are younger than the edition
// that the workspace has agreed to.
type severities struct {
	workspace *okr.Workspace
	at        okr.Date
	rules     map[string]diag.Severity
	overrides []override
	// matched remembers which overrides hold for a path.
	matched map[string][]int
}

type override struct {
	files []okr.Text
	rules map[string]diag.Severity
}

func newSeverities(ws *okr.Workspace, at okr.Date) *severities {
	s := &severities{workspace: ws, at: at, rules: read(ws.Settings.Lint.Rules), matched: make(map[string][]int)}
	for _, o := range ws.Settings.Lint.Overrides {
		s.overrides = append(s.overrides, override{o.Files, read(o.Rules)})
	}
	return s
}

func read(written map[string]okr.Text) map[string]diag.Severity {
	rules := make(map[string]diag.Severity, len(written))
	for id, word := range written {
		if severity, ok := diag.ParseSeverity(word.V); ok {
			rules[id] = severity
		}
	}
	return rules
}

// configured is what the files of the workspace set for a rule at a path.
func (s *severities) configured(id, path string) (diag.Severity, bool) {
	at, known := s.matched[path]
	if !known {
		for i, o := range s.overrides {
			if o.covers(path) {
				at = append(at, i)
			}
		}
		s.matched[path] = at
	}
	for _, i := range slices.Backward(at) {
		if severity, ok := s.overrides[i].rules[id]; ok {
			return severity, true
		}
	}
	severity, ok := s.rules[id]
	return severity, ok
}

// covers reports whether one of the globs matches a path.
func (o override) covers(path string) bool {
	return slices.ContainsFunc(o.files, func(glob okr.Text) bool { return doublestar.MatchUnvalidated(glob.V, path) })
}

// of is the severity of a remark. One of meaning is never milder than a warning.
func (s *severities) of(m *Remark) diag.Severity {
	if severity, ok := s.configured(m.rule.ID, m.File.Name); ok {
		if m.rule.Class == diag.ClassMeaning {
			return max(severity, diag.Warning)
		}
		return severity
	}
	severity := cmp.Or(m.Severity, m.rule.Severity)
	if m.rule.AtPublish && m.Cycle != nil && m.Cycle.State(s.at) == okr.Draft {
		severity = severity.Milder()
	}
	if agreed := s.workspace.Settings.Lint.Edition.V; agreed > 0 && m.rule.Since > agreed {
		return min(severity, diag.Info)
	}
	return severity
}

// Configured are findings of form and of meaning as a workspace weighs them: the
// severity of form is fixed, that of meaning is what is configured, and never
// milder than a warning.
func Configured(ws *okr.Workspace, found []diag.Finding) []diag.Finding {
	return newSeverities(ws, 0).meaning(found, nil)
}

// meaning is Configured for the rules that are wanted.
func (s *severities) meaning(found []diag.Finding, only func(diag.Rule) bool) []diag.Finding {
	findings := make([]diag.Finding, 0, len(found))
	for _, f := range found {
		if f.Class == diag.ClassForm {
			findings = append(findings, f)
			continue
		}
		if rule, known := diag.RuleByID(f.Rule); only != nil && known && !only(rule) {
			continue
		}
		if severity, ok := s.configured(f.Rule, f.Path); ok {
			f.Severity = max(severity, diag.Warning)
		}
		findings = append(findings, f)
	}
	return findings
}

// configuration says what is wrong with the settings of the rules themselves.
func (s *severities) configuration(only func(diag.Rule) bool) []diag.Finding {
	var remarks []Remark
	settings := s.workspace.Settings.Lint
	say := func(rule *Rule, span source.Span, message, hint string) {
		if only == nil || only(rule.Rule) {
			remarks = append(remarks, Remark{rule: rule, File: s.workspace.File, Span: span, Message: message, Hint: hint})
		}
	}
	check := func(written map[string]okr.Text) {
		for _, id := range slices.Sorted(maps.Keys(written)) {
			rule, known := ByID(id)
			switch {
			case !known:
				say(&unknownRule, written[id].Span, "there is no rule "+quote(id), meant(id))
			case rule.Class == diag.ClassForm:
				say(&unknownRule, written[id].Span, quote(id)+" is about the form of files and keeps its severity",
					"Delete the line: what breaks the form of a file, such as a key that names a person, is always an error.")
			case rule.Class == diag.ClassMeaning && tooMild(written[id].V):
				say(&unknownRule, written[id].Span, quote(id)+" is about the meaning of files and is never milder than a warning",
					"Write `"+id+": warning`, or delete the line.")
			}
		}
	}
	if agreed := settings.Edition; agreed.V > edition {
		say(&unknownRule, agreed.Span, "this program knows the rules up to edition "+strconv.Itoa(edition)+", and not edition "+strconv.Itoa(agreed.V),
			"Write `edition: "+strconv.Itoa(edition)+"`, or use a newer version of the program.")
	}
	check(settings.Rules)
	for _, o := range settings.Overrides {
		check(o.Rules)
	}
	return s.placeAll(remarks)
}

// tooMild reports whether a word is a severity that findings of meaning cannot have.
func tooMild(word string) bool {
	severity, ok := diag.ParseSeverity(word)
	return ok && severity < diag.Warning
}

// meant is the hint for an id that no rule has.
func meant(id string) string {
	hint := "`okr rules` lists them."
	if words := near.Words(id, IDs()); len(words) > 0 {
		hint = "Did you mean " + strings.Join(words, " or ") + "? " + hint
	}
	return hint
}
