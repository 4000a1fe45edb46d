package metric

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"slices"
	"strings"
	"testing"
)

// sample is what the laws need to know of a kind: a definition that says what
// the example says, readings from bad to good, and those that meet the target.
type sample struct {
	define   string
	worse    []Reading // oldest first is not meant here: each one alone, from worse to better
	fulfills []Reading
}

func samples(t *testing.T) map[string][]sample {
	stages := "stages source=x stages=pilot:0.3,half:0.7,all:1"
	return map[string][]sample{
		"increase": {
			{"increase unit=percent baseline=40 target=55", readings(t, "30 40 40.1 48 54.9 55 60"), readings(t, "55 60")},
			{"increase baseline=-50 by=+20%", readings(t, "-60 -50 -45 -40 -39"), readings(t, "-40")},
		},
		"decrease": {
			{"decrease unit=days baseline=14 target=3", readings(t, "16 14 8.5 3.1 3 2"), readings(t, "3 2")},
		},
		"at_least": {
			{"at_least unit=percent target=99.9 fail_at=99", readings(t, "98 99 99.45 99.9 100"), readings(t, "99.9 100")},
			{"at_least unit=percent target=99.9", readings(t, "98 99.89 99.9 100"), readings(t, "99.9")},
		},
		"at_most": {
			{"at_most unit=percent target=0.2 fail_at=0.4", readings(t, "1 0.4 0.3 0.2 0"), readings(t, "0.2 0")},
			{"at_most unit=percent target=0.2", readings(t, "1 0.21 0.2 0"), readings(t, "0.2")},
		},
		"between": {
			{"between unit=percent low=30 high=50 tolerance=10", readings(t, "62 60 55 50 40"), readings(t, "30 40 50")},
			{"between low=30 high=50 tolerance=10", readings(t, "10 20 25 30 40"), readings(t, "30 40 50")},
			{"between low=30 high=50 baseline=60", readings(t, "65 60 55 50 40"), readings(t, "30 40 50")},
			{"between low=30 high=50 baseline=10", readings(t, "5 10 20 30 40"), readings(t, "30 40 50")},
			{"between low=30 high=50", readings(t, "5 29.9 30 40"), readings(t, "30 40 50")},
			{"between low=30 high=30", readings(t, "5 29.9 30"), readings(t, "30")},
		},
		"milestone": {
			{"milestone", []Reading{{Done: new(false)}, {Done: new(true)}}, []Reading{{Done: new(true)}}},
		},
		"stages": {
			{stages, []Reading{{Text: "none"}, {Text: "pilot"}, {Text: "half"}, {Text: "all"}}, []Reading{{Text: "all"}}},
		},
		"establish_baseline": {
			{"establish_baseline source=x unit=days", readings(t, "1 2"), readings(t, "0 7")},
		},
	}
}

func TestLaws(t *testing.T) {
	all := samples(t)
	for _, kind := range Kinds() {
		if len(all[kind.Name]) == 0 {
			t.Errorf("no sample for kind %s: add one, the laws hold for every kind", kind.Name)
		}
		for _, s := range all[kind.Name] {
			t.Run(s.define, func(t *testing.T) {
				d := define(t, s.define)
				if problems := Check(d); len(problems) > 0 {
					t.Fatal(problems)
				}
				checkLaws(t, kind, d, s)
			})
		}
	}
}

func checkLaws(t *testing.T, kind Kind, d Definition, s sample) {
	for _, threshold := range []Threshold{ThresholdLast, ThresholdHeldShare, ThresholdWorst} {
		policy := Policy{Threshold: threshold}
		var before Number
		for i, reading := range s.worse {
			score := lawfulScore(t, kind, d, policy, []Reading{reading})
			if i > 0 && score.Cmp(before) < 0 {
				t.Errorf("moving from %v to %v lowers the score", s.worse[i-1], reading)
			}
			before = score
		}
		for _, reading := range s.fulfills {
			if score := lawfulScore(t, kind, d, policy, []Reading{reading}); !score.Equal(Int(1)) {
				t.Errorf("%s: the target is met and scores %v", show(reading.Number), score)
			}
		}
		lawfulScore(t, kind, d, Policy{Threshold: threshold, Strict: true}, s.worse)
	}
	empty := kind.Score(d, Policy{}, []Reading{{}, {}})
	if empty.Score != nil || empty.Raw != nil || empty.Current != nil || empty.Holds != nil || empty.Of != 0 {
		t.Errorf("without a value the outcome is %+v", empty)
	}
}

// lawfulScore checks what holds for any scored outcome and returns the score.
func lawfulScore(t *testing.T, kind Kind, d Definition, p Policy, readings []Reading) Number {
	t.Helper()
	var x explanation
	out := kind.judge(&d, p, readings, &x)
	if out.Score == nil || out.Raw == nil || out.Current == nil {
		t.Fatalf("no score: %+v", out)
	}
	if score := *out.Score; score.Sign() < 0 || score.Cmp(Int(1)) > 0 {
		t.Errorf("score %v is outside 0 to 1", score)
	}
	if want := out.Raw.Clamp(Int(0), Int(1)); !out.Score.Equal(want) {
		t.Errorf("score %v, but raw %v", out.Score, out.Raw)
	}
	last := x.steps[len(x.steps)-1]
	if !last.Value.Equal(*out.Score) {
		t.Errorf("the last step %q does not end at the score %v", last, out.Score)
	}
	return *out.Score
}

func TestKindsAreComplete(t *testing.T) {
	seen := map[string]bool{}
	for _, kind := range Kinds() {
		if seen[kind.Name] {
			t.Errorf("kind %s is listed twice", kind.Name)
		}
		seen[kind.Name] = true
		if kind.Purpose == "" || kind.score == nil || kind.Value == "" {
			t.Errorf("kind %s lacks a purpose, a score or a type of value", kind.Name)
		}
		for i, field := range slices.Concat(kind.Requires, kind.Allows) {
			if !slices.Contains(fields, field) {
				t.Errorf("kind %s: %s is no field of some kinds", kind.Name, field)
			}
			if i >= len(kind.Requires) && slices.Contains(kind.Requires, field) {
				t.Errorf("kind %s both requires and allows %s", kind.Name, field)
			}
		}
		if kind.Guardrail != slices.Contains([]string{"at_least", "at_most", "between"}, kind.Name) {
			t.Errorf("kind %s: guardrail %v", kind.Name, kind.Guardrail)
		}
		if kind.Paced != slices.Contains([]string{"increase", "decrease"}, kind.Name) {
			t.Errorf("kind %s: paced %v", kind.Name, kind.Paced)
		}
	}
}

// Each required field is missed when it is absent.
func TestRequiredFieldsAreRequired(t *testing.T) {
	for _, kind := range Kinds() {
		var want []string
		for _, field := range kind.Requires {
			id := map[string]string{"baseline": IDNoBaseline, "stages": IDSchema}[field]
			if id == "" {
				id = IDNoNumber
			}
			want = append(want, id+":"+field)
		}
		if got := ids(Check(Definition{Kind: kind.Name})); got != strings.Join(want, " ") {
			t.Errorf("%s: %q, want %q", kind.Name, got, want)
		}
	}
}

// An example shows fields that its kind knows, and the values make a definition
// without problems.
func TestExamplesAreSound(t *testing.T) {
	for _, kind := range Kinds() {
		lines := strings.Split(strings.TrimSuffix(kind.Example, "\n"), "\n")
		if lines[0] != "metric:" {
			t.Errorf("%s: the example begins with %q", kind.Name, lines[0])
		}
		words := []string{kind.Name}
		var stages []string
		given := map[string]bool{}
		for _, line := range lines[1:] {
			line = strings.TrimPrefix(line, "  ")
			if stage, ok := strings.CutPrefix(line, "  - {name: "); ok {
				stage = strings.ReplaceAll(strings.TrimSuffix(stage, "}"), " ", "-")
				stages = append(stages, strings.Replace(stage, ",-credit:-", ":", 1))
				continue
			}
			name, value, ok := strings.Cut(line, ":")
			given[name] = true
			if !ok || !kind.knows(name) && !slices.Contains(CommonFields(), name) {
				t.Errorf("%s: the example has a line %q", kind.Name, line)
			}
			switch value = strings.TrimSpace(value); name {
			case "kind":
				if value != kind.Name {
					t.Errorf("%s: the example is of kind %s", kind.Name, value)
				}
			case "stages":
			default:
				words = append(words, name+"="+strings.ReplaceAll(value, " ", "-"))
			}
		}
		if len(stages) > 0 {
			words = append(words, "stages="+strings.Join(stages, ","))
		}
		for _, field := range kind.Requires {
			if !given[field] {
				t.Errorf("%s: the example lacks %s", kind.Name, field)
			}
		}
		if problems := Check(define(t, strings.Join(words, " "))); len(problems) > 0 {
			t.Errorf("%s: the example has problems: %v", kind.Name, problems)
		}
	}
}

// A kind that is declared and not listed in the table would silently not exist.
func TestEveryDeclaredKindIsListed(t *testing.T) {
	declared := 0
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		name := entry.Name()
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if literal, ok := n.(*ast.CompositeLit); ok && len(literal.Elts) > 0 {
				if kind, ok := literal.Type.(*ast.Ident); ok && kind.Name == "Kind" {
					declared++
				}
			}
			return true
		})
	}
	if listed := len(Kinds()); declared != listed {
		t.Errorf("%d kinds are declared and %d listed in the table", declared, listed)
	}
}

func TestKindsReturnsACopy(t *testing.T) {
	Kinds()[0].Name = "changed"
	if got := Kinds()[0].Name; got != "increase" {
		t.Errorf("the table can be written from outside: %s", got)
	}
}
