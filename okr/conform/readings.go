package conform

import (
	"fmt"
	"slices"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/tree"
)

// readings speaks about check-ins and amendments that give a number, or a yes, as
// a text. The schema has to let texts pass there, because stages are named; only
// the metric tells what was meant.
func (c *check) readings() {
	for _, list := range []string{"objectives", "stopped"} {
		for _, objective := range items(c.tree.Root.Get(list)) {
			c.amended(objective)
			for _, keyResult := range items(objective.Get("key_results")) {
				c.amended(keyResult)
				c.checkIns(keyResult)
			}
		}
	}
}

func items(list *tree.Node) []*tree.Node {
	if list == nil {
		return nil
	}
	return list.Items
}

func (c *check) checkIns(keyResult *tree.Node) {
	list := keyResult.Get("check_ins")
	if list == nil {
		return
	}
	metric := keyResult.Get("metric")
	kind := metric.Get("kind")
	if kind != nil && kind.Text == "stages" {
		return
	}
	milestone := kind != nil && kind.Text == "milestone"
	for _, checkIn := range list.Items {
		if p := checkIn.Pair("value"); p != nil && p.Value.Kind == tree.String && !p.Value.Reported {
			c.reading(p, milestone, metric.Get("unit") != nil)
		}
	}
}

func (c *check) reading(p *tree.Pair, milestone, hasUnit bool) {
	at := place{path: []string{p.Key}, node: p.Value, pair: p}
	if milestone {
		if word := yesOrNo(p.Value.Text); word != "" {
			c.say(diag.Schema, p.Value.Span,
				fmt.Sprintf("`%s` is %s; a milestone is read as true or false", p.Key, describe(p.Value)),
				"Write "+c.reporter().Corrected(p.Value.Span, word)+".")
		}
		return
	}
	if advice, ok := adviseNumber(p.Value, p.Key, false); ok {
		w := c.adopt(at, advice, hasUnit)
		c.say(w.rule, p.Value.Span, w.message, w.hint)
	}
}

// amended speaks about amendments of numbers.
func (c *check) amended(of *tree.Node) {
	for _, amendment := range items(of.Get("amendments")) {
		field := amendment.Get("field")
		if field == nil || !slices.Contains([]string{"baseline", "target", "low", "high", "fail_at", "tolerance", "weight"}, field.Text) {
			continue
		}
		for _, key := range []string{"from", "to"} {
			if p := amendment.Pair(key); p != nil && p.Value.Kind == tree.String && !p.Value.Reported {
				c.reading(p, false, true)
			}
		}
	}
}
