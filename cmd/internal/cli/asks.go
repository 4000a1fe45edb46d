package cli

import (
	"github.com/spf13/cobra"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/cascade"
	"github.com/okrs-as-code/okrs/okr/report"
)

func newAsks(env Env) *cobra.Command {
	r := &reading{output: output{env: env}}
	cmd := &cobra.Command{
		Use:   "asks",
		Short: "Show what teams want from each other, and what became of it",
		Long: `Lists the dependencies of a cycle, and of all cycles that overlap it: who asks, who is
asked, for what and until when, and whether that is open, agreed, late or declined. With
--team in two tables: what others want from the team, and what it wants from others.

A team answers with enables, on an objective or a key result of its own.`,
		Example: `  okr asks --team checkout
  okr asks --cycle 2026-Q3 --format csv -o asks.csv`,
		GroupID: groupReading,
		Args:    cobra.NoArgs,
		RunE:    func(*cobra.Command, []string) error { return runAsks(r) },
	}
	r.bind(cmd)
	r.bindChoice(cmd)
	return cmd
}

func runAsks(r *reading) error {
	targets, err := r.chosen()
	if err != nil {
		return err
	}
	s, err := r.sight(overlapping)
	if err != nil {
		return err
	}
	var graph *cascade.Graph
	if s.cycle != nil {
		graph = cascade.Read(s.result.Workspace, s.cycle, s.at)
	}
	findings := s.found(nil)
	r.path = s.place.here
	doc := report.Asks(graph, report.AskOptions{
		Findings: findings, Files: len(s.result.Files), Team: s.team, Revision: s.place.asked(), Path: s.place.path, Here: s.place.openable(targets),
	})
	if err := r.print(doc); err != nil {
		return err
	}
	return problems(findings)
}

// overlapping are the cycles that share a day with the asked one.
func overlapping(cycle *okr.Cycle, _ []*okr.Cycle) func(*okr.Cycle) bool {
	return func(c *okr.Cycle) bool { return c.Overlaps(cycle) }
}

// openable turns a path of the workspace into one that people can open from where they
// are, where all that is printed is for people at a terminal.
func (p *place) openable(targets []target) func(string) string {
	for _, t := range targets {
		if t.format.Name != "text" && t.format.Name != "concise" {
			return p.path
		}
	}
	return func(name string) string { return p.here(p.path(name)) }
}
