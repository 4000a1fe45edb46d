package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var danglingLink = Rule{
	Rule: diag.DanglingLink,
	Why: "A link to something that is not there draws a picture of support that nobody gives. " +
		"Mostly it is a slip in an id, or the other side was renamed; `was` on the other side keeps old addresses alive.",
	Source: "Felipe Castro, on creating alignment",
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
    supports: [product/2026-Q4/loved-seasons]
    key_results:
      - id: in-time
        title: Gifts that arrive on the promised day rise from 89 to 97 percent
        metric: {unit: percent, baseline: 89, target: 97, source: carrier reports}
      - id: late-questions
        title: Questions about where a gift is fall from 14 to 6 per 100 gifts
        metric: {unit: questions per 100 gifts, baseline: 14, target: 6, source: support desk}
-- okrs/2026-Q4/product.yaml --
version: 1
team: product
cycle: 2026-Q4
objectives:
  - id: loved-season
    title: Shoppers look back on the season with us and smile
    commitment: aspirational
    why_now: The season brings half of the year and most of the complaints
    key_results:
      - id: recommend
        title: Shoppers who would recommend us after New Year rise from 34 to 45 percent
        metric: {unit: percent, baseline: 34, target: 45, source: winter survey}
        indicator: lagging
      - id: complaints
        title: Complaints about an order fall from 9 to 4 per 1000 orders
        metric: {unit: complaints per 1000 orders, baseline: 9, target: 4, source: support desk}
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
    supports: [product/2026-Q4/loved-season]
    key_results:
      - id: in-time
        title: Gifts that arrive on the promised day rise from 89 to 97 percent
        metric: {unit: percent, baseline: 89, target: 97, source: carrier reports}
      - id: late-questions
        title: Questions about where a gift is fall from 14 to 6 per 100 gifts
        metric: {unit: questions per 100 gifts, baseline: 14, target: 6, source: support desk}
-- okrs/2026-Q4/product.yaml --
version: 1
team: product
cycle: 2026-Q4
objectives:
  - id: loved-season
    title: Shoppers look back on the season with us and smile
    commitment: aspirational
    why_now: The season brings half of the year and most of the complaints
    key_results:
      - id: recommend
        title: Shoppers who would recommend us after New Year rise from 34 to 45 percent
        metric: {unit: percent, baseline: 34, target: 45, source: winter survey}
        indicator: lagging
      - id: complaints
        title: Complaints about an order fall from 9 to 4 per 1000 orders
        metric: {unit: complaints per 1000 orders, baseline: 9, target: 4, source: support desk}
`},
	Since: edition,
}
