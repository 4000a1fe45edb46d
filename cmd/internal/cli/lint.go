package cli

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/lint"
	"github.com/okrs-as-code/okrs/okr/report"
)

type linting struct {
	reading
	choice     ruleChoice
	severity   string
	failOn     string
	baseline   string
	since      string
	statistics bool
	most       int
	fixing     fixing
}

// never is the choice of --fail-on that leaves the exit code to the form of files.
const never = "never"

func newLint(env Env) *cobra.Command {
	l := &linting{reading: reading{output: output{env: env, findings: true}}}
	cmd := &cobra.Command{
		Use:   "lint [PATH...]",
		Short: "Find what makes objectives and key results fail",
		Long: `Checks form and meaning as validate does, and then the rules: tasks in the place of
results, changes nobody could measure, people, pay, gaps between teams, silence. Every
finding says where, why and what to write instead; okr explain RULE says more.

The whole workspace is read, since files refer to each other; with PATHs only what is
found in those files and folders is reported, with --cycle and --team only what is found
in their documents, and in files that do not say whose they are.

A comment silences a rule, with a reason: # okr:allow RULE because …, at the end of a
line for that line, on a line of its own for the entry below, before the first key for
the file. A baseline accepts what is there today: okr baseline write. With --since only
what the work on a branch has brought is told, by rule and subject.

None of these hides what breaks the form of a file: what cannot be read, keys, types and
values that the format does not have, and keys that name, rate or pay a person. That is
always an error and exits 1.

Exit codes: 0 nothing as grave as --fail-on, 1 findings, 2 misused or unable to run.`,
		Example: `  okr lint
  okr lint --rule output-kr,no-baseline okrs/2026-Q3
  okr lint --since origin/main
  okr lint --output sarif:okr.sarif --output github:-`,
		GroupID: groupFiles,
		RunE:    func(cmd *cobra.Command, args []string) error { return l.run(args) },
	}
	l.bind(cmd)
	l.bindPart(cmd)
	l.choice.bind(cmd)
	flags := cmd.Flags()
	flags.StringVar(&l.severity, "severity", "info", "only findings at least this grave: error, warning or info")
	flags.StringVar(&l.failOn, "fail-on", "error", "exit 1 from this severity on: error, warning, info or never")
	flags.StringVar(&l.baseline, "baseline", "", "leave out what this `file` accepts (default: the one that okr.yaml names)")
	flags.StringVar(&l.since, "since", "", "leave out what was found before the work began, where it left this `revision`'s line, as main")
	flags.BoolVar(&l.statistics, "statistics", false, "count the findings of each rule instead of listing them")
	flags.IntVar(&l.most, "max-findings", 0, "list at most so many, the gravest, and say how many more there are (default: all)")
	flags.BoolVar(&l.fixing.fix, "fix", false, "make the changes that nobody could object to, then lint")
	flags.BoolVar(&l.fixing.unsafe, "unsafe-fixes", false, "with --fix or --diff also those that a person should look at, such as moving a task to initiatives")
	flags.BoolVar(&l.fixing.diff, "diff", false, "write nothing, and print the changes that --fix would make as a patch")
	_ = cmd.RegisterFlagCompletionFunc("severity", cobra.FixedCompletions([]string{"error", "warning", "info"}, cobra.ShellCompDirectiveNoFileComp))
	_ = cmd.RegisterFlagCompletionFunc("fail-on", cobra.FixedCompletions([]string{"error", "warning", "info", never}, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func (l *linting) run(paths []string) error {
	targets, err := l.chosen()
	if err != nil {
		return err
	}
	least, failing, err := l.limits(targets)
	if err != nil {
		return err
	}
	only, err := l.choice.wanted()
	if err != nil {
		return err
	}
	place, at, err := l.open(l.env)
	if err != nil {
		return err
	}
	place.readAhead()
	found := func() (*linted, error) { return l.found(place, paths, at, only, least) }
	read, err := found()
	if err != nil {
		return err
	}
	if l.fixing.diff {
		return l.fixing.patch(place, read)
	}
	if l.fixing.fix {
		if read, err = l.fixing.apply(place, read, found); err != nil {
			return err
		}
	}
	var findings []diag.Finding
	if slices.ContainsFunc(targets, func(t target) bool { return t.format.Name == "sarif" || t.format.Name == "rdjson" }) {
		findings = place.proposed(read, true)
	} else {
		findings = place.proposed(read, l.fixing.unsafe)
	}
	l.path = place.here
	read.findings = findings
	if err := l.show(place, read, failing); err != nil {
		return err
	}
	return judged(findings, failing)
}

// found is what is to be said of the files that were asked for, and how many they
// are.
func (l *linting) found(place *place, paths []string, at okr.Date, only func(diag.Rule) bool, least diag.Severity) (*linted, error) {
	result, err := place.load(at, nil)
	if err != nil {
		return nil, err
	}
	selection, err := place.selected(paths, result.Files)
	if err != nil {
		return nil, err
	}
	if selection, err = l.part(selection, result.Workspace); err != nil {
		return nil, err
	}
	read, err := place.lint(result, at, only)
	if err != nil {
		return nil, err
	}
	findings, err := place.accepted(read, l.baseline, result.Workspace.Settings.Lint.Baseline)
	if err != nil {
		return nil, err
	}
	if read.findings = findings; l.since != "" {
		if err := place.without(read, l.since, at, only); err != nil {
			return nil, err
		}
	}
	read.findings = slices.DeleteFunc(selection.of(read.findings), func(f diag.Finding) bool { return f.Severity < least })
	read.asked = selection
	return read, nil
}

// limits are the least severity that is told and the one that fails.
func (l *linting) limits(targets []target) (least, failing diag.Severity, err error) {
	least, known := diag.ParseSeverity(l.severity)
	if !known || least < diag.Info {
		return 0, 0, failed("", "--severity %s: choose error, warning or info", l.severity)
	}
	failing, known = diag.ParseSeverity(l.failOn)
	switch {
	case l.failOn == never:
		failing = diag.Error + 1
	case !known || failing < diag.Info:
		return 0, 0, failed("", "--fail-on %s: choose error, warning, info or never", l.failOn)
	}
	if l.most < 0 {
		return 0, 0, failed("", "--max-findings is %d; it is a number of findings", l.most)
	}
	if l.rev != "" && (l.fixing.fix || l.fixing.diff) {
		return 0, 0, failed("leave out --rev to change the files as they are", "--fix and --diff change files, and those of a commit cannot be changed")
	}
	if l.fixing.unsafe && !l.fixing.fix && !l.fixing.diff {
		return 0, 0, failed("add --fix to make the changes, or --diff to see them", "--unsafe-fixes alone changes nothing")
	}
	for _, t := range targets {
		if l.statistics && t.format.FindingsOnly {
			return 0, 0, failed("", "--statistics has no form in %s, which lists findings", t.format.Name)
		}
	}
	return least, failing, nil
}

// judged is errProblems where a finding is grave enough: of form always, of the
// rest from a severity on.
func judged(findings []diag.Finding, failing diag.Severity) error {
	for _, f := range findings {
		if !f.Suppressed() && (f.Class == diag.ClassForm || f.Severity >= failing) {
			return errProblems
		}
	}
	return nil
}

// show prints the findings, or counts them.
func (l *linting) show(place *place, read *linted, failing diag.Severity) error {
	all := place.relocated(read.findings)
	told, silenced := parted(all)
	summary := report.Summarize(told, len(read.asked.files))
	summary.Suppressed, summary.History, summary.Since = len(silenced), read.past.extent, read.since
	shown := gravest(told, l.most)
	doc := report.Linted(report.Linting{
		Findings: shown, Suppressed: silenced, Rules: report.RuleTexts(shown, silenced),
		Hidden: len(told) - len(shown), Clean: read.asked.clean(place, all), Failing: failing, Tool: release, Summary: summary,
	})
	if l.statistics {
		doc = report.Statistics(told, summary)
	}
	if hidden := len(told) - len(shown); hidden > 0 && !l.statistics {
		l.env.note("%s not shown, because of --max-findings", counted(hidden, "finding is", "findings are"))
	}
	if since := read.since; since != nil {
		l.env.note("compared with %s, where this work began: %s there already", since.Revision, counted(since.Known, "finding was", "findings were"))
	}
	if n := len(read.unanswered); n > 0 {
		l.env.note("%s with the past did not look, because %s", counted(n, "rule that compares", "rules that compare"), read.past.reason)
	}
	if err := l.print(doc); err != nil {
		return err
	}
	return l.stepSummary(doc)
}

// parted are the findings that are told, and those that were silenced.
func parted(findings []diag.Finding) (told, silenced []diag.Finding) {
	if !slices.ContainsFunc(findings, diag.Finding.Suppressed) {
		return findings, nil
	}
	for _, f := range findings {
		if f.Suppressed() {
			silenced = append(silenced, f)
		} else {
			told = append(told, f)
		}
	}
	return told, silenced
}

// gravest are at most so many findings, the gravest, in their order; 0 means all.
func gravest(findings []diag.Finding, most int) []diag.Finding {
	if most == 0 || len(findings) <= most {
		return findings
	}
	order := make([]int, len(findings))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(findings[b].Severity, findings[a].Severity) })
	order = order[:most]
	slices.Sort(order)
	kept := make([]diag.Finding, 0, most)
	for _, i := range order {
		kept = append(kept, findings[i])
	}
	return kept
}

// ruleChoice is which rules a command is about.
type ruleChoice struct {
	rules, categories []string
}

func (c *ruleChoice) bind(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringSliceVar(&c.rules, "rule", nil, "only these `rules`, by id")
	flags.StringSliceVar(&c.categories, "category", nil, "only rules of these `categories`: "+strings.Join(categoryNames(), ", "))
	_ = cmd.RegisterFlagCompletionFunc("rule", cobra.FixedCompletions(lint.IDs(), cobra.ShellCompDirectiveNoFileComp))
	_ = cmd.RegisterFlagCompletionFunc("category", cobra.FixedCompletions(categoryNames(), cobra.ShellCompDirectiveNoFileComp))
}

func categoryNames() []string {
	var names []string
	for _, category := range diag.Categories() {
		names = append(names, string(category))
	}
	return names
}

// wanted tells the rules that were chosen from the others; nil where all are.
func (c *ruleChoice) wanted() (func(diag.Rule) bool, error) {
	for _, id := range c.rules {
		if _, known := lint.ByID(id); !known {
			return nil, failed(among("rules", lint.IDs(), id), "--rule %s: there is no such rule", id)
		}
	}
	for _, name := range c.categories {
		if !slices.Contains(categoryNames(), name) {
			return nil, failed(among("categories", categoryNames(), name), "--category %s: there is no such category", name)
		}
	}
	if len(c.rules) == 0 && len(c.categories) == 0 {
		return nil, nil
	}
	rules, categories := set(c.rules), set(c.categories)
	return func(rule diag.Rule) bool {
		return (len(rules) == 0 || rules[rule.ID]) && (len(categories) == 0 || categories[string(rule.Category)])
	}, nil
}

func set(words []string) map[string]bool {
	return maps.Collect(func(yield func(string, bool) bool) {
		for _, word := range words {
			if !yield(word, true) {
				return
			}
		}
	})
}
