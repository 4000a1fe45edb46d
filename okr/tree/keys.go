package tree

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/source"
)

// usableKey reports keys that are no texts.
func (m *mapper) usableKey(key, value *yaml.Node, at source.Span, name string) bool {
	if key.Style&yaml.TaggedStyle != 0 && key.Tag != "!!str" || !m.tagAt.IsZero() && key.Style&yaml.TaggedStyle == 0 {
		m.tag(&Node{})
		return false
	}
	if key.Style != 0 {
		return true
	}
	if name == "" {
		m.report.Add(diag.Syntax, at, noKeyMessage, noKeyHint)
		return false
	}
	kind, trouble := classify(name)
	switch {
	case looksLikeDate(name):
		m.badKey(at, name, "a date")
	case kind == Bool || kind == Null:
		m.badKey(at, name, "a word with a meaning of its own")
	case kind != Number && trouble == nil:
		return true
	case !m.brokenNumber(value, at):
		m.badKey(at, name, "a number")
	}
	return false
}

const (
	noKeyMessage = "a key is missing in front of this colon"
	noKeyHint    = "Write the key, or delete the colon."
)

func (m *mapper) badKey(at source.Span, name, what string) {
	m.report.Add(diag.Syntax, at, fmt.Sprintf("the key `%s` is %s; readers disagree about keys that are not text", Shorten(name), what),
		"Put quotes around it if it is meant: "+m.report.Corrected(at, Quote(name))+".")
}

// brokenNumber reports a number that its comma broke in two inside braces: of
// {target: 0,5} YAML makes the target 0 and a key 5.
func (m *mapper) brokenNumber(value *yaml.Node, at source.Span) bool {
	pairs := m.node.Pairs
	if !m.context.flow || !isVoid(value) || len(pairs) == 0 {
		return false
	}
	previous := pairs[len(pairs)-1]
	if previous.Value.Kind != Number || previous.Value.Span.End+1 != at.Start || m.text[at.Start-1] != ',' {
		return false
	}
	previous.Value.Kind, previous.Value.Reported = String, true // what is left of the number is not one
	whole := source.Span{Start: previous.Value.Span.Start, End: at.End}
	written := string(m.text[whole.Start:whole.End])
	m.report.Add(diag.Syntax, whole,
		fmt.Sprintf("the comma ends the number here: `%s` becomes %s, and %s a key", written, previous.Value.Text, m.text[at.Start:at.End]),
		"Write the number with a point for decimals and without marks for thousands: "+m.report.Corrected(whole, PlainNumber(written))+".")
	return true
}

// PlainNumber is a number of digits and commas as YAML writes it: 0,5 becomes
// 0.5, and 1,000 becomes 1000.
func PlainNumber(written string) string {
	sign := ""
	if strings.HasPrefix(written, "+") || strings.HasPrefix(written, "-") {
		sign, written = written[:1], written[1:]
	}
	groups := strings.Split(written, ",")
	thousands := len(groups[0]) <= 3 && groups[0] != "0" && groups[0] != ""
	for i, group := range groups[1:] {
		whole, _, _ := strings.Cut(group, ".")
		last := i == len(groups)-2
		thousands = thousands && len(whole) == 3 && (last || whole == group)
	}
	switch {
	case len(groups) == 2 && strings.Contains(groups[0], "."):
		return sign + strings.ReplaceAll(groups[0], ".", "") + "." + groups[1]
	case thousands:
		return sign + strings.Join(groups, "")
	case len(groups) == 2 && !strings.Contains(written, "."):
		return sign + strings.Join(groups, ".")
	default:
		return sign + strings.Join(groups, "")
	}
}

// checkQuestionMark reports a key written after a question mark, between the end
// of what came before and the key.
func (m *mapper) checkQuestionMark(before uint32, at source.Span, name string) {
	i := at.Start
	for i > before && isSpace(m.text[i-1]) {
		i--
	}
	if i > before && m.text[i-1] == '?' {
		m.report.Add(diag.Syntax, source.Span{Start: i - 1, End: at.End},
			"a key is written after a question mark here, which this format does not use",
			fmt.Sprintf("Write `%s:` and the value behind it.", Shorten(name)))
	}
}

// isProse reports whether the value of a key is free text, in which a # is most
// likely a part of the sentence. A reason can also be a word from a list.
func isProse(key, value string) bool {
	switch key {
	case "title", "name", "note", "why_now", "learned", "postmortem", "source", "organization", "blocked_by",
		"initiatives", "retrospective", "believed", "happened", "change", "outside", "declined":
		return true
	case "reason":
		return strings.Contains(value, " ")
	}
	return false
}
