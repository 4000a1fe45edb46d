package cli

import (
	"io"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/render"
	"github.com/okrs-as-code/okrs/okr/report"
)

// TestWhatIsTooLargeIsSaid prints all of a report that is larger than it may be, and
// says so.
func TestWhatIsTooLargeIsSaid(t *testing.T) {
	for length, want := range map[int]string{4_000_000: "", 4_000_001: "okr: this tests report has 4 MB, and services refuse more than 4 MB; --cycle, --team or PATHs make it smaller\n"} {
		var out, problems strings.Builder
		o := &output{color: "never", env: Env{Out: &out, Err: &problems}}
		format := render.Format{Name: "tests", Most: 4_000_000, Write: func(w io.Writer, _ *report.Doc, _ render.Style) error {
			_, err := io.WriteString(w, strings.Repeat("x", length))
			return err
		}}
		if err := o.printTo(target{format, standardOutput}, &report.Doc{}); err != nil || out.Len() != length || problems.String() != want {
			t.Errorf("%d of %d bytes, %q, %v", out.Len(), length, problems.String(), err)
		}
	}
}
