package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/score"
	"github.com/okrs-as-code/okrs/okr/source"
)

// ScoreOptions are what a report of scores is told beside the reading.
type ScoreOptions struct {
	// Findings are about files that could not be used as they are meant.
	Findings []diag.Finding
	// Files is how many files were read.
	Files int
	// Revision is the commit that was read.
	Revision Revision
	// Explain asks for the arithmetic of the things at or below an address, or of
	// everything where it is [ExplainAll]; empty for none.
	Explain string
	// Path turns a path of the workspace into one of the report.
	Path func(string) string
}

// ExplainAll asks for all arithmetic.
const ExplainAll = "*"

// Score is the report of a cycle: what it rests on, every team's objectives and
// key results in the order of the tree, and how many stand where. It never ranks.
// It fails only where the address to explain leads nowhere. A reading of a cycle
// without a name is one of nothing: then there are only findings.
func Score(ws *okr.Workspace, r *score.Reading, options ScoreOptions) (*Doc, error) {
	doc := &Doc{
		Title:   scoreTitle(ws, r, options.Revision),
		Data:    scoreData(ws, r, options),
		Records: scoreRecords(r),
	}
	if len(options.Findings) > 0 {
		summary := Summarize(options.Findings, options.Files)
		doc.add(Findings{Items: options.Findings, Summary: &summary})
		doc.add(Note{Tone: NoteProblem, Text: "What these findings are about is not in the scores below, or not as it is meant."})
	}
	if r.Cycle.ID == "" {
		return doc, nil // no cycle could be read, and the findings say why
	}
	scoring := ws.Settings.Scoring
	doc.add(scoreFacts(r, scoring))
	doc.add(scoreTable(r, scoring))
	if len(r.Without) > 0 {
		doc.add(Paragraph{Plain("Without objectives in this cycle: " + teamNames(r.Without) + ".")})
	}
	doc.calibrations(r)
	doc.context(r, scoring)
	if options.Explain != "" {
		if err := doc.explain(r, scoring, options); err != nil {
			return nil, err
		}
	}
	return doc, nil
}

func scoreTitle(ws *okr.Workspace, r *score.Reading, revision Revision) string {
	parts := []string{ws.Organization, cycleName(r.Cycle), asOf(r.AsOf.String(), revision)}
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), " · ")
}

func (d *Doc) add(b Block) { d.Blocks = append(d.Blocks, b) }

func cycleName(c *okr.Cycle) string {
	if c.Name != "" && c.Name != c.ID {
		return c.ID + " " + c.Name
	}
	return c.ID
}

func teamNames(teams []*okr.Team) string {
	var names []string
	for _, t := range teams {
		names = append(names, t.Name.Or(t.ID.V))
	}
	return strings.Join(names, ", ")
}

// scoreFacts say what the scores are of and what they rest on.
func scoreFacts(r *score.Reading, scoring okr.Scoring) Facts {
	facts := []Fact{
		{"state", Text(stateSentence(r))},
		{"score", scoreCell(r.Score, score.BandOf(r.Score, okr.Aspirational, &scoring), scoring)},
	}
	if differ(r.Score, r.Amended) {
		facts = append(facts, Fact{"as amended", Text(score.Shown(r.Amended, scoring))})
	}
	return Facts{Items: append(facts,
		Fact{"measured", Text(strconv.Itoa(r.Coverage.Measured) + " of " + strconv.Itoa(r.Coverage.Total) + " key results")},
		Fact{"key results", Text(distribution(r))},
		Fact{"official", Text(basisSentence(r.Basis))},
	)}
}

// stateSentence says where the cycle stands on the day.
func stateSentence(r *score.Reading) string {
	c := r.Cycle
	switch r.State {
	case okr.Draft:
		return "draft, begins on " + c.Start.String()
	case okr.Settling, okr.Running:
		return r.State.String() + ", day " + strconv.Itoa(int(r.AsOf-c.Start)+1) + " of " + strconv.Itoa(c.Days())
	default:
		return r.State.String() + ", ended on " + c.End.String()
	}
}

func basisSentence(b okr.Basis) string {
	switch {
	case b.By == okr.ByTag:
		return "as tagged at publication, commit " + short(b.Revision)
	case b.By == okr.ByHistory && b.Revision != "":
		return "as committed when the grace ended, commit " + short(b.Revision)
	case b.By == okr.ByHistory:
		return "the files themselves, while targets may still settle"
	default:
		return "no history: the files without the amendments made after the grace"
	}
}

// distribution says how many key results stand where: by pace while the cycle
// runs, by band when it has ended. A shared one counts once.
func distribution(r *score.Reading) string {
	if d := r.Distribution; r.State == okr.Closing || r.State == okr.Closed {
		return strings.Join([]string{
			strconv.Itoa(d.Green) + " green", strconv.Itoa(d.Yellow) + " yellow",
			strconv.Itoa(d.Red) + " red", strconv.Itoa(d.Unmeasured) + " not measured",
		}, ", ")
	}
	counts := make(map[score.PaceStatus]int)
	for _, k := range r.Distinct() {
		if k.Counts && k.Pace != nil {
			counts[k.Pace.Status]++
		}
	}
	var parts []string
	for _, status := range []score.PaceStatus{score.Ahead, score.On, score.Behind, score.Off, score.TooEarly} {
		if counts[status] > 0 {
			parts = append(parts, strconv.Itoa(counts[status])+" "+paceWords[status].Text)
		}
	}
	return strings.Join(append(parts, strconv.Itoa(r.Distribution.Unmeasured)+" not measured"), ", ")
}

// calibrations say what closed cycles teach a team about setting targets.
func (d *Doc) calibrations(r *score.Reading) {
	var items []Item
	for _, t := range r.Teams {
		if t.Calibration == nil || t.Calibration.Pattern == "" {
			continue
		}
		items = append(items, Item{Spans: []Span{
			{Text: t.Team.Name.Or(t.Team.ID.V), Tone: Strong},
			{Text: ": " + calibrationSentence(t.Calibration)},
		}})
	}
	if len(items) > 0 {
		d.add(Heading{Level: 2, Text: "What closed cycles say about targets"})
		d.add(List{Items: items})
	}
}

func calibrationSentence(c *score.Calibration) string {
	over := c.Mean.Fixed(2) + " on average over " + count(c.Cycles, "closed cycle", "closed cycles") + " of aspirational objectives"
	switch c.Pattern {
	case score.Sandbagging:
		return over + ": the targets were safe; what would be surprising?"
	case score.OutOfReach:
		return over + ": targets this far out stop telling anything; fewer objectives, or nearer ones"
	default:
		return over + ": well calibrated"
	}
}

// context shows the objectives of longer cycles, which are in no mean.
func (d *Doc) context(r *score.Reading, scoring okr.Scoring) {
	if len(r.Context) == 0 {
		return
	}
	d.add(Heading{Level: 2, Text: "Objectives of longer cycles, for orientation"})
	d.add(Table{
		Columns: []Column{
			{Name: "objective", Title: "Objective", Wrap: true},
			{Name: "score", Title: "Score", Kind: KindScore},
			{Name: "address", Title: "Address", Kind: KindAddress, Priority: 1},
		},
		Rows: func(yield func(Row) bool) {
			for _, o := range r.Context {
				cells := []Cell{Text(o.Objective.Title.V), scoreCell(o.Score, "", scoring), Text(o.Address())}
				if !yield(Row{Cells: cells}) {
					return
				}
			}
		},
	})
}

// ScoreFindings are what the reading itself finds wrong, each at the place of its
// key result.
func ScoreFindings(r *score.Reading) []diag.Finding {
	var findings []diag.Finding
	lines := make(map[*source.File]*source.Lines)
	for _, p := range r.Problems {
		rule, known := diag.RuleByID(p.ID)
		if !known || p.KeyResult.Definition == nil {
			continue
		}
		definition := p.KeyResult.Definition
		file := definition.Objective.Document.File
		if lines[file] == nil {
			lines[file] = source.NewLines(file.Text())
		}
		f := diag.At(rule, file.Name, lines[file], definition.ID.Span, "%s", p.Message)
		findings = append(findings, f.WithHint("%s", p.Hint).WithSubject(p.KeyResult.Address()))
	}
	return findings
}

func differ(a, b *metric.Number) bool {
	if a == nil || b == nil {
		return a != b
	}
	return !a.Equal(*b)
}
