// selector_events._SelectorTransport: the life of a transport on a socket. Sockets of streams are in sockettransport.go;
// the datagram transport derives from this class in Python.
package asyncrt

import (
	"pyasync/object"
	"pyasync/stdlib/socket"
)

// SelectorTransportType and SocketTransportType are the classes.
var SelectorTransportType, SocketTransportType object.Type

// selectorTransport is the layout of both classes.
type selectorTransport struct {
	flowTransport
	dict      *object.Dict
	sock      Value             // None once closed
	direct    *socketmod.Socket // sock, when Go code may use it
	fd        Value
	protocol  Value
	server    Value
	buffer    writeBuffer
	connLost  int // how often connection_lost was scheduled or a write came too late
	connected bool
	closing   bool
	stopped   bool // _paused: pause_reading() was called
	// Of socket transports only:
	eof         bool // write_eof() was called
	buffered    bool // the protocol is a BufferedProtocol
	emptyWaiter Value
	writeReady  Value // _write_ready, when somebody has set it
}

func selectorOf(v Value) *selectorTransport { return (*selectorTransport)(v.Ptr()) }

// plainSocketTransport returns the transport v is when it is exactly a _SelectorSocketTransport and nobody put
// attributes on it: its methods need not be looked up then.
func plainSocketTransport(v Value) *selectorTransport {
	if v.H.Shape == &SocketTransportType.Root {
		if t := selectorOf(v); t.dict == nil {
			return t
		}
	}
	return nil
}

// V returns the transport as a Value.
func (t *selectorTransport) V() Value { return valueOf(&t.Header) }

func (t *selectorTransport) plain() bool {
	return t.Shape == &SocketTransportType.Root && t.dict == nil
}

var (
	strFileno         = name("fileno")
	strIsClosing      = name("is_closing")
	strIsReading      = name("is_reading")
	strForceClose     = name("_force_close")
	strFatalError     = name("_fatal_error")
	strCallLost       = name("_call_connection_lost")
	strConnMade       = name("connection_made")
	strConnLost       = name("connection_lost")
	strSetProtocol    = name("set_protocol")
	strAttach         = name("_attach")
	strDetach         = name("_detach")
	strTransportReady = name("_add_reader")
	selectorSig       = object.ParseSignature("loop, sock, protocol, extra=None, server=None")
)

func selectorDict(v Value, create bool) *object.Dict {
	return object.DictAt(&selectorOf(v).dict, create)
}

func init() {
	definePython(&SelectorTransportType, object.Spec{Name: "asyncio.selector_events._SelectorTransport", Base: &FlowTransportType,
		Doc: "A transport on a socket that the loop polls.", Alloc: object.Allocator[selectorTransport](), DictOf: selectorDict,
		Slots: object.Slots{New: allocateObject, Init: selectorInit, Repr: func(th *Thread, v Value) Value {
			f := lazyImport(th, "_asyncio_selector", "_transport_repr")
			if f.H == nil {
				return f
			}
			return th.CallArgs(f, v)
		}},
		Getset:  selectorAttrs,
		Methods: selectorTransportMethods,
		Consts: func() map[string]Value {
			m := lazyMethods("_SelectorTransport", []lazyRow{
				{name: "_fatal_error", module: "_asyncio_selector", fn: "_transport_fatal_error"},
				{name: "__del__", module: "_asyncio_selector", fn: "_transport_del"}})
			m["max_size"] = object.Int(maxReceive)
			return m
		},
	})
	defineSocketTransport()
}

// maxReceive bounds one recv().
const maxReceive = 256 * 1024

var selectorAttrs = []object.Getset{
	{Name: "_sock", Get: func(th *Thread, self Value) Value { return orNone(selectorOf(self).sock) },
		Set: func(th *Thread, self, x Value) bool { selectorOf(self).setSock(th, x); return true }},
	valueAttr("_sock_fd", func(v Value) *Value { return &selectorOf(v).fd }),
	valueAttr("_protocol", func(v Value) *Value { return &selectorOf(v).protocol }),
	valueAttr("_server", func(v Value) *Value { return &selectorOf(v).server }),
	{Name: "_buffer", Get: func(th *Thread, self Value) Value { return selectorOf(self).buffer.expose(th) },
		Set: func(th *Thread, self, x Value) bool { selectorOf(self).buffer = writeBuffer{deque: x}; return true }},
	countAttr("_conn_lost", func(v Value) *int { return &selectorOf(v).connLost }),
	boolAttr("_protocol_connected", func(v Value) *bool { return &selectorOf(v).connected }),
	boolAttr("_closing", func(v Value) *bool { return &selectorOf(v).closing }),
	boolAttr("_paused", func(v Value) *bool { return &selectorOf(v).stopped }),
}

var selectorTransportMethods = []object.Method{
	{Name: "abort", F0: func(th *Thread, self Value) Value { return noneOf(th.CallMethod(self, strForceClose, None)) }},
	{Name: "set_protocol", Sig: "protocol", F1: func(th *Thread, self, p Value) Value {
		t := selectorOf(self)
		t.protocol, t.connected = p, true
		return None
	}},
	{Name: "get_protocol", F0: func(th *Thread, self Value) Value { return orNone(selectorOf(self).protocol) }},
	{Name: "is_closing", F0: func(th *Thread, self Value) Value { return object.Bool(selectorOf(self).closing) }},
	{Name: "is_reading", F0: func(th *Thread, self Value) Value {
		t := selectorOf(self)
		if t.plain() {
			return object.Bool(!t.closing && !t.stopped)
		}
		r := th.CallMethod(self, strIsClosing)
		if r.H == nil {
			return r
		}
		closing, ok := th.Truth(r)
		if !ok {
			return Value{}
		}
		return object.Bool(!closing && !t.stopped)
	}},
	{Name: "pause_reading", F0: func(th *Thread, self Value) Value { return nilOrNone(selectorOf(self).pauseReading(th)) }},
	{Name: "resume_reading", F0: func(th *Thread, self Value) Value { return nilOrNone(selectorOf(self).resumeReading(th)) }},
	{Name: "close", F0: func(th *Thread, self Value) Value { return nilOrNone(selectorOf(self).close(th)) }},
	{Name: "_force_close", Sig: "exc", F1: func(th *Thread, self, exc Value) Value { return nilOrNone(selectorOf(self).forceClose(th, exc)) }},
	{Name: "_call_connection_lost", Sig: "exc", F1: func(th *Thread, self, exc Value) Value {
		return nilOrNone(selectorOf(self).callConnectionLost(th, exc))
	}},
	{Name: "get_write_buffer_size", F0: func(th *Thread, self Value) Value {
		n, ok := selectorOf(self).buffer.size(th)
		if !ok {
			return Value{}
		}
		return object.Int(int64(n))
	}},
	{Name: "_add_reader", Sig: "fd, callback, *args", Raw: func(th *Thread, self Value, a []Value, kw []*object.Str) Value {
		t := selectorOf(self)
		if len(a) < 2 {
			return th.TypeError("_SelectorTransport._add_reader() missing %d required positional arguments: 'fd' and 'callback'", 2-len(a))
		}
		reading, ok := t.reading(th)
		if !ok {
			return Value{}
		}
		if !reading {
			return None
		}
		if len(a) == 2 {
			return nilOrNone(loopWatch(th, t.loop, false, a[0], a[1]))
		}
		return noneOf(th.CallMethod(t.loop, strAddReader, a...))
	}},
}

// noneOf turns any result into None.
func noneOf(v Value) Value {
	if v.H == nil {
		return v
	}
	return None
}

// reading is self.is_reading().
func (t *selectorTransport) reading(th *Thread) (reading, ok bool) {
	if t.plain() {
		return !t.closing && !t.stopped, true
	}
	r := th.CallMethod(t.V(), strIsReading)
	if r.H == nil {
		return false, false
	}
	return th.Truth(r)
}

func (t *selectorTransport) setSock(th *Thread, sock Value) {
	t.sock, t.direct = sock, socketmod.Direct(th, sock)
}

func selectorInit(th *Thread, self Value, args []Value, kw []*object.Str) bool {
	var a [5]Value
	if !selectorSig.BindPython(th, "_SelectorTransport.__init__", 1, args, kw, a[:]) {
		return false
	}
	return selectorOf(self).init(th, a[0], a[1], a[2], a[3], a[4])
}

func (t *selectorTransport) init(th *Thread, loop, sock, protocol, extra, server Value) bool {
	if !t.flowTransport.init(th, extra, loop) || !t.describe(th, sock) {
		return false
	}
	t.setSock(th, sock)
	if t.fd = th.CallMethod(sock, strFileno); t.fd.H == nil {
		return false
	}
	if th.CallMethod(t.V(), strSetProtocol, protocol).H == nil {
		return false
	}
	t.server, t.buffer = orNone(server), writeBuffer{}
	t.connLost, t.closing, t.stopped = 0, false, false
	if isSet(server) && th.CallMethod(server, strAttach, t.V()).H == nil {
		return false
	}
	table := th.GetAttr(loop, strTransports)
	return table.H != nil && th.SetItem(table, t.fd, t.V())
}

// describe puts what get_extra_info() tells into the transport's dict.
func (t *selectorTransport) describe(th *Thread, sock Value) bool {
	class := importAttr(th, "asyncio.trsock", "TransportSocket")
	if class.H == nil {
		return false
	}
	view := th.CallArgs(class, sock)
	if view.H == nil || !th.SetItem(t.extra, object.StrValue("socket"), view) {
		return false
	}
	for _, q := range [...]struct{ key, method string }{{"sockname", "getsockname"}, {"peername", "getpeername"}} {
		key := object.StrValue(q.key)
		if q.key == "peername" {
			if has, ok := th.Contains(t.extra, key); has || !ok {
				return ok
			}
		}
		where := th.CallMethod(sock, name(q.method))
		if where.H == nil {
			if !th.Pending(&object.OSErrorType) {
				return false
			}
			th.Exc, where = Value{}, None
		}
		if !th.SetItem(t.extra, key, where) {
			return false
		}
	}
	return true
}

func (t *selectorTransport) pauseReading(th *Thread) bool {
	if reading, ok := t.reading(th); !reading || !ok {
		return ok
	}
	t.stopped = true
	return loopUnwatch(th, t.loop, false, t.fd) && t.debugLog(th, "%r pauses reading")
}

func (t *selectorTransport) resumeReading(th *Thread) bool {
	if t.closing || !t.stopped {
		return true
	}
	t.stopped = false
	self := t.V()
	ready := th.GetAttr(self, strReadyCallback)
	switch {
	case ready.H == nil:
		return false
	case t.plain():
		if !loopWatch(th, t.loop, false, t.fd, ready) {
			return false
		}
	case th.CallMethod(self, strTransportReady, t.fd, ready).H == nil:
		return false
	}
	return t.debugLog(th, "%r resumes reading")
}

// debugLog logs about the transport when the loop is in debug mode.
func (t *selectorTransport) debugLog(th *Thread, format string) bool {
	debug, ok := loopDebug(th, t.loop)
	if !debug || !ok {
		return ok
	}
	f := lazyImport(th, "_asyncio_selector", "_log_debug")
	return f.H != nil && th.CallArgs(f, object.StrValue(format), t.V()).H != nil
}

func (t *selectorTransport) close(th *Thread) bool {
	if t.closing {
		return true
	}
	t.closing = true
	if !loopUnwatch(th, t.loop, false, t.fd) {
		return false
	}
	empty, ok := t.buffer.empty(th)
	if !ok || !empty {
		return ok
	}
	t.connLost++
	return loopUnwatch(th, t.loop, true, t.fd) && loopSoon(th, t.loop, th.GetAttr(t.V(), strCallLost), None)
}

func (t *selectorTransport) forceClose(th *Thread, exc Value) bool {
	if t.connLost > 0 {
		return true
	}
	empty, ok := t.buffer.empty(th)
	if !ok || !empty && !(t.buffer.clear(th) && loopUnwatch(th, t.loop, true, t.fd)) {
		return false
	}
	if !t.closing {
		t.closing = true
		if !loopUnwatch(th, t.loop, false, t.fd) {
			return false
		}
	}
	t.connLost++
	return loopSoon(th, t.loop, th.GetAttr(t.V(), strCallLost), exc)
}

// callConnectionLost tells the protocol and lets go of everything.
func (t *selectorTransport) callConnectionLost(th *Thread, exc Value) bool {
	ok := true
	if t.connected {
		if p := plainStream(orNone(t.protocol)); p != nil {
			ok = p.connectionLost(th, exc)
		} else {
			ok = th.CallMethod(orNone(t.protocol), strConnLost, exc).H != nil
		}
	}
	first := th.Exc
	th.Exc = Value{}
	clean := t.release(th)
	if !clean && first.H != nil {
		if e, is := object.AsException(th.Exc); is && e.Context.H == nil {
			e.Context = first
		}
	}
	if clean {
		th.Exc = first
	}
	return ok && clean
}

// release closes the socket and breaks the circle of references.
func (t *selectorTransport) release(th *Thread) bool {
	if isSet(t.loop) && !forgetTransport(th, t.loop, t.fd, t.V()) {
		return false
	}
	if th.CallMethod(orNone(t.sock), strClose).H == nil {
		return false
	}
	server := t.server
	t.sock, t.direct, t.protocol, t.loop, t.server = None, nil, None, None, None
	return !isSet(server) || th.CallMethod(server, strDetach, t.V()).H != nil
}

// fatal is self._fatal_error(exc, message).
func (t *selectorTransport) fatal(th *Thread, exc Value, message string) bool {
	return th.CallMethod(t.V(), strFatalError, exc, object.StrValue(message)).H != nil
}
