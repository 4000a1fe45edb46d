package lint

import (
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/cascade"
	"github.com/okrs-as-code/okrs/okr/diag"
)

var passThroughKR = Rule{
	Rule: diag.Rule{ID: "pass-through-kr", Category: diag.Alignment, Class: diag.ClassRules, Severity: diag.Info,
		Summary: "The same key result in an objective and in the one that it supports."},
	Why: "A number that is written on two levels is counted twice and kept up to date in one of them. " +
		"Some organisations accept that so that every level has its page; a shared key result gives them both without the copy.",
	Source: "GitLab handbook (which accepts it and says why); WorkFuze, on aligning OKRs",
	About:  Files,
	Bad: []string{companyNight + `
-- okrs/2026-Q4/checkout.yaml --
version: 1
team: checkout
cycle: 2026-Q4
objectives:
  - id: berth
    title: Travellers find their berth without asking
    commitment: aspirational
    supports: [company/2026-Q4/night-trains]
    key_results:
      - id: slept
        title: Guests who say that they slept well rise from 48 to 62 percent
        metric: {unit: percent, baseline: 48, target: 62, source: morning survey}
` + berthResults},
	Good: []string{strings.Replace(companyNight, "source: morning survey}\n", "source: morning survey}\n        shared_with: [checkout]\n", 1) + `
-- okrs/2026-Q4/checkout.yaml --
version: 1
team: checkout
cycle: 2026-Q4
objectives:
  - id: berth
    title: Travellers find their berth without asking
    commitment: aspirational
    supports: [company/2026-Q4/night-trains]
    key_results:
      - ref: company/2026-Q4/night-trains/rested
` + berthResults},
	Since: edition,
	Check: checkPassThrough,
}

// passed is what makes a key result the same on two levels, but for the target.
type passed struct {
	about uint64 // the sum of the bag
	unit  string
}

func (r *Reading) passedBy(k *okr.KeyResult) passed {
	if k.Body == nil || k.IsRef() || k.Guardrail.V {
		return passed{}
	}
	f := r.facts(k)
	if len(f.about) == 0 {
		return passed{}
	}
	return passed{f.about.Sum(), f.unit}
}

// sameLevels reports whether two key results of one unit lead to the same level, or hold
// the same ones.
func sameLevels(a, b *okr.KeyResult) bool {
	one, two := a.Metric.Definition(), b.Metric.Definition()
	if target := one.ResolvedTarget(); target != nil || two.ResolvedTarget() != nil {
		return sameNumber(target, two.ResolvedTarget())
	}
	return sameNumber(one.Low, two.Low) && sameNumber(one.High, two.High)
}

func checkPassThrough(r *Reading, say Say) {
	g := r.Graph()
	known := make(map[*cascade.Node]map[passed]*cascade.Node)
	above := func(parent *cascade.Node) map[passed]*cascade.Node {
		if known[parent] == nil {
			known[parent] = make(map[passed]*cascade.Node, len(parent.Results))
			for _, k := range parent.Results {
				if p := r.passedBy(k.KeyResult); p != (passed{}) && !k.Stopped {
					known[parent][p] = k
				}
			}
		}
		return known[parent]
	}
	for _, n := range g.Nodes {
		if n.Kind != cascade.Objective || n.Stopped || !r.in(n) {
			continue
		}
		parents := g.Parents(n)
		if len(parents) == 0 {
			continue
		}
		for _, k := range n.Results {
			p := r.passedBy(k.KeyResult)
			if k.Stopped || p == (passed{}) {
				continue
			}
			for _, parent := range parents {
				of := above(parent)[p]
				if of == nil || of.Team == n.Team || !sameLevels(k.KeyResult, of.KeyResult) || offers(of.KeyResult, n.Team) || offers(k.KeyResult, of.Team) {
					continue
				}
				say(r.passedOn(k, of))
				break
			}
		}
	}
}

// passedOn is the remark about a key result that stands one level up as well. Only
// within one cycle can it be shared.
func (r *Reading) passedOn(k, of *cascade.Node) Remark {
	hint := "Leave it to " + nameOf(of.Team) + " and write the step towards it that " + nameOf(k.Team) + " can move"
	if k.Cycle == of.Cycle {
		hint += "; or share it: " + example("shared_with: ["+k.Team.ID.V+"]") + " at " + of.Address() + ", and " + example("- ref: "+of.Address()) + " in place of this one"
	}
	return OnKeyResult(k.KeyResult).Says(
		named(k.KeyResult.Title)+" is also a key result of "+nameOf(of.Team)+", in the objective that this one supports", hint+".").
		besideNode("the same key result", of)
}

// offers reports whether a key result is offered to a team.
func offers(k *okr.KeyResult, to *okr.Team) bool {
	if k.Body == nil {
		return false
	}
	for _, team := range k.SharedWith {
		if team.V == to.ID.V {
			return true
		}
	}
	return false
}
