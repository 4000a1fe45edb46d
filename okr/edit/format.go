package edit

import (
	"bytes"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/tree"
)

// Format is a file in canonical layout, for `okr fmt`. The name decides about the
// order of keys: that of the schema of okr.yaml, or of a team document. Keys come
// in the order of the schema and unknown ones stay behind the key they follow;
// levels are indented by two columns, items too; one space stands behind a colon, a
// dash and a comma; blanks at the end of lines go, and the file ends with one line
// break. Nothing else changes: not one character of a key, a value or a comment,
// no quotes, no blank line, no byte order mark; line breaks become those that most
// lines have. Comments move with what they stand above, beside or at the end of.
//
// A file with findings comes back as it is, with them. So does, without any, one
// whose layout is too unusual to be changed with certainty: the result is read
// again and compared with what was there. Changed says whether out differs.
func Format(name string, data []byte) (out []byte, changed bool, findings []diag.Finding) {
	out, _, findings = format(name, data)
	return out, !bytes.Equal(out, data), findings
}

// verdict is why a file came back as it is.
type verdict uint8

const (
	done    verdict = iota
	unread          // the file has findings
	unusual         // its layout is one that we do not know
	refused         // the result would have said something else
)

func format(name string, data []byte) ([]byte, verdict, []diag.Finding) {
	t, findings := tree.Parse(name, data)
	if t == nil || len(findings) > 0 {
		return data, unread, findings
	}
	r, f, ok := readFile(t, data, shapeOf(name))
	if !ok {
		return data, unusual, nil
	}
	out := layout(r, f)
	if bytes.Equal(out, data) {
		return data, done, nil
	}
	after, findings := tree.Parse(name, out)
	if after == nil || len(findings) > 0 || !same(t, data, after, out) {
		return data, refused, nil
	}
	return out, done, nil
}
