// BufferedReader, BufferedWriter and BufferedRandom.
package iomod

import "pyasync/object"

// Buffered is one of the three classes: bytes read ahead from, and bytes not yet written to, a raw stream. At any
// time at most one of the two buffers holds something.
type Buffered struct {
	base
	raw      value
	file     *File  // raw, when it is exactly a FileIO
	ahead    []byte // read ahead, not handed out yet: ahead[pos:]
	pos      int
	pending  []byte // written, not passed on yet
	size     int
	detached bool
	dirty    bool // on the interpreter's list of streams with pending output
}

// The classes.
var BufferedReaderType, BufferedWriterType, BufferedRandomType object.Type

func bufferedOf(v value) *Buffered { return (*Buffered)(v.Ptr()) }

func (b *Buffered) v() value { return object.ObjectValue(&b.Header) }

func isBuffered(v value) bool {
	s := v.Type()
	return s == &BufferedReaderType || s == &BufferedWriterType || s == &BufferedRandomType
}

func newBuffered(t *object.Type, raw value, size int) *Buffered {
	b := bufferedOf(t.Allocate())
	b.attach(raw, size)
	return b
}

func (b *Buffered) attach(raw value, size int) {
	b.raw, b.size, b.detached = raw, size, false
	b.ahead, b.pos, b.pending = nil, 0, nil
	b.file = nil
	if raw.IsExact(&FileType) {
		b.file = fileOf(raw)
	}
}

func init() {
	common := []object.Method{
		method0("flush", func(th *thread, v value) value { return bufferedFlush(th, v) }),
		method0("close", bufferedClose),
		method0("detach", bufferedDetach),
		method("seek", "target, whence=0, /", bufferedSeek),
		method0("tell", func(th *thread, v value) value {
			b := bufferedOf(v)
			if !b.ready(th) {
				return value{}
			}
			pos, ok := b.tell(th)
			if !ok {
				return value{}
			}
			return object.Int(pos)
		}),
		method("truncate", "pos=None, /", bufferedTruncate),
		method0("seekable", func(th *thread, v value) value { return bufferedOf(v).forward(th, sSeekable) }),
		method0("fileno", func(th *thread, v value) value { return bufferedOf(v).forward(th, sFileno) }),
		method0("isatty", func(th *thread, v value) value { return bufferedOf(v).forward(th, sIsatty) }),
	}
	getset := []object.Getset{
		{Name: "raw", Get: func(th *thread, v value) value { return object.OrNone(bufferedOf(v).raw) }},
		{Name: "closed", Get: func(th *thread, v value) value {
			b := bufferedOf(v)
			if b.raw.IsNil() {
				b.ready(th)
				return value{}
			}
			return th.GetAttr(b.raw, sClosed)
		}},
		{Name: "name", Get: func(th *thread, v value) value { return bufferedOf(v).attr(th, sName) }},
		{Name: "mode", Get: func(th *thread, v value) value { return bufferedOf(v).attr(th, sMode) }},
	}
	reading := []object.Method{
		method("read", "size=-1, /", bufferedRead),
		method("read1", "size=-1, /", bufferedRead1),
		method("readinto", "buffer, /", func(th *thread, v value, a []value) value { return bufferedReadinto(th, v, a[0], false) }),
		method("readinto1", "buffer, /", func(th *thread, v value, a []value) value { return bufferedReadinto(th, v, a[0], true) }),
		method("readline", "size=-1, /", bufferedReadline),
		method("peek", "size=0, /", bufferedPeek),
		method0("readable", func(th *thread, v value) value { return bufferedOf(v).forward(th, sReadable) }),
	}
	writing := []object.Method{
		method("write", "buffer, /", bufferedWrite),
		method0("writable", func(th *thread, v value) value { return bufferedOf(v).forward(th, sWritable) }),
	}
	define := func(t *object.Type, name string, init func(*thread, value, []value, []*str) bool, read, write bool) {
		methods := common
		slots := object.Slots{New: streamNew, Init: init, Repr: bufferedRepr}
		if read {
			methods = append(methods[:len(methods):len(methods)], reading...)
			slots.Next = bufferedNext
		}
		if write {
			methods = append(methods[:len(methods):len(methods)], writing...)
		}
		object.Define(t, object.Spec{Name: "_io." + name, Sig: "raw, buffer_size=8192", Base: &bufferedIOBaseType,
			Alloc: object.Allocator[Buffered](), DictOf: dictOf, Slots: slots, Methods: methods, Getset: getset})
	}
	define(&BufferedReaderType, "BufferedReader", bufferedInit(sReadable, "File or stream is not readable."), true, false)
	define(&BufferedWriterType, "BufferedWriter", bufferedInit(sWritable, "File or stream is not writable."), false, true)
	define(&BufferedRandomType, "BufferedRandom", bufferedInit(nil, ""), true, true)
}

var bufferedSig = object.ParseSignature("raw, buffer_size=8192")

func bufferedInit(able *str, text string) func(*thread, value, []value, []*str) bool {
	return func(th *thread, v value, args []value, kw []*str) bool {
		var a [2]value
		if !bufferedSig.Bind(th, v.Type().Name, args, kw, a[:]) {
			return false
		}
		size := bufferSize
		if !a[1].IsNil() {
			var ok bool
			if size, ok = th.AsIndex(a[1], &object.OverflowErrorType); !ok {
				return false
			}
		}
		if size <= 0 {
			th.ValueError("buffer size must be strictly positive")
			return false
		}
		if !th.CheckSize(size) {
			return false
		}
		checks := []*str{able}
		texts := []string{text}
		if able == nil {
			checks = []*str{sSeekable, sReadable, sWritable}
			texts = []string{"File or stream is not seekable.", "File or stream is not readable.", "File or stream is not writable."}
		}
		for i, c := range checks {
			if !checkAble(th, a[0], c, texts[i]) {
				return false
			}
		}
		bufferedOf(v).attach(a[0], size)
		return true
	}
}

// ready raises for a stream that was not initialised or lost its raw stream.
func (b *Buffered) ready(th *thread) bool {
	switch {
	case b.detached:
		th.ValueError("raw stream has been detached")
	case b.raw.IsNil():
		th.ValueError("I/O operation on uninitialized object")
	default:
		return true
	}
	return false
}

// open raises "<what> of closed file" for a closed stream.
func (b *Buffered) open(th *thread, what string) bool {
	if !b.ready(th) {
		return false
	}
	if b.file != nil {
		if b.file.fd >= 0 {
			return true
		}
	} else if closed, ok := isClosed(th, b.raw); !ok || !closed {
		return ok
	}
	th.ValueError("%s closed file", what)
	return false
}

func (b *Buffered) forward(th *thread, name *str) value {
	if !b.ready(th) {
		return value{}
	}
	return th.CallMethod(b.raw, name)
}

func (b *Buffered) attr(th *thread, name *str) value {
	if !b.ready(th) {
		return value{}
	}
	return th.GetAttr(b.raw, name)
}

func bufferedRepr(th *thread, v value) value {
	name, ok := th.LookupAttr(v, sName)
	if !ok {
		if !th.Catch(&object.ValueErrorType) {
			return value{}
		}
	}
	text := "<" + v.Type().FullName()
	if !name.IsNil() {
		s, ok := th.Repr(name)
		if !ok {
			return value{}
		}
		text += " name=" + s
	}
	return object.StrValue(text + ">")
}

func bufferedClose(th *thread, v value) value {
	b := bufferedOf(v)
	if !b.ready(th) {
		return value{}
	}
	if closed, ok := isClosed(th, b.raw); !ok {
		return value{}
	} else if closed {
		return object.None
	}
	r := th.CallMethod(v, sFlush)
	exc := th.Exc
	closed := th.CallMethod(b.raw, sClose)
	b.pending, b.ahead = nil, nil
	b.pos = 0
	switch {
	case closed.IsNil():
		if r.IsNil() { // the error of close gets that of flush as its context
			if e, ok := object.AsException(th.Exc); ok && e.Context.IsNil() {
				e.Context = exc
			}
		}
		return value{}
	case r.IsNil():
		th.Exc = exc
		return value{}
	}
	return object.None
}

func bufferedDetach(th *thread, v value) value {
	b := bufferedOf(v)
	if !b.ready(th) || th.CallMethod(v, sFlush).IsNil() {
		return value{}
	}
	raw := b.raw
	b.raw, b.file, b.detached = value{}, nil, true
	return raw
}
