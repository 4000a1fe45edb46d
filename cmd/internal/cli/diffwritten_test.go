package cli_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
)

// files is the organisation as it is written.
func (o *organization) files() map[string][]byte {
	files := make(map[string][]byte)
	var top bytes.Buffer
	top.WriteString("version: 1\norganization: Invented\nteams:\n")
	for i, team := range o.teams {
		fmt.Fprintf(&top, "  - {id: %s, name: Team %s", team, team)
		if i > 0 {
			fmt.Fprintf(&top, ", parent: %s", o.teams[0])
		}
		top.WriteString("}\n")
	}
	top.WriteString("limits: {objectives: {min: 1, max: 50}, key_results: {min: 1, max: 50}}\n" + o.settings)
	files["okr.yaml"] = top.Bytes()
	for _, g := range o.documents {
		files[g.file+".yaml"] = g.written()
	}
	return files
}

// hand writes a document in a style of its own.
type hand struct {
	bytes.Buffer
	*rand.Rand
	anchors map[string]string
}

func (g *goals) written() []byte {
	h := &hand{Rand: rand.New(rand.NewPCG(g.style, 1)), anchors: make(map[string]string)}
	fmt.Fprintf(h, "version: 1\nteam: %s\ncycle: %s\nobjectives:\n", h.word(g.team), h.word(g.cycle))
	for _, made := range g.objectives {
		fmt.Fprintf(h, "  - id: %s\n    title: The objective %s is reached\n    commitment: aspirational\n", h.word(made.id), made.id)
		if made.was != "" {
			fmt.Fprintf(h, "    was: %s\n", h.address(made.was))
		}
		h.links("    ", made.links)
		h.WriteString("    key_results:\n")
		if len(made.results) == 0 {
			h.WriteString("      []\n")
		}
		for _, m := range made.results {
			h.measure(g, m)
		}
	}
	return h.Bytes()
}

func (h *hand) measure(g *goals, m *measure) {
	if m.ref != "" {
		fmt.Fprintf(h, "      - ref: %s\n", h.address(m.ref))
		return
	}
	fmt.Fprintf(h, "      - id: %s\n        title: The measure %s rises from 0 to much\n", h.word(m.id), m.id)
	fmt.Fprintf(h, "        metric: {unit: orders, baseline: 0, target: %d, source: till}\n", m.target)
	if m.was != "" {
		fmt.Fprintf(h, "        was: %s\n", h.address(m.was))
	}
	if len(m.shared) > 0 {
		seen := make(map[string]bool)
		var others []string
		for _, team := range m.shared {
			if !seen[team] && team != g.team {
				others = append(others, team)
			}
			seen[team] = true
		}
		fmt.Fprintf(h, "        shared_with: [%s]\n", strings.Join(others, ", "))
	}
	h.links("        ", m.links)
	for i, day := range m.days {
		if i == 0 {
			h.WriteString("        check_ins:\n")
		}
		month := map[string]int{"2026-Q1": 1, "2026-Q2": 4}[g.cycle]
		fmt.Fprintf(h, "          - {date: 2026-%02d-%02d, value: %d, confidence: 5}\n", month+min(day/28, 2), 1+day%28, day*7%90)
	}
}

func (h *hand) links(indent string, links []tied) {
	for _, field := range []string{"supports", "depends_on", "enables", "carried_from"} {
		var list []string
		for _, l := range links {
			if l.field == field {
				list = append(list, h.address(l.to))
			}
		}
		switch {
		case len(list) == 0:
		case field == "carried_from":
			fmt.Fprintf(h, "%s%s: %s\n", indent, field, list[0])
		case h.IntN(2) == 0 && !strings.Contains(strings.Join(list, ""), "\n"):
			fmt.Fprintf(h, "%s%s: [%s]\n", indent, field, strings.Join(list, ", "))
		default:
			fmt.Fprintf(h, "%s%s:\n%s  - %s\n", indent, field, indent, strings.Join(list, "\n"+indent+"  - "))
		}
	}
}

func (h *hand) word(text string) string {
	return []string{text, text, text, `"` + text + `"`, "'" + text + "'", text + " # so"}[h.IntN(6)]
}

// address writes an address plainly, in quotes, with letters by their numbers, over two
// lines, or as an anchor and its alias.
func (h *hand) address(text string) string {
	if name, there := h.anchors[text]; there && h.IntN(2) == 0 {
		return "*" + name
	}
	half := len(text) / 2
	switch h.IntN(16) {
	case 0:
		return `"` + text + `"`
	case 1:
		return "'" + text + "'"
	case 2:
		return `"` + text[:half] + fmt.Sprintf(`\x%02x`, text[half]) + text[half+1:] + `"`
	case 3:
		return `"` + strings.Replace(text, "/", `\u002f`, 1) + `"`
	case 5:
		return `"` + text[:half] + "\\\n                    " + text[half:] + `"`
	case 6, 7:
		if _, there := h.anchors[text]; !there {
			h.anchors[text] = fmt.Sprintf("a%d", len(h.anchors))
			return "&" + h.anchors[text] + " " + text
		}
	}
	return text
}
