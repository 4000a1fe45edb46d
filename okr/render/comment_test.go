package render

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/diff"
	"github.com/okrs-as-code/okrs/okr/report"
	"github.com/okrs-as-code/okrs/okr/source"
)

var ownMarker = regexp.MustCompile(`^<!-- okr:[a-z0-9-]{1,64}:v1:[a-z0-9-]{1,64} -->\n`)

// checkComment holds that a comment begins with a marker, has no other, is no longer
// than it may be, and can do no harm.
func checkComment(t *testing.T, out string) {
	t.Helper()
	own := ownMarker.FindString(out)
	if own == "" || strings.Count(out, "<!--") != 1 {
		t.Errorf("the marker is not once at the beginning of %.200q", out)
	}
	if units := len(utf16.Encode([]rune(out))); units > commentLimit {
		t.Errorf("%d characters", units)
	}
	checkHarmless(t, "markdown", strings.TrimPrefix(out, own))
}

func TestMarkerWord(t *testing.T) {
	for in, want := range map[string]string{
		"": "default", "main": "main", "Main Repo/π": "main-repo", "a--b": "a-b", "-->": "default", "x --><script>": "x-script",
		"x-": "x", "--": "default", strings.Repeat("ab-", 40): strings.Repeat("ab-", 21)[:63] + "a", "ＡＢ１": "default",
	} {
		if got := markerWord(in); got != want {
			t.Errorf("%q becomes %q, not %q", in, got, want)
		}
	}
}

func TestEscapeInTag(t *testing.T) {
	for in, want := range map[string]string{
		"12 changes, line by line":       "12 changes, line by line",
		"Moved: 3 of 2026-Q3. Done.":     "Moved: 3 of 2026-Q3&#46; Done.",
		"</summary><b>&amp;":             "&#60;&#47;summary&#62;&#60;b&#62;&#38;amp&#59;",
		"@user #12 o/r#1 GH-12":          "&#64;&#8203;user &#35;&#8203;12 o&#47;r&#35;&#8203;1 GH-&#8203;12",
		"www.e.co https://e.co":          "www&#8203;.e.co https&#58;&#8203;&#47;&#47;e.co",
		"`c` *b* [x](y) a|b $x$ \\ ~s~ ": "&#96;c&#96; &#42;b&#42; &#91;x&#93;&#40;y&#41; a&#124;b &#36;x&#36; &#92; &#126;&#8203;s&#126;",
		"line\nbreak_x":                  "line break&#95;x",
		"<!-- okr:diff:v1:default -->":   "&#60;&#33;&#45;&#45; okr&#58;diff&#58;v1&#58;default &#45;&#45;&#62;",
	} {
		if got := escapeInTag(in); got != want {
			t.Errorf("escapeInTag(%q) = %q, not %q", in, got, want)
		}
	}
}

// TestMarkerIsInTheCommentAlone looks for it in all formats.
func TestMarkerIsInTheCommentAlone(t *testing.T) {
	for _, format := range Formats() {
		out := rendered(t, format, diffDoc(), Style{})
		if strings.Contains(out, "okr:diff:v1") != (format.Name == "markdown") {
			t.Errorf("%s: %.300s", format.Name, out)
		}
	}
	keyed := diffOptions()
	keyed.Key = "Web Shop"
	out := rendered(t, mustFormat(t, "markdown"), report.Diff(diffReading(), keyed), Style{})
	if !strings.HasPrefix(out, "<!-- okr:diff:v1:web-shop -->\n") {
		t.Errorf("%.100s", out)
	}
}

// TestFirstTenLines holds that what happened is said before the first fold.
func TestFirstTenLines(t *testing.T) {
	for name, r := range map[string]*diff.Reading{"diff": diffReading(), "large": largeDiff(2000)} {
		out := rendered(t, mustFormat(t, "markdown"), report.Diff(r, diffOptions()), Style{})
		above, _, _ := strings.Cut(out, "<details>")
		lines := slices.DeleteFunc(strings.Split(above, "\n"), func(line string) bool { return line == "" })
		if len(lines) > 11 { // the first is not seen
			t.Errorf("%s has %d lines above the fold:\n%s", name, len(lines)-1, above)
		}
		for _, want := range []string{"eased", "→", "definition", "goalpost", "no amendment", "Ask to read"} {
			if !strings.Contains(above, want) {
				t.Errorf("%s does not say %q above the fold:\n%s", name, want, above)
			}
		}
	}
}

var (
	missingInComment = regexp.MustCompile(`\*([0-9]+) more rows? ha(?:s|ve) no room in this comment: run okr diff\*`)
	changeRow        = regexp.MustCompile("(?m)^\\| eased \\| `.*\\|$")
)

// TestCommentIsCutAtRows prints many more changes than a comment has room for.
func TestCommentIsCutAtRows(t *testing.T) {
	for _, n := range []int{1, 5, 6, 100, 250, 300, 2000} {
		out := rendered(t, mustFormat(t, "markdown"), report.Diff(largeDiff(n), diffOptions()), Style{})
		checkComment(t, out)
		missing := 0
		if found := missingInComment.FindStringSubmatch(out); found != nil {
			missing, _ = strconv.Atoi(found[1])
		}
		if rows := len(changeRow.FindAllString(out, -1)); rows+missing != n {
			t.Errorf("%d rows and %d missing of %d", rows, missing, n)
		}
		if units := len(utf16.Encode([]rune(out))); n >= 2000 && units < commentLimit-2*commentReserve {
			t.Errorf("only %d characters of %d changes", units, n)
		}
	}
}

// TestCommentLeavesOutWhatIsLast holds what happens to each kind of block where there
// is no room: it is counted, and nothing after it is shown.
func TestCommentLeavesOutWhatIsLast(t *testing.T) {
	long := strings.Repeat("x", commentLimit)
	entries := []report.Item{{Spans: report.Plain("one")}, {Spans: report.Plain(long)}, {Spans: report.Plain("three")}}
	table := report.Table{Columns: []report.Column{{Title: "a"}}, Rows: report.Rows(report.Row{Cells: []report.Cell{report.Text("row")}})}
	empty := report.Table{Columns: []report.Column{{Title: "a"}}, Empty: "no rows"}
	comment := func(blocks ...report.Block) string {
		out := rendered(t, mustFormat(t, "markdown"), &report.Doc{Title: "not this", Comment: &report.Comment{Name: "x", Blocks: blocks, Rest: "look there"}}, Style{})
		checkComment(t, out)
		return out
	}
	for _, v := range []struct {
		blocks        []report.Block
		shown, hidden string
		missing       string
	}{
		{[]report.Block{report.List{Items: entries}, table}, "- one", "three", "3 more rows have"},
		{[]report.Block{report.List{Items: entries[:1]}, table, empty}, "| row |", long, ""},
		{[]report.Block{report.Paragraph{Spans: report.Plain(long)}, report.Paragraph{Spans: report.Plain("after")}}, "okr:x", "after", "What follows has"},
		{[]report.Block{report.Fold{Summary: "in", Blocks: []report.Block{report.List{Items: entries}}}, report.Fold{Summary: "next", Blocks: []report.Block{table}}}, "<summary>in</summary>", "next", "3 more rows have"},
		{[]report.Block{report.Fold{Summary: long, Blocks: []report.Block{table, empty, report.Findings{Items: make([]diag.Finding, 2)}}}}, "okr:x", "<details>", "3 more rows have"},
		{[]report.Block{report.Findings{Items: []diag.Finding{{Message: "first"}, {Message: long}}, Hidden: 2}}, "first", "more findings", "1 more row has"},
	} {
		out := comment(v.blocks...)
		if !strings.Contains(out, v.shown) || strings.Contains(out, v.hidden) || strings.Contains(out, "not this") {
			t.Errorf("%q or %q: %.400s", v.shown, v.hidden, out)
		}
		if said := strings.Contains(out, " no room in this comment: look there*"); said != (v.missing != "") || !strings.Contains(out, v.missing) {
			t.Errorf("not %q: %.400s", v.missing, out)
		}
	}
}

// TestCommentIsHarmless puts hostile texts into every place of a comment.
func TestCommentIsHarmless(t *testing.T) {
	for i, payload := range payloads() {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			blocks := poisoned(t, payload).Blocks
			blocks = append(blocks, report.Fold{Summary: payload, Blocks: slices.Clone(blocks)})
			doc := &report.Doc{Comment: &report.Comment{Name: payload, Key: payload, Rest: payload, Blocks: blocks}}
			checkComment(t, rendered(t, mustFormat(t, "markdown"), doc, Style{}))
			doc.Comment.Blocks = append(doc.Comment.Blocks, report.Paragraph{Spans: report.Plain(payload + strings.Repeat("x", commentLimit))})
			checkComment(t, rendered(t, mustFormat(t, "markdown"), doc, Style{}))
		})
	}
}

// hostileDiff is a change with a text of others in every place that can hold one.
func hostileDiff(text string) *report.Doc {
	c := newDiffCase()
	c.after = source.NewFile(nil, text, []byte(checkoutAfter))
	c.fast.Title, c.fast.ID.V, c.fast.Document.File = written(text), text, c.after
	c.checkout.Name, c.checkout.Handle, c.cycle.Name = written(text), written(text), text
	r := diffReading()
	r.Cycle = c.cycle
	r.Changes = nil
	for _, verdict := range []diff.Verdict{diff.Eased, diff.Dropped, diff.Reworded, diff.CheckedIn, diff.Verdict(text)} {
		change := c.at("p99", "target: 400", diff.Change{
			Verdict: verdict, Field: text, Before: &text, After: &text, Message: text, Reason: text, Late: verdict != diff.Eased, Declared: verdict == diff.Eased,
		})
		change.Address, change.Kind = text, diff.Kind(text)
		r.Changes = append(r.Changes, change)
	}
	r.Blast = diff.Blast{Reaches: []diff.Reach{{Changed: text, By: text, Team: c.checkout, How: diff.Relation(text)}}, Teams: []*okr.Team{c.checkout}}
	r.Attribution = []diff.Attribution{{Team: c.checkout, Cycle: c.cycle, KeyResults: []diff.KeyResultSplit{{Address: text}}}}
	return report.Diff(r, report.DiffOptions{
		Base: text, Head: text, BaseName: text, HeadName: text, Key: text, Files: 1,
		Findings: []diag.Finding{{Rule: text, Message: text, Hint: text, Path: text, Subject: text, Severity: diag.Error}},
	})
}

func TestHostileDiff(t *testing.T) {
	for i, payload := range payloads() {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			doc := hostileDiff(payload)
			for _, format := range Formats() {
				for _, style := range hostileStyles(format) {
					out := rendered(t, format, doc, style)
					if format.Name == "markdown" {
						checkComment(t, out)
					} else {
						checkHarmless(t, format.Name, out)
					}
				}
			}
		})
	}
}

func FuzzDiffComment(f *testing.F) {
	for _, p := range payloads() {
		f.Add(p)
	}
	f.Fuzz(func(t *testing.T, text string) {
		checkComment(t, rendered(t, mustFormat(t, "markdown"), hostileDiff(text), Style{}))
	})
}

// TestRemarksAreAnnotations reads back what stands beside the lines.
func TestRemarksAreAnnotations(t *testing.T) {
	commands := checkAnnotations(t, rendered(t, formatNamed(t, "github"), diffDoc(), Style{}))
	var got []string
	for _, c := range commands {
		got = append(got, strings.Join([]string{c.name, c.properties["file"], c.properties["line"], c.properties["title"]}, "|"))
	}
	want := []string{
		"warning|okrs/2026-Q3/checkout.yaml|18|okr (eased)",
		"warning|okrs/2026-Q3/checkout.yaml|5|okr (dropped)",
		"notice|okrs/2026-Q3/checkout.yaml|11|okr (eased)",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	many := checkAnnotations(t, rendered(t, formatNamed(t, "github"), report.Diff(largeDiff(50), diffOptions()), Style{}))
	if len(many) != 2*annotationLimit || !strings.Contains(many[annotationLimit-1].data, "16 more warnings: see the job summary or run okr diff") {
		t.Errorf("%d, %+v", len(many), many[annotationLimit-1])
	}
}
