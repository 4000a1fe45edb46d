package load_test

import (
	"testing"

	"github.com/okrs-as-code/okrs/okr/load"
)

// change is one edit of the good workspace.
type change struct{ path, old, new string }

const p99Metric = "metric: {unit: ms, baseline: 900, target: 300}"

const p99CheckIns = `        check_ins:
          - {date: 2026-07-10, value: 780, confidence: 5}
`

func amendments(lines string) change {
	return change{checkout, p99CheckIns, p99CheckIns + "        amendments:\n" + lines}
}

func metricIs(text string) change { return change{checkout, p99Metric, "metric: {" + text + "}"} }

// TestMistakes holds that each mistake is found at its place, in words that help,
// and that nothing else is said about it.
func TestMistakes(t *testing.T) {
	for name, test := range map[string]struct {
		changes []change
		asOf    string
		want    []want
	}{
		// The metric.
		"no baseline": {
			changes: []change{metricIs("kind: decrease, unit: ms, target: 300")},
			want:    []want{{"no-baseline", checkout, "^metric: {kind: decrease", []string{"baseline is missing", "establish_baseline"}}},
		},
		"no baseline and no kind": {
			changes: []change{metricIs("unit: ms, by: -20%")},
			want:    []want{{"no-baseline", checkout, "^metric: {unit: ms, by", nil}},
		},
		"no target": {
			changes: []change{metricIs("unit: ms, baseline: 900")},
			want:    []want{{"no-number", checkout, "^metric: {unit: ms, baseline: 900}", []string{"target is missing"}}},
		},
		"no unit": {
			changes: []change{metricIs("baseline: 900, target: 300")},
			want:    []want{{"no-unit", checkout, "^metric: {baseline", []string{"unit is missing"}}},
		},
		"no unit of a bound": {
			changes: []change{{checkout, "{kind: at_most, unit: percent, target: 0.2}", "{kind: at_most, target: 0.2}"}},
			want:    []want{{"no-unit", checkout, "^metric: {kind: at_most, target", nil}},
		},
		"a unit that says nothing": {
			changes: []change{metricIs("unit: points, baseline: 900, target: 300")},
			want:    []want{{"no-unit", checkout, "unit: ^points", []string{`"points" does not say of what`, "name"}}},
		},
		"points with a name are fine": {
			changes: []change{metricIs("name: Shopper index, unit: points, baseline: 900, target: 300")},
		},
		"target equals baseline": {
			changes: []change{metricIs("unit: ms, baseline: 300, target: 300.0")},
			want:    []want{{"target-equals-baseline", checkout, "target: ^300.0", []string{"nothing is to change"}}},
		},
		"wrong direction": {
			changes: []change{metricIs("kind: increase, unit: ms, baseline: 900, target: 300")},
			want:    []want{{"wrong-direction", checkout, "target: ^300", []string{"increase", "goes down"}}},
		},
		"target outside the unit": {
			changes: []change{{payments, "baseline: 4, target: 1}", "baseline: 4, target: 140}"}},
			want:    []want{{"value-out-of-domain", payments, "target: ^140", []string{"140"}}},
		},
		"baseline outside the organisation's unit": {
			changes: []change{
				{register, "limits:", "units: {stars: {domain: {min: 1, max: 5}, description: Rating in the store}}\nlimits:"},
				{payments, "{unit: percent, baseline: 4, target: 1}", "{unit: Stars, baseline: 6, target: 4}"},
			},
			want: []want{{"value-out-of-domain", payments, "baseline: ^6", []string{"from 1 to 5"}}},
		},
		"a domain of its own opens the unit": {
			changes: []change{{payments, "{unit: percent, baseline: 4, target: 1}", "{unit: percent, baseline: 104, target: 140, domain: {}}"}},
		},
		"low above high": {
			changes: []change{{checkout, "{kind: at_most, unit: percent, target: 0.2}", "{kind: between, unit: percent, low: 5, high: 2}"}},
			want:    []want{{"impossible-metric", checkout, "low: ^5", []string{"low 5 is above high 2"}}},
		},
		"a guardrail that moves": {
			changes: []change{{checkout, "{kind: at_most, unit: percent, target: 0.2}", "{unit: percent, baseline: 2, target: 0.2}"}},
			want:    []want{{"impossible-metric", checkout, "role: ^guardrail", []string{"decrease", "at_least, at_most or between"}}},
		},

		// Readings.
		"a reading of another type": {
			changes: []change{{checkout, "value: 780", "value: true"}},
			want:    []want{{"wrong-reading", checkout, "value: ^true", []string{"true", "number"}}},
		},
		"a reading with text": {
			changes: []change{{checkout, "value: 780", "value: good"}},
			want:    []want{{"wrong-reading", checkout, "value: ^good", nil}},
		},
		"a stage that does not exist": {
			changes: []change{
				metricIs("kind: stages, stages: [{name: pilot, credit: 0.3}, {name: everywhere, credit: 1}]"),
				{checkout, "value: 780", "value: pilott"},
			},
			want: []want{{"wrong-reading", checkout, "value: ^pilott", []string{"pilott", `"pilot"`}}},
		},
		"a reading outside the unit": {
			changes: []change{{checkout, "value: 780", "value: -3"}},
			want:    []want{{"value-out-of-domain", checkout, "value: ^-3", []string{"-3"}}},
		},
		"a reading from before the unit changed": {
			changes: []change{
				metricIs("unit: share, baseline: 0.9, target: 0.3"),
				amendments(`          - {date: 2026-07-20, field: unit, from: percent, to: share, reason: The dashboard changed}
          - {date: 2026-07-20, field: baseline, from: 90, to: 0.9, reason: The dashboard changed}
          - {date: 2026-07-20, field: target, from: 30, to: 0.3, reason: The dashboard changed}
`)},
		},
		"a reading after the close": {
			changes: []change{{checkout, "date: 2026-07-10", "date: 2026-10-15"}},
			asOf:    "2026-11-01",
			want:    []want{{"reading-after-close", checkout, "date: ^2026-10-15", []string{"2026-10-14", "does not count", "observable_on"}}},
		},
		"the last day of closing": {changes: []change{{checkout, "date: 2026-07-10", "date: 2026-10-14"}}, asOf: "2026-11-01"},
		"a late reading of a late result": {
			changes: []change{{checkout, "date: 2026-07-10", "date: 2026-11-10"}, metricIs("unit: ms, baseline: 900, target: 300, observable_on: 2026-11-01")},
			asOf:    "2026-11-11",
		},
		"a reading in the future": {
			changes: []change{{checkout, "date: 2026-07-10", "date: 2026-08-16"}},
			want:    []want{{"future-date", checkout, "date: ^2026-08-16", []string{"check-in", "2026-08-15"}}},
		},
		"a reading of today": {changes: []change{{checkout, "date: 2026-07-10", "date: 2026-08-15"}}},

		// Dates.
		"a cancellation in the future": {
			changes: []change{{checkout, p99CheckIns, "        cancelled: {date: 2026-09-01, reason: We stop}\n"}},
			want:    []want{{"future-date", checkout, "date: ^2026-09-01", []string{"cancellation"}}},
		},
		"starting before the cycle": {
			changes: []change{{checkout, p99CheckIns, "        starts: 2026-06-30\n"}},
			want:    []want{{"date-outside-cycle", checkout, "starts: ^2026-06-30", []string{"2026-07-01 to 2026-09-30"}}},
		},
		"observable before the cycle": {
			changes: []change{metricIs("unit: ms, baseline: 900, target: 300, observable_on: 2026-06-01")},
			want:    []want{{"date-outside-cycle", checkout, "observable_on: ^2026-06-01", nil}},
		},
		"phases that go back": {
			changes: []change{metricIs("unit: ms, baseline: 900, target: 300, phases: [{date: 2026-08-31, expected: 0.2}, {date: 2026-07-31, expected: 1}]")},
			want:    []want{{"impossible-metric", checkout, "^{date: 2026-07-31", []string{"does not come after", "Order"}}},
		},
		"phases that fall": {
			changes: []change{metricIs("unit: ms, baseline: 900, target: 300, phases: [{date: 2026-07-31, expected: 0.5}, {date: 2026-08-31, expected: 0.4}]")},
			want:    []want{{"impossible-metric", checkout, "^{date: 2026-08-31", []string{"0.4", "0.5"}}},
		},
		"a phase outside the cycle": {
			changes: []change{metricIs("unit: ms, baseline: 900, target: 300, phases: [{date: 2026-10-01, expected: 1}]")},
			want:    []want{{"date-outside-cycle", checkout, "^{date: 2026-10-01", nil}},
		},

		// Amendments.
		"an amendment that ends elsewhere": {
			changes: []change{amendments("          - {date: 2026-08-01, field: target, from: 250, to: 350, reason: New facts}\n")},
			want: []want{{"amendment-mismatch", checkout, "to: ^350", []string{
				"target changes it to 350", "the file says 300", "{date: 2026-08-01, field: target, from: 250, to: 300, reason: …}"}}},
		},
		"an amendment of a field that is gone": {
			changes: []change{amendments("          - {date: 2026-08-01, field: source, from: probe, to: dashboard, reason: Moved}\n")},
			want:    []want{{"amendment-mismatch", checkout, "to: ^dashboard", []string{"the file has no source"}}},
		},
		"a broken chain": {
			changes: []change{amendments(`          - {date: 2026-08-08, field: target, from: 260, to: 300, reason: Later}
          - {date: 2026-08-01, field: target, from: 200, to: 250, reason: Earlier}
`)},
			want: []want{{"amendment-mismatch", checkout, "from: ^260", []string{
				"2026-08-01", "left it at 250", "{date: 2026-08-08, field: target, from: 250, to: 300, reason: …}"}}},
		},
		"a chain that holds": {
			changes: []change{amendments(`          - {date: 2026-08-08, field: target, from: 250.0, to: 300, reason: Later}
          - {date: 2026-08-01, field: target, from: 200, to: 250, reason: Earlier}
          - {date: 2026-08-01, field: kind, from: null, to: decrease, reason: The numbers say so anyway}
          - {date: 2026-08-01, field: weight, from: 2, to: 1, reason: All weigh the same}
          - {date: 2026-08-01, field: role, from: guardrail, to: null, reason: It counts now}
`)},
		},
		"an amendment of a field that the kind does not have": {
			changes: []change{amendments("          - {date: 2026-08-01, field: low, from: 3, to: null, reason: Simpler}\n")},
			want:    []want{{"amendment-mismatch", checkout, "field: ^low", []string{`"low"`}}},
		},
		"a field of the former kind": {
			changes: []change{amendments(`          - {date: 2026-08-01, field: low, from: 3, to: null, reason: Simpler}
          - {date: 2026-08-01, field: high, from: 5, to: null, reason: Simpler}
          - {date: 2026-08-01, field: kind, from: between, to: decrease, reason: Simpler}
`)},
		},
		"a former kind that could not be scored": {
			changes: []change{amendments("          - {date: 2026-08-01, field: kind, from: increase, to: decrease, reason: Simpler}\n")},
			want:    []want{{"wrong-direction", checkout, "from: ^increase", []string{"before the amendment", "goes down"}}},
		},
		"a former field that could not be": {
			changes: []change{amendments("          - {date: 2026-08-01, field: aggregate, from: banana, to: last, reason: Simpler}\n"), {checkout, "unit: ms, ", "unit: ms, aggregate: last, "}},
			want:    []want{{"impossible-metric", checkout, "from: ^banana", []string{"before the amendment"}}},
		},
		"an amendment of an objective": {
			changes: []change{{checkout, "    supports:", "    amendments: [{date: 2026-08-01, field: commitment, from: aspirational, to: committed, reason: The law}]\n    supports:"}},
			want:    []want{{"amendment-mismatch", checkout, "to: ^committed, reason", []string{"the file says aspirational"}}},
		},
		"an amendment in the future": {
			changes: []change{amendments("          - {date: 2026-08-20, field: target, from: 250, to: 300, reason: New facts}\n")},
			want:    []want{{"future-date", checkout, "date: ^2026-08-20", []string{"amendment"}}},
		},

		// Weights.
		"key results without weight": {
			changes: []change{{checkout, p99Metric, "weight: 0\n        " + p99Metric}},
			want:    []want{{"zero-weights", checkout, "weight: ^0", []string{"key result"}}},
		},
		"objectives without weight": {
			changes: []change{{checkout, "    supports:", "    weight: 0\n    supports:"}, {checkout, "    commitment: committed", "    commitment: committed\n    weight: 0.0"}},
			want:    []want{{"zero-weights", checkout, "weight: ^0\n", []string{"objective of this document"}}},
		},
		"one objective without weight": {changes: []change{{checkout, "    supports:", "    weight: 0\n    supports:"}}},

		// Names.
		"two objectives of one name": {
			changes: []change{{checkout, "- id: clear", "- id: fast"}},
			want: []want{
				{"duplicate-id", checkout, "id: ^fast\n    title: Checkout", []string{`two objectives of this document have the id "fast"`}},
				{"duplicate-id", checkout, "id: ^fast\n    title: Everybody", nil},
			},
		},
		"a stopped objective of the same name": {
			changes: []change{{payments, "version: 1\n", "version: 1\nstopped:\n  - {id: paid, title: Old, commitment: committed, cancelled: {date: 2026-07-20, reason: Over}, key_results: [{id: a, title: A, metric: {unit: ms, baseline: 2, target: 1}}]}\n"}},
			want: []want{
				{"duplicate-id", payments, "id: ^paid,", nil},
				{"duplicate-id", payments, "id: ^paid\n", nil},
			},
		},
		"two key results of one name": {
			changes: []change{{checkout, "- id: errors", "- id: p99"}},
			want: []want{
				{"duplicate-id", checkout, "id: ^p99\n        title: p99", []string{"key results of this objective"}},
				{"duplicate-id", checkout, "id: ^p99\n        title: Failed", nil},
			},
		},
		"key results of one name in two objectives": {changes: []change{{checkout, "- id: calls", "- id: p99"}}},
		"a reference that is listed twice": {
			changes: []change{{payments, "      - id: late", "      - ref: checkout/2026-Q3/fast/p99 # again\n      - id: late"}},
			want: []want{
				{"duplicate-id", payments, "ref: ^checkout/2026-Q3/fast/p99\n", []string{"twice"}},
				{"duplicate-id", payments, "ref: ^checkout/2026-Q3/fast/p99 # again", nil},
			},
		},
		"two documents": {
			changes: []change{{"okrs/2026-Q3/data-2.yaml", "", dataText}},
			want: []want{
				{"duplicate-document", data, "team: ^data", []string{"two documents of data for 2026-Q3", "okrs/2026-Q3/data-2.yaml"}},
				{"duplicate-document", "okrs/2026-Q3/data-2.yaml", "team: ^data", []string{"okrs/2026-Q3/data.yaml"}},
			},
		},
		"an unknown team": {
			changes: []change{{data, "team: data", "team: dataa"}},
			want:    []want{{"unknown-team", data, "team: ^dataa", []string{`no team "dataa"`, "Did you mean data?"}}},
		},
		"an unknown cycle": {
			changes: []change{{company, "cycle: 2026\n", "cycle: 2026-Q5\n"}},
			want:    []want{{"unknown-cycle", company, "cycle: ^2026-Q5", []string{`no cycle "2026-Q5"`, "2026-Q", "cycles` in okr.yaml"}}},
		},
		"a document in a folder for people": {
			changes: []change{{"okrs/people/jo.yaml", "", companyText}, {company, "cycle: 2026\n", "cycle: 2025\n"}},
			want: []want{
				{"individual-okr", "okrs/people/jo.yaml", "team: ^company", []string{`"people"`, "teams"}},
			},
		},
	} {
		t.Run(name, func(t *testing.T) {
			files := good()
			for _, c := range test.changes {
				edit(t, files, c.path, c.old, c.new)
			}
			asOf := test.asOf
			if asOf == "" {
				asOf = midQuarter
			}
			result := read(t, files, load.Options{AsOf: date(asOf)})
			expect(t, files, result.Findings, test.want)
		})
	}
}
