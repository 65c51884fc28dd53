// What counts as a future, a coroutine or an awaitable, and ensure_future.
package asyncrt

import (
	"pyasync/object"
	"pyasync/stdlib/contextvars"
)

// isFuture is futures.isfuture: the class has _asyncio_future_blocking and the object's is not None.
func isFuture(th *Thread, v Value) (is, ok bool) {
	if _, exact := asFuture(v); exact {
		return true, true
	}
	t := v.Type()
	if t == &object.CoroutineType {
		return false, true
	}
	if th.Lookup(t, strBlocking).H == nil {
		// The class may be a pretended one (a mock with a spec).
		c, ok := th.LookupAttr(v, strClass)
		if !ok {
			return false, false
		}
		class, isType := object.AsType(orNone(c))
		if !isType || class == t || th.Lookup(class, strBlocking).H == nil {
			return false, true
		}
	}
	b, ok := th.LookupAttr(v, strBlocking)
	return ok && isSet(b), ok
}

var (
	strClass = name("__class__")
	strAwait = name("__await__")
	strSend  = name("send")
	strThrow = name("throw")
)

// isCoroutine is coroutines.iscoroutine: a coroutine object, or an instance of a class with the methods of one.
func isCoroutine(th *Thread, v Value) bool {
	if v.Is(&object.CoroutineType) {
		return true
	}
	t := v.Type()
	if t == &object.GeneratorType {
		return stateOf(th).legacy
	}
	for _, n := range [...]*object.Str{strAwait, strSend, strThrow, strClose} {
		if x := th.Lookup(t, n); x.H == nil || x.IsNone() {
			return false
		}
	}
	return true
}

// isAwaitable is inspect.isawaitable.
func isAwaitable(th *Thread, v Value) bool {
	if v.Is(&object.CoroutineType) {
		return true
	}
	if v.Is(&object.GeneratorType) {
		it := th.AwaitIter(v)
		th.Exc = Value{}
		return it.H != nil
	}
	return v.Type().Await != nil
}

// ensureFuture is asyncio.ensure_future; loop may be nil.
func ensureFuture(th *Thread, v, loop Value) Value {
	is, ok := isFuture(th, v)
	if !ok {
		return Value{}
	}
	if is {
		if isSet(loop) {
			own := futureLoop(th, v)
			if own.H == nil {
				return own
			}
			if own.H != loop.H {
				return th.ValueError("The future belongs to a different loop than the one specified as the loop argument")
			}
		}
		return v
	}
	closeUnused := true
	if !isCoroutine(th, v) {
		if !isAwaitable(th, v) {
			return th.TypeError("An asyncio.Future, a coroutine or an awaitable is required")
		}
		aw := v
		v = awaitThen(coWrapAwaitable, aw, func(th *Thread, r Value, st Status) (Value, Status) { return r, st })
		closeUnused = false
	}
	if !isSet(loop) {
		if loop = currentLoop(th); loop.H == nil {
			if closeUnused && th.Pending(&object.RuntimeErrorType) {
				exc := th.Exc
				th.CallMethod(v, strClose)
				th.Exc = exc
			}
			return Value{}
		}
	}
	makesVia(loop, viaEnsureFuture)
	return createTask(th, loop, v, nil)
}

var coWrapAwaitable = coroInfo("_wrap_awaitable")

// taskArgs are the optional arguments of create_task.
type taskArgs struct {
	name, context Value
}

// createTask is loop.create_task(coro, name=…, context=…) for any kind of loop.
func createTask(th *Thread, loop, coro Value, a *taskArgs) Value {
	if l := fastLoop(loop.H); l != nil && l.taskFactory.H == nil {
		return l.createTask(th, coro, a)
	}
	m := th.GetAttr(loop, strCreateTask)
	if m.H == nil {
		return m
	}
	args, kw := []Value{coro}, []*object.Str(nil)
	if a != nil && isSet(a.name) {
		args, kw = append(args, a.name), append(kw, strDoneMsgName)
	}
	if a != nil && isSet(a.context) {
		args, kw = append(args, a.context), append(kw, strContext)
	}
	return th.Call(m, args, kw)
}

// createTask makes a Task of the builtin class without asking a factory.
func (l *Loop) createTask(th *Thread, coro Value, a *taskArgs) Value {
	if !l.checkClosed(th) {
		return Value{}
	}
	if nest := stateOf(th).nested; nest != nil {
		if a == nil {
			a = &taskArgs{}
		}
		return newTaskOfClass(th, nest.task, coro, l.V(), a)
	}
	var ctx *contextvars.Context
	if a != nil && isSet(a.context) {
		c, ok := contextvars.As(a.context)
		if !ok {
			return th.TypeError("a Context object was expected, got %s", a.context.Type().Name)
		}
		ctx = c
	} else {
		ctx = contextvars.Snapshot(th)
	}
	if !coro.Is(&object.CoroutineType) && !isCoroutine(th, coro) {
		return notCoroutine(th, coro)
	}
	t := newTask(th, &l.Header, coro, ctx)
	if a != nil && isSet(a.name) {
		if !t.setName(th, a.name) {
			return Value{}
		}
	} else {
		t.number(th)
	}
	if !t.start(th) {
		return Value{}
	}
	return t.V()
}

func notCoroutine(th *Thread, v Value) Value {
	if s, ok := th.Repr(v); ok {
		th.TypeError("a coroutine was expected, got %s", s)
	}
	return Value{}
}

// newLoopFuture is loop.create_future() for any kind of loop.
func newLoopFuture(th *Thread, loop Value) Value {
	if l := fastLoop(loop.H); l != nil {
		f := newFuture(&l.Header)
		f.noteSite(th)
		if l.debug {
			f.rare().source = extractVia(th, viaCreateFuture)
		}
		return f.V()
	}
	return th.CallMethod(loop, strCreateFuture)
}
