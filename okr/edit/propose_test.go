package edit

import (
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/tree"
)

const proposed = `version: 1
team: web
cycle: 2026-Q3
objectives:
  - id: reach # okr:allow jargon because of x
    title: Readers come back
    commitment: aspirational # okr:allow essay, jargon,hippo because of y
    key_results:
      # Work.
      - id: site
        title: Launch the new site
        metric: {kind: milestone}
      - id: back
        title: Readers who come back rise from 3 to 5 percent
        metric: {unit: percent, baseline: 3, target: 5}
`

// findingAt is a finding of a rule at the first place of a text.
func findingAt(t *tree.Tree, rule, text string) diag.Finding {
	at := t.Lines.Position(uint32(strings.Index(proposed, text)))
	return diag.Finding{Rule: rule, Line: at.Line, Column: at.Column, EndLine: at.Line, EndColumn: at.Column + len(text)}
}

func TestPropose(t *testing.T) {
	parsed, findings := tree.Parse("web.yaml", []byte(proposed))
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	for name, v := range map[string]struct {
		finding diag.Finding
		safe    bool
		old     string
		want    string // in the place of old
	}{
		"the only rule of a comment": {findingAt(parsed, "unused-allow", "jargon because of x"), true, " # okr:allow jargon because of x", ""},
		"one of several":             {findingAt(parsed, "unused-allow", "jargon,"), true, "essay, jargon,hippo", "essay, hippo"},
		"work": {
			findingAt(parsed, "output-kr", "Launch"), false,
			"      # Work.\n      - id: site\n        title: Launch the new site\n        metric: {kind: milestone}\n", "",
		},
	} {
		fix := Propose(parsed, []byte(proposed), v.finding)
		if fix == nil || fix.Safe != v.safe {
			t.Errorf("%s: %+v", name, fix)
			continue
		}
		out, applied, err := Apply([]byte(proposed), []diag.Fix{*fix})
		want := strings.Replace(proposed, v.old, v.want, 1)
		if name == "work" {
			want += "    initiatives:\n      # Work.\n      - Launch the new site\n"
		}
		if err != nil || applied != 1 || string(out) != want {
			t.Errorf("%s:\n%s", name, Diff("web.yaml", []byte(want), out))
		}
	}
	if fix := Propose(parsed, []byte(proposed), findingAt(parsed, "jargon", "Readers")); fix != nil {
		t.Errorf("a fix for what needs thought: %+v", fix)
	}
	own := diag.Fix{Title: "its own"}
	if fix := Propose(parsed, []byte(proposed), diag.Finding{Rule: "schema"}.WithFix(own)); fix == nil || fix.Title != own.Title {
		t.Errorf("a finding's own fix is lost: %+v", fix)
	}
}

// TestTheLastKeyResultStays holds that no objective is left without any.
func TestTheLastKeyResultStays(t *testing.T) {
	text := []byte(proposed[:strings.Index(proposed, "      - id: back")])
	parsed, _ := tree.Parse("web.yaml", text)
	if fix := Propose(parsed, text, findingAt(parsed, "output-kr", "Launch")); fix != nil {
		t.Errorf("%+v", fix)
	}
}

func TestFixable(t *testing.T) {
	if safe, ok := Fixable("unused-allow"); !safe || !ok {
		t.Error("unused-allow")
	}
	if safe, ok := Fixable("output-kr"); safe || !ok {
		t.Error("output-kr")
	}
	if _, ok := Fixable("essay"); ok {
		t.Error("essay")
	}
}

// TestDeclined says why work stays where it is.
func TestDeclined(t *testing.T) {
	work := "        metric: {kind: milestone}\n"
	alone := proposed[:strings.Index(proposed, "      - id: back")]
	for text, want := range map[string]string{
		proposed: "",
		alone:    "it is the only key result of its objective",
		strings.Replace(proposed, work, work+"        check_ins:\n          - {date: 2026-07-08, value: false}\n", 1): "its `check_ins` would be lost",
		strings.Replace(proposed, work, work+"        initiatives: [Ask]\n", 1):                                       "its `initiatives` would be lost",
	} {
		parsed, _ := tree.Parse("web.yaml", []byte(text))
		if why := Declined(parsed, []byte(text), findingAt(parsed, "output-kr", "Launch")); why != want {
			t.Errorf("%q, want %q, of\n%s", why, want, text)
		}
	}
	parsed, _ := tree.Parse("web.yaml", []byte(proposed))
	if why := Declined(parsed, []byte(proposed), findingAt(parsed, "jargon", "Readers")); why != "" {
		t.Errorf("what has no fix declines none: %q", why)
	}
	if why := Declined(parsed, []byte(proposed), findingAt(parsed, "self-improvement-kr", "Readers")); why != "" {
		t.Errorf("what is no key result cannot be moved: %q", why)
	}
}
