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
		for i, sums := range [][]uint64{a, b} {
			slices.Sort(sums)
			all[i].sums = slices.Compact(sums)
			all[i].words = make([]string, len(all[i].sums))
		}
		shapes := shapesOf(all)
		if alike(all[0].sums, all[1].sums) < duplicated {
			continue
		}
		alikes++
		if !shapes[0].near(shapes[1]) || !shapes[1].near(shapes[0]) {
			t.Fatalf("%v and %v are alike, and a glance tells them apart", all[0].sums, all[1].sums)
		}
	}
	if alikes < 1000 {
		t.Errorf("only %d pairs were alike", alikes)
	}
}
