package cli

import (
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/okrs-as-code/okrs/okr/report"
)

func newVersion(env Env) *cobra.Command {
	out := &output{env: env}
	cmd := &cobra.Command{
		Use:   "version",
		Short: "Say which build this is",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return out.print(versionDoc())
		},
	}
	out.bind(cmd)
	return cmd
}

// versionDoc tells what the build itself knows; a build from a checkout names
// its commit, one by `go install` its version.
func versionDoc() *report.Doc {
	build := report.Build{Version: release, Go: "unknown"}
	if info, ok := debug.ReadBuildInfo(); ok {
		build.Go = info.GoVersion
		for _, setting := range info.Settings {
			switch setting.Key {
			case "vcs.revision":
				build.Revision = setting.Value
			case "vcs.time":
				build.Date = setting.Value
			case "vcs.modified":
				build.Modified = setting.Value == "true"
			}
		}
	}
	return report.Version(build)
}

// release is the version of the program, which workspaces can require. It moves
// with the changelog; what else a build is made of, the build itself tells.
const release = "0.1.0"
