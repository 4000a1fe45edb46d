package lint

import (
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr/diag"
)

var deliverableKR = Rule{
	Rule: diag.Rule{ID: "deliverable-kr", Category: diag.TaskList, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "A thing to be delivered in the place of its use."},
	Why: "A thing can be there and nobody uses it. " +
		"Its use, or what its use brings, is what the team wanted when it planned the thing.",
	Source: "Jeff Gothelf and Josh Seiden, Who Does What By How Much?",
	About:  KeyResult,
	Bad: []string{
		"New supplier portal",
		"The dashboard is live",
	},
	Good: []string{
		"Weekly active users of the supplier portal rise from 40 to 120",
		"Orders placed through the portal rise from 10 to 45 percent",
	},
	Since:  edition,
	Varies: []Variation{{Severity: diag.Info, Where: "where the metric measures more than the title says"}},
	// A metric that counts its use says what the title leaves out.
	Weigh: func(in Context, severity diag.Severity) diag.Severity {
		m := &in.KeyResult.Metric
		if ofUse(m.Unit.V) || ofUse(m.Finely().Name.V) || in.Reading.namesPeople(m.Unit.V) || in.Reading.namesPeople(m.Finely().Name.V) {
			return diag.Off
		}
		return severity
	},
	Advise: func(s Said) (string, string) {
		message := "{words} names something that will be there, not what it is good for."
		if s.Statement.Verb.End > s.Statement.Verb.Start {
			message = "{words} says what will have been done, not what it is good for."
		}
		return s.say(message), s.rewritten()
	},
}

// ofUse reports a unit or a name that counts what people do with a thing.
func ofUse(text string) bool {
	words := strings.Fields(spaced(text))
	return slices.ContainsFunc(words, func(word string) bool {
		return slices.Contains([]string{
			"users", "user", "customers", "visitors", "shoppers", "members", "readers", "teams", "shops", "people", "households", "patients", "students",
			"sessions", "visits", "logins", "orders", "searches", "downloads", "requests", "bookings", "adoption", "usage", "use", "active", "retention",
			"nutzer", "nutzerinnen", "kunden", "kundinnen", "besucher", "mitglieder", "bestellungen", "sitzungen", "anmeldungen", "nutzung",
		}, word)
	})
}

// namesPeople reports whether a text names people who are affected.
func (r *Reading) namesPeople(text string) bool {
	if text == "" || r.Language == nil {
		return false
	}
	affected := r.Language.Parse(text).Affected
	return affected.End > affected.Start
}
