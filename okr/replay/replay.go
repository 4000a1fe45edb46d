// Package replay tells how the files of a workspace came to be: which of them were
// there on which day, with what in them, and what a commit of that day would say.
//
// Most of it stands in the files. A check-in, an amendment and a cancellation carry
// the day on which somebody wrote them; a cycle says when its documents are planned,
// published and closed. A file as of an earlier day is therefore the file of today
// without what is dated later, taken out by edits that leave every other byte alone,
// with amended values put back. What the dates do not tell, such as a rewording, is
// an Episode. Everything follows from the files and the script: there is no clock.
package replay

import (
	"bytes"
	"fmt"
	"io/fs"
	"runtime"
	"slices"
	"sync"
	"time"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/load"
)

// Script is what a replay needs to know beside the files.
type Script struct {
	// Until is the last day that is told; what is dated later is left out.
	Until okr.Date
	// Detailed is the first day from which each team has commits of its own; before
	// it the teams share one commit a day. The zero Date details everything.
	Detailed okr.Date
	// Episodes are what the dates in the files do not tell, in any order.
	Episodes []Episode
}

// Episode is a change that happened to a file on a day. The days before know the
// file without it: each of Now, Added and Moved is undone, as far as it is given.
type Episode struct {
	On   okr.Date
	Path string // the name of the file today
	What string // the change in a few words, for the message; empty: it goes along with others of that day
	Now  string // a stretch of text that stands once in the file since then
	Was  string // what stood in its place before
	// Added are entries that came, as JSON pointers into the file of that day; an
	// episode of the same day that stands later in the script is undone first.
	Added []string
	Moved string // the former name of the file
}

// Step is a commit: what changed on a day, and why.
type Step struct {
	When    time.Time // in UTC, later than the step before
	Message string
	Files   map[string][]byte // the new contents by name; nil where the file went
	Tags    []Tag             // that the commit gets in the end
}

// Tag marks the state that a step left behind.
type Tag struct {
	Name    string // as okr/2026-Q3, or okr/2026-Q2-closed
	Message string
	When    time.Time
}

// Steps replays a workspace, oldest step first. After the last one the files are
// those of the file system, byte by byte, if nothing in them is of later than Until:
// no date, and no outcome or retrospective of a cycle that closes after it.
// Files that are no documents are there from the first step on. It fails where the
// workspace cannot be read, and where an earlier state cannot be made with
// certainty, as when an episode does not fit its file.
func Steps(fsys fs.FS, script Script) ([]Step, error) {
	result, err := load.Workspace(fsys, load.Options{})
	if err != nil {
		return nil, err
	}
	t, err := newTeller(fsys, result.Workspace, script)
	if err != nil {
		return nil, err
	}
	var steps []Step
	days := t.days()
	if err := t.draw(days); err != nil {
		return nil, err
	}
	for at, day := range days {
		step := t.step(at, day)
		if len(step.Files) == 0 {
			continue
		}
		if n := len(steps); n > 0 && !step.When.After(steps[n-1].When) {
			step.When = steps[n-1].When.Add(7 * time.Minute)
		}
		steps = append(steps, step)
	}
	t.tag(steps)
	return steps, nil
}

// teller goes through the days, and knows what was written so far.
type teller struct {
	workspace *okr.Workspace
	script    Script
	papers    []*paper
	files     map[string][]byte // as they are now
}

func newTeller(fsys fs.FS, ws *okr.Workspace, script Script) (*teller, error) {
	t := &teller{workspace: ws, script: script, files: make(map[string][]byte)}
	documents := make(map[string]*okr.Document)
	for _, d := range ws.Documents {
		documents[d.File.Name] = d
	}
	err := fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		p, err := newPaper(name, data, documents[name], script.Episodes)
		t.papers = append(t.papers, p)
		return err
	})
	for _, episode := range script.Episodes {
		if err == nil && !slices.ContainsFunc(t.papers, func(p *paper) bool { return p.name == episode.Path }) {
			err = fmt.Errorf("an episode of %s is about %s, which is no file", episode.On, episode.Path)
		}
	}
	return t, err
}

// days are the events by the commit that they share, in the order of the commits.
func (t *teller) days() [][]event {
	events := t.events()
	var days [][]event
	for i, e := range events {
		if i == 0 || e.day != events[i-1].day || e.label != events[i-1].label {
			days = append(days, nil)
		}
		days[len(days)-1] = append(days[len(days)-1], e)
	}
	return days
}

// draw works out what each paper was like at each commit that it has a part in. The
// papers do not depend on each other's text, so they are drawn side by side.
func (t *teller) draw(days [][]event) error {
	begun := make(map[string]int)
	for at, day := range days {
		for _, e := range day {
			if d := e.paper.document; d != nil {
				if _, there := begun[d.Address()]; !there {
					begun[d.Address()] = at
				}
			}
		}
	}
	failures := make([]error, len(t.papers))
	var drawing sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		drawing.Go(func() {
			for i := range next {
				failures[i] = t.papers[i].draw(days, begun)
			}
		})
	}
	for i := range t.papers {
		next <- i
	}
	close(next)
	drawing.Wait()
	for _, failure := range failures {
		if failure != nil {
			return failure
		}
	}
	return nil
}

// step is a commit with what it changes.
func (t *teller) step(at int, events []event) Step {
	step := Step{When: moment(events[0].day, 9, events[0].turn), Message: message(events), Files: make(map[string][]byte)}
	for _, e := range events {
		now := e.paper.drawn[at]
		for _, old := range e.paper.names {
			if _, there := t.files[old]; there && old != now.name {
				delete(t.files, old)
				step.Files[old] = nil
			}
		}
		if before, there := t.files[now.name]; !there || !bytes.Equal(before, now.data) {
			t.files[now.name], step.Files[now.name] = now.data, now.data
		}
	}
	return step
}

// moment is a time of a day in UTC; each turn comes twenty minutes later.
func moment(day okr.Date, hour, turn int) time.Time {
	return time.Date(day.Year(), day.Month(), dayOfMonth(day), hour, 20*turn, 0, 0, time.UTC)
}

func dayOfMonth(day okr.Date) int {
	return int(day-okr.NewDate(day.Year(), day.Month(), 1)) + 1
}
