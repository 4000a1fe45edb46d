package history

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"testing/fstest"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/load"
	"github.com/okrs-as-code/okrs/okr/origin"
)

// state is what the documents of a cycle were at one commit.
type state struct {
	cycle  *okr.Cycle
	once   sync.Once
	commit origin.Hash // zero where there is none
	basis  okr.Basis
	later  bool // documents that came later belong to it, in their first version

	read      sync.Once
	workspace *okr.Workspace
	joined    map[string]bool    // teams whose documents came later
	mended    map[string]version // by team, what a file last was that could not be read then

	renames renames // since then
}

// document is what a team had; nil where it had nothing.
func (s *state) document(p *Past, team string) *okr.Document {
	if s.commit.IsZero() {
		return nil
	}
	s.read.Do(func() { p.failed(s.load(p)) })
	if s.workspace == nil {
		return nil
	}
	return s.workspace.Document(team, s.cycle.ID)
}

// load reads the documents of the commit. A file that could not be read then counts as
// what it last was before, unless its team has another document. One that was never a
// document is as if it had not been there.
func (s *state) load(p *Past) error {
	all, err := p.files(s.commit)
	if err != nil {
		return err
	}
	var documents, broken []listed
	for _, l := range all {
		switch {
		case l.hidden:
			broken = append(broken, l)
		case l.cycle == s.cycle.ID:
			documents = append(documents, l)
		}
	}
	readable, err := s.readable(p, documents)
	if err != nil {
		return err
	}
	for _, l := range documents {
		if !slices.Contains(readable, l) {
			broken = append(broken, l)
		}
	}
	before, err := p.readableBefore(s.commit, s.cycle.ID, broken)
	if err != nil {
		return err
	}
	s.mended = make(map[string]version)
	for _, v := range before {
		team := v.page.team
		if !slices.ContainsFunc(readable, func(l listed) bool { return l.team == team }) {
			s.mended[team] = v
			readable = append(readable, listed{v.path, v.page})
		}
	}
	if len(s.mended) > 0 {
		slices.SortFunc(readable, func(a, b listed) int { return strings.Compare(a.name, b.name) })
		_, err = s.readable(p, readable)
	}
	return err
}

// readable reads documents together and gives those that turn out to be some.
func (s *state) readable(p *Past, documents []listed) ([]listed, error) {
	for {
		ws, err := s.together(p, documents)
		if err != nil {
			return nil, err
		}
		readable := slices.DeleteFunc(slices.Clone(documents), func(l listed) bool {
			return ws.Document(l.team, s.cycle.ID) == nil && p.parsed(l.page) == nil
		})
		if len(readable) == len(documents) {
			s.workspace = ws
			return readable, nil
		}
		documents = readable
	}
}

// together reads documents, and those that came later, as one workspace, so that
// they know each other.
func (s *state) together(p *Past, documents []listed) (*okr.Workspace, error) {
	shelf := shelf{files: fstest.MapFS{workspaceFile: {Data: p.register}}}
	there := make(map[string]bool)
	for _, d := range documents {
		if there[d.team] {
			continue // of two for a team, the first, as in a workspace
		}
		there[d.team] = true
		if err := shelf.put(p, d.name, d.page); err != nil {
			return nil, err
		}
	}
	s.joined = make(map[string]bool)
	if s.later {
		firsts := p.firsts(s.cycle.ID, there)
		for _, team := range slices.Sorted(maps.Keys(firsts)) {
			s.joined[team] = true
			if err := shelf.put(p, firsts[team].path, firsts[team].page); err != nil {
				return nil, err
			}
		}
	}
	return load.Together(shelf.files, shelf.names, load.Options{Version: p.options.Version})
}

// shelf is documents beside each other that need not have stood beside each other.
type shelf struct {
	files fstest.MapFS // a file system in memory, as the standard library has it
	names []string
}

// put adds a document. Two teams may have used one name at different times; then
// the second gets another one.
func (s *shelf) put(p *Past, name string, g *page) error {
	data, err := p.text(g)
	if err != nil {
		return err
	}
	for s.files[name] != nil {
		name += "-"
	}
	s.files[name] = &fstest.MapFile{Data: data}
	s.names = append(s.names, name)
	return nil
}
