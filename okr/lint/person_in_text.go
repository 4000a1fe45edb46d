package lint

import (
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/language"
)

var personInText = Rule{
	Rule: diag.Rule{ID: "person-in-text", Category: diag.People, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "A name, a handle or an address of one person."},
	Why: "A result that hangs on one person ends when that person changes role, and reads as a verdict on them while it lasts. " +
		"Objectives belong to teams; who does which part is agreed elsewhere.",
	Source: "Christina Wodtke, Radical Focus",
	About:  KeyResult,
	Bad: []string{
		"@mira cuts waiting time at the counter from 12 to 6 minutes",
		"Invoices paid late fall from 14 to 6 percent, ask jonas.beck@example.com",
	},
	Good: []string{
		"Waiting time at the counter falls from 12 to 6 minutes",
		"Invoices paid late fall from 14 to 6 percent",
	},
	Since:  edition,
	Varies: []Variation{{Severity: diag.Error, Where: "for a handle or an address in a title, and for a contact that is a first and a last name"}},
	Check:  checkContacts,
	Advise: func(s Said) (string, string) {
		return s.says("{words} points at one person; objectives belong to teams.",
			"Name the team or the people it serves instead, or leave the name out: the sentence seldom needs it.")
	},
}

// checkContacts finds contacts of teams that are a person's: the channel or the
// mailbox of a team stays when somebody leaves.
func checkContacts(r *Reading, say Say) {
	if r.Language == nil {
		return
	}
	for _, t := range r.Workspace.Teams {
		contact := strings.TrimSpace(t.Contact.V)
		if contact == "" || ofTeam(contact, r.Workspace, t) {
			continue
		}
		sign, found := signOf(r.Language.Note(contact), language.PersonInText)
		if !found {
			continue
		}
		local, domain, _ := strings.Cut(contact, "@")
		if sign.Reason != "address" {
			domain = "…"
		}
		m := OnTeam(r.Workspace, t).At(t.Contact.Span).Says(
			named(t.Contact)+" reaches one person, and a team's contact should still answer when that person is away",
			"Write the team's channel or mailbox: "+example("contact: \"#"+t.ID.V+"\"")+", or "+example("contact: "+t.ID.V+"@"+domain)+".")
		if sign.Reason == "address" && strings.ContainsAny(local, "._") {
			m = m.As(diag.Error) // first and last name: nobody calls a mailbox of a team so
		}
		say(m)
	}
}

// ofTeam reports whether a contact is a channel, the team's handle, or a mailbox
// that several people read.
func ofTeam(contact string, ws *okr.Workspace, t *okr.Team) bool {
	if strings.HasPrefix(contact, "#") || t.Handle.Written() && strings.EqualFold(contact, t.Handle.V) {
		return true
	}
	name, mail := strings.CutPrefix(contact, "@")
	if !mail {
		name, _, mail = strings.Cut(contact, "@")
	}
	if !mail || strings.ContainsAny(name, " \t") {
		return false
	}
	words := strings.Fields(spaced(name))
	known := strings.Fields(spaced(t.ID.V + " " + t.Name.V + " " + ws.Organization))
	return slices.ContainsFunc(words, func(word string) bool {
		return slices.Contains(known, word) || slices.Contains(sharedBoxes(), word)
	})
}

// sharedBoxes are words of mailboxes and groups that several people read.
func sharedBoxes() []string {
	return []string{
		"team", "teams", "squad", "group", "crew", "tribe", "guild", "desk", "helpdesk", "support", "info", "hello", "contact", "help", "office", "service", "oncall", "ops",
		"dev", "devs", "all", "list", "engineering", "sales", "marketing", "finance", "hr", "legal", "product", "design", "data", "it", "security", "kontakt", "anfrage", "buchhaltung",
		"vertrieb", "einkauf", "technik", "entwicklung", "inbox", "mailbox", "channel", "okr", "okrs", "feedback", "requests",
	}
}
