package lint

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestEverySentenceIsSaidInGerman reads the sources: what a rule says about a statement
// is in the table, and the table has nothing else.
func TestEverySentenceIsSaidInGerman(t *testing.T) {
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]bool{}
	for _, kind := range []string{"speed", "cost", "conversion", "volume", ""} {
		said[guardWith(kind)] = true
	}
	for _, entry := range entries {
		if !strings.HasSuffix(entry.Name(), ".go") || strings.HasSuffix(entry.Name(), "_test.go") || entry.Name() == "german.go" {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), entry.Name(), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if literal, ok := n.(*ast.BasicLit); ok && literal.Kind == token.STRING {
				if text, err := strconv.Unquote(literal.Value); err == nil && german[text] != "" {
					said[text] = true
				}
			}
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			called, ok := call.Fun.(*ast.SelectorExpr)
			if !ok || called.Sel.Name != "say" && called.Sel.Name != "says" {
				return true
			}
			sentences := call.Args[:min(1, len(call.Args))]
			if called.Sel.Name == "says" {
				sentences = call.Args[:min(2, len(call.Args))]
			}
			for _, argument := range sentences {
				if literal, ok := argument.(*ast.BasicLit); ok {
					text, _ := strconv.Unquote(literal.Value)
					said[text] = true
				}
			}
			return true
		})
	}
	blank := regexp.MustCompile(`\{[a-z]+\}`)
	for sentence := range said {
		translated, found := german[sentence]
		if !found {
			t.Errorf("there is no German for %q", sentence)
		}
		for _, name := range blank.FindAllString(translated, -1) {
			if !slices.Contains(blank.FindAllString(sentence, -1), name) {
				t.Errorf("the German for %q fills in %s, which it does not have", sentence, name)
			}
		}
	}
	for sentence := range german {
		if !said[sentence] {
			t.Errorf("no rule says %q", sentence)
		}
	}
}

// TestPurposesAreComplete holds for every language: a purpose that has an example has an
// objective, no noun is in two rows, and the last row is for everybody.
func TestPurposesAreComplete(t *testing.T) {
	for name, speech := range map[string]*speech{"English": &englishSpeech, "German": &germanSpeech} {
		nouns, verbs := map[string]int{}, map[string]int{}
		for i, p := range speech.purposes {
			if p.goal == "" || (p.example == "") != (p.aim == "") {
				t.Errorf("%s %d: %q lacks a frame", name, i, p.goal)
			}
			if last := i == len(speech.purposes)-1; last != (len(p.verbs) == 0 && len(p.nouns) == 0) {
				t.Errorf("%s %d: %q fits everything, or the last fits not", name, i, p.goal)
			}
			once := func(seen map[string]int, words []string) {
				for _, word := range words {
					if before, found := seen[word]; found && !slices.Contains(speech.deeds, word) {
						t.Errorf("%s: %q is in the rows %d and %d", name, word, before, i)
					}
					seen[word] = i
				}
			}
			once(nouns, p.nouns)
			once(verbs, p.verbs)
		}
	}
}
