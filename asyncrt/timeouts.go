// asyncio.timeout and the class Timeout.
package asyncrt

import (
	"unsafe"

	"pyasync/object"
)

// TimeoutType is asyncio.timeouts.Timeout.
var TimeoutType object.Type

// The states of a Timeout.
const (
	timeoutCreated uint8 = iota
	timeoutActive
	timeoutExpiring
	timeoutExpired
	timeoutFinished
)

var timeoutStates = [...]string{"created", "active", "expiring", "expired", "finished"}

// Timeout cancels the task inside its block when the time has come.
type Timeout struct {
	Header
	when       Value // None: never
	task       Value
	cancelling int
	handle     Value // of the loop's timer, or nil
	state      uint8
	dict       *object.Dict
}

func timeoutOf(v Value) *Timeout { return (*Timeout)(v.Ptr()) }

// act is a coroutine whose body runs once, in its first step: what __aenter__ and the like return.
type act struct {
	object.Coroutine
	self Value
	a, b Value
	body func(th *Thread, c *act) (Value, Status)
}

func stepAct(th *Thread, co *object.Coroutine, x, exc Value) (Value, Status) {
	if exc.H != nil {
		return throwIn(th, exc)
	}
	c := (*act)(unsafe.Pointer(co))
	return c.body(th, c)
}

func newAct(info *object.CoroutineInfo, self, a, b Value, body func(th *Thread, c *act) (Value, Status)) Value {
	c := &act{self: self, a: a, b: b, body: body}
	return makeCoro(&c.Coroutine, info, stepAct)
}

var (
	coTimeoutEnter = coroInfo("Timeout.__aenter__")
	coTimeoutExit  = coroInfo("Timeout.__aexit__")
)

func init() {
	definePython(&TimeoutType, object.Spec{
		Name: "asyncio.timeouts.Timeout", Sig: "when", Flags: object.FlagFinal,
		Doc:   "Asynchronous context manager for cancelling overdue coroutines.",
		Alloc: object.Allocator[Timeout](), DictOf: func(v Value, create bool) *object.Dict { return object.DictAt(&(*Timeout)(v.Ptr()).dict, create) },
		Slots: object.Slots{New: allocateObject, Repr: timeoutRepr, Init: func(th *Thread, self Value, args []Value, kw []*object.Str) bool {
			var a [1]Value
			if !timeoutSig.BindPython(th, "Timeout.__init__", 1, args, kw, a[:]) {
				return false
			}
			timeoutOf(self).when = a[0]
			return true
		}},
		Methods: []object.Method{
			{Name: "when", F0: func(th *Thread, self Value) Value { return orNone(timeoutOf(self).when) }},
			{Name: "reschedule", Sig: "when", F1: func(th *Thread, self, when Value) Value {
				return nilOrNone(timeoutOf(self).reschedule(th, when))
			}},
			{Name: "expired", F0: func(th *Thread, self Value) Value {
				s := timeoutOf(self).state
				return object.Bool(s == timeoutExpiring || s == timeoutExpired)
			}},
			{Name: "__aenter__", Flags: object.CoroutineFunction, F0: func(th *Thread, self Value) Value {
				return newAct(coTimeoutEnter, self, Value{}, Value{}, func(th *Thread, c *act) (Value, Status) {
					if !timeoutOf(c.self).enter(th) {
						return raised()
					}
					return c.self, statusReturn
				})
			}},
			{Name: "__aexit__", Flags: object.CoroutineFunction, Sig: "exc_type, exc_val, exc_tb", F: func(th *Thread, self Value, a []Value) Value {
				return newAct(coTimeoutExit, self, a[0], a[1], func(th *Thread, c *act) (Value, Status) {
					exc := c.b
					if c.a.IsNone() {
						exc = Value{}
					}
					if !timeoutOf(c.self).exit(th, exc) {
						return raised()
					}
					return returnNone()
				})
			}},
		},
		Members: []object.Member{
			{Name: "_state", Get: func(th *Thread, self Value) Value { return object.StrValue(timeoutStates[timeoutOf(self).state]) }},
			{Name: "_task", Get: func(th *Thread, self Value) Value { return orNone(timeoutOf(self).task) }},
			{Name: "_when", Get: func(th *Thread, self Value) Value { return orNone(timeoutOf(self).when) }},
			{Name: "_timeout_handler", Get: func(th *Thread, self Value) Value { return orNone(timeoutOf(self).handle) }},
		},
	})
	defineWaker(wakeTimeout, "Timeout._on_timeout()", "Timeout._on_timeout", func(th *Thread, owner *Header, arg Value) bool {
		t := (*Timeout)(unsafe.Pointer(owner))
		t.handle = Value{}
		if t.state != timeoutActive {
			return true
		}
		_, ok := cancelFuture(th, t.task, Value{})
		t.state = timeoutExpiring
		return ok
	})
}

var timeoutSig = object.ParseSignature("when")

func timeoutRepr(th *Thread, v Value) Value {
	t := timeoutOf(v)
	info := ""
	if t.state == timeoutActive {
		info = " when=None"
		if isSet(t.when) {
			r := th.CallArgs(th.Interp.Builtins.Dict.GetName("round"), t.when, object.Int(3))
			if r.H == nil {
				return r
			}
			s, ok := th.Str(r)
			if !ok {
				return Value{}
			}
			info = " when=" + s
		}
	}
	return object.StrValue("<Timeout [" + timeoutStates[t.state] + "]" + info + ">")
}

// newTimeoutIn makes a Timeout that expires in delay seconds (None: never) on the running loop.
func newTimeoutIn(th *Thread, delay Value) *Timeout {
	t := &Timeout{Header: Header{Shape: &TimeoutType.Root}, when: None}
	loop := needRunningLoop(th)
	if loop.H == nil {
		return nil
	}
	if !isSet(delay) {
		return t
	}
	now := loopTime(th, loop)
	if now.H == nil {
		return nil
	}
	if t.when = th.BinaryOp(object.OpAdd, now, delay); t.when.H == nil {
		return nil
	}
	return t
}

// loopTime is loop.time() for any kind of loop.
func loopTime(th *Thread, loop Value) Value {
	if l := fastLoop(loop.H); l != nil {
		return object.Float(l.now())
	}
	return th.CallMethod(loop, strTime)
}

func (t *Timeout) reschedule(th *Thread, when Value) bool {
	if t.state != timeoutActive {
		if t.state == timeoutCreated {
			th.RuntimeError("Timeout has not been entered")
		} else {
			th.RuntimeError("Cannot change state of %s Timeout", timeoutStates[t.state])
		}
		return false
	}
	t.when = when
	if !t.cancelTimer(th) {
		return false
	}
	if when.IsNone() {
		return true
	}
	loop := needRunningLoop(th)
	if loop.H == nil {
		return false
	}
	if l := fastLoop(loop.H); l != nil {
		at, ok := toFloat(th, when)
		if !ok {
			return false
		}
		ctx := futureContext(th)
		if at <= l.now() {
			t.handle = l.callSoon(th, waking(&t.Header, wakeTimeout), nil, ctx).V()
		} else {
			t.handle = l.callAt(th, at, when, waking(&t.Header, wakeTimeout), nil, ctx).V()
		}
		return true
	}
	now := th.CallMethod(loop, strTime)
	if now.H == nil {
		return false
	}
	due, ok := th.CompareBool(when, now, object.CmpLE)
	if !ok {
		return false
	}
	fire := callable(waking(&t.Header, wakeTimeout))
	if due {
		t.handle = th.CallMethod(loop, strCallSoon, fire)
	} else {
		t.handle = th.CallMethod(loop, strCallAt, when, fire)
	}
	return t.handle.H != nil
}

func (t *Timeout) cancelTimer(th *Thread) bool {
	h := t.handle
	if h.H == nil {
		return true
	}
	t.handle = Value{}
	if h.IsExact(&TimerHandleType) || h.IsExact(&HandleType) {
		return handleCancel(th, h).H != nil
	}
	return th.CallMethod(h, strCancel).H != nil
}

// enter is __aenter__.
func (t *Timeout) enter(th *Thread) bool {
	if t.state != timeoutCreated {
		th.RuntimeError("Timeout has already been entered")
		return false
	}
	loop := needRunningLoop(th)
	if loop.H == nil {
		return false
	}
	task := currentTaskOf(th, loop)
	if !isSet(task) {
		th.RuntimeError("Timeout should be used inside a task")
		return false
	}
	t.state, t.task = timeoutActive, task
	n, ok := taskCancelling(th, task)
	t.cancelling = n
	return ok && t.reschedule(th, t.when)
}

// exit is __aexit__ with the exception that leaves the block (nil: none); false: an exception is pending.
func (t *Timeout) exit(th *Thread, exc Value) bool {
	if !t.cancelTimer(th) {
		return false
	}
	switch t.state {
	case timeoutExpiring:
		t.state = timeoutExpired
		n, ok := taskUncancel(th, t.task)
		if !ok {
			return false
		}
		if n > t.cancelling || exc.H == nil {
			return true
		}
		if object.IsInstance(exc, &CancelledErrorType) {
			raiseTimeoutFrom(th, exc)
			return false
		}
		insertTimeoutError(th, exc)
		if object.IsInstance(exc, &object.ExceptionGroupType) {
			list := th.GetAttrName(exc, "exceptions")
			if list.H == nil {
				return false
			}
			items, _ := th.Collect(list)
			for _, e := range items {
				insertTimeoutError(th, e)
			}
		}
	case timeoutActive:
		t.state = timeoutFinished
	}
	return true
}

// insertTimeoutError puts a TimeoutError before the CancelledError in a chain of contexts.
func insertTimeoutError(th *Thread, exc Value) {
	for {
		e, ok := object.AsException(exc)
		if !ok || e.Context.H == nil {
			return
		}
		if object.IsInstance(e.Context, &CancelledErrorType) {
			te := object.NewException(&object.TimeoutErrorType)
			te.Context, te.Cause, te.SuppressContext = e.Context, e.Context, true
			e.Context = te.V()
			return
		}
		exc = e.Context
	}
}

// taskCancelling is task.cancelling() for any kind of task.
func taskCancelling(th *Thread, task Value) (int, bool) {
	if t, ok := asTask(task); ok && task.IsExact(&TaskType) {
		return int(t.cancelling()), true
	}
	r := th.CallMethod(task, strCancelling)
	if r.H == nil {
		return 0, false
	}
	return th.AsIndex(r, nil)
}

// taskUncancel is task.uncancel() for any kind of task.
func taskUncancel(th *Thread, task Value) (int, bool) {
	if t, ok := asTask(task); ok && task.IsExact(&TaskType) {
		return int(t.uncancel()), true
	}
	r := th.CallMethod(task, strUncancel)
	if r.H == nil {
		return 0, false
	}
	return th.AsIndex(r, nil)
}
