package cli

import (
	"fmt"
	"path/filepath"
	"strconv"

	"github.com/okrs-as-code/okrs/okr/render"
)

// note tells the reader of the standard error something that is not a failure.
func (e Env) note(format string, args ...any) {
	fmt.Fprintf(e.Err, "okr: %s\n", render.Sanitize(fmt.Sprintf(format, args...)))
}

// say tells the reader of the standard output what was done. The text may have
// several lines; what fills it in may not.
func (e Env) say(format string, args ...any) {
	for i, arg := range args {
		if text, ok := arg.(string); ok {
			args[i] = render.Sanitize(text)
		}
	}
	fmt.Fprintf(e.Out, format+"\n", args...)
}

// counted is a number of things in words.
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// shown is the path of a file as a person can open it from where they are.
func (e Env) shown(file string) string {
	if here, err := filepath.Rel(e.Dir, file); err == nil {
		return filepath.ToSlash(here)
	}
	return file
}
