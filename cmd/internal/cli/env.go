// Package cli is the shell: it turns flags into options, calls a reading, and
// turns its document into bytes and an exit code.
//
// The rules of the interface. What was asked for goes to the standard output,
// findings included; what goes wrong in the world goes to the standard error as
// one line "okr: …" without a full stop, and a second line "hint: …" where we
// know what to do. Exit codes: 0 clean, 1 problems found in the files, 2
// misused, misconfigured or unable to run. No exit code depends on a score.
package cli

import (
	"io"
	"time"
)

// Env is everything that a command may know of the world around it.
type Env struct {
	In       io.Reader
	Out, Err io.Writer
	// Dir is the working directory, absolute.
	Dir string
	// Now supplies the default of --as-of, the date of a tag, and how long something has
	// taken; nothing else.
	Now    func() time.Time
	Getenv func(string) string
	// OutTerminal and ErrTerminal say whether a person is looking.
	OutTerminal, ErrTerminal bool
	// OutWidth is the width of that terminal in cells; 0 where there is none.
	OutWidth int
	// ending are the files to close when the command is done; nil outside of Main.
	ending *[]func() error
}

// atEnd has something closed when the command is done. Nothing is written through
// what is closed then, so that its errors say nothing.
func (e Env) atEnd(closing func() error) {
	if e.ending != nil {
		*e.ending = append(*e.ending, closing)
	}
}

// colored decides about colour: the flag, then NO_COLOR, CLICOLOR_FORCE and
// FORCE_COLOR, CLICOLOR, TERM=dumb, and last whether a person is looking.
func (e Env) colored(choice string, terminal bool) bool {
	switch {
	case choice == "always":
		return true
	case choice == "never" || e.Getenv("NO_COLOR") != "":
		return false
	case on(e.Getenv("CLICOLOR_FORCE")) || on(e.Getenv("FORCE_COLOR")):
		return true
	case e.Getenv("CLICOLOR") == "0" || e.Getenv("TERM") == "dumb":
		return false
	}
	return terminal
}

func on(value string) bool { return value != "" && value != "0" }
