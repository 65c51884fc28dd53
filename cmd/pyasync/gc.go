// How eagerly the garbage collector runs: seldom while the heap is small, as Go's default when it is large.
package main

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

const (
	// Interpreted programs make many short-lived objects: a small heap collected often would cost more than memory saves.
	smallHeapPercent = 800
	largeHeapPercent = 100
	// garbageAllowed is how much a heap may grow before it is collected, unless it holds more than that itself.
	garbageAllowed = 256 << 20
)

// gcSentinel is garbage from the beginning: its finalizer runs after every collection.
type gcSentinel struct{ live []metrics.Sample }

// tuneGC sets the collector and keeps adjusting it to the size of the heap.
func tuneGC() {
	debug.SetGCPercent(smallHeapPercent)
	s := &gcSentinel{[]metrics.Sample{{Name: "/gc/heap/live:bytes"}}}
	runtime.SetFinalizer(s, (*gcSentinel).collected)
}

func (s *gcSentinel) collected() {
	metrics.Read(s.live)
	debug.SetGCPercent(gcPercent(s.live[0].Value.Uint64()))
	runtime.SetFinalizer(s, (*gcSentinel).collected)
}

// gcPercent is the growth to allow for a heap with that many bytes alive.
func gcPercent(live uint64) int {
	return int(min(max(garbageAllowed*100/max(live, 1), largeHeapPercent), smallHeapPercent))
}
