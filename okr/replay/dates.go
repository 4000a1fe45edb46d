package replay

import (
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/tree"
)

// dated is something in a document that carries the day on which it was written.
type dated struct {
	on    okr.Date
	rank  int
	words string
}

// dates are those in a document as it is today.
func (p *paper) dates() []dated {
	var found []dated
	root := p.texts[0].tree.Root
	for _, list := range []string{"objectives", "stopped"} {
		for _, objective := range items(root.Get(list)) {
			verb := "cancel "
			if list == "stopped" {
				verb = "stop "
			}
			found = append(found, datesOf(objective, verb)...)
			for _, keyResult := range items(objective.Get("key_results")) {
				found = append(found, datesOf(keyResult, "cancel ")...)
			}
		}
	}
	return found
}

func datesOf(n *tree.Node, verb string) []dated {
	var found []dated
	id := ""
	if n.Get("id") != nil {
		id = n.Get("id").Text
	}
	add := func(item *tree.Node, rank int, words string) {
		if on, ok := dateOf(item); ok {
			found = append(found, dated{on, rank, words})
		}
	}
	for _, item := range items(n.Get("check_ins")) {
		if date := item.Get("date"); date != nil {
			add(item, 2, "check in "+date.Text)
		}
	}
	for _, item := range items(n.Get("amendments")) {
		add(item, 3, "amend "+id)
	}
	add(n.Get("cancelled"), 3, verb+id)
	return found
}

// sharing are the documents that this one shares key results with: an offer and its
// acceptance are committed together, with the later of the two plans.
func (p *paper) sharing(ws *okr.Workspace) []*okr.Document {
	var found []*okr.Document
	add := func(team string) {
		if d := ws.Document(team, p.document.Cycle.ID); d != nil {
			found = append(found, d)
		}
	}
	for _, objective := range items(p.texts[0].tree.Root.Get("objectives")) {
		for _, keyResult := range items(objective.Get("key_results")) {
			for _, team := range items(keyResult.Get("shared_with")) {
				add(team.Text)
			}
			if ref := keyResult.Get("ref"); ref != nil {
				team, _, _ := strings.Cut(ref.Text, "/")
				add(team)
			}
		}
	}
	return found
}
