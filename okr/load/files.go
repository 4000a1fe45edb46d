package load

import (
	"cmp"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/source"
)

// defaultFiles is where documents are when okr.yaml does not say.
const defaultFiles = "okrs/**/*.yaml"

// largestFile is how many bytes a file may have.
const largestFile = 1 << 20

// listing is what the globs of okr.yaml find.
type listing struct {
	// names are the documents, sorted.
	names []string
	// notes are about entries that match and cannot be read as documents.
	notes []note
}

// globs are the patterns of okr.yaml that stay inside the workspace.
type globs struct {
	files, exclude []string
	// twins are files with .yml in the place of .yaml, which people write by habit.
	twins []string
}

// readGlobs checks the patterns; what is said of them is about okr.yaml.
func readGlobs(r *register, file *source.File) (globs, []note) {
	var g globs
	var notes []note
	take := func(written []okr.Text, to *[]string) {
		for _, text := range written {
			if reason := globProblem(text.V); reason != "" {
				notes = append(notes, note{
					rule: diag.Schema, file: file, span: text.Span,
					message: quoted(text.V) + " " + reason,
					hint:    "Write a path relative to okr.yaml, such as " + defaultFiles + ".",
				})
				continue
			}
			*to = append(*to, path.Clean(text.V))
		}
	}
	take(r.files, &g.files)
	take(r.exclude, &g.exclude)
	if len(r.files) == 0 {
		g.files = []string{defaultFiles}
	}
	for _, pattern := range g.files {
		if stem, yaml := strings.CutSuffix(pattern, ".yaml"); yaml {
			g.twins = append(g.twins, stem+".yml")
		}
	}
	return g, notes
}

// globProblem says why a pattern cannot be used; empty where it can.
func globProblem(pattern string) string {
	switch {
	case path.IsAbs(pattern) || strings.Contains(pattern, `:\`):
		return "is an absolute path, and a workspace reads nothing outside its own folder"
	case slices.Contains(strings.Split(pattern, "/"), ".."):
		return "leads out of the workspace, which reads nothing outside its own folder"
	case len(pattern) > 256 || strings.Count(pattern, "{") > 6:
		return "is longer than any sensible pattern"
	case !doublestar.ValidatePattern(pattern):
		return "is not a pattern for files: a bracket or a brace is not closed"
	}
	return ""
}

func matches(patterns []string, name string) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool { return doublestar.MatchUnvalidated(pattern, name) })
}

// list walks the folders in which files can match, each once. It fails where a
// folder cannot be read.
func (g globs) list(fsys fs.FS) (listing, error) {
	var found listing
	for _, folder := range g.folders() {
		err := fs.WalkDir(fsys, folder, func(name string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil && name == folder && errors.Is(err, fs.ErrNotExist):
				return nil
			case err != nil:
				return err
			case entry.IsDir() && hidden(name):
				return fs.SkipDir
			case name == workspaceName || hidden(name):
				return nil
			}
			g.consider(fsys, name, entry, &found)
			return nil
		})
		if err != nil {
			return listing{}, err
		}
	}
	slices.Sort(found.names)
	slices.SortStableFunc(found.notes, func(a, b note) int { return cmp.Compare(a.file.Name, b.file.Name) })
	return found, nil
}

// hidden reports whether a name is one that shells and editors hide: their locks
// and copies are not for reading.
func hidden(name string) bool { return name != "." && strings.HasPrefix(path.Base(name), ".") }

// folders are those from which patterns start, without those inside others.
func (g globs) folders() []string {
	var folders []string
	for _, pattern := range g.files {
		base, _ := doublestar.SplitPattern(pattern)
		folders = append(folders, path.Clean(base))
	}
	slices.Sort(folders)
	var outer []string
	for _, folder := range folders {
		inside := slices.ContainsFunc(outer, func(o string) bool {
			return o == "." || o == folder || strings.HasPrefix(folder, o+"/")
		})
		if !inside {
			outer = append(outer, folder)
		}
	}
	return outer
}

// consider takes an entry into the listing where it matches.
func (g globs) consider(fsys fs.FS, name string, entry fs.DirEntry, found *listing) {
	wanted := matches(g.files, name)
	twin := !wanted && !entry.IsDir() && matches(g.twins, name)
	if !wanted && !twin || matches(g.exclude, name) || twin && matches(g.exclude, strings.TrimSuffix(name, "yml")+"yaml") {
		return
	}
	say := func(message, hint string) {
		found.notes = append(found.notes, note{
			rule: diag.UnreadFile, file: source.NewFile(nil, name, nil), message: message, hint: hint,
		})
	}
	const otherwise = " Or name it in okr.yaml under exclude."
	mode := entry.Type()
	if mode&fs.ModeSymlink != 0 && leadsToFolder(fsys, name) {
		return
	}
	switch {
	case twin:
		say("this file is not read, because its name ends in .yml and documents end in .yaml",
			"Rename it to "+path.Base(strings.TrimSuffix(name, "yml")+"yaml")+"."+otherwise)
	case entry.IsDir():
		if strings.HasSuffix(name, ".yaml") || strings.HasSuffix(name, ".yml") {
			say("this is a folder with the name of a document", "Rename the folder."+otherwise)
		}
	case mode&fs.ModeSymlink != 0:
		say("this is a link to another file, and links are not followed: in another checkout it may lead elsewhere",
			"Put the document itself here."+otherwise)
	case !mode.IsRegular():
		say("this is not a regular file, so it cannot be read as a document", "Put a document here."+otherwise)
	default:
		found.names = append(found.names, name)
	}
}

func leadsToFolder(fsys fs.FS, name string) bool {
	info, err := fs.Stat(fsys, name)
	return err == nil && info.IsDir()
}
