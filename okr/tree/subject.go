package tree

import "sort"

// Subject is the address of the smallest addressed thing that covers a byte
// offset of the file: team/cycle, team/cycle/objective or
// team/cycle/objective/key-result, as far as the ids can be read. Where there is
// no team and cycle it is the path.
func (t *Tree) Subject(offset uint32) string { return t.subjects().at(offset) }

// subjects are the lists of a document that hold addressed things, found once
// for any number of places.
type subjects struct {
	path, document      string
	objectives, stopped *Node
}

func (t *Tree) subjects() subjects {
	s := subjects{path: t.Path}
	team, cycle := word(t.Root.Get("team")), word(t.Root.Get("cycle"))
	if team != "" && cycle != "" {
		s.document = team + "/" + cycle
		s.objectives, s.stopped = t.Root.Get("objectives"), t.Root.Get("stopped")
	}
	return s
}

func (s subjects) at(offset uint32) string {
	if s.document == "" {
		return s.path
	}
	objective := covering(s.objectives, offset)
	if objective == nil {
		objective = covering(s.stopped, offset)
	}
	id := word(objective.Get("id"))
	if id == "" {
		return s.document
	}
	address := s.document + "/" + id
	if id = word(covering(objective.Get("key_results"), offset).Get("id")); id != "" {
		address += "/" + id
	}
	return address
}

// word is the text of a scalar that can be a part of an address, else nothing.
func word(n *Node) string {
	if n == nil || n.Kind != String && n.Kind != Number || len(n.Text) > 64 {
		return ""
	}
	for i := 0; i < len(n.Text); i++ {
		switch c := n.Text[i]; {
		case isLetter(c), isDigit(c):
		case i > 0 && (c == '-' || c == '.' || c == '_'):
		default:
			return ""
		}
	}
	return n.Text
}

// covering is the item of a list whose text covers the offset, or nil.
func covering(list *Node, offset uint32) *Node {
	if list == nil {
		return nil
	}
	i := sort.Search(len(list.Items), func(i int) bool { return list.Items[i].Span.End >= offset })
	if i < len(list.Items) && list.Items[i].Span.Start <= offset {
		return list.Items[i]
	}
	return nil
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
