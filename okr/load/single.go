package load

import (
	"io/fs"
	"path"
	"strings"
	"sync"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/conform"
	"github.com/okrs-as-code/okrs/okr/source"
	"github.com/okrs-as-code/okrs/okr/tree"
	"github.com/okrs-as-code/okrs/schema"
)

// Single reads documents one at a time, as the workspace of an okr.yaml would:
// the versions that one document had, whichever workspace they stood in. It may be
// used by several goroutines at once.
type Single struct {
	top     *top
	checker *conform.Checker
	workers sync.Pool // of *worker: what one needed for a document serves for the next
}

// anyNumber of objectives may stand in a document of the past: limits are of today.
var anyNumber = schema.Limits{MinObjectives: 0, MaxObjectives: 1000}

// NewSingle reads the okr.yaml of a file system. It fails like [Workspace]. Of the
// options, AsOf, Keep and Version count.
func NewSingle(fsys fs.FS, options Options) (*Single, error) {
	top, err := readTop(fsys, options)
	if err != nil {
		return nil, err
	}
	s := &Single{top: top, checker: conform.New(anyNumber)}
	s.workers.New = func() any {
		return &worker{desk: top.desk, checker: s.checker, kept: newStore(), passing: newPassingStore()}
	}
	return s, nil
}

// Together reads the documents of some names in a file system as one workspace,
// whether or not the okr.yaml beside them has patterns that match: documents of the
// past may have stood anywhere. It fails like [Workspace]. Of the options, AsOf,
// Keep, Workers and Version count. What is wrong in them is not told.
func Together(fsys fs.FS, names []string, options Options) (*okr.Workspace, error) {
	top, err := readTop(fsys, options)
	if err != nil {
		return nil, err
	}
	return gather(top, readAll(fsys, top.desk, conform.New(anyNumber), names)).workspace, nil
}

// Document is what the bytes of a document say. Its team and its cycle are nil
// where okr.yaml does not know them, and its links lead nowhere: nothing beyond the
// document is looked at. It is nil where the bytes are no document of a team and a
// cycle. What is wrong in it is not told.
func (s *Single) Document(name string, data []byte) *okr.Document {
	t, findings := tree.Parse(name, data)
	if t == nil || t.Root.Kind != tree.Mapping {
		return nil
	}
	// What the schema refuses is marked in the tree, so that it is not used.
	findings = append(findings, s.checker.Document(t)...)
	w := s.workers.Get().(*worker)
	defer s.workers.Put(w)
	return w.readPage(t, source.NewFile(nil, name, nil), findings).document
}

// Is reports whether the name of a file is that of a document of the workspace.
func (s *Single) Is(name string) bool {
	if name == workspaceName || !matches(s.top.globs.files, name) || matches(s.top.globs.exclude, name) {
		return false
	}
	for part := name; part != "."; part = path.Dir(part) {
		if hidden(part) {
			return false
		}
	}
	return true
}

// Enters reports whether there may be documents somewhere below a folder.
func (s *Single) Enters(folder string) bool {
	if folder == "." {
		return true
	}
	if hidden(folder) {
		return false
	}
	for _, pattern := range s.top.globs.files {
		base, _ := doublestar.SplitPattern(pattern)
		base = path.Clean(base)
		if base == "." || within(folder, base) || within(base, folder) {
			return true
		}
	}
	return false
}

// within reports whether a name is a folder or lies below it.
func within(name, folder string) bool { return name == folder || strings.HasPrefix(name, folder+"/") }

// Identity is the team and the cycle that a document names, by a glance: nothing is
// checked. Both are empty where it does not show them.
func Identity(name string, data []byte) (team, cycle string) {
	team, plain := plainValue(data, "team: ")
	cycle, plainer := plainValue(data, "cycle: ")
	if plain && plainer {
		return team, cycle
	}
	t, _ := tree.Parse(name, data)
	if t == nil || t.Root.Kind != tree.Mapping {
		return "", ""
	}
	return textOf(t.Root.Get("team")), textOf(t.Root.Get("cycle"))
}
