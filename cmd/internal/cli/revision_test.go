package cli_test

import (
	"slices"
	"testing"

	"github.com/spf13/cobra"

	"github.com/okrs-as-code/okrs/cmd/internal/cli"
)

// withoutRevision are the commands that work with a workspace and cannot read it from a
// commit, with the reason.
var withoutRevision = map[string]string{
	"okr baseline":       "its commands write what they find in the files on the disk",
	"okr baseline prune": "it writes what it finds in the files on the disk",
	"okr baseline write": "it writes what it finds in the files on the disk",
	"okr diff":           "its argument names both sides",
	"okr fmt":            "it rewrites files on the disk",
}

// TestEveryReadingCommandReadsCommits finds the command that can be told a workspace or
// a date and was forgotten when it comes to revisions.
func TestEveryReadingCommandReadsCommits(t *testing.T) {
	reads := func(cmd *cobra.Command) bool {
		return slices.ContainsFunc([]string{"dir", "as-of", "cycle", "team"}, func(flag string) bool { return cmd.Flag(flag) != nil })
	}
	seen, able := make(map[string]bool), 0
	var walk func(*cobra.Command)
	walk = func(cmd *cobra.Command) {
		name, revision := cmd.CommandPath(), cmd.Flag("rev")
		seen[name] = true
		reason, excepted := withoutRevision[name]
		switch {
		case excepted && revision != nil:
			t.Errorf("%s has --rev, and the list of exceptions says that %s", name, reason)
		case !excepted && reads(cmd) && revision == nil:
			t.Errorf("%s reads a workspace and has no --rev", name)
		case revision != nil:
			able++
		}
		for _, sub := range cmd.Commands() {
			walk(sub)
		}
	}
	walk(cli.NewRoot(world()))
	if able == 0 {
		t.Error("no command has --rev")
	}
	for name := range withoutRevision {
		if !seen[name] {
			t.Errorf("there is no command %s to except", name)
		}
	}
}
