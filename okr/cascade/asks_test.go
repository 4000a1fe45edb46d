package cascade_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/cascade"
	"github.com/okrs-as-code/okrs/okr/load"
)

// asked is a workspace in which checkout asks and data answers. %1 are lines of
// checkout's objective o, %2 lines of its key result k, %3 to %5 lines of data's
// objective p and of its key results a and b, %6 lines of data's objective q.
func asked(t *testing.T, lines map[string]string) *cascade.Graph {
	t.Helper()
	at := func(key, indent string) string {
		if lines[key] == "" {
			return ""
		}
		return indent + lines[key] + "\n"
	}
	keyResult := func(id, key string) string {
		return "      - id: " + id + "\n        title: Returns fall from 9 to 4 percent\n        metric: {unit: percent, baseline: 9, target: 4}\n" + at(key, "        ")
	}
	head := func(id, key string) string {
		return "  - id: " + id + "\n    title: People like what we do for " + id + "\n    commitment: aspirational\n" + at(key, "    ") + "    key_results:\n"
	}
	text := "-- checkout/2026-Q3 --\nobjectives:\n" + head("o", "o") + keyResult("k", "k") + keyResult("k2", "k2") + head("o2", "o2") + keyResult("k", "o2/k")
	if lines["data"] != "none" {
		text += "-- data/2026-Q3 --\nobjectives:\n" + head("p", "p") + keyResult("a", "a") + keyResult("b", "b") + head("q", "q") + keyResult("c", "c")
	}
	if lines["later"] != "" {
		text += "-- data/2026-Q4 --\nobjectives:\n" + head("r", "later") + keyResult("e", "")
	}
	return read(t, text, "dangling-link")
}

func told(g *cascade.Graph) string {
	var all []string
	for _, a := range g.Asks() {
		line := strings.TrimPrefix(a.From.Address(), "checkout/2026-Q3/") + " " + string(a.State)
		if a.Answer != nil {
			line += " by " + strings.TrimPrefix(a.Answer.Address(), "data/2026-Q3/")
			if by := a.By(); by != 0 {
				line += " on " + by.String()[5:]
			}
		}
		all = append(all, line)
	}
	return strings.Join(all, "; ")
}

func TestAnswers(t *testing.T) {
	tests := []struct {
		name  string
		lines map[string]string
		want  string
	}{
		{"nobody answers", map[string]string{"k": "depends_on: [data/2026-Q3/p/a]"}, "k open"},
		{"the goal names the item", map[string]string{"k": "depends_on: [data/2026-Q3/p/a]", "a": "enables: [checkout/2026-Q3/o/k]"}, "k agreed by p/a"},
		{"the goal names the objective", map[string]string{"k": "depends_on: [data/2026-Q3/p/a]", "a": "enables: [checkout/2026-Q3/o]"}, "k agreed by p/a"},
		{"the goal names the document", map[string]string{"k": "depends_on: [data/2026-Q3/p/a]", "a": "enables: [checkout/2026-Q3]"}, "k agreed by p/a"},
		{"the goal names a sibling", map[string]string{"k": "depends_on: [data/2026-Q3/p/a]", "a": "enables: [checkout/2026-Q3/o/k2]"}, "k agreed by p/a"},
		{"the goal names a part of what depends", map[string]string{"o": "depends_on: [data/2026-Q3/p/a]", "a": "enables: [checkout/2026-Q3/o/k]"}, "o agreed by p/a"},
		{"the goal names another objective", map[string]string{"k": "depends_on: [data/2026-Q3/p/a]", "a": "enables: [checkout/2026-Q3/o2]"}, "k open"},
		{"something else names a sibling", map[string]string{"k": "depends_on: [data/2026-Q3/p/a]", "b": "enables: [checkout/2026-Q3/o/k2]"}, "k open"},
		{"a key result of the goal answers", map[string]string{"o": "depends_on: [data/2026-Q3/p]", "b": "enables: [checkout/2026-Q3/o]"}, "o agreed by p/b"},
		{"the objective of the goal answers", map[string]string{"o": "depends_on: [data/2026-Q3/p/a]", "p": "enables: [checkout/2026-Q3/o]"}, "o agreed by p"},
		{"the document is the goal", map[string]string{"o": "depends_on: [data/2026-Q3]", "c": "enables: [checkout/2026-Q3/o]"}, "o agreed by q/c"},
		{"another objective of the team answers", map[string]string{"o": "depends_on: [data/2026-Q3/p]", "q": "enables: [checkout/2026-Q3/o]"}, "o agreed by q"},
		{"another cycle of the team answers late", map[string]string{"o": "depends_on: [data/2026-Q3]", "later": "enables: [{for: checkout/2026-Q3/o, by: 2026-11-01}]"},
			"o late by data/2026-Q4/r on 11-01"},
		{"answers are told apart", map[string]string{"k": "depends_on: [data/2026-Q3/p/a, data/2026-Q3/q]", "a": "enables: [checkout/2026-Q3/o/k]"},
			"k agreed by p/a; k open"},
		{"declined", map[string]string{"k": "depends_on: [data/2026-Q3/p/a]", "a": "enables: [{for: checkout/2026-Q3/o/k, declined: Not before winter}]"}, "k declined by p/a"},
		{"a promise comes before a refusal", map[string]string{"o": "depends_on: [data/2026-Q3/p]",
			"a": "enables: [{for: checkout/2026-Q3/o, declined: Not us}]", "b": "enables: [checkout/2026-Q3/o]"}, "o agreed by p/b"},
		{"the first of several days counts", map[string]string{"o": "depends_on: [data/2026-Q3/p]",
			"a": "enables: [{for: checkout/2026-Q3/o, by: 2026-09-20}]", "b": "enables: [{for: checkout/2026-Q3/o, by: 2026-09-10}]"}, "o agreed by p/b on 09-10"},
		{"a narrower answer counts", map[string]string{"k": "depends_on: [data/2026-Q3/p/a]",
			"a": "enables: [{for: checkout/2026-Q3, by: 2026-08-20}, {for: checkout/2026-Q3/o/k, by: 2026-09-10}]"}, "k agreed by p/a on 09-10"},
		{"on the day it is needed", map[string]string{"k": "depends_on: [{on: data/2026-Q3/p/a, needed_by: 2026-09-10}]",
			"a": "enables: [{for: checkout/2026-Q3/o/k, by: 2026-09-10}]"}, "k agreed by p/a on 09-10"},
		{"a day after it is needed", map[string]string{"k": "depends_on: [{on: data/2026-Q3/p/a, needed_by: 2026-09-10}]",
			"a": "enables: [{for: checkout/2026-Q3/o/k, by: 2026-09-11}]"}, "k late by p/a on 09-11"},
		{"after the cycle", map[string]string{"k": "depends_on: [data/2026-Q3/p/a]", "a": "enables: [{for: checkout/2026-Q3/o/k, by: 2026-10-01}]"},
			"k late by p/a on 10-01"},
		{"outside", map[string]string{"k": "depends_on: [{outside: The bank, needed_by: 2026-09-01}]"}, "k outside"},
		{"of the same team", map[string]string{"k": "depends_on: [checkout/2026-Q3/o2]"}, "k agreed"},
		{"the order of the file", map[string]string{"o2": "depends_on: [data/2026-Q3/q]", "k2": "depends_on: [data/2026-Q3/p]", "k": "depends_on: [data/2026-Q3/q, {outside: The bank}]"},
			"k open; k outside; k2 open; o2 open"},
	}
	for _, test := range tests {
		if got := strings.ReplaceAll(told(asked(t, test.lines)), "o/", ""); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestUnmatched(t *testing.T) {
	tests := []struct {
		name  string
		lines map[string]string
		want  string
	}{
		{"silence", map[string]string{"k": "depends_on: [data/2026-Q3/p/a]"}, "unacknowledged"},
		{"no document", map[string]string{"k": "depends_on: [data/2026-Q3]", "data": "none"}, "no_document"},
		{"no document and an address in it", map[string]string{"k": "depends_on: [data/2026-Q3/p]", "data": "none"}, "no_document dangling"},
		{"nothing of the name", map[string]string{"k": "depends_on: [data/2026-Q3/nothing]"}, "unacknowledged dangling"},
		{"no such team", map[string]string{"k": "depends_on: [nobody/2026-Q3]"}, "no_document dangling"},
		{"declined", map[string]string{"k": "depends_on: [data/2026-Q3/p/a]", "a": "enables: [{for: checkout/2026-Q3/o/k, declined: No}]"}, "declined"},
		{"late", map[string]string{"k": "depends_on: [data/2026-Q3/p/a]", "a": "enables: [{for: checkout/2026-Q3/o/k, by: 2026-12-01}]"}, "late"},
		{"agreed", map[string]string{"k": "depends_on: [data/2026-Q3/p/a]", "a": "enables: [checkout/2026-Q3/o/k]"}, ""},
		{"outside", map[string]string{"k": "depends_on: [{outside: The bank}]"}, ""},
	}
	for _, test := range tests {
		var got []string
		for _, u := range asked(t, test.lines).Unmatched() {
			line := string(u.Reason)
			if u.Dangling {
				line += " dangling"
			}
			got = append(got, line)
			if file, span := u.Place(); file.Name != "okrs/2026-Q3/checkout.yaml" || span.IsZero() {
				t.Errorf("%s: it has no place", test.name)
			}
			if u.Answer != nil {
				if file, span := u.Answer.Place(); file.Name != "okrs/2026-Q3/data.yaml" || span.IsZero() {
					t.Errorf("%s: its answer has no place", test.name)
				}
			}
		}
		if strings.Join(got, ", ") != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

// TestWhatWasGivenUpNeitherAsksNorAnswers reads one workspace before and after a key
// result was cancelled on either side.
func TestWhatWasGivenUpNeitherAsksNorAnswers(t *testing.T) {
	const cancelled = "\n        cancelled: {date: 2026-08-10, reason: It was not worth it}"
	g := asked(t, map[string]string{
		"k": "depends_on: [data/2026-Q3/p/a]" + cancelled, "k2": "depends_on: [data/2026-Q3/p/a]",
		"a": "enables: [checkout/2026-Q3/o]" + cancelled,
	})
	if got, want := told(g), "o/k2 open"; got != want {
		t.Errorf("afterwards %q, want %q", got, want)
	}
	before := cascade.Read(g.Workspace, g.Cycle, day(t, "2026-08-09"))
	if got, want := told(before), "o/k agreed by p/a; o/k2 agreed by p/a"; got != want {
		t.Errorf("before %q, want %q", got, want)
	}
}

// TestMovedThingsAreAnsweredAtTheirFormerAddress holds that names are followed, not
// compared as texts.
func TestMovedThingsAreAnsweredAtTheirFormerAddress(t *testing.T) {
	g := asked(t, map[string]string{
		"o": "was: formerly", "k": "depends_on: [data/2026-Q3/p/former]",
		"a": "was: former\n        enables: [checkout/2026-Q3/formerly/k]",
	})
	if got, want := told(g), "o/k agreed by p/a"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestManyAnswersAreCheap is a document with thousands of dependencies on one that has
// as many answers, which pairs would make millions of.
func TestManyAnswersAreCheap(t *testing.T) {
	const many = 5000
	var asks, answers strings.Builder
	for i := range many {
		fmt.Fprintf(&asks, "      - {id: k%d, title: Returns of sort %d fall from 9 to 4 percent, metric: {unit: percent, baseline: 9, target: 4}, depends_on: [data/2026-Q3/p]}\n", i, i)
		fmt.Fprintf(&answers, "      - {id: a%d, title: Returns of sort %d fall from 9 to 4 percent, metric: {unit: percent, baseline: 9, target: 4}, enables: [checkout/2026-Q3]}\n", i, i)
	}
	head := "  - id: %s\n    title: People like it\n    commitment: aspirational\n    key_results:\n"
	system := fstest.MapFS{
		"okr.yaml":                   {Data: []byte(register)},
		"okrs/2026-Q3/checkout.yaml": {Data: []byte("version: 1\nteam: checkout\ncycle: 2026-Q3\nobjectives:\n" + fmt.Sprintf(head, "o") + asks.String())},
		"okrs/2026-Q3/data.yaml":     {Data: []byte("version: 1\nteam: data\ncycle: 2026-Q3\nobjectives:\n" + fmt.Sprintf(head, "p") + answers.String())},
	}
	result, err := load.Workspace(system, load.Options{})
	if err != nil {
		t.Fatal(err)
	}
	g := cascade.Read(result.Workspace, nil, okr.Date(0))
	if len(g.Asks()) != many || len(g.Unmatched()) != 0 {
		t.Errorf("%d asks, %d unmatched", len(g.Asks()), len(g.Unmatched()))
	}
	if diff := cmp.Diff("data/2026-Q3/p/a0", g.Asks()[many-1].Answer.Address()); diff != "" {
		t.Error(diff)
	}
}
