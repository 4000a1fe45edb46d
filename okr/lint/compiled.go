package lint

import (
	"regexp"
	"sync"
)

// compiled is a pattern that is made ready when it is first asked for: most commands
// never do.
func compiled(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}
