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
		return "This"
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
	return list(parts)
}

func quote(text string) string { return `"` + text + `"` }

// example is text to be written down as it is.
func example(text string) string { return "`" + strings.ReplaceAll(text, "`", "'") + "`" }

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

// work is the order itself, verb and object: "Launch the new website".
func (s Said) work() string {
	verb, object := s.Statement.Verb, s.Statement.Object
	switch {
	case verb.End <= verb.Start:
		return s.topic("the work")
	case object.End <= object.Start && s.behindVerb().End > 0:
		return strings.TrimRight(s.words(language.Span{Start: verb.Start, End: s.behindVerb().End}), " ,;")
	case object.End > verb.Start && s.Statement.Language != "en":
		return s.words(language.Span{Start: verb.Start, End: s.orderEnd()}) // "Führe … ein": the verb may end the order
	case object.End > verb.Start:
		return s.words(language.Span{Start: verb.Start, End: object.End})
	case object.End > object.Start:
		return s.words(language.Span{Start: object.Start, End: verb.End})
	}
	return s.words(verb)
}

// orderEnd is where an order ends: at its effect, its deadline, the end of the text.
func (s Said) orderEnd() int {
	end := len(strings.TrimRight(s.Text, " .!\t\n"))
	for _, span := range []language.Span{s.Statement.Effect, s.Statement.Deadline} {
		if span.End > span.Start && span.Start > s.Statement.Object.End {
			end = min(end, span.Start)
		}
	}
	return end
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
	return "from " + to + fromUnit + " to " + from + toUnit
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
	const unnamed = "it"
	if s.Statement.Sense == language.SenseState && s.Statement.Shape == language.Order {
		return unnamed
	}
	text, article := strings.CutPrefix(s.thing(unnamed), "the ")
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
