package origin

import (
	"bytes"
	"io/fs"
	"slices"
	"strings"
)

// file is an entry of a tree: a file, a folder, a link or a submodule.
type file struct {
	name string
	mode fs.FileMode
	hash Hash
}

// The modes of trees, as git writes them in octal digits.
const (
	folderMode     = 0o040000
	executableMode = 0o100755
	linkMode       = 0o120000
	submoduleMode  = 0o160000
)

// fileMode is a mode of a tree in the terms of fs.
func fileMode(mode uint32) fs.FileMode {
	switch mode & 0o170000 {
	case folderMode:
		return fs.ModeDir | 0o755
	case linkMode:
		return fs.ModeSymlink | 0o777
	case submoduleMode:
		return fs.ModeIrregular | 0o644
	}
	if mode&0o100 != 0 {
		return 0o755
	}
	return 0o644
}

// rawFile is an entry of a tree that is looked at where it lies.
type rawFile struct {
	mode uint32
	name []byte
	hash Hash
}

// folder reports whether the entry is a tree itself.
func (f rawFile) folder() bool { return f.mode&0o170000 == folderMode }

// next cuts the first entry from the bytes of a tree.
func next(tree []byte) (entry rawFile, rest []byte, err error) {
	space := bytes.IndexByte(tree, ' ')
	if space < 1 || space > 7 {
		return entry, nil, errDamaged
	}
	for _, digit := range tree[:space] {
		if digit < '0' || digit > '7' {
			return entry, nil, errDamaged
		}
		entry.mode = entry.mode<<3 | uint32(digit-'0')
	}
	end := bytes.IndexByte(tree[space:], 0) + space
	if end < space || end+1+len(Hash{}) > len(tree) {
		return entry, nil, errDamaged
	}
	entry.name = tree[space+1 : end]
	copy(entry.hash[:], tree[end+1:])
	return entry, tree[end+1+len(Hash{}):], nil
}

// nameable reports whether an entry's name can stand for one element of a path.
// Others are made by nobody but attackers, and git refuses them too.
func nameable(name []byte) bool {
	return len(name) > 0 && string(name) != "." && string(name) != ".." && !bytes.ContainsAny(name, "/\x00")
}

// find is the entry of a name in the bytes of a tree.
func find(tree []byte, name string) (found rawFile, ok bool, err error) {
	for len(tree) > 0 {
		var entry rawFile
		if entry, tree, err = next(tree); err != nil {
			return found, false, err
		}
		if string(entry.name) == name {
			return entry, true, nil
		}
	}
	return found, false, nil
}

// list reads the bytes of a tree into its entries, sorted by name.
func list(tree []byte) ([]file, error) {
	var files []file
	for len(tree) > 0 {
		entry, rest, err := next(tree)
		if err != nil {
			return nil, err
		}
		tree = rest
		if nameable(entry.name) {
			files = append(files, file{string(entry.name), fileMode(entry.mode), entry.hash})
		}
	}
	// Trees sort folders as if their names ended in a slash.
	slices.SortStableFunc(files, func(a, b file) int { return strings.Compare(a.name, b.name) })
	return slices.CompactFunc(files, func(a, b file) bool { return a.name == b.name }), nil
}

// emptyTree is the hash of a tree without entries, which need not be stored.
var emptyTree = Hash{0x4b, 0x82, 0x5d, 0xc6, 0x42, 0xcb, 0x6e, 0xb9, 0xa0, 0x60, 0xe5, 0x4b, 0xf8, 0xd6, 0x92, 0x88, 0xfb, 0xee, 0x49, 0x04}

// tree is the bytes of a tree.
func (s *shelf) tree(h Hash) ([]byte, error) {
	if h == emptyTree || h.IsZero() {
		return nil, nil
	}
	return s.object(h, treeKind)
}

// descend is the tree of a directory below another one; zero where there is none.
func (s *shelf) descend(root Hash, dir string) (Hash, error) {
	if dir == "." {
		return root, nil
	}
	for name := range strings.SplitSeq(dir, "/") {
		data, err := s.tree(root)
		if err != nil {
			return Hash{}, err
		}
		entry, ok, err := find(data, name)
		if err != nil || !ok || !entry.folder() {
			return Hash{}, err
		}
		root = entry.hash
	}
	return root, nil
}
