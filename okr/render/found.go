package render

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/report"
)

// toolName is what services show as the sender.
const toolName = "okr"

// found is what all blocks of a document say of findings, for the formats that
// print nothing else.
type found struct {
	items, suppressed []diag.Finding
	rules             []report.RuleText
	hidden            int
	tool              string
	clean             []string
	failing           diag.Severity
	summary           *report.Summary
	// command prints all of them.
	command string
}

// findingsOf collects the findings of a document, and after them what it remarks on;
// those of a single block are not copied.
func findingsOf(doc *report.Doc) found {
	all := found{command: toolName + " lint", failing: diag.Error}
	for b := range report.All(doc.Blocks) {
		f, ok := b.(report.Findings)
		if !ok {
			continue
		}
		all.items = joinLists(all.items, f.Items)
		all.suppressed = joinLists(all.suppressed, f.Suppressed)
		all.rules = joinLists(all.rules, f.Rules)
		all.hidden += f.Hidden
		all.clean = joinLists(all.clean, f.Clean)
		if f.Failing != diag.SeverityInvalid {
			all.failing = f.Failing
		}
		all.tool = cmp.Or(all.tool, f.Tool)
		if all.summary == nil {
			all.summary = f.Summary
		}
	}
	if doc.Remarks != nil {
		all.items = joinLists(all.items, doc.Remarks.Items)
		all.command = cmp.Or(doc.Remarks.Command, all.command)
	}
	return all
}

func joinLists[T any](a, b []T) []T {
	if len(a) == 0 {
		return b
	}
	return append(slices.Clip(a), b...)
}

// gravest is findings with the gravest first, else in their order.
func gravest(findings []diag.Finding) []diag.Finding {
	sorted := slices.Clone(findings)
	slices.SortStableFunc(sorted, func(a, b diag.Finding) int { return cmp.Compare(b.Severity, a.Severity) })
	return sorted
}

// fails reports whether a finding fails a run.
func (f found) fails(finding diag.Finding) bool {
	return !finding.Suppressed() && (finding.Class == diag.ClassForm || finding.Severity >= f.failing)
}

// fileFindings are the findings of one file, in their order.
type fileFindings struct {
	path  string
	items []diag.Finding
}

// byFile groups findings by their files, in the order in which those come up.
func byFile(findings ...[]diag.Finding) []fileFindings {
	var groups []fileFindings
	at := make(map[string]int)
	for _, list := range findings {
		for _, f := range list {
			i, known := at[f.Path]
			if !known {
				i = len(groups)
				at[f.Path] = i
				groups = append(groups, fileFindings{path: f.Path})
			}
			groups[i].items = append(groups[i].items, f)
		}
	}
	return groups
}

// fingerprintOf is the fingerprint of a finding; one that nobody gave one gets it
// from what it is about, since services want one always.
func fingerprintOf(f diag.Finding) string {
	digits, err := hex.DecodeString(f.Fingerprint)
	if err == nil && len(digits) > 0 && hex.EncodeToString(digits) == f.Fingerprint {
		return f.Fingerprint
	}
	sum := sha256.Sum256([]byte(f.Rule + "\x00" + f.Subject + "\x00" + f.Path))
	return hex.EncodeToString(sum[:8])
}

// oneLine is a text of others as one harmless line, runs of space as one.
func oneLine(text string) string { return Sanitize(strings.Join(strings.Fields(text), " ")) }

// said is the message of a finding and below it what to do, harmless and in as
// many lines as the hint has.
func said(f diag.Finding) string {
	return strings.Join(append([]string{oneLine(f.Message)}, sanitizeLines(f.Hint)...), "\n")
}

// saidInLine is message and hint in one line.
func saidInLine(f diag.Finding) string {
	text := oneLine(f.Message)
	if hint := oneLine(f.Hint); hint != "" {
		text = joined(text, "("+hint+")")
	}
	return text
}

// field is a name and a value of the JSON formats.
func field(name string, value any) report.Field { return report.Field{Name: name, Value: value} }

// encodeData prints data that is no contract of ours as indented JSON.
func encodeData(out *sink, data any) error {
	e := &jsonEncoder{sink: out}
	e.value(data)
	e.raw("\n")
	return e.close()
}

// suppressionText says in words that a finding was silenced, and why.
func suppressionText(s diag.Suppression) string {
	text := oneLine(s.Reason)
	if text == "" {
		text = "silenced by a comment"
		if s.By != diag.ByComment {
			text = "accepted by the baseline"
		}
	}
	if until := oneLine(s.Until); until != "" {
		text += " (until " + until + ")"
	}
	return text
}
