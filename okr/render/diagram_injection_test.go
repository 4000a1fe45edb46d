package render

import (
	"fmt"

	"github.com/okrs-as-code/okrs/okr/report"
)

// injections are texts that mean something to a language of drawing: each is a title,
// a fact, a gap, a group and what is said at a line. The list is closed, since a
// golden file holds it; what is hostile everywhere is among the payloads.
func injections() []string {
	return []string{
		`"]; evil [label="x`, `\`, `\"`, `\N \G \L \E \T \n \l \r`, `<b>bold</b>`, `<<table><tr><td>x</td></tr></table>>`, `&lt;script&gt;&#60;`,
		`// comment`, `/* comment`, "# line\n#include <x>", `} digraph evil {`, `a -> b; a:port`,
		`"] --> evil["x`, "`**markdown**`", `end`, `subgraph x`, `%%{init: {"theme": "dark"}}%%`, `%% comment`, `---`, `1. list`, `- list`, `# heading`,
		`click n1 href "https://evil.example"`, `javascript:alert(1)`, `#quot; #35; #lt;img src=x#gt;`, "\ufb02\u00b0\u00b060\u00b6\u00dfscript", `fa:fa-bell`, `$$x^2$$`,
		`https://evil.example www.evil.example`, `:::class`, `@{ shape: circle }`, `n1`, `|pipe|`, `~tilde~ _under_ *star*`, `a<br/>b`, `';--`, "```",
		`<img src=x onerror=alert(1)>`, `<script>alert(1)</script>`, `</svg><script>alert(1)</script>`, `</style><script>`, `url(#x)`, `{{.}} ${x}`,
	}
}

func injectionDoc() *report.Doc {
	d := report.Diagram{Title: "Texts that mean something elsewhere"}
	for i, text := range injections() {
		d.Nodes = append(d.Nodes, report.DiagramNode{
			ID: fmt.Sprintf("team/2026-Q3/o%d", i), Group: text, Path: []string{"Company", text}, Kind: report.DiagramObjective,
			Title: text, Column: i % 3, Facts: []string{text, "0.50"}, Tone: report.Good, Gap: text,
		})
		if i > 0 {
			d.Edges = append(d.Edges, report.DiagramEdge{From: d.Nodes[i].ID, To: d.Nodes[i-1].ID, Kind: "depends_on", Label: text, Broken: i%2 == 0})
		}
	}
	return &report.Doc{Title: "Texts that mean something elsewhere", Blocks: []report.Block{d}}
}
