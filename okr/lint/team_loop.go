package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var teamLoop = Rule{
	Rule:   diag.TeamLoop,
	Why:    "A tree of teams has a top. Where two teams are each other's parents nobody can say whose objectives serve whose, and whatever goes up from one of them goes round for ever.",
	Source: "Experience with files that people and programs read together",
	About:  Files,
	Bad: []string{`
-- okr.yaml --
version: 1
organization: Acme
teams:
  - {id: company, name: Acme}
  - {id: logistics, name: Logistics, parent: couriers}
  - {id: couriers, name: Couriers, parent: logistics}
limits: {objectives: {min: 1, max: 5}}
`},
	Good: []string{`
-- okr.yaml --
version: 1
organization: Acme
teams:
  - {id: company, name: Acme}
  - {id: logistics, name: Logistics, parent: company}
  - {id: couriers, name: Couriers, parent: logistics}
limits: {objectives: {min: 1, max: 5}}
`},
	Since: edition,
}
