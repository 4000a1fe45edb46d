package language

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// all are the statements of the test files of a language.
func all(t testing.TB, code string) []string {
	t.Helper()
	var texts []string
	for _, f := range files {
		texts = append(texts, readLines(t, filepath.Join("testdata", code, f.name+".txt"))...)
	}
	for _, statements := range readSections(t, filepath.Join("testdata", code, "sample.txt")) {
		texts = append(texts, statements...)
	}
	return texts
}

// lawful reports what is wrong with the signs of a statement: evidence outside
// the text or out of order, an unknown rule, an empty field.
func lawful(text string, signs []Sign) string {
	for _, s := range signs {
		switch {
		case !slices.Contains(Rules(), s.Rule):
			return "unknown rule " + s.Rule
		case s.Reason == "" || strings.ContainsAny(s.Reason, " _ABCDEFGHIJKLMNOPQRSTUVWXYZ"):
			return s.Rule + " has the reason " + s.Reason
		case s.Strength < Hint || s.Strength > Certain:
			return s.Rule + " has no strength"
		case s.Severity != Error && s.Severity != Warning && s.Severity != Info:
			return s.Rule + " has the severity " + string(s.Severity)
		case len(s.Evidence) == 0:
			return s.Rule + " has no evidence"
		}
		last := 0
		for _, e := range s.Evidence {
			if e.Start < last || e.End <= e.Start || e.End > len(text) {
				return s.Rule + " has evidence outside the text or out of order"
			}
			last = e.End
		}
	}
	return ""
}

func TestSignsAreLawful(t *testing.T) {
	for _, code := range Languages() {
		u := load(t, code)
		for _, text := range all(t, code) {
			for _, signs := range [][]Sign{u.KeyResult(text, Measure{}), u.Objective(text), u.Note(text)} {
				if wrong := lawful(text, signs); wrong != "" {
					t.Errorf("%q: %s", text, wrong)
				}
			}
		}
	}
}

// TestSameWordsSameSigns holds that nothing of one statement stays for the next,
// also when many are read at once.
func TestSameWordsSameSigns(t *testing.T) {
	u := load(t, "en", "de")
	texts := slices.Concat(all(t, "en"), all(t, "de"))
	once := make([][]Sign, len(texts))
	for i, text := range texts {
		once[i] = u.KeyResult(text, Measure{})
	}
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for i := range texts {
				i = len(texts) - 1 - i
				if again := u.KeyResult(texts[i], Measure{}); !reflect.DeepEqual(again, once[i]) {
					t.Errorf("%q: %v, then %v", texts[i], once[i], again)
				}
			}
		})
	}
	wait.Wait()
}

// TestPunctuationAround holds that a bullet, a full stop or spaces around a
// statement change nothing about what is found.
func TestPunctuationAround(t *testing.T) {
	u := load(t, "en")
	rules := func(text string) []string { return loudRules(u.KeyResult(text, Measure{})) }
	for _, text := range readLines(t, filepath.Join("testdata", "en", "key-result-task.txt")) {
		want := rules(text)
		for _, dressed := range []string{"- " + text, "  " + text + "  ", "* [ ] " + text, "KR 3: " + text} {
			if got := rules(dressed); !slices.Equal(got, want) {
				t.Errorf("%q: %v, without its surroundings %v", dressed, got, want)
			}
		}
	}
}

func TestEmptyStatements(t *testing.T) {
	u := load(t, Languages()...)
	for _, text := range []string{"", " ", "\n", "…", "-", "()", "%", "\xff\xfe", "→"} {
		for _, signs := range [][]Sign{u.KeyResult(text, Measure{}), u.Objective(text), u.Note(text)} {
			if wrong := lawful(text, signs); wrong != "" {
				t.Errorf("%q: %s", text, wrong)
			}
		}
		u.Parse(text)
	}
}

// TestLongStatements holds that time grows with the text, not with its square: a
// hundred times the text may take five hundred times the time at most.
func TestLongStatements(t *testing.T) {
	u := load(t, "en")
	for _, unit := range []string{"the new portal for 3 customers from 5 to 9 and ", "a, b; c: 4 ", "((((", "of of of ", "who each rep 3 of bonus okr "} {
		cost := func(n int) time.Duration {
			text := strings.Repeat(unit, n)
			best := time.Hour
			for range 5 {
				start := time.Now()
				u.KeyResult(text, Measure{})
				u.Note(text)
				u.Objective(text)
				best = min(best, time.Since(start))
			}
			return best
		}
		if short, long := cost(10), cost(1000); long > 500*short+20*time.Millisecond {
			t.Errorf("%q: 10 times %v, 1,000 times %v", unit, short, long)
		}
	}
}

func TestAllocations(t *testing.T) {
	if raced {
		t.Skip("pools forget under the race detector")
	}
	u := load(t, "en")
	for _, text := range statements {
		if len(u.KeyResult(text, Measure{})) > 0 {
			continue
		}
		if n := testing.AllocsPerRun(50, func() { u.KeyResult(text, Measure{}) }); n > 1 {
			t.Errorf("%q: %v allocations though there is nothing to say", text, n)
		}
	}
}

func TestLoadRefusesUnknownLanguages(t *testing.T) {
	if _, err := Load("en", "tlh"); err == nil || !strings.Contains(err.Error(), `"tlh"`) || !strings.Contains(err.Error(), "en, de") {
		t.Errorf("error %v does not name the language and what is known", err)
	}
	if u, err := Load(); err != nil || u.Language("Der Umsatz steigt auf 9 Millionen") != "en" {
		t.Errorf("without a language the first one is read: %v", err)
	}
	if u := load(t, "en", "de"); u.Language("Der Umsatz steigt auf 9 Millionen") != "de" || u.Language("Revenue rises to 9 million") != "en" {
		t.Error("the language is not told apart")
	}
}

// TestEveryLanguageHasItsFiles finds a forgotten folder.
func TestEveryLanguageHasItsFiles(t *testing.T) {
	folders, err := os.ReadDir("lexicon")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range folders {
		names = append(names, f.Name())
	}
	known := slices.Clone(Languages())
	slices.Sort(known)
	if !slices.Equal(names, known) {
		t.Errorf("folders %v, languages %v", names, known)
	}
}

// TestLongNotesAreReadToTheEnd holds that what stands late in a note is found, at
// its place, once.
func TestLongNotesAreReadToTheEnd(t *testing.T) {
	u := load(t, "en")
	text := strings.Repeat("The value rose a little. ", 300) + "Ask jane@example.com. Then ask tom@example.com."
	signs := u.Note(text)
	if len(signs) != 1 || signs[0].Rule != PersonInText || quote(text, signs[0].Evidence) != "jane@example.com" {
		t.Errorf("found %v", signs)
	}
}
