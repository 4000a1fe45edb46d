package history

import (
	"maps"
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/origin"
)

// Has reports whether history knows a document of a wanted cycle: a published one, or
// any version as far as history is walked. So it tells whether a cycle that no
// document of today is of ever was one.
func (p *Past) Has(cycle string) bool {
	s := p.publishedOf(p.cycle(cycle))
	if s == nil {
		return false
	}
	if !s.commit.IsZero() {
		s.document(p, "") // reads the state
		if s.workspace != nil && len(s.workspace.Documents) > 0 {
			return true
		}
	}
	for id := range p.walked().versions {
		if id.cycle == cycle {
			return true
		}
	}
	return false
}

// Others are the cycles beside the wanted ones that there were documents of, in some
// commit from the head back to the first before a day, and those that a tag in this
// history publishes or closes, whenever that was. They are sorted words, as they
// stand in documents and tags: not each need be the name of a cycle. To know more of
// one, read the past again with it among the wanted ones.
func (p *Past) Others(since okr.Date) []string {
	if p == nil {
		return nil
	}
	met := maps.Clone(p.walked().cycles)
	if ends := p.walk.ends; met == nil || !ends.IsZero() && ends >= since {
		var err error
		if met, err = p.metSince(since); err != nil {
			p.failed(err)
			return nil
		}
	}
	if err := p.addTagged(met); err != nil {
		p.failed(err)
		return nil
	}
	maps.DeleteFunc(met, func(id string, _ bool) bool { return p.cycle(id) != nil })
	return slices.Sorted(maps.Keys(met))
}

// metSince are the cycles of the documents in the commits from the head back to the
// first before a day.
func (p *Past) metSince(since okr.Date) (map[string]bool, error) {
	var last *origin.Commit
	count := 0
	for commit, err := range p.repository.Commits(p.ctx, p.options.Head) {
		if err != nil {
			return nil, err
		}
		last, count = commit, count+1
		if okr.DateOf(commit.When) < since {
			break
		}
	}
	events, err := p.changes(p.options.Head, count)
	if err == nil {
		events, err = p.standing(events, last, count-1)
	}
	return cyclesOf(events), err
}

// cyclesOf are the cycles of the documents in events.
func cyclesOf(events []event) map[string]bool {
	met := make(map[string]bool)
	for _, e := range events {
		if e.page != nil && e.page.says != "" {
			met[e.page.says] = true
		}
	}
	return met
}

// addTagged adds the cycles that tags in the history of the head publish or close.
func (p *Past) addTagged(met map[string]bool) error {
	tags, err := p.repository.Tags(tagPrefix)
	if err != nil {
		return err
	}
	for _, tag := range tags {
		id := strings.TrimSuffix(strings.TrimPrefix(tag.Name, tagPrefix), closedSuffix)
		if !tag.Annotated || tag.Commit.IsZero() || met[id] || p.cycle(id) != nil {
			continue
		}
		here, err := p.repository.IsAncestor(tag.Commit, p.options.Head)
		if err != nil {
			return err
		}
		if here {
			met[id] = true
		}
	}
	return nil
}
