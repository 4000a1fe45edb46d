package report_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diff"
	"github.com/okrs-as-code/okrs/okr/load"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/render"
	"github.com/okrs-as-code/okrs/okr/report"
)

var update = flag.Bool("update", false, "write the golden files anew")

// chronicle is a history of one document that a test makes up.
type chronicle struct {
	versions []okr.Version
	basis    okr.Basis
}

func (h *chronicle) Basis(*okr.Cycle) okr.Basis { return h.basis }
func (h *chronicle) Published(string, string) *okr.Document {
	return h.versions[0].Document
}
func (h *chronicle) Versions(team, _ string) []okr.Version {
	if team != "shop" {
		return nil
	}
	return h.versions
}
func (h *chronicle) Closing(*okr.Cycle) okr.Basis        { return okr.Basis{} }
func (h *chronicle) Closed(string, string) *okr.Document { return nil }
func (h *chronicle) Strays() []okr.Stray                 { return nil }

const logRegister = `version: 1
organization: Corner Shop
teams: [{id: shop, name: "Shop <b>|</b>"}]
limits: {objectives: {min: 1, max: 5}, key_results: {min: 1, max: 5}}
`

// hostile is a title that means harm wherever it is printed as it is.
const hostile = `"=HYPERLINK(1) \e[31m<script>alert(1)</script> | [x](javascript:y) @all ` + "`z`" + ` ::error::"`

const logBefore = `version: 1
team: shop
cycle: 2026-Q3
objectives:
  - id: queue
    title: Nobody stands in a queue
    commitment: aspirational
    why_now: The season begins
    key_results:
      - {id: waiting, title: Minutes in the queue fall from 12 to 2, metric: {unit: min, baseline: 12, target: 2, source: door log}}
      - {id: till, title: ` + hostile + `, metric: {kind: milestone}}
`

const logAfter = `version: 1
team: shop
cycle: 2026-Q3
objectives:
  - id: queue
    title: Nobody stands in a queue
    commitment: aspirational
    why_now: The season begins
    key_results:
      - id: wait
        was: waiting
        title: Minutes in the queue fall from 12 to 4
        metric: {unit: min, baseline: 12, target: 4, source: door log}
        amendments:
          - {date: 2026-08-03, field: target, from: 2, to: 4, reason: ` + hostile + `}
        check_ins:
          - {date: 2026-07-17, value: 11, confidence: 6}
          - {date: 2026-07-24, value: 9}
          - {date: 2026-08-07, value: 6, confidence: 7, note: ` + hostile + `}
      - {id: till, title: ` + hostile + `, metric: {kind: milestone}}
`

// logged is the log of an address in a workspace with three versions, the last of
// which is not committed.
func logged(t *testing.T, address string, past bool) *report.Doc {
	t.Helper()
	files := fstest.MapFS{"okr.yaml": {Data: []byte(logRegister)}, "okrs/2026-Q3/shop.yaml": {Data: []byte(logAfter)}}
	single, err := load.NewSingle(files, load.Options{})
	if err != nil {
		t.Fatal(err)
	}
	middle := strings.Replace(logAfter, "          - {date: 2026-08-07", "          # - {date: 2026-08-07", 1)
	known := &chronicle{basis: okr.Basis{By: okr.ByTag, Revision: strings.Repeat("1a", 20), On: civil(t, "2026-07-14")}}
	for i, text := range []string{logBefore, middle} {
		name := "okrs/2026-Q3/shop.yaml"
		known.versions = append(known.versions, okr.Version{
			Revision: strings.Repeat([]string{"1a", "2b"}[i], 20), On: civil(t, []string{"2026-07-01", "2026-08-03"}[i]),
			Path: name, Document: single.Document(name, []byte(text)),
		})
	}
	result, err := load.Workspace(files, load.Options{})
	if err != nil {
		t.Fatal(err)
	}
	options := report.LogOptions{Asked: address, History: report.FullHistory}
	var history okr.History
	if past {
		history = known
	} else {
		options.History, options.Unknown = report.NoHistory, "there is no git repository here"
	}
	ws, at := result.Workspace, diff.LogOptions{At: civil(t, "2026-08-15")}
	var read *diff.LogReading
	if a, wrong := okr.ParseAddress(address); wrong != nil {
		read, err = diff.LogTeam(ws, history, address, ws.Cycles, at)
	} else {
		read, err = diff.Log(ws, history, a, at)
	}
	if err != nil {
		t.Fatal(err)
	}
	return report.Log(ws, read, options)
}

func civil(t *testing.T, text string) okr.Date {
	t.Helper()
	d, err := okr.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestLogGolden(t *testing.T) {
	for name, doc := range map[string]*report.Doc{
		"log":         logged(t, "shop/2026-Q3/queue/waiting", true),
		"log_shop":    logged(t, "shop/2026-Q3", true),
		"log_team":    logged(t, "shop", true),
		"log_without": logged(t, "shop/2026-Q3/queue", false),
	} {
		for _, kind := range []string{"80.text", "200.text", "markdown", "json", "csv"} {
			t.Run(name+"."+kind, func(t *testing.T) {
				format := strings.TrimLeft(kind, "0123456789.")
				style := render.Style{Width: map[string]int{"80.text": 80, "200.text": 200}[kind]}
				compareWithGolden(t, filepath.Join("testdata", name+"."+kind), renderedAs(t, format, doc, style))
			})
		}
	}
}

func renderedAs(t *testing.T, name string, doc *report.Doc, style render.Style) string {
	t.Helper()
	format, ok := render.FormatByName(name)
	if !ok {
		t.Fatalf("there is no format %s", name)
	}
	var out bytes.Buffer
	if err := format.Write(&out, doc, style); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func compareWithGolden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if difference := cmp.Diff(string(want), got); difference != "" {
		t.Errorf("%s (-want +got):\n%s", file, difference)
	}
}

// TestLogIsHarmless holds that titles, notes and reasons stay text.
func TestLogIsHarmless(t *testing.T) {
	doc := logged(t, "shop/2026-Q3", true)
	for format, harm := range map[string][]string{
		"text":     {"\x1b", "\n::error"},
		"html":     {"<script>alert", "href=\"javascript:", "Shop <b>"},
		"markdown": {"<script>", "](javascript:", " @all"},
		"csv":      {"\x1b", ",=HYPERLINK", "\n=HYPERLINK"},
	} {
		text := renderedAs(t, format, doc, render.Style{})
		if !strings.Contains(text, "HYPERLINK") {
			t.Errorf("%s: the title is not in it", format)
		}
		for _, h := range harm {
			if strings.Contains(text, h) {
				t.Errorf("%s has %q", format, h)
			}
		}
	}
}

func TestSparklineKeepsTheEnd(t *testing.T) {
	var shares []metric.Number
	for i := range 100 {
		shares = append(shares, metric.Ratio(int64(i), 99))
	}
	for n, want := range map[int]string{0: "", 1: "▁", 100: "▁▁▁▁▂▂▂▂▃▃▃▃▄▄▄▄▅▅▅▅▆▆▆▆▇▇▇▇████"} {
		if got := report.Sparkline(shares[:n]); got != want {
			t.Errorf("%d shares: %s, want %s", n, got, want)
		}
	}
	if got := report.Sparkline([]metric.Number{metric.Int(0), metric.Ratio(1, 2), metric.Int(1)}); got != "▁▅█" {
		t.Error(got)
	}
}
