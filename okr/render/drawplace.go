package render

import (
	"cmp"
	"slices"
)

// neighbour is what stands at the other end of a line in the next column: a node, or
// a waypoint.
type neighbour struct {
	node int // -1 for a waypoint
	way  *block
}

// neighbours are what each node and each waypoint is joined with in the columns to its
// left and to its right. A line within a column joins nothing.
type neighbours struct {
	nodeLeft, nodeRight map[int][]neighbour
	wayLeft, wayRight   map[*block]neighbour
}

func (d *drawing) neighbours() neighbours {
	n := neighbours{make(map[int][]neighbour), make(map[int][]neighbour), make(map[*block]neighbour), make(map[*block]neighbour)}
	for i, l := range d.lines {
		left, right := d.ends(l)
		if d.columns[left] == d.columns[right] {
			continue
		}
		last := neighbour{node: left}
		for _, way := range d.routes[i] {
			n.join(last, neighbour{-1, way})
			last = neighbour{-1, way}
		}
		n.join(last, neighbour{node: right})
	}
	return n
}

func (n neighbours) join(left, right neighbour) {
	if left.way != nil {
		n.wayRight[left.way] = right
	} else {
		n.nodeRight[left.node] = append(n.nodeRight[left.node], right)
	}
	if right.way != nil {
		n.wayLeft[right.way] = left
	} else {
		n.nodeLeft[right.node] = append(n.nodeLeft[right.node], left)
	}
}

// of are the neighbours of a block on one side.
func (n neighbours) of(b *block, u *unit, toLeft bool) []neighbour {
	nodes, ways := n.nodeRight, n.wayRight
	if toLeft {
		nodes, ways = n.nodeLeft, n.wayLeft
	}
	if u == nil {
		if other, joined := ways[b]; joined {
			return []neighbour{other}
		}
		return nil
	}
	var all []neighbour
	for _, node := range u.nodes {
		all = append(all, nodes[node]...)
	}
	return all
}

// sort puts the groups of each column, and the things within them, into an order in
// which few lines cross: each to the mean of the places of its neighbours, by columns
// from the left, back, and from the left again (Sugiyama, Tagawa and Toda, 1981). The
// first column keeps its order.
func (d *drawing) sort() {
	n := d.neighbours()
	nodes, ways := make([]int, len(d.nodes)), make(map[*block]int)
	count := func(c int) {
		at := 0
		for _, b := range d.blocks[c] {
			if len(b.units) == 0 {
				at++
				ways[b] = at
			}
			for _, u := range b.units {
				for _, node := range u.nodes {
					at++
					nodes[node] = at
				}
			}
		}
	}
	place := func(x neighbour) int {
		if x.way != nil {
			return ways[x.way]
		}
		return nodes[x.node]
	}
	arrange := func(c int, toLeft bool) {
		for i, b := range d.blocks[c] {
			b.arrange(n, toLeft, place, func(first int) int { return nodes[first] }, ways[d.blocks[c][i]])
		}
		slices.SortStableFunc(d.blocks[c], func(a, b *block) int { return cmp.Compare(a.order, b.order) })
		count(c)
	}
	for c := range d.blocks {
		count(c)
	}
	for c := 1; c < len(d.blocks); c++ {
		arrange(c, true)
	}
	for c := len(d.blocks) - 2; c > 0; c-- {
		arrange(c, false)
	}
	for c := 1; c < len(d.blocks); c++ {
		arrange(c, true)
	}
}

// orderScale keeps the fractions of means among whole numbers.
const orderScale = 1000

// arrange sorts the things of a group by the places of their neighbours, and finds
// where the group wants to stand. What has no neighbours stays where it is.
func (b *block) arrange(n neighbours, toLeft bool, place func(neighbour) int, now func(node int) int, own int) {
	if len(b.units) == 0 {
		b.order = own * orderScale
		if others := n.of(b, nil, toLeft); len(others) > 0 {
			b.order = place(others[0]) * orderScale
		}
		return
	}
	sum, count := 0, 0
	for _, u := range b.units {
		u.order = now(u.nodes[0]) * orderScale
		if others := n.of(b, u, toLeft); len(others) > 0 {
			mine := 0
			for _, x := range others {
				mine += place(x) * orderScale
			}
			u.order = mine / len(others)
			sum, count = sum+mine, count+len(others)
		}
	}
	slices.SortStableFunc(b.units, func(x, y *unit) int { return cmp.Compare(x.order, y.order) })
	b.order = b.units[0].order
	if count > 0 {
		b.order = sum / count
	}
}

// place gives everything its height and its column. The tallest column stands as
// tight as it can, and the others follow it to both sides.
func (d *drawing) place() {
	if len(d.blocks) == 0 {
		return
	}
	n := d.neighbours()
	base := d.tallest()
	y := 0
	for _, b := range d.blocks[base] {
		b.y = y
		y += b.height + groupGap
		d.settle(b)
	}
	for c := base + 1; c < len(d.blocks); c++ {
		d.follow(c, n, true)
	}
	for c := base - 1; c >= 0; c-- {
		d.follow(c, n, false)
	}
	d.shiftUp()
	d.across()
	for _, column := range d.blocks {
		for _, b := range column {
			d.settle(b)
		}
	}
}

// follow places a column beside its neighbours.
func (d *drawing) follow(c int, n neighbours, toLeft bool) {
	slots := make([]slot, len(d.blocks[c]))
	last := 0
	for i, b := range d.blocks[c] {
		slots[i] = slot{want: last + b.height/2, height: b.height}
		if want, wants := d.wanted(b, n, toLeft); wants {
			slots[i].want = want
		}
		last = slots[i].want + b.height/2 + groupGap
	}
	spread(slots, groupGap)
	for i, b := range d.blocks[c] {
		b.y = slots[i].top
		d.settle(b)
	}
}

// wanted is the mean height of what a block is joined with.
func (d *drawing) wanted(b *block, n neighbours, toLeft bool) (want int, wants bool) {
	sum, count := 0, 0
	add := func(others []neighbour, offset int) {
		for _, x := range others {
			if x.way != nil {
				sum += x.way.y + x.way.height/2 + offset
			} else {
				sum += d.cards[x.node].middle() + offset
			}
			count++
		}
	}
	add(n.of(b, nil, toLeft), 0)
	below := groupPad + nameLine*len(b.name)
	for _, u := range b.units {
		add(n.of(b, u, toLeft), b.height/2-below-u.height/2)
		below += u.height + cardGap
	}
	if count == 0 {
		return 0, false
	}
	return floorDiv(sum, count), true
}

// settle places the cards of a group within it.
func (d *drawing) settle(b *block) {
	y := b.y + groupPad + nameLine*len(b.name)
	for _, u := range b.units {
		for i, node := range u.nodes {
			if i > 0 {
				y += cardGap / 2
			}
			d.cards[node].y = y
			y += d.cards[node].height
		}
		y += cardGap
	}
}

// across gives every column its place from left to right. Between two columns is room
// for what is said at the lines there.
func (d *drawing) across() {
	last := len(d.blocks) - 1
	gutters := make([]int, len(d.blocks)+1) // each to the left of a column
	for c := range gutters {
		gutters[c] = gutter
	}
	gutters[last+1] = 0
	for _, l := range d.lines {
		said := saidWidth(saidLines(l))
		at := d.labelGutter(l)
		if d.columns[l.from] == d.columns[l.to] && !d.beside(l) {
			gutters[at] = max(gutters[at], gutter, said+groupPad)
		} else if said > 0 {
			gutters[at] = max(gutters[at], said+2*groupPad)
		}
	}
	x := margin
	for c := range d.blocks {
		d.left = append(d.left, x)
		x += columnWidth + gutters[c+1]
	}
	d.width = x + margin
	for i := range d.cards {
		d.cards[i].x = d.left[d.columns[i]] + groupPad
		if d.owners[i] >= 0 {
			d.cards[i].x += resultIndent
		}
	}
}

// labelGutter is the gutter in which a line says what it says, by the column to its
// left plus one: right of the thing further left.
func (d *drawing) labelGutter(l line) int {
	left, _ := d.ends(l)
	return d.columns[left] + 1
}
