package report

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diff"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/source"
)

// changed is a reading of changes without places, in settings that nobody changed.
func changed(changes ...*diff.Change) *diff.Reading {
	ws := &okr.Workspace{Settings: okr.DefaultSettings()}
	return &diff.Reading{Before: ws, After: ws, Changes: changes}
}

func keyResultChange(verdict diff.Verdict, field string) *diff.Change {
	return &diff.Change{Kind: diff.KeyResult, Verdict: verdict, Field: field, Address: "a/2026-Q3/b/c", Message: "message"}
}

// TestDiffContract holds the fields and their order, which programs rely on.
func TestDiffContract(t *testing.T) {
	r := changed(keyResultChange(diff.Eased, "target"))
	one := metric.Ratio(1, 3)
	r.Attribution = []diff.Attribution{{
		Team: &okr.Team{ID: okr.Text{V: "a"}}, Cycle: &okr.Cycle{ID: "2026-Q3"}, Split: diff.Split{After: &one, Definition: one},
		KeyResults: []diff.KeyResultSplit{{Address: "a/2026-Q3/b/c"}},
	}}
	r.Blast = diff.Blast{Reaches: []diff.Reach{{How: diff.Carries}}, Teams: []*okr.Team{{}}}
	data := Diff(r, DiffOptions{Base: "ba5e"}).Data.(Fields)
	if got := names(t, data); got != "version,base,head,summary,changes,attribution,blast,as_of,findings" {
		t.Error(got)
	}
	if data[0].Value != 1 || data[1].Value != "ba5e" || data[2].Value != nil {
		t.Errorf("%v", data[:3])
	}
	if got := names(t, data[3].Value); got != "score_before,score_after,cycle,definition,progress,changes,definitions,eased,undeclared" {
		t.Error(got)
	}
	wants := map[string]string{
		"changes": "kind,address,verdict,path,line,before,after,message," +
			"field,stretch,declared,late,reason,column,gone,team,cycle",
		"attribution": "team,cycle,before,after,definition,progress,key_results",
	}
	for _, f := range data {
		items, list := f.Value.(Seq)
		if !list {
			continue
		}
		for item := range items {
			if want := wants[f.Name]; names(t, item) != want {
				t.Errorf("%s: %s", f.Name, names(t, item))
			}
			if f.Name == "changes" {
				for _, absent := range []int{3, 4, 5, 6, 9, 12, 13, 15, 16} {
					if value := item.(Fields)[absent]; !absentValue(value.Value) {
						t.Errorf("%s is %v, not null", value.Name, value.Value)
					}
				}
			} else if split := item.(Fields); fmt.Sprintf("%v %v %v", split[2].Value, split[3].Value, split[4].Value) != "<nil> 0.3333 0.3333" {
				t.Errorf("%v", split)
			}
		}
	}
	blast := data[6].Value.(Fields)
	for item := range blast[0].Value.(Seq) {
		if got := names(t, item); got != "changed,by,team,how" {
			t.Error(got)
		}
	}
	for item := range blast[1].Value.(Seq) {
		if got := names(t, item); got != "team,handle" {
			t.Error(got)
		}
	}
}

func absentValue(v any) bool {
	text, isText := v.(*string)
	return v == nil || isText && text == nil
}

// TestDiffRecords holds the values of a row in the order of the columns.
func TestDiffRecords(t *testing.T) {
	text := func(s string) *string { return &s }
	stretch := metric.Ratio(1, 4)
	file := source.NewFile(nil, "a.yaml", []byte("one\n  two\n"))
	doc := Diff(changed(&diff.Change{
		Kind: "kind", Address: "address", Verdict: "verdict", Field: "field", Before: text("before"), After: text("after"), Stretch: &stretch,
		Declared: true, Reason: "reason", Message: "message", Team: &okr.Team{ID: okr.Text{V: "team"}}, Cycle: &okr.Cycle{ID: "cycle"},
		Place: diff.Place{File: file, Span: source.Span{Start: 6, End: 9}},
	}), DiffOptions{Path: func(p string) string { return "in/" + p }})
	fixed := map[string]string{"stretch": "0.25", "declared": "true", "late": "false", "path": "in/a.yaml", "line": "2", "column": "3"}
	for row := range doc.Records.Rows {
		if len(row) != len(doc.Records.Columns) {
			t.Fatalf("%d values for %d columns", len(row), len(doc.Records.Columns))
		}
		for i, name := range doc.Records.Columns {
			want, set := fixed[name]
			if !set {
				want = name
			}
			if row[i] != want {
				t.Errorf("%s is %q, not %q", name, row[i], want)
			}
		}
	}
}

// TestVerdictsAreKnown finds the verdict or the relation that the reading has and the
// report does not know.
func TestVerdictsAreKnown(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "../diff/diff.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 {
			return true
		}
		kind, _ := spec.Type.(*ast.Ident)
		value, _ := spec.Values[0].(*ast.BasicLit)
		if kind == nil || value == nil {
			return true
		}
		text, _ := strconv.Unquote(value.Value)
		switch kind.Name {
		case "Verdict":
			found++
			if e := (&edit{Change: &diff.Change{Verdict: diff.Verdict(text)}}); e.rank() == len(verdicts) {
				t.Errorf("the verdict %s has no place in the order", text)
			}
		case "Relation":
			found++
			if relationWords[diff.Relation(text)] == "" || relationSays[diff.Relation(text)] == "" {
				t.Errorf("no words for the relation %s", text)
			}
		}
		return true
	})
	if found != len(verdicts)+len(relationWords) {
		t.Errorf("%d verdicts and relations, the report knows %d and %d", found, len(verdicts), len(relationWords))
	}
}

func TestRoomIsShared(t *testing.T) {
	for _, v := range []struct {
		rows []int
		want string
	}{
		{[]int{3000, 0, 3000, 2}, "[79 0 79 2]"},
		{[]int{10, 20, 30, 40}, "[10 20 30 40]"},
		{[]int{3000, 3000, 3000, 3000}, "[40 40 40 40]"},
		{[]int{0, 0, 500, 0}, "[0 0 160 0]"},
	} {
		var list []section
		for _, n := range v.rows {
			list = append(list, section{rows: n})
		}
		if got := fmt.Sprint(roomsOf(list, roomOfComment)); got != v.want {
			t.Errorf("%v: %s, not %s", v.rows, got, v.want)
		}
	}
}

// TestCommentSharesItsRoom holds that each table of a large change has its beginning in
// the comment before any of them goes on.
func TestCommentSharesItsRoom(t *testing.T) {
	r := changed()
	team, cycle := &okr.Team{ID: okr.Text{V: "a"}}, &okr.Cycle{ID: "2026-Q3"}
	a := diff.Attribution{Team: team, Cycle: cycle}
	for i := range 3000 {
		r.Changes = append(r.Changes, keyResultChange(diff.Eased, "target"))
		a.KeyResults = append(a.KeyResults, diff.KeyResultSplit{Address: fmt.Sprint("k", i)})
	}
	r.Attribution = []diff.Attribution{a}
	var folds []string
	rows := 0
	for _, b := range Diff(r, DiffOptions{}).Comment.Blocks {
		fold, ok := b.(Fold)
		if !ok {
			continue
		}
		folds = append(folds, fold.Summary)
		for range fold.Blocks[0].(Table).Rows {
			rows++
		}
	}
	want := []string{
		goalpostQuestion, "3000 changes of definitions, line by line",
		"3000 changes of definitions, line by line, continued", goalpostQuestion + ", continued",
	}
	if !slices.Equal(folds, want) || rows != 3000+3001+1 {
		t.Errorf("%d rows in %q", rows, folds)
	}
}

// TestWhatAndDeclaration holds the words of a single change.
func TestWhatAndDeclaration(t *testing.T) {
	for _, v := range []struct {
		change            diff.Change
		what, declaration string
	}{
		{diff.Change{Verdict: diff.Eased, Message: "target 1 → 2: eased, by half."}, "target 1 → 2, by half", ""},
		{diff.Change{Verdict: diff.Hardened, Message: "low 1 → 2: hardened", Late: true}, "low 1 → 2", "no amendment"},
		{diff.Change{Verdict: diff.Dropped, Message: "gone", Late: true}, "gone", "no cancellation"},
		{diff.Change{Verdict: diff.Dropped, Message: "gone", Late: true, Declared: true}, "gone", "declared"},
		{diff.Change{Verdict: diff.Eased, Field: "fail_at", Late: true, Declared: true, Reason: "a\n b"}, "fail at", "declared: “a b”"},
		{diff.Change{Verdict: diff.Reworded, Kind: diff.KeyResult, Late: true}, "key result", ""},
		{diff.Change{Verdict: diff.Added, Message: strings.Repeat("é", 300)}, strings.Repeat("é", 239) + "…", ""},
	} {
		e := &edit{Change: &v.change}
		if what, declaration := e.what(), e.declaration().Text; what != v.what || declaration != v.declaration {
			t.Errorf("%q and %q, not %q and %q", what, declaration, v.what, v.declaration)
		}
	}
}

func TestClipped(t *testing.T) {
	for in, want := range map[string]string{"": "", "abc": "abc", "abcd": "abcd", "abcde": "abc…", "ab  cd": "ab…", " ä\nö ": "ä ö", "日本語文字": "日本語…"} {
		if got := clipped(in, 4); got != want {
			t.Errorf("%q becomes %q, not %q", in, got, want)
		}
	}
}

// TestGroups holds that documents keep their order, and that within an objective what
// matters most, and what nobody declared, comes first.
func TestGroups(t *testing.T) {
	cycle := &okr.Cycle{ID: "2026-Q3"}
	objective := func(id string) *okr.Objective {
		return &okr.Objective{ID: okr.Text{V: id}, Document: &okr.Document{TeamID: okr.Text{V: "a"}, CycleID: okr.Text{V: "2026-Q3"}}}
	}
	x, y := objective("x"), objective("y")
	b, a := &okr.Team{ID: okr.Text{V: "b"}}, &okr.Team{ID: okr.Text{V: "a"}}
	change := func(message string, team *okr.Team, o *okr.Objective, verdict diff.Verdict, late bool) *diff.Change {
		return &diff.Change{Kind: diff.KeyResult, Message: message, Team: team, Cycle: cycle, ObjectiveAfter: o, Verdict: verdict, Late: late}
	}
	r := changed(
		&diff.Change{Kind: diff.Policy, Verdict: diff.PolicyChanged, Message: "0"},
		change("aside", b, x, diff.Reworded, false), change("1", b, nil, diff.Added, false),
		change("4", a, x, diff.Added, false), change("5", a, x, diff.Neutral, false),
		change("3", a, y, diff.Eased, false), change("2", a, y, diff.Eased, true),
	)
	v := &diffView{Reading: r, edits: editsOf(r)}
	for _, e := range v.edits {
		if !e.aside() {
			v.definitions = append(v.definitions, e)
		}
	}
	sortEdits(v.definitions)
	got := ""
	for _, g := range v.groups() {
		got += "[" + g.title + "]"
		for _, part := range g.parts {
			if part.objective != nil {
				got += part.objective.ID.V + ":"
			}
			for _, e := range part.edits {
				got += e.Message
			}
		}
	}
	if want := "[okr.yaml]0[b · 2026-Q3]1[a · 2026-Q3]y:23x:45"; got != want {
		t.Errorf("%s, not %s", got, want)
	}
}

// TestRemarksStandWhereTheFilesAreNow holds where each change is shown, and how
// gravely.
func TestRemarksStandWhereTheFilesAreNow(t *testing.T) {
	before := source.NewFile(nil, "old.yaml", []byte("gone\n"))
	after := source.NewFile(nil, "new.yaml", []byte("\n\nobjective\n"))
	at := &okr.Objective{ID: okr.Text{V: "objective", Span: source.Span{Start: 2, End: 11}}, Document: &okr.Document{File: after}}
	gone := diff.Place{File: before, Span: source.Span{Start: 0, End: 4}, Before: true}
	doc := Diff(changed(
		&diff.Change{Kind: diff.KeyResult, Verdict: diff.Dropped, Late: true, Place: gone, ObjectiveAfter: at},
		&diff.Change{Kind: diff.Objective, Verdict: diff.Dropped, Late: true, Declared: true, Place: gone},
		&diff.Change{Kind: diff.KeyResult, Verdict: diff.Added, Place: diff.Place{File: after, Span: source.Span{Start: 2, End: 3}}},
		&diff.Change{Kind: diff.Policy, Verdict: diff.PolicyChanged},
		&diff.Change{Kind: diff.Document, Verdict: diff.Dropped, Late: true, Place: gone},
		&diff.Change{Kind: diff.CheckIn, Verdict: diff.CheckedIn}, &diff.Change{Verdict: diff.Reworded}, &diff.Change{Verdict: diff.Moved},
	), DiffOptions{Path: func(p string) string { return "in/" + p }})
	got := ""
	for _, f := range doc.Remarks.Items {
		got += fmt.Sprintf("%s %s %s:%d; ", f.Severity, f.Rule, f.Path, f.Line)
	}
	if hint := doc.Remarks.Items[1].Hint; !strings.HasPrefix(hint, "keep the file") {
		t.Error(hint)
	}
	if want := "warning dropped in/new.yaml:3; warning dropped in/old.yaml:0; info dropped in/old.yaml:0; info policy :0; info added in/new.yaml:3; "; got != want {
		t.Errorf("%s, not %s", got, want)
	}
}

func TestManyAreNotAllNamed(t *testing.T) {
	r := changed()
	for i := range 20 {
		r.Changes = append(r.Changes, &diff.Change{Kind: diff.KeyResult, Verdict: diff.Reworded, Address: fmt.Sprint("k", i)})
		r.Blast.Teams = append(r.Blast.Teams, &okr.Team{Name: okr.Text{V: fmt.Sprint("t", i), Span: source.Span{End: 1}}})
		r.Blast.Reaches = append(r.Blast.Reaches, diff.Reach{Changed: "c", By: fmt.Sprint("b", i), How: diff.Supports})
	}
	v := &diffView{Reading: r, edits: editsOf(r)}
	v.rest = v.edits
	for want, spans := range map[string][]Span{
		"20 reworded: k0, k1, k2, k3, k4, k5 and 14 more":                                v.restItems()[0].Spans,
		"c is supported by b0, b1, b2, b3, b4, b5 and 14 more":                           v.reachItems()[0].Spans,
		"Ask to read: t0, t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11 and 8 more teams": v.askSpans(),
	} {
		got := ""
		for _, s := range spans {
			got += s.Text
		}
		if got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}
