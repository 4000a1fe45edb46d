package conform

import (
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/okrs-as-code/okrs/okr/tree"
)

// kinds is a set of the types that JSON Schema knows.
type kinds uint8

const (
	null kinds = 1 << iota
	boolean
	number
	integer
	text
	object
	array
)

func kindsOf(value any) (kinds, error) {
	if list, ok := value.([]any); ok {
		var all kinds
		for _, word := range list {
			one, err := kindsOf(word)
			if err != nil {
				return 0, err
			}
			all |= one
		}
		return all, nil
	}
	switch value {
	case "null":
		return null, nil
	case "boolean":
		return boolean, nil
	case "number":
		return number, nil
	case "integer":
		return integer, nil
	case "string":
		return text, nil
	case "object":
		return object, nil
	case "array":
		return array, nil
	}
	return 0, fmt.Errorf("unknown type %v", value)
}

// has reports whether a value is of one of the types. A number without a
// fraction is an integer, however it is written.
func (k kinds) has(n *tree.Node) bool {
	switch n.Kind {
	case tree.Null:
		return k&null != 0
	case tree.Bool:
		return k&boolean != 0
	case tree.Number:
		return k&number != 0 || k&integer != 0 && isWhole(n.Text)
	case tree.String:
		return k&text != 0
	case tree.Mapping:
		return k&object != 0
	default:
		return k&array != 0
	}
}

func isWhole(text string) bool {
	d, ok := parseDecimal(text)
	if !ok {
		return rat(text).IsInt()
	}
	return d.exponent >= 0
}

// constant is a scalar that a schema names.
type constant struct {
	kind tree.Kind
	text string
}

func constants(value any) ([]constant, error) {
	list, ok := value.([]any)
	if !ok {
		return nil, fmt.Errorf("is no list")
	}
	all := make([]constant, len(list))
	for i, one := range list {
		var err error
		if all[i], err = constantOf(one); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func constantOf(value any) (constant, error) {
	switch value := value.(type) {
	case nil:
		return constant{kind: tree.Null}, nil
	case bool:
		return constant{tree.Bool, strconv.FormatBool(value)}, nil
	case json.Number:
		return constant{tree.Number, string(value)}, nil
	case string:
		return constant{tree.String, value}, nil
	}
	return constant{}, fmt.Errorf("only scalars can be named, not %T", value)
}

func (c *constant) is(n *tree.Node) bool {
	if c.kind != n.Kind {
		return false
	}
	if c.kind == tree.Number {
		return compareNumbers(c.text, n.Text) == 0
	}
	return c.text == n.Text
}

// count takes in a keyword about how many.
func (p *plan) count(word string, value any) error {
	n, err := strconv.Atoi(fmt.Sprint(value))
	if err != nil {
		return err
	}
	switch word {
	case "minLength":
		p.minLength = n
	case "maxLength":
		p.maxLength = n
	case "minItems":
		p.minItems = n
	case "maxItems":
		p.maxItems = n
	default:
		p.minProperties = n
	}
	return nil
}

// bound takes in a keyword about how much.
func (p *plan) bound(word string, value any) error {
	d, ok := parseDecimal(fmt.Sprint(value))
	if !ok {
		return fmt.Errorf("%v has too many digits", value)
	}
	switch word {
	case "minimum":
		p.minimum = &d
	case "maximum":
		p.maximum = &d
	default:
		p.above = &d
	}
	return nil
}
