package render

import (
	"runtime"
	"sync"

	"github.com/okrs-as-code/okrs/okr/report"
)

const (
	mostCrowd = 1024 // items of a list that are turned into text before they are written
	fewCrowd  = 128  // so few are not worth another goroutine
)

// crowd writes items of a list, each core a part of them: writing many findings takes
// as long as finding them. What is written does not depend on how many cores there are.
func (e *jsonEncoder) crowd(items []report.Later, first bool) {
	if len(items) == 0 {
		return
	}
	parts := min(runtime.GOMAXPROCS(0), 1+len(items)/fewCrowd)
	for len(e.scribes) < parts {
		e.scribes = append(e.scribes, jsonEncoder{sink: new(sink)})
	}
	var group sync.WaitGroup
	for i := range parts {
		scribe := &e.scribes[i]
		scribe.depth, scribe.compact, scribe.out = e.depth, e.compact, scribe.out[:0]
		from, to := i*len(items)/parts, (i+1)*len(items)/parts
		group.Go(func() {
			for j, item := range items[from:to] {
				scribe.item(item, first && from+j == 0)
			}
		})
	}
	group.Wait()
	e.spill()
	for i := range e.scribes[:parts] {
		e.fail(e.scribes[i].err)
		e.pass(e.scribes[i].out)
	}
}
