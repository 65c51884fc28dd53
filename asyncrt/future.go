// Future, the result that is not there yet.
package asyncrt

import (
	"unsafe"

	"pyasync/object"
	"pyasync/stdlib/contextvars"
)

// FutureType and TaskType are the classes.
var FutureType, TaskType object.Type

// The states of a Future.
const (
	pending uint8 = iota
	cancelledState
	finished
)

// Flags of futures and tasks.
const (
	flagBlocking    uint16 = 1 << iota // _asyncio_future_blocking: yielded by an await, not by a bare yield
	flagLogTB                          // the exception has not been looked at
	flagFailed                         // finished with an exception (in result)
	flagMustCancel                     // task: throw CancelledError into the next step
	flagNoDestroy                      // task: not log_destroy_pending
	flagNamedByUser                    // task: name is a str, not a number
	flagInit                           // __init__ has run
	flagEager                          // task: started eagerly, not yet in the loop's list
	flagLinked                         // task: stands in the loop's list of unfinished tasks
	flagGather                         // the future is a gathering (gatherFuture)
	flagDropped                        // task: the statement that made it dropped it
	flagSeen                           // task: handed out by current_task() or all_tasks()
	flagLastUse                        // task: it failed, and with this step goes the last reference
)

// Future is _asyncio.Future. A Task begins with one. It is kept small: what is rare lives in ext.
type Future struct {
	Header
	loop   *Header // the loop, of any class
	result Value   // the result, or the exception when flagFailed; while pending see site.go
	cb     callback
	ext    *futureExt
	flags  uint16
	state  uint8
	kind   uint8  // what the future belongs to: see site.go
	n      uint32 // free for the embedding type
}

// futureExt holds what few futures have.
type futureExt struct {
	more      []callback // after cb
	msg       Value      // cancel message
	cancelExc Value      // the CancelledError that ended a task, raised once
	tb        *object.Traceback
	source    Value // _source_traceback
	dict      *object.Dict
	timer     Value       // of a sleep on a loop of another class
	name      *object.Str // of a task that was given one
	cancels   int32       // how often a task was asked to cancel itself
	scheduled Value       // of a task in debug mode: the stack that scheduled its next step
	awaitedBy []Value     // what future_add_to_awaited_by() recorded
	failure   *failure    // the report that is due unless somebody looks at the exception
}

// looked notes that somebody has seen the exception: "never retrieved" does not apply.
func (f *Future) looked() {
	if f.flags&flagLogTB != 0 {
		f.flags &^= flagLogTB
		if f.ext != nil && f.ext.failure != nil {
			*f.ext.failure = failure{looked: true}
			f.ext.failure = nil
		}
	}
}

// V returns the future as a Value.
func (f *Future) V() Value { return valueOf(&f.Header) }

// asFuture returns the future v is, of the builtin classes or of one derived from them.
func asFuture(v Value) (*Future, bool) {
	if s := v.H.Shape.Solid; s == &FutureType || s == &TaskType {
		return (*Future)(v.Ptr()), true
	}
	return nil, false
}

// exactFuture is asFuture for objects whose class is exactly Future or Task.
func exactFuture(v Value) (*Future, bool) {
	if s := v.H.Shape; s == &FutureType.Root || s == &TaskType.Root || s == &gatherType.Root {
		return (*Future)(v.Ptr()), true
	}
	return nil, false
}

func futureOf(h *Header) *Future { return (*Future)(unsafe.Pointer(h)) }

// newFuture makes an exact Future of loop.
func newFuture(loop *Header) *Future {
	f := &Future{}
	f.setup(loop)
	return f
}

// setup makes zeroed memory an exact pending Future.
func (f *Future) setup(loop *Header) {
	f.Shape = &FutureType.Root
	f.loop = loop
	f.flags = flagInit
}

func (f *Future) rare() *futureExt {
	if f.ext == nil {
		f.ext = &futureExt{}
	}
	return f.ext
}

func (f *Future) done() bool { return f.state != pending }

// failed returns the exception of a finished future that has one.
func (f *Future) failed() (exc Value, ok bool) {
	if f.flags&flagFailed != 0 {
		return f.result, true
	}
	return Value{}, false
}

// addCallback adds a done callback, or schedules it at once when the future is done.
func (f *Future) addCallback(th *Thread, c callback) bool {
	if f.state != pending {
		return scheduleCallback(th, f, c)
	}
	switch {
	case f.cb.fn.H == nil && (f.ext == nil || len(f.ext.more) == 0):
		f.cb = c
	default:
		x := f.rare()
		x.more = append(x.more, c)
	}
	return true
}

// dropCallbacks removes those callbacks for which match holds and returns how many there were; -1: match raised.
func (f *Future) dropCallbacks(match func(c callback) (bool, bool)) int {
	n := 0
	if f.cb.fn.H != nil {
		eq, ok := match(f.cb)
		if !ok {
			return -1
		}
		if eq {
			f.cb = callback{}
			n++
		}
	}
	if f.ext == nil {
		return n
	}
	for i := 0; i < len(f.ext.more); i++ {
		eq, ok := match(f.ext.more[i])
		if !ok {
			return -1
		}
		if eq && i < len(f.ext.more) {
			f.ext.more = append(f.ext.more[:i:i], f.ext.more[i+1:]...)
			i--
			n++
		}
	}
	return n
}

// callbacks lists the callbacks in order.
func (f *Future) callbacks() []callback {
	var list []callback
	if f.cb.fn.H != nil {
		list = append(list, f.cb)
	}
	if f.ext != nil {
		list = append(list, f.ext.more...)
	}
	return list
}

// runCallbacks schedules all callbacks: the future is done.
func (f *Future) runCallbacks(th *Thread) bool {
	c := f.cb
	if c.fn.H != nil {
		f.cb = callback{}
		if !scheduleCallback(th, f, c) {
			return false
		}
	}
	if f.ext != nil && len(f.ext.more) > 0 {
		more := f.ext.more
		f.ext.more = nil
		for _, c := range more {
			if !scheduleCallback(th, f, c) {
				return false
			}
		}
	}
	return true
}

// setResult finishes the future; false: it is done already, InvalidStateError is pending.
func (f *Future) setResult(th *Thread, v Value) bool {
	if f.state != pending {
		f.alreadyDone(th)
		return false
	}
	f.state = finished
	f.result = v
	return f.runCallbacks(th)
}

func (f *Future) alreadyDone(th *Thread) { th.Raise(&InvalidStateErrorType, "invalid state") }

// setException finishes the future with an exception (an instance, or a class to be instantiated).
func (f *Future) setException(th *Thread, exc Value) bool {
	if f.state != pending {
		f.alreadyDone(th)
		return false
	}
	if t, ok := object.AsType(exc); ok && t.Flags&object.FlagException != 0 {
		if exc = th.CallArgs(exc); exc.H == nil {
			return false
		}
	}
	e, ok := object.AsException(exc)
	if !ok {
		th.TypeError("invalid exception object")
		return false
	}
	if exc.Type().IsSubtype(&object.StopIterationType) {
		r := object.NewException(&object.RuntimeErrorType, object.StrValue("StopIteration interacts badly with generators and cannot be raised into a Future"))
		r.Cause, r.Context, r.SuppressContext = exc, exc, true
		e, exc = r, r.V()
	}
	return f.fail(th, e)
}

// fail finishes a pending future with an exception instance.
func (f *Future) fail(th *Thread, e *object.Exception) bool {
	f.state = finished
	f.result = e.V()
	f.flags |= flagFailed | flagLogTB
	f.rare().tb = e.Traceback
	if !f.runCallbacks(th) {
		return false
	}
	noteFailed(th, f)
	return true
}

// cancelPending cancels a plain future; false: it was done. ok is false when scheduling a callback raised.
func (f *Future) cancelPending(th *Thread, msg Value) (did, ok bool) {
	f.looked()
	if f.state != pending {
		return false, true
	}
	f.state, f.result = cancelledState, Value{}
	if isSet(msg) {
		f.rare().msg = msg
	} else if f.ext != nil {
		f.ext.msg = Value{}
	}
	return true, f.runCallbacks(th)
}

// cancelledError returns the CancelledError to raise for a cancelled future: the one that ended it, the first time.
func (f *Future) cancelledError() Value {
	if f.ext == nil {
		return newCancelledError(Value{})
	}
	if e := f.ext.cancelExc; e.H != nil {
		f.ext.cancelExc = Value{}
		return e
	}
	return newCancelledError(f.ext.msg)
}

// outcome looks at a done future (CPython's future_get_result): its result, or the exception exc that it ended
// with. raised: it is still pending, and InvalidStateError is.
func (f *Future) outcome(th *Thread) (v, exc Value, raised bool) {
	switch {
	case f.state == cancelledState:
		return Value{}, f.cancelledError(), false
	case f.state == pending:
		th.Raise(&InvalidStateErrorType, "Result is not set.")
		return Value{}, Value{}, true
	}
	f.looked()
	if f.flags&flagFailed != 0 {
		f.restoreTraceback()
		return Value{}, f.result, false
	}
	return f.result, Value{}, false
}

// restoreTraceback gives the exception the traceback it had when the future got it, the first time; later none, so
// that the entries of those who awaited it do not pile up (as future_get_result does).
func (f *Future) restoreTraceback() {
	e, ok := object.AsException(f.result)
	if !ok {
		return
	}
	e.Traceback = nil
	if f.ext != nil {
		e.Traceback, f.ext.tb = f.ext.tb, nil
	}
}

// take returns the result or raises what the future ended with.
func (f *Future) take(th *Thread) Value {
	if f.state == finished && f.flags&flagFailed == 0 {
		return f.result
	}
	v, exc, raised := f.outcome(th)
	if raised {
		return Value{}
	}
	if exc.H != nil {
		return th.RaiseValue(exc)
	}
	return v
}

// awaitStep is the AwaitStep slot.
func awaitStep(th *Thread, v Value, state *uint64, x, exc Value) (Value, Status) {
	f := (*Future)(v.Ptr())
	if exc.H != nil {
		th.RaiseValue(exc)
		return Value{}, statusRaise
	}
	if f.state == pending {
		if f.flags&flagBlocking != 0 {
			return th.RuntimeError("await wasn't used with future"), statusRaise
		}
		f.flags |= flagBlocking
		return v, statusSuspend
	}
	if r := f.take(th); r.H != nil {
		return r, statusReturn
	}
	return Value{}, statusRaise
}

// futureContext is the context a callback added now runs in.
func futureContext(th *Thread) *contextvars.Context { return contextvars.Snapshot(th) }
