package load_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/load"
)

// The good workspace that the tests start from: nothing is to be said about it.
const (
	registerText = `version: 1
organization: Acme
limits: {objectives: {min: 1}, key_results: {min: 1}}
teams:
  - {id: company, name: Acme}
  - {id: checkout, name: Checkout, parent: company, size: 7}
  - {id: payments, name: Payments, parent: company}
  - {id: data, name: Data, parent: company}
`
	companyText = `version: 1
team: company
cycle: 2026
objectives:
  - id: loved
    title: Shoppers recommend us
    commitment: aspirational
    key_results:
      - id: nps
        title: Recommendation rises from 20 to 40
        metric: {unit: NPS, baseline: 20, target: 40}
`
	checkoutText = `version: 1
team: checkout
cycle: 2026-Q3
objectives:
  - id: fast
    title: Checkout feels instant
    commitment: aspirational
    supports: [company/2026/loved]
    depends_on: [data/2026-Q3/pipeline/freshness]
    key_results:
      - id: p99
        title: p99 latency falls from 900 ms to 300 ms
        metric: {unit: ms, baseline: 900, target: 300}
        shared_with: [payments]
        check_ins:
          - {date: 2026-07-10, value: 780, confidence: 5}
      - id: errors
        title: Failed payments stay at or below 0.2 percent
        role: guardrail
        metric: {kind: at_most, unit: percent, target: 0.2}
  - id: clear
    title: Everybody sees what they pay
    commitment: committed
    key_results:
      - id: calls
        title: Calls about invoices fall from 90 to 30 a week
        metric: {unit: calls per week, baseline: 90, target: 30}
`
	paymentsText = `version: 1
team: payments
cycle: 2026-Q3
objectives:
  - id: paid
    title: Shops get their money in time
    commitment: committed
    key_results:
      - ref: checkout/2026-Q3/fast/p99
      - id: late
        title: Late payouts fall from 4 to 1 percent
        metric: {unit: percent, baseline: 4, target: 1}
`
	dataText = `version: 1
team: data
cycle: 2026-Q3
objectives:
  - id: pipeline
    title: Facts are there when they are needed
    commitment: aspirational
    key_results:
      - id: freshness
        title: Orders are visible within 5 minutes
        metric: {kind: at_most, unit: minutes, target: 5}
        enables: [checkout/2026-Q3/fast]
`
)

const (
	register = "okr.yaml"
	company  = "okrs/2026/company.yaml"
	checkout = "okrs/2026-Q3/checkout.yaml"
	payments = "okrs/2026-Q3/payments.yaml"
	data     = "okrs/2026-Q3/data.yaml"
)

func good() fstest.MapFS {
	files := make(fstest.MapFS)
	for name, text := range map[string]string{
		register: registerText, company: companyText, checkout: checkoutText, payments: paymentsText, data: dataText,
	} {
		files[name] = &fstest.MapFile{Data: []byte(text), Mode: 0o644}
	}
	return files
}

// edit replaces a text of a file that must be there once; without an old text
// the new one becomes the file.
func edit(t *testing.T, files fstest.MapFS, name, old, replacement string) {
	t.Helper()
	if old == "" {
		files[name] = &fstest.MapFile{Data: []byte(replacement), Mode: 0o644}
		return
	}
	text := string(files[name].Data)
	if strings.Count(text, old) != 1 {
		t.Fatalf("%q stands %d times in %s, want once", old, strings.Count(text, old), name)
	}
	edited := *files[name]
	edited.Data = []byte(strings.Replace(text, old, replacement, 1))
	files[name] = &edited
}

// midQuarter is when the tests read, unless they say otherwise.
const midQuarter = "2026-08-15"

func date(text string) okr.Date {
	if text == "" {
		return 0
	}
	d, err := okr.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

func read(t *testing.T, files fstest.MapFS, options load.Options) *load.Result {
	t.Helper()
	result, err := load.Workspace(files, options)
	if err != nil {
		t.Fatal(err)
	}
	if result.Workspace == nil {
		t.Fatal("there is no workspace")
	}
	return result
}

// want is a finding that is expected. The place is the one of the caret in a
// piece of the file; the words must all stand in message and hint together.
type want struct {
	rule, path, at string
	words          []string
}

func (w want) matches(t *testing.T, files fstest.MapFS, f diag.Finding) bool {
	t.Helper()
	if f.Rule != w.rule || f.Path != w.path {
		return false
	}
	line, column := 1, 1
	if w.at != "" {
		line, column = position(t, string(files[w.path].Data), w.at)
	}
	said := f.Message + "\n" + f.Hint
	missing := slices.ContainsFunc(w.words, func(word string) bool { return !strings.Contains(said, word) })
	return f.Line == line && f.Column == column && !missing
}

// position finds the caret of a piece in a text.
func position(t *testing.T, text, piece string) (line, column int) {
	t.Helper()
	before, after, ok := strings.Cut(piece, "^")
	at := strings.Index(text, before+after)
	if !ok || at < 0 {
		t.Fatalf("%q is not in the file:\n%s", piece, text)
	}
	at += len(before)
	start := strings.LastIndexByte(text[:at], '\n') + 1
	return 1 + strings.Count(text[:at], "\n"), 1 + len([]rune(text[start:at]))
}

// expect holds the findings against what is wanted: each of these, and nothing else.
func expect(t *testing.T, files fstest.MapFS, found []diag.Finding, wanted []want) {
	t.Helper()
	found = slices.Clone(found)
	for _, w := range wanted {
		i := slices.IndexFunc(found, func(f diag.Finding) bool { return w.matches(t, files, f) })
		if i < 0 {
			t.Errorf("not found: %s in %s at %q with %q", w.rule, w.path, w.at, w.words)
			continue
		}
		found = slices.Delete(found, i, i+1)
	}
	for _, f := range found {
		t.Errorf("found: %s:%d:%d %s %s (%s)\n\t%s\n\t%s", f.Path, f.Line, f.Column, f.Severity, f.Rule, f.Subject, f.Message, f.Hint)
	}
}
