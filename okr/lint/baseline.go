package lint

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr/diag"
)

// Baseline is what a workspace has accepted until it finds the time: how often
// each rule speaks about each subject. Lines are not in it, so moving things
// around changes nothing, and whatever is new is told. The zero value accepts
// nothing.
type Baseline struct {
	counts map[string]map[string]int // by rule, then by subject
}

// baselineVersion is the version of the file format.
const baselineVersion = 1

// baselineFile is how a baseline is written.
type baselineFile struct {
	Version  int                       `json:"version"`
	Findings map[string]map[string]int `json:"findings"`
}

// BaselineOf accepts the findings: all but those of form, which cannot be
// accepted, and those that a comment silences already.
func BaselineOf(findings []diag.Finding) *Baseline {
	b, fixed := &Baseline{counts: make(map[string]map[string]int)}, ofForm()
	for _, f := range findings {
		if acceptable(f, fixed) {
			b.add(f.Rule, f.Subject, 1)
		}
	}
	return b
}

// acceptable reports whether a finding can be accepted. One of a rule of form cannot,
// even where it is milder for the time being, as in a draft.
func acceptable(f diag.Finding, fixed map[string]bool) bool {
	return f.Class != diag.ClassForm && !f.Suppressed() && !fixed[f.Rule]
}

// ofForm are the ids of the rules that nothing silences.
func ofForm() map[string]bool {
	fixed := make(map[string]bool)
	for _, rule := range Rules() {
		if rule.Class == diag.ClassForm {
			fixed[rule.ID] = true
		}
	}
	return fixed
}

func (b *Baseline) add(rule, subject string, count int) {
	if b.counts[rule] == nil {
		b.counts[rule] = make(map[string]int)
	}
	b.counts[rule][subject] += count
}

// ReadBaseline reads what [Baseline.Bytes] wrote. An error says what is wrong with
// the file in words for its reader.
func ReadBaseline(data []byte) (*Baseline, error) {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	var file baselineFile
	if err := decoder.Decode(&file); err != nil {
		return nil, inWords(err, data)
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("something follows behind the end of the baseline")
	}
	if file.Version != baselineVersion {
		return nil, fmt.Errorf("its version is %d, and this program knows version %d", file.Version, baselineVersion)
	}
	for rule, subjects := range file.Findings {
		for subject, count := range subjects {
			if count < 1 {
				return nil, fmt.Errorf("it accepts %s of %s %d times; write 1 or more, or delete the line", rule, subject, count)
			}
		}
	}
	return &Baseline{counts: file.Findings}, nil
}

// inWords says what a decoder of JSON could not read, without its own terms.
func inWords(err error, data []byte) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		line := 1 + bytes.Count(data[:min(int(syntax.Offset), len(data))], []byte("\n"))
		return fmt.Errorf("line %d is not readable as JSON", line)
	case errors.As(err, &kind):
		line := 1 + bytes.Count(data[:min(int(kind.Offset), len(data))], []byte("\n"))
		return fmt.Errorf("line %d has %s where something else belongs", line, inJSON(kind.Value))
	case errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF):
		return errors.New("it ends too early")
	}
	return errors.New("it is not in the form that `okr baseline write` gives it")
}

// inJSON is a kind of value of JSON, with its article.
func inJSON(kind string) string {
	kind, _, _ = strings.Cut(kind, " ") // a number comes with what it is
	switch kind {
	case "array":
		return "a list"
	case "object":
		return "an object"
	case "bool":
		return "true or false"
	}
	return "a " + kind
}

// Bytes is the baseline as a file: rules and subjects in alphabetical order, so
// that a change of it is easy to read.
func (b *Baseline) Bytes() ([]byte, error) {
	file := baselineFile{Version: baselineVersion, Findings: b.counts}
	if file.Findings == nil {
		file.Findings = map[string]map[string]int{}
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	err := encoder.Encode(file)
	return out.Bytes(), err
}

// Apply marks the findings that the baseline accepts, for each rule and subject as
// many as it counts, the first in the order of the files.
func (b *Baseline) Apply(findings []diag.Finding) []diag.Finding {
	left, fixed := b.clone(), ofForm()
	marked := slices.Clone(findings)
	for i := range marked {
		f := &marked[i]
		if acceptable(*f, fixed) && left.counts[f.Rule][f.Subject] > 0 {
			left.counts[f.Rule][f.Subject]--
			f.Suppression = &diag.Suppression{By: diag.ByBaseline}
		}
	}
	return marked
}

// Pruned is the baseline without what is no longer found, and how many findings
// that were. What it accepts of rules that did not look is kept: nobody knows whether
// that is still there.
func (b *Baseline) Pruned(findings []diag.Finding, looked func(rule string) bool) (pruned *Baseline, gone int) {
	found := BaselineOf(findings)
	pruned = &Baseline{counts: make(map[string]map[string]int)}
	for rule, subjects := range b.counts {
		for subject, count := range subjects {
			kept := count
			if looked(rule) {
				kept = min(count, found.counts[rule][subject])
			}
			gone += count - kept
			if kept > 0 {
				pruned.add(rule, subject, kept)
			}
		}
	}
	return pruned, gone
}

// Len is how many findings the baseline accepts.
func (b *Baseline) Len() int {
	n := 0
	for _, subjects := range b.counts {
		for _, count := range subjects {
			n += count
		}
	}
	return n
}

func (b *Baseline) clone() *Baseline {
	c := &Baseline{counts: make(map[string]map[string]int, len(b.counts))}
	for rule, subjects := range b.counts {
		c.counts[rule] = maps.Clone(subjects)
	}
	return c
}
