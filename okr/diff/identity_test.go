package diff_test

import (
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/diff"
)

const euros = "unit: EUR, baseline: 0, target: 100"

func TestRenamed(t *testing.T) {
	before := files{"a": objectives(objective("o", "", keyResult("k", euros, checkIns("02-01 40")), keyResult("l", euros)))}
	t.Run("key result", func(t *testing.T) {
		after := files{"a": objectives(objective("o", "", keyResult("n", "unit: EUR, baseline: 0, target: 60", "was: k", checkIns("02-01 40")), keyResult("l", euros)))}
		r := compare(t, before, after, "02-14")
		wantLines(t, r, "key_result reworded a/2026-Q1/o/n title", "key_result eased a/2026-Q1/o/n target", "key_result moved a/2026-Q1/o/n id")
		wantText(t, "before", r.Changes[2].Before, "k")
		is(t, "message", r.Changes[2].Message, "renamed from k to n")
		wantNumber(t, "definition", &r.Total.Definition, "0.2667")
	})
	t.Run("objective", func(t *testing.T) {
		after := files{"a": objectives(objective("p", "was: o", keyResult("k", euros, checkIns("02-01 40")), keyResult("l", euros)))}
		r := compare(t, before, after, "02-14")
		wantLines(t, r, "objective moved a/2026-Q1/p id", "objective reworded a/2026-Q1/p title")
		if len(r.Attribution) != 0 {
			t.Errorf("%v is attributed to a rename", r.Attribution)
		}
		wantNumber(t, "the total although nothing moved", r.Total.After, "0.4")
	})
	t.Run("taken back", func(t *testing.T) {
		after := files{"a": objectives(objective("p", "was: o", keyResult("k", euros, checkIns("02-01 40")), keyResult("l", euros)))}
		wantLines(t, compare(t, after, before, "02-14"), "objective moved a/2026-Q1/o id", "objective reworded a/2026-Q1/o title")
	})
	t.Run("without was", func(t *testing.T) {
		after := files{"a": objectives(objective("o", "", keyResult("k2", "unit: EUR, baseline: 0.0, target: 100", "title: Waiting for k falls", checkIns("02-01 50")), keyResult("l", euros)))}
		r := compare(t, before, after, "02-14")
		wantLines(t, r, "key_result moved a/2026-Q1/o/k2 id", "check_in checked-in a/2026-Q1/o/k2 check_ins")
		is(t, "message", r.Changes[0].Message, "renamed from k to k2; add `was: k` so that its history follows")
	})
	t.Run("ambiguous", func(t *testing.T) {
		after := files{"a": objectives(objective("o", "", keyResult("k2", euros, "title: Waiting for k falls"), keyResult("k3", euros, "title: Waiting for k falls"), keyResult("l", euros)))}
		wantLines(t, compare(t, before, after, "02-14"),
			"key_result added a/2026-Q1/o/k2", "key_result added a/2026-Q1/o/k3", "key_result dropped a/2026-Q1/o/k")
	})
	t.Run("objective without was", func(t *testing.T) {
		after := files{"a": objectives(objective("p", "title: Customers of o are served at once", keyResult("k", euros, checkIns("02-01 40")), keyResult("l", euros)))}
		wantLines(t, compare(t, before, after, "02-14"), "objective moved a/2026-Q1/p id")
	})
}

func TestMovedAcrossDocuments(t *testing.T) {
	before := files{
		"a": objectives(objective("o", "", keyResult("k", euros, checkIns("02-01 40")), keyResult("l", euros, checkIns("02-01 60")))),
		"b": objectives(objective("x", "", keyResult("y", euros, checkIns("02-01 10")))),
	}
	after := files{
		"a": objectives(objective("o", "", keyResult("l", euros, checkIns("02-01 60")))),
		"b": objectives(objective("x", "", keyResult("y", euros, checkIns("02-01 10")), keyResult("k", euros, "was: a/2026-Q1/o/k", checkIns("02-01 40")))),
	}
	r := compare(t, before, after, "02-14")
	wantLines(t, r, "key_result moved b/2026-Q1/x/k")
	is(t, "message", r.Changes[0].Message, "moved from a/2026-Q1/o/k to b/2026-Q1/x/k")
	is(t, "attributions", len(r.Attribution), 2)
	wantNumber(t, "definition of a", &r.Attribution[0].Definition, "0.1")
	wantNumber(t, "definition of b", &r.Attribution[1].Definition, "0.15")
	wantNumber(t, "progress of b", &r.Attribution[1].Progress, "0")

	// A whole document moved to a team that was founded.
	moved := files{
		"okr.yaml": strings.Replace(register, "id: a, name: A", "id: d, name: D", 1),
		"d":        objectives(objective("o", "was: a/2026-Q1/o", keyResult("k", euros, checkIns("02-01 50")), keyResult("l", euros, checkIns("02-01 60")))),
		"b":        before["b"],
	}
	r = compare(t, before, moved, "02-14")
	wantLines(t, r, "policy policy okr.yaml teams.d", "policy policy okr.yaml teams.a", "document added d/2026-Q1", "objective moved d/2026-Q1/o", "check_in checked-in d/2026-Q1/o/k check_ins", "document moved a/2026-Q1")
	is(t, "attributions", len(r.Attribution), 2)
	for _, a := range r.Attribution {
		switch a.Team.ID.V {
		case "d":
			wantNumber(t, "definition of d", &a.Definition, "0.5")
			wantNumber(t, "progress of d", &a.Progress, "0.05")
		case "a":
			wantNumber(t, "definition of a", &a.Definition, "-0.5")
			wantNumber(t, "after of a", a.After, "nil")
		}
	}
}

func TestFilesAndOrder(t *testing.T) {
	body := objectives(objective("o", "", keyResult("k", euros), keyResult("l", euros)), objective("p", "", keyResult("k", euros)))
	swapped := objectives(objective("p", "", keyResult("k", euros)), objective("o", "", keyResult("l", euros), keyResult("k", euros)))
	wantLines(t, compare(t, files{"a": body}, files{"a": swapped}, "02-14"))
	fs := system(files{"a": body})
	fs["okrs/somewhere/else.yaml"] = fs["okrs/2026-Q1/a.yaml"]
	delete(fs, "okrs/2026-Q1/a.yaml")
	r := diff.Read(workspace(t, files{"a": body}), load1(t, fs, true), nil, day(t, "02-14"))
	wantLines(t, r, "document moved a/2026-Q1 file")
	is(t, "attributions", len(r.Attribution), 0)
}

func TestAddedAndDropped(t *testing.T) {
	before := files{"a": objectives(objective("o", "", keyResult("k", euros, checkIns("02-01 40")), keyResult("l", euros)))}
	after := files{
		"a": objectives(objective("o", "", keyResult("k", euros, checkIns("02-01 40")), keyResult("m", euros, checkIns("02-01 80"))), objective("p", "", keyResult("k", euros))),
		"b": objectives(objective("o", "", keyResult("k", euros), keyResult("l", euros))),
	}
	r := compare(t, before, after, "02-14")
	wantLines(t, r,
		"key_result added a/2026-Q1/o/m", "key_result dropped a/2026-Q1/o/l",
		"objective added a/2026-Q1/p", "key_result added a/2026-Q1/p/k", "document added b/2026-Q1")
	is(t, "message", r.Changes[4].Message, "new document with 1 objective and 2 key results")
	is(t, "place", r.Changes[1].Place.Before, true)
	wantNumber(t, "definition", &r.Attribution[0].Definition, "0.2")
	wantNumber(t, "progress", &r.Attribution[0].Progress, "0")

	r = compare(t, after, before, "02-14")
	wantLines(t, r,
		"key_result added a/2026-Q1/o/l", "key_result dropped a/2026-Q1/o/m",
		"objective dropped a/2026-Q1/p", "key_result dropped a/2026-Q1/p/k", "document dropped b/2026-Q1")
	is(t, "message", r.Changes[4].Message, "the document is gone with 1 objective and 2 key results")
	wantLines(t, compare(t, before, files{}, "02-14"), "document dropped a/2026-Q1")
	wantLines(t, compare(t, files{}, files{}, "02-14"))
}

func TestBrokenSide(t *testing.T) {
	before := files{"a": objectives(objective("o", "", keyResult("k", euros, checkIns("02-01 40")), keyResult("l", euros)))}
	broken := system(files{"a": objectives(objective("o", "", keyResult("k", euros, checkIns("02-01 40")), keyResult("l", "unit: EUR, baseline: 5 apples, target: 100")))})
	ws := load1(t, broken, false)
	wantLines(t, diff.Read(workspace(t, before), ws, nil, day(t, "02-14")))
	wantLines(t, diff.Read(ws, workspace(t, before), nil, day(t, "02-14")))

	unread := system(files{"a": "objectives: [\n"})
	wantLines(t, diff.Read(workspace(t, before), load1(t, unread, false), nil, day(t, "02-14")), "document dropped a/2026-Q1")
}
