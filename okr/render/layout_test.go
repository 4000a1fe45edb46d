package render

import (
	"math"
	"math/rand"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/okrs-as-code/okrs/okr/report"
)

func TestCut(t *testing.T) {
	for _, c := range []struct {
		text       string
		width      int
		end, start string
	}{
		{"abc", 3, "abc", "abc"},
		{"abcd", 3, "ab…", "…cd"},
		{"漢字漢字", 5, "漢字…", "…漢字"},
		{"漢字漢字", 4, "漢…", "…字"},
		{"🇨🇭🇨🇭", 3, "🇨🇭…", "…🇨🇭"},
		{"e\u0301e\u0301e\u0301", 2, "e\u0301…", "…e\u0301"},
		{"abc", 1, "…", "…"},
		{"abc", 0, "", ""},
	} {
		if got := cutEnd(c.text, c.width); got != c.end {
			t.Errorf("cutEnd(%q, %d) = %q, not %q", c.text, c.width, got, c.end)
		}
		if got := cutStart(c.text, c.width); got != c.start {
			t.Errorf("cutStart(%q, %d) = %q, not %q", c.text, c.width, got, c.start)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text         string
		first, width int
		want         string
	}{
		{"one two three", 0, 0, "one two three"},
		{"one two three", 7, 7, "one two|three"},
		{"one two three", 3, 9, "one|two three"},
		{"onetwothree", 4, 4, "onet|woth|ree"},
		{"onetwo", 4, 6, "|onetwo"},
		{"漢字漢字", 5, 5, "漢字|漢字"},
		{"a   b", 3, 3, "a|b"},
		{"  lead in", 6, 6, "  lead|in"},
		{"漢", 1, 1, "漢"},
		{"", 5, 5, ""},
	} {
		if got := strings.Join(wrapText(c.text, c.first, c.width), "|"); got != c.want {
			t.Errorf("wrap(%q, %d, %d) = %q, not %q", c.text, c.first, c.width, got, c.want)
		}
	}
}

func TestBar(t *testing.T) {
	for _, c := range []struct {
		share float64
		tick  *float64
		want  string
	}{
		{0, nil, "░░░░░░░░░░"}, {1, nil, "██████████"}, {0.5, nil, "█████░░░░░"}, {0.55, nil, "█████▌░░░░"},
		{0.001, nil, "▌░░░░░░░░░"}, {0.999, nil, "█████████▌"}, {-3, nil, "░░░░░░░░░░"}, {7, nil, "██████████"},
		{math.NaN(), tick(math.NaN()), "░░░░░░░░░░"}, {0.5, tick(0.3), "███│█░░░░░"}, {0.5, tick(1), "█████░░░░│"}, {0, tick(-1), "│░░░░░░░░░"},
	} {
		if got := bar(report.Bar{Share: c.share, Tick: c.tick}); got != c.want {
			t.Errorf("%v with %v is %s, not %s", c.share, c.tick, got, c.want)
		}
	}
}

// TestTextKeepsToTheWidth prints documents at every width that is worth reading.
// Code is to the letter and may be wider.
func TestTextKeepsToTheWidth(t *testing.T) {
	docs := samples()
	docs["random"] = randomDoc()
	for name, doc := range docs {
		for width := 30; width <= 210; width++ {
			out := rendered(t, Formats()[0], doc, Style{Width: width})
			for _, line := range strings.Split(out, "\n") {
				if cells(line) > width {
					t.Fatalf("%s: %d cells at a width of %d: %q", name, cells(line), width, line)
				}
				if strings.HasSuffix(line, " ") {
					t.Fatalf("%s at %d: space at the end of %q", name, width, line)
				}
			}
			if name != "random" && strings.Contains(out, "\n\n\n") || strings.HasPrefix(out, "\n") {
				t.Fatalf("%s at %d: empty lines", name, width)
			}
		}
	}
}

// randomDoc has tables of all kinds of column, the same in every run.
func randomDoc() *report.Doc {
	random := rand.New(rand.NewSource(7))
	words := []string{"a", "conversion", "漢字", "résumé", "🎉", "of", "checkout/2026-Q3/fast", "12", "internationalization"}
	text := func() string {
		var parts []string
		for range random.Intn(9) {
			parts = append(parts, words[random.Intn(len(words))])
		}
		return strings.Join(parts, " ")
	}
	doc := &report.Doc{}
	for range 40 {
		table := report.Table{Title: text()}
		for range 1 + random.Intn(7) {
			table.Columns = append(table.Columns, report.Column{
				Title: words[random.Intn(len(words))], Kind: report.Kind(random.Intn(6)), Priority: random.Intn(4), Wrap: random.Intn(2) == 0,
			})
		}
		var rows []report.Row
		for depth := range random.Intn(4) {
			row := report.Row{Depth: depth}
			for _, c := range table.Columns {
				cell := report.Cell{Tone: report.Tone(random.Intn(6))}
				if c.Kind == report.KindText || c.Kind == report.KindAddress {
					cell.Text = text()
				}
				row.Cells = append(row.Cells, cell)
			}
			rows = append(rows, row)
		}
		table.Rows = report.Rows(rows...)
		doc.Blocks = append(doc.Blocks, table)
	}
	return doc
}

// TestNothingIsLostWithoutAWidth looks for every word of every block in the text.
func TestNothingIsLostWithoutAWidth(t *testing.T) {
	long := strings.Repeat("word ", 60) + "END"
	doc := poisoned(t, long)
	out := rendered(t, Formats()[0], doc, Style{})
	if strings.Contains(strings.ReplaceAll(out, " …", ""), ellipsis) {
		// Excerpts of over-long lines are the one exception, and show it.
		for _, line := range strings.Split(out, "\n") {
			if strings.Contains(line, ellipsis) && !strings.Contains(line, "│") {
				t.Errorf("cut short: %q", line)
			}
		}
	}
	if strings.Contains(out, "Not shown") {
		t.Error("a column was left out")
	}
}

func TestColumnsGiveWayByPriority(t *testing.T) {
	number := func(title string, priority, width int) column {
		return column{Column: report.Column{Title: title, Kind: report.KindNumber, Priority: priority}, title: title, natural: width}
	}
	columns := []column{number("a", 0, 10), number("b", 2, 10), number("c", 1, 10), number("d", 2, 10)}
	for i := range columns {
		columns[i].at = i
	}
	for width, want := range map[int]string{46: "a b c d|", 45: "a b c|d", 33: "a c|b d", 21: "a|b c d", 10: "a|b c d"} {
		shown, leftOut, ok := fit(columns, width)
		var names [2][]string
		for _, c := range shown {
			names[0] = append(names[0], c.title)
		}
		for _, c := range leftOut {
			names[1] = append(names[1], c.title)
		}
		if got := strings.Join(names[0], " ") + "|" + strings.Join(names[1], " "); got != want || !ok {
			t.Errorf("at %d: %q, not %q", width, got, want)
		}
	}
	if _, _, ok := fit(columns, 9); ok {
		t.Error("a number was cut to fit")
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("one two 漢字 three", 4, 9)
	f.Add("   ", 1, 1)
	f.Fuzz(func(t *testing.T, text string, first, width int) {
		text = Sanitize(text)
		first, width = first%200, width%200
		if first > width {
			first = width
		}
		got := wrapText(text, first, width)
		squeeze := func(s string) string { return strings.ReplaceAll(s, " ", "") }
		if squeeze(strings.Join(got, "")) != squeeze(text) {
			t.Errorf("%q became %q", text, got)
		}
		for i, line := range got {
			room := width
			if i == 0 {
				room = max(first, 1)
			}
			if width >= 1 && cells(line) > max(room, 2) && utf8.RuneCountInString(line) > 1 && len(got) > 1 {
				if cut := fitting(line, room); cut > 0 {
					t.Errorf("%q is wider than %d", line, room)
				}
			}
		}
	})
}

func TestHiddenFindingsAreTold(t *testing.T) {
	for _, name := range []string{"text", "markdown", "github", "sarif", "junit"} {
		for hidden, there := range map[int]bool{0: false, 1: true} {
			doc := &report.Doc{Blocks: []report.Block{report.Findings{Hidden: hidden}}}
			out := strings.ReplaceAll(rendered(t, formatNamed(t, name), doc, Style{Width: 80}), `\`, "")
			if strings.Contains(out, "1 more finding is not shown: --max-findings") != there {
				t.Errorf("%s with %d hidden: %q", name, hidden, out)
			}
		}
	}
}

// TestRecordsAreNothingElse has the formats whose readers take each line for a finding.
func TestRecordsAreNothingElse(t *testing.T) {
	for _, name := range []string{"concise", "jsonl"} {
		doc := report.Linted(report.Linting{Findings: manyFindings(2), Hidden: 3})
		if out := rendered(t, formatNamed(t, name), doc, Style{Width: 80}); strings.Count(out, "\n") != 2 || strings.Contains(out, "max-findings") {
			t.Errorf("%s: %q", name, out)
		}
	}
}
