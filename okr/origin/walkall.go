package origin

import (
	"container/heap"
	"context"
)

// all walks to every ancestor.
func (w *walk) all(ctx context.Context, head Hash) error {
	commit, folder, err := w.read(head)
	if err != nil {
		return err
	}
	folders := map[Hash]Hash{head: folder} // of every commit that was read
	var queue byDate
	queue.push(commit)
	for len(queue.commits) > 0 && !w.stopped {
		if err := ctx.Err(); err != nil {
			return err
		}
		commit := queue.pop()
		for _, parent := range commit.Parents {
			if _, met := folders[parent]; met {
				continue
			}
			read, folder, err := w.read(parent)
			if err != nil {
				return err
			}
			folders[parent] = folder
			queue.push(read)
		}
		changes, err := w.own(commit, folders)
		if err != nil {
			return err
		}
		if err := w.deliver(commit, changes); err != nil {
			return err
		}
	}
	return nil
}

// own is what a commit has and none of its parents.
func (w *walk) own(commit *Commit, folders map[Hash]Hash) ([]change, error) {
	after := folders[commit.Hash]
	if len(commit.Parents) == 0 {
		return w.compare(Hash{}, after)
	}
	for _, parent := range commit.Parents {
		if folders[parent] == after {
			return nil, nil
		}
	}
	changes, err := w.compare(folders[commit.Parents[0]], after)
	for _, parent := range commit.Parents[1:] {
		if err != nil || len(changes) == 0 {
			break
		}
		var others []change
		others, err = w.compare(folders[parent], after)
		changes = both(changes, others)
	}
	return changes, err
}

// both keeps the changes of files that changed in the others too.
func both(changes, others []change) []change {
	names := make(map[string]bool, len(others))
	for _, c := range others {
		names[c.name] = true
	}
	var kept []change
	for _, c := range changes {
		if names[c.name] {
			kept = append(kept, c)
		}
	}
	return kept
}

// byDate is commits of which the newest comes first; of equal ones the one that
// was met first, as in git.
type byDate struct {
	commits []dated
	met     int
}

type dated struct {
	commit *Commit
	order  int
}

func (q *byDate) push(commit *Commit) {
	q.met++
	heap.Push(q, dated{commit, q.met})
}

func (q *byDate) pop() *Commit { return heap.Pop(q).(dated).commit }

// Len is part of heap.Interface.
func (q *byDate) Len() int { return len(q.commits) }

// Less is part of heap.Interface.
func (q *byDate) Less(i, j int) bool {
	a, b := q.commits[i], q.commits[j]
	if a.commit.When.Unix() != b.commit.When.Unix() {
		return a.commit.When.After(b.commit.When)
	}
	return a.order < b.order
}

// Swap is part of heap.Interface.
func (q *byDate) Swap(i, j int) { q.commits[i], q.commits[j] = q.commits[j], q.commits[i] }

// Push is part of heap.Interface.
func (q *byDate) Push(x any) { q.commits = append(q.commits, x.(dated)) }

// Pop is part of heap.Interface.
func (q *byDate) Pop() any {
	last := q.commits[len(q.commits)-1]
	q.commits = q.commits[:len(q.commits)-1]
	return last
}
