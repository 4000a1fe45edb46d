package cli

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// Reading files makes much garbage and keeps little. With the default setting the
// collector then works all the time on a heap of a few megabytes; given room it
// is hardly needed. When the workspace that is kept grows, the room shrinks to
// what a small machine can spare.
const (
	roomyPercent = 400
	tightPercent = 20
	spareBytes   = 128 << 20 // what may be lying about beside the live heap
)

// tuneCollector sets how often garbage is collected, anew after each collection,
// unless the user has decided that.
func tuneCollector(getenv func(string) string) {
	if getenv("GOGC") != "" || getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetGCPercent(roomyPercent)
	afterCollection(new(sentinel))
}

// sentinel is garbage at once, so that its finalizer tells of every collection.
type sentinel struct{ _ *sentinel }

func afterCollection(s *sentinel) {
	runtime.SetFinalizer(s, func(s *sentinel) {
		debug.SetGCPercent(percentFor(liveHeap()))
		afterCollection(s)
	})
}

// percentFor is how much garbage may gather, in per cent of the live heap.
func percentFor(live uint64) int {
	if live == 0 {
		return roomyPercent
	}
	return int(min(max(spareBytes*100/live, tightPercent), roomyPercent))
}

func liveHeap() uint64 {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	if sample[0].Value.Kind() != metrics.KindUint64 {
		return 0
	}
	return sample[0].Value.Uint64()
}
