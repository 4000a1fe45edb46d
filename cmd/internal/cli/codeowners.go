package cli

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/report"
)

type codeowners struct {
	viewpoint
	env  Env
	file string
}

func newCodeowners(env Env) *cobra.Command {
	c := &codeowners{env: env}
	cmd := &cobra.Command{
		Use:   "codeowners",
		Short: "Print a CODEOWNERS file, so that pull requests reach the right teams",
		Long: `Makes a CODEOWNERS file from the register of teams: a team's files are read by the team
above it and by the teams with which it shares key results in cycles that are not closed;
okr.yaml by the topmost team. Teams are named by their handle in okr.yaml; about those
without one there is a comment.

Paths begin at the top of the repository. Errors in the files go to the standard error,
and the exit code is 1 then; what could be read is in the file all the same.`,
		Example: `  okr codeowners
  okr codeowners -o .github/CODEOWNERS`,
		GroupID: groupFiles,
		Args:    cobra.NoArgs,
		RunE:    func(*cobra.Command, []string) error { return c.run() },
	}
	flags := cmd.Flags()
	c.viewpoint.bind(flags)
	flags.StringVarP(&c.file, "output", "o", "", "write to this `file` instead of the standard output")
	return cmd
}

func (c *codeowners) run() error {
	place, at, err := c.open(c.env)
	if err != nil {
		return err
	}
	result, err := place.load(at, nil)
	if err != nil {
		return err
	}
	text := report.Codeowners(result.Workspace, at, place.path)
	out := &output{env: c.env, format: "text", color: "auto", findings: true, path: place.here}
	if c.file == "" || c.file == standardOutput {
		err = out.raw([]byte(text))
	} else {
		err = c.env.save(c.file, func(w io.Writer) error {
			_, err := io.WriteString(w, text)
			return err
		})
	}
	if err != nil {
		return err
	}
	errs := (&sight{place: place, result: result}).found(nil)
	if diag.Count(errs, diag.Error) > 0 {
		if err := out.onErrors(report.Lint(errs, len(result.Files))); err != nil {
			return err
		}
	}
	return problems(errs)
}
