// The timer heap. It makes the same moves as CPython's heapq on a list of TimerHandles that compare by time alone,
// because timers for the very same moment run in the order these moves leave them in.
package asyncrt

import (
	"slices"
	"unsafe"
)

// timer is a waker and its time on the loop's clock, in seconds.
type timer struct {
	when float64
	fn   Value
}

type timerHeap struct{ a []timer }

func (h *timerHeap) push(t timer) {
	if len(h.a) == cap(h.a) && len(h.a) > 1<<12 {
		// Twice the room, where append adds a quarter: fewer copies are left for the garbage collector.
		h.a = slices.Grow(h.a, len(h.a))
	}
	h.a = append(h.a, t)
	h.siftDown(0, len(h.a)-1)
}

func (h *timerHeap) pop() timer {
	n := len(h.a) - 1
	last := h.a[n]
	h.a[n] = timer{}
	h.a = h.a[:n]
	if n == 0 {
		return last
	}
	top := h.a[0]
	h.a[0] = last
	h.siftUp(0)
	return top
}

// siftDown moves the item at pos towards the root, as heapq._siftdown.
func (h *timerHeap) siftDown(start, pos int) {
	a := h.a
	t := a[pos]
	for pos > start {
		parent := (pos - 1) >> 1
		if !(t.when < a[parent].when) {
			break
		}
		a[pos] = a[parent]
		pos = parent
	}
	a[pos] = t
}

// siftUp moves the smaller child up until a leaf is reached and then lets the item bubble up, as heapq._siftup.
func (h *timerHeap) siftUp(pos int) {
	a := h.a
	end, start := len(a), pos
	t := a[pos]
	for child := 2*pos + 1; child < end; child = 2*pos + 1 {
		if right := child + 1; right < end && !(a[child].when < a[right].when) {
			child = right
		}
		a[pos] = a[child]
		pos = child
	}
	a[pos] = t
	h.siftDown(start, pos)
}

func (h *timerHeap) heapify() {
	for i := len(h.a)/2 - 1; i >= 0; i-- {
		h.siftUp(i)
	}
}

// dead reports that the timer was cancelled.
func (t *timer) dead() bool {
	switch t.fn.N {
	case wakeHandle:
		return (*Handle)(unsafe.Pointer(t.fn.H)).cancelled
	case wakeStarTimer:
		return (*sleep)(unsafe.Pointer(t.fn.H)).is(sleepOver)
	}
	return false
}

// unschedule marks a timer taken out of the heap.
func (t *timer) unschedule() {
	switch t.fn.N {
	case wakeHandle:
		(*Handle)(unsafe.Pointer(t.fn.H)).scheduled = false
	case wakeStarTimer:
		(*sleep)(unsafe.Pointer(t.fn.H)).fut.n &^= sleepScheduled
	}
}

// Limits of CPython's loop: a heap with that many timers, more than half of them cancelled, is rebuilt.
const (
	minTimersToRebuild = 100
	cancelledFraction  = 0.5
)

// dropCancelled forgets cancelled timers where CPython does: all of them when there are many, else those on top.
func (l *Loop) dropCancelled() {
	n := len(l.timers.a)
	if n > minTimersToRebuild && float64(l.cancelledTimers)/float64(n) > cancelledFraction {
		keep := l.timers.a[:0]
		for i := range l.timers.a {
			if t := &l.timers.a[i]; t.dead() {
				t.unschedule()
			} else {
				keep = append(keep, *t)
			}
		}
		clear(l.timers.a[len(keep):])
		l.timers.a = keep
		l.timers.heapify()
		l.cancelledTimers = 0
		return
	}
	for len(l.timers.a) > 0 && l.timers.a[0].dead() {
		l.cancelledTimers--
		t := l.timers.pop()
		t.unschedule()
	}
}
