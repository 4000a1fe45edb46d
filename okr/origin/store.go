package origin

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/format/objfile"
)

// kind is what an object is, numbered as in pack files.
type kind uint8

const (
	commitKind kind = 1
	treeKind   kind = 2
	blobKind   kind = 3
	tagKind    kind = 4
)

func (k kind) String() string { return plumbing.ObjectType(k).String() }

// largest is the size in bytes beyond which an object is refused: no document is
// of that size, and a reader must not be made to fill the memory.
const largest = 256 << 20

// alternatesDepth bounds repositories that borrow from repositories that borrow,
// as git does.
const alternatesDepth = 5

// errAbsent says that no folder of objects has the object.
var errAbsent = errors.New("no such object")

// store reads objects from the folder of a repository and from those it borrows
// from (clone --shared, --reference). Each pack is opened once and stays open.
type store struct {
	mu      sync.Mutex
	folder  string
	opened  bool
	folders []string
	packs   []*pack // those that answered last come first
	bases   *cache
}

func newStore(folder string) *store {
	return &store{folder: folder, bases: newCache(48 << 20)}
}

// get reads an object. The bytes are shared and must not be modified.
func (s *store) get(h Hash) (kind, []byte, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.open(); err != nil {
		return 0, nil, err
	}
	return s.read(h)
}

// read looks in the packs, then among the objects that have files of their own,
// then for packs that were made in the meantime.
func (s *store) read(h Hash) (kind, []byte, error) {
	if p, offset, err := s.find(h); err != nil {
		return 0, nil, err
	} else if p != nil {
		found, data, err := p.read(s, offset)
		if err != nil {
			return 0, nil, fmt.Errorf("object %s in %s cannot be read: %w", h.Short(), p.name, err)
		}
		return found, data, nil
	}
	for _, folder := range s.folders {
		found, data, err := readLoose(folder, h)
		if !errors.Is(err, errAbsent) {
			return found, data, err
		}
	}
	if more, err := s.list(); err != nil || !more {
		return 0, nil, errors.Join(errAbsent, err)
	}
	return s.read(h)
}

// find looks for an object in all packs. Neighbours in history are neighbours in
// a pack, so the pack that answered last is asked first.
func (s *store) find(h Hash) (*pack, int64, error) {
	for i, p := range s.packs {
		offset, found, err := p.find(h)
		if err != nil {
			return nil, 0, err
		}
		if found {
			copy(s.packs[1:i+1], s.packs[:i])
			s.packs[0] = p
			return p, offset, nil
		}
	}
	return nil, 0, nil
}

// withPrefix lists the objects whose hashes begin with at least four hexadecimal digits.
func (s *store) withPrefix(digits string) ([]Hash, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.open(); err != nil {
		return nil, err
	}
	var found []Hash
	for _, p := range s.packs {
		more, err := p.withPrefix(digits)
		if err != nil {
			return nil, err
		}
		found = append(found, more...)
	}
	for _, folder := range s.folders {
		entries, err := os.ReadDir(filepath.Join(folder, digits[:2]))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		for _, entry := range entries {
			name := digits[:2] + entry.Name()
			if h, err := ParseHash(name); err == nil && strings.HasPrefix(name, digits) {
				found = append(found, h)
			}
		}
	}
	slices.SortFunc(found, func(a, b Hash) int { return slices.Compare(a[:], b[:]) })
	return slices.Compact(found), nil
}

// open lists the packs; nothing is opened before the first object is asked for.
func (s *store) open() error {
	if s.opened {
		return nil
	}
	s.folders = nil
	s.borrow(s.folder, 0)
	_, err := s.list()
	s.opened = err == nil
	return err
}

// list adds the packs that are not known yet, and says whether there are any.
func (s *store) list() (more bool, err error) {
	for _, folder := range s.folders {
		indexes, err := filepath.Glob(filepath.Join(quoteGlob(folder), "pack", "pack-*.idx"))
		if err != nil {
			return more, err
		}
		for _, index := range indexes {
			name := strings.TrimSuffix(index, ".idx")
			if !slices.ContainsFunc(s.packs, func(p *pack) bool { return p.name == name }) {
				s.packs = append(s.packs, &pack{name: name})
				more = true
			}
		}
	}
	return more, nil
}

func quoteGlob(name string) string {
	return strings.NewReplacer(`*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(name)
}

// borrow adds a folder of objects and those it names as alternates. One that is
// not there any more is left out: what it had is reported as missing.
func (s *store) borrow(folder string, depth int) {
	folder = filepath.Clean(folder)
	if depth > alternatesDepth || slices.Contains(s.folders, folder) || !isDirectory(folder) {
		return
	}
	s.folders = append(s.folders, folder)
	file, err := os.Open(filepath.Join(folder, "info", "alternates"))
	if err != nil {
		return
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		name := lines.Text()
		if quoted, err := strconv.Unquote(name); err == nil && strings.HasPrefix(name, `"`) {
			name = quoted
		}
		if name == "" || strings.HasPrefix(name, "#") {
			continue
		}
		if !filepath.IsAbs(name) {
			name = filepath.Join(folder, name)
		}
		s.borrow(name, depth+1)
	}
}

// close frees the packs; the store opens them again when it is asked again.
func (s *store) close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	var failed []error
	for _, p := range s.packs {
		failed = append(failed, p.close())
	}
	s.packs, s.opened, s.bases = nil, false, newCache(s.bases.limit)
	return errors.Join(failed...)
}

// readLoose reads an object that has a file of its own.
func readLoose(folder string, h Hash) (kind, []byte, error) {
	name := h.String()
	file, err := os.Open(filepath.Join(folder, name[:2], name[2:]))
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil, errAbsent
	}
	if err != nil {
		return 0, nil, err
	}
	defer file.Close()
	reader, err := objfile.NewReader(file)
	if err != nil {
		return 0, nil, fmt.Errorf("object %s cannot be read: %w", h.Short(), err)
	}
	defer reader.Close()
	found, size, err := reader.Header()
	if err != nil {
		return 0, nil, fmt.Errorf("object %s cannot be read: %w", h.Short(), err)
	}
	if size < 0 || size > largest {
		return 0, nil, errTooLarge
	}
	data := make([]byte, size)
	if _, err := io.ReadFull(reader, data); err != nil {
		return 0, nil, fmt.Errorf("object %s cannot be read: %w", h.Short(), err)
	}
	return kind(found), data, nil
}

var errTooLarge = fmt.Errorf("it is larger than %d MiB", largest>>20)
