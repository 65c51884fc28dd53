// The abstract transports, from BaseTransport to _FlowControlMixin.
package asyncrt

import "pyasync/object"

// The transport classes.
var (
	BaseTransportType, ReadTransportType, WriteTransportType, TransportType object.Type
	DatagramTransportType, SubprocessTransportType, FlowTransportType       object.Type
)

// transport is the layout of BaseTransport.
type transport struct {
	Header
	extra Value // _extra, a dict
}

func transportOf(v Value) *transport { return (*transport)(v.Ptr()) }

var (
	extraSig = object.ParseSignature("extra=None")
	flowSig  = object.ParseSignature("extra=None, loop=None")
	strGet   = name("get")
)

func transportInit(th *Thread, self Value, args []Value, kw []*object.Str) bool {
	var a [1]Value
	if !extraSig.BindPython(th, "BaseTransport.__init__", 1, args, kw, a[:]) {
		return false
	}
	transportOf(self).setExtra(a[0])
	return true
}

func (t *transport) setExtra(extra Value) {
	if !isSet(extra) {
		extra = object.NewDict().V()
	}
	t.extra = extra
}

func extraInfo(th *Thread, self Value, a []Value) Value {
	extra := transportOf(self).extra
	if d, ok := object.AsDict(orNone(extra)); ok {
		v, ok := d.Get(th, a[0])
		if !ok {
			return Value{}
		}
		if v.H == nil {
			return orNone(a[1])
		}
		return v
	}
	return th.CallMethod(extra, strGet, a[0], orNone(a[1]))
}

// notImplemented makes methods that raise NotImplementedError.
func notImplemented(rows ...protocolMethod) []object.Method {
	out := make([]object.Method, len(rows))
	for i, r := range rows {
		out[i] = object.Method{Name: r.name, Sig: r.sig, Doc: r.doc, F: func(th *Thread, self Value, a []Value) Value {
			return th.RaiseValue(object.NewException(&object.NotImplementedErrorType).V())
		}}
	}
	return out
}

func init() {
	definePython(&BaseTransportType, object.Spec{Name: "asyncio.transports.BaseTransport", Sig: "extra=None", Doc: "What all transports have.",
		Alloc: object.Allocator[transport](), Consts: noMethods,
		Slots:  object.Slots{New: allocateObject, Init: transportInit},
		Getset: []object.Getset{valueAttr("_extra", func(v Value) *Value { return &transportOf(v).extra })},
		Methods: append(notImplemented(
			protocolMethod{"is_closing", "", "Whether the transport is closing or closed."},
			protocolMethod{"close", "", "Close in order: what is buffered is still sent."},
			protocolMethod{"set_protocol", "protocol", "Use another protocol from now on."},
			protocolMethod{"get_protocol", "", "The protocol."}),
			object.Method{Name: "get_extra_info", Sig: "name, default=None", Doc: "Optional information on the transport.", F: extraInfo}),
	})
	definePython(&ReadTransportType, object.Spec{Name: "asyncio.transports.ReadTransport", Base: &BaseTransportType, Consts: noMethods,
		Doc: "A transport to read from.",
		Methods: notImplemented(
			protocolMethod{"is_reading", "", "Whether data is being received."},
			protocolMethod{"pause_reading", "", "Receive nothing until resume_reading()."},
			protocolMethod{"resume_reading", "", "Receive again."})})
	definePython(&WriteTransportType, object.Spec{Name: "asyncio.transports.WriteTransport", Base: &BaseTransportType, Consts: noMethods,
		Doc: "A transport to write to.", Methods: append(notImplemented(
			protocolMethod{"set_write_buffer_limits", "high=None, low=None", "Set the marks of flow control, in bytes."},
			protocolMethod{"get_write_buffer_size", "", "The number of bytes buffered."},
			protocolMethod{"get_write_buffer_limits", "", "The marks of flow control: (low, high)."},
			protocolMethod{"write", "data", "Send some bytes, without waiting."},
			protocolMethod{"write_eof", "", "Close the writing end once everything is sent."},
			protocolMethod{"can_write_eof", "", "Whether write_eof() works here."},
			protocolMethod{"abort", "", "Close at once; what is buffered is lost."}),
			object.Method{Name: "writelines", Sig: "list_of_data", Doc: "Send several pieces of data.", F1: func(th *Thread, self, list Value) Value {
				data := th.CallMethod(object.NewBytes(nil).V(), name("join"), list)
				if data.H == nil {
					return data
				}
				if th.CallMethod(self, strWrite, data).H == nil {
					return Value{}
				}
				return None
			}})})
	definePython(&TransportType, object.Spec{Name: "asyncio.transports.Transport", Base: &ReadTransportType, Consts: noMethods,
		Doc: "A transport to read from and to write to."})
	// It has two bases, which Spec cannot say; neither adds to the layout.
	TransportType.Bases = []*object.Type{&ReadTransportType, &WriteTransportType}
	TransportType.MRO = []*object.Type{&TransportType, &ReadTransportType, &WriteTransportType, &BaseTransportType, &object.ObjectType}
	definePython(&DatagramTransportType, object.Spec{Name: "asyncio.transports.DatagramTransport", Base: &BaseTransportType, Consts: noMethods,
		Doc: "A transport for datagrams.",
		Methods: notImplemented(
			protocolMethod{"sendto", "data, addr=None", "Send a datagram."},
			protocolMethod{"abort", "", "Close at once; what is buffered is lost."})})
	definePython(&SubprocessTransportType, object.Spec{Name: "asyncio.transports.SubprocessTransport", Base: &BaseTransportType, Consts: noMethods,
		Doc: "A transport to a child process.",
		Methods: notImplemented(
			protocolMethod{"get_pid", "", "The child's number."},
			protocolMethod{"get_returncode", "", "The exit status, None while the child runs."},
			protocolMethod{"get_pipe_transport", "fd", "The transport of the pipe at the child's descriptor fd."},
			protocolMethod{"send_signal", "signal", "Send the child a signal."},
			protocolMethod{"terminate", "", "Ask the child to end."},
			protocolMethod{"kill", "", "End the child."})})
	defineFlowTransport()
}
