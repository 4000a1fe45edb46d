package tree

import (
	"encoding/json"
	"strings"
)

// JSON is the value as a JSON decoder that keeps numbers exact would give it:
// map[string]any, []any, json.Number, string, bool or nil.
func (n *Node) JSON() any {
	switch n.Kind {
	case Mapping:
		object := make(map[string]any, len(n.Pairs))
		for _, p := range n.Pairs {
			object[p.Key] = p.Value.JSON()
		}
		return object
	case Sequence:
		list := make([]any, len(n.Items))
		for i, item := range n.Items {
			list[i] = item.JSON()
		}
		return list
	case Number:
		return json.Number(strings.TrimPrefix(n.Text, "+"))
	case Bool:
		return n.Text == "true"
	case String:
		return n.Text
	default:
		return nil
	}
}
