package tree

import "strings"

// Bounds, in characters, of what a message repeats from a file: of a text, and
// of a whole line.
const (
	maxShown = 60
	maxLine  = 160
)

// Shorten is a text for a message: on one line and not long.
func Shorten(text string) string {
	return cut(text, maxShown)
}

func cut(text string, limit int) string {
	for i := range text {
		if limit == 0 {
			text = text[:i] + "…"
			break
		}
		limit--
	}
	if strings.ContainsAny(text, "\r\n") {
		text = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ").Replace(text)
	}
	return text
}

// Quote is a text between quotes as YAML reads it: double ones where nothing
// in it needs a backslash.
func Quote(text string) string {
	if !strings.ContainsAny(text, "\"\\\n\r\t") {
		return `"` + text + `"`
	}
	if !strings.ContainsAny(text, "\n\r\t") {
		return "'" + strings.ReplaceAll(text, "'", "''") + "'"
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`).Replace(text) + `"`
}
