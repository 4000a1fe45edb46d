package diff_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diff"
	"github.com/okrs-as-code/okrs/okr/load"
)

// TestLogOfATeam merges the documents of two cycles, the older of which is gone.
func TestLogOfATeam(t *testing.T) {
	then, now := single(down), single(down, checkIns("01-19 700"))
	ws, h := story(t,
		commit{day: "01-05", files: then},
		commit{day: "01-20", files: now},
		commit{day: "02-01", files: single(down, checkIns("01-19 700", "01-30 600"))},
	)
	reader, err := load.NewSingle(system(files{}), load.Options{})
	if err != nil {
		t.Fatal(err)
	}
	const name = "okrs/2025-Q4/a.yaml"
	older := func(revision, date, text string) {
		v := okr.Version{Revision: revision, On: day(t, date), Path: name}
		if text != "" {
			v.Document = reader.Document(name, []byte("version: 1\nteam: a\ncycle: 2025-Q4\n"+text))
		}
		h.versions["a/2025-Q4"] = append(h.versions["a/2025-Q4"], v)
	}
	older("0", "01-03", then["a"])
	older("2", "01-20", then["a"]+"retrospective: We learned\n") // with the commit of the other
	older("2b", "01-20", strings.Replace(then["a"], "Waiting for k", "Waiting for all", 1)+"retrospective: We learned\n")
	older("4", "02-10", "")
	cycle, ok := ws.Settings.Calendar.Cycle("2025-Q4")
	if !ok {
		t.Fatal("2025-Q4 is no cycle")
	}
	options := diff.LogOptions{At: day(t, "03-20")}
	r, err := diff.LogTeam(ws, h, "a", append([]*okr.Cycle{cycle, cycle}, ws.Cycles...), options)
	if err != nil {
		t.Fatal(err)
	}
	is(t, "address", r.Address, "a")
	is(t, "gone", r.Gone, false)
	wantEntries(t, r,
		"4 | dropped a/2025-Q4",
		"3 | checked-in check_ins a/2026-Q1/o/k",
		"2 | checked-in check_ins a/2026-Q1/o/k",
		"2b | reworded title a/2025-Q4/o/k",
		"2 | reworded retrospective a/2025-Q4",
		"1 | added a/2026-Q1",
		"0 | added a/2025-Q4",
	)
	is(t, "address of an entry", r.Entries[0].Address, "a/2025-Q4")
	is(t, "readings", len(r.Series), 4)

	options.At = day(t, "01-10")
	if r, err = diff.LogTeam(ws, h, "a", append(ws.Cycles, cycle), options); err != nil {
		t.Fatal(err)
	}
	wantEntries(t, r, "1 | added a/2026-Q1", "0 | added a/2025-Q4")
	is(t, "later versions", r.Later, 5)

	for _, team := range []string{"b", "nobody"} {
		if _, err := diff.LogTeam(ws, h, team, append(ws.Cycles, cycle), options); !errors.Is(err, diff.ErrNotFound) {
			t.Errorf("%s: %v", team, err)
		}
	}
	if r, err = diff.LogTeam(ws, nil, "a", ws.Cycles, options); err != nil || len(r.Entries) != 0 || len(r.Series) != 2 {
		t.Errorf("without a history: %v, %v", r, err)
	}
}
