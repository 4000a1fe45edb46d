package language

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The rules that a statement of one of the files under testdata must have, or
// must not have, as a warning or an error.
var (
	workRules = []string{OutputKeyResult, Deliverable, PercentComplete, DateAsTarget, InitiativeAsKeyResult, VolumeOfActivity, SelfImprovement}
	vagueness = []string{NoNumber, WeaselWords, PercentageWithoutBase, AmbiguousPercent, WrongDirection}
	people    = []string{
		PersonInText, TitleAsTeam, IndividualGoal, PerformanceRating, CompensationLink, PromotionLink, AppraisalCycle,
		StackRanking, ImprovementPlanForOne, BlameInRetrospective,
	}
	incentives = []string{TeamCompetition, VanityMetric}
)

// files says how the statements of a file are read and what must be found.
var files = []struct {
	name   string
	read   func(u *Understanding, text string) []Sign
	want   []string // at least one of them
	refuse []string // none of them
}{
	{"key-result-sound", asKeyResult, nil, slices.Concat(workRules, vagueness, people)},
	{"key-result-task", asKeyResult, workRules, nil},
	{"key-result-vague", asKeyResult, vagueness, nil},
	{"objective-sound", (*Understanding).Objective, nil, Rules()},
	{"objective-flawed", (*Understanding).Objective, Rules(), nil},
	{"note-pay", (*Understanding).Note, people, nil},
	{"note-person", (*Understanding).Note, people, nil},
	{"note-contest", (*Understanding).Note, slices.Concat(incentives, []string{StackRanking}), nil},
	{"note-vanity", (*Understanding).Note, incentives, nil},
	{"note-timid", (*Understanding).Note, []string{TimidTarget}, nil},
	{"note-harmless", (*Understanding).Note, nil, slices.Concat(people, incentives, []string{TimidTarget})},
}

func asKeyResult(u *Understanding, text string) []Sign { return u.KeyResult(text, Measure{}) }

func load(t testing.TB, languages ...string) *Understanding {
	t.Helper()
	u, err := Load(languages...)
	if err != nil {
		t.Fatal(err)
	}
	return u
}

func TestStatements(t *testing.T) {
	for _, c := range []struct {
		languages []string
		code      string
	}{
		{[]string{"en"}, "en"}, {[]string{"de"}, "de"},
		// Where both are allowed, the statement says which: the first language keeps
		// what could be either.
		{[]string{"en", "de"}, "en"}, {[]string{"en", "de"}, "de"}, {[]string{"de", "en"}, "de"},
	} {
		u := load(t, c.languages...)
		t.Run(strings.Join(c.languages, "+")+"/"+c.code, func(t *testing.T) { readFiles(t, u, c.code) })
	}
}

func readFiles(t *testing.T, u *Understanding, code string) {
	read := 0
	for _, f := range files {
		statements := readLines(t, filepath.Join("testdata", code, f.name+".txt"))
		read += len(statements)
		for _, text := range statements {
			loud := loudRules(f.read(u, text))
			found := slices.ContainsFunc(loud, func(rule string) bool { return slices.Contains(f.want, rule) })
			wrong := slices.ContainsFunc(loud, func(rule string) bool { return slices.Contains(f.refuse, rule) })
			if f.want != nil && !found {
				t.Errorf("%s: %q: found %v, want one of %v", f.name, text, loud, f.want)
			}
			if wrong {
				t.Errorf("%s: %q: found %v", f.name, text, loud)
			}
		}
	}
	if read < 80 {
		t.Errorf("only %d statements in %s", read, code)
	}
}

// loudRules are the rules of signs that are more than advice, and headings, which are
// advice and have to be told from objectives all the same.
func loudRules(signs []Sign) []string {
	var rules []string
	for _, s := range signs {
		if s.Severity != Info || s.Rule == NoVerbOrChange {
			rules = append(rules, s.Rule)
		}
	}
	return rules
}

// readLines are the statements of a file; none where a language has no such file.
func readLines(t testing.TB, name string) []string {
	t.Helper()
	file, err := os.Open(name)
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var lines []string
	for scanner := bufio.NewScanner(file); scanner.Scan(); {
		if line := scanner.Text(); line != "" && !strings.HasPrefix(line, "#") {
			lines = append(lines, line)
		}
	}
	return lines
}
