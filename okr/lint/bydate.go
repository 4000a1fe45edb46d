package lint

import (
	"slices"

	"github.com/okrs-as-code/okrs/okr"
)

// What has come after the date of the reading has not happened: rules see the past
// through the functions here, and never ask it themselves.

// versions are the versions of a team's document that were committed by the date,
// oldest first.
func (r *Reading) versions(team, cycle string) []okr.Version {
	all := r.allVersions(team, cycle)
	if end := slices.IndexFunc(all, func(v okr.Version) bool { return v.On > r.At }); end >= 0 {
		return all[:end]
	}
	return all
}

// allVersions are the committed versions of a team's document, oldest first.
func (r *Reading) allVersions(team, cycle string) []okr.Version {
	return r.history.versions.of([2]string{team, cycle}, func() []okr.Version { return r.Past.Versions(team, cycle) })
}

// basis says what the published state of a cycle rests on by the date.
func (r *Reading) basis(cycle *okr.Cycle) okr.Basis {
	if basis := r.Past.Basis(cycle); basis.On <= r.At {
		return basis
	}
	return okr.Basis{By: okr.ByAmendments}
}

// published is a team's document as it was published for a cycle; nil where nothing
// was by the date.
func (r *Reading) published(team string, cycle *okr.Cycle) *okr.Document {
	if r.basis(cycle).On.IsZero() || len(r.versions(team, cycle.ID)) == 0 && len(r.allVersions(team, cycle.ID)) > 0 {
		return nil
	}
	return r.Past.Published(team, cycle.ID)
}

// closing says what the closed state of a cycle rests on by the date; it is the zero
// Basis where the cycle was not closed by a tag.
func (r *Reading) closing(cycle *okr.Cycle) okr.Basis {
	if closing := r.Past.Closing(cycle); closing.On <= r.At {
		return closing
	}
	return okr.Basis{}
}
