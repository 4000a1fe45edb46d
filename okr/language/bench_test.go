package language

import "testing"

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

func BenchmarkKeyResult(b *testing.B) {
	for _, languages := range [][]string{{"en"}, {"en", "de"}} {
		u, err := Load(languages...)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(languages[len(languages)-1], func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				u.KeyResult(statements[i%len(statements)], Measure{})
			}
		})
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Load("en"); err != nil {
			b.Fatal(err)
		}
	}
}
