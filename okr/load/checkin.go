package load

import (
	"cmp"
	"slices"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/tree"
)

// checkInList is ordered by date, then by position in the file. An entry without
// a date that could be read is left out.
func (d *decoder) checkInList(n *tree.Node) []okr.CheckIn {
	items := d.items(n)
	list := d.checkIns.take(len(items))[:0]
	for _, item := range items {
		entry := okr.CheckIn{Span: item.Span}
		d.checkIn(item, &entry)
		if entry.Date.Written() {
			list = append(list, entry)
		}
	}
	byDate := func(a, b okr.CheckIn) int { return cmp.Compare(a.Date.V, b.Date.V) }
	if !slices.IsSortedFunc(list, byDate) {
		slices.SortStableFunc(list, byDate)
	}
	return list
}

func (d *decoder) checkIn(n *tree.Node, entry *okr.CheckIn) {
	pairs := d.pairs(n)
	for i := range pairs {
		switch p := &pairs[i]; p.Key {
		case "date":
			entry.Date = d.day(p.Value)
		case "value":
			if value := d.values.one(); d.scalar(p.Value, value) && !value.IsNull() && !p.Value.Reported {
				entry.Value = value
			}
		case "confidence":
			entry.Confidence = d.within(p.Value, 0, 10)
		case "note":
			entry.Note = d.sentence(p.Value)
		case "blocked_by":
			entry.BlockedBy = d.sentence(p.Value)
		default:
			d.unknown(p)
		}
	}
}

// scalar reads a single value as it is written, null included, and reports
// whether it could.
func (d *decoder) scalar(n *tree.Node, v *okr.Value) bool {
	v.Span = n.Span
	switch n.Kind {
	case tree.Null:
	case tree.Bool:
		v.Text = d.word(n.Text)
		v.Yes = d.answers.one()
		*v.Yes = n.Text == "true"
	case tree.Number:
		number, err := metric.ParseNumber(n.Text)
		if err != nil {
			d.slip(n, err.Error())
			return false
		}
		v.Text = d.text(n.Text)
		v.Number = d.numbers.one()
		*v.Number = number
	case tree.String:
		v.Text = d.word(n.Text)
	default:
		d.slip(n, "a single value is expected here")
		return false
	}
	return true
}

// amendmentList is in the order of the file. An entry that lacks something is
// left out: half of a change says nothing.
func (d *decoder) amendmentList(n *tree.Node) []okr.Amendment {
	items := d.items(n)
	list := d.amendments.take(len(items))[:0]
	for _, item := range items {
		before := d.faults
		entry := okr.Amendment{Span: item.Span}
		d.amendment(item, &entry)
		complete := item.Pair("from") != nil && item.Pair("to") != nil && entry.Date.Written() && entry.Field.Written()
		if complete && d.faults == before {
			list = append(list, entry)
		}
	}
	return list
}

func (d *decoder) amendment(n *tree.Node, entry *okr.Amendment) {
	pairs := d.pairs(n)
	for i := range pairs {
		switch p := &pairs[i]; p.Key {
		case "date":
			entry.Date = d.day(p.Value)
		case "field":
			entry.Field = d.name(p.Value)
		case "reason":
			entry.Reason = d.sentence(p.Value)
		case "from":
			d.amended(n.Get("field"), p.Value, &entry.From)
		case "to":
			d.amended(n.Get("field"), p.Value, &entry.To)
		default:
			d.unknown(p)
		}
	}
}

// amended is a value of the field that an amendment names.
func (d *decoder) amended(field, n *tree.Node, v *okr.Value) {
	list := n.Kind == tree.Sequence && field != nil
	switch {
	case list && field.Text == "stages":
		v.Span, v.Stages = n.Span, d.stageList(n)
	case list && field.Text == "phases":
		v.Span, v.Phases = n.Span, d.phaseList(n)
	default:
		d.scalar(n, v)
	}
}
