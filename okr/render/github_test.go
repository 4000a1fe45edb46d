package render

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/report"
)

// runnerCommand is what GitHub's runner understands of a line.
type runnerCommand struct {
	name       string
	properties map[string]string
	data       string
	legacy     bool
}

// runnerParse reads a line as the runner does: two colons behind white space first,
// then the older form anywhere in the line. Unlike the runner it knows every
// command by name.
func runnerParse(line string) (runnerCommand, bool) {
	if trimmed := strings.TrimLeftFunc(line, unicode.IsSpace); strings.HasPrefix(trimmed, "::") {
		if head, data, ok := strings.Cut(trimmed[2:], "::"); ok {
			return runnerFields(head, data, ",", []string{"%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",", "%25", "%"},
				[]string{"%0D", "\r", "%0A", "\n", "%25", "%"}), true
		}
	}
	if _, rest, ok := strings.Cut(line, "##["); ok {
		if head, data, ok := strings.Cut(rest, "]"); ok {
			escapes := []string{"%3B", ";", "%0D", "\r", "%0A", "\n", "%5D", "]", "%25", "%"}
			command := runnerFields(head, data, ";", escapes, escapes)
			command.legacy = true
			return command, true
		}
	}
	return runnerCommand{}, false
}

func runnerFields(head, data, separator string, inProperty, inData []string) runnerCommand {
	unescape := func(text string, pairs []string) string {
		for i := 0; i < len(pairs); i += 2 { // one after the other, as the runner does
			text = strings.ReplaceAll(text, pairs[i], pairs[i+1])
		}
		return text
	}
	name, properties, _ := strings.Cut(head, " ")
	command := runnerCommand{name: name, properties: make(map[string]string), data: unescape(data, inData)}
	for _, property := range strings.Split(strings.TrimSpace(properties), separator) {
		if key, value, ok := strings.Cut(property, "="); ok && key != "" && value != "" {
			command.properties[key] = unescape(value, inProperty)
		}
	}
	return command
}

// runnerLines are the lines of a log as the runner takes them.
func runnerLines(out string) []string {
	return strings.FieldsFunc(out, func(r rune) bool { return r == '\n' || r == '\r' })
}

func TestRunnerParse(t *testing.T) {
	for line, want := range map[string]string{
		"::error file=a%2Cb,line=1::x%25%0Ay": "error map[file:a,b line:1] x%\ny false",
		" \u00a0::notice::x":                  "notice map[] x false",
		"a ##[error a=b;c=d]x":                "error map[a:b c:d] x true",
		"::stop-commands::t":                  "stop-commands map[] t false",
		"::error ##[group]x":                  "group map[] x true",
		`##\[x] a::b`:                         "",
		"::x":                                 "",
	} {
		got := ""
		if c, ok := runnerParse(line); ok {
			got = fmt.Sprint(c.name, " ", c.properties, " ", c.data, " ", c.legacy)
		}
		if got != want {
			t.Errorf("%q is read as %q, not %q", line, got, want)
		}
	}
}

// checkAnnotations holds that every line is a command of ours and none anything
// else.
func checkAnnotations(t testing.TB, out string) []runnerCommand {
	t.Helper()
	var commands []runnerCommand
	levels := map[string]int{}
	for _, line := range runnerLines(out) {
		if strings.Contains(line, "##[") || !strings.HasPrefix(line, "::") {
			t.Errorf("not a line of ours: %q", line)
		}
		c, ok := runnerParse(line)
		if !ok || c.legacy || c.name != "error" && c.name != "warning" && c.name != "notice" {
			t.Errorf("%q is read as %+v", line, c)
		}
		for name := range c.properties {
			if !strings.Contains(" file line col endLine endColumn title ", " "+name+" ") {
				t.Errorf("property %s in %q", name, line)
			}
		}
		if strings.ContainsAny(c.data, "\r\n") || !strings.HasPrefix(c.properties["title"], toolName) {
			t.Errorf("%q is read as %+v", line, c)
		}
		_, column := c.properties["col"]
		if column && c.properties["line"] != c.properties["endLine"] {
			t.Errorf("columns across lines in %q", line)
		}
		if levels[c.name]++; levels[c.name] > annotationLimit {
			t.Errorf("%d annotations of level %s", levels[c.name], c.name)
		}
		commands = append(commands, c)
	}
	return commands
}

// TestAnnotationsAreReadBack reads the fixture as the runner does.
func TestAnnotationsAreReadBack(t *testing.T) {
	commands := checkAnnotations(t, rendered(t, formatNamed(t, "github"), fixtureDoc(), Style{}))
	var got []string
	for _, c := range commands {
		p := c.properties
		got = append(got, strings.Join([]string{c.name, p["file"], p["line"], p["col"], p["endLine"], p["endColumn"], p["title"]}, "|"))
	}
	want := []string{
		"error|okr.yaml|1||1||okr (syntax)",
		"error|" + fixturePath + "|7|13|7|36|okr (no-baseline)",
		"warning|" + fixturePath + "|3|17|3|36|okr (initiative-as-kr)",
		"notice|" + fixturePath + "|1|7|1|15|okr (jargon)",
		"notice|" + fixturePath + "|5||6||okr (jargon)",
		"notice||||||okr",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if data := commands[2].data; !strings.HasPrefix(data, fixturePath+":3:17: “Launch 新しい checkout” is something to do, 100 % of it") ||
		!strings.HasSuffix(data, "(say what will be different) [initiative-as-kr]") {
		t.Errorf("%q", data)
	}
	if data := commands[5].data; data != report.HiddenSentence(12) {
		t.Errorf("%q", data)
	}
}

func TestAnnotationLimit(t *testing.T) {
	for n, want := range map[int]string{
		0: "", 10: "10", 11: "9+2", 6000: "9+5991",
	} {
		findings := manyFindings(n)
		for i := range findings {
			findings[i].Severity = diag.Warning
		}
		commands := checkAnnotations(t, rendered(t, formatNamed(t, "github"), report.Lint(findings, 1), Style{}))
		got := ""
		if len(commands) > 0 {
			got = fmt.Sprint(len(commands))
			if more, _, ok := strings.Cut(commands[len(commands)-1].data, " more warnings: see the job summary or run okr lint"); ok {
				got = fmt.Sprint(len(commands)-1, "+", more)
			}
		}
		if strings.ReplaceAll(got, " ", "") != want {
			t.Errorf("%d findings: %q, not %q", n, got, want)
		}
	}
	commands := checkAnnotations(t, rendered(t, formatNamed(t, "github"),
		report.Linted(report.Linting{Findings: manyFindings(6000), Hidden: 3}), Style{}))
	if len(commands) != 3*annotationLimit || commands[0].name != "error" || commands[len(commands)-1].data != report.HiddenSentence(3) {
		t.Errorf("%d commands, the last %+v", len(commands), commands[len(commands)-1])
	}
}

func FuzzGitHub(f *testing.F) {
	for _, p := range payloads() {
		f.Add(p)
	}
	f.Fuzz(func(t *testing.T, text string) {
		out := rendered(t, formatNamed(t, "github"), spreadFindings(t, text), Style{})
		if problem := unprintable(out, "github"); problem != "" {
			t.Errorf("%s in %q", problem, out)
		}
		commands := checkAnnotations(t, out)
		if len(commands) != 6 { // five findings, and that there are more
			t.Errorf("%d commands in %q", len(commands), out)
		}
		for _, c := range commands[:5] {
			if file := c.properties["file"]; file != Sanitize(text) && !strings.Contains(text, "##[") {
				t.Errorf("the file %q is read as %q", text, file)
			}
		}
	})
}

// formatNamed is a format by its name.
func formatNamed(t testing.TB, name string) Format {
	t.Helper()
	format, ok := FormatByName(name)
	if !ok {
		t.Fatalf("no format %s", name)
	}
	return format
}
