package lint

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestGlanceLosesNoDuplicate holds that what is told apart at a glance is not alike.
func TestGlanceLosesNoDuplicate(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	alikes := 0
	for range 20_000 {
		a := make([]uint64, 2+random.IntN(24))
		for i := range a {
			a[i] = uint64(random.IntN(300)) * 0x9E3779B97F4A7C15
		}
		b := slices.Clone(a)
		for range random.IntN(5) { // some words differ
			b[random.IntN(len(b))] = uint64(random.IntN(300)) * 0x9E3779B97F4A7C15
		}
		all := []statement{{}, {}}
		for i, words := range [][]uint64{a, b} {
			slices.Sort(words)
			all[i].about = slices.Compact(words)
		}
		shapes := shapesOf(all)
		if all[0].about.Alike(all[1].about) < duplicated {
			continue
		}
		alikes++
		if !shapes[0].near(shapes[1]) || !shapes[1].near(shapes[0]) {
			t.Fatalf("%v and %v are alike, and a glance tells them apart", all[0].about, all[1].about)
		}
	}
	if alikes < 1000 {
		t.Errorf("only %d pairs were alike", alikes)
	}
}
