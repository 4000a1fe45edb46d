package history

import (
	"cmp"
	"maps"
	"slices"

	"github.com/okrs-as-code/okrs/okr"
)

// The parts of the names of tags, as okr.Cycle puts them together.
const (
	tagPrefix    = "okr/"
	closedSuffix = "-closed"
)

// Basis is the annotated tag of the cycle where there is one. Else it is the last
// commit on the default branch whose civil date lies within the grace, if it has
// documents of the cycle; if it has none, the first commit after it that does.
// Where none does, nothing was published, and only amendments can tell.
func (p *Past) Basis(cycle *okr.Cycle) okr.Basis {
	if s := p.publishedOf(cycle); s != nil {
		return s.basis
	}
	return okr.Basis{By: okr.ByAmendments}
}

// Published is a team's document as it was published for a cycle; where it came
// later, its first version since.
func (p *Past) Published(team, cycle string) *okr.Document {
	if s := p.publishedOf(p.cycle(cycle)); s != nil {
		return s.document(p, team)
	}
	return nil
}

// Joined reports whether a team's document came when the cycle had been published.
func (p *Past) Joined(team, cycle string) bool {
	s := p.publishedOf(p.cycle(cycle))
	return s != nil && s.document(p, team) != nil && s.joined[team]
}

// Closing is the annotated tag that closed the cycle.
func (p *Past) Closing(cycle *okr.Cycle) okr.Basis {
	if s := p.closedOf(cycle); s != nil {
		return s.basis
	}
	return okr.Basis{}
}

// Closed is a team's document as it was when its cycle was closed by a tag.
func (p *Past) Closed(team, cycle string) *okr.Document {
	if s := p.closedOf(p.cycle(cycle)); s != nil {
		return s.document(p, team)
	}
	return nil
}

// Strays are the tags of wanted cycles that stand elsewhere, by name.
func (p *Past) Strays() []okr.Stray {
	if p == nil {
		return nil
	}
	for _, c := range p.options.Cycles {
		p.publishedOf(c)
		p.closedOf(c)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.SortedFunc(maps.Values(p.strays), func(a, b okr.Stray) int { return cmp.Compare(a.Tag, b.Tag) })
}

// publishedOf is the published state of a cycle; nil where it is not a wanted one.
func (p *Past) publishedOf(cycle *okr.Cycle) *state {
	s := p.state(cycle, "")
	if s != nil {
		s.once.Do(func() {
			s.later = true
			if !s.fromTag(p, s.cycle.PublishTag()) {
				p.failed(s.fromLine(p))
			}
		})
	}
	return s
}

// closedOf is the state in which a cycle was closed; nil where it is not a wanted one.
func (p *Past) closedOf(cycle *okr.Cycle) *state {
	s := p.state(cycle, closedSuffix)
	if s != nil {
		s.once.Do(func() { s.fromTag(p, s.cycle.CloseTag()) })
	}
	return s
}

// state is a place for what is known of a wanted cycle; nil for any other.
func (p *Past) state(cycle *okr.Cycle, suffix string) *state {
	if cycle == nil {
		return nil
	}
	wanted := p.cycle(cycle.ID)
	if wanted == nil {
		return nil
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	key := wanted.ID + "/" + suffix // a cycle may be called like another one that is closed
	if p.states[key] == nil {
		p.states[key] = &state{cycle: wanted}
	}
	return p.states[key]
}

// fromTag takes the state from an annotated tag in the history of what is read.
func (s *state) fromTag(p *Past, name string) bool {
	tag, there, err := p.repository.Published(name)
	if err != nil || !there {
		p.failed(err)
		return false
	}
	ancestor, err := p.repository.IsAncestor(tag.Commit, p.options.Head)
	if err != nil {
		p.failed(err)
		return false
	}
	if !ancestor {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.strays[name] = okr.Stray{Tag: name, Cycle: s.cycle.ID, Revision: tag.Commit.String(), On: okr.DateOf(tag.When)}
		return false
	}
	s.commit = tag.Commit
	s.basis = okr.Basis{By: okr.ByTag, Revision: tag.Commit.String(), On: okr.DateOf(tag.When)}
	return true
}
