// Package lint finds what makes objectives and key results fail, says why it
// matters, and offers a way to write it better in the team's own words.
//
// A rule is one literal in a file named after it and one line in [Rules]; what
// explains a rule, what is printed with a finding and what tests try out is the
// same literal. Some rules read one sentence, and what the sentence says is the
// business of package language; others read the workspace: how many, who supports
// whom, when something was last heard. Rules never look at how high a score is
// without asking what was promised, and never at who wrote a line.
package lint

import (
	"slices"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/language"
)

// Rule is one thing that can be wrong with objectives and key results.
type Rule struct {
	diag.Rule

	Why    string // the harm, in a few sentences
	Source string // whose insight it is: an author with a book, a guide, a study
	// About is what Bad and Good are examples of. The first Bad example is flagged by
	// the rule, each Good one is silent under all rules. Of what can only be seen beside
	// other lines, whose examples are Files, a sentence alone is told nothing. Files may
	// have a past: their names then say "as committed on" a day, and a section "the tag okr/2026-Q3 of" a day
	// stands for a tag.
	About Kind
	Bad   []string
	Good  []string
	Since int // the edition of the rules that brought it, from 1

	// Varies are the places where the rule is graver or milder than its Severity. It has
	// no severity but these, whatever is found; a draft and what is configured aside.
	Varies []Variation

	// Needs is what the rule looks at beyond the files; without it, it does not run.
	Needs Need

	// AtPublish makes the rule one step milder while a cycle is a draft, so that
	// writing is not punished.
	AtPublish bool

	// A rule has Advise, Check or both, unless the reading of files itself finds it.

	// Advise speaks about a sentence in which language found the sign of the rule's
	// id: what is wrong, with the words that decided in quotes, and the one thing to
	// do about it; the hint may be empty.
	Advise func(Said) (message, hint string)
	// Weigh says how grave the sign is where the sentence stands in a file: in a key
	// result or an objective, whichever the rule is about. Elsewhere, and where it is
	// nil, what the sentence alone says holds. Off is silence.
	Weigh func(Context, diag.Severity) diag.Severity
	// Check looks at the workspace and says what it finds, in any order.
	Check func(*Reading, Say)
}

// Variation is a place where a rule is graver or milder than usual.
type Variation struct {
	Severity diag.Severity
	Where    string // as it goes on after the severity: "in an objective", "for a target that is higher"
	// In is the kind of statement of which that always holds; empty where the rule looks
	// more closely.
	In Kind
}

// Severities are all that the rule can have, its usual one first.
func (r Rule) Severities() []diag.Severity {
	all := []diag.Severity{r.Severity}
	for _, v := range r.Varies {
		if !slices.Contains(all, v.Severity) {
			all = append(all, v.Severity)
		}
	}
	return all
}

// Said is what a rule can speak about.
type Said struct {
	Text      string
	Kind      Kind
	Sign      language.Sign
	Statement language.Statement

	effected *Said // the clause of effect, read on its own; nil where there is none
}

// Context is where in the files a sentence stands.
type Context struct {
	Reading   *Reading
	Document  *okr.Document
	Objective *okr.Objective // nil for a retrospective
	KeyResult *okr.KeyResult // nil where the sentence is not a key result's
	Sign      language.Sign
}

// Kind is what a statement is meant to be.
type Kind string

// The kinds of statement; Files are examples of several lines in files.
const (
	KeyResult Kind = "key-result"
	Objective Kind = "objective"
	Note      Kind = "note"
	Files     Kind = "files"
)

// Kinds lists the kinds of statement, the usual one first.
func Kinds() []Kind { return []Kind{KeyResult, Objective, Note} }

// edition is the edition of the rules of this package.
const edition = 1
