package report_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/cascade"
	"github.com/okrs-as-code/okrs/okr/load"
	"github.com/okrs-as-code/okrs/okr/render"
	"github.com/okrs-as-code/okrs/okr/report"
	"github.com/okrs-as-code/okrs/okr/score"
	"github.com/okrs-as-code/okrs/okr/source"
)

// market is a small workspace in which every kind of link and of gap occurs.
const market = `
-- okr.yaml --
version: 1
organization: Market
limits: {objectives: {min: 1, max: 9}, key_results: {min: 1, max: 9}}
teams:
  - {id: company, name: Company, handle: "@market/all"}
  - {id: shop, name: Shop, parent: company, handle: "@market/shop"}
  - {id: till, name: Till, parent: shop, handle: "@market/till", size: 5}
  - {id: vans, name: Vans, parent: company}
-- okrs/2026/company.yaml --
version: 1
team: company
cycle: 2026
objectives:
  - id: home
    title: Households feel at home with us
    commitment: aspirational
    key_results:
      - {id: regulars, title: Regulars rise from 10 to 20 thousand, metric: {unit: thousand, baseline: 10, target: 20, source: ledger}, check_ins: [{date: 2026-08-01, value: 14}]}
-- okrs/2026-Q2/company.yaml --
version: 1
team: company
cycle: 2026-Q2
objectives:
  - id: spring
    title: Spring brings guests
    commitment: aspirational
    supports: [company/2026/home]
    key_results:
      - {id: regulars, title: Regulars rise from 10 to 14 thousand, metric: {unit: thousand, baseline: 10, target: 14, source: ledger}, check_ins: [{date: 2026-06-01, value: 12}]}
-- okrs/2026-Q3/company.yaml --
version: 1
team: company
cycle: 2026-Q3
objectives:
  - id: autumn
    title: Guests become regulars
    commitment: aspirational
    supports: [company/2026/home]
    key_results:
      - {id: regulars, title: Regulars rise from 14 to 17 thousand, metric: {unit: thousand, baseline: 14, target: 17, source: ledger}, check_ins: [{date: 2026-08-01, value: 15.5}]}
  - id: lonely
    title: Nobody helps with this one
    commitment: committed
    why_now: It cannot wait
    key_results:
      - {id: calls, title: Calls fall from 9 to 4, metric: {unit: calls, baseline: 9, target: 4, source: telephone log}}
-- okrs/2026-Q3/shop.yaml --
version: 1
team: shop
cycle: 2026-Q3
objectives:
  - id: queue
    title: Nobody stands in a queue
    commitment: aspirational
    supports: [company/2026-Q3/autumn, company/2026/home/regulars]
    key_results:
      - {id: wait, title: Minutes in the queue fall from 9 to 4, metric: {unit: min, baseline: 9, target: 4, source: door log}, shared_with: [vans], check_ins: [{date: 2026-08-01, value: 7}]}
-- okrs/2026-Q3/till.yaml --
version: 1
team: till
cycle: 2026-Q3
objectives:
  - id: fast
    title: Paying takes no time
    commitment: aspirational
    supports: [shop/2026-Q3/queue, company/2026-Q3/autumn]
    depends_on:
      - {on: vans/2026-Q3/early, needed_by: 2026-08-10}
      - {outside: The bank opens its interface, needed_by: 2026-09-01}
    key_results:
      - {id: seconds, title: Seconds at the till fall from 90 to 40, metric: {unit: s, baseline: 90, target: 40, source: till log}}
  - id: orphan
    title: This one serves nothing in particular
    commitment: aspirational
    depends_on: [vans/2026-Q3, shop/2026-Q3/queue]
    key_results:
      - {id: seconds, title: Seconds at the till fall from 90 to 40, metric: {unit: s, baseline: 90, target: 40, source: till log}}
-- okrs/2026-Q3/vans.yaml --
version: 1
team: vans
cycle: 2026-Q3
objectives:
  - id: early
    title: Vans are there before the doors open
    commitment: aspirational
    supports: [vans/2026-Q3/late]
    enables: [{for: till/2026-Q3/fast, by: 2026-08-20}]
    key_results:
      - {ref: shop/2026-Q3/queue/wait}
      - {id: minutes, title: Minutes late fall from 30 to 5, metric: {unit: min, baseline: 30, target: 5, source: van log}}
  - id: late
    title: Vans stay until the doors close
    commitment: aspirational
    supports: [vans/2026-Q3/early]
    enables: [{for: till/2026-Q3/orphan, declined: No driver is left in the evening}]
    key_results:
      - {id: evenings, title: Evenings with a van rise from 2 to 6, metric: {unit: evenings, baseline: 2, target: 6, source: van log}}
`

func day(t testing.TB, text string) okr.Date {
	t.Helper()
	date, err := okr.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return date
}

// loaded reads the files of a text in the txtar form; there must be no findings.
func loaded(t testing.TB, text string) *okr.Workspace {
	t.Helper()
	system := fstest.MapFS{}
	for _, file := range txtar.Parse([]byte(text)).Files {
		system[file.Name] = &fstest.MapFile{Data: file.Data}
	}
	result, err := load.Workspace(system, load.Options{AsOf: day(t, "2026-08-15")})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range result.Findings {
		t.Fatalf("test is wrong: %s:%d: %s", f.Path, f.Line, f.Message)
	}
	return result.Workspace
}

// seen is the report of a cycle of a workspace.
func seen(t testing.TB, ws *okr.Workspace, options report.CascadeOptions, from ...string) *report.Doc {
	t.Helper()
	at := day(t, "2026-08-15")
	for _, c := range ws.Cycles {
		options.Readings = append(options.Readings, score.Alone(ws, nil, c, at))
	}
	g := cascade.Read(ws, ws.Cycle("2026-Q3"), at)
	for _, n := range g.Nodes {
		for _, address := range from {
			if n.Address() == address {
				options.From = append(options.From, n)
			}
		}
	}
	return report.Cascade(g, options)
}

func printed(t testing.TB, doc *report.Doc, format string, width int) string {
	t.Helper()
	f, known := render.FormatByName(format)
	if !known {
		t.Fatalf("there is no format %s", format)
	}
	var out strings.Builder
	if err := f.Write(&out, doc, render.Style{Width: width}); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// named are the names of fields, in their order.
func named(fields report.Fields) []string {
	var names []string
	for _, f := range fields {
		names = append(names, f.Name)
	}
	return names
}

// first is the first item of a list of objects.
func first(t *testing.T, doc *report.Doc, list string) report.Fields {
	t.Helper()
	for _, f := range doc.Data.(report.Fields) {
		if f.Name == list {
			for item := range f.Value.(report.Seq) {
				return item.(report.Fields)
			}
		}
	}
	t.Fatalf("the list %s is empty", list)
	return nil
}

func TestCascadeKeepsTheContract(t *testing.T) {
	doc := seen(t, loaded(t, market), report.CascadeOptions{})
	for _, test := range []struct {
		what string
		got  report.Fields
		want string
	}{
		{"the whole", doc.Data.(report.Fields), "version nodes edges orphans uncovered unmatched loops findings"},
		{"a node", first(t, doc, "nodes"), "address kind team cycle title score"},
		{"an edge", first(t, doc, "edges"), "from to kind"},
		{"an unmatched dependency", first(t, doc, "unmatched"), "from to reason"},
		{"asks", report.Asks(graphOf(t), askOptions()).Data.(report.Fields), "version cycle asks"},
		{"an ask", first(t, report.Asks(graphOf(t), askOptions()), "asks"), "from to team state needed_by by declined outside path line"},
	} {
		want := strings.Fields(test.want)
		if diff := cmp.Diff(want, named(test.got)[:len(want)]); diff != "" {
			t.Errorf("%s does not begin with what the contract names:\n%s", test.what, diff)
		}
	}
	if empty := report.Cascade(nil, report.CascadeOptions{}).Data.(report.Fields); named(empty)[7] != "findings" {
		t.Errorf("nothing is %v", named(empty))
	}
}

func graphOf(t *testing.T) *cascade.Graph {
	ws := loaded(t, market)
	return cascade.Read(ws, ws.Cycle("2026-Q3"), day(t, "2026-08-15"))
}

func askOptions() report.AskOptions {
	same := func(name string) string { return name }
	return report.AskOptions{Path: same, Here: same}
}

func TestCascadeSaysWhatIsMissing(t *testing.T) {
	ws := loaded(t, market)
	text := printed(t, seen(t, ws, report.CascadeOptions{}), "text", 0)
	for _, want := range []string{
		"Nobody helps with this one", "This one serves nothing in particular",
		"◐ late", "2026-08-10  2026-08-20", "✕ declined", "No driver is left in the evening",
		"↻ vans/2026-Q3/early → vans/2026-Q3/late → vans/2026-Q3/early",
		"till/2026-Q3/fast/seconds, till/2026-Q3/orphan/seconds", "↑ see Paying takes no time",
		"⇄ Minutes in the queue fall from 9 to 4", "Shop, Vans",
		"Regulars rise from 10 to 20 thousand",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("nothing says %q", want)
		}
	}
	if gaps, tree := strings.Index(text, "Gaps"), strings.Index(text, "Who supports whom"); gaps < 0 || gaps > tree {
		t.Error("the gaps do not come first")
	}
	if t.Failed() {
		t.Log("\n" + text)
	}
}

// TestEverythingStandsSomewhereOnce counts the places of each objective in the tree,
// rings included.
func TestEverythingStandsSomewhereOnce(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for round := range 200 {
		d := drawn(1+random.IntN(12), 1+random.IntN(4))
		for range random.IntN(25) {
			d.support(random.IntN(len(d.objectives)), random.IntN(len(d.objectives)))
		}
		text := printed(t, report.Cascade(cascade.Read(d.ws, d.ws.Cycles[0], d.ws.Cycles[0].Start), report.CascadeOptions{}), "concise", 0)
		_, tree, _ := strings.Cut(text, "Who supports whom")
		tree, _, _ = strings.Cut(tree, "⇄")
		for _, o := range d.objectives {
			places := 0
			for line := range strings.Lines(tree) {
				if strings.HasPrefix(line, o.Title.V+"\t") {
					places++
				}
			}
			if places != 1 {
				t.Fatalf("round %d: %q stands in %d places:\n%s", round, o.Title.V, places, tree)
			}
		}
	}
}

func TestNeighbourhoodsAndTeams(t *testing.T) {
	ws := loaded(t, market)
	for _, test := range []struct {
		name    string
		options report.CascadeOptions
		from    string
		want    string
	}{
		{"no hop", report.CascadeOptions{}, "shop/2026-Q3/queue", "shop/2026-Q3/queue"},
		{"a hop", report.CascadeOptions{Hops: 1}, "shop/2026-Q3/queue",
			"company/2026/home company/2026-Q3/autumn shop/2026-Q3/queue till/2026-Q3/fast till/2026-Q3/orphan vans/2026-Q3/early"},
		{"a key result stands for its objective", report.CascadeOptions{Hops: 1}, "company/2026/home/regulars",
			"company/2026/home company/2026-Q3/autumn shop/2026-Q3/queue"},
		{"a team and those below, with the other ends", report.CascadeOptions{Team: ws.Team("till")}, "",
			"company/2026-Q3/autumn shop/2026-Q3/queue till/2026-Q3/fast till/2026-Q3/orphan vans/2026-Q3/early"},
	} {
		var from []string
		if test.from != "" {
			from = append(from, test.from)
		}
		doc := seen(t, ws, test.options, from...)
		var got []string
		for _, f := range doc.Data.(report.Fields) {
			if f.Name != "nodes" {
				continue
			}
			for n := range f.Value.(report.Seq) {
				if node := n.(report.Fields); node[1].Value == "objective" {
					got = append(got, node[0].Value.(string))
				}
			}
		}
		if diff := cmp.Diff(test.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%s:\n%s", test.name, diff)
		}
	}
}

// TestThePictureHangsTogether holds that every line ends at a node, and that what is
// wrong is said.
func TestThePictureHangsTogether(t *testing.T) {
	for _, b := range seen(t, loaded(t, market), report.CascadeOptions{}).Blocks {
		picture, ok := b.(report.Diagram)
		if !ok {
			continue
		}
		nodes := make(map[string]report.DiagramNode)
		for _, n := range picture.Nodes {
			if _, twice := nodes[n.ID]; twice {
				t.Errorf("%s is there twice", n.ID)
			}
			nodes[n.ID] = n
		}
		labels := make(map[string]string)
		for _, e := range picture.Edges {
			if nodes[e.From].ID == "" || nodes[e.To].ID == "" {
				t.Errorf("the line from %s to %s ends nowhere", e.From, e.To)
			}
			if e.Broken == (e.Label == "" || e.Label == "agreed") {
				t.Errorf("the line from %s to %s is broken: %v, and says %q", e.From, e.To, e.Broken, e.Label)
			}
			labels[e.From+" "+e.To] = e.Label
		}
		want := map[string]string{
			"vans/2026-Q3/early vans/2026-Q3/late": "ring", "till/2026-Q3/fast vans/2026-Q3/early": "late",
			"till/2026-Q3/orphan vans": "declined", "vans/2026-Q3/early shop/2026-Q3/queue/wait": "",
			"shop/2026-Q3/queue shop/2026-Q3/queue/wait": "",
		}
		for line, label := range want {
			if got, there := labels[line]; !there || got != label {
				t.Errorf("the line %s says %q, not %q (there: %v)", line, got, label, there)
			}
		}
		if nodes["company/2026-Q3/lonely"].Gap == "" || nodes["till/2026-Q3/fast"].Column != 2 {
			t.Errorf("%+v %+v", nodes["company/2026-Q3/lonely"], nodes["till/2026-Q3/fast"])
		}
		return
	}
	t.Error("there is no picture")
}

// TestMatricesFold looks at the same matrix on terminals of several widths.
func TestMatricesFold(t *testing.T) {
	d := drawn(120, 40)
	random := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		d.support(random.IntN(120), random.IntN(40))
	}
	options := report.CascadeOptions{}
	g := cascade.Read(d.ws, d.ws.Cycles[0], d.ws.Cycles[0].Start)
	for _, test := range []struct {
		width int
		want  string
	}{{0, "◌"}, {160, "Columns "}, {60, "Teams that support it"}} {
		options.Width = test.width
		text := printed(t, report.Cascade(g, options), "text", test.width)
		if !strings.Contains(text, test.want) {
			t.Errorf("at %d cells nothing says %q", test.width, test.want)
		}
		for line := range strings.Lines(text) {
			if got := source.Cells(strings.TrimRight(line, "\n")); test.width > 0 && got > test.width {
				t.Errorf("at %d cells a line has %d: %s", test.width, got, line)
			}
		}
	}
}

// drawing is a workspace that was never a file.
type drawing struct {
	ws         *okr.Workspace
	objectives []*okr.Objective
}
