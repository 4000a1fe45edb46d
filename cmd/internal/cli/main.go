package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/okrs-as-code/okrs/okr/render"
)

// The exit codes.
const (
	exitClean    = 0
	exitProblems = 1
	exitUnable   = 2
)

// errProblems says that everything went well and that the files have problems,
// which have been printed.
var errProblems = errors.New("problems found")

// failure is an error with what to do about it.
type failure struct {
	message string
	hint    string
}

func (f *failure) Error() string { return f.message }

func failed(hint, format string, args ...any) error {
	return &failure{message: fmt.Sprintf(format, args...), hint: hint}
}

// Main runs the program with the arguments behind its name and gives its exit code.
func Main(env Env, args []string) (code int) {
	defer func() {
		if fault := recover(); fault != nil {
			fmt.Fprintf(env.Err, "okr: internal error: %v\nhint: this is a mistake of the program, not of your files; please report it with the output of `okr version`\n", fault)
			code = exitUnable
		}
	}()
	tuneCollector(env.Getenv)
	env.ending = new([]func() error)
	defer func() {
		for _, closing := range *env.ending {
			_ = closing()
		}
	}()
	root := NewRoot(env)
	root.SetArgs(args)
	return exitCode(env, root, root.Execute())
}

func exitCode(env Env, root *cobra.Command, err error) int {
	switch {
	case err == nil:
		return exitClean
	case errors.Is(err, errProblems):
		return exitProblems
	}
	fmt.Fprintf(env.Err, "okr: %s\n", render.Sanitize(oneLine(err.Error())))
	var known *failure
	if errors.As(err, &known) {
		if known.hint != "" {
			fmt.Fprintf(env.Err, "hint: %s\n", render.Sanitize(known.hint))
		}
	} else {
		fmt.Fprintf(env.Err, "hint: `%s --help` lists what there is\n", root.Name())
	}
	return exitUnable
}

// oneLine folds what a library says over several lines.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
