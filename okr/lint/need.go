package lint

import (
	"slices"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
)

// Need is what a rule looks at beyond the files as they are.
type Need string

// Past is the need of rules that compare the files with what they said before. The
// zero Need is satisfied with the files.
const Past Need = "past"

// Unanswered are the ids of the rules that an input asks for and that do not run
// because it has no history, in the order of [Rules]; none where it has one. A rule
// that the workspace sets off everywhere is not asked for.
func Unanswered(in Input) []string {
	if in.Past != nil {
		return nil
	}
	s := newSeverities(in.Workspace, in.At)
	var ids []string
	for _, rule := range chosen(in.Only) {
		if rule.Needs == Past && s.heard(rule.ID) {
			ids = append(ids, rule.ID)
		}
	}
	return ids
}

// heard reports whether a rule is told anywhere in the workspace.
func (s *severities) heard(id string) bool {
	if severity, configured := s.rules[id]; !configured || severity != diag.Off {
		return true
	}
	return slices.ContainsFunc(s.overrides, func(o override) bool {
		severity, configured := o.rules[id]
		return configured && severity != diag.Off
	})
}

// answerable are the rules that can run on the input.
func (in *Input) answerable(rules []Rule) []Rule {
	if in.Past != nil {
		return rules
	}
	return slices.DeleteFunc(rules, func(rule Rule) bool { return rule.Needs == Past })
}

// unanswered reports whether a rule did not look for lack of a history, so that
// nobody knows whether there is something to silence.
func (in *Input) unanswered(id string) bool {
	rule, known := ByID(id)
	return in.Past == nil && known && rule.Needs == Past
}

// refused are the names of the files of which a part cannot be used. What they do
// not seem to say any more may well stand there, written wrongly.
func refused(found []diag.Finding) map[string]bool {
	var names map[string]bool
	for i := range found {
		if found[i].Class == diag.ClassForm {
			if names == nil {
				names = make(map[string]bool)
			}
			names[found[i].Path] = true
		}
	}
	return names
}

// usable reports whether all that a document says can be used.
func (r *Reading) usable(d *okr.Document) bool {
	return !d.Outline && len(d.LeftOut) == 0 && !r.refused[d.File.Name]
}
