// What is written in Python and loaded at first use: the cold parts of the loop's classes and of the namespace.
package asyncrt

import (
	"time"

	"pyasync/object"
)

// lazyRow names a method, the module that holds it and the function's name there.
type lazyRow struct {
	name, module, fn string
	owner            string // the class whose method it is, for __qualname__
}

// lazyMethod is a descriptor that stands for a function of a Python module not loaded yet.
type lazyMethod struct {
	Header
	row lazyRow
}

var lazyMethodType object.Type

func init() {
	object.Define(&lazyMethodType, object.Spec{
		Name: "function", Flags: object.FlagNoNew | object.FlagFinal,
		Slots: object.Slots{
			DescrGet: func(th *Thread, d, obj, owner Value) Value {
				f := (*lazyMethod)(d.Ptr()).load(th)
				if f.H == nil || obj.H == nil || obj.IsNone() {
					return f
				}
				return object.NewBoundMethod(f, obj)
			},
			Call: func(th *Thread, f Value, args []Value, kw []*object.Str) Value {
				fn := (*lazyMethod)(f.Ptr()).load(th)
				if fn.H == nil {
					return fn
				}
				return th.Call(fn, args, kw)
			},
		},
	})
}

func (m *lazyMethod) load(th *Thread) Value {
	v := lazyImport(th, m.row.module, m.row.fn)
	if v.H == nil || m.row.owner == "" {
		return v
	}
	if f, ok := object.AsFunction(v); ok && f.Qualname.Go() == m.row.fn {
		f.Qualname = name(m.row.owner + "." + m.row.name)
	}
	return v
}

// sharedDict are the Python parts that run in the namespace of a public module, so that what a test or a program
// replaces there (socket, signal, logger …) is replaced for them as well.
var sharedDict = map[string]string{"_asyncio_unix": "asyncio.unix_events", "_asyncio_net": "asyncio.base_events", "_asyncio_selector": "asyncio.selector_events"}

var strLoaded = name("__loaded__")

// lazyImport is module.attr of a part written in Python.
func lazyImport(th *Thread, module, attr string) Value {
	public := sharedDict[module]
	if public == "" {
		return importAttr(th, module, attr)
	}
	v := importModule(th, public)
	if v.H == nil {
		return v
	}
	m, ok := object.AsModule(v)
	if !ok {
		return th.GetAttrName(v, attr)
	}
	if !loadPart(th, m, module) {
		return Value{}
	}
	if x := m.Dict.GetName(attr); x.H != nil {
		return x
	}
	return th.AttributeError(v, object.NewStr(attr), "module '%s' has no attribute '%s'", public, attr)
}

// loadPart runs the source of a part in the namespace of m, once. Another thread that needs the part meanwhile waits,
// except when the two wait for each other's: then it goes on after a while, as with modules.
func loadPart(th *Thread, m *object.Module, part string) bool {
	for i := 0; i < 2000; i++ {
		loader := m.Dict.GetStr(strLoaded)
		if loader.H == nil {
			break
		}
		if loader == object.True || loader == object.Int(th.Ident) {
			return true
		}
		th.Blocking(func() { time.Sleep(time.Millisecond) })
	}
	m.Dict.SetStr(strLoaded, object.Int(th.Ident))
	if callHelper(th, "load_into", m.V(), object.StrValue(part)).H == nil {
		m.Dict.DelStr(strLoaded)
		return false
	}
	m.Dict.SetStr(strLoaded, object.True)
	return true
}

// lazyMethods makes class attributes of the rows.
func lazyMethods(owner string, rows []lazyRow) map[string]Value {
	m := make(map[string]Value, len(rows))
	for _, r := range rows {
		r.owner = owner
		d := &lazyMethod{Header{Shape: &lazyMethodType.Root}, r}
		m[r.name] = valueOf(&d.Header)
	}
	return m
}

// rowsOf makes rows for functions that are named in their module as the methods are.
func rowsOf(module string, names ...string) []lazyRow {
	rows := make([]lazyRow, len(names))
	for i, n := range names {
		rows[i] = lazyRow{name: n, module: module, fn: n}
	}
	return rows
}

var baseLoopLazy = append(rowsOf("_asyncio_net",
	"create_connection", "create_server", "create_datagram_endpoint", "connect_accepted_socket", "start_tls", "sendfile",
	"sock_sendfile", "getaddrinfo", "getnameinfo", "connect_read_pipe", "connect_write_pipe", "subprocess_shell",
	"subprocess_exec", "_sock_sendfile_native", "_sock_sendfile_fallback", "_sendfile_native", "_sendfile_fallback", "_ensure_resolved",
	"_create_connection_transport", "_connect_sock", "_create_server_getaddrinfo", "_getaddrinfo_debug", "_check_sendfile_params",
	"_make_socket_transport", "_make_ssl_transport", "_make_datagram_transport", "_make_read_pipe_transport",
	"_make_write_pipe_transport", "_make_subprocess_transport", "_log_subprocess"),
	rowsOf("_asyncio_exec", "run_in_executor", "set_default_executor", "shutdown_default_executor", "_do_shutdown")...)

func init() {
	baseLoopLazy = append(baseLoopLazy, lazyRow{name: "shutdown_asyncgens", module: "_asyncio_helpers", fn: "shutdown_asyncgens"})
}

var selectorLoopLazy = []lazyRow{}

func init() {
	for _, n := range []string{"_make_socket_transport", "_make_ssl_transport", "_make_datagram_transport",
		"sock_recv", "sock_recv_into", "sock_recvfrom", "sock_recvfrom_into", "sock_sendall", "sock_sendto", "sock_connect", "sock_accept",
		"_sock_recv", "_sock_recv_into", "_sock_recvfrom", "_sock_recvfrom_into", "_sock_sendall", "_sock_sendto", "_sock_connect", "_sock_connect_cb",
		"_sock_accept", "_sock_read_done", "_sock_write_done", "_sock_add_cancellation_callback", "_start_serving", "_accept_connection", "_accept_connection2", "_stop_serving", "_sendfile_native"} {
		selectorLoopLazy = append(selectorLoopLazy, lazyRow{name: n, module: "_asyncio_selector", fn: n})
	}
}

var unixLoopLazy = rowsOf("_asyncio_unix",
	"add_signal_handler", "remove_signal_handler", "_handle_signal", "_process_self_data", "_check_signal", "create_unix_connection", "create_unix_server", "_make_read_pipe_transport",
	"_make_write_pipe_transport", "_make_subprocess_transport", "_child_watcher_callback", "_sock_sendfile_native",
	"_sock_sendfile_native_impl", "_sock_sendfile_update_filepos", "_sock_add_cancellation_callback")

// callHelper calls a function of the Python module of helpers.
func callHelper(th *Thread, fn string, args ...Value) Value {
	f := importAttr(th, "_asyncio_helpers", fn)
	if f.H == nil {
		return f
	}
	return th.CallArgs(f, args...)
}

// definePython is object.Define for a class that CPython has in Python.
func definePython(t *object.Type, spec object.Spec) {
	for i := range spec.Methods {
		spec.Methods[i].Flags |= object.PyFunction
	}
	object.Define(t, spec)
}
