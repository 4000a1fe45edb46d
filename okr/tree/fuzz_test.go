package tree

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/source"
)

// FuzzParse holds the promises of Parse against any bytes.
func FuzzParse(f *testing.F) {
	files, err := filepath.Glob("testdata/hazards/*")
	if err != nil || len(files) == 0 {
		f.Fatalf("no seeds: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, seed := range []string{
		string(quarter(f)), "{{},<<}", "objectives: [{{},<<}]", strings.Repeat("[", 300), "a: b: c", "x: [1, 2\ny: 3",
		"- &a a\n- *a", "a: |2\n   x\n", "a: >-\n\n x\n\n\n  y\n", "k: 'a\n\n b'", "? |\n  a\n: b", "\"a\\\n  b\": c",
		"[a\nb]", "[? a : b, c: , : d]", "&a k: !!str v", "!x\n- a", "a:\n- b\n-\n- c\n", "a\u2028b: c", "a: b\r\rc: d\r\n",
		"># >#", "'\x00\x00\n''\x00", "\xd7\r###\r\r\r\r#\r", "title: one\n  two #3\n", "&a:a* : *a",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		start := time.Now()
		parsed, findings := Parse("okrs/2026-Q3/checkout.yaml", data)
		if took := time.Since(start); took > time.Second {
			t.Fatalf("took %v", took)
		}
		checkFindings(t, data, findings)
		if parsed == nil {
			if len(findings) == 0 {
				t.Fatal("neither a tree nor a finding")
			}
			return
		}
		checkNode(t, parsed.Root, uint32(len(data)))
		checkComments(t, data, parsed)
		parsed.Root.JSON()
		if len(findings) == 0 {
			checkCover(t, data, parsed)
		}
	})
}

func checkFindings(t *testing.T, data []byte, findings []diag.Finding) {
	t.Helper()
	lines := source.NewLines(data)
	for _, f := range findings {
		if f.Line < 1 || f.Line > lines.Count() || f.Column < 1 || f.EndLine < f.Line || f.Message == "" || f.Rule == "" {
			t.Fatalf("bad place or message: %+v", f)
		}
		if strings.Contains(f.Message, unreadable) && strings.Contains(f.Hint, "Look for unusual punctuation, and") {
			t.Fatalf("reading panicked on %q", data)
		}
		if regexp.MustCompile("\x00[0-9]+\x00").MatchString(f.Hint) && bytes.IndexByte(data, 0) < 0 {
			t.Fatalf("a correction was not filled in: %q", f.Hint)
		}
	}
}

// checkNode wants every place inside the file, every key once, and every value
// that is not behind an alias inside the collection that holds it.
func checkNode(t *testing.T, n *Node, size uint32) {
	t.Helper()
	if n.Span.Start > n.Span.End || n.Span.End > size {
		t.Fatalf("place %v outside a file of %d bytes", n.Span, size)
	}
	if n.Kind == Number && (n.Text == "" || n.Reported && n.Text == "") {
		t.Fatal("a number without digits")
	}
	seen := make(map[string]bool, len(n.Pairs))
	for _, p := range n.Pairs {
		if seen[p.Key] {
			t.Fatalf("key %q stands twice", p.Key)
		}
		seen[p.Key] = true
		if p.Span.Start > p.Span.End || p.Span.End > size {
			t.Fatalf("key at %v outside a file of %d bytes", p.Span, size)
		}
		checkNode(t, p.Value, size)
	}
	for _, item := range n.Items {
		checkNode(t, item, size)
	}
}

func checkComments(t *testing.T, data []byte, parsed *Tree) {
	t.Helper()
	last := uint32(0)
	for _, c := range parsed.Comments {
		if c.Span.Start < last || c.Span.End > uint32(len(data)) || c.Text == "" || c.Text[0] != '#' {
			t.Fatalf("comment %+v", c)
		}
		last = c.Span.End
	}
}

// checkCover wants nothing outside the root but comments, blanks and markers.
func checkCover(t *testing.T, data []byte, parsed *Tree) {
	t.Helper()
	rest := bytes.Clone(data)
	blank := func(s source.Span) {
		for i := s.Start; i < s.End; i++ {
			rest[i] = ' '
		}
	}
	blank(parsed.Root.Span)
	for _, c := range parsed.Comments {
		blank(c.Span)
	}
	for _, line := range bytes.FieldsFunc(rest, func(r rune) bool { return r == '\n' || r == '\r' }) {
		line = bytes.TrimSpace(bytes.TrimPrefix(line, []byte(byteOrderMark)))
		for len(line) > 0 && (line[0] == '&' || line[0] == '!') {
			line = bytes.TrimSpace(line[propertyLength(line):])
		}
		line = bytes.TrimSpace(bytes.TrimPrefix(line, []byte("---")))
		for len(line) > 0 && (line[0] == '&' || line[0] == '!') {
			line = bytes.TrimSpace(line[propertyLength(line):])
		}
		if len(line) > 0 && line[0] != '%' && string(line) != "..." {
			t.Fatalf("%q is outside the root %v of %q", line, parsed.Root.Span, data)
		}
	}
}
