package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/okrs-as-code/okrs/okr/report"
)

func newDemo(env Env) *cobra.Command {
	return &cobra.Command{
		Use:   "demo [DIR]",
		Short: "Write the example organisation as a git repository and score its quarter",
		Long: `Writes the embedded example organisation into DIR (default: okr-demo) as a git
repository with a year of history, in which every kind of change happened once, and
scores its running quarter. The branch proposal holds an example pull request. Git
itself is not needed. DIR must not exist or be empty.`,
		GroupID: groupFiles,
		Args:    cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			name := "okr-demo"
			if len(args) == 1 {
				name = args[0]
			}
			return runDemo(env, name)
		},
	}
}

// demoCycle and demoDate are the quarter that the example is in the middle of.
const (
	demoCycle = "2026-Q3"
	demoDate  = "2026-08-15"
)

func runDemo(env Env, name string) error {
	dir := env.absolute(name)
	if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
		return failed("name another folder: okr demo DIR", "%s is not empty", name)
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return failed("", "%s cannot be used: %v", name, err)
	}
	if err := writeDemo(dir); err != nil {
		return failed("", "the example cannot be written: %v", err)
	}
	s := &scoring{reading: reading{output: output{env: env, format: "text", color: "auto"}}}
	s.dir, s.cycle, s.asOf = dir, demoCycle, demoDate
	if err := s.run(); err != nil {
		return err
	}
	return s.print(report.Next("The example is in "+filepath.ToSlash(filepath.Clean(name))+". What to try next:", demoNext(name)))
}

// demoNext are the lines that end the demonstration.
func demoNext(name string) []string {
	return []string{
		"cd " + name,
		"okr lint --as-of " + demoDate,
		"okr score --as-of " + demoDate + " --team checkout --explain",
		"okr score --rev okr/2026-Q2-closed --cycle 2026-Q2",
		"okr diff main.." + demoBranch,
		"okr log routing/" + demoCycle + "/full-vans/orders-per-round",
		"okr status --as-of " + demoDate,
		"okr cascade --as-of " + demoDate,
		"edit okrs/" + demoCycle + "/checkout.yaml, then okr validate",
	}
}
