package replay_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/okrs-as-code/okrs/examples"
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/replay"
)

var end = okr.NewDate(2026, time.August, 15)

const settings = `version: 1
organization: Test
teams:
  - {id: one, name: One}
  - {id: two, name: Two, parent: one}
limits: {objectives: {min: 1, max: 5}, key_results: {min: 1, max: 5}}
`

const one = `version: 1
team: one
cycle: 2026-Q2
objectives:
  - id: a
    title: Something is better for somebody
    commitment: aspirational
    enables: [two/2026-Q2/b, two/2026-Q2]
    key_results:
      # Eased in May.
      - id: n
        title: Days fall from 9 to 5.0, and 15.0 is another number
        metric: {unit: days, baseline: 9, target: 5.0} # counted daily
        weight: 2
        check_ins:
          - {date: 2026-04-10, value: 9}
          - {date: 2026-05-08, value: 8, note: "on a Friday"}
          - {date: 2026-05-10, value: 7}
        amendments:
          - {date: 2026-05-05, field: target, from: 3, to: 4, reason: first}
          - {date: 2026-05-12, field: target, from: 4, to: 5.0, reason: second}
          - {date: 2026-05-12, field: weight, from: 1, to: 2, reason: counts double}
        outcome: {reason: estimate_wrong, learned: enough}

stopped:
  # Given up.
  - id: s
    title: Something else is better
    commitment: committed
    cancelled: {date: 2026-05-20, reason: nobody needs it}
    key_results:
      - id: m
        title: Days fall from 9 to 1
        metric: {unit: days, baseline: 9, target: 1}
        check_ins:
          - {date: 2026-04-10, value: 9}
retrospective: We learned enough.
`

const two = `version: 1
team: two
cycle: 2026-Q2
objectives:
  - id: b
    title: Something is better for somebody else
    commitment: committed
    supports: [one/2026-Q2/a]
    key_results:
      - id: n
        title: Days fall from 9 to 5
        metric: {unit: days, baseline: 9, target: 5}
`

func workspace(changes ...string) fstest.MapFS {
	replaced := strings.NewReplacer(changes...)
	return fstest.MapFS{
		"okr.yaml":              {Data: []byte(settings)},
		"okrs/2026-Q2/one.yaml": {Data: []byte(replaced.Replace(one))},
		"okrs/2026-Q2/two.yaml": {Data: []byte(replaced.Replace(two))},
		"README.md":             {Data: []byte("# Test\n")},
	}
}

// after is a file after the steps up to a day.
func after(steps []replay.Step, name string, day okr.Date) string {
	content := ""
	for _, step := range steps {
		if okr.DateOf(step.When) <= day {
			if data, changed := step.Files[name]; changed {
				content = string(data)
			}
		}
	}
	return content
}

func told(t *testing.T, fsys fs.FS, script replay.Script) []replay.Step {
	t.Helper()
	steps, err := replay.Steps(fsys, script)
	if err != nil {
		t.Fatal(err)
	}
	return steps
}

func TestMessages(t *testing.T) {
	got := ""
	for _, step := range told(t, workspace(), replay.Script{Until: end}) {
		got += fmt.Sprintf("%s %s", step.When.Format("01-02 15:04"), step.Message)
		for _, tag := range step.Tags {
			got += fmt.Sprintf(" (%s %s)", tag.Name, tag.When.Format("01-02 15:04"))
		}
		got += "\n"
	}
	want := `03-13 09:00 README.md: set up
03-13 09:07 okr.yaml: set up
03-18 09:20 one: plan 2026-Q2
03-30 09:40 two: plan 2026-Q2
04-07 09:20 one: link 2026-Q2
04-10 09:20 one: check in 2026-04-10 (okr/2026-Q2 04-14 17:00)
05-05 09:20 one: amend n
05-08 09:20 one: check in 2026-05-08
05-11 09:20 one: check in 2026-05-10
05-12 09:20 one: amend n
05-20 09:20 one: stop s
07-06 09:20 one: close 2026-Q2 (okr/2026-Q2-closed 07-07 17:00)
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestADocumentGrows(t *testing.T) {
	steps := told(t, workspace(), replay.Script{Until: end, Episodes: []replay.Episode{
		{On: okr.NewDate(2026, time.May, 12), Path: "okrs/2026-Q2/one.yaml", Now: "      # Eased in May.\n"},
		{On: okr.NewDate(2026, time.April, 20), Path: "okrs/2026-Q2/one.yaml", What: "reword a", Now: "Something is better for", Was: "Something gets better for"},
		{On: okr.NewDate(2026, time.April, 22), Path: "okrs/2026-Q2/one.yaml", What: "rename", Moved: "okrs/2026-Q2/first.yaml"},
	}})
	const first, name = "okrs/2026-Q2/first.yaml", "okrs/2026-Q2/one.yaml"
	if got := after(steps, name, okr.NewDate(2026, time.April, 21)); got != "" {
		t.Errorf("the new name is there too early: %s", got)
	}
	want := `version: 1
team: one
cycle: 2026-Q2
objectives:
  - id: a
    title: Something gets better for somebody
    commitment: aspirational
    enables: [two/2026-Q2]
    key_results:
      - id: n
        title: Days fall from 9 to 3, and 15.0 is another number
        metric: {unit: days, baseline: 9, target: 3} # counted daily
        weight: 1

  - id: s
    title: Something else is better
    commitment: committed
    key_results:
      - id: m
        title: Days fall from 9 to 1
        metric: {unit: days, baseline: 9, target: 1}
`
	if diff := cmp.Diff(want, after(steps, first, okr.NewDate(2026, time.March, 20))); diff != "" {
		t.Errorf("as planned: %s", diff)
	}
	if got := after(steps, first, okr.NewDate(2026, time.April, 22)); got != "" {
		t.Errorf("the old name stays: %s", got)
	}
	may := after(steps, name, okr.NewDate(2026, time.May, 8))
	for _, part := range []string{"to 4, and", "target: 4}", "weight: 1", "reason: first}\n", "value: 8", "Something is better", "[two/2026-Q2/b, two/2026-Q2]"} {
		if !strings.Contains(may, part) {
			t.Errorf("in May %q is missing:\n%s", part, may)
		}
	}
	for _, part := range []string{"second", "value: 7", "cancelled", "stopped", "Eased", "outcome", "retrospective"} {
		if strings.Contains(may, part) {
			t.Errorf("in May %q is there:\n%s", part, may)
		}
	}
	if got := after(steps, name, end); got != one {
		t.Errorf("at last: %s", cmp.Diff(one, got))
	}
}

// TestTheLastStepIsTheExample holds that nothing is lost on the way, that the steps
// go forward, and that they are the same each time.
func TestTheLastStepIsTheExample(t *testing.T) {
	steps := told(t, examples.Acme(), replay.Script{Until: end})
	again := told(t, examples.Acme(), replay.Script{Until: end})
	if diff := cmp.Diff(steps, again); diff != "" {
		t.Errorf("a second replay differs: %s", diff)
	}
	files := make(map[string][]byte)
	for i, step := range steps {
		offered := strings.Contains(after(steps[:i+1], "okrs/2026-Q3/makers.yaml", end), "shared_with: [depots]")
		taken := strings.Contains(after(steps[:i+1], "okrs/2026-Q3/depots.yaml", end), "- ref: makers/")
		if offered != taken {
			t.Errorf("%s: offered is %t, taken is %t", step.Message, offered, taken)
		}
		if i > 0 && !step.When.After(steps[i-1].When) {
			t.Errorf("%s: %s is not later than the step before", step.Message, step.When)
		}
		for name, data := range step.Files {
			files[name] = data
		}
		for _, tag := range step.Tags {
			if tag.When.Before(step.When) {
				t.Errorf("%s is older than its commit", tag.Name)
			}
		}
	}
	err := fs.WalkDir(examples.Acme(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(examples.Acme(), name)
		if !bytes.Equal(data, files[name]) {
			t.Errorf("%s is not what it is today", name)
		}
		delete(files, name)
		return err
	})
	if err != nil || len(files) > 0 {
		t.Errorf("%v, and %d files too many", err, len(files))
	}
}

func TestWhatCannotBeToldIsRefused(t *testing.T) {
	may := okr.NewDate(2026, time.May, 1)
	for name, test := range map[string]struct {
		files   fs.FS
		episode replay.Episode
		want    string
	}{
		"no such file":    {workspace(), replay.Episode{On: may, Path: "x.yaml"}, "no file"},
		"no such text":    {workspace(), replay.Episode{On: may, Path: "okr.yaml", Now: "nowhere"}, "0 times"},
		"text twice":      {workspace(), replay.Episode{On: may, Path: "okr.yaml", Now: "name: "}, "2 times"},
		"no such entry":   {workspace(), replay.Episode{On: may, Path: "okr.yaml", Added: []string{"/x"}}, "cannot be taken out"},
		"broken before":   {workspace(), replay.Episode{On: may, Path: "okr.yaml", Now: "{id: one", Was: "{id: {one"}, "problems of form"},
		"broken today":    {workspace("cycle: 2026-Q2", "cycle: 2026-Q2\ncycle: 2026-Q2"), replay.Episode{}, "problems of form"},
		"a list put back": {workspace("field: weight, from: 1", "field: weight, from: [1]"), replay.Episode{}, "no single value"},
	} {
		script := replay.Script{Until: end}
		if test.episode.Path != "" {
			script.Episodes = []replay.Episode{test.episode}
		}
		if _, err := replay.Steps(test.files, script); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestNothingIsToldAfterTheLastDay(t *testing.T) {
	steps := told(t, workspace(), replay.Script{Until: okr.NewDate(2026, time.May, 8), Detailed: end})
	last := steps[len(steps)-1]
	if last.Message != "all teams: check in 2026-05-08" || len(last.Tags) != 0 {
		t.Errorf("%s, %v", last.Message, last.Tags)
	}
}
