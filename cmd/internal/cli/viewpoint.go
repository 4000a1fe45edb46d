package cli

import (
	"github.com/spf13/pflag"

	"github.com/okrs-as-code/okrs/okr"
)

// viewpoint is which workspace is read, as it is on the disk or was in which commit,
// and as of which day.
type viewpoint struct {
	dir  string
	rev  string
	asOf string
}

// bind adds the flags of all three.
func (v *viewpoint) bind(flags *pflag.FlagSet) {
	flags.StringVarP(&v.dir, "dir", "C", "", "the workspace's `directory` (default: the nearest with an okr.yaml upwards)")
	v.bindRevision(flags)
	flags.StringVar(&v.asOf, "as-of", "", "read as of this `date`, year-month-day (default: today; with --rev the day of that commit)")
}

// bindRevision adds the flag that chooses a commit.
func (v *viewpoint) bindRevision(flags *pflag.FlagSet) {
	flags.StringVar(&v.rev, "rev", "", "read the files of this `revision`, a branch, tag, hash or HEAD~2, without a checkout (default: as they are on the disk)")
}

// open finds the workspace, and the day of the reading.
func (v *viewpoint) open(env Env) (*place, okr.Date, error) {
	at, err := dateOf(env, v.asOf)
	if err != nil {
		return nil, 0, err
	}
	if v.rev == "" {
		found, err := locate(env, v.dir)
		return found, at, err
	}
	found, err := locateAt(env, v.dir, v.rev)
	if err == nil && v.asOf == "" {
		at = okr.DateOf(found.commit.When)
	}
	return found, at, err
}

// dateOf is the date that was asked for, else today.
func dateOf(env Env, written string) (okr.Date, error) {
	if written == "" {
		return okr.DateOf(env.Now()), nil
	}
	date, err := okr.ParseDate(written)
	if err != nil {
		return 0, failed("", "--as-of: %v", err)
	}
	return date, nil
}
