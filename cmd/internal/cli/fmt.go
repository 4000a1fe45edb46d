package cli

import (
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/edit"
	"github.com/okrs-as-code/okrs/okr/report"
)

type format struct {
	env         Env
	dir         string
	check, diff bool
}

func newFmt(env Env) *cobra.Command {
	f := &format{env: env}
	cmd := &cobra.Command{
		Use:   "fmt [PATH...]",
		Short: "Bring files into the canonical layout",
		Long: `Writes the workspace's files, or the PATHs, in the canonical layout: keys in the order of
the schema, two spaces for each level, nothing else. Comments, blank lines, quotes and
the spelling of every value stay as they are.

A single - reads a file from the standard input and prints it; whether that is okr.yaml or
a document is seen by its keys. A file that cannot be read
as YAML is left alone, and named.

Exit codes: 0 done, 1 a file that cannot be read, or with --check one that would change, 2
misused or unable to run.`,
		Example: `  okr fmt
  okr fmt --check --diff
  okr fmt - < okrs/2026-Q3/checkout.yaml`,
		GroupID: groupFiles,
		RunE:    func(_ *cobra.Command, args []string) error { return f.run(args) },
	}
	flags := cmd.Flags()
	flags.StringVarP(&f.dir, "dir", "C", "", "the workspace's `directory` (default: the nearest with an okr.yaml upwards)")
	flags.BoolVar(&f.check, "check", false, "write nothing, list the files that would change, and exit 1 if there are any")
	flags.BoolVar(&f.diff, "diff", false, "write nothing, and print what would change as a patch")
	return cmd
}

func (f *format) run(args []string) error {
	for _, arg := range args {
		switch {
		case arg == standardOutput && len(args) > 1:
			return failed("give either files or a single -", "- stands for the standard input and cannot be mixed with files")
		case arg == standardOutput:
			return f.stream()
		case arg == "":
			return failed("name a file, or leave it out", "the name of a file is empty")
		}
	}
	files, name, err := f.files(args)
	if err != nil {
		return err
	}
	var rewrites []rewrite
	var findings []diag.Finding
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return failed("", "%s cannot be read: %v", f.env.shown(file), cause(err))
		}
		out, _, found := edit.Format(name(file), data)
		findings = append(findings, found...)
		rewrites = append(rewrites, rewrite{file, data, out})
	}
	return f.finish(rewrites, findings, name)
}

// stream formats what comes in.
func (f *format) stream() error {
	data, err := io.ReadAll(io.LimitReader(f.env.In, largestStream+1))
	switch {
	case err != nil:
		return failed("", "the standard input cannot be read: %v", err)
	case len(data) > largestStream:
		return failed("", "the standard input is longer than any document")
	}
	name := "stdin.yaml"
	if edit.IsWorkspace(data) {
		name = workspaceFile // which decides about the order of its keys
	}
	out, changed, findings := edit.Format(name, data)
	if len(findings) > 0 {
		if err := (&output{env: f.env, format: "text", color: "auto", findings: true}).onErrors(report.Lint(diag.Finish(findings), 1)); err != nil {
			return err
		}
		return errProblems
	}
	switch {
	case f.diff:
		err = f.env.diffs([]rewrite{{name, data, out}}, func(string) string { return name })
	case !f.check:
		_, err = f.env.Out.Write(out)
		err = writing(err)
	}
	if err == nil && f.check && changed {
		return errProblems
	}
	return err
}

// largestStream is how many bytes the standard input may have.
const largestStream = 1 << 20

// files are the files to format, absolute, and how each is called: those that are
// named, those of the workspace in a folder that is named, or all of it.
func (f *format) files(args []string) (files []string, name func(string) string, err error) {
	plain := len(args) > 0
	for _, arg := range args {
		info, err := os.Stat(f.env.absolute(arg))
		if err != nil {
			return nil, nil, failed("", "%s cannot be read: %v", arg, cause(err))
		}
		plain = plain && info.Mode().IsRegular()
		if ext := filepath.Ext(arg); info.Mode().IsRegular() && ext != ".yaml" && ext != ".yml" {
			return nil, nil, failed("files end in .yaml", "%s is no YAML file by its name", arg)
		}
	}
	if plain {
		for _, arg := range args {
			files = append(files, f.env.absolute(arg))
		}
		return files, f.env.shown, nil
	}
	place, err := locate(f.env, f.dir)
	if err != nil {
		return nil, nil, err
	}
	result, err := place.load(0, func(*okr.Cycle) bool { return false })
	if err != nil {
		return nil, nil, err
	}
	selection, err := place.selected(args, result.Files)
	if err != nil {
		return nil, nil, err
	}
	for _, file := range selection.files {
		files = append(files, filepath.Join(place.root, filepath.FromSlash(file)))
	}
	return files, f.env.shown, nil
}

// finish writes or tells what changes, and says which files cannot be read.
func (f *format) finish(rewrites []rewrite, findings []diag.Finding, name func(string) string) error {
	changing := 0
	for _, r := range rewrites {
		if r.changes() {
			changing++
		}
	}
	var err error
	if f.diff {
		err = f.env.diffs(rewrites, name)
	} else if !f.check {
		_, err = f.env.rewriteAll(rewrites)
	}
	if err != nil {
		return err
	}
	if !f.diff {
		for _, r := range rewrites {
			if r.changes() {
				f.env.say("%s", name(r.file))
			}
		}
	}
	if len(findings) > 0 {
		out := &output{env: f.env, format: "text", color: "auto", findings: true}
		if err := out.onErrors(report.Lint(diag.Finish(findings), len(rewrites))); err != nil {
			return err
		}
		return errProblems
	}
	if f.check && changing > 0 {
		return errProblems
	}
	return nil
}
