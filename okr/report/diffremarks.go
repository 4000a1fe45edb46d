package report

import (
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/diff"
	"github.com/okrs-as-code/okrs/okr/source"
)

// remarks are the changes of definitions beside their lines. One that nobody declared
// is a warning; what was merely written differently needs no remark.
func (v *diffView) remarks() *Remarks {
	var pages source.Pages
	items := make([]diag.Finding, 0, len(v.definitions))
	for _, e := range v.definitions {
		items = append(items, v.remark(e, &pages))
	}
	return &Remarks{Items: items, Command: "okr diff"}
}

func (v *diffView) remark(e *edit, pages *source.Pages) diag.Finding {
	rule := diag.Rule{ID: string(e.Verdict), Category: e.traits().category, Class: diag.ClassRules, Severity: diag.Info}
	if e.undeclared() {
		rule.Severity = diag.Warning
	}
	file, span := e.visible()
	f := diag.Finding{Rule: rule.ID, Category: rule.Category, Class: rule.Class, Severity: rule.Severity}
	switch {
	case file != nil:
		f = diag.At(rule, v.options.Path(file.Name), pages.Of(file), span, "")
	case e.path() != "":
		f.Path = v.options.Path(e.path())
	}
	f.Message = e.Address + ": " + e.what()
	if e.Reason != "" {
		f.Message += " (" + e.declaration().Text + ")"
	}
	switch {
	case e.undeclared() && e.Kind == diff.Document:
		f.Hint = "keep the file and stop its objectives, each with a date and a reason"
	case e.undeclared() && e.Verdict == diff.Dropped:
		f.Hint = "keep it and add a cancellation with its date and reason"
	case e.undeclared():
		f.Hint = "add an amendment with its date and reason"
	}
	f.Subject = e.Address
	return f
}

// visible is where the change can be seen in the files as they are now: what is gone
// is looked for at the objective that it was in. No file where there is nothing left.
func (e *edit) visible() (*source.File, source.Span) {
	switch {
	case !e.Place.Before:
		return e.Place.File, e.Place.Span
	case e.ObjectiveAfter != nil && e.ObjectiveAfter.Document != nil:
		return e.ObjectiveAfter.Document.File, e.ObjectiveAfter.ID.Span
	default:
		return nil, source.Span{}
	}
}
