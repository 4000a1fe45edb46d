// Package lint turns what a statement says about itself into advice: one rule for
// each thing that goes wrong, with the reason why it matters and a way to say it
// better in the team's own words.
//
// A rule is one literal in a file named after it and one line in [Rules]; what
// explains a rule, what is printed with a finding and what tests try out is the
// same literal. Reading the statement is the business of package language.
package lint

import (
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/language"
)

// Rule is one thing that can be wrong with a statement.
type Rule struct {
	diag.Rule

	Why    string // the harm, in a few sentences
	Source string // whose insight it is: an author with a book, a guide, a study
	About  Kind   // what Bad and Good are examples of
	Bad    []string
	Good   []string
	Since  int // the edition of the rules that brought it, from 1

	// Advise says what is wrong, with the words that decided in quotes, and the one
	// thing to do about it; the hint may be empty.
	Advise func(Said) (message, hint string)
}

// Said is what a rule can speak about.
type Said struct {
	Text      string
	Kind      Kind
	Sign      language.Sign
	Statement language.Statement
}

// Kind is what a statement is meant to be.
type Kind string

// The kinds of statement.
const (
	KeyResult Kind = "key-result"
	Objective Kind = "objective"
	Note      Kind = "note"
)

// Kinds lists the kinds of statement, the usual one first.
func Kinds() []Kind { return []Kind{KeyResult, Objective, Note} }

// edition is the edition of the rules of this package.
const edition = 1
