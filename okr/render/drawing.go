package render

import (
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr/report"
)

// The measures of a picture, in its units, which are pixels where nothing is scaled.
const (
	cardWidth   = 236
	cardPad     = 12
	cardGap     = 10
	cardLines   = 5 // of a title
	titleSize   = 13
	factSize    = 12
	titleLine   = 18
	factLine    = 17
	groupPad    = 10
	groupGap    = 22
	nameLine    = 18
	nameSize    = 12
	waypoint    = 14 // the room that a line takes where it passes a column
	columnWidth = cardWidth + 2*groupPad
	gutter      = 68 // at least, between two columns
	margin      = 8
)

// drawing is a picture with a place for everything. It runs from left to right in
// columns; things of a group stand together, and lines that pass a column run between
// the groups in it.
type drawing struct {
	picture
	columns []int // of each node
	cards   []card
	// blocks are the groups and waypoints of each column, from the top down.
	blocks [][]*block
	// left is where each column begins, width and height are those of the whole.
	left          []int
	width, height int
	// routes are the waypoints of each line, from the left to the right.
	routes [][]*block
	// owners are the objectives whose key results are drawn right below them; -1 for
	// all else.
	owners []int
}

// card is a thing as it is drawn: where, and its lines of text.
type card struct {
	x, y, width, height int
	title, facts, gap   []string
}

func (c card) middle() int { return c.y + c.height/2 }

// block is a group of things in a column, or the place where a line passes.
type block struct {
	group  string // "" for a waypoint
	name   []string
	units  []*unit
	line   int // of a waypoint
	column int
	y      int
	height int
	// order is where it wants to stand among the others.
	order int
}

// unit is an objective with the key results that are drawn below it, or another
// thing alone.
type unit struct {
	nodes  []int
	height int
	order  int
}

// drawn lays a picture out.
func drawn(p picture) *drawing {
	d := &drawing{picture: p}
	count := 0
	d.columns, count = p.columns()
	d.blocks = make([][]*block, count)
	d.own()
	for _, n := range p.nodes {
		d.cards = append(d.cards, measuredCard(n, cardWidth))
	}
	d.group()
	d.route()
	d.sort()
	d.place()
	return d
}

// own finds the objectives that key results belong to, by their addresses.
func (d *drawing) own() {
	byID := make(map[string]int, len(d.nodes))
	for i, n := range d.nodes {
		byID[n.ID] = i
	}
	d.owners = make([]int, len(d.nodes))
	for i, n := range d.nodes {
		d.owners[i] = -1
		cut := strings.LastIndexByte(n.ID, '/')
		if n.Kind != report.DiagramKeyResult || cut < 0 {
			continue
		}
		owner, known := byID[n.ID[:cut]]
		if known && d.nodes[owner].Kind == report.DiagramObjective && d.columns[owner] == d.columns[i] && d.key(owner) == d.key(i) {
			d.owners[i] = owner
		}
	}
}

// key tells groups apart.
func (d *drawing) key(node int) string {
	return strings.Join(groupPath(d.nodes[node]), "\x00")
}

// measuredCard breaks the texts of a card into lines and adds up their heights.
func measuredCard(n report.DiagramNode, width int) card {
	room := width - 2*cardPad
	c := card{width: width, height: 2*cardPad - 6}
	c.title = drawnLines(pageText(n.Title), titleSize, room*100/boldPercent, cardLines)
	c.facts = drawnLines(factSigns.Replace(factLineOf(n)), factSize, room, 3)
	c.gap = drawnLines(pageSigns.Replace(gapLineOf(n)), factSize, room*100/boldPercent, 3)
	c.height += titleLine*len(c.title) + factLine*(len(c.facts)+len(c.gap))
	return c
}

// factSigns keeps the point between two facts at the end of a line.
var factSigns = strings.NewReplacer(" · ", "\u00a0· ", "\ufffe", "\ufffd", "\uffff", "\ufffd")

// group gathers the things of each column by their groups, in the order in which they
// come up.
func (d *drawing) group() {
	at := make(map[string]*block)
	units := make(map[int]*unit)
	for _, results := range []bool{false, true} {
		for i := range d.nodes {
			owner := d.owners[i]
			if results != (owner >= 0) {
				continue
			}
			if results {
				units[owner].add(d.resized(i), i)
				continue
			}
			column := d.columns[i]
			key := pageID(d.key(i)+"\x00", column)
			if at[key] == nil {
				name := drawnLines(pageText(d.nodes[i].Group), nameSize, cardWidth*100/boldPercent, 2)
				at[key] = &block{group: key, name: name, column: column}
				d.blocks[column] = append(d.blocks[column], at[key])
			}
			units[i] = &unit{}
			units[i].add(d.cards[i].height, i)
			at[key].units = append(at[key].units, units[i])
		}
	}
	for _, column := range d.blocks {
		for _, b := range column {
			b.measure()
		}
	}
}

// resultIndent is how far a key result is set in below its objective.
const resultIndent = 20

// resized makes the card of a key result as narrow as it stands below its objective.
func (d *drawing) resized(node int) int {
	d.cards[node] = measuredCard(d.nodes[node], cardWidth-resultIndent)
	return d.cards[node].height
}

func (u *unit) add(height, node int) {
	if len(u.nodes) > 0 {
		u.height += cardGap / 2
	}
	u.height += height
	u.nodes = append(u.nodes, node)
}

func (b *block) measure() {
	b.height = 2*groupPad + nameLine*len(b.name) + cardGap*(len(b.units)-1)
	for _, u := range b.units {
		b.height += u.height
	}
}

// waypointsAtMost bounds the work for lines that pass many columns; the others are
// drawn straight, behind the cards.
const waypointsAtMost = 4000

// route gives lines a waypoint in each column that they pass.
func (d *drawing) route() {
	d.routes = make([][]*block, len(d.lines))
	left := waypointsAtMost
	for i, l := range d.lines {
		from, to := d.columns[l.from], d.columns[l.to]
		if from > to {
			from, to = to, from
		}
		if left -= max(to-from-1, 0); left < 0 {
			continue
		}
		for c := from + 1; c < to; c++ {
			way := &block{line: i, column: c, height: waypoint}
			d.blocks[c] = append(d.blocks[c], way)
			d.routes[i] = append(d.routes[i], way)
		}
	}
}

// ends are the nodes of a line, the one further left first.
func (d *drawing) ends(l line) (left, right int) {
	if d.columns[l.from] <= d.columns[l.to] {
		return l.from, l.to
	}
	return l.to, l.from
}

// tallest is the column that takes most room from the top down.
func (d *drawing) tallest() int {
	best, most := 0, -1
	for c, column := range d.blocks {
		height := 0
		for _, b := range column {
			height += b.height + groupGap
		}
		if height > most {
			best, most = c, height
		}
	}
	return best
}

// shiftUp moves everything so that it begins at the margin, and takes the height.
func (d *drawing) shiftUp() {
	all := slices.Concat(d.blocks...)
	if len(all) == 0 {
		return
	}
	top, bottom := all[0].y, all[0].y
	for _, b := range all {
		top, bottom = min(top, b.y), max(bottom, b.y+b.height)
	}
	for _, b := range all {
		b.y += margin - top
	}
	d.height = bottom - top + 2*margin
}
