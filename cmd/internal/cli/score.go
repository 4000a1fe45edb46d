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
  okr score --format csv -o quarter.csv`,
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
	at, err := s.date()
	if err != nil {
		return err
	}
	if address, err := okr.ParseAddress(s.explain); err == nil && s.cycle == "" {
		s.cycle = address.Cycle
	}
	place, err := locate(s.env, s.dir)
	if err != nil {
		return err
	}
	result, read, err := s.read(place, at)
	if err != nil {
		return err
	}
	return s.show(place, result, read)
}

// read makes the reading. Closed cycles come first and one at a time, since
// calibration keeps only a number for each team of them, and a large workspace
// should not be in memory five times.
func (s *scoring) read(place *place, at okr.Date) (*load.Result, *score.Reading, error) {
	cycles, err := place.cycles(at)
	if err != nil {
		return nil, nil, err
	}
	cycle, err := s.chosenCycle(cycles, at)
	if err != nil {
		return nil, nil, err
	}
	var history []score.Means
	for _, past := range score.PastCycles(cycles, cycle, at) {
		means, err := place.means(past, at)
		if err != nil {
			return nil, nil, err
		}
		history = append(history, means)
	}
	result, err := place.load(at, func(c *okr.Cycle) bool { return score.Needs(cycle, c) })
	if err != nil {
		return nil, nil, err
	}
	ws := result.Workspace
	chosen := ws.Cycle(cycle.ID)
	if chosen == nil {
		return nil, nil, failed("`okr validate` says what is wrong with them", "none of the documents of %s can be used", cycle.ID)
	}
	team, err := s.chosenTeam(ws)
	if err != nil {
		return nil, nil, err
	}
	read := score.Cycle(ws, nil, chosen, at)
	read.Calibrate(history)
	return result, read.Only(team), nil
}

func (s *scoring) show(place *place, result *load.Result, read *score.Reading) error {
	findings := slices.DeleteFunc(slices.Clone(result.Findings), func(f diag.Finding) bool { return f.Severity != diag.Error })
	findings = diag.Finish(append(findings, report.ScoreFindings(read)...))
	s.path = place.here
	doc, err := report.Score(result.Workspace, read, report.ScoreOptions{
		Findings: place.relocated(findings), Files: len(result.Files), Explain: s.explain, Path: place.path,
	})
	if err != nil {
		return failed(among("addresses", report.Explainable(read), s.explain), "--explain %s: %v", s.explain, err)
	}
	if err := s.print(doc); err != nil {
		return err
	}
	return problems(findings)
}
