package origin

import (
	"io/fs"
	"syscall"
	"time"

	"github.com/go-git/go-git/v5/plumbing/format/index"
)

// identify notes what the file system knows of a file, as git does, so that git
// sees at a glance that nothing has changed.
func identify(entry *index.Entry, info fs.FileInfo) {
	if stat, ok := info.Sys().(*syscall.Stat_t); ok {
		entry.CreatedAt = time.Unix(int64(stat.Ctim.Sec), int64(stat.Ctim.Nsec))
		entry.Dev, entry.Inode = uint32(stat.Dev), uint32(stat.Ino)
		entry.UID, entry.GID = stat.Uid, stat.Gid
	}
}
