package lint_test

import (
	"strings"
	"testing"
	"testing/fstest"
)

// TestStrictWords has innocent words that only a workspace that asks for it hears of.
func TestStrictWords(t *testing.T) {
	const objectives = `
- id: shop
  title: The sign-up bonus brings neighbours
  commitment: aspirational
  key_results:
    - id: stars
      title: App-store rating of the calendar rises from 4.1 to 4.5
      metric: {unit: stars, baseline: 4.1, target: 4.5, source: app store}
    - id: reviews
      title: Code reviews that wait longer than a day fall from 40 to 10 percent
      metric: {unit: percent, baseline: 40, target: 10, source: review log}
`
	said := func(files fstest.MapFS) string {
		var all []string
		for _, f := range lintFiles(t, files, examplesAt) {
			switch f.Rule {
			case "compensation-link", "performance-rating", "appraisal-cycle":
				all = append(all, f.Severity.String()+" "+f.Rule+" "+f.Subject)
			}
		}
		return strings.Join(all, "\n")
	}
	files := exampleFiles(objectives)
	if got := said(files); got != "" {
		t.Errorf("without being asked: %s", got)
	}
	files["okr.yaml"] = &fstest.MapFile{Data: []byte(exampleRegister + "lint: {strict_hr_words: true}\n")}
	const want = "info compensation-link checkout/2026-Q3/shop\ninfo performance-rating checkout/2026-Q3/shop/stars\ninfo appraisal-cycle checkout/2026-Q3/shop/reviews"
	if got := said(files); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}
