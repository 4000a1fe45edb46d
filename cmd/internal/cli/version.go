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
	build := report.Build{Version: buildVersion(), Go: "unknown"}
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

// buildVersion is the version of the module that was built, as v1.4.0, or a word
// that is no version where it was built from a checkout.
func buildVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "devel"
	}
	return info.Main.Version
}
