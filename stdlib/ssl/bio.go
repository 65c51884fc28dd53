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
	r := object.BytesValue(append([]byte(nil), q.next(n)...))
	q.release()
	return r
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
