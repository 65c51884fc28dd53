// streams.FlowControlMixin and StreamReaderProtocol: what stands between a transport and the two ends of a stream.
package asyncrt

import (
	"unsafe"
	"weak"

	"pyasync/object"
)

// FlowControlMixinType and StreamProtocolType are the classes.
var FlowControlMixinType, StreamProtocolType object.Type

// streamFlow is the layout of FlowControlMixin: drain() waits here while the transport has paused writing.
type streamFlow struct {
	Header
	dict    *object.Dict
	loop    Value
	paused  bool
	lost    bool // _connection_lost
	waiters waiterList
}

// StreamProtocol is the layout of StreamReaderProtocol.
type StreamProtocol struct {
	streamFlow
	reader    Value // the StreamReader until the connection is lost
	transport Value
	connected Value // _client_connected_cb
	task      Value
	closed    Value // the future that wait_closed() waits for
	source    Value
	overTLS   bool
	reject    bool
}

func streamFlowOf(v Value) *streamFlow { return (*streamFlow)(v.Ptr()) }
func streamOf(v Value) *StreamProtocol { return (*StreamProtocol)(v.Ptr()) }
func (p *StreamProtocol) V() Value     { return valueOf(&p.Header) }
func (p *streamFlow) self() Value      { return valueOf(&p.Header) }

// plainStream returns the protocol v is when it is exactly a StreamReaderProtocol without further attributes.
func plainStream(v Value) *StreamProtocol {
	if v.H.Shape == &StreamProtocolType.Root {
		if p := streamOf(v); p.dict == nil {
			return p
		}
	}
	return nil
}

var (
	loopOnlySig       = object.ParseSignature("loop=None")
	streamProtoSig    = object.ParseSignature("stream_reader, client_connected_cb=None, loop=None")
	coDrainHelper     = coroInfo("FlowControlMixin._drain_helper")
	strDrainMethod    = name("_drain_helper")
	strFeedEOF        = name("feed_eof")
	strFeedData       = name("feed_data")
	strSetTransport   = name("set_transport")
	strExtraInfo      = name("get_extra_info")
	strAbort          = name("abort")
	strSourceTrace    = name("_source_traceback")
	strCloseWaiter    = name("_get_close_waiter")
	strSSLContextName = object.StrValue("sslcontext")
)

func streamDict(v Value, create bool) *object.Dict {
	return object.DictAt(&streamFlowOf(v).dict, create)
}

func init() {
	definePython(&FlowControlMixinType, object.Spec{Name: "asyncio.streams.FlowControlMixin", Sig: "loop=None", Base: &ProtocolType,
		Doc: "The protocol's side of flow control.", Alloc: object.Allocator[streamFlow](), DictOf: streamDict,
		Slots: object.Slots{New: allocateObject, Init: func(th *Thread, self Value, args []Value, kw []*object.Str) bool {
			var a [1]Value
			return loopOnlySig.BindPython(th, "FlowControlMixin.__init__", 1, args, kw, a[:]) && streamFlowOf(self).init(th, a[0])
		}},
		Getset: []object.Getset{
			valueAttr("_loop", func(v Value) *Value { return &streamFlowOf(v).loop }),
			boolAttr("_paused", func(v Value) *bool { return &streamFlowOf(v).paused }),
			boolAttr("_connection_lost", func(v Value) *bool { return &streamFlowOf(v).lost }),
			{Name: "_drain_waiters", Get: func(th *Thread, self Value) Value { return object.NewList(streamFlowOf(self).waiters.values()).V() }},
		},
		Methods: []object.Method{
			{Name: "pause_writing", F0: func(th *Thread, self Value) Value { return nilOrNone(streamFlowOf(self).pauseWriting(th)) }},
			{Name: "resume_writing", F0: func(th *Thread, self Value) Value { return nilOrNone(streamFlowOf(self).resumeWriting(th)) }},
			{Name: "connection_lost", Sig: "exc", F1: func(th *Thread, self, exc Value) Value { return nilOrNone(streamFlowOf(self).connectionLost(th, exc)) }},
			{Name: "_drain_helper", Flags: object.CoroutineFunction, F0: func(th *Thread, self Value) Value {
				d := &drainHelper{flow: streamFlowOf(self)}
				return makeCoro(&d.Coroutine, coDrainHelper, stepDrainHelper)
			}},
			notImplemented(protocolMethod{"_get_close_waiter", "stream", "The future that is done when the connection is closed."})[0],
		},
	})
	definePython(&StreamProtocolType, object.Spec{Name: "asyncio.streams.StreamReaderProtocol", Base: &FlowControlMixinType,
		Sig: "stream_reader, client_connected_cb=None, loop=None", Doc: "Feeds a StreamReader from a transport.",
		Alloc: object.Allocator[StreamProtocol](), DictOf: streamDict,
		Slots: object.Slots{New: allocateObject, Init: streamInit},
		Getset: []object.Getset{
			{Name: "_stream_reader", Get: func(th *Thread, self Value) Value { return orNone(streamOf(self).reader) }},
			valueAttr("_transport", func(v Value) *Value { return &streamOf(v).transport }),
			valueAttr("_client_connected_cb", func(v Value) *Value { return &streamOf(v).connected }),
			valueAttr("_task", func(v Value) *Value { return &streamOf(v).task }),
			valueAttr("_closed", func(v Value) *Value { return &streamOf(v).closed }),
			valueAttr("_source_traceback", func(v Value) *Value { return &streamOf(v).source }),
			boolAttr("_over_ssl", func(v Value) *bool { return &streamOf(v).overTLS }),
			boolAttr("_reject_connection", func(v Value) *bool { return &streamOf(v).reject }),
		},
		Methods: streamMethods,
	})
	StreamProtocolType.Bases = []*object.Type{&FlowControlMixinType, &ProtocolType} // as CPython lists them; the MRO is the same
	defineWaker(wakeClient, "StreamReaderProtocol.connection_made.<locals>.callback() at asyncio/streams.py:248",
		"StreamReaderProtocol.connection_made.<locals>.callback", func(th *Thread, owner *Header, task Value) bool {
			return (*clientTask)(unsafe.Pointer(owner)).done(th, task)
		})
}

var streamMethods = []object.Method{
	{Name: "connection_made", Sig: "transport", F1: func(th *Thread, self, t Value) Value { return nilOrNone(streamOf(self).connectionMade(th, t)) }},
	{Name: "connection_lost", Sig: "exc", F1: func(th *Thread, self, exc Value) Value { return nilOrNone(streamOf(self).connectionLost(th, exc)) }},
	{Name: "data_received", Sig: "data", F1: func(th *Thread, self, data Value) Value {
		r := streamOf(self).reader
		if !isSet(r) {
			return None
		}
		if plain := plainReader(r); plain != nil {
			return nilOrNone(plain.feed(th, data))
		}
		return noneOf(th.CallMethod(r, strFeedData, data))
	}},
	{Name: "eof_received", F0: func(th *Thread, self Value) Value {
		p := streamOf(self)
		if isSet(p.reader) && !p.feedEOF(th) {
			return Value{}
		}
		// Over TLS the transport cannot stay half open.
		return object.Bool(!p.overTLS)
	}},
	{Name: "_replace_transport", Sig: "transport", F1: func(th *Thread, self, t Value) Value { return nilOrNone(streamOf(self).setTransport(th, t)) }},
	{Name: "_get_close_waiter", Sig: "stream", F1: func(th *Thread, self, stream Value) Value { return orNone(streamOf(self).closed) }},
}

func (p *streamFlow) init(th *Thread, loop Value) bool {
	if !isSet(loop) {
		if loop = currentLoop(th); loop.H == nil {
			return false
		}
	}
	p.loop, p.paused, p.lost = loop, false, false
	return true
}

func streamInit(th *Thread, self Value, args []Value, kw []*object.Str) bool {
	var a [3]Value
	if !streamProtoSig.BindPython(th, "StreamReaderProtocol.__init__", 1, args, kw, a[:]) {
		return false
	}
	p := streamOf(self)
	if !p.streamFlow.init(th, a[2]) {
		return false
	}
	p.reader, p.connected = orNone(a[0]), orNone(a[1])
	p.transport, p.task, p.overTLS, p.reject = None, None, false, false
	if r := plainReader(p.reader); r != nil {
		p.source = r.source
	} else if isSet(p.reader) {
		if p.source = th.GetAttr(p.reader, strSourceTrace); p.source.H == nil {
			return false
		}
	}
	p.closed = newLoopFuture(th, p.loop)
	return p.closed.H != nil
}

// -- flow control ---------------------------------------------------------------------------------------------

func (p *streamFlow) debugLog(th *Thread, format string) bool {
	debug, ok := loopDebug(th, p.loop)
	if !debug || !ok {
		return ok
	}
	f := lazyImport(th, "_asyncio_selector", "_log_debug")
	return f.H != nil && th.CallArgs(f, object.StrValue(format), p.self()).H != nil
}

func (p *streamFlow) pauseWriting(th *Thread) bool {
	if p.paused {
		raiseAssertion(th, "")
		return false
	}
	p.paused = true
	return p.debugLog(th, "%r pauses writing")
}

func (p *streamFlow) resumeWriting(th *Thread) bool {
	if !p.paused {
		raiseAssertion(th, "")
		return false
	}
	p.paused = false
	return p.debugLog(th, "%r resumes writing") && p.wake(th, Value{})
}

// wake ends the waits of drain(): in order, or with exc.
func (p *streamFlow) wake(th *Thread, exc Value) bool {
	for w := p.waiters.first; w != nil; w = w.next {
		if w.fut.state == pending && !settleWaiter(th, w.fut.V(), exc) {
			return false
		}
	}
	return true
}

func (p *streamFlow) connectionLost(th *Thread, exc Value) bool {
	p.lost = true
	if !p.paused {
		return true
	}
	if exc.IsNone() {
		exc = Value{}
	}
	return p.wake(th, exc)
}

// drainHelper is the coroutine of _drain_helper().
type drainHelper struct {
	object.Coroutine
	flow    *streamFlow
	w       waiter
	started bool
}

func stepDrainHelper(th *Thread, co *object.Coroutine, x, exc Value) (Value, Status) {
	d := (*drainHelper)(unsafe.Pointer(co))
	if !d.started {
		if exc.H != nil {
			return throwIn(th, exc)
		}
		d.started = true
		return d.flow.drain(th, &d.w)
	}
	return d.flow.drained(th, &d.w, exc)
}

// drain begins to wait, with w, until writing may go on; drained ends that.
func (p *streamFlow) drain(th *Thread, w *waiter) (Value, Status) {
	switch {
	case p.lost:
		return th.Raise(&object.ConnectionResetErrorType, "Connection lost"), statusRaise
	case !p.paused:
		return returnNone()
	}
	return p.waiters.begin(th, w, p.loop.H, waitsDrain)
}

func (p *streamFlow) drained(th *Thread, w *waiter, exc Value) (Value, Status) {
	r := w.over(th, exc)
	p.waiters.remove(w)
	if r.H == nil {
		return raised()
	}
	return returnNone()
}

// -- StreamReaderProtocol --------------------------------------------------------------------------------------

// setTransport is _replace_transport.
func (p *StreamProtocol) setTransport(th *Thread, t Value) bool {
	p.transport = t
	info := th.CallMethod(t, strExtraInfo, strSSLContextName)
	p.overTLS = isSet(info)
	return info.H != nil
}

func (p *StreamProtocol) connectionMade(th *Thread, t Value) bool {
	if p.reject {
		return p.refuse(th, t)
	}
	p.transport = t
	if r := plainReader(p.reader); r != nil {
		if !r.setTransport(th, t) {
			return false
		}
	} else if isSet(p.reader) && th.CallMethod(p.reader, strSetTransport, t).H == nil {
		return false
	}
	if !p.setTransport(th, t) {
		return false
	}
	if !isSet(p.connected) {
		return true
	}
	w := newStreamWriter(th, t, p.V(), p.reader, p.loop)
	if w == nil {
		return false
	}
	r := th.CallArgs(p.connected, orNone(p.reader), w.V())
	if r.H == nil {
		return false
	}
	left := leftWriter{writer: weak.Make(w), transport: t, reader: p.reader, loop: p.loop}
	if !isCoroutine(th, r) {
		noteLeft(th, left)
		return true
	}
	if p.task = createTask(th, p.loop, r, nil); p.task.H == nil {
		return false
	}
	c := &clientTask{loop: p.loop, transport: t, left: left}
	return addDonePlain(th, p.task, waking(&c.Header, wakeClient))
}

// refuse ends a connection whose stream nobody holds any more.
func (p *StreamProtocol) refuse(th *Thread, t Value) bool {
	d := object.NewDict()
	d.SetName("message", object.StrValue("An open stream was garbage collected prior to establishing network connection; call \"stream.close()\" explicitly."))
	if isSet(p.source) {
		d.SetName("source_traceback", p.source)
	}
	return callExceptionHandler(th, p.loop, d) && th.CallMethod(t, strAbort).H != nil
}

// clientTask closes the transport when the task of a client fails.
type clientTask struct {
	Header
	loop, transport Value
	left            leftWriter
}

func (c *clientTask) done(th *Thread, task Value) bool {
	cancelled, ok := futureCancelled(th, task)
	if !ok {
		return false
	}
	if cancelled {
		return th.CallMethod(c.transport, strClose).H != nil
	}
	exc := futureException(th, task)
	if exc.H == nil {
		return false
	}
	if exc.IsNone() {
		noteLeft(th, c.left)
		return true
	}
	d := object.NewDict()
	d.SetName("message", object.StrValue("Unhandled exception in client_connected_cb"))
	d.SetName("exception", exc)
	d.SetName("transport", c.transport)
	return callExceptionHandler(th, c.loop, d) && th.CallMethod(c.transport, strClose).H != nil
}

func (p *StreamProtocol) feedEOF(th *Thread) bool {
	if r := plainReader(p.reader); r != nil {
		return r.feedEOF(th)
	}
	return th.CallMethod(p.reader, strFeedEOF).H != nil
}

func (p *StreamProtocol) connectionLost(th *Thread, exc Value) bool {
	ok := true
	switch r := plainReader(p.reader); {
	case !isSet(p.reader):
	case exc.IsNone():
		ok = p.feedEOF(th)
	case r != nil:
		ok = r.setException(th, exc)
	default:
		ok = th.CallMethod(p.reader, strSetException, exc).H != nil
	}
	if !ok || !p.settleClosed(th, exc) || !p.streamFlow.connectionLost(th, exc) {
		return false
	}
	p.reader, p.task, p.transport = None, None, None
	return true
}

// settleClosed ends wait_closed(). Nobody has to look at the exception it may get.
func (p *StreamProtocol) settleClosed(th *Thread, exc Value) bool {
	done, ok := futureDone(th, p.closed)
	if !ok || done {
		return ok
	}
	if exc.IsNone() {
		return settleWaiter(th, p.closed, Value{})
	}
	if !settleWaiter(th, p.closed, exc) {
		return false
	}
	if f, is := asFuture(p.closed); is {
		f.looked()
	}
	return true
}
