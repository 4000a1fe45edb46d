package score_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/score"
)

// listed is what a reading lists, as "a/2026-Q1/o/x open 0.5".
func listed(r *score.Reading) string {
	var lines []string
	for _, team := range r.Teams {
		for _, o := range team.Objectives {
			for _, k := range o.KeyResults {
				state := string(k.State)
				if k.Vanished {
					state = "vanished"
				}
				number := "null"
				if k.Score != nil {
					number = k.Score.String()
				}
				lines = append(lines, fmt.Sprint(k.Listed.Objective.Address(), " ", k.Definition.ID.V, " ", state, " ", number))
			}
		}
	}
	return strings.Join(lines, "\n")
}

// to is a key result of a target, of which a half is reached by February where the
// target is 2.
func to(id, target string, rest ...string) string {
	return keyResult(id, "unit: EUR, baseline: 0, target: "+target, append([]string{checkIns("02-01 1")}, rest...)...)
}

// TestRenamedThroughVersions holds that what was published is found under names that
// only history remembers.
func TestRenamedThroughVersions(t *testing.T) {
	o := func(keyResults ...string) string { return objective("o", "aspirational", "", keyResults...) }
	for _, v := range []struct {
		id        string
		then, now files
		names     map[string]string
		want      string
	}{
		{
			"over two names, the last `was` left",
			files{"a": objectives(o(to("x", "2")))}, files{"a": objectives(o(to("z", "1", "was: y")))},
			map[string]string{"a/2026-Q1/o/x": "o/y o/z"}, "a/2026-Q1/o z open 0.5",
		}, {
			"no `was` left",
			files{"a": objectives(o(to("x", "2")))}, files{"a": objectives(o(to("y", "1")))},
			map[string]string{"a/2026-Q1/o/x": "o/y"}, "a/2026-Q1/o y open 0.5",
		}, {
			"a name that is not committed yet",
			files{"a": objectives(o(to("x", "2")))}, files{"a": objectives(o(to("z", "1", "was: y")))},
			map[string]string{"a/2026-Q1/o/x": "o/y"}, "a/2026-Q1/o z open 0.5",
		}, {
			"its objective, too",
			files{"a": objectives(o(to("x", "2")))}, files{"a": objectives(objective("q", "aspirational", "", to("y", "1")))},
			map[string]string{"a/2026-Q1/o": "p q", "a/2026-Q1/o/x": "p/x p/y q/y"}, "a/2026-Q1/q y open 0.5",
		}, {
			"to another team",
			files{"a": objectives(o(to("x", "2"), to("k", "2")))}, files{"a": objectives(o(to("k", "2"))), "b": objectives(o(to("y", "1")))},
			map[string]string{"a/2026-Q1/o/x": "b/2026-Q1/o/x b/2026-Q1/o/y"}, "a/2026-Q1/o k open 0.5\nb/2026-Q1/o y open 0.5",
		}, {
			"the latest name is the one",
			files{"a": objectives(o(to("x", "2")))}, files{"a": objectives(o(to("y", "1"), to("z", "1")))},
			map[string]string{"a/2026-Q1/o/x": "o/y o/z"}, "a/2026-Q1/o y added 1\na/2026-Q1/o z open 0.5",
		}, {
			"what `was` says today comes before what history says",
			files{"a": objectives(o(to("x", "2"), to("k", "4")))}, files{"a": objectives(o(to("y", "1", "was: x")))},
			map[string]string{"a/2026-Q1/o/k": "o/y"}, "a/2026-Q1/o y open 0.5\na/2026-Q1/o k vanished 0.25",
		}, {
			"and in the other order of the file",
			files{"a": objectives(o(to("k", "4"), to("x", "2")))}, files{"a": objectives(o(to("y", "1", "was: x")))},
			map[string]string{"a/2026-Q1/o/k": "o/y"}, "a/2026-Q1/o y open 0.5\na/2026-Q1/o k vanished 0.25",
		}, {
			"one that took over a name leaves what has it",
			files{"a": objectives(o(to("x", "2"), to("y", "4")))}, files{"a": objectives(o(to("y", "1", "was: x")))},
			map[string]string{"a/2026-Q1/o/x": "o/y"}, "a/2026-Q1/o y open 0.25\na/2026-Q1/o x vanished 0.5",
		}, {
			"two that became one are paired once",
			files{"a": objectives(o(to("x", "2"), to("y", "4")))}, files{"a": objectives(o(to("z", "1")))},
			map[string]string{"a/2026-Q1/o/x": "o/z", "a/2026-Q1/o/y": "o/z"}, "a/2026-Q1/o z open 0.5\na/2026-Q1/o y vanished 0.25",
		}, {
			"an objective that took over a name leaves what has it",
			files{"a": objectives(objective("n", "committed", "", to("x", "2")), o(to("y", "4")))},
			files{"a": objectives(objective("o", "aspirational", "was: n", to("y", "1")))},
			map[string]string{"a/2026-Q1/n": "o"}, "a/2026-Q1/o y open 0.25\na/2026-Q1/n x vanished 0.5",
		}, {
			"two objectives that became one are paired once",
			files{"a": objectives(objective("n", "aspirational", "", to("x", "2")), o(to("y", "4")))},
			files{"a": objectives(objective("p", "aspirational", "", to("z", "1")))},
			map[string]string{"a/2026-Q1/n": "p", "a/2026-Q1/o": "p"}, "a/2026-Q1/p z added 1\na/2026-Q1/n x vanished 0.5\na/2026-Q1/o y vanished 0.25",
		}, {
			"a name of an objective is none of a key result",
			files{"a": objectives(o(to("x", "2")))}, files{"a": objectives(o(to("y", "1")))},
			map[string]string{"a/2026-Q1/o/x": "o"}, "a/2026-Q1/o y added 1\na/2026-Q1/o x vanished 0.5",
		}, {
			"no more than 16 names",
			files{"a": objectives(o(to("x", "2")))}, files{"a": objectives(o(to("y", "1")))},
			map[string]string{"a/2026-Q1/o/x": strings.Repeat("o/n ", 16) + "o/y"}, "a/2026-Q1/o y added 1\na/2026-Q1/o x vanished 0.5",
		}, {
			"16 names",
			files{"a": objectives(o(to("x", "2")))}, files{"a": objectives(o(to("y", "1")))},
			map[string]string{"a/2026-Q1/o/x": strings.Repeat("o/n ", 15) + "o/y"}, "a/2026-Q1/o y open 0.5",
		}, {
			"a shared one, and who lists it",
			files{"a": objectives(o(to("x", "2", "shared_with: [b]"))), "b": objectives(o("      {ref: a/2026-Q1/o/x},\n"))},
			files{"a": objectives(o(to("z", "1", "shared_with: [b]"))), "b": objectives(objective("q", "aspirational", "", "      {ref: a/2026-Q1/o/z},\n"))},
			map[string]string{"a/2026-Q1/o/x": "o/y o/z", "b/2026-Q1/o": "p q"}, "a/2026-Q1/o z open 0.5\nb/2026-Q1/q z open 0.5",
		}, {
			"a shared one whose listing was dropped",
			files{"a": objectives(o(to("x", "2", "shared_with: [b]"))), "b": objectives(o("      {ref: a/2026-Q1/o/x},\n", to("k", "4")))},
			files{"a": objectives(o(to("z", "1", "shared_with: [b]"))), "b": objectives(o(to("k", "4")))},
			map[string]string{"a/2026-Q1/o/x": "o/z"}, "a/2026-Q1/o z open 0.5\nb/2026-Q1/o k open 0.25\nb/2026-Q1/o z vanished 0.5",
		}, {
			"away to another cycle",
			files{"a": objectives(o(to("x", "2"), to("k", "4")))},
			files{"a": objectives(o(to("k", "4"), to("y", "1"))), "a/2026-Q2": objectives(o(unread("x", "was: a/2026-Q1/o/x")))},
			map[string]string{"a/2026-Q1/o/x": "o/y"}, "a/2026-Q1/o k open 0.25\na/2026-Q1/o y added 1\na/2026-Q1/o x vanished 0.5",
		},
	} {
		t.Run(v.id, func(t *testing.T) {
			then, now := workspace(t, "", v.then), workspace(t, "", v.now, "one-way-share dangling-link")
			r := readWith(t, now, remembered{published: published{okr.ByHistory, then}, last: then, names: v.names}, "03-20")
			is(t, "listed", listed(r), v.want)
		})
	}
}

// TestNamesAreAskedForWhatIsMissing holds that history is not asked for the names of
// what stands where it stood.
func TestNamesAreAskedForWhatIsMissing(t *testing.T) {
	then := workspace(t, "", files{"a": objectives(objective("o", "aspirational", "", to("x", "2"), to("y", "2"), to("z", "2")))})
	now := workspace(t, "", files{"a": objectives(objective("o", "aspirational", "", to("x", "2"), to("y2", "2", "was: y")))})
	past := remembered{published: published{okr.ByHistory, then}, last: then, asked: map[string]bool{}}
	readWith(t, now, past, "03-20")
	is(t, "asked", fmt.Sprint(past.asked), "map[a/2026-Q1/o/z:true]")
}

// TestMovedIntoALateDocument holds that what was published was not added because it
// stands in a document that was.
func TestMovedIntoALateDocument(t *testing.T) {
	then := workspace(t, "", files{
		"a": objectives(objective("o", "aspirational", "", to("x", "2"), to("y", "2"))),
		"b": objectives(objective("p", "aspirational", "", to("k", "2"), to("l", "4"), to("x", "1", "was: a/2026-Q1/o/x"))),
	}, "duplicate-id")
	now := workspace(t, "", files{
		"a": objectives(objective("o", "aspirational", "", to("y", "2"))),
		"b": objectives(objective("p", "aspirational", "", to("k", "2", "was: l"), to("x", "1", "was: a/2026-Q1/o/x"))),
	})
	first := map[string]okr.Date{"b/2026-Q1/p/k": day(t, "02-02")}
	r := readWith(t, now, remembered{published: published{okr.ByHistory, then}, last: then, first: first}, "03-20")
	is(t, "listed", listed(r), "a/2026-Q1/o y open 0.5\nb/2026-Q1/p k added 0.5\nb/2026-Q1/p x open 0.5\nb/2026-Q1/p l vanished 0.25")
}

// TestCycleWithoutDocuments holds that a cycle all of whose documents were deleted is
// counted with what was published.
func TestCycleWithoutDocuments(t *testing.T) {
	then := workspace(t, "", files{
		"a": objectives(objective("o", "aspirational", "", scored("x", "0.4", "shared_with: [b]"))),
		"b": objectives(objective("p", "committed", "", "      {ref: a/2026-Q1/o/x},\n", unread("y"))),
	})
	now := workspace(t, "", files{"a/2026": objectives(one("year", "0.3", ""))})
	cycle, _ := now.Settings.Calendar.Cycle("2026-Q1")
	for _, read := range []func(*okr.Workspace, okr.Past, *okr.Cycle, okr.Date) *score.Reading{score.Cycle, score.Alone} {
		for _, past := range []okr.Past{published{okr.ByTag, then}, remembered{published: published{okr.ByTag, then}, last: then}} {
			r := read(now, past, cycle, day(t, "03-20"))
			is(t, "listed", listed(r), "a/2026-Q1/o x vanished 0.4\nb/2026-Q1/p x vanished 0.4\nb/2026-Q1/p y vanished null")
			is(t, "coverage", r.Coverage, score.Coverage{Measured: 1, Total: 2})
			is(t, "teams without", len(r.Without), 2)
			is(t, "basis", r.Basis.By, okr.ByTag)
		}
	}
	r := score.Cycle(now, published{okr.ByTag, then}, cycle, day(t, "05-20"))
	want(t, "score", r.Score, "0.4")
	want(t, "amended score", r.Amended, "null")
	is(t, "context", len(r.Context), 1)
	is(t, "problems", len(r.Problems), 1)
	is(t, "only b", len(r.Only(now.Team("b")).Teams), 1)
	is(t, "without a past", len(score.Cycle(now, nil, cycle, day(t, "03-20")).Teams), 0)
}
