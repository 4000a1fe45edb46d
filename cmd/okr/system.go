package main

import (
	"os"
	"time"

	"golang.org/x/term"

	"github.com/okrs-as-code/okrs/cmd/internal/cli"
)

// system is the world as this process finds it.
func system() cli.Env {
	dir, err := os.Getwd()
	if err != nil {
		dir = "."
	}
	env := cli.Env{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		Dir: dir, Now: time.Now, Getenv: os.Getenv,
		OutTerminal: term.IsTerminal(int(os.Stdout.Fd())),
		ErrTerminal: term.IsTerminal(int(os.Stderr.Fd())),
	}
	if env.OutTerminal {
		if width, _, err := term.GetSize(int(os.Stdout.Fd())); err == nil {
			env.OutWidth = width
		}
	}
	return env
}
