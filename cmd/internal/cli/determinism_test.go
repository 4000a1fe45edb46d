package cli

import (
	"bytes"
	"io/fs"
	"math/rand/v2"
	"os"
	"runtime"
	"testing"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/language"
	"github.com/okrs-as-code/okrs/okr/lint"
	"github.com/okrs-as-code/okrs/okr/load"
	"github.com/okrs-as-code/okrs/okr/render"
	"github.com/okrs-as-code/okrs/okr/report"
	"github.com/okrs-as-code/okrs/okr/sample"
)

// shuffled lists the entries of folders in any order, as file systems may.
type shuffled struct {
	fs.FS
	random *rand.Rand
}

func (s shuffled) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(s.FS, name)
	s.random.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
	return entries, err
}

// TestLintSaysTheSameHoweverItIsRun holds that neither the order of files, nor the
// number of workers and cores, nor what text is held changes a byte of what machines
// read.
func TestLintSaysTheSameHoweverItIsRun(t *testing.T) {
	const runs, documents = 50, 18
	dir := t.TempDir()
	if err := sample.Write(dir, sample.Size{Documents: documents, Cycles: 3}); err != nil {
		t.Fatal(err)
	}
	at, err := okr.ParseDate("2024-08-20") // one cycle closed, one closing, one running
	if err != nil {
		t.Fatal(err)
	}
	understanding, err := language.Load()
	if err != nil {
		t.Fatal(err)
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	random := rand.New(rand.NewPCG(1, 2))
	var first map[string][]byte
	for run := range runs {
		runtime.GOMAXPROCS(1 + run%2)
		workers := []int{1, 2, 8}[run%3]
		options := load.Options{AsOf: at, Workers: workers, Hold: []int64{0, 64 << 10, heldText}[run/3%3]}
		got := printed(t, shuffled{os.DirFS(dir), random}, options, understanding)
		if first == nil {
			first = got
			if n := bytes.Count(first["json"], []byte(`"rule"`)); n < 250 {
				t.Fatalf("only %d findings: too few to tell anything", n)
			}
			continue
		}
		for format, text := range got {
			if !bytes.Equal(text, first[format]) {
				t.Errorf("run %d, workers %d, %d bytes held: another %s", run, workers, options.Hold, format)
			}
		}
	}
}

// printed is what lint says, by format.
func printed(t *testing.T, system fs.FS, options load.Options, understanding *language.Understanding) map[string][]byte {
	t.Helper()
	result, err := load.Workspace(system, options)
	if err != nil {
		t.Fatal(err)
	}
	findings := lint.Run(lint.Input{
		Workspace: result.Workspace, Found: result.Findings, Allows: result.Allows, At: options.AsOf,
		Language: understanding.With(lint.Names(result.Workspace)), Workers: options.Workers,
	})
	doc := report.Linted(report.Linting{
		Findings: findings, Rules: report.RuleTexts(findings), Summary: report.Summarize(findings, len(result.Files)),
	})
	texts := make(map[string][]byte)
	for _, name := range []string{"json", "sarif"} {
		format, _ := render.FormatByName(name)
		var out bytes.Buffer
		if err := format.Write(&out, doc, render.Style{}); err != nil {
			t.Fatal(err)
		}
		texts[name] = out.Bytes()
	}
	return texts
}
