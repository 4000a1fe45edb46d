package cli

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/natefinch/atomic"
	"github.com/spf13/cobra"

	"github.com/okrs-as-code/okrs/okr/render"
	"github.com/okrs-as-code/okrs/okr/report"
)

// output is where and how a document is printed.
type output struct {
	env    Env
	format string
	file   string
	color  string
	width  int
	// path shows a path of the document to people; nil as it is.
	path func(string) string
}

func (o *output) bind(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVarP(&o.format, "format", "f", "text", "output `format`: "+strings.Join(formatNames(), ", "))
	flags.StringVarP(&o.file, "output", "o", "", "write to this `file` instead of the standard output")
	flags.StringVar(&o.color, "color", "auto", "colour: auto, always or never")
	flags.IntVar(&o.width, "width", 0, "cells to lay text out for (default: the terminal's; unlimited in a pipe)")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(formatNames(), cobra.ShellCompDirectiveNoFileComp))
	_ = cmd.RegisterFlagCompletionFunc("color", cobra.FixedCompletions([]string{"auto", "always", "never"}, cobra.ShellCompDirectiveNoFileComp))
}

func formatNames() []string {
	var names []string
	for _, f := range render.Formats() {
		names = append(names, f.Name)
	}
	return names
}

// chosen is the format that was asked for.
func (o *output) chosen() (render.Format, error) {
	switch o.color {
	case "auto", "always", "never":
	default:
		return render.Format{}, failed("", "%q is not a choice of --color: auto, always or never", o.color)
	}
	if o.width < 0 {
		return render.Format{}, failed("", "--width is %d; it is a number of cells", o.width)
	}
	if format, ok := render.FormatByName(o.format); ok {
		return format, nil
	}
	return render.Format{}, failed("", "there is no format %q: choose one of %s", o.format, strings.Join(formatNames(), ", "))
}

// print writes a document in the chosen format.
func (o *output) print(doc *report.Doc) error {
	format, err := o.chosen()
	if err != nil {
		return err
	}
	style := render.Style{Color: o.env.colored(o.color, o.env.OutTerminal && o.file == ""), Width: o.width}
	if o.format == "text" || o.format == "concise" {
		style.Path = o.path // people open files from where they are; everything else starts at the repository
	}
	if style.Width == 0 && o.file == "" {
		style.Width = o.env.OutWidth
	}
	if o.file == "" || o.file == "-" {
		return writing(format.Write(o.env.Out, doc, style))
	}
	return o.save(func(w io.Writer) error { return format.Write(w, doc, style) })
}

// newFileMode is what a file gets that was not there before; one that is
// overwritten keeps its own.
const newFileMode = 0o644

// save writes the file whole or not at all.
func (o *output) save(write func(io.Writer) error) error {
	name := o.env.absolute(o.file)
	_, err := os.Stat(name)
	fresh := errors.Is(err, fs.ErrNotExist)
	reader, writer := io.Pipe()
	go func() { writer.CloseWithError(write(writer)) }()
	err = atomic.WriteFile(name, reader)
	if err == nil && fresh {
		err = os.Chmod(name, newFileMode)
	}
	if err != nil {
		return failed("", "%s cannot be written: %v", o.file, err)
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
