package lint

import (
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/language"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// sentence is a text of a file and what it is meant to be.
type sentence struct {
	okr.Text
	kind    Kind
	subject string
	heed heed
}

// heed is what of a sentence is of interest where it stands.
type heed uint8

const (
	all heed = iota
	// people is what names or judges people: a task is where a task belongs.
	people
	// handles are addresses of one person: a name of a thing is no sentence.
	handles
)

// heeds reports whether a sign is of interest.
func (h heed) heeds(sign language.Sign, rule *Rule) bool {
	switch h {
	case people:
		return rule.Category == diag.People
	case handles:
		return sign.Rule == language.PersonInText && sign.Strength == language.Certain
	}
	return true
}

func heedOnlyPeople(given bool) heed {
	if given {
		return people
	}
	return all
}

// bySign finds the rules that speak about sentences by the id of their sign.
func bySign(rules []Rule) map[string]*Rule {
	found := make(map[string]*Rule)
	for i := range rules {
		if rules[i].Advise != nil {
			found[rules[i].ID] = &rules[i]
		}
	}
	return found
}

// readSentences lets the rules speak about what documents say in words.
func (r *Reading) readSentences(documents []*okr.Document, rules map[string]*Rule, say Say) {
	if len(rules) == 0 || r.Language == nil {
		return
	}
	for _, d := range documents {
		if d.Outline {
			continue
		}
		in := Context{Reading: r, Document: d}
		for o := range d.Every() {
			in.Objective, in.KeyResult = o, nil
			for _, s := range ofObjective(o) {
				r.readSentence(in, s, rules, say)
			}
			for _, k := range o.KeyResults {
				if k.Body == nil || k.IsRef() {
					continue
				}
				in.KeyResult = k
				for _, s := range r.ofKeyResult(o, k) {
					r.readSentence(in, s, rules, say)
				}
			}
		}
		in.Objective, in.KeyResult = nil, nil
		for _, s := range ofRetrospective(d) {
			r.readSentence(in, s, rules, say)
		}
	}
}

func (r *Reading) readSentence(in Context, s sentence, rules map[string]*Rule, say Say) {
	if strings.TrimSpace(s.V) == "" {
		return
	}
	var signs []language.Sign
	switch s.kind {
	case Objective:
		signs = r.Language.Objective(s.V)
	case KeyResult:
		signs = r.Language.KeyResult(s.V, measureOf(in.KeyResult))
	default:
		signs = r.Language.Note(s.V)
	}
	if len(signs) == 0 {
		return
	}
	said := Said{Text: s.V, Kind: s.kind, Statement: r.Language.Parse(s.V)}
	for _, sign := range signs {
		rule := rules[sign.Rule]
		if rule == nil || !s.heed.heeds(sign, rule) {
			continue
		}
		severity := severityOf(sign, *rule)
		if rule.Weigh != nil {
			in.Sign = sign
			severity = rule.Weigh(in, severity)
		}
		if severity == diag.Off {
			continue
		}
		said.Sign = sign
		m := Remark{
			File: in.Document.File, Span: s.Span, Subject: s.subject, Cycle: in.Document.Cycle,
			Severity: severity, rule: rule, text: s.V, words: together(sign.Evidence),
		}
		m.Message, m.Hint = rule.Advise(said)
		say(m)
	}
}

// together is the stretch from the first to the last of the words that decided.
func together(evidence []language.Span) language.Span {
	var all language.Span
	for i, e := range evidence {
		if i == 0 {
			all = e
		}
		all.Start, all.End = min(all.Start, e.Start), max(all.End, e.End)
	}
	return all
}

// ofObjective are the sentences of an objective itself. Of a stopped one only what
// it says of people matters.
func ofObjective(o *okr.Objective) []sentence {
	subject, stopped := o.Address(), heedOnlyPeople(o.Cancelled != nil)
	found := []sentence{{o.Title, Objective, subject, stopped}, {o.WhyNow, Note, subject, stopped}}
	found = append(found, ofTasks(o.Initiatives, subject)...)
	for _, a := range o.Amendments {
		found = append(found, sentence{a.Reason, Note, subject, all})
	}
	if o.Cancelled != nil {
		found = append(found, sentence{o.Cancelled.Reason, Note, subject, all})
	}
	return append(found, ofDependencies(o.DependsOn, o.Enables, subject)...)
}

func ofTasks(initiatives []okr.Text, subject string) []sentence {
	var found []sentence
	for _, task := range initiatives {
		found = append(found, sentence{task, Note, subject, people})
	}
	return found
}

func ofDependencies(needs []okr.Dependency, answers []okr.Enable, subject string) []sentence {
	var found []sentence
	for _, need := range needs {
		found = append(found, sentence{need.Note, Note, subject, people}, sentence{need.Outside, Note, subject, people})
	}
	for _, answer := range answers {
		found = append(found, sentence{answer.Declined, Note, subject, people})
	}
	return found
}

// ofKeyResult are the sentences of a key result. Of a cancelled one the title has
// been given up, too.
func (r *Reading) ofKeyResult(o *okr.Objective, k *okr.KeyResult) []sentence {
	subject := k.Address()
	given := heedOnlyPeople(o.Cancelled != nil || r.Cancelled(k))
	fine := k.Metric.Finely()
	found := []sentence{
		{k.Title, KeyResult, subject, given}, {fine.Name, Note, subject, handles}, {k.Metric.Source, Note, subject, handles},
	}
	found = append(found, ofTasks(k.Initiatives, subject)...)
	for _, c := range k.CheckIns {
		found = append(found, sentence{c.Note, Note, subject, all}, sentence{c.BlockedBy, Note, subject, people})
	}
	for _, a := range k.Amendments {
		found = append(found, sentence{a.Reason, Note, subject, all})
	}
	if k.Cancelled != nil {
		found = append(found, sentence{k.Cancelled.Reason, Note, subject, all})
	}
	if k.Outcome != nil {
		found = append(found, sentence{k.Outcome.Learned, Note, subject, all}, sentence{k.Outcome.Postmortem, Note, subject, all})
	}
	return append(found, ofDependencies(k.DependsOn, k.Enables, subject)...)
}

func ofRetrospective(d *okr.Document) []sentence {
	if d.Retrospective == nil {
		return nil
	}
	t, subject := d.Retrospective, d.Address()
	return []sentence{
		{t.Text, Note, subject, all}, {t.Believed, Note, subject, all}, {t.Happened, Note, subject, all}, {t.Change, Note, subject, all},
	}
}

// measureOf is what the metric says beside the sentence.
func measureOf(k *okr.KeyResult) language.Measure {
	m := language.Measure{Kind: k.Metric.Kind.V, Name: k.Metric.Finely().Name.V, Unit: k.Metric.Unit.V}
	definition := k.Metric.Definition()
	if kind, ok := metric.Resolve(definition); ok {
		m.Kind = kind.Name
	}
	if definition.Baseline != nil {
		m.HasBaseline, m.Baseline = true, definition.Baseline.Float64()
	}
	if target := definition.ResolvedTarget(); target != nil {
		m.HasTarget, m.Target = true, target.Float64()
	}
	return m
}
