package render

import "sort"

// slot is something that wants to stand with its middle at a height, and needs room
// above and below it.
type slot struct {
	// want is the height that its middle is drawn to, height the room that it takes.
	want, height int
	// top is where it begins in the end.
	top int
}

// spread places slots below each other in their order, a gap apart, with the least
// sum of squared distances from where they want to stand. It is the regression of
// pool adjacent violators (Ayer and others, 1955): whatever would overlap is put
// together, and the whole stands at the mean of what its parts want. It takes time in
// proportion to the number of slots.
func spread(slots []slot, gap int) {
	type pool struct{ first, count, sum int }
	var pools []pool
	mean := func(p pool) int { return floorDiv(p.sum, p.count) }
	offset := 0
	offsets := make([]int, len(slots))
	for i, s := range slots {
		offsets[i] = offset
		offset += s.height + gap
		pools = append(pools, pool{i, 1, s.want - s.height/2 - offsets[i]})
		for n := len(pools); n > 1 && mean(pools[n-2]) >= mean(pools[n-1]); n = len(pools) {
			last := pools[n-1]
			pools = pools[:n-1]
			pools[n-2].count += last.count
			pools[n-2].sum += last.sum
		}
	}
	for i := range slots {
		at := sort.Search(len(pools), func(p int) bool { return pools[p].first > i }) - 1
		slots[i].top = mean(pools[at]) + offsets[i]
	}
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
