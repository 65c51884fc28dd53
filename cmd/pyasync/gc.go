// How eagerly the garbage collector runs: seldom while there is little to mark, as Go's default when there is much.
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
	// garbageAllowed is how much a heap may grow before it is collected, unless it has more than that to mark.
	garbageAllowed = 256 << 20
	// plainGarbage is how much a heap may grow that has next to nothing to mark: more would gain nothing.
	plainGarbage = 64 << 20
)

// gcSentinel is garbage from the beginning: its finalizer runs after every collection.
type gcSentinel struct{ samples []metrics.Sample }

// tuneGC sets the collector and keeps adjusting it to the size of the heap.
func tuneGC() {
	debug.SetGCPercent(smallHeapPercent)
	s := &gcSentinel{[]metrics.Sample{{Name: "/gc/heap/live:bytes"}, {Name: "/gc/scan/heap:bytes"}}}
	runtime.SetFinalizer(s, (*gcSentinel).collected)
}

func (s *gcSentinel) collected() {
	metrics.Read(s.samples)
	debug.SetGCPercent(gcPercent(s.samples[0].Value.Uint64(), s.samples[1].Value.Uint64()))
	runtime.SetFinalizer(s, (*gcSentinel).collected)
}

// gcPercent is the growth to allow for a heap with that many bytes alive, of which some were scanned for pointers.
// Texts, bytes and long ints cost the collector nothing, and what was allocated while it marked counts as alive: by the
// live bytes alone, a program that makes long ints gets a heap far larger than the caches.
func gcPercent(live, scanned uint64) int {
	growth := min(max(scanned*smallHeapPercent/100, plainGarbage), garbageAllowed)
	return int(min(max(growth*100/max(live, 1), largeHeapPercent), smallHeapPercent))
}
