package load

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/conform"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/source"
	"github.com/okrs-as-code/okrs/okr/tree"
	"github.com/okrs-as-code/okrs/schema"
)

// workspaceName is the file that makes a folder a workspace.
const workspaceName = "okr.yaml"

// Options say how a workspace is read. The zero value reads all of it.
type Options struct {
	// AsOf is the date of the reading: a file that dates something later is told
	// so, and cycles that begin later are drafts. Without it no date is in the future.
	AsOf okr.Date
	// Keep says which cycles' documents are kept whole; nil keeps all. The others
	// become outlines after everything has been checked. It is asked once for each
	// cycle, never by two at a time.
	Keep func(*okr.Cycle) bool
	// Only says which cycles' documents are read at all, as far as a glance at a
	// file shows its cycle; nil reads all. Links into the others lead nowhere, so
	// the findings of such a reading are not worth showing.
	Only func(*okr.Cycle) bool
	// Pick says which documents are read at all, by their names; nil reads all. The
	// findings of such a reading are not worth showing either.
	Pick func(name string) bool
	// Hold is how many bytes of text may be kept beside the workspace, 0 or more, so
	// that whoever shows many places need not read the files again. The first files
	// that are read are held; which ones makes no difference to any result.
	Hold int64
	// Workers is how many files are read at a time, from 1; 0 leaves it to the machine.
	Workers int
	// Version is the program's own, such as 1.4.2, for `requires`. Anything that is
	// not a version, as in a build of one's own, satisfies every workspace.
	Version string
}

// Result is a workspace and what is to be said about its files.
type Result struct {
	// Workspace is never nil. Of a broken file it has what could be read, and
	// defaults for what okr.yaml says in a way that could not be.
	Workspace *okr.Workspace
	// Findings of form and of meaning, sorted and with fingerprints.
	Findings []diag.Finding
	// Allows are the comments that silence rules, and those that are meant to, by file
	// in the order of Files, then by place. Loading itself heeds none of them.
	Allows []diag.Allow
	// Files are the names of the files that were read, okr.yaml first, then sorted.
	Files []string
}

// ErrNoWorkspace says that there is no okr.yaml at the top of the file system.
var ErrNoWorkspace = errors.New("there is no okr.yaml here")

// RequirementError says that a workspace asks for a newer program.
type RequirementError struct {
	Requires string // as okr.yaml writes it, such as >=1.4
	Version  string // the program's own
}

// Error is the sentence about it.
func (e *RequirementError) Error() string {
	return fmt.Sprintf("this workspace requires version %s of the program, and this is %s", e.Requires, e.Version)
}

// Workspace reads the workspace at the top of a file system. The same files give
// the same result, whatever the number of workers and the order in which the
// file system lists them.
//
// It fails with ErrNoWorkspace where there is no okr.yaml, with a RequirementError
// where that asks for a newer program, and where okr.yaml or a folder cannot be
// read. Everything that is wrong in the files is a finding instead.
func Workspace(fsys fs.FS, options Options) (*Result, error) {
	top, err := readTop(fsys, options)
	if err != nil {
		return nil, err
	}
	found, err := top.globs.list(fsys)
	if err != nil {
		return nil, err
	}
	limits := top.desk.settings.Limits.Objectives
	if !top.readable {
		limits = okr.Range{Min: 1, Max: 1000} // the limits stand in a file that cannot be read
	}
	checker := conform.New(schema.Limits{MinObjectives: limits.Min, MaxObjectives: limits.Max})
	if options.Pick != nil {
		found.names = slices.DeleteFunc(found.names, func(name string) bool { return !options.Pick(name) })
	}
	found.names = only(fsys, top.desk, found.names)
	sheets := readAll(fsys, top.desk, checker, found.names)

	result := &Result{Files: append([]string{workspaceName}, found.names...), Findings: top.findings, Allows: top.allows}
	result.Findings = append(result.Findings, new(pages).findings(found.notes)...)
	for i := range sheets {
		result.Findings = append(result.Findings, sheets[i].findings...)
		result.Allows = append(result.Allows, sheets[i].allows...)
		sheets[i].findings = nil
	}
	g := gather(top, sheets)
	result.Workspace = g.workspace
	result.Findings = diag.Finish(saidOnce(append(result.Findings, g.findings()...)))
	return result, nil
}

// saidOnce leaves out what is said about the meaning of a value whose form is
// already known to be wrong.
func saidOnce(findings []diag.Finding) []diag.Finding {
	type place struct {
		path         string
		line, column int
	}
	form := make(map[place]bool)
	for _, f := range findings {
		if f.Class == diag.ClassForm {
			form[place{f.Path, f.Line, f.Column}] = true
		}
	}
	return slices.DeleteFunc(findings, func(f diag.Finding) bool {
		return f.Class == diag.ClassMeaning && form[place{f.Path, f.Line, f.Column}]
	})
}

// top is okr.yaml, read.
type top struct {
	file     *source.File
	desk     *desk
	globs    globs
	findings []diag.Finding
	allows   []diag.Allow
	readable bool // whether okr.yaml could be parsed
}

func readTop(fsys fs.FS, options Options) (*top, error) {
	info, err := fs.Stat(fsys, workspaceName)
	switch {
	case errors.Is(err, fs.ErrNotExist) || err == nil && info.IsDir():
		return nil, ErrNoWorkspace
	case err != nil:
		return nil, err
	}
	w := &worker{fsys: fsys}
	var t *tree.Tree
	var findings []diag.Finding
	data, err := w.bytes(workspaceName)
	var large tooLarge
	switch {
	case errors.As(err, &large):
		findings = unreadSheet(source.NewFile(nil, workspaceName, nil), err).findings
	case err != nil:
		return nil, err
	default:
		t, findings = tree.Parse(workspaceName, data)
	}
	var root *tree.Node
	if t != nil && t.Root.Kind == tree.Mapping {
		root = t.Root
	}
	if requires := textOf(root.Get("requires")); olderThan(options.Version, requires) {
		return nil, &RequirementError{Requires: requires, Version: options.Version}
	}
	if t != nil {
		findings = append(findings, conform.New(schema.Limits{}).Workspace(t)...)
	}
	file := source.NewFile(fsys, workspaceName, nil)
	r, slips := readRegister(root)
	d := newDesk(r, options)
	result := &top{file: file, desk: d, readable: root != nil}
	globs, notes := readGlobs(r, file)
	result.globs = globs
	notes = append(notes, d.arrange(file)...)
	if t != nil {
		result.allows = t.Allows(file)
		p := page{decoder: decoder{reader: reader{slips: slips}}, tree: t, file: file, said: offsets(t.Lines, findings), notes: notes}
		for _, s := range r.crossed {
			p.say(diag.Schema, s.span, s.message, "Correct one of the two; until then the defaults hold.")
		}
		findings = append(findings, p.findings()...)
	}
	result.findings = findings
	return result, nil
}

// olderThan reports whether a version is older than what is required (>=1.4).
func olderThan(version, requires string) bool {
	have, known := numbers(strings.TrimPrefix(version, "v"))
	need, asked := numbers(strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(requires), ">=")))
	if !known || !asked {
		return false
	}
	for i := range need {
		if have[i] != need[i] {
			return have[i] < need[i]
		}
	}
	return false
}

// numbers are the parts of a version: 1.4 is 1, 4, 0. What follows a hyphen or a
// plus, as in 1.4.0-rc.1, makes no difference.
func numbers(version string) (parts [3]int, ok bool) {
	if end := strings.IndexAny(version, "-+"); end >= 0 {
		version = version[:end]
	}
	fields := strings.Split(version, ".")
	if len(fields) > len(parts) {
		return parts, false
	}
	for i, field := range fields {
		n, err := strconv.Atoi(field)
		if err != nil || n < 0 {
			return parts, false
		}
		parts[i] = n
	}
	return parts, true
}
