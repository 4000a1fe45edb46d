package tree

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"

	"github.com/okrs-as-code/okrs/okr/diag"
)

// complaint is how the library begins what it says, and what that means for
// somebody who writes a file. Off counts lines from the one that the library
// names to the one that it means.
type complaint struct {
	says          string
	off           int
	message, hint string
}

func complaints() []complaint {
	return []complaint{
		{"exceeded max depth", 0, "values are nested too deep here", "No file needs more than about eight levels; look for brackets that were never closed."},
		{"unknown anchor", 0, "an alias, a value that begins with an asterisk, refers to an anchor that does not exist", "Put quotes around the value if it is meant as text."},
		{"did not find expected key", 1, "a key is expected at about this line", "Compare the indentation with the lines above, and put quotes around text with unusual punctuation."},
		{"did not find expected '-'", 1, "a list item is expected at about this line", "Begin it with a dash and a space, at the column of the dashes above."},
		{"could not find expected ':'", 0, "a key on about this line has no colon", "Write a colon and a space behind the key, or put the text above in quotes if this line continues it."},
		{"found unexpected end of stream", 0, "a quote that opens at about this line is not closed", "Close it."},
		{"mapping values are not allowed", 0, "a value has a value of its own at about this line", "Put quotes around text with a colon in it, and compare the indentation with the line above."},
		{"found unexpected document indicator", 0, "a quote that opens at about this line is not closed", "Close it."},
		{"did not find expected ',' or", 1, "a comma or a closing bracket is missing at about this line", "Separate the entries by commas, and close what is open."},
		{"found incompatible YAML document", 0, "this file asks for another version of YAML", "Delete the line that begins with %YAML."},
	}
}

// lastResort reports that the library refused the text where nothing else could
// be said about it.
func lastResort(r *Report, text []byte, err error) {
	said, line, off := err.Error(), 1, 0
	message, hint := unreadable, "Look for unusual punctuation at about this line, and put text values in quotes."
	if m := regexp.MustCompile(`line ([0-9]+): `).FindStringSubmatch(said); m != nil {
		line, _ = strconv.Atoi(m[1])
	}
	for _, c := range complaints() {
		if strings.Contains(said, c.says) {
			message, hint, off = c.message, c.hint, c.off
			break
		}
	}
	line = min(max(line+off, 1), r.lines.Count())
	start := r.lines.Offset(line, 1)
	for line > 1 && (int(start) >= len(text) || isBlankLine(text[start:])) {
		line--
		start = r.lines.Offset(line, 1)
	}
	start = min(start, uint32(len(text)))
	end := int(start) + lineLength(text[start:])
	first := int(start) + len(text[start:end]) - len(bytes.TrimLeft(text[start:end], " \t"))
	r.Add(diag.Syntax, span(first, end), message, hint)
}
