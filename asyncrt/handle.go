// Handle and TimerHandle, what call_soon and call_later return.
package asyncrt

import (
	"math"
	"unsafe"

	"pyasync/object"
	"pyasync/stdlib/contextvars"
)

// HandleType and TimerHandleType are the classes.
var HandleType, TimerHandleType object.Type

// Handle is a scheduled callback; a TimerHandle has a time as well.
type Handle struct {
	Header
	loop      Value
	fn        Value // None once cancelled
	args      *object.Tuple
	ctx       *contextvars.Context
	source    Value // traceback of where it was made, in debug mode
	repr      Value // repr from before it was cancelled, in debug mode
	when      float64
	whenValue Value // as given, when it is not a float
	cancelled bool
	scheduled bool
}

// V returns the handle as a Value.
func (h *Handle) V() Value { return valueOf(&h.Header) }

func asHandle(v Value) (*Handle, bool) {
	if s := v.H.Shape.Solid; s == &HandleType || s == &TimerHandleType {
		return (*Handle)(v.Ptr()), true
	}
	return nil, false
}

func init() {
	definePython(&HandleType, object.Spec{
		Name: "asyncio.events.Handle", Sig: "callback, args, loop, context=None",
		Doc:   "Object returned by callback registration methods.",
		Alloc: object.Allocator[Handle](),
		Slots: object.Slots{Init: handleInit, Repr: handleRepr, New: allocateObject},
		Methods: []object.Method{
			{Name: "cancel", F0: handleCancel},
			{Name: "cancelled", F0: func(th *Thread, self Value) Value { return object.Bool(handleOf(self).cancelled) }},
			{Name: "get_context", F0: func(th *Thread, self Value) Value {
				h := handleOf(self)
				if h.ctx == nil {
					h.ctx = contextvars.New()
				}
				return h.ctx.V()
			}},
			{Name: "_run", F0: func(th *Thread, self Value) Value {
				if !handleOf(self).run(th) {
					return Value{}
				}
				return None
			}},
			{Name: "_repr_info", F0: func(th *Thread, self Value) Value {
				info, ok := handleOf(self).info(th)
				if !ok {
					return Value{}
				}
				return strList(info)
			}},
		},
		Members: handleMembers,
	})
	definePython(&TimerHandleType, object.Spec{
		Name: "asyncio.events.TimerHandle", Sig: "when, callback, args, loop, context=None", Base: &HandleType,
		Doc:   "Object returned by timed callback registration methods.",
		Alloc: object.Allocator[Handle](),
		Slots: object.Slots{Init: timerInit, Compare: timerCompare, Hash: timerHash},
		Methods: []object.Method{
			{Name: "when", F0: func(th *Thread, self Value) Value { return handleOf(self).whenV() }},
		},
		Members: []object.Member{
			{Name: "_when", Get: func(th *Thread, self Value) Value { return handleOf(self).whenV() }},
			{Name: "_scheduled", Get: func(th *Thread, self Value) Value { return object.Bool(handleOf(self).scheduled) },
				Set: func(th *Thread, self, x Value) bool { handleOf(self).scheduled = x == object.True; return true }},
		},
	})
	wakers[wakeHandle] = waker{run: func(th *Thread, owner *Header, arg Value) bool {
		return (*Handle)(unsafe.Pointer(owner)).run(th)
	}}
}

var handleMembers = []object.Member{
	{Name: "_callback", Get: func(th *Thread, self Value) Value { return callable(handleOf(self).fn) },
		Set: func(th *Thread, self, x Value) bool { handleOf(self).fn = orNone(x); return true }},
	{Name: "_args", Get: func(th *Thread, self Value) Value {
		if a := handleOf(self).args; a != nil {
			return a.V()
		}
		return None
	}, Set: func(th *Thread, self, x Value) bool {
		handleOf(self).args, _ = object.AsTuple(x)
		return true
	}},
	{Name: "_cancelled", Get: func(th *Thread, self Value) Value { return object.Bool(handleOf(self).cancelled) },
		Set: func(th *Thread, self, x Value) bool { handleOf(self).cancelled = x == object.True; return true }},
	{Name: "_loop", Get: func(th *Thread, self Value) Value { return orNone(handleOf(self).loop) }},
	{Name: "_context", Get: func(th *Thread, self Value) Value { return contextValue(handleOf(self).ctx) }},
	{Name: "_source_traceback", Get: func(th *Thread, self Value) Value { return orNone(handleOf(self).source) },
		Set: func(th *Thread, self, x Value) bool { handleOf(self).source = x; return true }},
	{Name: "_repr", Get: func(th *Thread, self Value) Value { return orNone(handleOf(self).repr) }},
}

func handleOf(v Value) *Handle { return (*Handle)(v.Ptr()) }

// allocateObject is the New slot of classes that do everything in __init__.
func allocateObject(th *Thread, t *object.Type, args []Value, kw []*object.Str) Value {
	return t.Allocate()
}

func (h *Handle) whenV() Value {
	if h.whenValue.H != nil {
		return h.whenValue
	}
	return object.Float(h.when)
}

var handleSig = object.ParseSignature("callback, args, loop, context=None")
var timerSig = object.ParseSignature("when, callback, args, loop, context=None")

func handleInit(th *Thread, self Value, args []Value, kw []*object.Str) bool {
	var a [4]Value
	if !handleSig.BindPython(th, "Handle.__init__", 1, args, kw, a[:]) {
		return false
	}
	return handleOf(self).init(th, a[0], a[1], a[2], a[3])
}

func timerInit(th *Thread, self Value, args []Value, kw []*object.Str) bool {
	var a [5]Value
	if !timerSig.BindPython(th, "TimerHandle.__init__", 1, args, kw, a[:]) {
		return false
	}
	h := handleOf(self)
	if !h.init(th, a[1], a[2], a[3], a[4]) {
		return false
	}
	return h.setWhen(th, a[0])
}

// setWhen takes the time as given; it is kept as it was, for when().
func (h *Handle) setWhen(th *Thread, v Value) bool {
	if f, ok := v.ExactFloat(); ok {
		h.when = f
		return true
	}
	h.whenValue = v
	f, ok := toFloat(th, v)
	if !ok {
		// A time that is no number (a mock) only matters to those who compare it.
		th.Exc = Value{}
		f = math.NaN()
	}
	h.when = f
	return true
}

func (h *Handle) init(th *Thread, fn, args, loop, ctx Value) bool {
	h.fn, h.loop = fn, loop
	h.args, _ = object.AsTuple(args)
	if h.args == nil {
		items, ok := th.Collect(args)
		if !ok {
			return false
		}
		h.args = object.NewTuple(items)
	}
	if isSet(ctx) {
		h.ctx, _ = contextvars.As(ctx)
	} else {
		h.ctx = futureContext(th)
	}
	debug, ok := loopDebug(th, loop)
	if ok && debug {
		h.source = extractStack(th)
	}
	return ok
}

// run is Handle._run: call back in the context; exceptions go to the loop's handler.
func (h *Handle) run(th *Thread) bool {
	fn, ctx := h.fn, h.ctx
	prev, ok := contextvars.Swap(th, ctx)
	if ok {
		if fn.N != wakePython {
			ok = wakers[fn.N].run(th, fn.H, Value{})
		} else {
			var args []Value
			if h.args != nil {
				args = h.args.Items
			}
			ok = th.Call(fn, args, nil).H != nil
		}
		if c := contextvars.Restore(th, prev); c != nil {
			h.ctx = c
		}
	}
	if ok {
		return true
	}
	return h.report(th)
}

// report hands the pending exception of a callback to the loop's exception handler; false: it must go on up.
func (h *Handle) report(th *Thread) bool {
	if isBaseError(th.Exc) {
		return false
	}
	exc := th.TakeExc()
	debug, ok := loopDebug(th, h.loop)
	if !ok {
		return false
	}
	src, ok := formatCallback(th, h.fn, h.args, debug)
	if !ok {
		return false
	}
	d := object.NewDict()
	d.SetName("message", object.StrValue("Exception in callback "+src))
	d.SetName("exception", exc)
	d.SetName("handle", h.V())
	if h.source.H != nil {
		d.SetName("source_traceback", h.source)
	}
	// The handler runs while the exception is being handled: one of its own has it as its context.
	handled := th.Handled
	th.Handled = exc
	ok = callExceptionHandler(th, h.loop, d)
	th.Handled = handled
	return ok
}

func handleCancel(th *Thread, self Value) Value {
	h := handleOf(self)
	timer := self.Is(&TimerHandleType)
	if timer && !h.cancelled {
		if l, ok := asLoop(h.loop); ok {
			if self.IsExact(&TimerHandleType) || h.scheduled {
				l.timerCancelled(h)
			}
		} else if h.loop.H != nil {
			if r := th.CallMethod(h.loop, name("_timer_handle_cancelled"), self); r.H == nil {
				return r
			}
		}
	}
	if h.cancelled {
		return None
	}
	h.cancelled = true
	debug, ok := loopDebug(th, h.loop)
	if !ok {
		return Value{}
	}
	if debug {
		s, ok := th.Repr(self)
		if !ok {
			return Value{}
		}
		h.repr = object.StrValue(s)
	}
	h.fn, h.args = None, nil
	return None
}

func handleRepr(th *Thread, self Value) Value {
	h := handleOf(self)
	if h.repr.H != nil {
		return h.repr
	}
	info, ok := h.info(th)
	if !ok {
		return Value{}
	}
	return object.StrValue("<" + join(info, " ") + ">")
}

// info is _repr_info.
func (h *Handle) info(th *Thread) ([]string, bool) {
	self := h.V()
	info := []string{self.Type().Name}
	if h.cancelled {
		info = append(info, "cancelled")
	}
	if self.Is(&TimerHandleType) {
		s, ok := th.Repr(h.whenV())
		if !ok {
			return nil, false
		}
		info = append(info, "when="+s)
	}
	if !h.fn.IsNone() || h.fn.N != 0 {
		debug, ok := loopDebug(th, h.loop)
		if !ok {
			return nil, false
		}
		s, ok := formatCallback(th, h.fn, h.args, debug)
		if !ok {
			return nil, false
		}
		info = append(info, s)
	}
	if file, line, ok := lastFrame(th, h.source); ok {
		info = append(info, "created at "+file+":"+itoa(line))
	}
	return info, true
}

func timerHash(th *Thread, v Value) (int64, bool) { return th.Hash(handleOf(v).whenV()) }

// timerCompare orders timers by time; equality looks at everything.
func timerCompare(th *Thread, a, b Value, op object.CmpOp) Value {
	if !b.Is(&TimerHandleType) || !a.Is(&TimerHandleType) {
		return object.NotImplemented
	}
	x, y := handleOf(a), handleOf(b)
	same := func() (bool, bool) {
		if x.when != y.when || x.cancelled != y.cancelled {
			return false, true
		}
		eq, ok := th.Equal(callable(x.fn), callable(y.fn))
		if !eq || !ok {
			return false, ok
		}
		if x.args == nil || y.args == nil {
			return x.args == y.args, true
		}
		return th.Equal(x.args.V(), y.args.V())
	}
	switch op {
	case object.CmpLT:
		return object.Bool(x.when < y.when)
	case object.CmpGT:
		return object.Bool(x.when > y.when)
	}
	eq, ok := same()
	if !ok {
		return Value{}
	}
	switch op {
	case object.CmpLE:
		return object.Bool(x.when < y.when || eq)
	case object.CmpGE:
		return object.Bool(x.when > y.when || eq)
	case object.CmpNE:
		return object.Bool(!eq)
	}
	return object.Bool(eq)
}
