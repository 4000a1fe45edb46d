package lint

import (
	"slices"

	"github.com/okrs-as-code/okrs/okr/diag"
)

var unusedOverride = Rule{
	Rule: diag.Rule{ID: "unused-override", Category: diag.Format, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "An entry of lint.overrides whose globs match no file."},
	Why: "An override that matches nothing sets nothing, and nobody notices: the rule that was meant to be strict or silent " +
		"for some files goes on as before. Most of them have a typing slip in the path, or outlived the cycle they were for.",
	Source: "Experience with linters, where a glob that matches nothing is silent",
	About:  Files,
	Bad: []string{`
-- okr.yaml --
version: 1
organization: Acme
teams:
  - {id: checkout, name: Checkout}
limits: {objectives: {min: 1, max: 5}}
lint:
  overrides:
    - {files: "okr/2026-Q4/*.yaml", rules: {jargon: off}}
-- okrs/2026-Q4/checkout.yaml --
version: 1
team: checkout
cycle: 2026-Q4
objectives:
  - id: gift-season
    title: Gifts arrive before the day they are for
    commitment: aspirational
    why_now: Last December every ninth gift came too late
    key_results:
      - id: in-time
        title: Gifts that arrive on the promised day rise from 89 to 97 percent
        metric: {unit: percent, baseline: 89, target: 97, source: carrier reports}
      - id: late-questions
        title: Questions about where a gift is fall from 14 to 6 per 100 gifts
        metric: {unit: questions per 100 gifts, baseline: 14, target: 6, source: support desk}
`},
	Good: []string{`
-- okr.yaml --
version: 1
organization: Acme
teams:
  - {id: checkout, name: Checkout}
limits: {objectives: {min: 1, max: 5}}
lint:
  overrides:
    - {files: "okrs/2026-Q4/*.yaml", rules: {jargon: off}}
-- okrs/2026-Q4/checkout.yaml --
version: 1
team: checkout
cycle: 2026-Q4
objectives:
  - id: gift-season
    title: Gifts arrive before the day they are for
    commitment: aspirational
    why_now: Last December every ninth gift came too late
    key_results:
      - id: in-time
        title: Gifts that arrive on the promised day rise from 89 to 97 percent
        metric: {unit: percent, baseline: 89, target: 97, source: carrier reports}
      - id: late-questions
        title: Questions about where a gift is fall from 14 to 6 per 100 gifts
        metric: {unit: questions per 100 gifts, baseline: 14, target: 6, source: support desk}
`},
	Since: edition,
}

// unusedOverrides remarks on the overrides that hold for no file. A file that
// could not be read is a file as well: what was found in it says that it is there.
func (s *severities) unusedOverrides(found []diag.Finding) []Remark {
	if len(s.overrides) == 0 {
		return nil
	}
	paths := make([]string, 0, len(s.workspace.Documents)+1+len(found))
	if s.workspace.File != nil {
		paths = append(paths, s.workspace.File.Name)
	}
	for _, d := range s.workspace.Documents {
		paths = append(paths, d.File.Name)
	}
	for _, f := range found {
		paths = append(paths, f.Path)
	}
	var remarks []Remark
	for _, o := range s.overrides {
		if len(o.files) == 0 || slices.ContainsFunc(paths, o.covers) {
			continue
		}
		var globs []string
		for _, glob := range o.files {
			globs = append(globs, quote(glob.V))
		}
		message := "no file matches " + list(globs) + ", so this override sets nothing"
		hint := "Correct the glob, or delete the entry."
		if n := len(s.workspace.Documents); n > 0 {
			hint = "Correct the glob, or delete the entry; paths are written from the folder of okr.yaml, as in " +
				example(s.workspace.Documents[n-1].File.Name) + "."
		}
		remarks = append(remarks, Remark{rule: &unusedOverride, File: s.workspace.File, Span: o.files[0].Span}.Says(message, hint))
	}
	return remarks
}
