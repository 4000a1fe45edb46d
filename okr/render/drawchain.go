package render

import (
	"html/template"
	"slices"
	"strconv"
	"strings"
)

// Pointing at a thing, or reaching it with the keyboard, shows the chain that it is
// part of. That is done by rules of style that hold numbers and nothing else: one that
// makes everything pale, and one for each thing that takes its chain out of that.

// chainAtMost is how much of a chain is shown, from the nearest; it bounds the rules.
const chainAtMost = 90

// highlights are the rules for a picture.
func (d *drawing) highlights(id string) template.CSS {
	var out strings.Builder
	out.WriteString("#" + id + ":has(.card:is(:hover,:focus-visible)) :is(.card,.edge,.tag){opacity:.28}\n")
	links := d.links()
	for i := range d.nodes {
		own := "#" + nodeID(id, i)
		out.WriteString("#" + id + ":has(" + own + ":is(:hover,:focus-visible)) :is(" + own)
		for _, part := range d.chain(i, links) {
			out.WriteString("," + part.selector(id))
		}
		out.WriteString("){opacity:1}\n")
	}
	return template.CSS(out.String())
}

func nodeID(id string, node int) string { return id + "n" + strconv.Itoa(node+1) }
func lineID(id string, line int) string { return id + "e" + strconv.Itoa(line+1) }
func tagID(id string, line int) string  { return id + "l" + strconv.Itoa(line+1) }

// link is a way from one thing to the next: along a line, or, with the line -1,
// between an objective and the key result below it.
type link struct {
	line, node int
	up, other  bool
}

// links are the ways from each thing: up to what it supports, down to what supports
// it, and along other lines.
func (d *drawing) links() [][]link {
	all := make([][]link, len(d.nodes))
	for i, l := range d.lines {
		other := lineKindOf(l) == dependsOn
		all[l.from] = append(all[l.from], link{i, l.to, true, other})
		all[l.to] = append(all[l.to], link{i, l.from, false, other})
	}
	for i, owner := range d.owners {
		if owner >= 0 {
			all[i] = append(all[i], link{-1, owner, true, false})
			all[owner] = append(all[owner], link{-1, i, false, false})
		}
	}
	return all
}

// chained is a thing or a line of a chain.
type chained struct{ node, line int }

func (c chained) selector(id string) string {
	if c.line >= 0 {
		return "#" + lineID(id, c.line) + ",#" + tagID(id, c.line)
	}
	return "#" + nodeID(id, c.node)
}

// chain is what a thing supports all the way up, what supports it all the way down,
// and what it depends on or what depends on it, one step far.
func (d *drawing) chain(start int, links [][]link) []chained {
	var found []chained
	for _, up := range []bool{true, false} {
		queue := []int{start}
		seen := map[int]bool{start: true}
		for len(queue) > 0 && len(found) < chainAtMost {
			at := queue[0]
			queue = queue[1:]
			for _, l := range links[at] {
				if l.up != up || l.other && at != start {
					continue
				}
				if l.line >= 0 {
					found = append(found, chained{line: l.line})
				}
				if !seen[l.node] {
					seen[l.node] = true
					found = append(found, chained{l.node, -1})
					if !l.other {
						queue = append(queue, l.node)
					}
				}
			}
		}
	}
	return found[:min(len(found), chainAtMost):len(found)]
}

// neighboursOf are the ways from a thing along lines, up first, each in the order of
// the lines.
func neighboursOf(links []link) []link {
	along := slices.DeleteFunc(slices.Clone(links), func(l link) bool { return l.line < 0 })
	slices.SortStableFunc(along, func(a, b link) int { return boolOrder(b.up, a.up) })
	return along
}
