package diag

import "github.com/okrs-as-code/okrs/okr/source"

// Allow is a comment that silences rules at a place of a file:
//
//	# okr:allow rule-id[, rule-id] [until 2026-09-30] because reason
//
// At the end of a line it covers that line, on a line of its own the entry below,
// before the first key the file.
type Allow struct {
	File *source.File
	// Rules are the ids as written, with their places; never empty where Problem is.
	Rules []source.At[string]
	// Until is the last day on which it silences, year-month-day as written; it may
	// be absent.
	Until  source.At[string]
	Reason string
	// Span is the comment, from # to the end of the line.
	Span source.Span
	// Alone says that nothing else stands on the line.
	Alone bool
	// Covers is what it silences: a line, an entry or the whole file.
	Covers source.Span
	// Problem says what is wrong with the comment, Hint how it is written; a comment
	// with a problem silences nothing.
	Problem, Hint string
}
