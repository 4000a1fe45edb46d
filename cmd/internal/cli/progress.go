package cli

import (
	"fmt"
	"sync"
	"time"
)

// progress tells a person at a terminal that something takes its time. How much
// there is to do is not known beforehand, so it counts.
type progress struct {
	env   Env
	label string // such as "reading history"
	unit  string // such as "commits"

	mu    sync.Mutex
	next  time.Time
	shown bool
}

const (
	// patience is how long nothing is said.
	patience = 400 * time.Millisecond
	// progressEvery is how often the line changes.
	progressEvery = 100 * time.Millisecond
)

func (e Env) progress(label, unit string) *progress {
	return &progress{env: e, label: label, unit: unit, next: e.Now().Add(patience)}
}

// show says how far it is.
func (p *progress) show(count int) {
	if !p.env.ErrTerminal {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if now := p.env.Now(); now.After(p.next) {
		p.next, p.shown = now.Add(progressEvery), true
		fmt.Fprintf(p.env.Err, "\r%s: %d %s", p.label, count, p.unit)
	}
}

// clear takes the line away, before anything else is written.
func (p *progress) clear() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shown {
		p.shown = false
		fmt.Fprint(p.env.Err, "\r\x1b[K")
	}
}
