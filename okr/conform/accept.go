package conform

import (
	"hash/maphash"
	"time"
	"unicode/utf8"

	"github.com/okrs-as-code/okrs/okr/tree"
)

// accepts reports whether the value fits the schema, as jsonschema decides it.
func (p *plan) accepts(n *tree.Node) bool {
	if p.never || p.types != 0 && !p.types.has(n) || p.constant != nil && !p.constant.is(n) || p.enum != nil && !p.isListed(n) {
		return false
	}
	switch n.Kind {
	case tree.String:
		if !p.acceptsText(n.Text) {
			return false
		}
	case tree.Number:
		if !p.acceptsNumber(n.Text) {
			return false
		}
	case tree.Sequence:
		if !p.acceptsItems(n.Items) {
			return false
		}
	case tree.Mapping:
		if !p.acceptsPairs(n.Pairs) {
			return false
		}
	}
	return p.acceptsParts(n)
}

// acceptsParts checks the schemas that are combined with this one.
func (p *plan) acceptsParts(n *tree.Node) bool {
	if p.not != nil && p.not.accepts(n) {
		return false
	}
	for _, part := range p.all {
		if !part.accepts(n) {
			return false
		}
	}
	if p.condition == nil {
		return true
	}
	next := p.otherwise
	if p.condition.accepts(n) {
		next = p.then
	}
	return next == nil || next.accepts(n)
}

func (p *plan) isListed(n *tree.Node) bool {
	for i := range p.enum {
		if p.enum[i].is(n) {
			return true
		}
	}
	return false
}

func (p *plan) acceptsText(s string) bool {
	if p.minLength > 0 || p.maxLength >= 0 {
		length := utf8.RuneCountInString(s)
		if length < p.minLength || p.maxLength >= 0 && length > p.maxLength {
			return false
		}
	}
	if p.date {
		if _, err := time.Parse(time.DateOnly, s); err != nil {
			return false
		}
	}
	return p.pattern == nil || p.pattern().MatchString(s)
}

func (p *plan) acceptsNumber(s string) bool {
	return (p.minimum == nil || compareTo(s, *p.minimum) >= 0) &&
		(p.maximum == nil || compareTo(s, *p.maximum) <= 0) &&
		(p.above == nil || compareTo(s, *p.above) > 0)
}

func (p *plan) acceptsItems(items []*tree.Node) bool {
	if len(items) < p.minItems || p.maxItems >= 0 && len(items) > p.maxItems {
		return false
	}
	if p.items != nil {
		for _, item := range items {
			if !p.items.accepts(item) {
				return false
			}
		}
	}
	return !p.unique || areDistinct(items)
}

func (p *plan) acceptsPairs(pairs []tree.Pair) bool {
	if len(pairs) < p.minProperties {
		return false
	}
	if p.names == nil && !p.closed && p.additional == nil {
		return true
	}
	var seen uint64
	for i := range pairs {
		known := p.names[pairs[i].Key]
		seen |= known.bit
		switch {
		case known.plan != nil:
			if !known.plan.accepts(pairs[i].Value) {
				return false
			}
		case p.closed:
			return false
		case p.additional != nil:
			if !p.additional.accepts(pairs[i].Value) {
				return false
			}
		}
	}
	return seen == p.required && hasAll(pairs, p.requiredMore)
}

func hasAll(pairs []tree.Pair, keys []string) bool {
	for _, key := range keys {
		found := false
		for i := range pairs {
			found = found || pairs[i].Key == key
		}
		if !found {
			return false
		}
	}
	return true
}

// fewItems is up to how many items comparing each with each is cheap.
const fewItems = 16

func areDistinct(items []*tree.Node) bool {
	if len(items) <= fewItems {
		for i, item := range items {
			for _, other := range items[:i] {
				if equal(item, other) {
					return false
				}
			}
		}
		return true
	}
	seed, seen := maphash.MakeSeed(), make(map[uint64][]*tree.Node, len(items))
	for _, item := range items {
		sum := fingerprint(seed, item)
		for _, other := range seen[sum] {
			if equal(item, other) {
				return false
			}
		}
		seen[sum] = append(seen[sum], item)
	}
	return true
}

// fingerprint is equal for equal values.
func fingerprint(seed maphash.Seed, n *tree.Node) uint64 {
	sum := uint64(n.Kind)
	switch n.Kind {
	case tree.Number:
		if d, ok := parseDecimal(n.Text); ok {
			sum += d.coefficient*31 + uint64(d.exponent)
		}
	case tree.Mapping:
		for i := range n.Pairs {
			sum += maphash.String(seed, n.Pairs[i].Key) * (fingerprint(seed, n.Pairs[i].Value) | 1)
		}
	case tree.Sequence:
		for _, item := range n.Items {
			sum = sum*31 + fingerprint(seed, item)
		}
	default:
		sum += maphash.String(seed, n.Text)
	}
	return sum
}

func equal(a, b *tree.Node) bool {
	if a.Kind != b.Kind || len(a.Pairs) != len(b.Pairs) || len(a.Items) != len(b.Items) {
		return false
	}
	for i := range a.Items {
		if !equal(a.Items[i], b.Items[i]) {
			return false
		}
	}
	for i := range a.Pairs {
		other := b.Get(a.Pairs[i].Key)
		if other == nil || !equal(a.Pairs[i].Value, other) {
			return false
		}
	}
	if a.Kind == tree.Number {
		return compareNumbers(a.Text, b.Text) == 0
	}
	return a.Text == b.Text
}
