// What Python code calls on generators and coroutines: next(), send(), throw(), close().
package eval

import "pyasync/object"

// generatorNext is the Next slot of generators: the `for` loop's way to resume.
func generatorNext(th *Thread, v Value) Value {
	c := (*object.Coroutine)(v.Ptr())
	if c.Step != nil || c.State == object.CoRunning {
		return nextByResume(th, v)
	}
	if c.State == object.CoClosed {
		return Value{}
	}
	r, st := asCo(c).resume(baseFrame(th), object.None, Value{})
	switch st {
	case Suspend:
		return r
	case Return:
		th.Exc = Value{}
		if !r.IsNone() {
			raiseStop(th, r)
		}
	}
	return Value{}
}

func nextByResume(th *Thread, v Value) Value {
	r, st := resumeSlot(th, v, object.None, Value{})
	switch st {
	case Suspend:
		return r
	case Return:
		raiseStop(th, r)
	}
	return Value{}
}

// raiseStop raises StopIteration(v).
func raiseStop(th *Thread, v Value) {
	if v.IsNone() {
		th.RaiseValue(object.NewException(&object.StopIterationType).V())
		return
	}
	e := object.NewException(&object.StopIterationType, v)
	e.Fields[0] = v
	th.RaiseValue(e.V())
}

// closeCoroutine is the close() method.
func closeCoroutine(th *Thread, v Value) Value {
	c := (*object.Coroutine)(v.Ptr())
	switch c.State {
	case object.CoCreated:
		c.Awaited = true
		if c.Step != nil {
			c.State = object.CoClosed
		} else {
			asCo(c).close()
		}
		return object.None
	case object.CoClosed:
		return object.None
	}
	exit := object.NewException(&object.GeneratorExitType)
	r, st := resumeSlot(th, v, object.None, exit.V())
	switch st {
	case Suspend:
		return th.RuntimeError("%s ignored GeneratorExit", spokenKind(c))
	case Return:
		return r
	}
	if th.Catch(&object.GeneratorExitType) || th.Catch(&object.StopIterationType) {
		return object.None
	}
	return Value{}
}

// sendMethod is send(); throwMethod is throw(typ[, val[, tb]]).
func sendMethod(th *Thread, v, x Value) Value {
	r, st := resumeSlot(th, v, x, Value{})
	if st == Return {
		raiseStop(th, r)
		return Value{}
	}
	return r
}

func throwMethod(th *Thread, v Value, a []Value) Value {
	exc := thrown(th, a)
	if exc.H == nil {
		return exc
	}
	r, st := resumeSlot(th, v, object.None, exc)
	if st == Return {
		raiseStop(th, r)
		return Value{}
	}
	return r
}

// thrown builds the exception of throw(typ[, val[, tb]]).
func thrown(th *Thread, a []Value) Value {
	if a[1].H != nil || a[2].H != nil {
		if h := th.Interp.Hooks.Warn; h != nil && !h(th, &object.DeprecationWarningType, "the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.", 1) {
			return Value{}
		}
	}
	tb := a[2]
	if tb.H != nil && !tb.IsNone() && !tb.Is(&object.TracebackType) {
		return th.TypeError("throw() third argument must be a traceback object")
	}
	exc := a[0]
	if t, ok := object.AsType(exc); ok && t.Flags&object.FlagException != 0 {
		switch val := a[1]; {
		case val.H == nil || val.IsNone():
			exc = th.Call(exc, nil, nil)
		case object.IsInstance(val, t):
			exc = val
		case val.Is(&object.TupleType):
			exc = th.Call(exc, (*object.Tuple)(val.Ptr()).Items, nil)
		default:
			exc = th.CallArgs(exc, val)
		}
		if exc.H == nil {
			// What the class raised is thrown instead (PyErr_NormalizeException).
			return th.TakeExc()
		}
		if _, ok := object.AsException(exc); !ok {
			if s, ok := th.Repr(a[0]); ok {
				th.TypeError("calling %s should have returned an instance of BaseException, not %s", s, exc.Type().TPName())
			}
			return th.TakeExc()
		}
	} else if a[1].H != nil && !a[1].IsNone() {
		return th.TypeError("instance exception may not have a separate value")
	}
	e, ok := object.AsException(exc)
	if !ok {
		return th.TypeError("exceptions must be classes or instances deriving from BaseException, not %s", exc.Type().TPName())
	}
	if tb.H != nil && !tb.IsNone() {
		e.Traceback = (*object.Traceback)(tb.Ptr())
	}
	return exc
}
