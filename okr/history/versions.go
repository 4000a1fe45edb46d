package history

import (
	"github.com/okrs-as-code/okrs/okr"
)

// Versions are the versions of a team's document for a cycle, oldest first. Those
// that cannot be read as a document are left out.
func (p *Past) Versions(team, cycle string) []okr.Version {
	if p.cycle(cycle) == nil {
		return nil
	}
	var found []okr.Version
	var last *okr.Document
	for _, v := range p.walked().versions[identity{team, cycle}] {
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

// firsts are the first versions since publication of the documents of a cycle, by team.
func (p *Past) firsts(cycle string) map[string]version {
	found := make(map[string]version)
	w := p.walked()
	for id := range w.versions {
		if id.cycle != cycle {
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
