package render

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"iter"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/report"
)

// payloads are texts that do something where they are printed as they are.
func payloads() []string {
	return []string{
		"\x1b[31mred", "\x1b[2J\x1b[H", "\x1b]0;title\x07", "\x1b]8;;https://evil.example\x1b\\click\x1b]8;;\x1b\\",
		"\x1b]52;c;ZXZpbA==\x07", "\x1bP+q544e\x1b\\", "bell\x07", "back\b\b\b\bspace", "a\rb", "a\r\nb", "a\nb", "a\tb", "nul\x00",
		"del\x7f", "c1\u009b31m", "c1 raw \x9b31m", "next line\u0085::error::x", "line\u2028sep\u2029par",
		"bidi \u202egnp.exe", "isolate \u2066x\u2069", "mark \u200f\u061c", "zero\u200bwidth\u2060\ufeff", "join 👨\u200d👩\u200d👧", "tag \U000e0041\U000e007f",
		"filler \u3164\u115f\u00ad", "selectors x\ufe0f\ufe0f\U000e0100", "bad \xff\xfe utf8", "\xc3",
		"::error::x", "  ::error file=a::x", "\u00a0::stop-commands::t", "mid ##[add-mask]a", "##[error]x", "###[group]", "%0A::set-output name=a::b",
		"a\n::error::x", "a\n  ##[error]x", strings.Repeat("word ", 9) + "::error::wrapped", "##", "[error]",
		"<script>alert(1)</script>", "<img src=x onerror=y>", "<!-- okr:sticky:v1:x -->", "-->", "<!-- okr:diff:v1:default -->", "</summary></details><details open><summary>", "&lt;b&gt; &#64;user",
		"[link](https://evil.example)", "![image](https://evil.example/p.png)", "[ref]: https://evil.example", "https://evil.example/x www.evil.example",
		"mail@evil.example mailto:a@evil.example", "@octocat please", "#123 GH-123 o/r#1 o/r@abc !12 $12 &12 %12 ~bug", "a | b | c", "| --- |", `back\slash \| pipe\`,
		"`code` ``x` ```", "~~~", "**b** __b__ *i* _i_ ~~s~~", "# h", "> q", "- l", "+ l", "1. n", "1) n", "=== ", "---", "    code", "$x$ $$y$$", "[x] [^1]", ":smile:",
		"=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u200b=1", "=cmd|' /C calc'!A0", "＝1", "a;=1", "\"=1\"", "'", "-5", "+3.5e4",
		"{{.}} ${x} %s %d", `{"a":1}`, `"`, `\`, `\u0000`, "",
	}
}

// poisoned is a document with every kind of block and the text in every field that
// can hold one, found by their types so that no later field is forgotten.
func poisoned(t testing.TB, text string) *report.Doc {
	t.Helper()
	doc := &report.Doc{Title: text}
	for _, b := range blockKinds() {
		v := reflect.New(reflect.TypeOf(b)).Elem()
		fill(t, v, text, 3)
		doc.Blocks = append(doc.Blocks, v.Interface().(report.Block))
	}
	doc.Blocks = append(doc.Blocks, report.Table{Title: text, Columns: []report.Column{{Title: text}}, Empty: text}, poisonedDiagram(text))
	return doc
}

// poisonedDiagram is a picture with lines of every kind, with the text wherever one can
// stand and behind something in the ids.
func poisonedDiagram(text string) report.Diagram {
	d := report.Diagram{Title: text}
	kinds := []report.DiagramKind{report.DiagramTeam, report.DiagramObjective, report.DiagramKeyResult, report.DiagramKind(text)}
	for i, kind := range kinds {
		d.Nodes = append(d.Nodes, report.DiagramNode{
			ID: fmt.Sprint(i, text), Group: text, Path: []string{"a", text}, Kind: kind, Title: text, Column: i - 1,
			Facts: []string{text, text}, Tone: report.Tone(i), Gap: text,
		})
		d.Edges = append(d.Edges, report.DiagramEdge{From: fmt.Sprint(i, text), To: fmt.Sprint((i+1)%len(kinds), text),
			Kind: []string{"supports", "depends_on", "shares", text}[i], Label: text, Broken: i%2 == 0})
	}
	return d
}

// spreadFindings is a document of findings of every severity, silenced in every way
// or not, with the text wherever one can stand.
func spreadFindings(t testing.TB, text string) *report.Doc {
	t.Helper()
	block := reflect.New(reflect.TypeFor[report.Findings]()).Elem()
	fill(t, block, text, 3)
	b := block.Interface().(report.Findings)
	shape := b.Items[0]
	b.Items, b.Suppressed, b.Rules = nil, nil, b.Rules[:1]
	for i, severity := range []diag.Severity{diag.Error, diag.Warning, diag.Info, diag.Error, diag.Info} {
		f := shape
		f.Severity, f.Suppression, f.EndLine = severity, nil, 1+i%2
		b.Items = append(b.Items, f)
	}
	for _, by := range []diag.SuppressedBy{diag.ByComment, diag.ByBaseline} {
		f := shape
		f.Suppression = &diag.Suppression{By: by, Reason: text}
		b.Suppressed = append(b.Suppressed, f)
	}
	return &report.Doc{Blocks: []report.Block{b}}
}

func blockKinds() []report.Block {
	return []report.Block{
		report.Heading{}, report.Paragraph{}, report.Facts{}, report.Table{}, report.Findings{}, report.List{},
		report.Note{}, report.Terms{}, report.Code{}, report.Divider{}, report.Gap{}, report.Diagram{}, report.Fold{},
	}
}

// fill sets what a value is made of: each text to the given one, each list to two
// entries, each number to 1.
func fill(t testing.TB, v reflect.Value, text string, depth int) {
	t.Helper()
	if f, ok := v.Interface().(diag.Severity); ok {
		v.Set(reflect.ValueOf(max(f, diag.Error)))
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(text)
	case reflect.Int, reflect.Int64:
		v.SetInt(1)
	case reflect.Uint8: // tones and kinds keep their zero
	case reflect.Uint32:
		v.SetUint(1)
	case reflect.Float64:
		v.SetFloat(0.5)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Struct:
		for i := range v.NumField() {
			fill(t, v.Field(i), text, depth)
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(t, v.Elem(), text, depth)
	case reflect.Slice:
		if depth == 0 {
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			fill(t, v.Index(i), text, depth-1)
		}
	case reflect.Interface: // a block within a block
		v.Set(reflect.ValueOf(report.Paragraph{Spans: []report.Span{{Text: text}}}))
	case reflect.Func:
		row := reflect.New(reflect.TypeFor[report.Row]()).Elem()
		fill(t, row, text, depth)
		v.Set(reflect.ValueOf(iter.Seq[report.Row](report.Rows(row.Interface().(report.Row), row.Interface().(report.Row)))))
	default:
		t.Fatalf("fill does not know %s: teach it", v.Type())
	}
}

func TestHostile(t *testing.T) {
	if n := len(payloads()); n < 30 {
		t.Fatalf("only %d payloads", n)
	}
	for i, payload := range payloads() {
		doc, spread := poisoned(t, payload), spreadFindings(t, payload)
		for _, format := range Formats() {
			t.Run(fmt.Sprintf("%d/%s", i, format.Name), func(t *testing.T) {
				for _, style := range hostileStyles(format) {
					checkHarmless(t, format.Name, rendered(t, format, doc, style))
				}
				checkHarmless(t, format.Name, rendered(t, format, spread, Style{}))
				own := &report.Doc{Data: report.Fields{{Name: payload, Value: payload}},
					Records: &report.Records{Columns: []string{payload, "b"}, Rows: records([][]string{{payload, payload}})}}
				checkHarmless(t, format.Name, rendered(t, format, own, Style{}))
			})
		}
	}
}

// hostileStyles are the styles that can change what a format prints.
func hostileStyles(format Format) []Style {
	if format.FindingsOnly || format.DiagramsOnly || format.Name == "html" {
		return []Style{{}}
	}
	return []Style{{}, {Width: 9}, {Width: 24}, {Width: 80}, {Width: 80, Color: true, Hyperlinks: true}}
}

// checkHarmless looks for all that an output of a format must not hold.
func checkHarmless(t *testing.T, format, out string) {
	t.Helper()
	bare := ownCodes.ReplaceAllString(out, "")
	if problem := unprintable(bare, format); problem != "" {
		t.Errorf("%s in %q", problem, out)
	}
	if format == "github" {
		checkAnnotations(t, out)
		return
	}
	if commands := workflowCommands(out); len(commands) > 0 {
		t.Errorf("commands %q", commands)
	}
	if commands := workflowCommands(bare); len(commands) > 0 {
		t.Errorf("commands without colours %q", commands)
	}
	switch format {
	case "json", "sarif", "gitlab", "rdjson":
		if !json.Valid([]byte(out)) {
			t.Errorf("no JSON: %s", out)
		}
		if format == "sarif" {
			checkSARIF(t, out)
		}
	case "jsonl":
		for line := range strings.Lines(out) {
			if !json.Valid([]byte(line)) {
				t.Errorf("no JSON: %s", line)
			}
		}
	case "junit":
		checkJUnit(t, out)
	case "checkstyle":
		checkCheckstyle(t, out)
	case "csv":
		checkCSV(t, out)
	case "markdown":
		checkMarkdown(t, out)
	case "html":
		checkHTML(t, out)
	case "dot":
		checkDOT(t, out)
	case "mermaid":
		checkMermaid(t, out)
	}
}

// ownCodes are the codes that text may hold when colours and links are on.
var ownCodes = regexp.MustCompile(`\x1b\[(0|1|2|31|32|33|34|36)m|\x1b\]8;;(https?://[!-~]*)?\x1b\\`)

// unprintable names the first character that acts on a terminal.
func unprintable(text, format string) string {
	var last rune
	for _, r := range text {
		switch {
		case r == '\n' || r == '\t' && format == "concise":
		case r < ' ' || r >= 0x7F && r < 0xA0 || r == 0x2028 || r == 0x2029:
			return fmt.Sprintf("control %U", r)
		case r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == 0x200E || r == 0x200F || r == 0x61C:
			return fmt.Sprintf("direction %U", r)
		case r == 0xFE0E || r == 0xFE0F:
			if !unicode.IsGraphic(last) || unicode.IsSpace(last) || last == 0xFE0E || last == 0xFE0F {
				return fmt.Sprintf("idle selector %U", r)
			}
		case unicode.In(r, unicode.Variation_Selector):
			if !unicode.In(last, unicode.Han, unicode.Mongolian) {
				return fmt.Sprintf("idle selector %U", r)
			}
		case unicode.In(r, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r):
			return fmt.Sprintf("without width %U", r)
		}
		last = r
	}
	return ""
}

// workflowCommands are the lines that the service which runs a job would obey: by
// the newer form, where the line begins with two colons behind white space, and by
// the older one anywhere in the line.
func workflowCommands(out string) []string {
	var found []string
	for _, line := range strings.FieldsFunc(out, func(r rune) bool { return r == '\n' || r == '\r' }) {
		if strings.HasPrefix(strings.TrimSpace(line), "::") || strings.Contains(line, "##[") {
			found = append(found, line)
		}
	}
	return found
}

func TestWorkflowCommandsFindsThem(t *testing.T) {
	for _, line := range []string{"::error::x", " \u00a0::error::x", "x\n::error::x", "x\r::e::x", "a ##[error]x"} {
		if len(workflowCommands(line)) != 1 {
			t.Errorf("no command found in %q", line)
		}
	}
	if len(workflowCommands(`a::b \::error:: ##\[error]`)) != 0 {
		t.Error("a command was found where there is none")
	}
}

func checkCSV(t *testing.T, out string) {
	t.Helper()
	reader := csv.NewReader(strings.NewReader(out))
	reader.FieldsPerRecord = -1
	rows, err := reader.ReadAll()
	if err != nil {
		t.Errorf("no CSV: %v", err)
	}
	for _, row := range rows {
		for _, cell := range row {
			start := strings.TrimSpace(cell)
			if start != "" && strings.ContainsRune("=+-@＝", []rune(start)[0]) && !regexp.MustCompile(`^[+-][0-9.e]+$`).MatchString(cell) {
				t.Errorf("formula %q", cell)
			}
		}
	}
}

var (
	mdFence  = regexp.MustCompile("(?s)(^|\n) *(```+)[a-z0-9-]*\n(?:.*?\n)? *(```+)(\n|$)")
	mdCode   = regexp.MustCompile("`[^`]+`")
	mdLink   = regexp.MustCompile(`\[(.*?)\]\(<https?://[!-;=?-~]*>\)`)
	mdEscape = regexp.MustCompile("\\\\[!-/:-@\\[-`{-~]")
	mdEntity = regexp.MustCompile(`&(amp|lt|gt|emsp|nbsp|#36|#124);`)
	mdActive = regexp.MustCompile("[<>\\[\\]`~$\\\\@_{}]|://|www\\.|[#!%&][0-9]|GH-[0-9]|&[a-z#]")
	mdList   = regexp.MustCompile(`^ *(> |- |[0-9]+\. |#+ |---$|\|)`)
)

// mdSummary is a summary in which nothing but a number of a sign means something.
var mdSummary = regexp.MustCompile("^<summary>([^<>&\"'`*_\\[\\]|~$\\\\!#@]|&#[0-9]+;)*</summary>$")

// withoutFolds takes away the tags of folds, which must be lines of their own, as many
// that open as close, with empty lines around what is Markdown again.
func withoutFolds(t *testing.T, out string) string {
	t.Helper()
	lines := strings.Split(out, "\n")
	depth := 0
	for i, line := range lines {
		switch {
		case line == "<details>":
			depth++
			if i+2 >= len(lines) || !mdSummary.MatchString(lines[i+1]) || lines[i+2] != "" {
				t.Errorf("a fold begins with %q", lines[i+1:min(i+3, len(lines))])
			}
			lines[i], lines[i+1] = "", ""
		case line == "</details>":
			depth--
			if depth < 0 || lines[i-1] != "" {
				t.Errorf("a fold ends out of place in %q", out)
			}
			lines[i] = ""
		}
	}
	if depth != 0 {
		t.Errorf("%d folds stay open in %q", depth, out)
	}
	return strings.Join(lines, "\n")
}

// checkMarkdown takes away what is ours and what is escaped, and looks for signs
// that still mean something.
func checkMarkdown(t *testing.T, out string) {
	t.Helper()
	out = withoutFolds(t, out)
	for mdFence.MatchString(out) {
		out = mdFence.ReplaceAllStringFunc(out, func(block string) string {
			if m := mdFence.FindStringSubmatch(block); m[2] != m[3] {
				t.Errorf("a fence of %s ends at %s: %q", m[2], m[3], block)
			}
			return "\n\n"
		})
	}
	bars := 0
	for _, line := range strings.Split(out, "\n") {
		row := strings.HasPrefix(line, "|")
		switch pipes := strings.Count(strings.ReplaceAll(line, `\|`, ""), "|"); {
		case !row && pipes > 0:
			t.Errorf("pipe outside a table: %q", line)
		case row && bars > 0 && pipes != bars:
			t.Errorf("%d pipes in place of %d: %q", pipes, bars, line)
		case row:
			bars = pipes
		default:
			bars = 0
		}
		rest := mdEscape.ReplaceAllString(mdList.ReplaceAllString(line, ""), " ")
		rest = mdLink.ReplaceAllString(strings.TrimSuffix(rest, `\`), "$1")
		rest = mdEntity.ReplaceAllString(mdCode.ReplaceAllString(rest, " "), " ")
		rest = strings.ReplaceAll(rest, noJoin, "\u200b")
		if found := mdActive.FindString(rest); found != "" {
			t.Fatalf("%q means something in %q", found, line)
		}
		if !row && regexp.MustCompile(`^( *|> |- )*([-+*>=] |#|[0-9]+[.)] |={3}|-{3}|    )`).MatchString(strings.TrimLeft(mdList.ReplaceAllString(line, ""), " ")) {
			t.Errorf("a block begins in %q", line)
		}
	}
}
