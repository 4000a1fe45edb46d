package load

import (
	"fmt"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/source"
	"github.com/okrs-as-code/okrs/okr/tree"
)

// register is what okr.yaml says.
type register struct {
	requires       okr.Text
	organization   string
	files, exclude []okr.Text
	settings       okr.Settings
	teams          []*okr.Team // in the order of the file
	cycles         []namedCycle

	// openTeams says that the list of teams could not be read as a whole: a team
	// that is not in it may still exist.
	openTeams bool
	// brokenCycles are ids of cycles that are named without usable dates.
	brokenCycles []string
	// crossed are settings that contradict each other.
	crossed []slip
}

// namedCycle is a cycle of okr.yaml and where its parts stand.
type namedCycle struct {
	id, name   okr.Text
	start, end okr.Day
}

// registerReader reads okr.yaml.
type registerReader struct {
	reader
	*register
}

// keys reads a mapping by a table of what to do with each key's value.
func (r *reader) keys(n *tree.Node, table map[string]func(*tree.Node)) {
	pairs := r.pairs(n)
	for i := range pairs {
		if read, known := table[pairs[i].Key]; known {
			read(pairs[i].Value)
		} else {
			r.unknown(&pairs[i])
		}
	}
}

// readRegister reads the tree of okr.yaml. A nil root is a file that could not
// be read: what is left are the defaults.
func readRegister(root *tree.Node) (*register, []slip) {
	r := &registerReader{
		reader:   reader{store: newStore()},
		register: &register{settings: okr.DefaultSettings(), openTeams: true},
	}
	if root == nil {
		return r.register, nil
	}
	s := &r.settings
	r.keys(root, map[string]func(*tree.Node){
		"version":      func(n *tree.Node) { r.whole(n, 1, 1) },
		"requires":     func(n *tree.Node) { r.requires = r.sentence(n) },
		"organization": func(n *tree.Node) { r.organization = r.sentence(n).V },
		"files":        func(n *tree.Node) { r.files = r.sentences(n, r.sentence) },
		"exclude":      func(n *tree.Node) { r.exclude = r.sentences(n, r.sentence) },
		"calendar":     func(n *tree.Node) { r.calendar(n, &s.Calendar) },
		"cycles":       r.cycleList,
		"teams":        r.teamList,
		"units":        func(n *tree.Node) { s.Units = r.unitMap(n) },
		"limits":       func(n *tree.Node) { r.limits(n, &s.Limits) },
		"scoring":      func(n *tree.Node) { r.scoring(n, &s.Scoring) },
		"lint":         func(n *tree.Node) { r.lint(n, &s.Lint) },
		"export":       func(n *tree.Node) { r.export(n, &s.Export) },
	})
	return r.register, r.slips
}

func (r *registerReader) teamList(n *tree.Node) {
	r.openTeams = false
	for _, item := range r.items(n) {
		team := new(okr.Team)
		r.team(item, team)
		if team.ID.Written() {
			r.teams = append(r.teams, team)
		} else {
			r.openTeams = true
		}
	}
	r.openTeams = r.openTeams || n.Kind != tree.Sequence
}

func (r *registerReader) team(n *tree.Node, team *okr.Team) {
	r.keys(n, map[string]func(*tree.Node){
		"id":       func(n *tree.Node) { team.ID = r.id(n) },
		"name":     func(n *tree.Node) { team.Name = r.sentence(n) },
		"parent":   func(n *tree.Node) { team.ParentID = r.id(n) },
		"contact":  func(n *tree.Node) { team.Contact = r.sentence(n) },
		"handle":   func(n *tree.Node) { team.Handle = r.sentence(n) },
		"size":     func(n *tree.Node) { team.Size = r.whole(n, 1, 1<<30) },
		"products": func(n *tree.Node) { team.Products = r.sentences(n, r.sentence) },
	})
	if !team.Name.Written() {
		team.Name.V = team.ID.V
	}
}

func (r *registerReader) cycleList(n *tree.Node) {
	for _, item := range r.items(n) {
		var c namedCycle
		r.keys(item, map[string]func(*tree.Node){
			"id":    func(n *tree.Node) { c.id = r.cycleID(n) },
			"name":  func(n *tree.Node) { c.name = r.sentence(n) },
			"start": func(n *tree.Node) { c.start = r.day(n) },
			"end":   func(n *tree.Node) { c.end = r.day(n) },
		})
		if c.start.Written() && c.end.Written() && c.id.Written() {
			r.cycles = append(r.cycles, c)
		} else if c.id.Written() {
			r.brokenCycles = append(r.brokenCycles, c.id.V)
		}
	}
}

func (r *registerReader) unitMap(n *tree.Node) map[string]*okr.Unit {
	units := make(map[string]*okr.Unit)
	pairs := r.pairs(n)
	for i := range pairs {
		unit := new(okr.Unit)
		r.keys(pairs[i].Value, map[string]func(*tree.Node){
			"domain": func(n *tree.Node) {
				least, most := r.ends(n)
				unit.Bounded = n.Kind == tree.Mapping
				if least.Written() {
					unit.Domain.Min = &least.V
				}
				if most.Written() {
					unit.Domain.Max = &most.V
				}
				if least.Written() && most.Written() && least.V.Cmp(most.V) > 0 {
					r.cross(n.Span, "the domain is empty: its min %s is above its max %s", least.V, most.V)
					unit.Bounded = false
				}
			},
			"description": func(n *tree.Node) { unit.Description = r.sentence(n).V },
		})
		units[okr.UnitKey(pairs[i].Key)] = unit
	}
	return units
}

// calendar reads how the year is cut.
func (r *registerReader) calendar(n *tree.Node, c *okr.Calendar) {
	r.keys(n, map[string]func(*tree.Node){
		"fiscal_year_start":    func(n *tree.Node) { r.set(n, &c.FiscalYearStart, 1, 12) },
		"fiscal_year_named_by": func(n *tree.Node) { c.NamedByStart = r.choice(n, "end", "start").V == "start" },
		"grace_days":           func(n *tree.Node) { r.set(n, &c.GraceDays, 0, mostDays) },
		"check_in_every":       func(n *tree.Node) { r.set(n, &c.CheckInEvery, 1, mostDays) },
	})
}

// mostDays is far beyond any sensible number of days, and near enough for dates
// that are computed with it.
const mostDays = 1 << 20

// set reads a whole number over a default.
func (r *reader) set(n *tree.Node, to *int, least, most int) {
	if v := r.whole(n, least, most); v.Written() {
		*to = v.V
	}
}

func (r *registerReader) cross(span source.Span, format string, args ...any) {
	r.crossed = append(r.crossed, slip{span: span, message: fmt.Sprintf(format, args...)})
}
