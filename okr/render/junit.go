package render

import (
	"cmp"
	"io"
	"strconv"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/report"
)

// junitMost is how many bytes of a report of tests GitLab reads.
const junitMost = 30_000_000

// junitMany is how many findings a report has that may become as large as that.
const junitMany = 1_000

// writeJUnit prints findings as tests, a suite for each file and a test for each
// finding, since that is what most services that run jobs can show. What fails the run
// is a test that failed, what was silenced was skipped, the rest passed with a word; a
// file of which nothing is to be said is a test that passed. Where nothing was looked
// at, one test passed as well: an empty report counts as a mistake.
func writeJUnit(w io.Writer, doc *report.Doc, _ Style) error {
	all := findingsOf(doc)
	large := false
	if len(all.items)+len(all.suppressed) > junitMany {
		size := &counter{} // what is to be said about the size stands in the report itself
		if err := printTests(size, all, false); err != nil {
			return err
		}
		large = size.bytes > junitMost
	}
	return printTests(w, all, large)
}

func printTests(w io.Writer, all found, large bool) error {
	x := junitWriter{xmlWriter: xmlWriter{newSink(w)}, found: all, names: make(map[string]int)}
	files, remarks := byFile(all.items, all.suppressed), x.remarks(large)
	x.raw(xmlDeclaration)
	x.head(files, remarks)
	for _, file := range files {
		if x.failed() {
			break
		}
		x.suite(file)
	}
	for _, path := range all.clean {
		if x.failed() {
			break
		}
		x.clean(path)
	}
	x.telling(len(files)+len(all.clean) == 0, remarks)
	x.end(0, "testsuites")
	return x.close()
}

type junitWriter struct {
	xmlWriter
	found
	// names are those that tests have, with how many asked for each.
	names map[string]int
}

// outcomes counts the tests that failed and those that were skipped.
func (x junitWriter) outcomes(findings []diag.Finding) (failures, skipped int) {
	for _, f := range findings {
		if x.fails(f) {
			failures++
		}
		if f.Suppressed() {
			skipped++
		}
	}
	return failures, skipped
}

func (x junitWriter) head(files []fileFindings, remarks []string) {
	tests, failures := len(x.found.clean)+len(remarks), 0
	for _, file := range files {
		failed, _ := x.outcomes(file.items)
		tests, failures = tests+len(file.items), failures+failed
	}
	if len(files)+len(x.found.clean) == 0 {
		tests++
	}
	x.start(0, "testsuites", ">", "name", toolName, "tests", numeral(tests), "failures", numeral(failures), "errors", "0", "time", "0")
}

// suite prints the findings of a file.
func (x junitWriter) suite(file fileFindings) {
	failures, skipped := x.outcomes(file.items)
	x.start(2, "testsuite", ">", "name", file.path, "tests", numeral(len(file.items)), "failures", numeral(failures),
		"errors", "0", "skipped", numeral(skipped), "time", "0")
	for _, f := range file.items {
		x.test(">", f.Rule+" "+f.Subject, f.Path)
		x.outcome(f)
		x.end(4, "testcase")
	}
	x.end(2, "testsuite")
}

// clean prints that a file was looked at.
func (x junitWriter) clean(path string) {
	x.start(2, "testsuite", ">", "name", path, "tests", "1", "failures", "0", "errors", "0", "skipped", "0", "time", "0")
	x.test("/>", path, path)
	x.end(2, "testsuite")
}

// test opens a test, or with another end is one that passed.
func (x junitWriter) test(end, name, class string) {
	x.start(4, "testcase", end, "name", x.unique(oneLine(name)), "classname", class, "time", "0")
}

// outcome prints how a test went.
func (x junitWriter) outcome(f diag.Finding) {
	element, attributes := "system-out", []string(nil)
	switch {
	case f.Suppressed():
		element, attributes = "skipped", []string{"message", suppressionText(*f.Suppression)}
	case x.fails(f):
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

// remarks are what the report says of no single finding.
func (x junitWriter) remarks(large bool) []string {
	var remarks []string
	if hidden := report.HiddenSentence(x.hidden); hidden != "" {
		remarks = append(remarks, hidden)
	}
	if large {
		remarks = append(remarks, "this report is larger than the "+strconv.Itoa(junitMost/1_000_000)+" MB that GitLab reads")
	}
	return remarks
}

// telling prints the suite that tells of no single finding: that there is none, or the
// remarks.
func (x junitWriter) telling(nothing bool, remarks []string) {
	tests := len(remarks)
	if nothing {
		tests++
	}
	if tests == 0 {
		return
	}
	x.start(2, "testsuite", ">", "name", toolName, "tests", numeral(tests), "failures", "0", "errors", "0",
		"skipped", numeral(len(remarks)), "time", "0")
	if nothing {
		sentence := "No problems found"
		if x.summary != nil {
			sentence = x.summary.Sentence()
		}
		x.test("/>", sentence, toolName)
	}
	for _, remark := range remarks {
		x.test(">", "not everything is shown", toolName)
		x.start(6, "skipped", "/>", "message", remark)
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
