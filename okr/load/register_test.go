package load_test

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/load"
)

// TestRegisterMistakes holds what is said about okr.yaml and about which files
// are read.
func TestRegisterMistakes(t *testing.T) {
	for name, test := range map[string]struct {
		changes []change
		want    []want
	}{
		"two teams of one id": {
			changes: []change{{register, "{id: data, name: Data, parent: company}", "{id: data, name: Data, parent: company}\n  - {id: data, name: Facts}"}},
			want: []want{
				{"duplicate-id", register, "id: ^data, name: Data", []string{`two teams have the id "data"`}},
				{"duplicate-id", register, "id: ^data, name: Facts", nil},
			},
		},
		"an unknown parent": {
			changes: []change{{register, "{id: data, name: Data, parent: company}", "{id: data, name: Data, parent: compeny}"}},
			want:    []want{{"unknown-team", register, "parent: ^compeny", []string{"for data to belong to", "Did you mean company?"}}},
		},
		"a ring of parents": {
			changes: []change{{register, "{id: company, name: Acme}", "{id: company, name: Acme, parent: checkout}"}},
			want: []want{
				{"team-loop", register, "parent: ^checkout", []string{"company → checkout → company"}},
				{"team-loop", register, "name: Checkout, parent: ^company", nil},
			},
		},
		"a team of one": {
			changes: []change{{register, "size: 7", "size: 1"}},
			want:    []want{{"individual-okr", register, "size: ^1", []string{"team of one"}}},
		},
		"two cycles of one id": {
			changes: []change{{register, "limits:", "cycles:\n  - {id: launch, start: 2026-03-01, end: 2026-05-31}\n  - {id: launch, start: 2026-03-02, end: 2026-05-31}\nlimits:"}},
			want: []want{
				{"duplicate-id", register, "id: ^launch, start: 2026-03-01", []string{`two cycles have the id "launch"`}},
				{"duplicate-id", register, "id: ^launch, start: 2026-03-02", nil},
			},
		},
		"a cycle that ends before it starts": {
			changes: []change{{register, "limits:", "cycles:\n  - {id: launch, start: 2026-03-01, end: 2025-05-31}\nlimits:"}},
			want:    []want{{"cycle-dates", register, "end: ^2025-05-31", []string{"2025-05-31", "before it starts on 2026-03-01"}}},
		},
		"bands upside down": {
			changes: []change{{register, "limits:", "scoring: {bands: [0.7, 0.4]}\nlimits:"}},
			want:    []want{{"schema", register, "bands: ^[0.7", []string{"0.7 is above 0.4"}}},
		},
		"limits that cannot be met": {
			changes: []change{{register, "key_results: {min: 1}", "key_results: {min: 5, max: 2}"}},
			want:    []want{{"schema", register, "key_results: ^{min", []string{"min 5 is above max 2"}}},
		},
		"a glob that leads out": {
			changes: []change{{register, "limits:", "files: [okrs/**/*.yaml, ../other/*.yaml, /etc/*.yaml, \"okrs/[\"]\nlimits:"}},
			want: []want{
				{"schema", register, "^../other", []string{"leads out of the workspace"}},
				{"schema", register, "^/etc", []string{"absolute path"}},
				{"schema", register, `^"okrs/["`, []string{"not a pattern"}},
			},
		},
		"a document with the other ending": {
			changes: []change{{"okrs/2026-Q3/late.yml", "", dataText}},
			want:    []want{{"unread-file", "okrs/2026-Q3/late.yml", "", []string{"not read", "Rename it to late.yaml", "exclude"}}},
		},
		"files that are left out": {
			changes: []change{
				{register, "limits:", "exclude: [\"okrs/drafts/**\", \"okrs/*/old.yaml\"]\nlimits:"},
				{"okrs/drafts/x.yaml", "", "nonsense: ["}, {"okrs/drafts/x.yml", "", "nonsense: ["}, {"okrs/2026-Q3/old.yml", "", "nonsense: ["},
				{"okrs/2026-Q3/notes.md", "", "nonsense"}, {"other/x.yaml", "", "nonsense: ["}, {"okrs/.git/x.yaml", "", "nonsense: ["},
			},
		},
		"both endings where okr.yaml says so": {
			changes: []change{
				{register, "limits:", "files: [\"okrs/**/*.yaml\", \"okrs/**/*.yml\"]\nlimits:"},
				{"okrs/2026-Q4/data.yml", "", strings.Replace(strings.Replace(dataText, "2026-Q3", "2026-Q4", 1), "        enables: [checkout/2026-Q3/fast]\n", "", 1)},
			},
		},
	} {
		t.Run(name, func(t *testing.T) {
			files := good()
			for _, c := range test.changes {
				edit(t, files, c.path, c.old, c.new)
			}
			result := read(t, files, load.Options{AsOf: date(midQuarter)})
			expect(t, files, result.Findings, test.want)
		})
	}
}

func TestFilesThatAreNoDocuments(t *testing.T) {
	files := good()
	files["okrs/folder.yaml/inner.txt"] = &fstest.MapFile{Data: []byte("x")}
	files["okrs/link.yaml"] = &fstest.MapFile{Data: []byte("2026-Q3/data.yaml"), Mode: fs.ModeSymlink | 0o777}
	files["okrs/elsewhere"] = &fstest.MapFile{Data: []byte("2026"), Mode: fs.ModeSymlink | 0o777}
	files["okrs/pipe.yaml"] = &fstest.MapFile{Mode: fs.ModeNamedPipe | 0o644}
	files["okrs/2026-Q3/large.yaml"] = &fstest.MapFile{Data: []byte(strings.Repeat("# much\n", 200_000))}
	result := read(t, files, load.Options{AsOf: date(midQuarter)})
	expect(t, files, result.Findings, []want{
		{"unread-file", "okrs/folder.yaml", "", []string{"folder with the name of a document"}},
		{"unread-file", "okrs/link.yaml", "", []string{"link to another file"}},
		{"unread-file", "okrs/pipe.yaml", "", []string{"not a regular file"}},
		{"unread-file", "okrs/2026-Q3/large.yaml", "", []string{"1.3 MiB", "1 MiB are not read"}},
	})
	wanted := []string{register, "okrs/2026-Q3/checkout.yaml", "okrs/2026-Q3/data.yaml", "okrs/2026-Q3/large.yaml", "okrs/2026-Q3/payments.yaml", "okrs/2026/company.yaml"}
	if !slices.Equal(result.Files, wanted) {
		t.Errorf("the files are %q, want %q", result.Files, wanted)
	}
}

// locked fails to open some names.
type locked struct {
	fstest.MapFS
	names []string
}

func (l locked) Open(name string) (fs.File, error) {
	if slices.Contains(l.names, name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return l.MapFS.Open(name)
}

func (l locked) ReadDir(name string) ([]fs.DirEntry, error) {
	if slices.Contains(l.names, name) {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrPermission}
	}
	return l.MapFS.ReadDir(name)
}

func TestAFileThatCannotBeOpened(t *testing.T) {
	files := good()
	result, err := load.Workspace(locked{files, []string{data}}, load.Options{AsOf: date(midQuarter)})
	if err != nil {
		t.Fatal(err)
	}
	// That checkout depends on something in it is not said to be wrong as well.
	expect(t, files, result.Findings, []want{{"unread-file", data, "", []string{"permission denied"}}})
}

func TestTheWorldCanFail(t *testing.T) {
	if _, err := load.Workspace(fstest.MapFS{}, load.Options{}); !errors.Is(err, load.ErrNoWorkspace) {
		t.Errorf("without okr.yaml: %v, want ErrNoWorkspace", err)
	}
	if _, err := load.Workspace(fstest.MapFS{"okr.yaml/x": {}}, load.Options{}); !errors.Is(err, load.ErrNoWorkspace) {
		t.Errorf("with a folder okr.yaml: %v, want ErrNoWorkspace", err)
	}
	for _, name := range []string{"okrs", "okrs/2026-Q3", register} {
		if _, err := load.Workspace(locked{good(), []string{name}}, load.Options{}); !errors.Is(err, fs.ErrPermission) {
			t.Errorf("with %s locked: %v, want an error about the permission", name, err)
		}
	}
}

func TestRequirements(t *testing.T) {
	for _, test := range []struct {
		version, requires string
		fails             bool
	}{
		{"1.4.0", ">=1.4", false},
		{"1.4.1", ">=1.4.2", true},
		{"1.3.9", ">=1.4", true},
		{"v1.10.0", ">=1.9", false},
		{"0.9", ">=1", true},
		{"2.0.0-rc.1", ">=2", false},
		{"", ">=9", false},
		{"(devel)", ">=9", false},
	} {
		files := good()
		edit(t, files, register, "limits:", "requires: \""+test.requires+"\"\nlimits:")
		_, err := load.Workspace(files, load.Options{Version: test.version})
		var wrong *load.RequirementError
		if errors.As(err, &wrong) != test.fails {
			t.Errorf("version %q with %s: %v", test.version, test.requires, err)
			continue
		}
		if test.fails && (wrong.Requires != test.requires || !strings.Contains(wrong.Error(), test.requires) || !strings.Contains(wrong.Error(), test.version)) {
			t.Errorf("the error is %q", wrong)
		}
	}
}

// TestABrokenRegisterLeavesDefaults holds that a broken okr.yaml is a finding, and
// that documents are read as if their teams stood in it.
func TestABrokenRegisterLeavesDefaults(t *testing.T) {
	files := good()
	edit(t, files, register, "", "version: 1\nteams: [\n")
	result := read(t, files, load.Options{AsOf: date(midQuarter)})
	if len(result.Findings) == 0 {
		t.Error("nothing is said about okr.yaml")
	}
	for _, f := range result.Findings {
		if f.Path != register && f.Rule != "too-few-objectives" {
			t.Errorf("found in %s: %s %s", f.Path, f.Rule, f.Message)
		}
	}
	ws := result.Workspace
	if ws.Settings.Calendar != okr.DefaultSettings().Calendar {
		t.Errorf("the calendar is %+v, want the default", ws.Settings.Calendar)
	}
	if len(ws.Documents) != 4 || ws.Team("checkout") == nil || ws.Document("checkout", "2026-Q3") == nil {
		t.Errorf("%d documents and %d teams are left, want 4 of each", len(ws.Documents), len(ws.Teams))
	}
}

func TestTeamsAreInTheOrderOfTheTree(t *testing.T) {
	files := fstest.MapFS{register: {Data: []byte(`version: 1
organization: Acme
teams:
  - {id: b1, name: B1, parent: b}
  - {id: a, name: A}
  - {id: b, name: B}
  - {id: a2, name: A2, parent: a}
  - {id: b11, name: B11, parent: b1}
  - {id: a1, name: A1, parent: a}
`)}}
	ws := read(t, files, load.Options{}).Workspace
	var got []string
	for _, team := range ws.Teams {
		got = append(got, strings.Repeat(" ", team.Depth)+team.ID.V)
	}
	if want := []string{"a", " a2", " a1", "b", " b1", "  b11"}; !slices.Equal(got, want) {
		t.Errorf("the teams are %q, want %q", got, want)
	}
	if ws.Team("b11").Parent != ws.Team("b1") || !slices.Equal(ws.Team("a").Children, []*okr.Team{ws.Team("a2"), ws.Team("a1")}) {
		t.Error("parents and children do not match")
	}
}
