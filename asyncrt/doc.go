// Package asyncrt is Python's asyncio: the event loop, futures and tasks, timers, locks, queues, streams,
// subprocesses and executors. It drives coroutines through package object's protocol and knows nothing of syntax or
// of the evaluator.
//
// The way of a step: a wake-up puts an entry on the loop's ready ring (ring.go); the loop (run.go) takes the entries
// that stood there when the iteration began; a task's entry resumes its coroutine (step.go), which ends or yields
// the Future it waits for (future.go); the task then stands in that Future as a callback (callback.go), and the
// Future's completion puts it on the ring again. Timers wait in a heap (timers.go), descriptors in epoll (poller.go).
//
// Fast paths apply to objects whose class is exactly the builtin one. Futures, tasks and loops of other classes,
// written in Python, are driven through their methods.
package asyncrt

import "pyasync/object"

// The names of package object that stand in nearly every line here.
type (
	Value  = object.Value
	Thread = object.Thread
	Header = object.Header
	Status = object.Status
)

// None is Python's None.
var None = object.None

const (
	statusReturn  = object.Return
	statusRaise   = object.Raise
	statusSuspend = object.Suspend
)

// valueOf makes the Value of a heap object.
func valueOf(h *Header) Value { return Value{H: h} }

// orNone turns the nil Value, or nil header, into None.
func orNone(v Value) Value {
	if v.H == nil {
		return None
	}
	return v
}

// isSet reports that an optional argument was given and is not None.
func isSet(v Value) bool { return v.H != nil && !v.IsNone() }

// names caches the strs of attribute and method names.
func name(s string) *object.Str {
	n := object.NewStr(s)
	n.Hash()
	n.Len()
	return n
}

var (
	strCallSoon        = name("call_soon")
	strContext         = name("context")
	strMsg             = name("msg")
	strCancel          = name("cancel")
	strResult          = name("result")
	strException       = name("exception")
	strDone            = name("done")
	strCancelled       = name("cancelled")
	strBlocking        = name("_asyncio_future_blocking")
	strLoop            = name("loop")
	strUnderLoop       = name("_loop")
	strGetLoop         = name("get_loop")
	strAddDoneCallback = name("add_done_callback")
	strRemoveCallback  = name("remove_done_callback")
	strSetName         = name("set_name")
	strGetDebug        = name("get_debug")
	strExcHandler      = name("call_exception_handler")
	strTime            = name("time")
	strCreateFuture    = name("create_future")
	strCreateTask      = name("create_task")
	strSetResult       = name("set_result")
	strSetException    = name("set_exception")
	strCallAt          = name("call_at")
	strCallLater       = name("call_later")
	strDoneMsgName     = name("name")
	strEagerStart      = name("eager_start")
	strStop            = name("stop")
	strClose           = name("close")
	strUncancel        = name("uncancel")
	strCancelling      = name("cancelling")
)
