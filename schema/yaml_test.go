package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// readYAML turns a YAML file into the JSON value a validator reads: mappings,
// sequences, text, booleans, null, and numbers as json.Number with the digits as
// written. A day stays the text it is.
func readYAML(t *testing.T, path string) any {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	value, err := decodeYAML(data)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return value
}

func decodeYAML(data []byte) (any, error) {
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	var document yaml.Node
	if err := decoder.Decode(&document); err != nil {
		return nil, err
	}
	if err := decoder.Decode(new(yaml.Node)); err != io.EOF {
		return nil, fmt.Errorf("more than one document (%v)", err)
	}
	return jsonValue(document.Content[0])
}

func jsonValue(node *yaml.Node) (any, error) {
	switch node.Kind {
	case yaml.MappingNode:
		return jsonObject(node)
	case yaml.SequenceNode:
		list := make([]any, 0, len(node.Content))
		for _, item := range node.Content {
			value, err := jsonValue(item)
			if err != nil {
				return nil, err
			}
			list = append(list, value)
		}
		return list, nil
	case yaml.ScalarNode:
		return jsonScalar(node)
	}
	return nil, fmt.Errorf("line %d: neither mapping, sequence nor scalar", node.Line)
}

func jsonObject(node *yaml.Node) (any, error) {
	object := make(map[string]any, len(node.Content)/2)
	for i := 0; i < len(node.Content); i += 2 {
		key := node.Content[i]
		if key.ShortTag() != "!!str" {
			return nil, fmt.Errorf("line %d: key %s is not text", key.Line, key.Value)
		}
		if _, twice := object[key.Value]; twice {
			return nil, fmt.Errorf("line %d: key %s twice", key.Line, key.Value)
		}
		value, err := jsonValue(node.Content[i+1])
		if err != nil {
			return nil, err
		}
		object[key.Value] = value
	}
	return object, nil
}

func jsonScalar(node *yaml.Node) (any, error) {
	switch tag := node.ShortTag(); tag {
	case "!!str", "!!timestamp":
		return node.Value, nil
	case "!!bool":
		return node.Value == "true", nil
	case "!!null":
		return nil, nil
	case "!!int", "!!float":
		var number json.Number
		digits := strings.TrimPrefix(node.Value, "+") // a sign that YAML knows and JSON does not
		if err := json.Unmarshal([]byte(digits), &number); err != nil {
			return nil, fmt.Errorf("line %d: %s is not a plain number", node.Line, node.Value)
		}
		return number, nil
	default:
		return nil, fmt.Errorf("line %d: tag %s", node.Line, tag)
	}
}
