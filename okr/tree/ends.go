package tree

import (
	"bytes"
	"strings"

	"go.yaml.in/yaml/v3"
)

// quotedEnd is the offset behind the closing quote of the scalar at the offset.
func quotedEnd(text []byte, start uint32) uint32 {
	quote := text[start]
	for i := int(start) + 1; i < len(text); i++ {
		switch {
		case text[i] == '\\' && quote == '"':
			i++
		case text[i] != quote:
		case quote == '\'' && i+1 < len(text) && text[i+1] == '\'':
			i++
		default:
			return uint32(i + 1)
		}
	}
	return uint32(len(text))
}

// plainEnd is the offset behind a scalar without quotes, given its value. In the
// value a line break and the blanks around it have become a space, or the line
// breaks after the first.
func plainEnd(text []byte, start uint32, value string) uint32 {
	if rest := text[start:]; len(rest) >= len(value) && string(rest[:len(value)]) == value {
		return start + uint32(len(value))
	}
	i, v := int(start), 0
	for v < len(value) && i < len(text) {
		if !isSpace(text[i]) {
			i++
			v++
			continue
		}
		run := i
		for run < len(text) && isBlank(text[run]) {
			run++
		}
		if run < len(text) && !isBreak(text[run]) {
			v += run - i
			i = run
			continue
		}
		for i < len(text) && isSpace(text[i]) {
			i++
		}
		for v++; v < len(value) && value[v] == '\n' && value[v-1] == '\n'; v++ {
		}
	}
	return uint32(i)
}

// blockEnd is the offset behind the last line of a block scalar. A comment may
// stand beside its indicator.
func (c *converter) blockEnd(n *yaml.Node, start uint32, parent int) uint32 {
	header := int(start) + lineLength(c.text[start:])
	end := int(start)
	for end < header && !isBlank(c.text[end]) && c.text[end] != '#' {
		end++
	}
	width := 0
	for _, b := range c.text[start:end] {
		if isDigit(b) {
			width = max(parent, 0) + int(b-'0')
		}
	}
	if i := bytes.IndexByte(c.text[end:header], '#'); i >= 0 {
		c.comment(uint32(end + i))
		c.last = uint32(header)
	}
	if strings.Trim(n.Value, "\n") == "" {
		return uint32(end)
	}
	return uint32(blockLines(c.text, header, end, width))
}

// blockLines is the offset behind the last line of block text that has content,
// beginning at a line break. Without a width the first such line sets it.
func blockLines(text []byte, at, end, width int) int {
	for at < len(text) {
		if text[at] == '\r' && at+1 < len(text) && text[at+1] == '\n' {
			at++
		}
		at++
		length := lineLength(text[min(at, len(text)):])
		indent := 0
		for indent < length && text[at+indent] == ' ' {
			indent++
		}
		if indent < length {
			if width == 0 {
				width = max(indent, 1)
			}
			if indent < width {
				return end
			}
			end = at + length
		}
		at += length
	}
	return end
}
