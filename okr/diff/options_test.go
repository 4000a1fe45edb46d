package diff_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diff"
)

func TestSettledBeforeTheGraceIsOver(t *testing.T) {
	before, after := workspace(t, one(euros)), workspace(t, one("unit: EUR, baseline: 0, target: 60"))
	late := func(settled func(*okr.Cycle) bool, at string) bool {
		r := diff.ReadWith(before, after, diff.Options{At: day(t, at), Settled: settled})
		wantLines(t, r, "key_result eased a/2026-Q1/o/k target")
		return r.Changes[0].Late
	}
	is(t, "late by dates alone", late(nil, "01-12"), false)
	is(t, "late where a tag ended the grace", late(func(c *okr.Cycle) bool { return c.ID == "2026-Q1" }, "01-12"), true)
	is(t, "late where that of another cycle ended", late(func(c *okr.Cycle) bool { return c.ID == "2026-Q2" }, "01-12"), false)
	is(t, "late after the grace", late(func(*okr.Cycle) bool { return false }, "02-14"), true)
}

// TestWhatIsGoneAsAWholeNeedsAWord holds that nobody gets rid of a published target more
// quietly by taking away more.
func TestWhatIsGoneAsAWholeNeedsAWord(t *testing.T) {
	two := objective("o", "", keyResult("k", euros), keyResult("l", euros))
	for _, v := range []struct {
		after   files
		line    string
		message string
	}{
		{files{}, "document dropped a/2026-Q1", "the document is gone with 1 objective and 2 key results"},
		{files{"a": objectives(objective("p", "", keyResult("m", "unit: EUR, baseline: 1, target: 7")))}, "objective dropped a/2026-Q1/o", "the objective is gone with 2 key results: Customers of o are served at once"},
	} {
		for at, want := range map[string]bool{"02-14": true, "01-12": false} {
			r := compare(t, files{"a": objectives(two)}, v.after, at)
			found := false
			for _, c := range r.Changes {
				if line(c) == v.line {
					found = true
					is(t, "late "+at, c.Late, want)
					is(t, "declared", c.Declared, false)
					is(t, "message", c.Message, v.message)
				}
			}
			if !found {
				t.Errorf("%s is not in %v", v.line, lines(r))
			}
		}
	}
	r := diff.Read(load1(t, system(files{"a": "objectives: []\n"}), false), workspace(t, files{}), nil, day(t, "02-14"))
	wantLines(t, r, "document dropped a/2026-Q1")
	is(t, "late although nothing was in it", r.Changes[0].Late, false)
}

func TestHandedOver(t *testing.T) {
	at := func(team, body string) fstest.MapFS {
		fs := system(files{team: body, "c": objectives(objective("x", "supports: [a/2026-Q1/o]", keyResult("y", euros)))})
		fs["okrs/shop.yaml"] = fs["okrs/2026-Q1/"+team+".yaml"]
		delete(fs, "okrs/2026-Q1/"+team+".yaml")
		return fs
	}
	body := objectives(objective("o", "", keyResult("k", euros, checkIns("02-01 40"))), objective("p", "", keyResult("k", euros)))
	r := diff.Read(load1(t, at("a", body), true), load1(t, at("b", body), true), nil, day(t, "02-14"))
	wantLines(t, r, "document moved b/2026-Q1 team")
	is(t, "message", r.Changes[0].Message, "the document went from team a to team b")
	wantText(t, "before", r.Changes[0].Before, "a")
	is(t, "late", r.Changes[0].Late, false)
	is(t, "attributions", len(r.Attribution), 2)
	wantNumber(t, "of what was a's", &r.Attribution[0].Definition, "-0.4")
	wantNumber(t, "of what is b's", &r.Attribution[1].Definition, "0.4")
	wantNumber(t, "in all", &r.Total.Definition, "0")
	is(t, "reaches", len(r.Blast.Reaches), 1)

	eased := strings.Replace(body, "target: 100", "target: 50", 1)
	r = diff.Read(load1(t, at("a", body), true), load1(t, at("b", eased), true), nil, day(t, "02-14"))
	wantLines(t, r, "document moved b/2026-Q1 team", "key_result eased b/2026-Q1/o/k target")
	is(t, "late", r.Changes[1].Late, true)
	wantNumber(t, "in all", &r.Total.Definition, "0.4")

	other := strings.Replace(body, "Customers of p", "Guests of p", 1)
	r = diff.Read(load1(t, at("a", body), true), load1(t, at("b", other), true), nil, day(t, "02-14"))
	wantLines(t, r, "document dropped a/2026-Q1", "document added b/2026-Q1")
	is(t, "late", r.Changes[0].Late, true)
}

func TestEachCycleHasItsOwnTotal(t *testing.T) {
	k := keyResult("k", euros, checkIns("02-01 40"))
	body := objectives(objective("o", "", k))
	before := files{"a": body, "a/2026": body, "b/2026": body, "a/2026-Q2": body}
	after := files{
		"a":         strings.Replace(body, "value: 40}", "value: 40}, {date: 2026-02-08, value: 41}", 1),
		"a/2026":    strings.Replace(body, "target: 100", "target: 50", 1),
		"b/2026":    body,
		"a/2026-Q2": strings.Replace(body, "target: 100", "target: 50", 1), // which nothing has been read of
	}
	r := compare(t, before, after, "02-14")
	is(t, "cycle", r.Cycle.ID, "2026-Q1")
	wantNumber(t, "definition", &r.Total.Definition, "0")
	if len(r.Others) != 1 || r.Others[0].Cycle.ID != "2026" {
		t.Fatalf("other cycles are %v", r.Others)
	}
	wantNumber(t, "definition of the year", &r.Others[0].Definition, "0.4")
	wantNumber(t, "before of the year", r.Others[0].Before, "0.4")
	is(t, "more", r.More, 0)

	// Of many, those where a goalpost moved furthest.
	before, after = files{"a": body}, files{"a": body}
	for id, target := range map[string]string{"2026": "90", "2026-Q1": "100", "2025-Q4": "50", "2025": "80", "2026-H1": "60"} {
		read := strings.ReplaceAll(body, "2026-02-01", id[:4]+"-12-01")
		if id[:4] == "2026" {
			read = body
		}
		before["a/"+id], after["a/"+id] = read, strings.Replace(read, "target: 100", "target: "+target, 1)
	}
	delete(before, "a/2026-Q1")
	delete(after, "a/2026-Q1")
	after["a"] = strings.Replace(body, "target: 100", "target: 99", 1)
	r = diff.Read(workspace(t, before), workspace(t, after), workspace(t, after).Cycle("2026-Q1"), day(t, "02-14"))
	var named []string
	for _, o := range r.Others {
		named = append(named, o.Cycle.ID)
	}
	is(t, "named", strings.Join(named, " "), "2025-Q4 2026-H1")
	is(t, "more", r.More, 2)
}

// TestWhatLeftTheMean holds that a change of a team's score by what counts in it names
// the key results.
func TestWhatLeftTheMean(t *testing.T) {
	k, l := keyResult("k", euros, checkIns("02-01 40")), keyResult("l", euros, checkIns("02-01 20"))
	guard := keyResult("l", "kind: at_least, unit: EUR, target: 10", "role: guardrail", checkIns("02-01 20"))
	counting := keyResult("l", "kind: at_least, unit: EUR, target: 10", checkIns("02-01 20"))
	stopped := keyResult("l", euros, checkIns("02-01 20"), "cancelled: {date: 2026-02-02, reason: The market closed}")
	whole := func(list ...string) files { return files{"a": objectives(objective("o", "", list...))} }
	aside := files{"a": objectives(objective("o", "", k)) + "stopped:\n" + objective("p", "cancelled: {date: 2026-02-02, reason: The law changed}", l)}
	for _, v := range []struct {
		name          string
		before, after files
		address       string
		was, is       string
	}{
		{"stopped", whole(k, l), whole(k, stopped), "a/2026-Q1/o/l", "0.2", "nil"},
		{"taken up again", whole(k, stopped), whole(k, l), "a/2026-Q1/o/l", "nil", "0.2"},
		{"with its objective", files{"a": objectives(objective("o", "", k), objective("p", "", l))}, aside, "a/2026-Q1/p/l", "0.2", "nil"},
		{"to guard", whole(k, counting), whole(k, guard), "a/2026-Q1/o/l", "1", "nil"},
	} {
		r := compare(t, v.before, v.after, "02-14")
		if len(r.Attribution) != 1 || len(r.Attribution[0].KeyResults) != 1 {
			t.Errorf("%s: %v", v.name, r.Attribution)
			continue
		}
		got := r.Attribution[0].KeyResults[0]
		is(t, v.name, got.Address, v.address)
		wantNumber(t, v.name+": before", got.Before, v.was)
		wantNumber(t, v.name+": after", got.After, v.is)
		if !got.Definition.Equal(value(got.After).Sub(value(got.Before))) {
			t.Errorf("%s: %s", v.name, got.Definition)
		}
	}
}

func TestAnUnreadablePolicyChangesNothing(t *testing.T) {
	body := objectives(objective("o", "", keyResult("k", euros, checkIns("02-01 40")), keyResult("l", euros, checkIns("02-01 80"))))
	strict := "+scoring: {objective_score: min}"
	before, after := workspace(t, files{"okr.yaml": strict, "a": body}), workspace(t, files{"a": body})
	is(t, "changes by default", len(diff.Read(before, after, nil, day(t, "02-14")).Changes), 1)
	r := diff.ReadWith(before, after, diff.Options{At: day(t, "02-14"), NoPolicy: true})
	wantLines(t, r)
	is(t, "attributions", len(r.Attribution), 0)
	is(t, "the states as they were given", r.Before, before)

	eased := workspace(t, files{"a": strings.Replace(body, "target: 100", "target: 50", 1)})
	r = diff.ReadWith(before, eased, diff.Options{At: day(t, "02-14"), NoPolicy: true})
	wantLines(t, r, "key_result eased a/2026-Q1/o/k target")
	wantNumber(t, "before by the later settings", r.Total.Before, "0.6")
	wantNumber(t, "definition", &r.Total.Definition, "0.2")
}

// TestVerdictsByReadings holds what only the readings can tell.
func TestVerdictsByReadings(t *testing.T) {
	two := checkIns("02-01 40", "02-08 20")
	for _, v := range []struct {
		before, after, readings, more string
		field                         string
		want                          diff.Verdict
	}{
		{euros, euros + ", aggregate: sum", two, two, "aggregate", diff.Eased},
		{euros + ", aggregate: sum", euros, two, two, "aggregate", diff.Hardened},
		{euros, euros + ", aggregate: mean", two, two, "aggregate", diff.Eased},
		{euros, euros + ", aggregate: mean", checkIns("02-01 20", "02-08 40"), checkIns("02-01 20", "02-08 40"), "aggregate", diff.Hardened},
		{euros, euros + ", aggregate: sum", checkIns("02-01 40"), checkIns("02-01 40"), "aggregate", diff.Neutral},
		{euros, euros + ", aggregate: mean", two, checkIns("02-01 20", "02-08 40"), "aggregate", diff.Neutral}, // they do not agree
		{euros, euros + ", aggregate: sum", checkIns("02-20 40", "02-21 40"), checkIns("02-20 40", "02-21 40"), "aggregate", diff.Neutral},
		{"unit: EUR, baseline: 100, target: 0", "unit: EUR, baseline: 100, target: 0, aggregate: sum", two, two, "aggregate", diff.Hardened},
		{"kind: at_least, unit: EUR, target: 30", "kind: at_least, unit: EUR, target: 30, threshold: held_share", two, two, "threshold", diff.Eased},
	} {
		r := compare(t, one(v.before, v.readings), one(v.after, v.more), "02-14")
		found := false
		for _, c := range r.Changes {
			if c.Field == v.field {
				found = true
				is(t, v.before+" → "+v.after+" with "+v.readings, c.Verdict, v.want)
			}
		}
		if !found {
			t.Errorf("no change of %s in %v", v.field, lines(r))
		}
	}
	r := compare(t, one(euros, two), one(euros+", aggregate: sum", two), "02-14")
	is(t, "message", r.Changes[0].Message, "aggregate added: sum: eased, it raises the score with the same readings")
}

// TestPlacesOfSettings holds where a change of okr.yaml is seen, in every way in which
// its keys are written.
func TestPlacesOfSettings(t *testing.T) {
	body := objectives(objective("o", "", keyResult("k", euros)))
	block := "+calendar:\n  # grace_days: 3 is too few\n  fiscal_year_start: 1\n  \"grace_days\": 21\n\n  check_in_every: 7"
	for _, v := range []struct {
		before, after, field, text string
		line                       int
		gone                       bool
	}{
		{"+", block, "calendar.grace_days", "grace_days", 12, false},
		{block, "+", "calendar.grace_days", "grace_days", 12, true},
		{"+", "+calendar: {check_in_every: 7, grace_days: 21}", "calendar.grace_days", "grace_days", 9, false},
		{"+", "+calendar: {check_in_every: 7,\n  grace_days: 21\n}", "calendar.grace_days", "grace_days", 10, false},
		{"+scoring: {pace: {to: expected}}", "+scoring:\n  pace:\n    mode: points\n    to: target", "scoring.pace.to", "to", 12, false},
		{"+", "+units: {team_key_results: {}, apples: {domain: {min: 0}}}", "units.apples", "apples", 9, false},
		{"+", "+cycles: [{id: summer, start: 2026-06-01, end: 2026-08-31}]", "cycles.summer", "summer", 9, false},
		{"+", strings.Replace(register, "key_results: {min: 1", "key_results: {min: 2", 1), "limits.key_results", "key_results", 3, false},
		{"+", strings.Replace(register, "team_key_results: 90", "team_key_results: 80", 1), "limits.team_key_results", "team_key_results", 3, false},
		{"+", "{version: 1, organization: Acme, limits: {objectives: {min: 1, max: 80}, key_results: {min: 1, max: 90}, team_key_results: 90}, teams: [{id: company, name: Company}, {id: a, name: A, parent: company}]}", "limits.objectives", "objectives", 1, false},
	} {
		r := compare(t, files{"okr.yaml": v.before, "a": body}, files{"okr.yaml": v.after, "a": body}, "02-14")
		found := false
		for _, c := range r.Changes {
			if c.Field != v.field {
				continue
			}
			found = true
			text := string(c.Place.File.Text())
			is(t, v.after+": line", 1+strings.Count(text[:c.Place.Span.Start], "\n"), v.line)
			is(t, v.after+": text", text[c.Place.Span.Start:c.Place.Span.End], v.text)
			is(t, v.after+": gone", c.Place.Before, v.gone)
			if !strings.HasPrefix(c.Message, v.field+" ") {
				t.Errorf("%q does not begin with the key %s", c.Message, v.field)
			}
		}
		if !found {
			t.Errorf("no change of %s in %v", v.field, lines(r))
		}
	}
}
