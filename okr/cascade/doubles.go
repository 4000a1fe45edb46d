package cascade

import (
	"strings"

	"github.com/okrs-as-code/okrs/okr"
)

// Double is one metric that several objectives of a cycle define for themselves,
// instead of one that defines it and others that list it.
type Double struct {
	Cycle *okr.Cycle
	// Results are the key results, at least two, in the order of the nodes.
	Results []*Node
}

// metricKey is what makes two metrics of a cycle the same.
type metricKey struct {
	cycle              *okr.Cycle
	name, unit, source string
	about              uint64 // the sum of the bag of the title, where the metric has no name
}

// Doubles are the metrics that are claimed more than once in a cycle: the same name
// (the metric's own, else the words of the title), the same unit and the same source,
// which must be written. Stopped key results claim nothing.
func (g *Graph) Doubles() []Double {
	var found []Double
	known := make(map[metricKey]int) // behind the place of its first key result in found
	first := make(map[metricKey]*Node)
	for _, n := range g.Nodes {
		key, ok := keyOf(n)
		if !ok {
			continue
		}
		if first[key] == nil {
			first[key] = n
			continue
		}
		at, there := known[key]
		if !there {
			at = len(found)
			known[key] = at
			found = append(found, Double{n.Cycle, []*Node{first[key]}})
		}
		found[at].Results = append(found[at].Results, n)
	}
	return found
}

func keyOf(n *Node) (metricKey, bool) {
	if n.Kind != KeyResult || n.Stopped || n.Beyond || n.KeyResult.Body == nil {
		return metricKey{}, false
	}
	m := &n.KeyResult.Metric
	key := metricKey{cycle: n.Cycle, name: plain(m.Finely().Name.V), unit: okr.UnitKey(m.Unit.V), source: plain(m.Source.V)}
	if key.name == "" {
		key.about = BagOf(n.KeyResult.Title.V).Without(BagOf(m.Unit.V)).Sum()
	}
	return key, (key.name != "" || key.about != 0) && key.source != ""
}

func plain(text string) string { return strings.Join(strings.Fields(strings.ToLower(text)), " ") }
