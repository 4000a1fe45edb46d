package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/diff"
	"github.com/okrs-as-code/okrs/okr/source"
)

// edit is a change with its place as people count.
type edit struct {
	*diff.Change
	line, column int // 0 where it has no place
}

func editsOf(r *diff.Reading) []*edit {
	var pages source.Pages
	edits := make([]*edit, 0, len(r.Changes))
	for _, c := range r.Changes {
		e := &edit{Change: c}
		if c.Place.File != nil {
			at := pages.Of(c.Place.File).Position(c.Place.Span.Start)
			e.line, e.column = at.Line, at.Column
		}
		edits = append(edits, e)
	}
	return edits
}

// verdictTraits are what a report knows of a verdict.
type verdictTraits struct {
	verdict  diff.Verdict
	aside    bool // the definition stays as it is
	category diag.Category
}

// verdicts are in the order in which a reviewer wants to know of them.
var verdicts = []verdictTraits{
	{diff.Eased, false, diag.Ambition},
	{diff.Dropped, false, diag.Ambition},
	{diff.BaselineRewritten, false, diag.Ambition},
	{diff.UnitChanged, false, diag.Measurability},
	{diff.Rescoped, false, diag.Ambition},
	{diff.Reweighted, false, diag.Ambition},
	{diff.Cancelled, false, diag.Ambition},
	{diff.PolicyChanged, false, diag.Ambition},
	{diff.Hardened, false, diag.Ambition},
	{diff.Added, false, diag.Focus},
	{diff.Realigned, false, diag.Alignment},
	{diff.Neutral, false, diag.Measurability},
	{diff.Reworded, true, diag.Language},
	{diff.Moved, true, diag.Format},
	{diff.CheckedIn, true, diag.Cadence},
}

// rank is where the verdict stands in that order; behind all others where nobody
// knows it.
func (e *edit) rank() int {
	if at := slices.IndexFunc(verdicts, func(t verdictTraits) bool { return t.verdict == e.Verdict }); at >= 0 {
		return at
	}
	return len(verdicts)
}

func (e *edit) traits() verdictTraits {
	if at := e.rank(); at < len(verdicts) {
		return verdicts[at]
	}
	return verdictTraits{verdict: e.Verdict, category: diag.Ambition}
}

// aside reports whether the change leaves the definition as it is.
func (e *edit) aside() bool { return e.traits().aside }

// undeclared reports whether the change should be declared in the file and is not.
func (e *edit) undeclared() bool { return e.Late && !e.Declared && !e.aside() }

// sortEdits puts first what nobody declared, then what matters most.
func sortEdits(edits []*edit) {
	undeclared := func(e *edit) int {
		if e.undeclared() {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(edits, func(a, b *edit) int {
		return cmp.Or(cmp.Compare(a.rank(), b.rank()), cmp.Compare(undeclared(a), undeclared(b)))
	})
}

// path is the file of the place in the workspace; empty where there is none.
func (e *edit) path() string {
	if e.Place.File == nil {
		return ""
	}
	return e.Place.File.Name
}

// phrase names the change for counting: "target eased", "targets eased".
func (e *edit) phrase() (one, many string) {
	pair := func(one, many, did string) (string, string) { return one + " " + did, many + " " + did }
	did := string(e.Verdict)
	switch e.Verdict {
	case diff.Eased, diff.Hardened:
		switch e.Field {
		case "target", "by":
			return pair("target", "targets", did)
		case "low", "high", "fail_at", "tolerance":
			return pair("bound", "bounds", did)
		case "commitment":
			return pair("commitment", "commitments", did)
		}
		return pair("definition", "definitions", did)
	case diff.BaselineRewritten:
		return pair("baseline", "baselines", "rewritten")
	case diff.UnitChanged:
		return pair("unit", "units", "changed")
	case diff.Reweighted:
		return pair("weight", "weights", "changed")
	case diff.PolicyChanged:
		return pair("setting", "settings", "changed")
	case diff.Realigned:
		return pair("link", "links", "changed")
	case diff.Neutral:
		return pair("other definition", "other definitions", "changed")
	case diff.CheckedIn:
		return "checked in", "checked in"
	case diff.Reworded, diff.Moved:
		return did, did
	}
	one, many = kindNouns(e.Kind)
	if e.Verdict == diff.Added && e.Field == "cancelled" {
		did = "taken up again"
	}
	return pair(one, many, did)
}

func kindNouns(kind diff.Kind) (one, many string) {
	switch kind {
	case diff.KeyResult:
		return "key result", "key results"
	case diff.CheckIn:
		return "check-in", "check-ins"
	case diff.Policy:
		return "policy", "policies"
	default:
		return string(kind), string(kind) + "s"
	}
}

// what says the change in words, without the address, the verdict and a full stop.
func (e *edit) what() string {
	text := strings.TrimRight(clipped(e.Message, 240), ".")
	if did := ": " + string(e.Verdict); strings.HasSuffix(text, did) {
		text = strings.TrimSuffix(text, did)
	} else {
		text = strings.Replace(text, did+", ", ", ", 1)
	}
	if text == "" {
		return strings.ReplaceAll(cmp.Or(e.Field, string(e.Kind)), "_", " ")
	}
	return text
}

// declaration says in what words the file declares the change, or that it should.
func (e *edit) declaration() Span {
	switch {
	case e.undeclared() && e.Verdict == diff.Dropped:
		return Span{Text: "no cancellation", Tone: Middling}
	case e.undeclared():
		return Span{Text: "no amendment", Tone: Middling}
	case e.Reason != "":
		return Span{Text: "declared: “" + clipped(e.Reason, 160) + "”"}
	case e.Declared:
		return Span{Text: "declared"}
	}
	return Span{}
}

// clipped is a text as one line of at most so many characters.
func clipped(text string, most int) string {
	text = strings.Join(strings.Fields(text), " ")
	at := 0
	for i := range text {
		if at++; at == most {
			if rest := text[i:]; len([]rune(rest)) > 1 {
				return strings.TrimRight(text[:i], " ") + "…"
			}
			break
		}
	}
	return text
}
