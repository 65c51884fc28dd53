// AbstractEventLoop, the interface of loops: every method raises NotImplementedError.
package asyncrt

import (
	"pyasync/object"
)

// abstractRow names a method, its parameters and whether it is a coroutine.
type abstractRow struct {
	name, sig string
	async     bool
}

var abstractRows = []abstractRow{
	{"run_forever", "", false}, {"run_until_complete", "future", false}, {"stop", "", false}, {"is_running", "", false},
	{"is_closed", "", false}, {"close", "", false}, {"shutdown_asyncgens", "", true}, {"shutdown_default_executor", "", true},
	{"_timer_handle_cancelled", "handle", false}, {"call_later", "delay, callback, *args, context=None", false},
	{"call_at", "when, callback, *args, context=None", false}, {"time", "", false}, {"create_future", "", false},
	{"create_task", "coro, *, name=None, context=None", false}, {"call_soon_threadsafe", "callback, *args, context=None", false},
	{"run_in_executor", "executor, func, *args", false}, {"set_default_executor", "executor", false},
	{"getaddrinfo", "host, port, *, family=0, type=0, proto=0, flags=0", true}, {"getnameinfo", "sockaddr, flags=0", true},
	{"create_connection", "protocol_factory, host=None, port=None, **kwargs", true},
	{"create_server", "protocol_factory, host=None, port=None, **kwargs", true},
	{"start_tls", "transport, protocol, sslcontext, **kwargs", true},
	{"create_unix_connection", "protocol_factory, path=None, **kwargs", true},
	{"create_unix_server", "protocol_factory, path=None, **kwargs", true},
	{"connect_accepted_socket", "protocol_factory, sock, **kwargs", true},
	{"create_datagram_endpoint", "protocol_factory, local_addr=None, remote_addr=None, **kwargs", true},
	{"connect_read_pipe", "protocol_factory, pipe", true}, {"connect_write_pipe", "protocol_factory, pipe", true},
	{"subprocess_shell", "protocol_factory, cmd, **kwargs", true}, {"subprocess_exec", "protocol_factory, *args, **kwargs", true},
	{"add_reader", "fd, callback, *args", false}, {"remove_reader", "fd", false}, {"add_writer", "fd, callback, *args", false},
	{"remove_writer", "fd", false}, {"sock_recv", "sock, nbytes", true}, {"sock_recv_into", "sock, buf", true},
	{"sock_recvfrom", "sock, bufsize", true}, {"sock_recvfrom_into", "sock, buf, nbytes=0", true}, {"sock_sendall", "sock, data", true},
	{"sock_sendto", "sock, data, address", true}, {"sock_connect", "sock, address", true}, {"sock_accept", "sock", true},
	{"sock_sendfile", "sock, file, offset=0, count=None, *, fallback=None", true},
	{"sendfile", "transport, file, offset=0, count=None, *, fallback=True", true},
	{"add_signal_handler", "sig, callback, *args", false}, {"remove_signal_handler", "sig", false},
	{"set_task_factory", "factory", false}, {"get_task_factory", "", false}, {"get_exception_handler", "", false},
	{"set_exception_handler", "handler", false}, {"default_exception_handler", "context", false},
	{"call_exception_handler", "context", false}, {"get_debug", "", false}, {"set_debug", "enabled", false},
}

func init() {
	soon := object.Method{Name: "call_soon", Sig: "callback, *args, context=None", Raw: func(th *Thread, self Value, a []Value, kw []*object.Str) Value {
		m := th.GetAttr(self, strCallLater)
		if m.H == nil {
			return m
		}
		return th.Call(m, append([]Value{object.Int(0)}, a...), kw)
	}}
	object.Define(&AbstractLoopType, object.Spec{
		Name: "asyncio.events.AbstractEventLoop", Doc: "Abstract event loop.",
		Methods: append(notImplementedMethods(abstractRows), soon),
	})
}

// notImplementedMethods makes methods that raise NotImplementedError, coroutines when they are awaited.
func notImplementedMethods(rows []abstractRow) []object.Method {
	methods := make([]object.Method, len(rows))
	for i, r := range rows {
		methods[i] = object.Method{Name: r.name, Sig: r.sig, Raw: func(th *Thread, self Value, a []Value, kw []*object.Str) Value {
			if !r.async {
				return raiseNotImplemented(th)
			}
			return newFuncCoro(coroInfo(r.name), func(th *Thread, x, exc Value) (Value, Status) {
				if exc.H != nil {
					return throwIn(th, exc)
				}
				return raiseNotImplemented(th), statusRaise
			})
		}}
	}
	return methods
}

func raiseNotImplemented(th *Thread) Value {
	return th.RaiseValue(object.NewException(&object.NotImplementedErrorType).V())
}
