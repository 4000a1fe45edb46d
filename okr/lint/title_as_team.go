package lint

import (
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
)

var titleAsTeam = Rule{
	Rule: diag.Rule{ID: "title-as-team", Category: diag.People, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "A role with a single holder in the place of a team."},
	Why: "A role that one person holds is that person. Goals of a leader that are handed down are a list of wishes, " +
		"and nobody else can see their own part in them.",
	Source: "Marty Cagan, Empowered",
	About:  KeyResult,
	Bad: []string{
		"The CTO owns the reduction of outages from 9 to 3 a month",
		"The VP Sales leads the growth of renewals from 60 to 75 percent",
	},
	Good: []string{
		"Outages that customers notice fall from 9 to 3 a month",
		"Customers who renew rise from 60 to 75 percent",
	},
	Since: edition,
	Check: checkTeamNames,
	Advise: func(s Said) (string, string) {
		return s.says("{words} makes a role with one holder the owner of a goal.",
			"Name the team that works on it, for example `engineering` in the place of `CTO`.")
	},
}

// checkTeamNames finds roles with a single holder among the teams of okr.yaml, by
// their names and by their ids.
func checkTeamNames(r *Reading, say Say) {
	for _, t := range r.Workspace.Teams {
		if !t.ID.Written() {
			continue // it is not in the register, which has been said
		}
		for _, text := range []okr.Text{t.ID, t.Name} {
			role, field := roleIn(text.V, t.Products)
			if role == "" {
				continue
			}
			m := OnTeam(r.Workspace, t).At(text.Span)
			say(m.Says(
				named(text)+" is a role that one person holds, and objectives belong to teams",
				"Name the team that does the work, as in "+example("{id: "+field+", name: "+capital(field)+"}")+
					", here and in the `team` of its documents; objectives keep their history with `was`."))
			break
		}
	}
}

// roleIn is the role that a name stands for, with the field of work that is left
// when the role is taken away; empty where several people bear the name.
func roleIn(name string, products []okr.Text) (role, field string) {
	words := strings.Fields(spaced(name))
	several := slices.ContainsFunc(words, func(word string) bool { return slices.Contains(groupWords(), word) })
	product := slices.ContainsFunc(products, func(p okr.Text) bool { return spaced(p.V) == spaced(name) })
	if len(words) == 0 || several || product {
		return "", ""
	}
	for _, chief := range chiefs() {
		if i := slices.Index(words, chief.role); i >= 0 {
			if rest := slugOf(words, i, i+1); rest != "" {
				return chief.role, rest
			}
			return chief.role, chief.field
		}
	}
	in := strings.Join(words, " ")
	for _, role := range rolesOfOne() {
		before, after, found := strings.Cut(" "+in+" ", " "+role+" ")
		if !found {
			continue
		}
		rest := slugOf(append(strings.Fields(before), strings.Fields(after)...), -1, -1)
		if rest == "" {
			rest = "company"
		}
		return role, rest
	}
	last := words[len(words)-1]
	if rest := slugOf(words, len(words)-1, len(words)); slices.Contains([]string{"manager", "managerin", "lead"}, last) &&
		(rest == "" || slices.Contains(managedFields(), rest)) {
		if rest == "" {
			rest = "operations"
		}
		return last, rest
	}
	return "", ""
}

// slugOf joins the words outside a range as an id does, without the small words
// that tie a role to its field.
func slugOf(words []string, from, to int) string {
	var kept []string
	for i, word := range words {
		if (i < from || i >= to) && !slices.Contains([]string{"of", "the", "for", "and", "our", "der", "die", "des", "von", "für", "s"}, word) {
			kept = append(kept, word)
		}
	}
	return strings.Join(kept, "-")
}

// groupWords make a team of a role: the office of the CTO, directors in the plural.
func groupWords() []string {
	return []string{
		"team", "teams", "office", "staff", "group", "board", "council", "circle", "guild", "organisation", "organization", "department", "directors", "managers",
		"leads", "leaders", "squad", "tribe", "chapter", "unit", "büro", "stab", "kreis", "abteilung", "gruppe", "gremium", "runde", "tools", "platform", "app",
	}
}

// chiefs are roles at the top and the field of work that each stands for.
func chiefs() []struct{ role, field string } {
	return []struct{ role, field string }{
		{"ceo", "company"}, {"cto", "engineering"}, {"cfo", "finance"}, {"coo", "operations"}, {"cio", "it"}, {"cmo", "marketing"}, {"cpo", "product"},
		{"ciso", "security"}, {"chro", "people"},
		{"geschäftsführer", "company"}, {"geschäftsführerin", "company"}, {"vorstandsvorsitzender", "company"}, {"vorstandsvorsitzende", "company"},
	}
}

// rolesOfOne are roles that one person has in a field of work.
func rolesOfOne() []string {
	return []string{
		"vice president", "senior vice president", "managing director", "general manager", "vp", "svp", "evp", "avp", "head of", "director", "president", "chairman", "chairwoman",
		"chief technology officer", "chief executive officer", "chief financial officer", "chief operating officer", "chief product officer", "chief marketing officer",
		"direktor", "direktorin", "leiter", "leiterin", "abteilungsleiter", "abteilungsleiterin", "bereichsleiter", "bereichsleiterin", "teamleiter", "teamleiterin", "präsident",
	}
}

// managedFields are fields of work whose manager or lead is a person; others, such
// as a password manager, are products.
func managedFields() []string {
	return []string{
		"product", "project", "program", "programme", "engineering", "sales", "marketing", "account", "key-account", "store", "shop", "branch", "area", "region", "regional",
		"office", "operations", "finance", "hr", "people", "it", "quality", "support", "customer-success", "plant", "team", "tech", "technical", "design", "data", "security",
		"qa", "delivery", "development", "dev", "research", "brand", "category", "community", "logistics", "warehouse", "purchasing", "produkt", "projekt", "vertriebs", "markt",
	}
}
