package edit

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/diag"
)

func TestDeleteEntries(t *testing.T) {
	const list = "l:\n  - a\n  # of b\n  - b\n  - c\n\nz: 1\n"
	for name, v := range map[string][3]string{
		"none":                        {list, "", list},
		"two items":                   {list, "/l/1 /l/2", "l:\n  - a\n\nz: 1\n"},
		"in any order":                {list, "/l/2 /l/0", "l:\n  # of b\n  - b\n\nz: 1\n"},
		"one in another":              {list, "/l/1 /l", "\nz: 1\n"},
		"the same twice":              {list, "/l/1 /l/1", "l:\n  - a\n  - c\n\nz: 1\n"},
		"pairs that meet":             {"a: 1\n\nb: 2\n\nc: 3\n", "/b /c", "a: 1\n"},
		"the end of a list on a line": {"a: [x, y, z]\n", "/a/1 /a/2", "a: [x]\n"},
		"most of a list on a line":    {"a: [w, x, y, z]\n", "/a/0 /a/2 /a/3", "a: [x]\n"},
		"between braces":              {"a: {x: 1, y: 2, z: 3}\n", "/a/y /a/z", "a: {x: 1}\n"},
		"all of a block":              {list, "/l/0 /l/1 /l/2", "refused"},
		"one of them nowhere":         {list, "/l/0 /l/9", "refused"},
		"all of the file":             {"a: 1\nb: 2\n", "/a /b", "refused"},
	} {
		edits := DeleteEntries(parse(t, v[0]), []byte(v[0]), strings.Fields(v[1]))
		if got := made(t, v[0], edits); got != v[2] && !(v[1] == "" && edits == nil) {
			t.Errorf("%s: %q became %q, want %q", name, v[0], got, v[2])
		}
	}
}

// TestDeleteEntriesIsDeleteEntryTwice takes neighbours out of a real document at
// once, and one after the other.
func TestDeleteEntriesIsDeleteEntryTwice(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "..", "examples", "acme", "okrs", "2026-Q3", "checkout.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for i := range 3 {
		first, second := fmt.Sprintf("/objectives/%d/key_results/0/check_ins/%d", i, i), fmt.Sprintf("/objectives/%d/initiatives", i)
		both := made(t, string(data), DeleteEntries(parse(t, string(data)), data, []string{first, second}))
		once := made(t, string(data), DeleteEntry(parse(t, string(data)), data, second))
		twice := made(t, once, DeleteEntry(parse(t, once), []byte(once), first))
		if both != twice || len(both) >= len(data) {
			t.Errorf("%s and %s left\n%s\nwant\n%s", first, second, both, twice)
		}
	}
	var edits []diag.Edit
	if edits = DeleteEntries(parse(t, string(data)), data, []string{"/objectives/0", "/objectives/2"}); len(edits) != 2 || !slices.IsSortedFunc(edits, byPlace) {
		t.Errorf("%v", edits)
	}
}
