package lint_test

import (
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/lint"
)

// result is a key result with its title, as [line] has it without one.
func result(id, title, metric, fields string, checkIns ...string) string {
	return strings.Replace(line(id, metric, fields, checkIns...), "Guests of "+id+" who return rise", title, 1)
}

// draft is a paper of checkout for 2026-Q4, of which nobody has heard anything.
func draft(results ...string) string { return paper("checkout", "2026-Q4", "aspirational", results...) }

// shown are the stretches of the files at which a rule speaks.
func shown(t *testing.T, rule, files string) []string {
	t.Helper()
	var stretches []string
	for _, f := range lintFiles(t, exampleFiles(files), examplesAt) {
		if f.Rule != rule {
			continue
		}
		text := []rune(f.Excerpt[0])
		end := len(text)
		if f.EndLine == f.Line {
			end = f.EndColumn - 1
		}
		stretches = append(stretches, string(text[f.Column-1:end]))
	}
	return stretches
}

func holdsPlace(t *testing.T, rule, files string, want ...string) {
	t.Helper()
	if got := shown(t, rule, files); strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("%s points at %q, want %q", rule, got, want)
	}
}

const (
	step  = "kind: milestone"
	steps = "kind: stages, stages: [{name: tried, credit: 0.3}, {name: kept, credit: 1}]"
	fence = "kind: at_most, unit: percent, target: 2, source: desk"
)

func TestMilestoneHeavy(t *testing.T) {
	const goal = "checkout/2026-Q4/goal"
	try(t, "milestone-heavy", []trial{
		{name: "two of three", files: draft(line("a", step, ""), line("b", steps, ""), line("c", up, "")), want: []string{goal}, says: "warning: 2 of 3 key results"},
		{name: "the only one", files: draft(line("a", step, "")), want: []string{goal}, says: "the only key result"},
		{name: "half of them", files: draft(line("a", step, ""), line("b", up, ""))},
		{name: "guardrails are not among them", files: draft(line("a", step, ""), line("b", step, ""), line("c", up, ""), line("d", fence, "role: guardrail")), want: []string{goal}},
		{name: "what is cancelled is not among them", at: "2026-11-01", files: draft(line("a", step, "cancelled: {date: 2026-10-20, reason: The city said no}"), line("b", up, ""))},
		{name: "committed", files: paper("checkout", "2026-Q4", "committed", line("a", step, ""), line("b", step, "")), want: []string{goal}, says: "info: "},
		{name: "a baseline to be found", files: draft(line("a", "kind: establish_baseline, unit: days, source: desk", ""), line("b", up, ""))},
		{name: "closed all the same", files: paper("checkout", "2026-Q2", "aspirational", line("a", step, "")), want: []string{"checkout/2026-Q2/goal"}},
		{name: "allowed", files: strings.Replace(draft(line("a", step, "")), "title: Guests come back", "title: Guests come back # okr:allow milestone-heavy because the house moves", 1), want: []string{"-" + goal}},
	})
}

func TestNoSource(t *testing.T) {
	const a = "checkout/2026-Q4/goal/a"
	const bare = "unit: percent, baseline: 40, target: 60"
	try(t, "no-source", []trial{
		{name: "none", files: draft(line("a", bare, "")), want: []string{a}, says: "`source: \"dashboard: checkout/a\"`"},
		{name: "none in a draft is a warning", files: paper("checkout", "2026-Q4", "committed", line("a", bare, "")), want: []string{a}, says: "warning: "},
		{name: "none of a promise", files: paper("checkout", "2026-Q3", "committed", line("a", bare, "")), want: []string{"checkout/2026-Q3/goal/a"}, says: "error: "},
		{name: "none of a stretch", files: paper("checkout", "2026-Q3", "aspirational", line("a", bare, "")), want: []string{"checkout/2026-Q3/goal/a"}, says: "warning: "},
		{name: "on the first day", at: "2026-10-01", files: paper("checkout", "2026-Q4", "committed", line("a", bare, "")), want: []string{a}, says: "error: "},
		{name: "a guardrail", files: draft(line("a", "kind: at_most, unit: percent, target: 2", "role: guardrail")), want: []string{a}},
		{name: "a source", files: draft(line("a", up, ""))},
		{name: "milestones and stages", files: draft(line("a", step, ""), line("b", steps, ""))},
		{name: "closed all the same", files: paper("checkout", "2026-Q2", "committed", line("a", bare, "")), want: []string{"checkout/2026-Q2/goal/a"}},
		{name: "allowed", files: strings.Replace(draft(line("a", bare, "")), "      - id: a", "      # okr:allow no-source until 2026-10-31 because the desk counts from then on\n      - id: a", 1), want: []string{"-" + a}},
	})
	if rule, _ := lint.ByID("no-source"); rule.Severity != diag.Warning {
		t.Errorf("the severity is %s", rule.Severity)
	}
}

func TestSelfGraded(t *testing.T) {
	const a = "checkout/2026-Q4/goal/a"
	from := func(source string) string {
		return draft(line("a", "unit: percent, baseline: 40, target: 60, source: \""+source+"\"", ""))
	}
	for _, source := range []string{"self", "Self-assessment", "manual estimate", "team vote", "Vote in the team", "gut feeling", "our own estimate", "Bauchgefühl", "Selbsteinschätzung", "Schätzung des Teams", "The team's opinion"} {
		try(t, "self-graded", []trial{{name: source, files: from(source), want: []string{a}, says: "the team grades itself"}})
		holdsPlace(t, "self-graded", from(source), `"`+source+`"`)
	}
	for _, source := range []string{"team health survey", "survey: self-assessment of newcomers", "dashboard: self-service/returns", "manual count of crates", "Umfrage im Team", "team register", "estimate of the weather service", "self-checkout log", "Teamkalender"} {
		try(t, "self-graded", []trial{{name: source, files: from(source)}})
	}
	try(t, "self-graded", []trial{
		{name: "allowed", files: draft(line("a", "unit: percent, baseline: 40, target: 60, source: team vote # okr:allow self-graded because the sensors come in May\n          ", "")), want: []string{"-" + a}},
		{name: "closed all the same", files: strings.ReplaceAll(from("self"), "2026-Q4", "2026-Q2"), want: []string{"checkout/2026-Q2/goal/a"}},
	})
}

func TestLaggingOnly(t *testing.T) {
	const goal = "checkout/2026-Q4/goal"
	try(t, "lagging-only", []trial{
		{name: "declared", files: draft(line("a", up, "indicator: lagging"), line("b", up, "indicator: lagging")), want: []string{goal}, says: "warning: no key result of \"Guests come back\" can move before 2026-Q4 is nearly over: 2 are declared as lagging"},
		{name: "once a quarter", files: draft(line("a", up+", measured: quarterly", "")), want: []string{goal}, says: "1 is measured once a quarter"},
		{name: "by its name", files: draft(line("a", up+", name: annual churn", ""), line("b", up, "indicator: lagging")), want: []string{goal}, says: "1 is known for the year as a whole (annual churn) and 1 is declared as lagging"},
		{name: "in German", files: draft(result("a", "Der Jahresumsatz steigt von 4 auf 5 Millionen", "unit: million EUR, baseline: 4, target: 5, source: desk", "")), want: []string{goal}},
		{name: "one leading", files: draft(line("a", up, "indicator: lagging"), line("b", up, "indicator: leading"))},
		{name: "one of which nothing is said", files: draft(line("a", up, "indicator: lagging"), line("b", up, ""))},
		{name: "a guardrail does not lead", files: draft(line("a", up, "indicator: lagging"), line("b", fence, "role: guardrail")), want: []string{goal}},
		{name: "once a quarter of a year", files: paper("checkout", "2026", "aspirational", line("a", up+", measured: quarterly", ""))},
		{name: "annual, looked at every week", files: draft(line("a", up+", name: annual churn, measured: weekly", ""))},
		{name: "the whole organisation", files: paper("company", "2026-Q4", "aspirational", line("a", up, "indicator: lagging")), want: []string{"company/2026-Q4/goal"}, says: "info: "},
		{name: "allowed", files: strings.Replace(draft(line("a", up, "indicator: lagging")), "version: 1", "# okr:allow lagging-only because the register is counted in January\nversion: 1", 1), want: []string{"-" + goal}},
	})
}

func TestUnobservableInCycle(t *testing.T) {
	const a = "checkout/2026-Q4/goal/a"
	titled := func(title, fields string, checkIns ...string) string {
		return draft(result("a", title, up, fields, checkIns...))
	}
	try(t, "unobservable-in-cycle", []trial{
		{name: "declared", files: draft(line("a", up+", observable_on: 2027-01-31", "")), want: []string{a}, says: "info: \"Guests of a who return rise\" can be known on 2027-01-31, 31 days after 2026-Q4 ends"},
		{name: "declared on the last day", files: draft(line("a", up+", observable_on: 2026-12-31", ""))},
		{name: "ninety days from October on", files: titled("90-day retention of guests rises from 40 to 60 percent", "")},
		{name: "ninety days from the fourth on", files: titled("90-day retention of guests rises from 40 to 60 percent", "starts: 2026-10-03"), want: []string{a}, says: "warning: \"90-day retention\" does not fit into what is left of 2026-Q4: from 2026-10-03 to 2026-12-31 there are 90 days"},
		{name: "on the edge", files: titled("90-day retention of guests rises from 40 to 60 percent", "starts: 2026-10-02")},
		{name: "months", files: titled("Guests who return within 6 months rise from 40 to 60 percent", ""), want: []string{a}, says: "observable_on: 2027-03-30"},
		{name: "weeks in German", files: titled("Gäste, die nach 20 Wochen wiederkommen, steigen von 40 auf 60 Prozent", ""), want: []string{a}},
		{name: "in the name", files: draft(line("a", up+", name: 12-month retention", "")), want: []string{a}},
		{name: "a rolling window", files: titled("Rolling 180-day retention of guests rises from 40 to 60 percent", "")},
		{name: "a contract", files: titled("Guests on a 12-month contract rise from 40 to 60 percent", "")},
		{name: "a level in days", files: titled("Waiting time for a table falls from 200 days to 150 days", "")},
		{name: "read already", at: "2026-11-15", files: titled("12-month retention of guests rises from 40 to 60 percent", "", "2026-11-02, value: 44")},
		{name: "a reading to come", files: titled("12-month retention of guests rises from 40 to 60 percent", "", "2026-11-02, value: 44"), want: []string{a}},
		{name: "over all the same", at: "2027-01-05", files: titled("12-month retention of guests rises from 40 to 60 percent", ""), want: []string{"checkout/2026-Q4/goal/a"}},
		{name: "allowed", files: titled("12-month retention rises from 40 to 60 percent # okr:allow unobservable-in-cycle because last year's guests count", ""), want: []string{"-" + a}},
	})
	holdsPlace(t, "unobservable-in-cycle", draft(line("a", up+", observable_on: 2027-01-31", "")), "2027-01-31")
}

func TestMetricConflict(t *testing.T) {
	const b = "payments/2026-Q4/goal/b"
	both := func(first, second string) string {
		return draft(line("a", "name: return rate, "+first, "")) + paper("payments", "2026-Q4", "aspirational", line("b", "name: Return rate, "+second, ""))
	}
	read := func(value string) string {
		return paper("checkout", "2026-Q3", "aspirational", line("a", "name: return rate, "+up, "", "2026-08-12, value: 44")) +
			paper("payments", "2026-Q3", "aspirational", line("b", "name: return rate, "+up, "", "2026-08-05, value: 43", "2026-08-12, value: "+value))
	}
	try(t, "metric-conflict", []trial{
		{name: "two baselines", files: both(up, strings.Replace(up, "40", "41", 1)), want: []string{b}, says: "error: \"Return rate\" starts at 41 here and at 40 in checkout/2026-Q4/goal/a"},
		{name: "two sources", files: both(up, strings.Replace(up, "desk", "till", 1)), want: []string{b}, says: "comes from \"till\" here and from \"desk\""},
		{name: "two readings", files: read("45"), want: []string{"payments/2026-Q3/goal/b"}, says: "stands at 45 on 2026-08-12 here and at 44 in checkout"},
		{name: "the same reading", files: read("44.0")},
		{name: "readings that have not come", at: "2026-08-11", files: read("45")},
		{name: "two targets", files: both(up, strings.Replace(up, "60", "70", 1))},
		{name: "two spellings of a source", files: both(up, strings.Replace(up, "desk", "Desk", 1))},
		{name: "regions", files: draft(line("a", "name: return rate north, "+up, "")) + paper("payments", "2026-Q4", "aspirational", line("b", "name: return rate south, "+strings.Replace(up, "40", "41", 1), ""))},
		{name: "two units", files: both(up, "unit: guests, baseline: 410, target: 600, source: desk")},
		{name: "one unit in two words", files: both(up, strings.Replace(strings.Replace(up, "percent", "'%'", 1), "40", "41", 1)), want: []string{b}},
		{name: "two quarters", files: draft(line("a", "name: return rate, "+up, "")) + paper("payments", "2026-Q3", "aspirational", line("b", "name: return rate, "+strings.Replace(up, "40", "41", 1), ""))},
		{name: "one definition", files: draft(line("a", "name: return rate, "+up, "shared_with: [payments]")) + paper("payments", "2026-Q4", "aspirational", "      - ref: checkout/2026-Q4/goal/a\n")},
		{name: "no name", files: draft(line("a", up, "")) + paper("payments", "2026-Q4", "aspirational", line("b", strings.Replace(up, "40", "41", 1), ""))},
		{name: "three of which one differs", files: both(up, up) + paper("data", "2026-Q4", "aspirational", line("c", "name: return rate, "+strings.Replace(up, "40", "42", 1), "")), want: []string{"data/2026-Q4/goal/c"}},
		{name: "allowed", files: both(up, strings.Replace(up, "40, ", "41, # okr:allow metric-conflict because the tills differ until May\n          ", 1)), want: []string{"-" + b}},
	})
	holdsPlace(t, "metric-conflict", both(up, strings.Replace(up, "40", "41", 1)), "41")
	for _, f := range lintFiles(t, exampleFiles(both(up, strings.Replace(up, "40", "41", 1))), examplesAt) {
		if f.Rule == "metric-conflict" && (len(f.Related) != 1 || f.Related[0].Path != "okrs/2026-Q4/checkout.yaml") {
			t.Errorf("the other side is %v", f.Related)
		}
	}
}

func TestOutOfInfluence(t *testing.T) {
	const a = "checkout/2026-Q4/goal/a"
	titled := func(title string) string { return draft(result("a", title, up, "")) }
	company := func(cycle, name string) string {
		return paper("company", cycle, "aspirational", line("z", "name: "+name+", "+up, ""))
	}
	own := draft(line("a", "name: guests who return, "+up, ""))
	try(t, "out-of-influence", []trial{
		{name: "revenue", files: titled("Revenue rises from 40 to 60 percent"), want: []string{a}, says: "info: \"revenue\" is a number of the whole organisation"},
		{name: "an order", files: titled("Increase our annual revenue from 40 to 60"), want: []string{a}},
		{name: "German", files: titled("Unser Umsatz steigt von 40 auf 60"), want: []string{a}},
		{name: "by its name", files: draft(line("a", "name: NPS, "+up, "")), want: []string{a}},
		{name: "a number of the top", files: own + company("2026-Q4", "Guests who return"), want: []string{a}, says: "is what company as a whole wants to move"},
		{name: "of its year", files: own + company("2026", "guests who return"), want: []string{a}},
		{name: "of another quarter", files: own + company("2026-Q3", "guests who return")},
		{name: "a part of revenue", files: titled("Revenue from gift cards rises from 40 to 60")},
		{name: "revenue per guest", files: titled("Revenue per guest rises from 40 to 60")},
		{name: "people who look at revenue", files: titled("Shops that see their revenue every day rise from 40 to 60")},
		{name: "the top itself", files: paper("company", "2026-Q4", "aspirational", result("a", "Revenue rises from 40 to 60", up, ""))},
		{name: "a guardrail", files: draft(result("a", "Revenue stays at or above 40", "kind: at_least, unit: EUR, target: 40, source: desk", "role: guardrail"))},
		{name: "a guardrail of the top", files: own + paper("company", "2026-Q4", "aspirational", line("z", "name: guests who return, kind: at_least, unit: percent, target: 40, source: desk", "role: guardrail"))},
		{name: "allowed", files: titled("Revenue rises from 40 to 60 # okr:allow out-of-influence because we set the prices"), want: []string{"-" + a}},
	})
}

func TestGameableRatio(t *testing.T) {
	const a = "checkout/2026-Q4/goal/a"
	share := result("a", "Win rate of our offers rises from 40 to 60 percent", up, "")
	try(t, "gameable-ratio", []trial{
		{name: "win rate", files: draft(share), want: []string{a}, says: "info: \"win rate\" also rises when there are fewer offers"},
		{name: "by its name", files: draft(line("a", "name: test pass rate, "+up, "")), want: []string{a}},
		{name: "German", files: draft(result("a", "Die Öffnungsrate steigt von 40 auf 60 Prozent", up, "")), want: []string{a}},
		{name: "a count beside it", files: draft(share, line("b", "unit: guests per month, baseline: 40, target: 60, source: desk", ""))},
		{name: "a count that watches", files: draft(share, line("b", "kind: at_least, unit: offers, target: 60, source: desk", "role: guardrail"))},
		{name: "a share beside it", files: draft(share, line("b", up, "")), want: []string{a}},
		{name: "a base of the market", files: draft(line("a", up, ""))},
		{name: "a falling share", files: draft(result("a", "Failures of our releases fall from 60 to 40 percent of releases", "unit: percent, baseline: 60, target: 40, source: desk", ""))},
		{name: "allowed", files: draft(strings.Replace(share, "rises from 40 to 60 percent", "rises from 40 to 60 percent # okr:allow gameable-ratio because the fair sets how many we write", 1)), want: []string{"-" + a}},
	})
}

func TestGoodToHitCap(t *testing.T) {
	const a = "checkout/2026-Q3/goal/a"
	of := func(now, before, after string) string {
		return paper("checkout", "2026-Q3", "aspirational",
			line("a", "unit: orders, baseline: 300, target: 400, source: desk", "", "2026-07-08, value: 330", "2026-08-12, value: "+now),
			line("b", "kind: at_most, unit: parcels, target: 5, source: desk", "role: guardrail", "2026-07-08, value: "+before, "2026-08-12, value: "+after))
	}
	try(t, "good-to-hit-cap", []trial{
		{name: "far beyond, and it gave way", files: of("460", "4", "11"), want: []string{a}, says: "info: \"Guests of a who return rise\" stands at 460, far beyond its target of 400"},
		{name: "half as much again", files: of("450", "4", "11")},
		{name: "inside its bound", files: of("460", "4", "5")},
		{name: "broken from the first day", files: of("460", "9", "11")},
		{name: "before it happened", at: "2026-08-11", files: of("460", "4", "11")},
		{name: "at the close", at: "2026-10-20", files: of("460", "4", "11"), want: []string{a}},
		{name: "allowed", files: strings.Replace(of("460", "4", "11"), "who return rise\n", "who return rise # okr:allow good-to-hit-cap because the strike broke the parcels\n", 1), want: []string{"-" + a}},
	})
}
