package tree

import (
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/source"
)

// TestAllowsBehindTexts has comments at the end of texts of several lines.
func TestAllowsBehindTexts(t *testing.T) {
	for name, test := range map[string]struct {
		text        string
		first, last int // lines that are covered
	}{
		"a plain text of two lines":  {"a: 1\nb: one\n  two # okr:allow jargon because x\nc: 3\n", 2, 3},
		"a quoted text":              {"a: 1\nb: \"one\n  two\n  three\" # okr:allow jargon because x\n", 2, 4},
		"an entry of a list":         {"b:\n  - one\n    two # okr:allow jargon because x\n  - three\n", 2, 3},
		"one line":                   {"a: one\n  two\nb: three # okr:allow jargon because x\n", 3, 3},
		"a text that ended above":    {"b: {c: one\n  two,\n  d: 3} # okr:allow jargon because x\n", 3, 3},
		"the last of several a line": {"b: {c: one\n  two, d: three} # okr:allow jargon because x\n", 2, 2},
		"a key of a mapping":         {"a: one\n  two\nb: # okr:allow jargon because x\n  c: 1\n", 3, 3},
	} {
		t.Run(name, func(t *testing.T) {
			parsed, findings := Parse("a.yaml", []byte(test.text))
			if parsed == nil || len(findings) > 0 {
				t.Fatalf("%v", findings)
			}
			allows := parsed.Allows(source.NewFile(nil, "a.yaml", nil))
			if len(allows) != 1 {
				t.Fatalf("%d comments in %q", len(allows), strings.TrimSpace(test.text))
			}
			covers := allows[0].Covers
			if first, last := parsed.Lines.Position(covers.Start).Line, parsed.Lines.Position(covers.End).Line; first != test.first || last != test.last {
				t.Errorf("covers the lines %d to %d, want %d to %d", first, last, test.first, test.last)
			}
		})
	}
}

// TestCommentsThatAreMeantToSilence tells them from all others, however they are
// spelled and wherever they stand.
func TestCommentsThatAreMeantToSilence(t *testing.T) {
	for text, problem := range map[string]string{
		"title: one two #okr:allow jargon because x\n":          "",
		"title: #okr:allow jargon because x\n  b: 1\n":          "",
		"a: #okr:allow jargon because x\nb: 1\n":                "",
		"- #okr:allow jargon because x\n- 1\n":                  "",
		"title: Orders like #two #okr:allow jargon because x\n": "",
		"a: 1\n#okr:allow jargon because x\nb: 1\n":             "",
		"a: 1 # okr: allow jargon because x\n":                  "begins with `okr: allow`",
		"a: 1 # okr: allow: jargon because x\n":                 "begins with `okr: allow:`",
		"a: 1 #  OKR:  Allow jargon because x\n":                "begins with `OKR: Allow`",
		"title: one two #okr:alow jargon because x\n":           "begins with `okr:alow`",
		"title: one two #okr-allow jargon because x\n":          "begins with `okr-allow`",
		"a: 1 # okr:allwo jargon because x\n":                   "begins with `okr:allwo`",
		"a: 1 # okr:allow: jargon because x\n":                  "begins with `okr:allow:`",
		"a: 1 # okr: also in the handbook\n":                    "none",
		"a: 1 # okr-flow, see the wiki\n":                       "none",
		"a: 1 # okr:all\n":                                      "none",
		"a: 1 # okr\n":                                          "none",
		"a: 1 # okr allow us a remark\n":                        "none",
		"a: 1 # okrs: allow\n":                                  "none",
		"a: \"one two #okr:allow jargon because x\"\nb: 1\n":    "none",
	} {
		parsed, findings := Parse("a.yaml", []byte(text))
		if parsed == nil {
			t.Fatalf("%q: %v", text, findings)
		}
		if lost := strings.Contains(text, "#two"); lost != (len(findings) > 0) {
			t.Errorf("%q: %v", text, findings)
		}
		got := "none"
		for _, a := range parsed.Allows(source.NewFile(nil, "a.yaml", nil)) {
			got = a.Problem
			if problem != "" && !strings.HasPrefix(a.Hint, "Did you mean `okr:allow`?") {
				t.Errorf("%q: %q", text, a.Hint)
			}
		}
		if problem == "" && got != "" || !strings.Contains(got, problem) {
			t.Errorf("%q: %q, want %q", text, got, problem)
		}
	}
}

// TestCommentsThatSilenceInBrokenFiles has one behind a value that is reported: the
// correction leaves it out.
func TestCommentsThatSilenceInBrokenFiles(t *testing.T) {
	_, findings := Parse("a.yaml", []byte("a: one: two #okr:allow jargon because x\n"))
	if len(findings) != 1 || !strings.Contains(findings[0].Hint, "\"one: two\"") {
		t.Errorf("%+v", findings)
	}
}
