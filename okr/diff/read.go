package diff

import (
	"cmp"
	"slices"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/source"
)

// reader collects the changes between two states.
type reader struct {
	before, after *okr.Workspace
	at            okr.Date
	settled       func(*okr.Cycle) bool // see Options
	noPolicy      bool
	same          *identity
	order         *order
	changes       []*Change
	// touched are documents whose scores may move for a reason that is no change of
	// its own: a part of them could not be read on one side.
	touched map[place]bool
	// These have another share among their siblings after the change.
	reweightedObjectives map[*okr.Objective]bool
	reweightedKeyResults map[*okr.KeyResult]bool
}

// subject is what a change is about, on both sides; nil where there is nothing.
type subject struct {
	kind                            Kind
	documentBefore, documentAfter   *okr.Document
	objectiveBefore, objectiveAfter *okr.Objective
	keyResultBefore, keyResultAfter *okr.KeyResult
}

func aboutDocument(before, after *okr.Document) subject {
	return subject{kind: Document, documentBefore: before, documentAfter: after}
}

func aboutObjective(before, after *okr.Objective) subject {
	s := subject{kind: Objective, objectiveBefore: before, objectiveAfter: after}
	if before != nil {
		s.documentBefore = before.Document
	}
	if after != nil {
		s.documentAfter = after.Document
	}
	return s
}

func aboutKeyResult(before, after *okr.KeyResult) subject {
	var was, now *okr.Objective
	if before != nil {
		was = before.Objective
	}
	if after != nil {
		now = after.Objective
	}
	s := aboutObjective(was, now)
	s.kind, s.keyResultBefore, s.keyResultAfter = KeyResult, before, after
	return s
}

// gone reports whether nothing is left of the subject itself.
func (s subject) gone() bool {
	switch s.kind {
	case KeyResult:
		return s.keyResultAfter == nil
	case Objective:
		return s.objectiveAfter == nil
	}
	return s.documentAfter == nil
}

// address is that of the subject after the change, before it where it is gone. That
// of a reference is its objective's, which lists it.
func (s subject) address() string {
	d, o, k := s.documentAfter, s.objectiveAfter, s.keyResultAfter
	if s.gone() {
		d, o, k = s.documentBefore, s.objectiveBefore, s.keyResultBefore
	}
	switch {
	case s.kind == KeyResult && !k.IsRef():
		return k.Address()
	case s.kind != Document:
		return o.Address()
	}
	return d.Address()
}

// place is where the subject stands: its name.
func (s subject) place() (*okr.Document, source.Span) {
	d, o, k := s.documentAfter, s.objectiveAfter, s.keyResultAfter
	if s.gone() {
		d, o, k = s.documentBefore, s.objectiveBefore, s.keyResultBefore
	}
	switch {
	case s.kind == KeyResult && k.IsRef():
		return d, k.Ref.Address.Span
	case s.kind == KeyResult:
		return d, written(k.ID.Span, k.Span)
	case s.kind == Objective:
		return d, written(o.ID.Span, o.Span)
	}
	return d, d.TeamID.Span
}

func written(span, otherwise source.Span) source.Span {
	if span.IsZero() {
		return otherwise
	}
	return span
}

// note adds a change of the subject, which is complete but for what follows from
// the subject. The span is where it can be seen after the change; zero where it
// can only be seen at the subject as a whole.
func (r *reader) note(s subject, c Change, span source.Span) *Change {
	document, own := s.place()
	if s.gone() || span.IsZero() {
		span = own
	}
	c.Kind, c.Address = cmp.Or(c.Kind, s.kind), s.address()
	c.Place = Place{File: document.File, Span: span, Before: s.gone()}
	c.documentBefore, c.documentAfter = s.documentBefore, s.documentAfter
	c.ObjectiveBefore, c.ObjectiveAfter = s.objectiveBefore, s.objectiveAfter
	c.KeyResultBefore, c.KeyResultAfter = s.keyResultBefore, s.keyResultAfter
	c.Team, c.Cycle = r.order.team(document), r.order.cycle(document)
	c.Late = r.published(c.Cycle) && needsDeclaration(&c)
	r.changes = append(r.changes, &c)
	return &c
}

// published reports whether the definitions of a cycle are fixed: its grace is over, or
// something has ended it early.
func (r *reader) published(c *okr.Cycle) bool {
	return c != nil && (c.PublishBy() < r.at || r.settled != nil && r.settled(c))
}

// needsDeclaration reports whether an amendment or a cancellation could declare the
// change: it touches what was agreed.
func needsDeclaration(c *Change) bool {
	switch {
	case c.Kind == Document:
		return c.Verdict == Dropped
	case c.Kind != Objective && c.Kind != KeyResult:
		return false
	}
	switch c.Verdict {
	case Dropped, Cancelled:
		return true
	case Eased, Hardened, Neutral, Rescoped, BaselineRewritten, UnitChanged, Reweighted:
		return c.Field == "commitment" || c.Field == "weight" || slices.Contains(metricFields, c.Field)
	}
	return false
}

// sort brings the changes into the order of cycles and teams. Within a document they
// are in its order already.
func (r *reader) sort() {
	slices.SortStableFunc(r.changes, func(a, b *Change) int { return r.order.compare(a.Team, a.Cycle, b.Team, b.Cycle) })
}

// byPlace sorts the changes of one thing, from the given one on, by where they stand.
func (r *reader) byPlace(from int) {
	slices.SortStableFunc(r.changes[from:], func(a, b *Change) int {
		return cmp.Compare(a.Place.Span.Start, b.Place.Span.Start)
	})
}
