package conform

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/okrs-as-code/okrs/okr/tree"
)

// validator is the schema library with one schema, and the schema's text as
// values, to look up what it says.
type validator struct {
	schema *jsonschema.Schema
	root   any
}

// newValidator prepares the library; it is nil for a schema that the library
// refuses. Nothing is ever loaded: a schema refers only to itself.
func newValidator(id string, text []byte) *validator {
	compiler := jsonschema.NewCompiler()
	compiler.Draft = jsonschema.Draft7
	compiler.AssertFormat = true
	compiler.LoadURL = func(url string) (io.ReadCloser, error) {
		return nil, fmt.Errorf("%s is not loaded", url)
	}
	if err := compiler.AddResource(id, bytes.NewReader(text)); err != nil {
		return nil
	}
	compiled, err := compiler.Compile(id)
	if err != nil {
		return nil
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	v := &validator{schema: compiled}
	if err := decoder.Decode(&v.root); err != nil {
		return nil
	}
	return v
}

// failure is a keyword of the schema that a value does not meet.
type failure struct {
	path    []string       // to the value: keys, and positions from 0
	keyword string         // as required; empty for the schema false
	holder  map[string]any // the schema that has the keyword
	where   []string       // to the keyword in the schema
}

// valid reports whether the library accepts the value; where it does not, it says
// which keywords failed, the innermost alone.
func (v *validator) valid(root *tree.Node) (failures []failure, ok bool) {
	defer func() {
		if recover() != nil {
			failures, ok = nil, false
		}
	}()
	err := v.schema.Validate(root.JSON())
	if err == nil {
		return nil, true
	}
	var top *jsonschema.ValidationError
	if errors.As(err, &top) {
		v.leaves(top, &failures)
	}
	return failures, false
}

func (v *validator) leaves(e *jsonschema.ValidationError, into *[]failure) {
	for _, cause := range e.Causes {
		v.leaves(cause, into)
	}
	if len(e.Causes) > 0 {
		return
	}
	_, fragment, _ := strings.Cut(e.AbsoluteKeywordLocation, "#")
	f := failure{path: pointer(e.InstanceLocation), where: pointer(fragment)}
	f.keyword = lastToken(f.where)
	if f.keyword == "additionalProperties" || f.keyword != "" && v.at(f.where) != false {
		f.holder, _ = v.at(f.where[:len(f.where)-1]).(map[string]any)
	} else {
		f.keyword = ""
	}
	*into = append(*into, f)
}

func lastToken(tokens []string) string {
	if len(tokens) == 0 {
		return ""
	}
	return tokens[len(tokens)-1]
}

// at is the part of the schema's text that the tokens lead to, or nil.
func (v *validator) at(tokens []string) any {
	return walk(v.root, tokens)
}

// target follows a reference; any other schema is its own target.
func (v *validator) target(schema any) map[string]any {
	keywords, _ := schema.(map[string]any)
	for i := 0; i < 8 && keywords["$ref"] != nil; i++ {
		found, err := resolve(v.root, fmt.Sprint(keywords["$ref"]))
		if err != nil {
			return nil
		}
		keywords, _ = found.(map[string]any)
	}
	return keywords
}

// schemaAt is the schema that describes the value at a path of the tree, without
// what depends on other values; nil where nothing describes it.
func (v *validator) schemaAt(path []string) map[string]any {
	at := v.target(v.root)
	for _, token := range path {
		properties, _ := at["properties"].(map[string]any)
		switch next, known := properties[token]; {
		case known:
			at = v.target(next)
		case at["items"] != nil && index(token) >= 0:
			at = v.target(at["items"])
		default:
			at = v.target(at["additionalProperties"])
		}
	}
	return at
}
