package schema

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

const (
	draft07Line   = `"$schema": "http://json-schema.org/draft-07/schema#"`
	draft2020Line = `"$schema": "https://json-schema.org/draft/2020-12/schema"`
)

// published is one of the two schemas, as the tests go through them.
type published struct {
	name string // also its folder under testdata
	id   string
	text []byte
}

func publishedSchemas() []published {
	return []published{
		{"document", DocumentID, Document(Limits{})},
		{"workspace", WorkspaceID, Workspace()},
	}
}

// draft is one of the two dialects both schemas must be valid in.
type draft struct {
	name  string
	draft *jsonschema.Draft
	line  string
}

func drafts() []draft {
	return []draft{
		{"draft-07", jsonschema.Draft7, draft07Line},
		{"2020-12", jsonschema.Draft2020, draft2020Line},
	}
}

// compiler returns a compiler that knows the schema in the given dialect and
// asserts formats, which 2020-12 alone would not do.
func compiler(t *testing.T, p published, d draft) *jsonschema.Compiler {
	t.Helper()
	if bytes.Count(p.text, []byte(draft07Line)) != 1 {
		t.Fatalf("%s: the draft-07 line is missing", p.name)
	}
	text := bytes.Replace(p.text, []byte(draft07Line), []byte(d.line), 1)
	c := jsonschema.NewCompiler()
	c.Draft = d.draft
	c.AssertFormat = true
	if err := c.AddResource(p.id, bytes.NewReader(text)); err != nil {
		t.Fatalf("%s as %s: %v", p.name, d.name, err)
	}
	return c
}

// compile compiles the part of a schema that pointer names, "" being the whole.
func compile(t *testing.T, c *jsonschema.Compiler, id, pointer string) *jsonschema.Schema {
	t.Helper()
	if pointer != "" {
		id += "#" + pointer
	}
	s, err := c.Compile(id)
	if err != nil {
		t.Fatalf("%s: %v", id, err)
	}
	return s
}

// eachSchema runs a test on both schemas in both dialects.
func eachSchema(t *testing.T, run func(t *testing.T, p published, c *jsonschema.Compiler)) {
	for _, p := range publishedSchemas() {
		for _, d := range drafts() {
			t.Run(p.name+"/"+d.name, func(t *testing.T) { run(t, p, compiler(t, p, d)) })
		}
	}
}

// testFiles lists the YAML files of one kind, at least least of them.
func testFiles(t *testing.T, kind, verdict string, least int) []string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("testdata", kind, verdict, "*.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if len(paths) < least {
		t.Fatalf("only %d %s files of %s, want at least %d", len(paths), verdict, kind, least)
	}
	return paths
}

func TestEveryValidFileIsAccepted(t *testing.T) {
	eachSchema(t, func(t *testing.T, p published, c *jsonschema.Compiler) {
		s := compile(t, c, p.id, "")
		for _, path := range testFiles(t, p.name, "valid", 10) {
			if err := s.Validate(readYAML(t, path)); err != nil {
				t.Errorf("%s: %#v", path, err)
			}
		}
	})
}

// An invalid file states in its first two lines where it fails and by which
// keyword. There may be no error elsewhere: one slip, one place.
func TestEveryInvalidFileFailsWhereItSays(t *testing.T) {
	eachSchema(t, func(t *testing.T, p published, c *jsonschema.Compiler) {
		s := compile(t, c, p.id, "")
		for _, path := range testFiles(t, p.name, "invalid", 20) {
			at, by := statedFailure(t, path)
			err, ok := s.Validate(readYAML(t, path)).(*jsonschema.ValidationError)
			if !ok {
				t.Errorf("%s was accepted, want an error at %q", path, at)
				continue
			}
			var keywords []string
			for _, leaf := range leaves(err) {
				if leaf.InstanceLocation != at {
					t.Errorf("%s: %q at %q, want errors only at %q", path, leaf.Message, leaf.InstanceLocation, at)
				}
				keywords = append(keywords, keyword(leaf))
			}
			if !slices.Contains(keywords, by) {
				t.Errorf("%s fails by %v, want %s", path, keywords, by)
			}
		}
	})
}

// statedFailure reads "# at: POINTER" and "# by: KEYWORD"; the pointer of the
// whole file is written "(file)".
func statedFailure(t *testing.T, path string) (at, by string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitN(string(data), "\n", 3)
	at, hasAt := strings.CutPrefix(lines[0], "# at: ")
	by, hasBy := strings.CutPrefix(lines[1], "# by: ")
	if !hasAt || !hasBy {
		t.Fatalf("%s does not begin with # at: and # by:", path)
	}
	return strings.TrimPrefix(at, "(file)"), by
}

// leaves returns the errors that have no cause of their own.
func leaves(err *jsonschema.ValidationError) []*jsonschema.ValidationError {
	if len(err.Causes) == 0 {
		return []*jsonschema.ValidationError{err}
	}
	var all []*jsonschema.ValidationError
	for _, cause := range err.Causes {
		all = append(all, leaves(cause)...)
	}
	return all
}

// keyword names the keyword that failed; a property a condition forbids fails
// by the schema false, which has no keyword.
func keyword(err *jsonschema.ValidationError) string {
	if err.Message == "not allowed" {
		return "false"
	}
	return err.KeywordLocation[strings.LastIndex(err.KeywordLocation, "/")+1:]
}

func TestIdentifiersAreThePublishedOnes(t *testing.T) {
	for _, p := range publishedSchemas() {
		var root struct {
			ID string `json:"$id"`
		}
		if err := json.Unmarshal(p.text, &root); err != nil {
			t.Fatal(err)
		}
		if root.ID != p.id {
			t.Errorf("%s: $id is %s, the constant says %s", p.name, root.ID, p.id)
		}
	}
}
