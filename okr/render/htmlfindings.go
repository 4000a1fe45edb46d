package render

import (
	"iter"
	"strings"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/report"
)

// findingView is a finding on a page.
type findingView struct {
	Class, Glyph, Severity, Message, Place, Rule string
	// About is the id of what is said about the rule on the same page.
	About    string
	Excerpt  []excerptView
	Hint     []string
	Fix      string
	Related  []relatedView
	Silenced string
}

// excerptView is a line of a file with the part that is meant.
type excerptView struct{ Number, Before, Marked, After string }

// relatedView is another place that a finding speaks of.
type relatedView struct{ Place, Message string }

// ruleView is what is said about a rule.
type ruleView struct {
	ID, Rule  string
	Why, Help []string
}

// Findings prints a list of findings with their excerpts, the silenced ones and what
// their rules are about folded below.
func (h *htmlWriter) Findings(b report.Findings) {
	about := make(map[string]string, len(b.Rules))
	var rules []ruleView
	for _, r := range b.Rules {
		if about[r.ID] != "" {
			continue
		}
		h.rules++
		about[r.ID] = pageID("rule", h.rules)
		rules = append(rules, ruleView{about[r.ID], pageText(r.ID), pageLines(r.Why), pageLines(r.Help)})
	}
	view := struct {
		Items, Suppressed       iter.Seq[findingView]
		Rules                   []ruleView
		Hidden, SuppressedCount string
		Summary                 string
	}{Rules: rules, Hidden: report.HiddenSentence(b.Hidden)}
	if len(b.Items) > 0 {
		view.Items = h.findingViews(b.Items, about)
	}
	if len(b.Suppressed) > 0 {
		view.Suppressed = h.findingViews(b.Suppressed, about)
		view.SuppressedCount = counted(len(b.Suppressed), "finding is", "findings are") + " silenced"
	}
	if b.Summary != nil {
		view.Summary = pageText(b.Summary.Sentence())
	}
	h.part("findings", view)
}

func (h *htmlWriter) findingViews(findings []diag.Finding, about map[string]string) iter.Seq[findingView] {
	return func(yield func(findingView) bool) {
		for _, f := range findings {
			if !yield(h.findingView(f, about[f.Rule])) {
				return
			}
		}
	}
}

var severityGlyphs = [...]string{diag.Error: "✖", diag.Warning: "▲", diag.Info: "ℹ"}

func (h *htmlWriter) findingView(f diag.Finding, about string) findingView {
	view := findingView{
		Class: f.Severity.String(), Glyph: severityGlyphs[f.Severity], Severity: f.Severity.String(),
		Message: pageText(f.Message), Place: pageText(placed(h.style, f.Path, f.Line, f.Column)), Rule: pageText(f.Rule), About: about,
		Excerpt: excerptViews(f), Hint: pageLines(f.Hint), Fix: pageText(fixSentence(f.Fix)),
	}
	for _, r := range f.Related {
		view.Related = append(view.Related, relatedView{pageText(placed(h.style, r.Path, r.Line, r.Column)), pageText(r.Message)})
	}
	if f.Suppression != nil {
		view.Silenced = "Silenced: " + pageText(suppressionText(*f.Suppression))
	}
	return view
}

// excerptViews are the lines of an excerpt, cut apart where the underline begins and
// ends.
func excerptViews(f diag.Finding) []excerptView {
	var views []excerptView
	for _, l := range excerpt(f, 0) {
		text := pageSigns.Replace(l.text)
		start := len(l.underline) - len(strings.TrimLeft(l.underline, " "))
		before, _ := slice(text, 0, start)
		marked, _ := slice(text[len(before):], 0, len(l.underline)-start)
		after := text[len(before)+len(marked):]
		if marked == "" {
			marked = " " // behind the end of the line
		}
		views = append(views, excerptView{l.number, before, marked, after})
	}
	return views
}
