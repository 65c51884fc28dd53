// asyncio.StreamWriter: the writing end of a connection.
package asyncrt

import (
	"unsafe"

	"pyasync/object"
)

// StreamWriterType is asyncio.streams.StreamWriter.
var StreamWriterType object.Type

// StreamWriter hands what is written to a transport.
type StreamWriter struct {
	Header
	dict                              *object.Dict
	transport, protocol, reader, loop Value
	complete                          Value // _complete_fut, made when somebody asks
}

func writerOf(v Value) *StreamWriter { return (*StreamWriter)(v.Ptr()) }

// V returns the writer as a Value.
func (w *StreamWriter) V() Value { return valueOf(&w.Header) }

var (
	writerSig     = object.ParseSignature("transport, protocol, reader, loop")
	strWriteLines = name("writelines")
	strWriteEOF   = name("write_eof")
	strCanEOF     = name("can_write_eof")
	coDrain       = coroInfo("StreamWriter.drain")
	coWaitClosed  = coroInfo("StreamWriter.wait_closed")
)

func init() {
	definePython(&StreamWriterType, object.Spec{Name: "asyncio.streams.StreamWriter", Sig: "transport, protocol, reader, loop",
		Doc: "The writing end of a connection.", Alloc: object.Allocator[StreamWriter](),
		DictOf: func(v Value, create bool) *object.Dict { return object.DictAt(&writerOf(v).dict, create) },
		Slots:  object.Slots{New: allocateObject, Init: writerInit, Repr: writerRepr},
		Getset: []object.Getset{
			{Name: "transport", Get: func(th *Thread, self Value) Value { return orNone(writerOf(self).transport) }},
			valueAttr("_transport", func(v Value) *Value { return &writerOf(v).transport }),
			valueAttr("_protocol", func(v Value) *Value { return &writerOf(v).protocol }),
			valueAttr("_reader", func(v Value) *Value { return &writerOf(v).reader }),
			valueAttr("_loop", func(v Value) *Value { return &writerOf(v).loop }),
			{Name: "_complete_fut", Get: func(th *Thread, self Value) Value {
				w := writerOf(self)
				if w.complete.H == nil {
					if w.complete = newLoopFuture(th, w.loop); w.complete.H != nil && !settleWaiter(th, w.complete, Value{}) {
						return Value{}
					}
				}
				return w.complete
			}},
		},
		Methods: []object.Method{
			{Name: "write", Sig: "data", F1: func(th *Thread, self, data Value) Value {
				w := writerOf(self)
				if t := plainSocketTransport(w.transport); t != nil {
					return nilOrNone(t.write(th, data))
				}
				return noneOf(th.CallMethod(w.transport, strWrite, data))
			}},
			{Name: "writelines", Sig: "data", F1: func(th *Thread, self, data Value) Value {
				return noneOf(th.CallMethod(writerOf(self).transport, strWriteLines, data))
			}},
			{Name: "write_eof", F0: func(th *Thread, self Value) Value { return th.CallMethod(writerOf(self).transport, strWriteEOF) }},
			{Name: "can_write_eof", F0: func(th *Thread, self Value) Value { return th.CallMethod(writerOf(self).transport, strCanEOF) }},
			{Name: "close", F0: func(th *Thread, self Value) Value { return th.CallMethod(writerOf(self).transport, strClose) }},
			{Name: "is_closing", F0: func(th *Thread, self Value) Value { return th.CallMethod(writerOf(self).transport, strIsClosing) }},
			{Name: "wait_closed", Flags: object.CoroutineFunction, F0: waitClosed},
			{Name: "get_extra_info", Sig: "name, default=None", F: func(th *Thread, self Value, a []Value) Value {
				return th.CallMethod(writerOf(self).transport, strExtraInfo, a[0], orNone(a[1]))
			}},
			{Name: "drain", Flags: object.CoroutineFunction, F0: func(th *Thread, self Value) Value {
				d := &drainOp{writer: writerOf(self)}
				return makeCoro(&d.Coroutine, coDrain, stepDrain)
			}, Now: drainNow},
		},
		Consts: func() map[string]Value {
			return lazyMethods("StreamWriter", []lazyRow{{name: "start_tls", module: "_asyncio_streams", fn: "_start_tls"}})
		},
	})
}

func writerInit(th *Thread, self Value, args []Value, kw []*object.Str) bool {
	var a [4]Value
	return writerSig.BindPython(th, "StreamWriter.__init__", 1, args, kw, a[:]) && writerOf(self).init(th, a[0], a[1], a[2], a[3])
}

func newStreamWriter(th *Thread, transport, protocol, reader, loop Value) *StreamWriter {
	w := &StreamWriter{Header: Header{Shape: &StreamWriterType.Root}}
	if !w.init(th, transport, protocol, orNone(reader), loop) {
		return nil
	}
	return w
}

func (w *StreamWriter) init(th *Thread, transport, protocol, reader, loop Value) bool {
	if isSet(reader) && plainReader(reader) == nil {
		// drain() expects a method exception().
		is, ok := th.IsInstanceOf(reader, StreamReaderType.V())
		if !ok {
			return false
		}
		if !is {
			raiseAssertion(th, "")
			return false
		}
	}
	w.transport, w.protocol, w.reader, w.loop = transport, protocol, reader, loop
	return true
}

func writerRepr(th *Thread, v Value) Value {
	w := writerOf(v)
	text := "<" + v.Type().Name + " transport="
	s, ok := th.Repr(orNone(w.transport))
	if !ok {
		return Value{}
	}
	text += s
	if isSet(w.reader) {
		if s, ok = th.Repr(w.reader); !ok {
			return Value{}
		}
		text += " reader=" + s
	}
	return object.StrValue(text + ">")
}

// waitClosed is wait_closed(): it awaits what the protocol's _get_close_waiter() gives.
func waitClosed(th *Thread, self Value) Value {
	w := writerOf(self)
	var a awaiting
	started := false
	return newFuncCoro(coWaitClosed, func(th *Thread, x, exc Value) (r Value, st Status) {
		switch {
		case started:
			r, st = a.resume(th, x, exc)
		case exc.H != nil:
			return throwIn(th, exc)
		default:
			started = true
			v := th.CallMethod(w.protocol, strCloseWaiter, self)
			if v.H == nil {
				return raised()
			}
			r, st = a.start(th, v)
		}
		if st == statusReturn {
			return returnNone()
		}
		return r, st
	})
}

// drainOp is the coroutine of drain().
type drainOp struct {
	object.Coroutine
	writer *StreamWriter
	flow   *streamFlow // the protocol, when its _drain_helper() is the builtin one
	w      waiter
	a      *awaiting // otherwise, what awaits the protocol's
	stage  uint8
}

const (
	drainStart uint8 = iota
	drainYielded
	drainWaiting
)

func stepDrain(th *Thread, co *object.Coroutine, x, exc Value) (Value, Status) {
	d := (*drainOp)(unsafe.Pointer(co))
	switch d.stage {
	case drainWaiting:
		if d.flow != nil {
			return d.flow.drained(th, &d.w, exc)
		}
		return drainResult(d.a.resume(th, x, exc))
	case drainYielded:
		if exc.H != nil {
			return throwIn(th, exc)
		}
		return d.help(th)
	}
	if exc.H != nil {
		return throwIn(th, exc)
	}
	if !d.check(th) {
		return raised()
	}
	closing, ok := d.closing(th)
	if !ok {
		return raised()
	}
	if closing {
		// Let connection_lost() run, so that a writer in a loop learns of it.
		d.stage = drainYielded
		return None, statusSuspend
	}
	return d.help(th)
}

// drainNow is drain() when there is nothing to wait for.
func drainNow(th *Thread, self, _ Value) (Value, bool) {
	w := writerOf(self)
	if w.dict != nil || w.Shape != &StreamWriterType.Root {
		return Value{}, false
	}
	t, p := plainSocketTransport(orNone(w.transport)), plainStream(orNone(w.protocol))
	if t == nil || p == nil || t.closing || p.paused || p.lost {
		return Value{}, false
	}
	if isSet(w.reader) {
		if r := plainReader(w.reader); r == nil || isSet(r.exception) {
			return Value{}, false
		}
	}
	return None, true
}

// check raises the reader's exception.
func (d *drainOp) check(th *Thread) bool {
	w := d.writer
	if !isSet(w.reader) {
		return true
	}
	var exc Value
	if r := plainReader(w.reader); r != nil {
		exc = r.exception
	} else if exc = th.CallMethod(w.reader, strException); exc.H == nil {
		return false
	}
	if !isSet(exc) {
		return true
	}
	if _, ok := object.AsException(exc); !ok {
		th.TypeError("exceptions must derive from BaseException")
		return false
	}
	th.RaiseValue(exc)
	return false
}

func (d *drainOp) closing(th *Thread) (closing, ok bool) {
	if t := plainSocketTransport(orNone(d.writer.transport)); t != nil {
		return t.closing, true
	}
	r := th.CallMethod(d.writer.transport, strIsClosing)
	if r.H == nil {
		return false, false
	}
	return th.Truth(r)
}

// help is `await protocol._drain_helper()`.
func (d *drainOp) help(th *Thread) (Value, Status) {
	d.stage = drainWaiting
	if p := plainStream(orNone(d.writer.protocol)); p != nil {
		d.flow = &p.streamFlow
		return d.flow.drain(th, &d.w)
	}
	v := th.CallMethod(d.writer.protocol, strDrainMethod)
	if v.H == nil {
		return raised()
	}
	d.a = &awaiting{}
	return drainResult(d.a.start(th, v))
}

func drainResult(r Value, st Status) (Value, Status) {
	if st == statusReturn {
		return returnNone()
	}
	return r, st
}
