package origin

import (
	"bufio"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// referenceNames lists the references whose full names begin with a prefix of
// whole folders, as refs/tags/, sorted. One that is damaged is listed too: what is
// wrong with it is said where it is read.
func (s *shelf) referenceNames(prefix string) ([]string, error) {
	var names []string
	root := filepath.Join(s.layout.common, filepath.FromSlash(prefix))
	err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil || entry.IsDir() || strings.HasSuffix(name, ".lock") {
			return err
		}
		below, err := filepath.Rel(s.layout.common, name)
		names = append(names, filepath.ToSlash(below))
		return err
	})
	if err != nil {
		return nil, err
	}
	file, err := os.Open(filepath.Join(s.layout.common, "packed-refs"))
	if err == nil {
		defer file.Close()
		lines := bufio.NewScanner(file)
		for lines.Scan() {
			if _, name, ok := strings.Cut(lines.Text(), " "); ok && strings.HasPrefix(name, prefix) {
				names = append(names, name)
			}
		}
		err = lines.Err()
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	slices.Sort(names)
	return slices.Compact(names), nil
}
