package cli

import (
	"slices"

	"github.com/spf13/cobra"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/diff"
	"github.com/okrs-as-code/okrs/okr/report"
)

type differing struct {
	output
	dir, asOf, cycle, key string
	cached                bool
}

func newDiff(env Env) *cobra.Command {
	d := &differing{output: output{env: env, findings: true}}
	cmd := &cobra.Command{
		Use:   "diff [BASE[..HEAD]]",
		Short: "Say what a change means: did the metric move, or did the goalpost?",
		Long: `Compares two states of the objectives, by identity and not by line: what was eased or
hardened, added or dropped, reworded, moved or checked in, and who leans on it. The
change of each team's score is split exactly: what the new definitions did, and what the
readings did.

Without an argument, the files on the disk are compared with where the work left the
default branch. BASE names another revision, BASE..HEAD two of them, BASE...HEAD the
second with where it left the first; --cached compares what is staged with HEAD.

Whatever is found, the exit code is 0; it is 1 where files cannot be read as they are
meant.`,
		Example: `  okr diff
  okr diff main...HEAD --format markdown -o comment.md
  okr diff HEAD~1..HEAD --format json
  okr diff --cached`,
		GroupID: groupReading,
		Args:    cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return d.run("")
			}
			if args[0] == "" {
				return failed("leave it out to compare with where the work began", "the revision is empty")
			}
			return d.run(args[0])
		},
	}
	flags := cmd.Flags()
	flags.StringVarP(&d.dir, "dir", "C", "", "the workspace's `directory` (default: the nearest with an okr.yaml upwards)")
	flags.StringVar(&d.asOf, "as-of", "", "read both sides as of this `date`, year-month-day (default: the day of HEAD, or today for files on the disk)")
	flags.StringVar(&d.cycle, "cycle", "", "the `cycle` that the score in one line is about (default: the one of the changes that runs)")
	flags.BoolVar(&d.cached, "cached", false, "compare what is staged")
	flags.StringVar(&d.key, "comment-key", "", "tells the comments of several runs on one pull request apart: a `word` in the hidden marker")
	d.bind(cmd)
	return cmd
}

func (d *differing) run(argument string) error {
	targets, err := d.chosen()
	if err != nil {
		return err
	}
	today, err := dateOf(d.env, d.asOf)
	if err != nil {
		return err
	}
	place, err := d.locate(argument)
	if err != nil {
		return err
	}
	before, after, err := place.sides(argument, d.cached)
	if err != nil {
		return err
	}
	at := today
	if d.asOf == "" {
		at = after.date(today)
	}
	c, err := place.compare(before, after, at)
	if err != nil {
		return err
	}
	cycle, err := d.chosenCycle(c)
	if err != nil {
		return err
	}
	read := diff.ReadWith(c.results[0].Workspace, c.results[1].Workspace, diff.Options{
		Cycle: cycle, At: at, Settled: before.settled(place), NoPolicy: c.unreadable(workspaceFile),
	})
	findings := place.relocated(c.broken())
	d.path = place.here
	doc := report.Diff(read, report.DiffOptions{
		Base: before.revision().Hash, Head: after.revision().Hash, BaseName: before.name, HeadName: after.name,
		Findings: findings, Files: len(c.results[1].Files), Path: place.path, Here: place.openable(targets), Key: d.key,
	})
	if err := d.print(doc); err != nil {
		return err
	}
	return problems(findings)
}

// locate finds the workspace on the disk. Where the disk has none, as in a bare
// repository or after it was deleted, it is where the commit that is checked out has it,
// or one of the two that are compared; then the disk has no files of it.
func (d *differing) locate(argument string) (*place, error) {
	place, err := locate(d.env, d.dir)
	if err == nil {
		return place, nil
	}
	revisions := []string{"HEAD"}
	if e := endsOf(argument); e.two {
		revisions = append(revisions, e.head, e.base)
	} else if e.base != "" {
		revisions = append(revisions, e.base)
	}
	for _, rev := range revisions {
		if committed, other := locateAt(d.env, d.dir, rev); other == nil {
			committed.commit, committed.system = nil, nil
			return committed, nil
		}
	}
	return nil, err
}

// chosenCycle is the one that was asked for; nil leaves it to the reading.
func (d *differing) chosenCycle(c *comparison) (*okr.Cycle, error) {
	if d.cycle == "" {
		return nil, nil
	}
	for _, result := range []int{1, 0} {
		if cycle := c.results[result].Workspace.Cycle(d.cycle); cycle != nil {
			return cycle, nil
		}
	}
	cycle, known := c.results[1].Workspace.Settings.Calendar.Cycle(d.cycle)
	if !known {
		return nil, failed("name one that okr.yaml names, or a year or a part of one, as 2026-Q3", "there is no cycle %q", d.cycle)
	}
	return cycle, nil
}

// settled tells the cycles that a tag had published before the change: their grace is
// over, whatever the date.
func (s *side) settled(place *place) func(*okr.Cycle) bool {
	return func(cycle *okr.Cycle) bool {
		if s.commit == nil {
			return false
		}
		tag, there, err := place.history.Published(cycle.PublishTag())
		if err != nil || !there {
			return false
		}
		before, err := place.history.IsAncestor(tag.Commit, s.commit.Hash)
		return err == nil && before
	}
}

// unreadable reports whether a file could not be read on one of the sides.
func (c *comparison) unreadable(name string) bool {
	return slices.ContainsFunc(slices.Concat(c.formerly, c.findings), func(f diag.Finding) bool {
		return f.Path == name && f.Class == diag.ClassForm && f.Severity == diag.Error
	})
}

// broken are the errors in what was read of the newer side, and what hides from us what
// a file said on the older one. Of a part of the workspace only those count that need no
// other file: links lead out of it.
func (c *comparison) broken() []diag.Finding {
	elsewhere := map[string]bool{diag.DanglingLink.ID: true, diag.OneWayShare.ID: true, diag.DuplicateDocument.ID: true}
	findings := slices.DeleteFunc(slices.Clone(c.findings), func(f diag.Finding) bool {
		return f.Severity != diag.Error || !c.all && elsewhere[f.Rule]
	})
	told := make(map[string]bool)
	for _, f := range findings {
		told[f.Path] = true
	}
	for _, f := range c.formerly {
		if f.Class == diag.ClassForm && f.Severity == diag.Error && c.unread[f.Path] && !told[f.Path] {
			told[f.Path] = true
			f.Severity = diag.Warning // it was mended, and what it said before is unknown
			f.Message = "before the change this file could not be read, so nobody knows what changed in it: " + f.Message
			f.Hint = ""
			findings = append(findings, f)
		}
	}
	return findings
}
