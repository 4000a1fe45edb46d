package cli

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/natefinch/atomic"
	"github.com/spf13/cobra"

	"github.com/okrs-as-code/okrs/okr/render"
	"github.com/okrs-as-code/okrs/okr/report"
)

// output is where and how a document is printed.
type output struct {
	env     Env
	format  string
	targets []string
	color   string
	width   int
	// findings says that the command prints findings, so that it can be asked for
	// the formats that print nothing else.
	findings bool
	// diagrams says that the command prints diagrams, so that it can be asked for the
	// formats that print nothing else.
	diagrams bool
	// path shows a path of the document to people; nil as it is.
	path func(string) string
}

const standardOutput = "-"

func (o *output) bind(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVarP(&o.format, "format", "f", "text", "output `format`: "+strings.Join(o.formats(), ", "))
	flags.StringArrayVarP(&o.targets, "output", "o", nil, "write to this `file` instead of the standard output, as FORMAT:FILE in a format of its own; may be repeated")
	flags.StringVar(&o.color, "color", "auto", "colour: auto, always or never")
	flags.IntVar(&o.width, "width", 0, "cells to lay text out for (default: the terminal's; unlimited in a pipe)")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(o.formats(), cobra.ShellCompDirectiveNoFileComp))
	_ = cmd.RegisterFlagCompletionFunc("color", cobra.FixedCompletions([]string{"auto", "always", "never"}, cobra.ShellCompDirectiveNoFileComp))
}

// formats are the names of the formats that the command can print.
func (o *output) formats() []string {
	var names []string
	for _, f := range render.Formats() {
		if (o.findings || !f.FindingsOnly) && (o.diagrams || !f.DiagramsOnly) {
			names = append(names, f.Name)
		}
	}
	return names
}

// target is one place to print to.
type target struct {
	format render.Format
	file   string // - for the standard output
}

// chosen are the places to print to, each with its format.
func (o *output) chosen() ([]target, error) {
	switch o.color {
	case "auto", "always", "never":
	default:
		return nil, failed("", "%q is not a choice of --color: auto, always or never", o.color)
	}
	if o.width < 0 {
		return nil, failed("", "--width is %d; it is a number of cells", o.width)
	}
	usual, err := o.formatByName(o.format)
	if err != nil {
		return nil, err
	}
	if len(o.targets) == 0 {
		return []target{{usual, standardOutput}}, nil
	}
	var chosen []target
	for _, written := range o.targets {
		t := target{usual, written}
		name, file, own := strings.Cut(written, ":")
		if own = own && len(name) != 1 && !strings.ContainsAny(name, `/\.`); own {
			format, err := o.formatByName(name)
			if err != nil {
				return nil, err // a file with a colon in its name is written ./like:this
			}
			t = target{format, file}
		} else if _, known := render.FormatByName(written); known {
			return nil, failed("write "+written+":FILE, or "+written+":- for the standard output", "--output %s names a format and no file", written)
		}
		if t.file == "" {
			return nil, failed("write FORMAT:FILE, or FORMAT:- for the standard output", "--output %s names no file", written)
		}
		if t.file != standardOutput && slices.ContainsFunc(chosen, func(other target) bool { return other.file == t.file }) {
			return nil, failed("give each its own", "--output names %s twice", t.file)
		}
		if folder := filepath.Dir(o.env.absolute(t.file)); t.file != standardOutput && !isFolder(folder) {
			return nil, failed("make it first", "%s cannot be written: there is no folder %s", t.file, o.env.shown(folder))
		}
		chosen = append(chosen, t)
	}
	return chosen, nil
}

func (o *output) formatByName(name string) (render.Format, error) {
	if format, ok := render.FormatByName(name); ok {
		if format.FindingsOnly && !o.findings {
			return format, failed("formats here: "+strings.Join(o.formats(), ", "), "the format %s is for findings, and this command prints something else", name)
		}
		if format.DiagramsOnly && !o.diagrams {
			return format, failed("formats here: "+strings.Join(o.formats(), ", "), "the format %s is for pictures, and this command prints none", name)
		}
		return format, nil
	}
	return render.Format{}, failed(among("formats", o.formats(), name), "there is no format %q", name)
}

func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// print writes a document to every place that was asked for.
func (o *output) print(doc *report.Doc) error {
	targets, err := o.chosen()
	if err != nil {
		return err
	}
	for _, t := range targets {
		if err := o.printTo(t, doc); err != nil {
			return err
		}
	}
	return nil
}

func (o *output) printTo(t target, doc *report.Doc) error {
	here := t.file == standardOutput
	style := render.Style{Color: o.env.colored(o.color, o.env.OutTerminal && here), Width: o.width}
	if t.format.Name == "text" || t.format.Name == "concise" {
		style.Path = o.path // people open files from where they are; everything else starts at the repository
	}
	if !here {
		return o.save(t.file, func(w io.Writer) error { return t.format.Write(w, doc, style) })
	}
	if style.Width == 0 {
		style.Width = o.env.OutWidth
	}
	return writing(t.format.Write(o.env.Out, doc, style))
}

// onErrors prints a document for people on the standard error, where the standard
// output has something else to carry.
func (o *output) onErrors(doc *report.Doc) error {
	format, err := o.formatByName("text")
	if err != nil {
		return err
	}
	style := render.Style{Color: o.env.colored(o.color, o.env.ErrTerminal), Path: o.path}
	return writing(format.Write(o.env.Err, doc, style))
}

// newFileMode is what a file gets that was not there before; one that is
// overwritten keeps its own.
const newFileMode = 0o644

// save writes a file whole or not at all.
func (o *output) save(file string, write func(io.Writer) error) error {
	name := o.env.absolute(file)
	if folder := filepath.Dir(name); !isFolder(folder) {
		return failed("make it first", "%s cannot be written: there is no folder %s", file, o.env.shown(folder))
	}
	_, err := os.Stat(name)
	fresh := errors.Is(err, fs.ErrNotExist)
	reader, writer := io.Pipe()
	go func() { writer.CloseWithError(write(writer)) }()
	err = atomic.WriteFile(name, reader)
	if err == nil && fresh {
		err = os.Chmod(name, newFileMode)
	}
	if err != nil {
		return failed("", "%s cannot be written: %v", file, cause(err))
	}
	return nil
}

// raw writes bytes that are no document, such as a schema.
func (o *output) raw(text []byte) error {
	_, err := io.Copy(o.env.Out, bytes.NewReader(text))
	return writing(err)
}

func writing(err error) error {
	if err == nil {
		return nil
	}
	return failed("", "the output cannot be written: %v", err)
}
