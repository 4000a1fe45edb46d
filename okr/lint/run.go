package lint

import (
	"cmp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/language"
	"github.com/okrs-as-code/okrs/okr/source"
)

// Input is what a run looks at.
type Input struct {
	Workspace *okr.Workspace
	// Found are the findings of form and of meaning that reading the files gave.
	Found []diag.Finding
	// Allows are the comments of the files that silence rules.
	Allows []diag.Allow
	Past   okr.Past // nil where there is no history
	At     okr.Date

	// Language reads the sentences; it should know the names of the workspace.
	Language *language.Understanding
	// Only chooses the rules that run, and the findings of meaning that are told;
	// nil means all. Findings of form are always told.
	Only func(diag.Rule) bool
	// Workers is how many rules and documents are looked at at a time, from 1; 0
	// leaves it to the machine.
	Workers int
}

// Run is everything that is to be said about a workspace, in the order of files
// and places, with fingerprints. What comments silence is among it, marked. The
// same input gives the same findings, whatever the number of workers.
func Run(in Input) []diag.Finding {
	r := &Reading{Workspace: in.Workspace, Past: in.Past, At: in.At, Language: in.Language}
	rules := chosen(in.Only)
	remarks := r.ask(rules, in.Workers)
	s := newSeverities(in.Workspace, in.At)
	findings := s.meaning(in.Found, in.Only)
	findings = append(findings, s.place(withoutTwins(remarks, in.Found), in.Workers)...)
	findings = append(findings, s.configuration(in.Only)...)
	findings = append(findings, s.place(wanted(s.unusedOverrides(in.Found), in.Only), 1)...)
	findings = silence(findings, in, s)
	return diag.Finish(findings)
}

// chosen are the rules that run.
func chosen(only func(diag.Rule) bool) []Rule {
	rules := Rules()
	if only == nil {
		return rules
	}
	return slices.DeleteFunc(rules, func(rule Rule) bool { return !only(rule.Rule) })
}

// ask lets the rules look, several at a time.
func (r *Reading) ask(rules []Rule, workers int) []Remark {
	type job func(Say)
	var jobs []job
	for i := range rules {
		if rule := &rules[i]; rule.Check != nil {
			jobs = append(jobs, func(say Say) {
				rule.Check(r, func(m Remark) {
					m.rule = rule
					say(m)
				})
			})
		}
	}
	speaking, known := bySign(rules), newSpokenAbout()
	const stretch = 16 // documents of a job
	for documents := range slices.Chunk(r.Workspace.Documents, stretch) {
		jobs = append(jobs, func(say Say) { r.readSentences(documents, speaking, known, say) })
	}
	answers := make([][]Remark, len(jobs))
	each(len(jobs), workers, func(i int) {
		jobs[i](func(m Remark) { answers[i] = append(answers[i], m) })
	})
	return slices.Concat(answers...)
}

// each does n things, several at a time; 0 workers leaves it to the machine.
func each(n, workers int, do func(i int)) {
	if workers < 1 {
		workers = runtime.GOMAXPROCS(0)
	}
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(workers, n) {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	group.Wait()
}

// withoutTwins leaves out what reading the files has already said of the same
// thing under the same id.
func withoutTwins(remarks []Remark, found []diag.Finding) []Remark {
	said := make(map[[2]string]bool, len(found))
	for _, f := range found {
		said[[2]string{f.Rule, f.Subject}] = true
	}
	return slices.DeleteFunc(remarks, func(m Remark) bool {
		return said[[2]string{m.rule.ID, cmp.Or(m.Subject, m.File.Name)}]
	})
}

// place gives the remarks that are told their places. They are taken file by file,
// so that each file is read again at most once.
func (s *severities) place(remarks []Remark, workers int) []diag.Finding {
	told := remarks[:0]
	for _, m := range remarks {
		if m.Severity = s.of(m); m.Severity != diag.Off {
			told = append(told, m)
		}
	}
	slices.SortStableFunc(told, func(a, b Remark) int { return compareFiles(a.File, b.File) })
	var files [][]Remark
	for len(told) > 0 {
		end := 1
		for end < len(told) && told[end].File == told[0].File {
			end++
		}
		files = append(files, told[:end])
		told = told[end:]
	}
	placed := make([][]diag.Finding, len(files))
	each(len(files), workers, func(i int) { placed[i] = ofOneFile(files[i]) })
	return slices.Concat(placed...)
}

// ofOneFile gives the remarks about one file their places.
func ofOneFile(remarks []Remark) []diag.Finding {
	findings := make([]diag.Finding, 0, len(remarks))
	var pages source.Pages
	for _, m := range remarks {
		lines := pages.Of(m.File)
		f := diag.At(m.rule.Rule, m.File.Name, lines, m.narrowed(lines), "%s", m.Message)
		f.Severity, f.Hint = m.Severity, m.Hint
		for _, related := range m.Related {
			at := pages.Of(related.File).Position(related.Span.Start)
			f = f.WithRelated(diag.Related{Message: related.Message, Path: related.File.Name, Line: at.Line, Column: at.Column})
		}
		findings = append(findings, f.WithSubject(m.Subject))
	}
	return findings
}

// narrowed is the place of the words that decided, where the file writes the text
// letter by letter; else the place of the whole text.
func (m Remark) narrowed(lines *source.Lines) source.Span {
	if m.words.End <= m.words.Start {
		return m.Span
	}
	inside, start := lines.Text(m.Span), m.Span.Start
	if inside != "" && (inside[0] == '"' || inside[0] == '\'') {
		inside, start = inside[1:], start+1
	}
	if !strings.HasPrefix(inside, m.text) {
		return m.Span
	}
	return source.Span{Start: start + uint32(m.words.Start), End: start + uint32(m.words.End)}
}
