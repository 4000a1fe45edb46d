package load

import (
	"slices"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/source"
	"github.com/okrs-as-code/okrs/okr/tree"
)

func (d *decoder) keyResultList(n *tree.Node, o *okr.Objective) []*okr.KeyResult {
	items := d.items(n)
	list := d.keyResultRefs.take(len(items))[:0]
	for _, item := range items {
		k := d.keyResults.one()
		k.Objective = o
		if d.skip[item] || !d.keyResult(item, k) {
			d.leaveOut(item)
			d.gaps = append(d.gaps, gap{o.ID.V, k.ID.V, item.Pair("ref") != nil})
			if k.Body != nil && item.Pair("ref") == nil {
				d.leftOut(o, k)
			}
			continue
		}
		list = append(list, k)
	}
	return list
}

// leaveOut keeps the node of a key result from being used.
func (d *decoder) leaveOut(n *tree.Node) {
	if d.skip == nil {
		d.skip = make(map[*tree.Node]bool)
	}
	d.skip[n] = true
}

// keyResult reports whether the key result can be used: it needs an id and a
// metric that could be read, or a reference.
func (d *decoder) keyResult(n *tree.Node, k *okr.KeyResult) bool {
	k.Span = n.Span
	if !d.outline || hasLinks(n) {
		k.Body = d.bodies.one()
	}
	at := part{result: k, node: n}
	sound := true
	pairs := d.pairs(n)
	for i := range pairs {
		switch p := &pairs[i]; p.Key {
		case "id":
			k.ID = d.id(p.Value)
		case "title":
			k.Title = d.sentence(p.Value)
		case "metric":
			at.metric = p
			if !d.outline {
				sound = d.metric(p.Value, &k.Metric)
			}
		case "ref", "shared_with", "depends_on", "enables", "carried_from", "was":
			d.keyResultLink(p, k)
		case "outcome":
			if k.Body != nil {
				k.Outcome = d.outcome(p.Value)
			}
		case "role", "indicator", "weight", "starts", "initiatives", "check_ins", "amendments", "cancelled":
			if !d.outline {
				d.keyResultDetail(p, k)
			}
		default:
			d.unknown(p)
		}
	}
	if n.Pair("ref") != nil {
		sound = k.IsRef()
	} else {
		sound = sound && k.ID.Written() && at.metric != nil
	}
	if sound {
		d.parts = append(d.parts, at)
	}
	return sound
}

// hasLinks reports whether the node of a key result says something about others.
func hasLinks(n *tree.Node) bool {
	return slices.ContainsFunc(n.Pairs, func(p tree.Pair) bool {
		switch p.Key {
		case "ref", "shared_with", "depends_on", "enables", "carried_from", "was":
			return true
		case "outcome":
			return p.Value.Get("dependency") != nil
		}
		return false
	})
}

func (d *decoder) keyResultLink(p *tree.Pair, k *okr.KeyResult) {
	switch p.Key {
	case "ref":
		k.Ref = d.link(p.Value)
	case "shared_with":
		k.SharedWith = d.sentences(p.Value, d.id)
	case "depends_on":
		k.DependsOn = d.dependencyList(p.Value)
	case "enables":
		k.Enables = d.enableList(p.Value)
	case "carried_from":
		k.CarriedFrom = d.linkTo(p.Value)
	case "was":
		k.Was = d.name(p.Value)
	}
}

func (d *decoder) keyResultDetail(p *tree.Pair, k *okr.KeyResult) {
	switch p.Key {
	case "role":
		role := d.choice(p.Value, "guardrail")
		k.Guardrail = source.At[bool]{V: role.Written(), Span: role.Span}
	case "indicator":
		k.Indicator = d.choice(p.Value, "leading", "lagging")
	case "weight":
		k.Weight = d.positive(p.Value)
	case "starts":
		k.Starts = d.day(p.Value)
	case "initiatives":
		k.Initiatives = d.sentences(p.Value, d.sentence)
	case "check_ins":
		k.CheckIns = d.checkInList(p.Value)
	case "amendments":
		k.Amendments = d.amendmentList(p.Value)
	case "cancelled":
		k.Cancelled = d.cancellation(p.Value)
	}
}

func (d *decoder) outcome(n *tree.Node) *okr.Outcome {
	o := d.outcomes.one()
	o.Span = n.Span
	pairs := d.pairs(n)
	for i := range pairs {
		switch p := &pairs[i]; p.Key {
		case "reason":
			o.Reason = d.choice(p.Value, "market_shifted", "estimate_wrong", "dependency_failed", "deprioritised", "not_measurable", "other")
		case "dependency":
			o.Dependency = d.name(p.Value)
		case "learned":
			o.Learned = d.sentence(p.Value)
		case "postmortem":
			o.Postmortem = d.sentence(p.Value)
		default:
			d.unknown(p)
		}
	}
	return o
}
