package diff_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diff"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/score"
)

// organisations is how many pairs are drawn where arithmetic is tested, and few where
// the question is simple.
const organisations, few = 2000, 200

// each draws pairs of states and the day at which they are compared.
func each(t *testing.T, count uint64, do func(t *testing.T, before, after sketch, at okr.Date)) {
	start := day(t, "2026-01-01")
	for seed := range count {
		a := newArtist(seed)
		before := a.sketch()
		after := a.edit(before)
		at := start + okr.Date(a.IntN(220))
		do(t, before, after, at)
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

func TestNothingDiffersFromItself(t *testing.T) {
	each(t, few, func(t *testing.T, before, after sketch, at okr.Date) {
		if r := diff.Read(after.workspace(), after.workspace(), nil, at); len(r.Changes) > 0 || len(r.Attribution) > 0 || len(r.Blast.Reaches) > 0 || r.Cycle != nil {
			t.Errorf("changes: %v", lines(r))
		}
	})
}

// TestSplitsAreExact also holds both ends and the definition's part against scores of
// whole workspaces: the third has the later definitions with the earlier readings.
func TestSplitsAreExact(t *testing.T) {
	moved, definitions, progress := 0, 0, 0
	each(t, organisations, func(t *testing.T, before, after sketch, at okr.Date) {
		b, a := before.workspace(), after.workspace()
		h := between(before, after).workspace()
		r := diff.Read(b, a, nil, at)
		exact := func(what string, s diff.Split) {
			if !s.Definition.Add(s.Progress).Equal(value(s.After).Sub(value(s.Before))) {
				t.Errorf("%s: %s + %s is not %s − %s", what, s.Definition, s.Progress, value(s.After), value(s.Before))
			}
		}
		exact("total", r.Total)
		attributed := map[string]bool{}
		for _, x := range r.Attribution {
			key := x.Team.ID.V + "/" + x.Cycle.ID
			attributed[key] = true
			exact(key, x.Split)
			if s := scoreOf(b, x.Team.ID.V, x.Cycle.ID, at); !same(s, x.Before) {
				t.Errorf("%s was %v and not %v", key, s, x.Before)
			}
			if s := scoreOf(a, x.Team.ID.V, x.Cycle.ID, at); !same(s, x.After) {
				t.Errorf("%s is %v and not %v", key, s, x.After)
			}
			if s := scoreOf(h, x.Team.ID.V, x.Cycle.ID, at); !value(s).Sub(value(x.Before)).Equal(x.Definition) {
				t.Errorf("%s: the definitions alone make %v of %v, and not %s more", key, s, x.Before, x.Definition)
			}
			for _, k := range x.KeyResults {
				exact(k.Address, k.Split)
			}
			moved++
			definitions += btoi(!x.Definition.IsZero())
			progress += btoi(!x.Progress.IsZero())
		}
		for _, team := range []string{"a", "b", "c"} {
			for _, cycle := range []string{"2026-Q1", "2026-Q2"} {
				if !attributed[team+"/"+cycle] && !same(scoreOf(b, team, cycle, at), scoreOf(a, team, cycle, at)) {
					t.Errorf("the score of %s/%s moved, and no attribution says so: %v", team, cycle, lines(r))
				}
			}
		}
	})
	if moved < organisations || definitions < organisations/4 || progress < organisations/20 {
		t.Errorf("only %d attributions, %d with definition and %d with progress: the drawings show too little", moved, definitions, progress)
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func value(n *metric.Number) metric.Number {
	if n == nil {
		return metric.Number{}
	}
	return *n
}

func same(a, b *metric.Number) bool {
	return (a == nil) == (b == nil) && value(a).Equal(value(b))
}

func scoreOf(ws *okr.Workspace, team, cycle string, at okr.Date) *metric.Number {
	for _, t := range score.Alone(ws, nil, ws.Cycle(cycle), at).Teams {
		if t.Team.ID.V == team {
			return t.Amended
		}
	}
	return nil
}

// TestTheWayBack compares in both directions: what was eased is hardened on the way
// back, and what was added is dropped.
func TestTheWayBack(t *testing.T) {
	seen := map[diff.Verdict]int{}
	each(t, organisations, func(t *testing.T, before, after sketch, at okr.Date) {
		there := diff.Read(before.workspace(), after.workspace(), nil, at)
		back := diff.Read(after.workspace(), before.workspace(), nil, at)
		var want, got []string
		for _, c := range there.Changes {
			seen[c.Verdict]++
			want = append(want, fmt.Sprint(c.Kind, " ", c.Field, " ", mirrored(c)))
		}
		for _, c := range back.Changes {
			got = append(got, fmt.Sprint(c.Kind, " ", c.Field, " ", plainly(c)))
		}
		slices.Sort(want)
		slices.Sort(got)
		if !slices.Equal(want, got) {
			t.Errorf("there:\n  %s\nback:\n  %s", strings.Join(lines(there), "\n  "), strings.Join(lines(back), "\n  "))
		}
	})
	for _, v := range []diff.Verdict{
		diff.Eased, diff.Hardened, diff.Neutral, diff.Rescoped, diff.Dropped, diff.Added, diff.Reworded, diff.CheckedIn,
		diff.BaselineRewritten, diff.UnitChanged, diff.Reweighted, diff.Realigned, diff.Moved, diff.Cancelled, diff.PolicyChanged,
	} {
		if seen[v] == 0 {
			t.Errorf("no drawing shows %s", v)
		}
	}
}

// plainly is the verdict where the ways there and back are told apart.
func plainly(c *diff.Change) diff.Verdict {
	switch {
	case c.Field == "source":
		return diff.Rescoped // named for the first time it is neutral
	case c.Field == "cancelled" && (c.Verdict == diff.Cancelled || c.Verdict == diff.Added):
		return diff.Cancelled
	}
	return c.Verdict
}

func mirrored(c *diff.Change) diff.Verdict {
	pairs := map[diff.Verdict]diff.Verdict{diff.Eased: diff.Hardened, diff.Hardened: diff.Eased, diff.Added: diff.Dropped, diff.Dropped: diff.Added}
	if c.Kind == diff.CheckIn {
		switch {
		case c.Verdict == diff.Dropped:
			return diff.CheckedIn
		case c.Verdict == diff.CheckedIn && c.Before == nil:
			return diff.Dropped
		}
		return c.Verdict
	}
	v := plainly(c)
	if other, ok := pairs[v]; ok {
		return other
	}
	return v
}

func TestInputsAreOnlyRead(t *testing.T) {
	each(t, few, func(t *testing.T, before, after sketch, at okr.Date) {
		b, a := before.workspace(), after.workspace()
		was, now := dump(b), dump(a)
		diff.Read(b, a, nil, at)
		if dump(b) != was || dump(a) != now {
			t.Error("a workspace has changed")
		}
	})
}

// dump is everything that a workspace holds, with the addresses in memory of what it
// points to.
func dump(ws *okr.Workspace) string {
	var out strings.Builder
	fmt.Fprintf(&out, "%+v\n", *ws)
	for _, d := range ws.Documents {
		fmt.Fprintf(&out, "%+v\n", *d)
		for o := range d.Every() {
			fmt.Fprintf(&out, "%+v\n%+v\n", *o, *o.Background)
			for _, k := range o.KeyResults {
				fmt.Fprintf(&out, "%+v\n%+v\n", *k, *k.Body)
				for _, c := range k.CheckIns {
					fmt.Fprintf(&out, "%+v\n", c)
				}
			}
		}
	}
	return out.String()
}

// TestTheOrderOfFilesMakesNoDifference reverses the order in which the key results,
// the objectives and the documents are given.
func TestTheOrderOfFilesMakesNoDifference(t *testing.T) {
	each(t, few, func(t *testing.T, before, after sketch, at okr.Date) {
		turned := after.copy()
		for i := range turned.documents {
			slices.Reverse(turned.documents[i].objectives)
			for j := range turned.documents[i].objectives {
				slices.Reverse(turned.documents[i].objectives[j].results)
			}
		}
		if r := diff.Read(after.workspace(), turned.workspace(), nil, at); len(r.Changes) > 0 {
			t.Errorf("changes: %v", lines(r))
		}
		straight, other := diff.Read(before.workspace(), after.workspace(), nil, at), diff.Read(before.workspace(), turned.workspace(), nil, at)
		if a, b := slices.Sorted(slices.Values(lines(straight))), slices.Sorted(slices.Values(lines(other))); !slices.Equal(a, b) {
			t.Errorf("%v and %v", a, b)
		}
		if !straight.Total.Definition.Equal(other.Total.Definition) {
			t.Errorf("the total is %s and %s", straight.Total.Definition, other.Total.Definition)
		}
	})
}

func TestReadingIsTheSameEachTime(t *testing.T) {
	each(t, few, func(t *testing.T, before, after sketch, at okr.Date) {
		b, a := before.workspace(), after.workspace()
		say := func() string {
			r := diff.Read(b, a, nil, at)
			text := strings.Join(lines(r), "\n")
			for _, x := range r.Attribution {
				text += fmt.Sprint("\n", x.Team.ID.V, x.Cycle.ID, x.Definition, x.Progress, len(x.KeyResults))
			}
			for _, x := range r.Blast.Reaches {
				text += fmt.Sprint("\n", x.By, x.How, x.Changed)
			}
			return text
		}
		all := map[string]bool{}
		for range 3 {
			all[say()] = true
		}
		if len(all) > 1 {
			t.Errorf("%v", slices.Collect(maps.Keys(all)))
		}
	})
}
