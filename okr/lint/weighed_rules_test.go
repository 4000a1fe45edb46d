package lint_test

import (
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/load"
	"github.com/okrs-as-code/okrs/okr/score"
)

const weighed = "checkout/2026-Q4/goal/a"

func TestNoCounterMetricByItsMetric(t *testing.T) {
	quick := "unit: minutes, baseline: 9, target: 4, source: desk"
	one := []string{weighed}
	try(t, "no-counter-metric", []trial{
		{name: "minutes that get fewer", files: draft(result("a", "Guests wait less before they sit", quick, "")), want: one, says: "warning: \"Guests wait less before they sit\" is measured by \"minutes\", which can be won by doing harm elsewhere → If nothing watches over it yet, add a guardrail with a floor, such as the share of work that has to be done again."},
		{name: "euros that get fewer", files: draft(result("a", "Guests eat for less", "unit: EUR per meal, baseline: 9, target: 4, source: desk", "")), want: one, says: "the satisfaction of those who are served"},
		{name: "a name", files: draft(result("a", "Guests like what they see", "name: conversion rate, "+up, "")), want: one, says: "measured by \"conversion rate\""},
		{name: "the title says it", files: draft(result("a", "Handling time falls from 9 to 4 minutes", quick, "")), want: one, says: "\"Handling time\""},
		{name: "minutes that get more", files: draft(result("a", "Guests stay longer", "unit: minutes, baseline: 4, target: 9, source: desk", ""))},
		{name: "a guardrail beside it", files: draft(result("a", "Guests wait less before they sit", quick, ""), line("b", fence, "role: guardrail"))},
		{name: "a loss", files: draft(result("a", "Downtime that guests notice gets shorter", quick, ""))},
		{name: "a share", files: draft(line("a", up, ""))},
		{name: "a share of orders, by its name", files: draft(result("a", "Guests who sit down a second time rise", "name: second orders, "+up, ""))},
		{name: "orders, by their name", files: draft(result("a", "Guests like what they see", "name: second orders, unit: orders, baseline: 20, target: 40, source: desk", "")), want: one},
		{name: "a time by its name", files: draft(result("a", "Guests like what they see", "name: seconds until they sit, unit: seconds, baseline: 90, target: 40, source: desk", "")), want: one},
		{name: "sold for less, by the title", files: draft(result("a", "Discount revenue rises from 20 to 40 thousand EUR", "unit: thousand EUR, baseline: 20, target: 40, source: desk", "")), want: one, says: "warning: \"Discount revenue rises from 20 to 40 thousand EUR\" can be won by doing harm elsewhere → If nothing watches over it yet, add a guardrail with a floor, such as the margin."},
		{name: "sold for less, by the name", files: draft(result("a", "The autumn pays off", "name: revenue from discounts, unit: thousand EUR, baseline: 20, target: 40, source: desk", "")), want: one, says: "measured by \"revenue from discounts\""},
		{name: "allowed", files: draft(result("a", "Guests wait less before they sit", "unit: minutes, # okr:allow no-counter-metric because the kitchen watches the food\n          baseline: 9, target: 4, source: desk", "")), want: []string{"-" + weighed}},
	})
}

func TestVanityByItsName(t *testing.T) {
	of := func(name string) string {
		return draft(result("a", "Guests know us better", "name: "+name+", unit: people, baseline: 400, target: 900, source: desk", ""))
	}
	one := []string{weighed}
	try(t, "vanity-metric", []trial{
		{name: "followers", files: of("followers"), want: one, says: "warning: \"followers\" can rise while nothing gets better for anybody"},
		{name: "a total", files: of("total page views"), want: one},
		{name: "by its unit", files: draft(result("a", "Likes per week rise from 31 to 55 thousand", "unit: thousand likes, baseline: 31, target: 55, source: desk", "")), want: one, says: "warning: \"thousand likes\" can rise while nothing gets better for anybody"},
		{name: "of people, by a unit", files: draft(result("a", "Guests who download a menu rise from 31 to 55", "unit: downloads, baseline: 31, target: 55, source: desk", ""))},
		{name: "once, by the title", files: draft(result("a", "Total page views rise from 400 to 900", "name: total page views, unit: views, baseline: 400, target: 900, source: desk", "")), want: one},
		{name: "people who come back", files: of("guests who come back within a month")},
		{name: "fewer of them", files: draft(result("a", "Guests know us better", "name: followers, unit: people, baseline: 900, target: 400, source: desk", ""))},
		{name: "a share", files: draft(result("a", "Guests know us better", "name: followers who book, "+up, ""))},
		{name: "allowed", files: of("followers # okr:allow vanity-metric because we sell seats in the feed\n         "), want: []string{"-" + weighed}},
	})
	holdsPlace(t, "vanity-metric", of("followers"), "followers")
}

func TestVolumeByItsUnit(t *testing.T) {
	of := func(unit string) string {
		return draft(result("a", "Outreach rises from 30 to 50", "unit: "+unit+", baseline: 30, target: 50, source: desk", ""))
	}
	one := []string{weighed}
	try(t, "volume-of-activity", []trial{
		{name: "calls", files: of("calls per week"), want: one, says: "warning: \"calls per week\" count what the team does"},
		{name: "story points", files: of("story points"), want: one},
		{name: "German", files: of("Anrufe pro Woche"), want: one},
		{name: "what language knows", files: of("posts"), want: one, says: "Outreach"},
		{name: "guests", files: of("guests")},
		{name: "deployments", files: of("deployments per day")},
		{name: "fewer of them", files: draft(result("a", "Outreach falls from 50 to 30", "unit: calls, baseline: 50, target: 30, source: desk", ""))},
		{name: "others call", files: draft(result("a", "Guests who call back rise from 30 to 50", "unit: calls, baseline: 30, target: 50, source: desk", ""))},
		{name: "solved and watched", files: draft(result("a", "Solved cases rise from 30 to 50", "unit: tickets, baseline: 30, target: 50, source: desk", ""), result("b", "Cases that are opened again stay at or below 2 percent", fence, "role: guardrail"))},
		{name: "solved, and something else watched", files: draft(result("a", "Tickets closed per week rise from 30 to 50", "unit: tickets, baseline: 30, target: 50, source: desk", ""), result("b", "Refunds paid by mistake stay at or below 2 percent", fence, "role: guardrail")), want: one},
		{name: "solved and not watched", files: draft(result("a", "Solved cases rise from 30 to 50", "unit: tickets, baseline: 30, target: 50, source: desk", "")), want: one},
		{name: "allowed", files: of("calls # okr:allow volume-of-activity because the line was down\n         "), want: []string{"-" + weighed}},
	})
}

func TestSentencesAreWeighedByTheirMetric(t *testing.T) {
	of := func(title, metric string) string { return draft(result("a", title, metric, "")) }
	one := []string{weighed}
	percent := func(rest string) string { return "unit: percent, " + rest + ", source: desk" }
	for rule, trials := range map[string][]trial{
		"percent-complete-kr": {
			{name: "of a plan", files: of("Progress of the roadmap", percent("baseline: 0, target: 100")), want: one},
			{name: "of a population that the metric names", files: of("Progress of the roadmap", percent("name: shops on the new till, baseline: 0, target: 100"))},
			{name: "in shops", files: of("Progress of the roadmap", "unit: shops, baseline: 0, target: 100, source: desk")},
		},
		"weasel-words": {
			{name: "a level", files: of("Guests who return get better", percent("baseline: 40, target: 60"))},
			{name: "by so much", files: of("Strengthen what brings guests back", percent("baseline: 40, by: +5pp"))},
		},
		"percentage-without-base": {
			{name: "a baseline", files: of("Increase repeat orders by 20%", "unit: orders, baseline: 100, target: 120, source: desk")},
			{name: "none is told once", files: of("Increase repeat orders by 20%", "kind: increase, unit: orders, target: 120, source: desk")},
			{name: "a bound", files: of("Increase repeat orders by 20%", "kind: at_least, unit: orders, target: 120, source: desk"), want: one, says: "warning: "},
		},
		"ambiguous-percent": {
			{name: "a baseline", files: of("Increase the return rate by 5%", percent("baseline: 40, target: 45"))},
			{name: "points", files: of("Increase the return rate by 5%", "kind: at_least, unit: pp, target: 5, source: desk")},
			{name: "a bound", files: of("Increase the return rate by 5%", percent("kind: at_least, target: 5")), want: one},
		},
		"no-number": {
			{name: "a target", files: of("Guests find answers", percent("baseline: 40, target: 60"))},
			{name: "by so much", files: of("Guests find answers", percent("baseline: 40, by: +5pp"))},
			{name: "by so much of what is missing", files: of("Guests find answers", percent("by: +5pp"))},
			{name: "a milestone", files: of("Guests find answers", step)},
			{name: "stages", files: of("Guests find answers", steps)},
			{name: "a baseline to be found", files: of("Guests find answers", "kind: establish_baseline, unit: days, source: desk")},
		},
		"wrong-direction": {
			{name: "by the name of the measure", files: of("More of what we want", percent("name: monthly churn rate, baseline: 31, target: 55")), want: one, says: "warning: \"monthly churn rate\" is usually meant to fall, and the numbers rise → Swap the numbers if they were mixed up: `baseline: 55, target: 31`"},
			{name: "by its name, and of what", files: of("More of what we want", "name: cost per order, unit: EUR, baseline: 3, target: 5, source: desk"), want: one},
			{name: "of a measure that is turned round", files: of("More of what we want", "name: avoided costs, unit: EUR, baseline: 3, target: 5, source: desk")},
			{name: "of something else", files: of("More of what we want", percent("name: share of projects with known costs, baseline: 31, target: 55"))},
			{name: "a measure that falls", files: of("Less of what we do not want", percent("name: monthly churn rate, baseline: 55, target: 31"))},
			{name: "against the metric", files: of("Reduce what guests wait", "unit: minutes, baseline: 4, target: 9, source: desk"), want: one, says: "error: "},
			{name: "with the metric", files: of("Reduce what guests wait", "unit: minutes, baseline: 9, target: 4, source: desk")},
			{name: "by kind, told once", files: of("Reduce what guests wait", "kind: decrease, unit: minutes, baseline: 4, target: 9, source: desk"), want: one},
		},
		"deliverable-kr": {
			{name: "a thing", files: of("New supplier portal", "kind: at_least, unit: points, name: maturity, target: 5, source: desk"), want: one},
			{name: "counted by its use", files: of("New supplier portal", "kind: at_least, unit: orders, target: 50, source: desk")},
			{name: "by a name of its use", files: of("New supplier portal", percent("kind: at_least, name: suppliers who order through it, target: 5"))},
		},
	} {
		t.Run(rule, func(t *testing.T) { try(t, rule, trials) })
	}
}

func TestUsualLevelsThatArePromised(t *testing.T) {
	keep := func(commitment, metric string) string {
		return strings.Replace(paper("checkout", "2026-Q4", commitment, line("a", metric, "")), "Guests come back", "Keep the lights on", 1)
	}
	bound := "kind: at_least, unit: percent, target: 99.9, source: desk"
	one := []string{"checkout/2026-Q4/goal"}
	try(t, "business-as-usual", []trial{
		{name: "a stretch", files: keep("aspirational", bound), want: one},
		{name: "a service level", files: keep("committed", bound)},
		{name: "a promise of a change", files: keep("committed", up), want: one},
		{name: "allowed", files: strings.Replace(keep("aspirational", bound), "lights on", "lights on # okr:allow business-as-usual because the wind year was hard", 1), want: []string{"-checkout/2026-Q4/goal"}},
	})
}

func TestUnmeasuredAtClose(t *testing.T) {
	ended := func(cycle string, checkIns ...string) string {
		return paper("checkout", cycle, "aspirational", line("a", up, "", checkIns...))
	}
	one := []string{"checkout/2026-Q2/goal/a"}
	scoring := func(word string) string { return settings("scoring: {unmeasured_at_close: " + word + "}") }
	try(t, "unmeasured-at-close", []trial{
		{name: "closed", files: ended("2026-Q2"), want: one, says: "error: the cycle has ended and this key result was never measured"},
		{name: "closing", at: "2026-07-01", files: ended("2026-Q2"), want: one},
		{name: "its last day", at: "2026-06-30", files: ended("2026-Q2")},
		{name: "measured", files: ended("2026-Q2", "2026-05-04, value: 44")},
		{name: "confidence is no reading", files: ended("2026-Q2", "2026-05-04, confidence: 4"), want: one},
		{name: "counted as zero", files: scoring("zero") + ended("2026-Q2")},
		{name: "left out", files: scoring("exclude") + ended("2026-Q2")},
		{name: "running", files: ended("2026-Q3")},
		{name: "shared, once", files: paper("checkout", "2026-Q2", "aspirational", line("a", up, "shared_with: [payments]")) + paper("payments", "2026-Q2", "aspirational", "      - ref: checkout/2026-Q2/goal/a\n"), want: one},
		{name: "never milder than a warning", files: settings("lint: {rules: {unmeasured-at-close: info}}") + ended("2026-Q2"), want: one, says: "warning: "},
		{name: "allowed", files: strings.Replace(ended("2026-Q2"), "- id: a", "- id: a # okr:allow unmeasured-at-close because the desk burnt down", 1), want: []string{"-checkout/2026-Q2/goal/a"}},
	})
	holdsPlace(t, "unmeasured-at-close", ended("2026-Q2"), "a")

	// Scoring says the same.
	result, err := load.Workspace(exampleFiles(ended("2026-Q2")), load.Options{AsOf: examplesAt})
	if err != nil {
		t.Fatal(err)
	}
	problems := score.Cycle(result.Workspace, nil, result.Workspace.Cycle("2026-Q2"), examplesAt).Problems
	for _, f := range lintFiles(t, exampleFiles(ended("2026-Q2")), examplesAt) {
		if f.Rule == diag.UnmeasuredAtClose.ID && (len(problems) != 1 || f.Message != problems[0].Message || f.Hint != problems[0].Hint || f.Class != diag.ClassMeaning) {
			t.Errorf("lint says %q, scoring %v", f.Message, problems)
		}
	}
}
