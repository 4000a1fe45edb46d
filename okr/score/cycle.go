package score

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// Cycle reads a cycle at a date, for all teams; see [Reading.Only] for some of
// them. A nil past means that there is no history: then the amendments in the
// files lead back to what was published.
func Cycle(ws *okr.Workspace, past okr.Past, cycle *okr.Cycle, at okr.Date) *Reading {
	workers := runtime.GOMAXPROCS(0)
	r := read(ws, past, cycle, at, workers)
	r.Context = contextOf(ws, past, cycle, at)
	var history []Means
	for _, c := range PastCycles(ws.Cycles, cycle, at) {
		if known(ws, c) {
			history = append(history, read(ws, past, c, at, workers).Means())
		}
	}
	r.Calibrate(history)
	return r
}

// Alone is [Cycle] without what other cycles add to it, no context and no
// calibration, and without the scores of the cycle as a whole: the exact mean of
// thousands of fractions takes as long as the fractions, and who asks for teams and
// key results has no use for it.
func Alone(ws *okr.Workspace, past okr.Past, cycle *okr.Cycle, at okr.Date) *Reading {
	r := scored(ws, past, cycle, at, runtime.GOMAXPROCS(0))
	r.count(r.once())
	return r
}

// known reports whether a document of the cycle was read as more than an outline.
func known(ws *okr.Workspace, cycle *okr.Cycle) bool {
	return slices.ContainsFunc(ws.Documents, func(d *okr.Document) bool { return d.Cycle == cycle && !d.Outline })
}

// read is Cycle without what other cycles add to it.
func read(ws *okr.Workspace, past okr.Past, cycle *okr.Cycle, at okr.Date, workers int) *Reading {
	r := scored(ws, past, cycle, at, workers)
	r.total()
	return r
}

// scored is read without the figures of the cycle.
func scored(ws *okr.Workspace, past okr.Past, cycle *okr.Cycle, at okr.Date, workers int) *Reading {
	s := newScorer(ws, past, cycle, at)
	r := &Reading{Cycle: cycle, AsOf: at, State: s.state, Basis: s.published.basis, scoring: s.scoring}
	for _, t := range ws.Teams {
		doc := ws.Document(t.ID.V, cycle.ID)
		if doc == nil && s.published.documents[t] == nil {
			r.Without = append(r.Without, t)
			continue
		}
		r.Teams = append(r.Teams, &Team{Team: t, Document: doc})
	}
	s.each(len(r.Teams), workers, func(w *worker, i int) { w.team(r.Teams[i]) })
	return r
}

// contextOf are the objectives of the cycles that contain this one.
func contextOf(ws *okr.Workspace, past okr.Past, cycle *okr.Cycle, at okr.Date) []*Objective {
	var containing []*okr.Cycle
	for _, c := range ws.Cycles {
		if c.Includes(cycle) && c.Days() > cycle.Days() {
			containing = append(containing, c)
		}
	}
	slices.SortStableFunc(containing, func(a, b *okr.Cycle) int { return b.Days() - a.Days() })
	var objectives []*Objective
	for _, c := range containing {
		for _, t := range read(ws, past, c, at, 1).Teams {
			objectives = append(objectives, t.Objectives...)
		}
	}
	return objectives
}

// scorer is what all key results of a reading have in common. It is not written
// once it is made.
type scorer struct {
	ws        *okr.Workspace
	cycle     *okr.Cycle
	at        okr.Date
	state     okr.State
	scoring   *okr.Scoring
	policy    metric.Policy
	published *publication
	shares    shares
	remember  *sync.Mutex // a Memory need not be safe to ask from many sides
	due       schedule    // of what began with the cycle
}

func newScorer(ws *okr.Workspace, past okr.Past, cycle *okr.Cycle, at okr.Date) *scorer {
	s := &scorer{
		ws: ws, cycle: cycle, at: at, state: cycle.State(at),
		scoring: &ws.Settings.Scoring, policy: ws.Settings.Scoring.Policy(),
		published: published(ws, past, cycle, at), shares: sharesOf(ws, cycle),
		remember: new(sync.Mutex),
	}
	s.due = s.scheduled(cycle.Start)
	return s
}

// closes is the last day on which a reading may come in.
func (s *scorer) closes() okr.Date { return s.cycle.End + okr.Date(s.cycle.Grace) }

// ended reports whether the cycle's last day is over.
func (s *scorer) ended() bool { return s.state >= okr.Closing }

// worker scores one team after another and keeps what can be used again.
type worker struct {
	*scorer
	readings []metric.Reading
	parts    []weighted
}

// each shares out teams among workers. What a team comes to depends on the team
// alone, so the result does not depend on the number of workers.
func (s *scorer) each(teams, workers int, do func(w *worker, i int)) {
	const fewTeams = 32 // for so few, starting workers costs more than it saves
	if workers = min(workers, teams/fewTeams); workers <= 1 {
		w := &worker{scorer: s}
		for i := range teams {
			do(w, i)
		}
		return
	}
	var next atomic.Int64
	var running sync.WaitGroup
	for range workers {
		running.Go(func() {
			w := &worker{scorer: s}
			for i := int(next.Add(1)) - 1; i < teams; i = int(next.Add(1)) - 1 {
				do(w, i)
			}
		})
	}
	running.Wait()
}
