package load

import (
	"bytes"
	"io/fs"
	"slices"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/tree"
)

// Cycles are the cycles of a workspace's documents as a glance at each file shows
// them, by start, then longest first, beside the settings. Nothing is parsed or
// checked: a file that hides its cycle from a glance, as one that is broken may,
// adds none. It fails like [Workspace].
func Cycles(fsys fs.FS, options Options) ([]*okr.Cycle, okr.Settings, error) {
	top, err := readTop(fsys, options)
	if err != nil {
		return nil, okr.Settings{}, err
	}
	found, err := top.globs.list(fsys)
	if err != nil {
		return nil, okr.Settings{}, err
	}
	w := &worker{fsys: fsys}
	seen := make(map[*okr.Cycle]bool)
	for _, name := range found.names {
		if known := top.desk.cycle(w.glance(name), true); known.cycle != nil {
			seen[known.cycle] = true
		}
	}
	cycles := top.desk.allCycles()
	return slices.DeleteFunc(cycles, func(c *okr.Cycle) bool { return !seen[c] }), top.desk.settings, nil
}

// only leaves the files that are of wanted cycles, or do not show which they are of.
func only(fsys fs.FS, d *desk, names []string) []string {
	if d.options.Only == nil {
		return names
	}
	w := &worker{fsys: fsys}
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool {
		id := w.glance(name)
		if id == "" {
			return false
		}
		known := d.cycle(id, false)
		return known.cycle != nil && !d.options.Only(known.cycle)
	})
}

// glance is the cycle that a document names. Nearly every file has it on a plain
// line at its top level; any other is parsed. It is empty where the cycle cannot
// be read.
func (w *worker) glance(name string) string {
	data, err := w.bytes(name)
	if err != nil {
		return ""
	}
	if id, ok := plainValue(data, "cycle: "); ok {
		return id
	}
	t, _ := tree.Parse(name, data)
	if t == nil || t.Root.Kind != tree.Mapping {
		return ""
	}
	return textOf(t.Root.Get("cycle"))
}

// plainValue is the name on a line such as "cycle: 2026-Q3", behind the key and
// its colon; ok is false where no line is that plain.
func plainValue(data []byte, key string) (id string, ok bool) {
	for len(data) > 0 {
		line, rest, _ := bytes.Cut(data, []byte("\n"))
		if value, found := bytes.CutPrefix(line, []byte(key)); found {
			value, _, _ = bytes.Cut(value, []byte(" #"))
			id := string(bytes.Trim(value, " \t\r"))
			return id, okr.ValidCycleID(id)
		}
		data = rest
	}
	return "", false
}
