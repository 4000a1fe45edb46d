package render

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/report"
)

// mermaidLineForms are all lines that a drawing may have. Between quotes stand letters,
// digits, spaces, numbers of signs, breaks, and a hyphen or a point behind a letter.
const mermaidQuote = `"(?:[A-Za-z0-9 ,\x{80}-\x{10ffff}]|[A-Za-z0-9\x{80}-\x{10ffff}][-.]|#[0-9]+;|<br/>)*"`

var mermaidForms = regexp.MustCompile(`^(?:flowchart RL` +
	`|  accTitle: (?:[A-Za-z0-9 ,.\x{80}-\x{10ffff}-]|#[0-9]+;)*` +
	`|  subgraph g[0-9]+\[` + mermaidQuote + `\]|  end` +
	`|    n[0-9]+(?:\(` + mermaidQuote + `\)|\[` + mermaidQuote + `\]|\[\[` + mermaidQuote + `\]\])` +
	`|  left>` + mermaidQuote + `\]` +
	`|  n[0-9]+ (?:-->|-\.->|==>|--x|-\.-x|==x)(?:\|` + mermaidQuote + `\|)? n[0-9]+` +
	`|  linkStyle [0-9,]+ stroke:#d14334,stroke-width:3px` +
	`|  classDef gap stroke:#c77700,stroke-width:3px,stroke-dasharray:7 4|  class [n0-9,]+ gap` +
	`|  %% There is nothing to draw\.)$`)

func checkMermaid(t *testing.T, out string) {
	t.Helper()
	depth := 0
	for i, text := range strings.Split(strings.TrimSuffix(out, "\n"), "\n") {
		if !mermaidForms.MatchString(text) || (i == 0) != (text == "flowchart RL") {
			t.Errorf("line %d is %q", i+1, text)
		}
		if strings.HasPrefix(text, "  subgraph ") {
			depth++
		} else if text == "  end" {
			depth--
		}
		if depth < 0 || depth > 1 {
			t.Errorf("groups are %d deep at line %d", depth, i+1)
		}
	}
	if depth != 0 {
		t.Error("a group is not closed")
	}
}

var mermaidNumber = regexp.MustCompile(`#([0-9]+);`)

func TestMermaidMeansWhatWasWritten(t *testing.T) {
	for _, text := range slices.Concat(payloads(), injections()) {
		got := mermaidNumber.ReplaceAllStringFunc(mermaidText(text), func(number string) string {
			n, err := strconv.Atoi(number[1 : len(number)-1])
			if err != nil {
				t.Fatal(err)
			}
			return string(rune(n))
		})
		got = strings.ReplaceAll(got, "\u200b", "")
		want := strings.ReplaceAll(cutEnd(oneLine(text), mermaidCells), "\ufb02", "fl")
		if got != want {
			t.Errorf("%q is drawn as %q", want, got)
		}
	}
}

func TestMermaidText(t *testing.T) {
	for in, want := range map[string]string{
		"Sign-ups rise to 3.5, at last.": "Sign-ups rise to 3.5, at last.",
		"1. list":                        "1#46; list", "- list": "#45; list", "-": "#45;",
		`a\nb`: "a#92;#8203;nb", "$$": "#36;#8203;#36;#8203;", "fa:fa-x": "fa#58;#8203;fa-x", "late: x": "late#58; x",
		"\ufb02\u00b0\u00b060\u00b6\u00df": "fl\u00b0\u00b060\u00b6#8203;\u00df", "www.e.co": "www#46;e.co", "a_b": "a#95;b",
	} {
		if got := mermaidText(in); got != want {
			t.Errorf("mermaidText(%q) = %q, not %q", in, got, want)
		}
	}
}

// TestMermaidLimits holds what pages that draw take at most, with things in many
// characters and with many lines.
func TestMermaidLimits(t *testing.T) {
	long := chainDiagram(2000)
	for i := range long.Nodes {
		long.Nodes[i].Title += strings.Repeat(" 𝔘漢", 40)
	}
	var dense report.Diagram
	for i := range 60 {
		dense.Nodes = append(dense.Nodes, report.DiagramNode{ID: fmt.Sprint(i), Title: "o"})
		for k := range i {
			dense.Edges = append(dense.Edges, report.DiagramEdge{From: fmt.Sprint(i), To: fmt.Sprint(k), Kind: "supports", Broken: k == 50})
		}
	}
	for name, d := range map[string]report.Diagram{"many": chainDiagram(2000), "long": long, "dense": dense} {
		p := pictured(d)
		out := mermaidDrawing(p)
		text := strings.Join(out, "\n")
		if n := mermaidLength(out); n > mermaidCharacters {
			t.Errorf("%s: %d characters", name, n)
		}
		arrows := regexp.MustCompile(`(?m)^  n[0-9]+ [-=]`).FindAllString(text, -1)
		if len(arrows) > mermaidLines {
			t.Errorf("%s: %d lines", name, len(arrows))
		}
		if !strings.Contains(text, "Left out for want of room#58; ") {
			t.Errorf("%s: it is not said what is left out", name)
		}
		checkMermaid(t, text)
		if name == "dense" && strings.Count(text, "--x") != 9 {
			t.Error("a broken line is left out before others")
		}
		if name == "many" && strings.Count(text, "nothing supports it") < 190 {
			t.Error("gaps are left out before others")
		}
	}
}

func FuzzMermaid(f *testing.F) {
	for _, p := range slices.Concat(payloads(), injections()) {
		f.Add(p)
	}
	f.Fuzz(func(t *testing.T, text string) {
		checkHarmless(t, "mermaid", rendered(t, mustFormat(t, "mermaid"), poisoned(t, text), Style{}))
	})
}
