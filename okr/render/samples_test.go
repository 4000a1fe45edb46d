package render

import (
	"iter"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/report"
)

// samples are documents that between them hold every kind of block, and every way
// in which a block can be filled.
func samples() map[string]*report.Doc {
	return map[string]*report.Doc{
		"blocks":    blocksDoc(),
		"score":     scoreDoc(),
		"explain":   explainDoc(),
		"lint":      report.Linted(report.Linting{Findings: sampleFindings(), Summary: sampleSummary()}),
		"findings":  fixtureDoc(),
		"clean":     report.Lint(nil, 3),
		"version":   report.Version(report.Build{Version: "v1.2.0", Revision: "0f3c", Date: "2026-07-01", Modified: true, Go: "go1.26"}),
		"diagram":   diagramDoc(),
		"injection": injectionDoc(),
		"empty":     {},
		"diff":      diffDoc(),
		"unchanged": unchangedDoc(),
	}
}

func sampleSummary() report.Summary {
	s := report.Summarize(sampleFindings(), 10)
	s.Suppressed, s.History = 2, report.ShallowHistory
	return s
}

func sampleFindings() []diag.Finding {
	const path = "okrs/2026-Q3/checkout.yaml"
	return []diag.Finding{
		{
			Rule: "no-baseline", Category: diag.Measurability, Class: diag.ClassMeaning, Severity: diag.Error,
			Message: "The key result promises a change to 300 ms, but does not say from where.",
			Hint:    "write the last measured value as the baseline:\n  metric: {unit: ms, baseline: 900, target: 300}",
			Path:    path, Line: 12, Column: 9, EndLine: 12, EndColumn: 35,
			Excerpt: []string{"        metric: {unit: ms, target: 300}"},
			Subject: "checkout/2026-Q3/fast/p99", Fingerprint: "0123456789abcdef",
		},
		{
			Rule: "task-as-key-result", Category: diag.TaskList, Class: diag.ClassRules, Severity: diag.Warning,
			Message: "“Launch 新しい checkout” is something to do, not something that will have changed.",
			Path:    path, Line: 20, Column: 16, EndLine: 20, EndColumn: 36,
			Excerpt: []string{"\t- title: 注文 é🎉 Launch 新しい checkout  # soon"},
			Related: []diag.Related{{Message: "the objective it belongs to", Path: path, Line: 3, Column: 5}},
			Subject: "checkout/2026-Q3/fast/launch", Fingerprint: "fedcba9876543210",
		},
		{
			Rule: "jargon", Category: diag.Language, Class: diag.ClassRules, Severity: diag.Info,
			Message: "A sentence that newcomers cannot read.",
			Path:    "okrs/2026-Q3/a-team-with-a-long-name/deeper/down.yaml", Line: 108, Column: 5, EndLine: 109, EndColumn: 12,
			Excerpt: []string{
				"    why_now: >- leverage our best of breed synergies across the whole funnel so that every stakeholder is aligned with the north star, always, and everywhere we go",
				"      and more",
			},
			Subject: "platform/2026-Q3/x", Fingerprint: "00ff00ff00ff00ff",
		},
	}
}

func tick(at float64) *float64 { return &at }

func scoreDoc() *report.Doc {
	columns := []report.Column{
		{Name: "title", Title: "Objective / key result", Wrap: true},
		{Name: "score", Title: "Score", Kind: report.KindScore},
		{Name: "bar", Title: "Progress", Kind: report.KindBar, Priority: 3},
		{Name: "band", Title: "Standing"},
		{Name: "now", Title: "Now", Kind: report.KindNumber},
		{Name: "range", Title: "Baseline → target", Priority: 4},
		{Name: "confidence", Title: "Confidence", Kind: report.KindNumber, Priority: 2},
		{Name: "note", Title: "Note", Priority: 5, Wrap: true},
	}
	number := func(shown, exact string) report.Cell { return report.Cell{Text: shown, Number: exact} }
	rows := report.Rows(
		report.Row{Cells: []report.Cell{
			{Text: "Checkout feels instant, even on the busiest day", Tone: report.Strong}, number("0.62", "0.6249"),
			{Bar: &report.Bar{Share: 0.6249}}, {Text: "yellow, good stretch", Tone: report.Middling},
		}},
		report.Row{Depth: 1, Cells: []report.Cell{
			report.Text("p99 checkout latency falls from 900 ms to 300 ms"), number("0.20", "0.2"),
			{Bar: &report.Bar{Share: 0.2, Tick: tick(0.35)}}, {Text: "behind", Tone: report.Bad},
			number("780 ms", "780"), report.Text("900 → 300 ms"), number("5", "5"), report.Text("Edge cache in one region"),
		}},
		report.Row{Depth: 1, Cells: []report.Cell{
			report.Text("支払いの失敗率を下げる"), number("1.05", "1.05"), {Bar: &report.Bar{Share: 1.05, Tick: tick(0.35)}},
			{Text: "ahead", Tone: report.Good}, number("0.2 %", "0.2"), report.Text("0.8 → 0.2 %"),
		}},
		report.Row{Depth: 1, Cells: []report.Cell{
			report.Text("Guardrail: refunds stay below 2 %"), {}, {}, {Text: "unmeasured", Tone: report.Muted},
		}},
	)
	return &report.Doc{
		Title: "2026-Q3, as of 2026-08-15",
		Blocks: []report.Block{
			report.Facts{Items: []report.Fact{
				{Label: "Score", Value: report.Cell{Text: "0.62", Number: "0.6249", Tone: report.Middling}},
				{Label: "Measured", Value: report.Text("9 of 12 key results")},
				{Label: "Published", Value: report.Text("tag okr/2026-Q3")},
				{Label: "State", Value: report.Text("running")},
			}},
			report.Findings{Items: sampleFindings()[:1]},
			report.Table{Title: "Checkout", Columns: columns, Rows: rows},
			report.Paragraph{Spans: []report.Span{
				{Text: "Key results: "}, {Text: "3 green", Tone: report.Good}, {Text: ", "}, {Text: "2 yellow", Tone: report.Middling},
				{Text: ", "}, {Text: "4 red", Tone: report.Bad}, {Text: ", "}, {Text: "3 unmeasured", Tone: report.Muted}, {Text: "."},
			}},
		},
		Data: report.Fields{
			{Name: "version", Value: report.DataVersion}, {Name: "cycle", Value: "2026-Q3"}, {Name: "rev", Value: nil},
			{Name: "teams", Value: report.Each([]string{"checkout", "data"}, func(s string) any {
				return report.Fields{{Name: "team", Value: s}, {Name: "objectives", Value: []string{}}}
			})},
		},
		Records: &report.Records{Columns: []string{"team", "title", "score"}, Rows: records([][]string{
			{"checkout", "p99 \"fast\", always", "0.2"}, {"data", "=HYPERLINK(1)", "-0.5"}, {"data", "no reading yet", ""},
		})},
	}
}

func records(rows [][]string) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		for _, r := range rows {
			if !yield(r) {
				return
			}
		}
	}
}

func explainDoc() *report.Doc {
	const path = "okrs/2026-Q3/checkout.yaml"
	return &report.Doc{Blocks: []report.Block{
		report.Heading{Level: 1, Text: "checkout/2026-Q3/fast/p99"},
		report.Terms{Title: "Score", Lines: []report.Term{
			{Name: "score", Formula: "0.2 within 0…1", Value: "0.20"},
			{Depth: 1, Name: "raw", Formula: "(780 − 900) / (300 − 900)", Value: "0.2"},
			{Depth: 2, Name: "current", Value: "780", Path: path, Line: 31, Note: "check-in of 2026-07-10"},
			{Depth: 2, Name: "baseline", Value: "900", Path: path, Line: 12},
			{Depth: 2, Name: "target", Value: "300", Path: path, Line: 12, Note: "as published by tag okr/2026-Q3"},
		}},
	}}
}

func blocksDoc() *report.Doc {
	return &report.Doc{
		Title: "Every kind of block",
		Blocks: []report.Block{
			report.Heading{Level: 1, Text: "Words"},
			report.Paragraph{Spans: []report.Span{
				{Text: "Running text that is long enough to be wrapped on a terminal, with "},
				{Text: "weight", Tone: report.Strong}, {Text: ", with code as in "}, {Text: "okr lint --fail-on warning", Code: true},
				{Text: ", with "}, {Text: "a link", URL: "https://example.org/okr?a=1&b=2"}, {Text: " and with "},
				{Text: "a judgement", Tone: report.Good}, {Text: "."},
			}},
			report.Heading{Level: 2, Text: "Lists"},
			report.List{Items: []report.Item{
				{Spans: report.Plain("first, with a text that runs on for longer than a narrow terminal has room for"), Items: []report.Item{
					{Spans: report.Plain("below"), Items: []report.Item{{Spans: report.Plain("further below")}}},
				}},
				{Spans: report.Plain("second")},
			}},
			report.List{Ordered: true, Items: []report.Item{{Spans: report.Plain("one")}, {Spans: report.Plain("two")}}},
			report.Note{Tone: report.NoteInfo, Text: "The cycle was chosen because it contains the date.", Hint: "choose with --cycle"},
			report.Note{Tone: report.NoteWarning, Text: "History is shallow."},
			report.Note{Tone: report.NoteProblem, Text: "Two files could not be used.", Hint: "run `okr validate`\nand mend them"},
			report.Divider{},
			report.Code{Language: "yaml", Text: "metric:\n\tunit: ms\n  # ```\n"},
			report.Heading{Level: 1, Text: "Numbers"},
			report.Facts{Items: []report.Fact{{Label: "Teams", Value: report.Text("3")}, {Label: "A longer label", Value: report.Text("and a longer value")}}},
			report.Gap{},
			report.Facts{Items: []report.Fact{{Label: "Only", Value: report.Cell{Text: "0.71", Number: "0.7142", Tone: report.Good}}}},
			report.Table{Columns: []report.Column{
				{Name: "address", Title: "Address", Kind: report.KindAddress},
				{Name: "text", Title: "Text"},
				{Name: "date", Title: "Date", Kind: report.KindDate, Priority: 1},
				{Name: "count", Title: "Count", Kind: report.KindNumber, Align: report.AlignLeft},
				{Name: "share", Title: "Share", Kind: report.KindBar},
			}, Rows: report.Rows(
				report.Row{Cells: []report.Cell{report.Text("checkout/2026-Q3/fast-checkout/p99-latency"), report.Text("text that is cut short where it does not fit"),
					report.Text("2026-07-10"), {Text: "1 200", Number: "1200"}, {Bar: &report.Bar{Share: 0.5}, Text: "halfway", Tone: report.Middling, Glyph: "◑"}}},
				report.Row{Cells: []report.Cell{report.Text("data/2026-Q3/pipe"), report.Text("a|b"), {}, {Text: "–"}, {Bar: &report.Bar{}}}},
			)},
			report.Table{Title: "Orphans", Columns: []report.Column{{Name: "address", Title: "Address"}}, Empty: "no orphans"},
			report.Terms{Lines: []report.Term{{Name: "sum", Formula: "1 + 1", Value: "2", Path: "a.yaml", Line: 7, Note: "exact"}}},
			report.Findings{Items: sampleFindings()[1:2], Summary: &report.Summary{Files: 1, Warnings: 1}},
		},
	}
}
