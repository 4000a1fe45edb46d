package render

import (
	"cmp"
	"io"
	"strconv"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/report"
)

// writeJUnit prints findings as tests, a suite for each file and a test for each
// finding, since that is what most services that run jobs can show. Errors and
// warnings failed, what was silenced was skipped, the rest passed with a word.
// Where nothing was found, one test passed: an empty report counts as a mistake.
func writeJUnit(w io.Writer, doc *report.Doc, _ Style) error {
	x := junitWriter{xmlWriter: xmlWriter{newSink(w)}, names: make(map[string]int)}
	all := findingsOf(doc)
	files := byFile(all.items, all.suppressed)
	x.raw(xmlDeclaration)
	x.head(files, all)
	for _, file := range files {
		if x.failed() {
			break
		}
		x.suite(file)
	}
	x.remarks(len(files) == 0, all)
	x.end(0, "testsuites")
	return x.close()
}

type junitWriter struct {
	xmlWriter
	// names are those that tests have, with how many asked for each.
	names map[string]int
}

// failsTest reports whether a finding is a test that failed.
func failsTest(f diag.Finding) bool { return !f.Suppressed() && f.Severity >= diag.Warning }

// outcomes counts the tests that failed and those that were skipped.
func outcomes(findings []diag.Finding) (failures, skipped int) {
	for _, f := range findings {
		if failsTest(f) {
			failures++
		}
		if f.Suppressed() {
			skipped++
		}
	}
	return failures, skipped
}

func (x junitWriter) head(files []fileFindings, all found) {
	tests, failures := 0, 0
	for _, file := range files {
		failed, _ := outcomes(file.items)
		tests, failures = tests+len(file.items), failures+failed
	}
	if len(files) == 0 {
		tests++
	}
	if all.hidden > 0 {
		tests++
	}
	x.start(0, "testsuites", ">", "name", toolName, "tests", numeral(tests), "failures", numeral(failures), "errors", "0")
}

// suite prints the findings of a file.
func (x junitWriter) suite(file fileFindings) {
	failures, skipped := outcomes(file.items)
	x.start(2, "testsuite", ">", "name", file.path, "tests", numeral(len(file.items)), "failures", numeral(failures),
		"errors", "0", "skipped", numeral(skipped))
	for _, f := range file.items {
		x.start(4, "testcase", ">", "name", x.unique(oneLine(f.Rule+" "+f.Subject)), "classname", f.Path)
		x.outcome(f)
		x.end(4, "testcase")
	}
	x.end(2, "testsuite")
}

// outcome prints how a test went.
func (x junitWriter) outcome(f diag.Finding) {
	element, attributes := "system-out", []string(nil)
	switch {
	case f.Suppressed():
		element, attributes = "skipped", []string{"message", suppressionText(*f.Suppression)}
	case failsTest(f):
		element, attributes = "failure", []string{"message", oneLine(f.Message), "type", f.Severity.String()}
	}
	x.raw(spaces(6), "<", element)
	for i := 0; i+1 < len(attributes); i += 2 {
		x.raw(" ", attributes[i], `="`, xmlAttribute(attributes[i+1]), `"`)
	}
	x.raw(">", xmlText(testText(f)), "</", element, ">\n")
}

// testText is what a test has to say: place and message, the lines, what to do.
func testText(f diag.Finding) []string {
	lines := []string{joined(placed(Style{}, f.Path, f.Line, f.Column)+":", f.Severity.String()+":", oneLine(f.Message))}
	for _, l := range excerpt(f, 0) {
		lines = append(lines, l.number+" │ "+l.text, spaces(len(l.number))+" │ "+l.underline)
	}
	for i, line := range sanitizeLines(f.Hint) {
		if i == 0 {
			line = "help: " + line
		}
		lines = append(lines, line)
	}
	return lines
}

// remarks prints the suite that tells of no single finding: that there is none, or
// that there are more.
func (x junitWriter) remarks(nothing bool, all found) {
	hidden := report.HiddenSentence(all.hidden)
	if !nothing && hidden == "" {
		return
	}
	tests, skipped := 0, 0
	if nothing {
		tests++
	}
	if hidden != "" {
		tests, skipped = tests+1, 1
	}
	x.start(2, "testsuite", ">", "name", toolName, "tests", numeral(tests), "failures", "0", "errors", "0", "skipped", numeral(skipped))
	if nothing {
		sentence := "No problems found"
		if all.summary != nil {
			sentence = all.summary.Sentence()
		}
		x.start(4, "testcase", "/>", "name", x.unique(sentence), "classname", toolName)
	}
	if hidden != "" {
		x.start(4, "testcase", ">", "name", x.unique("more findings"), "classname", toolName)
		x.start(6, "skipped", "/>", "message", hidden)
		x.end(4, "testcase")
	}
	x.end(2, "testsuite")
}

// unique is a name that no test had yet: of tests with one name, services show the
// first and forget the others.
func (x junitWriter) unique(name string) string {
	name = cmp.Or(name, "unnamed")
	free := name
	for x.names[free] > 0 {
		x.names[name]++
		free = name + " (" + strconv.Itoa(x.names[name]) + ")"
	}
	x.names[free] = 1
	return free
}
