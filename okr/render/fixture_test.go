package render

import (
	"fmt"
	"strings"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/report"
	"github.com/okrs-as-code/okrs/okr/source"
)

// fixturePath has a space, a colon, a percent sign and letters beyond ASCII.
const fixturePath = "okrs/2026 Q3/50%: Ziele, 目標.yaml"

// fixtureText is what the findings of the fixture are about.
const fixtureText = "team: checkout\n" +
	"objectives:\n" +
	"\t- title: 注文 é🎉 Launch 新しい checkout  # soon\n" +
	"    why_now: >-\n" +
	"      leverage our synergies,\n" +
	"      and \"more\" <of> them & theirs\n" +
	"    metric: {unit: ms, target: 300}\n" +
	"    owner: anna  # okr:allow individual-owner because of a trial\n" +
	"    rank: 1\n"

// place is the span of a part of the fixture's text.
func fixturePlace(part string) source.Span {
	at := strings.Index(fixtureText, part)
	if at < 0 {
		panic(part)
	}
	return source.Span{Start: uint32(at), End: uint32(at + len(part))}
}

func fixtureFindings() (shown, suppressed []diag.Finding) {
	lines := source.NewLines([]byte(fixtureText))
	at := func(rule diag.Rule, part, message string) diag.Finding {
		return diag.At(rule, fixturePath, lines, fixturePlace(part), "%s", message)
	}
	edit := func(part, text string) diag.Edit { return diag.EditAt(lines, fixturePlace(part), text) }
	insert := fixturePlace("target: 300")
	insert.End = insert.Start
	task := diag.Rule{ID: "initiative-as-kr", Category: diag.TaskList, Class: diag.ClassRules, Severity: diag.Warning}
	jargon := diag.Rule{ID: "jargon", Category: diag.Language, Class: diag.ClassRules, Severity: diag.Info}
	whole := diag.Finding{
		Rule: "syntax", Category: diag.Format, Class: diag.ClassForm, Severity: diag.Error,
		Message: "The file cannot be read.", Path: "okr.yaml", Subject: "okr.yaml",
	}
	all := diag.Finish([]diag.Finding{
		whole,
		at(diag.NoBaseline, "{unit: ms, target: 300}", "The key result promises a change to 300 ms, but does not say from where.").
			WithHint("write the last measured value as the baseline:\n  metric: {unit: ms, baseline: 900, target: 300}").
			WithSubject("checkout/2026-Q3/fast/p99").
			WithFix(diag.Fix{Title: "Write a baseline", Safe: true, Edits: []diag.Edit{diag.EditAt(lines, insert, "baseline: 900, ")}}),
		at(task, "Launch 新しい checkout", "“Launch 新しい checkout” is something to do, 100 % of it: not something that will have changed.").
			WithHint("say what will be different").WithSubject("checkout/2026-Q3/fast/launch").
			WithRelated(diag.Related{Message: "the objective it belongs to", Path: fixturePath, Line: 2, Column: 1}).
			WithFix(diag.Fix{Title: "Drop the verb and the comment", Edits: []diag.Edit{edit("Launch ", ""), edit("  # soon", "")}}),
		at(jargon, "leverage our synergies,\n      and \"more\" <of> them & theirs", "A sentence that [newcomers](cannot) read, with <b>signs</b>."),
		at(jargon, "checkout", "A second one of the same subject."),
	})
	silenced := diag.Finish([]diag.Finding{
		at(diag.IndividualOwner, "owner: anna", "A key that names a person."),
		at(diag.StackRanking, "rank: 1", "A key for ranking."),
	})
	silenced[0].Suppression = &diag.Suppression{By: diag.ByComment, Reason: "of a trial", Until: "2026-09-30"}
	silenced[1].Suppression = &diag.Suppression{By: diag.ByBaseline}
	return all, silenced
}

func fixtureDoc() *report.Doc {
	shown, suppressed := fixtureFindings()
	summary := report.Summarize(shown, 2)
	summary.Suppressed, summary.History = len(suppressed), report.FullHistory
	return report.Linted(report.Linting{
		Findings: shown, Suppressed: suppressed, Hidden: 12, Tool: "v1.2.3", Summary: summary,
		Clean: []string{"okrs/2026 Q3/nothing & all.yaml"}, Failing: diag.Warning,
		Rules: []report.RuleText{
			{Rule: diag.IndividualOwner, Why: "Objectives belong to teams.", Help: "Name the team."},
			{Rule: diag.NoBaseline, Why: "Without a start, progress cannot be told.\nIt is all guesswork.", Help: "Write the last value:\n\n  metric: {unit: ms, baseline: 900, target: 300}\n\nTo silence it, write `# okr:allow no-baseline because …`."},
		},
	})
}

// manyFindings are so many findings: of six, one is an error, two are warnings.
func manyFindings(n int) []diag.Finding {
	findings := make([]diag.Finding, n)
	for i := range findings {
		severity := diag.Info
		switch i % 6 {
		case 5:
			severity = diag.Error
		case 1, 3:
			severity = diag.Warning
		}
		findings[i] = diag.Finding{
			Rule: fmt.Sprintf("rule-%d", i%7), Category: diag.Focus, Class: diag.ClassRules, Severity: severity,
			Message: fmt.Sprintf("Finding %d. %s", i, strings.Repeat("It goes on for a while. ", 8)),
			Path:    fmt.Sprintf("okrs/team-%d.yaml", i/20), Line: i + 1, Column: 3, EndLine: i + 1, EndColumn: 9,
			Subject: fmt.Sprintf("team/2026-Q3/%d", i), Fingerprint: fmt.Sprintf("%016x", i),
		}
	}
	return findings
}
