package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/okrs-as-code/okrs/okr/lint"
	"github.com/okrs-as-code/okrs/okr/report"
)

func newExplain(env Env) *cobra.Command {
	s := &scoring{reading: reading{output: output{env: env}}}
	cmd := &cobra.Command{
		Use:   "explain RULE|ADDRESS",
		Short: "Say why a rule is there, or how a score came about",
		Long: `Explains a rule: what it finds, why that matters and after whom, how it looks, how it
looks better, how to silence it. No workspace is needed for that.

An address, team/cycle/objective or team/cycle/objective/key-result, explains a score:
every operand with the file and line where it is written.`,
		Example: `  okr explain output-kr
  okr explain no-counter-metric --format markdown
  okr explain checkout/2026-Q3/fast-checkout/p99`,
		GroupID: groupFiles,
		Args:    cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return failed("`okr rules` lists the rules", "name a rule, or the address of an objective or a key result")
			}
			if parts := strings.Split(args[0], "/"); len(parts) > 1 {
				if s.cycle == "" {
					s.cycle = parts[1]
				}
				s.explain = args[0]
				return s.run()
			}
			return s.explainRule(args[0])
		},
		ValidArgsFunction: cobra.FixedCompletions(lint.IDs(), cobra.ShellCompDirectiveNoFileComp),
	}
	s.bind(cmd)
	return cmd
}

func (s *scoring) explainRule(id string) error {
	rule, known := lint.ByID(strings.ToLower(id))
	if !known {
		return failed(among("rules", lint.IDs(), id)+"; `okr rules` lists them all", "there is no rule %q", id)
	}
	return s.print(report.Rule(rule))
}
