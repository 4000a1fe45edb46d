package render

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/report"
)

// Most characters of texts about a rule.
const (
	sarifNameLength        = 255
	sarifDescriptionLength = 1024
)

// listRules makes the list of rules: those that explain themselves, and an entry of
// their own for the others that results name.
func (s *sarifWriter) listRules() {
	s.index = make(map[string]int)
	add := func(rule report.RuleText) {
		if _, known := s.index[rule.ID]; !known {
			s.index[rule.ID] = len(s.rules)
			s.rules = append(s.rules, rule)
		}
	}
	for _, rule := range s.found.rules {
		add(rule)
	}
	for _, f := range s.results {
		rule, known := diag.RuleByID(f.Rule)
		if !known {
			rule = diag.Rule{ID: f.Rule, Category: f.Category, Class: f.Class, Severity: f.Severity}
		}
		add(report.RuleText{Rule: rule})
	}
	slices.SortStableFunc(s.rules, func(a, b report.RuleText) int { return cmp.Compare(a.ID, b.ID) })
	for i, rule := range s.rules {
		s.index[rule.ID] = i
	}
}

func (s *sarifWriter) driver() report.Fields {
	driver := report.Fields{field("name", toolName)}
	if version := strings.TrimPrefix(s.tool, "v"); version != "" && digit(version[0]) {
		driver = append(driver, field("semanticVersion", version))
	} else if version != "" {
		driver = append(driver, field("version", oneLine(version)))
	}
	return append(driver, field("informationUri", report.ProjectURL),
		field("rules", report.Each(s.rules, func(r report.RuleText) any { return sarifRule(r) })))
}

func sarifRule(r report.RuleText) report.Fields {
	id := sarifID(r.ID)
	summary := cut(cmp.Or(oneLine(r.Summary), "The rule "+id+"."), sarifDescriptionLength)
	help := joinTexts(r.Why, r.Help)
	if help == "" {
		help = summary + "\nSee okr explain " + id + "."
	}
	configuration := report.Fields{field("level", sarifLevel(r.Severity))}
	if r.Severity == diag.Off {
		configuration = append(configuration, field("enabled", false))
	}
	return report.Fields{
		field("id", id),
		field("name", cut(cmp.Or(pascalCase(id), id), sarifNameLength)),
		field("shortDescription", report.Fields{field("text", summary)}),
		field("fullDescription", report.Fields{field("text", cut(cmp.Or(oneLine(r.Why), summary), sarifDescriptionLength))}),
		field("help", report.Fields{field("text", help), field("markdown", textMarkdown(help))}),
		field("helpUri", report.RuleURL(r.ID)),
		field("defaultConfiguration", configuration),
		field("properties", report.Fields{
			field("tags", sarifTags(r.Category)),
			field("precision", sarifPrecision(r.Class)),
			field("problem.severity", sarifProblem(r.Severity)),
		}),
	}
}

// sarifID is the id of a rule, which may not be empty.
func sarifID(id string) string { return cmp.Or(oneLine(id), "unnamed") }

// sarifLevel is a severity in the words of the format.
func sarifLevel(s diag.Severity) string {
	switch s {
	case diag.Error, diag.Warning:
		return s.String()
	default:
		return "note"
	}
}

// sarifProblem is a severity in GitHub's words for queries.
func sarifProblem(s diag.Severity) string {
	switch s {
	case diag.Error, diag.Warning:
		return s.String()
	default:
		return "recommendation"
	}
}

// sarifPrecision says how seldom a finding is wrong: form and meaning are read off
// the file, rules judge language.
func sarifPrecision(class diag.Class) string {
	switch class {
	case diag.ClassForm:
		return "very-high"
	case diag.ClassMeaning:
		return "high"
	default:
		return "medium"
	}
}

func sarifTags(category diag.Category) []string {
	tags := []string{toolName}
	if name := oneLine(string(category)); name != "" && name != toolName {
		tags = append(tags, name)
	}
	return tags
}

// pascalCase is an id as a name: no-baseline is NoBaseline.
func pascalCase(id string) string {
	var name strings.Builder
	for _, word := range strings.FieldsFunc(id, func(r rune) bool { return r == '-' || r == '_' || r == ' ' }) {
		first, size := utf8.DecodeRuneInString(word)
		name.WriteString(strings.ToUpper(string(first)) + word[size:])
	}
	return name.String()
}

// cut is the beginning of a text of at most so many characters.
func cut(text string, characters int) string {
	if utf8.RuneCountInString(text) <= characters {
		return text
	}
	return string([]rune(text)[:characters-1]) + ellipsis
}

// joinTexts is texts as paragraphs, harmless, with their lines.
func joinTexts(texts ...string) string {
	var paragraphs []string
	for _, text := range texts {
		if lines := sanitizeLines(strings.TrimSpace(text)); len(lines) > 0 {
			paragraphs = append(paragraphs, strings.Join(lines, "\n"))
		}
	}
	return strings.Join(paragraphs, "\n\n")
}

// textMarkdown is plain text as Markdown: lines that are set in are code.
func textMarkdown(text string) string {
	var paragraphs, prose, code []string
	flush := func() {
		if len(prose) > 0 {
			paragraphs = append(paragraphs, strings.Join(prose, "\n"))
		}
		if len(code) > 0 {
			fence := fenceFor(code)
			paragraphs = append(paragraphs, fence+"\n"+strings.Join(code, "\n")+"\n"+fence)
		}
		prose, code = nil, nil
	}
	for _, line := range strings.Split(text, "\n") {
		escaped, isCode := escapeMarkdown(line), strings.HasPrefix(line, "  ")
		if escaped == "" || isCode && prose != nil || !isCode && code != nil {
			flush()
		}
		switch {
		case escaped == "":
		case isCode:
			code = append(code, line)
		default:
			prose = append(prose, escaped)
		}
	}
	flush()
	return strings.Join(paragraphs, "\n\n")
}
