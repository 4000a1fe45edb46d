package conform

import (
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr/near"
)

// nearest is the word among the allowed ones that was most likely meant: the
// same but for capitals and separators, one of the same meaning, or one a few
// slips away. It is empty where none is near.
func nearest(written string, allowed, same []string) string {
	plain := plainWord(written)
	for _, word := range allowed {
		if plainWord(word) == plain {
			return word
		}
	}
	for _, word := range same {
		if slices.Contains(allowed, word) {
			return word
		}
	}
	if len(written) > 64 {
		return ""
	}
	if near := near.Words(written, allowed); len(near) > 0 {
		return near[0]
	}
	return ""
}

// onlyWord is the one word among the allowed ones that can have been meant, by its
// spelling alone; empty where none or several can.
func onlyWord(written string, allowed []string) string {
	plain := plainWord(written)
	for _, word := range allowed {
		if plainWord(word) == plain {
			return word
		}
	}
	if words := near.Words(written, allowed); len(words) == 1 {
		return words[0]
	}
	return ""
}

// sameKey are the keys of the format for what other tools and other people call it.
func sameKey(written string) []string {
	switch strings.ToLower(written) {
	case "type":
		return []string{"kind"}
	case "from", "start", "initial":
		return []string{"baseline", "starts"}
	case "to", "goal":
		return []string{"target"}
	case "name", "objective", "key_result", "summary":
		return []string{"title"}
	case "title":
		return []string{"name"}
	case "comment", "text":
		return []string{"note"}
	case "quarter", "period":
		return []string{"cycle"}
	case "krs", "kr", "results":
		return []string{"key_results"}
	case "okrs":
		return []string{"objectives"}
	case "measure", "kpi":
		return []string{"metric"}
	case "tasks", "projects", "actions":
		return []string{"initiatives"}
	case "updates", "progress_updates":
		return []string{"check_ins"}
	case "why", "rationale", "description":
		return []string{"why_now"}
	case "parent", "aligned_to", "aligns_to":
		return []string{"supports"}
	}
	return nil
}

// sameWord is sameKey for values.
func sameWord(written string) []string {
	switch strings.ToLower(written) {
	case "stretch", "moonshot", "ambitious":
		return []string{"aspirational"}
	case "commit", "roofshot", "promise", "must":
		return []string{"committed"}
	case "range", "interval", "band", "within":
		return []string{"between"}
	case "binary", "boolean", "bool", "done", "yes_no", "task":
		return []string{"milestone"}
	case "threshold", "minimum", "maintain":
		return []string{"at_least"}
	case "maximum", "limit", "ceiling":
		return []string{"at_most"}
	case "steps", "levels", "ordinal":
		return []string{"stages"}
	case "baseline":
		return []string{"establish_baseline"}
	}
	return nil
}
