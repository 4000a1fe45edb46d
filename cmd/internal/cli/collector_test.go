package cli

import "testing"

func TestTheCollectorGetsLessRoomAsTheHeapGrows(t *testing.T) {
	for live, want := range map[uint64]int{0: 400, 4 << 20: 400, 96 << 20: 200, 192 << 20: 100, 600 << 20: 32, 4 << 30: 30} {
		if got := percentFor(live); got != want {
			t.Errorf("with %d MiB alive: %d per cent, want %d", live>>20, got, want)
		}
	}
}
