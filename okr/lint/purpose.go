package lint

import (
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr/language"
)

// purpose is what a kind of work or thing is usually there for, as frames of
// sentences: the start of a rewrite that keeps the team's own nouns.
//
// A frame may name {people}, the people it is for, {who}, the word that leads to what
// they do, and {thing}, the team's words for what the work is about. A purpose that
// names what a statement does not say is passed over.
type purpose struct {
	verbs []string // lemmas; a verb that is separated stands with its particle
	nouns []string // what the noun phrase ends with, in the singular; in German the ends of compounds

	people  string // in the plural; empty where the statement must name them
	goal    string // what to write: "Write …"
	example string // a key result; may be empty
	aim     string // an objective; may be empty
}

// filled is a purpose with the words of a statement filled in.
type filled struct{ goal, example, aim string }

// purpose is what the work of the statement is usually for. It is the zero value
// where the statement does not tell in words that can be taken up safely.
func (s Said) purpose() filled {
	about := s.matterOfWork()
	named := s.people()
	if s.Statement.Sense == language.SenseFall || slices.Contains([]string{"let", "help", "enable", "allow", "describe", "close", "cancel", "stop", "schließen"}, s.lemma()) {
		return filled{}
	}
	for _, p := range s.speech().purposes {
		if !p.fits(s, about) {
			continue
		}
		people := named
		if acted := s.actedOn(); acted != "" && slices.Contains(p.verbs, s.lemma()) {
			people = acted
		}
		if people == "" {
			people = p.people
		}
		frames := p.goal + p.example + p.aim
		if people == "" && strings.Contains(frames, "{people}") || about.thing == "" && strings.Contains(frames, "{thing}") {
			if slices.Contains(p.verbs, s.lemma()) {
				return filled{} // what the verb says is clear, and the rest is not
			}
			continue
		}
		fill := strings.NewReplacer("{people}", people, "{People}", capital(people), "{who}", relative(people), "{thing}", about.thing)
		return filled{fill.Replace(p.goal), fill.Replace(p.example), fill.Replace(p.aim)}
	}
	return filled{}
}

// fits reports whether a purpose is that of a verb or of one of the noun phrases;
// one that asks for neither is that of every statement.
func (p *purpose) fits(s Said, about workMatter) bool {
	if len(p.verbs) == 0 && len(p.nouns) == 0 || slices.Contains(p.verbs, s.lemma()) {
		return true
	}
	return slices.ContainsFunc(about.phrases, func(phrase string) bool { return s.endsWith(phrase, p.nouns) })
}

// lemma is the main verb as the lexicon lists it, in one piece.
func (s Said) lemma() string {
	return strings.ReplaceAll(strings.ToLower(s.Statement.Lemma), "|", "")
}

// relative is the word that leads to what people or organisations do.
func relative(people string) string {
	last := people[strings.LastIndexByte(people, ' ')+1:]
	if slices.Contains(organisations(), last) {
		return "that"
	}
	return "who"
}

// organisations are nouns for those affected who are no persons.
func organisations() []string {
	return []string{
		"hospitals", "clinics", "wards", "schools", "universities", "shops", "stores", "restaurants", "companies", "businesses", "enterprises", "firms", "carriers", "banks",
		"teams", "departments", "branches", "offices", "households", "franchises", "agencies", "municipalities", "charities", "associations", "institutions", "sites", "depots",
		"organisations", "organizations", "authorities", "plants", "labs", "squads", "units",
	}
}

// endsWith reports whether a noun phrase ends with one of the nouns, in the singular
// or the plural.
func (s Said) endsWith(phrase string, nouns []string) bool {
	speech := s.speech()
	for _, form := range speech.singulars(strings.ToLower(phrase)) {
		for _, noun := range nouns {
			if rest, found := strings.CutSuffix(form, noun); found && (rest == "" || speech.compounds || strings.HasSuffix(rest, " ") || strings.HasSuffix(rest, "-")) {
				return true
			}
		}
	}
	return false
}

// speech is how one language says things.
type speech struct {
	purposes []purpose
	// deeds are nouns of doing, behind or before which stands what is done: "migration
	// of the archive", "CRM cleanup".
	deeds []string
	// compounds is true where one word may hold several nouns.
	compounds bool
	// singulars are what a noun phrase may be in the singular, itself first.
	singulars func(phrase string) []string
	// people finds those who are affected in the words that name them; empty where
	// they are no people whom anything is for.
	people func(s Said) string
}

// speech is that of the language of the statement.
func (s Said) speech() *speech {
	if s.Statement.Language == "de" {
		return &germanSpeech
	}
	return &englishSpeech
}
