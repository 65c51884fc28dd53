// Loop, the event loop: its state and the scheduling of callbacks.
package asyncrt

import (
	"math"
	"unsafe"

	"pyasync/object"
	"pyasync/stdlib/contextvars"
)

// The loop classes, from the interface down to what new_event_loop() makes. All but the first share the layout Loop.
var AbstractLoopType, BaseLoopType, SelectorLoopType, UnixLoopType object.Type

// Loop is an event loop.
type Loop struct {
	Header
	ready           ring
	timers          timerHeap
	cancelledTimers int
	cur             Value // the task being stepped, or nil
	tasks           taskList
	observer        Observer // debug mode, watcher, or both
	watcher         Observer // what SetObserver set
	clock           Clock
	poller          Poller // nil until something has to be polled
	fds             map[int]*watch
	events          []Event
	threadID        int64  // of the thread running the loop; 0: not running
	outer           Value  // the loop of a prompt in which this one runs, or nil
	unwake          func() // ends the wake-ups of the poller by signals
	polling         bool   // inside Poller.Wait: others must wake it
	ran             bool
	stopping        bool
	closed          bool
	debug           bool
	resolution      float64
	slow            Value // slow_callback_duration
	dict            *object.Dict
	excHandler      Value
	taskFactory     Value
	executor        Value // the default executor, or nil
	executorShut    bool
	asyncgens       []Value
	asyncgensShut   bool
	oldFirst        Value // the thread's hooks from before
	oldFinal        Value
	current         Value // _current_handle
	until           Value // what run_until_complete runs for
	dead            bool  // caught in a deadlock
	idling          bool  // waits, and only another thread or a signal could wake it
	signals         Value // _signal_handlers, a dict
	unixSockets     Value // _unix_server_sockets, a dict
	selector        Value // value of _selector
	foreign         bool  // _selector was set by Python code: poll through it
	transports      Value // _transports
	pipe            *selfPipe
	internalFDs     int           // _internal_fds
	via             *libraryFrame // see makesVia
	tracking        bool          // coroutine origins are being recorded
	savedDepth      int
	nextSweep       int // sweep asyncgens when there are that many
}

// V returns the loop as a Value.
func (l *Loop) V() Value { return valueOf(&l.Header) }

func loopOf(v Value) *Loop { return (*Loop)(v.Ptr()) }

// asLoop returns the loop v is, of any class derived from BaseEventLoop.
func asLoop(v Value) (*Loop, bool) {
	if v.H != nil && v.H.Shape.Solid == &BaseLoopType {
		return (*Loop)(v.Ptr()), true
	}
	return nil, false
}

// fastLoop returns the loop at h when it is exactly the builtin one and nobody replaced a method on the object; its
// methods need not be looked up then.
func fastLoop(h *Header) *Loop {
	if h != nil && h.Shape == &UnixLoopType.Root {
		if l := (*Loop)(unsafe.Pointer(h)); l.dict == nil {
			return l
		}
	}
	return nil
}

// NewLoop makes a loop of the builtin class with the system's clock and poller.
func NewLoop(th *Thread) *Loop {
	l := loopOf(UnixLoopType.Allocate())
	l.init(th)
	l.announce(th)
	return l
}

// announce logs the selector in use, for programs that log everything.
func (l *Loop) announce(th *Thread) {
	if th.Interp.Modules.GetName("logging").H == nil {
		return
	}
	class := "EpollSelector"
	if isSet(l.selector) {
		class = l.selector.Type().Name
	}
	if !logAt(th, levelDebug, "debug", "Using selector: "+class, Value{}) {
		th.Exc = Value{}
	}
}

func (l *Loop) init(th *Thread) {
	if l.clock == nil {
		l.clock = newSystemClock()
	}
	l.resolution = 1e-9
	l.slow = object.Float(0.1)
	s := stateOf(th)
	l.watcher = s.observer
	l.setDebug(s.DebugDefault || debugDefault(th))
	if l.Shape == &UnixLoopType.Root {
		s.loops = append(s.loops, l)
	}
}

// now is the loop's time in seconds.
func (l *Loop) now() float64 { return l.clock.Now() }

// checkClosed raises RuntimeError when the loop is closed.
func (l *Loop) checkClosed(th *Thread) bool {
	if l.closed {
		th.RuntimeError("Event loop is closed")
		return false
	}
	return true
}

// callSoon is loop.call_soon for Go callers with a Python callable.
func (l *Loop) callSoon(th *Thread, fn Value, args []Value, ctx *contextvars.Context) *Handle {
	h := l.newHandle(th, fn, args, ctx)
	l.ready.push(entry{fn: waking(&h.Header, wakeHandle)})
	return h
}

func (l *Loop) newHandle(th *Thread, fn Value, args []Value, ctx *contextvars.Context) *Handle {
	h := &Handle{Header: Header{Shape: &HandleType.Root}, loop: l.V(), fn: fn, ctx: ctx}
	if len(args) > 0 {
		h.args = object.TupleCopy(args)
	} else {
		h.args = object.NewTuple(nil)
	}
	if l.debug {
		h.source = extractStack(th)
	}
	return h
}

// callAt schedules a TimerHandle.
func (l *Loop) callAt(th *Thread, when float64, whenValue, fn Value, args []Value, ctx *contextvars.Context) *Handle {
	h := l.newHandle(th, fn, args, ctx)
	h.Shape = &TimerHandleType.Root
	h.when, h.whenValue, h.scheduled = when, whenValue, true
	l.timers.push(timer{when, waking(&h.Header, wakeHandle)})
	return h
}

// timerCancelled counts a scheduled timer that was cancelled (_timer_handle_cancelled).
func (l *Loop) timerCancelled(h *Handle) {
	if h.scheduled {
		l.cancelledTimers++
	}
}

// wake ends a Wait of the poller, from any thread that holds the interpreter lock.
func (l *Loop) wake() {
	if l.polling && l.poller != nil {
		l.poller.Wake()
	}
}

// loopDebug is loop.get_debug() for any kind of loop.
func loopDebug(th *Thread, loop Value) (debug, ok bool) {
	if l, isLoop := asLoop(loop); isLoop && (l.Shape == &UnixLoopType.Root || true) && l.dict == nil {
		return l.debug, true
	}
	if loop.H == nil || loop.IsNone() {
		return false, true
	}
	r := th.CallMethod(loop, strGetDebug)
	if r.H == nil {
		return false, false
	}
	return th.Truth(r)
}

// callExceptionHandler is loop.call_exception_handler(context) for any kind of loop.
func callExceptionHandler(th *Thread, loop Value, d *object.Dict) bool {
	if l := fastLoop(loop.H); l != nil {
		return l.callExceptionHandler(th, d)
	}
	if loop.H == nil || loop.IsNone() {
		return true
	}
	return th.CallMethod(loop, strExcHandler, d.V()).H != nil
}

// toFloat converts a Python number.
func toFloat(th *Thread, v Value) (float64, bool) {
	if f, ok := v.ExactFloat(); ok {
		return f, true
	}
	if i, ok := v.SmallInt(); ok {
		return float64(i), true
	}
	if v.IsBool() {
		return float64(v.N), true
	}
	t := v.Type()
	if t.ToFloat != nil {
		r := t.ToFloat(th, v)
		if r.H == nil {
			return 0, false
		}
		if f, ok := r.ExactFloat(); ok {
			return f, true
		}
	}
	if t.Index != nil {
		if i, ok := th.AsIndex(v, nil); ok {
			return float64(i), true
		}
		return 0, false
	}
	th.TypeError("must be real number, not %s", t.Name)
	return math.NaN(), false
}
