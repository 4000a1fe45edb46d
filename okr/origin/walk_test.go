package origin_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/origin"
)

func TestWalkEndsWhenItIsTold(t *testing.T) {
	c := newCheckout(t)
	linear(c)
	r := open(t, c.dir)
	head, _, err := r.Head()
	if err != nil {
		t.Fatal(err)
	}
	for _, all := range []bool{false, true} {
		ctx, cancel := context.WithCancel(context.Background())
		versions, last := 0, error(nil)
		for _, err := range r.Walk(ctx, head.Hash, origin.WalkOptions{AllParents: all}) {
			if err != nil {
				last = err
				continue
			}
			versions++
			cancel()
		}
		cancel()
		if versions != 1 || !errors.Is(last, context.Canceled) {
			t.Errorf("cancelled: %d versions, %v", versions, last)
		}
		versions = 0
		for _, err := range r.Walk(context.Background(), head.Hash, origin.WalkOptions{AllParents: all}) {
			if err != nil {
				t.Fatal(err)
			}
			if versions++; versions == 2 {
				break
			}
		}
		if versions != 2 {
			t.Errorf("%d versions", versions)
		}
	}
}

func TestWalkCountsAndLeavesOut(t *testing.T) {
	c := newCheckout(t)
	linear(c)
	r := open(t, c.dir)
	head, _, err := r.Head()
	if err != nil {
		t.Fatal(err)
	}
	var counted []int
	var entered, matched []string
	options := origin.WalkOptions{
		NamesOnly: true,
		Enter:     func(dir string) bool { entered = append(entered, dir); return dir != "other" },
		Match:     func(name string) bool { matched = append(matched, name); return strings.HasSuffix(name, "core.yaml") },
		Progress:  func(n int) { counted = append(counted, n) },
	}
	var versions []string
	for version, err := range r.Walk(context.Background(), head.Hash, options) {
		if err != nil {
			t.Fatal(err)
		}
		if version.Data != nil {
			t.Errorf("%s was read", version.Path)
		}
		versions = append(versions, version.Path)
	}
	if want := []string{"okrs/2026-q1/core.yaml", "okrs/2026-q1/core.yaml"}; !slices.Equal(versions, want) {
		t.Errorf("%v", versions)
	}
	if !slices.Equal(counted, []int{1, 2, 3, 4}) || slices.Contains(matched, "other/readme") || !slices.Contains(entered, "other") {
		t.Errorf("counted %v, matched %v, entered %v", counted, matched, entered)
	}
}

// TestWalkThroughAViewSeesOnlyThat holds that a view of a folder yields what a
// walk through everything yields there.
func TestWalkThroughAViewSeesOnlyThat(t *testing.T) {
	c := newCheckout(t)
	branches(c)
	r := open(t, filepath.Join(c.dir, "okrs"))
	head, _, err := r.Head()
	if err != nil {
		t.Fatal(err)
	}
	view, err := r.Sub(r.Prefix())
	if err != nil {
		t.Fatal(err)
	}
	deeper, err := view.Sub("2026-q1")
	if err != nil {
		t.Fatal(err)
	}
	names := func(r *origin.Repository, prefix string) (found []string) {
		for version, err := range r.Walk(context.Background(), head.Hash, origin.WalkOptions{}) {
			if err != nil {
				t.Fatal(err)
			}
			if name, ok := strings.CutPrefix(version.Path, prefix); ok {
				found = append(found, fmt.Sprint(version.Commit.Hash, name))
			}
		}
		return found
	}
	whole := names(r, "okrs/2026-q1/")
	if len(whole) == 0 || !slices.Equal(whole, names(view, "2026-q1/")) || !slices.Equal(whole, names(deeper, "")) {
		t.Errorf("%v", whole)
	}
}

func TestWalkOfWhatIsNotThere(t *testing.T) {
	c := newCheckout(t)
	linear(c)
	r := open(t, c.dir)
	n := 0
	for _, err := range r.Walk(context.Background(), origin.Hash{1}, origin.WalkOptions{}) {
		n++
		var missing *origin.MissingError
		if !errors.As(err, &missing) {
			t.Errorf("%v", err)
		}
	}
	if n != 1 {
		t.Errorf("%d answers", n)
	}
	if _, err := r.MergeBase(origin.Hash{1}, origin.Hash{2}); err == nil {
		t.Error("two commits that are not there meet")
	}
}
