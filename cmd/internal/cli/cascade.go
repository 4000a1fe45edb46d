package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/cascade"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/lint"
	"github.com/okrs-as-code/okrs/okr/load"
	"github.com/okrs-as-code/okrs/okr/report"
	"github.com/okrs-as-code/okrs/okr/score"
)

type cascading struct {
	reading
	depth int
	from  string
	hops  int
}

func newCascade(env Env) *cobra.Command {
	c := &cascading{reading: reading{output: output{env: env, diagrams: true}}}
	cmd := &cobra.Command{
		Use:   "cascade",
		Short: "Show who supports whom, and where the gaps are",
		Long: `Shows the objectives of a cycle, and of all cycles that overlap it, below what they
support: company, department, team. Gaps come first: objectives that nobody supports or
that say not what they are for, dependencies without an agreement, rings, repetition.
Then two matrices: what teams do for the objectives above them, and who asks whom.

Every score is a team's own: nothing is added up along the links. The exit code is 1
where files have errors or objectives support each other in a ring; the rest of the
picture is drawn all the same.`,
		Example: `  okr cascade --cycle 2026-Q3
  okr cascade --team checkout
  okr cascade --depth 2 --format markdown
  okr cascade --from checkout/2026-Q3/fast-checkout --hops 2`,
		GroupID: groupReading,
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return c.run(cmd.Flags().Changed("hops")) },
	}
	c.bind(cmd)
	c.bindChoice(cmd)
	flags := cmd.Flags()
	flags.IntVar(&c.depth, "depth", 0, "show so many levels of teams (default: all)")
	flags.StringVar(&c.from, "from", "", "only what is linked with this `address`")
	flags.IntVar(&c.hops, "hops", 1, "with --from, how many links away")
	return cmd
}

func (c *cascading) run(hopsGiven bool) error {
	targets, err := c.chosen()
	if err != nil {
		return err
	}
	switch {
	case c.depth < 0:
		return failed("", "--depth is %d; it is a number of levels", c.depth)
	case c.hops < 0:
		return failed("", "--hops is %d; it is a number of links", c.hops)
	case hopsGiven && c.from == "":
		return failed("name an objective with --from", "--hops counts from an address, and there is none")
	}
	if err := c.fromCycle(); err != nil {
		return err
	}
	s, err := c.sight(around)
	if err != nil {
		return err
	}
	options := report.CascadeOptions{Findings: s.found(s.rings()), Files: len(s.result.Files), Team: s.team, Hops: c.hops, Depth: c.depth, Width: c.wide(targets), Revision: s.place.asked()}
	var graph *cascade.Graph
	if s.cycle != nil {
		graph = cascade.Read(s.result.Workspace, s.cycle, s.at)
		if options.Readings, err = s.readings(); err != nil {
			return err
		}
		if options.From, err = c.beginning(s, graph); err != nil {
			return err
		}
	}
	c.path = s.place.here
	if err := c.print(report.Cascade(graph, options)); err != nil {
		return err
	}
	return problems(options.Findings)
}

// fromCycle lets the address that was asked for choose the cycle, where nothing else
// does.
func (c *cascading) fromCycle() error {
	if c.from == "" {
		return nil
	}
	address, err := okr.ParseAddress(c.from)
	if err != nil {
		return failed("", "--from %s: %v", c.from, err)
	}
	if c.cycle == "" {
		c.cycle = address.Cycle
	}
	return nil
}

// beginning are the nodes of the address that was asked for: of a document its
// objectives.
func (c *cascading) beginning(s *sight, graph *cascade.Graph) ([]*cascade.Node, error) {
	if c.from == "" {
		return nil, nil
	}
	address, err := okr.ParseAddress(c.from)
	if err != nil {
		return nil, failed("", "--from %s: %v", c.from, err)
	}
	link, missing := s.result.Workspace.Find(address)
	var nodes []*cascade.Node
	switch {
	case missing != okr.NothingMissing:
	case link.Objective != nil:
		if n := graph.OfObjective(link.Objective); n != nil {
			nodes = append(nodes, n)
		}
	case link.Document != nil:
		for o := range link.Document.Every() {
			if n := graph.OfObjective(o); n != nil {
				nodes = append(nodes, n)
			}
		}
	}
	if len(nodes) > 0 {
		return nodes, nil
	}
	var known []string
	for _, n := range graph.Nodes {
		if n.Kind == cascade.Objective {
			known = append(known, n.Address())
		}
	}
	return nil, failed(among("objectives in the picture", known, c.from), "--from %s: there is no such objective in the picture of %s", c.from, s.cycle.ID)
}

// wide is how many cells a matrix has where it is laid out as text; 0 where nothing
// bounds it.
func (o *output) wide(targets []target) int {
	for _, t := range targets {
		if t.format.Name == "text" {
			if o.width > 0 || t.file != standardOutput {
				return o.width
			}
			return o.env.OutWidth
		}
	}
	return 0
}

// sight is a workspace as a reading of who is linked with whom needs it.
type sight struct {
	place  *place
	result *load.Result
	at     okr.Date
	cycle  *okr.Cycle // nil where no cycle could be read, and the findings say why
	team   *okr.Team  // nil for all
}

// around are the cycles whose documents are wanted whole: those that share a day with
// the asked one or with one that contains it, so that the quarters of a year can stand
// side by side.
func around(cycle *okr.Cycle, all []*okr.Cycle) func(*okr.Cycle) bool {
	var wide []*okr.Cycle
	for _, c := range append([]*okr.Cycle{cycle}, all...) {
		if c.Includes(cycle) {
			wide = append(wide, c)
		}
	}
	return func(c *okr.Cycle) bool {
		return slices.ContainsFunc(wide, func(w *okr.Cycle) bool { return w.Overlaps(c) })
	}
}

// sight reads the workspace for the cycle that was asked for. Where no document of it
// can be read and files are broken, that is what has to be said; otherwise it was a
// wrong choice.
func (r *reading) sight(keep func(*okr.Cycle, []*okr.Cycle) func(*okr.Cycle) bool) (*sight, error) {
	place, at, err := r.open(r.env)
	if err != nil {
		return nil, err
	}
	cycles, settings, err := place.cycles(at)
	if err != nil {
		return nil, err
	}
	s := &sight{place: place, at: at}
	cycle, choice := r.chosenCycle(cycles, at)
	wanted := func(*okr.Cycle) bool { return false }
	if choice == nil {
		wanted = keep(cycle, cycles)
	}
	if s.result, err = place.load(at, wanted); err != nil {
		return nil, err
	}
	if choice != nil {
		known := false
		if cycle, known = settings.Calendar.Cycle(r.cycle); problems(s.result.Findings) == nil || r.cycle != "" && !known {
			return nil, choice
		}
	}
	s.cycle = cycle
	if cycle != nil {
		if kept := s.result.Workspace.Cycle(cycle.ID); kept != nil {
			s.cycle = kept
		}
	}
	s.team, err = r.chosenTeam(s.result.Workspace)
	return s, err
}

// found are the errors in the files, and more, as they are printed.
func (s *sight) found(more []diag.Finding) []diag.Finding {
	findings := slices.DeleteFunc(slices.Clone(s.result.Findings), func(f diag.Finding) bool { return f.Severity != diag.Error })
	return s.place.relocated(diag.Finish(append(findings, more...)))
}

// rings are the findings about objectives that support each other in a ring, as lint
// has them: a comment, the settings or a baseline can silence them.
func (s *sight) rings() []diag.Finding {
	const ring = "alignment-cycle"
	ws := s.result.Workspace
	findings := lint.Run(lint.Input{
		Workspace: ws, Allows: s.result.Allows, At: s.at, Only: func(rule diag.Rule) bool { return rule.ID == ring },
	})
	if ws.Settings.Lint.Baseline != "" {
		if _, base, err := s.place.readBaseline("", ws.Settings.Lint.Baseline); err == nil {
			findings = base.Apply(findings)
		}
	}
	return slices.DeleteFunc(findings, func(f diag.Finding) bool {
		return f.Rule != ring || f.Severity != diag.Error || f.Suppressed() || s.cycle != nil && !s.shows(f.Subject)
	})
}

// shows reports whether an address lies in a cycle that shares a day with the asked one.
func (s *sight) shows(subject string) bool {
	parts := strings.Split(subject, "/")
	if len(parts) < 2 {
		return true
	}
	cycle := s.result.Workspace.Cycle(parts[1])
	return cycle == nil || cycle.Overlaps(s.cycle)
}

// readings are the scores of all cycles whose documents were kept whole.
func (s *sight) readings() ([]*score.Reading, error) {
	ws := s.result.Workspace
	var whole []*okr.Cycle
	for _, d := range ws.Documents {
		if !d.Outline && !slices.Contains(whole, d.Cycle) {
			whole = append(whole, d.Cycle)
		}
	}
	past := s.place.past(whole, false)
	var readings []*score.Reading
	err := past.reading(func(known okr.History) error {
		readings = nil
		for _, c := range whole {
			readings = append(readings, score.Alone(ws, known, c, s.at))
		}
		return nil
	})
	past.tell()
	return readings, err
}
