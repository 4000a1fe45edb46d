package lint

import (
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/language"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// sentence is a text of a file and what it is meant to be.
type sentence struct {
	okr.Text
	kind Kind
	heed heed
}

// heed is what of a sentence is of interest where it stands.
type heed uint8

const (
	everything heed = iota
	// asides leave out whose wish it is: that matters where a reason is given.
	asides
	// people is what names or judges people: a task is where a task belongs.
	people
	// handles are addresses of one person: a name of a thing is no sentence.
	handles
)

// heeds reports whether a sign is of interest.
func (h heed) heeds(sign language.Sign, rule *Rule) bool {
	switch h {
	case asides:
		return rule.ID != language.Authority
	case people:
		return rule.Category == diag.People && rule.ID != language.SelfImprovement
	case handles:
		return sign.Rule == language.PersonInText && sign.Strength == language.Certain
	}
	return true
}

func heedOnlyPeople(given bool) heed {
	if given {
		return people
	}
	return everything
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

// reader reads the sentences of documents one after the other.
type reader struct {
	Context
	rules map[string]*Rule
	known spokenAbout
	notes map[string][]spoken // those of known that this reader has met, without a wait
	say   Say
	// broken says that the metric beside the sentence is written and cannot be
	// read: what the sentence alone does not measure, the metric may.
	broken bool
}

// readSentences lets the rules speak about what documents say in words.
func (r *Reading) readSentences(documents []*okr.Document, rules map[string]*Rule, known spokenAbout, say Say) {
	if len(rules) == 0 || r.Language == nil {
		return
	}
	in := &reader{Context: Context{Reading: r}, rules: rules, known: known, notes: make(map[string][]spoken), say: say}
	for _, d := range documents {
		if d.Outline {
			continue
		}
		in.Document = d
		for o := range d.Every() {
			in.Objective, in.KeyResult = o, nil
			in.objective(o)
			for _, k := range o.KeyResults {
				if k.Body != nil && !k.IsRef() {
					in.KeyResult = k
					in.keyResult(o, k)
				}
			}
		}
		in.leftOut(d.LeftOut)
		in.Objective, in.KeyResult = nil, nil
		in.retrospective(d.Retrospective)
	}
}

// subject is the address of what the sentences are about.
func (in *reader) subject() string {
	switch {
	case in.Objective == nil || !in.Objective.ID.Written():
		return in.Document.Address()
	case in.KeyResult == nil || !in.KeyResult.ID.Written():
		return in.Objective.Address()
	}
	return in.KeyResult.Address()
}

// leftOut reads the sentences of what cannot be used: what is wrong beside them is
// known, and whoever corrects it wants to know what is wrong with them, too.
func (in *reader) leftOut(parts []okr.LeftOut) {
	for _, part := range parts {
		in.Objective, in.KeyResult = part.Objective, nil
		if part.KeyResult == nil {
			in.objective(part.Objective)
			for _, k := range part.Objective.KeyResults {
				if k.Body != nil && !k.IsRef() {
					in.KeyResult = k
					in.keyResult(part.Objective, k)
				}
			}
			continue
		}
		in.KeyResult = part.KeyResult
		in.broken = !part.KeyResult.Metric.Span.IsZero()
		in.keyResult(part.Objective, part.KeyResult)
		in.broken = false
	}
}

// read lets the rules speak about a sentence.
func (in *reader) read(s sentence) {
	if strings.TrimSpace(s.V) == "" {
		return
	}
	for _, spoken := range in.spoken(s) {
		if !s.heed.heeds(spoken.sign, spoken.rule) || in.broken && spoken.rule.Category == diag.Measurability {
			continue
		}
		severity := severityOf(spoken.sign, spoken.rule, s.kind)
		if spoken.rule.Weigh != nil && in.has(spoken.rule.About) {
			in.Sign = spoken.sign
			severity = spoken.rule.Weigh(in.Context, severity)
		}
		if severity == diag.Off {
			continue
		}
		in.say(Remark{
			File: in.Document.File, Span: s.Span, Subject: in.subject(), Cycle: in.Document.Cycle,
			Message: spoken.message, Hint: spoken.hint,
			Severity: severity, rule: spoken.rule, text: s.V, words: together(spoken.sign.Evidence),
		})
	}
}

// has reports whether the sentence stands in the kind of thing that a rule weighs: what
// is seen beside other lines, in a key result.
func (in *reader) has(kind Kind) bool {
	return (kind == KeyResult || kind == Files) && in.KeyResult != nil || kind == Objective && in.Objective != nil
}

// spoken is what the rules say about a sentence by itself. Key results name numbers,
// so that hardly any two are the same, and what was said of them is not looked up.
func (in *reader) spoken(s sentence) []spoken {
	if s.kind == KeyResult {
		return speak(in.Reading.titled(s.V, in.KeyResult), in.Reading.Language, s.kind, s.V, in.rules)
	}
	if s.kind != Note {
		return in.known.about(in.Reading.Language, s.kind, s.V, in.rules)
	}
	said, met := in.notes[s.V]
	if !met {
		said = in.known.about(in.Reading.Language, s.kind, s.V, in.rules)
		in.notes[s.V] = said
	}
	return said
}

// titled are the signs of a title beside its metric. That something is a matter of
// yes or no says how it is told, and neither that a day is no level nor that work
// without a number has none: those are signs of the title alone.
func (r *Reading) titled(title string, k *okr.KeyResult) []language.Sign {
	signs := r.Language.KeyResult(title, measureOf(k))
	if k.Metric.Kind.V != "milestone" {
		return signs
	}
	for _, sign := range r.Language.KeyResult(title, language.Measure{}) {
		if sign.Rule != language.DateAsTarget && sign.Rule != language.OutputKeyResult {
			continue
		}
		same := func(s language.Sign) bool { return s.Rule == sign.Rule }
		if at := slices.IndexFunc(signs, same); at >= 0 {
			signs[at] = sign
		} else {
			signs = append(signs, sign)
		}
	}
	return signs
}

// note reads a text as a note of which only some is of interest.
func (in *reader) note(text okr.Text, of heed) { in.read(sentence{text, Note, of}) }

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

// objective reads the sentences of an objective itself. Of a stopped one only what
// it says of people matters.
func (in *reader) objective(o *okr.Objective) {
	given := heedOnlyPeople(o.Cancelled != nil)
	in.read(sentence{o.Title, Objective, given})
	in.note(o.WhyNow, given)
	in.tasks(o.Initiatives)
	for _, a := range o.Amendments {
		in.note(a.Reason, asides)
	}
	if o.Cancelled != nil {
		in.note(o.Cancelled.Reason, asides)
	}
	in.dependencies(o.DependsOn, o.Enables)
}

func (in *reader) tasks(initiatives []okr.Text) {
	for _, task := range initiatives {
		in.note(task, people)
	}
}

func (in *reader) dependencies(needs []okr.Dependency, answers []okr.Enable) {
	for _, need := range needs {
		in.note(need.Note, people)
		in.note(need.Outside, people)
	}
	for _, answer := range answers {
		in.note(answer.Declined, people)
	}
}

// keyResult reads the sentences of a key result. Of a cancelled one the title has
// been given up, too.
func (in *reader) keyResult(o *okr.Objective, k *okr.KeyResult) {
	in.read(sentence{k.Title, KeyResult, heedOnlyPeople(o.Cancelled != nil || in.Reading.Cancelled(k))})
	in.note(k.Metric.Finely().Name, handles)
	in.note(k.Metric.Source, handles)
	in.tasks(k.Initiatives)
	for i := range k.CheckIns {
		in.note(k.CheckIns[i].Note, asides)
		in.note(k.CheckIns[i].BlockedBy, people)
	}
	for _, a := range k.Amendments {
		in.note(a.Reason, asides)
	}
	if k.Cancelled != nil {
		in.note(k.Cancelled.Reason, asides)
	}
	if k.Outcome != nil {
		in.note(k.Outcome.Learned, asides)
		in.note(k.Outcome.Postmortem, asides)
	}
	in.dependencies(k.DependsOn, k.Enables)
}

func (in *reader) retrospective(t *okr.Retrospective) {
	if t == nil {
		return
	}
	for _, text := range []okr.Text{t.Text, t.Believed, t.Happened, t.Change} {
		in.note(text, asides)
	}
}

// measureOf is what the metric says beside the sentence.
func measureOf(k *okr.KeyResult) language.Measure {
	m := language.Measure{Kind: k.Metric.Kind.V, Name: k.Metric.Finely().Name.V, Unit: k.Metric.Unit.V}
	definition := levels(&k.Metric)
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
