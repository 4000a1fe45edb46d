package render

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/okrs-as-code/okrs/okr/report"
)

var update = flag.Bool("update", false, "write the golden files anew")

// styles are the styles in which a format is printed for comparison, by what they
// add to the name of the golden file. Only text knows widths and colours.
func styles(format string) map[string]Style {
	if format != "text" {
		return map[string]Style{"": {}}
	}
	return map[string]Style{
		"":           {},
		".40":        {Width: 40},
		".80":        {Width: 80},
		".200":       {Width: 200},
		".80.colour": {Width: 80, Color: true, Hyperlinks: true},
	}
}

func rendered(t *testing.T, format Format, doc *report.Doc, style Style) string {
	t.Helper()
	var out bytes.Buffer
	if err := format.Write(&out, doc, style); err != nil {
		t.Fatalf("%s: %v", format.Name, err)
	}
	return out.String()
}

func TestGolden(t *testing.T) {
	for name, doc := range samples() {
		for _, format := range Formats() {
			if name == "injection" && !draws(format.Name) || format.FindingsOnly && !aboutFindings(name) && !annotated(name, format) || format.DiagramsOnly && !aboutDiagrams(name) {
				continue
			}
			for suffix, style := range styles(format.Name) {
				file := filepath.Join("testdata", name+suffix+"."+format.Name)
				t.Run(filepath.Base(file), func(t *testing.T) { compareGolden(t, file, rendered(t, format, doc, style)) })
			}
		}
	}
}

// aboutFindings are the samples that findings alone are worth printing of.
func aboutFindings(sample string) bool {
	return sample == "findings" || sample == "lint" || sample == "clean"
}

// annotated are the samples that have remarks, which annotations are worth printing of.
func annotated(sample string, format Format) bool {
	return (sample == "diff" || sample == "unchanged") && format.Name == "github"
}

// aboutDiagrams are the samples that pictures alone are worth printing of.
func aboutDiagrams(sample string) bool {
	return sample == "diagram" || sample == "injection" || sample == "empty"
}

// draws reports whether a format has pictures.
func draws(format string) bool {
	return format == "markdown" || format == "html" || format == "dot" || format == "mermaid"
}

func compareGolden(t *testing.T, file, got string) {
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (run with -update if the change is meant)\n%s", file, diff)
	}
}
