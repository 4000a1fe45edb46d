package conform

import (
	"path/filepath"
	"testing"

	"github.com/okrs-as-code/okrs/schema"
)

// The document is a quarter as a team writes it, with check-ins.
var benchFile = filepath.Join("..", "tree", "testdata", "quarter.yaml")

func BenchmarkAccept(b *testing.B) {
	root := parse(b, benchFile).Root
	p := New(schema.Limits{}).document.fast()
	b.ReportAllocs()
	for b.Loop() {
		if !p.accepts(root) {
			b.Fatal("refused")
		}
	}
}

func BenchmarkDocument(b *testing.B) {
	parsed := parse(b, benchFile)
	c := New(schema.Limits{})
	c.Document(parsed)
	b.ReportAllocs()
	for b.Loop() {
		if c.Document(parsed) != nil {
			b.Fatal("refused")
		}
	}
}

func BenchmarkCompile(b *testing.B) {
	text := schema.Document(schema.Limits{})
	b.ReportAllocs()
	for b.Loop() {
		if _, err := compile(text); err != nil {
			b.Fatal(err)
		}
	}
}

func TestAcceptDoesNotAllocate(t *testing.T) {
	if raceDetector {
		t.Skip("regular expressions allocate under the race detector")
	}
	root := parse(t, benchFile).Root
	p := New(schema.Limits{}).document.fast()
	if n := testing.AllocsPerRun(20, func() { p.accepts(root) }); n > 0 {
		t.Errorf("%v allocations in an accepting check", n)
	}
}
