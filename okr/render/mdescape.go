package render

import "strings"

// noJoin is a zero width space, written so that it can be seen in the source. It
// keeps a sign apart from the word behind it once the page is made: services look
// for mentions and references in the finished page, where a backslash is gone.
const noJoin = "&#8203;"

// escapeMarkdown makes a text that others wrote mean itself in Markdown, anywhere
// in a line, in a table cell and inside emphasis. The outcome is one line that can
// hold no HTML, link, image, mention, cross-reference, address
// that becomes a link by itself, or start of a block.
func escapeMarkdown(text string) string {
	text = strings.TrimSpace(visible(text))
	return escapePart(text, 0, len(text))
}

// escapePart is the bytes of a visible text from one up to another, escaped with
// regard to what stands around them.
func escapePart(text string, from, to int) string {
	var out strings.Builder
	out.Grow(to - from + (to-from)/4)
	for i := from; i < to; i++ {
		escapeByte(&out, text, i)
	}
	return out.String()
}

// escapeByte writes the byte at i as it must be with what stands around it.
func escapeByte(out *strings.Builder, text string, i int) {
	c := text[i]
	switch {
	case c == '&':
		out.WriteString("&amp;")
	case c == '<':
		out.WriteString("&lt;")
	case c == '>':
		out.WriteString("&gt;")
	case c == '|':
		out.WriteString("&#124;")
	case c == '$':
		out.WriteString("&#36;")
	case c == '.' && ends(text[:i], "www"):
		out.WriteString(noJoin + `\.`)
	case quiet(text, i):
		out.WriteByte(c)
	case strings.IndexByte("\\`*_{}[]()#+-.!~@:=^", c) >= 0:
		out.WriteByte('\\')
		out.WriteByte(c)
	default:
		out.WriteByte(c)
	}
	if joins(text, i) {
		out.WriteString(noJoin)
	}
}

// quiet reports whether the byte at i is a sign that has no meaning where it
// stands: a hyphen within a word, a point that does not number a list, a colon that
// opens no address and no command.
func quiet(text string, i int) bool {
	var last, next byte
	if i > 0 {
		last = text[i-1]
	}
	if i+1 < len(text) {
		next = text[i+1]
	}
	switch text[i] {
	case '-':
		return wordByte(last) && wordByte(next)
	case '.':
		return wordByte(last) && (wordByte(next) || !digit(last))
	case ':':
		return wordByte(last) && (next == ' ' || next == 0)
	}
	return false
}

// joins reports whether the byte at i and what follows would be read as a mention,
// a reference or an address: @user, #12, !12, $12, &12, %name, ~label, GH-12,
// https://. The signs are those of GitHub and of GitLab.
func joins(text string, i int) bool {
	if i+1 >= len(text) {
		return false
	}
	c, next := text[i], text[i+1]
	switch c {
	case '@', '%', '~':
		return wordByte(next) || next == '"'
	case '#', '!', '$', '&':
		return digit(next)
	case ':':
		return next == '/'
	case '-':
		return digit(next) && ends(text[:i], "gh")
	}
	return false
}

// ends reports whether a text ends with a word, in letters of any case.
func ends(text, word string) bool {
	return len(text) >= len(word) && strings.EqualFold(text[len(text)-len(word):], word)
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

// wordByte counts every character beyond ASCII as a letter.
func wordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || digit(c) || c == '_' || c >= 0x80
}

// visible is a text with its hidden characters made visible, and without line
// breaks. Unlike [Sanitize] it leaves "##[" to be escaped.
func visible(text string) string {
	if !strings.Contains(text, "##[") {
		return Sanitize(text)
	}
	parts := strings.Split(text, "##[")
	for i := range parts {
		parts[i] = Sanitize(parts[i])
	}
	return strings.Join(parts, "##[")
}

// codeMarkdown is a text as code, if that can hold it in every place, else the
// escaped text.
func codeMarkdown(text string) string {
	if code, ok := codeSpan(text); ok {
		return code
	}
	return escapeMarkdown(text)
}

// codeSpan is a text as code; ok is false where signs in it would end the code, or
// the table cell around it.
func codeSpan(text string) (code string, ok bool) {
	clean := strings.TrimSpace(Sanitize(text))
	if clean == "" || strings.ContainsAny(clean, "`|\\<>") {
		return "", false
	}
	return "`" + clean + "`", true
}

// emphasized is escaped text between marks. Marks need a word right beside them,
// which escaped text has; between nothing they would stand for themselves.
func emphasized(mark, escaped string) string {
	if escaped == "" {
		return ""
	}
	return mark + escaped + mark
}
