package render

import (
	"io"
	"strconv"
	"strings"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/report"
)

// annotationLimit is how many annotations of a level GitHub takes from one step;
// those after them are dropped without a word.
const annotationLimit = 10

// annotationLevel is a level of annotations.
type annotationLevel struct {
	command   string
	one, many string
	has       func(diag.Severity) bool
}

func annotationLevels() []annotationLevel {
	is := func(want diag.Severity) func(diag.Severity) bool {
		return func(s diag.Severity) bool { return s == want }
	}
	return []annotationLevel{
		{"error", "error", "errors", is(diag.Error)},
		{"warning", "warning", "warnings", is(diag.Warning)},
		{"notice", "info", "infos", func(s diag.Severity) bool { return s < diag.Warning }},
	}
}

// writeGitHub prints findings as workflow commands, which GitHub shows beside the
// lines of a pull request. The gravest come first, and where there are more than
// GitHub takes, the last says how many more. Each command is one line of the log,
// in which nothing that others wrote can be a command of its own.
func writeGitHub(w io.Writer, doc *report.Doc, _ Style) error {
	out := newSink(w)
	all := findingsOf(doc)
	for _, level := range annotationLevels() {
		room := annotationLimit
		notShown := ""
		if level.command == "notice" && all.hidden > 0 {
			room--
			notShown = report.HiddenSentence(all.hidden)
		}
		annotate(out, level, all, room)
		if notShown != "" {
			out.raw(workflowCommand(level.command, nil, notShown))
		}
	}
	return out.close()
}

// annotate prints the findings of a level, at most as many lines as there is room.
func annotate(out *sink, level annotationLevel, all found, room int) {
	count := 0
	for _, f := range all.items {
		if level.has(f.Severity) {
			count++
		}
	}
	single := count
	if count > room {
		single = room - 1
	}
	printed := 0
	for _, f := range all.items {
		if printed == single || out.failed() {
			break
		}
		if level.has(f.Severity) {
			out.raw(workflowCommand(level.command, annotationPlace(f), annotationText(f)))
			printed++
		}
	}
	if more := count - printed; more > 0 {
		out.raw(workflowCommand(level.command, nil, strconv.Itoa(more)+" more "+plural(more, level.one, level.many)+
			": see the job summary or run "+all.command))
	}
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// annotationPlace are the properties of an annotation. Columns mean something only
// within one line; without a line GitHub does not show an annotation beside the
// file.
func annotationPlace(f diag.Finding) []report.Fact {
	add := func(facts []report.Fact, name, value string) []report.Fact {
		return append(facts, report.Fact{Label: name, Value: report.Text(value)})
	}
	var place []report.Fact
	if f.Path != "" {
		place = add(place, "file", f.Path)
	}
	line := max(f.Line, 1)
	end := max(f.EndLine, line)
	place = add(place, "line", strconv.Itoa(line))
	if line == end && f.Line > 0 && f.Column > 0 {
		place = add(place, "col", strconv.Itoa(f.Column))
	}
	place = add(place, "endLine", strconv.Itoa(end))
	if line == end && f.Line > 0 && f.Column > 0 {
		place = add(place, "endColumn", strconv.Itoa(max(f.EndColumn, f.Column)))
	}
	return add(place, "title", toolName+" ("+f.Rule+")")
}

// annotationText repeats the place, which the log does not show otherwise.
func annotationText(f diag.Finding) string {
	return joined(Sanitize(placed(Style{}, f.Path, f.Line, f.Column))+":", saidInLine(f), "["+Sanitize(f.Rule)+"]")
}

// workflowCommand is one line that GitHub obeys. All its texts are sanitized as a
// whole, and the signs between them cannot make the older form of a command.
func workflowCommand(command string, properties []report.Fact, message string) string {
	if properties == nil {
		properties = []report.Fact{{Label: "title", Value: report.Text(toolName)}}
	}
	var set []string
	for _, p := range properties {
		set = append(set, p.Label+"="+commandProperty(p.Value.Text))
	}
	return "::" + command + " " + strings.Join(set, ",") + "::" + commandData(message) + "\n"
}

// commandData is a text as GitHub wants it behind a command.
func commandData(text string) string {
	return strings.ReplaceAll(Sanitize(text), "%", "%25")
}

// commandProperty is a text as GitHub wants it for a property.
func commandProperty(text string) string {
	return propertySigns.Replace(Sanitize(text))
}

var propertySigns = strings.NewReplacer("%", "%25", ":", "%3A", ",", "%2C")
