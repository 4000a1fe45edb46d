package render

import (
	"compress/gzip"
	"io"
	"slices"
	"strconv"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/report"
)

// What GitHub takes of a SARIF file; one beyond these is refused as a whole. Of the
// results the first sarifShown are shown.
const (
	sarifResults = 25_000
	sarifShown   = 5_000
	// sarifBytes is less than the 10 MB that a packed file may have: what is still
	// on its way when the limit is seen has to fit as well.
	sarifBytes = 9_000_000
)

// sarifWriter holds what results need to know of each other.
type sarifWriter struct {
	found
	results []diag.Finding // the gravest first, silenced ones last
	rules   []report.RuleText
	index   map[string]int // of a rule among rules, by its id
	// silenced says that some result was, so that each has to say whether it was.
	silenced bool
	// written counts the results, packed the bytes of the packed file.
	written int
	packed  *counter
}

// writeSARIF prints findings in the Static Analysis Results Interchange Format
// 2.1.0 of OASIS, with all that GitHub's code scanning asks for, and within its
// limits. There is no security severity in it: nothing here is a matter of security.
func writeSARIF(w io.Writer, doc *report.Doc, _ Style) error {
	s := &sarifWriter{found: findingsOf(doc), packed: &counter{}}
	s.results = append(gravest(s.items), s.suppressed...)
	s.silenced = slices.ContainsFunc(s.results, diag.Finding.Suppressed)
	s.listRules()
	// Only the size of the packed file is of interest, the fastest packing gives the
	// largest.
	pack, err := gzip.NewWriterLevel(s.packed, gzip.BestSpeed)
	if err != nil {
		return err
	}
	return encodeData(newSink(io.MultiWriter(w, pack)), report.Fields{
		field("$schema", "https://json.schemastore.org/sarif-2.1.0.json"),
		field("version", "2.1.0"),
		field("runs", []any{s.run()}),
	})
}

// counter counts bytes.
type counter struct{ bytes int }

// Write counts.
func (c *counter) Write(p []byte) (int, error) {
	c.bytes += len(p)
	return len(p), nil
}

func (s *sarifWriter) run() report.Fields {
	return report.Fields{
		field("tool", report.Fields{field("driver", s.driver())}),
		field("automationDetails", report.Fields{field("id", toolName+"/")}),
		field("columnKind", "unicodeCodePoints"),
		field("results", s.resultList()),
		// What was left out is known when the results are written, so this follows
		// them.
		field("invocations", []any{report.Fields{
			field("executionSuccessful", true),
			field("toolExecutionNotifications", s.notifications()),
		}}),
	}
}

// resultList are the results until there are as many, or as much, as is taken.
func (s *sarifWriter) resultList() report.Seq {
	return func(yield func(any) bool) {
		for _, f := range s.results {
			if s.written == sarifResults || s.packed.bytes > sarifBytes || !yield(s.result(f)) {
				return
			}
			s.written++
		}
	}
}

// notifications tell what the results do not.
func (s *sarifWriter) notifications() report.Seq {
	return func(yield func(any) bool) {
		tell := func(level, text string) bool {
			return yield(report.Fields{field("level", level), field("message", report.Fields{field("text", text)})})
		}
		if hidden := report.HiddenSentence(s.hidden); hidden != "" && !tell("note", hidden) {
			return
		}
		if out := len(s.results) - s.written; out > 0 {
			if !tell("warning", countOf(out, "result is", "results are")+" left out: a file holds at most "+
				strconv.Itoa(sarifResults)+", and 10 MB when packed. The gravest findings are kept.") {
				return
			}
		}
		if s.written > sarifShown {
			tell("note", "GitHub shows the first "+strconv.Itoa(sarifShown)+" of "+strconv.Itoa(s.written)+" results.")
		}
	}
}

func countOf(n int, one, many string) string { return strconv.Itoa(n) + " " + plural(n, one, many) }
