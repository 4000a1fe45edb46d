package lint_test

import (
	"strings"
	"testing"
)

// register is an okr.yaml with these teams below the company.
func register(teams ...string) string {
	text := "-- okr.yaml --\nversion: 1\norganization: Acme\nteams:\n  - {id: company, name: Acme}\n"
	for _, team := range teams {
		text += "  - {" + team + ", parent: company}\n"
	}
	return text + "limits: {objectives: {min: 1, max: 5}}\n"
}

func TestTitleAsTeamInTheRegister(t *testing.T) {
	one, none := []string{"okr.yaml"}, []string(nil)
	for _, test := range []struct {
		team string
		want []string
		says string
	}{
		{"id: cto, name: Technology", one, "`{id: engineering, name: Engineering}`"},
		{"id: ceo, name: CEO", one, "\"ceo\" is a role that one person holds"},
		{"id: sales, name: VP Sales", one, "`{id: sales, name: Sales}`"},
		{"id: head-of-data, name: Data", one, "`{id: data, name: Data}`"},
		{"id: sales, name: Director of Sales", one, ""},
		{"id: produkt, name: Leiterin Produkt", one, "id: produkt"},
		{"id: growth, name: Product Manager", one, "id: product"},
		{"id: infra, name: Tech Lead", one, ""},
		{"id: leadership, name: Leadership", none, ""},
		{"id: executive-team, name: Executive team", none, ""},
		{"id: cto-office, name: Office of the CTO", none, ""},
		{"id: product-managers, name: Product managers", none, ""},
		{"id: password-manager, name: Password Manager", none, ""},
		{"id: lead-generation, name: Lead generation", none, ""},
		{"id: product-management, name: Product management", none, ""},
		{"id: vehicles, name: Vice Presidential Suites", none, ""},
		{"id: directory, name: Directory", none, ""},
		{"id: shops, name: Store Manager, products: [Store Manager]", none, ""},
	} {
		try(t, "title-as-team", []trial{{name: test.team, files: register(test.team), want: test.want, says: test.says}})
	}
	try(t, "title-as-team", []trial{
		{name: "allowed", files: strings.Replace(register("id: cto, name: Technology"), "Technology, parent: company}", "Technology, parent: company} # okr:allow title-as-team because the name is on every door", 1), want: []string{"-okr.yaml"}},
	})
	holdsPlace(t, "title-as-team", register("id: sales, name: VP Sales"), "VP Sales")
}

func TestContacts(t *testing.T) {
	one, none := []string{"okr.yaml"}, []string(nil)
	for _, test := range []struct {
		contact string
		want    []string
		says    string
	}{
		{"jane.doe@acme.com", one, "error: \"jane.doe@acme.com\" reaches one person"},
		{"jane@acme.com", one, "warning: "},
		{"@jdoe", one, "`contact: \"#checkout\"`"},
		{"Ask Jane Doe", one, ""},
		{"#checkout", none, ""},
		{"#jane-doe-fan-club", none, ""},
		{"team@acme.com", none, ""},
		{"checkout@acme.com", none, ""},
		{"checkout-oncall@acme.com", none, ""},
		{"@acme/checkout", none, ""},
		{"@checkout-devs", none, ""},
		{"https://acme.example/teams/checkout", none, ""},
		{"Room 12, second floor", none, ""},
	} {
		try(t, "person-in-text", []trial{{name: test.contact, files: register("id: checkout, name: Checkout, contact: \"" + test.contact + "\""), want: test.want, says: test.says}})
	}
	try(t, "person-in-text", []trial{
		{name: "its own handle", files: register(`id: pay, name: Money, contact: "@acme/jdoe", handle: "@acme/jdoe"`)},
		{name: "allowed", files: strings.Replace(register("id: checkout, name: Checkout, contact: jane.doe@acme.com"), "company}\nlimits", "company} # okr:allow person-in-text until 2026-09-01 because the mailbox is being made\nlimits", 1), want: []string{"-okr.yaml"}},
	})
	holdsPlace(t, "person-in-text", register("id: checkout, name: Checkout, contact: jane.doe@acme.com"), "jane.doe@acme.com")
}

func TestTeamOfOne(t *testing.T) {
	try(t, "individual-okr", []trial{
		{name: "one", files: register("id: checkout, name: Checkout, size: 1"), want: []string{"okr.yaml"}, says: "error: a team of one is a person"},
		{name: "two", files: register("id: checkout, name: Checkout, size: 2")},
		{name: "unsaid", files: register("id: checkout, name: Checkout")},
		{name: "founders", files: strings.Replace(register("id: checkout, name: Checkout, size: 1"), "company}\nlimits", "company} # okr:allow individual-okr until 2026-12-31 because we are three founders\nlimits", 1), want: []string{"-okr.yaml"}},
		{name: "never milder than a warning", files: register("id: checkout, name: Checkout, size: 1") + "lint: {rules: {individual-okr: off}}\n", want: []string{"okr.yaml"}, says: "warning: "},
	})
}

func TestUnusedOverride(t *testing.T) {
	const register = "-- okr.yaml --\n" + exampleRegister + "lint:\n  overrides:\n"
	one := []string{"okr.yaml"}
	quarter := draft(line("a", up, ""))
	try(t, "unused-override", []trial{
		{name: "another folder", files: register + "    - {files: \"okr/**\", rules: {jargon: off}}\n" + quarter, want: one, says: "warning: no file matches \"okr/**\", so this override sets nothing → Correct the glob, or delete the entry; paths are written from the folder of okr.yaml, as in `okrs/2026-Q4/checkout.yaml`."},
		{name: "two globs, none of which matches", files: register + "    - {files: [\"a/*\", \"b/*\"], rules: {jargon: off}}\n" + quarter, want: one, says: "\"a/*\" and \"b/*\""},
		{name: "one of two matches", files: register + "    - {files: [\"a/*\", \"okrs/**\"], rules: {jargon: off}}\n" + quarter},
		{name: "the register", files: register + "    - {files: okr.yaml, rules: {jargon: off}}\n" + quarter},
		{name: "the second entry", files: register + "    - {files: \"okrs/**\", rules: {jargon: off}}\n    - {files: \"okrs/2025/**\", rules: {jargon: off}}\n" + quarter, want: one},
		{name: "no documents yet", files: register + "    - {files: \"okrs/**\", rules: {jargon: off}}\n", want: one, says: "Correct the glob, or delete the entry."},
		{name: "allowed", files: register + "    - {files: \"okrs/2027/**\", rules: {jargon: off}} # okr:allow unused-override until 2027-01-31 because the files come in winter\n" + quarter, want: []string{"-okr.yaml"}},
	})
	holdsPlace(t, "unused-override", register+"    - {files: [\"a/*\", \"b/*\"], rules: {jargon: off}}\n", `"a/*"`)
	broken := register + "    - {files: \"okrs/2026-Q1/**\", rules: {jargon: off}}\n-- okrs/2026-Q1/checkout.yaml --\nversion: 1\nteam: checkout\ncycle: 2026-Q1\nobjectives: []\n"
	for _, f := range lintFiles(t, exampleFiles(broken), examplesAt) {
		if f.Rule == "unused-override" {
			t.Errorf("a file that cannot be used is a file: %s", f.Message)
		}
	}
}
