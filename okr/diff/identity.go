package diff

import (
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
)

// identity says which things of two states are the same thing.
type identity struct {
	documents  couples[*okr.Document]
	objectives couples[*okr.Objective]
	keyResults couples[*okr.KeyResult]
}

// identify finds what is the same: documents by team and cycle, and where all of one
// went to another team, objectives and key results by id and by former names, also in
// another place, and references by what they refer to.
func identify(before, after *okr.Workspace) *identity {
	same := &identity{
		documents: newCouples[*okr.Document](), objectives: newCouples[*okr.Objective](),
		keyResults: newCouples[*okr.KeyResult](),
	}
	same.documents.byName(documentsOf(before), documentsOf(after))
	was, now := objectivesOf(before), objectivesOf(after)
	same.handedOver(before, after)
	same.objectives.byName(was, now)
	same.guessObjectives(was, now)
	for _, n := range was {
		if other := same.objectives.toAfter[n.thing]; other != nil {
			same.keyResults.byName(resultsWithin(n.thing), resultsWithin(other))
		}
	}
	results, others := resultsOf(before), resultsOf(after)
	same.keyResults.byName(results, others)
	same.guessKeyResults(results, others)
	for _, n := range was {
		if other := same.objectives.toAfter[n.thing]; other != nil {
			same.keyResults.byName(same.references(n.thing, true), same.references(other, false))
		}
	}
	return same
}

func documentsOf(ws *okr.Workspace) []named[*okr.Document] {
	list := make([]named[*okr.Document], 0, len(ws.Documents))
	for _, d := range ws.Documents {
		list = append(list, named[*okr.Document]{thing: d, name: d.Address()})
	}
	return list
}

// handedOver knows documents again whose team alone changed: the file is the same, and
// so are the cycle and all objectives, by ids and titles.
func (same *identity) handedOver(before, after *okr.Workspace) {
	looks := func(list []named[*okr.Document]) []named[*okr.Document] {
		var seen []named[*okr.Document]
		for _, n := range list {
			d := n.thing
			if d.File == nil || len(d.All()) == 0 {
				continue
			}
			text := []string{d.File.Name, d.CycleID.V}
			for o := range d.Every() {
				text = append(text, o.ID.V+"\x00"+o.Title.V)
			}
			slices.Sort(text[2:]) // their order says nothing
			seen = append(seen, named[*okr.Document]{thing: d, name: strings.Join(text, "\x01")})
		}
		return seen
	}
	was, now := same.documents.leftBefore(documentsOf(before)), same.documents.leftAfter(documentsOf(after))
	same.documents.byLooks(looks(was), looks(now))
	for _, n := range was {
		if other := same.documents.toAfter[n.thing]; other != nil {
			same.objectives.byName(objectivesWithin(n.thing), objectivesWithin(other))
		}
	}
}

// objectivesWithin are the objectives of a document by their ids alone.
func objectivesWithin(d *okr.Document) []named[*okr.Objective] {
	var list []named[*okr.Objective]
	for o := range d.Every() {
		list = append(list, named[*okr.Objective]{thing: o, name: o.ID.V})
	}
	return list
}

func objectivesOf(ws *okr.Workspace) []named[*okr.Objective] {
	var list []named[*okr.Objective]
	for _, d := range ws.Documents {
		above := d.Address()
		for o := range d.Every() {
			n := named[*okr.Objective]{thing: o, name: above + "/" + o.ID.V}
			if o.Background != nil {
				n.former = formerly(o.Was.V, above)
			}
			list = append(list, n)
		}
	}
	return list
}

// formerly is the whole address of a former name; empty where there is none.
func formerly(was, above string) string {
	if was == "" || strings.Contains(was, "/") {
		return was
	}
	return above + "/" + was
}

// resultsWithin are the key results that an objective defines, by their ids alone: the
// objective may have another name today.
func resultsWithin(o *okr.Objective) []named[*okr.KeyResult] {
	var list []named[*okr.KeyResult]
	for _, k := range o.KeyResults {
		if k.IsRef() {
			continue
		}
		n := named[*okr.KeyResult]{thing: k, name: k.ID.V}
		if k.Body != nil {
			n.former = strings.TrimPrefix(k.Was.V, o.Address()+"/")
			if strings.Contains(n.former, "/") {
				n.former = ""
			}
		}
		list = append(list, n)
	}
	return list
}

// resultsOf are all key results that documents define, by address.
func resultsOf(ws *okr.Workspace) []named[*okr.KeyResult] {
	var list []named[*okr.KeyResult]
	for _, d := range ws.Documents {
		for o := range d.Every() {
			above := o.Address()
			for _, k := range o.KeyResults {
				if k.IsRef() {
					continue
				}
				n := named[*okr.KeyResult]{thing: k, name: above + "/" + k.ID.V}
				if k.Body != nil {
					n.former = formerly(k.Was.V, above)
				}
				list = append(list, n)
			}
		}
	}
	return list
}

// references are the references of an objective by what they refer to, by its
// address today.
func (same *identity) references(o *okr.Objective, before bool) []named[*okr.KeyResult] {
	var list []named[*okr.KeyResult]
	for _, k := range o.KeyResults {
		if k.IsRef() {
			list = append(list, named[*okr.KeyResult]{thing: k, name: same.target(&k.Ref, before), former: k.Ref.Address.V})
		}
	}
	return list
}

// target is the address, as it is after the change, of what a link leads to; what is
// written where it leads nowhere.
func (same *identity) target(link *okr.Link, before bool) string {
	switch {
	case link.KeyResult != nil:
		k := link.KeyResult
		if now := same.keyResults.toAfter[k]; before && now != nil {
			k = now
		}
		return k.Address()
	case link.Objective != nil:
		o := link.Objective
		if now := same.objectives.toAfter[o]; before && now != nil {
			o = now
		}
		return o.Address()
	}
	return link.Address.V
}

// guessObjectives knows objectives again whose id alone changed: title and all key
// results are the same, in the same document.
func (same *identity) guessObjectives(before, after []named[*okr.Objective]) {
	looks := func(list []named[*okr.Objective]) []named[*okr.Objective] {
		var seen []named[*okr.Objective]
		for _, n := range list {
			o := n.thing
			if o.Title.V == "" || len(o.KeyResults) == 0 {
				continue
			}
			text := []string{o.Document.Address(), o.Title.V}
			for _, k := range o.KeyResults {
				text = append(text, looksOf(k))
			}
			slices.Sort(text[2:]) // their order says nothing
			seen = append(seen, named[*okr.Objective]{thing: o, name: strings.Join(text, "\x01")})
		}
		return seen
	}
	same.objectives.byLooks(looks(same.objectives.leftBefore(before)), looks(same.objectives.leftAfter(after)))
}

func (same *identity) guessKeyResults(before, after []named[*okr.KeyResult]) {
	looks := func(list []named[*okr.KeyResult]) []named[*okr.KeyResult] {
		var seen []named[*okr.KeyResult]
		for _, n := range list {
			if k := n.thing; k.Body != nil && k.Title.V != "" {
				seen = append(seen, named[*okr.KeyResult]{thing: k, name: k.Objective.Document.Address() + "\x00" + looksOf(k)})
			}
		}
		return seen
	}
	same.keyResults.byLooks(looks(same.keyResults.leftBefore(before)), looks(same.keyResults.leftAfter(after)))
}

// looksOf is the title and the metric of a key result as one text, the same for
// all spellings.
func looksOf(k *okr.KeyResult) string {
	if k.IsRef() {
		return k.Ref.Address.V
	}
	text := k.Title.V
	if k.Body == nil {
		return text
	}
	for _, field := range metricFields {
		v, _ := k.Field(field)
		switch {
		case field == "kind":
			v.Text = kindOf(k.Metric.Definition())
		case field == "unit":
			v.Text = okr.UnitKey(v.Text)
		}
		text += "\x00" + v.String()
	}
	return text
}
