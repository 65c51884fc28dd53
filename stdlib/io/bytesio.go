// BytesIO, bytes in memory as a stream.
package iomod

import (
	"bytes"

	"pyasync/object"
)

// BytesIO is io.BytesIO.
type BytesIO struct {
	base
	b       []byte
	pos     int
	shut    bool
	exports int // views of getbuffer() alive: the size must not change
}

// BytesIOType is the class.
var BytesIOType, bytesIOBufferType object.Type

func bytesIOOf(v value) *BytesIO { return (*BytesIO)(v.Ptr()) }

// bytesIOBuffer is what getbuffer() wraps in a memoryview.
type bytesIOBuffer struct {
	object.Header
	of *BytesIO
}

func init() {
	object.Define(&bytesIOBufferType, object.Spec{Name: "_io._BytesIOBuffer", Flags: object.FlagNoNew, Alloc: object.Allocator[bytesIOBuffer](),
		Slots: object.Slots{Buffer: func(th *thread, v value) (*object.Buffer, bool) {
			of := (*bytesIOBuffer)(v.Ptr()).of
			of.exports++
			return &object.Buffer{Bytes: of.b, Release: func() { of.exports-- }}, true
		}}})
	object.Define(&BytesIOType, object.Spec{
		Name: "_io.BytesIO", Sig: "initial_bytes=b''", Base: &bufferedIOBaseType, Alloc: object.Allocator[BytesIO](), DictOf: dictOf,
		Slots: object.Slots{New: streamNew, Init: bytesIOInit, Next: bytesIONext},
		Methods: []object.Method{
			method("read", "size=-1, /", sized((*BytesIO).take)),
			method("read1", "size=-1, /", sized((*BytesIO).take)),
			method("readline", "size=-1, /", sized((*BytesIO).line)),
			method("readlines", "size=None, /", sized((*BytesIO).lines)),
			method("readinto", "buffer, /", bytesIOReadinto),
			method("write", "b, /", bytesIOWrite),
			method("seek", "pos, whence=0, /", bytesIOSeek),
			method0("tell", bytesIOTell),
			method("truncate", "size=None, /", bytesIOTruncate),
			method0("getvalue", bytesIOGetvalue),
			method0("getbuffer", bytesIOGetbuffer),
			method0("flush", func(th *thread, v value) value { return noneIf(bytesIOOf(v).open(th)) }),
			method0("close", bytesIOClose),
			method0("readable", bytesIOTrue), method0("writable", bytesIOTrue), method0("seekable", bytesIOTrue),
			method0("isatty", bytesIOIsatty),
			{Name: "__setstate__", Sig: "state, /", F1: bytesIOSetState},
			method0("__getstate__", bytesIOGetstate),
		},
		Getset: []object.Getset{{Name: "closed", Get: func(th *thread, v value) value { return object.Bool(bytesIOOf(v).shut) }}},
	})
}

func bytesIOReadinto(th *thread, v value, a []value) value {
	s := bytesIOOf(v)
	if !s.open(th) {
		return value{}
	}
	buf, ok := writableBuffer(th, a[0], "readinto")
	if !ok {
		return value{}
	}
	defer release(buf)
	n := copy(buf.Bytes, s.b[min(s.pos, len(s.b)):])
	s.pos += n
	return object.Int(int64(n))
}

func bytesIOTell(th *thread, v value) value {
	if s := bytesIOOf(v); s.open(th) {
		return object.Int(int64(s.pos))
	}
	return value{}
}

func bytesIOGetvalue(th *thread, v value) value {
	if s := bytesIOOf(v); s.open(th) {
		return bytesValue(append([]byte(nil), s.b...))
	}
	return value{}
}

func bytesIOGetbuffer(th *thread, v value) value {
	s := bytesIOOf(v)
	if !s.open(th) {
		return value{}
	}
	x := &bytesIOBuffer{object.Header{Shape: &bytesIOBufferType.Root}, s}
	return th.CallArgs(object.MemoryViewType.V(), object.ObjectValue(&x.Header))
}

func bytesIOClose(th *thread, v value) value {
	s := bytesIOOf(v)
	if s.exports > 0 {
		return bufferExported(th)
	}
	s.shut, s.b = true, nil
	return object.None
}

func bytesIOIsatty(th *thread, v value) value {
	if !bytesIOOf(v).open(th) {
		return value{}
	}
	return object.False
}

func bytesIOGetstate(th *thread, v value) value {
	s := bytesIOOf(v)
	if !s.open(th) {
		return value{}
	}
	return object.TupleOf(bytesValue(append([]byte(nil), s.b...)), object.Int(int64(s.pos)), s.savedDict())
}

func (s *BytesIO) open(th *thread) bool {
	if s.shut {
		closedError(th)
	}
	return !s.shut
}

func bytesIOTrue(th *thread, v value) value {
	if !bytesIOOf(v).open(th) {
		return value{}
	}
	return object.True
}

func bufferExported(th *thread) value {
	return th.Raise(&object.BufferErrorType, "Existing exports of data: object cannot be re-sized")
}

var bytesIOSig = object.ParseSignature("initial_bytes=b''")

func bytesIOInit(th *thread, v value, args []value, kw []*str) bool {
	var a [1]value
	if !bytesIOSig.Bind(th, "BytesIO", args, kw, a[:]) {
		return false
	}
	s := bytesIOOf(v)
	s.b, s.pos, s.shut = nil, 0, false
	if !a[0].IsNil() && !a[0].IsNone() {
		b, ok := bytesOf(th, a[0])
		if !ok {
			return false
		}
		s.b = append([]byte(nil), b...)
	}
	return true
}

// rest returns what lies after the position.
func (s *BytesIO) rest() []byte { return s.b[min(s.pos, len(s.b)):] }

func (s *BytesIO) take(n int) value {
	r := s.rest()
	if n < 0 || n > len(r) {
		n = len(r)
	}
	s.pos += n
	return bytesValue(append([]byte(nil), r[:n]...))
}

func (s *BytesIO) line(limit int) value {
	n := bytes.IndexByte(s.rest(), '\n') + 1
	if n == 0 {
		n = len(s.rest())
	}
	if limit >= 0 {
		n = min(n, limit)
	}
	return s.take(n)
}

// sized makes a method of one size, of which -1 is no limit.
func sized(f func(s *BytesIO, n int) value) func(th *thread, v value, a []value) value {
	return func(th *thread, v value, a []value) value {
		s := bytesIOOf(v)
		if !s.open(th) {
			return value{}
		}
		n, ok := sizeArg(th, a[0])
		if !ok {
			return value{}
		}
		return f(s, n)
	}
}

func (s *BytesIO) lines(hint int) value {
	var lines []value
	for start := s.pos; s.pos < len(s.b); {
		lines = append(lines, s.line(-1))
		if hint > 0 && s.pos-start >= hint {
			break
		}
	}
	return object.NewList(lines).V()
}

func bytesIONext(th *thread, v value) value {
	s := bytesIOOf(v)
	if !s.open(th) {
		return value{}
	}
	if s.pos >= len(s.b) {
		th.Exc = value{}
		return value{}
	}
	return s.line(-1)
}

func bytesIOWrite(th *thread, v value, a []value) value {
	s := bytesIOOf(v)
	if !s.open(th) {
		return value{}
	}
	b, ok := bytesOf(th, a[0])
	if !ok {
		return value{}
	}
	if s.exports > 0 {
		return bufferExported(th)
	}
	if len(b) == 0 {
		return object.Int(0)
	}
	if !th.CheckSize(s.pos) {
		return value{}
	}
	if s.pos > len(s.b) {
		s.b = append(s.b, make([]byte, s.pos-len(s.b))...)
	}
	n := copy(s.b[s.pos:], b)
	s.b = append(s.b, b[n:]...)
	s.pos += len(b)
	return object.Int(int64(len(b)))
}

func bytesIOSeek(th *thread, v value, a []value) value {
	s := bytesIOOf(v)
	if !s.open(th) {
		return value{}
	}
	off, whence, ok := seekArgs(th, a)
	if !ok {
		return value{}
	}
	switch whence {
	case 0:
		if off < 0 {
			return th.ValueError("negative seek value %d", off)
		}
	case 1:
		off += s.pos
	case 2:
		off += len(s.b)
	default:
		return th.ValueError("invalid whence (%d, should be 0, 1 or 2)", whence)
	}
	s.pos = max(off, 0)
	return object.Int(int64(s.pos))
}

func bytesIOTruncate(th *thread, v value, a []value) value {
	s := bytesIOOf(v)
	if !s.open(th) {
		return value{}
	}
	if s.exports > 0 {
		return bufferExported(th)
	}
	n := s.pos
	if x := object.OrNone(a[0]); !x.IsNone() {
		var ok bool
		if n, ok = th.AsIndex(x, &object.OverflowErrorType); !ok {
			return value{}
		}
		if n < 0 {
			return th.ValueError("negative size value %d", n)
		}
	}
	if n < len(s.b) {
		s.b = s.b[:n]
	}
	return object.Int(int64(n))
}

func bytesIOSetState(th *thread, v, state value) value {
	t, ok := object.AsTuple(state)
	if !ok || len(t.Items) < 3 {
		return th.TypeError("%s.__setstate__ argument should be 3-tuple, got %s", v.Type().FullName(), state.Type().TPName())
	}
	s := bytesIOOf(v)
	if !s.open(th) {
		return value{}
	}
	if s.exports > 0 {
		return bufferExported(th)
	}
	if !bytesIOInit(th, v, []value{t.Items[0]}, nil) {
		return value{}
	}
	pos, ok := th.AsIndex(t.Items[1], &object.OverflowErrorType)
	if !ok {
		return value{}
	}
	if pos < 0 {
		return th.ValueError("position value cannot be negative")
	}
	s.pos = pos
	return restoreDict(th, v, t.Items[2])
}
