package cli

import (
	"strings"

	"github.com/okrs-as-code/okrs/okr/near"
)

// listed is how many names a hint spells out.
const listed = 12

// among is the hint for an unknown name: the nearest ones, else those there are.
func among(what string, names []string, written string) string {
	if near := near.Words(written, names); len(near) > 0 {
		return "did you mean " + strings.Join(near, " or ") + "?"
	}
	if len(names) == 0 {
		return "there are no " + what
	}
	shown := names[:min(len(names), listed)]
	hint := what + ": " + strings.Join(shown, ", ")
	if len(names) > listed {
		hint += ", …"
	}
	return hint
}
