package report

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/diff"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/score"
)

func TestDiffHeadline(t *testing.T) {
	many := func(n int, c *diff.Change) []*diff.Change {
		var all []*diff.Change
		for range n {
			all = append(all, c)
		}
		return all
	}
	objective := &diff.Change{Kind: diff.Objective, Verdict: diff.Dropped}
	back := &diff.Change{Kind: diff.KeyResult, Verdict: diff.Added, Field: "cancelled"}
	of := func(verdict diff.Verdict, field string) *diff.Change { return keyResultChange(verdict, field) }
	for want, changes := range map[string][]*diff.Change{
		"Nothing changed in what the OKRs mean":       nil,
		"1 target eased":                              {of(diff.Eased, "target")},
		"3 targets eased, 1 reworded, 2 checked in":   append(append(many(2, of(diff.CheckedIn, "")), of(diff.Reworded, "")), many(3, of(diff.Eased, "target"))...),
		"1 bound eased, 1 commitment hardened":        {of(diff.Hardened, "commitment"), of(diff.Eased, "fail_at")},
		"1 definition eased, 1 key result dropped":    {of(diff.Dropped, ""), of(diff.Eased, "aggregate")},
		"1 key result dropped, 1 objective dropped":   {of(diff.Dropped, ""), objective},
		"2 key results added, 1 link changed":         append(many(2, of(diff.Added, "")), &diff.Change{Kind: diff.Link, Verdict: diff.Realigned}),
		"1 key result taken up again, 1 moved":        {back, of(diff.Moved, "")},
		"1 baseline rewritten, 1 unit changed":        {of(diff.UnitChanged, ""), of(diff.BaselineRewritten, "")},
		"1 weight changed, 1 setting changed":         {of(diff.Reweighted, ""), {Kind: diff.Policy, Verdict: diff.PolicyChanged}},
		"2 key results cancelled, 1 check-in added":   append(many(2, of(diff.Cancelled, "")), &diff.Change{Kind: diff.CheckIn, Verdict: diff.Added}),
		"1 other definition changed, 1 odd something": {of(diff.Neutral, ""), {Kind: "odd", Verdict: "something"}},
		"1 target eased, 1 key result dropped, 1 baseline rewritten, 1 unit changed, 1 key result re-scoped, 4 other changes": {
			of(diff.Eased, "target"), of(diff.Dropped, ""), of(diff.BaselineRewritten, ""), of(diff.UnitChanged, ""), of(diff.Rescoped, ""),
			of(diff.Reweighted, ""), of(diff.Added, ""), of(diff.Reworded, ""), of(diff.CheckedIn, ""),
		},
	} {
		if got := Diff(changed(changes...), DiffOptions{}).Title; got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
	unread := DiffOptions{Findings: []diag.Finding{{Rule: "syntax"}}}
	if got := Diff(changed(), unread).Title; got != "Nothing changed in what could be read" {
		t.Error(got)
	}
}

// TestSplitsAddUp holds that the parts that are shown add up to the difference that is
// shown, and that a part that is nothing is shown as nothing.
func TestSplitsAddUp(t *testing.T) {
	scoring := okr.DefaultSettings().Scoring
	random := rand.New(rand.NewPCG(1, 2))
	off := 0
	const rounds = 20_000
	for range rounds {
		before, definition, progress := metric.Ratio(random.Int64N(4000), 4000), metric.Int(0), metric.Int(0)
		if random.IntN(4) > 0 {
			definition = metric.Ratio(random.Int64N(2000)-1000, 3999)
		}
		if random.IntN(4) > 0 {
			progress = metric.Ratio(random.Int64N(2000)-1000, 4001)
		}
		after := before.Add(definition).Add(progress)
		b, a, d, p := splitTexts(diff.Split{Before: &before, After: &after, Definition: definition, Progress: progress}, scoring)
		number := func(text string) metric.Number {
			n, err := metric.ParseNumber(strings.NewReplacer("−", "-", "+", "").Replace(text))
			if err != nil {
				t.Fatalf("%q: %v", text, err)
			}
			return n
		}
		if definition.IsZero() != (d == "0.00") || progress.IsZero() != (p == "0.00") {
			t.Fatalf("%s and %s are shown as %s and %s", definition, progress, d, p)
		}
		for exact, shown := range map[metric.Number]string{definition: d, progress: p} {
			if exact.Sub(number(shown)).Abs().Cmp(metric.Ratio(2, 100)) > 0 {
				t.Fatalf("%s is shown as %s", exact, shown)
			}
		}
		if !number(a).Sub(number(b)).Equal(number(d).Add(number(p))) {
			off++
		}
	}
	if off > rounds/100 { // near the edge of a band a score is not rounded to the nearest
		t.Errorf("%d of %d do not add up", off, rounds)
	}
}

// TestSplitsAreRoundedPlainly holds that a part is shown as it is rounded wherever that
// adds up, and that else the one gives way that is rounded furthest.
func TestSplitsAreRoundedPlainly(t *testing.T) {
	for _, v := range []struct {
		before, definition, progress metric.Number
		want                         string
	}{
		{metric.Ratio(2, 5), metric.Ratio(4, 15), metric.Ratio(1, 30), "0.40 0.70 +0.27 +0.03"},
		{metric.Ratio(2, 5), metric.Ratio(4, 15), metric.Ratio(0, 1), "0.40 0.67 +0.27 0.00"},
		{metric.Ratio(2, 5), metric.Ratio(4, 15), metric.Ratio(264, 10000), "0.40 0.69 +0.27 +0.02"},
		{metric.Ratio(2, 5), metric.Ratio(4, 15), metric.Ratio(8, 300), "0.40 0.69 +0.27 +0.02"},
	} {
		after := v.before.Add(v.definition).Add(v.progress)
		b, a, d, p := splitTexts(diff.Split{Before: &v.before, After: &after, Definition: v.definition, Progress: v.progress}, okr.DefaultSettings().Scoring)
		if got := b + " " + a + " " + d + " " + p; got != v.want {
			t.Errorf("%s, not %s", got, v.want)
		}
	}
}

func TestWhichMoved(t *testing.T) {
	for want, parts := range map[string][2]int64{
		"The score stays where it was.":            {0, 0},
		"The goalpost moved, the metric did not.":  {-1, 0},
		"The metric moved, the goalpost did not.":  {0, 1},
		"The goalpost moved more than the metric.": {2, -1},
		"The metric moved more than the goalpost.": {1, -2},
		"Goalpost and metric moved alike.":         {1, 1},
	} {
		if got := whichMoved(diff.Split{Definition: metric.Int(parts[0]), Progress: metric.Int(parts[1])}); got != want {
			t.Errorf("%v: %q, not %q", parts, got, want)
		}
	}
}

func TestScoreSentence(t *testing.T) {
	cycle := &okr.Cycle{ID: "2026-Q3"}
	half := metric.Ratio(1, 2)
	team := func(name string) diff.Attribution {
		return diff.Attribution{Team: &okr.Team{ID: okr.Text{V: name}}, Cycle: cycle}
	}
	for want, r := range map[string]*diff.Reading{
		"a 2026-Q3: no score yet, neither before nor after.": {Cycle: cycle, Attribution: []diff.Attribution{team("a")}},
		"a, b in 2026-Q3: – → 0.50 = definition +0.50, progress 0.00. The goalpost moved, the metric did not.": {
			Cycle: cycle, Attribution: []diff.Attribution{team("a"), {Team: &okr.Team{}, Cycle: &okr.Cycle{ID: "2026"}}, team("b")},
			Total: diff.Split{After: &half, Definition: half},
		},
		"4 teams in 2026-Q3: no score yet, neither before nor after.": {Cycle: cycle, Attribution: []diff.Attribution{team("a"), team("b"), team("c"), team("d")}},
		"2026-Q3: no score yet, neither before nor after.":            {Cycle: cycle},
		"": {},
	} {
		r.Before = &okr.Workspace{Settings: okr.DefaultSettings()}
		if got := scoreText(r); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
	if score.Shown(nil, okr.Scoring{}) != "–" {
		t.Error("an absent score is not shown as this test expects")
	}
}

// scoreText is what is said of scores above everything else, a line for each cycle.
func scoreText(r *diff.Reading) string {
	var doc Doc
	v := &diffView{Reading: r, edits: editsOf(r)}
	v.definitions = v.edits
	v.scoreLines(&doc)
	var lines []string
	for _, b := range doc.Blocks {
		line := ""
		for _, s := range b.(Paragraph).Spans {
			line += s.Text
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// TestEachCycleHasItsOwnSentence holds that what is said of one cycle is said of no
// other.
func TestEachCycleHasItsOwnSentence(t *testing.T) {
	part := func(n int64) metric.Number { return metric.Ratio(n, 100) }
	of := func(id string, start okr.Date, before, definition, progress int64) diff.CycleSplit {
		b, a := part(before), part(before+definition+progress)
		return diff.CycleSplit{Cycle: &okr.Cycle{ID: id, Start: start}, Split: diff.Split{Before: &b, After: &a, Definition: part(definition), Progress: part(progress)}}
	}
	quarter := of("2026-Q3", 30, 40, 0, 1)
	r := changed()
	r.Cycle, r.Total = quarter.Cycle, quarter.Split
	r.Others = []diff.CycleSplit{of("2026", 1, 40, 40, 0)}
	want := "2026-Q3: 0.40 → 0.41 = definition 0.00, progress +0.01. The metric moved, the goalpost did not.\n" +
		"2026: 0.40 → 0.80 = definition +0.40, progress 0.00. The goalpost moved, the metric did not."
	if got := scoreText(r); got != want {
		t.Error(got)
	}
	r.More = 2
	if got := scoreText(r); got != want+"\nand the scores of 2 more cycles" {
		t.Error(got)
	}
}

// TestNothingIsSaidToStandThatMoved holds the sentence where parts of a cycle moved and
// its mean did not.
func TestNothingIsSaidToStandThatMoved(t *testing.T) {
	cycle := &okr.Cycle{ID: "2026-Q3"}
	half, tenth := metric.Ratio(1, 2), metric.Ratio(1, 10)
	total := diff.Split{Before: &half, After: &half, Progress: tenth}
	eased := keyResultChange(diff.Eased, "target")
	eased.Cycle = cycle
	r := changed(eased)
	r.Cycle, r.Total = cycle, total
	if got := scoreText(r); !strings.HasSuffix(got, "The readings moved the score, the changes of definitions did not.") {
		t.Error(got)
	}
	r = changed()
	r.Cycle, r.Total = cycle, diff.Split{Before: &half, After: &half, Definition: tenth}
	r.Attribution = []diff.Attribution{{Team: &okr.Team{}, Cycle: cycle, KeyResults: []diff.KeyResultSplit{{Split: diff.Split{Progress: tenth}}}}}
	if got := scoreText(r); !strings.HasSuffix(got, "The definitions moved the score, the new readings did not.") {
		t.Error(got)
	}
	r.Total = diff.Split{Before: &half, After: &half}
	if got := scoreText(r); !strings.HasSuffix(got, "What moved cancels out.") {
		t.Error(got)
	}
}

// TestTableOfSplits holds that there is one wherever a team's score moved.
func TestTableOfSplits(t *testing.T) {
	half := metric.Ratio(1, 2)
	for want, list := range map[int][]diff.Attribution{
		0: {{Team: &okr.Team{}, Cycle: &okr.Cycle{}, Split: diff.Split{Before: &half, After: &half}}},
		1: {{Team: &okr.Team{}, Cycle: &okr.Cycle{}, Split: diff.Split{Before: &half, After: &half, Definition: half}}},
		3: {{Team: &okr.Team{}, Cycle: &okr.Cycle{}, KeyResults: make([]diff.KeyResultSplit, 1)}, {Team: &okr.Team{}, Cycle: &okr.Cycle{}}},
	} {
		r := changed()
		r.Attribution = list
		v := &diffView{Reading: r}
		lines := v.splitLines()
		if len(lines) != want {
			t.Errorf("%d rows, not %d", len(lines), want)
		}
		if want == 3 { // what goes on within a team begins with it
			rows := 0
			for range v.splitTable(lines[1:]).Rows {
				rows++
			}
			if rows != 3 {
				t.Errorf("%d rows of what goes on", rows)
			}
		}
	}
}
