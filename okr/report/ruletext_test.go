package report

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/lint"
)

// TestEveryRuleHasItsPage finds the rule that does not stand in a file named after it.
func TestEveryRuleHasItsPage(t *testing.T) {
	for _, rule := range lint.Rules() {
		file, ok := strings.CutPrefix(RuleURL(rule.ID), ProjectURL+"/blob/main/")
		if !ok {
			t.Errorf("the page of %s is %s", rule.ID, RuleURL(rule.ID))
			continue
		}
		text, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(file)))
		if err != nil || !strings.Contains(string(text), "= Rule{") {
			t.Errorf("the page of %s is %s, where no rule stands: %v", rule.ID, file, err)
		}
	}
	for _, odd := range []string{"", "../x", "a b", "Ä", "a%2f", "javascript:x"} {
		if got := RuleURL(odd); got != ProjectURL {
			t.Errorf("the page of %q is %s", odd, got)
		}
	}
}

// TestSilencingIsReadyToPaste holds the lines to what the rules let be silenced.
func TestSilencingIsReadyToPaste(t *testing.T) {
	for _, rule := range lint.Rules() {
		comment, settings := "", ""
		if lines, ok := silenceData(rule).(Fields); ok {
			comment, settings = lines[0].Value.(string), lines[1].Value.(string)
		}
		want := map[diag.Class][2]string{
			diag.ClassForm:    {"", ""},
			diag.ClassMeaning: {"# okr:allow " + rule.ID + " because …", "lint: {rules: {" + rule.ID + ": warning}}"},
			diag.ClassRules:   {"# okr:allow " + rule.ID + " because …", "lint: {rules: {" + rule.ID + ": off}}"},
		}[rule.Class]
		if comment != want[0] || settings != want[1] {
			t.Errorf("%s: %q, %q", rule.ID, comment, settings)
		}
	}
}
