package report_test

import (
	"fmt"
	"io"
	"math/rand/v2"
	"strconv"
	"testing"
	"time"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/cascade"
	"github.com/okrs-as-code/okrs/okr/render"
	"github.com/okrs-as-code/okrs/okr/report"
	"github.com/okrs-as-code/okrs/okr/source"
)

func written(words string) okr.Text { return okr.Text{V: words, Span: source.Span{Start: 1, End: 2}} }

// drawn makes so many objectives, spread in turns over teams whose tree is binary.
func drawn(objectives, teams int) *drawing {
	cycle := &okr.Cycle{ID: "2026-Q3", Start: okr.NewDate(2026, 7, 1), End: okr.NewDate(2026, 9, 30), Grace: 14}
	d := &drawing{ws: &okr.Workspace{Cycles: []*okr.Cycle{cycle}, File: source.NewFile(nil, "okr.yaml", nil), Settings: okr.DefaultSettings()}}
	for i := range teams {
		team := &okr.Team{ID: written(fmt.Sprintf("t%03d", i))}
		if i > 0 {
			team.Parent = d.ws.Teams[max(0, i-2)]
			team.Depth = team.Parent.Depth + 1
			team.Parent.Children = append(team.Parent.Children, team)
		}
		d.ws.Teams = append(d.ws.Teams, team)
		d.ws.Documents = append(d.ws.Documents, &okr.Document{
			Team: team, TeamID: team.ID, Cycle: cycle, CycleID: written(cycle.ID), File: source.NewFile(nil, team.ID.V+".yaml", nil),
		})
	}
	silent := new(okr.Background)
	for i := range objectives {
		doc := d.ws.Documents[i%teams]
		o := &okr.Objective{Document: doc, ID: written("o" + strconv.Itoa(i)), Title: written("People like number " + strconv.Itoa(i)), Background: silent}
		doc.Objectives = append(doc.Objectives, o)
		d.objectives = append(d.objectives, o)
	}
	d.ws.Index()
	return d
}

func (d *drawing) link(number int) okr.Link {
	o := d.objectives[number]
	return okr.Link{Address: written(o.Address()), Team: o.Document.Team, Cycle: o.Document.Cycle, Document: o.Document, Objective: o}
}

func (d *drawing) support(child, parent int) {
	d.objectives[child].Supports = append(d.objectives[child].Supports, d.link(parent))
}

func (d *drawing) ask(from, on int) {
	o := d.objectives[from]
	if len(o.DependsOn) == 0 {
		o.Background = new(okr.Background)
	}
	o.DependsOn = append(o.DependsOn, okr.Dependency{On: d.link(on)})
}

// write reads the graph and prints it in some formats.
func (d *drawing) write(t testing.TB, formats ...string) int {
	size := 0
	doc := report.Cascade(cascade.Read(d.ws, d.ws.Cycles[0], d.ws.Cycles[0].Start), report.CascadeOptions{})
	for _, name := range formats {
		f, _ := render.FormatByName(name)
		var counted counter
		if err := f.Write(&counted, doc, render.Style{Width: 100}); err != nil {
			t.Fatal(err)
		}
		size += int(counted)
	}
	return size
}

type counter int

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

var _ io.Writer = new(counter)

// TestLongChainsAndRingsAreDrawn prints what a recursion, or a margin for each level,
// could not.
func TestLongChainsAndRingsAreDrawn(t *testing.T) {
	start := time.Now()
	const long = 100_000
	chain := drawn(long, 9)
	for i := 1; i < long; i++ {
		chain.support(i, i-1)
	}
	ring := drawn(long/2, 9)
	for i := range long / 2 {
		ring.support(i, (i+1)%(long/2))
	}
	for _, d := range []*drawing{chain, ring} {
		if size := d.write(t, "text", "json"); size < long || size > 3000*long {
			t.Errorf("%d bytes are printed", size)
		}
	}
	if took := time.Since(start); took > 3*time.Minute {
		t.Errorf("it took %s", took)
	}
}

// BenchmarkCascade reads and prints workspaces of growing size with three links for each
// objective; the time for each should stay what it is.
func BenchmarkCascade(b *testing.B) {
	for _, size := range []int{1_000, 10_000, 100_000} {
		random := rand.New(rand.NewPCG(7, 8))
		d := drawn(size, size/100)
		for i := range size {
			d.support(i, random.IntN(max(i, 1)))
			d.support(i, random.IntN(max(i, 1)))
			d.ask(i, random.IntN(size))
		}
		for _, format := range []string{"json", "text"} {
			b.Run(format+"/"+strconv.Itoa(size), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					d.write(b, format)
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*size), "ns/objective")
			})
		}
	}
}
