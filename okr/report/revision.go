package report

import "strings"

// Revision is the commit whose files were read; the zero value is the files as they
// are on the disk.
type Revision struct {
	// Hash is the commit's, in full.
	Hash string
	// Name is how the commit was asked for: a branch, a tag or a short hash. It is
	// text from outside.
	Name string
}

// String is the revision for people, as in 1a2b3c4d (v1); empty for the disk. A name
// that is a part of the hash says nothing new.
func (r Revision) String() string {
	if r.Hash == "" || r.Name == "" || strings.HasPrefix(r.Hash, strings.ToLower(r.Name)) {
		return short(r.Hash)
	}
	return short(r.Hash) + " (" + r.Name + ")"
}

// asOf says which day was read, and of which commit.
func asOf(day string, r Revision) string {
	if r.Hash == "" {
		return "as of " + day
	}
	return "as of " + day + " at " + r.String()
}

// shortHash is how many digits of a hash are shown to people.
const shortHash = 8

func short(revision string) string { return revision[:min(len(revision), shortHash)] }
