package edit

import (
	"strconv"
	"strings"
)

// writer puts the parts of a file together again.
type writer struct {
	lines []string
}

// layout is a file in canonical layout; false where it is one that we leave alone.
func layout(r *reader, f *file) []byte {
	w := &writer{lines: f.header}
	w.block(f.root, 0, "")
	if f.footer != nil {
		w.lines = append(w.lines, f.footer...)
	}
	for !endsInKeep(f.root) && len(w.lines) > 0 && w.lines[len(w.lines)-1] == "" {
		w.lines = w.lines[:len(w.lines)-1]
	}
	out := make([]byte, 0, len(r.data)+len(r.data)/8)
	if r.mark {
		out = append(out, byteOrderMark...)
	}
	for i, line := range w.lines {
		out = append(out, line...)
		if i < len(w.lines)-1 || !r.unfinished {
			out = append(out, r.newline...)
		}
	}
	return out
}

// endsInKeep reports whether the last thing in a block is a block scalar that
// keeps the line breaks at its end.
func endsInKeep(b *block) bool {
	for b != nil && len(b.tail) == 0 {
		e := b.entries[len(b.entries)-1]
		if e.scalar && len(e.lines) > 0 {
			return strings.Contains(e.lines[0], "+")
		}
		b = e.block
	}
	return false
}

func (w *writer) line(column int, text string) {
	w.lines = append(w.lines, strings.Repeat(" ", column)+text)
}

// trivia writes comments and blank lines.
func (w *writer) trivia(lines []trivia, column int) {
	for _, t := range lines {
		if t.comment == "" {
			w.lines = append(w.lines, "")
			continue
		}
		w.line(column, t.comment)
	}
}

// block writes a block at a column. Where it begins on the line of a dash, that
// line stands before it so far, and what is above its first entry is written.
func (w *writer) block(b *block, column int, before string) {
	for _, e := range b.entries {
		if before == "" {
			w.above(e, column)
			before = strings.Repeat(" ", column)
		}
		w.entry(b, e, column, before)
		before = ""
	}
	w.trivia(b.tail, column)
}

// above writes what stands above an entry, and above what begins on its line.
func (w *writer) above(e *entry, column int) {
	w.trivia(e.lead, column)
	for e.compact {
		e = e.block.entries[0]
		w.trivia(e.lead, column)
	}
}

func (w *writer) entry(b *block, e *entry, column int, before string) {
	head := before + "-"
	if !b.list {
		head = before + e.key + ":"
	}
	if e.props != "" {
		head += " " + e.props
	}
	if e.compact {
		w.block(e.block, column+step, head+" ")
		return
	}
	if len(e.lines) > 0 && !e.below {
		w.value(b, e, head+" "+e.lines[0], column)
		return
	}
	w.lines = append(w.lines, head+remark(e.comment))
	w.trivia(e.inside, column+step)
	if e.block != nil {
		w.block(e.block, column+step, "")
	} else if len(e.lines) > 0 {
		w.value(b, e, strings.Repeat(" ", column+step)+behind(e.inner, e.lines[0]), column)
	}
}

// behind is a text behind an anchor or a tag, where there is one.
func behind(props, text string) string {
	if props == "" {
		return text
	}
	return props + " " + text
}

// value writes a value that is no block, given its first line.
func (w *writer) value(b *block, e *entry, first string, column int) {
	if e.scalar {
		w.lines = append(w.lines, first+remark(e.after))
		w.scalar(e, b.column, column)
		return
	}
	lines := append([]string{first}, e.lines[1:]...)
	shift := shiftOf(b, e, column)
	for i := 1; i < len(lines); i++ {
		lines[i] = move(lines[i], shift)
	}
	lines[len(lines)-1] += remark(e.after)
	w.lines = append(w.lines, lines...)
}

// remark is a trailing comment with the blanks before it, at least one.
func remark(comment string) string {
	if strings.HasPrefix(comment, "#") {
		return " " + comment
	}
	return comment
}

// shiftOf is by how many columns the further lines of a value move: with their
// entry, but never so far out that they would end the value.
func shiftOf(b *block, e *entry, column int) int {
	shift, least := column-b.column, column+1
	if e.below {
		shift = column + step - e.begins
	}
	if first := strings.TrimLeft(e.lines[0], " "); first[0] == '[' || first[0] == '{' {
		least = 0
	}
	for _, line := range e.lines[1:] {
		if !isEmpty(line) {
			shift = max(shift, least-indentOf(line))
		}
	}
	return shift
}

// move indents a line by some columns more, or less.
func move(line string, by int) string {
	if isEmpty(line) {
		return line
	}
	if by >= 0 {
		return strings.Repeat(" ", by) + line
	}
	return line[min(-by, indentOf(line)):]
}

// scalar writes the text of a block scalar, two columns deeper than what it belongs
// to or as deep as its header says.
func (w *writer) scalar(e *entry, former, column int) {
	width := column + step
	if i := strings.IndexAny(e.lines[0], "123456789"); i > 0 {
		digit, _ := strconv.Atoi(e.lines[0][i : i+1])
		width = column + digit
	}
	for _, line := range e.lines[1:] {
		switch indent := indentOf(line); {
		case e.width > 0 && indent >= e.width:
			line = strings.Repeat(" ", width) + line[e.width:]
		case indent == len(line):
			line = line[:min(indent, width)]
		}
		w.lines = append(w.lines, line)
	}
}
