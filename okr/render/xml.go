package render

import (
	"strconv"
	"strings"
)

// xmlWriter writes elements. All text passes xmlText, all attributes xmlAttribute.
type xmlWriter struct{ *sink }

// start writes the opening of an element with its attributes, which come as name
// and value in turn, and an end: ">" or "/>".
func (x xmlWriter) start(indent int, name, end string, attributes ...string) {
	x.raw(spaces(indent), "<", name)
	for i := 0; i+1 < len(attributes); i += 2 {
		x.raw(" ", attributes[i], `="`, xmlAttribute(attributes[i+1]), `"`)
	}
	x.raw(end, "\n")
}

func (x xmlWriter) end(indent int, name string) { x.raw(spaces(indent), "</", name, ">\n") }

// xmlDeclaration is the first line of an XML file.
const xmlDeclaration = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"

// xmlAttribute is a text of others as the value of an attribute, in one line.
func xmlAttribute(text string) string { return escapeXML(Sanitize(text)) }

// xmlText is lines of sanitized text as the content of an element.
func xmlText(lines []string) string {
	escaped := make([]string, len(lines))
	for i, line := range lines {
		escaped[i] = escapeXML(Sanitize(line))
		if at := opening(escaped[i]); strings.HasPrefix(escaped[i][at:], "::") {
			escaped[i] = escaped[i][:at] + "&#58;" + escaped[i][at+1:]
		}
	}
	return strings.Join(escaped, "\n")
}

// escapeXML escapes a sanitized text for XML 1.0.
func escapeXML(text string) string { return xmlSigns.Replace(text) }

// xmlSigns are the signs that mean something in XML, and two characters that
// sanitizing leaves alone and XML does not allow at all.
var xmlSigns = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;",
	"\ufffe", "\ufffd", "\uffff", "\ufffd")

// numeral is a number as an attribute.
func numeral(n int) string { return strconv.Itoa(n) }
