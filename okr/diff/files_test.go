package diff_test

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/okrs-as-code/okrs/examples"
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diff"
	"github.com/okrs-as-code/okrs/okr/edit"
	"github.com/okrs-as-code/okrs/okr/load"
	"github.com/okrs-as-code/okrs/okr/sample"
)

// organisation is a sampled one of some teams over two quarters.
func organisation(teams int) fstest.MapFS {
	system := fstest.MapFS{"okr.yaml": {Data: sample.Register(teams)}}
	for team := range teams {
		for cycle := range 2 {
			name := fmt.Sprintf("okrs/%s/team-%05d.yaml", sample.Cycle(cycle), team)
			system[name] = &fstest.MapFile{Data: sample.Document(team, cycle)}
		}
	}
	return system
}

func acme(t testing.TB) fstest.MapFS {
	t.Helper()
	system := fstest.MapFS{}
	err := fs.WalkDir(examples.Acme(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(examples.Acme(), name)
		system[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return system
}

func TestReformattingIsNoChange(t *testing.T) {
	for name, system := range map[string]fstest.MapFS{"sample": organisation(40), "acme": acme(t)} {
		after := fstest.MapFS{}
		changed := 0
		for path, file := range system {
			text := strings.ReplaceAll(string(file.Data), "target: ", "target:   ") + "\n# A remark at the end.\n"
			out, reformatted, _ := edit.Format(path, []byte(text))
			if reformatted {
				changed++
			}
			after[path] = &fstest.MapFile{Data: out}
		}
		if changed == 0 {
			t.Errorf("%s: nothing was reformatted", name)
		}
		r := diff.Read(load1(t, system, false), load1(t, after, false), nil, day(t, "02-14"))
		wantLines(t, r)
	}
}

func TestAcmeDiffersFromItselfInNothing(t *testing.T) {
	wantLines(t, diff.Read(load1(t, acme(t), true), load1(t, acme(t), true), nil, day(t, "08-15")))
	r := diff.Read(&okr.Workspace{}, load1(t, acme(t), true), nil, day(t, "08-15"))
	for _, c := range r.Changes {
		is(t, "change of a new workspace", line(c), "document added "+c.Team.ID.V+"/"+c.Cycle.ID)
	}
	is(t, "every document is new", len(r.Changes), len(r.After.Documents))
	r = diff.Read(r.After, &okr.Workspace{}, nil, day(t, "08-15"))
	is(t, "every document is gone", len(r.Changes), len(r.Before.Documents))
	wantNumber(t, "after", r.Total.After, "nil")
	wantLines(t, diff.Read(&okr.Workspace{}, &okr.Workspace{}, nil, 0))
}

// TestNothingIsTooOdd compares two organisations that have nothing in common, one of
// which makes every mistake there is.
func TestNothingIsTooOdd(t *testing.T) {
	smells := func() *okr.Workspace {
		result, err := load.Workspace(examples.Smells(), load.Options{})
		if err != nil {
			t.Fatal(err)
		}
		return result.Workspace
	}
	good := load1(t, acme(t), true)
	wantLines(t, diff.Read(smells(), smells(), nil, day(t, "08-15")))
	there, back := diff.Read(smells(), good, nil, day(t, "08-15")), diff.Read(good, smells(), nil, day(t, "08-15"))
	is(t, "as many changes there as back", len(there.Changes), len(back.Changes))
	for _, r := range []*diff.Reading{there, back} {
		for _, c := range r.Changes {
			if c.Message == "" || c.Address == "" || c.Place.File == nil {
				t.Errorf("incomplete: %+v", c)
			}
		}
		for _, a := range r.Attribution {
			if !a.Definition.Add(a.Progress).Equal(value(a.After).Sub(value(a.Before))) {
				t.Errorf("%s: the split is not exact", a.Team.ID.V)
			}
		}
	}
}

// TestAPartIsEnough compares whole workspaces, and those of their documents that changed
// or mention what changed.
func TestAPartIsEnough(t *testing.T) {
	before, after := acme(t), acme(t)
	touched := 0
	for path, file := range after {
		if text := strings.Replace(string(file.Data), "confidence: 5", "confidence: 6", 1); text != string(file.Data) && path != "okr.yaml" {
			after[path] = &fstest.MapFile{Data: []byte(text)}
			touched++
		}
	}
	whole := diff.Read(load1(t, before, false), load1(t, after, false), nil, day(t, "08-15"))
	for path := range before {
		if path != "okr.yaml" && string(before[path].Data) == string(after[path].Data) {
			delete(before, path)
			delete(after, path)
		}
	}
	part := diff.Read(load1(t, before, false), load1(t, after, false), nil, day(t, "08-15"))
	wantLines(t, part, lines(whole)...)
	if touched == 0 || len(whole.Changes) == 0 {
		t.Error("nothing changed")
	}
}

func TestWordsOfDocumentsAndObjectives(t *testing.T) {
	k := keyResult("k", euros)
	before := files{"a": objectives(objective("o", "supports: [company/2026-Q1/x], initiatives: [One]", k)), "company": objectives(objective("x", "", k), objective("y", "", k))}
	after := files{
		"a":       objectives(objective("o", "supports: [company/2026-Q1/y], why_now: The season starts, initiatives: [One, Two], depends_on: [{on: company/2026-Q1, needed_by: 2026-02-01}], enables: [company/2026-Q1/x]", k)) + "retrospective: Much was learned\n",
		"company": before["company"],
	}
	r := compare(t, before, after, "02-14")
	wantLines(t, r, "document reworded a/2026-Q1 retrospective",
		"link re-aligned a/2026-Q1/o supports", "objective reworded a/2026-Q1/o why_now", "objective reworded a/2026-Q1/o initiatives",
		"link re-aligned a/2026-Q1/o depends_on", "link re-aligned a/2026-Q1/o enables")
	is(t, "message", r.Changes[1].Message, "now supports company/2026-Q1/y; no longer supports company/2026-Q1/x")
	is(t, "message", r.Changes[4].Message, "now depends on company/2026-Q1 (needed by 2026-02-01)")
	is(t, "attributions", len(r.Attribution), 0)

	// A link that follows what it leads to is the same link.
	after = files{"a": strings.Replace(before["a"], "2026-Q1/x", "2026-Q1/z", 1), "company": objectives(objective("z", "was: x", k), objective("y", "", k))}
	wantLines(t, compare(t, before, after, "02-14"), "objective moved company/2026-Q1/z id", "objective reworded company/2026-Q1/z title")
	// Where nobody follows a rename that no was declares, those who lean there are told.
	after = files{"a": before["a"], "company": objectives(objective("z", "title: Customers of x are served at once", k), objective("y", "", k))}
	r = compare(t, before, after, "02-14")
	wantLines(t, r, "objective moved company/2026-Q1/z id")
	is(t, "reaches", len(r.Blast.Reaches), 1)
}

func TestPlacesAndCycle(t *testing.T) {
	k := keyResult("k", euros, checkIns("02-01 40"))
	before := files{"a": objectives(objective("o", "", k)), "a/2026-Q2": objectives(objective("o", "", keyResult("k", euros)))}
	after := files{
		"a":         strings.Replace(before["a"], "target: 100", "target: 60", 1),
		"a/2026-Q2": strings.Replace(before["a/2026-Q2"], "target: 100", "target: 60", 1),
	}
	ws := workspace(t, after)
	r := diff.Read(workspace(t, before), ws, nil, day(t, "02-14"))
	wantLines(t, r, "key_result eased a/2026-Q1/o/k target", "key_result eased a/2026-Q2/o/k target")
	at := r.Changes[0].Place
	text := string(at.File.Text()[at.Span.Start:at.Span.End])
	is(t, "what stands there", text, "60")
	is(t, "the default cycle", r.Cycle.ID, "2026-Q1")
	is(t, "late in a draft", r.Changes[1].Late, false)
	r = diff.Read(workspace(t, before), ws, ws.Cycle("2026-Q2"), day(t, "02-14"))
	is(t, "the asked cycle", r.Cycle.ID, "2026-Q2")
	wantNumber(t, "its total", r.Total.After, "nil")
	r = diff.Read(workspace(t, before), ws, nil, day(t, "2025-01-01"))
	is(t, "the next cycle where all are to come", r.Cycle.ID, "2026-Q1")
}

func BenchmarkRead(b *testing.B) {
	before, after := organisation(1000), organisation(1000)
	for _, path := range []string{"okrs/2024-Q1/team-00007.yaml", "okrs/2024-Q2/team-00008.yaml"} {
		text := strings.Replace(string(after[path].Data), "target: ", "target: 1", 1)
		after[path] = &fstest.MapFile{Data: []byte(text)}
	}
	was, now := load1(b, before, false), load1(b, after, false)
	b.ResetTimer()
	for b.Loop() {
		if r := diff.Read(was, now, nil, okr.NewDate(2024, 5, 1)); len(r.Changes) < 2 {
			b.Fatal(lines(r))
		}
	}
}
