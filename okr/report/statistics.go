package report

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/okrs-as-code/okrs/okr/diag"
)

// tally is how often a rule spoke with one severity.
type tally struct {
	rule     string
	category diag.Category
	severity diag.Severity
	count    int
}

// Statistics count findings by rule and severity, the gravest first, then the most
// frequent.
func Statistics(findings []diag.Finding, summary Summary) *Doc {
	tallies := tallied(findings)
	table := Table{
		Columns: []Column{{Title: "count", Kind: KindNumber}, {Title: "severity"}, {Title: "rule"}, {Title: "category"}},
		Rows: func(yield func(Row) bool) {
			for _, t := range tallies {
				row := Row{Cells: []Cell{{Text: strconv.Itoa(t.count)}, {Text: t.severity.String()}, {Text: t.rule}, {Text: string(t.category)}}}
				if !yield(row) {
					return
				}
			}
		},
	}
	blocks := []Block{Findings{Summary: &summary}}
	if len(tallies) > 0 {
		blocks = append([]Block{table}, blocks...)
	}
	return &Doc{
		Blocks: blocks,
		Data: Fields{
			{"version", DataVersion},
			{"summary", summary.Data()},
			{"statistics", Each(tallies, func(t tally) any {
				return Fields{{"rule", t.rule}, {"category", t.category}, {"severity", t.severity}, {"count", t.count}}
			})},
			{"findings", FindingsData(findings)},
		},
		Records: &Records{Columns: []string{"rule", "category", "severity", "count"}, Rows: func(yield func([]string) bool) {
			for _, t := range tallies {
				if !yield([]string{t.rule, string(t.category), t.severity.String(), strconv.Itoa(t.count)}) {
					return
				}
			}
		}},
	}
}

// tallied counts, the gravest first, then the most frequent.
func tallied(findings []diag.Finding) []tally {
	counts := make(map[tally]int)
	for _, f := range findings {
		counts[tally{rule: f.Rule, category: f.Category, severity: f.Severity}]++
	}
	var tallies []tally
	for t, n := range counts {
		t.count = n
		tallies = append(tallies, t)
	}
	slices.SortFunc(tallies, func(a, b tally) int {
		return cmp.Or(cmp.Compare(b.severity, a.severity), cmp.Compare(b.count, a.count), cmp.Compare(a.rule, b.rule))
	})
	return tallies
}
