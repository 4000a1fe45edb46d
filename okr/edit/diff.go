package edit

import (
	"bytes"
	"strings"

	"github.com/rogpeppe/go-internal/diff"
)

// Diff is the change from one text of a file to another as a unified diff with
// three lines of context, under the names a/name and b/name, as `git apply` takes
// it. It is empty where nothing changed. The name has slashes and is relative to
// the directory in which the diff is to be applied.
func Diff(name string, before, after []byte) string {
	raw := diff.Diff("a", before, "b", after)
	if len(raw) == 0 {
		return ""
	}
	// The names are ours: the library takes them as they come, and would leave no
	// room for one with unusual characters.
	for range 3 {
		_, raw, _ = bytes.Cut(raw, []byte("\n"))
	}
	return "--- " + quoteName("a/"+name) + "\n+++ " + quoteName("b/"+name) + "\n" + string(raw)
}

// quoteName writes a file name as git does: in quotes where it has characters that
// would end it, and with a tab behind it where it has blanks.
func quoteName(name string) string {
	if !strings.ContainsFunc(name, func(r rune) bool { return r < ' ' || r == '"' || r == '\\' || r == 0x7F }) {
		if strings.Contains(name, " ") {
			return name + "\t"
		}
		return name
	}
	var b strings.Builder
	b.WriteByte('"')
	for i := range len(name) {
		switch c := name[i]; {
		case c == '"' || c == '\\':
			b.WriteByte('\\')
			b.WriteByte(c)
		case c < ' ' || c == 0x7F:
			b.WriteString(string([]byte{'\\', '0' + c>>6, '0' + c>>3&7, '0' + c&7}))
		default:
			b.WriteByte(c)
		}
	}
	b.WriteByte('"')
	return b.String()
}
