// The step of a task: resume the coroutine, look at what it yielded.
package asyncrt

import (
	"pyasync/object"
	"pyasync/stdlib/contextvars"
)

// wakeup continues a task whose awaited future is done, in the task's context.
func (t *Task) wakeup(th *Thread, fut Value) bool { return t.stepIn(th, t.wakeExc(th, fut)) }

// wakeExc is what a wake-up by fut throws into the coroutine: nil, or the exception that fut ended with.
func (t *Task) wakeExc(th *Thread, fut Value) Value {
	if f, exact := exactFuture(fut); exact {
		if f.state == finished && f.flags&flagFailed == 0 {
			return Value{}
		}
		_, exc, raised := f.outcome(th)
		if raised {
			exc = th.TakeExc()
		}
		return exc
	}
	if r := th.CallMethod(fut, strResult); r.H == nil {
		return th.TakeExc()
	}
	return Value{}
}

// stepIn is step in the task's context. An error of the step itself goes to the loop's exception handler, as any
// callback's; false: the exception must leave the loop.
func (t *Task) stepIn(th *Thread, exc Value) bool {
	prev, ok := contextvars.Swap(th, t.ctx)
	if ok {
		ok = t.step(th, exc)
		if c := contextvars.Restore(th, prev); c != nil {
			t.ctx = c
		}
	}
	if ok {
		if t.flags&flagLastUse != 0 {
			t.reportFailure(th)
		}
		return true
	}
	h := &Handle{Header: Header{Shape: &HandleType.Root}, loop: valueOf(t.loop), fn: object.NewBuiltin(stepMethod, t.V(), ""), ctx: t.ctx}
	return h.report(th)
}

// step runs the coroutine up to its next suspension (Task.__step).
func (t *Task) step(th *Thread, exc Value) bool {
	if t.state != pending {
		a, ok := th.Repr(t.V())
		b, ok2 := th.Repr(orNone(exc))
		if ok && ok2 {
			th.Raise(&InvalidStateErrorType, "__step(): already done: "+a+" "+b)
		}
		return false
	}
	if t.flags&flagMustCancel != 0 {
		if exc.H == nil || !object.IsInstance(exc, &CancelledErrorType) {
			exc = t.cancelledError()
		}
		t.flags &^= flagMustCancel
	}
	t.waiter = nil
	if t.coro == nil {
		th.RuntimeError("uninitialized Task object")
		return false
	}
	if l := fastLoop(t.loop); l != nil {
		prev := l.cur
		if prev.H != nil {
			return cannotEnter(th, valueOf(t.loop), t.V(), prev)
		}
		l.cur = t.V()
		if l.observer != nil {
			l.observer.StepBegins(th, t)
		}
		ok := t.resume(th, exc)
		if l.observer != nil {
			l.observer.StepEnds(th, t)
		}
		l.cur = Value{}
		return ok
	}
	if !enterTask(th, valueOf(t.loop), t.V()) {
		return false
	}
	l, watcher := observed(t.loop)
	if watcher != nil {
		watcher.StepBegins(th, t)
	}
	ok := t.resume(th, exc)
	if watcher != nil && l.observer != nil {
		l.observer.StepEnds(th, t)
	}
	pendingExc := th.Exc
	if !leaveTask(th, valueOf(t.loop), t.V()) {
		return false
	}
	th.Exc = pendingExc
	return ok
}

// resume drives the coroutine once.
func (t *Task) resume(th *Thread, exc Value) bool {
	v, st := th.Resume(valueOf(t.coro), None, exc)
	switch st {
	case statusSuspend:
		return t.yielded(th, v)
	case statusReturn:
		if t.flags&flagMustCancel != 0 {
			// Cancelled right before the coroutine ended.
			t.flags &^= flagMustCancel
			msg := Value{}
			if t.ext != nil {
				msg = t.ext.msg
			}
			return t.endCancelled(th, msg)
		}
		t.ended(th)
		t.state = finished
		t.Future.result = v
		return t.runCallbacks(th)
	}
	return t.raised(th)
}

// raised ends the task with the pending exception.
func (t *Task) raised(th *Thread) bool {
	exc := th.TakeExc()
	if object.IsInstance(exc, &CancelledErrorType) {
		t.rare().cancelExc = exc
		return t.endCancelled(th, Value{})
	}
	e, ok := object.AsException(exc)
	if !ok {
		th.RuntimeError("a coroutine raised something that is no exception")
		return false
	}
	t.ended(th)
	if t.flags&(flagDropped|flagSeen) == flagDropped && t.cb.fn.H == nil {
		t.flags |= flagLastUse
	}
	if !t.fail(th, e) {
		return false
	}
	if isBaseError(exc) {
		if object.IsInstance(exc, &DeadlockErrorType) {
			t.looked() // it is the report itself
		}
		th.Exc = exc
		return false
	}
	return true
}

// endCancelled is super().cancel(msg) at the end of a task.
func (t *Task) endCancelled(th *Thread, msg Value) bool {
	t.ended(th)
	_, ok := t.cancelPending(th, msg)
	return ok
}

// ended takes the task off the loop's books.
func (t *Task) ended(th *Thread) {
	t.unlink(th)
	if _, o := observed(t.loop); o != nil {
		o.TaskFinished(th, t)
	}
}

// yielded looks at what the coroutine yielded (task_step_handle_result_impl).
func (t *Task) yielded(th *Thread, v Value) bool {
	if v.IsNone() {
		if l := fastLoop(t.loop); l != nil && !l.closed {
			l.pushStep(th, t, nil)
			return true
		}
		return t.stepSoon(th, Value{})
	}
	if v.H == &t.Header {
		return t.errorSoon(th, "Task cannot await on itself: %s", t.V())
	}
	if f, exact := exactFuture(v); exact {
		switch {
		case f.loop != t.loop:
			return t.errorSoon(th, "Task %s got Future %s attached to a different loop", t.V(), v)
		case f.flags&flagBlocking == 0:
			return t.errorSoon(th, "yield was used instead of yield from in task %s with %s", t.V(), v)
		}
		f.flags &^= flagBlocking
		if _, o := observed(t.loop); o != nil {
			o.Waits(th, t, f)
		}
		t.waiter = v.H
		if !f.addCallback(th, callback{waking(&t.Header, wakeTask), t.ctx}) {
			return false
		}
		if t.flags&flagMustCancel != 0 {
			return t.cancelWaiter(th, v)
		}
		return true
	}
	return t.yieldedOther(th, v)
}

func (t *Task) cancelWaiter(th *Thread, fut Value) bool {
	msg := Value{}
	if t.ext != nil {
		msg = t.ext.msg
	}
	did, ok := cancelFuture(th, fut, msg)
	if did {
		t.flags &^= flagMustCancel
	}
	return ok
}

// yieldedOther handles future-like objects and everything that must not be yielded.
func (t *Task) yieldedOther(th *Thread, v Value) bool {
	b, ok := th.LookupAttr(v, strBlocking)
	if !ok {
		return false
	}
	if !isSet(b) {
		if v.Is(&object.GeneratorType) {
			return t.errorSoon(th, "yield was used instead of yield from for generator in task %s with %s", t.V(), v)
		}
		return t.errorSoon(th, "Task got bad yield: %s", v)
	}
	blocking, ok := th.Truth(b)
	if !ok {
		return false
	}
	loop := futureLoop(th, v)
	if loop.H == nil {
		return false
	}
	switch {
	case loop.H != t.loop:
		return t.errorSoon(th, "Task %s got Future %s attached to a different loop", t.V(), v)
	case !blocking:
		return t.errorSoon(th, "yield was used instead of yield from in task %s with %s", t.V(), v)
	}
	if !th.SetAttr(v, strBlocking, object.False) {
		return false
	}
	wake := callable(waking(&t.Header, wakeTask))
	add := th.GetAttr(v, strAddDoneCallback)
	if add.H == nil {
		return false
	}
	if th.Call(add, []Value{wake, t.context().V()}, []*object.Str{strContext}).H == nil {
		return false
	}
	t.waiter = v.H
	if t.flags&flagMustCancel != 0 {
		return t.cancelWaiter(th, v)
	}
	return true
}

// errorSoon schedules a step that throws RuntimeError into the coroutine.
func (t *Task) errorSoon(th *Thread, format string, args ...Value) bool {
	texts := make([]any, len(args))
	for i, a := range args {
		s, ok := th.Repr(a)
		if !ok {
			return false
		}
		texts[i] = s
	}
	th.RuntimeError(format, texts...)
	return t.stepSoon(th, th.TakeExc())
}

// futureLoop is fut.get_loop(), or fut._loop of older kinds of futures.
func futureLoop(th *Thread, fut Value) Value {
	if f, ok := exactFuture(fut); ok {
		return orNone(valueOf(f.loop))
	}
	m, ok := th.LookupAttr(fut, strGetLoop)
	if !ok {
		return Value{}
	}
	if m.H != nil {
		return th.CallArgs(m)
	}
	return th.GetAttr(fut, strUnderLoop)
}
