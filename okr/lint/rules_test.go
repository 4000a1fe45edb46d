package lint_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/language"
	"github.com/okrs-as-code/okrs/okr/lint"
)

// TestEveryDeclaredRuleIsInTheTable reads the sources: a rule is a literal in a
// file named after its id, and the table has them all.
func TestEveryDeclaredRuleIsInTheTable(t *testing.T) {
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	var declared []string
	for _, entry := range entries {
		if !strings.HasSuffix(entry.Name(), ".go") || strings.HasSuffix(entry.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), entry.Name(), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, id := range literals(file) {
			declared = append(declared, id)
			if want := strings.ReplaceAll(id, "-", "_") + ".go"; entry.Name() != want {
				t.Errorf("rule %s is declared in %s, not in %s", id, entry.Name(), want)
			}
		}
	}
	listed := ids()
	slices.Sort(declared)
	slices.Sort(listed)
	if !slices.Equal(declared, listed) {
		t.Errorf("declared are\n%v\nin the table are\n%v", declared, listed)
	}
	if len(slices.Compact(slices.Clone(listed))) != len(listed) {
		t.Error("an id is used twice")
	}
}

// literals are the ids of the rules that a file declares.
func literals(file *ast.File) []string {
	var found []string
	ast.Inspect(file, func(node ast.Node) bool {
		pair, ok := node.(*ast.KeyValueExpr)
		if !ok {
			return true
		}
		key, ok := pair.Key.(*ast.Ident)
		value, basic := pair.Value.(*ast.BasicLit)
		if ok && basic && key.Name == "ID" && value.Kind == token.STRING {
			found = append(found, strings.Trim(value.Value, `"`))
		}
		return true
	})
	return found
}

func ids() []string {
	var all []string
	for _, rule := range lint.Rules() {
		all = append(all, rule.ID)
	}
	return all
}

func TestTheTableFollowsTheSigns(t *testing.T) {
	if signs := language.Rules(); !slices.Equal(ids(), signs) {
		t.Errorf("the rules are\n%v\nthe signs can name\n%v", ids(), signs)
	}
}

func TestEveryRuleIsDocumented(t *testing.T) {
	for _, rule := range lint.Rules() {
		switch {
		case rule.Summary == "" || rule.Why == "" || rule.Source == "":
			t.Errorf("%s does not say what it is, why, or after whom", rule.ID)
		case len(rule.Bad) < 2 || len(rule.Good) < 2:
			t.Errorf("%s has too few examples", rule.ID)
		case rule.Since < 1 || rule.Class != diag.ClassRules || rule.Severity < diag.Info || rule.Advise == nil:
			t.Errorf("%s lacks an edition, its class, a severity or advice", rule.ID)
		case !slices.Contains(diag.Categories(), rule.Category) || !slices.Contains(lint.Kinds(), rule.About):
			t.Errorf("%s has an unknown category or kind", rule.ID)
		}
		if known, ok := diag.RuleByID(rule.ID); ok && known.Category != rule.Category {
			t.Errorf("%s is of category %s here and of %s elsewhere", rule.ID, rule.Category, known.Category)
		}
		if found, ok := lint.RuleByID(rule.ID); !ok || found.Summary != rule.Summary {
			t.Errorf("%s is not found by its id", rule.ID)
		}
	}
	if _, ok := lint.RuleByID("no-such-rule"); ok {
		t.Error("a rule is found that does not exist")
	}
}

func TestExamplesOfRules(t *testing.T) {
	u := understanding(t)
	for _, rule := range lint.Rules() {
		for _, text := range rule.Bad {
			advice := lint.Coach(u, rule.About, text)
			if !slices.ContainsFunc(advice, func(a lint.Advice) bool { return a.Rule == rule.ID }) {
				t.Errorf("%s does not find its bad example %q; found: %v", rule.ID, text, found(advice))
			}
		}
		for _, text := range rule.Good {
			for _, a := range lint.Coach(u, rule.About, text) {
				if a.Severity >= diag.Warning {
					t.Errorf("%s speaks of the good example %q of %s: %s", a.Rule, text, rule.ID, a.Message)
				}
				if a.Rule == rule.ID {
					t.Errorf("%s speaks of its own good example %q: %s", rule.ID, text, a.Message)
				}
			}
		}
	}
}

func understanding(t testing.TB) *language.Understanding {
	t.Helper()
	u, err := language.Load(language.Languages()...)
	if err != nil {
		t.Fatal(err)
	}
	return u
}

func found(advice []lint.Advice) []string {
	var all []string
	for _, a := range advice {
		all = append(all, a.Rule)
	}
	return all
}
