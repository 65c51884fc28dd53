// selector_events._SelectorSocketTransport: connections over which bytes stream. Sockets of the builtin class, and
// streams of the builtin classes, are served without a detour through Python objects.
package asyncrt

import (
	"syscall"

	"pyasync/object"
)

var (
	strRecv          = name("recv")
	strRecvInto      = name("recv_into")
	strSendmsg       = name("sendmsg")
	strShutdown      = name("shutdown")
	strDataReceived  = name("data_received")
	strEOFReceived   = name("eof_received")
	strGetBuffer     = name("get_buffer")
	strBufferUpdated = name("buffer_updated")
	strMaxSize       = name("max_size")
	strWriteReady    = name("_write_ready")
	strWriteSendmsg  = name("_write_sendmsg")
	strOnEOF         = name("_read_ready__on_eof")
	strOnBuffer      = name("_read_ready__get_buffer")
	strOnData        = name("_read_ready__data_received")
	strMaybeResume   = name("_maybe_resume_protocol")
	socketTransSig   = object.ParseSignature("loop, sock, protocol, waiter=None, extra=None, server=None")
	fatalRead        = "Fatal read error on socket transport"
	fatalWrite       = "Fatal write error on socket transport"
	lateWritesToWarn = 5 // constants.LOG_THRESHOLD_FOR_CONNLOST_WRITES
	sendfileProgress = "sendfile is in progress"
)

func defineSocketTransport() {
	definePython(&SocketTransportType, object.Spec{Name: "asyncio.selector_events._SelectorSocketTransport", Base: &SelectorTransportType,
		Doc: "A transport on a connected stream socket.", Alloc: object.Allocator[selectorTransport](), DictOf: selectorDict,
		Slots: object.Slots{New: allocateObject, Init: socketTransportInit},
		Getset: []object.Getset{
			boolAttr("_eof", func(v Value) *bool { return &selectorOf(v).eof }),
			valueAttr("_empty_waiter", func(v Value) *Value { return &selectorOf(v).emptyWaiter }),
			{Name: "_write_ready", Get: func(th *Thread, self Value) Value {
				if t := selectorOf(self); t.writeReady.H != nil {
					return t.writeReady
				}
				return th.GetAttr(self, strWriteSendmsg)
			}, Set: func(th *Thread, self, x Value) bool { selectorOf(self).writeReady = x; return true }},
			{Name: "_sendfile_compatible", Get: func(th *Thread, self Value) Value {
				m := importAttr(th, "asyncio.constants", "_SendfileMode")
				if m.H == nil {
					return m
				}
				return th.GetAttrName(m, "TRY_NATIVE")
			}},
		},
		Methods: socketTransportMethods,
		Consts:  func() map[string]Value { return map[string]Value{"_start_tls_compatible": object.True} },
	})
}

var socketTransportMethods = []object.Method{
	{Name: "set_protocol", Sig: "protocol", F1: func(th *Thread, self, p Value) Value {
		t := selectorOf(self)
		buffered, ok := th.IsInstanceOf(p, BufferedProtocolType.V())
		if !ok {
			return Value{}
		}
		t.protocol, t.connected, t.buffered = p, true, buffered
		return None
	}},
	{Name: "_read_ready", F0: func(th *Thread, self Value) Value { return nilOrNone(selectorOf(self).readReady(th)) }},
	{Name: "_read_ready__data_received", F0: func(th *Thread, self Value) Value { return nilOrNone(selectorOf(self).readData(th)) }},
	{Name: "_read_ready__get_buffer", F0: func(th *Thread, self Value) Value { return nilOrNone(selectorOf(self).readBuffered(th)) }},
	{Name: "_read_ready__on_eof", F0: func(th *Thread, self Value) Value { return nilOrNone(selectorOf(self).readEOF(th)) }},
	{Name: "write", Sig: "data", F1: func(th *Thread, self, data Value) Value { return nilOrNone(selectorOf(self).write(th, data)) }},
	{Name: "writelines", Sig: "list_of_data", F1: func(th *Thread, self, list Value) Value { return nilOrNone(selectorOf(self).writeLines(th, list)) }},
	{Name: "_write_sendmsg", F0: func(th *Thread, self Value) Value { return nilOrNone(selectorOf(self).writeBuffered(th, true)) }},
	{Name: "_write_send", F0: func(th *Thread, self Value) Value { return nilOrNone(selectorOf(self).writeBuffered(th, false)) }},
	{Name: "write_eof", F0: func(th *Thread, self Value) Value {
		t := selectorOf(self)
		if t.closing || t.eof {
			return None
		}
		t.eof = true
		empty, ok := t.buffer.empty(th)
		if !ok {
			return Value{}
		}
		if empty {
			return nilOrNone(t.shutdownWrite(th))
		}
		return None
	}},
	{Name: "can_write_eof", F0: func(th *Thread, self Value) Value { return object.True }},
	{Name: "_call_connection_lost", Sig: "exc", F1: func(th *Thread, self, exc Value) Value { return nilOrNone(selectorOf(self).socketLost(th, exc)) }},
	{Name: "_make_empty_waiter", F0: func(th *Thread, self Value) Value { return selectorOf(self).makeEmptyWaiter(th) }},
	{Name: "_reset_empty_waiter", F0: func(th *Thread, self Value) Value { selectorOf(self).emptyWaiter = Value{}; return None }},
}

func socketTransportInit(th *Thread, self Value, args []Value, kw []*object.Str) bool {
	var a [6]Value
	if !socketTransSig.BindPython(th, "_SelectorSocketTransport.__init__", 1, args, kw, a[:]) {
		return false
	}
	t := selectorOf(self)
	if !t.init(th, a[0], a[1], a[2], a[4], a[5]) {
		return false
	}
	loop, protocol, waiter := a[0], t.protocol, a[3]
	t.eof, t.emptyWaiter, t.writeReady = false, Value{}, Value{}
	nodelay := lazyImport(th, "_asyncio_net", "_set_nodelay")
	if nodelay.H == nil || th.CallArgs(nodelay, t.sock).H == nil {
		return false
	}
	made := th.GetAttr(protocol, strConnMade)
	if made.H == nil || !loopSoon(th, loop, made, self) {
		return false
	}
	// Reading begins only after connection_made().
	ready := th.GetAttr(self, strReadyCallback)
	if ready.H == nil || !loopSoon(th, loop, th.GetAttr(self, strTransportReady), t.fd, ready) {
		return false
	}
	if !isSet(waiter) {
		return true
	}
	return loopSoon(th, loop, importAttr(th, "asyncio.futures", "_set_result_unless_cancelled"), waiter, None)
}

// -- reading --------------------------------------------------------------------------------------------

// ioResult is how one attempt to receive or send ended.
type ioResult uint8

const (
	ioDone  ioResult = iota
	ioAgain          // it would have waited
	ioFatal          // an exception to end the connection with
	ioLeave          // an exception that must go on up: it is pending
)

// caught sorts the pending exception of a socket's method; exc is taken off the thread when it is fatal.
func caught(th *Thread) (exc Value, r ioResult) {
	switch {
	case th.Pending(&object.BlockingIOErrorType) || th.Pending(&object.InterruptedErrorType):
		th.Exc = Value{}
		return Value{}, ioAgain
	case leaves(th):
		return Value{}, ioLeave
	}
	return th.TakeExc(), ioFatal
}

// errnoResult is caught for a system call made here.
func errnoResult(th *Thread, errno syscall.Errno) (exc Value, r ioResult) {
	if errno == syscall.EAGAIN {
		return Value{}, ioAgain
	}
	raiseErrno(th, errno)
	return th.TakeExc(), ioFatal
}

// readReady is _read_ready, which the loop calls when the socket is readable.
func (t *selectorTransport) readReady(th *Thread) bool {
	if t.plain() {
		if t.buffered {
			return t.readBuffered(th)
		}
		return t.readData(th)
	}
	method := strOnData
	if t.buffered {
		method = strOnBuffer
	}
	return th.CallMethod(t.V(), method).H != nil
}

// readData receives once and gives the data to the protocol.
func (t *selectorTransport) readData(th *Thread) bool {
	if t.connLost > 0 {
		return true
	}
	direct := t.direct != nil && t.direct.NonBlocking() && t.plain()
	if direct {
		if p := plainStream(t.protocol); p != nil {
			if r := plainReader(p.reader); r != nil && !r.eof && r.view == nil {
				return t.readStream(th, r)
			}
		}
	}
	var data, exc Value
	result := ioDone
	if direct {
		buf := receiveBuffer(th)
		n, errno := t.direct.Recv(buf)
		if errno != 0 {
			exc, result = errnoResult(th, errno)
		} else {
			data = object.BytesValue(append([]byte(nil), buf[:n]...))
		}
	} else if size := th.GetAttr(t.V(), strMaxSize); size.H == nil {
		return false
	} else if data = th.CallMethod(t.sock, strRecv, size); data.H == nil {
		exc, result = caught(th)
	}
	if result != ioDone {
		return t.readFailed(th, exc, result)
	}
	some, ok := th.Truth(data)
	if !ok {
		return false
	}
	if !some {
		return t.onEOF(th)
	}
	if th.CallMethod(t.protocol, strDataReceived, data).H != nil {
		return true
	}
	return t.protocolFailed(th, "Fatal error: protocol.data_received() call failed.")
}

// readStream receives into the buffer of a StreamReader.
func (t *selectorTransport) readStream(th *Thread, r *StreamReader) bool {
	buf, own := r.room(th)
	n, errno := t.direct.Recv(buf)
	switch {
	case errno != 0:
		exc, result := errnoResult(th, errno)
		return t.readFailed(th, exc, result)
	case n == 0:
		return t.onEOF(th)
	case own:
		r.data = r.data[:len(r.data)+n]
	default:
		r.keep(th, buf[:n])
	}
	return r.received(th, n) || t.protocolFailed(th, "Fatal error: protocol.data_received() call failed.")
}

func (t *selectorTransport) readFailed(th *Thread, exc Value, result ioResult) bool {
	if result == ioFatal {
		return t.fatal(th, exc, fatalRead)
	}
	return result == ioAgain
}

// protocolFailed ends the connection because a method of the protocol raised.
func (t *selectorTransport) protocolFailed(th *Thread, message string) bool {
	return !leaves(th) && t.fatal(th, th.TakeExc(), message)
}

// readBuffered receives once into the protocol's own buffer.
func (t *selectorTransport) readBuffered(th *Thread) bool {
	if t.connLost > 0 {
		return true
	}
	buf := th.CallMethod(t.protocol, strGetBuffer, object.Int(-1))
	if buf.H != nil {
		if n, ok := th.Len(buf); !ok {
			buf = Value{}
		} else if n == 0 {
			buf = th.RuntimeError("get_buffer() returned an empty buffer")
		}
	}
	if buf.H == nil {
		return t.protocolFailed(th, "Fatal error: protocol.get_buffer() call failed.")
	}
	n := th.CallMethod(t.sock, strRecvInto, buf)
	if n.H == nil {
		exc, result := caught(th)
		return t.readFailed(th, exc, result)
	}
	some, ok := th.Truth(n)
	if !ok {
		return false
	}
	if !some {
		return t.onEOF(th)
	}
	if th.CallMethod(t.protocol, strBufferUpdated, n).H != nil {
		return true
	}
	return t.protocolFailed(th, "Fatal error: protocol.buffer_updated() call failed.")
}

// onEOF is self._read_ready__on_eof().
func (t *selectorTransport) onEOF(th *Thread) bool {
	if t.plain() {
		return t.readEOF(th)
	}
	return th.CallMethod(t.V(), strOnEOF).H != nil
}

func (t *selectorTransport) readEOF(th *Thread) bool {
	if !t.debugLog(th, "%r received EOF") {
		return false
	}
	r := th.CallMethod(t.protocol, strEOFReceived)
	if r.H == nil {
		return t.protocolFailed(th, "Fatal error: protocol.eof_received() call failed.")
	}
	keep, ok := th.Truth(r)
	switch {
	case !ok:
		return false
	case keep:
		// Half open: there is nothing more to read, but the protocol may go on writing.
		return loopUnwatch(th, t.loop, false, t.fd)
	case t.plain():
		return t.close(th)
	}
	return th.CallMethod(t.V(), strClose).H != nil
}

// -- writing --------------------------------------------------------------------------------------------

// send is one attempt to send data; ok is false when the exception must go on up.
func (t *selectorTransport) send(th *Thread, data Value) (n int, exc Value, r ioResult) {
	if t.direct != nil && t.direct.NonBlocking() {
		b, ok := object.BytesLike(th, data)
		if !ok {
			return 0, th.TakeExc(), ioFatal
		}
		if len(b) == 0 {
			return 0, Value{}, ioDone
		}
		n, errno := t.direct.Send(b)
		if errno == 0 {
			return n, Value{}, ioDone
		}
		exc, r = errnoResult(th, errno)
		return 0, exc, r
	}
	return t.sentBy(th, th.CallMethod(t.sock, strSend, data))
}

// sentBy interprets what a socket's send method returned.
func (t *selectorTransport) sentBy(th *Thread, v Value) (n int, exc Value, r ioResult) {
	if v.H != nil {
		var ok bool
		if n, ok = th.AsIndex(v, nil); ok {
			return n, Value{}, ioDone
		}
	}
	exc, r = caught(th)
	return 0, exc, r
}

func (t *selectorTransport) write(th *Thread, data Value) bool {
	if s := data.H.Shape.Solid; s != &object.BytesType && s != &object.ByteArrayType && s != &object.MemoryViewType {
		th.TypeError("data argument must be a bytes-like object, not '%s'", data.Type().Name)
		return false
	}
	if !t.mayWrite(th, "write") {
		return false
	}
	size, ok := th.Len(data)
	if !ok || size == 0 {
		return ok
	}
	if t.connLost > 0 {
		ok := t.connLost < lateWritesToWarn || logLateWrite(th)
		t.connLost++
		return ok
	}
	empty, ok := t.buffer.empty(th)
	if !ok {
		return false
	}
	sent := 0
	if empty {
		// Most writes fit into the kernel's buffer.
		n, exc, r := t.send(th, data)
		switch {
		case r == ioLeave:
			return false
		case r == ioFatal:
			return t.fatal(th, exc, fatalWrite)
		case n >= size:
			return true
		}
		sent = n
		if !loopWatch(th, t.loop, true, t.fd, th.GetAttr(t.V(), strWriteReady)) {
			return false
		}
	}
	if !t.buffer.push(th, data, sent) {
		return false
	}
	if t.plain() {
		return maybePause(th, t.V())
	}
	return th.CallMethod(t.V(), strMaybePause).H != nil
}

// logLateWrite warns of a program that goes on writing to a lost connection.
func logLateWrite(th *Thread) bool {
	if m := stateOf(th).submodules["asyncio.selector_events"]; m != nil && m.Dict.GetName("logger").H != nil {
		return th.CallMethod(m.Dict.GetName("logger"), name("warning"), object.StrValue("socket.send() raised exception.")).H != nil
	}
	return logWarning(th, "socket.send() raised exception.")
}

// mayWrite raises when nothing may be written any more, or now.
func (t *selectorTransport) mayWrite(th *Thread, method string) bool {
	if t.eof {
		th.RuntimeError("Cannot call %s() after write_eof()", method)
		return false
	}
	if isSet(t.emptyWaiter) {
		th.RuntimeError("unable to %s; %s", method, sendfileProgress)
		return false
	}
	return true
}

func (t *selectorTransport) writeLines(th *Thread, list Value) bool {
	if !t.mayWrite(th, "writelines") {
		return false
	}
	some, ok := th.Truth(list)
	if !ok || !some {
		return ok
	}
	items, ok := th.Collect(list)
	if !ok {
		return false
	}
	for i, x := range items {
		if items[i] = object.NewMemoryView(th, x); items[i].H == nil {
			return false
		}
	}
	for _, m := range items {
		if !t.buffer.push(th, m, 0) {
			return false
		}
	}
	ready := th.GetAttr(t.V(), strWriteReady)
	if ready.H == nil || th.CallArgs(ready).H == nil {
		return false
	}
	empty, ok := t.buffer.empty(th)
	if !ok || empty {
		return ok
	}
	return loopWatch(th, t.loop, true, t.fd, th.GetAttr(t.V(), strWriteReady))
}

// writeBuffered sends from the buffer when the socket is writable: _write_sendmsg, or _write_send piece by piece.
func (t *selectorTransport) writeBuffered(th *Thread, many bool) bool {
	empty, ok := t.buffer.empty(th)
	if !ok {
		return false
	}
	if empty {
		raiseAssertion(th, "Data should not be empty")
		return false
	}
	if t.connLost > 0 {
		return true
	}
	n, exc, r := t.sendBuffered(th, many)
	if r == ioDone && !t.buffer.drop(th, n) {
		exc, r = caught(th)
	}
	switch r {
	case ioAgain:
		return true
	case ioLeave:
		return false
	case ioFatal:
		return t.writeFailed(th, exc)
	}
	return t.written(th)
}

// sendBuffered sends what it can of the buffer.
func (t *selectorTransport) sendBuffered(th *Thread, many bool) (n int, exc Value, r ioResult) {
	if t.direct != nil && t.direct.NonBlocking() && t.buffer.deque.H == nil {
		var iov [32]syscall.Iovec
		k, ok := t.buffer.vector(th, iov[:])
		if !ok {
			return 0, th.TakeExc(), ioFatal
		}
		if k == 0 {
			return 0, Value{}, ioDone
		}
		n, errno := t.direct.SendVec(iov[:k])
		if errno == 0 {
			return n, Value{}, ioDone
		}
		exc, r = errnoResult(th, errno)
		return 0, exc, r
	}
	pieces, ok := t.buffer.pieces(th)
	if !ok {
		exc, r = caught(th)
		return 0, exc, r
	}
	if many {
		return t.sentBy(th, th.CallMethod(t.sock, strSendmsg, object.NewList(pieces).V()))
	}
	return t.sentBy(th, th.CallMethod(t.sock, strSend, pieces[0]))
}

func (t *selectorTransport) writeFailed(th *Thread, exc Value) bool {
	if !loopUnwatch(th, t.loop, true, t.fd) || !t.buffer.clear(th) || !t.fatal(th, exc, fatalWrite) {
		return false
	}
	return !isSet(t.emptyWaiter) || settleWaiter(th, t.emptyWaiter, exc)
}

// written looks what there is to do after some of the buffer was sent.
func (t *selectorTransport) written(th *Thread) bool {
	// The protocol may write more when it is resumed.
	if t.plain() {
		if !maybeResume(th, t.V()) {
			return false
		}
	} else if th.CallMethod(t.V(), strMaybeResume).H == nil {
		return false
	}
	empty, ok := t.buffer.empty(th)
	if !ok || !empty {
		return ok
	}
	if !loopUnwatch(th, t.loop, true, t.fd) {
		return false
	}
	if isSet(t.emptyWaiter) && !settleWaiter(th, t.emptyWaiter, Value{}) {
		return false
	}
	switch {
	case t.closing:
		return th.CallMethod(t.V(), strCallLost, None).H != nil
	case t.eof:
		return t.shutdownWrite(th)
	}
	return true
}

func (t *selectorTransport) shutdownWrite(th *Thread) bool {
	return th.CallMethod(t.sock, strShutdown, object.Int(syscall.SHUT_WR)).H != nil
}

// socketLost is _call_connection_lost of socket transports.
func (t *selectorTransport) socketLost(th *Thread, exc Value) bool {
	ok := t.callConnectionLost(th, exc)
	t.writeReady = None
	if isSet(t.emptyWaiter) {
		first := th.Exc
		th.Exc = Value{}
		lost := object.NewException(&object.ConnectionErrorType, object.StrValue("Connection is closed by peer"))
		if !settleWaiter(th, t.emptyWaiter, lost.V()) {
			return false
		}
		th.Exc = first
	}
	return ok
}

func (t *selectorTransport) makeEmptyWaiter(th *Thread) Value {
	if isSet(t.emptyWaiter) {
		return th.RuntimeError("Empty waiter is already set")
	}
	w := newLoopFuture(th, t.loop)
	if w.H == nil {
		return w
	}
	t.emptyWaiter = w
	empty, ok := t.buffer.empty(th)
	if !ok || empty && !settleWaiter(th, w, Value{}) {
		return Value{}
	}
	return w
}
