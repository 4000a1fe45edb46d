package cli

import (
	"bytes"
	"io"
	"slices"
	"strings"

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
	// asked reports whether a flag was given on the command line, by its name; nil where
	// no flags were bound.
	asked func(flag string) bool
}

const standardOutput = "-"

func (o *output) bind(cmd *cobra.Command) {
	flags := cmd.Flags()
	o.asked = flags.Changed
	flags.StringVarP(&o.format, "format", "f", "text", "output `format`: "+strings.Join(o.formats(), ", "))
	flags.StringArrayVarP(&o.targets, "output", "o", nil, "write to this `file` instead of the standard output, as FORMAT:FILE in a format of its own beside a --format that is given; may be repeated")
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
	used := false // whether the usual format goes anywhere
	for _, written := range o.targets {
		t, own, err := o.targetOf(written, usual)
		if err != nil {
			return nil, err
		}
		if err := o.free(t, chosen); err != nil {
			return nil, err
		}
		used = used || !own || t.file == standardOutput && t.format.Name == usual.Name
		chosen = append(chosen, t)
	}
	if !used && o.asked != nil && o.asked("format") {
		printed := target{usual, standardOutput}
		if err := o.free(printed, chosen); err != nil {
			return nil, err
		}
		chosen = append(chosen, printed)
	}
	return chosen, nil
}

// targetOf reads what --output says; own reports whether it names a format of its own.
func (o *output) targetOf(written string, usual render.Format) (t target, own bool, err error) {
	t = target{usual, written}
	name, file, own := strings.Cut(written, ":")
	if own = own && len(name) != 1 && !strings.ContainsAny(name, `/\.`); own {
		format, err := o.formatByName(name)
		if err != nil {
			return t, own, err // a file with a colon in its name is written ./like:this
		}
		t = target{format, file}
	} else if _, known := render.FormatByName(written); known {
		return t, own, failed("write "+written+":FILE, or "+written+":- for the standard output", "--output %s names a format and no file", written)
	}
	if t.file == "" {
		return t, own, failed("write FORMAT:FILE, or FORMAT:- for the standard output", "--output %s names no file", written)
	}
	return t, own, nil
}

// free reports by its error that a target cannot be written, or not beside those that
// are chosen already.
func (o *output) free(t target, chosen []target) error {
	i := slices.IndexFunc(chosen, func(other target) bool { return other.file == t.file })
	switch {
	case i >= 0 && t.file == standardOutput:
		return failed("give one of them a file: --output "+t.format.Name+":FILE",
			"%s and %s cannot both go to the standard output", chosen[i].format.Name, t.format.Name)
	case i >= 0:
		return failed("give each its own", "--output names %s twice", t.file)
	case t.file == standardOutput:
		return nil
	}
	return o.env.writable(t.file)
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
		return o.env.save(t.file, func(w io.Writer) error { return o.weighed(t, w, doc, style) })
	}
	if style.Width == 0 {
		style.Width = o.env.OutWidth
	}
	return writing(o.weighed(t, o.env.Out, doc, style))
}

// weighed prints a document, and says where it became larger than those read it who
// the format is for.
func (o *output) weighed(t target, w io.Writer, doc *report.Doc, style render.Style) error {
	if t.format.Most == 0 {
		return t.format.Write(w, doc, style)
	}
	counted := &counter{Writer: w}
	err := t.format.Write(counted, doc, style)
	if err == nil && counted.bytes > t.format.Most {
		o.env.note("this %s report has %d MB, and services refuse more than %d MB; --cycle, --team or PATHs make it smaller",
			t.format.Name, counted.bytes/1_000_000, t.format.Most/1_000_000)
	}
	return err
}

// counter counts what is written through it.
type counter struct {
	io.Writer
	bytes int
}

// Write writes and counts.
func (c *counter) Write(p []byte) (int, error) {
	n, err := c.Writer.Write(p)
	c.bytes += n
	return n, err
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
