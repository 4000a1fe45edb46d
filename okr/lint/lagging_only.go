package lint

import (
	"strconv"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
)

var laggingOnly = Rule{
	Rule: diag.Rule{ID: "lagging-only", Category: diag.Measurability, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "An objective none of whose key results can move before the cycle is nearly over."},
	Why: "Numbers that move last tell in the end whether it worked, and nothing while something could still be done. " +
		"One number that moves in the first weeks, and that you believe leads to the others, is what a team can steer by.",
	Source: "Tim Herbig, on leading and lagging indicators",
	About:  Files,
	Bad: []string{`
- id: members-stay
  title: Members want to stay with us for another year
  commitment: aspirational
  why_now: Two of five leave when their first year ends
  key_results:
    - id: renewals
      title: Members who renew rise from 60 to 68 percent
      indicator: lagging
      metric: {unit: percent, baseline: 60, target: 68, source: member ledger}
    - id: churn
      title: Annual churn falls from 22 to 18 percent
      metric: {unit: percent, baseline: 22, target: 18, source: member ledger}
`},
	Good: []string{`
-- okrs/2026-Q4/checkout.yaml --
version: 1
team: checkout
cycle: 2026-Q4
objectives:
  - id: members-stay
    title: Members want to stay with us for another year
    commitment: aspirational
    why_now: Two of five leave when their first year ends
    key_results:
      - id: renewals
        title: Members who renew rise from 60 to 68 percent
        indicator: lagging
        metric: {unit: percent, baseline: 60, target: 68, source: member ledger}
      - id: first-month
        title: New members who order three times in their first month rise from 24 to 40 percent
        indicator: leading
        metric: {unit: percent, baseline: 24, target: 40, source: order ledger}
`},
	Since:  edition,
	Varies: []Variation{{Severity: diag.Info, Where: "for a team that has none above it"}},
	Check:  checkLagging,
}

// shortCycle is how many days a cycle has at most in which a quarterly number
// moves only once.
const shortCycle = 100

func checkLagging(r *Reading, say Say) {
	names := wholeWords(laggingNames())
	for o := range r.Objectives() {
		counting := r.Counting(o)
		var reasons []string
		for _, k := range counting {
			if reason := lagging(k.Definition(), o.Document.Cycle, names); reason != "" {
				reasons = append(reasons, reason)
			}
		}
		if len(reasons) == 0 || len(reasons) < len(counting) {
			continue
		}
		m := OnObjective(o).Says(
			"no key result of "+named(o.Title)+" can move before "+o.Document.Cycle.ID+" is nearly over: "+tally(reasons),
			"Add one that moves within the first weeks and leads to the others, such as what people do in their first week, with `indicator: leading`.")
		if o.Document.Team != nil && o.Document.Team.Parent == nil {
			m = m.As(diag.Info) // what a whole organisation wants seldom moves within weeks
		}
		say(m)
	}
}

// tally says of how many things each reason holds: "2 are declared as lagging".
func tally(reasons []string) string {
	times := make(map[string]int)
	var distinct []string
	for _, reason := range reasons {
		if times[reason]++; times[reason] == 1 {
			distinct = append(distinct, reason)
		}
	}
	for i, reason := range distinct {
		if n := times[reason]; n == 1 {
			distinct[i] = "1 is " + reason
		} else {
			distinct[i] = strconv.Itoa(n) + " are " + reason
		}
	}
	return list(distinct)
}

// lagging says why a key result moves only late; empty where it may move early.
func lagging(k *okr.KeyResult, cycle *okr.Cycle, names *phrases) string {
	if k == nil || k.Body == nil || k.Indicator.V == "leading" {
		return ""
	}
	fine := k.Metric.Finely()
	switch {
	case k.Indicator.V == "lagging":
		return "declared as lagging"
	case fine.Measured.V == "quarterly" && cycle.Days() <= shortCycle:
		return "measured once a quarter"
	case !isChange(kindOf(&k.Metric)) || fine.Measured.Written():
		return ""
	}
	for _, text := range []string{fine.Name.V, k.Title.V} {
		if name := names.in(text); name != "" {
			return "known for the year as a whole (" + name + ")"
		}
	}
	return ""
}

// laggingNames are measures that are known a year at a time.
func laggingNames() []string {
	var names []string
	for _, span := range []string{"annual", "yearly", "full year"} {
		for _, measure := range []string{
			"churn", "churn rate", "revenue", "recurring revenue", "retention", "turnover", "attrition", "renewals", "renewal rate", "profit",
			"sales", "result", "budget", "growth", "cost", "costs", "staff turnover", "gross margin", "margin", "ebitda", "emissions",
		} {
			names = append(names, span+" "+measure)
		}
	}
	return append(names,
		"revenue of the year", "year end result", "annual report",
		"jahresumsatz", "jahresergebnis", "jahresüberschuss", "jährlicher umsatz", "jährliche abwanderung", "jährliche kündigungsrate", "jahresabschluss", "fluktuation pro jahr",
		"jährliche fluktuation", "jahresgewinn")
}
