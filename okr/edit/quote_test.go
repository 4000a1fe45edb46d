package edit

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/okrs-as-code/okrs/okr/tree"
)

func TestScalarQuotesWhatNeedsIt(t *testing.T) {
	for text, want := range map[string]string{
		"Roll the cache out, everywhere": "Roll the cache out, everywhere",
		"100 % of it":                    "100 % of it",
		"2026-07-10":                     "2026-07-10",
		"it's done":                      "it's done",
		"größer 😀":                       "größer 😀",
		"":                               `""`,
		"5":                              `"5"`,
		"true":                           `"true"`,
		"No":                             `"No"`,
		"~":                              `"~"`,
		"a: b":                           `"a: b"`,
		"a #1":                           `"a #1"`,
		"#shop":                          `"#shop"`,
		"@acme/shop":                     `"@acme/shop"`,
		"- a":                            `"- a"`,
		"[a]":                            `"[a]"`,
		" a ":                            `" a "`,
		"say \"hi\"":                     `say "hi"`,
		`"hi" he said`:                   `"\"hi\" he said"`,
		"two\nlines":                     `"two\nlines"`,
		"a\u2028b":                       `"a\u2028b"`,
		"key:":                           `"key:"`,
	} {
		if got := Scalar(text); got != want {
			t.Errorf("%q is written %s, want %s", text, got, want)
		}
	}
	if got := flowScalar("one, two"); got != `"one, two"` {
		t.Errorf("between brackets a comma needs quotes: %s", got)
	}
	for key, want := range map[string]string{"a": "a", "b": "b", "title": "title", "2026": `"2026"`, "a b": "a b", "true": `"true"`} {
		if got := keyText(key); got != want {
			t.Errorf("the key %q is written %s, want %s", key, got, want)
		}
	}
}

// FuzzScalar wants every text back as it was, wherever it is written.
func FuzzScalar(f *testing.F) {
	for _, seed := range []string{"", "a: b", "#", "a #b", "'", "\"", "\\", "&a", "*a", "- ", "?", "!", "%", "@", "`", "|", ">", "{", "a,b", "\t", "\r\n",
		"\u0085", "\uFEFF", "\x00", "\xff", "0x1F", "1_000", "1e999", "---", "...", "<<", "=", "no", "items", "title", "a\u00a0", "😀", "\U0010FFFF", "\uFFFE"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 10_000 {
			return
		}
		block, flow, key := Scalar(text), flowScalar(text), keyText(text)
		if strings.ContainsAny(block+flow+key, "\r\n") {
			t.Fatal("more than one line")
		}
		written := "title: " + block + "\ninitiatives:\n  - " + block + "  # c\n  - [" + flow + ", {note: " + flow + "}]\n"
		if len(key) <= longestKey {
			written += "  - " + key + ": x\n  - {" + key + ": x}\n"
		}
		read, findings := tree.Parse("okr.yaml", []byte(written))
		if read == nil {
			t.Fatalf("%v\n%s", findings, written)
		}
		want := string([]rune(text))
		list := read.Root.Get("initiatives").Items
		for i, n := range []*tree.Node{read.Root.Get("title"), list[0], list[1].Items[0], list[1].Items[1].Get("note")} {
			if n.Kind != tree.String || n.Text != want {
				t.Fatalf("at place %d %q came back as %v %q:\n%s", i, want, n.Kind, n.Text, written)
			}
		}
		if len(key) <= longestKey && (list[2].Get(want) == nil || list[3].Get(want) == nil) {
			t.Fatalf("the key %q did not come back:\n%s", want, written)
		}
		if len(findings) > 0 && !hasControls(text) {
			t.Fatalf("findings: %v\n%s", findings, written)
		}
		if utf8.ValidString(text) && block != text && block[0] != '"' {
			t.Fatalf("neither as it is nor in double quotes: %s", block)
		}
	})
}

func hasControls(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r >= 0x7F && r < 0xA0 })
}
