package origin

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// exchange gives a file of the repository a new content, locked as git locks it,
// whole or not at all. The check is made while nobody else can write the file.
func exchange(name string, content []byte, check func() error) error {
	lock, err := os.OpenFile(name+".lock", os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("another program is writing %s: try again; if none is, remove %s.lock", name, name)
	}
	if err != nil {
		return err
	}
	_, unwritten := lock.Write(content)
	err = errors.Join(unwritten, lock.Sync(), lock.Close())
	if err == nil {
		err = check()
	}
	if err == nil {
		err = os.Rename(lock.Name(), name)
	}
	if err != nil {
		return errors.Join(err, os.Remove(lock.Name()))
	}
	return nil
}
