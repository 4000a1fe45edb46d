// Package diff reads what a change means: two states of a workspace, compared by
// identity and not by line, in the words of objectives and key results.
//
// What was moved or renamed stays itself, and what was only written differently is
// no change. Each change has a verdict that knows which way a target points. The
// change of a score is split exactly into what the definitions did and what the
// readings did.
package diff

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/source"
)

// Reading is what changed between two states of a workspace.
type Reading struct {
	Before, After *okr.Workspace
	AsOf          okr.Date // both sides are read at this date

	Changes []*Change // by cycle, team, and place in the file; those of okr.yaml first
	// Blast is who else is concerned: what the changes reach beyond the files in
	// which they stand.
	Blast       Blast
	Attribution []Attribution // of each team and cycle that a change touches, in the order of cycles and teams

	// Cycle is the cycle that Total is about: the asked one, else the one that a
	// reading without a choice would be about, of those that the change touches;
	// nil where it touches none.
	Cycle *okr.Cycle
	// Total is the mean of the touched teams' objectives in the Cycle, split likewise.
	Total Split
	// Others are the totals of those two other cycles in which a change has moved the
	// score of a team furthest, in the order of cycles, and More is how many more there
	// are. One of more than five hundred touched teams is never among the two: the exact
	// mean of so many takes longer than all else.
	Others []CycleSplit
	More   int
}

// CycleSplit is the split of the mean of the touched teams' objectives in a cycle.
type CycleSplit struct {
	Cycle *okr.Cycle
	Split
}

// Kind is what a change is about.
type Kind string

// The kinds of things that change.
const (
	Objective Kind = "objective"
	KeyResult Kind = "key_result"
	CheckIn   Kind = "check_in"
	Amendment Kind = "amendment"
	Link      Kind = "link"
	Policy    Kind = "policy"
	Document  Kind = "document"
)

// Verdict is what a change does.
type Verdict string

// The verdicts. Eased and Hardened know which way the target points; Neutral is a
// definition that is neither. What was stopped and is taken up again counts as Added,
// a check-in that is no longer there as Dropped.
const (
	Eased             Verdict = "eased"
	Hardened          Verdict = "hardened"
	Neutral           Verdict = "neutral"
	Rescoped          Verdict = "re-scoped"
	Dropped           Verdict = "dropped"
	Added             Verdict = "added"
	Reworded          Verdict = "reworded"
	CheckedIn         Verdict = "checked-in"
	BaselineRewritten Verdict = "baseline-rewritten"
	UnitChanged       Verdict = "unit-changed"
	Reweighted        Verdict = "re-weighted"
	Realigned         Verdict = "re-aligned"
	Moved             Verdict = "moved"
	Cancelled         Verdict = "cancelled"
	PolicyChanged     Verdict = "policy"
)

// Change is one thing that is different.
type Change struct {
	Kind    Kind
	Verdict Verdict
	Address string // of the thing after the change; before it where it is gone; the path of the file for a policy
	Field   string // what of it changed, by the name that stands in the file: target, title, supports; empty for a thing as a whole

	// Before and After are the values as they are written, as people read them; nil
	// where there is none.
	Before, After *string
	// NumberBefore and NumberAfter are the numbers in them, of fields and readings that
	// have one; nil where they have none.
	NumberBefore, NumberAfter *metric.Number

	Message string // one sentence without the address: what changed and, where that can be said, how much of the stretch

	// Stretch is how much of the way from baseline to target was given away, positive
	// where the target was eased and negative where it was hardened: a share of the
	// way there was before (Before is 0.29 for a target that came 29 % nearer). Nil
	// where there is no such way.
	Stretch *metric.Number

	// Place is where the change can be seen: in After, or in Before for what is gone.
	Place Place
	// Reason is the amendment's, or the cancellation's, that declares the change;
	// empty where none does.
	Reason string
	// Declared reports whether an amendment or a cancellation in the file says so.
	Declared bool
	// Late reports whether the cycle had been published when the change was made, so
	// that it needs a declaration: the date lies after the grace, or Options.Settled
	// says so.
	Late bool

	// The things themselves, nil where there is none on that side.
	ObjectiveBefore, ObjectiveAfter *okr.Objective
	KeyResultBefore, KeyResultAfter *okr.KeyResult
	Team                            *okr.Team  // whose document it is in; nil for a policy
	Cycle                           *okr.Cycle // of that document; nil for a policy

	documentBefore, documentAfter *okr.Document
}

// Place is where something stands in a file.
type Place struct {
	File   *source.File
	Span   source.Span
	Before bool // the file as it was before the change
}

// Blast is whom a change concerns beyond the team that makes it.
type Blast struct {
	Reaches []Reach     // by the address of what changed
	Teams   []*okr.Team // other than those that change their own documents, which should read it; in the order of the tree
}

// Reach is a thing elsewhere that leans on what changed.
type Reach struct {
	Changed string // address
	By      string // address of what leans on it
	Team    *okr.Team
	How     Relation
}

// Relation is how one thing leans on another.
type Relation string

// The relations: By supports, shares, depends on or is asked by what changed, or
// stands in a cycle after it and continues it.
const (
	Supports  Relation = "supports"
	Shares    Relation = "shares"
	DependsOn Relation = "depends_on"
	Promised  Relation = "enables"
	Carries   Relation = "carried_from"
)

// Split is the change of a score, 0…1, in two parts: Definition is what the edits of
// definitions did, Progress what the readings did. They sum exactly to the
// difference; a missing score counts as 0 in them.
//
//	definition = f(new definition, old readings) − f(old definition, old readings)
//	progress   = f(new definition, new readings) − f(new definition, old readings)
type Split struct {
	Before, After        *metric.Number // nil where nothing counts
	Definition, Progress metric.Number
}

// Moved reports whether anything moved the score, or gave or took it altogether.
func (s Split) Moved() bool {
	return (s.Before == nil) != (s.After == nil) || !s.Definition.IsZero() || !s.Progress.IsZero()
}

// Attribution is the split of a team's score in a cycle.
type Attribution struct {
	Team  *okr.Team
	Cycle *okr.Cycle
	Split
	// KeyResults are the team's key results whose scores changed, by address; they
	// explain the team's split and need not sum to it. One that left the mean it was in,
	// or joined it, has a score on that side alone.
	KeyResults []KeyResultSplit
}

// KeyResultSplit is the split of one key result's score.
type KeyResultSplit struct {
	Address string
	Split
}
