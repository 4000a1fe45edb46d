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
