package language

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// samples says what is asked of the labels of testdata/*/sample.txt: how large a
// share of the statements must, or may at most, have one of the rules as a warning
// or an error.
var samples = []struct {
	label   string
	read    func(u *Understanding, text string) []Sign
	rules   []string
	atLeast float64 // of the statements found
	atMost  float64 // where it is not 0, the share that may be found at most
}{
	{"key-result outcome", asKeyResult, slices.Concat(workRules, vagueness, people), 0, 0.03},
	{"key-result task", asKeyResult, workRules, 0.9, 0},
	{"key-result vague", asKeyResult, vagueness, 0.85, 0},
	{"objective flawed", (*Understanding).Objective, Rules(), 0.9, 0},
	{"objective sound", (*Understanding).Objective, Rules(), 0, 0.03},
	{"note person", (*Understanding).Note, people, 0.95, 0},
	{"note name", (*Understanding).Note, people, 0.85, 0},
	{"note pay", (*Understanding).Note, people, 0.95, 0},
	{"note contest", (*Understanding).Note, incentives, 0.9, 0},
	{"note vanity", (*Understanding).Note, incentives, 0.8, 0},
	{"note timid", (*Understanding).Note, []string{TimidTarget}, 0.8, 0},
	{"note harmless", (*Understanding).Note, slices.Concat(people, incentives, []string{TimidTarget}), 0, 0.03},
}

// TestSamples measures the shares. The statements were labelled before the program
// saw them, so the shares tell how well it reads what nobody had in mind.
func TestSamples(t *testing.T) {
	for _, code := range Languages() {
		u := load(t, "en", "de")
		for _, file := range []string{"sample.txt", "rich.txt"} {
			measureShares(t, u, code, file)
		}
	}
}

func measureShares(t *testing.T, u *Understanding, code, file string) {
	t.Helper()
	sections := readSections(t, filepath.Join("testdata", code, file))
	for _, c := range samples {
		statements := sections[c.label]
		delete(sections, c.label)
		if len(statements) == 0 {
			continue
		}
		var found, missed []string
		for _, text := range statements {
			loud := loudRules(c.read(u, text))
			if slices.ContainsFunc(loud, func(rule string) bool { return slices.Contains(c.rules, rule) }) {
				found = append(found, text)
			} else {
				missed = append(missed, text)
			}
		}
		switch share := float64(len(found)) / float64(len(statements)); {
		case c.atMost > 0 && share > c.atMost:
			t.Errorf("%s %s: %.3f of %d found, at most %.3f may be:\n%s", code, c.label, share, len(statements), c.atMost, strings.Join(found, "\n"))
		case c.atMost == 0 && share < c.atLeast:
			t.Errorf("%s %s: %.3f of %d found, want %.3f; missed:\n%s", code, c.label, share, len(statements), c.atLeast, strings.Join(missed, "\n"))
		}
	}
	for label := range sections {
		t.Errorf("%s: nothing is asked of the label %q", code, label)
	}
}

// readSections reads statements by the label in brackets above them.
func readSections(t testing.TB, name string) map[string][]string {
	t.Helper()
	sections, label, total := make(map[string][]string), "", 0
	for _, line := range readLines(t, name) {
		if inner, found := strings.CutPrefix(line, "["); found && strings.HasSuffix(inner, "]") {
			label = strings.TrimSuffix(inner, "]")
			continue
		}
		sections[label] = append(sections[label], line)
		total++
	}
	if total < 80 {
		t.Errorf("%s holds only %d statements", name, total)
	}
	return sections
}
