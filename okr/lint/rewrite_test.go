package lint_test

import (
	"bufio"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/okrs-as-code/okrs/okr/lint"
)

// TestRewrites compares the part of a hint that is written with the team's own nouns.
func TestRewrites(t *testing.T) {
	u := understanding(t)
	for _, test := range []struct {
		kind             lint.Kind
		text, rule, part string
	}{
		// Who is served by a thing.
		{lint.KeyResult, "Launch the new library website", "output-kr", "`Visitors who find what they came for with the new library website rise from … to … percent`; `Launch the new library website` goes to `initiatives`."},
		{lint.KeyResult, "Build a patient portal", "output-kr", "`Patients who finish their task with the patient portal unaided rise"},
		{lint.KeyResult, "Develop the booking app for guests", "output-kr", "`Guests who finish their task with the booking app unaided rise"},
		{lint.KeyResult, "Record 12 safety videos", "output-kr", "`Viewers who act on what they saw in the safety videos rise"},
		{lint.KeyResult, "Produce a podcast", "output-kr", "`Listeners who act on what they heard in the podcast rise"},
		{lint.KeyResult, "Publish the allotment newsletter", "output-kr", "`Readers who act on what they read in the allotment newsletter rise"},
		{lint.KeyResult, "Write the visitor policy", "output-kr", "`Questions that the visitor policy should answer fall from … to … a week`"},
		{lint.KeyResult, "Write handbook for new tutors", "output-kr", "`Questions that the handbook should answer fall"},
		{lint.KeyResult, "Hold four street meetings", "output-kr", "`Participants who take the next step after the street meetings rise"},
		{lint.KeyResult, "Create a referral form", "output-kr", "`People who complete the referral form without asking back rise"},
		{lint.KeyResult, "Launch the blood donor campaign", "output-kr", "`Donors who get in touch because of the blood donor campaign rise from … to … a week`"},
		{lint.KeyResult, "Build a dashboard for bed use", "output-kr", "`Problems noticed with the dashboard before anybody complains rise"},
		{lint.KeyResult, "Introduce a mentoring scheme", "output-kr", "`People who say that the mentoring scheme helped them rise"},
		{lint.KeyResult, "Define the discharge process", "output-kr", "`Cases that go through the discharge process without a query rise"},

		// What work is for that its object does not tell.
		{lint.KeyResult, "Decommission the fax server", "output-kr", "`Hours a week lost to the fax server fall from … to …`"},
		{lint.KeyResult, "Shutdown of the fax server", "deliverable-kr", "`Hours a week lost to the fax server fall from … to …`"},
		{lint.KeyResult, "Train all porters", "output-kr", "Write what porters do differently afterwards, from what to what, e.g. `Porters who put it into practice every week rise from … to … percent`"},
		{lint.KeyResult, "All teachers trained in first aid", "deliverable-kr", "`Teachers who put it into practice every week rise"},
		{lint.KeyResult, "Coach the kitchen crew", "output-kr", "`People in the kitchen crew who put it into practice every week rise"},
		{lint.KeyResult, "Hire two midwives", "output-kr", "`Days of waiting for midwives fall from … to …`"},
		{lint.KeyResult, "Migration of the donor database to the cloud", "deliverable-kr", "`Donors who finish their task with the donor database unaided rise"},
		{lint.KeyResult, "Evaluate three laundry suppliers", "output-kr", "Write what you will do differently once you know the result, and what that changes for whom, from what to what; `Evaluate three laundry suppliers` goes to `initiatives`."},
		{lint.KeyResult, "Renegotiate the cleaning contract", "output-kr", "`Deliveries on time under the cleaning contract rise"},

		// A question where the words cannot be taken up safely.
		{lint.KeyResult, "Make the foyer nicer", "output-kr", `Ask what will be different for whom after "Make the foyer nicer", and how you would count it.`},
		{lint.KeyResult, "Launch volunteer single login", "output-kr", `Ask what will be different for whom after "Launch volunteer single login"`},
		{lint.Objective, "Rebuild everything", "solution-in-objective", `Ask who will be better off after "Rebuild everything"`},
		{lint.Objective, "Launch the tenant portal", "solution-in-objective", "`Tenants get their work done without help`"},
		{lint.Objective, "Switch off the old phone system", "solution-in-objective", "`Nobody loses time to the old phone system any more`"},

		// The measure that the sentence names.
		{lint.KeyResult, "Open a second counter to reduce waiting time by 10%", "output-kr", "Make that the key result, `Waiting time from … to …`; `Open a second counter` goes to `initiatives`."},
		{lint.KeyResult, "Open a second counter to reduce waiting time by 10%", "percentage-without-base", "`Waiting time from … to …`"},
		{lint.KeyResult, "Run a poster campaign resulting in a 20% increase in vaccinations", "percentage-without-base", "`Vaccinations from … to …`"},
		{lint.KeyResult, "Increase the use of the night bus", "no-number", "`Use of the night bus from … to …`"},
		{lint.KeyResult, "Volunteers come back", "no-number", "how many volunteers do so today, and how many should? Write both: `Volunteers who come back rise from … to … percent`."},
		{lint.KeyResult, "Residents feel better informed", "weasel-words", "`Residents who say that they feel better informed rise from … to … percent`"},
		{lint.KeyResult, "Fewer missed collections", "weasel-words", "`Missed collections from … to …`"},

		// German.
		{lint.KeyResult, "Neues Besucherportal einführen", "output-kr", "z. B. `Besucher, die ihr Anliegen ohne Hilfe erledigen, steigen von … auf … Prozent`; `Neues Besucherportal einführen` gehört zu `initiatives`."},
		{lint.KeyResult, "Die alte Telefonanlage abschalten", "output-kr", "`Verlorene Stunden (alte Telefonanlage) sinken von … auf … pro Woche`"},
		{lint.KeyResult, "Drei neue Erzieherinnen einstellen", "output-kr", "`Drei neue Erzieherinnen einstellen` gehört zu `initiatives`."},
		{lint.KeyResult, "Alle Pflegekräfte in Hygiene geschult", "deliverable-kr", "was Pflegekräfte danach anders machen"},
		{lint.KeyResult, "Wartezeit um 10 % senken", "percentage-without-base", "`Wartezeit von … auf …`"},
		{lint.KeyResult, "Wartezeit von 5 auf 9 Minuten senken", "wrong-direction", "`von 9 auf 5 Minuten`"},
		{lint.Objective, "Neues Bürgerportal einführen", "solution-in-objective", "`Bürger kommen ohne Hilfe ans Ziel`"},
	} {
		advice := lint.Coach(u, test.kind, test.text)
		at := slices.IndexFunc(advice, func(a lint.Advice) bool { return a.Rule == test.rule })
		switch {
		case at < 0:
			t.Errorf("%q: %s is not found; found: %v", test.text, test.rule, found(advice))
		case !strings.Contains(advice[at].Hint, test.part):
			t.Errorf("%q: the hint of %s is\n%s\nwithout\n%s", test.text, test.rule, advice[at].Hint, test.part)
		}
	}
}

// TestHintsAreSentences reads the hints for the examples of the rules and for
// sentences with nouns of the lexicons.
func TestHintsAreSentences(t *testing.T) {
	for _, rule := range lint.Rules() {
		if rule.About != lint.Files {
			for _, text := range slices.Concat(rule.Bad, rule.Good) {
				readHints(t, text)
			}
		}
	}
	for _, noun := range nounsOf(t, "en") {
		for _, frame := range []string{
			"Launch the new NOUN", "Write NOUN for the night shift", "Switch off the NOUN", "Train two NOUN", "Hire a NOUN", "Migration of the NOUN to the new site", "NOUN finished", "NOUN cleanup",
			"Improve the NOUN", "Increase NOUN by 5%", "Introduce NOUN to reduce the number of NOUN by 5%",
		} {
			readHints(t, strings.ReplaceAll(frame, "NOUN", noun))
		}
	}
	for _, noun := range nounsOf(t, "de") {
		for _, frame := range []string{"Neue NOUN für die Mitarbeiter einführen", "Die alte NOUN abschalten", "Einführung der NOUN", "NOUN um 5 % steigern"} {
			readHints(t, strings.ReplaceAll(frame, "NOUN", noun))
		}
	}
}

// nounsOf are a part of the nouns of a lexicon, in short runs a small one.
func nounsOf(t *testing.T, language string) []string {
	t.Helper()
	file, err := os.Open("../language/lexicon/" + language + "/nouns.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var nouns []string
	for lines := bufio.NewScanner(file); lines.Scan(); {
		if line := lines.Text(); !strings.HasPrefix(line, "#") && !strings.HasPrefix(line, "[") {
			for noun := range strings.FieldsSeq(line) {
				if strings.IndexFunc(noun, func(r rune) bool { return !unicode.IsLetter(r) && r != '_' && r != '-' }) < 0 {
					nouns = append(nouns, strings.ReplaceAll(noun, "_", " "))
				}
			}
		}
	}
	if len(nouns) < 300 {
		t.Fatalf("only %d nouns of %s", len(nouns), language)
	}
	step := 4
	if testing.Short() {
		step = 40
	}
	var some []string
	for i := 0; i < len(nouns); i += step {
		some = append(some, nouns[i])
	}
	return some
}

var (
	twice     = regexp.MustCompile(`(?i)\b(the the|a a|an an|of of|die die|der der|das das|users of the)\b`)
	unfilled  = regexp.MustCompile(`[{}%]|  |"" |\(\)`)
	quotation = regexp.MustCompile("`[^`]*`|\"[^\"]*\"")
	peopleWho = regexp.MustCompile("^`([A-Za-z]+) (?:who|that) ([^…]*) rise from")
)

// readHints checks what the text rules say about a text that has neither quotation marks
// nor braces itself.
func readHints(t *testing.T, text string) {
	t.Helper()
	u := understanding(t)
	if strings.ContainsAny(text, "\"`{}") {
		return
	}
	object := func() string {
		s := u.Parse(text)
		return strings.ToLower(strings.TrimSpace(text[s.Object.Start:s.Object.End]))
	}()
	for _, kind := range []lint.Kind{lint.KeyResult, lint.Objective} {
		for _, a := range lint.Coach(u, kind, text) {
			said := a.Message + " " + a.Hint
			switch {
			case !utf8.ValidString(said), twice.MatchString(said) && !twice.MatchString(text):
				t.Errorf("%q: %s stammers: %s", text, a.Rule, said)
			case strings.Count(said, "`")%2 != 0, strings.Count(said, `"`)%2 != 0:
				t.Errorf("%q: %s leaves a quotation open: %s", text, a.Rule, said)
			case unfilled.MatchString(strings.ReplaceAll(said, text, "it")) && !strings.Contains(text, "%"):
				t.Errorf("%q: %s leaves a blank: %s", text, a.Rule, said)
			}
			for _, frame := range append(quotation.FindAllString(a.Hint, -1), quotation.ReplaceAllString(a.Hint, "")) {
				if len(object) > 3 && strings.Count(strings.ToLower(frame), object) > strings.Count(strings.ToLower(text), object) {
					t.Errorf("%q: %s names %q twice in %s", text, a.Rule, object, frame)
				}
				if m := peopleWho.FindStringSubmatch(frame); m != nil && slices.Contains(strings.Fields(m[2]), strings.ToLower(m[1])) && strings.Contains(m[2], "the "+strings.ToLower(m[1])) {
					t.Errorf("%q: %s has people use themselves: %s", text, a.Rule, frame)
				}
			}
		}
	}
}
