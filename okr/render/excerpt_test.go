package render

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/okrs-as-code/okrs/okr/diag"
)

func TestUnderlineStandsBelowThePlace(t *testing.T) {
	for _, c := range []struct {
		name, line, place string
	}{
		{"plain", "title: Launch it", "Launch"},
		{"first", "title: x", "title"},
		{"last", "title: x", "x"},
		{"tabs", "\tkey:\tvalue here", "value"},
		{"place with a tab", "a\tb\tc", "b\tc"},
		{"wide", "題名: 新しい 決済", "決済"},
		{"emoji", "x: 🎉🇨🇭👍🏽 done", "done"},
		{"combining", "e\u0301te\u0301: n\u0303andu\u0301", "n\u0303andu\u0301"},
		{"hidden before", "a\u200b\x1b[1m: place", "place"},
		{"hidden within", "a: pl\u202eace b", "pl\u202eace"},
		{"invalid", "a\xff\xfe: place", "place"},
		{"command", "a ##[x] b", "[x]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			at := strings.LastIndex(c.line, c.place)
			from := 1 + utf8.RuneCountInString(c.line[:at])
			to := from + utf8.RuneCountInString(c.place)
			text, under := underlined(c.line, from, to, 100)
			start := strings.IndexByte(under, '^')
			if start < 0 || strings.Trim(under[start:], "^") != "" {
				t.Fatalf("no underline: %q", under)
			}
			bytesFrom, bytesTo := fitting(text, start), fitting(text, len(under))
			want := sanitize(c.place, ' ')
			if c.name == "place with a tab" {
				want = "b   c"
			}
			if c.name == "command" {
				want = `\[x]`
			}
			if got := text[bytesFrom:bytesTo]; got != want {
				t.Errorf("%q is underlined in\n%s\n%s", got, text, under)
			}
		})
	}
}

func TestExcerptOfALongLine(t *testing.T) {
	line := strings.Repeat("før ", 100) + "PLACE" + strings.Repeat(" etter", 100)
	for _, width := range []int{20, 40, 79} {
		text, under := underlined(line, 401, 406, width)
		if cells(text) > width || len(under) > width {
			t.Errorf("wider than %d: %q", width, text)
		}
		start := strings.IndexByte(under, '^')
		if got := []rune(text)[start:len(under)]; string(got) != "PLACE" {
			t.Errorf("%d: %q is underlined in\n%s\n%s", width, string(got), text, under)
		}
		if !strings.HasPrefix(text, ellipsis) || !strings.HasSuffix(text, ellipsis) {
			t.Errorf("the cuts do not show: %q", text)
		}
	}
	if text, _ := underlined(line, 1, 4, 40); strings.HasPrefix(text, ellipsis) {
		t.Errorf("cut at the beginning for no reason: %q", text)
	}
}

func TestExcerptOfAVeryLongLine(t *testing.T) {
	line := strings.Repeat("x", 1<<20) + "PLACE" + strings.Repeat("y", 1<<20)
	f := diag.Finding{Line: 1, Column: 1<<20 + 1, EndLine: 1, EndColumn: 1<<20 + 6, Excerpt: []string{line}}
	got := excerpt(f, 0)[0]
	start := strings.IndexByte(got.underline, '^')
	if cells(got.text) > excerptCells || string([]rune(got.text)[start:len(got.underline)]) != "PLACE" {
		t.Errorf("\n%s\n%s", got.text, got.underline)
	}
	if n := testing.AllocsPerRun(1, func() { excerpt(f, 0) }); n > 500 {
		t.Errorf("%v allocations for one place", n)
	}
}

func TestExcerptOfSeveralLines(t *testing.T) {
	f := diag.Finding{Line: 9, Column: 3, EndLine: 11, EndColumn: 4, Excerpt: []string{"a: b", "  c", "  de"}}
	got := excerpt(f, 80)
	want := []excerptLine{{" 9", "a: b", "  ^^"}, {"10", "  c", "  ^"}, {"11", "  de", "  ^"}}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("line %d: %q, not %q", i, got[i], want[i])
		}
	}
}

func FuzzExcerpt(f *testing.F) {
	for i, p := range payloads() {
		f.Add(p, i, i+3, 10+i)
	}
	f.Add(strings.Repeat("漢\t", 3000), 2500, 2510, 60)
	f.Add("", 5, 2, 0)
	f.Fuzz(func(t *testing.T, line string, column, end, width int) {
		finding := diag.Finding{Line: 1, Column: column, EndLine: 1, EndColumn: end, Excerpt: []string{line}}
		got := excerpt(finding, width)[0]
		limit := width
		if limit < 1 {
			limit = excerptCells
		}
		limit = max(limit, 3)
		if cells(got.text) > limit || cells(got.underline) > limit {
			t.Errorf("wider than %d:\n%q\n%q", limit, got.text, got.underline)
		}
		if !strings.HasSuffix(got.underline, "^") || strings.Trim(got.underline, " ^") != "" {
			t.Errorf("underline %q", got.underline)
		}
		if problem := unprintable(got.text, "text"); problem != "" || strings.Contains(got.text, "##[") {
			t.Errorf("%q: %s", got.text, problem)
		}
	})
}
