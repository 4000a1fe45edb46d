package origin

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"os"
)

// The kinds of pack entries that are differences from another object.
const (
	offsetDelta    kind = 6
	referenceDelta kind = 7
)

// longestChain is more differences in a row than git ever writes.
const longestChain = 4096

var errPack = errors.New("the pack is damaged: run git fsck")

// entry is the start of an object in a pack.
type packEntry struct {
	offset int64
	kind   kind
	size   int64 // of what is deflated: for a difference, the difference
	base   int64 // offset of the object that a difference starts from
	ref    Hash  // its hash, where it is given by hash
}

// read is the object at an offset. Differences are followed to the object they
// start from, which is kept: the next version in history often starts from the
// same one.
func (p *pack) read(s *store, offset int64) (kind, []byte, error) {
	if err := p.openData(); err != nil {
		return 0, nil, err
	}
	var chain [][]byte
	var places []int64
	found, data := kind(0), []byte(nil)
	for data == nil {
		if kept, ok := s.bases.get(place{p, offset}); ok {
			found, data = kept.kind, kept.data
			break
		}
		entry, content, err := p.entry(offset)
		if err != nil {
			return 0, nil, err
		}
		places = append(places, offset)
		switch entry.kind {
		case offsetDelta:
			chain = append(chain, content)
			offset = entry.base
		case referenceDelta:
			chain = append(chain, content)
			base, there, err := p.find(entry.ref)
			if err != nil {
				return 0, nil, err
			}
			if !there || len(chain) > longestChain {
				return 0, nil, errPack
			}
			offset = base
		default:
			found, data = entry.kind, content
			s.bases.put(place{p, offset}, object{found, data})
		}
	}
	for i := len(chain) - 1; i >= 0; i-- {
		var err error
		if data, err = patch(data, chain[i]); err != nil {
			return 0, nil, err
		}
		s.bases.put(place{p, places[i]}, object{found, data})
	}
	return found, data, nil
}

func (p *pack) openData() error {
	if p.data != nil {
		return nil
	}
	file, err := os.Open(p.name + ".pack")
	if err != nil {
		return err
	}
	info, err := file.Stat()
	if err != nil {
		file.Close()
		return err
	}
	p.files = append(p.files, file)
	p.data, p.size = file, info.Size()
	return nil
}

// entry reads one object or difference, inflated.
func (p *pack) entry(offset int64) (packEntry, []byte, error) {
	const head, tail = 12, int64(len(Hash{})) // of the pack
	if offset < head || offset >= p.size-tail {
		return packEntry{}, nil, errPack
	}
	in := p.inflater.at(p.data, offset, p.size-tail-offset)
	entry, err := readEntry(in, offset)
	if err != nil {
		return entry, nil, errPack
	}
	if entry.size > largest {
		return entry, nil, errTooLarge
	}
	content, err := p.inflater.inflate(entry.size)
	return entry, content, err
}

// readEntry reads the start of an object: its kind and size, and what a
// difference starts from.
func readEntry(in *bufio.Reader, offset int64) (packEntry, error) {
	b, err := in.ReadByte()
	if err != nil {
		return packEntry{}, err
	}
	entry := packEntry{offset: offset, kind: kind(b >> 4 & 7), size: int64(b & 0x0f)}
	for shift := 4; b&0x80 != 0; shift += 7 {
		if b, err = in.ReadByte(); err != nil || shift > 56 {
			return entry, errPack
		}
		entry.size |= int64(b&0x7f) << shift
	}
	switch entry.kind {
	case commitKind, treeKind, blobKind, tagKind:
	case offsetDelta:
		back := int64(0)
		for i := 0; ; i++ {
			if b, err = in.ReadByte(); err != nil || i > 8 {
				return entry, errPack
			}
			back = back<<7 | int64(b&0x7f)
			if b&0x80 == 0 {
				break
			}
			back++
		}
		entry.base = offset - back
		if back <= 0 || entry.base < 0 {
			return entry, errPack
		}
	case referenceDelta:
		if _, err := io.ReadFull(in, entry.ref[:]); err != nil {
			return entry, err
		}
	default:
		return entry, errPack
	}
	return entry, nil
}

// inflater reads deflated parts of a file; it is used again and again, since
// making one costs more than reading a commit.
type inflater struct {
	section *io.SectionReader
	in      *bufio.Reader
	zlib    io.ReadCloser
}

// at points the inflater at a part of a file.
func (i *inflater) at(file *os.File, offset, size int64) *bufio.Reader {
	i.section = io.NewSectionReader(file, offset, size)
	if i.in == nil {
		i.in = bufio.NewReaderSize(i.section, 4096)
	} else {
		i.in.Reset(i.section)
	}
	return i.in
}

// inflate reads exactly size bytes from where the reader stands.
func (i *inflater) inflate(size int64) ([]byte, error) {
	var err error
	if i.zlib == nil {
		i.zlib, err = zlib.NewReader(i.in)
	} else {
		err = i.zlib.(zlib.Resetter).Reset(i.in, nil)
	}
	if err != nil {
		i.zlib = nil
		return nil, fmt.Errorf("%w (%w)", errPack, err)
	}
	data := make([]byte, size)
	if _, err := io.ReadFull(i.zlib, data); err != nil {
		return nil, fmt.Errorf("%w (%w)", errPack, err)
	}
	var end [1]byte
	if n, err := i.zlib.Read(end[:]); n != 0 || err != io.EOF {
		return nil, errPack // longer than it says, or its checksum is wrong
	}
	return data, nil
}

// patch applies a difference to the object it starts from.
func patch(base, delta []byte) ([]byte, error) {
	in := bytes.NewBuffer(delta)
	from, err := deltaSize(in)
	if err != nil || from != int64(len(base)) {
		return nil, errPack
	}
	to, err := deltaSize(in)
	if err != nil {
		return nil, errPack
	}
	if to > largest {
		return nil, errTooLarge
	}
	out := make([]byte, 0, to)
	for in.Len() > 0 {
		op, _ := in.ReadByte()
		var piece []byte
		if op&0x80 != 0 {
			start, size, ok := copied(in, op)
			if !ok || start+size > int64(len(base)) {
				return nil, errPack
			}
			piece = base[start : start+size]
		} else if piece = in.Next(int(op)); op == 0 || len(piece) != int(op) {
			return nil, errPack
		}
		if len(out)+len(piece) > cap(out) {
			return nil, errPack
		}
		out = append(out, piece...)
	}
	if int64(len(out)) != to {
		return nil, errPack
	}
	return out, nil
}

// copied reads which part of the base a difference repeats.
func copied(in *bytes.Buffer, op byte) (start, size int64, ok bool) {
	for i := range 7 {
		if op>>i&1 == 0 {
			continue
		}
		b, err := in.ReadByte()
		if err != nil {
			return 0, 0, false
		}
		if i < 4 {
			start |= int64(b) << (8 * i)
		} else {
			size |= int64(b) << (8 * (i - 4))
		}
	}
	if size == 0 {
		size = 0x10000
	}
	return start, size, true
}

func deltaSize(in *bytes.Buffer) (int64, error) {
	size := int64(0)
	for shift := 0; shift < 63; shift += 7 {
		b, err := in.ReadByte()
		if err != nil {
			return 0, err
		}
		size |= int64(b&0x7f) << shift
		if b&0x80 == 0 {
			return size, nil
		}
	}
	return 0, errPack
}
