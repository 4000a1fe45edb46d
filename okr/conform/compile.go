package conform

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"regexp/syntax"
	"strings"
	"sync"
)

// plan is a schema as the fast check uses it. Its fields are the keywords that
// the published schemas have; a keyword beyond them makes compiling fail, so that
// nothing is passed over in silence.
type plan struct {
	never bool // the schema false
	types kinds

	constant *constant
	enum     []constant

	pattern              func() *regexp.Regexp
	date                 bool
	minLength, maxLength int // in characters; -1 where there is no bound

	minimum, maximum, above *decimal

	items              *plan
	minItems, maxItems int
	unique             bool

	names         map[string]name
	required      uint64   // bits of names
	requiredMore  []string // where there are more names than bits
	closed        bool     // no other names
	additional    *plan    // for other names
	minProperties int

	not, condition, then, otherwise *plan
	all                             []*plan
}

// name is a key that a plan knows.
type name struct {
	plan *plan  // nil where the key is only required, not described
	bit  uint64 // zero where the key need not be noticed
}

// compiler turns the text of a schema into plans.
type compiler struct {
	root     any
	refs     map[string]*plan
	patterns map[string]func() *regexp.Regexp
}

func compile(text []byte) (*plan, error) {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	c := compiler{refs: make(map[string]*plan), patterns: make(map[string]func() *regexp.Regexp)}
	if err := decoder.Decode(&c.root); err != nil {
		return nil, err
	}
	return c.compile(c.root)
}

func (c *compiler) compile(schema any) (*plan, error) {
	p := &plan{minLength: -1, maxLength: -1, minItems: -1, maxItems: -1, minProperties: -1}
	return p, c.fill(p, schema)
}

func (c *compiler) fill(p *plan, schema any) error {
	if allowed, ok := schema.(bool); ok {
		p.never = !allowed
		return nil
	}
	keywords, ok := schema.(map[string]any)
	if !ok {
		return fmt.Errorf("a schema is a mapping or a boolean, not %T", schema)
	}
	for word, value := range keywords {
		if err := c.keyword(p, keywords, word, value); err != nil {
			return fmt.Errorf("%s: %w", word, err)
		}
	}
	return c.object(p, keywords)
}

// keyword takes in one keyword.
func (c *compiler) keyword(p *plan, all map[string]any, word string, value any) (err error) {
	switch word {
	case "$schema", "$id", "title", "description", "examples", "default", "definitions", "$comment",
		"properties", "required", "additionalProperties":
		// Words for people, or taken in together.
	case "type":
		p.types, err = kindsOf(value)
	case "enum":
		p.enum, err = constants(value)
	case "const":
		p.constant = &constant{}
		*p.constant, err = constantOf(value)
	case "pattern":
		p.pattern, err = c.pattern(fmt.Sprint(value))
	case "format":
		if p.date = value == "date"; !p.date {
			err = fmt.Errorf("unknown format %v", value)
		}
	case "minLength", "maxLength", "minItems", "maxItems", "minProperties":
		err = p.count(word, value)
	case "minimum", "maximum", "exclusiveMinimum":
		err = p.bound(word, value)
	case "uniqueItems":
		p.unique = value == true
	case "items":
		p.items, err = c.sub(value)
	case "not":
		p.not, err = c.sub(value)
	case "allOf":
		for _, schema := range value.([]any) {
			sub, problem := c.sub(schema)
			if problem != nil {
				return problem
			}
			p.all = append(p.all, sub)
		}
	case "if":
		p.condition, err = c.sub(value)
	case "then", "else":
		if all["if"] == nil {
			return fmt.Errorf("stands without if")
		}
		if word == "then" {
			p.then, err = c.sub(value)
		} else {
			p.otherwise, err = c.sub(value)
		}
	default:
		err = fmt.Errorf("unknown keyword")
	}
	return err
}

// pattern is a regular expression that is prepared when it is first asked: doing
// so for all takes longer than reading a dozen files.
func (c *compiler) pattern(text string) (func() *regexp.Regexp, error) {
	if c.patterns[text] == nil {
		if _, err := syntax.Parse(text, syntax.Perl); err != nil {
			return nil, err
		}
		c.patterns[text] = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(text) })
	}
	return c.patterns[text], nil
}

// sub compiles a schema inside another one; a reference stands for its target
// alone, as draft-07 has it.
func (c *compiler) sub(schema any) (*plan, error) {
	keywords, ok := schema.(map[string]any)
	if !ok || keywords["$ref"] == nil {
		return c.compile(schema)
	}
	ref := fmt.Sprint(keywords["$ref"])
	if p := c.refs[ref]; p != nil {
		return p, nil
	}
	target, err := resolve(c.root, ref)
	if err != nil {
		return nil, err
	}
	if inner, ok := target.(map[string]any); ok && inner["$ref"] != nil {
		return c.sub(target)
	}
	// The plan is known before it is filled, so that schemas may contain themselves.
	p := &plan{minLength: -1, maxLength: -1, minItems: -1, maxItems: -1, minProperties: -1}
	c.refs[ref] = p
	return p, c.fill(p, target)
}

// resolve finds the schema that a reference within the same text points at.
func resolve(root any, ref string) (any, error) {
	path, ok := strings.CutPrefix(ref, "#/")
	if !ok {
		return nil, fmt.Errorf("%s leads out of the schema", ref)
	}
	at := walk(root, pointer("/"+path))
	if at == nil {
		return nil, fmt.Errorf("%s leads nowhere", ref)
	}
	return at, nil
}

// walk follows keys and positions through decoded JSON; it is nil where they lead
// out of it.
func walk(at any, tokens []string) any {
	for _, token := range tokens {
		switch here := at.(type) {
		case map[string]any:
			at = here[token]
		case []any:
			i := index(token)
			if i < 0 || i >= len(here) {
				return nil
			}
			at = here[i]
		default:
			return nil
		}
	}
	return at
}

// object takes in the keywords about keys, which belong together.
func (c *compiler) object(p *plan, keywords map[string]any) (err error) {
	switch more := keywords["additionalProperties"].(type) {
	case nil:
	case bool:
		p.closed = !more
	default:
		if p.additional, err = c.sub(more); err != nil {
			return err
		}
	}
	properties, _ := keywords["properties"].(map[string]any)
	required, _ := keywords["required"].([]any)
	if len(properties)+len(required) == 0 {
		return nil
	}
	p.names = make(map[string]name, len(properties)+len(required))
	for key, schema := range properties {
		sub, err := c.sub(schema)
		if err != nil {
			return fmt.Errorf("%s: %w", key, err)
		}
		p.names[key] = name{plan: sub}
	}
	for i, key := range required {
		word := key.(string)
		if i >= 64 {
			p.requiredMore = append(p.requiredMore, word)
			continue
		}
		known := p.names[word]
		known.bit = 1 << i
		p.names[word] = known
		p.required |= known.bit
	}
	return nil
}
