// The write buffer of a selector transport: what the kernel has not taken yet.
package asyncrt

import (
	"syscall"

	"pyasync/object"
)

// writeBuffer is a queue of bytes-like objects. Once Python code has looked at it (_buffer) it is a deque that both
// sides use; before, it costs nothing while it is empty.
type writeBuffer struct {
	items []Value // items[head:] wait
	head  int
	sent  int   // of the first item
	bytes int   // waiting altogether
	deque Value // when set, it holds the items instead
}

// maxPieces is how many pieces one sendmsg() takes (SC_IOV_MAX).
const maxPieces = 1024

var (
	strAppend     = name("append")
	strAppendLeft = name("appendleft")
	strPopLeft    = name("popleft")
	strClear      = name("clear")
)

// empty reports that nothing waits; ok is false when asking raised.
func (b *writeBuffer) empty(th *Thread) (empty, ok bool) {
	if b.deque.H == nil {
		return b.head == len(b.items), true
	}
	some, ok := th.Truth(b.deque)
	return !some, ok
}

// size is the number of bytes waiting.
func (b *writeBuffer) size(th *Thread) (int, bool) {
	if b.deque.H == nil {
		return b.bytes, true
	}
	n := 0
	ok := th.ForEach(b.deque, func(x Value) bool {
		k, ok := th.Len(x)
		n += k
		return ok
	})
	return n, ok
}

// push appends data, whose first sent bytes are on their way already.
func (b *writeBuffer) push(th *Thread, data Value, sent int) bool {
	if b.deque.H != nil {
		if sent > 0 {
			if data = viewFrom(th, data, sent); data.H == nil {
				return false
			}
		}
		return th.CallMethod(b.deque, strAppend, data).H != nil
	}
	if !data.IsExact(&object.BytesType) {
		// A view forbids to resize what it looks at, as it does in CPython.
		if data = viewFrom(th, data, sent); data.H == nil {
			return false
		}
		sent = 0
	}
	n, ok := th.Len(data)
	if !ok {
		return false
	}
	if b.head == len(b.items) {
		b.items, b.head, b.sent = b.items[:0], 0, sent
		b.items = append(b.items, data)
	} else if sent > 0 {
		if data = viewFrom(th, data, sent); data.H == nil {
			return false
		}
		b.items = append(b.items, data)
	} else {
		b.items = append(b.items, data)
	}
	b.bytes += n - sent
	return true
}

// viewFrom is memoryview(data)[n:].
func viewFrom(th *Thread, data Value, n int) Value {
	m := object.NewMemoryView(th, data)
	if m.H == nil || n == 0 {
		return m
	}
	return th.GetItem(m, object.NewSlice(object.Int(int64(n)), None, None))
}

func (b *writeBuffer) clear(th *Thread) bool {
	if b.deque.H != nil {
		return th.CallMethod(b.deque, strClear).H != nil
	}
	*b = writeBuffer{}
	return true
}

// expose makes the buffer a deque for Python code.
func (b *writeBuffer) expose(th *Thread) Value {
	if b.deque.H != nil {
		return b.deque
	}
	list := make([]Value, 0, len(b.items)-b.head)
	for i := b.head; i < len(b.items); i++ {
		v := b.items[i]
		if i == b.head && b.sent > 0 {
			if v = viewFrom(th, v, b.sent); v.H == nil {
				return v
			}
		}
		list = append(list, v)
	}
	class := importAttr(th, "collections", "deque")
	if class.H == nil {
		return class
	}
	d := th.CallArgs(class, object.NewList(list).V())
	if d.H != nil {
		*b = writeBuffer{deque: d}
	}
	return d
}

// pieces lists what waits, at most maxPieces, for a sendmsg() written in Python.
func (b *writeBuffer) pieces(th *Thread) ([]Value, bool) {
	d := b.expose(th)
	if d.H == nil {
		return nil, false
	}
	list, ok := th.Collect(d)
	return list[:min(len(list), maxPieces)], ok
}

// vector fills iov with what waits and returns how many pieces it holds. Only for a buffer that is no deque.
func (b *writeBuffer) vector(th *Thread, iov []syscall.Iovec) (int, bool) {
	n := 0
	for i := b.head; i < len(b.items) && n < len(iov); i++ {
		p, ok := object.BytesLike(th, b.items[i])
		if !ok {
			return 0, false
		}
		if i == b.head {
			p = p[b.sent:]
		}
		if len(p) > 0 {
			iov[n] = syscall.Iovec{Base: &p[0]}
			iov[n].SetLen(len(p))
			n++
		}
	}
	return n, true
}

// drop forgets the first n bytes (_adjust_leftover_buffer).
func (b *writeBuffer) drop(th *Thread, n int) bool {
	if b.deque.H != nil {
		return b.dropDeque(th, n)
	}
	b.bytes -= n
	for b.head < len(b.items) {
		size, ok := th.Len(b.items[b.head])
		if !ok {
			return false
		}
		if rest := size - b.sent; rest > n {
			b.sent += n
			return true
		} else {
			n -= rest
		}
		b.items[b.head] = Value{}
		b.head, b.sent = b.head+1, 0
	}
	*b = writeBuffer{items: b.items[:0]}
	if cap(b.items) > 64 {
		b.items = nil
	}
	return true
}

func (b *writeBuffer) dropDeque(th *Thread, n int) bool {
	for n > 0 {
		x := th.CallMethod(b.deque, strPopLeft)
		if x.H == nil {
			return false
		}
		size, ok := th.Len(x)
		if !ok {
			return false
		}
		if size > n {
			rest := th.GetItem(x, object.NewSlice(object.Int(int64(n)), None, None))
			return rest.H != nil && th.CallMethod(b.deque, strAppendLeft, rest).H != nil
		}
		n -= size
	}
	return true
}
