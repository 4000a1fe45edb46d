package language

import (
	"reflect"
	"strings"
	"testing"
)

// inFull reads a part of a note with its clause, whether that matters or not.
func inFull(u *Understanding, text string) []Sign {
	r := u.read(text)
	defer u.release(r)
	r.persons(inNotes)
	r.noteMatters()
	return r.said()
}

// FuzzNothingElse holds that notes whose clause is not read have no sign that the
// clause would show.
func FuzzNothingElse(f *testing.F) {
	for _, code := range Languages() {
		for _, text := range all(f, code) {
			f.Add(text)
		}
	}
	for _, text := range []string{"Lese drei Bücher", "beat platform", "who each rep 3 of bonus okr", "by sales", "3 of 5 tickets"} {
		f.Add(text)
	}
	names := Names{Teams: []string{"Platform"}, Glossary: []string{"Kim"}}
	understandings := []*Understanding{load(f, "en").With(names), load(f, "de"), load(f, "de", "en").With(names)}
	f.Fuzz(func(t *testing.T, text string) {
		for _, u := range understandings {
			got, _ := u.notePart(text)
			if want := inFull(u, text); !reflect.DeepEqual(got, want) {
				t.Errorf("%q: %v, with its clause %v", text, got, want)
			}
		}
	})
}

// TestMostNotesNeedNoClause holds that the way round the clause is one: nearly all
// harmless notes take it.
func TestMostNotesNeedNoClause(t *testing.T) {
	u := load(t, "en")
	notes := readSections(t, "testdata/en/rich.txt")["note harmless"]
	short := 0
	for _, text := range notes {
		r := u.scan(text)
		if r.nothingElse() {
			short++
		}
		u.release(r)
	}
	if len(notes) < 50 || 2*short < len(notes) {
		t.Errorf("%d of %d:\n%s", short, len(notes), strings.Join(notes, "\n"))
	}
}
