package origin

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Commit is what is known of a commit. Whose it is stands in the repository and
// not here: what is measured belongs to teams.
type Commit struct {
	Hash    Hash
	Tree    Hash      // of all its files
	Parents []Hash    // as far as they are in this clone; the first is the branch it was made on
	When    time.Time // when it was committed, in the time zone it was committed in, so that its civil date is the one on the wall there
	Subject string    // the first paragraph of its message on one line; text from outside, to be escaped
	Cut     bool      // its parents were left out of this shallow clone
}

// Commit reads a commit by its full hash. A missing one is a *MissingError.
func (r *Repository) Commit(h Hash) (*Commit, error) {
	data, err := r.object(h, commitKind)
	if err != nil {
		return nil, err
	}
	commit, err := parseCommit(h, data)
	if err != nil {
		return nil, fmt.Errorf("commit %s cannot be read: %w", h.Short(), err)
	}
	if r.cuts[h] && len(commit.Parents) > 0 {
		commit.Parents, commit.Cut = nil, true
	}
	return commit, nil
}

var errDamaged = errors.New("it is damaged: run git fsck")

func parseCommit(h Hash, data []byte) (*Commit, error) {
	commit := &Commit{Hash: h}
	head, message, _ := bytes.Cut(data, []byte("\n\n"))
	tree := false
	for line := range bytes.SplitSeq(head, []byte("\n")) {
		name, value, _ := bytes.Cut(line, []byte(" "))
		var err error
		switch string(name) {
		case "tree":
			commit.Tree, err = ParseHash(string(value))
			tree = true
		case "parent":
			var parent Hash
			parent, err = ParseHash(string(value))
			commit.Parents = append(commit.Parents, parent)
		case "committer":
			commit.When = moment(value)
		}
		if err != nil {
			return nil, errDamaged
		}
	}
	if !tree {
		return nil, errDamaged
	}
	commit.Subject = subject(message)
	return commit, nil
}

// moment reads the seconds and the zone at the end of a line that names a
// person, and nothing else of it. A line without them is the zero time.
func moment(line []byte) time.Time {
	_, after, _ := bytes.Cut(line[max(bytes.LastIndexByte(line, '>'), 0):], []byte(">"))
	fields := bytes.Fields(after)
	if len(fields) == 0 {
		return time.Time{}
	}
	seconds, err := strconv.ParseInt(string(fields[0]), 10, 64)
	const year9999 = 253402300800
	if err != nil || seconds < 0 || seconds >= year9999 {
		return time.Time{}
	}
	zone := time.UTC
	if len(fields) > 1 {
		if offset, err := strconv.Atoi(string(fields[1])); err == nil {
			zone = time.FixedZone("", (offset/100*60+offset%100)*60)
		}
	}
	return time.Unix(seconds, 0).In(zone)
}

// subject is the first paragraph of a message on one line.
func subject(message []byte) string {
	var words []string
	for line := range bytes.SplitSeq(message, []byte("\n")) {
		line = bytes.TrimRight(line, " \t\r\v\f")
		if len(line) == 0 && len(words) > 0 {
			break
		}
		if len(line) > 0 {
			words = append(words, string(line))
		}
	}
	return strings.ToValidUTF8(strings.Join(words, " "), "\ufffd")
}
