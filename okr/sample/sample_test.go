package sample_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/okrs-as-code/okrs/okr/sample"
)

func TestTheSameSizeGivesTheSameBytes(t *testing.T) {
	one, two := t.TempDir(), t.TempDir()
	for _, dir := range []string{one, two} {
		if err := sample.Write(dir, sample.Size{Documents: 20}); err != nil {
			t.Fatal(err)
		}
	}
	names, err := filepath.Glob(filepath.Join(one, "okrs", "*", "*.yaml"))
	if err != nil || len(names) != 20 {
		t.Fatalf("wrote %d documents, %v; want 20", len(names), err)
	}
	for _, name := range names {
		inner, _ := filepath.Rel(one, name)
		a, _ := os.ReadFile(name)
		b, err := os.ReadFile(filepath.Join(two, inner))
		if err != nil || !bytes.Equal(a, b) {
			t.Errorf("%s differs between two runs (%v)", inner, err)
		}
	}
}
