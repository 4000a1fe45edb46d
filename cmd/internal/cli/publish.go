package cli

import (
	"bytes"
	"errors"
	"io/fs"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/cascade"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/load"
	"github.com/okrs-as-code/okrs/okr/origin"
	"github.com/okrs-as-code/okrs/okr/report"
	"github.com/okrs-as-code/okrs/okr/source"
)

type publishing struct {
	output
	dir, rev, cycle string
	dryRun          bool
}

func newPublish(env Env) *cobra.Command {
	p := &publishing{output: output{env: env}}
	cmd := &cobra.Command{
		Use:   "publish --cycle CYCLE",
		Short: "Publish a cycle: from then on edits are compared with it",
		Long: `Puts the annotated tag okr/<cycle> on the commit that is checked out. What the documents
of the cycle say there is what was published: official scores follow it, and lint tells a
changed target without an amendment.

Refuses, with the reasons, while documents of the cycle have errors, while a committed
objective counts on a team that has not answered, and while a document is not committed.
Nothing is pushed.

Exit codes: 0 published, 1 refused, 2 misused or unable to run.`,
		Example: `  okr publish --cycle 2026-Q4 --dry-run
  okr publish --cycle 2026-Q4
  okr publish --cycle 2026-Q4 --rev origin/main`,
		GroupID: groupFiles,
		Args:    cobra.NoArgs,
		RunE:    func(*cobra.Command, []string) error { return p.run() },
	}
	flags := cmd.Flags()
	flags.StringVarP(&p.dir, "dir", "C", "", "the workspace's `directory` (default: the nearest with an okr.yaml upwards)")
	flags.StringVar(&p.rev, "rev", "", "publish this `revision` instead of the commit that is checked out")
	flags.StringVar(&p.cycle, "cycle", "", "the `cycle`, as 2026-Q4")
	flags.BoolVar(&p.dryRun, "dry-run", false, "write no tag, and say what would be published or what stands against it")
	p.bind(cmd)
	return cmd
}

func (p *publishing) run() error {
	if _, err := p.chosen(); err != nil {
		return err
	}
	if p.cycle == "" {
		return failed("okr publish --cycle 2026-Q4", "which cycle is to be published? name it with --cycle")
	}
	disk, committed, err := p.places()
	if err != nil {
		return err
	}
	today := okr.DateOf(p.env.Now())
	cycles, _, err := committed.cycles(today)
	if err != nil {
		return err
	}
	choice := reading{cycle: p.cycle}
	cycle, err := choice.chosenCycle(cycles, today)
	if err != nil {
		return err
	}
	made, err := p.publication(disk, committed, cycle, today)
	if err != nil {
		return err
	}
	if !made.Refused() && !made.DryRun && !made.Already {
		if err := p.tag(committed, made); err != nil {
			return err
		}
	}
	p.path = committed.here
	if err := p.print(report.Publish(made)); err != nil {
		return err
	}
	if made.Refused() {
		return errProblems
	}
	return nil
}

// places are the workspace on the disk, nil where a revision was named, and in the
// commit that is to be published.
func (p *publishing) places() (disk, committed *place, err error) {
	if p.rev != "" {
		committed, err = locateAt(p.env, p.dir, p.rev)
		return nil, committed, err
	}
	disk, err = locate(p.env, p.dir)
	if err != nil {
		return nil, nil, err
	}
	head, err := disk.head()
	if err != nil {
		return nil, nil, gitFailure(p.env, "publish", disk.root, err)
	}
	committed, err = disk.at(head, "HEAD")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, failed("commit it first", "%s is not committed yet, and what is published is a commit", workspaceFile)
	}
	if err != nil {
		return nil, nil, gitFailure(p.env, "publish", disk.root, err)
	}
	return disk, committed, nil
}

// publication is what would be published, and what stands against it.
func (p *publishing) publication(disk, committed *place, cycle *okr.Cycle, today okr.Date) (*report.Publication, error) {
	// What is published is judged as of the days in which it is: before them rules are
	// milder, and later they ask how the cycle went.
	at := min(max(today, cycle.Start), cycle.PublishBy())
	result, err := committed.load(max(today, cycle.Start), nil)
	if err != nil {
		return nil, err
	}
	if cycle = result.Workspace.Cycle(cycle.ID); cycle == nil {
		cycle = &okr.Cycle{ID: p.cycle}
	}
	made := &report.Publication{
		Cycle: cycle, AsOf: today, Tag: cycle.PublishTag(), Revision: committed.asked(), DryRun: p.dryRun,
		Documents: result.Workspace.DocumentsOf(cycle), Files: len(result.Files),
	}
	for _, t := range result.Workspace.Teams {
		if result.Workspace.Document(t.ID.V, cycle.ID) == nil {
			made.Without = append(made.Without, t)
		}
	}
	if made.Already, err = p.published(committed, made.Tag); err != nil || made.Already {
		return made, err
	}
	if made.Findings, err = errorsOf(committed, result, cycle, at); err != nil {
		return nil, err
	}
	made.Open = append(unanswered(committed, result, cycle, at), uncommitted(disk, committed, result, cycle)...)
	return made, nil
}

// published reports whether the tag stands at the commit; standing elsewhere it fails.
func (p *publishing) published(committed *place, name string) (bool, error) {
	repository, err := committed.gitRepository()
	if err != nil {
		return false, gitFailure(p.env, "publish", committed.root, err)
	}
	tag, there, err := repository.Tag(name)
	switch {
	case err != nil:
		return false, gitFailure(p.env, "publish", committed.root, err)
	case there && tag.Annotated && tag.Commit == committed.commit.Hash:
		return true, nil
	case there && !tag.Annotated:
		return false, failed("delete it with git tag -d "+name, "there is a tag %s without a date of its own, which publishes nothing", name)
	case there:
		return false, failed("what changes after publication is an amendment with a reason",
			"%s was published on %s, at %s", p.cycle, okr.DateOf(tag.When), tag.Commit.Short())
	}
	return false, nil
}

func (p *publishing) tag(committed *place, made *report.Publication) error {
	repository, err := committed.gitRepository()
	if err == nil {
		_, err = repository.CreateTag(made.Tag, committed.commit.Hash, "Publish "+made.Cycle.ID+"\n", p.env.Now())
	}
	if errors.Is(err, origin.ErrTagExists) {
		return failed("", "%s was published by somebody else at this moment", made.Cycle.ID)
	}
	if err != nil {
		return failed("", "the tag cannot be written: %v", cause(err))
	}
	return nil
}

// errorsOf are the errors that documents of the cycle have, and what may be one.
func errorsOf(p *place, result *load.Result, cycle *okr.Cycle, at okr.Date) ([]diag.Finding, error) {
	elsewhere := make(map[string]bool)
	for _, d := range result.Workspace.Documents {
		if d.Cycle != cycle {
			elsewhere[d.File.Name] = true
		}
	}
	read, err := p.lint(result, at, nil)
	if err != nil {
		return nil, err
	}
	findings := slices.DeleteFunc(read.findings, func(f diag.Finding) bool {
		return f.Severity != diag.Error || f.Suppressed() || elsewhere[f.Path]
	})
	return p.relocated(findings), nil
}

// unanswered are the dependencies of committed objectives that nobody has agreed to.
func unanswered(p *place, result *load.Result, cycle *okr.Cycle, at okr.Date) []report.Reason {
	var open []report.Reason
	var pages source.Pages
	for _, a := range cascade.Read(result.Workspace, cycle, at).Asks() {
		o := a.From.Objective
		if a.State != cascade.Open || o == nil || o.Commitment.V != okr.Committed || o.Document.Cycle != cycle {
			continue
		}
		whom := "somebody"
		if a.Team != nil {
			whom = a.Team.ID.V
		}
		file, span := a.Place()
		open = append(open, report.Reason{
			Address: a.From.Address(),
			Message: "it is committed and counts on " + a.Dependency.On.Address.V + ", which " + whom + " has not answered",
			Hint:    "The other team answers with enables: {for: " + a.From.Address() + "}, or declines with a reason; until then it is no commitment.",
			Path:    p.path(file.Name), Line: pages.Of(file).Position(span.Start).Line,
		})
	}
	return open
}

// uncommitted are the documents of the cycle that are not on the disk as they are in
// the commit: whoever publishes would think of other ones.
func uncommitted(disk, committed *place, result *load.Result, cycle *okr.Cycle) []report.Reason {
	if disk == nil {
		return nil
	}
	names := make(map[string]bool)
	for _, d := range result.Workspace.DocumentsOf(cycle) {
		names[d.File.Name] = true
	}
	if today, err := load.Workspace(disk.system, load.Options{Version: release}); err == nil {
		if c := today.Workspace.Cycle(cycle.ID); c != nil {
			for _, d := range today.Workspace.DocumentsOf(c) {
				names[d.File.Name] = true
			}
		}
	}
	var open []report.Reason
	for name := range names {
		if !sameText(disk.system, committed.system, name) {
			open = append(open, report.Reason{
				Address: disk.path(name), Path: disk.path(name),
				Message: "what is on the disk is not what is committed", Hint: "Commit it, or name what is to be published with --rev.",
			})
		}
	}
	slices.SortFunc(open, func(a, b report.Reason) int { return strings.Compare(a.Path, b.Path) })
	return open
}

// sameText reports whether a file is the same on both sides, whatever ends its lines.
func sameText(a, b fs.FS, name string) bool {
	before, err := fs.ReadFile(a, name)
	after, err2 := fs.ReadFile(b, name)
	if err != nil || err2 != nil {
		return false
	}
	plain := func(text []byte) []byte { return bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")) }
	return bytes.Equal(plain(before), plain(after))
}
