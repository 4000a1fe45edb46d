package edit

import (
	"strings"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/source"
	"github.com/okrs-as-code/okrs/okr/tree"
)

// proposal makes the fix of a rule's findings. A new one is a function and a line
// in proposals.
type proposal struct {
	title string
	safe  bool // nobody could mean anything else
	edits func(t *tree.Tree, data []byte, at source.Span) []diag.Edit
}

// proposals are by the id of the rule.
func proposals() map[string]proposal {
	toInitiatives := proposal{"Move the work to `initiatives`", false, moveTask}
	return map[string]proposal{
		"unused-allow":        {"Delete what silences nothing", true, dropAllow},
		"output-kr":           toInitiatives,
		"deliverable-kr":      toInitiatives,
		"date-as-target":      toInitiatives,
		"initiative-as-kr":    toInitiatives,
		"self-improvement-kr": toInitiatives,
	}
}

// Fixable reports whether findings of a rule can have a fix that [Propose] makes,
// and whether that is safe.
func Fixable(rule string) (safe, ok bool) {
	p, ok := proposals()[rule]
	return p.safe, ok
}

// Propose is a change of the file that does away with a finding, where there is
// one right thing to do; nil otherwise. A finding that brings its own keeps it.
func Propose(t *tree.Tree, data []byte, f diag.Finding) *diag.Fix {
	if f.Fix != nil {
		return f.Fix
	}
	p, known := proposals()[f.Rule]
	if !known {
		return nil
	}
	at := source.Span{Start: t.Lines.Offset(f.Line, f.Column), End: t.Lines.Offset(f.EndLine, f.EndColumn)}
	edits := p.edits(t, data, at)
	if len(edits) == 0 {
		return nil
	}
	return &diag.Fix{Title: p.title, Safe: p.safe, Edits: edits}
}

// dropAllow takes a rule out of the comment that silences it, and the comment with
// the last one.
func dropAllow(t *tree.Tree, data []byte, at source.Span) []diag.Edit {
	for _, a := range t.Allows(nil) {
		if at.Start < a.Span.Start || at.Start >= a.Span.End {
			continue
		}
		if len(a.Rules) < 2 {
			return DeleteComment(t, data, a.Span)
		}
		var left []string
		for _, id := range a.Rules {
			if id.Span.Start != at.Start {
				left = append(left, id.V)
			}
		}
		list := source.Span{Start: a.Rules[0].Span.Start, End: a.Rules[len(a.Rules)-1].Span.End}
		return []diag.Edit{diag.EditAt(t.Lines, list, strings.Join(left, ", "))}
	}
	return nil
}

// moveTask moves a key result that is work to the initiatives of its objective.
func moveTask(t *tree.Tree, data []byte, at source.Span) []diag.Edit {
	result, why := movable(t, at)
	if result == nil || why != "" {
		return nil
	}
	return MoveToInitiatives(t, data, result)
}

// Declined says why a finding whose rule can have a fix of [Propose] gets none, as it
// goes on after a colon; it is empty where it gets one, and where its rule has none.
func Declined(t *tree.Tree, data []byte, f diag.Finding) string {
	if safe, fixable := Fixable(f.Rule); !fixable || safe || Propose(t, data, f) != nil {
		return ""
	}
	result, why := movable(t, source.Span{Start: t.Lines.Offset(f.Line, f.Column)})
	if result == nil || why != "" {
		return why
	}
	return "the lines around it are written in a way that only a person can change"
}

// movable is the key result at a place, and why it stays if it does; nil where none is
// written there. The last one stays: without one, an objective says nothing about success.
func movable(t *tree.Tree, at source.Span) (result *tree.Node, why string) {
	results := covering(t.Root.Get("objectives"), at.Start).Get("key_results")
	result = covering(results, at.Start)
	switch {
	case result == nil:
		return nil, "" // a task in an objective is for a person to take out
	case len(results.Items) < 2:
		return result, "it is the only key result of its objective"
	}
	if key := saysMore(result); key != "" {
		return result, "its `" + key + "` would be lost"
	}
	return result, ""
}

// saysMore is a key of what a key result holds that would be lost with it: readings,
// promises to others, what was decided and learned. It is empty where there is none.
func saysMore(result *tree.Node) string {
	for _, p := range result.Pairs {
		switch p.Key {
		case "id", "title", "metric", "role", "indicator", "weight", "starts":
		default:
			return p.Key
		}
	}
	return ""
}

// covering is the item of a list that covers an offset, or nil.
func covering(list *tree.Node, offset uint32) *tree.Node {
	if list == nil {
		return nil
	}
	for _, item := range list.Items {
		if item.Span.Start <= offset && offset < item.Span.End {
			return item
		}
	}
	return nil
}
