package render

import (
	"fmt"

	"github.com/okrs-as-code/okrs/okr/report"
)

// diagramDoc is a picture with every kind of thing and line, with gaps, a line that
// passes a column, one within a column, and one that leads back.
func diagramDoc() *report.Doc {
	company, product := []string{"Northwind"}, []string{"Northwind", "Product"}
	node := func(id, title string, column int, path []string, kind report.DiagramKind, tone report.Tone, gap string, facts ...string) report.DiagramNode {
		return report.DiagramNode{ID: id, Group: path[len(path)-1], Path: path, Kind: kind, Title: title, Column: column, Facts: facts, Tone: tone, Gap: gap}
	}
	team := func(name string) []string { return append(product[:2:2], name) }
	objective, result := report.DiagramObjective, report.DiagramKeyResult
	edge := func(from, to, kind string) report.DiagramEdge {
		return report.DiagramEdge{From: from, To: to, Kind: kind}
	}
	late := edge("search/2026-Q3/find", "routing/2026-Q3/arrive", "depends_on")
	late.Label, late.Broken = "late: wanted by 31 July, promised for 15 September", true
	back := edge("northwind/2026/trust", "care/2026-Q3/answer", "depends_on")
	back.Label = "agreed"
	return &report.Doc{Title: "Who supports whom in 2026-Q3", Blocks: []report.Block{
		report.Paragraph{Spans: report.Plain("Gaps first: one objective of the company has no support.")},
		report.Diagram{
			Title: "Objectives of 2026-Q3 and what they support",
			Nodes: []report.DiagramNode{
				node("northwind/2026/trust", "Shops trust us with their busiest days", 0, company, objective, report.Middling, "", "0.62 yellow", "committed", "2026"),
				node("northwind/2026/trust/p99", "99 of 100 orders arrive on the promised day", 0, company, result, report.Bad, "", "0.20 behind"),
				node("northwind/2026/neighbours", "Neighbours are glad that we are there", 0, company, objective, report.None, "nothing supports it", "not measured", "aspirational", "2026"),
				node("product/2026-Q3/calm", "Buying and selling with us is calm, from the first look to the parcel at the door", 1, product, objective, report.Good, "", "0.81 green", "aspirational"),
				node("checkout/2026-Q3/fast", "Checkout feels instant, even on the busiest day of the year, on every phone that people still carry in their pockets", 2, team("Checkout"), objective, report.Middling, "", "0.55 yellow", "aspirational"),
				node("checkout/2026-Q3/fair", "支払いの失敗率を下げて、どこでも買えるようにする", 2, team("Checkout"), objective, report.None, "says neither what it supports nor why now", "committed"),
				node("search/2026-Q3/find", "People find what they meant & not what they <typed>", 2, team("Search and discovery"), objective, report.Bad, "", "0.18 red", "aspirational"),
				node("routing/2026-Q3/arrive", "Parcels take the shorter way", 2, []string{"Northwind", "Delivery", "Routing"}, objective, report.Good, "", "0.90 green", "committed"),
				node("routing/2026-Q3/arrive/km", "Kilometres for each parcel fall from 3.2 to 2.4", 2, []string{"Northwind", "Delivery", "Routing"}, result, report.Good, "", "0.90 ahead"),
				node("care/2026-Q3/answer", "Questions are answered while they still matter", 2, []string{"Northwind", "Care"}, objective, report.Muted, "", "0.40", "aspirational"),
				node("data", "Data platform", 3, []string{"Northwind", "Product", "Data"}, report.DiagramTeam, report.None, "has no document for 2026-Q3"),
			},
			Edges: []report.DiagramEdge{
				edge("product/2026-Q3/calm", "northwind/2026/trust", "supports"),
				edge("checkout/2026-Q3/fast", "product/2026-Q3/calm", "supports"),
				edge("search/2026-Q3/find", "product/2026-Q3/calm", "supports"),
				edge("routing/2026-Q3/arrive", "northwind/2026/trust/p99", "supports"),
				edge("care/2026-Q3/answer", "northwind/2026/trust", "supports"),
				late, back,
				edge("checkout/2026-Q3/fast", "routing/2026-Q3/arrive/km", "shares"),
				{From: "search/2026-Q3/find", To: "data", Kind: "depends_on", Label: "no answer yet", Broken: true},
				edge("search/2026-Q3/find", "nowhere", "supports"),
			},
		},
	}}
}

// chainDiagram is a company whose objectives are supported by so many others, in
// chains of four.
func chainDiagram(nodes int) report.Diagram {
	d := report.Diagram{Title: "many"}
	for i := range nodes {
		n := report.DiagramNode{
			ID: fmt.Sprintf("team-%d/2026-Q3/o%d", i/3, i), Group: fmt.Sprintf("Team %d", i/3), Kind: report.DiagramObjective,
			Title: fmt.Sprintf("Objective %d of the many that are there", i), Column: i % 4, Facts: []string{"0.50", "aspirational"},
		}
		if i%10 == 0 {
			n.Gap = "nothing supports it"
		}
		d.Nodes = append(d.Nodes, n)
		if i%4 > 0 {
			d.Edges = append(d.Edges, report.DiagramEdge{From: n.ID, To: d.Nodes[i-1].ID, Kind: "supports"})
		}
	}
	return d
}
