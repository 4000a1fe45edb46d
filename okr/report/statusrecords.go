package report

import (
	"strconv"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/status"
)

// statusColumns are those of the long table: a row for each decision, each change and
// each thing that a signal is about.
var statusColumns = []string{
	"cycle", "as_of", "section", "kind", "team", "address", "title", "date", "days", "field", "from", "to", "last",
	"confidence_before", "confidence", "score_before", "score", "expected", "count", "landed", "note",
}

// statusRow is one row by the names of its columns.
type statusRow map[string]string

func (s statusView) records() *Records {
	return &Records{Columns: statusColumns, Rows: func(yield func([]string) bool) {
		for _, row := range s.rows() {
			row["cycle"], row["as_of"] = s.Cycle.ID, s.AsOf.String()
			cells := make([]string, len(statusColumns))
			for i, name := range statusColumns {
				cells[i] = row[name]
			}
			if !yield(cells) {
				return
			}
		}
	}}
}

func (s statusView) rows() []statusRow {
	var rows []statusRow
	add := func(section, kind string, subject status.Subject, more statusRow) {
		more["section"], more["kind"] = section, kind
		if subject.Team != nil {
			more["team"] = subject.Team.ID.V
		}
		if subject.Objective != nil {
			more["address"], more["title"] = subject.Address(), subject.Title()
		}
		rows = append(rows, more)
	}
	for i := range s.Decisions {
		add("decision", reasonNames(s.Decisions[i].Reasons), s.Decisions[i].Subject, s.decisionRow(&s.Decisions[i]))
	}
	for i := range s.Changes {
		add("change", string(s.Changes[i].Kind), s.Changes[i].Subject, changeRow(&s.Changes[i]))
	}
	for _, t := range s.Silent {
		add("silent", silenceName(t.Silence), status.Subject{Team: t.Team}, statusRow{"date": t.Last.String(), "days": strconv.Itoa(t.Days)})
		for _, k := range t.KeyResults {
			add("silent", silenceName(k.Silence), k.Subject, statusRow{"date": k.Last.String(), "days": strconv.Itoa(k.Days)})
		}
	}
	for _, w := range s.Watermelons {
		add("watermelon", "", w.Subject, statusRow{
			"date": w.On.String(), "confidence": w.Confidence.String(), "score": places4(&w.Score), "expected": places4(w.Expected), "note": w.Note,
		})
	}
	for _, h := range s.HockeySticks {
		add("hockey_stick", "", h.Subject, statusRow{"date": h.From.String(), "score_before": places4(&h.Before), "score": places4(&h.After)})
	}
	for _, z := range s.Zombies {
		for _, leg := range z.Legs {
			add("zombie", leg.Cycle.ID, z.Subject, statusRow{
				"from": optional(leg.Baseline), "to": goal(leg), "last": lastRecord(leg.Last), "score": places4(leg.Score),
			})
		}
	}
	s.wholes(add)
	return rows
}

// wholes are the rows of what is said of the organisation as a whole, and of what was
// published.
func (s statusView) wholes(add func(string, string, status.Subject, statusRow)) {
	if c := s.Calibration; c != nil {
		add("calibration", "brier", status.Subject{}, statusRow{"score": places4(&c.Brier), "count": strconv.Itoa(c.N)})
		for _, b := range c.Buckets {
			add("calibration", "bucket", status.Subject{}, statusRow{
				"confidence": strconv.Itoa(b.Confidence), "count": strconv.Itoa(b.N), "landed": strconv.Itoa(b.Landed),
			})
		}
	}
	if i := s.Integrity; i != nil {
		add("integrity", "published", status.Subject{}, statusRow{"count": strconv.Itoa(i.Published)})
		each := func(kind string, subjects []status.Subject) {
			for _, subject := range subjects {
				add("integrity", kind, subject, statusRow{})
			}
		}
		each("added", i.Added)
		each("vanished", i.Vanished)
		each("cancelled", i.Cancelled)
		for _, u := range i.Undeclared {
			add("integrity", string(u.Direction), u.Subject, statusRow{"field": strings.Join(u.Fields, " ")})
		}
	}
}

func reasonNames(reasons []status.Reason) string {
	var names []string
	for _, r := range reasons {
		names = append(names, string(r))
	}
	return strings.Join(names, " ")
}

func (s statusView) decisionRow(d *status.Decision) statusRow {
	row := statusRow{"note": s.why(d)}
	if d.KeyResult == nil {
		row["address"], row["title"] = d.Address(), d.Title()
	}
	if k := d.KeyResult; k != nil {
		row["confidence"], row["score"] = decimal(k.Confidence), places4(k.Score)
		if k.Pace != nil {
			row["expected"] = places4(&k.Pace.Expected)
		}
	}
	return row
}

func changeRow(c *status.Change) statusRow {
	row := statusRow{
		"date": c.Date.String(), "field": c.Field, "from": recordValue(c.From), "to": recordValue(c.To),
		"confidence_before": decimal(c.ConfidenceBefore), "confidence": decimal(c.Confidence),
		"score_before": places4(c.Before), "score": places4(c.Score), "note": c.Note,
	}
	if c.CheckIns > 0 {
		row["count"] = strconv.Itoa(c.CheckIns)
	}
	return row
}

// recordValue is a value for programs; empty where there is none.
func recordValue(v *okr.Value) string {
	switch {
	case v == nil || v.IsNull():
		return ""
	case v.Yes != nil:
		return strconv.FormatBool(*v.Yes)
	}
	return valueText(v)
}

func lastRecord(r *metric.Reading) string {
	if r == nil || r.IsZero() {
		return ""
	}
	return currentText(r)
}
