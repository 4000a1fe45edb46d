package lint

import (
	"cmp"
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/source"
)

// withoutTwins leaves out what reading the files has already said of the same
// thing under the same id.
func withoutTwins(answers [][]Remark, found []diag.Finding) [][]Remark {
	if len(found) == 0 {
		return answers
	}
	said := make(map[[2]string]bool, len(found))
	for i := range found {
		said[[2]string{found[i].Rule, found[i].Subject}] = true
	}
	for i := range answers {
		answers[i] = slices.DeleteFunc(answers[i], func(m Remark) bool {
			return said[[2]string{m.rule.ID, cmp.Or(m.Subject, m.File.Name)}]
		})
	}
	return answers
}

// sheaf is what is told about one file.
type sheaf struct {
	file    *source.File
	remarks []*Remark
}

// place gives the remarks that are told their places, in the order of findings. They
// are taken file by file, so that each file is looked at once. There is room for a
// few more findings behind them.
func (s *severities) place(answers [][]Remark, workers, room int) []diag.Finding {
	sheaves, total := s.byFile(answers)
	findings := make([]diag.Finding, total, total+room)
	starts := make([]int, len(sheaves))
	for i, at := 0, 0; i < len(sheaves); i++ {
		starts[i], at = at, at+len(sheaves[i].remarks)
	}
	each(len(sheaves), workers, func(i int) {
		of := &sheaves[i]
		of.place(findings[starts[i] : starts[i]+len(of.remarks)])
	})
	return findings
}

// placeAll is place for a few remarks.
func (s *severities) placeAll(remarks []Remark) []diag.Finding {
	return s.place([][]Remark{remarks}, 1, 0)
}

// byFile are the remarks that are told, with their severities, by name of their
// file, and how many they are.
func (s *severities) byFile(answers [][]Remark) (sheaves []sheaf, total int) {
	numbers := make(map[*source.File]int)
	for _, remarks := range answers {
		for i := range remarks {
			m := &remarks[i]
			if m.Severity = s.of(m); m.Severity == diag.Off {
				continue
			}
			number, known := numbers[m.File]
			if !known {
				number = len(sheaves)
				numbers[m.File] = number
				sheaves = append(sheaves, sheaf{file: m.File})
			}
			sheaves[number].remarks = append(sheaves[number].remarks, m)
			total++
		}
	}
	slices.SortStableFunc(sheaves, func(a, b sheaf) int { return cmp.Compare(a.file.Name, b.file.Name) })
	return sheaves, total
}

// place gives the remarks about a file their places and puts them in order.
func (s *sheaf) place(findings []diag.Finding) {
	var pages source.Pages
	placer := diag.Placer{Path: s.file.Name, Lines: pages.Of(s.file)}
	slices.SortStableFunc(s.remarks, compareRemarks)
	for i, m := range s.remarks {
		f := &findings[i]
		placer.Place(f, &m.rule.Rule, m.narrowed(placer.Lines), m.Message)
		f.Severity, f.Hint = m.Severity, m.Hint
		if m.Subject != "" {
			f.Subject = m.Subject
		}
		for _, related := range m.Related {
			at := pages.Of(related.File).Position(related.Span.Start)
			f.Related = append(f.Related, diag.Related{Message: related.Message, Path: related.File.Name, Line: at.Line, Column: at.Column})
		}
	}
	arrange(findings)
}

// compareRemarks is the order of findings as far as it is known before they have
// places. Neighbours in it share the text of their line.
func compareRemarks(a, b *Remark) int {
	if a.Span.Start != b.Span.Start {
		return cmp.Compare(a.Span.Start, b.Span.Start)
	}
	if order := cmp.Compare(a.rule.ID, b.rule.ID); order != 0 {
		return order
	}
	return cmp.Compare(a.Message, b.Message)
}

// arrange sorts findings that are in order but for words within one text, so that
// each has a neighbour or two to pass: a finding is large and is moved as little as
// can be.
func arrange(findings []diag.Finding) {
	for i := 1; i < len(findings); i++ {
		at := i
		for at > 0 && diag.Compare(&findings[i], &findings[at-1]) < 0 {
			at--
		}
		if at < i {
			f := findings[i]
			copy(findings[at+1:i+1], findings[at:i])
			findings[at] = f
		}
	}
}

// narrowed is the place of the words that decided, where the file writes the text
// letter by letter; else the place of the whole text.
func (m *Remark) narrowed(lines *source.Lines) source.Span {
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
