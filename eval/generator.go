// How generators and coroutines run: heap frames that are left at a yield or await and entered again.
//
// A chain of coroutines that await each other is resumed at its innermost one: the outermost remembers it (inner), each
// knows who awaits it (awaiter). So a switch costs the same however deep the chain is.
package eval

import (
	"unsafe"

	"pyasync/object"
)

// exec starts or resumes the body on top of caller. Return leaves the result in th.Sent.
func (co *coroutine) exec(caller *Frame) Status {
	th := caller.th
	f := &co.frame
	if th.Depth >= th.Interp.DepthLimit {
		th.Raise(&object.RecursionErrorType, "maximum recursion depth exceeded")
		f.resuming, th.Inject, th.Delivered = false, false, false
		return co.finish(Raise)
	}
	th.Depth++
	co.State = object.CoRunning
	next := caller.next
	if next == nil {
		next = caller.pushSlow(0)
	}
	f.th, f.next = th, next
	if co.awaiter == nil { // else the frame that awaits it, whoever resumes
		f.back = caller
	}
	next.back = f
	th.Frame = unsafe.Pointer(f)
	st := f.code().body.Exec(f)
	th.Frame = unsafe.Pointer(caller)
	next.back = caller
	th.Depth--
	if st == Suspend {
		co.State = object.CoSuspended
		co.dropInner(th)
		return st
	}
	return co.finish(st)
}

// clearFrame is frame.clear() of a generator's or coroutine's frame: one that was not started is done with.
func (co *coroutine) clearFrame(th *Thread) bool {
	switch co.State {
	case object.CoRunning:
		th.RuntimeError("cannot clear an executing frame")
		return false
	case object.CoSuspended:
		th.RuntimeError("cannot clear a suspended frame")
		return false
	case object.CoCreated:
		if co.Shape != &object.CoroutineType.Root {
			co.close()
		} else if h := th.Interp.Hooks.NeverAwaited; h != nil {
			h(th, &co.Coroutine)
		}
	}
	return true
}

// finish closes the body after it ended with st.
func (co *coroutine) finish(st Status) Status {
	f := &co.frame
	th := f.th
	switch st {
	case Return:
		th.Sent = f.ret
	case Raise:
		f.unwound()
		co.convertStop(th)
		st = Raise
	default:
		th.Sent = object.None
		st = Return
	}
	co.close()
	return st
}

// close drops the frame's variables; the object stays as a finished one.
func (co *coroutine) close() {
	f := &co.frame
	co.State = object.CoClosed
	if f.obj != nil {
		f.detach()
	}
	co.dropInner(f.th)
	f.ret, f.back, f.next = Value{}, nil, nil
	clear(f.slots(int(f.code().slots)))
}

// convertStop turns a StopIteration that leaves the body into RuntimeError (PEP 479).
func (co *coroutine) convertStop(th *Thread) {
	kind := co.frame.code().kind
	name := ""
	switch {
	case th.Pending(&object.StopIterationType):
		name = "StopIteration"
	case kind == asyncGeneratorCode && th.Pending(&object.StopAsyncIterationType):
		name = "StopAsyncIteration"
	default:
		return
	}
	what := [...]string{generatorCode: "generator", coroutineCode: "coroutine", asyncGeneratorCode: "async generator"}[kind]
	cause := th.Exc
	e := object.NewException(&object.RuntimeErrorType, object.StrValue(what+" raised "+name))
	e.Cause, e.Context, e.SuppressContext = cause, cause, true
	th.Exc = e.V() // its traceback does not name this frame: the cause's does
}

// resumeSlot is the Resume slot of generators and coroutines.
func resumeSlot(th *Thread, v, x, exc Value) (Value, Status) {
	c := (*object.Coroutine)(v.Ptr())
	if st, ok := checkResume(th, c, x, exc); !ok {
		if st == Return {
			return object.None, st
		}
		return Value{}, st
	}
	if c.Step != nil {
		return stepNative(th, c, x, exc)
	}
	return asCo(c).resume(baseFrame(th), x, exc)
}

// checkResume handles the states in which the body is not entered: ok false with the outcome.
func checkResume(th *Thread, c *object.Coroutine, x, exc Value) (Status, bool) {
	switch c.State {
	case object.CoRunning:
		th.ValueError("%s already executing", spokenKind(c))
		return Raise, false
	case object.CoClosed:
		if c.Shape.Solid == &object.CoroutineType {
			th.RuntimeError("cannot reuse already awaited coroutine")
			return Raise, false
		}
		if exc.H != nil {
			th.Exc = exc
			return Raise, false
		}
		return Return, false
	case object.CoCreated:
		c.Awaited = true
		if exc.H != nil {
			if c.Step == nil {
				co := asCo(c)
				th.Exc = exc
				co.frame.th = th
				co.frame.trace(co.frame.pos)
				co.close()
			} else {
				c.State = object.CoClosed
				th.Exc = exc
			}
			return Raise, false
		}
		if !x.IsNone() {
			th.TypeError("can't send non-None value to a just-started %s", spokenKind(c))
			return Raise, false
		}
	}
	return Normal, true
}

// spokenKind is what messages about c's states call it.
func spokenKind(c *object.Coroutine) string {
	if c.Shape.Solid == &object.CoroutineType {
		return "coroutine"
	}
	return "generator"
}

// stepNative runs one step of a coroutine written in Go.
func stepNative(th *Thread, c *object.Coroutine, x, exc Value) (Value, Status) {
	c.State = object.CoRunning
	r, st := c.Step(th, c, x, exc)
	if st == Suspend {
		c.State = object.CoSuspended
	} else {
		c.State = object.CoClosed
	}
	return r, st
}

// resume enters the body of co, or of the innermost coroutine it awaits, and goes outward as each completes.
func (co *coroutine) resume(caller *Frame, x, exc Value) (Value, Status) {
	th := caller.th
	handled := th.Handled
	leaf := co
	var st Status
	if co.State == object.CoCreated {
		st = co.exec(caller)
	} else {
		if l := co.inner; l != nil {
			if l.State == object.CoSuspended {
				leaf = l
			} else {
				co.inner = nil
			}
		}
		th.Sent = x
		if exc.H != nil {
			th.Exc, th.Inject = exc, true
		}
		if leaf != co {
			co.State = object.CoRunning
			th.Handled = Value{H: leaf.inherit}
			if co.awaiter == nil {
				co.frame.back = caller
			}
		}
		leaf.frame.resuming = true
		th.Thrown, th.ThrownOver = exc.H != nil, th.Handled
		st = leaf.exec(caller)
	}
	exit := Value{} // GeneratorExit thrown in: inner frames are closed, each as by close()
	if leaf != co && exc.H != nil && exc.Type().IsSubtype(&object.GeneratorExitType) {
		exit = exc
	}
	for st != Suspend || leaf != co && (leaf.Flags.Item || exit.H != nil) {
		if leaf == co {
			th.Handled = handled
			if st == Raise {
				return Value{}, Raise
			}
			r := th.Sent
			th.Sent = Value{}
			return r, Return
		}
		parent := leaf.awaiter
		if exit.H != nil {
			st = leaf.closeOutcome(th, st, exit)
		} else {
			st = leaf.outcome(th, st)
		}
		leaf = parent
		th.Handled = handled
		if leaf != co {
			th.Handled = Value{H: leaf.inherit}
		} else {
			co.inner = nil
		}
		th.Inject = st == Raise
		th.Delivered = true
		th.Thrown, th.ThrownOver = exc.H != nil, th.Handled
		leaf.frame.resuming = true
		st = leaf.exec(caller)
	}
	th.Handled = handled
	co.State = object.CoSuspended
	if co.awaiter == nil {
		co.frame.back = nil
	}
	if l := (*coroutine)(th.Leaf); l != co && l != co.inner {
		co.inner = l
	}
	r := th.Yielded
	th.Yielded = Value{}
	return r, Suspend
}

// outcome turns how an inner frame ended into what its awaiter receives: a value in th.Sent, or an exception.
func (co *coroutine) outcome(th *Thread, st Status) Status {
	co.awaiter = nil
	if co.Shape.Solid == &object.AsyncGeneratorType {
		return co.itemOutcome(th, st)
	}
	if co.Flags.Fused {
		co.release(th)
	}
	return st
}

// closeOutcome is the outcome of an inner frame that got GeneratorExit: unless it failed in another way or would not end,
// its awaiter gets the exception too.
func (co *coroutine) closeOutcome(th *Thread, st Status, exit Value) Status {
	co.awaiter = nil
	switch {
	case st == Suspend:
		co.frame.back = nil
		th.RuntimeError("%s ignored GeneratorExit", spokenKind(&co.Coroutine))
		return Raise
	case st == Raise && !th.Pending(&object.GeneratorExitType) && !th.Pending(&object.StopIterationType):
		return Raise
	}
	th.Exc = exit
	return Raise
}
