package edit

import (
	"slices"
	"strconv"
	"strings"

	"github.com/okrs-as-code/okrs/okr/tree"
)

// position is an entry of a mapping or a list.
type position struct {
	parent *tree.Node
	index  int
}

// follow follows a JSON pointer to an entry.
func follow(root *tree.Node, pointer string) *position {
	parts := strings.Split(pointer, "/")
	if len(parts) < 2 || parts[0] != "" {
		return nil
	}
	var found *position
	n := root
	for _, part := range parts[1:] {
		if n == nil {
			return nil
		}
		part = strings.ReplaceAll(strings.ReplaceAll(part, "~1", "/"), "~0", "~")
		found = child(n, part)
		if found == nil {
			return nil
		}
		if n.Kind == tree.Mapping {
			n = n.Pairs[found.index].Value
		} else {
			n = n.Items[found.index]
		}
	}
	return found
}

// child is the entry with a key or a number.
func child(n *tree.Node, part string) *position {
	for i := range n.Pairs {
		if n.Pairs[i].Key == part {
			return &position{n, i}
		}
	}
	if i, err := strconv.Atoi(part); err == nil && i >= 0 && i < len(n.Items) {
		return &position{n, i}
	}
	return nil
}

// way is the way to the entry: that to its parent, and the position there.
func (p *position) way(root *tree.Node) []int { return append(pathTo(root, p.parent), p.index) }

// pathTo is the way from the root to a node, as positions; nil for the root and for
// a node that is not in the tree.
func pathTo(root, n *tree.Node) []int {
	for i := range len(root.Pairs) + len(root.Items) {
		v := valueAt(root, i)
		if v == n {
			return []int{i}
		}
		if below := pathTo(v, n); below != nil {
			return slices.Insert(below, 0, i)
		}
	}
	return nil
}

// nodeAt follows a way as far as it leads.
func nodeAt(root *tree.Node, path []int) *tree.Node {
	for _, i := range path {
		if i >= len(root.Pairs)+len(root.Items) {
			return nil
		}
		root = valueAt(root, i)
	}
	return root
}

// prune is a tree without the entry that a way leads to. The tree itself stays as it
// is; what the way does not touch is shared.
func prune(n *tree.Node, path []int) *tree.Node {
	pruned := *n
	i := path[0]
	switch {
	case len(path) == 1 && n.Kind == tree.Mapping:
		pruned.Pairs = slices.Delete(slices.Clone(n.Pairs), i, i+1)
	case len(path) == 1:
		pruned.Items = slices.Delete(slices.Clone(n.Items), i, i+1)
	case n.Kind == tree.Mapping:
		pruned.Pairs = slices.Clone(n.Pairs)
		pruned.Pairs[i].Value = prune(n.Pairs[i].Value, path[1:])
	default:
		pruned.Items = slices.Clone(n.Items)
		pruned.Items[i] = prune(n.Items[i], path[1:])
	}
	return &pruned
}

// indexOf is the position of a key of a mapping, or -1.
func indexOf(n *tree.Node, key string) int {
	return slices.IndexFunc(n.Pairs, func(p tree.Pair) bool { return p.Key == key })
}
