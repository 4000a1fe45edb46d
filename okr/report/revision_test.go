package report_test

import (
	"testing"

	"github.com/okrs-as-code/okrs/okr/report"
)

func TestARevisionIsNamedWhereTheNameSaysMoreThanTheHash(t *testing.T) {
	const hash = "1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d"
	for _, c := range []struct{ hash, name, want string }{
		{"", "", ""},
		{"", "main", ""},
		{hash, "", "1a2b3c4d"},
		{hash, "okr/2026-q3", "1a2b3c4d (okr/2026-q3)"},
		{hash, "HEAD~1", "1a2b3c4d (HEAD~1)"},
		{hash, "1a2b3", "1a2b3c4d"},
		{hash, "1A2B3C4D5E", "1a2b3c4d"},
		{hash, hash, "1a2b3c4d"},
	} {
		if got := (report.Revision{Hash: c.hash, Name: c.name}).String(); got != c.want {
			t.Errorf("%q of %q is %q, want %q", c.name, c.hash, got, c.want)
		}
	}
}
