package lint

import (
	"bytes"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// lineage finds what a team wrote before: the document of the cycle before, and
// in it the key result that another one continues.
type lineage struct {
	reading  *Reading
	previous map[*okr.Document]*okr.Document
	earlier  map[*okr.KeyResult]*okr.KeyResult
}

// lines is the lineage of a workspace, read once.
type lines struct {
	once sync.Once
	read *lineage
}

func (r *Reading) lineage() *lineage {
	r.lines.once.Do(func() {
		l := &lineage{reading: r, previous: previousDocuments(r.Workspace.Documents)}
		l.earlier = eachKeyResult(r.Workspace.Documents, l.findAll)
		r.lines.read = l
	})
	return r.lines.read
}

// previousDocuments leads from each document to that of the same team for the
// cycle before: of the same kind of length, and not so long ago that a cycle
// fits between.
func previousDocuments(documents []*okr.Document) map[*okr.Document]*okr.Document {
	teams := make(map[string][]*okr.Document)
	previous := make(map[*okr.Document]*okr.Document)
	for _, d := range documents { // by cycle, the earliest first
		before := teams[d.TeamID.V]
		for _, candidate := range slices.Backward(before) {
			if candidate.Cycle.End < d.Cycle.Start && sameLength(candidate.Cycle, d.Cycle) {
				if int(d.Cycle.Start-candidate.Cycle.End) <= d.Cycle.Days()/2 {
					previous[d] = candidate
				}
				break
			}
		}
		teams[d.TeamID.V] = append(before, d)
	}
	return previous
}

// sameLength reports whether two cycles are of one kind of length, months or
// quarters or years, which differ by less than a tenth.
func sameLength(a, b *okr.Cycle) bool {
	shorter, longer := min(a.Days(), b.Days()), max(a.Days(), b.Days())
	return 10*(longer-shorter) <= longer
}

// before is the key result that measured the same in the cycle before: the one it
// is carried from, else that of the same metric name, else that of the same id, if
// their units agree. It is nil where there is none.
func (l *lineage) before(k *okr.KeyResult) *okr.KeyResult { return l.earlier[k] }

// findAll finds the earlier ones of some key results, those of a document together.
func (l *lineage) findAll(keys []*okr.KeyResult) []*okr.KeyResult {
	found := make([]*okr.KeyResult, len(keys))
	known := make(map[mark]*okr.KeyResult)
	var of, before *okr.Document
	for i, k := range keys {
		if d := k.Objective.Document; d != of {
			of, before = d, l.previous[d]
			l.reading.marked(before, known)
		}
		found[i] = l.find(k, known)
	}
	return found
}

// find is what a key result continues, of those of the document before by their marks.
func (l *lineage) find(k *okr.KeyResult, known map[mark]*okr.KeyResult) *okr.KeyResult {
	if k.CarriedFrom != nil {
		if earlier := k.CarriedFrom.KeyResult; earlier != nil && earlier.Body != nil && !earlier.IsRef() && preceded(earlier, k) {
			return earlier
		}
		return nil
	}
	if len(known) == 0 {
		return nil
	}
	var doubtful *okr.KeyResult // of the same id, and about something else
	for _, m := range l.reading.marksOf(k) {
		if m.kind == noMark {
			continue
		}
		earlier := known[m]
		if earlier == nil || earlier == doubtful || l.reading.facts(earlier).unit != l.reading.facts(k).unit {
			continue
		}
		if m.kind == byName || l.reading.sameMatter(earlier, k) {
			return earlier
		}
		doubtful = earlier
	}
	return nil
}

func preceded(earlier, later *okr.KeyResult) bool {
	a, b := earlier.Objective.Document.Cycle, later.Objective.Document.Cycle
	return a.End < b.Start && sameLength(a, b)
}

// marked makes known the key results of a document by what they can be recognised by, in
// place of those that were known; what two of them share recognises neither.
func (r *Reading) marked(d *okr.Document, known map[mark]*okr.KeyResult) {
	clear(known)
	if d == nil || d.Outline {
		return
	}
	for o := range d.Every() {
		for _, k := range o.KeyResults {
			if k.Body == nil || k.IsRef() {
				continue
			}
			for _, m := range r.marksOf(k) {
				if m.kind == noMark {
					continue
				}
				if _, taken := known[m]; taken {
					known[m] = nil
				} else {
					known[m] = k
				}
			}
		}
	}
}

// mark is what a key result can be recognised by.
type mark struct {
	kind            markKind
	objective, text string
}

type markKind uint8

const (
	noMark markKind = iota
	byName          // of the metric
	byIDs           // of the objective and of the key result in it
	byID
)

// marksOf are the marks of a key result, the surest first; without a name the first one
// is empty.
func (r *Reading) marksOf(k *okr.KeyResult) [3]mark {
	marks := [3]mark{{}, {byIDs, k.Objective.ID.V, k.ID.V}, {byID, "", k.ID.V}}
	if name := r.facts(k).name; name != "" {
		marks[0] = mark{byName, "", name}
	}
	return marks
}

// sameMatter reports whether two key results of one id are about the same: people
// number their key results from 1 in every cycle.
func (r *Reading) sameMatter(a, b *okr.KeyResult) bool {
	const half = 0.5
	return r.facts(a).title.Alike(r.facts(b).title) >= half
}

// plain is a text as far as it is compared: letters and digits in lower case, one
// blank between words.
func plain(text string) string {
	out := make([]byte, 0, len(text))
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c >= utf8.RuneSelf:
			return plainWords(text)
		case separates(c):
			if n := len(out); n > 0 && out[n-1] != ' ' {
				out = append(out, ' ')
			}
		case c >= 'A' && c <= 'Z':
			out = append(out, c+'a'-'A')
		default:
			out = append(out, c)
		}
	}
	return string(bytes.TrimSuffix(out, []byte(" ")))
}

// separators are what may stand between words.
const separators = " \t\n\r\u00a0.,;:!?\"'`()[]–—"

// separates reports whether a byte that is a character is one of the separators.
func separates(c byte) bool {
	switch c {
	case ' ', '\t', '\n', '\r', '.', ',', ';', ':', '!', '?', '"', '\'', '`', '(', ')', '[', ']':
		return true
	}
	return false
}

// plainWords is plain for any letters.
func plainWords(text string) string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return strings.ContainsRune(separators, r) })
	return strings.Join(words, " ")
}

// actual is where an earlier cycle ended.
type actual struct {
	result *okr.KeyResult
	value  metric.Number
}

// mostActuals is how many cycles a trend looks back.
const mostActuals = 4

// actuals are where the same metric ended in the cycles before, the oldest first,
// without a gap between them, at most the four latest.
func (l *lineage) actuals(k *okr.KeyResult) []actual {
	var found []actual
	for earlier := l.before(k); earlier != nil && len(found) < mostActuals; earlier = l.before(earlier) {
		value, ok := l.reading.end(earlier)
		if !ok || !metric.SameUnit(earlier.Metric.Unit.V, k.Metric.Unit.V) || !sameAggregate(earlier, k) {
			break
		}
		found = append(found, actual{earlier, value})
	}
	slices.Reverse(found)
	return found
}

func sameAggregate(a, b *okr.KeyResult) bool {
	return okr.SameField("aggregate", okr.Value{Text: a.Metric.Aggregate.V}, okr.Value{Text: b.Metric.Aggregate.V})
}

// end is the value at which a key result ended: what its readings make of it once
// its cycle is over. ok is false while it runs and where it was not measured.
func (r *Reading) end(k *okr.KeyResult) (value metric.Number, ok bool) {
	cycle := k.Objective.Document.Cycle
	if r.State(cycle) < okr.Closing {
		return value, false
	}
	counted := until(since(r.Heard(k), begin(k)), cycle.End+okr.Date(cycle.Grace))
	current := r.outcome(k, counted).Current
	if current == nil || current.Number == nil {
		return value, false
	}
	return *current.Number, true
}
