package cli

import (
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/lint"
)

type baseline struct {
	env  Env
	dir  string
	asOf string
}

func newBaseline(env Env) *cobra.Command {
	b := &baseline{env: env}
	cmd := &cobra.Command{
		Use:   "baseline",
		Short: "Accept what lint finds today, and hear only of what is new",
		Long: `A baseline counts, for each rule and each thing it speaks about, the findings that a
workspace accepts until it finds the time. Lines are not in it: moving things around
changes nothing.

Everything that lint finds can be accepted, but for what breaks the form of a file: what
cannot be read, keys, types and values that the format does not have, and keys that name,
rate or pay a person.

lint uses the file that okr.yaml names (lint: {baseline: .okr-baseline.json}) or that
is given with --baseline.`,
		GroupID: groupFiles,
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.PersistentFlags().StringVarP(&b.dir, "dir", "C", "", "the workspace's `directory` (default: the nearest with an okr.yaml upwards)")
	cmd.PersistentFlags().StringVar(&b.asOf, "as-of", "", "read as of this `date`, year-month-day (default: today)")
	cmd.AddCommand(
		&cobra.Command{
			Use:   "write [FILE]",
			Short: "Accept everything that is found now",
			Args:  cobra.MaximumNArgs(1),
			RunE:  func(_ *cobra.Command, args []string) error { return b.write(args) },
		},
		&cobra.Command{
			Use:   "prune [FILE]",
			Short: "Take out what is no longer found",
			Args:  cobra.MaximumNArgs(1),
			RunE:  func(_ *cobra.Command, args []string) error { return b.prune(args) },
		},
	)
	return cmd
}

// found is everything that lint finds, and the absolute path of the baseline.
func (b *baseline) found(args []string) (read *linted, ws *okr.Workspace, file string, err error) {
	at, err := dateOf(b.env, b.asOf)
	if err != nil {
		return nil, nil, "", err
	}
	place, err := locate(b.env, b.dir)
	if err != nil {
		return nil, nil, "", err
	}
	result, err := place.load(at, nil)
	if err != nil {
		return nil, nil, "", err
	}
	read, err = place.lint(result, at, nil)
	if err != nil {
		return nil, nil, "", err
	}
	file, err = place.baselineFile(args, result.Workspace.Settings.Lint.Baseline)
	return read, result.Workspace, file, err
}

// baselineFile is the file that is named, else the configured one, else the default.
func (p *place) baselineFile(args []string, configured string) (string, error) {
	switch {
	case len(args) > 0 && args[0] == "":
		return "", failed("name a file, or leave it out", "the name of the baseline is empty")
	case len(args) > 0:
		return p.env.absolute(args[0]), nil
	case configured == "":
		return filepath.Join(p.root, defaultBaseline), nil
	case !filepath.IsLocal(configured):
		return "", failed("write a path relative to okr.yaml, such as "+defaultBaseline, "okr.yaml's `baseline` leads out of the workspace: %s", configured)
	}
	return filepath.Join(p.root, filepath.FromSlash(configured)), nil
}

func (b *baseline) write(args []string) error {
	read, ws, file, err := b.found(args)
	if err != nil {
		return err
	}
	findings := read.findings
	base := lint.BaselineOf(findings)
	if err := b.save(file, base); err != nil {
		return err
	}
	b.env.say("%s accepts %s", b.env.shown(file), counted(base.Len(), "finding", "findings"))
	if unacceptable := len(findings) - base.Len() - suppressed(findings); unacceptable > 0 {
		b.env.say("%s of form cannot be accepted; `okr validate` lists them", counted(unacceptable, "finding", "findings"))
	}
	if len(args) == 0 && ws.Settings.Lint.Baseline == "" {
		b.env.say("To use it, write into okr.yaml:\n\nlint:\n  baseline: %s", defaultBaseline)
	}
	return nil
}

func suppressed(findings []diag.Finding) int {
	n := 0
	for _, f := range findings {
		if f.Suppressed() && f.Class != diag.ClassForm {
			n++
		}
	}
	return n
}

func (b *baseline) prune(args []string) error {
	read, _, file, err := b.found(args)
	if err != nil {
		return err
	}
	_, base, err := (&place{env: b.env}).readBaseline(file, "")
	if err != nil {
		return err
	}
	pruned, gone := base.Pruned(read.findings, read.looked)
	if gone == 0 {
		b.env.say("%s: all of it is still found", b.env.shown(file))
		return nil
	}
	if err := b.save(file, pruned); err != nil {
		return err
	}
	b.env.say("%s accepts %s; %d taken out", b.env.shown(file), counted(pruned.Len(), "finding", "findings"), gone)
	return nil
}

func (b *baseline) save(file string, base *lint.Baseline) error {
	text, err := base.Bytes()
	if err != nil {
		return err
	}
	return b.env.save(file, func(w io.Writer) error {
		_, err := w.Write(text)
		return err
	})
}
