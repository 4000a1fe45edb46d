package cli

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr/edit"
)

// rewrite is a file and what is to stand in it.
type rewrite struct {
	file          string // absolute
	before, after []byte
}

// changes reports whether the file is to be different.
func (r rewrite) changes() bool { return !bytes.Equal(r.before, r.after) }

// rewriteAll writes the files that change, each whole or not at all, after all of
// them have been worked out. A file that somebody else has changed in the
// meantime is left alone, and the error says which files were written by then.
func (e Env) rewriteAll(rewrites []rewrite) (written int, err error) {
	for _, r := range rewrites {
		if !r.changes() {
			continue
		}
		// A link stays a link: what it leads to is written.
		target, err := filepath.EvalSymlinks(r.file)
		if err != nil {
			return written, failed(afterWriting(written), "%s cannot be written: %v", e.shown(r.file), cause(err))
		}
		now, err := os.ReadFile(target)
		switch {
		case err != nil:
			return written, failed(afterWriting(written), "%s cannot be read again: %v", e.shown(r.file), cause(err))
		case !bytes.Equal(now, r.before):
			return written, failed(afterWriting(written), "%s has changed while it was worked on, and was left as it is", e.shown(r.file))
		}
		if err := e.save(target, func(w io.Writer) error {
			_, err := w.Write(r.after)
			return err
		}); err != nil {
			return written, err
		}
		written++
	}
	return written, nil
}

func afterWriting(written int) string {
	if written == 0 {
		return "nothing was written; run it again"
	}
	return counted(written, "file was", "files were") + " written before; run it again for the others"
}

// diffs prints what would change as a patch. It is applied where the program runs, or
// where files lie outside of that folder, at the top of the repository.
func (e Env) diffs(rewrites []rewrite, name func(file string) string) error {
	above := func(r rewrite) bool { return r.changes() && strings.HasPrefix(name(r.file), "../") }
	if i := slices.IndexFunc(rewrites, above); i >= 0 {
		top := repository(filepath.Dir(rewrites[i].file))
		e.note("this patch is to be applied in %s", e.shown(top))
		at := Env{Dir: top}
		name = at.shown
	}
	for _, r := range rewrites {
		if !r.changes() {
			continue
		}
		if _, err := io.WriteString(e.Out, edit.Diff(name(r.file), r.before, r.after)); err != nil {
			return writing(err)
		}
	}
	return nil
}
