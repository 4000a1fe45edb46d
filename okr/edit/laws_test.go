package edit

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/source"
	"github.com/okrs-as-code/okrs/okr/tree"
)

// TestFormatKeepsItsLaws holds the promises of Format on documents that nobody
// would write on purpose. None of them may come back because its layout is unknown,
// or because the result was found wanting.
func TestFormatKeepsItsLaws(t *testing.T) {
	const parts = 4
	for part := range uint64(parts) {
		t.Run(fmt.Sprint(part), func(t *testing.T) {
			t.Parallel()
			changed, reordered := 0, 0
			for seed := part; seed < generated; seed += parts {
				before, after, moved := formatOne(t, seed)
				if !bytes.Equal(before, after) {
					changed++
				}
				if moved {
					reordered++
				}
			}
			if changed < generated/parts*9/10 || reordered < generated/parts/10 {
				t.Errorf("%d documents changed and %d were reordered: the generator is too tame", changed, reordered)
			}
		})
	}
}

// formatOne holds the laws on one generated document, and says whether the outermost
// keys were put in another order.
func formatOne(t *testing.T, seed uint64) (before, after []byte, moved bool) {
	t.Helper()
	g := &generator{Rand: rand.New(rand.NewPCG(seed, 27))}
	name, data := g.document()
	shown := strings.ReplaceAll(string(data), "\r", "\n")
	parsed, findings := tree.Parse(name, data)
	if parsed == nil || len(findings) > 0 {
		t.Fatalf("seed %d: the generator wrote a file with findings: %v\n%s", seed, findings, shown)
	}
	out, verdict, _ := format(name, data)
	if verdict != done {
		t.Fatalf("seed %d: verdict %d\n%s", seed, verdict, shown)
	}
	result, _ := tree.Parse(name, out)
	if result == nil {
		t.Fatalf("seed %d: the result cannot be read\n%s", seed, out)
	}
	for _, problem := range []string{lawBroken(name, data, out, parsed), commentsAstray(out), notCanonical(result, out)} {
		if problem != "" {
			t.Fatalf("seed %d: %s\n%s\n--- became\n%s", seed, problem, shown, strings.ReplaceAll(string(out), "\r", "\n"))
		}
	}
	return data, out, !slices.Equal(rootKeys(parsed), rootKeys(result))
}

func rootKeys(t *tree.Tree) []string {
	var keys []string
	for _, p := range t.Root.Pairs {
		keys = append(keys, p.Key)
	}
	return keys
}

// lawBroken says which promise a result breaks, if any.
func lawBroken(name string, data, out []byte, before *tree.Tree) string {
	after, findings := tree.Parse(name, out)
	if after == nil || len(findings) > 0 {
		return fmt.Sprintf("the result has findings: %v", findings)
	}
	again, changed, _ := Format(name, out)
	switch {
	case changed:
		return fmt.Sprintf("not idempotent:\n%s", again)
	case !reflect.DeepEqual(before.Root.JSON(), after.Root.JSON()):
		return "the values differ"
	case !slices.Equal(inventory(before, data), inventory(after, out)):
		return fmt.Sprintf("the characters differ:\n%q\n%q", inventory(before, data), inventory(after, out))
	case !slices.Equal(commentTexts(before), commentTexts(after)):
		return "the comments differ"
	case emptyLines(data) != emptyLines(out):
		return fmt.Sprintf("%d blank lines became %d", emptyLines(data), emptyLines(out))
	case bytes.HasPrefix(data, []byte(byteOrderMark)) != bytes.HasPrefix(out, []byte(byteOrderMark)):
		return "the byte order mark changed"
	}
	return ""
}

func commentTexts(t *tree.Tree) []string {
	var texts []string
	for _, c := range t.Comments {
		texts = append(texts, c.Text)
	}
	slices.Sort(texts)
	return texts
}

// inventory lists the keys and scalars of a file as written, but for how further
// lines are indented and where they break, in alphabetical order.
func inventory(t *tree.Tree, data []byte) []string {
	var list []string
	add := func(s source.Span) {
		raw := strings.ReplaceAll(strings.ReplaceAll(string(data[s.Start:s.End]), "\r\n", "\n"), "\r", "\n")
		rows := strings.Split(raw, "\n")
		for i := range rows {
			if rows[i] = strings.TrimLeft(rows[i], " "); i == 0 && strings.HasPrefix(raw, "|") || strings.HasPrefix(raw, ">") {
				rows[i], _, _ = strings.Cut(rows[i], "#")
				rows[i] = strings.TrimRight(rows[i], " \t")
			}
		}
		list = append(list, strings.Join(rows, "\n"))
	}
	var walk func(n *tree.Node)
	walk = func(n *tree.Node) {
		for _, p := range n.Pairs {
			add(p.Span)
			walk(p.Value)
		}
		for _, item := range n.Items {
			walk(item)
		}
		if n.Kind != tree.Mapping && n.Kind != tree.Sequence {
			add(n.Span)
		}
	}
	walk(t.Root)
	slices.Sort(list)
	return list
}

// emptyLines counts lines without anything on them, those at the end left out.
func emptyLines(data []byte) int {
	raw := strings.ReplaceAll(strings.ReplaceAll(string(data), "\r\n", "\n"), "\r", "\n")
	count := 0
	for _, row := range strings.Split(strings.TrimRight(raw, " \t\n"), "\n") {
		if strings.Trim(strings.TrimPrefix(row, byteOrderMark), " \t") == "" {
			count++
		}
	}
	return count
}

// commentsAstray looks for comments that lost what they speak about: the one above
// an entry must stand above its line, the one beside it on its line.
func commentsAstray(out []byte) string {
	rows := strings.FieldsFunc(string(out), func(r rune) bool { return r == '\n' || r == '\r' })
	for i, row := range rows {
		if _, mark, found := strings.Cut(row, "# beside "); found && !strings.Contains(row, "v"+mark+" ") {
			return "a comment left its line: " + row
		}
		_, mark, found := strings.Cut(row, "# above ")
		if !found {
			continue
		}
		below := i + 1
		for below < len(rows) && (strings.HasPrefix(strings.TrimLeft(rows[below], " "), "#") || strings.TrimSpace(rows[below]) == "") {
			below++
		}
		if below == len(rows) || !strings.Contains(rows[below], "v"+mark+" ") {
			return "a comment left its entry: " + row
		}
	}
	return ""
}

// notCanonical looks at what a layout must have, whatever it was made from: levels of
// two columns, one kind of line break, one of them at the end.
func notCanonical(t *tree.Tree, out []byte) string {
	problem := ""
	var walk func(n *tree.Node, column int)
	walk = func(n *tree.Node, column int) {
		if n.Span.Start == n.Span.End || strings.IndexByte("{[*", out[n.Span.Start]) >= 0 {
			return
		}
		for _, p := range n.Pairs {
			if got := t.Lines.Position(p.Span.Start).Column - 1; p.Span.Start >= n.Span.Start && got != column {
				problem = fmt.Sprintf("the key %q stands at column %d, not %d", p.Key, got, column)
			}
			walk(p.Value, column+2)
		}
		for _, item := range n.Items {
			walk(item, column+2)
		}
	}
	walk(t.Root, 0)
	text := string(out)
	lf, crlf, cr := strings.Count(text, "\n"), strings.Count(text, "\r\n"), strings.Count(text, "\r")
	switch {
	case problem != "":
	case lf > 0 && cr > 0 && (lf != crlf || cr != crlf):
		problem = "line breaks of several kinds"
	case !strings.HasSuffix(text, "\n") && !strings.HasSuffix(text, "\r") && !strings.Contains(text, "|") && !strings.Contains(text, ">"):
		problem = "no line break at the end"
	case strings.HasSuffix(strings.ReplaceAll(text, "\r", ""), "\n\n") && !strings.Contains(text, "+"):
		problem = "more than one line break at the end"
	}
	return problem
}
