package render

import (
	"cmp"
	"strings"
)

// teamView is a group of a picture in words.
type teamView struct {
	Name    string
	Entries []entryView
}

// entryView is a thing of a picture in words.
type entryView struct {
	ID, Kind, Title, Facts, Gap string
	Links                       []linkView
}

// linkView is a line of a picture, told from one of its ends.
type linkView struct{ Word, Entry, Title, Label string }

func entryID(id string, node int) string { return nodeID(id, node) + "text" }

// asText is a picture as a list: groups, what they have, and whom that is joined
// with.
func (d *drawing) asText(id string) []teamView {
	var teams []teamView
	links := d.links()
	var gather func(c *cluster, path []string)
	gather = func(c *cluster, path []string) {
		if len(c.nodes) > 0 {
			team := teamView{Name: cmp.Or(strings.Join(path, " › "), "Without a team")}
			for _, i := range c.nodes {
				team.Entries = append(team.Entries, d.entry(id, i, links[i]))
			}
			teams = append(teams, team)
		}
		for _, in := range c.within {
			gather(in, append(path[:len(path):len(path)], cmp.Or(pageText(in.name), "–")))
		}
	}
	gather(d.clusters(), nil)
	return teams
}

func (d *drawing) entry(id string, i int, links []link) entryView {
	n := d.nodes[i]
	entry := entryView{
		ID: entryID(id, i), Kind: kindWord(n.Kind), Title: cmp.Or(pageText(n.Title), "–"),
		Facts: pageSigns.Replace(factLineOf(n)), Gap: pageSigns.Replace(gapLineOf(n)),
	}
	for _, l := range neighboursOf(links) {
		along := d.lines[l.line]
		word := wordsBack[lineKindOf(along)]
		if l.up {
			word = lineWords[lineKindOf(along)]
		}
		label := pageSigns.Replace(oneLine(along.Label))
		if along.Broken {
			label = brokenSign + cmp.Or(label, "something is wrong with it")
		}
		entry.Links = append(entry.Links, linkView{word, entryID(id, l.node), cmp.Or(pageText(d.nodes[l.node].Title), "–"), label})
	}
	return entry
}

// wordsBack name the kinds of line from their other end.
var wordsBack = [...]string{supports: "is supported by", dependsOn: "is needed by", shares: "is shared by"}
