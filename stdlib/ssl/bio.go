// MemoryBIO, a queue of bytes between a TLS connection and a program that does the input and output itself.
package sslmod

import (
	"math"

	"pyasync/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

var memoryBIOType object.Type

type memoryBIO struct {
	object.Header
	q buffer
}

func bioOf(v value) *memoryBIO { return (*memoryBIO)(v.Ptr()) }

func init() {
	object.Define(&memoryBIOType, object.Spec{
		Name: "_ssl.MemoryBIO", Alloc: object.Allocator[memoryBIO](),
		Slots: object.Slots{New: func(th *thread, t *object.Type, args []value, kw []*object.Str) value {
			if len(args) > 0 {
				return th.TypeError("MemoryBIO() takes no arguments")
			}
			return t.Allocate()
		}},
		Methods: []object.Method{
			{Name: "read", Sig: "size=-1, /", Doc: "Take up to size bytes; b'' when there are none.", F: bioRead, F0: func(th *thread, self value) value {
				return bioTake(self, math.MaxInt)
			}},
			{Name: "write", Sig: "b, /", Doc: "Append bytes; returns their number.", F1: bioWrite},
			{Name: "_write_part", Sig: "b, size, /", Doc: "Append the first size bytes of a buffer.", F2: bioWritePart},
			{Name: "write_eof", Doc: "Say that nothing more will be written.", F0: func(th *thread, self value) value {
				bioOf(self).q.eof = true
				return object.None
			}},
		},
		Getset: []object.Getset{
			{Name: "pending", Doc: "The number of bytes in memory.", Get: func(th *thread, self value) value { return object.Int(int64(bioOf(self).q.len())) }},
			{Name: "eof", Doc: "Whether the end was reached.", Get: func(th *thread, self value) value {
				q := &bioOf(self).q
				return object.Bool(q.eof && q.len() == 0)
			}},
		},
	})
}

func bioRead(th *thread, self value, a []value) value {
	n := math.MaxInt
	if !a[0].IsNil() {
		size, ok := th.AsIndex(a[0], &object.OverflowErrorType)
		if !ok {
			return value{}
		}
		if size >= 0 {
			n = size
		}
	}
	return bioTake(self, n)
}

func bioTake(self value, n int) value {
	q := &bioOf(self).q
	if n >= q.len() {
		return object.BytesValue(q.takeAll())
	}
	return object.BytesValue(append([]byte(nil), q.next(n)...))
}

func bioWrite(th *thread, self, data value) value {
	b, ok := object.BytesLike(th, data)
	if !ok {
		return value{}
	}
	q := &bioOf(self).q
	if q.eof {
		stateOf(th).raisePlain(th, "cannot write() after write_eof()")
		return value{}
	}
	q.write(b)
	return object.Int(int64(len(b)))
}

// bioWritePart is write(b[:size]) without the slice.
func bioWritePart(th *thread, self, data, size value) value {
	b, ok := object.BytesLike(th, data)
	n, ok2 := int64(0), false
	if ok {
		n, ok2 = size.SmallInt()
	}
	if !ok || !ok2 || n < 0 || n > int64(len(b)) {
		if ok {
			th.ValueError("size is not within the buffer")
		}
		return value{}
	}
	bioOf(self).q.write(b[:n])
	return object.None
}
