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

// bindPart adds the flags that choose what a command speaks about, where it reads all of
// the workspace.
func (r *reading) bindPart(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&r.cycle, "cycle", "", "only what is found in the documents of this `cycle`, as 2026-Q3")
	flags.StringVar(&r.team, "team", "", "only what is found in the documents of this `team` and the teams below it")
}

// part narrows a selection to the documents of the cycle and the team that were asked
// for. Files that do not say whose they are may be theirs, and stay; of okr.yaml stays
// what breaks its form.
func (r *reading) part(all selection, ws *okr.Workspace) (selection, error) {
	if r.cycle == "" && r.team == "" {
		return all, nil
	}
	team, err := r.chosenTeam(ws)
	if err != nil {
		return selection{}, err
	}
	if r.cycle != "" && ws.Cycle(r.cycle) == nil {
		var names []string
		for _, c := range ws.Cycles {
			names = append(names, c.ID)
		}
		return selection{}, failed(among("cycles with documents", names, r.cycle), "there are no documents for a cycle %q", r.cycle)
	}
	others := make(map[string]bool)
	for _, d := range ws.Documents {
		others[d.File.Name] = r.cycle != "" && d.Cycle != nil && d.Cycle.ID != r.cycle || team != nil && d.Team != nil && !d.Team.Within(team)
	}
	var part selection
	for _, file := range all.files {
		switch {
		case file == workspaceFile:
			part.form = file
		case !others[file]:
			part.files = append(part.files, file)
		}
	}
	return part, nil
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
