package cli

import (
	"os"
	"slices"

	"github.com/okrs-as-code/okrs/okr/render"
	"github.com/okrs-as-code/okrs/okr/report"
)

// summaryLimit is how many bytes are written into the summary of a job's step: the
// service refuses more than a mebibyte, and shows nothing then.
const summaryLimit = 900 << 10

// stepSummary appends the findings to the summary page of a job, where the service
// that runs it offers one. It shows few annotations; the page has the rest.
func (o *output) stepSummary(doc *report.Doc) error {
	name := o.env.Getenv("GITHUB_STEP_SUMMARY")
	targets, err := o.chosen()
	if err != nil || name == "" || !slices.ContainsFunc(targets, func(t target) bool { return t.format.Name == "github" }) {
		return err
	}
	file, err := os.OpenFile(o.env.absolute(name), os.O_APPEND|os.O_CREATE|os.O_WRONLY, newFileMode)
	if err != nil {
		return failed("", "the summary of this step cannot be written: %v", cause(err))
	}
	err = render.StepSummary(file, doc, render.Style{}, summaryLimit)
	if closing := file.Close(); err == nil {
		err = closing
	}
	return writing(err)
}
