package diff_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diff"
	"github.com/okrs-as-code/okrs/okr/load"
)

// told is a history made for a test.
type told struct {
	versions          map[string][]okr.Version // by team/cycle
	basis, closing    okr.Basis
	published, closed map[string]*okr.Document
}

func (h *told) Basis(*okr.Cycle) okr.Basis                 { return h.basis }
func (h *told) Published(team, cycle string) *okr.Document { return h.published[team+"/"+cycle] }
func (h *told) Versions(team, cycle string) []okr.Version  { return h.versions[team+"/"+cycle] }
func (h *told) Closing(*okr.Cycle) okr.Basis               { return h.closing }
func (h *told) Closed(team, cycle string) *okr.Document    { return h.closed[team+"/"+cycle] }
func (h *told) Strays() []okr.Stray                        { return nil }

// commit is what a day did to documents; an empty text removes one, "broken" is one
// that cannot be read at all.
type commit struct {
	day   string
	files files
	name  string // of the files of the commit; the team's name where it is empty
}

// story is a history of 2026-Q1 with its last state as the workspace; each commit has
// the number of its place, from 1, as its revision.
func story(t testing.TB, commits ...commit) (*okr.Workspace, *told) {
	t.Helper()
	single, err := load.NewSingle(system(files{}), load.Options{})
	if err != nil {
		t.Fatal(err)
	}
	h := &told{versions: make(map[string][]okr.Version)}
	last := files{}
	for i, c := range commits {
		for team, text := range c.files {
			name := "okrs/2026-Q1/" + team + c.name + ".yaml"
			v := okr.Version{Revision: fmt.Sprint(i + 1), On: day(t, c.day), Path: name}
			switch text {
			case "broken":
				continue // histories leave such versions out
			case "":
				delete(last, team)
			default:
				last[team] = text
				v.Document = single.Document(name, []byte("version: 1\nteam: "+team+"\ncycle: 2026-Q1\n"+text))
				if v.Document == nil {
					t.Fatalf("commit %d: no document", i+1)
				}
			}
			h.versions[team+"/2026-Q1"] = append(h.versions[team+"/2026-Q1"], v)
		}
	}
	return load1(t, system(last), false), h
}

func logOf(t testing.TB, ws *okr.Workspace, past okr.History, address string) *diff.LogReading {
	t.Helper()
	a, err := okr.ParseAddress(address)
	if err != nil {
		t.Fatal(err)
	}
	r, err := diff.Log(ws, past, a, diff.LogOptions{At: day(t, "2026-03-20")})
	if err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	return r
}

// told of a log, an entry on a line: revision, then the changes.
func entryLines(r *diff.LogReading) []string {
	var list []string
	for _, e := range r.Entries {
		text := e.Revision
		if text == "" {
			text = "uncommitted"
		}
		if e.Published {
			text += " published"
		}
		if e.Closed {
			text += " closed"
		}
		for _, c := range e.Changes {
			text += " | " + string(c.Verdict) + " " + strings.TrimSpace(c.Field+" "+c.Address)
		}
		list = append(list, text)
	}
	return list
}

func wantEntries(t testing.TB, r *diff.LogReading, want ...string) {
	t.Helper()
	if got := entryLines(r); !slices.Equal(got, want) {
		t.Errorf("got:\n  %s\nwant:\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

const down = "unit: ms, baseline: 900, target: 300"

func single(metric string, rest ...string) files {
	return files{"a": objectives(objective("o", "", keyResult("k", metric, rest...), keyResult("other", down)))}
}

func TestLogFollowsAKeyResult(t *testing.T) {
	amended := `amendments: [{date: 2026-02-10, field: target, from: 300, to: 500, reason: The supplier left}]`
	eased := "unit: ms, baseline: 900, target: 500"
	spelled := files{"a": strings.Replace(single(down)["a"], "title: Waiting for k falls", "title: 'Waiting for k falls'  ", 1)}
	ws, h := story(t,
		commit{day: "01-05", files: single(down)},
		commit{day: "01-08", files: spelled},
		commit{day: "01-20", files: single(down, checkIns("01-19 700"))},
		commit{day: "02-10", files: single(eased, checkIns("01-19 700"), amended)},
		commit{day: "02-12", files: files{"a": single(eased, checkIns("01-19 700"), amended)["a"] + "retrospective: We learned\n"}},
	)
	h.basis = okr.Basis{By: okr.ByTag, Revision: "2", On: day(t, "01-10")}
	h.published = map[string]*okr.Document{"a/2026-Q1": h.versions["a/2026-Q1"][1].Document}
	r := logOf(t, ws, h, "a/2026-Q1/o/k")
	wantEntries(t, r,
		"4 | eased target a/2026-Q1/o/k",
		"3 | checked-in check_ins a/2026-Q1/o/k",
		"1 published | added a/2026-Q1/o/k",
	)
	c := r.Entries[0].Changes[0]
	is(t, "declared", c.Declared, true)
	is(t, "late", c.Late, true)
	is(t, "reason", c.Reason, "The supplier left")
	wantNumber(t, "the score after the check-in", r.Entries[1].AmendedScore, "0.3333")
	wantNumber(t, "the score by the amended target", r.Entries[0].AmendedScore, "0.5")
	wantNumber(t, "the score before any reading", r.Entries[2].AmendedScore, "nil")
	wantEntries(t, logOf(t, ws, h, "a/2026-Q1"),
		"5 | reworded retrospective a/2026-Q1",
		"4 | eased target a/2026-Q1/o/k",
		"3 | checked-in check_ins a/2026-Q1/o/k",
		"1 published | added a/2026-Q1",
	)
	wantEntries(t, logOf(t, ws, h, "a/2026-Q1/o/other"), "1 published | added a/2026-Q1/o/other")
}

func TestLogFollowsNames(t *testing.T) {
	named := func(o, k, more string) files {
		text := objective(o, "", keyResult(k, down, "title: Waiting falls", more))
		return files{"a": objectives(strings.Replace(text, ", }", "}", 1))}
	}
	ws, h := story(t,
		commit{day: "01-05", files: named("o", "k", "weight: 1"), name: "-team"},
		commit{day: "01-06", files: named("o", "k2", "was: k"), name: "-team"},
		commit{day: "01-07", files: named("o", "k2", "was: k"), name: "-moved"},
		commit{day: "01-08", files: named("o", "k3", "was: k2"), name: "-moved"},
	)
	want := []string{
		"4 | moved id a/2026-Q1/o/k3",
		"2 | moved id a/2026-Q1/o/k2",
		"1 | added a/2026-Q1/o/k",
	}
	for _, address := range []string{"a/2026-Q1/o/k3", "a/2026-Q1/o/k2", "a/2026-Q1/o/k"} {
		r := logOf(t, ws, h, address)
		is(t, "the address today", r.Address, "a/2026-Q1/o/k3")
		wantEntries(t, r, want...)
	}
	is(t, "the address then", logOf(t, ws, h, "a/2026-Q1/o/k").Entries[1].Address, "a/2026-Q1/o/k2")
	wantEntries(t, logOf(t, ws, h, "a/2026-Q1"),
		"4 | moved id a/2026-Q1/o/k3",
		"3 | moved file a/2026-Q1",
		"2 | moved id a/2026-Q1/o/k2",
		"1 | added a/2026-Q1",
	)
}

func TestLogFollowsMoves(t *testing.T) {
	stays := keyResult("stays", down)
	moved := func(metric string) string {
		return objectives(objective("p", "", keyResult("k", metric, "was: a/2026-Q1/o/k"), stays))
	}
	ws, h := story(t,
		commit{day: "01-05", files: files{"a": objectives(objective("o", "", keyResult("k", down), stays)), "b": objectives(objective("p", "", stays))}},
		commit{day: "01-20", files: files{"a": objectives(objective("o", "", keyResult("k", down, checkIns("01-19 700")), stays))}},
		commit{day: "02-01", files: files{"a": objectives(objective("o", "", stays)), "b": moved("unit: ms, baseline: 900, target: 400")}},
	)
	for _, address := range []string{"b/2026-Q1/p/k", "a/2026-Q1/o/k"} {
		wantEntries(t, logOf(t, ws, h, address),
			"3 | dropped check_ins b/2026-Q1/p/k | eased target b/2026-Q1/p/k | moved b/2026-Q1/p/k",
			"2 | checked-in check_ins a/2026-Q1/o/k",
			"1 | added a/2026-Q1/o/k",
		)
	}
	left := logOf(t, ws, h, "a/2026-Q1/o")
	wantEntries(t, left,
		"3 | moved a/2026-Q1/o/k",
		"2 | checked-in check_ins a/2026-Q1/o/k",
		"1 | added a/2026-Q1/o",
	)
	is(t, "where it went", left.Entries[0].Changes[0].Message, "moved to b/2026-Q1/p/k")
	wantEntries(t, logOf(t, ws, h, "b/2026-Q1"),
		"3 | dropped check_ins b/2026-Q1/p/k | eased target b/2026-Q1/p/k | moved b/2026-Q1/p/k",
		"1 | added b/2026-Q1",
	)
}

// TestLogFindsWhatMovedOn holds that an address leads on over several moves and names.
func TestLogFindsWhatMovedOn(t *testing.T) {
	stays := keyResult("stays", down)
	plain := objectives(objective("o", "", stays))
	in := func(id, was string) string {
		return objectives(objective("o", "", keyResult(id, down, "title: Waiting falls", was), stays))
	}
	ws, h := story(t,
		commit{day: "01-05", files: files{"a": in("k", "weight: 1"), "b": plain, "c": plain}},
		commit{day: "01-06", files: files{"a": in("k1", "was: k")}},
		commit{day: "01-07", files: files{"a": plain, "b": in("k2", "was: a/2026-Q1/o/k1")}},
		commit{day: "01-08", files: files{"b": in("k3", "was: k2")}},
		commit{day: "01-09", files: files{"b": plain}},
		commit{day: "01-10", files: files{"c": in("k4", "was: b/2026-Q1/o/k3")}},
	)
	for _, address := range []string{"a/2026-Q1/o/k", "a/2026-Q1/o/k1", "b/2026-Q1/o/k2", "b/2026-Q1/o/k3", "c/2026-Q1/o/k4"} {
		r := logOf(t, ws, h, address)
		is(t, address+" today", r.Address, "c/2026-Q1/o/k4")
		wantEntries(t, r,
			"6 | moved c/2026-Q1/o/k4", "4 | moved id b/2026-Q1/o/k3", "3 | moved b/2026-Q1/o/k2",
			"2 | moved id a/2026-Q1/o/k1", "1 | added a/2026-Q1/o/k")
	}
}

// TestLogOfAnEarlierDay holds that today's address leads to what the thing was then,
// and to nothing before it came.
func TestLogOfAnEarlierDay(t *testing.T) {
	stays := keyResult("stays", down)
	plain := objectives(objective("o", "", stays))
	ws, h := story(t,
		commit{day: "01-05", files: files{"a": plain, "b": plain}},
		commit{day: "01-10", files: files{"a": objectives(objective("o", "", keyResult("k", down), stays))}},
		commit{day: "02-01", files: files{"a": plain, "b": objectives(objective("o", "", keyResult("k2", down, "title: Waiting for k falls", "was: a/2026-Q1/o/k", "carried_from: a/2025-Q4/o/k"), stays))}},
	)
	a, _ := okr.ParseAddress("b/2026-Q1/o/k2")
	r, err := diff.Log(ws, h, a, diff.LogOptions{At: day(t, "01-20")})
	if err != nil {
		t.Fatal(err)
	}
	is(t, "the address then", r.Address, "a/2026-Q1/o/k")
	is(t, "gone then", r.Gone, false)
	wantEntries(t, r, "2 | added a/2026-Q1/o/k")
	if _, err := diff.Log(ws, h, a, diff.LogOptions{At: day(t, "01-07")}); !errors.Is(err, diff.ErrNotFound) {
		t.Errorf("before it came: %v", err)
	}
	is(t, "what it continues", logOf(t, ws, h, a.String()).Continues, "a/2025-Q4/o/k")
}

func TestLogOfWhatLeft(t *testing.T) {
	other := keyResult("other", down)
	with, without := objectives(objective("o", "", keyResult("k", down), other)), objectives(objective("o", "", other))
	easier := objectives(objective("o", "", keyResult("k", "unit: ms, baseline: 900, target: 600"), other))
	ws, h := story(t, commit{day: "01-05", files: files{"a": with}}, commit{day: "01-20", files: files{"a": without}})
	r := logOf(t, ws, h, "a/2026-Q1/o/k")
	is(t, "gone", r.Gone, true)
	wantEntries(t, r, "2 | dropped a/2026-Q1/o/k", "1 | added a/2026-Q1/o/k")
	is(t, "late", r.Entries[0].Changes[0].Late, true)

	ws, h = story(t, commit{day: "01-05", files: files{"a": with}}, commit{day: "01-20", files: files{"a": without}}, commit{day: "02-01", files: files{"a": easier}})
	r = logOf(t, ws, h, "a/2026-Q1/o/k")
	is(t, "gone", r.Gone, false)
	wantEntries(t, r, "3 | added a/2026-Q1/o/k | eased target a/2026-Q1/o/k", "2 | dropped a/2026-Q1/o/k", "1 | added a/2026-Q1/o/k")

	// The document goes, and comes back as it was.
	ws, h = story(t, commit{day: "01-05", files: files{"a": with}}, commit{day: "01-20", files: files{"a": ""}}, commit{day: "02-01", files: files{"a": with}})
	wantEntries(t, logOf(t, ws, h, "a/2026-Q1/o/k"), "3 | added a/2026-Q1/o/k", "2 | dropped a/2026-Q1", "1 | added a/2026-Q1/o/k")
	wantEntries(t, logOf(t, ws, h, "a/2026-Q1"), "3 | added a/2026-Q1", "2 | dropped a/2026-Q1", "1 | added a/2026-Q1")

	// It goes for good, together with its team.
	ws, h = story(t, commit{day: "01-05", files: files{"a": with}}, commit{day: "01-20", files: files{"a": ""}})
	h.versions["old/2026-Q1"] = h.versions["a/2026-Q1"]
	for _, address := range []string{"a/2026-Q1/o/k", "a/2026-Q1", "old/2026-Q1/o"} {
		is(t, address+" is gone", logOf(t, ws, h, address).Gone, true)
	}
}

func TestLogOfWhatCannotBeRead(t *testing.T) {
	good := single(down)["a"]
	half := strings.Replace(good, "id: k, ", "", 1)
	if half == good {
		t.Fatal("the text is not as this test thinks")
	}
	ws, h := story(t, commit{day: "01-05", files: files{"a": good}}, commit{day: "01-10", files: files{"a": half}}, commit{day: "01-20", files: single(down, checkIns("01-19 700"))})
	wantEntries(t, logOf(t, ws, h, "a/2026-Q1/o/k"), "3 | checked-in check_ins a/2026-Q1/o/k", "1 | added a/2026-Q1/o/k")

	// A file that is too broken on the disk has not left.
	fs := system(files{"a": "objectives: ["})
	ws = load1(t, fs, false)
	a, _ := okr.ParseAddress("a/2026-Q1/o/k")
	for unusable, want := range map[bool]bool{true: false, false: true} {
		r, err := diff.Log(ws, h, a, diff.LogOptions{At: day(t, "03-20"), Unusable: func(string) bool { return unusable }})
		if err != nil || r.Gone != want {
			t.Errorf("unusable %v: gone is %v, %v", unusable, r.Gone, err)
		}
	}
}

func TestLogOfTheWorkingTree(t *testing.T) {
	_, h := story(t, commit{day: "01-05", files: single(down)}, commit{day: "01-20", files: single(down, checkIns("01-19 700"))})
	ws := workspace(t, single("unit: ms, baseline: 900, target: 400", checkIns("01-19 700", "02-02 600")))
	r := logOf(t, ws, h, "a/2026-Q1/o/k")
	wantEntries(t, r, "uncommitted | eased target a/2026-Q1/o/k | checked-in check_ins a/2026-Q1/o/k", "2 | checked-in check_ins a/2026-Q1/o/k", "1 | added a/2026-Q1/o/k")
	is(t, "the path", r.Entries[0].Path, "okrs/2026-Q1/a.yaml")

	// Earlier days know neither later commits nor what is on the disk.
	a, _ := okr.ParseAddress("a/2026-Q1/o/k")
	r, err := diff.Log(ws, h, a, diff.LogOptions{At: day(t, "01-10")})
	if err != nil {
		t.Fatal(err)
	}
	wantEntries(t, r, "1 | added a/2026-Q1/o/k")
	is(t, "later", r.Later, 1)
	is(t, "gone", r.Gone, false)
	is(t, "readings", len(r.Series[0].Values), 0)

	h.versions = nil
	wantEntries(t, logOf(t, ws, h, "a/2026-Q1/o/k"), "uncommitted | added a/2026-Q1/o/k")
}
