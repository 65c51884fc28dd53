// The ready ring: what the loop runs next, in order.
package asyncrt

import (
	"unsafe"

	"pyasync/stdlib/contextvars"
)

// entry is one thing to run: a callback (see callback.go), its argument (a future, an exception, or nil) and its context.
type entry struct {
	fn  Value
	arg *Header
	ctx *contextvars.Context
}

// ring is a queue in a circular buffer whose size is a power of two.
type ring struct {
	buf        []entry
	head, tail uint64 // positions that only grow
	most       uint64 // the longest it was since it was last empty
	spare      int    // how often in a row it became empty without having needed its room
}

func (r *ring) len() int { return int(r.tail - r.head) }

func (r *ring) push(e entry) {
	if r.tail-r.head == uint64(len(r.buf)) {
		r.grow()
	}
	if len(r.buf) > largeRing {
		r.most = max(r.most, r.tail-r.head)
	}
	r.buf[r.tail&uint64(len(r.buf)-1)] = e
	r.tail++
}

//go:noinline
func (r *ring) grow() {
	buf := make([]entry, max(64, 2*len(r.buf)))
	n := r.tail - r.head
	for i := uint64(0); i < n; i++ {
		buf[i] = r.buf[(r.head+i)&uint64(len(r.buf)-1)]
	}
	r.buf, r.head, r.tail = buf, 0, n
}

func (r *ring) pop() entry {
	p := &r.buf[r.head&uint64(len(r.buf)-1)]
	e := *p
	*p = entry{}
	r.head++
	if r.head == r.tail && len(r.buf) > largeRing {
		r.shrink()
	}
	return e
}

const largeRing = 1 << 16

// shrink gives the room of a burst (a gather of a million) back, once it has not been needed for a while.
func (r *ring) shrink() {
	r.spare++
	if r.most > uint64(len(r.buf)/4) {
		r.spare = 0
	}
	r.most = 0
	if r.spare > 64 {
		*r = ring{}
	}
}

// at returns the entry i places behind the head.
func (r *ring) at(i int) *entry { return &r.buf[(r.head+uint64(i))&uint64(len(r.buf)-1)] }

func (r *ring) clear() { *r = ring{} }

// cancelled reports that an entry is a Handle that was cancelled.
func (e *entry) cancelled() bool {
	return e.fn.N == wakeHandle && (*Handle)(unsafe.Pointer(e.fn.H)).cancelled
}
