// BufferedRWPair: a reader and a writer as one stream.
package iomod

import "pyasync/object"

type rwPair struct {
	base
	reader, writer value
}

var rwPairType object.Type

func pairOf(v value) *rwPair { return (*rwPair)(v.Ptr()) }

func init() {
	toReader := func(name, sig string) object.Method {
		key := object.NewStr(name)
		return method(name, sig, func(th *thread, v value, a []value) value {
			r := pairOf(v).reader
			if r.IsNil() {
				return th.ValueError("I/O operation on uninitialized object")
			}
			if len(a) > 0 && !a[0].IsNil() {
				return th.CallMethod(r, key, a[0])
			}
			return th.CallMethod(r, key)
		})
	}
	toWriter := func(name, sig string) object.Method {
		key := object.NewStr(name)
		return method(name, sig, func(th *thread, v value, a []value) value {
			w := pairOf(v).writer
			if w.IsNil() {
				return th.ValueError("I/O operation on uninitialized object")
			}
			return th.CallMethod(w, key, a...)
		})
	}
	object.Define(&rwPairType, object.Spec{
		Name: "_io.BufferedRWPair", Sig: "reader, writer, buffer_size=8192, /", Base: &bufferedIOBaseType, Alloc: object.Allocator[rwPair](), DictOf: dictOf,
		Slots: object.Slots{New: streamNew, Init: pairInit},
		Methods: []object.Method{
			toReader("read", "size=-1, /"), toReader("read1", "size=-1, /"), toReader("peek", "size=0, /"), toReader("readinto", "buffer, /"),
			toReader("readinto1", "buffer, /"), toReader("readable", ""), toWriter("write", "buffer, /"), toWriter("flush", ""), toWriter("writable", ""),
			method0("close", func(th *thread, v value) value {
				p := pairOf(v)
				r := th.CallMethod(p.writer, sClose)
				exc := th.Exc
				if th.CallMethod(p.reader, sClose).IsNil() {
					return value{}
				}
				if r.IsNil() {
					th.Exc = exc
				}
				return r
			}),
			method0("isatty", func(th *thread, v value) value {
				r := th.CallMethod(pairOf(v).writer, sIsatty)
				if r != object.False {
					return r
				}
				return th.CallMethod(pairOf(v).reader, sIsatty)
			}),
		},
		Getset: []object.Getset{
			{Name: "closed", Get: func(th *thread, v value) value {
				if pairOf(v).writer.IsNil() {
					return th.RuntimeError("the BufferedRWPair object is being garbage-collected")
				}
				return th.GetAttr(pairOf(v).writer, sClosed)
			}},
		},
	})
}

var pairSig = object.ParseSignature("reader, writer, buffer_size=8192, /")

func pairInit(th *thread, v value, args []value, kw []*str) bool {
	var a [3]value
	if !pairSig.Bind(th, "BufferedRWPair", args, kw, a[:]) {
		return false
	}
	size := object.Int(bufferSize)
	if !a[2].IsNil() {
		size = a[2]
	}
	if !checkAble(th, a[0], sReadable, "File or stream is not readable.") || !checkAble(th, a[1], sWritable, "File or stream is not writable.") {
		return false
	}
	p := pairOf(v)
	if p.reader = th.CallArgs(BufferedReaderType.V(), a[0], size); p.reader.IsNil() {
		return false
	}
	p.writer = th.CallArgs(BufferedWriterType.V(), a[1], size)
	return !p.writer.IsNil()
}
