// Asynchronous generators: async def with yield.
package eval

import (
	"unsafe"

	"pyasync/object"
)

// asyncGenerator is the layout of asynchronous generators.
type asyncGenerator struct {
	coroutine
	finalizer Value // the hook in force when it was first iterated
}

// asyncGenCall is the awaitable that asend(), athrow(), aclose() and __anext__() return.
type asyncGenCall struct {
	object.Header
	gen   *coroutine
	x     Value // sent value
	exc   Value // thrown exception
	close bool
	// invalid: exc is not to be thrown, but raised instead
	invalid bool
	state   uint8 // 0 new, 1 in progress, 2 done
}

var asyncSendType, asyncThrowType object.Type

func init() {
	gen := func(v Value) *coroutine { return (*coroutine)(v.Ptr()) }
	object.Define(&object.AsyncGeneratorType, object.Spec{
		Name: "async_generator", Flags: object.FlagNoNew | object.FlagFinal, Alloc: object.Allocator[coroutine](),
		Slots: object.Slots{
			Repr:  coroutineRepr,
			AIter: func(th *Thread, v Value) Value { return v },
			ANext: func(th *Thread, v Value) Value { return newAsyncCall(th, gen(v), object.None, Value{}, false) },
		},
		Methods: []object.Method{
			{Name: "asend", F1: func(th *Thread, v, x Value) Value { return newAsyncCall(th, gen(v), x, Value{}, false) }},
			{Name: "athrow", Sig: "typ, val=None, tb=None, /", F: func(th *Thread, v Value, a []Value) Value {
				exc := thrown(th, a)
				if exc.H != nil {
					return newAsyncCall(th, gen(v), object.None, exc, false)
				}
				if !th.Pending(&object.TypeErrorType) {
					return exc
				}
				// What is wrong with the arguments is found out when the call runs.
				c := newAsyncCall(th, gen(v), object.None, th.TakeExc(), false)
				if c.H != nil {
					(*asyncGenCall)(c.Ptr()).invalid = true
				}
				return c
			}},
			{Name: "aclose", F0: func(th *Thread, v Value) Value {
				return newAsyncCall(th, gen(v), object.None, object.NewException(&object.GeneratorExitType).V(), true)
			}},
		},
		Getset: asyncGenAttributes(gen),
	})
	slots := object.Slots{
		Iter:   func(th *Thread, v Value) Value { return v },
		Await:  func(th *Thread, v Value) Value { return v },
		Next:   asyncCallNext,
		Resume: asyncCallResume,
	}
	methods := []object.Method{
		{Name: "send", F1: func(th *Thread, v, x Value) Value {
			r, st := asyncCallResume(th, v, x, Value{})
			if st == Return {
				raiseStop(th, r)
				return Value{}
			}
			return r
		}},
		{Name: "throw", Sig: "typ, val=None, tb=None, /", F: func(th *Thread, v Value, a []Value) Value {
			exc := thrown(th, a)
			if exc.H == nil {
				return exc
			}
			r, st := asyncCallResume(th, v, object.None, exc)
			if st == Return {
				raiseStop(th, r)
				return Value{}
			}
			return r
		}},
		{Name: "close", F0: func(th *Thread, v Value) Value {
			c := (*asyncGenCall)(v.Ptr())
			if c.state == 1 {
				_, st := asyncCallResume(th, v, object.None, object.NewException(&object.GeneratorExitType).V())
				if st == Raise && !th.Catch(&object.GeneratorExitType) && !th.Catch(&object.StopIterationType) && !th.Catch(&object.StopAsyncIterationType) {
					return Value{}
				}
				if st == Suspend {
					return th.RuntimeError("coroutine ignored GeneratorExit")
				}
			}
			c.state = 2
			return object.None
		}},
	}
	object.Define(&asyncSendType, object.Spec{Name: "async_generator_asend", Flags: object.FlagNoNew | object.FlagFinal, Alloc: object.Allocator[asyncGenCall](), Slots: slots, Methods: methods})
	object.Define(&asyncThrowType, object.Spec{Name: "async_generator_athrow", Flags: object.FlagNoNew | object.FlagFinal, Alloc: object.Allocator[asyncGenCall](), Slots: slots, Methods: methods})
	asyncSendType.Dropped, asyncThrowType.Dropped = asyncCallDropped, asyncCallDropped
}

// asyncCallDropped warns of an awaitable that the statement that made it dropped (_PyErr_WarnUnawaitedAgenMethod).
func asyncCallDropped(th *Thread, v Value) {
	c := (*asyncGenCall)(v.Ptr())
	if c.state != 0 {
		return
	}
	c.state = 2
	method := "asend"
	switch {
	case c.close:
		method = "aclose"
	case c.exc.H != nil:
		method = "athrow"
	}
	text := "coroutine method '" + method + "' of '" + info(&c.gen.Coroutine).Qualname.Go() + "' was never awaited"
	saved := th.Exc
	mod := importAbsolute(th, "warnings")
	if mod.H != nil {
		if mod = th.GetAttrName(mod, "warn"); mod.H != nil {
			mod = th.Call(mod, []Value{object.StrValue(text), object.RuntimeWarningType.V(), v}, []*object.Str{strSource})
		}
	}
	if mod.H == nil {
		Unraisable(th, th.TakeExc(), v, "")
	}
	th.Exc = saved
}

var strSource = object.NewStr("source")

func asyncGenAttributes(gen func(Value) *coroutine) []object.Getset {
	list := coroutineAttributes("async generator", "ag_", "ag_await")
	for i := range list {
		if list[i].Name == "ag_running" {
			list[i].Get = func(th *Thread, v Value) Value { return object.Bool(gen(v).Flags.Running) }
		}
	}
	return list
}

func newAsyncCall(th *Thread, g *coroutine, x, exc Value, close bool) Value {
	if !g.initHooks(th) {
		return Value{}
	}
	t := &asyncSendType
	if exc.H != nil {
		t = &asyncThrowType
	}
	c := &asyncGenCall{Header: object.Header{Shape: &t.Root}, gen: g, x: x, exc: exc, close: close}
	return object.ObjectValue(&c.Header)
}

// initHooks tells the event loop about the generator when it is first iterated (sys.set_asyncgen_hooks).
func (g *coroutine) initHooks(th *Thread) bool {
	if g.Flags.Hooked {
		return true
	}
	g.Flags.Hooked = true
	(*asyncGenerator)(unsafe.Pointer(g)).finalizer = th.Finalizer
	if h := th.FirstIter; h.H != nil && !h.IsNone() {
		return th.CallArgs(h, g.V()).H != nil
	}
	return true
}

func asyncCallNext(th *Thread, v Value) Value {
	r, st := asyncCallResume(th, v, object.None, Value{})
	switch st {
	case Return:
		raiseStop(th, r)
		return Value{}
	case Raise:
		return Value{}
	}
	return r
}

// verb names the call in error texts.
func (c *asyncGenCall) verb() string {
	switch {
	case c.close:
		return "aclose()"
	case c.exc.H != nil:
		return "athrow()"
	}
	return "anext()"
}

// asyncCallResume drives the generator until it yields an item (the call returns it) or awaits (the call suspends).
func asyncCallResume(th *Thread, v, x, exc Value) (Value, Status) {
	c := (*asyncGenCall)(v.Ptr())
	g := c.gen
	switch c.state {
	case 2:
		th.RuntimeError("cannot reuse already awaited %s", map[bool]string{true: "aclose()/athrow()", false: "__anext__()/asend()"}[c.exc.H != nil])
		return Value{}, Raise
	case 0:
		if g.Flags.Running {
			c.state = 2
			th.RuntimeError("%s: asynchronous generator is already running", c.verb())
			return Value{}, Raise
		}
		if exc.H == nil {
			if x.IsNone() && c.exc.H == nil {
				x = c.x
			}
			begin := c.beginSend
			if c.exc.H != nil {
				begin = c.beginThrow
			}
			if r, st, done := begin(th, x); done {
				return r, st
			}
			exc = c.exc
		}
		c.state = 1
		g.Flags.Running = true
	}
	r, st := g.resumeAsync(th, x, exc)
	return c.ended(th, r, st)
}

// beginSend handles generators that have ended or were never started; done: the outcome is at hand.
func (c *asyncGenCall) beginSend(th *Thread, x Value) (Value, Status, bool) {
	switch {
	case c.gen.State == object.CoClosed:
		c.state = 2
		th.RaiseValue(object.NewException(&object.StopAsyncIterationType).V())
	case c.gen.State == object.CoCreated && !x.IsNone():
		c.state = 2
		th.TypeError("can't send non-None value to a just-started async generator")
	default:
		return Value{}, Normal, false
	}
	return Value{}, Raise, true
}

// beginThrow is beginSend for athrow() and aclose(). With a generator that has ended they have nothing to do; one that
// ignored an earlier aclose() takes no further exceptions.
func (c *asyncGenCall) beginThrow(th *Thread, x Value) (Value, Status, bool) {
	g := c.gen
	switch {
	case g.State == object.CoClosed:
		c.state = 2
		return object.None, Return, true
	case g.Flags.Closed:
		c.state = 2
		th.RaiseValue(object.NewException(&object.StopAsyncIterationType).V())
		return Value{}, Raise, true
	case !x.IsNone():
		th.RuntimeError("can't send non-None value to a just-started coroutine")
		return Value{}, Raise, true
	case c.invalid:
		c.state = 2
		th.RaiseValue(c.exc)
		return Value{}, Raise, true
	}
	g.Flags.Closed = c.close
	if g.State != object.CoCreated {
		return Value{}, Normal, false
	}
	switch {
	case c.close:
		c.state = 2
		g.Coroutine.Awaited = true
		(*coroutine)(g).close()
		return object.None, Return, true
	case c.exc.Type().IsSubtype(&object.StopIterationType): // never inside the body, where it would become a RuntimeError
		c.state = 2
		(*coroutine)(g).close()
		if e, _ := object.AsException(c.exc); e.Fields[0].H != nil {
			return e.Fields[0], Return, true
		}
		return object.None, Return, true
	}
	return Value{}, Normal, false
}

// ended turns what the generator did into the outcome of the call.
func (c *asyncGenCall) ended(th *Thread, r Value, st Status) (Value, Status) {
	g := c.gen
	if st == Suspend && !g.Flags.Item {
		return r, st
	}
	c.state = 2
	g.Flags.Running = false
	switch st {
	case Suspend:
		if c.close {
			g.Flags.Item = false
			th.RuntimeError("async generator ignored GeneratorExit")
			return Value{}, Raise
		}
		return r, Return
	case Return:
		g.Flags.Closed = true
		if c.close {
			return object.None, Return
		}
		th.RaiseValue(object.NewException(&object.StopAsyncIterationType).V())
		return Value{}, Raise
	}
	g.Flags.Closed = true
	if c.close && (th.Catch(&object.StopAsyncIterationType) || th.Catch(&object.GeneratorExitType)) {
		return object.None, Return
	}
	return Value{}, Raise
}

// resumeAsync enters the body of an asynchronous generator.
func (g *coroutine) resumeAsync(th *Thread, x, exc Value) (Value, Status) {
	if g.State == object.CoCreated && exc.H != nil {
		th.Exc = exc
		g.frame.th = th
		g.frame.trace(g.frame.pos)
		g.close()
		return Value{}, Raise
	}
	g.Flags.Item = false
	return g.resume(baseFrame(th), x, exc)
}

// startAsyncNext is `await gen.__anext__()` of an async for, without the awaitable in between.
func (f *Frame) startAsyncNext(g *coroutine, state slot, pos Pos) (Value, Status) {
	th := f.th
	if g.Flags.Running {
		th.RuntimeError("anext(): asynchronous generator is already running")
		f.fail(pos)
		return Value{}, Raise
	}
	if !g.Flags.Hooked && !g.initHooks(th) {
		f.fail(pos)
		return Value{}, Raise
	}
	if g.State == object.CoClosed {
		th.RaiseValue(object.NewException(&object.StopAsyncIterationType).V())
		f.fail(pos)
		return Value{}, Raise
	}
	g.Flags.Running = true
	r, st := g.resumeAsync(th, object.None, Value{})
	return f.asyncNextResult(g, r, st, state, pos)
}

func (f *Frame) asyncNextResult(g *coroutine, r Value, st Status, state slot, pos Pos) (Value, Status) {
	th := f.th
	switch {
	case st == Suspend && g.Flags.Item:
		g.Flags.Running = false
		return r, Normal
	case st == Suspend:
		c := &asyncGenCall{Header: object.Header{Shape: &asyncSendType.Root}, gen: g, x: object.None, state: 1}
		*f.at(state) = object.ObjectValue(&c.Header)
		th.Leaf, th.Yielded = unsafe.Pointer(f.owner()), r
		return Value{}, Suspend
	}
	g.Flags.Running = false
	g.Flags.Closed = true
	if st == Return {
		th.RaiseValue(object.NewException(&object.StopAsyncIterationType).V())
	}
	f.fail(pos)
	return Value{}, Raise
}

// itemOutcome is what the awaiter of a fused asynchronous generator receives.
func (g *coroutine) itemOutcome(th *Thread, st Status) Status { return st }
