package report

import (
	"strconv"
	"strings"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/lint"
)

// Rule explains one rule: what it finds, why that matters and after whom, how it
// looks and how it looks better, and how to silence it.
func Rule(rule lint.Rule) *Doc {
	doc := &Doc{Title: rule.ID, Data: Fields{{"version", DataVersion}, {"rule", ruleData(rule)}}}
	add := func(blocks ...Block) { doc.Blocks = append(doc.Blocks, blocks...) }
	add(
		Paragraph{Spans: Plain(rule.Summary)},
		Facts{Items: ruleFacts(rule)},
		Heading{Level: 1, Text: "Why"}, Paragraph{Spans: Plain(rule.Why)}, Paragraph{Spans: []Span{{Text: "Source: " + rule.Source, Tone: Muted}}},
		Heading{Level: 1, Text: "Instead of"},
	)
	add(examples(rule, rule.Bad)...)
	add(Heading{Level: 1, Text: "Write"})
	add(examples(rule, rule.Good)...)
	add(Heading{Level: 1, Text: "Silence it"})
	add(silence(rule)...)
	return doc
}

func ruleFacts(rule lint.Rule) []Fact {
	facts := []Fact{{"category", Text(string(rule.Category))}, {"severity", Text(severityText(rule))}, {"since edition", Text(strconv.Itoa(rule.Since))}}
	if rule.Needs == lint.Past {
		facts = append(facts, Fact{"needs", Text("the git history; without one it does not run")})
	}
	return facts
}

func severityText(rule lint.Rule) string {
	text := rule.Severity.String()
	if rule.AtPublish {
		text += ", one step milder while a cycle is a draft"
	}
	return text
}

// examples are sentences as a list, files as code.
func examples(rule lint.Rule, texts []string) []Block {
	if rule.About != lint.Files {
		var list List
		for _, text := range texts {
			list.Items = append(list.Items, Item{Spans: Plain(text)})
		}
		return []Block{list}
	}
	var blocks []Block
	for _, text := range texts {
		blocks = append(blocks, Code{Language: "yaml", Text: exampleText(text)})
	}
	return blocks
}

// exampleText writes the names of an example's files as comments.
func exampleText(text string) string {
	var out strings.Builder
	for line := range strings.Lines(strings.Trim(text, "\n") + "\n") {
		if name, ok := strings.CutPrefix(line, "-- "); ok {
			if out.Len() > 0 {
				out.WriteString("\n")
			}
			line = "# " + strings.TrimSuffix(strings.TrimSpace(name), " --") + "\n"
		}
		out.WriteString(line)
	}
	return out.String()
}

func silence(rule lint.Rule) []Block {
	if rule.Class == diag.ClassForm {
		return []Block{Paragraph{Spans: Plain(silencing(rule))}}
	}
	settings := "lint:\n  rules: {" + rule.ID + ": off}"
	least := "error, warning, info or off"
	if rule.Class == diag.ClassMeaning {
		settings, least = "lint:\n  rules: {"+rule.ID+": warning}", "error or warning, never less"
	}
	return []Block{
		Paragraph{Spans: Plain("In a file, at the end of the line or above the entry:")},
		Code{Language: "yaml", Text: "# okr:allow " + rule.ID + " until 2026-12-31 because …"},
		Paragraph{Spans: Plain("For the workspace, in okr.yaml: " + least + ".")},
		Code{Language: "yaml", Text: settings},
	}
}

func ruleData(rule lint.Rule) Fields {
	class := map[diag.Class]string{diag.ClassForm: "form", diag.ClassMeaning: "meaning", diag.ClassRules: "rule"}[rule.Class]
	return Fields{
		{"id", rule.ID},
		{"category", rule.Category},
		{"severity", rule.Severity},
		{"class", class},
		{"at_publish", rule.AtPublish},
		{"needs_history", rule.Needs == lint.Past},
		{"suppressible", rule.Class != diag.ClassForm},
		{"since", rule.Since},
		{"summary", rule.Summary},
		{"why", rule.Why},
		{"source", rule.Source},
		{"about", string(rule.About)},
		{"bad", Each(rule.Bad, func(text string) any { return strings.TrimPrefix(text, "\n") })},
		{"good", Each(rule.Good, func(text string) any { return strings.TrimPrefix(text, "\n") })},
	}
}

// Rules lists rules.
func Rules(rules []lint.Rule) *Doc {
	table := Table{
		Columns: []Column{{Title: "rule"}, {Title: "severity"}, {Title: "category"}, {Title: "what it finds"}},
		Rows: func(yield func(Row) bool) {
			for _, rule := range rules {
				row := Row{Cells: []Cell{{Text: rule.ID}, {Text: rule.Severity.String()}, {Text: string(rule.Category)}, {Text: rule.Summary}}}
				if !yield(row) {
					return
				}
			}
		},
	}
	return &Doc{
		Blocks: []Block{table},
		Data:   Fields{{"version", DataVersion}, {"rules", Each(rules, func(rule lint.Rule) any { return ruleData(rule) })}},
		Records: &Records{Columns: []string{"id", "severity", "category", "summary"}, Rows: func(yield func([]string) bool) {
			for _, rule := range rules {
				if !yield([]string{rule.ID, rule.Severity.String(), string(rule.Category), rule.Summary}) {
					return
				}
			}
		}},
	}
}
