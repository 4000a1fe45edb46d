package language

import (
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// statements are of the kinds that a quarter's files hold, most of them sound.
var statements = []string{
	"p99 checkout latency falls from 900 ms to 300 ms",
	"Customers who return an order without contacting support 31 % → 55 %",
	"Share of orders delivered on time rises from 88% to 96%",
	"Failed payments stay at or below 0.2 percent",
	"Win 12 enterprise customers in the southern region",
	"Roll out the edge cache to all regions by the end of June",
	"Improve the onboarding experience",
	"80% of tickets resolved on first contact",
	"Reduce time to first invoice from 25 minutes to under 8 minutes",
	"Publish 24 articles on the company blog",
	"Every new branch reaches break-even within 9 months",
	"Median time to first reply below 30 minutes",
	"Net revenue retention reaches 115%",
	"Onboarding time 14 → 3 days",
}

// ofKind are the statements of one kind of the test files in English, each once.
func ofKind(b *testing.B, kind string) []string {
	b.Helper()
	var texts []string
	for _, f := range files {
		if strings.HasPrefix(f.name, kind) {
			texts = append(texts, readLines(b, filepath.Join("testdata", "en", f.name+".txt"))...)
		}
	}
	for _, file := range []string{"sample.txt", "rich.txt"} {
		sections := readSections(b, filepath.Join("testdata", "en", file))
		for _, label := range slices.Sorted(maps.Keys(sections)) {
			if strings.HasPrefix(label, kind) {
				texts = append(texts, sections[label]...)
			}
		}
	}
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(texts), func(i, k int) { texts[i], texts[k] = texts[k], texts[i] })
	return texts
}

// BenchmarkRead reads statements, one after the other and hardly any two alike, in
// one language and where two are known.
func BenchmarkRead(b *testing.B) {
	names := Names{Glossary: []string{"Sample"}, Products: []string{"Ferry Card"}}
	for i := range 50 {
		names.Teams = append(names.Teams, "Team "+strconv.Itoa(i))
	}
	for _, languages := range [][]string{{"en"}, {"en", "de"}} {
		u := load(b, languages...).With(names)
		for _, c := range []struct {
			kind string
			read func(text string) []Sign
		}{
			{"key-result", func(text string) []Sign { return u.KeyResult(text, Measure{}) }}, {"objective", u.Objective}, {"note", u.Note},
		} {
			texts := ofKind(b, c.kind)
			b.Run(c.kind+"/"+strings.Join(languages, "+"), func(b *testing.B) {
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					c.read(texts[i%len(texts)])
				}
			})
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	for _, code := range Languages() {
		b.Run(code, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				load(b, code)
			}
		})
	}
}
