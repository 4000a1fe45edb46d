package diff

import (
	"bytes"
	"strings"

	"github.com/okrs-as-code/okrs/okr/source"
)

// settingPlace is where okr.yaml writes a setting: after the change, else before it, else
// nowhere. Settings keep no places of their own, because few are ever spoken of.
func (r *reader) settingPlace(name string) Place {
	if span := writtenAt(r.after.File, name); !span.IsZero() {
		return Place{File: r.after.File, Span: span}
	}
	if span := writtenAt(r.before.File, name); !span.IsZero() {
		return Place{File: r.before.File, Span: span, Before: true}
	}
	return Place{}
}

// writtenAt looks for the key of a setting by its path, "calendar.grace_days": the
// section, which begins its line, and in it each further part of the path. It knows as
// much of YAML as the keys of settings need, and finds nothing where that is too little.
// A cycle is an entry of a list, and what names it is its id.
func writtenAt(file *source.File, name string) source.Span {
	if file == nil {
		return source.Span{}
	}
	text := file.Text()
	section, rest, _ := strings.Cut(name, ".")
	found, end := sectionOf(text, section)
	if found.IsZero() || rest == "" {
		return found
	}
	if section == "cycles" {
		return wordIn(text, found.End, end, rest, func([]byte) bool { return true })
	}
	keys := strings.Split(rest, ".")
	if section == "units" {
		keys = []string{rest}
	}
	for i, key := range keys {
		at := wordIn(text, found.End, end, key, colonFollows)
		switch {
		case !at.IsZero():
			found = at
		case i > 0:
			return found // as much of the path as is written
		default:
			return source.Span{}
		}
	}
	return found
}

// sectionOf is the key of a section and where the section ends; of a file that is one
// mapping in braces, where the file ends.
func sectionOf(text []byte, section string) (key source.Span, end uint32) {
	if bytes.HasPrefix(bytes.TrimSpace(text), []byte("{")) {
		return wordIn(text, 0, uint32(len(text)), section, colonFollows), uint32(len(text))
	}
	inside := false
	for start := 0; start < len(text); {
		stop := len(text)
		if n := bytes.IndexByte(text[start:], '\n'); n >= 0 {
			stop = start + n + 1
		}
		line := text[start:stop]
		switch at := wordIn(text, uint32(start), uint32(stop), section, colonFollows); {
		case inside && !strings.ContainsRune(" \t#-}]\r\n", rune(line[0])):
			return key, uint32(start)
		case !inside && !at.IsZero() && at.Start-uint32(start) <= 1 && (line[0] == section[0] || line[0] == '"' || line[0] == '\''):
			inside, key = true, at
		}
		start = stop
	}
	return key, uint32(len(text))
}

// wordIn is the first place of a word between two offsets that stands by itself, outside
// of comments, and that is followed by what it should be. Case makes no difference, as
// it makes none in units.
func wordIn(text []byte, from, to uint32, word string, follows func([]byte) bool) source.Span {
	for at := int(from); at+len(word) <= int(to); at++ {
		blank := at == 0 || text[at-1] == ' ' || text[at-1] == '\t' || text[at-1] == '\n'
		if text[at] == '#' && blank {
			end := bytes.IndexByte(text[at:to], '\n')
			if end < 0 {
				break
			}
			at += end
			continue
		}
		after := text[at+len(word):]
		alone := at == 0 || !nameByte(text[at-1])
		if alone && strings.EqualFold(string(text[at:at+len(word)]), word) && (len(after) == 0 || !nameByte(after[0])) && follows(after) {
			return source.Span{Start: uint32(at), End: uint32(at + len(word))}
		}
	}
	return source.Span{}
}

func nameByte(c byte) bool {
	return c == '_' || c == '-' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
}

// colonFollows reports whether what stands behind a word makes a key of it.
func colonFollows(rest []byte) bool {
	if len(rest) > 0 && (rest[0] == '"' || rest[0] == '\'') {
		rest = rest[1:]
	}
	rest = bytes.TrimLeft(rest, " \t")
	return len(rest) > 0 && rest[0] == ':'
}
