package report

import (
	"errors"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/score"
	"github.com/okrs-as-code/okrs/okr/source"
)

// ErrNothingThere says that the reading has nothing at the address to explain.
var ErrNothingThere = errors.New("nothing in this cycle has that address")

// Explainable are the addresses that can be explained, for those who mistyped one.
func Explainable(r *score.Reading) []string {
	var addresses []string
	for _, t := range r.Teams {
		addresses = append(addresses, t.Team.ID.V+"/"+r.Cycle.ID)
		for _, o := range t.Objectives {
			addresses = append(addresses, o.Address())
			for _, k := range o.KeyResults {
				addresses = append(addresses, k.Address())
			}
		}
	}
	return addresses
}

// explainer writes arithmetic with the place of each operand.
type explainer struct {
	scoring okr.Scoring
	path    func(string) string
	asked   string
	lines   map[*source.File]*source.Lines // of the file last asked for

	published string       // the commit of what was published; empty where there is none
	now       *source.File // of the key result that is explained
}

// explain adds the arithmetic of what was asked for; it fails with
// [ErrNothingThere] where there is none.
func (d *Doc) explain(r *score.Reading, scoring okr.Scoring, options ScoreOptions) error {
	e := &explainer{scoring: scoring, path: options.Path, asked: strings.TrimSuffix(options.Explain, "/"), published: short(r.Basis.Revision)}
	var blocks []Block
	for _, t := range r.Teams {
		e.lines = make(map[*source.File]*source.Lines)
		for _, o := range t.Objectives {
			if e.wants(o.Address()) {
				blocks = append(blocks, e.objective(o))
			}
			for _, k := range o.KeyResults {
				if e.wants(k.Address()) || e.wants(o.Address()) {
					blocks = append(blocks, e.keyResult(k)...)
				}
			}
		}
	}
	if len(blocks) == 0 {
		return ErrNothingThere
	}
	d.add(Heading{Level: 1, Text: "How the scores come about"})
	d.Blocks = append(d.Blocks, blocks...)
	return nil
}

// wants reports whether the address is the one asked for or below it.
func (e *explainer) wants(address string) bool {
	return e.asked == ExplainAll || address == e.asked || strings.HasPrefix(address, e.asked+"/")
}

// objective is the mean of its key results.
func (e *explainer) objective(o *score.Objective) Terms {
	t := Terms{Title: o.Address() + ": " + o.Objective.Title.V}
	how := "mean by weight"
	switch e.scoring.ObjectiveScore {
	case "min":
		how = "the weakest"
	case "none":
		how = "objectives are not scored here"
	}
	t.Lines = append(t.Lines, Term{Name: "score", Value: score.Shown(o.Score, e.scoring), Formula: sum(o.Parts()), Note: how})
	for _, part := range o.Parts() {
		t.Lines = append(t.Lines, Term{
			Depth: 1, Name: lastPart(part.KeyResult.Address()), Value: part.KeyResult.Score.String(),
			Note: "share " + part.Share.String(),
		})
	}
	if differ(o.Score, o.Amended) {
		t.Lines = append(t.Lines, Term{Name: "amended score", Value: score.Shown(o.Amended, e.scoring), Note: "with the definitions as amended"})
	}
	if o.Guardrail == score.GuardrailBroken {
		t.Lines = append(t.Lines, Term{Name: "band", Value: string(o.Band), Note: "a guardrail is broken"})
	}
	return t
}

// sum is the mean written out: "0.5 × 0.25 + 0.4 × 0.75".
func sum(parts []score.Part) string {
	var terms []string
	for _, p := range parts {
		terms = append(terms, p.KeyResult.Score.String()+" × "+p.Share.String())
	}
	return strings.Join(terms, " + ")
}

// keyResult is the arithmetic by the published definition and, where it differs,
// by the amended one.
func (e *explainer) keyResult(k *score.KeyResult) []Block {
	x := k.Explain()
	e.now = nil
	if k.Definition != nil {
		e.now = k.Definition.Objective.Document.File
	}
	official := Terms{Title: k.Address() + ": " + k.Title(), Lines: e.head(k)}
	official.Lines = append(official.Lines, e.steps(x.Published)...)
	official.Lines = append(official.Lines, e.changes(x)...)
	official.Lines = append(official.Lines, e.beside(k)...)
	blocks := []Block{official}
	if len(x.InForce) > 0 {
		blocks = append(blocks, Terms{Title: k.Address() + ", as amended", Lines: e.steps(x.InForce)})
	}
	return blocks
}

// head says what the key result counts for, and why it has no score.
func (e *explainer) head(k *score.KeyResult) []Term {
	result := Term{Name: "score", Value: score.Shown(k.Score, e.scoring), Note: k.Kind}
	if !k.Counts {
		result.Note = strings.TrimPrefix(k.Kind+", not in the mean", ", ")
	}
	if k.Definition == nil {
		result.Note = "the reference leads nowhere"
		return []Term{result}
	}
	result.Path, result.Line = e.place(k.Definition.Objective.Document.File, k.Definition.ID.Span)
	lines := []Term{result}
	for _, wrong := range k.Wrong {
		lines = append(lines, Term{Depth: 1, Name: wrong.Field, Note: wrong.Message})
	}
	if k.Score == nil && len(k.Wrong) == 0 {
		lines = append(lines, Term{Depth: 1, Name: "why", Note: whyUnknown(k)})
	}
	return lines
}

func whyUnknown(k *score.KeyResult) string {
	switch {
	case k.State == score.Deferred:
		return "it can only be measured after the cycle"
	case k.State == score.Cancelled:
		return "it was cancelled before anything was measured"
	case k.Unmeasured:
		return "the cycle ended without a reading"
	}
	return "nothing has been measured yet; unknown is not 0"
}

// steps are the lines of arithmetic with their operands below each.
func (e *explainer) steps(steps []score.Line) []Term {
	var lines []Term
	for _, step := range steps {
		formula := step.Arithmetic()
		if step.Comparison {
			formula += map[bool]string{true: " holds", false: " does not hold"}[step.Value.Sign() > 0]
		}
		lines = append(lines, Term{Name: step.Name, Formula: formula, Value: approximately(step.Value), Note: step.Note})
		for _, operand := range step.Operands {
			if operand.File == nil {
				continue
			}
			line := Term{Depth: 1, Name: operand.Name, Value: approximately(operand.Value)}
			line.Path, line.Line = e.place(operand.File, operand.Span)
			switch {
			case !operand.Date.IsZero():
				line.Note = "check-in of " + operand.Date.String()
			case operand.File != e.now && e.published != "":
				line.Note = "as published at " + e.published // where the line may be another one
			}
			lines = append(lines, line)
		}
	}
	return lines
}

// changes are the amendments between the two definitions, and readings that do
// not count.
func (e *explainer) changes(x score.Explanation) []Term {
	var lines []Term
	for _, c := range x.Changes {
		line := Term{
			Name: "amended " + c.Field.V, Value: c.To.Text, Formula: c.From.Text + " → " + c.To.Text,
			Note: c.Date.V.String() + ": " + c.Reason.V,
		}
		line.Path, line.Line = e.place(c.File, c.Span)
		lines = append(lines, line)
	}
	for _, p := range x.Passed {
		lines = append(lines, Term{Name: "not counted", Value: p.CheckIn.Value.Text, Note: p.CheckIn.Date.V.String() + ", " + string(p.Why)})
	}
	return lines
}

// place is the path and the line of a span.
func (e *explainer) place(file *source.File, span source.Span) (string, int) {
	if file == nil || span.IsZero() {
		return "", 0
	}
	if e.lines[file] == nil {
		e.lines[file] = source.NewLines(file.Text())
	}
	name := file.Name
	if e.path != nil {
		name = e.path(name)
	}
	return name, e.lines[file].Position(span.Start).Line
}

// approximately is a number as it is, or marked where it has no short decimal.
func approximately(n metric.Number) string {
	text := n.String()
	if exact, err := metric.ParseNumber(text); err != nil || !exact.Equal(n) {
		return "≈ " + text
	}
	return text
}
