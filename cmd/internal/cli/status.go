package cli

import (
	"slices"

	"github.com/spf13/cobra"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/load"
	"github.com/okrs-as-code/okrs/okr/report"
	"github.com/okrs-as-code/okrs/okr/score"
	"github.com/okrs-as-code/okrs/okr/status"
)

type weekly struct {
	reading
	since string
}

func newStatus(env Env) *cobra.Command {
	w := &weekly{reading: reading{output: output{env: env}}}
	cmd := &cobra.Command{
		Use:   "status",
		Short: "Show what needs a decision and what changed this week",
		Long: `Shows what of a cycle needs a decision, what moved since the last round of check-ins,
and signals that are worth a question: silent teams, confidence that no number supports,
movement at the very end, metrics carried from cycle to cycle, what confidence was worth.

All of it is about teams and key results, in the order of the tree. None of it changes
the exit code, which is 1 only where files have errors.`,
		Example: `  okr status
  okr status --team shop --since 2026-08-01
  okr status --cycle 2026-Q3 --format markdown -o week.md`,
		GroupID: groupReading,
		Args:    cobra.NoArgs,
		RunE:    func(*cobra.Command, []string) error { return w.run() },
	}
	w.bind(cmd)
	w.bindChoice(cmd)
	cmd.Flags().StringVar(&w.since, "since", "", "show as changed what is dated after this `date` (default: as many days ago as lie between two check-ins)")
	return cmd
}

func (w *weekly) run() error {
	if _, err := w.chosen(); err != nil {
		return err
	}
	var all []*okr.Cycle
	s, err := w.sight(func(cycle *okr.Cycle, cycles []*okr.Cycle) func(*okr.Cycle) bool {
		all = cycles
		return overlapping(cycle, cycles)
	})
	if err != nil {
		return err
	}
	since, err := w.after(s.at)
	if err != nil {
		return err
	}
	var read *status.Reading
	known := &past{}
	if s.cycle != nil {
		if read, known, err = s.status(all, since); err != nil {
			return err
		}
	}
	findings := s.found(nil)
	w.path = s.place.here
	doc := report.Status(s.result.Workspace, read, report.StatusOptions{
		Findings: findings, Files: len(s.result.Files), Revision: s.place.asked(), Team: s.team, Unknown: known.reason,
	})
	if err := w.print(doc); err != nil {
		return err
	}
	return problems(findings)
}

// after is the day after which changes are shown; zero where none was asked for.
func (w *weekly) after(at okr.Date) (okr.Date, error) {
	if w.since == "" {
		return 0, nil
	}
	since, err := okr.ParseDate(w.since)
	switch {
	case err != nil:
		return 0, failed("", "--since: %v", err)
	case since > at:
		return 0, failed("give an earlier day, or a later --as-of", "--since %s lies after %s, the day that is read", since, at)
	}
	return since, nil
}

// status makes the reading of what the files and git know.
func (s *sight) status(cycles []*okr.Cycle, since okr.Date) (*status.Reading, *past, error) {
	earlier := status.Cycles(cycles, s.cycle, s.at)
	past := s.place.past(append(slices.Clone(earlier), s.cycle), false)
	var read *status.Reading
	err := past.reading(func(known okr.History) (err error) {
		read, err = s.read(earlier, known, since)
		return err
	})
	past.tell()
	return read, past, err
}

// read makes the reading of one past. Earlier cycles are read one at a time, since
// only a few words and numbers of each are kept.
func (s *sight) read(earlier []*okr.Cycle, past okr.History, since okr.Date) (*status.Reading, error) {
	options := status.Options{Since: since}
	for _, c := range earlier {
		ended, err := s.ended(c, past)
		if err != nil {
			return nil, err
		}
		if ended != nil {
			options.Ended = append(options.Ended, ended)
		}
	}
	read := score.Alone(s.result.Workspace, past, s.cycle, s.at).Only(s.team)
	return status.Read(s.result.Workspace, past, read, options), nil
}

// ended reads a cycle to look back on; nil where none of its documents can be used.
func (s *sight) ended(cycle *okr.Cycle, past okr.History) (*status.Ended, error) {
	ws := s.result.Workspace
	if cycle.ID != s.cycle.ID {
		this := func(c *okr.Cycle) bool { return c.ID == cycle.ID }
		result, err := load.Workspace(s.place.system, load.Options{AsOf: s.at, Keep: this, Only: this, Version: release})
		if err != nil {
			return nil, s.place.unreadable(err)
		}
		ws = result.Workspace
	}
	if cycle = ws.Cycle(cycle.ID); cycle == nil {
		return nil, nil
	}
	return status.EndedOf(ws, past, cycle, s.at), nil
}
