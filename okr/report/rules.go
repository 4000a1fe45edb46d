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
	return append(facts, Fact{"page", Text(RuleURL(rule.ID))})
}

func severityText(rule lint.Rule) string {
	text := rule.Severity.String()
	for _, v := range rule.Varies {
		text += "; " + v.Severity.String() + " " + v.Where
	}
	if rule.AtPublish {
		text += "; one step milder while a cycle is a draft"
	}
	return text
}

// severities are the usual severity of a rule and those that it has in some places.
func severities(rule lint.Rule) string {
	all := rule.Severities()
	var others []string
	for _, severity := range all[1:] {
		others = append(others, severity.String())
	}
	if len(others) == 0 {
		return all[0].String()
	}
	return all[0].String() + ", also " + strings.Join(others, " or ")
}

// varying is where a rule has another severity; an empty list where it has only one.
func varying(rule lint.Rule) any {
	return Each(rule.Varies, func(v lint.Variation) any { return Fields{{"severity", v.Severity}, {"where", v.Where}} })
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
	least := "error, warning, info or off"
	if rule.Class == diag.ClassMeaning {
		least = "error or warning, never less"
	}
	blocks := []Block{
		Paragraph{Spans: Plain("In a file, at the end of the line or above the entry:")},
		Code{Language: "yaml", Text: "# okr:allow " + rule.ID + " until 2026-12-31 because …"},
		Paragraph{Spans: Plain("For the workspace, in okr.yaml: " + least + ".")},
		Code{Language: "yaml", Text: "lint:\n  rules: {" + milder(rule) + "}"},
	}
	if own, ok := diag.RuleByID(rule.ID); ok && own.Class == diag.ClassForm {
		blocks = append(blocks, Paragraph{Spans: Plain("None of this holds for a key: one for it breaks the form of the file, which is always an error.")})
	}
	return blocks
}

// milder is what okr.yaml says so that a rule speaks as softly as it can.
func milder(rule lint.Rule) string {
	if rule.Class == diag.ClassMeaning {
		return rule.ID + ": warning"
	}
	return rule.ID + ": off"
}

// silenceData is how to silence a rule in lines ready to paste; nil where that is not
// possible.
func silenceData(rule lint.Rule) any {
	if rule.Class == diag.ClassForm {
		return nil
	}
	return Fields{{"comment", allowance(rule)}, {"settings", "lint: {rules: {" + milder(rule) + "}}"}}
}

func ruleData(rule lint.Rule) Fields {
	class := map[diag.Class]string{diag.ClassForm: "form", diag.ClassMeaning: "meaning", diag.ClassRules: "rule"}[rule.Class]
	return Fields{
		{"id", rule.ID},
		{"category", rule.Category},
		{"severity", rule.Severity},
		{"varies", varying(rule)},
		{"class", class},
		{"at_publish", rule.AtPublish},
		{"needs_history", rule.Needs == lint.Past},
		{"suppressible", rule.Class != diag.ClassForm},
		{"silence", silenceData(rule)},
		{"url", RuleURL(rule.ID)},
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
				row := Row{Cells: []Cell{{Text: rule.ID}, {Text: severities(rule)}, {Text: string(rule.Category)}, {Text: rule.Summary}}}
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
