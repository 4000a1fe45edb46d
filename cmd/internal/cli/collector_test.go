package cli

import "testing"

func TestTheCollectorGetsLessRoomAsTheHeapGrows(t *testing.T) {
	for live, want := range map[uint64]int{0: 400, 4 << 20: 400, 64 << 20: 200, 128 << 20: 100, 512 << 20: 25, 4 << 30: 20} {
		if got := percentFor(live); got != want {
			t.Errorf("with %d MiB alive: %d per cent, want %d", live>>20, got, want)
		}
	}
}
