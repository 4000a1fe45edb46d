package schema

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// Whatever a valid file says, in no place of it may stand something of another
// shape, and no object takes a key nobody foresaw. Valid files show every
// property, so this tries every place there is.
func TestNoPlaceTakesAStranger(t *testing.T) {
	strangers := []any{map[string]any{"owner": "Jane"}, []any{[]any{}}, nil}
	for _, p := range publishedSchemas() {
		s := compile(t, compiler(t, p, drafts()[0]), p.id, "")
		tried := map[string]bool{}
		for _, path := range testFiles(t, p.name, "valid", 10) {
			document := readYAML(t, path)
			places(document, "", func(place string, set func(any)) {
				if tried[place] {
					return
				}
				tried[place] = true
				for _, stranger := range strangers {
					// An amendment may say that a field was or is absent.
					if stranger == nil && (strings.HasSuffix(place, "/amendments/-/from") || strings.HasSuffix(place, "/amendments/-/to")) {
						continue
					}
					set(stranger)
					if s.Validate(document) == nil {
						t.Errorf("%s: %v was accepted at %s", path, stranger, place)
					}
				}
			})
		}
	}
}

// places calls visit for every place below value, with a function that puts
// something else there, and restores what was there; the place of an added key
// comes last in each object.
func places(value any, at string, visit func(place string, set func(any))) {
	switch value := value.(type) {
	case []any:
		for i := range value {
			before := value[i]
			visit(at+"/-", func(other any) { value[i] = other })
			value[i] = before
			places(before, at+"/-", visit)
		}
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(value)) {
			before := value[key]
			visit(at+"/"+key, func(other any) { value[key] = other })
			value[key] = before
			places(before, at+"/"+key, visit)
		}
		visit(at+"/owner", func(other any) { value["owner"] = other })
		delete(value, "owner")
	}
}
