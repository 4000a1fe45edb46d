package render

import (
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/report"
)

func TestEscapeMarkdown(t *testing.T) {
	for in, want := range map[string]string{
		"p99 falls from 900 ms to 300 ms": "p99 falls from 900 ms to 300 ms",
		"2026-Q3: sign-ups rise. 0.5 now": "2026-Q3: sign-ups rise. 0.5 now",
		"<b>&amp;":                        "&lt;b&gt;&amp;amp;",
		"a|b":                             "a&#124;b",
		`a\|b\`:                           `a\\&#124;b\\`,
		"[x](y) ![z]":                     `\[x\]\(y\) \!\[z\]`,
		"@user a@b.co":                    `\@&#8203;user a\@&#8203;b.co`,
		"#12 o/r#1 #channel":              `\#&#8203;12 o/r\#&#8203;1 \#channel`,
		"GH-12 gh-3 HIGH-5":               "GH-&#8203;12 gh-&#8203;3 HIGH-&#8203;5",
		"https://e.co www.e.co":           `https\:&#8203;//e.co www&#8203;\.e.co`,
		"R&D & 5 % & $5":                  `R&amp;D &amp; 5 % &amp; &#36;&#8203;5`,
		"1. a":                            `1\. a`,
		"- a":                             `\- a`,
		"`code` *b* _i_ ~s~":              "\\`code\\` \\*b\\* \\_i\\_ \\~&#8203;s\\~",
		"line\nbreak\ttab":                "line break tab",
		"  around  ":                      "around",
		"##[add-mask]":                    `\#\#\[add-mask\]`,
		"::error::":                       `\:\:error\:\:`,
		"\x1b[1m":                         `\\u\{1b\}\[1m`,
	} {
		if got := escapeMarkdown(in); got != want {
			t.Errorf("escapeMarkdown(%q) = %q, not %q", in, got, want)
		}
	}
}

func TestCodeMarkdown(t *testing.T) {
	for in, want := range map[string]string{
		"a/b:1": "`a/b:1`", "": "", "a`b": "a\\`b", "a|b": "a&#124;b", `a\b`: `a\\b`, " a ": "`a`", "<!--": `&lt;\!\-\-`,
	} {
		if got := codeMarkdown(in); got != want {
			t.Errorf("codeMarkdown(%q) = %q, not %q", in, got, want)
		}
	}
}

func TestMarksSideBySide(t *testing.T) {
	got := spansMarkdown([]report.Span{{Text: "a", Code: true}, {Text: "b", Code: true}, {Text: "c", Tone: report.Strong}, {Text: "d ", Tone: report.Strong}, {Text: "e"}})
	if want := "`a`&#8203;`b`**c**&#8203;**d** e"; got != want {
		t.Errorf("%q, not %q", got, want)
	}
}

func TestSpansSideBySideMeanNothing(t *testing.T) {
	for _, parts := range [][2]string{{"@", "user"}, {"#", "12"}, {"w", "ww.evil.example"}, {"https:", "//evil.example"}, {"1", ". x"}, {"![a", "](b)"}} {
		got := spansMarkdown([]report.Span{{Text: parts[0]}, {Text: parts[1]}})
		if want := escapeMarkdown(parts[0] + parts[1]); got != want {
			t.Errorf("%q: %q, not %q", parts, got, want)
		}
	}
	if got := spansMarkdown([]report.Span{{Text: "a`@", Code: true}, {Text: "user|", Code: true}}); strings.Contains(got, "@user") || !strings.Contains(got, noJoin) {
		t.Errorf("code that cannot be code: %q", got)
	}
}

func TestOnlyWebAddressesBecomeLinks(t *testing.T) {
	for url, link := range map[string]bool{
		"https://example.org/a?b=c&d#e": true, "http://example.org": true, "https://example.org/é x": true,
		"javascript:alert(1)": false, "data:text/html,x": false, "//example.org": false, "file:///etc": false, "": false,
		"https://user:pass@example.org": false, "https://example.org/\x1b]8;;": false, "https://": false,
		"https://example.org/)>": true, "https://example.org/##[x]": true,
	} {
		address, ok := webAddress(url)
		if ok != link {
			t.Errorf("%q is a link: %v", url, ok)
		}
		if ok && strings.ContainsAny(address, "<>()[]\\ \x1b") || ok && strings.Contains(address, "##") {
			t.Errorf("%q leads to %q", url, address)
		}
	}
}

func FuzzMarkdown(f *testing.F) {
	for _, p := range payloads() {
		f.Add(p)
	}
	f.Fuzz(func(t *testing.T, text string) {
		checkHarmless(t, "markdown", rendered(t, Formats()[4], poisoned(t, text), Style{}))
	})
}
