package cli

import (
	"github.com/spf13/cobra"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/lint"
	"github.com/okrs-as-code/okrs/okr/report"
)

type validate struct {
	reading
	paths []string
}

func newValidate(env Env) *cobra.Command {
	v := &validate{reading: reading{output: output{env: env, findings: true}}}
	cmd := &cobra.Command{
		Use:   "validate [PATH...]",
		Short: "Check that the files say what they mean",
		Long: `Checks form and meaning of the workspace's files: syntax, keys and types, numbers that
cannot be, links that lead nowhere. Every mistake is named with its place and what to do.

The whole workspace is read, since files refer to each other; with PATHs only what is
wrong in those files and folders is reported, with --cycle and --team only what is wrong
in their documents, and in files that do not say whose they are.

Exit codes: 0 no errors, 1 errors in the files, 2 misused or unable to run.`,
		GroupID: groupFiles,
		RunE: func(_ *cobra.Command, args []string) error {
			v.paths = args
			return v.run()
		},
	}
	v.bind(cmd)
	v.bindPart(cmd)
	return cmd
}

func (v *validate) run() error {
	if _, err := v.chosen(); err != nil {
		return err
	}
	place, at, err := v.open(v.env)
	if err != nil {
		return err
	}
	result, err := place.load(at, func(*okr.Cycle) bool { return false })
	if err != nil {
		return err
	}
	selection, err := place.selected(v.paths, result.Files)
	if err != nil {
		return err
	}
	if selection, err = v.part(selection, result.Workspace); err != nil {
		return err
	}
	findings := place.relocated(selection.of(lint.Configured(result.Workspace, result.Findings)))
	v.path = place.here
	doc := report.Linted(report.Linting{
		Findings: findings, Clean: selection.clean(place, findings), Summary: report.Summarize(findings, len(selection.files)),
	})
	if err := v.print(doc); err != nil {
		return err
	}
	return problems(findings)
}

// problems is errProblems where there is an error among the findings.
func problems(findings []diag.Finding) error {
	if diag.Count(findings, diag.Error) > 0 {
		return errProblems
	}
	return nil
}
