package cli

import (
	"bytes"
	"io/fs"
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diff"
	"github.com/okrs-as-code/okrs/okr/load"
)

// alone reports whether what changed concerns no other document, as new check-ins do
// not, so that nothing needs to be searched. A key result that others list is one that
// is offered to them: what is listed without that is a mistake, and so are two documents
// of one team and cycle; neither is looked for.
func (c *comparison) alone() bool {
	before, after := c.results[0].Workspace, c.results[1].Workspace
	same := func(b, a *okr.Document) bool {
		return b.File.Name == a.File.Name && b.Address() == a.Address() && !shares(b) && !shares(a) &&
			slices.EqualFunc(bonds(b), bonds(a), func(x, y bond) bool { return x.tie == y.tie })
	}
	if !slices.EqualFunc(before.Documents, after.Documents, same) {
		return false
	}
	if len(before.Documents) == 0 {
		return true
	}
	return !slices.ContainsFunc(diff.Read(before, after, nil, c.at).Changes, concernsOthers)
}

// concernsOthers reports whether somebody may lean on what changed.
func concernsOthers(change *diff.Change) bool {
	switch change.Kind {
	case diff.CheckIn, diff.Amendment:
		return false
	}
	return change.Verdict != diff.Reworded || change.Field == "title"
}

// relate reads the documents that have to do with what differs, until no more is wanted.
func (c *comparison) relate() error {
	index, err := c.index()
	if err != nil {
		return err
	}
	wanted := relations{mentions: make(map[string]bool), defines: make(map[string]bool)}
	more := c.add(index.hidden)
	for {
		c.want(&wanted)
		for document := range wanted.defines {
			more = c.add(index.defines[document]) || more
		}
		for document := range wanted.mentions {
			more = c.add(index.mentions[document]) || more
		}
		if !more && !wanted.more {
			return nil
		}
		if more {
			if err := c.load(); err != nil {
				return err
			}
		}
		more = false
	}
}

// add names documents to be read, and reports whether any is new.
func (c *comparison) add(names []string) (more bool) {
	for _, name := range names {
		more = more || !c.names[name]
		c.names[name] = true
	}
	return more
}

// relations are the documents to look for, by team/cycle.
type relations struct {
	mentions map[string]bool // that others may name
	defines  map[string]bool // that they may be
	more     bool            // since the last time
}

func (r *relations) define(document string) { r.note(r.defines, document) }

func (r *relations) mention(document string) { r.note(r.mentions, document) }

func (r *relations) note(in map[string]bool, document string) {
	r.more = r.more || !in[document]
	in[document] = true
}

// resolve wants what an address leads to: the document that has that team and cycle,
// and where it is not there, one that says that it came from there.
func (r *relations) resolve(link *okr.Link) {
	document, ok := documentOf(link.Address.V)
	if !ok {
		return
	}
	if r.defines[document] && !found(link) {
		r.mention(document)
	}
	r.define(document)
}

// want adds what is known of now: who leans on what differs, what that lists or leads
// to, and what those list who list it too. Two documents of one team and cycle are read
// together.
func (c *comparison) want(wanted *relations) {
	wanted.more = false
	own := make(map[string]bool) // where what differs stands, or stood
	c.eachDocument(func(d *okr.Document) {
		if !c.changed[d.File.Name] {
			return
		}
		own[d.Address()] = true
		for _, b := range bonds(d) {
			if document, ok := documentOf(b.text); ok && b.field == "was" {
				own[document] = true
			}
		}
	})
	for document := range own {
		wanted.define(document)
		wanted.mention(document)
	}
	kept := c.keptTies()
	c.eachDocument(func(d *okr.Document) {
		list := bonds(d)
		changed := c.changed[d.File.Name]
		lists := slices.ContainsFunc(list, func(b bond) bool {
			document, ok := documentOf(b.text)
			return ok && b.field == "ref" && own[document]
		})
		if lists {
			wanted.define(d.Address())
		}
		for _, b := range list {
			if b.link != nil && (b.field == "ref" && (changed || lists) || changed && !kept[b.tie]) {
				wanted.resolve(b.link)
			}
		}
	})
}

func (c *comparison) eachDocument(visit func(*okr.Document)) {
	for _, result := range c.results {
		for _, d := range result.Workspace.Documents {
			visit(d)
		}
	}
}

// keptTies are those that what differs has on both sides, equally often. Where they
// lead makes no difference: they are the same.
func (c *comparison) keptTies() map[tie]bool {
	counts := make(map[tie]int)
	for i, result := range c.results {
		for _, d := range result.Workspace.Documents {
			if !c.changed[d.File.Name] {
				continue
			}
			for _, b := range bonds(d) {
				counts[b.tie] += 1 - 2*i
			}
		}
	}
	kept := make(map[tie]bool, len(counts))
	for t, n := range counts {
		kept[t] = n == 0
	}
	return kept
}

// index is what the documents that are the same on both sides are about, by
// team/cycle. They are looked through and not parsed.
type index struct {
	defines  map[string][]string // by what they are
	mentions map[string][]string // by what stands in them
	hidden   []string            // names of those that may hide what stands in them
}

// index looks through the documents. Those of the newer side are as good as the others.
func (c *comparison) index() (*index, error) {
	x := &index{defines: make(map[string][]string), mentions: make(map[string][]string)}
	return x, c.documents(c.after.files, func(name string) error {
		if c.changed[name] {
			return nil
		}
		data, err := fs.ReadFile(c.after.files, name)
		if err != nil {
			return err
		}
		name = strings.Clone(name)
		team, cycle := load.Identity(name, data)
		document := strings.Clone(team + "/" + cycle)
		x.defines[document] = append(x.defines[document], name)
		if hides(data) {
			x.hidden = append(x.hidden, name)
		}
		eachMention(data, func(document []byte) {
			if names := x.mentions[string(document)]; len(names) == 0 || names[len(names)-1] != name {
				x.mentions[string(document)] = append(names, name)
			}
		})
		return nil
	})
}

// eachMention finds what looks like the beginning of an address.
func eachMention(data []byte, visit func(document []byte)) {
	for at := 0; ; {
		slash := bytes.IndexByte(data[at:], '/')
		if slash < 0 {
			return
		}
		start, end := at+slash, at+slash+1
		for start > 0 && isIDByte(data[start-1]) {
			start--
		}
		for end < len(data) && (isIDByte(data[end]) || 'A' <= data[end] && data[end] <= 'Z' || data[end] == '.' || data[end] == '_') {
			end++
		}
		if at += slash + 1; start < at-1 && end > at && (start == 0 || data[start-1] != '/') {
			visit(data[start:end])
		}
	}
}

func isIDByte(b byte) bool { return 'a' <= b && b <= 'z' || '0' <= b && b <= '9' || b == '-' }

// hides reports whether letters may be written by their numbers, or a word over two
// lines, as double quotes allow it.
func hides(data []byte) bool {
	for {
		_, rest, escaped := bytes.Cut(data, []byte{'\\'})
		if !escaped || len(rest) == 0 {
			return false
		}
		if strings.IndexByte("xuU/\r\n", rest[0]) >= 0 {
			return true
		}
		data = rest[1:]
	}
}
