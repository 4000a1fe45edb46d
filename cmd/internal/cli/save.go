package cli

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/natefinch/atomic"
)

// newFileMode is what a file gets that was not there before; one that is
// overwritten keeps its own.
const newFileMode = 0o644

// writable reports by its error that a file cannot be written, as far as that is seen
// beforehand.
func (e Env) writable(file string) error {
	name := e.absolute(file)
	if isFolder(name) {
		return failed("name a file in it", "%s cannot be written: it is a folder", file)
	}
	if folder := filepath.Dir(name); !isFolder(folder) {
		return failed("make it first", "%s cannot be written: there is no folder %s", file, e.shown(folder))
	}
	if _, err := os.Lstat(name); err == nil {
		if _, err := os.Stat(name); errors.Is(err, fs.ErrNotExist) {
			return failed("remove the link, or make what it leads to", "%s cannot be written: it is a link that leads nowhere", file)
		}
	}
	return nil
}

func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// save writes a file whole or not at all. A link stays a link: what it leads to is
// written. A device or a pipe cannot be replaced, and is written through.
func (e Env) save(file string, write func(io.Writer) error) error {
	if err := e.writable(file); err != nil {
		return err
	}
	name := e.absolute(file)
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if err = replace(name, write); err == nil {
			err = os.Chmod(name, newFileMode)
		}
	case err != nil:
	case !info.Mode().IsRegular() || isOpen(name):
		err = through(name, write)
	default:
		if name, err = filepath.EvalSymlinks(name); err == nil {
			err = replace(name, write)
		}
	}
	if err != nil {
		return failed("", "%s cannot be written: %v", file, cause(err))
	}
	return nil
}

// isOpen reports whether a name stands for what the program has open already, such as
// /dev/stdout: whoever opened it goes on with it.
func isOpen(name string) bool {
	for _, prefix := range []string{"/dev/std", "/dev/fd/", "/proc/"} {
		if strings.HasPrefix(filepath.ToSlash(name), prefix) {
			return true
		}
	}
	return false
}

// replace puts a new file in the place of another, or of none, when all of it is there.
func replace(name string, write func(io.Writer) error) error {
	reader, writer := io.Pipe()
	go func() { writer.CloseWithError(write(writer)) }()
	err := atomic.WriteFile(name, reader)
	_ = reader.CloseWithError(err) // whoever still writes stops
	return err
}

// through writes into what is there.
func through(name string, write func(io.Writer) error) error {
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		return err
	}
	err = write(file)
	if closing := file.Close(); err == nil {
		err = closing
	}
	return err
}
