package edit

import (
	"bytes"
	"encoding/json"
	"path"
	"strings"
	"sync"

	"github.com/okrs-as-code/okrs/okr/tree"
	"github.com/okrs-as-code/okrs/schema"
)

// shape is the order of keys at one place of a document, and the shapes below it.
// A nil shape knows no keys.
type shape struct {
	rank  map[string]int // position of each key that the schema lists
	parts map[string]*shape
	items *shape // of a list
	rest  *shape // of the values of keys that people choose
}

// part is the shape of the value of a key.
func (s *shape) part(key string) *shape {
	if s == nil {
		return nil
	}
	if p, ok := s.parts[key]; ok {
		return p
	}
	return s.rest
}

// item is the shape of the items of a list.
func (s *shape) item() *shape {
	if s == nil {
		return nil
	}
	return s.items
}

var (
	documentShape  = sync.OnceValue(func() *shape { return readShape(schema.Document(schema.Limits{})) })
	workspaceShape = sync.OnceValue(func() *shape { return readShape(schema.Workspace()) })
)

// shapeOf is the shape of the file with the name: okr.yaml is a workspace, any
// other name a team document.
func shapeOf(name string) *shape {
	if path.Base(name) == "okr.yaml" {
		return workspaceShape()
	}
	return documentShape()
}

// IsWorkspace reports whether a text without a name is an okr.yaml: by its outermost
// keys it has more of that than of a team document. A text that cannot be read is none.
func IsWorkspace(data []byte) bool {
	t, _ := tree.Parse("", data)
	if t == nil {
		return false
	}
	workspace, document := 0, 0
	for _, p := range t.Root.Pairs {
		if _, known := workspaceShape().rank[p.Key]; known {
			workspace++
		}
		if _, known := documentShape().rank[p.Key]; known {
			document++
		}
	}
	return workspace > document
}

// readShape reads the order of keys from a published schema, so that the order
// which editors offer and the one which we write have one home.
func readShape(text []byte) *shape {
	decoder := json.NewDecoder(bytes.NewReader(text))
	root, _ := ordered(decoder).(*object)
	if root == nil {
		return nil // a test reads both schemas
	}
	b := shaper{root: root, known: make(map[*object]*shape)}
	return b.shape(root)
}

// object is a JSON object that remembers the order of its keys.
type object struct {
	keys   []string
	values map[string]any
}

// ordered reads a JSON value: objects in order, everything else as far as needed.
func ordered(decoder *json.Decoder) any {
	token, err := decoder.Token()
	if err != nil {
		return nil
	}
	switch token {
	case json.Delim('{'):
		o := &object{values: make(map[string]any)}
		for decoder.More() {
			key, _ := decoder.Token()
			name, _ := key.(string)
			o.keys = append(o.keys, name)
			o.values[name] = ordered(decoder)
		}
		_, _ = decoder.Token()
		return o
	case json.Delim('['):
		for decoder.More() {
			ordered(decoder)
		}
		_, _ = decoder.Token()
		return nil
	}
	return token
}

// shaper turns a schema into shapes, each part of it once.
type shaper struct {
	root  *object
	known map[*object]*shape
}

func (b *shaper) shape(value any) *shape {
	o, _ := value.(*object)
	if o == nil {
		return nil
	}
	if target, ok := o.values["$ref"].(string); ok {
		return b.shape(b.lookup(target))
	}
	if s, done := b.known[o]; done {
		return s
	}
	s := &shape{}
	b.known[o] = s
	if properties, ok := o.values["properties"].(*object); ok {
		s.rank, s.parts = make(map[string]int), make(map[string]*shape)
		for i, key := range properties.keys {
			s.rank[key] = i
			s.parts[key] = b.shape(properties.values[key])
		}
	}
	s.items = b.shape(o.values["items"])
	s.rest = b.shape(o.values["additionalProperties"])
	return s
}

// lookup follows a reference within the schema.
func (b *shaper) lookup(reference string) any {
	var at any = b.root
	for _, name := range strings.Split(strings.TrimPrefix(reference, "#/"), "/") {
		o, _ := at.(*object)
		if o == nil {
			return nil
		}
		at = o.values[name]
	}
	return at
}
