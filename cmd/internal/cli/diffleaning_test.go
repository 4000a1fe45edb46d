package cli_test

import (
	"fmt"
	"maps"
	"strings"
	"testing"
	"time"

	"github.com/okrs-as-code/okrs/okr/origin"
)

const leaningRegister = `version: 1
organization: Corner Shop
teams: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}, {id: d, name: D}]
limits: {objectives: {min: 1, max: 9}, key_results: {min: 1, max: 9}}
`

// document is the goals of a team: an objective o with what is said about it, and its
// key results.
func document(team, more string, results ...string) string {
	text := fmt.Sprintf("version: 1\nteam: %s\ncycle: 2026-Q2\nobjectives:\n  - id: o\n    title: Everybody is served well\n    commitment: aspirational\n", team)
	if more != "" {
		text += "    " + more + "\n"
	}
	return text + "    key_results:\n" + strings.Join(results, "")
}

func counted(id, more string) string {
	text := fmt.Sprintf("      - id: %s\n        title: Guests who are served well rise from 0 to 100\n        metric: {unit: guests, baseline: 0, target: 100, source: till}\n", id)
	for line := range strings.Lines(more) {
		text += "        " + strings.TrimSuffix(line, "\n") + "\n"
	}
	return text + "        check_ins: [{date: 2026-04-20, value: 40, confidence: 5}]\n"
}

func reference(address string) string { return "      - ref: " + address + "\n" }

// committed makes a repository of some states, a day after the other.
func committed(t *testing.T, dir string, states ...map[string]string) []string {
	t.Helper()
	repository, err := origin.Create(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer repository.Close()
	var parents []origin.Hash
	var hashes []string
	for i, state := range states {
		files := make(map[string][]byte)
		for name, text := range state {
			files[name] = []byte(text)
		}
		if i > 0 {
			for name := range states[i-1] {
				if _, there := state[name]; !there {
					files[name] = nil
				}
			}
		}
		hash, err := repository.As("Team", "team@example.org").Write(origin.Draft{
			Parents: parents, Files: files, Message: "Objectives", When: time.Date(2026, time.May, 1+i, 12, 0, 0, 0, time.UTC),
		})
		if err != nil {
			t.Fatal(err)
		}
		parents, hashes = []origin.Hash{hash}, append(hashes, hash.String())
	}
	return hashes
}

// leanings are organisations in which something changes from one text to another, and
// what has to do with it stands in documents that stay as they are.
var leanings = map[string]struct {
	files    map[string]string
	from, to string // in the file a.yaml
	says     string // of the comparison, where the other documents are read; with ! what it does not say
}{
	"one who leans on where it was before it moved": {
		map[string]string{
			"a": document("a", "was: b/2026-Q2/gone", counted("k", "")), "b": document("b", "", counted("k", "")),
			"c": document("c", "supports: [b/2026-Q2/gone]", counted("k", "")),
		},
		"target: 100", "target: 60", `"by": "c/2026-Q2/o"`,
	},
	"one who leans on a key result that moved": {
		map[string]string{
			"a": document("a", "", counted("k", "was: b/2026-Q2/o/gone")), "b": document("b", "", counted("k", "")),
			"c": document("c", "depends_on: [b/2026-Q2/o/gone]", counted("k", "")),
		},
		"target: 100", "target: 60", `"by": "c/2026-Q2/o"`,
	},
	"one who lists it lists another's too": {
		map[string]string{
			"a": document("a", "", counted("k", "shared_with: [b]")),
			"b": document("b", "", reference("a/2026-Q2/o/k"), reference("c/2026-Q2/o/k")),
			"c": document("c", "", counted("k", "shared_with: [b]")),
		},
		"value: 40", "value: 60", `"before": 0.4,
      "after": 0.5,`,
	},
	"what it lists moved to a third": {
		map[string]string{
			"a": document("a", "", counted("k", ""), reference("b/2026-Q2/o/gone")),
			"b": document("b", "", counted("k", "shared_with: [a]")),
			"c": document("c", "", counted("moved", "was: b/2026-Q2/o/gone\nshared_with: [a]")),
		},
		"value: 40", "value: 60", `"before": 0.4,
      "after": 0.5,`,
	},
	"a link is written by today's name": {
		map[string]string{
			"a": document("a", "supports: [b/2026-Q2/old]", counted("k", "")),
			"b": document("b", "was: old", counted("k", "")),
		},
		"b/2026-Q2/old", "b/2026-Q2/o", `!re-aligned`,
	},
	"a link is written by today's address": {
		map[string]string{
			"a": document("a", "supports: [b/2026-Q2/old]", counted("k", "")),
			"b": document("b", "", counted("k", "")), "c": document("c", "was: b/2026-Q2/old", counted("k", "")),
		},
		"b/2026-Q2/old", "c/2026-Q2/o", `!re-aligned`,
	},
	"two documents of one team and cycle": {
		map[string]string{
			"a": document("a", "", counted("k", "")), "0": document("a", "", counted("k", ""), counted("l", "")),
		},
		"target: 100", "target: 60", "eased",
	},
	"an address with a letter by its number": {
		map[string]string{"a": document("a", "", counted("k", "")), "b": document("b", `supports: ["\x61/2026-Q2/o"]`, counted("k", ""))},
		"target: 100", "target: 60", `"by": "b/2026-Q2/o"`,
	},
	"an address over two lines": {
		map[string]string{"a": document("a", "", counted("k", "")), "b": document("b", "supports: [\"a/2026-\\\n      Q2/o\"]", counted("k", ""))},
		"target: 100", "target: 60", `"by": "b/2026-Q2/o"`,
	},
	"an address behind an alias, in a team behind another": {
		map[string]string{
			"a": document("a", "", counted("k", "")),
			"b": strings.Replace(document("b", "supports: [&up a/2026-Q2/o]\n    depends_on: [*up]", counted("k", "")), "team: b", "team: \"\\x62\"", 1),
		},
		"target: 100", "target: 60", `"how": "depends_on"`,
	},
	"what leaned before a thing was dropped": {
		map[string]string{
			"a": document("a", "", counted("k", ""), counted("l", "")), "b": document("b", "enables: [{for: a/2026-Q2/o/l, declined: Too late}]", counted("k", "")),
		},
		counted("l", ""), "", `"how": "enables"`,
	},
	"a former name is added, and a listing leads there now": {
		map[string]string{
			"a": document("a", "", counted("k", "initiatives: [One]")),
			"b": document("b", "", reference("a/2026-Q2/o/old")),
		},
		"initiatives: [One]", "was: old", `"team": "b"`,
	},
	"a word of the notes changes": {
		map[string]string{"a": document("a", "why_now: The season begins", counted("k", "")), "b": document("b", "supports: [a/2026-Q2/o]", counted("k", ""))},
		"The season", "Summer", `"reaches": []`,
	},
}

func TestDiffReadsWhatLeansOnAChange(t *testing.T) {
	for name, test := range leanings {
		t.Run(name, func(t *testing.T) {
			before := map[string]string{"okr.yaml": leaningRegister}
			for file, text := range test.files {
				before["okrs/2026-Q2/"+file+".yaml"] = text
			}
			after := maps.Clone(before)
			text := after["okrs/2026-Q2/a.yaml"]
			if after["okrs/2026-Q2/a.yaml"] = strings.Replace(text, test.from, test.to, 1); after["okrs/2026-Q2/a.yaml"] == text {
				t.Fatal("nothing changes")
			}
			dir := t.TempDir()
			hashes := committed(t, dir, before, after)
			said, _ := agree(t, dir, hashes[0], hashes[1])
			agree(t, dir, hashes[1], hashes[0])
			if without, not := strings.CutPrefix(test.says, "!"); strings.Contains(said, without) == not {
				t.Errorf("%s: %s", test.says, said)
			}
		})
	}
}

// TestDiffOfARegister holds that words in okr.yaml are no change, and that everything is
// read again where it means something else.
func TestDiffOfARegister(t *testing.T) {
	documents := map[string]string{
		"okrs/2026-Q2/a.yaml": document("a", "", counted("k", "")), "okrs/2026-Q2/b.yaml": document("b", "supports: [a/2026-Q2/o]", counted("k", "")),
		"more/c.yaml": document("c", "", counted("k", "")),
	}
	var states []map[string]string
	for _, register := range []string{
		leaningRegister, "# A comment\n" + strings.Replace(leaningRegister, "Corner Shop", `"Corner Shop"`, 1),
		leaningRegister + "scoring: {objective_score: min}\n", leaningRegister + "files: [okrs/**/*.yaml, more/*.yaml]\n",
		leaningRegister + "exclude: [okrs/2026-Q2/a.yaml]\n",
	} {
		state := maps.Clone(documents)
		state["okr.yaml"] = register
		states = append(states, state)
	}
	dir := t.TempDir()
	hashes := committed(t, dir, states...)
	for i, base := range hashes {
		for j, head := range hashes {
			said, _ := agree(t, dir, base, head)
			if nothing := strings.Contains(said, `"changes": []`); nothing != (min(i, j) == 0 && max(i, j) <= 1 || i == j) {
				t.Errorf("from state %d to %d: %s", i, j, said)
			}
		}
	}
}
