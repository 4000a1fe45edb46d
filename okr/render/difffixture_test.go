package render

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diff"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/report"
	"github.com/okrs-as-code/okrs/okr/source"
)

const checkoutAfter = `version: 1
team: checkout
cycle: 2026-Q3
objectives:
  - id: fast-checkout
    title: Checkout feels instant, even on the busiest day
    commitment: aspirational
    key_results:
      - id: p99
        title: p99 checkout latency falls from 900 ms to 400 ms
        metric: {unit: ms, baseline: 900, target: 400}
        amendments:
          - {date: 2026-08-12, field: target, from: 300, to: 400, reason: The vendor freezes its edge nodes until October}
        check_ins:
          - {date: 2026-08-14, value: 640, confidence: 6}
      - id: abandoned
        title: Abandoned carts at payment fall from 30 % to 24 %
        metric: {unit: percent, baseline: 30, target: 24}
`

const checkoutBefore = `version: 1
team: checkout
cycle: 2026-Q3
objectives:
  - id: fast-checkout
    title: Checkout feels instant, even on the busiest day
    commitment: aspirational
    key_results:
      - id: p99
        title: p99 checkout latency falls from 900 ms to 300 ms
        metric: {unit: ms, baseline: 900, target: 300}
      - id: abandoned
        title: Abandoned carts at payment fall from 30 % to 20 %
        metric: {unit: percent, baseline: 30, target: 20}
      - id: retries
        title: Payment retries per order fall from 1.4 to 1.1
        metric: {unit: retries, baseline: 1.4, target: 1.1}
`

const catalogAfter = `version: 1
team: catalog
cycle: 2026-Q3
objectives:
  - id: findable
    title: Shoppers find what they came for
    commitment: committed
    key_results:
      - id: zero-results
        title: Searches without a result fall from 12 % to 5 %
`

// part is where a text stands in a file.
func part(f *source.File, text string) source.Span {
	at := strings.Index(string(f.Text()), text)
	if at < 0 {
		panic(text)
	}
	return source.Span{Start: uint32(at), End: uint32(at + len(text))}
}

func written(text string) okr.Text {
	return okr.Text{V: text, Span: source.Span{Start: 1, End: 2}}
}

func team(id, name, handle string) *okr.Team {
	t := &okr.Team{ID: written(id), Name: written(name)}
	if handle != "" {
		t.Handle = written(handle)
	}
	return t
}

func ratio(n, d int64) *metric.Number { x := metric.Ratio(n, d); return &x }

func words(text string) *string { return &text }

// diffCase is what the changes of the fixture are in.
type diffCase struct {
	before, after, catalog *source.File
	cycle                  *okr.Cycle
	checkout, shelves      *okr.Team
	fast, find             *okr.Objective
}

func newDiffCase() *diffCase {
	c := &diffCase{
		before:   source.NewFile(nil, "okrs/2026-Q3/checkout.yaml", []byte(checkoutBefore)),
		after:    source.NewFile(nil, "okrs/2026-Q3/checkout.yaml", []byte(checkoutAfter)),
		catalog:  source.NewFile(nil, "okrs/2026-Q3/product/catalog.yaml", []byte(catalogAfter)),
		cycle:    &okr.Cycle{ID: "2026-Q3"},
		checkout: team("checkout", "Checkout", "@acme/checkout"),
		shelves:  team("catalog", "Catalog", ""),
	}
	objective := func(f *source.File, t *okr.Team, id, title string) *okr.Objective {
		return &okr.Objective{
			ID: okr.Text{V: id, Span: part(f, id)}, Title: written(title),
			Document: &okr.Document{File: f, TeamID: t.ID, CycleID: written("2026-Q3"), Team: t, Cycle: c.cycle},
		}
	}
	c.fast = objective(c.after, c.checkout, "fast-checkout", "Checkout feels instant, even on the busiest day")
	c.find = objective(c.catalog, c.shelves, "findable", "Shoppers find what they came for")
	return c
}

// at is a change of a key result of checkout, where a text stands.
func (c *diffCase) at(id, text string, change diff.Change) *diff.Change {
	change.Kind, change.Address = cmp.Or(change.Kind, diff.KeyResult), "checkout/2026-Q3/fast-checkout/"+id
	change.Team, change.Cycle, change.ObjectiveBefore, change.ObjectiveAfter = c.checkout, c.cycle, c.fast, c.fast
	file := c.after
	if change.Place.Before {
		file = c.before
	}
	change.Place.File, change.Place.Span = file, part(file, text)
	return &change
}

// diffReading is a pull request in which one target was eased in the open and another
// silently, a key result is gone, one was reworded, one moved and one was read.
func diffReading() *diff.Reading {
	c := newDiffCase()
	moved := &diff.Change{
		Kind: diff.KeyResult, Verdict: diff.Moved, Address: "catalog/2026-Q3/findable/zero-results",
		Before: words("catalog/2026-Q3/search/zero-results"), After: words("catalog/2026-Q3/findable/zero-results"),
		Message: "moved from catalog/2026-Q3/search/zero-results to catalog/2026-Q3/findable/zero-results",
		Place:   diff.Place{File: c.catalog, Span: part(c.catalog, "zero-results")}, ObjectiveAfter: c.find, Team: c.shelves, Cycle: c.cycle,
	}
	payments, search := team("payments", "Payments", "@acme/payments"), team("search", "Search", "")
	return &diff.Reading{
		Before: &okr.Workspace{Settings: okr.DefaultSettings()}, After: &okr.Workspace{Settings: okr.DefaultSettings()},
		AsOf: mustDate("2026-08-15"), Cycle: c.cycle,
		Changes: []*diff.Change{
			moved,
			c.at("p99", "target: 400", diff.Change{
				Verdict: diff.Eased, Field: "target", Before: words("300 ms"), After: words("400 ms"), Stretch: ratio(1, 6), Late: true, Declared: true,
				Reason:  "The vendor freezes its edge nodes until October",
				Message: "target 300 ms → 400 ms: eased, 17 % of the stretch given away: 600 ms → 500 ms",
			}),
			c.at("p99", "p99 checkout latency", diff.Change{
				Verdict: diff.Reworded, Field: "title", Before: words("p99 checkout latency falls from 900 ms to 300 ms"),
				After: words("p99 checkout latency falls from 900 ms to 400 ms"), Message: "title reworded",
			}),
			c.at("p99", "{date: 2026-08-14", diff.Change{Kind: diff.CheckIn, Verdict: diff.CheckedIn, After: words("640 ms"), Message: "640 ms on 2026-08-14, confidence 6"}),
			c.at("abandoned", "target: 24", diff.Change{
				Verdict: diff.Eased, Field: "target", Before: words("20 %"), After: words("24 %"), Stretch: ratio(2, 5), Late: true,
				Message: "target 20 % → 24 %: eased, 40 % of the stretch given away: 10 pp → 6 pp",
			}),
			c.at("retries", "retries", diff.Change{
				Verdict: diff.Dropped, Before: words("Payment retries per order fall from 1.4 to 1.1"), Late: true,
				Message: "the key result is gone: Payment retries per order fall from 1.4 to 1.1", Place: diff.Place{Before: true},
			}),
		},
		Blast: diff.Blast{
			Reaches: []diff.Reach{
				{Changed: "checkout/2026-Q3/fast-checkout/p99", By: "payments/2026-Q3/one-tap/authorised", Team: payments, How: diff.DependsOn},
				{Changed: "checkout/2026-Q3/fast-checkout/p99", By: "search/2026-Q3/buy-from-results", Team: search, How: diff.Supports},
				{Changed: "checkout/2026-Q3/fast-checkout/retries", By: "payments/2026-Q3/one-tap/declines", Team: payments, How: diff.Shares},
			},
			Teams: []*okr.Team{payments, search},
		},
		Attribution: []diff.Attribution{
			{Team: c.shelves, Cycle: c.cycle, Split: diff.Split{Before: ratio(1, 2), After: ratio(1, 2)}},
			{
				Team: c.checkout, Cycle: c.cycle,
				Split: diff.Split{Before: ratio(7, 30), After: ratio(51, 100), Definition: metric.Ratio(13, 60), Progress: metric.Ratio(3, 50)},
				KeyResults: []diff.KeyResultSplit{
					{Address: "checkout/2026-Q3/fast-checkout/abandoned", Split: diff.Split{Before: ratio(3, 10), After: ratio(1, 2), Definition: metric.Ratio(1, 5)}},
					{Address: "checkout/2026-Q3/fast-checkout/p99", Split: diff.Split{Before: ratio(1, 3), After: ratio(13, 25), Definition: metric.Ratio(1, 15), Progress: metric.Ratio(3, 25)}},
					{Address: "checkout/2026-Q3/fast-checkout/retries", Split: diff.Split{Before: ratio(1, 15), Definition: metric.Ratio(-1, 15)}},
				},
			},
		},
		Total: diff.Split{Before: ratio(11, 30), After: ratio(101, 200), Definition: metric.Ratio(13, 120), Progress: metric.Ratio(3, 100)},
	}
}

func mustDate(text string) okr.Date {
	d, err := okr.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

func diffOptions() report.DiffOptions {
	return report.DiffOptions{Base: strings.Repeat("0f3c9a", 7)[:40], BaseName: "main", Files: 14}
}

func diffDoc() *report.Doc { return report.Diff(diffReading(), diffOptions()) }

// unchangedDoc is a change of nothing but layout.
func unchangedDoc() *report.Doc {
	return report.Diff(&diff.Reading{
		Before: &okr.Workspace{Settings: okr.DefaultSettings()}, After: &okr.Workspace{Settings: okr.DefaultSettings()}, AsOf: mustDate("2026-08-15"),
	}, diffOptions())
}

// largeDiff is so many changes, every second of them undeclared.
func largeDiff(n int) *diff.Reading {
	c := newDiffCase()
	r := diffReading()
	r.Changes = nil
	for i := range n {
		change := c.at("p99", "target: 400", diff.Change{
			Verdict: diff.Eased, Field: "target", Before: words("300 ms"), After: words("400 ms"), Late: i%2 == 0,
			Message: fmt.Sprintf("target %d ms → 目標 😀 %d ms: eased, 17 %% of the stretch given away", i, i+100),
		})
		change.Address = fmt.Sprintf("checkout/2026-Q3/fast-checkout/p%d", i)
		r.Changes = append(r.Changes, change)
	}
	return r
}
