package load

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/okrs-as-code/okrs/okr/conform"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/source"
	"github.com/okrs-as-code/okrs/okr/tree"
)

// worker reads documents one after the other. What it needs for each is used
// again for the next.
type worker struct {
	fsys    fs.FS
	desk    *desk
	checker *conform.Checker

	buffer        []byte
	kept, passing *store
}

const (
	// filesPerWorker is from how many files on another worker is worth its start.
	filesPerWorker = 8
	// mostWorkers is how many reads in flight keep a slow disk busy.
	mostWorkers = 16
)

// workers is how many workers a choice means for a number of files.
func workers(chosen, files int) int {
	if chosen < 1 {
		chosen = min(4*runtime.GOMAXPROCS(0), mostWorkers)
	}
	return max(1, min(chosen, (files+filesPerWorker-1)/filesPerWorker))
}

// readAll reads the documents. The result is in the order of the names, whoever
// read them.
func readAll(fsys fs.FS, d *desk, checker *conform.Checker, names []string) []sheet {
	sheets := make([]sheet, len(names))
	var next atomic.Int64
	var group sync.WaitGroup
	for range workers(d.options.Workers, len(names)) {
		group.Go(func() {
			w := &worker{fsys: fsys, desk: d, checker: checker, kept: newStore(), passing: newPassingStore()}
			for i := int(next.Add(1)) - 1; i < len(names); i = int(next.Add(1)) - 1 {
				sheets[i] = w.read(names[i])
			}
		})
	}
	group.Wait()
	return sheets
}

// read takes a file from bytes to what is kept of it.
func (w *worker) read(name string) sheet {
	file := source.NewFile(w.fsys, name, nil)
	data, err := w.bytes(name)
	if err != nil {
		return unreadSheet(file, err)
	}
	t, findings := tree.Parse(name, data)
	if t == nil {
		return sheet{file: file, findings: findings, gaps: []string{guessed(name)}}
	}
	if w.desk.mayHold(t.Lines.Size()) {
		file.Hold(t.Lines)
	}
	findings = append(findings, w.checker.Document(t)...)
	if t.Root.Kind != tree.Mapping {
		return sheet{file: file, findings: findings, gaps: []string{guessed(name)}}
	}
	return w.readPage(t, file, slices.Clip(findings))
}

// unreadSheet is a file that cannot be opened or read, or is far too large.
func unreadSheet(file *source.File, err error) sheet {
	nowhere := source.NewFile(nil, file.Name, nil)
	n := note{
		rule: diag.UnreadFile, file: nowhere,
		message: "this file cannot be read: " + reason(err),
		hint:    "Make it readable, or name it in okr.yaml under exclude.",
	}
	var large tooLarge
	if errors.As(err, &large) {
		n.message = fmt.Sprintf("this file has %.1f MiB, and files of more than 1 MiB are not read", float64(large)/(1<<20))
		n.hint = "A document of one team and cycle has a few kilobytes. Look whether something else was saved under this name."
	}
	return sheet{file: file, findings: new(pages).findings([]note{n}), gaps: []string{guessed(file.Name)}}
}

// reason is the cause of an error without the name of the file.
func reason(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return err.Error()
}

// tooLarge is the size of a file beyond what is read.
type tooLarge int64

func (t tooLarge) Error() string { return "the file is too large" }

// bytes reads a file into the worker's buffer, which the next file overwrites.
func (w *worker) bytes(name string) ([]byte, error) {
	file, err := w.fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	if info.Size() > largestFile {
		return nil, tooLarge(info.Size())
	}
	return readInto(&w.buffer, file, int(info.Size()))
}

// readInto reads to the end, or a little past the largest size: a file may have
// grown since it was measured.
func readInto(buffer *[]byte, from io.Reader, size int) ([]byte, error) {
	data := slices.Grow((*buffer)[:0], size+1)
	for len(data) <= largestFile {
		if len(data) == cap(data) {
			data = slices.Grow(data, len(data))
		}
		n, err := from.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if errors.Is(err, io.EOF) {
			*buffer = data
			return data, nil
		}
		if err != nil {
			return nil, err
		}
	}
	*buffer = data
	return nil, tooLarge(len(data))
}
