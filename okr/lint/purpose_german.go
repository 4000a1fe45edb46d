package lint

import "strings"

// germanSpeech names the thing in brackets only: its case and gender are not known.
var germanSpeech = speech{purposes: germanPurposes, deeds: germanDeeds, compounds: true, singulars: germanSingulars, people: Said.germanPeople}

func germanSingulars(phrase string) []string {
	found := []string{phrase}
	for _, ending := range []string{"s", "es", "e", "en", "n", "er", "ern"} {
		if stem, cut := strings.CutSuffix(phrase, ending); cut {
			found = append(found, stem)
		}
	}
	return found
}

var germanPurposes = []purpose{
	{
		verbs:   []string{"abschalten", "ausschalten", "stilllegen", "entfernen", "löschen", "abschaffen", "abbauen", "ablösen", "aufräumen", "bereinigen", "einstampfen", "ausmustern"},
		nouns:   []string{"abschaltung", "stilllegung", "löschung", "abschaffung", "ablösung", "bereinigung", "rückbau"},
		goal:    "was das heute an Stunden, Fehlern oder Geld kostet und wer davon frei wird",
		example: "Verlorene Stunden ({thing}) sinken von … auf … pro Woche",
		aim:     "Niemand verliert mehr Zeit mit Altlasten",
	},
	{
		verbs:   []string{"schulen", "trainieren", "ausbilden", "weiterbilden", "fortbilden", "coachen", "unterrichten", "unterweisen", "qualifizieren", "einarbeiten"},
		nouns:   []string{"schulung", "training", "kurs", "seminar", "fortbildung", "weiterbildung", "lehrgang", "unterweisung", "coaching", "onboarding", "einarbeitung"},
		people:  "Teilnehmende",
		goal:    "was {people} danach anders machen",
		example: "{People}, die das Gelernte jede Woche anwenden, steigen von … auf … Prozent",
		aim:     "{People} wissen, was zu tun ist, ohne zu fragen",
	},
	{
		nouns:   []string{"stelle", "position", "vakanz"},
		goal:    "was heute liegen bleibt, weil niemand dafür da ist",
		example: "Tage bis zur Antwort auf eine Anfrage sinken von … auf …",
		aim:     "Niemand wartet, weil jemand fehlt",
	},
	{
		verbs:   []string{"einstellen", "anstellen", "rekrutieren", "besetzen"},
		goal:    "was heute liegen bleibt, weil {people} fehlen",
		example: "Wartezeit auf {people} sinkt von … auf … Tage",
		aim:     "Niemand wartet, weil {people} fehlen",
	},
	{
		verbs: []string{"evaluieren", "untersuchen", "analysieren", "prüfen", "befragen", "erheben", "auswerten", "bewerten", "testen", "erforschen", "vergleichen", "sammeln", "messen"},
		nouns: []string{"umfrage", "befragung", "interview", "studie", "analyse", "audit", "bewertung", "test", "pilot", "pilotprojekt", "experiment", "prüfung", "erhebung", "prototyp", "untersuchung", "evaluation"},
		goal:  "was ihr anders macht, wenn ihr das Ergebnis kennt, und was das für wen ändert",
	},
	{
		nouns:   []string{"website", "webseite", "homepage", "landingpage", "seite", "webshop", "onlineshop", "shop", "ausstellung", "museum", "messestand"},
		people:  "Besucher",
		goal:    "was {people} damit leichter finden oder tun",
		example: "{People}, die finden, was sie suchen, steigen von … auf … Prozent",
		aim:     "{People} finden sofort, was sie suchen",
	},
	{
		nouns:   []string{"dashboard", "monitoring", "überwachung", "cockpit", "kennzahlenbericht"},
		goal:    "welche Probleme damit früher auffallen und wem das nützt",
		example: "Probleme, die auffallen, bevor sich jemand beschwert, steigen von … auf … Prozent",
		aim:     "Kein Problem überrascht uns, das zu sehen war",
	},
	{
		nouns: []string{"app", "portal", "tool", "werkzeug", "plattform", "system", "software", "funktion", "feature", "modul", "rechner", "bot", "chatbot", "schnittstelle", "suche", "datenbank",
			"crm", "erp", "terminal", "automat", "kalender", "anwendung", "maske", "kasse", "service"},
		people:  "Nutzer",
		goal:    "was {people} damit schneller oder besser erledigen",
		example: "{People}, die ihr Anliegen ohne Hilfe erledigen, steigen von … auf … Prozent",
		aim:     "{People} kommen ohne Hilfe ans Ziel",
	},
	{
		nouns: []string{"handbuch", "leitfaden", "richtlinie", "anleitung", "dokumentation", "regelwerk", "satzung", "checkliste", "faq", "wiki", "standard", "glossar", "anweisung", "ordnung",
			"playbook", "leitlinie"},
		goal:    "was damit öfter richtig läuft und für wen",
		example: "Fragen, die dort beantwortet sein sollten ({thing}), sinken von … auf … pro Woche",
		aim:     "Alle wissen ohne Nachfrage, wie es geht",
	},
	{
		nouns:   []string{"artikel", "beitrag", "beiträge", "newsletter", "bericht", "broschüre", "flyer", "magazin", "buch", "bücher", "pressemitteilung", "preisliste", "liste", "katalog", "whitepaper", "präsentation"},
		people:  "Leser",
		goal:    "was {people} daraufhin tun",
		example: "{People}, die daraufhin etwas tun, steigen von … auf … Prozent",
		aim:     "{People} finden die Antwort, bevor sie fragen müssen",
	},
	{
		nouns:   []string{"video", "clip", "film", "podcast", "folge", "tutorial"},
		people:  "Zuschauer",
		goal:    "was {people} daraufhin tun",
		example: "{People}, die daraufhin etwas tun, steigen von … auf … Prozent",
		aim:     "{People} können es nach einmal Ansehen selbst",
	},
	{
		nouns:   []string{"formular", "vorlage", "antrag", "anträge"},
		people:  "Menschen",
		goal:    "was damit schneller oder besser geht und für wen",
		example: "{People}, die ohne Rückfrage fertig werden, steigen von … auf … Prozent",
		aim:     "{People} sind in einem Zug fertig",
	},
	{
		nouns:   []string{"kampagne", "anzeige", "werbung", "spot", "plakat", "mailing", "aktion", "anruf", "telefonat", "mail", "brief"},
		people:  "Menschen",
		goal:    "was {people} daraufhin tun",
		example: "{People}, die sich daraufhin melden, steigen von … auf … pro Woche",
		aim:     "{People} kommen von selbst auf uns zu",
	},
	{
		nouns: []string{"veranstaltung", "workshop", "treffen", "sitzung", "besprechung", "konferenz", "messe", "tagung", "webinar", "besuch", "demo", "termin", "kick-off", "kickoff", "fest", "konzert", "vortrag", "vorträge",
			"versammlung", "event", "sprechstunde"},
		people:  "Teilnehmende",
		goal:    "was {people} danach tun",
		example: "{People}, die danach den nächsten Schritt gehen, steigen von … auf … Prozent",
		aim:     "{People} nehmen etwas mit, das sie brauchen können",
	},
	{
		nouns:   []string{"fehler", "störung", "beschwerde", "mangel", "mängel", "vorfall", "vorfälle", "sicherheitslücke", "ticket"},
		goal:    "was wer davon merkt, wenn das behoben ist",
		example: "Menschen, die auf ein solches Problem stoßen, sinken von … auf … pro Monat",
		aim:     "Niemand muss ein Problem zweimal melden",
	},
	{
		nouns:   []string{"prozess", "ablauf", "abläufe", "verfahren", "freigabe", "übergabe", "workflow"},
		goal:    "was damit schneller, sicherer oder gerechter wird und für wen",
		example: "Fälle, die ohne Rückfrage durchlaufen, steigen von … auf … Prozent",
		aim:     "Niemand muss nachfragen, wo ein Fall liegt",
	},
	{
		nouns:   []string{"plan", "pläne", "strategie", "konzept", "roadmap", "rahmen", "modell", "leitbild", "struktur", "architektur", "fahrplan"},
		goal:    "was daraufhin anders entschieden oder getan wird und wem das nützt",
		example: "Entscheidungen, die sich danach richten ({thing}), steigen von … auf … Prozent",
		aim:     "Alle entscheiden, als wären sie dabei gewesen",
	},
	{
		nouns:   []string{"programm", "hotline", "angebot", "netzwerk", "gruppe", "beratung"},
		people:  "Menschen",
		goal:    "was {people} davon haben",
		example: "{People}, denen es geholfen hat, steigen von … auf … Prozent",
		aim:     "{People} sind froh, dass sie gekommen sind",
	},
	{
		nouns:   []string{"raum", "räume", "treff", "laden", "filiale", "café", "garten", "gärten", "spielplatz", "spielplätze", "zentrum", "schule", "werkstatt", "halle", "park"},
		people:  "Menschen",
		goal:    "was {people} dort tun oder bekommen",
		example: "{People}, die binnen eines Monats wiederkommen, steigen von … auf … Prozent",
		aim:     "{People} sind froh, dass sie gekommen sind",
	},
	{
		nouns:   []string{"produkt", "rabatt", "tarif", "kollektion", "menü", "spiel", "gutschein", "abo", "sortiment"},
		people:  "Kunden",
		goal:    "was {people} deswegen tun",
		example: "{People}, die wiederkommen, steigen von … auf … Prozent",
		aim:     "{People} kommen gern wieder",
	},
	{
		nouns:   []string{"vertrag", "verträge", "vereinbarung", "lizenz"},
		goal:    "was damit billiger, früher oder verlässlicher wird und für wen",
		example: "Pünktliche Lieferungen ({thing}) steigen von … auf … Prozent",
		aim:     "Wir können uns auf unsere Partner verlassen und sie sich auf uns",
	},
	{
		verbs:   []string{"kaufen", "beschaffen", "bestellen", "anschaffen", "auswählen", "verhandeln", "ausschreiben", "mieten"},
		goal:    "was damit billiger, schneller oder verlässlicher wird und für wen",
		example: "Gesparte Stunden ({thing}) steigen von 0 auf … pro Woche",
		aim:     "Niemand wartet, weil etwas fehlt",
	},
	{
		verbs:   []string{"migrieren", "umziehen", "verlagern", "ersetzen", "erneuern", "umstellen", "automatisieren", "digitalisieren", "modernisieren", "überarbeiten", "aktualisieren"},
		nouns:   germanDeeds,
		goal:    "was danach schneller, sicherer oder billiger geht und für wen",
		example: "Fehler und Verzögerungen ({thing}) sinken von … auf … pro Monat",
		aim:     "Niemand muss mehr darauf warten",
	},
	{
		goal:    "was sich für {people} ändern soll",
		example: "{People}, die …, steigen von … auf … Prozent",
		aim:     "{People} können …, ohne …",
	},
}

var germanDeeds = []string{
	"einführung", "migration", "umzug", "umstellung", "ablösung", "abschaltung", "stilllegung", "aktualisierung", "erneuerung", "überarbeitung", "neugestaltung", "entwicklung", "erstellung",
	"einrichtung", "installation", "automatisierung", "digitalisierung", "beschaffung", "anschaffung", "inbetriebnahme", "veröffentlichung", "eröffnung", "rollout", "roll-out", "go-live", "launch",
	"umsetzung", "modernisierung", "löschung", "abschaffung", "bereinigung", "ausschreibung", "verlagerung", "aufbau",
}

// germanPeople are those who are named, in the plural of the nominative, which is also
// that of the accusative: the first part of "Lieferantenportal", the last of
// "Stammkunden".
func (s Said) germanPeople() string {
	for _, word := range []string{lastWord(s.words(s.Statement.Affected)), lastWord(s.words(s.matterSpan())), lastWord(s.words(s.complement(s.matterSpan())))} {
		lower := strings.ToLower(word)
		for _, forms := range germanPersons() {
			for _, form := range forms {
				if before, found := strings.CutSuffix(lower, form); found && (before == "" || len(before) > 2) {
					return capital(word[:len(before)] + caseOf(word, len(before), forms[0]))
				}
			}
			if strings.HasPrefix(lower, forms[0]) && len(lower) > len(forms[0]) {
				return capital(forms[0])
			}
		}
	}
	return ""
}

// caseOf is the plural as it stands alone or as the end of a compound.
func caseOf(word string, at int, plural string) string {
	if at == 0 && word != "" {
		return capital(plural)
	}
	return plural
}

// germanPersons are nouns for people: the plural of the nominative first, then the
// forms that look different.
func germanPersons() [][]string {
	return [][]string{
		{"kunden", "kunde"}, {"kundinnen", "kundin"}, {"patienten", "patient"}, {"patientinnen", "patientin"}, {"lieferanten", "lieferant"}, {"bürger", "bürgern"}, {"bürgerinnen", "bürgerin"},
		{"nutzer", "nutzern"}, {"nutzerinnen"}, {"besucher", "besuchern"}, {"mitarbeiter", "mitarbeitern"}, {"mitarbeiterinnen"}, {"mitarbeitende", "mitarbeitenden"}, {"beschäftigte", "beschäftigten"},
		{"kollegen", "kollege"}, {"kolleginnen"}, {"führungskräfte", "führungskräften", "führungskraft"}, {"pflegekräfte", "pflegekräften", "pflegekraft"}, {"fachkräfte", "fachkräften", "fachkraft"},
		{"lehrkräfte", "lehrkräften", "lehrkraft"}, {"ärzte", "ärzten", "arzt"}, {"schüler", "schülern"}, {"schülerinnen"}, {"studierende", "studierenden"}, {"eltern"}, {"gäste", "gästen", "gast"},
		{"mieter", "mietern"}, {"händler", "händlern"}, {"mitglieder", "mitgliedern", "mitglied"}, {"spender", "spendern"}, {"ehrenamtliche", "ehrenamtlichen"}, {"fahrer", "fahrern"}, {"leser", "lesern"},
		{"entwickler", "entwicklern"}, {"entwicklerinnen"}, {"bewerber", "bewerbern"}, {"bewohner", "bewohnern"}, {"einwohner", "einwohnern"}, {"familien", "familie"}, {"kinder", "kindern", "kind"},
		{"jugendliche", "jugendlichen"}, {"spieler", "spielern"}, {"hörer", "hörern"}, {"abonnenten", "abonnent"}, {"azubis", "azubi"}, {"auszubildende", "auszubildenden"}, {"ingenieure", "ingenieuren", "ingenieur"},
		{"teams", "team"}, {"partner", "partnern"}, {"anwender", "anwendern"}, {"teilnehmer", "teilnehmern"}, {"teilnehmende", "teilnehmenden"}, {"manager", "managern"}, {"helfer", "helfern"},
		{"pflegende", "pflegenden"}, {"menschen", "mensch"}, {"verkäufer", "verkäufern"}, {"fahrgäste", "fahrgästen", "fahrgast"}, {"haushalte", "haushalten", "haushalt"},
	}
}
