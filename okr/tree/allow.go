package tree

import (
	"strings"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/near"
	"github.com/okrs-as-code/okrs/okr/source"
)

// The words of a comment that silences a rule.
const (
	allowWord   = "okr:allow"
	untilWord   = "until"
	becauseWord = "because"
	allowForm   = "# okr:allow rule-id because reason"
)

// Allows are the comments of the file that silence rules, and those that are
// meant to, in the order of the file. Whether the rules exist is not looked at.
func (t *Tree) Allows(file *source.File) []diag.Allow {
	var found []diag.Allow
	for _, c := range t.Comments {
		words := wordsOf(c)
		opening := meantAs(words)
		if opening == "" {
			continue
		}
		a := diag.Allow{File: file, Span: c.Span, Alone: c.Alone}
		readAllow(&a, opening, words)
		if covers, ok := t.covered(c); ok {
			a.Covers = covers
		} else if a.Problem == "" {
			a.Problem, a.Hint = "nothing stands below this comment that it could cover", "Write it above the entry that it is about, or at the end of a line."
		}
		found = append(found, a)
	}
	return found
}

// meantAs is the opening of a comment that is meant to silence a rule, as it is
// written: in this spelling, with a slip of the pen, or in one that people bring from
// other tools. It is empty for all other comments.
func meantAs(words []source.At[string]) string {
	if len(words) == 0 {
		return ""
	}
	first := words[0].V
	if len(words) > 1 && strings.EqualFold(first, "okr:") && strings.EqualFold(strings.TrimRight(words[1].V, ":"), "allow") {
		return first + " " + words[1].V
	}
	prefix, verb, ours := strings.Cut(strings.ToLower(strings.TrimRight(first, ":")), ":")
	if !ours {
		prefix, verb, ours = strings.Cut(prefix, "-")
	}
	if !ours || prefix != "okr" {
		return ""
	}
	switch verb, _, _ = strings.Cut(verb, "-"); verb {
	case "allow", "allows", "ignore", "disable", "suppress", "silence", "skip", "noqa", "lint":
		return first
	}
	if near.Slip(verb, "allow") {
		return first
	}
	return ""
}

// isMeant reports whether a line goes on, from its # at the beginning, with a comment
// that is meant to silence a rule.
func isMeant(line []byte) bool {
	const enough = 100 // bytes
	return meantAs(wordsOf(Comment{Text: string(line[:min(len(line), enough)])})) != ""
}

// wordsOf are the words of a comment with their places.
func wordsOf(c Comment) []source.At[string] {
	var words []source.At[string]
	for at := 1; at < len(c.Text); {
		if isBlank(c.Text[at]) || c.Text[at] == '#' && len(words) == 0 {
			at++
			continue
		}
		end := at
		for end < len(c.Text) && !isBlank(c.Text[end]) {
			end++
		}
		from := c.Span.Start + uint32(at)
		words = append(words, source.At[string]{V: c.Text[at:end], Span: source.Span{Start: from, End: from + uint32(end-at)}})
		at = end
	}
	return words
}

// readAllow reads the words of the comment into the allow, or says what is wrong
// with them.
func readAllow(a *diag.Allow, opening string, words []source.At[string]) {
	if opening != allowWord {
		a.Problem = "this comment does not silence anything: it begins with `" + opening + "`"
		a.Hint = "Did you mean `" + allowWord + "`? Write `" + allowForm + "`."
		return
	}
	words = words[1:]
	for len(words) > 0 && words[0].V != untilWord && words[0].V != becauseWord {
		a.Rules = append(a.Rules, ids(words[0])...)
		words = words[1:]
	}
	if len(words) > 1 && words[0].V == untilWord {
		a.Until = words[1]
		words = words[2:]
	}
	var reason []string
	for _, word := range words[min(1, len(words)):] {
		reason = append(reason, word.V)
	}
	a.Reason = strings.Join(reason, " ")
	switch {
	case len(a.Rules) == 0:
		a.Problem, a.Hint = "this comment names no rule, and silencing all of them is not possible", "Write `"+allowForm+"`."
	case len(words) == 0 || words[0].V != becauseWord || a.Reason == "":
		a.Problem = "this comment gives no reason, so it silences nothing"
		a.Hint = "Say why, for the next reader: `# okr:allow " + a.Rules[0].V + " because …`."
	case a.Until.Written() && !isDate(a.Until.V):
		a.Problem, a.Hint = "`until "+a.Until.V+"` is not a date", "Write it year-month-day, such as until 2026-09-30."
	}
}

// ids are the rule ids of a word, which commas may hold together.
func ids(word source.At[string]) []source.At[string] {
	var found []source.At[string]
	from := 0
	for i := 0; i <= len(word.V); i++ {
		if i < len(word.V) && word.V[i] != ',' {
			continue
		}
		if i > from {
			start := word.Span.Start + uint32(from)
			found = append(found, source.At[string]{V: word.V[from:i], Span: source.Span{Start: start, End: start + uint32(i-from)}})
		}
		from = i + 1
	}
	return found
}

// isDate reports whether a word has the form of a date; whether that day exists is
// for the calendar to say.
func isDate(word string) bool {
	if len(word) != len("2026-09-30") {
		return false
	}
	for i := range len(word) {
		if dash := i == 4 || i == 7; dash != (word[i] == '-') || !dash && (word[i] < '0' || word[i] > '9') {
			return false
		}
	}
	return true
}

// covered is what a comment speaks about: its own line, with the lines before of a
// text that ends there, the entry below it, or the file where it stands before the
// first key.
func (t *Tree) covered(c Comment) (source.Span, bool) {
	if !c.Alone {
		line := t.Lines.Position(c.Span.Start).Line
		start := t.Lines.Offset(line, 1)
		if text := endingOn(t.Root, start, c.Span.Start); text != nil && text.Span.Start < start {
			start = t.Lines.Offset(t.Lines.Position(text.Span.Start).Line, 1)
		}
		return source.Span{Start: start, End: c.Span.End}, true
	}
	if c.Span.End <= t.Root.Span.Start {
		return source.Span{Start: 0, End: max(t.Root.Span.End, c.Span.End)}, true
	}
	return below(t.Root, c.Span.End)
}

// endingOn is the text that is the last to end between two offsets, or nil.
func endingOn(n *Node, from, to uint32) *Node {
	var found *Node
	look := func(inner *Node) {
		if inner.Span.Start < to && inner.Span.End > from {
			if text := endingOn(inner, from, to); text != nil {
				found = text
			}
		}
	}
	if n.Kind == String && n.Span.End <= to {
		return n
	}
	for i := range n.Pairs {
		look(n.Pairs[i].Value)
	}
	for _, item := range n.Items {
		look(item)
	}
	return found
}

// below is the outermost entry that begins behind an offset and before any other.
func below(n *Node, offset uint32) (source.Span, bool) {
	for i := range n.Pairs {
		p := &n.Pairs[i]
		if p.Span.Start >= offset {
			return source.Span{Start: p.Span.Start, End: max(p.Span.End, p.Value.Span.End)}, true
		}
		if p.Value.Span.End > offset {
			return below(p.Value, offset)
		}
	}
	for _, item := range n.Items {
		if item.Span.Start >= offset {
			return item.Span, true
		}
		if item.Span.End > offset {
			return below(item, offset)
		}
	}
	return source.Span{}, false
}
