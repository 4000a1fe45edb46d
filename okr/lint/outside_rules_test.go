package lint_test

import (
	"slices"
	"strings"
	"testing"
)

// saidOf is what is said about files at a date: "severity rule subject", of the rules
// that are asked for.
func saidOf(t *testing.T, files, at string, rules ...string) []string {
	t.Helper()
	var said []string
	for _, f := range lintFiles(t, exampleFiles(files), mustDate(at)) {
		if slices.Contains(rules, f.Rule) && !f.Suppressed() {
			said = append(said, f.Severity.String()+" "+f.Rule+" "+f.Subject)
		}
	}
	return said
}

func wants(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("said is %q, want %q", got, want)
	}
}

// bare is a key result without a metric.
func bare(id, title, rest string) string {
	return "      - id: " + id + "\n        title: " + title + "\n" + rest
}

// TestSentencesOfWhatCannotBeUsed has titles beside what form refuses.
func TestSentencesOfWhatCannotBeUsed(t *testing.T) {
	const a = "checkout/2026-Q4/goal/a"
	asked := []string{"no-number", "no-unit", "output-kr", "weasel-words", "schema", "compound-kr", "solution-in-objective"}
	for name, test := range map[string]struct {
		files string
		want  []string
	}{
		"no metric":             {draft(bare("a", "Launch the returns page", "")), []string{"error no-number " + a, "error output-kr " + a}},
		"a metric of nothing":   {draft(bare("a", "Guests find answers", "        metric:\n")), []string{"error no-number " + a}},
		"an empty unit":         {draft(bare("a", "Launch the returns page", "        metric: {unit: \"\", baseline: 1, target: 2, source: desk}\n")), []string{"error no-unit " + a, "info output-kr " + a}},
		"no unit":               {draft(bare("a", "Guests who return rise from 1 to 2", "        metric: {baseline: 1, target: 2, source: desk}\n")), []string{"error no-unit " + a}},
		"points of what":        {draft(bare("a", "Guests who return rise from 1 to 2", "        metric: {unit: points, baseline: 1, target: 2, source: desk}\n")), []string{"error no-unit " + a}},
		"a number in words":     {draft(bare("a", "Guests find answers", "        metric: {unit: percent, baseline: 40, target: sixty, source: desk}\n")), []string{"error schema " + a}},
		"a goal without a name": {strings.Replace(draft(line("a", up, "")), "- id: goal\n    title: Guests come back", "- title: Launch the new platform", 1), []string{"error schema checkout/2026-Q4", "warning solution-in-objective checkout/2026-Q4"}},
	} {
		t.Run(name, func(t *testing.T) {
			got := saidOf(t, test.files, "2026-08-15", asked...)
			slices.Sort(got)
			slices.Sort(test.want)
			wants(t, got, test.want...)
		})
	}
}

func TestMilestonesOfWork(t *testing.T) {
	const a = "checkout/2026-Q4/goal/a"
	asked := []string{"date-as-target", "output-kr", "no-number"}
	of := func(commitment, title string) string {
		return paper("checkout", "2026-Q4", commitment, result("a", title, step+", source: letter", ""))
	}
	for name, test := range map[string]struct {
		files string
		want  []string
	}{
		"a date":                {of("aspirational", "Launch the returns page by 31 May"), []string{"error date-as-target " + a, "error output-kr " + a}},
		"a date that was given": {of("committed", "Launch the returns page by 31 May"), []string{"error output-kr " + a, "warning date-as-target " + a}},
		"no number":             {of("aspirational", "Launch the returns page"), []string{"error output-kr " + a}},
		"a number":              {of("aspirational", "Launch 3 waiting lounges"), []string{"warning output-kr " + a}},
		"no work":               {of("committed", "The inspectors confirm our price display without objection by 31 May"), nil},
		"counted":               {draft(result("a", "Launch 3 waiting lounges", "unit: lounges, baseline: 0, target: 3, source: desk", "")), []string{"warning output-kr " + a}},
		"counted by its use":    {draft(result("a", "Launch 3 waiting lounges", "unit: guests, baseline: 0, target: 300, source: desk", "")), []string{"info output-kr " + a}},
	} {
		t.Run(name, func(t *testing.T) {
			got := saidOf(t, test.files, "2026-08-15", asked...)
			slices.Sort(got)
			wants(t, got, test.want...)
		})
	}
}

func TestRelativeRates(t *testing.T) {
	of := func(title, metric string) string { return draft(result("a", title, metric+", source: desk", "")) }
	const punctual, fast = "Raise punctuality by 5 %", "unit: percent, baseline: 80, by: "
	try(t, "ambiguous-percent", []trial{
		{name: "a rate", files: of(punctual, fast+"+5%"), want: []string{weighed}, says: "`target: 84`"},
		{name: "a share without a baseline", files: of(punctual, "unit: share, by: +5%"), want: []string{weighed}, says: "warning: "},
		{name: "points", files: of(punctual, fast+"+5pp")},
		{name: "both ends in the title", files: of("Trains on time rise from 80 to 84 percent", fast+"+5%")},
		{name: "a count", files: of("Raise the trains on time by 5 %", "unit: trains, baseline: 80, by: +5%")},
		{name: "allowed", files: of(punctual, fast+"+5% # okr:allow ambiguous-percent because the board says so\n         "), want: []string{"-" + weighed}},
	})
}

func TestWindowsOfCohorts(t *testing.T) {
	of := func(title string) string {
		return paper("checkout", "2026-Q3", "aspirational", result("a", title, up, ""))
	}
	read := func(title string) string {
		return paper("checkout", "2026-Q3", "aspirational", result("a", title, up, "", "2026-07-03, value: 41"))
	}
	one := []string{"checkout/2026-Q3/goal/a"}
	try(t, "unobservable-in-cycle", []trial{
		{name: "the last month", files: of("90-day retention of riders who join in September rises from 40 to 60 percent"), want: one, says: "from 2026-09-01 to 2026-09-30"},
		{name: "its cohort", files: of("30-day retention of the September cohort rises from 40 to 60 percent"), want: one},
		{name: "in German", files: of("90-Tage-Bindung der Fahrer, die im September anfangen, steigt von 40 auf 60 Prozent"), want: one},
		{name: "in words", files: of("Riders who join in August and are still with us after six months rise from 40 to 60 percent"), want: one, says: "\"after six months\" does not fit"},
		{name: "read of those before", files: read("90-day retention of riders who join in August rises from 40 to 60 percent"), want: one, says: "What has been read so far is of those who began before"},
		{name: "newcomers", files: read("120-day retention of new riders rises from 40 to 60 percent"), want: one, says: "from 2026-07-01 to 2026-09-30 there are 92 days"},
		{name: "newcomers in time", files: read("90-day retention of new riders rises from 40 to 60 percent")},
		{name: "whoever it is", files: read("120-day retention of riders rises from 40 to 60 percent")},
		{name: "six of them", files: of("Six riders who join a day before the month begins rise from 40 to 60 percent")},
		{name: "the first month", files: of("60-day retention of riders who join in July rises from 40 to 60 percent")},
		{name: "a month before", files: of("90-day retention of riders who join in May rises from 40 to 60 percent")},
		{name: "a month to read it in", files: of("30-day retention of riders rises from 40 percent in July to 60 percent in September")},
	})
}

func TestHarmThatTheMetricSays(t *testing.T) {
	const a = "checkout/2026-Q4/goal/a"
	of := func(title, metric string, more ...string) []string {
		return saidOf(t, draft(append([]string{result("a", title, metric+", source: desk", "")}, more...)...), "2026-08-15", "no-counter-metric")
	}
	wants(t, of("Response time falls from 9 to 4 hours", "unit: hours, baseline: 9, target: 4"), "warning no-counter-metric "+a)
	wants(t, of("Guests wait less, 9 to 4", "unit: minutes, baseline: 9, target: 4"), "warning no-counter-metric "+a)
	wants(t, of("Response time falls from 9 to 4 hours", "unit: hours, baseline: 9, target: 4", line("b", fence, "role: guardrail")))
	wants(t, of("Response time stays below 4 hours", "kind: at_most, unit: hours, target: 4"), "info no-counter-metric "+a)
}

func TestCommitmentOfDrafts(t *testing.T) {
	of := func(cycle string) []string {
		files := strings.Replace(paper("checkout", cycle, "committed", line("a", up, "")), "    commitment: committed\n", "", 1)
		return saidOf(t, files, "2026-08-15", "no-commitment-type")
	}
	wants(t, of("2026-Q3"), "error no-commitment-type checkout/2026-Q3/goal")
	wants(t, of("2026-Q4"), "warning no-commitment-type checkout/2026-Q4/goal")
}

func TestAllowsOfWhatDoesNotRun(t *testing.T) {
	allow := func(lint string) []string {
		files := settings("lint: "+lint) + strings.Replace(draft(line("a", up, "")), "title: Guests come back", "title: Guests come back # okr:allow jargon because they say so", 1)
		return saidOf(t, files, "2026-08-15", "unused-allow")
	}
	wants(t, allow("{rules: {jargon: off}}"))
	wants(t, allow("{overrides: [{files: [\"okrs/**\"], rules: {jargon: off}}]}"))
	wants(t, allow("{rules: {jargon: error}}"), "warning unused-allow okrs/2026-Q4/checkout.yaml")

	long := strings.Replace(draft(line("a", up, "")), "title: Guests come back",
		"title: Launch the new platform\n      for guests # okr:allow solution-in-objective because the board chose it", 1)
	wants(t, saidOf(t, long, "2026-08-15", "solution-in-objective", "unused-allow"))
}

func TestEditionsToCome(t *testing.T) {
	wants(t, saidOf(t, settings("lint: {edition: 99}")+draft(line("a", up, "")), "2026-08-15", "unknown-rule"), "warning unknown-rule okr.yaml")
	wants(t, saidOf(t, settings("lint: {edition: 1}")+draft(line("a", up, "")), "2026-08-15", "unknown-rule"))
	holdsPlace(t, "unknown-rule", settings("lint: {edition: 99}")+draft(line("a", up, "")), "99")
}
