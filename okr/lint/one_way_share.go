package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var oneWayShare = Rule{
	Rule:   diag.OneWayShare,
	Why:    "A shared key result is one promise of two teams. If only one of them knows of it, that team plans with a partner who is busy elsewhere.",
	Source: "John Doerr, Measure What Matters, on key results across teams; GitLab's handbook",
	About:  Files,
	Bad: []string{`
-- okrs/2026-Q4/checkout.yaml --
version: 1
team: checkout
cycle: 2026-Q4
objectives:
  - id: gift-season
    title: Gifts arrive before the day they are for
    commitment: aspirational
    why_now: Last December every ninth gift came too late
    key_results:
      - id: in-time
        title: Gifts that arrive on the promised day rise from 89 to 97 percent
        metric: {unit: percent, baseline: 89, target: 97, source: carrier reports}
        shared_with: [data]
      - id: late-questions
        title: Questions about where a gift is fall from 14 to 6 per 100 gifts
        metric: {unit: questions per 100 gifts, baseline: 14, target: 6, source: support desk}
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
	Good: []string{`
-- okrs/2026-Q4/checkout.yaml --
version: 1
team: checkout
cycle: 2026-Q4
objectives:
  - id: gift-season
    title: Gifts arrive before the day they are for
    commitment: aspirational
    why_now: Last December every ninth gift came too late
    key_results:
      - id: in-time
        title: Gifts that arrive on the promised day rise from 89 to 97 percent
        metric: {unit: percent, baseline: 89, target: 97, source: carrier reports}
        shared_with: [data]
      - id: late-questions
        title: Questions about where a gift is fall from 14 to 6 per 100 gifts
        metric: {unit: questions per 100 gifts, baseline: 14, target: 6, source: support desk}
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
      - ref: checkout/2026-Q4/gift-season/in-time
`},
	Since: edition,
}
