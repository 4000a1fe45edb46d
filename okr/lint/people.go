package lint

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/okrs-as-code/okrs/okr/language"
)

// people are those whom the statement names as the ones it is for, in the plural;
// empty where it names nobody, or nobody whom a sentence could take up.
func (s Said) people() string { return s.speech().people(s) }

// englishPeople tells those who are for something from words that only look so: the
// object that is made ("a message queue consumer"), the verb ("Coach the crew").
func (s Said) englishPeople() string {
	span := s.Statement.Affected
	text := withoutArticle(s.inSentence(span))
	if text == "" || strings.HasSuffix(text, "…") || overlap(span, s.Statement.Verb) {
		return ""
	}
	for _, phrase := range []language.Span{s.Statement.Object, s.Statement.Subject} {
		switch {
		case !overlap(span, phrase):
			continue
		case span.End < phrase.End: // "supplier" in "supplier portal"
			text = lastWord(text)
			if first, size := utf8.DecodeRuneInString(text); strings.IndexFunc(text[size:], unicode.IsUpper) < 0 {
				text = string(unicode.ToLower(first)) + text[size:]
			}
			if slices.Contains(organisations(), plural(text)) {
				return ""
			}
		case s.Statement.Thing == language.ThingStaff, s.Statement.Sense == language.SenseWork && (s.Statement.Shape == language.Clause || slices.Contains(makers(), s.lemma())):
			return "" // they are brought in; it is made
		}
	}
	return gathered(text)
}

// actedOn are the people whom the verb itself is about: who is trained, who is hired.
func (s Said) actedOn() string {
	switch s.Statement.Thing {
	case language.ThingPeople, language.ThingStaff:
	case language.ThingUnknown: // "midwives", whom the lexicon need not know
		if !s.Statement.Plural || s.lemma() == "teach" || s.cutOff(s.matterSpan()) {
			return ""
		}
	default:
		return ""
	}
	if s.Statement.Language != "en" {
		return ""
	}
	return gathered(withoutArticle(s.inSentence(s.matterSpan())))
}

// gathered is a noun for people in the plural; empty where it is none that a sentence
// could be about.
func gathered(people string) string {
	const most = 4 // words of a name for people
	last := lastWord(people)
	if first, size := utf8.DecodeRuneInString(people); people == last && unicode.IsUpper(first) && strings.IndexFunc(people[size:], unicode.IsUpper) < 0 {
		if plural(people) != people {
			return "" // it may be a name
		}
		people = string(unicode.ToLower(first)) + people[size:]
	}
	switch {
	case last == "" || isPronoun(last) || strings.Count(people, " ") >= most || strings.ContainsAny(people, "()/&+:;,\"`…'’"):
		return ""
	case slices.Contains(nobody(), plural(strings.ToLower(last))):
		return ""
	case slices.Contains([]string{"team", "crew", "department", "group", "office", "board", "company", "committee"}, last):
		return "people in the " + people
	}
	return plural(people)
}

// nobody are words that name people elsewhere and no one here whom work is for.
func nobody() []string {
	return []string{
		"competitors", "rivals", "publics", "regions", "accounts", "careers", "communities", "markets", "cities", "reporters", "installers", "consumers", "hosts", "services", "workspaces",
		"leads", "towns", "viewers", "importers", "readers", "trackers", "segments", "audiences", "brands", "worlds", "industries", "countries", "vendors", "channels",
	}
}

// makers are verbs whose object is made or brought out, whatever it is called.
func makers() []string {
	return []string{"launch", "build", "rebuild", "rewrite", "write", "ship", "create", "develop", "introduce", "release", "publish", "implement", "deploy", "design", "set up", "install", "deliver", "specify", "found", "have"}
}

// plural is the regular plural of an English noun, and that of a few others.
func plural(noun string) string {
	if noun == "" {
		return ""
	}
	for _, same := range []string{"s", "people", "staff", "men", "children", "software", "youth", "crew", "alumni"} {
		if strings.HasSuffix(noun, same) && !strings.HasSuffix(noun, "ss") {
			return noun
		}
	}
	for _, irregular := range [][2]string{{"person", "people"}, {"child", "children"}, {"woman", "women"}, {"man", "men"}, {"policy", "policies"}} {
		if stem, found := strings.CutSuffix(noun, irregular[0]); found && !strings.HasSuffix(noun, "human") {
			return stem + irregular[1]
		}
	}
	if stem, isY := strings.CutSuffix(noun, "y"); isY && stem != "" && !strings.ContainsRune("aeiou", rune(stem[len(stem)-1])) {
		return stem + "ies"
	}
	for _, hiss := range []string{"ss", "x", "z", "ch", "sh"} {
		if strings.HasSuffix(noun, hiss) {
			return noun + "es"
		}
	}
	return noun + "s"
}

func lastWord(text string) string { return text[strings.LastIndexByte(text, ' ')+1:] }

func overlap(a, b language.Span) bool { return a.Start < b.End && b.Start < a.End }
