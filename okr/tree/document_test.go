package tree

import (
	"os"
	"testing"
)

// quarter is a team's document as people write it.
func quarter(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/quarter.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func BenchmarkParse(b *testing.B) {
	data := quarter(b)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if t, findings := Parse("okrs/2026-Q3/checkout.yaml", data); t == nil || len(findings) > 0 {
			b.Fatal(findings)
		}
	}
}

// BenchmarkLibrary is the part of BenchmarkParse that the library takes.
func BenchmarkLibrary(b *testing.B) {
	data := quarter(b)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := library(data); err != nil {
			b.Fatal(err)
		}
	}
}
