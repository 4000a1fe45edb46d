package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var targetEqualsBaseline = Rule{
	Rule: diag.TargetEqualsBaseline,
	Why: "Where target and baseline are the same nothing is to change, and the way from one to the other has no length to measure. " +
		"Either the target is a slip, or the level is to be held: then it is a bound, not a change.",
	Source: "Arithmetic: progress is a share of the way, and there is none",
	About:  Files,
	Bad: []string{`
-- okrs/2026-Q4/data.yaml --
version: 1
team: data
cycle: 2026-Q4
objectives:
  - id: morning-figures
    title: Store managers trust the figures they open in the morning
    commitment: aspirational
    why_now: Stores began to keep their own lists beside ours in August
    key_results:
      - id: by-six
        title: Mornings on which the figures are there by six rise from 60 to 95 percent
        metric: {unit: percent, baseline: 60, target: 95, source: delivery log}
      - id: corrections
        title: Corrections after publication stay at 3 a month
        metric: {unit: corrections per month, kind: decrease, baseline: 3, target: 3, source: change log}
`},
	Good: []string{`
-- okrs/2026-Q4/data.yaml --
version: 1
team: data
cycle: 2026-Q4
objectives:
  - id: morning-figures
    title: Store managers trust the figures they open in the morning
    commitment: aspirational
    why_now: Stores began to keep their own lists beside ours in August
    key_results:
      - id: by-six
        title: Mornings on which the figures are there by six rise from 60 to 95 percent
        metric: {unit: percent, baseline: 60, target: 95, source: delivery log}
      - id: corrections
        title: Corrections after publication fall from 12 to 3 a month
        metric: {unit: corrections per month, baseline: 12, target: 3, source: change log}
`},
	Since: edition,
}
