package tree

import (
	"errors"
	"fmt"
	"path"

	"go.yaml.in/yaml/v3"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/source"
)

// Parse reads a file. The tree is nil when nothing of it can be used; there is at
// least one finding then. A tree beside findings has everything that could be
// understood: values that a finding speaks about are marked Reported. No input
// makes it panic or run for long.
func Parse(name string, data []byte) (t *Tree, findings []diag.Finding) {
	lines := source.NewLines(data[:min(len(data), maxBytes)])
	r := NewReport(name, lines)
	defer func() {
		if recover() != nil {
			r.Add(diag.Syntax, source.Span{}, unreadable, "Look for unusual punctuation, and put text values in quotes.")
			t, findings = nil, r.Findings(nil)
		}
	}()
	if len(data) > maxBytes {
		r.Add(diag.Syntax, source.Span{},
			fmt.Sprintf("this file has %.1f MiB; files of more than 1 MiB are not read", float64(len(data))/maxBytes),
			"A document of one team and cycle has a few kilobytes. Check whether something else was saved under this name.")
		return nil, r.Findings(nil)
	}
	if isUTF16(data) {
		r.Add(diag.Syntax, source.Span{}, "this file is saved as UTF-16", "Save it as UTF-8.")
		return nil, r.Findings(nil)
	}
	t = read(r, oneDocument(r, clean(r, data)))
	return t, r.Findings(t)
}

const unreadable = "this file cannot be read as YAML"

// read makes the tree of a clean text. What the library refuses is looked for by
// our own eyes; where each mistake found leaves no doubt about what was meant,
// the text is read again with the offending characters masked, so that the rest
// of the file can be checked in the same run.
func read(r *Report, text []byte) *Tree {
	known := r.Len()
	c := &converter{report: r, lines: r.lines, data: text, text: text}
	root, err := library(text)
	if err != nil {
		if c.text, c.masked = mistakes(r, text); c.masked {
			root, err = library(c.text)
		}
	}
	if err != nil {
		if r.Len() == known && known == 0 {
			lastResort(r, text, err)
		}
		return nil
	}
	t := c.tree(root)
	if t != nil && t.Root.Kind == Null && !t.Root.Reported {
		empty(r, t.Root.Span)
		return nil
	}
	return t
}

var errPanic = errors.New("the library gave up")

// library is the grammar of YAML as the library knows it. A file of nothing but
// comments gives an empty node.
func library(text []byte) (root *yaml.Node, err error) {
	defer func() {
		if recover() != nil {
			root, err = nil, errPanic
		}
	}()
	var document yaml.Node
	if err := yaml.Unmarshal(text, &document); err != nil {
		return nil, err
	}
	if len(document.Content) == 0 {
		return &yaml.Node{Kind: yaml.ScalarNode, Line: 1, Column: 1}, nil
	}
	return document.Content[0], nil
}

// empty reports a file without content.
func empty(r *Report, at source.Span) {
	belongs := "A team document has the keys `version`, `team`, `cycle` and `objectives`."
	if path.Base(r.path) == "okr.yaml" {
		belongs = "This file has the keys `version`, `organization` and `teams`, and settings where the defaults do not fit."
	}
	r.Add(diag.Syntax, at, "this file is empty", belongs)
}
