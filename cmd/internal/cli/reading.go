package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/okrs-as-code/okrs/okr"
)

// reading is what every command that reads a workspace can be told.
type reading struct {
	output
	viewpoint
	cycle string
	team  string
}

// bind adds the flags that all reading commands share.
func (r *reading) bind(cmd *cobra.Command) {
	r.viewpoint.bind(cmd.Flags())
	r.output.bind(cmd)
}

// bindChoice adds the flags that choose a part of the workspace.
func (r *reading) bindChoice(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&r.cycle, "cycle", "", "the `cycle`, as 2026-Q3 (default: the shortest one running that has documents)")
	flags.StringVar(&r.team, "team", "", "only this `team` and the teams below it")
}

// chosenCycle is the one that was asked for among the cycles with documents, or
// the default at the date.
func (r *reading) chosenCycle(cycles []*okr.Cycle, at okr.Date) (*okr.Cycle, error) {
	var names []string
	for _, c := range cycles {
		if c.ID == r.cycle {
			return c, nil
		}
		names = append(names, c.ID)
	}
	if r.cycle != "" {
		return nil, failed("cycles with documents: "+strings.Join(names, ", "), "there are no documents for a cycle %q", r.cycle)
	}
	found := okr.DefaultCycle(cycles, at)
	switch len(found) {
	case 0:
		return nil, failed("documents lie under okrs/<cycle>/<team>.yaml unless okr.yaml says otherwise", "there is no cycle with documents that has begun by %s", at)
	case 1:
		return found[0], nil
	}
	return nil, failed("choose one with --cycle", "%s and %s are equally near to %s and equally long", found[0].ID, found[1].ID, at)
}

// chosenTeam is the team that was asked for, or nil for all.
func (r *reading) chosenTeam(ws *okr.Workspace) (*okr.Team, error) {
	if r.team == "" {
		return nil, nil
	}
	if t := ws.Team(r.team); t != nil {
		return t, nil
	}
	var names []string
	for _, t := range ws.Teams {
		names = append(names, t.ID.V)
	}
	return nil, failed(among("teams in okr.yaml", names, r.team), "there is no team %q", r.team)
}
