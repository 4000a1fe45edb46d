package lint

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/language"
	"github.com/okrs-as-code/okrs/okr/source"
)

// Say takes what a rule has found.
type Say func(Remark)

// Remark is a finding on its way: it knows its place as offsets, and gets line,
// column and excerpt when it is sure to be told.
type Remark struct {
	File *source.File
	Span source.Span // the smallest stretch that shows what is meant: a title, a number, a link
	// Subject is the address of the smallest addressed thing; the path of the file
	// where it is empty.
	Subject string
	// Cycle is the cycle that the remark is about; nil where it is about none. While
	// it is a draft, rules at publish are milder.
	Cycle *okr.Cycle

	Message string // what is wrong, one or two sentences without a full stop at the end
	Hint    string // what to do
	// Severity is how grave this one is, where that differs from the rule's own.
	Severity diag.Severity
	Related  []Relation

	// words are the stretch of text, within what Span covers, that decided.
	words language.Span
	text  string
	rule  *Rule
}

// Relation is a second place that belongs to a remark.
type Relation struct {
	Message string
	File    *source.File
	Span    source.Span
}

// OnObjective is a remark about an objective, at its title.
func OnObjective(o *okr.Objective) Remark {
	return Remark{File: o.Document.File, Span: placeOf(o.Title, o.ID), Subject: o.Address(), Cycle: o.Document.Cycle}
}

// OnKeyResult is a remark about a key result, at its title; about a reference, at
// its address.
func OnKeyResult(k *okr.KeyResult) Remark {
	at := placeOf(k.Title, k.ID)
	if k.IsRef() {
		at = k.Ref.Address.Span
	}
	return Remark{File: k.Objective.Document.File, Span: at, Subject: k.Address(), Cycle: k.Objective.Document.Cycle}
}

// OnDocument is a remark about a document, at its team.
func OnDocument(d *okr.Document) Remark {
	return Remark{File: d.File, Span: d.TeamID.Span, Subject: d.Address(), Cycle: d.Cycle}
}

// OnTeam is a remark about an entry of the register, at its id.
func OnTeam(ws *okr.Workspace, t *okr.Team) Remark {
	return Remark{File: ws.File, Span: t.ID.Span}
}

// At is the remark at another place of the same file, if that is written.
func (r Remark) At(span source.Span) Remark {
	if !span.IsZero() {
		r.Span = span
	}
	return r
}

// Says is the remark with what is wrong and what to do.
func (r Remark) Says(message, hint string) Remark {
	r.Message, r.Hint = message, hint
	return r
}

// As is the remark with its own severity.
func (r Remark) As(severity diag.Severity) Remark {
	r.Severity = severity
	return r
}

// Beside is the remark with a second place.
func (r Remark) Beside(message string, file *source.File, span source.Span) Remark {
	r.Related = append(r.Related[:len(r.Related):len(r.Related)], Relation{message, file, span})
	return r
}

func placeOf(first, second okr.Text) source.Span {
	if first.Written() {
		return first.Span
	}
	return second.Span
}
