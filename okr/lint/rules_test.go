package lint_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"slices"
	"strings"
	"sync"
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
		for range literals(file) {
			declared = append(declared, strings.ReplaceAll(strings.TrimSuffix(entry.Name(), ".go"), "_", "-"))
		}
	}
	listed := lint.IDs()
	slices.Sort(declared)
	slices.Sort(listed)
	if !slices.Equal(declared, listed) {
		t.Errorf("files with a rule are\n%v\nin the table are\n%v", declared, listed)
	}
	if len(slices.Compact(slices.Clone(listed))) != len(listed) {
		t.Error("an id is used twice")
	}
	for _, rule := range diag.Rules() {
		if !slices.Contains(listed, rule.ID) {
			t.Errorf("%s is found when files are read, and nothing explains it", rule.ID)
		}
	}
}

// literals are the rules that a file declares.
func literals(file *ast.File) []*ast.CompositeLit {
	var found []*ast.CompositeLit
	for _, decl := range file.Decls {
		general, ok := decl.(*ast.GenDecl)
		if !ok || general.Tok != token.VAR {
			continue
		}
		for _, spec := range general.Specs {
			for _, value := range spec.(*ast.ValueSpec).Values {
				literal, ok := value.(*ast.CompositeLit)
				if !ok {
					continue
				}
				if name, ok := literal.Type.(*ast.Ident); ok && name.Name == "Rule" {
					found = append(found, literal)
				}
			}
		}
	}
	return found
}

// signed are the ids of the rules that speak about a sentence.
func signed() []string {
	var all []string
	for _, rule := range lint.Rules() {
		if rule.Advise != nil {
			all = append(all, rule.ID)
		}
	}
	return all
}

func TestTheTableFollowsTheSigns(t *testing.T) {
	if signs := language.Rules(); !slices.Equal(signed(), signs) {
		t.Errorf("the rules are\n%v\nthe signs can name\n%v", signed(), signs)
	}
}

func TestEveryRuleIsDocumented(t *testing.T) {
	for _, rule := range lint.Rules() {
		switch {
		case rule.Summary == "" || rule.Why == "" || rule.Source == "":
			t.Errorf("%s does not say what it is, why, or after whom", rule.ID)
		case rule.About != lint.Files && (len(rule.Bad) < 2 || len(rule.Good) < 2) || len(rule.Bad) == 0 || len(rule.Good) == 0:
			t.Errorf("%s has too few examples", rule.ID)
		case rule.Since < 1 || rule.Class == diag.ClassInvalid || rule.Severity < diag.Info:
			t.Errorf("%s lacks an edition, its class or a severity", rule.ID)
		case !slices.Contains(diag.Categories(), rule.Category) || !slices.Contains(append(lint.Kinds(), lint.Files), rule.About):
			t.Errorf("%s has an unknown category or kind", rule.ID)
		}
		if known, ok := diag.RuleByID(rule.ID); ok && known.Category != rule.Category {
			t.Errorf("%s is of category %s here and of %s elsewhere", rule.ID, rule.Category, known.Category)
		}
		if found, ok := lint.ByID(rule.ID); !ok || found.Summary != rule.Summary {
			t.Errorf("%s is not found by its id", rule.ID)
		}
	}
	if _, ok := lint.ByID("no-such-rule"); ok {
		t.Error("a rule is found that does not exist")
	}
}

func TestExamplesOfRules(t *testing.T) {
	u := understanding(t)
	for _, rule := range lint.Rules() {
		if rule.About == lint.Files {
			continue
		}
		for _, text := range rule.Bad {
			advice := lint.Coach(u, rule.About, text)
			if !slices.ContainsFunc(advice, func(a lint.Advice) bool { return a.Rule == rule.ID }) {
				t.Errorf("%s does not find its bad example %q; found: %v", rule.ID, text, found(advice))
			}
		}
		for _, text := range rule.Good {
			for _, a := range lint.Coach(u, rule.About, text) {
				t.Errorf("%s speaks of the good example %q of %s: %s", a.Rule, text, rule.ID, a.Message)
			}
		}
	}
}

// everyLanguage is loaded once for all tests.
var everyLanguage = sync.OnceValues(func() (*language.Understanding, error) {
	return language.Load(language.Languages()...)
})

func understanding(t testing.TB) *language.Understanding {
	t.Helper()
	u, err := everyLanguage()
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
