package score_test

import (
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/score"
)

// published is a past whose published state is another workspace.
type published struct {
	by okr.BasisKind
	ws *okr.Workspace
}

func (p published) Basis(*okr.Cycle) okr.Basis {
	return okr.Basis{By: p.by, Revision: "0123456789abcdef0123456789abcdef01234567"}
}

func (p published) Published(team, cycle string) *okr.Document { return p.ws.Document(team, cycle) }

// remembered is a past that also knows what came and went.
type remembered struct {
	published
	last  *okr.Workspace
	first map[string]okr.Date
	began *okr.Workspace    // the first versions of what joined; nil where they are unknown
	names map[string]string // by address, those that versions gave later, as "o/x o/y" in the same document
	asked map[string]bool   // for whose names somebody asked; nil where nobody listens
}

func (r remembered) Renamed(address string) []string {
	if r.asked != nil {
		r.asked[address] = true
	}
	var names []string
	for name := range strings.FieldsSeq(r.names[address]) {
		if !strings.Contains(name, "2026") {
			name = strings.Join(strings.Split(address, "/")[:2], "/") + "/" + name
		}
		names = append(names, name)
	}
	return names
}

func (r remembered) FirstSeen(address string) okr.Date { return r.first[address] }

func (r remembered) First(address string) *okr.KeyResult {
	a, err := okr.ParseAddress(address)
	if err != nil || r.began == nil {
		return nil
	}
	link, _ := r.began.Find(a)
	return link.KeyResult
}

func (r remembered) Joined(team, cycle string) bool {
	for address, on := range r.first {
		if strings.HasPrefix(address, team+"/"+cycle+"/") && on > okr.NewDate(2026, 1, 15) {
			return !strings.Contains(address, "/y") // y joined a document that was there
		}
	}
	return false
}

func (r remembered) LastSeen(address string) *okr.KeyResult {
	a, err := okr.ParseAddress(address)
	if err != nil {
		return nil
	}
	link, _ := r.last.Find(a)
	return link.KeyResult
}

func byHistory(t *testing.T, documents files) published {
	t.Helper()
	return published{okr.ByHistory, workspace(t, "", documents)}
}

// TestVanished is O21: what was published and is gone counts at its last value.
func TestVanished(t *testing.T) {
	then := files{"a": objectives(objective("o", "aspirational", "", unread("x"), unread("y"), scored("z", "0.4")))}
	last := files{"a": objectives(objective("o", "aspirational", "", scored("x", "0.9"), scored("y", "0.8"), scored("z", "0.1")))}
	now := workspace(t, "", files{"a": objectives(objective("o", "aspirational", "", scored("x", "0.9"), scored("y", "0.8")))})
	past := remembered{published: byHistory(t, then), last: workspace(t, "", last)}

	o := first(readWith(t, now, past, "03-20"))
	want(t, "O21", o.Score, "0.6")
	want(t, "O21 amended", o.Amended, "0.85")
	z := o.KeyResults[2]
	is(t, "vanished", z.Vanished, true)
	is(t, "counts", z.Counts, true)
	is(t, "address", z.Address(), "a/2026-Q1/o/z")
	want(t, "amended score of what is gone", z.Amended, "null")
	is(t, "coverage", o.Coverage, score.Coverage{Measured: 3, Total: 3})
	want(t, "without a memory the published reading is the last", first(readWith(t, now, past.published, "03-20")).Score, "0.7")
	want(t, "in the grace", first(readWith(t, now, past, "01-14")).Score, "null")
	is(t, "listed in the grace", len(first(readWith(t, now, past, "01-14")).KeyResults), 2)
}

// TestVanishedObjectivesAndDocuments holds that deleting more than a line is no way out.
func TestVanishedObjectivesAndDocuments(t *testing.T) {
	then := files{
		"a": objectives(one("kept", "0.2", ""), one("dropped", "0.4", "")),
		"b": objectives(one("all", "0.6", "")),
	}
	now := workspace(t, "", files{"a": objectives(one("kept", "0.8", ""))})
	r := readWith(t, now, byHistory(t, then), "03-20")
	is(t, "teams", len(r.Teams), 2)
	is(t, "vanished", r.Teams[0].Objectives[1].Vanished, true)
	want(t, "a", r.Teams[0].Score, "0.6")
	want(t, "b", r.Teams[1].Score, "0.6")
	want(t, "cycle amended", r.Amended, "0.8")
	if r.Teams[1].Document != nil {
		t.Error("b has no document any more")
	}
}

// TestRenamedAndMoved holds that what has a new name or a new place is the same.
func TestRenamedAndMoved(t *testing.T) {
	then := files{
		"a": objectives(objective("o", "aspirational", "", keyResult("x", "unit: EUR, baseline: 0, target: 2", checkIns("02-01 1")), keyResult("y", "unit: EUR, baseline: 0, target: 2"))),
		"b": objectives(one("p", "0.5", "")),
	}
	now := workspace(t, "", files{
		"a": objectives(objective("renamed", "aspirational", "was: o", scored("x2", "1", "was: x"))),
		"b": objectives(one("p", "0.5", ""), objective("q", "aspirational", "", scored("y", "1", "was: a/2026-Q1/o/y"))),
	})
	r := readWith(t, now, byHistory(t, then), "03-20")
	for _, team := range r.Teams {
		for _, o := range team.Objectives {
			for _, k := range o.KeyResults {
				is(t, k.Address()+" is", k.State, score.Open)
				is(t, k.Address()+" vanished", k.Vanished, false)
			}
		}
	}
	want(t, "x by its published target", r.Teams[0].Score, "0.5")
	want(t, "y by its published target", r.Teams[1].Objectives[1].Score, "0.5")
}

// TestHistoryIsOfficial holds that the published document decides, not what the
// amendments say, and that a silent change shows.
func TestHistoryIsOfficial(t *testing.T) {
	target := func(n, rest string) string {
		return keyResult("x", "unit: EUR, baseline: 0, target: "+n, checkIns("02-01 40"), rest)
	}
	then := files{"a": objectives(objective("o", "committed", "", keyResult("x", "unit: EUR, baseline: 0, target: 100", "weight: 1"), scored("w", "0", "weight: 0")))}
	for _, v := range []struct{ id, line, score, amended, undeclared string }{
		{"nothing changed", target("100", "weight: 1"), "0.4", "0.4", ""},
		{"with an amendment", target("50", amended("02-10 field: target, from: 100, to: 50")), "0.4", "0.8", ""},
		{"without one", target("50", "weight: 1"), "0.4", "0.8", "target"},
		{"with one that tells something else", target("50", amended("02-10 field: target, from: 80, to: 50")), "0.4", "0.8", "target"},
		{"another spelling is no change", keyResult("x", `kind: increase, unit: EUR, baseline: 0.0, target: 100.00`, checkIns("02-01 40")), "0.4", "0.4", ""},
		{"several fields", keyResult("x", "unit: people, baseline: 0, target: 50", checkIns("02-01 40"), "weight: 2"), "0.4", "0.8", "unit target weight"},
		{"a corrected baseline", keyResult("x", "unit: EUR, baseline: 20, target: 100", checkIns("02-01 40"), amended("02-10 field: baseline, from: 0, to: 20")), "0.25", "0.25", ""},
	} {
		t.Run(v.id, func(t *testing.T) {
			now := workspace(t, "", files{"a": objectives(objective("o", "aspirational", "", v.line, scored("w", "0", "weight: 0")))})
			for _, by := range []okr.BasisKind{okr.ByHistory, okr.ByTag} {
				past := published{by, workspace(t, "", then)}
				r := readWith(t, now, past, "03-20")
				is(t, "basis", r.Basis, past.Basis(nil))
				is(t, "commitment", first(r).Commitment, okr.Committed)
				want(t, "score", only(r).Score, v.score)
				want(t, "amended score", only(r).Amended, v.amended)
				is(t, "undeclared", strings.Join(only(r).Undeclared, " "), v.undeclared)
				is(t, "state", only(r).State, score.Open)
			}
		})
	}
	is(t, "without a past", read(t, workspace(t, "", then), "03-20").Basis, okr.Basis{By: okr.ByAmendments})
}

// TestDomainIsNoPromise holds that a domain mended later also holds for what was
// published.
func TestDomainIsNoPromise(t *testing.T) {
	metric := "unit: percent, baseline: 20, target: 140"
	past := published{okr.ByTag, workspace(t, "", files{"a": objectives(objective("o", "committed", "", keyResult("k", metric)))}, "value-out-of-domain")}
	now := workspace(t, "", files{"a": objectives(objective("o", "committed", "", keyResult("k", metric+", domain: {min: 0}, aggregate: max", checkIns("02-01 80"))))})
	k := only(readWith(t, now, past, "03-20"))
	want(t, "score", k.Score, "0.5")
	is(t, "undeclared", strings.Join(k.Undeclared, " "), "aggregate")
}

// TestGrace holds that the file itself is official while the grace runs, unless a
// tag has ended it.
func TestGrace(t *testing.T) {
	line := func(target string) string {
		return keyResult("x", "unit: EUR, baseline: 0, target: "+target, checkIns("01-09 40"))
	}
	then := workspace(t, "", files{"a": objectives(objective("o", "committed", "", line("100")))})
	now := workspace(t, "", files{"a": objectives(objective("o", "committed", "", line("50")))})
	r := readWith(t, now, published{okr.ByHistory, then}, "01-10")
	want(t, "by history", r.Score, "0.8")
	is(t, "basis", r.Basis, okr.Basis{By: okr.ByHistory})
	want(t, "by tag", readWith(t, now, published{okr.ByTag, then}, "01-10").Score, "0.4")
	want(t, "a past that only has amendments", readWith(t, now, published{okr.ByAmendments, then}, "02-10").Score, "0.8")
}

// TestAdded holds what joined after publication: counted, marked, with its own
// start and with the definition it began with.
func TestAdded(t *testing.T) {
	then := files{"a": objectives(objective("o", "aspirational", "", scored("x", "0.2")))}
	added := keyResult("y", "unit: EUR, baseline: 0, target: 50", checkIns("02-01 20", "02-20 40"), amended("02-10 field: target, from: 100, to: 50"))
	now := workspace(t, "", files{
		"a": objectives(objective("o", "aspirational", "", scored("x", "0.2"), added)),
		"b": objectives(one("p", "0.9", "")),
	})
	r := readWith(t, now, byHistory(t, then), "03-02")
	y := first(r).KeyResults[1]
	is(t, "x", only(r).State, score.Open)
	is(t, "y", y.State, score.Added)
	is(t, "y counts", y.Counts, true)
	want(t, "score", y.Score, "0.4")
	want(t, "amended score", y.Amended, "0.8")
	is(t, "began with its first check-in", y.Began.String(), "2026-02-01")
	want(t, "elapsed", &y.Pace.Elapsed, "30/59")
	is(t, "a document of its own", r.Teams[1].Objectives[0].KeyResults[0].State, score.Added)

	first := map[string]okr.Date{"a/2026-Q1/o/y": day(t, "01-25"), "b/2026-Q1/p/k": day(t, "02-02"), "a/2026-Q1/o/x": day(t, "01-02")}
	then["b"] = objectives(one("p", "null", ""))
	r = readWith(t, now, remembered{published: byHistory(t, then), last: now, first: first}, "03-02")
	is(t, "began when it was first seen", r.Teams[0].Objectives[0].KeyResults[1].Began.String(), "2026-01-25")
	is(t, "a document published late", r.Teams[1].Objectives[0].KeyResults[0].State, score.Added)
	is(t, "x", only(r).State, score.Open)

	began := workspace(t, "", files{"a": objectives(objective("o", "aspirational", "", scored("x", "0.2"), keyResult("y", "unit: EUR, baseline: 0, target: 200")))})
	r = readWith(t, now, remembered{published: byHistory(t, then), last: now, first: first, began: began}, "03-02")
	want(t, "score by its first version", r.Teams[0].Objectives[0].KeyResults[1].Score, "0.2")
}

// TestSharedWithAPast holds that a listing follows the published state of its
// definition, and that dropping the listing is no way out.
func TestSharedWithAPast(t *testing.T) {
	definition := func(target string) string {
		return objectives(objective("o", "aspirational", "", keyResult("s", "unit: EUR, baseline: 0, target: "+target, checkIns("02-01 40"), "shared_with: [b]")))
	}
	listing := objectives(objective("p", "aspirational", "", "      {ref: a/2026-Q1/o/s, weight: 2},\n", scored("y", "1")))
	past := byHistory(t, files{"a": definition("100"), "b": listing})

	r := readWith(t, workspace(t, "", files{"a": definition("50"), "b": listing}), past, "03-20")
	want(t, "score of the listing", r.Teams[1].Objectives[0].KeyResults[0].Score, "0.4")
	want(t, "amended score of the listing", r.Teams[1].Objectives[0].KeyResults[0].Amended, "0.8")
	is(t, "state of the listing", r.Teams[1].Objectives[0].KeyResults[0].State, score.Open)

	dropped := objectives(objective("p", "aspirational", "", scored("y", "1")))
	r = readWith(t, workspace(t, "", files{"a": definition("100"), "b": dropped}, "one-way-share"), past, "03-20")
	gone := r.Teams[1].Objectives[0].KeyResults[1]
	is(t, "vanished", gone.Vanished, true)
	want(t, "b", r.Teams[1].Score, "0.6")
	is(t, "coverage", r.Coverage, score.Coverage{Measured: 2, Total: 2})
}

// TestSharedDefinitionThatVanished holds that deleting a shared key result takes
// it out of nobody's score, and that it is still counted once.
func TestSharedDefinitionThatVanished(t *testing.T) {
	shared := keyResult("s", points, checkIns("02-01 0.4"), "shared_with: [b]")
	listing := objectives(objective("p", "aspirational", "", "      {ref: a/2026-Q1/o/s},\n", scored("y", "1")))
	past := byHistory(t, files{"a": objectives(objective("o", "aspirational", "", shared, scored("x", "0.8"))), "b": listing})
	now := workspace(t, "", files{"a": objectives(objective("o", "aspirational", "", scored("x", "0.8"))), "b": listing}, "dangling-link")
	for id, past := range map[string]okr.Past{"published": past, "remembered": remembered{published: past, last: past.ws}} {
		r := readWith(t, now, past, "03-20")
		want(t, id+" a", r.Teams[0].Score, "0.6")
		want(t, id+" b", r.Teams[1].Score, "0.7")
		want(t, id+" b amended", r.Teams[1].Amended, "1")
		is(t, id+" coverage", r.Coverage, score.Coverage{Measured: 3, Total: 3})
		is(t, id+" shared with", r.Teams[1].Objectives[0].KeyResults[0].SharedWith[0], now.Team("a"))
	}
}

// TestMovedAcrossCycles holds that what moved to another cycle left this one.
func TestMovedAcrossCycles(t *testing.T) {
	then := files{"a": objectives(objective("o", "aspirational", "", scored("x", "0.2"), scored("y", "0.8")))}
	now := workspace(t, "", files{
		"a":         objectives(objective("o", "aspirational", "", scored("y", "0.8"))),
		"a/2026-Q2": objectives(objective("o", "aspirational", "", unread("x", "was: a/2026-Q1/o/x"))),
	})
	want(t, "score", readWith(t, now, byHistory(t, then), "03-20").Score, "0.5")
}

// TestWhatCountsFollowsWhatWasPublished holds that neither a later start nor a
// measurement that was put off takes readings out of the official score.
func TestWhatCountsFollowsWhatWasPublished(t *testing.T) {
	result := func(rest string) string {
		return keyResult("x", "unit: EUR, baseline: 0, target: 100, aggregate: min"+rest, checkIns("01-20 20", "02-20 80"))
	}
	then := files{"a": objectives(objective("o", "aspirational", "", result(""), scored("y", "0.5")))}
	read := func(now string) *score.Objective {
		ws := workspace(t, "", files{"a": objectives(objective("o", "aspirational", "", now, scored("y", "0.5")))})
		return first(readWith(t, ws, byHistory(t, then), "03-02"))
	}
	start := strings.Replace(result(""), "check_ins", "starts: 2026-02-01, check_ins", 1)
	o := read(start)
	want(t, "with a later start", o.KeyResults[0].Score, "0.2")
	want(t, "with a later start, amended", o.KeyResults[0].Amended, "0.8")
	want(t, "the objective, amended", o.Amended, "0.65")
	o = read(result(", observable_on: 2026-03-20"))
	want(t, "put off", o.KeyResults[0].Score, "0.2")
	want(t, "put off, amended", o.KeyResults[0].Amended, "null")
	want(t, "the objective by what was published", o.Score, "0.35")
	want(t, "the objective without what was put off", o.Amended, "0.5")
}
