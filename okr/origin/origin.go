// Package origin is where the files of a workspace come from: the commits, the
// index and the tags of a git repository, each as plain Go values and file
// systems. Above it nobody can tell a commit from a folder.
//
// It reads what git wrote, writes commits and tags as git would, and runs nothing:
// no git, no hook, no filter, no program that a configuration names. Names of people stand in commits and tags
// and cannot be reached from here; what is kept of a commit is its content, its
// place in history, its date and its subject line.
package origin

import (
	"encoding/hex"
	"errors"
	"fmt"
)

// Hash names an object of the repository: 20 bytes, 40 hexadecimal digits. The
// zero Hash names nothing.
type Hash [20]byte

// String is the hash in 40 hexadecimal digits.
func (h Hash) String() string { return hex.EncodeToString(h[:]) }

// Short is the first 8 digits, for people; it need not be unique.
func (h Hash) Short() string { return h.String()[:8] }

// IsZero reports whether the hash names nothing.
func (h Hash) IsZero() bool { return h == Hash{} }

// ParseHash reads 40 hexadecimal digits.
func ParseHash(text string) (Hash, error) {
	var h Hash
	if len(text) != hex.EncodedLen(len(h)) {
		return Hash{}, fmt.Errorf("%q is not a hash of 40 hexadecimal digits", text)
	}
	if _, err := hex.Decode(h[:], []byte(text)); err != nil {
		return Hash{}, fmt.Errorf("%q is not a hash of 40 hexadecimal digits", text)
	}
	return h, nil
}

// ErrNoRepository says that a directory lies in no git repository. Whoever can
// do without history goes on.
var ErrNoRepository = errors.New("no git repository here: run git init, or use a directory inside a repository")

// ErrNoCommit says that the branch of HEAD has no commit yet.
var ErrNoCommit = errors.New("there is no commit yet: commit the files first")

// ErrUnrelated says that two commits have no common ancestor.
var ErrUnrelated = errors.New("the two have no commit in common")

// UnsupportedError says that a repository is kept in a form that is not read here.
type UnsupportedError struct {
	What   string // what the repository uses
	Remedy string // what to do
}

// Error is what and what to do.
func (e *UnsupportedError) Error() string {
	return "this repository uses " + e.What + ", which is not supported: " + e.Remedy
}

// MissingError says that an object is not in the repository, with the likely reason.
type MissingError struct {
	Object  Hash
	Shallow bool // the clone holds the newest commits only
	Partial bool // the clone left objects with the remote, to be fetched when asked for
}

// Error names the object and what to do.
func (e *MissingError) Error() string {
	what := "object " + e.Object.Short() + " is not in this repository"
	switch {
	case e.Shallow:
		return what + ", which is a shallow clone: " + unshallow
	case e.Partial:
		return what + ", which is a partial clone: run git fetch --refetch --no-filter, or clone without --filter"
	}
	return what + ": run git fsck, then fetch or clone it again"
}

const unshallow = "run git fetch --unshallow, or set fetch-depth: 0 where continuous integration checks it out"
