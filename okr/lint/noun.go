package lint

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/okrs-as-code/okrs/okr/language"
)

// thing is the team's own words for what the verb acts on, as a sentence takes them
// up again: "the new website", "customer loyalty". Where nothing was found it is
// the fallback.
func (s Said) thing(fallback string) string {
	return s.again(fallback, s.Statement.Object, s.behindVerb(), s.Statement.Subject)
}

// topic is what a statement without an order is about, as [Said.thing] has it: its
// subject, else its object.
func (s Said) topic(fallback string) string {
	return s.again(fallback, s.Statement.Subject, s.Statement.Object, s.behindVerb())
}

// measured is the noun phrase whose level the statement changes, as it is written;
// empty where the statement is about work.
func (s Said) measured() string {
	switch s.Statement.Sense {
	case language.SenseRise, language.SenseFall, language.SenseChange, language.SenseHold:
		if s.Statement.Shape == language.Clause {
			return s.inSentence(s.whole(s.Statement.Subject))
		}
		return s.inSentence(s.whole(s.Statement.Object))
	}
	return ""
}

// again takes a noun phrase up again: with the definite article where it had an
// article or a count, and where it was a headline, which leaves articles out.
func (s Said) again(fallback string, spans ...language.Span) string {
	for _, span := range spans {
		text := strings.TrimRight(s.inSentence(s.whole(span)), " .,;:!?")
		noun := withoutArticle(text)
		quantified := slices.Contains(quantifiers(), strings.ToLower(firstWord(text)))
		if noun == "" || strings.HasSuffix(noun, "…") || isPronoun(noun) {
			continue
		}
		headline := s.Statement.Shape != language.Order && !s.Statement.Plural && span == s.Statement.Subject && s.Statement.Thing != language.ThingPeople
		if quantified || isName(strings.Fields(noun)) {
			return noun
		}
		if noun != text || s.Statement.Shape == language.Phrase || headline || s.Statement.Language != "en" {
			return "the " + noun
		}
		return noun
	}
	return fallback
}

// behindVerb is what follows the verb of an order up to the first number, date or
// effect: the object, where its nouns are unknown.
func (s Said) behindVerb() language.Span {
	if s.Statement.Shape != language.Order || s.Statement.Verb.End == 0 {
		return language.Span{}
	}
	end := len(s.Text)
	for _, span := range []language.Span{s.Statement.Effect, s.Statement.Deadline} {
		if span.End > span.Start && span.Start >= s.Statement.Verb.End {
			end = min(end, span.Start)
		}
	}
	for _, number := range s.Statement.Numbers {
		if number.Start >= s.Statement.Verb.End {
			end = min(end, number.Start)
		}
	}
	const most = 4 // words of a plain noun phrase
	span := language.Span{Start: s.Statement.Verb.End, End: end}
	if end <= span.Start {
		return language.Span{}
	}
	words := strings.Fields(s.Text[span.Start:end])
	if len(words) == 0 || len(words) > most || slices.Contains(leads(), strings.ToLower(words[0])) {
		return language.Span{}
	}
	return span
}

// leads are the small words that no noun phrase begins with.
func leads() []string {
	return []string{"to", "in", "on", "for", "with", "at", "by", "from", "into", "how", "what", "why", "when", "that", "between", "across", "and", "or"}
}

// inSentence are the words of a span as they stand within an English sentence:
// the capital that only began the statement is gone.
func (s Said) inSentence(span language.Span) string {
	text := s.words(span)
	if s.Statement.Language != "en" || strings.TrimSpace(s.Text[:min(max(span.Start, 0), len(s.Text))]) != "" {
		return text
	}
	if s.Statement.Thing == language.ThingUnknown && !s.Statement.Plural && span == s.Statement.Subject && !strings.Contains(text, " ") {
		return text // it may be a name
	}
	first, size := utf8.DecodeRuneInString(text)
	if text == "" || strings.IndexFunc(text[size:], unicode.IsUpper) >= 0 {
		return text
	}
	return string(unicode.ToLower(first)) + text[size:]
}

// withoutArticle takes away what may stand before a noun: articles, possessives
// and a leading count, in the languages that are understood.
func withoutArticle(text string) string {
	for {
		first, rest, more := strings.Cut(text, " ")
		if lead := boundBefore(text); lead != "" {
			text = text[len(lead):]
			continue
		}
		if lower := strings.ToLower(first); !slices.Contains(determiners(), lower) && !slices.Contains(quantifiers(), lower) && !isCount(first) {
			return text
		}
		if !more {
			return ""
		}
		text = rest
	}
}

// boundBefore is what makes a bound of a count at the start of a text.
func boundBefore(text string) string {
	for _, lead := range []string{"no fewer than ", "no less than ", "at least ", "up to ", "more than ", "mindestens ", "höchstens "} {
		if _, found := cutFold(text, lead); found {
			return lead
		}
	}
	return ""
}

func firstWord(text string) string {
	first, _, _ := strings.Cut(text, " ")
	return first
}

// quantifiers say that there is more or less of something, and leave it indefinite.
func quantifiers() []string {
	return []string{"more", "fewer", "less", "extra", "additional", "another", "several", "many", "both", "any", "mehr", "weniger"}
}

func determiners() []string {
	return []string{
		"a", "an", "the", "our", "its", "their", "this", "that", "these", "those", "all", "every", "each", "some", "of",
		"der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines", "von",
		"unser", "unsere", "unseren", "unserem", "unserer", "alle", "jede", "jeden",
		"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "zwei", "drei", "vier", "fünf",
		"neu", "neue", "neuen", "neuer", "neues", "neuem", "aller", "allen", "mehrere", "weitere", "zusätzliche",
		"top", "remaining", "half", "dozen",
	}
}

func isPronoun(text string) bool {
	return slices.Contains([]string{"everything", "nothing", "something", "it", "we", "they", "you", "us", "everyone", "everybody", "anyone", "nobody", "someone", "alles", "nichts", "wir", "sie", "es"}, strings.ToLower(text))
}

func isCount(word string) bool {
	return word != "" && strings.IndexFunc(word, func(r rune) bool { return !unicode.IsDigit(r) && !strings.ContainsRune(".,%+", r) }) < 0
}

// capital begins a sentence with the text.
func capital(text string) string {
	if text == "" {
		return ""
	}
	r, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[size:]
}
