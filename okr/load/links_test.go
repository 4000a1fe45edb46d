package load_test

import (
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/load"
)

func supports(address string) change {
	return change{checkout, "supports: [company/2026/loved]", "supports: [" + address + "]"}
}

func dependsOn(entry string) change {
	return change{checkout, "depends_on: [data/2026-Q3/pipeline/freshness]", "depends_on: [" + entry + "]"}
}

const secondQuarter = `version: 1
team: data
cycle: 2026-Q2
objectives:
  - id: pipeline
    title: Facts are there when they are needed
    commitment: aspirational
    key_results:
      - id: completeness
        title: Orders without gaps rise from 80 to 99 percent
        metric: {unit: percent, baseline: 80, target: 99}
`

const q2 = "okrs/2026-Q2/data.yaml"

// TestLinks holds that addresses lead somewhere, and what is said where they do not.
func TestLinks(t *testing.T) {
	for name, test := range map[string]struct {
		changes []change
		want    []want
	}{
		"no such team": {
			changes: []change{supports("compny/2026/loved")},
			want: []want{{"dangling-link", checkout, "supports: [^compny", []string{
				"`supports` leads nowhere", `no team "compny"`, "Did you mean company/2026/loved?"}}},
		},
		"no such cycle": {
			changes: []change{supports("company/2026-H3/loved")},
			want:    []want{{"dangling-link", checkout, "[^company/2026-H3", []string{`no cycle "2026-H3"`, "company/2026/loved"}}},
		},
		"no document of that cycle": {
			changes: []change{supports("company/2026-Q3/loved")},
			want:    []want{{"dangling-link", checkout, "[^company/2026-Q3", []string{"company has no document for 2026-Q3", "company/2026/loved"}}},
		},
		"no such objective": {
			changes: []change{supports("company/2026/lovedd")},
			want:    []want{{"dangling-link", checkout, "[^company/2026/lovedd", []string{`no objective "lovedd"`, "Did you mean company/2026/loved?"}}},
		},
		"no such key result": {
			changes: []change{supports("company/2026/loved/npss")},
			want: []want{{"dangling-link", checkout, "[^company/2026/loved/npss", []string{
				`objective company/2026/loved has no key result "npss"`, "Did you mean company/2026/loved/nps?"}}},
		},
		"a key result can be supported": {changes: []change{supports("company/2026/loved/nps")}},
		"support for a cycle that is over": {
			changes: []change{{q2, "", secondQuarter}, supports("data/2026-Q2/pipeline")},
			want:    []want{{"dangling-link", checkout, "[^data/2026-Q2", []string{"ended on 2026-06-30, before 2026-Q3 begins", "carried_from"}}},
		},
		"a wish may come before the document": {changes: []change{dependsOn("company/2026-Q3"), {data, "        enables: [checkout/2026-Q3/fast]\n", "        enables: [{for: payments/2026-Q4}]\n"}}},
		"a wish into an unknown cycle": {
			changes: []change{dependsOn("{on: company/2026-Q9, needed_by: 2026-08-01}")},
			want:    []want{{"dangling-link", checkout, "on: ^company/2026-Q9", []string{"`depends_on` leads nowhere", `no cycle "2026-Q9"`}}},
		},
		"a wish that is too precise": {
			changes: []change{dependsOn("company/2026-Q3/hiring")},
			want: []want{{"dangling-link", checkout, "[^company/2026-Q3/hiring", []string{
				"no document for 2026-Q3", "write company/2026-Q3 alone"}}},
		},
		"an answer to nobody": {
			changes: []change{{data, "enables: [checkout/2026-Q3/fast]", "enables: [{for: checkout/2026-Q3/fats, by: 2026-08-01}]"}},
			want:    []want{{"dangling-link", data, "for: ^checkout", []string{"`enables` leads nowhere", "Did you mean checkout/2026-Q3/fast?"}}},
		},
		"something outside": {changes: []change{dependsOn("{outside: Certificate from the card scheme}")}},
		"carried from nowhere": {
			changes: []change{{checkout, "    supports:", "    carried_from: checkout/2026-Q2/fast\n    supports:"}},
			want:    []want{{"dangling-link", checkout, "carried_from: ^checkout", []string{"checkout has no document for 2026-Q2", "not kept"}}},
		},
		"carried from an earlier cycle": {
			changes: []change{{q2, "", secondQuarter}, {data, "      - id: freshness\n", "      - id: freshness\n        carried_from: data/2026-Q2/pipeline/completeness\n"}},
		},
		"a dependency that failed and never was": {
			changes: []change{{checkout, p99CheckIns, "        outcome: {reason: dependency_failed, dependency: data/2026-Q3/pipeline/fresh}\n"}},
			want:    []want{{"dangling-link", checkout, "dependency: ^data", []string{`no key result "fresh"`}}},
		},

		// Former names.
		"a renamed objective": {
			changes: []change{{data, "- id: pipeline\n", "- id: stream\n    was: pipeline\n"}},
		},
		"a renamed key result": {
			changes: []change{{data, "- id: freshness\n", "- id: age\n        was: freshness\n"}},
		},
		"a moved key result": {
			changes: []change{
				{data, "- id: freshness\n", "- id: rows\n"},
				{payments, "- id: late\n", "- id: late\n        was: data/2026-Q3/pipeline/freshness\n"},
			},
		},
		"a moved objective": {
			changes: []change{
				{data, "- id: pipeline\n", "- id: stream\n"},
				{payments, "- id: late\n", "- id: freshness\n"},
				{payments, "- id: paid\n", "- id: paid\n    was: data/2026-Q3/pipeline\n"},
			},
		},
		"moved from nowhere": {
			changes: []change{{payments, "- id: paid\n", "- id: paid\n    was: dota/2026-Q3/pipeline\n"}},
			want:    []want{{"dangling-link", payments, "was: ^dota", []string{`no team "dota"`}}},
		},
		"moved, and still there": {
			changes: []change{{payments, "- id: paid\n", "- id: paid\n    was: data/2026-Q3/pipeline\n"}},
			want:    []want{{"duplicate-id", payments, "was: ^data", []string{"still stands there"}}},
		},

		// Shared key results.
		"a reference to nothing": {
			changes: []change{{payments, "ref: checkout/2026-Q3/fast/p99", "ref: checkout/2026-Q3/fast/p95"}},
			want: []want{
				{"dangling-link", payments, "ref: ^checkout", []string{"`ref` leads nowhere", "Did you mean checkout/2026-Q3/fast/p99? "}},
				{"one-way-share", checkout, "shared_with: [^payments]", []string{"payments does not list"}},
			},
		},
		"a reference that was not offered": {
			changes: []change{{checkout, "        shared_with: [payments]\n", ""}},
			want:    []want{{"one-way-share", payments, "ref: ^checkout", []string{"checkout does not share", "shared_with: [payments]"}}},
		},
		"an offer that was not taken": {
			changes: []change{{payments, "      - ref: checkout/2026-Q3/fast/p99\n", ""}},
			want: []want{{"one-way-share", checkout, "shared_with: [^payments]", []string{
				"payments does not list", "- ref: checkout/2026-Q3/fast/p99"}}},
		},
		"an offer to a team without a document": {
			changes: []change{{checkout, "shared_with: [payments]", "shared_with: [payments, company]"}},
			want:    []want{{"one-way-share", checkout, "[payments, ^company]", nil}},
		},
		"an offer to nobody": {
			changes: []change{{checkout, "shared_with: [payments]", "shared_with: [payments, paymnts]"}},
			want:    []want{{"unknown-team", checkout, "[payments, ^paymnts]", []string{"Did you mean payments?"}}},
		},
		"an offer to oneself": {
			changes: []change{{checkout, "shared_with: [payments]", "shared_with: [payments, checkout]"}},
			want:    []want{{"one-way-share", checkout, "[payments, ^checkout]", []string{"itself"}}},
		},
		"a reference to oneself": {
			changes: []change{{checkout, "  - id: clear", "      - ref: checkout/2026-Q3/clear/calls\n  - id: clear"}},
			want:    []want{{"dangling-link", checkout, "ref: ^checkout/2026-Q3/clear/calls", []string{"same team"}}},
		},
		"a reference into another cycle": {
			changes: []change{{payments, "      - id: late", "      - ref: company/2026/loved/nps\n      - id: late"}},
			want:    []want{{"dangling-link", payments, "ref: ^company", []string{"leads to 2026", "same cycle, 2026-Q3"}}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			files := good()
			for _, c := range test.changes {
				edit(t, files, c.path, c.old, c.new)
			}
			result := read(t, files, load.Options{AsOf: date(midQuarter)})
			expect(t, files, result.Findings, test.want)
		})
	}
}

// TestSupportOfWhatHasNotEnded reads a plan while the cycle that it supports runs.
func TestSupportOfWhatHasNotEnded(t *testing.T) {
	for at, want := range map[string]string{"2026-06-30": "which ends on 2026-06-30", "2026-07-01": "which ended on 2026-06-30"} {
		files := good()
		for _, c := range []change{{q2, "", secondQuarter}, supports("data/2026-Q2/pipeline")} {
			edit(t, files, c.path, c.old, c.new)
		}
		found := false
		for _, f := range read(t, files, load.Options{AsOf: date(at)}).Findings {
			found = found || f.Rule == "dangling-link" && strings.Contains(f.Message, want)
		}
		if !found {
			t.Errorf("nothing says %q on %s", want, at)
		}
	}
}
