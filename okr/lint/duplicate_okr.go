package lint

import (
	"slices"
	"strings"
	"unicode"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/cascade"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/metric"
)

var duplicateOKR = Rule{
	Rule: diag.Rule{ID: "duplicate-okr", Category: diag.Focus, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "The same objective or key result in two places of a cycle, without a link."},
	Why: "Two teams that chase one number without knowing of each other do its work twice, or pull it in two directions, and it counts " +
		"twice in every summary. What they share is one result, written once.",
	Source: "Felipe Castro, on shared OKRs; Yaniv Preiss, on common mistakes with OKRs",
	About:  Files,
	Bad: []string{`
-- okrs/2026-Q4/checkout.yaml --
version: 1
team: checkout
cycle: 2026-Q4
objectives:
  - id: berth
    title: Travellers find their berth without asking
    commitment: aspirational
    why_now: The new carriages number their berths in another order
    key_results:
` + berthResults + `
-- okrs/2026-Q4/payments.yaml --
version: 1
team: payments
cycle: 2026-Q4
objectives:
  - id: berths
    title: Travellers find their berths, without asking!
    commitment: aspirational
    why_now: Every second guest gives up at the choice of berths
    key_results:
` + ticketResults},
	Good: []string{`
-- okrs/2026-Q4/checkout.yaml --
version: 1
team: checkout
cycle: 2026-Q4
objectives:
  - id: north
    title: Travellers on the lines to Oslo find their berth without asking
    commitment: aspirational
    why_now: The new carriages number their berths in another order
    key_results:
` + berthResults + `
-- okrs/2026-Q4/payments.yaml --
version: 1
team: payments
cycle: 2026-Q4
objectives:
  - id: south
    title: Travellers on the lines to Rome find their berth without asking
    commitment: aspirational
    why_now: Rome doubles its trains in the autumn
    key_results:
` + ticketResults},
	Since: edition,
	Check: checkDuplicates,
}

func checkDuplicates(r *Reading, say Say) {
	diverging := make(map[*okr.KeyResult]bool)
	for _, d := range r.diverging() {
		diverging[d.copied] = true
	}
	nodes := r.Graph().Nodes
	results := make([]statement, 0, len(nodes))
	var objectives []statement
	for _, n := range nodes {
		if n.Stopped || !r.in(n) || n.Kind == cascade.KeyResult && (n.KeyResult.Body == nil || n.KeyResult.Guardrail.V || diverging[n.KeyResult]) {
			continue
		}
		s := statement{node: n}
		if n.Kind == cascade.KeyResult {
			f := r.facts(n.KeyResult)
			s.about, s.unit = f.about, f.unit
		} else {
			s.about = r.about(n.Objective.Title.V)
		}
		switch {
		case len(s.about) < fewestWords || len(s.about) > longestCompared:
		case n.Kind == cascade.Objective:
			objectives = append(objectives, s)
		default:
			results = append(results, s)
		}
	}
	for _, all := range [][]statement{objectives, results} {
		r.eachDuplicate(all, func(n, of *cascade.Node) { say(duplicate(n, of)) })
	}
}

// slicesOf reports whether two statements speak of two parts of one whole, such as two
// regions: each has a name that the other has not, or another number beside those of
// its metric.
func slicesOf(a, b *statement) bool {
	return a.beside != b.beside || ownName(a, b) && ownName(b, a)
}

// ownName reports whether a statement has a word with a capital, not its first one,
// that the other has not.
func ownName(a, b *statement) bool {
	return slices.ContainsFunc(a.names, func(word uint64) bool { return !slices.Contains(b.about, word) })
}

// namesIn are the words of a title that are written with a capital, but for the first.
func namesIn(title string) cascade.Bag {
	var names cascade.Bag
	for i, word := range strings.Fields(title) {
		if i > 0 && strings.ContainsFunc(word, unicode.IsUpper) {
			names = cascade.AppendBag(names, word)
		}
	}
	return names
}

// numbersBeside are the numbers of a title that are not the baseline, the target or a
// bound of its metric, as one text.
func numbersBeside(n *cascade.Node) string {
	var known []string
	if n.Kind == cascade.KeyResult {
		d := n.KeyResult.Metric.Definition()
		for _, number := range []*metric.Number{d.Baseline, d.ResolvedTarget(), d.Low, d.High} {
			if number != nil {
				known = append(known, number.String())
			}
		}
	}
	var beside []string
	for word := range strings.FieldsFuncSeq(titleOf(n).V, func(c rune) bool { return !unicode.IsDigit(c) && c != '.' && !unicode.IsLetter(c) }) {
		word = strings.TrimRight(word, ".")
		if word != "" && unicode.IsDigit(rune(word[0])) && !slices.Contains(known, word) {
			beside = append(beside, word)
		}
	}
	return strings.Join(beside, " ")
}

// sameMetric reports whether two key results with one title and one unit can measure the
// same: they have no two names or sources.
func sameMetric(a, b *statement) bool {
	two := func(one, other string) bool { return one != other && one != "" && other != "" }
	return !two(a.source, b.source) && !two(a.name, b.name)
}

// linked reports whether the files say that two statements belong to each other: one
// objective supports the other's, or the key result is shared.
func (r *Reading) linked(a, b *cascade.Node) bool {
	supports := func(child, parent *okr.Objective) bool {
		for i := range child.Supports {
			if child.Supports[i].Objective == parent {
				return true
			}
		}
		return false
	}
	if a.Objective != b.Objective && (supports(a.Objective, b.Objective) || supports(b.Objective, a.Objective)) {
		return true
	}
	return a.Kind == cascade.KeyResult && (offers(a.KeyResult, b.Team) || offers(b.KeyResult, a.Team))
}

// duplicate is the remark about a statement that stands before as well.
func duplicate(n, of *cascade.Node) Remark {
	m := onNode(n).besideNode("the other one", of)
	title := named(titleOf(n))
	switch {
	case n.Team == of.Team && n.Kind == cascade.Objective:
		return m.Says(title+" stands twice in "+n.Cycle.ID+" with "+nameOf(n.Team),
			"Keep one of the two, with the key results of both that matter, or say in the titles how they differ.")
	case n.Team == of.Team:
		return m.Says(title+" stands twice in "+n.Cycle.ID+" with "+nameOf(n.Team)+", and would count twice",
			"Keep it at "+of.Address()+" and delete it here, or say in the titles how they differ.")
	case n.Kind == cascade.Objective:
		return m.Says(title+" is an objective of "+nameOf(of.Team)+" as well, and nothing links the two",
			"If they are one aim, let one team keep it and the other serve it with "+example("supports: ["+of.Address()+"]")+
				" and an objective of its own; else say in the titles how they differ.")
	default:
		return m.Says(title+" is a key result of "+nameOf(of.Team)+" as well, and nothing links the two",
			"If it is one result of both teams, write "+example("- ref: "+of.Address())+" in place of this one and "+
				example("shared_with: ["+n.Team.ID.V+"]")+" there; else say in the titles how they differ.")
	}
}
