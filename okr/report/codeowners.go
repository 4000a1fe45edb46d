package report

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/okrs-as-code/okrs/okr"
)

// The marks stand in a shape of paths where the ids of a team and of a cycle stand in a
// path. No path has such characters.
const (
	teamMark  = "\x00"
	cycleMark = "\x01"
)

// usualShape is where documents lie unless the files show another custom.
const usualShape = "okrs/" + cycleMark + "/" + teamMark + ".yaml"

// handle is what a CODEOWNERS file can name: @organisation/team.
var handle = regexp.MustCompile(`^@[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)+$`)

// Codeowners is a CODEOWNERS file made from the register: a team's documents are read by
// the team above it and by the teams with which it has key results in cycles that are not
// closed at the date; okr.yaml by the topmost teams. path turns a path of the workspace
// into one of the repository. The same workspace and date give the same bytes.
func Codeowners(ws *okr.Workspace, at okr.Date, path func(string) string) string {
	c := codeowners{ws: ws, path: path, partners: partners(ws, at)}
	c.line("# Who reads which OKRs, made from the register of teams in %s.", path("okr.yaml"))
	c.line("# To make it anew, at the top of the repository: okr codeowners -C %s -o .github/CODEOWNERS", folderOf(path("okr.yaml")))
	c.line("# A team's file is read by the team above it and by the teams with which it shares key results.")
	c.line("")
	c.register()
	shape, exceptions := shapesOf(ws)
	for _, t := range ws.Teams {
		c.line("")
		c.team(t, strings.ReplaceAll(shape, teamMark, t.ID.V))
	}
	if len(exceptions) > 0 {
		c.line("")
		c.line("# Files that lie elsewhere. The last line that matches counts.")
		for _, d := range exceptions {
			c.entry(d.Team, literal(path(d.File.Name)))
		}
	}
	return c.text.String()
}

type codeowners struct {
	ws       *okr.Workspace
	path     func(string) string
	partners map[*okr.Team][]*okr.Team
	text     strings.Builder
}

// line adds a line; what fills it in cannot begin another one.
func (c *codeowners) line(format string, fill ...string) {
	for _, f := range fill {
		before, after, _ := strings.Cut(format, "%s")
		c.text.WriteString(before + oneLineOf(f))
		format = after
	}
	c.text.WriteString(format + "\n")
}

// oneLineOf is a text without anything that could end a line or deceive a reader.
// A log that shows the file must not find a command in it either.
func oneLineOf(text string) string {
	return strings.ReplaceAll(strings.Map(func(r rune) rune {
		if !printable(r) {
			return '?'
		}
		return r
	}, text), "##[", "## [")
}

// folderOf is the folder of a file, or . for one at the top.
func folderOf(file string) string {
	folder := "."
	if i := strings.LastIndexByte(file, '/'); i > 0 {
		folder = file[:i]
	}
	if strings.ContainsAny(folder, " \t'\"$`\\") {
		return "'" + strings.ReplaceAll(folder, "'", `'\''`) + "'"
	}
	return folder
}

// printable reports whether a character shows as itself and leaves the others where they
// are.
func printable(r rune) bool { return unicode.IsPrint(r) && r != utf8.RuneError }

// register is the line for okr.yaml.
func (c *codeowners) register() {
	var tops []*okr.Team
	for _, t := range c.ws.Teams {
		if t.Parent == nil {
			tops = append(tops, t)
		}
	}
	c.owned("the register", literal(c.path("okr.yaml")), tops)
}

func (c *codeowners) team(t *okr.Team, file string) {
	c.line("# %s", teamName(t))
	parts := strings.Split(c.path(file), cycleMark)
	for i := range parts {
		parts[i] = escaped(parts[i])
	}
	c.entry(t, "/"+strings.Join(parts, "*"))
}

// entry is the line for a file of a team.
func (c *codeowners) entry(t *okr.Team, pattern string) {
	c.owned(teamName(t), pattern, c.readers(t))
}

// readers are the team above, or for a topmost team itself, and those it shares with.
func (c *codeowners) readers(t *okr.Team) []*okr.Team {
	first := t.Parent
	if first == nil {
		first = t
	}
	readers := []*okr.Team{first}
	for _, partner := range c.partners[t] {
		if partner != first {
			readers = append(readers, partner)
		}
	}
	return readers
}

// owned is a pattern with the handles of the teams that have one, after a comment
// about those that have none.
func (c *codeowners) owned(what, pattern string, readers []*okr.Team) {
	var handles []string
	for _, r := range readers {
		switch h := r.Handle.V; {
		case !handle.MatchString(h):
			c.line("# %s should read this too, but has no handle in okr.yaml.", teamName(r))
		case !slices.Contains(handles, h):
			handles = append(handles, h)
		}
	}
	if len(handles) == 0 {
		c.line("# Nobody can be asked about %s: %s", what, pattern)
		return
	}
	c.line("%s "+strings.Join(handles, " "), pattern)
}

// literal is a path from the top of the repository as a pattern that matches it alone.
func literal(path string) string { return "/" + escaped(strings.TrimPrefix(path, "/")) }

// escaped is a part of a path in which no character means anything else to the matcher;
// what means something, or cannot stand in a line, is matched by any one character.
func escaped(path string) string {
	var b strings.Builder
	for _, r := range path {
		switch {
		case !printable(r):
			b.WriteByte('?')
			continue
		case r == ' ':
			b.WriteString(`\ `)
			continue
		case strings.ContainsRune(`\#*?[]!`, r):
			b.WriteByte('?') // no service escapes these; one character stands for them
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// shapesOf is how the documents of the workspace are named, with marks for the team and
// the cycle, by the custom of most; and the documents that lie elsewhere, in
// the order of the teams.
func shapesOf(ws *okr.Workspace) (usual string, exceptions []*okr.Document) {
	counts := make(map[string]int)
	shapes := make(map[*okr.Document]string)
	for _, d := range ws.Documents {
		if shape := shapeOf(d); shape != "" {
			shapes[d] = shape
			counts[shape]++
		}
	}
	usual = usualShape
	most := 0
	for _, shape := range slices.Sorted(maps.Keys(counts)) {
		if counts[shape] > most || counts[shape] == most && shape == usualShape {
			usual, most = shape, counts[shape]
		}
	}
	rank := make(map[*okr.Team]int)
	for i, t := range ws.Teams {
		rank[t] = i
	}
	for _, d := range ws.Documents {
		if d.Team != nil && shapes[d] != usual {
			exceptions = append(exceptions, d)
		}
	}
	slices.SortStableFunc(exceptions, func(a, b *okr.Document) int {
		return cmp.Or(cmp.Compare(rank[a.Team], rank[b.Team]), cmp.Compare(a.File.Name, b.File.Name))
	})
	return usual, exceptions
}

// shapeOf is the name of a document's file with the part that is its cycle and the part
// that is its team marked; empty where one of them is not there.
func shapeOf(d *okr.Document) string {
	if d.Team == nil || d.Cycle == nil {
		return ""
	}
	parts := strings.Split(d.File.Name, "/")
	cycle, team := 0, 0
	for i, part := range parts {
		stem, extension := part, ""
		if i == len(parts)-1 {
			if dot := strings.LastIndexByte(part, '.'); dot > 0 {
				stem, extension = part[:dot], part[dot:]
			}
		}
		switch stem {
		case d.Team.ID.V:
			parts[i] = teamMark + extension
			team++
		case d.Cycle.ID:
			parts[i] = cycleMark + extension
			cycle++
		}
	}
	if cycle != 1 || team != 1 {
		return ""
	}
	return strings.Join(parts, "/")
}

// partners are the teams with which each team has key results together, in the order of
// the tree.
func partners(ws *okr.Workspace, at okr.Date) map[*okr.Team][]*okr.Team {
	found := make(map[*okr.Team]map[*okr.Team]bool)
	note := func(a, b *okr.Team) {
		if a == nil || b == nil || a == b {
			return
		}
		for _, pair := range [][2]*okr.Team{{a, b}, {b, a}} {
			if found[pair[0]] == nil {
				found[pair[0]] = make(map[*okr.Team]bool)
			}
			found[pair[0]][pair[1]] = true
		}
	}
	for _, d := range ws.Documents {
		if d.Cycle == nil || d.Cycle.State(at) == okr.Closed {
			continue
		}
		for o := range d.Every() {
			for _, k := range o.KeyResults {
				if k.IsRef() && k.Ref.Document != nil {
					note(d.Team, k.Ref.Document.Team)
				}
				if k.Body != nil {
					for _, id := range k.SharedWith {
						note(d.Team, ws.Team(id.V))
					}
				}
			}
		}
	}
	all := make(map[*okr.Team][]*okr.Team)
	for _, t := range ws.Teams {
		for partner := range found[t] {
			all[partner] = append(all[partner], t)
		}
	}
	return all
}
