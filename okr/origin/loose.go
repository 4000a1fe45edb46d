package origin

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/format/objfile"
)

// write stores an object in a file of its own, whole or not at all. What is stored
// already is left alone: the name of an object is its content.
func (r *Repository) write(kind plumbing.ObjectType, content string) (Hash, error) {
	h := Hash(plumbing.ComputeHash(kind, []byte(content)))
	name := h.String()
	folder := filepath.Join(r.layout.common, "objects", name[:2])
	full := filepath.Join(folder, name[2:])
	if _, err := os.Lstat(full); err == nil {
		return h, nil
	}
	file, err := os.CreateTemp(folder, "tmp_obj_")
	if errors.Is(err, fs.ErrNotExist) {
		if err := os.MkdirAll(folder, 0o777); err != nil {
			return Hash{}, err
		}
		file, err = os.CreateTemp(folder, "tmp_obj_")
	}
	if err != nil {
		return Hash{}, err
	}
	err = deflate(file, kind, content)
	if err == nil {
		err = file.Chmod(0o444)
	}
	if err = errors.Join(err, file.Close()); err == nil {
		err = os.Rename(file.Name(), full)
	}
	if err != nil {
		return Hash{}, errors.Join(err, os.Remove(file.Name()))
	}
	return h, nil
}

// deflate writes an object as git keeps it.
func deflate(file *os.File, kind plumbing.ObjectType, content string) error {
	writer := objfile.NewWriter(file)
	if err := writer.WriteHeader(kind, int64(len(content))); err != nil {
		return err
	}
	_, unwritten := writer.Write([]byte(content))
	return errors.Join(unwritten, writer.Close())
}
