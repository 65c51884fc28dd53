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
	{"create_connection", "protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0, flags=0, sock=None, local_addr=None, server_hostname=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None, happy_eyeballs_delay=None, interleave=None", true},
	{"create_server", "protocol_factory, host=None, port=None, *, family=__import__('socket').AF_UNSPEC, flags=__import__('socket').AI_PASSIVE, sock=None, backlog=100, ssl=None, reuse_address=None, reuse_port=None, keep_alive=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None, start_serving=True", true},
	{"start_tls", "transport, protocol, sslcontext, *, server_side=False, server_hostname=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None", true},
	{"create_unix_connection", "protocol_factory, path=None, *, ssl=None, sock=None, server_hostname=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None", true},
	{"create_unix_server", "protocol_factory, path=None, *, sock=None, backlog=100, ssl=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None, start_serving=True", true},
	{"connect_accepted_socket", "protocol_factory, sock, *, ssl=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None", true},
	{"create_datagram_endpoint", "protocol_factory, local_addr=None, remote_addr=None, *, family=0, proto=0, flags=0, reuse_address=None, reuse_port=None, allow_broadcast=None, sock=None", true},
	{"connect_read_pipe", "protocol_factory, pipe", true}, {"connect_write_pipe", "protocol_factory, pipe", true},
	{"subprocess_shell", "protocol_factory, cmd, *, stdin=-1, stdout=-1, stderr=-1, **kwargs", true}, {"subprocess_exec", "protocol_factory, *args, stdin=-1, stdout=-1, stderr=-1, **kwargs", true},
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
	definePython(&AbstractLoopType, object.Spec{
		Name: "asyncio.events.AbstractEventLoop", Sig: "()", Doc: "Abstract event loop.",
		Methods: append(notImplementedMethods(abstractRows), soon),
	})
}

// notImplementedMethods makes methods that raise NotImplementedError, coroutines when they are awaited.
func notImplementedMethods(rows []abstractRow) []object.Method {
	methods := make([]object.Method, len(rows))
	for i, r := range rows {
		call := func(th *Thread) Value {
			if !r.async {
				return raiseNotImplemented(th)
			}
			return newFuncCoro(coroInfo(r.name), func(th *Thread, x, exc Value) (Value, Status) {
				if exc.H != nil {
					return throwIn(th, exc)
				}
				return raiseNotImplemented(th), statusRaise
			})
		}
		methods[i] = object.Method{Name: r.name, Sig: r.sig}
		if r.async {
			methods[i].Flags = object.CoroutineFunction
		}
		if r.sig == "" {
			methods[i].F0 = func(th *Thread, self Value) Value { return call(th) }
		} else {
			methods[i].Raw = func(th *Thread, self Value, a []Value, kw []*object.Str) Value { return call(th) }
		}
	}
	return methods
}

func raiseNotImplemented(th *Thread) Value {
	return th.RaiseValue(object.NewException(&object.NotImplementedErrorType).V())
}
