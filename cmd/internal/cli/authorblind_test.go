package cli_test

import (
	"bufio"
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/okrs-as-code/okrs/cmd/internal/cli"
)

// readings are what is run on a repository to see whether it tells who made it, by
// command. A command that reads no repository has none.
var readings = map[string][]string{
	"asks": {"asks"}, "baseline": nil, "cascade": {"cascade --format json", "cascade"}, "coach": nil,
	"codeowners": {"codeowners"}, "completion": nil, "demo": nil,
	"diff": {
		"diff main..proposal", "diff main..proposal --format json", "diff main..proposal --format markdown",
		"diff main..proposal --format github", "diff main...proposal --format csv", "diff okr/2026-Q3..HEAD",
	},
	"explain": {"explain checkout/2026-Q3/calm-payment/checkout-time", "explain output-kr"}, "fmt": nil,
	"lint": {
		"lint --fail-on never --format json", "lint --rev proposal --fail-on never", "lint --fail-on never --since HEAD~20 --format sarif",
		"lint --rev proposal --since main --format github --fail-on never",
	},
	"log": {
		"log routing/2026-Q3/full-vans/orders-per-round", "log routing/2026-Q3 --format json", "log delivery/2026-Q3 --format csv",
		"log care/2026-Q3 --format markdown",
	},
	"publish": {"publish --cycle 2026-Q3 --dry-run --rev okr/2026-Q3", "publish --cycle 2026-Q3 --dry-run --rev okr/2026-Q3 --format json"},
	"rules":   {"rules"}, "schema": {"schema document"},
	"score": {
		"score", "score --format json", "score --explain", "score --rev okr/2026-Q2-closed --cycle 2026-Q2 --format json",
		"score --rev HEAD~10 --format csv", "score --format html",
	},
	"status": {"status", "status --format json", "status --format csv"}, "teams": {"teams"},
	"validate": {"validate", "validate --format json"}, "version": nil,
}

// TestNobodyShowsWhoCommitted rewrites every author, committer and tagger of a history
// and every date of authorship, and holds that no command prints another byte, apart
// from the names of commits. What we measure belongs to teams.
func TestNobodyShowsWhoCommitted(t *testing.T) {
	if testing.Short() {
		t.Skip("every reading of two histories takes its time")
	}
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("the git program is not installed, so no history can be rewritten")
	}
	for _, cmd := range cli.NewRoot(world()).Commands() {
		if _, listed := readings[cmd.Name()]; !listed && cmd.Name() != "help" {
			t.Errorf("the command %s is not in the table of readings", cmd.Name())
		}
	}
	before, after := filepath.Join(t.TempDir(), "acme"), filepath.Join(t.TempDir(), "acme")
	if code, _, problems := run(t, t.TempDir(), "demo", before); code != 0 {
		t.Fatal(problems)
	}
	names := rewritten(t, before, after)
	for _, lines := range readings {
		for _, line := range lines {
			args := append(strings.Fields(line), "--color", "never")
			if args[0] != "schema" && args[0] != "rules" && args[0] != "codeowners" && args[0] != "publish" && args[0] != "explain" {
				args = append(args, "--as-of", "2026-08-15")
			}
			if args[0] == "schema" || args[0] == "codeowners" {
				args = args[:len(args)-2]
			}
			code, out, problems := run(t, before, args...)
			if code == 2 {
				t.Errorf("%s: %s", line, problems)
			}
			code2, out2, problems2 := run(t, after, args...)
			if code != code2 || names(out) != out2 || names(problems) != problems2 {
				t.Errorf("%s: prints something else when others have committed\n%s\n%s", line, diffOf(names(out), out2), diffOf(names(problems), problems2))
			}
			for _, name := range []string{"Somebody", "else@example.net"} {
				if strings.Contains(out2+problems2, name) {
					t.Errorf("%s: prints %s", line, name)
				}
			}
		}
	}
}

// diffOf is the first line in which two texts differ.
func diffOf(a, b string) string {
	before, after := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(before), len(after)) {
		if before[i] != after[i] {
			return "- " + before[i] + "\n+ " + after[i]
		}
	}
	return ""
}

// run runs the program in a directory.
func run(t *testing.T, dir string, args ...string) (code int, out, problems string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	env := cli.Env{
		In: strings.NewReader(""), Out: &stdout, Err: &stderr, Dir: dir, Getenv: func(string) string { return "" },
		Now: func() time.Time { return time.Date(2026, time.August, 15, 12, 0, 0, 0, time.UTC) },
	}
	code = cli.Main(env, args)
	return code, stdout.String(), stderr.String()
}

// rewritten makes the same history by others. The result turns the names of commits of
// the one into those of the other.
func rewritten(t *testing.T, before, after string) func(string) string {
	t.Helper()
	marks := t.TempDir()
	stream := gitOutput(t, before, nil, "fast-export", "--all", "--signed-tags=strip", "--export-marks="+filepath.Join(marks, "before"))
	if err := os.Mkdir(after, 0o777); err != nil {
		t.Fatal(err)
	}
	gitOutput(t, after, nil, "init", "-q", "-b", "main")
	gitOutput(t, after, byOthers(t, stream), "fast-import", "--quiet", "--export-marks="+filepath.Join(marks, "after"))
	gitOutput(t, after, nil, "reset", "-q", "--hard", "main")
	replaced := make(map[string]string)
	there := readMarks(t, filepath.Join(marks, "after"))
	same := 0
	for mark, hash := range readMarks(t, filepath.Join(marks, "before")) {
		if replaced[hash] = there[mark]; hash == there[mark] {
			same++
		}
	}
	if len(replaced) < 100 || same == len(replaced) {
		t.Fatalf("%d objects were named, %d of them as before: nothing was rewritten", len(replaced), same)
	}
	short := make(map[string]string)
	for from, to := range replaced {
		short[from[:8]], short[from[:7]] = to[:8], to[:7]
	}
	word := regexp.MustCompile(`\b[0-9a-f]{7,40}\b`)
	return func(text string) string {
		return word.ReplaceAllStringFunc(text, func(hash string) string {
			if to, known := replaced[hash]; known {
				return to
			}
			if to, known := short[hash]; known {
				return to
			}
			return hash
		})
	}
}

var signature = regexp.MustCompile(`^(author|committer|tagger) .* <.*> (\d+) (\S+)\n$`)

// byOthers is an export with other people in it, and another date of authorship, which
// is not the date of the commit.
func byOthers(t *testing.T, stream []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	in := bufio.NewReader(bytes.NewReader(stream))
	for {
		line, err := in.ReadString('\n')
		if err == io.EOF && line == "" {
			return out.Bytes()
		}
		if m := signature.FindStringSubmatch(line); m != nil {
			seconds, zone := m[2], m[3]
			if m[1] == "author" {
				seconds, zone = "1000000000", "+0900"
			}
			line = m[1] + " Somebody Else <else@example.net> " + seconds + " " + zone + "\n"
		}
		out.WriteString(line)
		if size, data := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "data "); data {
			n, err := strconv.Atoi(size)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := io.CopyN(&out, in, int64(n)); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func readMarks(t *testing.T, name string) map[string]string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	marks := make(map[string]string)
	for line := range strings.Lines(string(text)) {
		mark, hash, _ := strings.Cut(strings.TrimSpace(line), " ")
		marks[mark] = hash
	}
	return marks
}

func gitOutput(t *testing.T, dir string, input []byte, args ...string) []byte {
	t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir, cmd.Stdin = dir, bytes.NewReader(input)
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1")
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("git %s: %v\n%s", args[0], err, complaint.String())
	}
	return out
}
