package cli

import (
	"errors"
	"io/fs"
	"path"
	"path/filepath"

	"github.com/okrs-as-code/okrs/okr/origin"
	"github.com/okrs-as-code/okrs/okr/report"
)

// locateAt finds the workspace in a commit: in the directory that is named, else in
// the nearest one upwards from the working directory. Whether the directory and its
// okr.yaml are on the disk makes no difference; what the commit has counts.
func locateAt(env Env, dir, rev string) (*place, error) {
	folder, below := standing(env.absolute(dir))
	repository, err := origin.Open(folder)
	if err != nil {
		return nil, gitFailure(env, "--rev", folder, err)
	}
	env.atEnd(repository.Close)
	commit, err := repository.Resolve(rev)
	if err != nil {
		return nil, gitFailure(env, "--rev", folder, err)
	}
	files, err := repository.At(commit.Hash)
	if err != nil {
		return nil, gitFailure(env, "--rev", folder, err)
	}
	p := &place{env: env, repository: repository.Top(), commit: commit, revision: rev}
	p.env.Dir, _ = standing(env.Dir) // paths are counted from where links lead to
	if repository.Bare() {
		p.repository = folder // as if the files stood there
	}
	asked := path.Join(repository.Prefix(), below)
	prefix, err := workspaceIn(files, asked, dir == "")
	if err != nil {
		return nil, p.withoutWorkspace(asked, dir == "", err)
	}
	p.root = filepath.Join(p.repository, filepath.FromSlash(prefix))
	if p.history, err = repository.Sub(prefix); err != nil {
		return nil, gitFailure(env, "--rev", folder, err)
	}
	if p.system, err = files.Sub(prefix); err != nil {
		return nil, gitFailure(env, "--rev", folder, err)
	}
	return p, nil
}

// workspaceIn is the folder of a commit that has an okr.yaml: the one that is asked
// for, or also one above it. Where there is none, the error is fs.ErrNotExist.
func workspaceIn(files fs.FS, asked string, orAbove bool) (string, error) {
	for folder := asked; ; folder = path.Dir(folder) {
		info, err := fs.Stat(files, path.Join(folder, workspaceFile))
		switch {
		case err == nil && !info.IsDir():
			return folder, nil
		case err != nil && !errors.Is(err, fs.ErrNotExist):
			return "", err
		case !orAbove || folder == ".":
			return "", fs.ErrNotExist
		}
	}
}

// withoutWorkspace says that a commit has no okr.yaml, and where it was looked for.
func (p *place) withoutWorkspace(asked string, orAbove bool, err error) error {
	if !errors.Is(err, fs.ErrNotExist) {
		return gitFailure(p.env, "--rev", p.repository, err)
	}
	where, hint := "in its folder "+asked, "name the workspace with -C DIR, as it was called in that commit"
	switch {
	case asked == ".":
		where = "at its top"
	case orAbove:
		where += " or in any folder above"
	}
	return failed(hint, "the commit %s has no %s %s", p.asked(), workspaceFile, where)
}

// asked is the commit that is read, for reports; the zero value for the files on the
// disk.
func (p *place) asked() report.Revision {
	if p.commit == nil {
		return report.Revision{}
	}
	return report.Revision{Hash: p.commit.Hash.String(), Name: p.revision}
}

// gitRepository is the git repository around the workspace, as seen from the folder
// of okr.yaml. It is opened when somebody needs it, once, and closed at the end of the
// command. Where there is none, the error is origin.ErrNoRepository.
func (p *place) gitRepository() (*origin.Repository, error) {
	if p.history != nil {
		return p.history, nil
	}
	whole, err := origin.Open(p.root)
	if err != nil {
		return nil, err
	}
	p.env.atEnd(whole.Close)
	p.history, err = whole.Sub(whole.Prefix())
	return p.history, err
}

// head is the commit that is read, or the one that the files on the disk stand on.
// Errors are those of gitRepository, and origin.ErrNoCommit.
func (p *place) head() (*origin.Commit, error) {
	if p.commit != nil {
		return p.commit, nil
	}
	repository, err := p.gitRepository()
	if err != nil {
		return nil, err
	}
	commit, _, err := repository.Head()
	return commit, err
}

// standing splits a path into the longest part that is a folder on the disk, with
// symbolic links resolved, and the rest with slashes, which may be empty.
func standing(name string) (folder, rest string) {
	for folder = name; ; folder = filepath.Dir(folder) {
		if isFolder(folder) || folder == filepath.Dir(folder) {
			if real, err := filepath.EvalSymlinks(folder); err == nil {
				folder = real
			}
			return folder, rest
		}
		rest = path.Join(filepath.Base(folder), rest)
	}
}

// gitFailure says what kept git from giving us what a flag or an argument asked for,
// in a folder.
func gitFailure(env Env, flag, folder string, err error) error {
	var revision *origin.RevisionError
	switch {
	case errors.As(err, &revision):
		return failed(revision.Remedy, "%s %q %s", flag, revision.Text, revision.Problem)
	case errors.Is(err, origin.ErrNoRepository):
		return failed("leave out "+flag+" to read the files as they are, or name a folder of a repository with -C DIR",
			"there is no git repository in %s or any folder above, and %s needs one", env.shown(folder), flag)
	case errors.Is(err, origin.ErrNoCommit):
		return failed("leave out "+flag+" to read the files as they are", "%s: %v", flag, err)
	}
	return failed("", "%s: %v", flag, cause(err))
}
