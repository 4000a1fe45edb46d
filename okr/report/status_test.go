package report_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/report"
	"github.com/okrs-as-code/okrs/okr/score"
	"github.com/okrs-as-code/okrs/okr/status"
)

// weekly is a small workspace in which every signal has something to say.
const weekly = `
-- okr.yaml --
version: 1
organization: Weekly
limits: {objectives: {min: 1, max: 9}, key_results: {min: 1, max: 9}}
teams:
  - {id: till, name: Till}
  - {id: vans, name: Vans}
-- okrs/2025-Q4/till.yaml --
version: 1
team: till
cycle: 2025-Q4
objectives:
  - id: fast
    title: Paying takes no time
    commitment: aspirational
    key_results:
      - {id: seconds, title: Seconds at the till fall, metric: {unit: s, baseline: 90, target: 40, source: till log}, check_ins: [{date: 2025-11-01, value: 80, confidence: 8}]}
-- okrs/2026-Q1/till.yaml --
version: 1
team: till
cycle: 2026-Q1
objectives:
  - id: fast
    title: Paying takes no time
    commitment: aspirational
    key_results:
      - {id: seconds, title: Seconds at the till fall, metric: {unit: s, baseline: 80, target: 40, source: till log}, check_ins: [{date: 2026-02-01, value: 41, confidence: 8}]}
-- okrs/2026-Q2/till.yaml --
version: 1
team: till
cycle: 2026-Q2
objectives:
  - id: fast
    title: Paying takes no time
    commitment: committed
    key_results:
      - id: seconds
        title: Seconds at the till fall
        metric: {unit: s, baseline: 40, target: 30, source: till log}
        check_ins:
          - {date: 2026-05-20, value: 40, confidence: 8}
          - {date: 2026-06-10, value: 39, confidence: 8}
          - {date: 2026-06-18, value: 38}
          - {date: 2026-06-30, value: 35}
      - {id: queue, title: Nobody stands in a queue, metric: {kind: milestone, source: door log}, check_ins: [{date: 2026-05-20, value: false, confidence: 8}]}
      - {id: lost, title: Nobody knows, metric: {unit: s, baseline: 9, target: 4, source: till log}}
-- okrs/2026-Q2/vans.yaml --
version: 1
team: vans
cycle: 2026-Q2
objectives:
  - id: early
    title: Vans are early
    commitment: aspirational
    key_results:
      - {id: minutes, title: Minutes late fall, metric: {unit: min, baseline: 30, target: 5, source: van log}, check_ins: [{date: 2026-05-01, value: 20}, {date: 2026-07-01, value: 12}]}
`

// agreed is a history in which a workspace was published.
type agreed struct{ ws *okr.Workspace }

func (a agreed) Basis(*okr.Cycle) okr.Basis {
	return okr.Basis{By: okr.ByTag, Revision: strings.Repeat("0123456789", 4), On: okr.NewDate(2026, 4, 10)}
}
func (a agreed) Published(team, cycle string) *okr.Document { return a.ws.Document(team, cycle) }
func (a agreed) Versions(string, string) []okr.Version      { return nil }
func (a agreed) Closing(*okr.Cycle) okr.Basis               { return okr.Basis{} }
func (a agreed) Closed(string, string) *okr.Document        { return nil }
func (a agreed) Strays() []okr.Stray                        { return nil }

// week is the report of the second quarter, on a day after its end. Published was a
// key result more, one less, and another target.
func week(t *testing.T) *report.Doc {
	t.Helper()
	ws := loaded(t, weekly)
	then := strings.Replace(weekly, "baseline: 40, target: 30", "baseline: 40, target: 20", 1)
	then = strings.Replace(then, "- {id: lost,", "- {id: gone,", 1)
	past := agreed{loaded(t, then)}
	cycle, at := ws.Cycle("2026-Q2"), day(t, "2026-07-05")
	var options status.Options
	for _, c := range status.Cycles(ws.Cycles, cycle, at) {
		options.Ended = append(options.Ended, status.EndedOf(ws, nil, c, at))
	}
	return report.Status(ws, status.Read(ws, past, score.Alone(ws, past, cycle, at), options), report.StatusOptions{})
}

// inner is the value of a field of fields, by a path of names.
func inner(t *testing.T, data any, path ...string) any {
	t.Helper()
	for _, name := range path {
		switch at := data.(type) {
		case report.Fields:
			data = nil
			for _, f := range at {
				if f.Name == name {
					data = f.Value
				}
			}
		case report.Seq:
			data = nil
			for item := range at {
				data = item
				break
			}
		}
		if data == nil {
			t.Fatalf("there is no %s in %v", name, path)
		}
	}
	return data
}

func TestStatusKeepsTheContract(t *testing.T) {
	data := week(t).Data
	for _, test := range []struct {
		path []string
		want string
	}{
		{nil, "version organization cycle as_of rev state published since decisions changes signals"},
		{[]string{"published"}, "by rev"},
		{[]string{"signals"}, "silent watermelons hockey_sticks zombies calibration integrity"},
		{[]string{"decisions", "0"}, "address team title reasons commitment confidence score pace blocked_by asks"},
		{[]string{"changes", "0"}, "kind address team title date field from to confidence_before confidence score_before score delta check_ins note"},
		{[]string{"signals", "silent", "0"}, "team last days state key_results"},
		{[]string{"signals", "watermelons", "0"}, "address team title confidence score expected first date note"},
		{[]string{"signals", "hockey_sticks", "0"}, "address team title from before after late"},
		{[]string{"signals", "zombies", "0", "cycles", "0"}, "cycle address unit baseline target low high last score landed"},
		{[]string{"signals", "calibration"}, "brier n buckets"},
		{[]string{"signals", "calibration", "buckets", "0"}, "confidence n landed"},
		{[]string{"signals", "integrity"}, "published added vanished cancelled undeclared"},
		{[]string{"signals", "integrity", "undeclared", "0"}, "address fields direction"},
	} {
		fields, is := inner(t, data, test.path...).(report.Fields)
		if !is {
			t.Errorf("%v is no object", test.path)
			continue
		}
		want := strings.Fields(test.want)
		if diff := cmp.Diff(want, named(fields)[:len(want)]); diff != "" {
			t.Errorf("%v does not begin with what the contract names:\n%s", test.path, diff)
		}
	}
}

func TestStatusSaysWhatItFound(t *testing.T) {
	doc := week(t)
	text := strings.Join(strings.Fields(printed(t, doc, "text", 0)), " ")
	for _, want := range []string{
		"state: closing, ended on 2026-06-30",
		"Nobody knows the cycle has ended and it was never measured till/2026-Q2/fast/lost",
		"Vans Minutes late fall 20 → 12",
		"Till 0 2026-06-30 heard of in part till Nobody stands in a queue 41 2026-05-20",
		"Commitment integrity: what became of 4 published key results",
		"Till Nobody knows added after publication", "gone from the file without a word",
		"changed without an amendment: target (eased)",
		"Watermelons: the team is sure, and the number is not on its way Team Key result Conf. Score On Said about it Address",
		"Till Seconds at the till fall 8 0.25 2026-06-10",
		"Till Nobody stands in a queue 8 0.00 2026-05-20",
		"Till Seconds at the till fall 0.10 0.25 60% 2026-06-21",
		"Till Seconds at the till fall 1 of 2 80 (90 → 40) 41 (80 → 40) 35 (40 → 20)",
		"Brier score 0.34, from 2 forecasts of 2 closed cycles",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("nothing says %q", want)
		}
	}
	if t.Failed() {
		t.Log("\n" + printed(t, doc, "text", 0))
	}
	decide, moved, signals := strings.Index(text, "What needs"), strings.Index(text, "What moved"), strings.Index(text, "Signals")
	if decide < 0 || decide > moved || moved > signals {
		t.Error("decisions come first, then what moved, then the signals")
	}
}

// TestStatusOfNothing is for files of which none can be read.
func TestStatusOfNothing(t *testing.T) {
	doc := report.Status(loaded(t, weekly), nil, report.StatusOptions{})
	if text := printed(t, doc, "text", 80); text != "" {
		t.Errorf("nothing says %q", text)
	}
	if got := strings.Join(named(doc.Data.(report.Fields)), " "); got != "version organization findings" {
		t.Errorf("the data of nothing is %s", got)
	}
}

// TestStatusOfAQuietWeek holds that where nothing is asked and nothing moved, that is
// said in a line each.
func TestStatusOfAQuietWeek(t *testing.T) {
	ws := loaded(t, weekly)
	cycle, at := ws.Cycle("2026-Q2"), day(t, "2026-04-05")
	r := status.Read(ws, nil, score.Alone(ws, nil, cycle, at), status.Options{})
	text := printed(t, report.Status(ws, r, report.StatusOptions{}), "text", 0)
	for _, want := range []string{
		"Nothing is asking for a decision.\n", "Nothing was checked in and nothing was changed.\n",
		"Looked for and not found: silence, watermelons, zombies.\n", "commitment integrity (targets may still settle)",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("nothing says %q:\n%s", want, text)
		}
	}
}
