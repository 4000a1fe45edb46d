package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/lint"
)

// defaultBaseline is where a baseline lies that nobody has named.
const defaultBaseline = ".okr-baseline.json"

// accepted marks the findings that a baseline accepts: the one that is named, else
// the one of okr.yaml, else none.
func (p *place) accepted(read *linted, named, configured string) ([]diag.Finding, error) {
	if named == "" && configured == "" {
		return read.findings, nil
	}
	name, base, err := p.readBaseline(named, configured)
	if err != nil {
		return nil, err
	}
	if _, gone := base.Pruned(read.findings, read.looked); gone > 0 && p.commit == nil {
		p.env.note("%d of what %s accepts is no longer found; `okr baseline prune` takes it out", gone, name)
	}
	return base.Apply(read.findings), nil
}

// readBaseline reads the baseline that is named, a file of the reader's, or the
// configured one, a file of the workspace.
func (p *place) readBaseline(named, configured string) (name string, base *lint.Baseline, err error) {
	var data []byte
	if named != "" {
		name = named
		data, err = os.ReadFile(p.env.absolute(named))
	} else {
		name = configured
		if !filepath.IsLocal(configured) {
			return "", nil, failed("write a path relative to okr.yaml, such as "+defaultBaseline, "okr.yaml's `baseline` leads out of the workspace: %s", configured)
		}
		data, err = fs.ReadFile(p.system, filepath.ToSlash(filepath.Clean(configured)))
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", nil, failed("`okr baseline write` makes one of what is found today", "the baseline %s does not exist", name)
	case err != nil:
		return "", nil, failed("", "the baseline %s cannot be read: %v", name, cause(err))
	}
	base, err = lint.ReadBaseline(data)
	if err != nil {
		return "", nil, failed("`okr baseline write` makes a new one", "the baseline %s cannot be used: %v", name, err)
	}
	return name, base, nil
}

// cause is an error of the file system without the name of the file.
func cause(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}
