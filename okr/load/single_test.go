package load_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/load"
)

func single(t *testing.T, files fstest.MapFS) *load.Single {
	t.Helper()
	s, err := load.NewSingle(files, load.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestSingleFilesAreThoseOfTheWorkspace holds that a name is one of a document
// exactly where the workspace reads it, and that no folder with one is passed by.
func TestSingleFilesAreThoseOfTheWorkspace(t *testing.T) {
	names := []string{
		"okrs/a.yaml", "okrs/b.yml", "okrs/2026-Q3/a.yaml", "okrs/2026-Q3/deep/er/a.yaml", "okrs/.a.yaml", "okrs/.git/a.yaml", "okrs/a/.b/c.yaml",
		".okrs/a.yaml", "okrs", "a.yaml", "okr.yaml", "okrs/okr.yaml", "goals/a.yaml", "goals/2026/b.yaml", "goals2/a.yaml", "okrs2/a.yaml",
		"teams/core/okrs/q3.yaml", "teams/web/okrs/q3.yaml", "teams/web/notes/q3.yaml", "a b/ü.yaml", "okrs/x[1].yaml", "okrs/drafts/a.yaml", "one", "x.json",
	}
	for _, patterns := range []string{
		"", "files: [\"**/*.yaml\"]", "files: [\"*.yaml\"]", "files: [\"**\"]", "files: [okrs/a.yaml, one]", "files: [goals/**/*.yaml, okrs/*/*.yaml]",
		"files: [\"teams/*/okrs/*.yaml\"]", "files: [\"{goals,okrs}/**/*.yaml\"]", "files: [./okrs/../okrs/*.yaml]", "files: [./goals//*.yaml]",
		"files: [/okrs/*.yaml]", "files: [\"okrs/[ab].yaml\"]", "files: [\"okrs/x\\\\[1].yaml\"]", "files: [\".okrs/*.yaml\", \"okrs/.*\"]", "files: [\"**/q3.yaml\"]",
		"files: [okrs]", "files: [\"okrs/**\"]\nexclude: [\"okrs/drafts/**\", okrs/a.yaml]", "exclude: [\"**/deep/**\"]", "files: [\"[\"]", "files: []", "exclude: [okrs]",
		"files: [okrs/drafts/*.yaml, okrs/*.yaml]", "files: [\"a b/*.yaml\"]", "files: [\"?krs/*.yaml\", \"g*/**\"]",
	} {
		files := fstest.MapFS{register: {Data: []byte(registerText + patterns + "\n")}}
		for _, name := range names {
			if name != register && name != "okrs" {
				files[name] = &fstest.MapFile{Data: []byte(dataText)}
			}
		}
		read := read(t, files, load.Options{}).Files[1:]
		s := single(t, files)
		var found []string
		err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			entered := true
			for folder := path.Dir(name); folder != "."; folder = path.Dir(folder) {
				entered = entered && s.Enters(folder)
			}
			if s.Is(name) {
				found = append(found, name)
				if !entered {
					t.Errorf("%s: nobody enters the folders of %s", patterns, name)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		slices.Sort(found)
		if !slices.Equal(found, read) {
			t.Errorf("%s: single documents are %q, the workspace reads %q", patterns, found, read)
		}
	}
}

// spellings are ways to write a team and a cycle, right and wrong.
func spellings() []string {
	var texts []string
	body := strings.SplitN(dataText, "cycle: 2026-Q3\n", 2)[1]
	for _, head := range []string{
		"team: data\ncycle: 2026-Q3\n", "team: \"data\"\ncycle: '2026-Q3'\n", "cycle: 2026-Q3\r\nteam: data\r\n", "team:   data  \ncycle:\t2026-Q3\n",
		"team: data # core\ncycle: 2026-Q3 # the third\n", "team: data#x\ncycle: 2026-Q3\n", "? team\n: data\ncycle: 2026-Q3\n", "team:\n  data\ncycle: 2026-Q3\n",
		"team: data\ncycle: 2026\n", "team: null\ncycle: 2026\n", "team: true\ncycle: 2026\n", "team: ~\ncycle: 2026\n", "team: Data\ncycle: 2026-Q3\n",
		"team: data\nteam: checkout\ncycle: 2026-Q3\n", "team: data\n", "cycle: 2026-Q3\n", "team: [data]\ncycle: 2026-Q3\n", "team: &t data\ncycle: 2026-Q3\n",
		"team: !!str data\ncycle: 2026-Q3\n", "team: data\ncycle: 0x7ea\n", "team: data\ncycle: 2_026\n", "team: data\ncycle: 2026.0\n", "team: data\ncycle: 2026-07-01\n",
		"team: data\ncycle: 2026-Q3\n  and more\n", "team: data\n  more\ncycle: 2026-Q3\n", "team : data\ncycle : 2026-Q3\n", "\"team\": data\n\"cycle\": 2026-Q3\n",
		"# team: core\nteam: data\ncycle: 2026-Q3\n", "title: |\n  team: core\nteam: data\ncycle: 2026-Q3\n", "team: data\ncycle: 2026-Q3\n---\nteam: core\ncycle: 2026\n",
		"team: 7\ncycle: 2026-Q3\n", "team: .inf\ncycle: 2026-Q3\n", "team: no\ncycle: off\n", "team: data\ncycle: 2026-q3\n", "team: data,\ncycle: 2026-Q3\n",
	} {
		texts = append(texts, "version: 1\n"+head+body, "---\nversion: 1\n"+head+body, "\ufeffversion: 1\n"+head+body)
	}
	return append(texts, dataText, "{version: 1, team: data, cycle: 2026-Q3, objectives: []}\n", "", "[]\n", "team: [\n", "\x00", "a: &a [*a]\n",
		"version: 1\nobjectives:\n  - {id: x,\nteam: core, cycle: 2026}\nteam: data\ncycle: 2026-Q3\n")
}

// TestIdentityIsWhatLoadingFinds holds that a glance at a document shows the team
// and the cycle that it is read with.
func TestIdentityIsWhatLoadingFinds(t *testing.T) {
	seen := 0
	files := fstest.MapFS{register: {Data: []byte(registerText + "  - {id: 'null'}\n  - {id: 'true'}\n  - {id: 'no'}\n  - {id: '7'}\n")}}
	s := single(t, files)
	for _, text := range spellings() {
		files[data] = &fstest.MapFile{Data: []byte(text)}
		d := s.Document(data, []byte(text))
		if d == nil {
			continue
		}
		seen++
		team, cycle := load.Identity(data, []byte(text))
		if team != d.TeamID.V || cycle != d.CycleID.V {
			t.Errorf("a glance shows %q for %q, reading finds %q for %q:\n%.80q", team, cycle, d.TeamID.V, d.CycleID.V, text)
		}
	}
	if seen < 40 {
		t.Errorf("only %d of the texts are documents", seen)
	}
}

// TestSingleDocumentIsThatOfTheWorkspace holds that a document by itself says what
// it says in a workspace, but for its links.
func TestSingleDocumentIsThatOfTheWorkspace(t *testing.T) {
	texts := spellings()
	for _, f := range broken() {
		texts = append(texts, string(f.Data))
	}
	compared := 0
	for i, text := range texts {
		files := good()
		delete(files, data)
		name := fmt.Sprintf("okrs/%d.yaml", i)
		files[name] = &fstest.MapFile{Data: []byte(text)}
		result := read(t, files, load.Options{})
		j := slices.IndexFunc(result.Workspace.Documents, func(d *okr.Document) bool { return d.File.Name == name })
		alone := single(t, files).Document(name, []byte(text))
		if j < 0 {
			if alone != nil && alone.Team != nil && alone.Cycle != nil {
				t.Errorf("read alone it is %s, in a workspace no document:\n%.80q", alone.Address(), text)
			}
			continue
		}
		compared++
		if alone == nil {
			t.Errorf("read alone it is no document:\n%.80q", text)
			continue
		}
		together := result.Workspace.Documents[j]
		if got, want := unlinked(alone), unlinked(together); got != want {
			t.Errorf("read alone:\n%s\nin a workspace:\n%s", got, want)
		}
	}
	if compared < 40 {
		t.Errorf("only %d documents were compared", compared)
	}
}

// unlinked is a document as text, without what its links lead to.
func unlinked(d *okr.Document) string {
	var out bytes.Buffer
	fmt.Fprintln(&out, d.Address(), d.Team.ID.V, d.Cycle.ID, len(d.LeftOut))
	for o := range d.Every() {
		fmt.Fprintln(&out, o.ID, o.Title, o.Commitment, o.Weight.V, len(o.Supports), len(o.DependsOn), len(o.Amendments))
		for _, k := range o.KeyResults {
			fmt.Fprintln(&out, k.ID, k.Title, k.Body != nil)
			if k.Body != nil {
				fmt.Fprintln(&out, k.Metric.Unit, k.Metric.Baseline, k.Metric.Target, k.Weight, len(k.CheckIns), k.Ref.Address, len(k.SharedWith))
			}
		}
	}
	return out.String()
}

// TestSingleDocumentsBesideEachOther holds that documents that are read at the same
// time, or one after the other, do not show in each other.
func TestSingleDocumentsBesideEachOther(t *testing.T) {
	files := broken()
	s := single(t, files)
	want := make(map[string]string)
	for name, f := range files {
		if d := single(t, files).Document(name, f.Data); d != nil && d.Team != nil && d.Cycle != nil {
			want[name] = unlinked(d)
		}
	}
	if len(want) < 20 {
		t.Fatalf("only %d documents", len(want))
	}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			read := make(map[string]*okr.Document)
			for name := range want {
				text := bytes.Clone(files[name].Data)
				read[name] = s.Document(name, text)
				clear(text) // nothing of it may be kept
			}
			for name, d := range read {
				if got := unlinked(d); got != want[name] {
					t.Errorf("%s is\n%s\nwant\n%s", name, got, want[name])
				}
			}
		})
	}
	group.Wait()
}

// TestTogether holds that documents are read as one workspace whatever their names.
func TestTogether(t *testing.T) {
	files := good()
	files["elsewhere"], files["elsewhere-"] = files[checkout], files[data]
	delete(files, checkout)
	delete(files, data)
	ws, err := load.Together(files, []string{"elsewhere", "elsewhere-", company}, load.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(ws.Documents) != 3 || ws.Document("payments", "2026-Q3") != nil {
		t.Fatalf("%d documents were read", len(ws.Documents))
	}
	fast := ws.Document("checkout", "2026-Q3").Objectives[0]
	if fast.Supports[0].Objective == nil || fast.DependsOn[0].On.KeyResult == nil {
		t.Error("the links lead nowhere")
	}
	if _, err := load.Together(fstest.MapFS{}, nil, load.Options{}); err == nil {
		t.Error("there is no okr.yaml, and no error")
	}
}
