package tree

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/okrs-as-code/okrs/okr/source"
)

// read parses a text that must be clean.
func clear(t *testing.T, text string) *Tree {
	t.Helper()
	parsed, findings := Parse("a.yaml", []byte(text))
	if parsed == nil || len(findings) > 0 {
		t.Fatalf("%q: %+v", text, findings)
	}
	return parsed
}

// written is the part of the text at a place.
func written(text string, at source.Span) string { return text[at.Start:at.End] }

func TestKinds(t *testing.T) {
	data, err := os.ReadFile("testdata/hazards/types.yaml")
	if err != nil {
		t.Fatal(err)
	}
	root := clear(t, string(data)).Root
	for key, want := range map[string]struct {
		kind Kind
		text string
	}{
		"date": {String, "2026-01-05"}, "time": {String, "12:30:45"}, "percent": {String, "70%"}, "thousands": {String, "1,000"},
		"yes": {String, "no"}, "on": {String, "off"}, "big": {Number, "12345678901234567890"}, "exact": {Number, "0.1000"},
		"plus": {Number, "+3"}, "nothing": {Null, ""}, "tilde": {Null, ""}, "void": {Null, ""}, "yesses": {Bool, "true"},
		"dot": {Number, ".5"}, "trailing": {Number, "5."}, "version": {String, "1.2.3"},
	} {
		n := root.Get(key)
		if n == nil || n.Kind != want.kind || n.Text != want.text || !n.Plain {
			t.Errorf("%s is %+v, want %v %q", key, n, want.kind, want.text)
		}
	}
	if len(root.Pairs) != 16 {
		t.Errorf("%d keys", len(root.Pairs))
	}
}

func TestJSON(t *testing.T) {
	got := clear(t, "a: [1, +2.50, x, true, null, ~, {}]\nb: {c: \"1\", d: 2026-01-05}\n").Root.JSON()
	want := map[string]any{
		"a": []any{json.Number("1"), json.Number("2.50"), "x", true, nil, nil, map[string]any{}},
		"b": map[string]any{"c": "1", "d": "2026-01-05"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestPlaces holds the place of every kind of value against the text.
func TestPlaces(t *testing.T) {
	text := strings.Join([]string{
		"\ufeff# 決済 🛒", "plain: one two  # note", "\"quoted\": \"a \\\" b\"  ", "single: 'it''s'", "folded: one", "  two", "",
		"  three # end", "block: |-  # hint", "  one # not a comment", "", "   two", "  ", "# between", "日本: {価: 円, 🛒: [1, \"b\" , {c: d}]}  # 終",
		"list:", "- a", "-", "- - x", "  - y", "- k: v", "  l:", "anchored: &a", "  x: 1", "alias: *a", "tagged: !!str 5", "void:", "last: |+", "  z", "", "",
	}, "\n")
	parsed := clear(t, text)
	for key, want := range map[string]string{
		"plain": "one two", "quoted": `"a \" b"`, "single": "'it''s'", "folded": "one\n  two\n\n  three",
		"block": "|-  # hint\n  one # not a comment\n\n   two", "日本": "{価: 円, 🛒: [1, \"b\" , {c: d}]}",
		"list": "- a\n-\n- - x\n  - y\n- k: v\n  l:", "anchored": "x: 1", "alias": "*a", "tagged": "5", "void": "", "last": "|+\n  z",
	} {
		if got := written(text, parsed.Root.Get(key).Span); got != want {
			t.Errorf("%s stands at %q, want %q", key, got, want)
		}
	}
	for key, want := range map[string]string{"folded": "one two\nthree", "block": "one # not a comment\n\n two", "last": "z\n\n"} {
		if got := parsed.Root.Get(key).Text; got != want {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
	for _, p := range parsed.Root.Pairs {
		if got := strings.Trim(written(text, p.Span), `"`); got != p.Key {
			t.Errorf("key %s stands at %q", p.Key, got)
		}
	}
	items := parsed.Root.Get("list").Items
	for i, want := range []string{"a", "", "- x\n  - y", "k: v\n  l:"} {
		if got := written(text, items[i].Span); got != want {
			t.Errorf("item %d stands at %q, want %q", i, got, want)
		}
	}
	void := parsed.Root.Get("void").Span
	if before := text[:void.Start]; !strings.HasSuffix(before, "void:") {
		t.Errorf("an empty value stands behind %q", before[len(before)-10:])
	}
	if got := written(text, parsed.Root.Get("日本").Get("🛒").Items[2].Get("c").Span); got != "d" {
		t.Errorf("the innermost value stands at %q", got)
	}
	checkCover(t, []byte(text), parsed)
}

func TestComments(t *testing.T) {
	data := quarter(t)
	parsed := clear(t, string(data))
	var got []string
	for _, c := range parsed.Comments {
		if written(string(data), c.Span) != c.Text {
			t.Errorf("%q stands at %q", c.Text, written(string(data), c.Span))
		}
		got = append(got, c.Text)
		if alone := strings.HasPrefix(c.Text, "# yaml"); c.Alone != alone {
			t.Errorf("%q alone: %v", c.Text, c.Alone)
		}
	}
	want := []string{
		"# yaml-language-server: $schema=document.schema.json", "# or committed; no default", "# never averaged", "# the home of tasks",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	parsed = clear(t, "a: [ # c ]\n  one, # two\n  three\n]\n  # four\nb: | # five\n  # text\n# six")
	if len(parsed.Comments) != 5 || parsed.Comments[1].Alone || !parsed.Comments[2].Alone || parsed.Comments[4].Text != "# six" {
		t.Errorf("%+v", parsed.Comments)
	}
}

func TestMerge(t *testing.T) {
	data, err := os.ReadFile("testdata/hazards/merge.yaml")
	if err != nil {
		t.Fatal(err)
	}
	got := clear(t, string(data)).Root.JSON()
	want := map[string]any{
		"base":   map[string]any{"unit": "ms", "kind": "at_most"},
		"metric": map[string]any{"unit": "s", "kind": "at_most"},
		"other":  map[string]any{"unit": "ms", "kind": "at_most", "extra": json.Number("1")},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestMeant reads what people meant where their quoting went wrong: the rest of
// the file can be checked, and nobody speaks about the same value twice.
func TestMeant(t *testing.T) {
	parsed, findings := Parse("a.yaml", []byte("contact: #checkout\ntitle: We are #1\nnote: One: two\nhandle: @acme/x\nsay: \"Hi\" there\nunit: ms\n"))
	if parsed == nil || len(findings) != 5 {
		t.Fatalf("%v %+v", parsed, findings)
	}
	for key, want := range map[string]string{
		"contact": "#checkout", "title": "We are #1", "note": "One: two", "handle": "@acme/x", "say": `Hi" there`, "unit": "ms",
	} {
		n := parsed.Root.Get(key)
		if n.Text != want || n.Kind != String || n.Reported != (key != "unit") {
			t.Errorf("%s is %+v", key, n)
		}
	}
}

func TestSubject(t *testing.T) {
	data := quarter(t)
	text := string(data)
	parsed := clear(t, text)
	for at, want := range map[string]string{
		"version": "checkout/2026-Q3", "Half of abandoned": "checkout/2026-Q3/fast-checkout", "at_most": "checkout/2026-Q3/fast-checkout/errors",
		"Roll the edge": "checkout/2026-Q3/fast-checkout", "Two lines": "checkout/2026-Q3/trusted-payments/disputes",
	} {
		if got := parsed.Subject(uint32(strings.Index(text, at))); got != want {
			t.Errorf("%s is about %s, want %s", at, got, want)
		}
	}
	if got := clear(t, "teams:\n- id: a\n").Subject(8); got != "a.yaml" {
		t.Errorf("a file without a team is %s", got)
	}
}

// TestBombs reads files made to take long or much. What grows with the square of
// the size takes minutes here.
func TestBombs(t *testing.T) {
	keys := make([]byte, 0, 1<<20)
	for i := 0; len(keys) < 250_000; i++ {
		keys = append(keys, "k"+strings.Repeat("a", i%7)+string(rune('a'+i%26))+": 1\n"...)
	}
	for name, text := range map[string]string{
		"brackets":          strings.Repeat("[", 250_000),
		"few brackets":      strings.Repeat("[", 10_001),
		"closed brackets":   strings.Repeat("[", 9_000) + strings.Repeat("]", 9_000),
		"dashes":            strings.Repeat("- ", 120_000),
		"indented":          indented(1400),
		"anchors":           strings.Repeat("- &a x\n", 30_000),
		"aliases":           "a: &a x\nb:\n" + strings.Repeat("- *a\n", 30_000),
		"scalar":            "a: \"" + strings.Repeat("x", 50<<20) + "\"",
		"one scalar":        "a: \"" + strings.Repeat("x", 250_000) + "\"",
		"keys":              string(keys),
		"keys on one line":  "{" + strings.Repeat("a: 1, ", 40_000) + "}",
		"tags on one line":  "[" + strings.Repeat("!x 1, ", 40_000) + "]",
		"bad numbers":       "[" + strings.Repeat("007,", 60_000) + "]",
		"quotes":            strings.Repeat("a: \"\n", 50_000),
		"one line of words": "a: " + strings.Repeat("b ", 120_000) + "\n  c",
		"blanks":            "a: b" + strings.Repeat(" ", 250_000) + "c\n  d",
		"colons":            strings.Repeat("a: b: c\n", 30_000),
		"tabs":              strings.Repeat("\t\n", 120_000),
		"hashes":            strings.Repeat("- #x\n", 50_000),
		"merges":            "a: &a {" + strings.Repeat("b", 200_000) + ": 1}\nc:\n  <<: [" + strings.Repeat("*a, ", 20_000) + "]",
		"questions":         strings.Repeat("? ", 120_000),
		"nul":               strings.Repeat("\x00", 250_000),
		"not UTF-8":         strings.Repeat("\xff", 250_000),
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			parsed, findings := Parse("a.yaml", []byte(text))
			if took := time.Since(start); took > 10*time.Second {
				t.Errorf("took %v", took)
			}
			if parsed == nil && len(findings) == 0 {
				t.Error("neither a tree nor a finding")
			}
			checkFindings(t, []byte(text)[:min(len(text), maxBytes)], findings)
		})
	}
}

func indented(depth int) string {
	var b strings.Builder
	for i := range depth {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}

// TestNoFalseAlarm looks for mistakes in files that have none.
func TestNoFalseAlarm(t *testing.T) {
	files, err := filepath.Glob("../../schema/testdata/*/*/*.yaml")
	if err != nil || len(files) < 50 {
		t.Fatalf("%d files: %v", len(files), err)
	}
	for _, file := range append(files, "testdata/quarter.yaml", "testdata/hazards/types.yaml", "testdata/hazards/folded.yaml",
		"testdata/hazards/merge.yaml", "testdata/hazards/comment-in-brackets.yaml") {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		r := NewReport(file, source.NewLines(data))
		if _, usable := mistakes(r, data); usable || r.Len() > 0 {
			t.Errorf("%s: %+v", file, r.Findings(nil))
		}
	}
}

func TestAliasBudget(t *testing.T) {
	use := func(count int) []string {
		_, findings := Parse("a.yaml", []byte("a: &a x\nb:\n"+strings.Repeat("- *a\n", count)))
		var messages []string
		for _, f := range findings {
			messages = append(messages, f.Message)
		}
		return messages
	}
	if got := use(maxExpansions); len(got) != 0 {
		t.Errorf("%d aliases: %q", maxExpansions, got)
	}
	if got := use(maxExpansions + 1); len(got) != 1 {
		t.Errorf("%d aliases: %q", maxExpansions+1, got)
	}
	big := "a: &a [" + strings.Repeat("x, ", maxAliasVisits/10) + "]\nb:\n"
	if parsed, findings := Parse("a.yaml", []byte(big+strings.Repeat("- *a\n", 9))); len(findings) != 0 || len(parsed.Root.Get("b").Items) != 9 {
		t.Errorf("nine times a tenth: %+v", findings)
	}
	if parsed, findings := Parse("a.yaml", []byte(big+strings.Repeat("- *a\n", 12))); len(findings) != 1 || !parsed.Root.Get("b").Items[11].Reported {
		t.Errorf("twelve times a tenth: %+v", findings)
	}
}

func TestManyFindings(t *testing.T) {
	_, findings := Parse("a.yaml", []byte(strings.Repeat("- 007\n", 3000)))
	if len(findings) != maxFindings+1 || !strings.Contains(findings[maxFindings].Message, "2000 more mistakes") {
		t.Errorf("%d findings, the last %+v", len(findings), findings[len(findings)-1])
	}
}
