package cli

import (
	"github.com/spf13/cobra"
)

// commands lists the constructors of all commands: a new one is a file and a
// line here.
func commands() []func(Env) *cobra.Command {
	return []func(Env) *cobra.Command{
		newDemo,
		newSchema,
		newScore,
		newValidate,
		newVersion,
	}
}

// The groups of the help page, by whom a command serves.
const (
	groupFiles   = "files"
	groupReading = "reading"
)

// NewRoot is the command tree.
func NewRoot(env Env) *cobra.Command {
	root := &cobra.Command{
		Use:   "okr",
		Short: "Keep objectives and key results as files in git",
		Long: `okr keeps the objectives and key results of an organisation as YAML files in git.

Objectives belong to teams, never to people. A low score is information: no exit
code depends on one.

Exit codes: 0 clean, 1 problems found in the files, 2 misused or unable to run.`,
		Args:              cobra.NoArgs,
		SilenceErrors:     true,
		SilenceUsage:      true,
		DisableAutoGenTag: true,
		RunE:              func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetIn(env.In)
	root.SetOut(env.Out)
	root.SetErr(env.Err)
	root.AddGroup(
		&cobra.Group{ID: groupFiles, Title: "Write and check files:"},
		&cobra.Group{ID: groupReading, Title: "Read a quarter:"},
	)
	for _, construct := range commands() {
		root.AddCommand(construct(env))
	}
	return root
}
