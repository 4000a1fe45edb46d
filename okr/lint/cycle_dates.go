package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var cycleDates = Rule{
	Rule: diag.CycleDates,
	Why: "A cycle that ends before it starts contains no day, so nothing in it is ever due and no reading ever counts. " +
		"Nearly always two dates changed places, or the year was forgotten at the turn of the year.",
	Source: "Experience with files that people and programs read together",
	About:  Files,
	Bad: []string{`
-- okr.yaml --
version: 1
organization: Acme
teams:
  - {id: harvest, name: Harvest}
cycles:
  - {id: spring-2026, start: 2026-02-01, end: 2025-05-31}
limits: {objectives: {min: 1, max: 5}}
`},
	Good: []string{`
-- okr.yaml --
version: 1
organization: Acme
teams:
  - {id: harvest, name: Harvest}
cycles:
  - {id: spring-2026, start: 2026-02-01, end: 2026-05-31}
limits: {objectives: {min: 1, max: 5}}
`},
	Since: edition,
}
