package history

import (
	"iter"
	"math"
	"slices"
	"sync"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/origin"
)

// walk is every version of every document, once it was walked.
type walk struct {
	once     sync.Once
	versions map[identity][]version // oldest first
	// published are the places, among the commits from the head, of the one each
	// cycle was published with; beyond all where it was not.
	published map[string]int

	cycles map[string]bool // whose documents were met, by id
	ends   okr.Date        // the day of the oldest commit; zero where history begins with it
}

// event is what a commit made of a file.
type event struct {
	place  int // of the commit: how many lie between it and where the walk began
	commit *origin.Commit
	path   string
	page   *page // nil where the file was removed
}

// walked walks history the first time it is needed.
func (p *Past) walked() *walk {
	p.walk.once.Do(func() {
		if len(p.options.Cycles) > 0 {
			p.failed(p.read())
		}
	})
	return &p.walk
}

func (p *Past) read() error {
	commits, err := p.publications()
	if err != nil {
		return err
	}
	bottom := 0
	for _, place := range p.walk.published {
		if place < len(commits) {
			bottom = max(bottom, place)
		}
	}
	count := bottom + 1
	if p.options.Whole {
		count = math.MaxInt
	}
	events, err := p.changes(p.options.Head, count)
	if err != nil {
		return err
	}
	if last := commits[bottom]; !p.options.Whole && len(last.Parents) > 0 {
		events, err = p.standing(events, last, bottom)
	}
	if err != nil {
		return err
	}
	p.walk.versions = follow(events)
	p.walk.cycles = cyclesOf(events)
	if last := commits[bottom]; !p.options.Whole && len(last.Parents) > 0 {
		p.walk.ends = okr.DateOf(last.When)
	}
	return nil
}

// publications finds the commits with which cycles were published among those from
// the head, newest first, and gives these as far as it had to look. Where it is not
// among them, because it came with a merge, the merge takes its place.
func (p *Past) publications() ([]*origin.Commit, error) {
	p.walk.published = make(map[string]int)
	sought := make(map[origin.Hash][]string)
	for _, c := range p.options.Cycles {
		p.walk.published[c.ID] = math.MaxInt
		if s := p.publishedOf(c); !s.commit.IsZero() {
			sought[s.commit] = append(sought[s.commit], c.ID)
		}
	}
	line, err := p.onLine()
	if err != nil {
		return nil, err
	}
	// For cycles that were not published there, all before the line is of no use.
	sought[line[0].Hash] = append(sought[line[0].Hash], "")
	var commits []*origin.Commit
	var hashes []origin.Hash
	for commit, err := range p.fromHead(line) {
		if err != nil {
			return nil, err
		}
		commits, hashes = append(commits, commit), append(hashes, commit.Hash)
		for _, id := range sought[commit.Hash] {
			p.walk.published[id] = len(commits) - 1
		}
		if delete(sought, commit.Hash); len(sought) == 0 {
			return commits, nil
		}
	}
	for hash, ids := range sought {
		place, err := p.newestBefore(hashes, hash)
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			p.walk.published[id] = place
		}
	}
	return commits, nil
}

// fromHead goes through the commits from the head, newest first, without reading
// those of the line again where it begins there.
func (p *Past) fromHead(line []*origin.Commit) iter.Seq2[*origin.Commit, error] {
	if line[0].Hash != p.options.Head {
		return p.repository.Commits(p.ctx, p.options.Head)
	}
	return func(yield func(*origin.Commit, error) bool) {
		for _, commit := range line {
			if !yield(commit, nil) {
				return
			}
		}
		if last := line[len(line)-1]; len(last.Parents) > 0 {
			p.repository.Commits(p.ctx, last.Parents[0])(yield)
		}
	}
}

// changes are what the first so many commits made of documents, newest first.
func (p *Past) changes(from origin.Hash, count int) ([]event, error) {
	var events []event
	place := -1
	options := origin.WalkOptions{
		Match: p.single.Is, Enter: p.single.Enters,
		NamesOnly: true, // those that are known from a published state need not be read again
		Progress: func(commits int) {
			place = commits - 1
			if p.options.Progress != nil {
				p.options.Progress(commits)
			}
		},
	}
	for v, err := range p.repository.Walk(p.ctx, from, options) {
		if err != nil {
			return nil, err
		}
		if place >= count {
			break
		}
		e := event{place: place, commit: v.Commit, path: v.Path}
		// A link or a submodule in the place of a document is none.
		if v.Mode.IsRegular() && !v.Blob.IsZero() {
			if e.page, err = p.page(v.Blob, v.Path); err != nil {
				return nil, err
			}
		}
		events = append(events, e)
	}
	return events, nil
}

// standing puts in the place of what a commit changed all that it has.
func (p *Past) standing(events []event, commit *origin.Commit, place int) ([]event, error) {
	events = slices.DeleteFunc(events, func(e event) bool { return e.place == place })
	all, err := p.files(commit.Hash)
	for _, l := range all {
		events = append(events, event{place, commit, l.name, l.page})
	}
	return events, err
}

// since are the versions of a document from the one, or the removal, that stood when
// its cycle was published.
func (w *walk) since(id identity) []version {
	versions := w.versions[id]
	for i, v := range slices.Backward(versions) {
		if v.place >= w.published[id.cycle] {
			return versions[i:]
		}
	}
	return versions
}

// date is the civil date of a version, at the earliest that of a publication.
func (v version) date(basis okr.Basis) okr.Date { return max(okr.DateOf(v.commit.When), basis.On) }
