// The largest object a script may ask for: requests beyond what the machine can hold raise MemoryError at once
// instead of bringing the process down.
package object

import "sync"

// hardSizeLimit bounds the bytes of one object on any machine; the index of a str holds 32-bit offsets.
const hardSizeLimit = 1<<32 - 1<<16

// sizeLimit is the most bytes one object may have here: half of the memory at hand.
var sizeLimit = sync.OnceValue(func() int {
	n := hardSizeLimit
	if m := memoryAtHand(); m > 0 {
		n = min(n, m/2)
	}
	return n
})

// smallSize is allowed without asking what the machine has.
const smallSize = 1 << 24

// CheckSize raises MemoryError when an object of n bytes is out of reach.
func (th *Thread) CheckSize(n int) bool { return th.checkSize(n) }

// CheckValues is CheckSize for n Values.
func (th *Thread) CheckValues(n int) bool { return th.checkRepeat(valueSize, n) }

func (th *Thread) checkSize(n int) bool {
	if n <= smallSize && n >= 0 || n >= 0 && n <= sizeLimit() {
		return true
	}
	th.MemoryError()
	return false
}

// elementSize is about the bytes that an element of a set or dict takes.
const elementSize = 4 * valueSize

// room raises MemoryError when a collection of n elements of some size, filled one by one, is about to get out of reach.
// It looks once in a million elements, so that endless iterators end here and not with the process.
func (th *Thread) room(n, size int) bool {
	return n&(1<<20-1) != 0 || th.checkRepeat(2*size, n)
}

// checkRepeat raises MemoryError when count times size bytes are out of reach.
func (th *Thread) checkRepeat(size, count int) bool {
	if size > 0 && count > hardSizeLimit/size {
		th.MemoryError()
		return false
	}
	return th.checkSize(size * count)
}
