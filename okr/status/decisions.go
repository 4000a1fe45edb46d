package status

import (
	"slices"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/cascade"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/score"
)

// Reason is a word for why something needs a decision.
type Reason string

// The reasons, in the order in which they are given.
const (
	// Escalate: a commitment at a confidence below 7. To say so at once is what
	// Google's playbook expects.
	Escalate Reason = "escalate"
	OffPace  Reason = "off_pace"
	// Broken is a guardrail whose bound does not hold.
	Broken Reason = "guardrail_broken"
	// Blocked: the latest check-in waits for something.
	Blocked Reason = "blocked"
	// NoBaseline: what is measured moves from nowhere.
	NoBaseline Reason = "no_baseline"
	// Unmeasured: the cycle has ended without a reading.
	Unmeasured Reason = "unmeasured"
	// Unanswered, Late and Declined are dependencies: without an answer after the grace
	// or shortly before it is needed, or answered so that something else has to happen.
	Unanswered Reason = "unanswered"
	Late       Reason = "late"
	Declined   Reason = "declined"
)

// Decision is something that somebody has to decide, all reasons together.
type Decision struct {
	// Subject is what it is about. Where only asks are, it is no more than the team.
	Subject
	Reasons []Reason // those of the asks included
	Asks    []Ask
	// BlockedBy is what the latest check-in waits for.
	BlockedBy string
}

// Ask is a dependency that is due, and why.
type Ask struct {
	*cascade.Ask
	Reason Reason
}

// Address is that of the key result or of the objective that it is about.
func (d *Decision) Address() string {
	if d.Objective == nil {
		return d.Asks[0].From.Address()
	}
	return d.Subject.Address()
}

// Title is the sentence of it.
func (d *Decision) Title() string {
	if d.Objective == nil {
		return d.Asks[0].From.Title()
	}
	return d.Subject.Title()
}

// doubt is the confidence below which a commitment needs help.
func doubt() metric.Number { return metric.Int(7) }

// decisions are by team in the order of the tree: what its own key results ask, in the
// order of its file, and then what objectives and others ask of teams.
func (r *reader) decisions() []Decision {
	var found []Decision
	asks := r.asks()
	next := 0
	for _, team := range r.ws.Teams {
		for ; next < len(r.subjects) && r.subjects[next].Team == team; next++ {
			s := r.subjects[next]
			d := Decision{Subject: s, Reasons: r.reasons(s)}
			if heard := s.KeyResult.Heard; heard != nil {
				d.BlockedBy = heard.BlockedBy.V
			}
			asks = d.take(asks, func(a Ask) bool { return a.From.KeyResult != nil && a.From.KeyResult == s.KeyResult.Listed })
			if len(d.Reasons) > 0 {
				found = append(found, d)
			}
		}
		for {
			from := slices.IndexFunc(asks, func(a Ask) bool { return a.From.Team == team })
			if from < 0 {
				break
			}
			node := asks[from].From
			d := Decision{Subject: Subject{Team: team}}
			asks = d.take(asks, func(a Ask) bool { return a.From == node })
			found = append(found, d)
		}
	}
	return found
}

// take makes some of the asks part of the decision, and gives back the others.
func (d *Decision) take(asks []Ask, ours func(Ask) bool) []Ask {
	var others []Ask
	for _, a := range asks {
		if !ours(a) {
			others = append(others, a)
			continue
		}
		d.Asks = append(d.Asks, a)
		if !slices.Contains(d.Reasons, a.Reason) {
			d.Reasons = append(d.Reasons, a.Reason)
		}
	}
	return others
}

// reasons are those that a key result gives. A draft has only what should be said
// before it is published.
func (r *reader) reasons(s Subject) []Reason {
	k := s.KeyResult
	if !open(k) {
		return nil
	}
	var found []Reason
	note := func(reason Reason, is bool) {
		if is {
			found = append(found, reason)
		}
	}
	early, ended := r.during() || r.read.State == okr.Draft, r.read.State >= okr.Closing
	reached := k.Score != nil && k.Score.Cmp(metric.Int(1)) >= 0
	note(Escalate, early && k.Counts && !reached && s.Objective.Commitment == okr.Committed &&
		k.Confidence != nil && k.Confidence.Cmp(doubt()) < 0)
	note(OffPace, r.during() && k.Counts && k.Pace != nil && k.Pace.Status == score.Off)
	note(Broken, r.read.State != okr.Closed && k.Official.Guardrail && k.Holds != nil && !*k.Holds)
	note(Blocked, early && !reached && k.Heard != nil && k.Heard.BlockedBy.V != "")
	note(NoBaseline, r.read.State != okr.Closed && baseless(k))
	note(Unmeasured, ended && k.Unmeasured && (k.Counts || k.Official.Guardrail))
	return found
}

// baseless reports whether a key result has no baseline and needs one.
func baseless(k *score.KeyResult) bool {
	for _, p := range k.Wrong {
		if p.ID == metric.IDNoBaseline {
			return true
		}
	}
	return false
}

// ahead is how many days before something is needed a missing answer becomes urgent.
const ahead okr.Date = 14

// asks are the dependencies of the cycle that are due, of the teams of the reading or
// to them. An open one is due once the targets are settled. A late or declined one
// asks for another way from a fortnight before it is needed until one round of
// check-ins later.
func (r *reader) asks() []Ask {
	if r.read.State >= okr.Closing {
		return nil
	}
	ours := make(map[*okr.Team]bool)
	for _, t := range r.read.Teams {
		ours[t.Team] = true
	}
	for _, t := range r.read.Without {
		ours[t] = true
	}
	var found []Ask
	for _, u := range cascade.Read(r.ws, r.read.Cycle, r.at).Unmatched() {
		needed := u.NeededBy
		soon := needed <= r.at+ahead
		switch {
		case u.Dangling || u.From.Cycle == nil || u.From.Cycle.ID != r.read.Cycle.ID || !ours[u.From.Team] && !ours[u.Team]:
		case u.State == cascade.Open && (soon || r.at > r.read.Cycle.PublishBy()):
			found = append(found, Ask{u.Ask, Unanswered})
		case !soon || needed < r.at-okr.Date(r.every()):
		case u.State == cascade.Late:
			found = append(found, Ask{u.Ask, Late})
		case u.State == cascade.Declined:
			found = append(found, Ask{u.Ask, Declined})
		}
	}
	return found
}
