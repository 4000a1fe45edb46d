package cli

import (
	"github.com/spf13/cobra"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/report"
)

func newTeams(env Env) *cobra.Command {
	r := &reading{output: output{env: env}}
	cmd := &cobra.Command{
		Use:   "teams",
		Short: "Show the register of teams, and how much each wrote",
		Long: `Shows the teams of okr.yaml as a tree, with how many objectives, key results and shared
key results each has in a cycle. Guardrails and what was given up are not counted.`,
		Example: `  okr teams
  okr teams --team shop --cycle 2026-Q3 --format json`,
		GroupID: groupReading,
		Args:    cobra.NoArgs,
		RunE:    func(*cobra.Command, []string) error { return runTeams(r) },
	}
	r.bind(cmd)
	r.bindChoice(cmd)
	return cmd
}

func runTeams(r *reading) error {
	if _, err := r.chosen(); err != nil {
		return err
	}
	s, err := r.sight(overlapping)
	if err != nil {
		if s, err = r.withoutCycle(err); err != nil {
			return err
		}
	}
	findings := s.found(nil)
	r.path = s.place.here
	doc := report.Teams(s.result.Workspace, report.TeamOptions{
		Findings: findings, Files: len(s.result.Files), Cycle: s.cycle, At: s.at, Team: s.team, Revision: s.place.asked(), Path: s.place.path,
	})
	if err := r.print(doc); err != nil {
		return err
	}
	return problems(findings)
}

// withoutCycle is the register of a workspace in which nothing has been written yet;
// where something has, or a cycle was asked for, it was a wrong choice.
func (r *reading) withoutCycle(choice error) (*sight, error) {
	if r.cycle != "" {
		return nil, choice
	}
	place, at, err := r.open(r.env)
	if err != nil {
		return nil, choice
	}
	result, err := place.load(at, func(*okr.Cycle) bool { return false })
	if err != nil || len(result.Workspace.Documents) > 0 {
		return nil, choice
	}
	team, err := r.chosenTeam(result.Workspace)
	return &sight{place: place, result: result, at: at, team: team}, err
}
