package cli

import (
	"github.com/spf13/cobra"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/schema"
)

func newSchema(env Env) *cobra.Command {
	var from viewpoint
	cmd := &cobra.Command{
		Use:   "schema [document|workspace]",
		Short: "Print the JSON Schema of an OKR document or of okr.yaml",
		Long: `Prints the JSON Schema that editors and validators use: of an OKR document (the
default), or of okr.yaml. With -C or --rev it is the schema as that workspace has it,
with its own limits.`,
		GroupID:   groupFiles,
		Args:      cobra.MatchAll(cobra.MaximumNArgs(1), cobra.OnlyValidArgs),
		ValidArgs: []string{"document", "workspace"},
		RunE: func(cmd *cobra.Command, args []string) error {
			text := schema.Workspace()
			if len(args) == 0 || args[0] == "document" {
				limits, err := schemaLimits(env, from)
				if err != nil {
					return err
				}
				text = schema.Document(limits)
			}
			return (&output{env: env}).raw(text)
		},
	}
	cmd.Flags().StringVarP(&from.dir, "dir", "C", "", "use the limits of the workspace in this `directory`")
	from.bindRevision(cmd.Flags())
	return cmd
}

// schemaLimits are the published ones unless a workspace was asked for.
func schemaLimits(env Env, from viewpoint) (schema.Limits, error) {
	if from.dir == "" && from.rev == "" {
		return schema.Limits{}, nil
	}
	place, at, err := from.open(env)
	if err != nil {
		return schema.Limits{}, err
	}
	result, err := place.load(at, func(*okr.Cycle) bool { return false })
	if err != nil {
		return schema.Limits{}, err
	}
	objectives := result.Workspace.Settings.Limits.Objectives
	return schema.Limits{MinObjectives: objectives.Min, MaxObjectives: objectives.Max}, nil
}
