package cli

import (
	"path"
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr/diag"
)

// selection is the files that a command was asked to speak about.
type selection struct {
	files int
	// wanted are their names in the workspace; nil means all.
	wanted map[string]bool
}

// selected finds the files of the workspace that are named or lie in a folder that
// is named; all of them where nothing is.
func (p *place) selected(names, files []string) (selection, error) {
	if len(names) == 0 {
		return selection{files: len(files)}, nil
	}
	wanted := make(map[string]bool)
	for _, name := range names {
		inner, err := p.inside(name)
		if err != nil {
			return selection{}, err
		}
		found := false
		for _, file := range files {
			if file == inner || inner == "." || strings.HasPrefix(file, inner+"/") {
				wanted[file], found = true, true
			}
		}
		if !found {
			return selection{}, failed("okr.yaml's `files` says which files are read; default: okrs/**/*.yaml",
				"%s holds no file of this workspace", name)
		}
	}
	return selection{files: len(wanted), wanted: wanted}, nil
}

// of are the findings in the files of the selection.
func (s selection) of(findings []diag.Finding) []diag.Finding {
	if s.wanted == nil {
		return findings
	}
	return slices.DeleteFunc(slices.Clone(findings), func(f diag.Finding) bool { return !s.wanted[path.Clean(f.Path)] })
}
