package status

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/score"
)

// Silence is how long nothing was heard.
type Silence string

// The silences. Due is longer than the calendar has between two check-ins, Stale and
// Strong longer than the settings call stale. What is measured monthly or quarterly is
// never due before it is stale.
const (
	Heard  Silence = ""
	Due    Silence = "due"
	Stale  Silence = "silent"
	Strong Silence = "very_silent"
)

// Silent is a team of which nothing was heard for longer than agreed, or of some of
// whose key results nothing was. Guardrails are among those; what is shared is heard
// of by the team that defines it.
type Silent struct {
	Team    *okr.Team
	Last    okr.Date // of the latest check-in; zero where there is none
	Days    int      // since then, or since the team's first key result began
	Silence Silence  // of the team as a whole
	// KeyResults are those that are stale or have never been heard of.
	KeyResults []Unheard
}

// Unheard is a key result of which nothing was heard for longer than agreed.
type Unheard struct {
	Subject
	Last    okr.Date // of the latest check-in; zero where there is none
	Days    int      // since then, or since it began
	Silence Silence
}

// silent are the teams of which nothing was heard, while the cycle runs and while its
// last readings come in; then the days are counted to its end.
func (r *reader) silent() []Silent {
	if !r.during() && r.read.State != okr.Closing {
		return nil
	}
	day := min(r.at, r.read.Cycle.End)
	var found []Silent
	for _, t := range r.read.Teams {
		if s := r.silenceOf(t, day); s.Silence != Heard || len(s.KeyResults) > 0 {
			found = append(found, s)
		}
	}
	return found
}

// silenceOf is the silence of a team on a day.
func (r *reader) silenceOf(t *score.Team, day okr.Date) Silent {
	s := Silent{Team: t.Team}
	begins, pause := day, -1
	for _, o := range t.Objectives {
		for _, k := range o.KeyResults {
			if k.Listed != k.Definition || k.Official == nil || k.Vanished {
				continue
			}
			if k.Heard != nil {
				s.Last = max(s.Last, k.Heard.Date.V)
			}
			if !open(k) || done(k) || k.Began > day {
				continue
			}
			slow := r.slow(k)
			if pause < 0 || slow < pause {
				pause = slow
			}
			begins = min(begins, k.Began)
			if u := r.unheard(Subject{t.Team, o, k}, slow, day); u.listed() {
				s.KeyResults = append(s.KeyResults, u)
			}
		}
	}
	if pause < 0 {
		return Silent{Team: t.Team} // nothing is left to be heard of
	}
	s.Days = max(int(day-max(begins, s.Last)), 0)
	s.Silence = r.silence(s.Days, pause)
	return s
}

func (r *reader) unheard(s Subject, slow int, day okr.Date) Unheard {
	u := Unheard{Subject: s}
	if s.KeyResult.Heard != nil {
		u.Last = s.KeyResult.Heard.Date.V
	}
	u.Days = max(int(day-max(s.KeyResult.Began, u.Last)), 0)
	u.Silence = r.silence(u.Days, slow)
	return u
}

// silence is the word for so many days; slow is as [reader.slow] has it.
func (r *reader) silence(days, slow int) Silence {
	limits := r.ws.Settings.Lint.StaleDays
	due, stale, strong := r.every(), limits.Warn, limits.Strong
	if slow > 0 {
		due, stale, strong = slow, slow, slow+max(limits.Strong-limits.Warn, 0)
	}
	switch {
	case days > strong:
		return Strong
	case days > stale:
		return Stale
	case days > due:
		return Due
	default:
		return Heard
	}
}

// listed reports whether the silence of a key result is worth a line: a week without
// news is, where there was never any.
func (u Unheard) listed() bool {
	return u.Silence == Stale || u.Silence == Strong || u.Silence == Due && u.Last.IsZero()
}
