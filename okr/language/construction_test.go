package language

import (
	"slices"
	"strings"
	"testing"
)

// baseForms are the base forms of the verbs that have one of the classes and
// none of the others, one word each.
func baseForms(l *lexicon, with, without uint32) []string {
	var words []string
	for index := range l.entries {
		e, word := &l.entries[index], string(l.wordOf(int32(index)))
		if e.verb&with != 0 && e.verb&without == 0 && e.word&numeralVerb == 0 && e.form&formBase != 0 && l.lemma(int32(index)) == word && !strings.Contains(word, "-") {
			words = append(words, word)
		}
	}
	slices.Sort(words)
	return words
}

// TestVerbsOfWork builds an order with every verb of work: with a thing of the
// team's own as object it is a task in every form, also with a count.
func TestVerbsOfWork(t *testing.T) {
	u := load(t, "en")
	verbs := baseForms(u.lexicons[0], worker, mover|gains|causes|uses|offers|being|sells)
	if len(verbs) < 200 {
		t.Fatalf("only %d verbs of work", len(verbs))
	}
	for _, verb := range verbs {
		for _, frame := range []string{"%s the new portal", "%s 3 dashboards by May 31", "We will %s a handbook", "KR 2: %s our templates"} {
			text := strings.Replace(frame, "%s", verb, 1)
			if rules := loudRules(u.KeyResult(text, Measure{})); !slices.ContainsFunc(rules, isWork) {
				t.Errorf("%q: %v", text, rules)
			}
		}
	}
}

func isWork(rule string) bool { return slices.Contains(workRules, rule) }

// TestVerbsOfChange builds an order with every verb that moves, reaches or keeps
// a level: with levels it is a sound key result, without any it is vague.
func TestVerbsOfChange(t *testing.T) {
	u := load(t, "en")
	verbs := baseForms(u.lexicons[0], rises|falls|reaches|keeps, worker|causes|being|touches)
	if len(verbs) < 60 {
		t.Fatalf("only %d verbs of change", len(verbs))
	}
	refuse := slices.Concat(workRules, []string{NoNumber, WeaselWords}, people)
	for _, verb := range verbs {
		for _, frame := range []string{"%s weekly returns of 9%", "%s the error rate of imports from 9% to 4%"} {
			text := strings.Replace(frame, "%s", verb, 1)
			if rules := loudRules(u.KeyResult(text, Measure{})); slices.ContainsFunc(rules, func(rule string) bool { return slices.Contains(refuse, rule) }) {
				t.Errorf("%q: %v", text, rules)
			}
		}
		text := verb + " the error rate of imports"
		if rules := loudRules(u.KeyResult(text, Measure{})); !slices.Contains(rules, NoNumber) && !slices.Contains(rules, WeaselWords) {
			t.Errorf("%q: %v", text, rules)
		}
	}
}

// TestNounsThatLookLikeVerbs holds the compounds that begin like an order.
func TestNounsThatLookLikeVerbs(t *testing.T) {
	u := load(t, "en")
	for _, first := range []string{"Build", "Test", "Release", "Support", "Review", "Deploy", "Design", "Order", "Call", "Search", "Hire", "Plan", "Report", "Audit"} {
		for _, rest := range []string{" time 20 → 8 min", " latency below 300 ms", " failures fall from 9% to 4%", " rate ≥ 95%", " lead time under 2 days", " errors per week: 9 → 4"} {
			if rules := loudRules(u.KeyResult(first+rest, Measure{})); len(rules) > 0 {
				t.Errorf("%q: %v", first+rest, rules)
			}
		}
		for _, rest := range []string{" the new module", " 5 prototypes by June"} {
			if rules := loudRules(u.KeyResult(first+rest, Measure{})); !slices.ContainsFunc(rules, isWork) && first != "Order" {
				t.Errorf("%q: %v", first+rest, rules)
			}
		}
	}
}

// TestGermanVerbs builds German orders and clauses with separable and other verbs
// of work.
func TestGermanVerbs(t *testing.T) {
	u := load(t, "de")
	for _, c := range []struct{ infinitive, participle, finite, particle string }{
		{"einführen", "eingeführt", "führen", " ein"}, {"aufbauen", "aufgebaut", "bauen", " auf"},
		{"veröffentlichen", "veröffentlicht", "veröffentlichen", ""}, {"implementieren", "implementiert", "implementieren", ""},
		{"einrichten", "eingerichtet", "richten", " ein"}, {"ausliefern", "ausgeliefert", "liefern", " aus"},
		{"überarbeiten", "überarbeitet", "überarbeiten", ""}, {"umsetzen", "umgesetzt", "setzen", " um"},
		{"schreiben", "geschrieben", "schreiben", ""}, {"ausarbeiten", "ausgearbeitet", "arbeiten", " aus"},
		{"fertigstellen", "fertiggestellt", "stellen", " fertig"}, {"vorbereiten", "vorbereitet", "bereiten", " vor"},
	} {
		for _, text := range []string{
			"Das neue Portal " + c.infinitive,
			"Neues Portal bis Ende Juni " + c.infinitive,
			"Wir " + c.finite + " ein neues Portal" + c.particle,
			"Wir wollen drei Handbücher " + c.infinitive,
			"Das Portal wird im Mai " + c.participle,
			"Das Portal ist " + c.participle,
			"Portal " + c.participle,
		} {
			if rules := loudRules(u.KeyResult(text, Measure{})); !slices.ContainsFunc(rules, isWork) {
				t.Errorf("%q: %v", text, rules)
			}
		}
	}
}
