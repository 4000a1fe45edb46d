package load

import (
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/source"
)

// from is where a link is written.
type from struct {
	document *okr.Document
	subject  string
	field    string // the key that holds the link
}

// follow resolves every address of every document.
func (g *gathering) follow() {
	for _, d := range g.workspace.Documents {
		for o := range d.Every() {
			g.followObjective(d, o)
			for _, k := range o.KeyResults {
				if k.Body != nil {
					g.followKeyResult(d, o, k)
				}
			}
		}
	}
}

func (g *gathering) followObjective(d *okr.Document, o *okr.Objective) {
	at := func(field string) from { return from{d, o.Address(), field} }
	for i := range o.Supports {
		link := &o.Supports[i]
		g.resolve(at("supports"), link)
		g.checkSupported(at("supports"), link)
	}
	g.carried(at, o.CarriedFrom, o.Was)
	g.dependencies(at, o.DependsOn, o.Enables)
}

// carried resolves what something was before. Most things were nothing, and their
// addresses are not asked for.
func (g *gathering) carried(at func(string) from, link *okr.Link, was okr.Text) {
	if link != nil {
		g.resolve(at("carried_from"), link)
	}
	if was.Written() {
		g.former(at("was"), was)
	}
}

func (g *gathering) followKeyResult(d *okr.Document, o *okr.Objective, k *okr.KeyResult) {
	if k.IsRef() {
		g.resolve(from{d, o.Address(), "ref"}, &k.Ref)
		return
	}
	at := func(field string) from { return from{d, k.Address(), field} }
	g.carried(at, k.CarriedFrom, k.Was)
	g.dependencies(at, k.DependsOn, k.Enables)
	if k.Outcome != nil && k.Outcome.Dependency.Written() {
		g.resolve(at("dependency"), &okr.Link{Address: k.Outcome.Dependency})
	}
}

func (g *gathering) dependencies(at func(string) from, needs []okr.Dependency, answers []okr.Enable) {
	for i := range needs {
		here := at("depends_on")
		if g.resolve(here, &needs[i].On); needs[i].On.Address.V == here.subject {
			g.dangling(here, needs[i].On.Address, "`depends_on` leads to itself", "Write the address of what it waits for, or delete the line.")
		}
	}
	for i := range answers {
		g.resolve(at("enables"), &answers[i].For)
	}
}

// resolve follows one address, and says where it leads nowhere.
func (g *gathering) resolve(at from, link *okr.Link) {
	if link == nil || !link.Address.Written() {
		return
	}
	address, err := okr.ParseAddress(link.Address.V)
	if err != nil {
		g.dangling(at, link.Address, err.Error(), "")
		return
	}
	written := link.Address
	found, missing := g.workspace.Find(address)
	*link = found
	link.Address = written
	if found.Cycle != nil {
		// Cycles that no document uses are the same for everybody who asks.
		link.Cycle = g.cycle(address.Cycle, false).cycle
	}
	if missing == okr.NothingMissing || missing == okr.NoDocument && address.Depth() == 2 && openEnded(at.field) {
		return
	}
	if g.gap(address, missing) {
		return
	}
	g.dangling(at, written, g.whyMissing(at, address, found, missing), g.hintMissing(at, address, found, missing))
}

// openEnded reports whether a field may name a team and cycle without a document:
// a wish may come before the file that answers it.
func openEnded(field string) bool {
	return field == "depends_on" || field == "enables" || field == "dependency"
}

// gap reports whether the thing stands in a file and could not be used.
func (g *gathering) gap(a okr.Address, missing okr.Missing) bool {
	document := a.Team + "/" + a.Cycle
	if missing == okr.NoTeam || missing == okr.NoCycle || missing == okr.NoDocument {
		return g.gaps[document]
	}
	objective := document + "/" + a.Objective
	if missing == okr.NoObjective {
		return g.gaps[document] || g.gaps[objective]
	}
	return g.gaps[document] || g.gaps[objective] || g.gaps[objective+"/"+a.KeyResult]
}

func (g *gathering) dangling(at from, address okr.Text, message, hint string) {
	g.notes = append(g.notes, note{
		rule: diag.DanglingLink, file: at.document.File, span: address.Span, subject: at.subject, message: message, hint: hint,
	})
}

// whyMissing says which part of an address leads nowhere.
func (g *gathering) whyMissing(at from, a okr.Address, found okr.Link, missing okr.Missing) string {
	leads := "`" + at.field + "` leads nowhere: "
	switch missing {
	case okr.NoTeam:
		return leads + "there is no team " + quoted(a.Team)
	case okr.NoCycle:
		return leads + "there is no cycle " + quoted(a.Cycle)
	case okr.NoDocument:
		return leads + a.Team + " has no document for " + a.Cycle
	case okr.NoObjective:
		return leads + a.Team + " has no objective " + quoted(a.Objective) + " in " + a.Cycle
	default:
		return leads + "the objective " + found.Objective.Address() + " has no key result " + quoted(a.KeyResult)
	}
}

// hintMissing offers the nearest addresses that exist, and what else to do.
func (g *gathering) hintMissing(at from, a okr.Address, found okr.Link, missing okr.Missing) string {
	otherwise := "Write the address of something that exists, or delete the link."
	if missing == okr.NoDocument && at.field == "depends_on" {
		otherwise = "Until " + a.Team + " has a document for " + a.Cycle + ", write " + a.Team + "/" + a.Cycle + " alone."
	}
	if at.field == "carried_from" {
		otherwise = "Write the address it had in the earlier cycle, or delete the line where those files are not kept."
	}
	return g.meant(a, found, missing) + otherwise
}

// checkSupported finds support for a cycle that was over before this one began,
// and does not contain it: nobody can still be helped there.
func (g *gathering) checkSupported(at from, link *okr.Link) {
	own, other := at.document.Cycle, link.Cycle
	if link.Objective == nil || other.End >= own.Start {
		return
	}
	ends := ", which ended on "
	if !g.options.AsOf.IsZero() && g.options.AsOf <= other.End {
		ends = ", which ends on "
	}
	g.dangling(at, link.Address,
		"`supports` leads to "+other.ID+ends+other.End.String()+", before "+own.ID+" begins",
		"Support what the other team wants in "+own.ID+" or in a longer cycle around it. If this continues something of your own, write `carried_from`.")
}

// former checks the address that a thing had before it moved.
func (g *gathering) former(at from, was okr.Text) {
	if !was.Written() || !strings.Contains(was.V, "/") {
		return
	}
	address, err := okr.ParseAddress(was.V)
	if err != nil {
		g.dangling(at, was, err.Error(), "")
		return
	}
	link, missing := g.workspace.Find(address)
	if missing == okr.NoTeam || missing == okr.NoCycle {
		if !g.gap(address, missing) {
			g.dangling(at, was, g.whyMissing(at, address, link, missing), g.hintMissing(at, address, link, missing))
		}
		return
	}
	if missing != okr.NothingMissing {
		return
	}
	stands, span := standsAt(link)
	if stands != was.V {
		return
	}
	g.notes = append(g.notes, note{
		rule: diag.DuplicateID, file: at.document.File, span: was.Span, subject: at.subject,
		message: "`was` says that this stood at " + was.V + " before, and something still stands there",
		hint:    "Delete the other one if this has moved, or `was` if both belong.",
		related: []relation{{"what stands there", link.Document.File, span}},
	})
}

// standsAt is the address that a found thing has today, and its place.
func standsAt(link okr.Link) (string, source.Span) {
	switch {
	case link.KeyResult != nil:
		return link.KeyResult.Address(), link.KeyResult.ID.Span
	case link.Objective != nil:
		return link.Objective.Address(), link.Objective.ID.Span
	}
	return link.Document.Address(), link.Document.TeamID.Span
}
