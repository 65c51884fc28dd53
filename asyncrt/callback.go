// Callbacks of futures and entries of the ready ring: Python callables and the loop's own wakers.
package asyncrt

import (
	"unsafe"

	"pyasync/object"
	"pyasync/stdlib/contextvars"
)

// callback is a done callback. fn.N says what fn is: 0 a Python callable, otherwise a waker: the kind in fn.N and its
// owner, a Go struct that begins with a Header, in fn.H. Such Values never leave this package; callable makes a
// Python object of them for those who look.
type callback struct {
	fn  Value
	ctx *contextvars.Context // nil: an empty one
}

// The kinds of wakers.
const (
	wakePython    uint64 = iota
	wakeTask             // the awaited future is done: step the task
	wakeStep             // step the task; arg is the exception to throw, or nil
	wakeHandle           // a Handle of call_soon, call_later …
	wakeGather           // a child of gather() is done
	wakeWait             // one of the futures of wait() is done
	wakeGroup            // a task of a TaskGroup is done
	wakeAsDone           // one of the futures of as_completed() is done
	wakeShieldIn         // the inner future of shield() is done
	wakeShieldOut        // the outer future of shield() is done
	wakeUntil            // run_until_complete's future is done
	wakeChainDst         // the copy of a chained future is done
	wakeRelease          // waitter.set_result(None) for plain waiters
	wakeStarTimer        // a timer of sleep(): finish the future
	wakeTimeout          // a Timeout expires
	wakeRunner           // call the Go function of a goCall
	wakeClient           // the task of a stream server's client is done
	numWakers
)

// waker describes a kind: how it runs, and how reprs name it.
type waker struct {
	run  func(th *Thread, owner *Header, arg Value) bool
	name string // qualified name in the repr of callbacks
	def  string // name for the builtin that stands for it
}

// wakers is filled by the files that own the kinds; it does not change after initialisation.
var wakers [numWakers]waker

func waking(owner *Header, kind uint64) Value { return Value{H: owner, N: kind} }

// scheduleCallback puts a callback of f on f's loop.
func scheduleCallback(th *Thread, f *Future, c callback) bool {
	if f.loop != nil {
		if l := fastLoop(f.loop); l != nil {
			if l.closed {
				l.checkClosed(th)
				return false
			}
			if l.debug && c.fn.N == wakePython {
				l.callSoon(th, c.fn, []Value{f.V()}, c.ctx) // a handle knows where it was made
				return true
			}
			l.ready.push(entry{c.fn, &f.Header, c.ctx})
			if l.observer != nil && c.fn.N == wakeTask {
				l.observer.Scheduled(th, taskOf(c.fn.H), f)
			}
			return true
		}
	}
	if f.loop == nil {
		th.RuntimeError("uninitialized Future object")
		return false
	}
	return callSoonSlow(th, f.loop, callable(c.fn), f.V(), c.ctx)
}

// callSoonSlow calls loop.call_soon(fn, arg, context=ctx) of a loop of any class; arg may be nil.
func callSoonSlow(th *Thread, loop *Header, fn, arg Value, ctx *contextvars.Context) bool {
	m := th.GetAttr(valueOf(loop), strCallSoon)
	if m.H == nil {
		return false
	}
	c := contextValue(ctx)
	if arg.H == nil {
		return th.Call(m, []Value{fn, c}, []*object.Str{strContext}).H != nil
	}
	return th.Call(m, []Value{fn, arg, c}, []*object.Str{strContext}).H != nil
}

// contextValue makes a Python object of a context that may be nil.
func contextValue(ctx *contextvars.Context) Value {
	if ctx == nil {
		return contextvars.New().V()
	}
	return ctx.V()
}

// wakerMethods are the builtins that stand for wakers where Python code looks at them.
var wakerMethods [numWakers]object.Method

// initWakerMethods runs after the tables have been filled.
func wakerMethod(kind uint64) *object.Method {
	return &wakerMethods[kind]
}

func defineWaker(kind uint64, name, def string, run func(th *Thread, owner *Header, arg Value) bool) {
	wakers[kind] = waker{run, name, def}
	call := func(th *Thread, self Value, a []Value, kw []*object.Str) Value {
		arg := Value{}
		if len(a) > 0 {
			arg = a[0]
		}
		if !run(th, self.H, arg) {
			return Value{}
		}
		return None
	}
	wakerMethods[kind] = object.Method{Name: def, Raw: call}
}

// callable returns the Python object for a callback: itself, or a builtin that runs the waker.
func callable(fn Value) Value {
	switch fn.N {
	case wakePython:
		return fn
	case wakeHandle:
		return (*Handle)(unsafe.Pointer(fn.H)).fn
	}
	return object.NewBuiltin(wakerMethod(fn.N), valueOf(fn.H), "")
}

// wakerOf is the inverse of callable: it recognises the builtins made for wakers.
func wakerOf(v Value) Value {
	if !v.IsExact(&object.BuiltinType) {
		return v
	}
	b := (*object.Builtin)(v.Ptr())
	for k := range wakerMethods {
		if b.Method == &wakerMethods[k] {
			return Value{H: b.Self.H, N: uint64(k)}
		}
	}
	return v
}
