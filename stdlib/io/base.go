// Package iomod is Python's io module: raw files, buffers, text, and the in-memory streams.
//
//	base.go       _IOBase, _RawIOBase, _BufferedIOBase, _TextIOBase: what all streams share
//	fileio.go     FileIO, a file descriptor
//	buffered.go   BufferedReader, BufferedWriter, BufferedRandom; rwpair.go BufferedRWPair
//	textio*.go    TextIOWrapper
//	bytesio.go, stringio.go, newline.go   in-memory streams, IncrementalNewlineDecoder
//	open.go       open()
//	std.go        sys.stdin, sys.stdout, sys.stderr; what is flushed at exit
package iomod

import (
	"pyasync/object"
)

type (
	value  = object.Value
	thread = object.Thread
	str    = object.Str
)

// base is the head of every stream object.
type base struct {
	object.Header
	dict   *object.Dict
	closed bool
}

var ioBaseType, rawIOBaseType, bufferedIOBaseType, textIOBaseType, unsupportedType object.Type

func baseOf(v value) *base { return (*base)(v.Ptr()) }

func dictOf(v value, create bool) *object.Dict {
	return object.DictAt(&baseOf(v).dict, create)
}

// unsupported raises io.UnsupportedOperation.
func unsupported(th *thread, what string) value {
	return th.RaiseValue(object.NewException(&unsupportedType, object.StrValue(what)).V())
}

func closedError(th *thread) value { return th.ValueError("I/O operation on closed file.") }

// Names of the methods through which streams call each other.
var (
	sClose    = object.NewStr("close")
	sClosed   = object.NewStr("closed")
	sFlush    = object.NewStr("flush")
	sRead     = object.NewStr("read")
	sRead1    = object.NewStr("read1")
	sReadinto = object.NewStr("readinto")
	sReadall  = object.NewStr("readall")
	sReadline = object.NewStr("readline")
	sPeek     = object.NewStr("peek")
	sWrite    = object.NewStr("write")
	sSeek     = object.NewStr("seek")
	sTell     = object.NewStr("tell")
	sTruncate = object.NewStr("truncate")
	sReadable = object.NewStr("readable")
	sWritable = object.NewStr("writable")
	sSeekable = object.NewStr("seekable")
	sFileno   = object.NewStr("fileno")
	sIsatty   = object.NewStr("isatty")
	sName     = object.NewStr("name")
	sMode     = object.NewStr("mode")
)

// isClosed asks v.closed.
func isClosed(th *thread, v value) (closed, ok bool) {
	c := th.GetAttr(v, sClosed)
	if c.IsNil() {
		return false, false
	}
	return th.Truth(c)
}

// checkOpen raises ValueError for a closed stream.
func checkOpen(th *thread, v value) bool {
	closed, ok := isClosed(th, v)
	if ok && closed {
		closedError(th)
		return false
	}
	return ok
}

// checkAble raises UnsupportedOperation when v.readable() (…) is not true.
func checkAble(th *thread, v value, method *str, text string) bool {
	r := th.CallMethod(v, method)
	if r.IsNil() {
		return false
	}
	b, ok := th.Truth(r)
	if ok && !b {
		unsupported(th, text)
		return false
	}
	return ok
}

func method(name, sig string, f func(th *thread, self value, a []value) value) object.Method {
	return object.Method{Name: name, Sig: sig, F: f}
}

func method0(name string, f func(th *thread, self value) value) object.Method {
	return object.Method{Name: name, F0: f}
}

func unsupportedMethod(name, sig string) object.Method {
	return object.Method{Name: name, Sig: sig, F: func(th *thread, self value, a []value) value { return unsupported(th, name) }}
}

func init() {
	object.Define(&ioBaseType, object.Spec{
		Name: "_io._IOBase", Alloc: object.Allocator[base](), DictOf: dictOf,
		Slots: object.Slots{
			New:  streamNew,
			Iter: func(th *thread, v value) value { return selfIfOpen(th, v) },
			Next: baseNext,
		},
		Methods: []object.Method{
			unsupportedMethod("seek", "offset, whence=0, /"),
			method0("tell", func(th *thread, v value) value { return th.CallMethod(v, sSeek, object.Int(0), object.Int(1)) }),
			unsupportedMethod("truncate", "size=None, /"),
			unsupportedMethod("fileno", ""),
			method0("flush", func(th *thread, v value) value { return noneIf(checkOpen(th, v)) }),
			method0("close", baseClose),
			method0("readable", func(th *thread, v value) value { return object.False }),
			method0("writable", func(th *thread, v value) value { return object.False }),
			method0("seekable", func(th *thread, v value) value { return object.False }),
			method0("isatty", baseIsatty),
			method0("_checkClosed", func(th *thread, v value) value { return noneIf(checkOpen(th, v)) }),
			method0("_checkReadable", func(th *thread, v value) value {
				return noneIf(checkAble(th, v, sReadable, "File or stream is not readable."))
			}),
			method0("_checkWritable", func(th *thread, v value) value {
				return noneIf(checkAble(th, v, sWritable, "File or stream is not writable."))
			}),
			method0("_checkSeekable", func(th *thread, v value) value {
				return noneIf(checkAble(th, v, sSeekable, "File or stream is not seekable."))
			}),
			method0("__enter__", selfIfOpen),
			{Name: "__exit__", Sig: "*args", F: func(th *thread, v value, a []value) value { return th.CallMethod(v, sClose) }},
			method("readline", "size=-1, /", baseReadline),
			method("readlines", "hint=-1, /", baseReadlines),
			method("writelines", "lines, /", baseWritelines),
		},
		Getset: []object.Getset{
			{Name: "closed", Get: func(th *thread, v value) value { return object.Bool(baseOf(v).closed) }},
			{Name: "__dict__", Get: func(th *thread, v value) value { return dictOf(v, true).V() }},
		},
	})
	defineDerivedBases()
	object.Define(&unsupportedType, object.Spec{Name: "io.UnsupportedOperation", Base: &object.OSErrorType})
	// It derives from ValueError as well, for code that catches what a closed file raises.
	t := &unsupportedType
	t.Bases = []*object.Type{&object.OSErrorType, &object.ValueErrorType}
	t.MRO = []*object.Type{t, &object.OSErrorType, &object.ValueErrorType, &object.ExceptionType, &object.BaseExceptionType, &object.ObjectType}
}

func baseIsatty(th *thread, v value) value {
	if !checkOpen(th, v) {
		return value{}
	}
	return object.False
}

// defineDerivedBases defines the base classes of raw, of buffered and of text streams.
func defineDerivedBases() {
	object.Define(&rawIOBaseType, object.Spec{Name: "_io._RawIOBase", Base: &ioBaseType, Methods: []object.Method{
		method("read", "size=-1, /", rawRead),
		method0("readall", rawReadall),
		method("readinto", "buffer, /", notImplemented),
		method("write", "b, /", notImplemented),
	}})
	object.Define(&bufferedIOBaseType, object.Spec{Name: "_io._BufferedIOBase", Base: &ioBaseType, Methods: []object.Method{
		unsupportedMethod("detach", ""),
		unsupportedMethod("read", "size=-1, /"),
		unsupportedMethod("read1", "size=-1, /"),
		unsupportedMethod("write", "b, /"),
		method("readinto", "buffer, /", func(th *thread, v value, a []value) value { return readintoVia(th, v, sRead, a[0]) }),
		method("readinto1", "buffer, /", func(th *thread, v value, a []value) value { return readintoVia(th, v, sRead1, a[0]) }),
	}})
	object.Define(&textIOBaseType, object.Spec{Name: "_io._TextIOBase", Base: &ioBaseType,
		Methods: []object.Method{
			unsupportedMethod("detach", ""),
			unsupportedMethod("read", "size=-1, /"),
			unsupportedMethod("readline", "size=-1, /"),
			unsupportedMethod("write", "s, /"),
		},
		Getset: []object.Getset{
			{Name: "encoding", Get: func(th *thread, v value) value { return object.None }},
			{Name: "newlines", Get: func(th *thread, v value) value { return object.None }},
			{Name: "errors", Get: func(th *thread, v value) value { return object.None }},
		}})
}

// streamNew allocates a stream; __init__ does the rest.
func streamNew(th *thread, t *object.Type, args []value, kw []*str) value { return t.Allocate() }

func noneIf(ok bool) value {
	if !ok {
		return value{}
	}
	return object.None
}

func notImplemented(th *thread, v value, a []value) value {
	return th.RaiseValue(object.NewException(&object.NotImplementedErrorType).V())
}

func selfIfOpen(th *thread, v value) value {
	if !checkOpen(th, v) {
		return value{}
	}
	return v
}

func baseClose(th *thread, v value) value {
	if closed, ok := isClosed(th, v); !ok {
		return value{}
	} else if closed {
		return object.None
	}
	r := th.CallMethod(v, sFlush)
	baseOf(v).closed = true
	if r.IsNil() {
		return r
	}
	return object.None
}

func baseNext(th *thread, v value) value {
	line := th.CallMethod(v, sReadline)
	if line.IsNil() {
		return line
	}
	n, ok := th.Len(line)
	if !ok {
		return value{}
	}
	if n == 0 {
		th.Exc = value{}
		return value{}
	}
	return line
}

// sizeArg returns a size argument; None, negative and omitted are -1.
func sizeArg(th *thread, v value) (int, bool) {
	if v.IsNil() || v.IsNone() {
		return -1, true
	}
	if v.Type().Index == nil && !v.Is(&object.IntType) && !v.IsBool() {
		th.TypeError("argument should be integer or None, not '%s'", v.Type().TPName())
		return 0, false
	}
	n, ok := th.AsIndex(v, &object.OverflowErrorType)
	return max(n, -1), ok
}

// seekArgs are the arguments of seek(offset, whence=0).
func seekArgs(th *thread, a []value) (offset, whence int, ok bool) {
	if offset, ok = th.AsIndex(a[0], &object.OverflowErrorType); ok {
		whence, ok = whenceArg(th, a[1])
	}
	return offset, whence, ok
}

func whenceArg(th *thread, v value) (int, bool) {
	if v.IsNil() {
		return 0, true
	}
	return th.AsIndex(v, &object.OverflowErrorType)
}

// baseReadline reads byte by byte, or piece by piece where there is a peek method.
func baseReadline(th *thread, v value, a []value) value {
	limit, ok := sizeArg(th, a[0])
	if !ok {
		return value{}
	}
	peek, ok := th.LookupAttr(v, sPeek)
	if !ok {
		return value{}
	}
	var line []byte
	for limit < 0 || len(line) < limit {
		n := 1
		if !peek.IsNil() {
			ahead := th.CallArgs(peek, object.Int(1))
			if ahead.IsNil() {
				return ahead
			}
			b, ok := bytesOf(th, ahead)
			if !ok {
				return value{}
			}
			n = max(1, indexAfterNewline(b))
			if limit >= 0 {
				n = min(n, limit-len(line))
			}
		}
		x := th.CallMethod(v, sRead, object.Int(int64(n)))
		if x.IsNil() {
			return x
		}
		if !x.Is(&object.BytesType) {
			return th.Raisef(&object.OSErrorType, "read() should have returned a bytes object, not '%s'", x.Type().Name)
		}
		b, _ := bytesOf(th, x)
		if len(b) == 0 {
			break
		}
		line = append(line, b...)
		if b[len(b)-1] == '\n' {
			break
		}
	}
	return object.NewBytes(line).V()
}

func indexAfterNewline(b []byte) int {
	for i, c := range b {
		if c == '\n' {
			return i + 1
		}
	}
	return len(b)
}

func baseReadlines(th *thread, v value, a []value) value {
	hint, ok := sizeArg(th, a[0])
	if !ok {
		return value{}
	}
	it := th.Iter(v)
	if it.IsNil() {
		return it
	}
	var lines []value
	for total := 0; ; {
		line, ok := th.Next(it)
		if !ok {
			return value{}
		}
		if line.IsNil() {
			break
		}
		lines = append(lines, line)
		if hint > 0 {
			n, ok := th.Len(line)
			if !ok {
				return value{}
			}
			if total += n; total >= hint {
				break
			}
		}
	}
	return object.NewList(lines).V()
}

func baseWritelines(th *thread, v value, a []value) value {
	if !checkOpen(th, v) {
		return value{}
	}
	return noneIf(th.ForEach(a[0], func(line value) bool { return !th.CallMethod(v, sWrite, line).IsNil() }))
}

func rawRead(th *thread, v value, a []value) value {
	n, ok := sizeArg(th, a[0])
	if !ok {
		return value{}
	}
	if n < 0 {
		return th.CallMethod(v, sReadall)
	}
	room := newByteArray(th, n)
	if room.IsNil() {
		return room
	}
	r := th.CallMethod(v, sReadinto, room)
	if r.IsNil() || r.IsNone() {
		return r
	}
	got, ok := th.AsIndex(r, &object.ValueErrorType)
	if !ok {
		return value{}
	}
	b, ok := bytesOf(th, room)
	if !ok {
		return value{}
	}
	if got < 0 || got > len(b) {
		return th.ValueError("readinto returned %d outside buffer size %d", got, n)
	}
	return object.NewBytes(append([]byte(nil), b[:got]...)).V()
}

func rawReadall(th *thread, v value) value {
	var all []byte
	for {
		x := th.CallMethod(v, sRead, object.Int(bufferSize))
		if x.IsNil() {
			return x
		}
		if x.IsNone() {
			if len(all) == 0 {
				return x
			}
			break
		}
		if !x.Is(&object.BytesType) {
			return th.TypeError("read() should return bytes")
		}
		b, _ := bytesOf(th, x)
		if len(b) == 0 {
			break
		}
		all = append(all, b...)
	}
	return object.NewBytes(all).V()
}

func readintoVia(th *thread, v value, read *str, dst value) value {
	buf, ok := writableBuffer(th, dst, "readinto")
	if !ok {
		return value{}
	}
	defer release(buf)
	x := th.CallMethod(v, read, object.Int(int64(len(buf.Bytes))))
	if x.IsNil() {
		return x
	}
	b, ok := bytesOf(th, x)
	if !ok {
		return th.TypeError("read() should return bytes")
	}
	if len(b) > len(buf.Bytes) {
		return th.ValueError("read() returned too much data: %d bytes requested, %d returned", len(buf.Bytes), len(b))
	}
	return object.Int(int64(copy(buf.Bytes, b)))
}
