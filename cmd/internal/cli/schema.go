package cli

import (
	"github.com/spf13/cobra"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/schema"
)

func newSchema(env Env) *cobra.Command {
	var dir string
	cmd := &cobra.Command{
		Use:   "schema [document|workspace]",
		Short: "Print the JSON Schema of an OKR document or of okr.yaml",
		Long: `Prints the JSON Schema that editors and validators use: of an OKR document (the
default), or of okr.yaml. With -C it is the schema as that workspace has it, with
its own limits.`,
		GroupID:   groupFiles,
		Args:      cobra.MatchAll(cobra.MaximumNArgs(1), cobra.OnlyValidArgs),
		ValidArgs: []string{"document", "workspace"},
		RunE: func(cmd *cobra.Command, args []string) error {
			text := schema.Workspace()
			if len(args) == 0 || args[0] == "document" {
				limits, err := schemaLimits(env, dir, cmd.Flags().Changed("dir"))
				if err != nil {
					return err
				}
				text = schema.Document(limits)
			}
			return (&output{env: env}).raw(text)
		},
	}
	cmd.Flags().StringVarP(&dir, "dir", "C", "", "use the limits of the workspace in this `directory`")
	return cmd
}

// schemaLimits are the published ones unless a workspace was asked for.
func schemaLimits(env Env, dir string, asked bool) (schema.Limits, error) {
	if !asked {
		return schema.Limits{}, nil
	}
	place, err := locate(env, dir)
	if err != nil {
		return schema.Limits{}, err
	}
	result, err := place.load(okr.DateOf(env.Now()), func(*okr.Cycle) bool { return false })
	if err != nil {
		return schema.Limits{}, err
	}
	objectives := result.Workspace.Settings.Limits.Objectives
	return schema.Limits{MinObjectives: objectives.Min, MaxObjectives: objectives.Max}, nil
}
