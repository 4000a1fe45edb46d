package history

import (
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/okrs-as-code/okrs/okr"
)

// Versions are the versions of a team's document for a cycle, oldest first. Those
// that cannot be read as a document are left out.
func (p *Past) Versions(team, cycle string) []okr.Version {
	if p.cycle(cycle) == nil {
		return nil
	}
	versions := p.walked().versions[identity{team, cycle}]
	p.parseAll(versions)
	versions = p.withMended(identity{team, cycle}, versions)
	var found []okr.Version
	var last *okr.Document
	for _, v := range versions {
		document := p.parsed(v.page)
		if v.page != nil && document == nil || document == last {
			continue // broken, or what it was before it was broken
		}
		last = document
		found = append(found, okr.Version{
			Revision: v.commit.Hash.String(), On: okr.DateOf(v.commit.When), Path: v.path, Document: document,
		})
	}
	return found
}

// parseAll parses versions side by side: that is most of the work of reading a past.
func (p *Past) parseAll(versions []version) {
	workers := min(runtime.GOMAXPROCS(0), len(versions))
	if workers < 2 {
		return
	}
	var next atomic.Int64
	var group sync.WaitGroup
	for range workers {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(versions); i = int(next.Add(1)) - 1 {
				p.parsed(versions[i].page)
			}
		})
	}
	group.Wait()
}

// firsts are the first versions since publication of the documents of a cycle, by
// team, without those of some teams.
func (p *Past) firsts(cycle string, without map[string]bool) map[string]version {
	found := make(map[string]version)
	w := p.walked()
	for id := range w.versions {
		if id.cycle != cycle || without[id.team] {
			continue
		}
		for _, v := range w.since(id) {
			if p.parsed(v.page) != nil {
				found[id.team] = v
				break
			}
		}
	}
	return found
}
