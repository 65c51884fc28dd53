// transports._FlowControlMixin: the transport's side of flow control, which tells the protocol to pause.
package asyncrt

import "pyasync/object"

// flowTransport is the layout of _FlowControlMixin.
type flowTransport struct {
	transport
	loop      Value
	paused    bool // _protocol_paused
	high, low int  // marks of the write buffer, in bytes
}

func flowOf(v Value) *flowTransport { return (*flowTransport)(v.Ptr()) }

var (
	strWrite       = name("write")
	strProtocol    = name("_protocol")
	strPauseWrite  = name("pause_writing")
	strResumeWrite = name("resume_writing")
	strBufferSize  = name("get_write_buffer_size")
	strMaybePause  = name("_maybe_pause_protocol")
)

func defineFlowTransport() {
	definePython(&FlowTransportType, object.Spec{Name: "asyncio.transports._FlowControlMixin", Base: &TransportType, Consts: noMethods,
		Doc:   "Tells the protocol to pause when the write buffer is too full. Subclasses provide get_write_buffer_size() and _protocol.",
		Alloc: object.Allocator[flowTransport](),
		Slots: object.Slots{New: allocateObject, Init: flowInit},
		Getset: []object.Getset{
			valueAttr("_loop", func(v Value) *Value { return &flowOf(v).loop }),
			boolAttr("_protocol_paused", func(v Value) *bool { return &flowOf(v).paused }),
			countAttr("_high_water", func(v Value) *int { return &flowOf(v).high }),
			countAttr("_low_water", func(v Value) *int { return &flowOf(v).low }),
		},
		Methods: []object.Method{
			{Name: "_maybe_pause_protocol", F0: func(th *Thread, self Value) Value { return nilOrNone(maybePause(th, self)) }},
			{Name: "_maybe_resume_protocol", F0: func(th *Thread, self Value) Value { return nilOrNone(maybeResume(th, self)) }},
			{Name: "get_write_buffer_limits", F0: func(th *Thread, self Value) Value {
				t := flowOf(self)
				return object.TupleOf(object.Int(int64(t.low)), object.Int(int64(t.high)))
			}},
			{Name: "_set_write_buffer_limits", Sig: "high=None, low=None", F: func(th *Thread, self Value, a []Value) Value {
				return nilOrNone(flowOf(self).setLimits(th, a[0], a[1]))
			}},
			{Name: "set_write_buffer_limits", Sig: "high=None, low=None", F: func(th *Thread, self Value, a []Value) Value {
				if !flowOf(self).setLimits(th, a[0], a[1]) {
					return Value{}
				}
				return th.CallMethod(self, strMaybePause)
			}},
			notImplemented(protocolMethod{"get_write_buffer_size", "", "The number of bytes buffered."})[0],
		},
	})
}

func flowInit(th *Thread, self Value, args []Value, kw []*object.Str) bool {
	var a [2]Value
	if !flowSig.BindPython(th, "_FlowControlMixin.__init__", 1, args, kw, a[:]) {
		return false
	}
	return flowOf(self).init(th, a[0], a[1])
}

func (t *flowTransport) init(th *Thread, extra, loop Value) bool {
	t.setExtra(extra)
	if !isSet(loop) {
		raiseAssertion(th, "")
		return false
	}
	t.loop, t.paused = loop, false
	return t.setLimits(th, Value{}, Value{})
}

// setLimits is _set_write_buffer_limits.
func (t *flowTransport) setLimits(th *Thread, highV, lowV Value) bool {
	var low, high int
	var ok bool
	if isSet(lowV) {
		if low, ok = th.AsIndex(lowV, nil); !ok {
			return false
		}
	}
	switch {
	case isSet(highV):
		if high, ok = th.AsIndex(highV, nil); !ok {
			return false
		}
	case isSet(lowV):
		high = 4 * low
	default:
		high = 64 * 1024
	}
	if !isSet(lowV) {
		low = high >> 2 // rounded down
	}
	if high < low || low < 0 {
		th.ValueError("high (%d) must be >= low (%d) must be >= 0", high, low)
		return false
	}
	t.high, t.low = high, low
	return true
}

// bufferSize is self.get_write_buffer_size().
func bufferSize(th *Thread, self Value) (int, bool) {
	if t := plainSocketTransport(self); t != nil {
		return t.buffer.size(th)
	}
	r := th.CallMethod(self, strBufferSize)
	if r.H == nil {
		return 0, false
	}
	return th.AsIndex(r, nil)
}

func maybePause(th *Thread, self Value) bool {
	t := flowOf(self)
	n, ok := bufferSize(th, self)
	if !ok || n <= t.high || t.paused {
		return ok
	}
	t.paused = true
	return t.tellProtocol(th, self, strPauseWrite)
}

func maybeResume(th *Thread, self Value) bool {
	t := flowOf(self)
	if !t.paused {
		return true
	}
	n, ok := bufferSize(th, self)
	if !ok || n > t.low {
		return ok
	}
	t.paused = false
	return t.tellProtocol(th, self, strResumeWrite)
}

// tellProtocol calls pause_writing() or resume_writing(); what they raise goes to the loop's exception handler.
func (t *flowTransport) tellProtocol(th *Thread, self Value, method *object.Str) bool {
	protocol := th.GetAttr(self, strProtocol)
	if protocol.H == nil {
		return false
	}
	if th.CallMethod(protocol, method).H != nil {
		return true
	}
	if leaves(th) {
		return false
	}
	exc := th.TakeExc()
	d := object.NewDict()
	d.SetName("message", object.StrValue("protocol."+method.Go()+"() failed"))
	d.SetName("exception", exc)
	d.SetName("transport", self)
	d.SetName("protocol", protocol)
	return callExceptionHandler(th, t.loop, d)
}
