// The ready ring: what the loop runs next, in order.
package asyncrt

import (
	"unsafe"

	"pyasync/stdlib/contextvars"
)

// entry is one thing to run: a callback (see callback.go), its argument (nil: none) and its context.
type entry struct {
	fn, arg Value
	ctx     *contextvars.Context
}

// ring is a queue in a circular buffer whose size is a power of two.
type ring struct {
	buf        []entry
	head, tail uint64 // positions that only grow
}

func (r *ring) len() int { return int(r.tail - r.head) }

func (r *ring) push(e entry) {
	if r.tail-r.head == uint64(len(r.buf)) {
		r.grow()
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
	// A burst (a gather of a million) must not keep its room for ever.
	if r.head == r.tail && len(r.buf) > 1<<16 {
		*r = ring{}
	}
	return e
}

// at returns the entry i places behind the head.
func (r *ring) at(i int) *entry { return &r.buf[(r.head+uint64(i))&uint64(len(r.buf)-1)] }

func (r *ring) clear() { *r = ring{} }

// cancelled reports that an entry is a Handle that was cancelled.
func (e *entry) cancelled() bool {
	return e.fn.N == wakeHandle && (*Handle)(unsafe.Pointer(e.fn.H)).cancelled
}
