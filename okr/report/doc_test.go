package report

import (
	"math"
	"testing"
)

func TestExact(t *testing.T) {
	for _, c := range []struct {
		cell Cell
		want string
	}{
		{Cell{}, ""}, {Cell{Text: "0.62", Number: "0.6249"}, "0.6249"}, {Cell{Text: "–"}, "–"},
		{Cell{Bar: &Bar{Share: 1.0 / 3}}, "0.3333"}, {Cell{Bar: &Bar{Share: 1}}, "1"}, {Cell{Bar: &Bar{Share: 0.5}, Text: "half"}, "half"},
		{Cell{Bar: &Bar{Share: math.NaN()}}, ""},
	} {
		if got := c.cell.Exact(); got != c.want {
			t.Errorf("%+v is %q, not %q", c.cell, got, c.want)
		}
	}
}

func TestRight(t *testing.T) {
	for kind, want := range map[Kind]bool{KindText: false, KindNumber: true, KindScore: true, KindDate: false, KindAddress: false, KindBar: false} {
		if got := (Column{Kind: kind}).Right(); got != want {
			t.Errorf("kind %d stands right: %v", kind, got)
		}
		if (Column{Kind: kind, Align: AlignLeft}).Right() || !(Column{Kind: kind, Align: AlignRight}).Right() {
			t.Errorf("kind %d does not stand where it is told", kind)
		}
	}
}

// TestSequencesStop holds that whoever stops asking is not asked again, and that
// sequences can be run twice.
func TestSequencesStop(t *testing.T) {
	rows := Rows(Row{Depth: 1}, Row{Depth: 2}, Row{Depth: 3})
	numbers := Each([]int{1, 2, 3}, func(n int) any { return n })
	for range 2 {
		seen := 0
		for row := range rows {
			if seen++; row.Depth == 2 {
				break
			}
		}
		for n := range numbers {
			if seen++; n == 2 {
				break
			}
		}
		if seen != 4 {
			t.Errorf("%d items seen", seen)
		}
	}
}

// TestWordsAreThere asks for the word of every tone.
func TestWordsAreThere(t *testing.T) {
	for tone := None; tone <= Strong; tone++ {
		judgement := tone == Good || tone == Middling || tone == Bad
		if (tone.Word() != "") != judgement {
			t.Errorf("tone %d has the word %q", tone, tone.Word())
		}
	}
	for tone := NoteInfo; tone <= NoteProblem; tone++ {
		if tone.String() == "" {
			t.Errorf("note tone %d has no word", tone)
		}
	}
	if OrNull("") != nil || OrNull("x") != "x" {
		t.Error("OrNull")
	}
}

func TestVersion(t *testing.T) {
	doc := Version(Build{Version: "v1"})
	if got := len(doc.Blocks[0].(Facts).Items); got != 1 {
		t.Errorf("%d facts for one that is known", got)
	}
	build := doc.Data.(Fields)[1].Value.(Fields)
	if build[0].Value != "v1" || build[1].Value != nil || build[4].Value != nil {
		t.Errorf("%v", build)
	}
}
