package diff_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
)

// sketch is a small organisation before it is made into a workspace, so that it can
// be copied and edited.
type sketch struct {
	documents []sketchDocument
	scoring   string // an objective's score
}

type sketchDocument struct {
	team, cycle string
	objectives  []sketchObjective
}

type sketchObjective struct {
	id, was, title string
	committed      bool
	weight         int64
	stopped        int // day of the cycle; 0 for none
	supports       []string
	results        []sketchResult
}

type sketchResult struct {
	id, was, title, ref           string
	origin                        string // the id that it was drawn with
	kind, unit, source            string
	baseline, target, low, failAt int64
	aggregate, threshold          string
	credit                        int64
	weight                        int64
	guardrail                     bool
	starts, stopped, observable   int
	amended                       int64 // what the target was before an amendment; 0 for none
	readings                      []sketchReading
}

type sketchReading struct {
	day        int
	value      int64
	confidence int64
}

func (s sketch) copy() sketch {
	c := s
	c.documents = slices.Clone(s.documents)
	for i := range c.documents {
		d := &c.documents[i]
		d.objectives = slices.Clone(d.objectives)
		for j := range d.objectives {
			o := &d.objectives[j]
			o.supports, o.results = slices.Clone(o.supports), slices.Clone(o.results)
			for k := range o.results {
				o.results[k].readings = slices.Clone(o.results[k].readings)
			}
		}
	}
	return c
}

// artist draws sketches from a seed.
type artist struct {
	*rand.Rand
	next int // for names that nothing else has
}

func newArtist(seed uint64) *artist { return &artist{Rand: rand.New(rand.NewPCG(seed, 11))} }

func (a *artist) name(kind string) string {
	a.next++
	return fmt.Sprintf("%s-%d", kind, a.next)
}

func (a *artist) sketch() sketch {
	s := sketch{scoring: "mean"}
	for _, team := range []string{"a", "b", "c"}[:1+a.IntN(3)] {
		for _, cycle := range []string{"2026-Q1", "2026-Q2"}[:1+a.IntN(2)] {
			s.documents = append(s.documents, a.document(team, cycle))
		}
	}
	if a.IntN(2) == 0 && len(s.documents) > 1 {
		a.share(&s)
	}
	return s
}

func (a *artist) document(team, cycle string) sketchDocument {
	d := sketchDocument{team: team, cycle: cycle}
	for range 1 + a.IntN(2) {
		d.objectives = append(d.objectives, a.objective())
	}
	return d
}

func (a *artist) objective() sketchObjective {
	o := sketchObjective{id: a.name("o"), weight: 1, committed: a.IntN(3) == 0}
	o.title = "Objective " + o.id
	for range 1 + a.IntN(3) {
		o.results = append(o.results, a.result())
	}
	return o
}

func (a *artist) result() sketchResult {
	r := sketchResult{id: a.name("k"), unit: "EUR", weight: 1, baseline: a.Int64N(100), credit: 1 + a.Int64N(9)}
	r.title, r.origin = "Key result "+r.id, r.id
	r.target = r.baseline + 1 + a.Int64N(100)
	r.kind = []string{"", "", "increase", "at_least", "at_most", "between", "milestone", "stages", "decrease"}[a.IntN(9)]
	if r.kind == "decrease" || r.kind == "" && a.IntN(2) == 0 {
		r.baseline, r.target = r.target, r.baseline
	}
	r.low = r.target - 1 - a.Int64N(20)
	for day := 3; day < 80; day += 1 + a.IntN(30) {
		r.readings = append(r.readings, sketchReading{day: day, value: a.Int64N(220), confidence: a.Int64N(11)})
	}
	return r
}

// share lets a document list a key result of another one of the same cycle.
func (a *artist) share(s *sketch) {
	from, to := &s.documents[a.IntN(len(s.documents))], &s.documents[a.IntN(len(s.documents))]
	o := from.objectives[0]
	if from.team == to.team || from.cycle != to.cycle || o.results[0].ref != "" {
		return
	}
	ref := from.team + "/" + from.cycle + "/" + o.id + "/" + o.results[0].id
	at := &to.objectives[0]
	if !slices.ContainsFunc(at.results, func(r sketchResult) bool { return r.ref == ref }) {
		at.results = append(at.results, sketchResult{ref: ref, weight: 1})
	}
}

// edit changes a few things of a sketch.
func (a *artist) edit(before sketch) sketch {
	s := before.copy()
	for range 1 + a.IntN(4) {
		d := &s.documents[a.IntN(len(s.documents))]
		switch a.IntN(12) {
		case 0:
			d.objectives = append(d.objectives, a.objective())
		case 1:
			if len(d.objectives) > 1 {
				d.objectives = slices.Delete(d.objectives, 0, 1)
			}
		case 2:
			a.share(&s)
		case 3:
			if len(s.documents) > 1 && a.IntN(3) == 0 {
				s.documents = slices.Delete(s.documents, 0, 1)
			}
		case 4:
			s.scoring = []string{"mean", "min"}[a.IntN(2)]
		default:
			a.editObjective(&d.objectives[a.IntN(len(d.objectives))], d)
		}
	}
	for r := range s.results() {
		if r.ref == "" && a.IntN(4) == 0 {
			r.readings = append(r.readings, sketchReading{day: 80 + a.IntN(9), value: (r.baseline + r.target) / 2})
		}
	}
	return s
}

// results goes through the key results.
func (s sketch) results() func(yield func(*sketchResult) bool) {
	return func(yield func(*sketchResult) bool) {
		for i := range s.documents {
			for j := range s.documents[i].objectives {
				for k := range s.documents[i].objectives[j].results {
					if !yield(&s.documents[i].objectives[j].results[k]) {
						return
					}
				}
			}
		}
	}
}

// between is the second sketch with the readings of the first.
func between(before, after sketch) sketch {
	readings := map[string][]sketchReading{}
	for r := range before.results() {
		if r.ref == "" {
			readings[r.origin] = r.readings
		}
	}
	s := after.copy()
	for r := range s.results() {
		if was, ok := readings[r.origin]; ok && r.ref == "" {
			r.readings = was
		}
	}
	return s
}

func (a *artist) editObjective(o *sketchObjective, d *sketchDocument) {
	switch a.IntN(12) {
	case 0:
		o.was, o.id = o.id, a.name("o")
	case 1:
		o.weight = a.Int64N(4)
	case 2:
		o.stopped = a.IntN(80)
	case 3:
		o.committed = !o.committed
	case 4:
		o.results = append(o.results, a.result())
	case 5:
		if len(o.results) > 1 {
			o.results = slices.Delete(o.results, 0, 1)
		}
	case 6:
		o.supports = append(o.supports, "a/2026-Q1")
	case 7:
		other := &d.objectives[a.IntN(len(d.objectives))]
		if r := o.results[0]; other != o && len(o.results) > 1 && r.ref == "" {
			r.was = d.team + "/" + d.cycle + "/" + o.id + "/" + r.id
			o.results = slices.Delete(o.results, 0, 1)
			other.results = append(other.results, r)
		}
	default:
		a.editResult(&o.results[a.IntN(len(o.results))])
	}
}

func (a *artist) editResult(r *sketchResult) {
	if r.ref != "" {
		r.weight = a.Int64N(4)
		return
	}
	switch a.IntN(17) {
	case 0:
		r.target, r.amended = r.target+1+a.Int64N(9), r.target
	case 1, 2:
		r.target += a.Int64N(80) - 40
	case 3:
		r.baseline += a.Int64N(40) - 20
	case 4:
		r.low -= a.Int64N(9) - 4
	case 5:
		r.failAt = a.Int64N(100)
	case 6:
		r.aggregate = []string{"", "last", "sum", "mean", "max", "min"}[a.IntN(6)]
	case 7:
		r.threshold = []string{"", "last", "held_share", "worst"}[a.IntN(4)]
	case 8:
		r.weight = a.Int64N(5)
	case 9:
		r.guardrail = !r.guardrail
	case 10:
		r.starts, r.stopped, r.observable = a.IntN(60), a.IntN(2)*a.IntN(80), a.IntN(2)*a.IntN(120)
	case 11:
		r.was, r.id = r.id, a.name("k")
	case 12:
		r.unit, r.source = []string{"EUR", "USD", "percent", "%"}[a.IntN(4)], []string{"", "books", "tills"}[a.IntN(3)]
	case 13:
		r.credit = 1 + a.Int64N(9)
	case 14, 15:
		if len(r.readings) > 1 {
			r.readings[0].value, r.readings[1].confidence = a.Int64N(200), a.Int64N(11)
		}
	default:
		r.title += " again"
	}
}
