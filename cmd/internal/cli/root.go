package cli

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// commands lists the constructors of all commands: a new one is a file and a
// line here.
func commands() []func(Env) *cobra.Command {
	return []func(Env) *cobra.Command{
		newAsks,
		newBaseline,
		newCascade,
		newCoach,
		newCodeowners,
		newDemo,
		newDiff,
		newExplain,
		newFmt,
		newLint,
		newLog,
		newPublish,
		newRules,
		newSchema,
		newScore,
		newStatus,
		newTeams,
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
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		if cmd.Flag("cached") != nil && err.Error() == "unknown flag: --rev" {
			return failed("okr diff BASE..HEAD", "`%s` compares two revisions, which its argument names", cmd.CommandPath())
		}
		if cmd.Flag("dir") != nil && err.Error() == "unknown flag: --rev" {
			return failed("leave out --rev", "`%s` works on the files as they are, and those of a commit cannot be changed", cmd.CommandPath())
		}
		message, _, _ := strings.Cut(err.Error(), ": strconv.")
		return errors.New(message)
	})
	for _, construct := range commands() {
		cmd := construct(env)
		cmd.PreRunE = func(cmd *cobra.Command, _ []string) error { return noEmptyFlags(cmd) }
		root.AddCommand(cmd)
	}
	root.InitDefaultCompletionCmd()
	if completion, _, err := root.Find([]string{"completion"}); err == nil {
		completion.Args = cobra.NoArgs
		completion.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
	}
	return root
}

// noEmptyFlags refuses a flag that was given nothing: in a script that is a
// variable that nobody has set, and guessing what it should hold would hide that.
func noEmptyFlags(cmd *cobra.Command) error {
	var err error
	cmd.Flags().Visit(func(flag *pflag.Flag) {
		if empty(flag.Value) {
			err = failed("give it a value, or leave it out", "--%s is empty", flag.Name)
		}
	})
	return err
}

func empty(value pflag.Value) bool {
	if list, ok := value.(pflag.SliceValue); ok {
		return len(list.GetSlice()) == 0 || slices.Contains(list.GetSlice(), "")
	}
	return value.Type() == "string" && value.String() == ""
}
