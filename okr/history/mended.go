package history

import (
	"math"
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr/origin"
)

// readableBefore finds what files of a commit that cannot be read last were: for each
// its newest version up to the commit that is a document, where that is one of the
// cycle. A file that shows whose it is was the same document then. They are in the
// order of the files, and their places are before all that was walked.
func (p *Past) readableBefore(commit origin.Hash, cycle string, broken []listed) ([]version, error) {
	sought := make(map[string]*page)
	for _, l := range broken {
		sought[l.name] = l.page
	}
	var found []version
	options := origin.WalkOptions{
		Match: func(name string) bool { return sought[name] != nil }, Enter: p.single.Enters, NamesOnly: true,
	}
	if len(sought) == 0 {
		return nil, nil
	}
	for v, err := range p.repository.Walk(p.ctx, commit, options) {
		if err != nil {
			return nil, err
		}
		now := sought[v.Path]
		if now == nil {
			continue
		}
		was, ends, err := p.readableIn(v)
		if err != nil {
			return nil, err
		}
		if was != nil && was.cycle == cycle && (now.hidden || now.identity == was.identity) {
			found = append(found, version{place: math.MaxInt, commit: v.Commit, path: v.Path, page: was})
		}
		if ends {
			delete(sought, v.Path)
		}
		if len(sought) == 0 {
			break
		}
	}
	slices.SortFunc(found, func(a, b version) int { return strings.Compare(a.path, b.path) })
	return found, nil
}

// readableIn is the document that a commit made of a file; nil where it made none.
// It also reports whether there is no use in looking before it.
func (p *Past) readableIn(v origin.Version) (g *page, ends bool, err error) {
	if !v.Mode.IsRegular() || v.Blob.IsZero() {
		return nil, true, nil
	}
	if g, err = p.page(v.Blob, v.Path); err != nil {
		return nil, true, err
	}
	switch {
	case !g.hidden && g.cycle == "": // of a cycle that nobody asked for
		return nil, true, nil
	case g.hidden || p.parsed(g) == nil:
		return nil, v.Before.IsZero(), nil
	}
	return g, true, nil
}

// publishes reports whether a commit has documents of a cycle, also such as cannot be
// read in it and could before.
func (p *Past) publishes(commit origin.Hash, cycle string) (bool, error) {
	all, err := p.files(commit)
	if err != nil {
		return false, err
	}
	var hidden []listed
	for _, l := range all {
		if l.cycle == cycle {
			return true, nil
		}
		if l.hidden {
			hidden = append(hidden, l)
		}
	}
	before, err := p.readableBefore(commit, cycle, hidden)
	return len(before) > 0, err
}

// withMended puts what a document last was before it was published in a state that
// cannot be read in front of its versions, where these do not have it.
func (p *Past) withMended(id identity, versions []version) []version {
	s, w := p.publishedOf(p.cycle(id.cycle)), p.walked()
	since := w.since(id)
	if len(since) > 0 && since[0].place >= w.published[id.cycle] && p.parsed(since[0].page) != nil {
		return versions // it could be read
	}
	s.document(p, id.team)
	mended, there := s.mended[id.team]
	if !there || slices.ContainsFunc(versions, func(v version) bool { return v.page == mended.page }) {
		return versions
	}
	return append([]version{mended}, versions...)
}
