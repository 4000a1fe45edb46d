package load_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/load"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/sample"
)

func TestAGoodWorkspace(t *testing.T) {
	files := good()
	result := read(t, files, load.Options{AsOf: date(midQuarter)})
	expect(t, files, result.Findings, nil)
	ws := result.Workspace
	if ws.Organization != "Acme" || ws.File.Name != register || ws.Settings.Limits.Objectives != (okr.Range{Min: 1, Max: 5}) {
		t.Errorf("okr.yaml says %q with limits %+v", ws.Organization, ws.Settings.Limits)
	}
	var order []string
	for _, d := range ws.Documents {
		order = append(order, d.Address())
	}
	if want := []string{"company/2026", "checkout/2026-Q3", "payments/2026-Q3", "data/2026-Q3"}; !slices.Equal(order, want) {
		t.Errorf("the documents are %q, want %q", order, want)
	}
	fast := ws.Document("checkout", "2026-Q3").Objectives[0]
	p99 := fast.KeyResults[0]
	if p99.Address() != "checkout/2026-Q3/fast/p99" || p99.Metric.Baseline.V.String() != "900" || len(p99.CheckIns) != 1 {
		t.Errorf("the first key result is %s from %s with %d check-ins", p99.Address(), p99.Metric.Baseline.V, len(p99.CheckIns))
	}
	if loved := fast.Supports[0]; loved.Objective != ws.Document("company", "2026").Objectives[0] || loved.Document != loved.Objective.Document || loved.Team != ws.Team("company") || loved.Cycle != ws.Cycle("2026") {
		t.Errorf("the support leads to %+v", loved)
	}
	if needed := fast.DependsOn[0].On; needed.KeyResult == nil || needed.KeyResult.Address() != "data/2026-Q3/pipeline/freshness" {
		t.Errorf("the dependency leads to %+v", needed)
	}
	listed := ws.Document("payments", "2026-Q3").Objectives[0].KeyResults[0]
	if !listed.IsRef() || listed.Definition() != p99 || listed.Address() != p99.Address() {
		t.Errorf("the reference leads to %+v", listed.Ref)
	}
	text := string(files[checkout].Data)
	if span := p99.Metric.Target.Span; text[span.Start:span.End] != "300" {
		t.Errorf("the target stands at %q, want 300", text[span.Start:span.End])
	}
	if err := fstest.TestFS(files, result.Files...); err != nil {
		t.Error(err)
	}
}

// TestReadingsAreInTheOrderOfTheirDates holds that the position in the file
// decides only between readings of one day.
func TestReadingsAreInTheOrderOfTheirDates(t *testing.T) {
	files := good()
	edit(t, files, checkout, p99CheckIns, `        check_ins:
          - {date: 2026-07-24, value: 3}
          - {date: 2026-07-10, value: 1}
          - {date: 2026-07-24, value: 4}
          - {date: 2026-07-17, confidence: 5}
`)
	result := read(t, files, load.Options{AsOf: date(midQuarter)})
	var got []string
	for _, c := range result.Workspace.Document("checkout", "2026-Q3").Objectives[0].KeyResults[0].CheckIns {
		value := "-"
		if c.Value != nil {
			value = c.Value.Number.String()
		}
		got = append(got, c.Date.V.String()+" "+value)
	}
	if want := []string{"2026-07-10 1", "2026-07-17 -", "2026-07-24 3", "2026-07-24 4"}; !slices.Equal(got, want) {
		t.Errorf("the check-ins are %q, want %q", got, want)
	}
}

// TestDraftsAreToldMildly holds that a baseline may still be missing before the
// cycle starts.
func TestDraftsAreToldMildly(t *testing.T) {
	files := good()
	edit(t, files, checkout, p99Metric, "metric: {kind: decrease, unit: ms, target: 300}")
	edit(t, files, checkout, p99CheckIns, "")
	for asOf, want := range map[string]string{"2026-06-30": "warning", "2026-07-01": "error", "": "error"} {
		result := read(t, files, load.Options{AsOf: date(asOf)})
		if len(result.Findings) != 1 || result.Findings[0].Rule != "no-baseline" || result.Findings[0].Severity.String() != want {
			t.Errorf("as of %q: %+v, want one %s", asOf, result.Findings, want)
		}
	}
}

// broken has mistakes of every sort in many files.
func broken() fstest.MapFS {
	files := good()
	for i := range 40 {
		team, cycle := i%5, i/5
		text := string(sample.Document(team, cycle))
		text = strings.NewReplacer("team: team-00003", "team: tem-00003", "baseline: 4", "basline: 4", "{date: 2026", "{date: 2036",
			"objective-0]", "objective-9]", "result-11\n", "result-10\n").Replace(text)
		files[fmt.Sprintf("okrs/%s/team-%05d.yaml", sample.Cycle(cycle), team)] = &fstest.MapFile{Data: []byte(text)}
	}
	files["okrs/torn.yaml"] = &fstest.MapFile{Data: []byte("version: 1\nteam: [\n")}
	registered := bytes.Replace(sample.Register(5), []byte("version: 1\norganization: Sample\nteams:\n"), nil, 1)
	files[register] = &fstest.MapFile{Data: append([]byte(registerText), registered...)}
	return files
}

// shuffled lists folders in any order.
type shuffled struct {
	fstest.MapFS
	random *rand.Rand
}

func (s shuffled) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := s.MapFS.ReadDir(name)
	s.random.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
	return entries, err
}

func TestTheResultIsTheSameForAnyOrder(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	files := broken()
	var first *load.Result
	for run := range 12 {
		runtime.GOMAXPROCS([]int{1, 2, 8}[run%3])
		system := shuffled{files, rand.New(rand.NewPCG(1, uint64(run)))}
		result, err := load.Workspace(system, load.Options{AsOf: date(midQuarter), Workers: []int{0, 1, 2, 8}[run%4]})
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = result
			if len(result.Findings) < 50 {
				t.Fatalf("only %d findings to compare", len(result.Findings))
			}
			continue
		}
		if diff := cmp.Diff(first.Findings, result.Findings); diff != "" {
			t.Fatalf("run %d finds something else:\n%s", run, diff)
		}
		if !slices.Equal(first.Files, result.Files) || picture(first.Workspace) != picture(result.Workspace) {
			t.Fatalf("run %d gives another workspace", run)
		}
	}
}

// picture is a workspace as text, with everything that can be reached from its
// documents.
func picture(ws *okr.Workspace) string {
	var out strings.Builder
	for _, team := range ws.Teams {
		fmt.Fprintln(&out, "team", team.ID.V, team.Depth, team.ParentID.V, len(team.Children))
	}
	for _, c := range ws.Cycles {
		fmt.Fprintln(&out, "cycle", c.ID, c.Start, c.End)
	}
	for _, d := range ws.Documents {
		fmt.Fprintln(&out, "document", d.File.Name, d.Address(), d.Team.ID.V, d.Cycle.ID, d.Outline)
		for o := range d.Every() {
			fmt.Fprintln(&out, " objective", o.Address(), o.Title, o.Commitment, o.Was, o.Cancelled != nil)
			for _, link := range o.Supports {
				fmt.Fprintln(&out, "  supports", link.Address, stands(link))
			}
			for _, k := range o.KeyResults {
				fmt.Fprintln(&out, "  key result", k.Address(), k.Title)
				if k.Body != nil && !d.Outline {
					fmt.Fprintln(&out, "   ", k.Metric.Unit, k.Metric.Baseline.V, k.Metric.Target.V, k.Weight.V, len(k.CheckIns), stands(k.Ref))
				}
			}
		}
	}
	return out.String()
}

func stands(link okr.Link) string {
	switch {
	case link.KeyResult != nil:
		return link.KeyResult.Address()
	case link.Objective != nil:
		return link.Objective.Address()
	case link.Document != nil:
		return link.Document.Address()
	}
	return "-"
}

// TestOutlinesSayTheSame holds that what is kept changes nothing that is said, and
// that an outline keeps names, titles and links.
func TestOutlinesSayTheSame(t *testing.T) {
	files := broken()
	edit(t, files, checkout, p99CheckIns, p99CheckIns+"        was: latency\n        outcome: {reason: dependency_failed, dependency: data/2026-Q3/pipeline/fresh}\n")
	edit(t, files, data, "[checkout/2026-Q3/fast]", "[checkout/2026-Q3/fast/latency]")
	whole := read(t, files, load.Options{AsOf: date(midQuarter)})
	asked := make(map[string]int)
	part := read(t, files, load.Options{AsOf: date(midQuarter), Keep: func(c *okr.Cycle) bool {
		asked[c.ID]++
		return c.ID == "2026"
	}})
	if diff := cmp.Diff(whole.Findings, part.Findings); diff != "" {
		t.Errorf("with outlines something else is found:\n%s", diff)
	}
	for id, times := range asked {
		if times != 1 {
			t.Errorf("%d questions whether to keep %s, want one", times, id)
		}
	}
	for i, d := range part.Workspace.Documents {
		full := whole.Workspace.Documents[i]
		if d.Outline != (d.Cycle.ID != "2026") || full.Outline {
			t.Errorf("%s is an outline: %t", d.Address(), d.Outline)
		}
		if diff := cmp.Diff(full, d, outlineOptions()); diff != "" {
			t.Errorf("%s differs in what an outline keeps:\n%s", d.Address(), diff)
		}
	}
	p99 := part.Workspace.Document("checkout", "2026-Q3").Objectives[0].KeyResults[0]
	if p99.Body == nil || len(p99.SharedWith) != 1 || p99.Metric.Unit.Written() || len(p99.CheckIns) > 0 {
		t.Errorf("of a key result with links the outline keeps %+v", p99.Body)
	}
	if calls := part.Workspace.Document("checkout", "2026-Q3").Objectives[1].KeyResults[0]; calls.Body != nil {
		t.Errorf("of a key result without links the outline keeps %+v", calls.Body)
	}
}

// outlineOptions compare what an outline keeps.
func outlineOptions() cmp.Options {
	onlyLinks := cmp.Transformer("links", func(b *okr.Body) okr.Links {
		if b == nil {
			return okr.Links{}
		}
		return b.Links
	})
	address := cmp.Transformer("address", func(l okr.Link) string { return l.Address.V + " → " + stands(l) })
	return cmp.Options{
		onlyLinks, address, cmpopts.EquateEmpty(),
		cmpopts.IgnoreFields(okr.Document{}, "Outline", "File", "Team", "Cycle", "Retrospective", "LeftOut"),
		cmpopts.IgnoreFields(okr.Objective{}, "Document", "Amendments"), cmpopts.IgnoreFields(okr.Background{}, "WhyNow", "Initiatives"),
		cmpopts.IgnoreFields(okr.KeyResult{}, "Objective"),
		cmp.Comparer(func(a, b metric.Number) bool { return a.Equal(b) }),
	}
}
