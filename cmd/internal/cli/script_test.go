package cli_test

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/okrs-as-code/okrs/cmd/internal/cli"
	"github.com/okrs-as-code/okrs/examples"
)

var update = flag.Bool("update", false, "rewrite the expected output in the scripts")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"okr": func() { os.Exit(cli.Main(world(), os.Args[1:])) },
	})
}

// world is the environment of a command under test: pipes, no terminal, and a
// clock that stands still in the middle of the example's running quarter.
func world() cli.Env {
	dir, err := os.Getwd()
	if err != nil {
		panic(err)
	}
	return cli.Env{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Dir: dir, Getenv: os.Getenv,
		Now: func() time.Time { return time.Date(2026, time.August, 15, 12, 0, 0, 0, time.UTC) },
	}
}

// TestScripts runs the scripts of testdata/script, one per command and case. In a
// script $ACME is a copy of the example organisation.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"keep": keep},
		Setup: func(env *testscript.Env) error {
			acme := filepath.Join(env.WorkDir, "acme")
			env.Setenv("ACME", acme)
			return os.CopyFS(acme, examples.Acme())
		},
	})
}

// keep puts what the last command has printed into a variable: keep NAME.
func keep(ts *testscript.TestScript, _ bool, args []string) {
	ts.Setenv(args[0], strings.TrimSpace(ts.ReadFile("stdout")))
}

// TestEveryCommandHasAScript finds the command that was added without one.
func TestEveryCommandHasAScript(t *testing.T) {
	for _, cmd := range cli.NewRoot(world()).Commands() {
		if cmd.Name() == "help" {
			continue
		}
		found, err := fs.Glob(os.DirFS("testdata/script"), cmd.Name()+"_*.txtar")
		if err != nil || len(found) == 0 {
			t.Errorf("the command %s has no script testdata/script/%s_*.txtar", cmd.Name(), cmd.Name())
		}
		if cmd.Short == "" {
			t.Errorf("the command %s does not say what it does", cmd.Name())
		}
	}
}
