package cli

import (
	"slices"

	"github.com/spf13/cobra"

	"github.com/okrs-as-code/okrs/okr/lint"
	"github.com/okrs-as-code/okrs/okr/report"
)

func newRules(env Env) *cobra.Command {
	out := &output{env: env}
	choice := &ruleChoice{}
	cmd := &cobra.Command{
		Use:   "rules",
		Short: "List the rules",
		Long: `Lists what validate and lint look for, with the severity each rule has unless okr.yaml
says otherwise, and those that it also has in some places. okr explain RULE says in
which, and more.`,
		GroupID: groupFiles,
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			wanted, err := choice.wanted()
			if err != nil {
				return err
			}
			rules := lint.Rules()
			if wanted != nil {
				rules = slices.DeleteFunc(rules, func(rule lint.Rule) bool { return !wanted(rule.Rule) })
			}
			return out.print(report.Rules(rules))
		},
	}
	out.bind(cmd)
	choice.bind(cmd)
	return cmd
}
