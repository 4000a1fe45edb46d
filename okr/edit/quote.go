package edit

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/okrs-as-code/okrs/okr/tree"
)

// Scalar is a text as it is written behind a key or a dash on a line of its own: as
// it is where it reads back as the same text, else between double quotes. Control
// characters and invisible line breaks are spelled with a backslash; bytes that are
// not UTF-8 become U+FFFD, because no file can hold them.
func Scalar(text string) string {
	root := trial(text, "title: %s\ninitiatives:\n  - %s\n")
	if isText(root.Get("title"), text) && startsWith(root.Get("initiatives"), text, 1) {
		return text
	}
	return quote(text)
}

// flowScalar is Scalar for a text between brackets or braces.
func flowScalar(text string) string {
	root := trial(text, "a: {title: %s, b: 1}\nb: [%s, c]\n")
	if isText(root.Get("a").Get("title"), text) && startsWith(root.Get("b"), text, 2) {
		return text
	}
	return quote(text)
}

// keyText is Scalar for a key in either place.
func keyText(text string) string {
	root := trial(text, "a:\n  %s: 1\nb: {%s: 1}\n")
	if root.Get("a").Get(text) != nil && root.Get("b").Get(text) != nil {
		return text
	}
	return quote(text)
}

// trial reads a form with a text without quotes at two places; an empty mapping
// where it cannot be read, or where the text is known to need quotes. Other
// readers take some words for yes and no; those keep their quotes.
func trial(text, form string) *tree.Node {
	switch strings.ToLower(text) {
	case "", "y", "n", "yes", "no", "on", "off", "<<":
		return &tree.Node{Kind: tree.Mapping}
	}
	if !strings.ContainsAny(text, "\r\n\t") && utf8.ValidString(text) {
		t, findings := tree.Parse("", fmt.Appendf(nil, form, text, text))
		if t != nil && len(findings) == 0 && len(t.Comments) == 0 {
			return t.Root
		}
	}
	return &tree.Node{Kind: tree.Mapping}
}

// isText reports whether a value is the text, as a text and without quotes.
func isText(n *tree.Node, text string) bool {
	return n != nil && n.Kind == tree.String && n.Plain && n.Text == text
}

// startsWith reports whether a list of some items begins with the text.
func startsWith(n *tree.Node, text string, count int) bool {
	return n != nil && len(n.Items) == count && isText(n.Items[0], text)
}

// quote is a text between double quotes on one line.
func quote(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, char := range text {
		switch {
		case char == '"' || char == '\\':
			b.WriteByte('\\')
			b.WriteRune(char)
		case char == '\n':
			b.WriteString(`\n`)
		case char == '\t':
			b.WriteString(`\t`)
		case char == '\r':
			b.WriteString(`\r`)
		case char < ' ' || char >= 0x7F && char < 0xA0:
			fmt.Fprintf(&b, `\x%02X`, char)
		case char == 0x2028, char == 0x2029, char == 0xFEFF, char == 0xFFFE, char == 0xFFFF:
			fmt.Fprintf(&b, `\u%04X`, char)
		default:
			b.WriteRune(char)
		}
	}
	b.WriteByte('"')
	return b.String()
}
