package load

import (
	"path"
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/source"
	"github.com/okrs-as-code/okrs/okr/tree"
)

// sheet is what remains of a file when its worker is done with it.
type sheet struct {
	file     *source.File
	document *okr.Document // nil where the file is no usable document
	findings []diag.Finding
	allows   []diag.Allow
	// gaps are addresses of what stands in the file and cannot be used: a link to
	// such a thing is not called dangling. Two parts stand for any objective of a
	// document, three for any key result of an objective.
	gaps []string
}

// page is a document while its tree is at hand.
type page struct {
	decoder
	*desk
	tree *tree.Tree
	file *source.File
	doc  *okr.Document
	// said are the places of what form found, as byte offsets, ascending.
	said  []uint32
	notes []note

	objectiveIDs, resultIDs []okr.Text // for looking at ids side by side
}

// readPage decodes a tree and says what can be said about the document alone.
func (w *worker) readPage(t *tree.Tree, file *source.File, form []diag.Finding) sheet {
	cycle := w.desk.cycle(textOf(t.Root.Get("cycle")), false)
	p := &page{
		decoder: decoder{reader: reader{store: w.kept}, units: w.desk.settings.Units},
		desk:    w.desk, tree: t, file: file, said: offsets(t.Lines, form),
	}
	outline := cycle.cycle != nil && !cycle.keep
	if outline {
		p.store = w.passing
		defer w.passing.recycle()
	}
	p.doc = &okr.Document{File: file}
	p.document(t.Root, p.doc)
	p.doc.Cycle, p.doc.Team = cycle.cycle, w.desk.team(p.doc.TeamID.V)
	p.easeDraft(form)
	p.check()
	result := sheet{file: file, allows: t.Allows(file), gaps: p.gapAddresses()}
	if p.doc.TeamID.Written() && p.doc.CycleID.Written() {
		result.document = p.doc
		if outline {
			result.document = w.outlineOf(p)
		}
	}
	result.findings = append(form, p.findings()...)
	return result
}

// easeDraft makes milder what form finds missing and what need not stand in a file
// before its cycle begins.
func (p *page) easeDraft(form []diag.Finding) {
	if !p.draft(p.doc.Cycle) {
		return
	}
	for i := range form {
		if f := &form[i]; f.Rule == diag.NoCommitmentType.ID {
			f.Class, f.Severity = diag.ClassMeaning, f.Severity.Milder()
		}
	}
}

// outlineOf decodes again what a document outside the asked cycles keeps.
func (w *worker) outlineOf(p *page) *okr.Document {
	d := decoder{reader: reader{store: w.kept}, outline: true, skip: p.skip}
	doc := &okr.Document{File: p.file, Team: p.doc.Team, Cycle: p.doc.Cycle, Outline: true}
	d.document(p.tree.Root, doc)
	return doc
}

// offsets are the places of findings as byte offsets.
func offsets(lines *source.Lines, findings []diag.Finding) []uint32 {
	var at []uint32
	for _, f := range findings {
		at = append(at, lines.Offset(f.Line, f.Column))
	}
	slices.Sort(at)
	return at
}

// formSpoke reports whether form found something between two places.
func (p *page) formSpoke(from, to uint32) bool {
	i, _ := slices.BinarySearch(p.said, from)
	return i < len(p.said) && p.said[i] <= to
}

// formSpokeOf is formSpoke for a key and its value.
func (p *page) formSpokeOf(pair *tree.Pair) bool {
	return pair.Value.Reported || p.formSpoke(pair.Span.Start, pair.Value.Span.End)
}

// say notes something about a place of this file.
func (p *page) say(rule diag.Rule, span source.Span, message, hint string, related ...relation) {
	p.notes = append(p.notes, note{
		rule: rule, file: p.file, span: span, message: message, hint: hint,
		subject: p.tree.Subject(span.Start), related: related,
	})
}

// here is a second place in the same file.
func (p *page) here(message string, span source.Span) relation {
	return relation{message, p.file, span}
}

// findings gives the notes their places. A slip that form has not spoken about
// becomes a finding: nothing in a file is passed over in silence.
func (p *page) findings() []diag.Finding {
	for _, s := range p.slips[:min(len(p.slips), mostNotes)] {
		line := p.tree.Lines.Position(s.span.Start).Line
		from, to := p.tree.Lines.Offset(line, 1), max(s.span.End, p.tree.Lines.Offset(line+1, 1))
		if !s.said && !p.formSpoke(from, to) {
			p.say(diag.Schema, s.span, s.message, "")
		}
	}
	lines := pages{*source.NewPages(p.file, p.tree.Lines)}
	return lines.findings(p.notes)
}

// gapAddresses are the addresses of what was left out.
func (p *page) gapAddresses() []string {
	var addresses []string
	document := p.doc.TeamID.V + "/" + p.doc.CycleID.V
	for _, gap := range p.gaps {
		address := okr.Address{
			Team: p.doc.TeamID.V, Cycle: p.doc.CycleID.V, Objective: gap.objective, KeyResult: gap.keyResult,
		}
		addresses = append(addresses, strings.Clone(address.String()))
		if gap.reference {
			addresses = append(addresses, document+brokenReference)
		}
	}
	return addresses
}

// brokenReference, behind the address of a document, is the gap of a reference
// that does not say what it lists. No address has an empty part.
const brokenReference = "//ref"

// guessed is the address of a document that cannot be read, from the convention
// that it lies in <cycle>/<team>.yaml.
func guessed(name string) string {
	return strings.TrimSuffix(path.Base(name), path.Ext(name)) + "/" + path.Base(path.Dir(name))
}

func textOf(n *tree.Node) string {
	if n == nil {
		return ""
	}
	return n.Text
}
