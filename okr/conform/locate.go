package conform

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/okrs-as-code/okrs/okr/source"
	"github.com/okrs-as-code/okrs/okr/tree"
)

// pointer takes a JSON pointer apart, as the library writes it: escaped, and then
// percent-encoded.
func pointer(text string) []string {
	if text == "" || text == "/" {
		return nil
	}
	tokens := strings.Split(strings.TrimPrefix(text, "/"), "/")
	for i, token := range tokens {
		if strings.ContainsAny(token, "%~") {
			if plain, err := url.PathUnescape(token); err == nil {
				token = plain
			}
			tokens[i] = strings.ReplaceAll(strings.ReplaceAll(token, "~1", "/"), "~0", "~")
		}
	}
	return tokens
}

// index is the position that a token names, or -1.
func index(token string) int {
	n, err := strconv.Atoi(token)
	if err != nil || n < 0 {
		return -1
	}
	return n
}

// place is where a path leads in a tree.
type place struct {
	path    []string
	node    *tree.Node
	pair    *tree.Pair // whose value it is; nil for a list item and the root
	above   []*tree.Node
	quieted bool // a finding already speaks about it or what it stands in
}

// locate follows a path; where it leads out of the tree, it ends at the last value
// that was there.
func locate(root *tree.Node, path []string) place {
	at := place{node: root, quieted: root.Reported}
	for i, token := range path {
		var next *tree.Node
		var pair *tree.Pair
		if at.node.Kind == tree.Mapping {
			if pair = at.node.Pair(token); pair != nil {
				next = pair.Value
			}
		} else if n := index(token); n >= 0 && n < len(at.node.Items) {
			next = at.node.Items[n]
		}
		if next == nil {
			break
		}
		at.above = append(at.above, at.node)
		at.node, at.pair, at.path = next, pair, path[:i+1]
		at.quieted = at.quieted || next.Reported
	}
	return at
}

// keySpan is where to speak about an object as a whole: at its key, or for a list
// item at its first key.
func (p place) keySpan() source.Span {
	switch {
	case p.pair != nil:
		return p.pair.Span
	case len(p.node.Pairs) > 0:
		return p.node.Pairs[0].Span
	default:
		return p.node.Span
	}
}

// valueSpan is where the value stands; of a value that is not written, its key.
func (p place) valueSpan() source.Span {
	if p.node.Span.Start == p.node.Span.End && p.pair != nil {
		return p.pair.Span
	}
	return p.node.Span
}

// label is what a message calls the value: its key, or its position in a list.
func (p place) label() string {
	if len(p.path) == 0 {
		return "the file"
	}
	last := p.path[len(p.path)-1]
	if p.pair != nil {
		return "`" + tree.Shorten(last) + "`"
	}
	of := "the list"
	if len(p.path) > 1 {
		of = "`" + tree.Shorten(p.path[len(p.path)-2]) + "`"
	}
	return "entry " + strconv.Itoa(index(last)+1) + " of " + of
}

// noun is what a message calls the object at a path, in a file with the given noun.
func noun(path []string, file string) string {
	if len(path) == 0 {
		return file
	}
	last := path[len(path)-1]
	if index(last) >= 0 && len(path) > 1 {
		switch path[len(path)-2] {
		case "objectives":
			return "an objective"
		case "stopped":
			return "a stopped objective"
		case "key_results":
			return "a key result"
		case "check_ins":
			return "a check-in"
		case "amendments":
			return "an amendment"
		case "phases":
			return "a phase"
		case "stages":
			return "a stage"
		case "depends_on":
			return "a dependency"
		case "enables":
			return "an answer"
		case "teams":
			return "a team"
		case "cycles":
			return "a cycle"
		case "overrides":
			return "an override"
		}
		return "an entry of `" + tree.Shorten(path[len(path)-2]) + "`"
	}
	if len(path) == 2 && path[0] == "units" {
		return "a unit"
	}
	switch last {
	case "metric":
		return "a metric"
	case "outcome":
		return "an outcome"
	case "retrospective":
		return "a retrospective"
	}
	return "`" + tree.Shorten(last) + "`"
}
