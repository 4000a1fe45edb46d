package edit

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// generator writes odd but valid documents: every style of YAML that a person or
// a program might leave behind, with comments and blank lines everywhere.
type generator struct {
	*rand.Rand
	out     strings.Builder
	newline string
	mixed   bool
	anchors []string
	count   int
	depth   int
	merges  bool // a mapping with an anchor has been written
}

// document writes one document; the name decides about its keys.
func (g *generator) document() (name string, data []byte) {
	s := documentShape()
	name = "okrs/2026-Q3/checkout.yaml"
	if g.IntN(4) == 0 {
		name, s = "okr.yaml", workspaceShape()
	}
	g.newline = []string{"\n", "\n", "\n", "\r\n", "\r"}[g.IntN(5)]
	g.mixed = g.IntN(10) == 0
	if g.IntN(8) == 0 {
		g.out.WriteString(byteOrderMark)
	}
	g.trivia(0)
	if g.IntN(4) == 0 {
		g.out.WriteString("---")
		g.bare()
		g.trivia(0)
	}
	g.mapping(g.IntN(3)/2*g.IntN(4), s, false)
	g.trivia(0)
	data = []byte(g.out.String())
	switch g.IntN(5) {
	case 0:
		data = []byte(strings.TrimRight(string(data), "\r\n"))
	case 1:
		data = append(data, "...\n# behind the end\n"...)
	}
	return name, data
}

func (g *generator) one(of ...string) string { return of[g.IntN(len(of))] }

func (g *generator) eol() {
	if g.mixed && g.IntN(4) == 0 {
		g.out.WriteString(g.one("\n", "\r\n"))
		return
	}
	g.out.WriteString(g.newline)
}

func (g *generator) spaces(n int) { g.out.WriteString(strings.Repeat(" ", n)) }

// trivia writes comments at about a column, and blank lines.
func (g *generator) trivia(column int) {
	for g.IntN(5) == 0 {
		if g.IntN(3) == 0 {
			g.out.WriteString(g.one("", "", "  ", "      "))
			g.eol()
			continue
		}
		g.spaces(max(0, column+g.one2(0, 0, 0, g.IntN(9)-4)))
		g.out.WriteString(g.one("# a comment", "#", "#no blank", "## two", "# größer 日本 😀", "# key: value", "# - item", "# okr:allow jargon because it fits", "#\ttab "))
		g.out.WriteString(g.one("", "", "  "))
		g.eol()
	}
}

func (g *generator) one2(of ...int) int { return of[g.IntN(len(of))] }

// remark ends a line, with a comment behind what stands there or without one.
func (g *generator) remark(mark string) {
	switch {
	case mark != "":
		g.out.WriteString(g.one("  ", "     ") + "# beside " + mark)
	case g.IntN(6) == 0:
		g.out.WriteString(g.one("  ", "   ", "\t", " \t ") + g.one("# trailing", "# größer", "# a: b", "##"))
	}
	g.out.WriteString(g.one("", "", "", " ", "   "))
	g.eol()
}

// bare ends a line behind a key or a dash, where a tab would be a mistake.
func (g *generator) bare() {
	g.out.WriteString(g.one("", "", "  # bare", "     ## a: b", " ", "   "))
	g.eol()
}

// keys chooses keys, in any order, known and unknown ones.
func (g *generator) keys(s *shape) []string {
	pool := []string{"x-one", "zeta", "custom key", "größe"}
	if s != nil {
		for key := range s.rank {
			pool = append(pool, key)
		}
	}
	slices.Sort(pool)
	g.Shuffle(len(pool), func(i, j int) { pool[i], pool[j] = pool[j], pool[i] })
	return pool[:1+g.IntN(min(len(pool), 5))]
}

// mapping writes a block mapping at a column. A compact one begins on a line where
// something stands already.
func (g *generator) mapping(column int, s *shape, compact bool) {
	g.depth++
	defer func() { g.depth-- }()
	if g.merges && g.IntN(4) == 0 && !compact {
		g.spaces(column)
		g.out.WriteString(g.one("<<:  *map", "<< : [*map , *map]"))
		g.remark("")
	}
	for i, key := range g.keys(s) {
		mark := ""
		if i == 0 && g.depth == 1 {
			g.spaces(column) // what stands above the first key of the file stays there
		} else {
			mark = g.above(column, i > 0 || !compact)
		}
		written := key
		if g.IntN(8) == 0 {
			written = g.one(`"`+key+`"`, `'`+key+`'`)
		}
		g.out.WriteString(written + g.one("", "", "", "", " ") + ":")
		g.value(column, s.part(key), mark, false)
	}
	g.trivia(column + g.one2(0, 2))
}

// above writes what stands above an entry and indents it. The mark, where there is
// one, names the entry in comments.
func (g *generator) above(column int, first bool) string {
	if !first {
		return ""
	}
	mark := ""
	g.trivia(column)
	if g.IntN(4) == 0 {
		g.count++
		mark = fmt.Sprintf("m%d.", g.count)
		g.spaces(column)
		g.out.WriteString("# above " + mark)
		g.eol()
	}
	g.spaces(column)
	return mark
}

// list writes a block list at a column.
func (g *generator) list(column int, s *shape, compact bool) {
	g.depth++
	defer func() { g.depth-- }()
	for i := range 1 + g.IntN(3) {
		mark := g.above(column, i > 0 || !compact)
		g.out.WriteString("-")
		g.value(column, s.item(), mark, true)
	}
	g.trivia(column + g.one2(0, 2))
}

// value writes a value behind a colon or a dash, to the end of its last line.
func (g *generator) value(column int, s *shape, mark string, item bool) {
	choice := g.IntN(12)
	if mark != "" || g.depth > 4 {
		choice = g.IntN(4)
	}
	switch choice {
	case 0, 1, 2, 3:
		g.spaces(1 + g.IntN(4)*g.IntN(2))
		if mark != "" {
			g.out.WriteString(g.one("value ", "'a quote' ", `"two"`)[:0] + "v" + mark)
			g.remark(mark)
			return
		}
		g.scalar(s)
		g.remark("")
	case 4:
		g.below(column, s)
	case 5:
		g.blockScalar(column)
	case 6:
		g.lines(column)
	case 7:
		g.nothing(column)
	default:
		g.nested(column, s, item)
	}
}

// scalar writes a value that needs one line.
func (g *generator) scalar(s *shape) {
	switch g.IntN(10) {
	case 0:
		g.out.WriteString(g.flow(s, 0))
	case 1:
		if len(g.anchors) > 0 {
			g.out.WriteString("*" + g.one(g.anchors...))
			return
		}
		fallthrough
	case 2:
		name := g.one("a", "b", "c")
		g.anchors = append(g.anchors, name)
		g.out.WriteString("&" + name + g.one(" ", "  ") + g.plain())
	case 3:
		if g.merges = g.merges || g.IntN(2) == 0; g.merges {
			g.out.WriteString("&map {q: 1 , r: 2}")
			return
		}
		g.out.WriteString(g.one("!!str  text", "!!str 5"))
	default:
		g.out.WriteString(g.plain())
	}
}

func (g *generator) plain() string {
	return g.one("text", "5", "0.50", "1e3", "2026-07-10", "true", "~", "null", `"double: # quoted"`, `'it''s'`, `""`, `''`,
		"größer als 日本 😀", "a#b", "http://x/y#z", "several words here", "-5", "+0.5pp", `"\u00e9\n"`, "[]", "{ }", "'- no item'")
}

// flow writes a collection between brackets on one line.
func (g *generator) flow(s *shape, depth int) string {
	var parts []string
	if g.IntN(2) == 0 {
		for range g.IntN(4) {
			parts = append(parts, g.flowValue(s.item(), depth))
		}
		return "[" + g.one("", " ") + strings.Join(parts, g.one(", ", ",", " ,  ")) + g.one("", "  ") + "]"
	}
	for _, key := range g.keys(s) {
		parts = append(parts, key+g.one(": ", ":  ", " : ")+g.flowValue(s.part(key), depth))
	}
	if g.IntN(8) == 0 {
		parts = append(parts, "bare")
	}
	return "{" + g.one("", " ") + strings.Join(parts, g.one(", ", ",", " ,  ")) + g.one("", " ", ",") + "}"
}

func (g *generator) flowValue(s *shape, depth int) string {
	if depth < 2 && g.IntN(4) == 0 {
		return g.flow(s, depth+1)
	}
	return g.one("1", "word", `"quoted, text"`, "'a'", "2026-07-10", "0.5", "many words", "日本", "&f x", "!!str y")
}

// below writes a value on the lines after its key.
func (g *generator) below(column int, s *shape) {
	g.bare()
	g.trivia(column + 2)
	g.spaces(column + 1 + g.IntN(5))
	g.scalar(s)
	g.remark("")
}

// lines writes a value without brackets or between them that takes several lines.
func (g *generator) lines(column int) {
	deeper := func(text string) {
		g.eol()
		if g.IntN(5) == 0 {
			g.out.WriteString(g.one("", "  "))
			g.eol()
		}
		g.spaces(column + 1 + g.IntN(6))
		g.out.WriteString(text)
	}
	g.out.WriteString(" ")
	switch g.IntN(5) {
	case 0:
		g.out.WriteString("one" + g.one("", "  "))
		deeper("two 日本")
		deeper("three")
	case 1:
		g.out.WriteString(`"one`)
		deeper(`# two \`)
		deeper(`three"`)
	case 2:
		g.out.WriteString(`'one`)
		deeper(`it''s: two'`)
	case 3:
		g.out.WriteString("[one ,two,  # inside")
		deeper("three ]")
	default:
		g.out.WriteString("{one:  1,")
		deeper("two: [ 2 ]")
		deeper("}")
	}
	g.remark("")
}

// nothing leaves the value out, or only comments of it.
func (g *generator) nothing(column int) {
	g.bare()
	if g.IntN(2) == 0 {
		g.spaces(column + 2)
		g.out.WriteString("# - commented out")
		g.eol()
	}
}

// blockScalar writes a literal or folded text.
func (g *generator) blockScalar(column int) {
	width := 1 + g.IntN(5)
	header := g.one("|", ">")
	chomp := g.one("", "-", "-", "+")
	digit := ""
	if g.IntN(4) == 0 {
		digit = fmt.Sprint(width)
	}
	g.out.WriteString(" " + g.one("", "&t ") + header + g.one(digit+chomp, chomp+digit))
	g.remark("")
	pad := strings.Repeat(" ", column+width)
	begun := digit != ""
	for range g.IntN(4) {
		switch g.IntN(5) {
		case 0:
			g.out.WriteString(g.one("", strings.Repeat(" ", min(column, 3))))
		case 1:
			g.out.WriteString(pad + "# no comment  ")
			begun = true
		case 2:
			if begun {
				g.out.WriteString(pad + "  deeper: 1")
			}
		default:
			g.out.WriteString(pad + g.one("text", "- item", "größer 日本", "key: value   "))
			begun = true
		}
		g.eol()
	}
	if chomp == "+" {
		for g.IntN(3) == 0 {
			g.eol()
		}
	}
}

// nested writes a block below a key or a dash, or beside the dash.
func (g *generator) nested(column int, s *shape, item bool) {
	if item && g.IntN(4) > 0 {
		gap := 1 + g.IntN(4)*g.IntN(2)
		g.spaces(gap)
		if g.IntN(6) == 0 {
			g.list(column+1+gap, s, true)
			return
		}
		g.mapping(column+1+gap, s, true)
		return
	}
	if g.IntN(8) == 0 {
		g.out.WriteString("  &n")
	}
	g.bare()
	g.trivia(column + 2)
	if g.IntN(2) == 0 {
		deeper := g.IntN(4)
		if item {
			deeper = 1 + g.IntN(3)
		}
		g.list(column+deeper, s, false)
		return
	}
	g.mapping(column+1+g.IntN(5), s, false)
}
