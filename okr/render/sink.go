package render

import (
	"bufio"
	"io"
	"strings"
	"unicode"
)

// sink is the buffered way out of a format. After the first write that fails it
// takes everything in and writes nothing; whoever prints many rows asks failed.
type sink struct {
	w   *bufio.Writer
	err error
}

func newSink(w io.Writer) *sink { return &sink{w: bufio.NewWriterSize(w, 1<<15)} }

// raw writes parts as they are.
func (s *sink) raw(parts ...string) {
	for _, part := range parts {
		if s.err == nil {
			_, s.err = s.w.WriteString(part)
		}
	}
}

// line writes a line: without spaces at its end, and so that no part of it is a
// command to the service that runs a job.
func (s *sink) line(text string) { s.raw(guard(strings.TrimRight(text, " ")), "\n") }

// fail notes the first error.
func (s *sink) fail(err error) {
	if s.err == nil {
		s.err = err
	}
}

// failed reports whether writing further is in vain.
func (s *sink) failed() bool { return s.err != nil }

// close writes what is still held back and tells how it went.
func (s *sink) close() error {
	if s.err == nil {
		s.err = s.w.Flush()
	}
	return s.err
}

// guard breaks the two forms of workflow command: "##[" anywhere in a line, and
// "::" at its beginning, before which a service skips white space. Texts that were
// joined only here may form either.
func guard(line string) string {
	if strings.Contains(line, "##[") {
		line = strings.ReplaceAll(line, "##[", `##\[`)
	}
	at := opening(line)
	if strings.HasPrefix(line[at:], "::") {
		return line[:at] + `\` + line[at:]
	}
	return line
}

// opening is where a line begins to show something: behind white space and the
// codes for colour.
func opening(line string) int {
	at := 0
	for at < len(line) {
		rest := line[at:]
		trimmed := strings.TrimLeftFunc(rest, unicode.IsSpace)
		if strings.HasPrefix(trimmed, "\x1b[") {
			if end := strings.IndexByte(trimmed, 'm'); end >= 0 {
				trimmed = trimmed[end+1:]
			}
		}
		if len(trimmed) == len(rest) {
			break
		}
		at += len(rest) - len(trimmed)
	}
	return at
}
