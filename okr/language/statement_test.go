package language

import "testing"

func TestParse(t *testing.T) {
	u := load(t, "en", "de")
	type facts struct {
		shape                                             Shape
		lemma                                             string
		sense                                             Sense
		verb, subject, object, affected, effect, deadline string
	}
	for text, want := range map[string]facts{
		"Launch the new website for visitors by June 30": {
			shape: Order, lemma: "launch", sense: SenseWork, verb: "Launch", object: "the new website", affected: "visitors", deadline: "by June 30",
		},
		"Roll out reminders so that no-shows fall from 13% to 7%": {
			shape: Order, lemma: "roll out", sense: SenseWork, verb: "Roll out", object: "reminders", effect: "so that no-shows fall from 13% to 7%",
		},
		"We will reduce the waiting time of patients to 9 days": {
			shape: Order, lemma: "reduce", sense: SenseFall, verb: "reduce", object: "the waiting time", affected: "patients",
		},
		"Build a chatbot to reduce calls": {
			shape: Order, lemma: "build", sense: SenseWork, verb: "Build", object: "a chatbot", effect: "to reduce calls",
		},
		"Returning customers find an answer in 2 minutes": {
			shape: Clause, lemma: "find", sense: SenseState, verb: "find", subject: "Returning customers", object: "an answer", affected: "customers",
		},
		"Revenue grows to $5M": {shape: Clause, lemma: "grow", sense: SenseRise, verb: "grows", subject: "Revenue"},
		"Migration to Oslo":    {shape: Phrase, subject: "Migration"},
		"Wir führen ein neues Ticketsystem ein": {
			shape: Order, lemma: "führen", sense: SenseWork, verb: "führen", object: "ein neues Ticketsystem",
		},
		"Wartezeit der Patienten von 6 auf 2 Tage senken": {
			shape: Order, lemma: "senken", sense: SenseFall, verb: "senken", object: "Wartezeit", affected: "Patienten",
		},
	} {
		s := u.Parse(text)
		cut := func(span Span) string { return text[span.Start:span.End] }
		got := facts{s.Shape, s.Lemma, s.Sense, cut(s.Verb), cut(s.Subject), cut(s.Object), cut(s.Affected), cut(s.Effect), cut(s.Deadline)}
		if got != want {
			t.Errorf("%q\n got %+v\nwant %+v", text, got, want)
		}
	}
}

func TestParseReadsNumbers(t *testing.T) {
	u := load(t, "en", "de")
	for _, c := range []struct {
		text    string
		numbers []Quantity // spans left out
		from    int
		to      int
	}{
		{"Cut latency from 900 ms to 300 ms", []Quantity{{Value: 900, Unit: "ms"}, {Value: 300, Unit: "ms"}}, 0, 1},
		{"Churn 5% → 3%", []Quantity{{Value: 5, Unit: "%"}, {Value: 3, Unit: "%"}}, 0, 1},
		{"Reach 98% (from 45%)", []Quantity{{Value: 98, Unit: "%"}, {Value: 45, Unit: "%"}}, 1, 0},
		{"$1.2M in sales by May 3", []Quantity{{Value: 1.2e6}, {Value: 3, Date: true}}, -1, -1},
		{"Grow by 12,500 readers", []Quantity{{Value: 12500, Step: true}}, -1, -1},
		{"At most 2 outages", []Quantity{{Value: 2, Bound: AtMost}}, -1, -1},
		{"no fewer than three schools", []Quantity{{Value: 3, Bound: AtLeast}}, -1, -1},
		{"Phase 2 of v3.1 on Postgres 16 in Q3 2026", []Quantity{{Value: 2026, Date: true}}, -1, -1},
		{"4.4 / 5 stars", []Quantity{{Value: 4.4}}, -1, -1},
		{"Umsatz von 1,5 Mio. Euro auf 2.500.000 Euro steigern", []Quantity{{Value: 1.5e6}, {Value: 2.5e6}}, 0, 1},
	} {
		s := u.Parse(c.text)
		if len(s.Numbers) != len(c.numbers) {
			t.Errorf("%q: %d numbers %+v, want %d", c.text, len(s.Numbers), s.Numbers, len(c.numbers))
			continue
		}
		for i, n := range s.Numbers {
			want := c.numbers[i]
			if n.Value != want.Value || want.Unit != "" && n.Unit != want.Unit || n.Date != want.Date || n.Step != want.Step || n.Bound != want.Bound {
				t.Errorf("%q: number %d is %+v, want %+v", c.text, i, n, want)
			}
		}
		if s.From != c.from || s.To != c.to {
			t.Errorf("%q: from %d to %d, want %d and %d", c.text, s.From, s.To, c.from, c.to)
		}
	}
}
