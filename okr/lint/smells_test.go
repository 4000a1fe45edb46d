package lint_test

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/examples"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/lint"
	"github.com/okrs-as-code/okrs/okr/load"
)

// smellsAt is the day as of which the exhibition of mistakes is read.
var smellsAt = mustDate("2026-08-15")

// hidden are the rules that the exhibition cannot show, with the reason. A rule
// that is impossible beside the others belongs here; aim at none.
var hidden = map[string]string{}

const (
	mostPerRule = 12 // findings; more is a crowd in which nobody looks at one of them
	mostPerFile = 20
)

// smells is everything that is said about the exhibition of mistakes.
func smells(t *testing.T) []diag.Finding {
	t.Helper()
	result, err := load.Workspace(examples.Smells(), load.Options{AsOf: smellsAt})
	if err != nil {
		t.Fatal(err)
	}
	return lint.Run(lint.Input{
		Workspace: result.Workspace, Found: result.Findings, Allows: result.Allows, At: smellsAt,
		Language: understanding(t).With(lint.Names(result.Workspace)),
	})
}

func TestSmellsShowEveryRule(t *testing.T) {
	shown := make(map[string]int)
	for _, f := range smells(t) {
		if !f.Suppressed() {
			shown[f.Rule]++
		}
	}
	for _, rule := range lint.Rules() {
		reason, impossible := hidden[rule.ID]
		if rule.Needs == lint.Past {
			reason, impossible = "files alone have no past", true
		}
		switch n := shown[rule.ID]; {
		case impossible && n > 0:
			t.Errorf("%s is shown, although it should be impossible: %s", rule.ID, reason)
		case !impossible && n == 0:
			t.Errorf("%s is not shown: add a file or a line to examples/smells in which it speaks", rule.ID)
		case n > mostPerRule:
			t.Errorf("%s is shown %d times, and %d are the most: keep the best examples", rule.ID, n, mostPerRule)
		}
	}
	for id := range hidden {
		if _, known := lint.ByID(id); !known {
			t.Errorf("there is no rule %q to be excused", id)
		}
	}
}

func TestSmellsKeepFilesReadable(t *testing.T) {
	inFile := make(map[string]int)
	for _, f := range smells(t) {
		inFile[f.Path]++
	}
	for path, n := range inFile {
		if n > mostPerFile {
			t.Errorf("%s has %d findings, and %d are the most: split it", path, n, mostPerFile)
		}
	}
}

func TestSmellsShowOneException(t *testing.T) {
	var suppressed []diag.Finding
	for _, f := range smells(t) {
		if f.Suppressed() {
			suppressed = append(suppressed, f)
		}
	}
	if len(suppressed) != 1 || suppressed[0].Suppression.By != diag.ByComment || suppressed[0].Suppression.Reason == "" {
		t.Errorf("one finding should be silenced by a comment with a reason, and these are:\n%s", told(suppressed))
	}
}

// announcing is the beginning of a comment that says which rules will speak.
var announcing = regexp.MustCompile(`(?m)^ *# ([a-z-]+(?:, [a-z-]+)*): `)

// announced are the rules that the comments of a file announce.
func announced(text string) map[string]bool {
	ids := make(map[string]bool)
	for _, match := range announcing.FindAllStringSubmatch(text, -1) {
		for _, id := range strings.Split(match[1], ", ") {
			if _, known := lint.ByID(id); known {
				ids[id] = true
			}
		}
	}
	return ids
}

// Whatever the rules say of the exhibition stands in a comment of the same file, and
// the rules say whatever a comment promises: a finding too many is a false alarm.
func TestSmellsAreAnnounced(t *testing.T) {
	spoken := make(map[string]map[string]bool)
	for _, f := range smells(t) {
		if f.Suppressed() {
			continue
		}
		if spoken[f.Path] == nil {
			spoken[f.Path] = make(map[string]bool)
		}
		spoken[f.Path][f.Rule] = true
	}
	err := fs.WalkDir(examples.Smells(), ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(examples.Smells(), path)
		if err != nil {
			return err
		}
		promised := announced(string(text))
		for _, id := range lint.IDs() {
			switch {
			case promised[id] && !spoken[path][id]:
				t.Errorf("%s: a comment announces %s, and it does not speak", path, id)
			case !promised[id] && spoken[path][id]:
				t.Errorf("%s: %s speaks, and no comment announces it", path, id)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
