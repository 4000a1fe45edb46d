package origin

import (
	"bytes"
	"io"
	"io/fs"
	"time"
)

// fileInfo describes an entry of a Snapshot.
type fileInfo struct {
	file file
	in   *Snapshot
	name string
}

func (i fileInfo) Name() string       { return i.name }
func (i fileInfo) Mode() fs.FileMode  { return i.file.mode }
func (i fileInfo) Type() fs.FileMode  { return i.file.mode.Type() }
func (i fileInfo) IsDir() bool        { return i.file.mode.IsDir() }
func (i fileInfo) ModTime() time.Time { return i.in.when }
func (i fileInfo) Sys() any           { return nil }

// Info never fails: what an entry is stands in its tree.
func (i fileInfo) Info() (fs.FileInfo, error) { return i, nil }

// Size is that of the content; 0 where it cannot be read, which opening it says.
func (i fileInfo) Size() int64 {
	if i.IsDir() {
		return 0
	}
	data, err := i.in.content(i.file)
	if err != nil {
		return 0
	}
	return int64(len(data))
}

// openFile is a file that is read.
type openFile struct {
	info   fileInfo
	name   string
	reader *bytes.Reader
}

// Stat describes the file.
func (f *openFile) Stat() (fs.FileInfo, error) { return f.info, nil }

// Close ends reading.
func (f *openFile) Close() error { return nil }

func (f *openFile) load() error {
	if f.reader == nil {
		data, err := f.info.in.content(f.info.file)
		if err != nil {
			return pathError("read", f.name, err)
		}
		f.reader = bytes.NewReader(data)
	}
	return nil
}

// Read reads the next bytes.
func (f *openFile) Read(b []byte) (int, error) {
	if err := f.load(); err != nil {
		return 0, err
	}
	return f.reader.Read(b)
}

// ReadAt reads bytes at an offset.
func (f *openFile) ReadAt(b []byte, offset int64) (int, error) {
	if err := f.load(); err != nil {
		return 0, err
	}
	return f.reader.ReadAt(b, offset)
}

// Seek moves to another place.
func (f *openFile) Seek(offset int64, whence int) (int64, error) {
	if err := f.load(); err != nil {
		return 0, err
	}
	return f.reader.Seek(offset, whence)
}

// openFolder is a folder that is listed.
type openFolder struct {
	info    fileInfo
	name    string
	entries []fs.DirEntry
	listed  bool
}

// Stat describes the folder.
func (f *openFolder) Stat() (fs.FileInfo, error) { return f.info, nil }

// Close ends listing.
func (f *openFolder) Close() error { return nil }

// Read fails: a folder has no bytes.
func (f *openFolder) Read([]byte) (int, error) { return 0, pathError("read", f.name, errFolder) }

// ReadDir lists the next n entries, all of them for n ≤ 0.
func (f *openFolder) ReadDir(n int) ([]fs.DirEntry, error) {
	if !f.listed {
		entries, err := f.info.in.entries(f.info.file)
		if err != nil {
			return nil, pathError("readdir", f.name, err)
		}
		f.entries, f.listed = entries, true
	}
	if n <= 0 {
		rest := f.entries
		f.entries = nil
		return rest, nil
	}
	if len(f.entries) == 0 {
		return nil, io.EOF
	}
	n = min(n, len(f.entries))
	some := f.entries[:n]
	f.entries = f.entries[n:]
	return some, nil
}
