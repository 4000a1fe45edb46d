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
		a := make([]int, 2+random.IntN(24))
		for i := range a {
			a[i] = random.IntN(300)
		}
		b := slices.Clone(a)
		for range random.IntN(5) { // some words differ
			b[random.IntN(len(b))] = random.IntN(300)
		}
		all := []statement{{}, {}}
		for i, numbers := range [][]int{a, b} {
			slices.Sort(numbers)
			all[i].numbers = slices.Compact(numbers)
			all[i].words = make([]string, len(all[i].numbers))
		}
		shapes := shapesOf(all)
		if alike(all[0].numbers, all[1].numbers) < duplicated {
			continue
		}
		alikes++
		if !shapes[0].near(shapes[1]) || !shapes[1].near(shapes[0]) {
			t.Fatalf("%v and %v are alike, and a glance tells them apart", all[0].numbers, all[1].numbers)
		}
	}
	if alikes < 1000 {
		t.Errorf("only %d pairs were alike", alikes)
	}
}
