// Package source knows files and the places in them.
//
// A place is a pair of byte offsets into the file as it was read. What a
// reader sees — a line, a column in characters, a column in terminal cells —
// is worked out from the bytes only when something is said about the place,
// because a workspace holds millions of places and speaks about a few.
package source

import (
	"bytes"
	"io/fs"
	"sort"
	"unicode/utf8"
)

// File is a file of a workspace as it was read. Its bytes may be released
// after loading; Text reads them again from the file system they came from.
type File struct {
	// Name is the path in the workspace's file system, with slashes.
	Name string

	system fs.FS
	data   []byte
	held   *Lines // nil where the text is not held
}

// NewFile makes a file from bytes already read. The file system may be nil;
// then Release keeps the bytes.
func NewFile(system fs.FS, name string, data []byte) *File {
	return &File{Name: name, system: system, data: data}
}

// Release lets go of the bytes of the file, to be read again when needed.
func (f *File) Release() {
	if f.system != nil {
		f.data, f.held = nil, nil
	}
}

// Text is the content of the file. A file that can no longer be read is empty:
// what is said about it then has a place, but no excerpt.
func (f *File) Text() []byte {
	if f.data != nil || f.system == nil {
		return f.data
	}
	data, err := fs.ReadFile(f.system, f.Name)
	if err != nil {
		return nil
	}
	return data
}

// Hold keeps a copy of the text of the file with its lines, as they were read, for
// those who are going to show places in it: reading a file again costs far more.
func (f *File) Hold(lines *Lines) {
	text := bytes.Clone(lines.text)
	f.data, f.held = text, &Lines{text: text, starts: lines.starts}
}

// Lines are the lines of the file: those that are held, else of its Text.
func (f *File) Lines() *Lines {
	if f.held != nil {
		return f.held
	}
	return NewLines(f.Text())
}

// Span is a stretch of a file: byte offsets, from Start up to but without End.
// The zero Span means that something is not written in any file.
type Span struct {
	Start, End uint32
}

// IsZero reports whether the span points nowhere.
func (s Span) IsZero() bool { return s == Span{} }

// At is a value together with the place where it was written. A zero Span
// means that the file does not write the value: it is absent, or a default.
type At[T any] struct {
	V    T
	Span Span
}

// Written reports whether the value stands in a file.
func (a At[T]) Written() bool { return !a.Span.IsZero() }

// Or is the value where it is written, else the given one.
func (a At[T]) Or(fallback T) T {
	if a.Written() {
		return a.V
	}
	return fallback
}

// Position is a place as people count: Line from 1, Column in characters
// (Unicode code points) from 1.
type Position struct {
	Line, Column int
}

// Lines finds lines in the text of one file. Making one costs a pass over the
// text; use it for as many places as there are.
type Lines struct {
	text   []byte
	starts []uint32
}

// byteOrderMark may stand before the first character and is not one itself.
const byteOrderMark = "\ufeff"

// NewLines indexes the line starts of a text. Lines end at LF, at CR LF and
// at a CR alone, as YAML counts them. A byte order mark is not in the first line.
func NewLines(text []byte) *Lines {
	starts := make([]uint32, 1, 1+len(text)/32)
	if bytes.HasPrefix(text, []byte(byteOrderMark)) {
		starts[0] = uint32(len(byteOrderMark))
	}
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\n':
			starts = append(starts, uint32(i+1))
		case '\r':
			if i+1 < len(text) && text[i+1] == '\n' {
				i++
			}
			starts = append(starts, uint32(i+1))
		}
	}
	return &Lines{text: text, starts: starts}
}

// Size is how many bytes the text has.
func (l *Lines) Size() int { return len(l.text) }

// Count is the number of lines; an empty text has one.
func (l *Lines) Count() int { return len(l.starts) }

// Line is the text of the line with the given number, from 1, without its line
// break; empty where there is no such line.
func (l *Lines) Line(number int) string {
	if number < 1 || number > len(l.starts) {
		return ""
	}
	end := len(l.text)
	if number < len(l.starts) {
		end = int(l.starts[number])
	}
	return string(bytes.TrimRight(l.text[l.starts[number-1]:end], "\r\n"))
}

// Position is the line and the column of a byte offset. An offset past the end
// is the place behind the last character.
func (l *Lines) Position(offset uint32) Position {
	offset = max(min(offset, uint32(len(l.text))), l.starts[0])
	line := sort.Search(len(l.starts), func(i int) bool { return l.starts[i] > offset })
	start := l.starts[line-1]
	return Position{Line: line, Column: 1 + utf8.RuneCount(l.text[start:offset])}
}

// Offset is the byte offset of a line and a column in characters, both from 1.
// A column past the end of its line is the end of the line.
func (l *Lines) Offset(line, column int) uint32 {
	if line < 1 {
		return 0
	}
	if line > len(l.starts) {
		return uint32(len(l.text))
	}
	at := l.starts[line-1]
	for ; column > 1 && int(at) < len(l.text); column-- {
		r, size := utf8.DecodeRune(l.text[at:])
		if r == '\n' || r == '\r' {
			break
		}
		at += uint32(size)
	}
	return at
}

// Text is what the file writes in a stretch of it.
func (l *Lines) Text(span Span) string {
	end := min(int(span.End), len(l.text))
	if int(span.Start) >= end {
		return ""
	}
	return string(l.text[span.Start:end])
}
