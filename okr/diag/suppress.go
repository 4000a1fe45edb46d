package diag

// Suppression says that a finding was silenced, where, and with what reason. A
// silenced finding travels along, marked, so that formats can tell of it.
type Suppression struct {
	By SuppressedBy
	// Reason is the justification that was given; empty for a baseline.
	Reason string
	// Until is the last day on which a comment silences, year-month-day; empty
	// where it gives none.
	Until string
}

// SuppressedBy is where a suppression is written.
type SuppressedBy string

// The places: a comment in the file itself, or a baseline beside the files.
const (
	ByComment  SuppressedBy = "comment"
	ByBaseline SuppressedBy = "baseline"
)

// Suppressed reports whether the finding was silenced.
func (f Finding) Suppressed() bool { return f.Suppression != nil }
