package origin

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// ErrRepositoryExists says that a directory is the top of a repository already.
var ErrRepositoryExists = errors.New("a git repository is there already")

// Create makes an empty repository with the branch main in a directory, as
// `git init` does it, without hooks and without looking at templates. The directory
// is made where it is missing; files that lie in it stay as they are and belong to
// no commit. It may lie inside another repository. A directory that has a
// repository of its own is ErrRepositoryExists.
func Create(dir string) (*Repository, error) {
	dot := filepath.Join(dir, ".git")
	if _, err := os.Lstat(dot); err == nil {
		return nil, fmt.Errorf("%w: %s", ErrRepositoryExists, dot)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	for _, folder := range []string{"objects/info", "objects/pack", "refs/heads", "refs/tags", "info"} {
		if err := os.MkdirAll(filepath.Join(dot, filepath.FromSlash(folder)), 0o777); err != nil {
			return nil, err
		}
	}
	// Last comes HEAD, which makes a directory one of git's.
	for _, file := range [][2]string{{"config", settingsOf(runtime.GOOS)}, {"HEAD", "ref: refs/heads/main\n"}} {
		if err := exchange(filepath.Join(dot, file[0]), []byte(file[1]), func() error { return nil }); err != nil {
			return nil, err
		}
	}
	return Open(dir)
}

// settingsOf is the configuration that git gives to a new repository on a system.
func settingsOf(system string) string {
	text := "[core]\n\trepositoryformatversion = 0\n"
	if system == "windows" {
		text += "\tfilemode = false\n\tsymlinks = false\n"
	} else {
		text += "\tfilemode = true\n"
	}
	text += "\tbare = false\n\tlogallrefupdates = true\n"
	if system == "windows" || system == "darwin" {
		text += "\tignorecase = true\n"
	}
	if system == "darwin" {
		text += "\tprecomposeunicode = true\n"
	}
	return text
}

// As is the repository as a program that signs commits and tags with a name and an
// address of its own, where git otherwise takes those of the user's configuration.
func (r *Repository) As(name, address string) *Repository {
	signed := *r
	signed.signature = signature(printable(name), printable(address))
	return &signed
}

func signature(name, address string) string { return name + " <" + address + ">" }
