package cascade_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/okrs-as-code/okrs/okr/cascade"
)

func TestWords(t *testing.T) {
	tests := []struct{ text, want string }{
		{"", ""},
		{"The p99 of our checkouts falls from 900ms to 300 ms", "checkout fall ms p99"},
		{"Shoppers' praise – rises by 20 % (of 1,200.5)", "praise rise shopper"},
		{"Zufriedenheit der Händler steigt von 3,5 auf 4 Prozent", "händler steigt zufriedenheit"},
		{"Business status is basis", "basis business status"},
		{"don't STOP stop", "don't stop"},
	}
	for _, test := range tests {
		if got := strings.Join(cascade.Words(test.text), " "); got != test.want {
			t.Errorf("%q: %q, want %q", test.text, got, test.want)
		}
	}
}

func TestAlike(t *testing.T) {
	tests := []struct {
		a, b string
		want float64
	}{
		{"", "", 0}, {"red", "", 0}, {"red green", "green red", 1}, {"red green", "green", 0.5}, {"red green blue", "green blue white", 0.5}, {"red", "white", 0},
	}
	for _, test := range tests {
		a, b := cascade.BagOf(test.a), cascade.BagOf(test.b)
		if got := a.Alike(b); got != test.want {
			t.Errorf("%q and %q are alike to %v, want %v", test.a, test.b, got, test.want)
		}
	}
	if got := cascade.BagOf("Age of orders in hours").Without(cascade.BagOf("hours")); !slices.Equal(got, cascade.BagOf("age order")) {
		t.Errorf("without the unit %d", got)
	}
}

func TestCopies(t *testing.T) {
	const parent = `
-- product/2026-Q3 --
objectives:
  - id: calm
    title: Buying on the phone feels calm for every family
    commitment: aspirational
    key_results:
      - {id: refund, title: Median time until a small merchant has the refund falls from 1200 to 72 hours, metric: {unit: hours, baseline: 1200, target: 72}}
      - {id: praise, title: Shoppers who praise us rise from 20 to 30 percent, metric: {unit: percent, baseline: 20, target: 30}}
-- %s --
objectives:
  - {id: own, title: "%s", commitment: aspirational, supports: [%s], key_results: [{id: k, title: Returns fall from 9 to 4 percent, metric: {unit: percent, baseline: 9, target: 4}}]}
`
	tests := []struct{ team, title, supports, want string }{
		{"checkout", "Median time until a small merchant has the refund falls", "product/2026-Q3/calm/refund", "product/2026-Q3/calm/refund"},
		{"checkout", "Median time until a small merchant has the refund falls from 1200 to 90 hours", "product/2026-Q3/calm", "product/2026-Q3/calm/refund"},
		{"checkout", "Median time until any merchant has a reply falls", "product/2026-Q3/calm", ""},
		{"checkout", "Shoppers who praise us rise", "product/2026-Q3/calm", "product/2026-Q3/calm/praise"},
		{"checkout", "Shoppers who love us rise", "product/2026-Q3/calm", ""},
		{"checkout", "Merchants wait for 72 hours at most", "product/2026-Q3/calm", "product/2026-Q3/calm/refund by 72"},
		{"checkout", "No refund later than 72.0", "product/2026-Q3/calm", "product/2026-Q3/calm/refund by 72.0"},
		{"checkout", "Everybody feels welcome in all 72 villages", "product/2026-Q3/calm", ""},
		{"checkout", "Praise comes from 30% of all visitors", "product/2026-Q3/calm/praise", "product/2026-Q3/calm/praise by 30"},
		{"checkout", "Buying on the phone feels calm for every family", "product/2026-Q3/calm", "product/2026-Q3/calm"},
		{"checkout", "Buying on the phone feels calm for every family", "product/2026-Q3/calm/praise", ""},
		{"product", "Buying on the phone feels calm for every family", "product/2026-Q3/calm", ""},
	}
	for _, test := range tests {
		name := test.team + "/2026-Q3"
		if test.team == "product" {
			name = "product/2026-07"
		}
		text := strings.Replace(strings.Replace(strings.Replace(parent, "%s", name, 1), "%s", test.title, 1), "%s", test.supports, 1)
		got := ""
		for _, c := range read(t, text).Copies() {
			got += c.Of.Address()
			if c.Number != "" {
				got += " by " + c.Number
			}
			if c.Objective.Team == c.Of.Team || c.Edge == nil || c.Alike > 1 {
				t.Errorf("%q: a strange copy: %+v", test.title, c)
			}
		}
		if got != test.want {
			t.Errorf("%q of %s: %q, want %q", test.title, test.team, got, test.want)
		}
	}
}

func TestDoubles(t *testing.T) {
	keyResult := func(title, metric string) string {
		return "    key_results: [{id: k, title: \"" + title + "\", metric: {baseline: 9, target: 4, " + metric + "}}]\n"
	}
	one := func(id, title, metric string) string {
		return strings.Replace(objective(id), result, keyResult(title, metric), 1)
	}
	g := read(t, document("product/2026-Q3", one("a", "Returns fall from 9 to 4 percent", "unit: percent, source: ledger"),
		one("b", "Other words", `unit: "%", name: Churn, source: Ledger`))+
		document("checkout/2026-Q3", one("c", "Return falls to 5 %", "unit: '%', source: ' LEDGER '"), one("d", "Churn sinks", "unit: percent, name: churn, source: ledger"),
			one("e", "Returns fall from 9 to 4 percent", "unit: percent"), one("f", "Returns fall", "unit: orders, source: ledger"))+
		document("data/2026", one("g", "Returns fall from 9 to 4 percent", "unit: percent, source: ledger"))+
		document("data/2026-Q3", one("h", "Churn falls", "unit: percent, name: churn, source: ledger")))
	var got []string
	for _, d := range g.Doubles() {
		got = append(got, addresses(d.Results))
	}
	want := []string{"product/2026-Q3/a/k checkout/2026-Q3/c/k", "product/2026-Q3/b/k checkout/2026-Q3/d/k data/2026-Q3/h/k"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
