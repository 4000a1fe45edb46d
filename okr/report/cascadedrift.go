package report

import "github.com/okrs-as-code/okrs/okr/cascade"

// driftTable are the supports whose parent was amended after the child had settled.
func (v *view) driftTable() Table {
	return Table{
		Title: "What they support was amended since: does the support still say the same?",
		Columns: []Column{
			{Name: "objective", Title: "Objective", Wrap: true}, {Name: "team", Title: "Team"},
			{Name: "of", Title: "Amended", Wrap: true},
			{Name: "date", Title: "On", Kind: KindDate},
			{Name: "change", Title: "Change"},
			{Name: "why", Title: "Why", Wrap: true, Priority: 2},
			{Name: "address", Title: "Address", Kind: KindAddress, Priority: 1},
		},
		Rows: eachRow(v.gaps.drifts, func(d cascade.Drift) Row {
			a := d.Amendment
			return Row{Cells: []Cell{
				Text(titleOf(d.Edge.From)), Text(v.teamAndCycle(d.Edge.From)), Text(titleOf(d.Of)), Text(a.Date.V.String()),
				Text(a.Field.V + " " + a.From.String() + " → " + a.To.String()), Text(a.Reason.V), Text(d.Edge.From.Address()),
			}}
		}),
	}
}

func driftData(d cascade.Drift) Fields {
	a := d.Amendment
	return Fields{
		{"from", d.Edge.From.Address()}, {"to", d.Edge.To.Address()}, {"amended", d.Of.Address()}, {"date", a.Date.V.String()},
		{"field", a.Field.V}, {"before", OrNull(a.From.String())}, {"after", OrNull(a.To.String())},
	}
}
