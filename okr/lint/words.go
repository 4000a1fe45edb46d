package lint

import (
	"strings"
	"unicode/utf8"

	"github.com/okrs-as-code/okrs/okr/language"
)

// longestQuote is how many characters of a statement are repeated in one go; more
// is harder to read than the statement itself.
const longestQuote = 60

// words are the words of a span on one line, shortened where they are many.
func (s Said) words(span language.Span) string {
	if span.Start < 0 || span.End > len(s.Text) || span.Start >= span.End {
		return ""
	}
	text := strings.Join(strings.Fields(s.Text[span.Start:span.End]), " ")
	if utf8.RuneCountInString(text) <= longestQuote {
		return text
	}
	cut := string([]rune(text)[:longestQuote])
	if space := strings.LastIndexByte(cut, ' '); space > longestQuote/2 {
		cut = cut[:space]
	}
	return cut + "…"
}

// quoted are the words that decided, as one quotation: "Launch … website".
func (s Said) quoted() string {
	var text strings.Builder
	end := 0
	for _, span := range s.Sign.Evidence {
		words := s.words(span)
		switch {
		case words == "" || span.Start < end:
			continue
		case end > 0 && strings.TrimSpace(s.Text[end:span.Start]) == "":
			text.WriteString(" ")
		case end > 0:
			text.WriteString(" … ")
		}
		text.WriteString(words)
		end = span.End
	}
	if end == 0 {
		return s.say("This")
	}
	return quote(text.String())
}

// listed are the words that decided, each in quotes, as a sentence lists them.
func (s Said) listed() string {
	var parts []string
	for _, span := range s.Sign.Evidence {
		if text := s.words(span); text != "" {
			parts = append(parts, quote(text))
		}
	}
	if len(parts) > 1 && s.Statement.Language == "de" {
		return strings.Join(parts[:len(parts)-1], ", ") + " und " + parts[len(parts)-1]
	}
	return list(parts)
}

func quote(text string) string { return `"` + strings.ReplaceAll(text, `"`, "'") + `"` }

// example is text to be written down as it is.
func example(text string) string {
	if strings.Count(text, `"`)%2 != 0 {
		text = strings.ReplaceAll(text, `"`, "'") // a quotation that was cut
	}
	return "`" + strings.ReplaceAll(text, "`", "'") + "`"
}

// list joins words as a sentence does.
func list(parts []string) string {
	switch n := len(parts); n {
	case 0:
		return "this"
	case 1:
		return parts[0]
	default:
		return strings.Join(parts[:n-1], ", ") + " and " + parts[n-1]
	}
}

// work is the order itself, from its verb or object up to its effect or deadline:
// "Launch the new website"; of other sentences it is all up to there.
func (s Said) work() string {
	start, end := 0, len(s.Text)
	verb, object := s.Statement.Verb, s.Statement.Object
	if s.Statement.Shape == language.Order && verb.End > verb.Start {
		start = verb.Start
		if object.End > object.Start {
			start = min(start, object.Start) // "Ein Portal einführen"
		} else if s.Statement.Language == "de" { // the verb may come last
			start = 0
			if deadline := s.Statement.Deadline; deadline.End < verb.Start {
				start = deadline.End
			}
		}
	}
	for _, span := range []language.Span{s.Statement.Effect, s.Statement.Deadline} {
		if span.End > span.Start && span.Start > max(start, verb.Start, object.Start) {
			end = min(end, span.Start)
		}
	}
	return strings.TrimRight(s.words(language.Span{Start: start, End: end}), " ,;:.!–-")
}

// effect is what the statement says the work is for, without the small word that
// leads to it; empty where it does not say.
func (s Said) effect() string {
	return s.words(s.Statement.Effect)
}

// fromTo writes a change of a measure as a key result.
func fromTo(measure string) string {
	return example(capital(measure) + " from … to …")
}

// swapped is the change of the statement with its two levels exchanged, "from 9 to
// 5 minutes"; empty where it does not name both.
func (s Said) swapped() string {
	numbers := s.Statement.Numbers
	in := func(i int) bool { return i >= 0 && i < len(numbers) }
	if !in(s.Statement.From) || !in(s.Statement.To) {
		return ""
	}
	from, fromUnit := digits(s.words(numbers[s.Statement.From].Span))
	to, toUnit := digits(s.words(numbers[s.Statement.To].Span))
	if from == "" || to == "" {
		return ""
	}
	return s.say("from {one} to {two}", "{one}", to+fromUnit, "{two}", from+toUnit)
}

// digits cuts a quantity behind its last digit: "9" and " minutes".
func digits(quantity string) (number, unit string) {
	end := strings.LastIndexAny(quantity, "0123456789") + 1
	return quantity[:end], quantity[end:]
}

// bareQuote are the words of the first stretch that decided, without article and
// quotes.
func bareQuote(s Said) string {
	if len(s.Sign.Evidence) == 0 {
		return "number"
	}
	text := withoutArticle(s.words(s.Sign.Evidence[len(s.Sign.Evidence)-1]))
	if text == "" {
		return "number"
	}
	return text
}

// matter is what a claim is about, without the word that claims: "transparency" of
// "more transparency". A claim about the team itself ("become more agile") is about
// nothing that could be taken up.
func (s Said) matter() string {
	const unnamed = ""
	if s.Statement.Sense == language.SenseState && s.Statement.Shape == language.Order {
		return unnamed
	}
	about := s.thing(unnamed)
	if s.Statement.Shape == language.Clause {
		about = s.topic(unnamed)
	}
	text, article := strings.CutPrefix(about, "the ")
	if text == "" || strings.ContainsAny(text, "()/&+:;\"`…") {
		return unnamed
	}
	for _, span := range s.Sign.Evidence {
		if rest, cut := cutFold(text, s.words(span)+" "); cut && rest != "" {
			text, article = rest, false
		}
	}
	if article {
		return "the " + text
	}
	return text
}

// cutFold cuts a prefix in any case.
func cutFold(text, prefix string) (rest string, cut bool) {
	if len(text) < len(prefix) || !strings.EqualFold(text[:len(prefix)], prefix) {
		return text, false
	}
	return text[len(prefix):], true
}
