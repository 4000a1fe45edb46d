package report_test

import (
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/report"
)

// onlyLines are the lines that are no comments.
func onlyLines(text string) string {
	var lines []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

func TestCodeownersFollowTheCustomOfTheFiles(t *testing.T) {
	ws := loaded(t, strings.NewReplacer("version: 1\norganization", "version: 1\nfiles: [\"teams/**/*.yaml\"]\norganization",
		"-- okrs/2026-Q3/shop.yaml", "-- teams/shop/2026-Q3.yaml", "-- okrs/2026-Q3/till.yaml", "-- teams/till/2026-Q3.yaml",
		"-- okrs/2026-Q3/vans.yaml", "-- teams/vans/2026-Q3.yaml", "-- okrs/2026-Q3/company.yaml", "-- teams/company/2026-Q3.yaml",
		"-- okrs/2026-Q2/company.yaml", "-- teams/company/2026-Q2.yaml", "-- okrs/2026/company.yaml", "-- teams/company/the * year?.yaml",
	).Replace(market))
	got := onlyLines(report.Codeowners(ws, day(t, "2026-08-15"), func(name string) string { return "a b/" + name }))
	const want = `/a\ b/okr.yaml @market/all
/a\ b/teams/company/*.yaml @market/all
/a\ b/teams/shop/*.yaml @market/all
/a\ b/teams/till/*.yaml @market/shop
/a\ b/teams/vans/*.yaml @market/all @market/shop
/a\ b/teams/company/the\ ?\ year?.yaml @market/all`
	if got != want {
		t.Errorf("%s\nis not\n%s", got, want)
	}
}

// TestCodeownersCannotBeDeceived gives a team a name and a handle that would be lines of
// their own.
func TestCodeownersCannotBeDeceived(t *testing.T) {
	ws := loaded(t, market)
	ws.Teams[1].Name.V = "Shop\n* @evil/team\u2028* @evil/team %s"
	ws.Teams[1].Handle.V = "@market/shop\n* @evil/team"
	text := report.Codeowners(ws, day(t, "2026-08-15"), func(name string) string { return name })
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, "#") && strings.Contains(line, "evil") || strings.HasPrefix(line, "*") {
			t.Errorf("a line was smuggled in: %q", line)
		}
	}
	if !strings.Contains(text, "has no handle") {
		t.Error("nothing says that the handle cannot be used")
	}
}
