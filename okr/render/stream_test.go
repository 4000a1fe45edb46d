package render

import (
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/report"
)

// endless counts how many rows were asked for, and goes on for as long as somebody
// asks.
type endless struct{ asked, limit int }

func (e *endless) rows(yield func(report.Row) bool) {
	for n := 0; n < e.limit; n++ {
		e.asked++
		if !yield(report.Row{Cells: []report.Cell{report.Text("a row"), {Text: "12", Number: "12"}}}) {
			return
		}
	}
}

func (e *endless) doc() *report.Doc {
	return &report.Doc{
		Blocks: []report.Block{report.Table{
			Columns: []report.Column{{Name: "a", Title: "A"}, {Name: "b", Title: "B", Kind: report.KindNumber}}, Rows: e.rows,
		}},
		Data: report.Fields{{Name: "rows", Value: report.Seq(func(yield func(any) bool) {
			e.rows(func(r report.Row) bool { return yield(report.Fields{{Name: "a", Value: r.Cells[0].Text}}) })
		})}},
		Records: &report.Records{Columns: []string{"a"}, Rows: func(yield func([]string) bool) {
			e.rows(func(r report.Row) bool { return yield([]string{r.Cells[0].Text}) })
		}},
	}
}

// closed is a pipe whose reader has gone after some bytes.
type closed struct{ left int }

func (c *closed) Write(p []byte) (int, error) {
	if c.left -= len(p); c.left < 0 {
		return 0, io.ErrClosedPipe
	}
	return len(p), nil
}

func TestClosedPipe(t *testing.T) {
	for _, format := range Formats() {
		if format.FindingsOnly {
			checkClosedPipe(t, format)
			continue
		}
		if format.DiagramsOnly {
			many := &report.Doc{Blocks: []report.Block{chainDiagram(900)}}
			if err := format.Write(&closed{}, many, Style{}); !errors.Is(err, io.ErrClosedPipe) {
				t.Errorf("%s: %v", format.Name, err)
			}
			continue
		}
		rows := &endless{limit: 1 << 17}
		err := format.Write(&closed{left: 1 << 16}, rows.doc(), Style{})
		if !errors.Is(err, io.ErrClosedPipe) {
			t.Errorf("%s: %v", format.Name, err)
		}
		measuring := 0
		if format.Name == "text" {
			measuring = rows.limit
		}
		if rows.asked-measuring > 1<<15 {
			t.Errorf("%s asked for %d rows after the reader had gone", format.Name, rows.asked)
		}
		for _, doc := range samples() {
			if err := format.Write(&closed{}, doc, Style{}); rendered(t, format, doc, Style{}) != "" && !errors.Is(err, io.ErrClosedPipe) {
				t.Errorf("%s: %v", format.Name, err)
			}
		}
	}
}

// checkClosedPipe holds that a format of findings stops where nobody reads on.
func checkClosedPipe(t *testing.T, format Format) {
	t.Helper()
	if err := format.Write(&closed{}, fixtureDoc(), Style{}); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("%s: %v", format.Name, err)
	}
	many := report.Lint(manyFindings(2000), 1)
	if format.Name == "github" { // never long enough to fill the pipe
		return
	}
	if err := format.Write(&closed{left: 1 << 16}, many, Style{}); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("%s: %v", format.Name, err)
	}
}

func TestLongTablesTakeNoRoom(t *testing.T) {
	for _, format := range Formats() {
		if format.FindingsOnly || format.DiagramsOnly {
			continue
		}
		rows := &endless{limit: 100_000}
		peak := &peakWriter{}
		if err := format.Write(peak, rows.doc(), Style{}); err != nil {
			t.Fatal(err)
		}
		if peak.bytes < 500_000 || peak.writes < 10 {
			t.Errorf("%s wrote %d bytes in %d parts: not what this test needs", format.Name, peak.bytes, peak.writes)
		}
		if peak.heap > 32<<20 {
			t.Errorf("%s held %d bytes", format.Name, peak.heap)
		}
	}
}

// peakWriter looks now and then at how much memory is in use.
type peakWriter struct {
	bytes, writes int
	heap          uint64
}

func (p *peakWriter) Write(b []byte) (int, error) {
	p.bytes += len(b)
	p.writes++
	if p.writes%16 == 0 {
		runtime.GC()
		var stats runtime.MemStats
		runtime.ReadMemStats(&stats)
		p.heap = max(p.heap, stats.HeapAlloc)
	}
	return len(b), nil
}

func TestSameBytes(t *testing.T) {
	for _, format := range Formats() {
		for name, doc := range samples() {
			first := rendered(t, format, doc, Style{Width: 80})
			if again := rendered(t, format, doc, Style{Width: 80}); again != first {
				t.Errorf("%s as %s differs from run to run", name, format.Name)
			}
		}
	}
}

func BenchmarkText(b *testing.B) {
	rows := &endless{limit: 10_000}
	for b.Loop() {
		if err := writeText(io.Discard, rows.doc(), Style{Width: 80}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFindings(b *testing.B) {
	var findings []diag.Finding
	for range 1000 {
		findings = append(findings, sampleFindings()...)
	}
	for _, format := range Formats() {
		b.Run(format.Name, func(b *testing.B) {
			for b.Loop() {
				if err := format.Write(io.Discard, report.Lint(findings, 3), Style{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func TestConciseIsOneRecordPerLine(t *testing.T) {
	out := rendered(t, Formats()[1], samples()["lint"], Style{})
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	if len(lines) != len(sampleFindings()) {
		t.Fatalf("%d lines for %d findings", len(lines), len(sampleFindings()))
	}
	if want := "okrs/2026-Q3/checkout.yaml:12:9: error no-baseline The key result"; !strings.HasPrefix(lines[0], want) {
		t.Errorf("%q does not begin with %q", lines[0], want)
	}
}
