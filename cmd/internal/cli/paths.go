package cli

import (
	"path"
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr/diag"
)

// selection is the files that a command was asked to speak about.
type selection struct {
	// files are their names in the workspace, in its order.
	files []string
	// all says that those are all that were read; what is said of a file that is gone is
	// told then, too.
	all bool
	// form is a file of which is told only what breaks its form; empty for none.
	form string
}

// selected finds the files of the workspace that are named or lie in a folder that
// is named; all of them where nothing is.
func (p *place) selected(names, files []string) (selection, error) {
	if len(names) == 0 {
		return selection{files: files, all: true}, nil
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
	return selection{files: slices.DeleteFunc(slices.Clone(files), func(file string) bool { return !wanted[file] })}, nil
}

// of are the findings in the files of the selection.
func (s selection) of(findings []diag.Finding) []diag.Finding {
	if s.all {
		return findings
	}
	wanted := set(s.files)
	return slices.DeleteFunc(slices.Clone(findings), func(f diag.Finding) bool {
		name := path.Clean(f.Path)
		return !wanted[name] && (name != s.form || f.Class != diag.ClassForm)
	})
}

// clean are the files of the selection of which nothing is said, as paths of the
// repository; so are those of the findings.
func (s selection) clean(place *place, findings []diag.Finding) []string {
	spoken := make(map[string]bool)
	for i := range findings {
		spoken[findings[i].Path] = true
	}
	var clean []string
	for _, file := range s.files {
		if name := place.path(file); !spoken[name] {
			clean = append(clean, name)
		}
	}
	return clean
}
