package lint

import (
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr/language"
)

// say is a sentence in the language of the statement, with the blanks filled: names
// and fillings in turn. {words} are the words that decided.
func (s Said) say(sentence string, fill ...string) string {
	if s.Statement.Language == "de" {
		if german, found := german[sentence]; found {
			sentence = german
		}
	}
	if strings.Contains(sentence, "{words}") {
		fill = append(fill, "{words}", s.quoted())
	}
	return strings.NewReplacer(fill...).Replace(sentence)
}

// says is a message and a hint, as [Said.say] has them.
func (s Said) says(message, hint string, fill ...string) (string, string) {
	return s.say(message, fill...), s.say(hint, fill...)
}

// rewritten is a way to write work as a key result: what it is usually for, or a
// question where the words do not tell.
func (s Said) rewritten() string {
	p := s.purpose()
	switch {
	case p.goal == "":
		return s.say(`Ask what will be different for whom after "{work}", and how you would count it. Write that, from what to what; `, "{work}", inQuotes(s.work())) + s.toInitiatives()
	case p.example == "":
		return s.say("Write {goal}, from what to what; ", "{goal}", p.goal) + s.toInitiatives()
	}
	return s.say("Write {goal}, from what to what, e.g. {example}; ", "{goal}", p.goal, "{example}", example(p.example)) + s.toInitiatives()
}

// toInitiatives says where work goes.
func (s Said) toInitiatives() string {
	if s.Statement.Shape == language.Order {
		return s.say("{work} goes to `initiatives`.", "{work}", example(s.work()))
	}
	return s.say("the work itself goes to `initiatives`.")
}

// fromTo writes a change of a measure as a key result in the language of the statement.
func (s Said) fromTo(measure string) string {
	return example(s.say("{measure} from … to …", "{measure}", capital(withoutArticle(measure))))
}

// measure is what the statement changes the level of, be it in its clause of effect;
// empty where it does not say.
func (s Said) measure() string {
	if measure := s.measured(); measure != "" {
		return measure
	}
	if measure := s.effectMeasure(); measure != "" {
		return measure
	}
	return s.changedIn()
}

// effectMeasure is the measure that the clause of effect names.
func (s Said) effectMeasure() string {
	if s.effected == nil {
		return ""
	}
	if measure := s.effected.measured(); measure != "" && !isCount(firstWord(measure)) {
		return measure
	}
	return s.effected.changedIn()
}

// changedIn is the measure of a change that is a noun: "traffic" in "a 15% increase
// in traffic".
func (s Said) changedIn() string {
	const most = 5 // words of the name of a measure
	found := changeOf().FindStringSubmatch(s.Text)
	if found == nil {
		return ""
	}
	var kept []string
	for word := range strings.FieldsSeq(found[1]) {
		bare := strings.TrimRight(word, ".,;:")
		if slices.Contains(leads(), strings.ToLower(word)) || isCount(bare) {
			break
		}
		if kept = append(kept, bare); bare != word {
			break
		}
	}
	if len(kept) > most {
		return ""
	}
	return withoutArticle(strings.Join(kept, " "))
}

var changeOf = compiled(`(?i)\b(?:increase|rise|growth|decrease|reduction|drop|decline|improvement|uplift) (?:in|of) ([^"` + "`" + `()]+)`)

// told is what a sentence says of several people, as a clause that counts them takes
// it up: "find answers" of "Customers find answers". It is empty for others.
func (s Said) told() (people, does string) {
	subject := s.Statement.Subject
	if s.Statement.Shape != language.Clause || s.Statement.Sense == language.SenseWork || s.Statement.Affected.Start < subject.Start || s.Statement.Affected.End != subject.End || s.Statement.Verb.Start < subject.End {
		return "", ""
	}
	people = withoutArticle(s.inSentence(subject))
	if people == "" || people != s.severalOf(people) {
		return "", ""
	}
	end := len(s.Text)
	if deadline := s.Statement.Deadline; deadline.Start > s.Statement.Verb.Start {
		end = deadline.Start
	}
	does = strings.TrimRight(s.words(language.Span{Start: subject.End, End: end}), " .,;:!?")
	if does == "" || strings.HasSuffix(does, "…") || strings.ContainsAny(does, "\"`") {
		return "", ""
	}
	return people, does
}

// level is the measure of a statement that says which way it should go; empty where
// what it names is no measure: "Speed up the search".
func (s Said) level() string {
	rises := s.Statement.Sense == language.SenseRise || s.Statement.Sense == language.SenseFall
	if !rises || s.Statement.Thing != language.ThingLevel && s.Statement.Thing != language.ThingUnknown {
		return ""
	}
	return s.measured()
}

func (s Said) severalOf(people string) string {
	if s.Statement.Language == "de" {
		return people
	}
	return gathered(people)
}

func inQuotes(text string) string { return strings.ReplaceAll(text, `"`, "'") }
