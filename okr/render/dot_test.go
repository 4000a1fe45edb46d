package render

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/report"
)

// dotToken is what the lexer of Graphviz tells apart in what we write: a string in
// quotes, a word or number, an arrow, or a sign.
var dotToken = regexp.MustCompile(`^(?:"(?:[^"\\\n]|\\["\\n])*"|[A-Za-z_][A-Za-z0-9_]*|[0-9]+(?:\.[0-9]+)?|->|[{}\[\];,=]|//[^\n]*)`)

// dotWords are all words that may stand outside of quotes, but for our names.
var dotWords = strings.Fields(`digraph okr graph node edge subgraph rank same max rankdir RL newrank true ranksep nodesep splines
	fontname fontsize labelloc t shape box folder style rounded dashed dotted margin color fontcolor arrowsize arrowhead vee odot tee
	label labeljust r tooltip penwidth constraint false`)

var dotOwnName = regexp.MustCompile(`^(n[0-9]+|cluster_[0-9]+|[0-9.]+)$`)

// dotTokens takes a drawing apart; what is no token, or no word of ours, is a problem.
func dotTokens(t *testing.T, out string) []string {
	t.Helper()
	var tokens []string
	for rest := out; ; {
		rest = strings.TrimLeft(rest, " \n")
		if rest == "" {
			return tokens
		}
		token := dotToken.FindString(rest)
		if token == "" {
			t.Fatalf("no token of DOT at %.60q", rest)
		}
		rest = rest[len(token):]
		if strings.HasPrefix(token, "//") {
			if token != "// There is nothing to draw." {
				t.Errorf("comment %q", token)
			}
			continue
		}
		if wordByte(token[0]) && !slices.Contains(dotWords, token) && !dotOwnName.MatchString(token) {
			t.Errorf("the word %q", token)
		}
		if token[0] == '"' && strings.Contains(strings.ReplaceAll(token, "&amp;", ""), "&") {
			t.Errorf("an open ampersand in %s", token)
		}
		tokens = append(tokens, token)
	}
}

// checkDOT holds that braces and brackets are paired, and that the text ends with its
// graph.
func checkDOT(t *testing.T, out string) {
	t.Helper()
	depth := ""
	tokens := dotTokens(t, out)
	for i, token := range tokens {
		switch token {
		case "{", "[":
			depth += token
		case "}", "]":
			if depth == "" || depth[len(depth)-1] != map[string]byte{"}": '{', "]": '['}[token] {
				t.Fatalf("%s closes nothing", token)
			}
			depth = depth[:len(depth)-1]
			if depth == "" && i != len(tokens)-1 {
				t.Errorf("%q behind the graph", tokens[i+1:])
			}
		}
	}
	if depth != "" {
		t.Errorf("%s is not closed", depth)
	}
}

// dotMeant is what Graphviz shows for a string in quotes.
func dotMeant(token string) string {
	var out strings.Builder
	inner := token[1 : len(token)-1]
	for i := 0; i < len(inner); i++ {
		if inner[i] == '\\' {
			i++
			if inner[i] == 'n' {
				out.WriteByte(' ')
				continue
			}
		}
		out.WriteByte(inner[i])
	}
	return strings.ReplaceAll(out.String(), "&amp;", "&")
}

func TestDOTMeansWhatWasWritten(t *testing.T) {
	squeezed := func(text string) string { return strings.Join(strings.Fields(text), "") }
	for _, text := range slices.Concat(payloads(), injections()) {
		doc := &report.Doc{Blocks: []report.Block{report.Diagram{Nodes: []report.DiagramNode{{ID: "a", Title: text}}}}}
		tokens := dotTokens(t, rendered(t, mustFormat(t, "dot"), doc, Style{}))
		at := slices.Index(tokens, "n1")
		if got, want := dotMeant(tokens[at+4]), oneLine(text); squeezed(got) != squeezed(want) {
			t.Errorf("%q is drawn as %q", want, got)
		}
	}
}

func FuzzDOT(f *testing.F) {
	for _, p := range slices.Concat(payloads(), injections()) {
		f.Add(p)
	}
	f.Fuzz(func(t *testing.T, text string) {
		checkHarmless(t, "dot", rendered(t, mustFormat(t, "dot"), poisoned(t, text), Style{}))
	})
}
