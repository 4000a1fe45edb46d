// Command okr keeps the objectives and key results of an organisation as files
// in git: it validates them, scores a quarter, and explains every number.
package main

import (
	"os"

	"github.com/okrs-as-code/okrs/cmd/internal/cli"
)

func main() {
	os.Exit(cli.Main(system(), os.Args[1:]))
}
