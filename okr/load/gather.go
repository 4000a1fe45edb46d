package load

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/source"
)

// gathering is the pass over all documents: it puts them in order, follows their
// addresses, and finds what only shows between files.
type gathering struct {
	*desk
	file      *source.File // okr.yaml
	workspace *okr.Workspace
	notes     []note
	gaps      map[string]bool
	// searches is how many more times nearest names are looked for: a workspace
	// with thousands of mistakes of one cause needs no thousand guesses.
	searches int
	teamIDs  []string
}

const mostSearches = 500

func gather(t *top, sheets []sheet) *gathering {
	g := &gathering{desk: t.desk, file: t.file, gaps: make(map[string]bool), searches: mostSearches}
	g.teamIDs = g.desk.teamIDs()
	g.workspace = &okr.Workspace{Organization: t.desk.organization, File: t.file, Settings: t.desk.settings}
	for _, s := range sheets {
		for _, gap := range s.gaps {
			g.gaps[gap] = true
		}
		if s.document != nil && g.known(s.document) {
			g.workspace.Documents = append(g.workspace.Documents, s.document)
		}
	}
	g.workspace.Teams, g.workspace.Cycles = g.allTeams(), g.allCycles()
	g.sort()
	g.workspace.Index()
	g.duplicates()
	g.follow()
	g.shares()
	return g
}

// findings gives the notes their places, file by file.
func (g *gathering) findings() []diag.Finding {
	slices.SortStableFunc(g.notes, func(a, b note) int { return cmp.Compare(a.file.Name, b.file.Name) })
	return new(pages).findings(g.notes)
}

// known reports whether team and cycle of a document exist. What does not stays
// out of the workspace, and links to it are not called dangling as well.
func (g *gathering) known(d *okr.Document) bool {
	if d.Team == nil {
		g.notes = append(g.notes, note{
			rule: diag.UnknownTeam, file: d.File, span: d.TeamID.Span, subject: d.Address(),
			message: "there is no team " + quoted(d.TeamID.V) + " in okr.yaml",
			hint:    g.nearest(d.TeamID.V, g.teamIDs) + "A team is listed under `teams` in okr.yaml before it sets objectives.",
		})
	}
	if d.Cycle == nil && !slices.Contains(g.brokenCycles, d.CycleID.V) {
		g.notes = append(g.notes, note{
			rule: diag.UnknownCycle, file: d.File, span: d.CycleID.Span, subject: d.Address(),
			message: "there is no cycle " + quoted(d.CycleID.V),
			hint:    g.nearest(d.CycleID.V, g.cycleNames(d)) + cycleHint,
		})
	}
	if d.Team == nil || d.Cycle == nil {
		g.gaps[d.Address()], g.gaps[guessed(d.File.Name)] = true, true
		return false
	}
	g.cycle(d.CycleID.V, true)
	return true
}

const cycleHint = "Years (2026), half-years (2026-H1), thirds (2026-T1), quarters (2026-Q3) and months (2026-07) exist by themselves; others are named under `cycles` in okr.yaml."

// nearest is a question after the nearest words, empty where none is near.
func (g *gathering) nearest(written string, words []string) string {
	if g.searches--; g.searches < 0 {
		return ""
	}
	return didYouMean(written, words)
}

// cycleNames are cycles that a wrong name may have meant: those in use, the one
// of the document's folder, and the parts of the year that the name begins with.
func (g *gathering) cycleNames(d *okr.Document) []string {
	names := []string{path.Base(path.Dir(d.File.Name))}
	for name, known := range g.cycles {
		if known.cycle != nil {
			names = append(names, name)
		}
	}
	year, _, _ := strings.Cut(d.CycleID.V, "-")
	for _, part := range []string{"", "-Q1", "-Q2", "-Q3", "-Q4", "-H1", "-H2", "-T1", "-T2", "-T3"} {
		names = append(names, year+part)
	}
	exists := func(name string) bool {
		known := g.cycles[name]
		_, standard := g.settings.Calendar.Cycle(name)
		return standard || known != nil && known.cycle != nil
	}
	names = slices.DeleteFunc(names, func(name string) bool { return !exists(name) })
	slices.Sort(names)
	return slices.Compact(names)
}

// sort orders the documents by cycle, then by team, then by name of the file.
func (g *gathering) sort() {
	cycles := make(map[*okr.Cycle]int, len(g.workspace.Cycles))
	for i, c := range g.workspace.Cycles {
		cycles[c] = i
	}
	slices.SortFunc(g.workspace.Documents, func(a, b *okr.Document) int {
		return cmp.Or(
			cmp.Compare(cycles[a.Cycle], cycles[b.Cycle]), cmp.Compare(g.order[a.Team], g.order[b.Team]),
			cmp.Compare(a.File.Name, b.File.Name),
		)
	})
}

// duplicates finds two documents of one team and cycle; in the order of documents
// they are neighbours.
func (g *gathering) duplicates() {
	docs := g.workspace.Documents
	for i := 0; i < len(docs); {
		end := i + 1
		for end < len(docs) && docs[end].Cycle == docs[i].Cycle && docs[end].Team == docs[i].Team {
			end++
		}
		for j := i; j < end && end-i > 1; j++ {
			other := docs[i]
			if j == i {
				other = docs[i+1]
			}
			g.notes = append(g.notes, note{
				rule: diag.DuplicateDocument, file: docs[j].File, span: docs[j].TeamID.Span, subject: docs[j].Address(),
				message: "this is one of " + count(end-i) + " documents of " + docs[j].TeamID.V + " for " + docs[j].CycleID.V + "; another is " + other.File.Name,
				hint:    "Keep one document for a team and cycle: merge them, or correct the team or the cycle of one.",
				related: []relation{{"the other document", other.File, other.TeamID.Span}},
			})
		}
		i = end
	}
}
