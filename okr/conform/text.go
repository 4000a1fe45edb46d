package conform

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr/tree"
)

// keysOf are the keys that an object's schema describes, in the usual order.
func keysOf(schema map[string]any) []string {
	properties, _ := schema["properties"].(map[string]any)
	return inOrder(slices.Collect(maps.Keys(properties)))
}

// inOrder sorts keys as people write them, which a decoded schema does not tell:
// names first, then what changes, then the rest.
func inOrder(keys []string) []string {
	usual := []string{
		"version", "ref", "id", "team", "cycle", "name", "title", "commitment", "role", "metric", "kind", "unit", "baseline", "target", "low", "high",
		"min", "max", "date", "field", "from", "to", "start", "end", "on", "for", "value", "confidence",
	}
	place := func(key string) int {
		if i := slices.Index(usual, key); i >= 0 {
			return i
		}
		return len(usual)
	}
	slices.SortFunc(keys, func(a, b string) int { return cmp.Or(place(a)-place(b), strings.Compare(a, b)) })
	return keys
}

// words are the texts of a list in a schema.
func words(value any) []string {
	entries, _ := value.([]any)
	var all []string
	for _, entry := range entries {
		if word, ok := entry.(string); ok {
			all = append(all, word)
		}
	}
	return all
}

// list is an enumeration for a sentence.
func list(words []string, last string) string {
	quoted := make([]string, len(words))
	for i, word := range words {
		quoted[i] = "`" + tree.Shorten(word) + "`"
	}
	switch n := len(quoted); n {
	case 0:
		return ""
	case 1:
		return quoted[0]
	default:
		return strings.Join(quoted[:n-1], ", ") + " " + last + " " + quoted[n-1]
	}
}

// firstSentence is the beginning of a description, without its full stop.
func firstSentence(description string) string {
	for i := 0; i+1 < len(description); i++ {
		if description[i] == '.' && description[i+1] == ' ' {
			return description[:i]
		}
	}
	return strings.TrimSuffix(description, ".")
}

// inline is an example of a schema as it is written in YAML behind a key; empty
// for one that is too long for that.
func inline(value any) string {
	text := ""
	switch value := value.(type) {
	case string:
		if text = value; strings.ContainsAny(value, "#:%@`\"'{}[],&*!|>") {
			text = tree.Quote(value)
		}
	case []any:
		if len(value) > 0 {
			if _, nested := value[0].(map[string]any); nested {
				return ""
			}
		}
		data, _ := json.Marshal(value)
		text = string(data)
	case map[string]any:
		return inlineMapping(value)
	default:
		data, _ := json.Marshal(value)
		text = string(data)
	}
	if len(text) > 80 {
		return ""
	}
	return text
}

func inlineMapping(value map[string]any) string {
	var parts []string
	for _, key := range inOrder(slices.Collect(maps.Keys(value))) {
		sample := inline(value[key])
		if sample == "" {
			return ""
		}
		parts = append(parts, key+": "+sample)
	}
	if text := "{" + strings.Join(parts, ", ") + "}"; len(text) <= 80 {
		return text
	}
	return ""
}
