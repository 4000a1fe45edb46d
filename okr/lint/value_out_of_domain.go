package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var valueOutOfDomain = Rule{
	Rule:   diag.ValueOutOfDomain,
	Why:    "There are no 140 percent of all mornings. A value that its unit cannot have is a typing slip or another unit, and a score made of it is wrong without looking wrong.",
	Source: "Arithmetic: the values that a unit can have",
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
        title: Mornings on which the figures are there by six rise from 60 to 140 percent
        metric: {unit: percent, baseline: 60, target: 140, source: delivery log}
      - id: corrections
        title: Corrections after publication fall from 12 to 3 a month
        metric: {unit: corrections per month, baseline: 12, target: 3, source: change log}
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
