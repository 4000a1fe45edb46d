// Package okr is the vocabulary: what an organisation's objectives and key
// results are once they have been read.
//
// A Workspace is a value. It is read once and never changed; everything that
// the program computes is a reading of it at a date. The only actor in it is a
// Team: nothing here can hold a person. Every leaf remembers where it was
// written, as a source.At, so that every number can be explained back to a
// file and a line.
package okr

import (
	"iter"

	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/source"
)

// Text is a word or a sentence and the place where it is written.
type Text = source.At[string]

// Number is an exact number and the place where it is written.
type Number = source.At[metric.Number]

// Day is a civil date and the place where it is written.
type Day = source.At[Date]

// Workspace is everything that the files of an organisation say.
type Workspace struct {
	Organization string
	// File is okr.yaml.
	File     *source.File
	Settings Settings
	// Teams are in the order of the tree: each parent before its children,
	// siblings as the register lists them.
	Teams []*Team
	// Cycles are those that documents or okr.yaml name, by start, then longest first.
	Cycles []*Cycle
	// Documents are by cycle, then by team, both in the orders above.
	Documents []*Document

	index *index
}

// Team is an entry of the register: the only actor there is.
type Team struct {
	ID, Name, Contact, Handle Text
	Size                      source.At[int]
	Products                  []Text
	Parent                    *Team
	ParentID                  Text
	Children                  []*Team
	// Depth is 0 for a team without a parent.
	Depth int
}

// Document is what one team wrote for one cycle.
type Document struct {
	File       *source.File
	TeamID     Text
	CycleID    Text
	Team       *Team
	Cycle      *Cycle
	Objectives []*Objective
	// Stopped objectives were given up as a whole: each has a Cancelled.
	Stopped       []*Objective
	Retrospective *Retrospective
	// LeftOut stands in the file and cannot be used: it has no place among the
	// objectives, counts nowhere, and only its sentences are worth reading.
	LeftOut []LeftOut
	// Outline says that only identity, titles and links were kept: the key
	// results have no Body. Documents outside the asked cycles are outlines.
	Outline bool
}

// LeftOut is a key result that cannot be used, or an objective, with its key
// results, where KeyResult is nil. Any part of it may be missing.
type LeftOut struct {
	Objective *Objective
	KeyResult *KeyResult
}

// Retrospective is what a team takes from a cycle: a few sentences, or the three
// answers, or a Link to notes kept elsewhere.
type Retrospective struct {
	Span                       source.Span
	Text                       Text
	Believed, Happened, Change Text
	Link                       Text
}

// Address is team/cycle.
func (d *Document) Address() string { return d.TeamID.V + "/" + d.CycleID.V }

// All are the objectives of the document, the stopped ones last.
func (d *Document) All() []*Objective {
	if len(d.Stopped) == 0 {
		return d.Objectives
	}
	return append(append([]*Objective{}, d.Objectives...), d.Stopped...)
}

// Every goes through the objectives of the document, the stopped ones last.
func (d *Document) Every() iter.Seq[*Objective] {
	return func(yield func(*Objective) bool) {
		for _, o := range d.Objectives {
			if !yield(o) {
				return
			}
		}
		for _, o := range d.Stopped {
			if !yield(o) {
				return
			}
		}
	}
}

// Commitment says how an outcome is to be read: 0.7 of something aspirational is
// a success, anything below 1 of something committed needs an explanation.
type Commitment string

// The commitments. There is no default.
const (
	Committed    Commitment = "committed"
	Aspirational Commitment = "aspirational"
)

// Objective is what a team wants to change, in words.
type Objective struct {
	Span       source.Span
	Document   *Document
	ID, Title  Text
	Commitment source.At[Commitment]
	Weight     Number // at least 0; 1 where it is not written
	Supports   []Link
	Amendments []Amendment
	KeyResults []*KeyResult
	Cancelled  *Cancellation // of a stopped objective
	*Background
}

// Background is what an objective says beside its name and its results. It is
// never nil in a workspace that was loaded: objectives that say nothing of it
// share an empty one.
type Background struct {
	WhyNow      Text
	DependsOn   []Dependency
	Enables     []Enable
	CarriedFrom *Link // nil where it continues nothing
	Was         Text
	Initiatives []Text
}

// Address is team/cycle/objective.
func (o *Objective) Address() string {
	return o.Document.TeamID.V + "/" + o.Document.CycleID.V + "/" + o.ID.V
}

// KeyResult is how a team will know. In an outline it has no Body.
type KeyResult struct {
	Span      source.Span
	Objective *Objective
	ID, Title Text
	*Body
}

// Body is what a key result says beside its name.
type Body struct {
	Metric Metric
	// Guardrail key results are watched, never averaged.
	Guardrail   source.At[bool]
	Indicator   Text
	Weight      Number
	Starts      Day
	CheckIns    []CheckIn // by date, then by position in the file
	Amendments  []Amendment
	Cancelled   *Cancellation
	Outcome     *Outcome
	Initiatives []Text
	Links
}

// Links are what a key result says about others.
type Links struct {
	// Ref lists a key result that another team's file defines; a key result with
	// a Ref has only that and perhaps a weight.
	Ref         Link
	SharedWith  []Text // ids of teams
	DependsOn   []Dependency
	Enables     []Enable
	CarriedFrom *Link // nil where it continues nothing
	Was         Text
}

// IsRef reports whether the key result lists one that another team defines.
func (k *KeyResult) IsRef() bool { return k.Body != nil && k.Ref.Address.Written() }

// Definition is the key result that defines this one: itself, or for a
// reference what it refers to; nil where the reference leads nowhere.
func (k *KeyResult) Definition() *KeyResult {
	if k.IsRef() {
		return k.Ref.KeyResult
	}
	return k
}

// Address is team/cycle/objective/key-result; a reference has the address of
// the definition, since the two are one key result.
func (k *KeyResult) Address() string {
	if k.IsRef() {
		return k.Ref.Address.V
	}
	o := k.Objective // one text, and none for each part of it
	return o.Document.TeamID.V + "/" + o.Document.CycleID.V + "/" + o.ID.V + "/" + k.ID.V
}

// Link is an address that was written and what it resolved to: the most
// specific of Document, Objective and KeyResult is set with those above it. All
// are nil where the address leads nowhere; loading has said so then.
type Link struct {
	Address   Text
	Team      *Team
	Cycle     *Cycle
	Document  *Document
	Objective *Objective
	KeyResult *KeyResult
}

// Dependency is what a team needs from another team, or from Outside.
type Dependency struct {
	Span     source.Span
	On       Link
	Outside  Text
	NeededBy Day
	Note     Text
}

// Enable is the answer to a dependency: a promise by a date, or a refusal with
// its reason.
type Enable struct {
	Span     source.Span
	For      Link
	By       Day
	Declined Text
}

// Amendment is a change after publication that is made in the open. From and To
// are as written: a scalar's text, or the words of a list.
type Amendment struct {
	Span     source.Span
	Date     Day
	Field    Text
	From, To Value
	Reason   Text
}

// Value is something written whose type depends on what it belongs to.
type Value struct {
	Span source.Span
	// Text is the scalar as written; empty for a list.
	Text   string
	Number *metric.Number // set when the scalar is a number
	Yes    *bool          // set when the scalar is true or false
	Stages []metric.Stage // set for a list of stages
	Phases []Phase        // set for a list of phases
}

// Cancellation ends a key result or an objective before its time.
type Cancellation struct {
	Span   source.Span
	Date   Day
	Reason Text
}

// Outcome is what a team writes at the close: why it ended there and what was learned.
type Outcome struct {
	Span       source.Span
	Reason     Text // market_shifted, estimate_wrong, dependency_failed, deprioritised, not_measurable or other
	Dependency Text // the address of the dependency that failed
	Learned    Text
	Postmortem Text
}

// CheckIn is one reading, one forecast, or both.
type CheckIn struct {
	Span       source.Span
	Date       Day
	Value      *Value // nil where the check-in gives confidence alone
	Confidence Number // 0…10
	Note       Text
	BlockedBy  Text
}
