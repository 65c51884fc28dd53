// The class Future: its methods and attributes.
package asyncrt

import (
	"unsafe"

	"pyasync/object"
	"pyasync/stdlib/contextvars"
)

func init() {
	object.Define(&FutureType, object.Spec{
		Name: "_asyncio.Future", Sig: "*, loop=None",
		Doc:     "This class is *almost* compatible with concurrent.futures.Future.",
		Alloc:   object.Allocator[Future](),
		DictOf:  futureDict,
		Slots:   object.Slots{New: futureNew, Init: futureInit, Repr: futureRepr, Iter: futureIter, Await: futureIter, AwaitStep: awaitStep},
		Methods: futureMethods,
		Getset:  futureGetset,
	})
	object.Define(&futureIterType, object.Spec{
		Name: "_asyncio.FutureIter", Flags: object.FlagFinal | object.FlagNoNew,
		Alloc: object.Allocator[futureIterator](),
		Slots: object.Slots{
			Iter:   func(th *Thread, v Value) Value { return v },
			Next:   futureIterNext,
			Resume: futureIterResume,
		},
		Methods: []object.Method{
			{Name: "send", Sig: "value, /", F1: futureIterSend},
			{Name: "throw", Sig: "type, value=None, traceback=None, /", F: futureIterThrow},
			{Name: "close", F0: func(th *Thread, self Value) Value {
				(*futureIterator)(self.Ptr()).over = true
				return None
			}},
		},
	})
}

func futureDict(v Value, create bool) *object.Dict {
	f := (*Future)(v.Ptr())
	if f.ext == nil || f.ext.dict == nil {
		if !create {
			return nil
		}
		f.rare().dict = object.NewDict()
	}
	return f.ext.dict
}

func futureNew(th *Thread, t *object.Type, args []Value, kw []*object.Str) Value { return t.Allocate() }

var futureInitSig = object.ParseSignature("*, loop=None")

func futureInit(th *Thread, self Value, args []Value, kw []*object.Str) bool {
	var a [1]Value
	if !futureInitSig.Bind(th, "Future", args, kw, a[:]) {
		return false
	}
	return (*Future)(self.Ptr()).reinit(th, a[0])
}

// reinit is __init__: it may run on a future that has lived already.
func (f *Future) reinit(th *Thread, loop Value) bool {
	if !isSet(loop) {
		if loop = currentLoop(th); loop.H == nil {
			return false
		}
	}
	if f.flags&flagLogTB != 0 {
		f.looked()
	}
	f.result, f.cb, f.state, f.n = Value{}, callback{}, pending, 0
	if f.ext != nil {
		f.ext = &futureExt{dict: f.ext.dict}
	}
	f.flags = flagInit
	f.loop = loop.H
	f.noteSite(th)
	debug, ok := loopDebug(th, loop)
	if ok && debug {
		f.rare().source = extractStack(th)
	}
	return ok
}

// alive raises RuntimeError for a future whose __init__ has not run.
func (f *Future) alive(th *Thread) bool {
	if f.loop == nil {
		th.RuntimeError("Future object is not initialized.")
		return false
	}
	return true
}

func futureSelf(v Value) *Future { return (*Future)(v.Ptr()) }

// nilOrNone turns ok into None.
func nilOrNone(ok bool) Value {
	if ok {
		return None
	}
	return Value{}
}

var futureMethods = []object.Method{
	{Name: "result", F0: futureResultMethod},
	{Name: "exception", F0: futureExceptionMethod},
	{Name: "set_result", Sig: "result, /", F1: func(th *Thread, self, x Value) Value {
		f := futureSelf(self)
		if !f.alive(th) {
			return Value{}
		}
		return nilOrNone(f.setResult(th, x))
	}},
	{Name: "set_exception", Sig: "exception, /", F1: func(th *Thread, self, x Value) Value {
		f := futureSelf(self)
		if !f.alive(th) {
			return Value{}
		}
		return nilOrNone(f.setException(th, x))
	}},
	{Name: "add_done_callback", Sig: "fn, /, *, context=<unrepresentable>", F: func(th *Thread, self Value, a []Value) Value {
		f := futureSelf(self)
		if !f.alive(th) {
			return Value{}
		}
		return nilOrNone(f.addPython(th, a[0], a[1]))
	}},
	{Name: "remove_done_callback", Sig: "fn, /", F1: func(th *Thread, self, fn Value) Value {
		f := futureSelf(self)
		if !f.alive(th) {
			return Value{}
		}
		w := wakerOf(fn)
		n := f.dropCallbacks(func(c callback) (bool, bool) {
			if c.fn == fn || c.fn == w {
				return true, true
			}
			if c.fn.N != 0 {
				return false, true
			}
			return th.Equal(c.fn, fn)
		})
		if n < 0 {
			return Value{}
		}
		return object.Int(int64(n))
	}},
	{Name: "cancel", Sig: "msg=None", F: func(th *Thread, self Value, a []Value) Value {
		f := futureSelf(self)
		if !f.alive(th) {
			return Value{}
		}
		var did, ok bool
		if f.flags&flagGather != 0 {
			did, ok = gatherOf(f).cancel(th, a[0])
		} else {
			did, ok = f.cancelPending(th, a[0])
		}
		if !ok {
			return Value{}
		}
		return object.Bool(did)
	}},
	{Name: "cancelled", F0: func(th *Thread, self Value) Value { return object.Bool(futureSelf(self).state == cancelledState) }},
	{Name: "done", F0: func(th *Thread, self Value) Value { return object.Bool(futureSelf(self).done()) }},
	{Name: "get_loop", F0: func(th *Thread, self Value) Value {
		f := futureSelf(self)
		if !f.alive(th) {
			return Value{}
		}
		return valueOf(f.loop)
	}},
	{Name: "_make_cancelled_error", F0: func(th *Thread, self Value) Value { return futureSelf(self).cancelledError() }},
	{Name: "__class_getitem__", Sig: "object, /", Flags: object.ClassMethod, F1: classGetItem},
}

func classGetItem(th *Thread, class, item Value) Value {
	return th.CallArgs(object.GenericAliasType.V(), class, item)
}

func futureResultMethod(th *Thread, self Value) Value {
	f := futureSelf(self)
	if f.loop == nil {
		return th.Raise(&InvalidStateErrorType, "Future object is not initialized.")
	}
	return f.take(th)
}

func futureExceptionMethod(th *Thread, self Value) Value {
	f := futureSelf(self)
	if f.loop == nil {
		return th.Raise(&InvalidStateErrorType, "Future object is not initialized.")
	}
	switch f.state {
	case cancelledState:
		return th.RaiseValue(f.cancelledError())
	case pending:
		return th.Raise(&InvalidStateErrorType, "Exception is not set.")
	}
	f.looked()
	if f.flags&flagFailed != 0 {
		return f.result
	}
	return None
}

// addPython is add_done_callback.
func (f *Future) addPython(th *Thread, fn, ctx Value) bool {
	c := callback{fn: wakerOf(fn)}
	if isSet(ctx) {
		x, ok := contextvars.As(ctx)
		if !ok {
			th.TypeError("a Context object was expected, got %s", ctx.Type().Name)
			return false
		}
		c.ctx = x
	} else {
		c.ctx = futureContext(th)
	}
	return f.addCallback(th, c)
}

var stateNames = [...]Value{object.StrValue("PENDING"), object.StrValue("CANCELLED"), object.StrValue("FINISHED")}

var futureGetset = []object.Getset{
	{Name: "_state", Get: func(th *Thread, self Value) Value {
		f := futureSelf(self)
		if !f.alive(th) {
			return Value{}
		}
		return stateNames[f.state]
	}},
	{Name: "_asyncio_future_blocking", Get: func(th *Thread, self Value) Value { return object.Bool(futureSelf(self).flags&flagBlocking != 0) },
		Set: func(th *Thread, self, x Value) bool {
			f := futureSelf(self)
			if !f.alive(th) {
				return false
			}
			if x.H == nil {
				th.AttributeError(self, strBlocking, "cannot delete attribute")
				return false
			}
			b, ok := th.Truth(x)
			f.setFlag(flagBlocking, b)
			return ok
		}},
	{Name: "_loop", Get: func(th *Thread, self Value) Value {
		if l := futureSelf(self).loop; l != nil {
			return valueOf(l)
		}
		return None
	}},
	{Name: "_callbacks", Get: futureCallbacks},
	{Name: "_result", Get: func(th *Thread, self Value) Value {
		f := futureSelf(self)
		if f.state == finished && f.flags&flagFailed == 0 {
			return orNone(f.result)
		}
		return None
	}},
	{Name: "_exception", Get: func(th *Thread, self Value) Value {
		if exc, ok := futureSelf(self).failed(); ok {
			return exc
		}
		return None
	}},
	{Name: "_log_traceback", Get: func(th *Thread, self Value) Value { return object.Bool(futureSelf(self).flags&flagLogTB != 0) },
		Set: func(th *Thread, self, x Value) bool {
			if x.H == nil {
				th.AttributeError(self, name("_log_traceback"), "cannot delete attribute")
				return false
			}
			b, ok := th.Truth(x)
			if ok && b {
				th.ValueError("_log_traceback can only be set to False")
				return false
			}
			futureSelf(self).looked()
			return ok
		}},
	awaitedByGetset,
	{Name: "_source_traceback", Get: func(th *Thread, self Value) Value {
		if x := futureSelf(self).ext; x != nil {
			return orNone(x.source)
		}
		return None
	}, Set: func(th *Thread, self, x Value) bool {
		futureSelf(self).rare().source = x
		return true
	}},
	{Name: "_cancel_message", Get: func(th *Thread, self Value) Value {
		if x := futureSelf(self).ext; x != nil {
			return orNone(x.msg)
		}
		return None
	}, Set: func(th *Thread, self, x Value) bool {
		futureSelf(self).rare().msg = x
		return true
	}},
}

func (f *Future) setFlag(flag uint16, on bool) {
	f.flags &^= flag
	if on {
		f.flags |= flag
	}
}

func futureCallbacks(th *Thread, self Value) Value {
	list := futureSelf(self).callbacks()
	if len(list) == 0 {
		return None
	}
	items := make([]Value, len(list))
	for i, c := range list {
		items[i] = object.TupleOf(callable(c.fn), contextValue(c.ctx))
	}
	return object.NewList(items).V()
}

// futureIterator is what `iter(future)` and `future.__await__()` return.
type futureIterator struct {
	Header
	fut   *Future
	state uint64
	over  bool
}

var futureIterType object.Type

func futureIter(th *Thread, v Value) Value {
	f := futureSelf(v)
	if !f.alive(th) {
		return Value{}
	}
	it := &futureIterator{Header: Header{Shape: &futureIterType.Root}, fut: f}
	return valueOf(&it.Header)
}

func futureIterResume(th *Thread, v, x, exc Value) (Value, Status) {
	it := (*futureIterator)(v.Ptr())
	if exc.H != nil {
		it.over = true
		th.Exc = exc
		return raised()
	}
	if it.over {
		return returnNone()
	}
	r, st := awaitStep(th, it.fut.V(), &it.state, x, exc)
	if st != statusSuspend && it.fut.state != pending {
		it.over = true
	}
	return r, st
}

// stopWith ends an iterator with a value, as generators do.
func stopWith(th *Thread, v Value) Value {
	if v.IsNone() {
		return th.RaiseValue(object.NewException(&object.StopIterationType).V())
	}
	e := object.NewException(&object.StopIterationType, v)
	if len(e.Fields) > 0 {
		e.Fields[0] = v
	}
	return th.RaiseValue(e.V())
}

func futureIterNext(th *Thread, v Value) Value {
	r, st := futureIterResume(th, v, None, Value{})
	if st == statusReturn {
		return stopWith(th, r)
	}
	return r
}

func futureIterSend(th *Thread, v, x Value) Value { return futureIterNext(th, v) }

func futureIterThrow(th *Thread, v Value, a []Value) Value {
	it := (*futureIterator)(v.Ptr())
	if (a[1].H != nil || a[2].H != nil) && th.Interp.Hooks.Warn != nil && !th.Interp.Hooks.Warn(th, &object.DeprecationWarningType,
		"the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.", 1) {
		return Value{}
	}
	exc := a[0]
	if t, ok := object.AsType(exc); ok && t.Flags&object.FlagException != 0 {
		switch {
		case isSet(a[1]) && object.IsInstance(a[1], t):
			exc = a[1]
		case isSet(a[1]):
			exc = th.CallArgs(exc, a[1])
		default:
			exc = th.CallArgs(exc)
		}
		if exc.H == nil {
			return exc
		}
	} else if _, ok := object.AsException(exc); ok {
		if isSet(a[1]) {
			return th.TypeError("instance exception may not have a separate value")
		}
	} else {
		return th.TypeError("exceptions must be classes deriving BaseException or instances of such a class")
	}
	if isSet(a[2]) {
		if !a[2].Is(&object.TracebackType) {
			return th.TypeError("throw() third argument must be a traceback")
		}
		e, _ := object.AsException(exc)
		e.Traceback = (*object.Traceback)(a[2].Ptr())
	}
	it.over = true
	th.Exc = exc
	return Value{}
}

var _ = unsafe.Pointer(nil)
