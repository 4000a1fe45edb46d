package conform

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/okrs-as-code/okrs/okr/tree"
	"github.com/okrs-as-code/okrs/schema"
)

func TestCompileRefuses(t *testing.T) {
	for _, text := range []string{
		`{"oneOf": []}`, `{"patternProperties": {}}`, `{"format": "email"}`, `{"type": "date"}`, `{"pattern": "(?!x)"}`, `{"then": true}`,
		`{"properties": {"a": {"$ref": "#/nowhere"}}}`, `{"items": {"$ref": "https://example.com"}}`, `{"enum": [[1]]}`, `3`, `{`,
	} {
		if _, err := compile([]byte(text)); err == nil {
			t.Errorf("%s compiles", text)
		}
	}
}

// TestPatterns prepares every pattern, which checking does only when it meets one.
func TestPatterns(t *testing.T) {
	for _, f := range judges(t) {
		seen := make(map[*plan]bool)
		var visit func(p *plan)
		visit = func(p *plan) {
			if p == nil || seen[p] {
				return
			}
			seen[p] = true
			if p.pattern != nil {
				p.pattern()
			}
			for _, n := range p.names {
				visit(n.plan)
			}
			for _, below := range append(p.all, p.items, p.additional, p.not, p.condition, p.then, p.otherwise) {
				visit(below)
			}
		}
		visit(f.fast())
		if len(seen) < 10 {
			t.Errorf("%s has only %d parts", f.noun, len(seen))
		}
	}
}

func TestCompareNumbers(t *testing.T) {
	ascending := []string{"-1e30", "-12345678901234567890123", "-10", "-9.99", "-1e-30", "0", "1e-30", "0.1", "0.3", "0.30000000000000000001",
		"1", "9.5", "10", "12345678901234567890", "12345678901234567890.5", "1e30"}
	for i, a := range ascending {
		for j, b := range ascending {
			if got := compareNumbers(a, b); got != sign(i-j) {
				t.Errorf("%s and %s compare as %d", a, b, got)
			}
		}
	}
	for _, same := range [][2]string{{"1", "1.0"}, {"+3", "3"}, {"1e2", "100"}, {"0.10", "1E-1"}, {"-0", "0"}, {"0e5", "0"}, {"100000000000000000000", "1e20"}} {
		if compareNumbers(same[0], same[1]) != 0 {
			t.Errorf("%s is not %s", same[0], same[1])
		}
	}
	for text, whole := range map[string]bool{"3": true, "3.0": true, "30e-1": true, "3.5": false, "1e-1": false, "0.0": true, "-2.000": true, "12345678901234567890.5": false} {
		if isWhole(text) != whole {
			t.Errorf("%s whole: %v", text, !whole)
		}
	}
}

func sign(n int) int {
	return map[bool]int{true: 1}[n > 0] - map[bool]int{true: 1}[n < 0]
}

func TestNearest(t *testing.T) {
	keys := []string{"id", "title", "metric", "key_results", "check_ins", "why_now", "weight", "kind"}
	for written, want := range map[string]string{
		"titel": "title", "Title": "title", "keyResults": "key_results", "key-results": "key_results", "keyresult": "key_results", "checkin": "check_ins",
		"metrics": "metric", "whynow": "why_now", "wieght": "weight", "type": "kind", "xyz": "", "di": "id", "description": "why_now", "colour": "",
		strings.Repeat("x", 1000): "",
	} {
		if got := nearest(written, keys, sameKey(written)); got != want {
			t.Errorf("%s is near %q, want %q", written, got, want)
		}
	}
}

func TestAdviseNumber(t *testing.T) {
	for text, want := range map[string]string{
		"0,2": "0.2", "1,000": "1000", "1,000,000": "1000000", "1.000.000": "1000000", "1.000,50": "1000.50", "1,000.50": "1000.50", "1 000": "1000",
		"1\u00A0000": "1000", "1\u202F000": "1000", "1'000": "1000", "1’000": "1000", "12,5": "12.5", "0,200": "0.200", "-0,5": "-0.5", ".5": "0.5", "5.": "5",
		"5%": "5", "5 %": "5", "400 ms": "400", "$300": "300", "€ 1.000,00": "1000.00", "300€": "300", "EUR 5": "5", "5k": "5000", "1.5M": "1500000",
		"~5": "5", "<= 3": "3", "+3%": "3", "-2 pp": "-2", "about 5": "5", "1_000": "1000",
		"five": "", "tbd": "", "Q3": "", "10-20": "", "12:30": "", "": "", "v1.2.3": "", "3 of 5": "", "2026-07-10": "",
	} {
		got, ok := adviseNumber(&tree.Node{Kind: tree.String, Text: text, Plain: true}, "target", false)
		if ok != (want != "") || got.number != want {
			t.Errorf("%q is advised %+v, want %q", text, got, want)
		}
	}
	if got, _ := adviseNumber(&tree.Node{Kind: tree.String, Text: "40%", Plain: true}, "credit", true); got.number != "0.4" {
		t.Errorf("a share: %+v", got)
	}
}

func TestReadDate(t *testing.T) {
	for text, want := range map[string]string{
		"2026-7-1": "2026-07-01", "10.07.2026": "2026-07-10", "2026/07/10": "2026-07-10", "July 10, 2026": "2026-07-10", "10 Jul 2026": "2026-07-10",
		"2026-07-10T08:00:00Z": "2026-07-10", "07/10/2026": "", "soon": "", "7/10/26": "",
	} {
		if got := readDate(text); got != want {
			t.Errorf("%s is read as %q, want %q", text, got, want)
		}
	}
}

func TestPointer(t *testing.T) {
	if got := fmt.Sprintf("%q", pointer("/a%20b~1c~0d%20%C3%A9/0")); got != `["a b/c~d é" "0"]` {
		t.Error(got)
	}
}

// TestTogether uses one checker from several goroutines, on good and bad files.
func TestTogether(t *testing.T) {
	c := New(schema.Limits{MinObjectives: 1})
	good, _ := tree.Parse("a.yaml", []byte(smallDocument))
	bad, _ := tree.Parse("b.yaml", []byte(strings.Replace(smallDocument, "title", "titel", 2)))
	okr, _ := tree.Parse("okr.yaml", []byte(smallWorkspace))
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for range 5 {
				if a, b, w := c.Document(good), c.Document(bad), c.Workspace(okr); len(a) != 0 || len(b) != 2 || len(w) != 0 {
					t.Errorf("%v %v %v", a, b, w)
				}
			}
		})
	}
	wait.Wait()
}

// TestManyMistakes bounds what a hostile file can make us say.
func TestManyMistakes(t *testing.T) {
	var text strings.Builder
	for i := 0; text.Len() < 300_000; i++ {
		fmt.Fprintf(&text, "key%d: 1\n", i)
	}
	for _, hostile := range []string{text.String(), "objectives:\n" + strings.Repeat("- x: 1\n", 30_000)} {
		parsed, _ := tree.Parse("a.yaml", []byte(hostile))
		if got := New(schema.Limits{}).Document(parsed); len(got) == 0 || len(got) > 1001 {
			t.Errorf("%d findings", len(got))
		}
	}
}
