package history

import (
	"slices"

	"github.com/okrs-as-code/okrs/okr/origin"
)

// version is what a commit made of a document.
type version struct {
	place  int // of the commit, see event
	commit *origin.Commit
	path   string
	page   *page // nil where it was removed
}

// follower turns changes of files into versions of documents, which keep their
// identity when a file is renamed.
type follower struct {
	files    map[string]held       // what each file is at the time
	holders  map[identity][]string // the files of each document, sorted; rarely more than one
	versions map[identity][]version
}

// held is a file and the document it is. A content that does not show what it is,
// because it is broken for a while, leaves the file what it was.
type held struct {
	identity
	page *page
}

// follow gives the versions of each document, oldest first. The events are newest
// first.
func follow(events []event) map[identity][]version {
	f := &follower{make(map[string]held), make(map[identity][]string), make(map[identity][]version)}
	for end := len(events); end > 0; {
		start := end - 1
		for start > 0 && events[start-1].place == events[start].place {
			start--
		}
		f.step(events[start:end])
		end = start
	}
	return f.versions
}

// step is one commit.
func (f *follower) step(changes []event) {
	var touched []identity
	touch := func(id identity) {
		if id.team != "" && !slices.Contains(touched, id) {
			touched = append(touched, id)
		}
	}
	for _, e := range changes {
		before := f.files[e.path].identity
		now := held{page: e.page}
		switch {
		case e.page == nil:
		case e.page.hidden:
			now.identity = before
		default:
			now.identity = e.page.identity
		}
		f.put(e.path, now)
		touch(before)
		touch(now.identity)
	}
	for _, id := range touched {
		f.note(id, changes[0])
	}
}

// put notes what a file is from now on.
func (f *follower) put(path string, now held) {
	before := f.files[path]
	if now.page == nil {
		delete(f.files, path)
	} else {
		f.files[path] = now
	}
	if before.identity == now.identity {
		return
	}
	if i, there := slices.BinarySearch(f.holders[before.identity], path); there {
		f.holders[before.identity] = slices.Delete(f.holders[before.identity], i, i+1)
	}
	if i, there := slices.BinarySearch(f.holders[now.identity], path); !there && now.team != "" {
		f.holders[now.identity] = slices.Insert(f.holders[now.identity], i, path)
	}
}

// note adds a version of a document if it is another one than before: of two files
// for it the first counts, as in a workspace, and a new name alone is no new version.
func (f *follower) note(id identity, e event) {
	now := version{place: e.place, commit: e.commit}
	if holders := f.holders[id]; len(holders) > 0 {
		now.path, now.page = holders[0], f.files[holders[0]].page
	}
	known := f.versions[id]
	if len(known) == 0 && now.page == nil || len(known) > 0 && known[len(known)-1].page == now.page {
		return
	}
	if now.page == nil {
		now.path = known[len(known)-1].path
	}
	f.versions[id] = append(known, now)
}
