package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/cmd/internal/cli"
)

// console is a block of the README that shows a command and what it prints.
var console = regexp.MustCompile("(?s)```console\n\\$ (.*?)\n(.*?)```")

// TestTheReadmeTellsTheTruth runs every console block of the README and compares
// what is printed. With -update it writes what is printed into the README. The blocks
// run beside a fresh demo, away from this repository and its own history.
func TestTheReadmeTellsTheTruth(t *testing.T) {
	root, err := filepath.Abs("../../..")
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(root, "README.md")
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	beside := t.TempDir()
	if code, _, problems := run(t, beside, "demo", "acme"); code != 0 {
		t.Fatal(problems)
	}
	const shown = "cmd/internal/cli/testdata"
	if err := os.CopyFS(filepath.Join(beside, shown), os.DirFS(filepath.Join(root, shown))); err != nil {
		t.Fatal(err)
	}
	blocks := 0
	fresh := console.ReplaceAllStringFunc(string(text), func(block string) string {
		blocks++
		parts := console.FindStringSubmatch(block)
		args := arguments(parts[1])
		if args[0] != "okr" {
			t.Fatalf("the README runs %q", parts[1])
		}
		code, out, problems := run(t, beside, args[1:]...)
		if code > 1 {
			t.Errorf("%s: exit code %d: %s", parts[1], code, problems)
		}
		return "```console\n$ " + parts[1] + "\n" + out + "```"
	})
	switch {
	case blocks == 0:
		t.Error("the README shows no command")
	case fresh == string(text):
	case *update:
		if err := os.WriteFile(name, []byte(fresh), 0o666); err != nil {
			t.Fatal(err)
		}
	default:
		t.Error("the README shows other output than the commands print; run go test ./cmd/internal/cli -update and read the difference")
	}
}

// arguments splits a command line; single quotes keep words together.
func arguments(line string) []string {
	var args []string
	for i, part := range strings.Split(line, "'") {
		if i%2 == 1 {
			args = append(args, part)
			continue
		}
		args = append(args, strings.Fields(part)...)
	}
	return args
}

// The table of rules stands between these lines of the README.
const (
	rulesBegin = "<!-- rules: written by the tests -->\n"
	rulesEnd   = "<!-- end of the rules -->"
)

// TestTheReadmeListsTheRules compares the table of rules with the rules. With
// -update it writes the table.
func TestTheReadmeListsTheRules(t *testing.T) {
	name := filepath.Join("..", "..", "..", "README.md")
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, begun := strings.Cut(string(text), rulesBegin)
	_, after, ended := strings.Cut(rest, rulesEnd)
	if !begun || !ended {
		t.Fatal("the README has no place for the table of rules")
	}
	var out bytes.Buffer
	env := cli.Env{Out: &out, Err: &out, Getenv: func(string) string { return "" }}
	if code := cli.Main(env, []string{"rules", "--format", "markdown"}); code != 0 {
		t.Fatal(out.String())
	}
	fresh := before + rulesBegin + "\n" + out.String() + "\n" + rulesEnd + after
	switch {
	case fresh == string(text):
	case *update:
		if err := os.WriteFile(name, []byte(fresh), 0o666); err != nil {
			t.Fatal(err)
		}
	default:
		t.Error("the README lists other rules than there are; run go test ./cmd/internal/cli -update and read the difference")
	}
}
