package cli

import (
	"slices"

	"github.com/spf13/cobra"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/load"
	"github.com/okrs-as-code/okrs/okr/report"
	"github.com/okrs-as-code/okrs/okr/score"
)

type scoring struct {
	reading
	explain string
}

func newScore(env Env) *cobra.Command {
	s := &scoring{reading: reading{output: output{env: env}}}
	cmd := &cobra.Command{
		Use:   "score",
		Short: "Score a cycle, as of a date",
		Long: `Scores the key results, objectives and teams of a cycle as of a date. The official
score follows the definitions as published, the amended one the files as they are.

A score is information: whatever it is, the exit code is 0. It is 1 where files have
errors; what could be read is scored all the same.`,
		Example: `  okr score --cycle 2026-Q3 --as-of 2026-08-15
  okr score --team checkout --explain
  okr score --explain=checkout/2026-Q3/fast-checkout/p99
  okr score --format csv -o quarter.csv
  okr score --rev main~5 --cycle 2026-Q3`,
		GroupID: groupReading,
		Args:    cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 {
				if s.explain != report.ExplainAll {
					return failed("", "unexpected argument %q", args[0])
				}
				s.explain = args[0]
			}
			return s.run()
		},
	}
	s.bind(cmd)
	s.bindChoice(cmd)
	cmd.Flags().StringVar(&s.explain, "explain", "", "print the arithmetic, of everything or of one `address`")
	cmd.Flags().Lookup("explain").NoOptDefVal = report.ExplainAll
	return cmd
}

func (s *scoring) run() error {
	if _, err := s.chosen(); err != nil {
		return err
	}
	if address, err := okr.ParseAddress(s.explain); err == nil && s.cycle == "" {
		s.cycle = address.Cycle
	}
	place, at, err := s.open(s.env)
	if err != nil {
		return err
	}
	cycles, settings, err := place.cycles(at)
	if err != nil {
		return err
	}
	cycle, err := s.chosenCycle(cycles, at)
	if err != nil {
		return s.withoutDocuments(place, settings, at, err)
	}
	return s.scored(place, cycles, cycle, at)
}

// withoutDocuments is for a cycle that no readable document is of. Where files are
// broken that is what has to be said; otherwise it was a wrong choice.
func (s *scoring) withoutDocuments(place *place, settings okr.Settings, at okr.Date, choice error) error {
	result, err := place.load(at, func(*okr.Cycle) bool { return false })
	if err != nil {
		return err
	}
	broken := problems(result.Findings) != nil
	cycle, known := settings.Calendar.Cycle(s.cycle)
	if known && place.knows(cycle) {
		return s.scored(place, nil, cycle, at)
	}
	switch {
	case !broken:
		return choice
	case known:
		return s.show(place, result, score.Cycle(result.Workspace, nil, cycle, at))
	case s.cycle != "":
		return choice
	}
	return s.show(place, result, &score.Reading{Cycle: &okr.Cycle{}, AsOf: at})
}

// scored makes the reading and prints it.
func (s *scoring) scored(place *place, cycles []*okr.Cycle, cycle *okr.Cycle, at okr.Date) error {
	closed := score.PastCycles(cycles, cycle, at)
	asked := append(slices.Clone(closed), cycle)
	for _, c := range cycles {
		if c != cycle && score.Needs(cycle, c) {
			asked = append(asked, c)
		}
	}
	past := place.past(asked, false)
	var result *load.Result
	var read *score.Reading
	err := past.reading(func(known okr.History) (err error) {
		result, read, err = s.read(place, known, closed, cycle, at)
		return err
	})
	if err != nil {
		return err
	}
	past.tell()
	return s.show(place, result, read)
}

// read makes the reading. Closed cycles come first and one at a time, since
// calibration keeps only a number for each team of them, and a large workspace should
// not be in memory five times.
func (s *scoring) read(place *place, past okr.History, closed []*okr.Cycle, cycle *okr.Cycle, at okr.Date) (*load.Result, *score.Reading, error) {
	var means []score.Means
	for _, c := range closed {
		m, err := place.means(c, past, at)
		if err != nil {
			return nil, nil, err
		}
		means = append(means, m)
	}
	result, err := place.load(at, func(c *okr.Cycle) bool { return score.Needs(cycle, c) })
	if err != nil {
		return nil, nil, err
	}
	if kept := result.Workspace.Cycle(cycle.ID); kept != nil {
		cycle = kept // otherwise none of its documents can be used, and the findings say why
	}
	team, err := s.chosenTeam(result.Workspace)
	if err != nil {
		return nil, nil, err
	}
	read := score.Cycle(result.Workspace, past, cycle, at)
	read.Calibrate(means)
	return result, read.Only(team), nil
}

func (s *scoring) show(place *place, result *load.Result, read *score.Reading) error {
	findings := slices.DeleteFunc(slices.Clone(result.Findings), func(f diag.Finding) bool { return f.Severity != diag.Error })
	findings = diag.Finish(append(findings, report.ScoreFindings(read)...))
	s.path = place.here
	doc, err := report.Score(result.Workspace, read, report.ScoreOptions{
		Findings: place.relocated(findings), Files: len(result.Files), Revision: place.asked(), Explain: s.explain, Path: place.path,
	})
	if err != nil {
		return failed(among("addresses", report.Explainable(read), s.explain), "--explain %s: %v", s.explain, err)
	}
	if err := s.print(doc); err != nil {
		return err
	}
	return problems(findings)
}
