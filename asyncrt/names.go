// The names of the submodules: constants, and what is written in Python.
package asyncrt

import (
	"pyasync/object"
)

// lazyNames says which Python module holds a name of a submodule.
var lazyNames = map[string]map[string]string{}

// lazyOrder are the same names in the order of the table.
var lazyOrder = map[string][]string{}

func init() {
	for _, r := range []struct {
		sub, module string
		names       []string
	}{
		{"locks", "_asyncio_sync", []string{"Barrier", "_BarrierState", "_ContextManagerMixin"}},
		{"mixins", "_asyncio_sync", []string{"_LoopBoundMixin"}},
		{"timeouts", "_asyncio_sync", []string{"_State"}},
		{"runners", "_asyncio_sync", []string{"_RunnerState"}},
		{"threads", "_asyncio_exec", []string{"to_thread"}},
		{"tasks", "_asyncio_exec", []string{"run_coroutine_threadsafe"}},
		{"futures", "_asyncio_exec", []string{"wrap_future", "_chain_future", "_copy_future_state", "_set_concurrent_future_state",
			"_convert_future_exc", "_set_state"}},
		{"base_events", "_asyncio_net", []string{"Server", "_SendfileFallbackProtocol", "_ipaddr_info", "_interleave_addrinfos", "_run_until_complete_cb",
			"_check_ssl_socket", "_set_reuseport", "_set_nodelay", "_format_pipe", "_format_handle", "_HAS_IPv6", "MAXIMUM_SELECT_TIMEOUT",
			"_MIN_SCHEDULED_TIMER_HANDLES", "_MIN_CANCELLED_TIMER_HANDLES_FRACTION", "_is_dgram_socket", "_is_stream_socket"}},
		{"selector_events", "_asyncio_selector", []string{"_SelectorDatagramTransport", "_test_selector_event", "_HAS_SENDMSG", "SC_IOV_MAX"}},
		{"unix_events", "_asyncio_unix", []string{"_UnixReadPipeTransport", "_UnixWritePipeTransport", "_UnixSubprocessTransport",
			"AbstractChildWatcher", "BaseChildWatcher", "SafeChildWatcher", "FastChildWatcher", "PidfdChildWatcher", "MultiLoopChildWatcher",
			"ThreadedChildWatcher", "can_use_pidfd", "_compute_returncode", "waitstatus_to_exitcode", "_set_nonblocking", "_set_inheritable", "_sighandler_noop"}},
		{"protocols", "_asyncio_protocols", []string{"_feed_data_to_buffered_proto"}},
		{"events", "_asyncio_protocols", []string{"AbstractServer"}},
		{"constants", "_asyncio_protocols", []string{"_SendfileMode"}},
		{"trsock", "_asyncio_protocols", []string{"TransportSocket"}},
		{"streams", "_asyncio_streams", []string{"open_connection", "start_server", "open_unix_connection", "start_unix_server"}},
		{"subprocess", "_asyncio_subprocess", []string{"create_subprocess_exec", "create_subprocess_shell", "Process", "SubprocessStreamProtocol"}},
		{"base_subprocess", "_asyncio_subprocess", []string{"BaseSubprocessTransport", "WriteSubprocessPipeProto", "ReadSubprocessPipeProto"}},
		{"graph", "_asyncio_graph", []string{"capture_call_graph", "format_call_graph", "print_call_graph", "FrameCallGraphEntry", "FutureCallGraph"}},
		{"sslproto", "_asyncio_ssl", []string{"SSLProtocol", "_SSLProtocolTransport", "SSLProtocolState", "AppProtocolState", "_create_transport_context", "add_flowcontrol_defaults", "SSLAgainErrors"}},
		{"proactor_events", "_asyncio_helpers", []string{"BaseProactorEventLoop"}},
		{"staggered", "_asyncio_helpers", []string{"staggered_race"}},
		{"base_futures", "_asyncio_helpers", []string{"_format_callbacks", "_future_repr_info", "_future_repr"}},
		{"base_tasks", "_asyncio_helpers", []string{"_task_repr_info", "_task_repr", "_task_get_stack", "_task_print_stack"}},
		{"format_helpers", "_asyncio_helpers", []string{"_get_function_source", "_format_callback_source", "_format_args_and_kwargs", "_format_callback", "extract_stack"}},
		{"coroutines", "_asyncio_helpers", []string{"_is_coroutine", "_is_debug_mode"}},
		{"events", "_asyncio_unix", []string{"get_child_watcher", "set_child_watcher"}},
		{"subprocess", "_asyncio_subprocess", []string{"PIPE", "STDOUT", "DEVNULL"}},
	} {
		m := lazyNames[r.sub]
		if m == nil {
			m = map[string]string{}
			lazyNames[r.sub] = m
		}
		lazyOrder[r.sub] = append(lazyOrder[r.sub], r.names...)
		for _, n := range r.names {
			m[n] = r.module
		}
	}
}

// setConstants sets the constants of a submodule.
func setConstants(m *object.Module, sub string) {
	switch sub {
	case "tasks":
		m.Set("FIRST_COMPLETED", firstCompleted)
		m.Set("FIRST_EXCEPTION", firstException)
		m.Set("ALL_COMPLETED", allCompleted)
	case "exceptions":
		m.Set("TimeoutError", object.TimeoutErrorType.V())
	case "futures", "base_futures":
		m.Set("_PENDING", stateNames[pending])
		m.Set("_CANCELLED", stateNames[cancelledState])
		m.Set("_FINISHED", stateNames[finished])
	case "unix_events":
		m.Set("SelectorEventLoop", UnixLoopType.V())
		m.Set("DefaultEventLoopPolicy", UnixPolicyType.V())
		m.Set("EventLoop", UnixLoopType.V())
	case "streams":
		m.Set("_DEFAULT_LIMIT", object.Int(defaultLimit))
	case "constants":
		for _, c := range constants {
			m.Set(c.name, c.v)
		}
	}
}

var constants = []struct {
	name string
	v    Value
}{
	{"LOG_THRESHOLD_FOR_CONNLOST_WRITES", object.Int(5)}, {"ACCEPT_RETRY_DELAY", object.Int(1)}, {"DEBUG_STACK_DEPTH", object.Int(debugStackDepth)},
	{"SSL_HANDSHAKE_TIMEOUT", object.Float(60)}, {"SSL_SHUTDOWN_TIMEOUT", object.Float(30)}, {"SENDFILE_FALLBACK_READBUFFER_SIZE", object.Int(1024 * 256)},
	{"FLOW_CONTROL_HIGH_WATER_SSL_READ", object.Int(256)}, {"FLOW_CONTROL_HIGH_WATER_SSL_WRITE", object.Int(512)}, {"THREAD_JOIN_TIMEOUT", object.Int(threadJoinTimeout)},
}
