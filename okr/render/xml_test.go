package render

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/report"
)

// element is an element of an XML file.
type element struct {
	name       string
	attributes map[string]string
	text       string
	children   []element
}

func (e element) all(name string) []element {
	var found []element
	for _, c := range e.children {
		if c.name == name {
			found = append(found, c)
		}
		found = append(found, c.all(name)...)
	}
	return found
}

// readXML reads a file strictly, and holds it to the characters of XML 1.0.
func readXML(t testing.TB, out string) element {
	t.Helper()
	if !strings.HasPrefix(out, xmlDeclaration) || !utf8.ValidString(out) || strings.ContainsAny(out, "\ufffe\uffff") {
		t.Fatalf("no XML 1.0: %q", out)
	}
	decoder := xml.NewDecoder(strings.NewReader(out))
	stack := []element{{}}
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%v in %s", err, out)
		}
		top := &stack[len(stack)-1]
		switch token := token.(type) {
		case xml.StartElement:
			e := element{name: token.Name.Local, attributes: make(map[string]string)}
			for _, a := range token.Attr {
				if _, twice := e.attributes[a.Name.Local]; twice {
					t.Errorf("%s has %s twice", e.name, a.Name.Local)
				}
				e.attributes[a.Name.Local] = a.Value
			}
			stack = append(stack, e)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
			stack[len(stack)-1].children = append(stack[len(stack)-1].children, *top)
		case xml.CharData:
			top.text += string(token)
		case xml.ProcInst:
		default:
			t.Errorf("%T in %s", token, out)
		}
	}
	if len(stack) != 1 || len(stack[0].children) != 1 {
		t.Fatalf("not one element in %s", out)
	}
	return stack[0].children[0]
}

// shape is which children and attributes an element may have, in their order; an
// exclamation mark stands behind attributes that must be there.
type shape struct {
	children   *regexp.Regexp
	attributes string
}

// junitShapes follow the schema of the xUnit plugin of Jenkins.
var junitShapes = map[string]shape{
	"testsuites": {regexp.MustCompile(`^(testsuite )*$`), "name tests failures errors time"},
	"testsuite":  {regexp.MustCompile(`^(testcase )+$`), "name! tests! failures! errors! skipped time file"},
	"testcase":   {regexp.MustCompile(`^((skipped|failure|system-out) )?$`), "name! classname time"},
	"skipped":    {regexp.MustCompile(`^$`), "message type"},
	"failure":    {regexp.MustCompile(`^$`), "message type"},
	"system-out": {regexp.MustCompile(`^$`), ""},
}

var checkstyleShapes = map[string]shape{
	"checkstyle": {regexp.MustCompile(`^(file )*$`), "version!"},
	"file":       {regexp.MustCompile(`^(error )+$`), "name!"},
	"error":      {regexp.MustCompile(`^$`), "line! column! severity! message! source!"},
}

func checkShape(t testing.TB, e element, shapes map[string]shape) {
	t.Helper()
	want, known := shapes[e.name]
	if !known {
		t.Fatalf("element %s", e.name)
	}
	children := ""
	for _, c := range e.children {
		children += c.name + " "
		checkShape(t, c, shapes)
	}
	if !want.children.MatchString(children) {
		t.Errorf("%s holds %q", e.name, children)
	}
	allowed := strings.Fields(strings.ReplaceAll(want.attributes, "!", ""))
	for name := range e.attributes {
		if !oneOf(name, allowed...) {
			t.Errorf("%s has an attribute %s", e.name, name)
		}
	}
	for _, name := range strings.Fields(want.attributes) {
		name, must := strings.CutSuffix(name, "!")
		if _, there := e.attributes[name]; must && !there {
			t.Errorf("%s has no attribute %s", e.name, name)
		}
	}
	if len(e.children) > 0 && strings.TrimSpace(e.text) != "" {
		t.Errorf("text in %s: %q", e.name, e.text)
	}
}

func checkJUnit(t testing.TB, out string) element {
	t.Helper()
	root := readXML(t, out)
	if root.name != "testsuites" {
		t.Errorf("root %s", root.name)
	}
	checkShape(t, root, junitShapes)
	names := make(map[string]bool)
	for _, c := range root.all("testcase") {
		if name := c.attributes["name"]; name == "" || names[name] {
			t.Errorf("the name %q is empty or there twice", name)
		}
		names[c.attributes["name"]] = true
	}
	if len(names) == 0 {
		t.Error("no test at all")
	}
	count := func(e element) string {
		return numeral(len(e.all("testcase"))) + " " + numeral(len(e.all("failure")))
	}
	for _, e := range append(root.all("testsuite"), root) {
		if got, want := e.attributes["tests"]+" "+e.attributes["failures"], count(e); got != want {
			t.Errorf("%s counts %s, has %s", e.name, got, want)
		}
		if skipped, ok := e.attributes["skipped"]; ok && skipped != numeral(len(e.all("skipped"))) {
			t.Errorf("%s counts %s skipped", e.name, skipped)
		}
	}
	return root
}

func checkCheckstyle(t testing.TB, out string) element {
	t.Helper()
	root := readXML(t, out)
	if root.name != "checkstyle" {
		t.Errorf("root %s", root.name)
	}
	checkShape(t, root, checkstyleShapes)
	for _, e := range root.all("error") {
		if !oneOf(e.attributes["severity"], "error", "warning", "info") || !strings.HasPrefix(e.attributes["source"], "okr.") {
			t.Errorf("%+v", e)
		}
	}
	return root
}

func TestJUnitFixture(t *testing.T) {
	root := checkJUnit(t, rendered(t, formatNamed(t, "junit"), fixtureDoc(), Style{}))
	got := strings.Join([]string{numeral(len(root.all("testcase"))), numeral(len(root.all("failure"))),
		numeral(len(root.all("skipped"))), numeral(len(root.all("system-out")))}, " ")
	if got != "9 3 3 2" { // 5 findings, 2 silenced, a file without any, and that there are more
		t.Error(got)
	}
	failure := root.all("failure")[1]
	if failure.attributes["type"] != "warning" || !strings.Contains(failure.text, "\n    │                               ^") && !strings.Contains(failure.text, "│ ") {
		t.Errorf("%+v", failure)
	}
}

func TestJUnitWithoutFindings(t *testing.T) {
	root := checkJUnit(t, rendered(t, formatNamed(t, "junit"), report.Lint(nil, 3), Style{}))
	if cases := root.all("testcase"); len(cases) != 1 || cases[0].attributes["name"] != "No problems found in 3 files" || len(cases[0].children) != 0 {
		t.Errorf("%+v", cases)
	}
}

// TestJUnitFailsAsTheRunDoes has no test that failed where the run did not.
func TestJUnitFailsAsTheRunDoes(t *testing.T) {
	found := []diag.Finding{
		{Rule: "a", Class: diag.ClassRules, Severity: diag.Info, Message: "Worth knowing.", Path: "a.yaml"},
		{Rule: "b", Class: diag.ClassMeaning, Severity: diag.Warning, Message: "Worth a look.", Path: "a.yaml"},
		{Rule: "c", Class: diag.ClassRules, Severity: diag.Error, Message: "To be mended.", Path: "a.yaml"},
		{Rule: "d", Class: diag.ClassForm, Severity: diag.Error, Message: "Cannot be read.", Path: "a.yaml"},
	}
	for failing, want := range map[diag.Severity]int{diag.SeverityInvalid: 2, diag.Info: 4, diag.Warning: 3, diag.Error: 2, diag.Error + 1: 1} {
		root := checkJUnit(t, rendered(t, formatNamed(t, "junit"), report.Linted(report.Linting{Findings: found, Failing: failing}), Style{}))
		if failures, passed := len(root.all("failure")), len(root.all("system-out")); failures != want || passed != 4-want {
			t.Errorf("from %d on %d tests failed and %d passed", failing, failures, passed)
		}
	}
}

func TestJUnitShowsWhatWasLookedAt(t *testing.T) {
	doc := report.Linted(report.Linting{Findings: manyFindings(1), Clean: []string{"okr.yaml", "okrs/b.yaml"}})
	root := checkJUnit(t, rendered(t, formatNamed(t, "junit"), doc, Style{}))
	var names []string
	for _, c := range root.all("testcase") {
		if c.attributes["time"] != "0" {
			t.Errorf("%+v", c)
		}
		if len(c.children) == 0 {
			names = append(names, c.attributes["name"])
		}
	}
	if strings.Join(names, " ") != "okr.yaml okrs/b.yaml" || root.attributes["tests"] != "3" {
		t.Errorf("%q of %s tests", names, root.attributes["tests"])
	}
}

// TestJUnitTellsOfItsSize prints a report that is larger than is read, whole and with a
// word about that.
func TestJUnitTellsOfItsSize(t *testing.T) {
	if testing.Short() {
		t.Skip("prints many megabytes")
	}
	findings := manyFindings(junitMany + 1)
	for _, length := range []int{1, junitMost / junitMany / 2} {
		for i := range findings {
			findings[i].Hint = strings.Repeat("a b ", length/2)
		}
		out := rendered(t, formatNamed(t, "junit"), report.Linted(report.Linting{Findings: findings}), Style{})
		told := strings.Contains(out, `message="this report is larger than the 30 MB that GitLab reads"`)
		tests := strings.Count(out, "<testcase ")
		if large := len(out) > junitMost; large != (length > 1) || told != large || tests < len(findings) || !strings.Contains(out, ` tests="`+numeral(tests)+`" `) {
			t.Errorf("%d bytes, %d tests, told: %t", len(out), tests, told)
		}
	}
}

func TestCheckstyleFixture(t *testing.T) {
	root := checkCheckstyle(t, rendered(t, formatNamed(t, "checkstyle"), fixtureDoc(), Style{}))
	files := root.all("file")
	if len(files) != 2 || len(root.all("error")) != 5 || files[0].attributes["name"] != "okr.yaml" && files[1].attributes["name"] != fixturePath {
		t.Errorf("%+v", root)
	}
}

func TestEscapeXML(t *testing.T) {
	for in, want := range map[string]string{
		"a<b>&\"'": "a&lt;b&gt;&amp;&#34;&#39;", "\ufffe\uffff": "\ufffd\ufffd", "]]>": "]]&gt;", "\x00\x1b": `\u{0}\u{1b}`, "##[x]": `##\[x]`,
	} {
		if got := xmlAttribute(in); got != want {
			t.Errorf("%q is written %q, not %q", in, got, want)
		}
	}
	if got := xmlText([]string{"a", "  ::error::x"}); got != "a\n  &#58;:error::x" {
		t.Errorf("%q", got)
	}
}

func FuzzJUnit(f *testing.F) {
	for _, p := range payloads() {
		f.Add(p)
	}
	f.Fuzz(func(t *testing.T, text string) {
		doc := spreadFindings(t, text)
		checkHarmless(t, "junit", rendered(t, formatNamed(t, "junit"), doc, Style{}))
		checkHarmless(t, "checkstyle", rendered(t, formatNamed(t, "checkstyle"), doc, Style{}))
	})
}
