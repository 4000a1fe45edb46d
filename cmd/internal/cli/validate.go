package cli

import (
	"path"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/load"
	"github.com/okrs-as-code/okrs/okr/report"
)

type validate struct {
	reading
	paths []string
}

func newValidate(env Env) *cobra.Command {
	v := &validate{reading: reading{output: output{env: env}}}
	cmd := &cobra.Command{
		Use:   "validate [PATH...]",
		Short: "Check that the files say what they mean",
		Long: `Checks form and meaning of the workspace's files: syntax, keys and types, numbers that
cannot be, links that lead nowhere. Every mistake is named with its place and what to do.

The whole workspace is read, since files refer to each other; with PATHs only what is
wrong in those files and folders is reported.

Exit codes: 0 no errors, 1 errors in the files, 2 misused or unable to run.`,
		GroupID: groupFiles,
		RunE: func(_ *cobra.Command, args []string) error {
			v.paths = args
			return v.run()
		},
	}
	v.bind(cmd)
	return cmd
}

func (v *validate) run() error {
	if _, err := v.chosen(); err != nil {
		return err
	}
	at, err := v.date()
	if err != nil {
		return err
	}
	place, err := locate(v.env, v.dir)
	if err != nil {
		return err
	}
	result, err := place.load(at, func(*okr.Cycle) bool { return false })
	if err != nil {
		return err
	}
	findings, files, err := v.selected(place, result)
	if err != nil {
		return err
	}
	v.path = place.here
	if err := v.print(report.Lint(place.relocated(findings), files)); err != nil {
		return err
	}
	return problems(findings)
}

// selected are the findings in the named files and folders, and how many files
// those are; everything where none are named.
func (v *validate) selected(place *place, result *load.Result) ([]diag.Finding, int, error) {
	if len(v.paths) == 0 {
		return result.Findings, len(result.Files), nil
	}
	wanted := make(map[string]bool)
	for _, name := range v.paths {
		inner, err := place.inside(name)
		if err != nil {
			return nil, 0, err
		}
		found := false
		for _, file := range result.Files {
			if file == inner || inner == "." || strings.HasPrefix(file, inner+"/") {
				wanted[file], found = true, true
			}
		}
		if !found {
			return nil, 0, failed("okr.yaml's `files` says which files are read; default: okrs/**/*.yaml",
				"%s holds no file of this workspace", name)
		}
	}
	findings := slices.DeleteFunc(slices.Clone(result.Findings), func(f diag.Finding) bool { return !wanted[path.Clean(f.Path)] })
	return findings, len(wanted), nil
}

// problems is errProblems where there is an error among the findings.
func problems(findings []diag.Finding) error {
	if diag.Count(findings, diag.Error) > 0 {
		return errProblems
	}
	return nil
}
