package origin

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"sort"
)

// pack is a pack of objects with its index, opened when it is first asked. The
// form of both is gitformat-pack(5). What they say is checked before it is used:
// a pack comes from elsewhere.
type pack struct {
	name  string // without the ending
	index io.ReaderAt
	fan   [256]uint32
	wide  int64 // how many offsets stand in the table of 64 bits
	files []*os.File

	data     *os.File
	size     int64
	inflater inflater
}

// wholeIndex is the size in bytes up to which an index is read into memory at
// once; a larger one is searched where it lies.
const wholeIndex = 8 << 20

const (
	indexHead  = 8 + 256*4 // bytes before the table of hashes
	indexTail  = 2 * len(Hash{})
	wideOffset = 1 << 31 // marks an offset that stands in the table of 64 bits
)

var errIndex = errors.New("the index of the pack is damaged: run git repack -ad")

// count is the number of objects.
func (p *pack) count() int { return int(p.fan[255]) }

func (p *pack) open() error {
	if p.index != nil {
		return nil
	}
	file, err := os.Open(p.name + ".idx")
	if err != nil {
		return err
	}
	info, err := file.Stat()
	if err != nil {
		file.Close()
		return err
	}
	var index io.ReaderAt = file
	if info.Size() <= wholeIndex {
		whole := make([]byte, info.Size())
		_, err := io.ReadFull(file, whole)
		file.Close()
		if err != nil {
			return err
		}
		index = bytes.NewReader(whole)
	} else {
		p.files = append(p.files, file)
	}
	if err := p.head(index, info.Size()); err != nil {
		return fmt.Errorf("%s.idx: %w", p.name, err)
	}
	p.index = index
	return nil
}

// head reads the counts at the start of an index and compares them with its size.
func (p *pack) head(index io.ReaderAt, size int64) error {
	var head [indexHead]byte
	if _, err := index.ReadAt(head[:], 0); err != nil {
		return errIndex
	}
	if !bytes.Equal(head[:8], []byte{0xff, 't', 'O', 'c', 0, 0, 0, 2}) {
		return errors.New("the index of the pack is not of version 2: run git repack -ad")
	}
	for i := range p.fan {
		p.fan[i] = binary.BigEndian.Uint32(head[8+4*i:])
		if i > 0 && p.fan[i] < p.fan[i-1] {
			return errIndex
		}
	}
	narrow := int64(indexHead) + int64(p.count())*int64(len(Hash{})+4+4) + int64(indexTail)
	p.wide = (size - narrow) / 8
	if size < narrow {
		return errIndex
	}
	return nil
}

// find is the offset of an object within the pack.
func (p *pack) find(h Hash) (offset int64, found bool, err error) {
	if err := p.open(); err != nil {
		return 0, false, err
	}
	i, err := p.first(h)
	if err != nil || i == int(p.fan[h[0]]) {
		return 0, false, err
	}
	at, err := p.hash(i)
	if err != nil || at != h {
		return 0, false, err
	}
	offset, err = p.offset(i)
	return offset, true, err
}

// first is the place of the first hash that is not before h, among those of its
// first byte.
func (p *pack) first(h Hash) (int, error) {
	low := 0
	if h[0] > 0 {
		low = int(p.fan[h[0]-1])
	}
	high := int(p.fan[h[0]])
	var failed error
	i := low + sort.Search(high-low, func(i int) bool {
		at, err := p.hash(low + i)
		if err != nil {
			failed = err
			return true
		}
		return bytes.Compare(at[:], h[:]) >= 0
	})
	return i, failed
}

func (p *pack) hash(i int) (Hash, error) {
	var h Hash
	if _, err := p.index.ReadAt(h[:], int64(indexHead)+int64(i)*int64(len(h))); err != nil {
		return h, errIndex
	}
	return h, nil
}

func (p *pack) offset(i int) (int64, error) {
	var b [8]byte
	n := int64(p.count())
	table := int64(indexHead) + n*int64(len(Hash{})+4)
	if _, err := p.index.ReadAt(b[:4], table+4*int64(i)); err != nil {
		return 0, errIndex
	}
	narrow := binary.BigEndian.Uint32(b[:4])
	if narrow&wideOffset == 0 {
		return int64(narrow), nil
	}
	row := int64(narrow &^ uint32(wideOffset))
	if row >= p.wide {
		return 0, errIndex
	}
	if _, err := p.index.ReadAt(b[:], table+4*n+8*row); err != nil {
		return 0, errIndex
	}
	return int64(binary.BigEndian.Uint64(b[:]) & (1<<63 - 1)), nil
}

// withPrefix lists the objects whose hashes begin with at least two hexadecimal digits.
func (p *pack) withPrefix(digits string) ([]Hash, error) {
	if err := p.open(); err != nil {
		return nil, err
	}
	var low Hash
	if _, err := hex.Decode(low[:], []byte(digits[:len(digits)&^1])); err != nil {
		return nil, err
	}
	var found []Hash
	i, err := p.first(low)
	for ; err == nil && i < int(p.fan[low[0]]); i++ {
		var h Hash
		if h, err = p.hash(i); err != nil {
			break
		}
		if text := h.String(); text[:len(digits)] == digits {
			found = append(found, h)
		} else if text[:len(digits)] > digits {
			break
		}
	}
	return found, err
}

func (p *pack) close() error {
	var failed []error
	for _, file := range p.files {
		failed = append(failed, file.Close())
	}
	p.files, p.index, p.data = nil, nil, nil
	return errors.Join(failed...)
}
