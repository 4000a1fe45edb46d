package lint

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/okrs-as-code/okrs/okr/language"
)

// workMatter is what work is about.
type workMatter struct {
	// phrases are noun phrases without what stands before a noun: what is done to
	// ("archive" in "migration of the archive"), then the whole.
	phrases []string
	// thing is the first of them as a sentence takes it up again, "the archive"; empty
	// where that is not safe.
	thing string
}

// matterSpan is the noun phrase that work is about.
func (s Said) matterSpan() language.Span {
	spans := []language.Span{s.Statement.Object, s.behindVerb(), s.Statement.Subject}
	if s.Statement.Shape != language.Order {
		spans = []language.Span{s.Statement.Subject, s.Statement.Object}
	}
	for _, span := range spans {
		if withoutArticle(s.words(span)) != "" {
			return span
		}
	}
	return language.Span{}
}

func (s Said) matterOfWork() workMatter {
	span := s.matterSpan()
	whole := withoutArticle(s.inSentence(span))
	if whole == "" || s.cutOff(span) {
		return workMatter{}
	}
	phrase := withoutLabel(whole)
	if !s.endsWith(phrase, s.speech().deeds) {
		thing := whole
		if s.Statement.Language == "en" {
			thing = withoutCounter(withoutArticle(s.inSentence(s.whole(span))))
		}
		return workMatter{[]string{phrase}, s.definite(thing)}
	}
	done := withoutArticle(s.words(s.complement(span)))
	if before := strings.LastIndexByte(phrase, ' '); done == "" && before > 0 && s.Statement.Language == "en" && !slices.Contains(broughtOut(), phrase[before+1:]) {
		done = phrase[:before] // "CRM cleanup"
	}
	if done == "" {
		return workMatter{[]string{phrase}, ""}
	}
	return workMatter{[]string{withoutLabel(done), phrase}, s.definite(done)}
}

// withoutCounter takes away what only counts: "number of meetings".
func withoutCounter(phrase string) string {
	counter, counted, found := strings.Cut(phrase, " of ")
	if found && slices.Contains([]string{"number", "share", "amount", "percentage", "pieces", "km", "metres", "tons", "tonnes", "hectares", "hours", "lots", "series", "set", "round"}, counter) {
		return withoutArticle(counted)
	}
	return phrase
}

// broughtOut are nouns of doing before which stands how, not what: "soft launch".
func broughtOut() []string {
	return []string{"launch", "release", "version", "edition", "delivery", "opening", "move", "kick-off", "completion", "implementation", "publication"}
}

// cutOff reports that a noun phrase seems to go on behind the words that were
// understood as it, as in "Warehouse layout plan hall C done".
func (s Said) cutOff(span language.Span) bool {
	at := max(span.End, s.complement(span).End)
	for _, other := range []language.Span{s.Statement.Verb, s.Statement.Effect, s.Statement.Deadline} {
		if other.End <= other.Start || other.Start < at {
			continue
		}
		switch gap := strings.Fields(s.Text[at:other.Start]); {
		case len(gap) == 0:
			return false
		case len(gap) > 1 && isCount(gap[0]) && other == s.Statement.Verb:
			return true // "Season 4 content delivered"
		}
	}
	next := strings.ToLower(firstWord(strings.TrimLeft(s.Text[at:], " \t")))
	if at == len(s.Text) || s.Statement.Language != "en" || s.Text[at] != ' ' || next == "" {
		return false
	}
	word := strings.TrimRight(next, ".,;:!?")
	for _, end := range []string{"ed", "ing", "ly", "en"} {
		if strings.HasSuffix(word, end) {
			return false
		}
	}
	return !slices.Contains(leads(), word) && !slices.Contains(goOn(), word) && strings.IndexFunc(word, unicode.IsLetter) == 0
}

// goOn are words that go on with a sentence behind a noun phrase.
func goOn() []string {
	return []string{
		"of", "live", "online", "is", "are", "was", "were", "has", "have", "gets", "get", "goes", "go", "per", "via", "w/", "incl", "before", "after", "until", "than", "as", "so",
		"which", "who", "whose", "where", "wherever", "when", "through", "throughout", "without", "within", "during", "about", "against", "under", "over", "off", "out", "up", "down", "done", "sent",
		"available", "complete", "ready", "exists", "again", "together", "internally", "using", "plus", "&", "every", "each", "all", "end", "be", "can", "will", "because", "while", "a", "the", "our",
		"put", "built", "held", "made", "sold", "set", "run", "shut", "cut", "left", "lost", "found", "kept", "bought", "brought", "taught", "redesigned", "no", "once", "twice", "soon", "now", "first",
	}
}

// complement is the noun phrase that "of" ties to another: "the archive" behind
// "migration". It is empty where none follows.
func (s Said) complement(span language.Span) language.Span {
	const most = 6 // words of a plain noun phrase, articles included
	if span.End <= 0 || span.End >= len(s.Text) {
		return language.Span{}
	}
	ties, ends := []string{"of"}, slices.Concat(leads(), goOn()[1:]) // "of" itself may come again
	if s.Statement.Language == "de" {
		ties = []string{"der", "des", "von", "eines", "einer", "aller"}
		ends = []string{"in", "im", "zu", "zum", "zur", "für", "auf", "mit", "nach", "bis", "an", "am", "bei", "und", "oder", "aus", "durch", "über", "ist", "wird", "wurde", "sind"}
	}
	limit := len(s.Text)
	for _, other := range []language.Span{s.Statement.Verb, s.Statement.Effect, s.Statement.Deadline} {
		if other.Start >= span.End && other.End > other.Start {
			limit = min(limit, other.Start)
		}
	}
	at, end, words := span.End, span.End, 0
	for at < limit {
		start := at + len(s.Text[at:limit]) - len(strings.TrimLeft(s.Text[at:limit], " \t"))
		stop := limit
		if space := strings.IndexAny(s.Text[start:limit], " \t\n"); space >= 0 {
			stop = start + space
		}
		word := strings.ToLower(s.Text[start:stop])
		bare := strings.TrimRight(word, ".,;:!?)")
		if start == at || words == 0 && !slices.Contains(ties, word) || words > 0 && slices.Contains(ends, word) && !slices.Contains(determiners(), word) || bare == "" || strings.ContainsAny(bare, "()/&+:;\"`") {
			break
		}
		words++
		end = start + len(bare)
		if at = stop; bare != word {
			break
		}
	}
	if words < 2 || words > most {
		return language.Span{}
	}
	return language.Span{Start: span.End, End: end}
}

// whole is a noun phrase with what "of" ties to it: "the use of the fleet".
func (s Said) whole(span language.Span) language.Span {
	if s.Statement.Language != "en" {
		return span
	}
	if more := s.complement(span); more.End > 0 {
		span.End = more.End
	}
	return span
}

// definite takes a noun phrase up again, with the article unless it is a name; empty
// where it is no plain noun phrase.
func (s Said) definite(phrase string) string {
	const most = 8 // words that read well in the middle of a sentence
	words := strings.Fields(phrase)
	if len(words) == 0 || len(words) > most || strings.ContainsAny(phrase, "()/&+:;,\"`…") ||
		isPronoun(words[0]) || slices.Contains(leads(), strings.ToLower(words[0])) || slices.Contains(leads(), strings.ToLower(words[len(words)-1])) || words[len(words)-1] == "of" {
		return ""
	}
	known := func(p purpose) bool { return slices.Contains(p.nouns, strings.ToLower(phrase)) }
	if s.Statement.Language != "en" || isName(words) && !slices.ContainsFunc(englishPurposes, known) {
		return phrase
	}
	return "the " + phrase
}

// isName reports a phrase all in capital initials; an abbreviation at its end is a
// noun as others: "the CRM".
func isName(words []string) bool {
	for _, word := range words {
		if first, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(first) && !unicode.IsDigit(first) {
			return false
		}
	}
	last := words[len(words)-1]
	if len(last) == 1 && len(words) > 1 {
		last = words[len(words)-2]
	}
	return strings.IndexFunc(last, unicode.IsLower) >= 0
}

// withoutLabel takes versions and letters off the end of a noun phrase: "v3", "C".
func withoutLabel(phrase string) string {
	for {
		last := lastWord(phrase)
		if len(last) == len(phrase) || len(last) > 1 && strings.IndexFunc(last, unicode.IsDigit) < 0 {
			return phrase
		}
		phrase = strings.TrimRight(phrase[:len(phrase)-len(last)], " ")
	}
}
