package load

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/source"
)

// check says what can be said about a document alone, and drops key results that
// form has shown to be unusable.
func (p *page) check() {
	p.checkFolder()
	p.checkObjectives()
	for i := range p.parts {
		if p.parts[i].metric != nil {
			p.checkKeyResult(&p.parts[i])
		}
	}
	if len(p.skip) == 0 {
		return
	}
	unusable := make(map[*okr.KeyResult]bool)
	for _, at := range p.parts {
		unusable[at.result] = p.skip[at.node]
	}
	for o := range p.doc.Every() {
		o.KeyResults = slices.DeleteFunc(o.KeyResults, func(k *okr.KeyResult) bool {
			if unusable[k] {
				p.leftOut(o, k)
			}
			return unusable[k]
		})
	}
}

// checkFolder finds documents that lie where people keep goals of their own.
func (p *page) checkFolder() {
	for _, folder := range strings.Split(path.Dir(p.file.Name), "/") {
		switch word := strings.ToLower(folder); word {
		case "people", "individuals", "personal":
			if word == p.doc.TeamID.V {
				continue
			}
			p.say(diag.IndividualOKR, p.doc.TeamID.Span,
				"this document lies in the folder "+quoted(folder)+", which reads as objectives of single persons",
				"Objectives belong to teams: move the document to okrs/<cycle>/<team>.yaml, and keep personal goals outside this repository.")
			return
		}
	}
}

func (p *page) checkObjectives() {
	p.objectiveIDs = p.objectiveIDs[:0]
	for o := range p.doc.Every() {
		p.objectiveIDs = append(p.objectiveIDs, o.ID)
		p.checkTitle(o.Title)
		p.resultIDs = p.resultIDs[:0]
		for _, k := range o.KeyResults {
			if !k.IsRef() {
				p.checkTitle(k.Title)
				p.resultIDs = append(p.resultIDs, k.ID)
			}
		}
		p.unique(p.resultIDs, "key results of this objective")
		p.checkWeights(o)
		p.checkAmendments(o.Amendments, o.Field, nil)
		p.checkCancelled(o.Cancelled)
	}
	p.unique(p.objectiveIDs, "objectives of this document")
	p.checkObjectiveWeights()
	p.checkReferences()
}

// checkTitle finds a title of nothing but blanks.
func (p *page) checkTitle(title okr.Text) {
	if title.Written() && strings.TrimSpace(title.V) == "" {
		p.say(diag.Schema, title.Span, "`title` is empty", "Say in one sentence what will be different.")
	}
}

// unique says of ids that are taken twice so at both places.
func (p *page) unique(ids []okr.Text, what string) {
	slices.SortFunc(ids, func(a, b okr.Text) int {
		return cmp.Or(cmp.Compare(a.V, b.V), cmp.Compare(a.Span.Start, b.Span.Start))
	})
	for i := 1; i < len(ids); i++ {
		if ids[i].V == ids[i-1].V {
			p.notes = append(p.notes, twice(p.file, ids[i-1], ids[i], p.tree.Subject(ids[i].Span.Start),
				"two "+what+" have the id "+quoted(ids[i].V),
				"Give one of them another id; a `was` on it keeps its history.")...)
		}
	}
}

// checkReferences finds a key result that is listed twice.
func (p *page) checkReferences() {
	seen := make(map[string]okr.Text)
	for o := range p.doc.Every() {
		for _, k := range o.KeyResults {
			if !k.IsRef() {
				continue
			}
			first, taken := seen[k.Ref.Address.V]
			if !taken {
				seen[k.Ref.Address.V] = k.Ref.Address
				continue
			}
			p.notes = append(p.notes, twice(p.file, first, k.Ref.Address, p.tree.Subject(k.Ref.Address.Span.Start),
				"this document lists "+k.Ref.Address.V+" twice", "Keep one of the two, so that it counts once.")...)
		}
	}
}

// checkWeights finds an objective whose counting key results all weigh nothing.
func (p *page) checkWeights(o *okr.Objective) {
	var zero source.Span
	for _, k := range o.KeyResults {
		if k.Guardrail.V {
			continue
		}
		if !k.Weight.Written() || !k.Weight.V.IsZero() {
			return
		}
		if zero.IsZero() {
			zero = k.Weight.Span
		}
	}
	if !zero.IsZero() {
		p.say(diag.ZeroWeights, zero, "every key result of this objective has weight 0, which leaves nothing to count",
			"Give at least one of them a weight above 0, or leave `weight` out for equal weights.")
	}
}

func (p *page) checkObjectiveWeights() {
	var zero source.Span
	for _, o := range p.doc.Objectives {
		if !o.Weight.Written() || !o.Weight.V.IsZero() {
			return
		}
		if zero.IsZero() {
			zero = o.Weight.Span
		}
	}
	if !zero.IsZero() {
		p.say(diag.ZeroWeights, zero, "every objective of this document has weight 0, which leaves nothing to count",
			"Give at least one of them a weight above 0, or leave `weight` out for equal weights.")
	}
}

// checkKeyResult looks at everything that a key result says about itself.
func (p *page) checkKeyResult(at *part) {
	k := at.result
	definition := k.Metric.Definition()
	kind, resolved := metric.Resolve(definition)
	if !p.checkMetric(at, definition, kind, resolved) {
		return
	}
	if k.Guardrail.V && resolved && !kind.Guardrail {
		p.say(diag.ImpossibleMetric, k.Guardrail.Span,
			"a guardrail keeps a bound, and this metric is of kind "+kind.Name,
			"Write kind: "+listed(guardrailKinds(), "or")+", or delete `role` so that the key result counts.")
	}
	p.checkReadings(k, definition)
	current := func(field string) (okr.Value, bool) {
		value, known := k.Body.Field(field)
		if field == "kind" && value.IsNull() && resolved {
			value = okr.Value{Span: at.metric.Span, Text: kind.Name}
		}
		return value, known
	}
	p.checkAmendments(k.Amendments, current, fields(k.Amendments, kind, resolved))
	p.checkPublished(k, definition)
	p.checkCancelled(k.Cancelled)
	p.checkDates(at)
}

func guardrailKinds() []string {
	var names []string
	for _, kind := range metric.Kinds() {
		if kind.Guardrail {
			names = append(names, kind.Name)
		}
	}
	return names
}

func (p *page) checkCancelled(c *okr.Cancellation) {
	if c != nil {
		p.checkFuture(c.Date, "this cancellation")
	}
}

// checkFuture finds a date that has not come at the date of the reading.
func (p *page) checkFuture(date okr.Day, what string) {
	if p.desk.future(date.V) {
		p.say(diag.FutureDate, date.Span,
			what+" is dated "+date.V.String()+", which has not come as of "+p.options.AsOf.String()+"; it does not count yet",
			"Correct the date; what is only planned has no place here yet.")
	}
}
