package okr_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/okrs-as-code/okrs/"

// imports is the table of packages: what each may import beside the standard
// library, from leaf to shell. The order is the architecture: a package imports
// only what stands above it, and an outside library has one owner.
var imports = map[string][]string{
	"okr/source":       {"github.com/rivo/uniseg"},
	"okr/near":         {},
	"okr/metric":       {"okr/near"},
	"okr/origin":       {"okr/near", "github.com/go-git/go-billy/v5/osfs", "github.com/go-git/go-git/v5/plumbing", "github.com/go-git/go-git/v5/plumbing/filemode", "github.com/go-git/go-git/v5/plumbing/format/config", "github.com/go-git/go-git/v5/plumbing/format/index", "github.com/go-git/go-git/v5/plumbing/format/objfile", "github.com/go-git/go-git/v5/storage/filesystem/dotgit"},
	"schema":           {},
	"examples":         {},
	"okr/diag":         {"okr/source"},
	"okr":              {"okr/source", "okr/metric"},
	"okr/tree":         {"okr/near", "okr/source", "okr/diag", "go.yaml.in/yaml/v3"},
	"okr/conform":      {"okr/near", "okr/source", "okr/diag", "okr/tree", "schema", "github.com/santhosh-tekuri/jsonschema/v5"},
	"okr/load":         {"okr/near", "okr", "okr/metric", "okr/source", "okr/diag", "okr/tree", "okr/conform", "schema", "github.com/bmatcuk/doublestar/v4"},
	"okr/sample":       {},
	"okr/language":     {},
	"okr/score":        {"okr", "okr/metric", "okr/source"},
	"okr/cascade":      {"okr", "okr/source"},
	"okr/diff":         {"okr", "okr/metric", "okr/source", "okr/score"},
	"okr/history":      {"okr", "okr/load", "okr/origin"},
	"okr/status":       {"okr", "okr/metric", "okr/score", "okr/cascade"},
	"okr/lint":         {"okr/near", "okr", "okr/metric", "okr/source", "okr/diag", "okr/language", "okr/score", "okr/cascade", "github.com/bmatcuk/doublestar/v4"},
	"okr/edit":         {"okr/source", "okr/diag", "okr/tree", "schema", "github.com/rogpeppe/go-internal/diff"},
	"okr/replay":       {"okr", "okr/diag", "okr/tree", "okr/edit", "okr/load"},
	"okr/report":       {"okr", "okr/metric", "okr/source", "okr/diag", "okr/score", "okr/cascade", "okr/diff", "okr/status", "okr/language", "okr/lint"},
	"okr/render":       {"okr/report", "okr/diag", "okr/source", "okr/metric", "github.com/rivo/uniseg"},
	"cmd/internal/cli": {"okr/near", "okr", "okr/tree", "okr/edit", "okr/metric", "okr/source", "okr/diag", "okr/load", "okr/language", "okr/lint", "okr/score", "okr/cascade", "okr/diff", "okr/history", "okr/origin", "okr/replay", "okr/status", "okr/report", "okr/render", "schema", "examples", "github.com/spf13/cobra", "github.com/spf13/pflag", "github.com/natefinch/atomic"},
	"cmd/okr":          {"cmd/internal/cli", "golang.org/x/term"},
}

const (
	fileLines     = 400 // most lines of a file of code
	functionLines = 60  // most lines of a function
)

// files parses every file of the module that is not a test, by package.
func files(t *testing.T) map[string][]*ast.File {
	t.Helper()
	found := make(map[string][]*ast.File)
	err := filepath.WalkDir("..", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && (entry.Name() == "testdata" || strings.HasPrefix(entry.Name(), ".") && len(entry.Name()) > 2) {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(positions, name, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		pkg := path.Clean(strings.TrimPrefix(filepath.ToSlash(filepath.Dir(name)), "../"))
		found[pkg] = append(found[pkg], file)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

var positions = token.NewFileSet()

func where(node ast.Node) token.Position { return positions.Position(node.Pos()) }

func TestPackagesImportOnlyWhatTheTableAllows(t *testing.T) {
	found := files(t)
	for pkg, parsed := range found {
		allowed, listed := imports[pkg]
		if !listed {
			t.Errorf("package %s is not in the table of packages", pkg)
			continue
		}
		for _, file := range parsed {
			for _, spec := range file.Imports {
				target, _ := strconv.Unquote(spec.Path.Value)
				ours := strings.TrimPrefix(target, module)
				standard := !strings.Contains(strings.SplitN(target, "/", 2)[0], ".")
				if !standard && !slices.Contains(allowed, ours) {
					t.Errorf("%s: %s may not import %s", where(spec), pkg, ours)
				}
			}
		}
	}
	for pkg := range imports {
		if _, there := found[pkg]; !there {
			t.Errorf("the table names %s, which does not exist", pkg)
		}
	}
}

func TestFilesAndFunctionsAreSmall(t *testing.T) {
	for _, parsed := range files(t) {
		for _, file := range parsed {
			last := positions.Position(file.FileEnd)
			if last.Line > fileLines+1 {
				t.Errorf("%s has %d lines, at most %d", last.Filename, last.Line, fileLines)
			}
			for _, decl := range file.Decls {
				if function, ok := decl.(*ast.FuncDecl); ok {
					lines := positions.Position(function.End()).Line - where(function).Line + 1
					if lines > functionLines {
						t.Errorf("%s: %s has %d lines, at most %d", where(function), function.Name.Name, lines, functionLines)
					}
				}
			}
		}
	}
}

func TestNothingRunsBeforeMain(t *testing.T) {
	for _, parsed := range files(t) {
		for _, file := range parsed {
			for _, decl := range file.Decls {
				if function, ok := decl.(*ast.FuncDecl); ok && function.Recv == nil && function.Name.Name == "init" {
					t.Errorf("%s: init functions hide what a program contains", where(function))
				}
			}
		}
	}
}

// TestPackageVariablesAreNeverWritten holds that a variable of a package is a
// table: set where it is declared and never again.
func TestPackageVariablesAreNeverWritten(t *testing.T) {
	for _, parsed := range files(t) {
		globals := make(map[string]bool)
		for _, file := range parsed {
			for _, decl := range file.Decls {
				if group, ok := decl.(*ast.GenDecl); ok && group.Tok == token.VAR {
					for _, spec := range group.Specs {
						for _, name := range spec.(*ast.ValueSpec).Names {
							globals[name.Name] = true
						}
					}
				}
			}
		}
		for _, file := range parsed {
			ast.Inspect(file, func(node ast.Node) bool {
				var written []ast.Expr
				switch n := node.(type) {
				case *ast.AssignStmt:
					if n.Tok != token.DEFINE {
						written = n.Lhs
					}
				case *ast.IncDecStmt:
					written = []ast.Expr{n.X}
				}
				for _, expr := range written {
					if name := root(expr); name != nil && globals[name.Name] && !local(name) {
						t.Errorf("%s: %s is a variable of the package and is written", where(name), name.Name)
					}
				}
				return true
			})
		}
	}
}

// root is the variable that an assignment writes through.
func root(expr ast.Expr) *ast.Ident {
	switch e := expr.(type) {
	case *ast.Ident:
		return e
	case *ast.IndexExpr:
		return root(e.X)
	case *ast.SelectorExpr:
		return root(e.X)
	case *ast.StarExpr:
		return root(e.X)
	}
	return nil
}

// local reports whether the name is declared within a function. The parser links
// a name to its declaration within one file, which is enough to tell.
func local(name *ast.Ident) bool {
	if name.Obj == nil {
		return false
	}
	switch decl := name.Obj.Decl.(type) {
	case *ast.AssignStmt, *ast.Field:
		return true
	case *ast.ValueSpec:
		return decl.Names[0].Obj != name.Obj || name.Obj.Kind != ast.Var || !topLevel(decl)
	}
	return false
}

func topLevel(spec *ast.ValueSpec) bool {
	return positions.Position(spec.Pos()).Column <= 5
}

func TestTheWorldIsReachedFromTheShellOnly(t *testing.T) {
	forbidden := map[string][]string{"os": {"Stdout", "Stderr", "Stdin", "Exit", "Args"}, "time": {"Now"}}
	for pkg, parsed := range files(t) {
		if strings.HasPrefix(pkg, "cmd/okr") {
			continue
		}
		for _, file := range parsed {
			ast.Inspect(file, func(node ast.Node) bool {
				selector, ok := node.(*ast.SelectorExpr)
				if !ok {
					return true
				}
				if x, ok := selector.X.(*ast.Ident); ok && x.Obj == nil && slices.Contains(forbidden[x.Name], selector.Sel.Name) {
					t.Errorf("%s: %s.%s belongs to cmd/okr", where(selector), x.Name, selector.Sel.Name)
				}
				return true
			})
		}
	}
}

func TestEveryExportedNameIsDocumented(t *testing.T) {
	for pkg, parsed := range files(t) {
		documented := false
		for _, file := range parsed {
			documented = documented || file.Doc != nil
			for _, decl := range file.Decls {
				switch d := decl.(type) {
				case *ast.FuncDecl:
					if d.Name.IsExported() && d.Doc == nil && exportedReceiver(d) {
						t.Errorf("%s: %s has no comment", where(d), d.Name.Name)
					}
				case *ast.GenDecl:
					undocumented(t, d)
				}
			}
		}
		if !documented {
			t.Errorf("package %s has no comment", pkg)
		}
	}
}

func exportedReceiver(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return true
	}
	expr := d.Recv.List[0].Type
	if star, ok := expr.(*ast.StarExpr); ok {
		expr = star.X
	}
	if generic, ok := expr.(*ast.IndexExpr); ok {
		expr = generic.X
	}
	name, ok := expr.(*ast.Ident)
	return ok && name.IsExported()
}

func undocumented(t *testing.T, group *ast.GenDecl) {
	t.Helper()
	for _, spec := range group.Specs {
		switch s := spec.(type) {
		case *ast.TypeSpec:
			if s.Name.IsExported() && s.Doc == nil && group.Doc == nil {
				t.Errorf("%s: %s has no comment", where(s), s.Name.Name)
			}
		case *ast.ValueSpec:
			if s.Names[0].IsExported() && s.Doc == nil && s.Comment == nil && group.Doc == nil {
				t.Errorf("%s: %s has no comment", where(s), s.Names[0].Name)
			}
		}
	}
}

// TestTheTopLevelIsFixed holds the root of the repository to what it is for and
// to what an ecosystem demands by name.
func TestTheTopLevelIsFixed(t *testing.T) {
	known := []string{"cmd", "okr", "schema", "examples", "go.mod", "go.sum", "README.md", "LICENSE",
		"CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "action.yml"}
	entries, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if !strings.HasPrefix(entry.Name(), ".") && !slices.Contains(known, entry.Name()) {
			t.Errorf("%s does not belong at the top level", entry.Name())
		}
	}
}
