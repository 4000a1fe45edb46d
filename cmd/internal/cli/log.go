package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/diff"
	"github.com/okrs-as-code/okrs/okr/load"
	"github.com/okrs-as-code/okrs/okr/report"
)

type logging struct {
	reading
}

func newLog(env Env) *cobra.Command {
	l := &logging{reading{output: output{env: env}}}
	cmd := &cobra.Command{
		Use:   "log ADDRESS",
		Short: "Show every version of an objective, a key result or a team, and why it changed",
		Long: `Shows what became of one objective, key result, document or team: each version in which
it changed, the newest first, with the day, the commit, what was eased, hardened, reworded
or checked in, and the reason that the file gives. Names of people and messages of commits
are not in it.

ADDRESS is team, team/cycle, team/cycle/objective or team/cycle/objective/key-result, as
it is today, was before a rename, or was before it left the files; of a team alone all its
cycles are told. Versions that were only written differently are left out. The readings
are drawn so that up is towards the target. An amended score is that by the definitions
which a version had on its day, whatever was published.`,
		Example: `  okr log checkout/2026-Q3/fast-checkout/p99
  okr log checkout
  okr log checkout/2026-Q3 --as-of 2026-08-01
  okr log checkout/2026-Q3/fast-checkout --format json`,
		GroupID: groupReading,
		Args:    cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return failed("as in okr log checkout/2026-Q3/fast-checkout/p99", "name the address of a team, a document, an objective or a key result")
			}
			return l.run(args[0])
		},
	}
	l.bind(cmd)
	cmd.Flags().StringVar(&l.cycle, "cycle", "", "of a team only this `cycle`, as 2026-Q3; the same as team/cycle (default: all of them)")
	return cmd
}

func (l *logging) run(asked string) error {
	targets, err := l.chosen()
	if err != nil {
		return err
	}
	asked = strings.TrimSuffix(asked, "/")
	place, at, err := l.open(l.env)
	if err != nil {
		return err
	}
	result, err := place.load(at, func(*okr.Cycle) bool { return true })
	if err != nil {
		return err
	}
	ws := result.Workspace
	address, err := l.address(asked)
	if err != nil {
		return err
	}
	cycles := cyclesFor(ws, address)
	past := place.past(cycles, true)
	if address.Cycle == "" {
		if more := bygone(ws, past, okr.Date(0)); len(more) > 0 {
			cycles = append(cycles, more...)
			past = place.past(cycles, true)
		}
	}
	var read *diff.LogReading
	err = past.reading(func(known okr.History) (err error) {
		options := diff.LogOptions{At: at, Unusable: unusable(result)}
		if address.Cycle == "" {
			read, err = diff.LogTeam(ws, known, address.Team, cycles, options)
		} else {
			read, err = diff.Log(ws, known, address, options)
		}
		return err
	})
	switch {
	case err != nil && address.Cycle == "":
		return noTeam(ws, past, address.Team, at)
	case err != nil:
		return nowhere(ws, past, address, at)
	}
	findings := slices.DeleteFunc(slices.Clone(result.Findings), func(f diag.Finding) bool { return f.Severity != diag.Error })
	findings = place.relocated(diag.Finish(findings))
	l.path = place.here
	doc := report.Log(ws, read, report.LogOptions{
		Asked: address.String(), History: past.extent, Unknown: past.reason, Revision: place.asked(),
		Findings: findings, Files: len(result.Files), Path: place.path, Here: place.openable(targets),
	})
	if err := l.print(doc); err != nil {
		return err
	}
	return problems(findings)
}

// unusable tells of a file whether it is too broken to say what stands in it.
func unusable(result *load.Result) func(string) bool {
	return func(path string) bool {
		return slices.ContainsFunc(result.Findings, func(f diag.Finding) bool {
			return f.Path == path && f.Severity == diag.Error && f.Class == diag.ClassForm
		})
	}
}

// cyclesFor are those whose past may have to do with an address: those of today, its
// own, and those from which something moved.
func cyclesFor(ws *okr.Workspace, address okr.Address) []*okr.Cycle {
	cycles := slices.Clone(ws.Cycles)
	add := func(id string) {
		if slices.ContainsFunc(cycles, func(c *okr.Cycle) bool { return c.ID == id }) {
			return
		}
		if c, ok := ws.Settings.Calendar.Cycle(id); ok {
			cycles = append(cycles, c)
		}
	}
	if address.Cycle != "" {
		add(address.Cycle)
	}
	for _, d := range ws.Documents {
		for o := range d.Every() {
			if was, err := okr.ParseAddress(o.Was.V); err == nil {
				add(was.Cycle)
			}
			for _, k := range o.KeyResults {
				if k.Body == nil {
					continue
				}
				if was, err := okr.ParseAddress(k.Was.V); err == nil {
					add(was.Cycle)
				}
			}
		}
	}
	return cycles
}

// address is what was asked for, in the cycle that was.
func (l *logging) address(asked string) (okr.Address, error) {
	address, err := teamOrAddress(asked)
	switch {
	case err != nil:
		return address, failed("", "%v", err)
	case l.cycle == "" || l.cycle == address.Cycle:
		return address, nil
	case address.Cycle != "":
		return address, failed("leave out --cycle", "%s is not in the cycle %s", asked, l.cycle)
	}
	if address, err = teamOrAddress(asked + "/" + l.cycle); err != nil {
		return address, failed("", "--cycle: %v", err)
	}
	return address, nil
}

// teamOrAddress is an address as it is written; of a team alone it has no more than that.
func teamOrAddress(asked string) (okr.Address, error) {
	if okr.ValidID(asked) {
		return okr.Address{Team: asked}, nil
	}
	return okr.ParseAddress(asked)
}

// noTeam says that a team has no documents, or that there is no such team.
func noTeam(ws *okr.Workspace, past *past, team string, at okr.Date) error {
	when := ", nor ever had"
	if past.extent != report.FullHistory {
		when = "; of the past nothing is known: " + past.reason
	}
	if ws.Team(team) == nil {
		var names []string
		for _, t := range ws.Teams {
			names = append(names, t.ID.V)
		}
		return failed(among("teams", names, team), "there is no team %s; addresses are team, team/cycle, team/cycle/objective or team/cycle/objective/key-result", team)
	}
	if slices.ContainsFunc(ws.Documents, func(d *okr.Document) bool { return d.TeamID.V == team }) {
		return failed("choose a later --as-of", "all documents of %s came after %s", team, at)
	}
	return failed("", "the team %s has no documents%s", team, when)
}

// nowhere says that an address leads to nothing, with the nearest that lead somewhere:
// of the document that it names, where there is one.
func nowhere(ws *okr.Workspace, past *past, address okr.Address, at okr.Date) error {
	if link, missing := ws.Find(address); missing == okr.NothingMissing && link.Document != nil {
		return failed("choose a later --as-of", "%s came after %s", address, at)
	}
	var names []string
	add := func(name string) {
		if a, err := okr.ParseAddress(name); err == nil && a.Depth() == address.Depth() {
			names = append(names, name)
		}
	}
	documents := ws.Documents
	if named := ws.Document(address.Team, address.Cycle); named != nil {
		documents = []*okr.Document{named}
	}
	for _, d := range documents {
		add(d.Address())
		for o := range d.Every() {
			add(o.Address())
			for _, k := range o.KeyResults {
				if !k.IsRef() {
					add(k.Address())
				}
			}
		}
	}
	when := ", nor ever had"
	if past.extent != report.FullHistory {
		when = "; of the past nothing is known: " + past.reason
	}
	return failed(among("addresses", names, address.String()), "nothing has the address %s%s", address, when)
}
