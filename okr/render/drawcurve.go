package render

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// point is a place in a picture.
type point struct{ x, y int }

// curve is a line as it is drawn.
type curve struct {
	line int
	d    string // the path, in the language of SVG
	// said are the lines of text at it, around the point at.
	said []string
	at   point
}

// curves draws all lines. Each begins and ends at a place of its own on the sides of
// its cards.
func (d *drawing) curves() []curve {
	ports := d.ports()
	var all []curve
	for i, l := range d.lines {
		if d.beside(l) {
			continue
		}
		c := curve{line: i, said: saidLines(l)}
		left, right := d.ends(l)
		start, end := ports[portAt{i, left == l.to}], ports[portAt{i, left != l.to}]
		if l.from == l.to || d.columns[left] == d.columns[right] {
			c.d, c.at = bend(start, end, saidWidth(c.said))
		} else {
			points := d.points(i, start, end)
			c.at = point{(points[0].x + points[1].x) / 2, (points[0].y + points[1].y) / 2}
			if left == l.to {
				slices.Reverse(points)
			}
			c.d = path(points)
		}
		all = append(all, c)
	}
	d.settleTags(all)
	return all
}

// The text at a line.
const (
	tagSize  = 11
	tagLine  = 14
	tagWidth = 116
)

// portAt names an end of a line: the one where it arrives, or the one where it begins.
type portAt struct {
	line    int
	arrives bool
}

// ports spreads the ends of the lines over the sides of the cards, in the order of
// where they come from.
func (d *drawing) ports() map[portAt]point {
	type end struct {
		at    portAt
		other int // the height that it comes from
	}
	type side struct {
		node  int
		right bool
	}
	sides := make(map[side][]end)
	for i, l := range d.lines {
		if d.beside(l) {
			continue
		}
		left, right := d.ends(l)
		bent := d.columns[left] == d.columns[right]
		leftWay, rightWay := d.cards[right].middle(), d.cards[left].middle()
		if route := d.routes[i]; len(route) > 0 {
			leftWay, rightWay = route[0].y, route[len(route)-1].y
		}
		sides[side{left, true}] = append(sides[side{left, true}], end{portAt{i, left == l.to}, leftWay})
		sides[side{right, bent}] = append(sides[side{right, bent}], end{portAt{i, left != l.to}, rightWay})
	}
	ports := make(map[portAt]point, 2*len(d.lines))
	for at, ends := range sides {
		slices.SortFunc(ends, func(a, b end) int {
			return cmp.Or(cmp.Compare(a.other, b.other), cmp.Compare(a.at.line, b.at.line), boolOrder(a.at.arrives, b.at.arrives))
		})
		c := d.cards[at.node]
		x := c.x
		if at.right {
			x += c.width
		}
		room := c.height - 16
		for i, e := range ends {
			ports[e.at] = point{x, c.y + 8 + room*(2*i+1)/(2*len(ends))}
		}
	}
	return ports
}

func boolOrder(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	default:
		return 1
	}
}

// points are where a line runs, from the card further left to the one further right:
// the two sides of each gutter that it crosses.
func (d *drawing) points(i int, start, end point) []point {
	points := []point{start}
	for _, way := range d.routes[i] {
		y := way.y + way.height/2
		points = append(points, point{d.left[way.column], y}, point{d.left[way.column] + columnWidth, y})
	}
	return append(points, end)
}

// path is a line through points: a curve through each gutter, and level past each
// column.
func path(points []point) string {
	var out strings.Builder
	out.WriteString("M" + xy(points[0]))
	for k := 0; k+1 < len(points); k++ {
		if k%2 == 1 {
			out.WriteString("L" + xy(points[k+1]))
			continue
		}
		out.WriteString(between(points[k], points[k+1]))
	}
	return out.String()
}

// between is a curve that leaves and arrives level.
func between(a, b point) string {
	half := (b.x - a.x) / 2
	return "C" + xy(point{a.x + half, a.y}) + " " + xy(point{b.x - half, b.y}) + " " + xy(b)
}

// saidLines are what is said at a line, none where nothing is.
func saidLines(l line) []string {
	return drawnLines(pageSigns.Replace(labelOf(l, false)), tagSize, tagWidth, 3)
}

// saidWidth is how wide the box around what is said at a line is.
func saidWidth(said []string) int {
	width := 0
	for _, text := range said {
		width = max(width, drawnWidth(text, tagSize)+8)
	}
	return width
}

// beside reports whether a line needs not be drawn: from an objective to its own key
// result, which stands right below it.
func (d *drawing) beside(l line) bool {
	return d.owners[l.to] == l.from && lineKindOf(l) == shares && labelOf(l, false) == ""
}

// bend is the path of a line within a column, which runs beside it on the right, and
// where something of a width can be said at it.
func bend(a, b point, width int) (path string, at point) {
	reach := 34 + min(abs(a.y-b.y)/10, 36)
	x := max(a.x, b.x) + reach
	path = "M" + xy(a) + "C" + xy(point{x, a.y}) + " " + xy(point{x, b.y}) + " " + xy(b)
	return path, point{max(a.x, b.x) + max(reach*3/4, width/2+groupPad+2), (a.y + b.y) / 2}
}

func abs(n int) int { return max(n, -n) }

func xy(p point) string { return strconv.Itoa(p.x) + " " + strconv.Itoa(p.y) }

// settleTags moves what is said at lines apart, gutter by gutter.
func (d *drawing) settleTags(all []curve) {
	gutters := make(map[int][]int)
	for i, c := range all {
		if len(c.said) > 0 {
			at := d.labelGutter(d.lines[c.line])
			gutters[at] = append(gutters[at], i)
		}
	}
	for _, in := range gutters {
		slices.SortStableFunc(in, func(a, b int) int { return cmp.Compare(all[a].at.y, all[b].at.y) })
		slots := make([]slot, len(in))
		for k, i := range in {
			slots[k] = slot{want: all[i].at.y, height: tagLine*len(all[i].said) + 4}
		}
		spread(slots, 2)
		for k, i := range in {
			all[i].at.y = max(slots[k].top, margin) + slots[k].height/2
		}
	}
}
