package cli

import (
	"strings"

	"github.com/okrs-as-code/okrs/okr"
)

// tie is what a thing says about its place among the others: that it is there, which
// address it had, or which one it leads to.
type tie struct {
	owner string // an address
	field string // by the name that stands in the file; empty for the thing itself
	text  string // an address, or an id that it had
}

// bond is a tie and, where it leads to something, what was found there.
type bond struct {
	tie
	link *okr.Link
}

// bonds are those of everything in a document, in its order.
func bonds(d *okr.Document) []bond {
	var list []bond
	for o := range d.Every() {
		address := o.Address()
		list = append(list, bond{tie: tie{owner: address}})
		for i := range o.Supports {
			list = append(list, leads(address, "supports", &o.Supports[i]))
		}
		if o.Background != nil {
			list = append(list, needs(address, o.DependsOn, o.Enables, o.CarriedFrom, o.Was)...)
		}
		for _, k := range o.KeyResults {
			switch {
			case k.Body == nil:
			case k.IsRef():
				list = append(list, leads(address, "ref", &k.Ref))
			default:
				list = append(list, bond{tie: tie{owner: k.Address()}})
				list = append(list, needs(k.Address(), k.DependsOn, k.Enables, k.CarriedFrom, k.Was)...)
			}
		}
	}
	return list
}

func leads(owner, field string, link *okr.Link) bond {
	return bond{tie{owner, field, link.Address.V}, link}
}

func needs(owner string, on []okr.Dependency, answers []okr.Enable, carried *okr.Link, was okr.Text) []bond {
	var list []bond
	for i := range on {
		if on[i].On.Address.Written() {
			list = append(list, leads(owner, "depends_on", &on[i].On))
		}
	}
	for i := range answers {
		list = append(list, leads(owner, "enables", &answers[i].For))
	}
	if carried != nil {
		list = append(list, leads(owner, "carried_from", carried))
	}
	if was.V != "" {
		list = append(list, bond{tie: tie{owner, "was", was.V}})
	}
	return list
}

// shares reports whether a document has a part in key results that several teams list.
func shares(d *okr.Document) bool {
	for o := range d.Every() {
		for _, k := range o.KeyResults {
			if k.Body != nil && (k.IsRef() || len(k.SharedWith) > 0) {
				return true
			}
		}
	}
	return false
}

// found reports whether what a link names is known, to its last part.
func found(link *okr.Link) bool {
	switch strings.Count(link.Address.V, "/") {
	case 1:
		return true // of a team and cycle nothing more needs to be known
	case 2:
		return link.Objective != nil
	}
	return link.KeyResult != nil
}

// documentOf is the team and cycle of an address; ok is false where there is none.
func documentOf(address string) (document string, ok bool) {
	a, err := okr.ParseAddress(address)
	return a.Team + "/" + a.Cycle, err == nil
}
