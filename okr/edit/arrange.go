package edit

import "slices"

// order gives the canonical order of keys: those that the shape knows in its
// order, each followed by the unknown ones that follow it now. Unknown keys before
// the first known one stay first. The result is nil where nothing moves; else it
// holds the present positions.
func (s *shape) order(keys []string) []int {
	if s == nil || len(s.rank) == 0 {
		return nil
	}
	ranks, places := make([]int, len(keys)), make([]int, len(keys))
	rank := -1
	for i, key := range keys {
		if known, ok := s.rank[key]; ok {
			rank = known
		}
		ranks[i], places[i] = rank, i
	}
	if slices.IsSorted(ranks) {
		return nil
	}
	slices.SortStableFunc(places, func(a, b int) int { return ranks[a] - ranks[b] })
	return places
}

// arrange puts the entries of a mapping in canonical order, unless something in
// them depends on where it stands.
func (r *reader) arrange(b *block, s *shape) {
	if b.list {
		return
	}
	keys := make([]string, len(b.entries))
	for i, e := range b.entries {
		if keys[i] = e.name; e.key == "<<" {
			keys[i] = ""
		}
	}
	places := s.order(keys)
	if places == nil {
		return
	}
	spans := make([][2]int, len(b.entries))
	entries := make([]*entry, len(b.entries))
	for i, e := range b.entries {
		if e.pinned {
			return
		}
		spans[i] = [2]int{e.from, e.to}
		entries[i] = b.entries[places[i]]
	}
	if r.breaksNames(spans, places) || leadsElsewhere(b.entries[0], entries[0]) {
		return
	}
	if b.node != r.root || !r.titled {
		swapBlanks(b.entries[0], entries[0])
	}
	b.entries = entries
}

// swapBlanks lets a block begin as it began: blank lines set entries off from each
// other, and those above the entry that becomes the first set off the former first.
func swapBlanks(former, first *entry) {
	if former == first {
		return
	}
	blank, rest := leadingBlanks(first.lead)
	begin, above := leadingBlanks(former.lead)
	first.lead, former.lead = slices.Concat(begin, rest), slices.Concat(blank, above)
}

// leadingBlanks cuts what is above an entry behind its first blank lines.
func leadingBlanks(lead []trivia) (blanks, rest []trivia) {
	i := slices.IndexFunc(lead, isComment)
	if i < 0 {
		i = len(lead)
	}
	return lead[:i], lead[i:]
}

// leadsElsewhere reports whether a comment for programs would speak about more than
// its entry once that entry is the first: the item of a list, or the whole file.
func leadsElsewhere(former, first *entry) bool {
	return former != first && slices.ContainsFunc(first.lead, func(t trivia) bool { return isDirective(t.comment) })
}
