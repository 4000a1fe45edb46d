// Package conform holds a tree against the published schema of its file and says
// in plain words what does not fit.
//
// Nearly every file fits, so the check has two speeds. The first is a table made
// from the schema's own text; it walks the tree as it is and answers yes or no.
// Only for a file that it refuses does the schema library run, over a copy of the
// tree as JSON values, and what it finds is put into words at its place. A test
// and a fuzz target hold the two answers equal.
//
// Keys about people, their rating and their pay are refused here too, wherever
// they stand: that such a key exists at all is the mistake, not its spelling.
package conform

import (
	"sync"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/source"
	"github.com/okrs-as-code/okrs/okr/tree"
	"github.com/okrs-as-code/okrs/schema"
)

// Checker knows the schemas of a workspace's files. It may be used by several
// goroutines at once. What it needs is prepared when it is first needed.
type Checker struct {
	document, workspace form
}

// New makes a checker for a workspace with the given limits.
func New(limits schema.Limits) *Checker {
	return &Checker{
		document:  newForm(schema.DocumentID, "a team document", func() []byte { return schema.Document(limits) }),
		workspace: newForm(schema.WorkspaceID, "okr.yaml", schema.Workspace),
	}
}

// form is one kind of file.
type form struct {
	noun string // what a message calls the whole file
	fast func() *plan
	slow func() *validator
}

func newForm(id, noun string, text func() []byte) form {
	return form{
		noun: noun,
		// A schema that the table cannot express leaves the work to the library.
		fast: sync.OnceValue(func() *plan {
			p, err := compile(text())
			if err != nil {
				return nil
			}
			return p
		}),
		slow: sync.OnceValue(func() *validator { return newValidator(id, text()) }),
	}
}

// accepts is the first, fast answer.
func (f *form) accepts(root *tree.Node) bool {
	p := f.fast()
	return p != nil && p.accepts(root)
}

// Document says what in a team document does not fit its schema, and refuses keys
// about people. It is nil for a document that fits.
func (c *Checker) Document(t *tree.Tree) []diag.Finding {
	check := &check{form: &c.document, tree: t}
	if !c.document.accepts(t.Root) {
		check.refuse(exempt{})
		check.explainAll()
	}
	check.readings()
	return check.findings()
}

// Workspace says the same of okr.yaml. The names of rules and of units may be any
// words there.
func (c *Checker) Workspace(t *tree.Tree) []diag.Finding {
	check := &check{form: &c.workspace, tree: t}
	if !c.workspace.accepts(t.Root) {
		check.refuse(exempt{
			rules: t.Root.Get("lint").Get("rules"), overrides: t.Root.Get("lint").Get("overrides"), units: t.Root.Get("units"),
		})
		check.explainAll()
	}
	return check.findings()
}

// check is the work on one file.
type check struct {
	form    *form
	tree    *tree.Tree
	report  *tree.Report         // nil until there is something to say
	refused map[source.Span]bool // keys that were refused
	said    map[said]bool
}

// said is a finding that was made. A value behind several aliases is met several
// times, and has one place.
type said struct {
	rule, message string
	start         uint32
}

func (c *check) findings() []diag.Finding {
	if c.report == nil {
		return nil
	}
	return c.report.Findings(c.tree)
}

// reporter is the report, begun when it is needed.
func (c *check) reporter() *tree.Report {
	if c.report == nil {
		c.report = tree.NewReport(c.tree.Path, c.tree.Lines)
		c.said = make(map[said]bool)
	}
	return c.report
}

// say reports something, once.
func (c *check) say(rule diag.Rule, at source.Span, message, hint string) *diag.Finding {
	r := c.reporter()
	key := said{rule.ID, message, at.Start}
	if c.said[key] {
		return new(diag.Finding)
	}
	if !r.Full() {
		c.said[key] = true
	}
	return r.Add(rule, at, message, hint)
}
