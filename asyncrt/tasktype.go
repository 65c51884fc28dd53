// The class Task: its methods and attributes.
package asyncrt

import (
	"unsafe"

	"pyasync/object"
	"pyasync/stdlib/contextvars"
)

func init() {
	object.Define(&TaskType, object.Spec{
		Name: "_asyncio.Task", Base: &FutureType,
		Sig:     "coro, *, loop=None, name=None, context=None, eager_start=False",
		Doc:     "A coroutine wrapped in a Future.",
		Alloc:   object.Allocator[Task](),
		DictOf:  futureDict,
		Slots:   object.Slots{New: futureNew, Init: taskInit, Repr: futureRepr, Iter: futureIter, Await: futureIter, AwaitStep: awaitStep},
		Methods: taskMethods,
		Getset:  taskGetset,
	})
}

var taskSig = object.ParseSignature("coro, *, loop=None, name=None, context=None, eager_start=False")

func taskInit(th *Thread, self Value, args []Value, kw []*object.Str) bool {
	var a [5]Value
	if !taskSig.Bind(th, "Task", args, kw, a[:]) {
		return false
	}
	t := taskSelf(self)
	t.unlink(th)
	if !t.reinit(th, a[1]) {
		return false
	}
	if !isCoroutine(th, a[0]) {
		notCoroutine(th, a[0])
		return false
	}
	eager := false
	if a[4].H != nil {
		var ok bool
		if eager, ok = th.Truth(a[4]); !ok {
			return false
		}
	}
	if isSet(a[3]) {
		if t.ctx, _ = contextvars.As(a[3]); t.ctx == nil {
			th.TypeError("a Context object was expected, got %s", a[3].Type().Name)
			return false
		}
	} else {
		t.ctx = contextvars.Snapshot(th)
	}
	t.coro, t.waiter = a[0].H, nil
	if t.ext != nil {
		t.ext.name = nil
	}
	if isSet(a[2]) {
		if !t.setName(th, a[2]) {
			return false
		}
	} else {
		t.number(th)
	}
	if eager {
		return t.eagerStart(th)
	}
	if t.startGeneral(th) {
		return true
	}
	// Nobody will ever hold this task.
	exc := th.Exc
	t.unlink(th)
	if t.state == pending && t.flags&flagNoDestroy == 0 {
		t.reportDestroyed(th, true)
	}
	th.Exc = exc
	return false
}

// startGeneral is start for tasks of any class and loops of any kind.
func (t *Task) startGeneral(th *Thread) bool {
	t.begun(th)
	t.link(th)
	if l := fastLoop(t.loop); l != nil {
		return t.start(th)
	}
	if l, o := observed(t.loop); o != nil {
		l.taskCreated(th, t)
	}
	return t.stepSoon(th, Value{})
}

// eagerStart runs the first step at once (Task.__eager_start).
func (t *Task) eagerStart(th *Thread) bool {
	loop := valueOf(t.loop)
	if running := runningLoop(th); running.H != t.loop {
		return t.startGeneral(th)
	}
	t.begun(th)
	prevTask := swapTask(th, loop, t.V())
	if t.state == pending {
		t.link(th)
	}
	prev, ok := contextvars.Swap(th, t.ctx)
	if ok {
		ok = t.eagerStep(th, prevTask)
		if c := contextvars.Restore(th, prev); c != nil {
			t.ctx = c
		}
	}
	exc := th.Exc
	swapTask(th, loop, prevTask)
	th.Exc = exc
	if t.state != pending {
		t.coro = nil // a task that is done at once forgets it, as CPython's does
	}
	return ok
}

// eagerStep takes the first step of a task made by maker (nil: outside of tasks).
func (t *Task) eagerStep(th *Thread, maker Value) bool {
	if l, o := observed(t.loop); o != nil {
		var by *Task
		if isSet(maker) {
			by, _ = asTask(maker)
		}
		o.TaskCreated(th, t, by, siteOf(th))
		o.StepBegins(th, t)
		defer func() {
			if l.observer != nil {
				l.observer.StepEnds(th, t)
			}
		}()
	}
	t.waiter = nil
	return t.resume(th, Value{})
}

func taskSelf(v Value) *Task { return (*Task)(v.Ptr()) }

func (t *Task) getName() Value {
	if t.ext == nil || t.ext.name == nil {
		return object.StrValue(t.displayName())
	}
	return t.ext.name.V()
}

// setName is set_name: str(name).
func (t *Task) setName(th *Thread, v Value) bool {
	if v.IsExact(&object.StrType) {
		t.rare().name, _ = object.AsStr(v)
		return true
	}
	s, ok := th.Str(v)
	if ok {
		t.rare().name = object.NewStr(s)
	}
	return ok
}

var taskMethods = []object.Method{
	{Name: "cancel", Sig: "msg=None", F: func(th *Thread, self Value, a []Value) Value {
		did, ok := taskSelf(self).cancel(th, a[0])
		if !ok {
			return Value{}
		}
		return object.Bool(did)
	}},
	{Name: "cancelling", F0: func(th *Thread, self Value) Value { return object.Int(int64(taskSelf(self).cancelling())) }},
	{Name: "uncancel", F0: func(th *Thread, self Value) Value { return object.Int(int64(taskSelf(self).uncancel())) }},
	{Name: "get_coro", F0: func(th *Thread, self Value) Value {
		if c := taskSelf(self).coro; c != nil {
			return valueOf(c)
		}
		return None
	}},
	{Name: "get_context", F0: func(th *Thread, self Value) Value { return taskSelf(self).context().V() }},
	{Name: "get_name", F0: func(th *Thread, self Value) Value { return taskSelf(self).getName() }},
	{Name: "set_name", Sig: "value, /", F1: func(th *Thread, self, x Value) Value { return nilOrNone(taskSelf(self).setName(th, x)) }},
	{Name: "set_result", Sig: "result, /", F1: func(th *Thread, self, x Value) Value {
		return th.RuntimeError("Task does not support set_result operation")
	}},
	{Name: "set_exception", Sig: "exception, /", F1: func(th *Thread, self, x Value) Value {
		return th.RuntimeError("Task does not support set_exception operation")
	}},
	{Name: "get_stack", Sig: "*, limit=None", F: taskGetStack},
	{Name: "print_stack", Sig: "*, limit=None, file=None", F: taskPrintStack},
	{Name: "_make_cancelled_error", F0: func(th *Thread, self Value) Value { return futureSelf(self).cancelledError() }},
	{Name: "__class_getitem__", Sig: "object, /", Flags: object.ClassMethod, F1: classGetItem},
}

// uncancel takes one cancellation request back and returns how many are left.
func (t *Task) uncancel() int32 {
	if t.cancelling() > 0 {
		t.ext.cancels--
		if t.ext.cancels == 0 {
			t.flags &^= flagMustCancel
		}
	}
	return t.cancelling()
}

var taskGetset = []object.Getset{
	{Name: "_log_destroy_pending", Get: func(th *Thread, self Value) Value { return object.Bool(taskSelf(self).flags&flagNoDestroy == 0) },
		Set: func(th *Thread, self, x Value) bool {
			if x.H == nil {
				th.AttributeError(self, name("_log_destroy_pending"), "cannot delete attribute")
				return false
			}
			b, ok := th.Truth(x)
			taskSelf(self).setFlag(flagNoDestroy, !b)
			return ok
		}},
	{Name: "_must_cancel", Get: func(th *Thread, self Value) Value { return object.Bool(taskSelf(self).flags&flagMustCancel != 0) }},
	{Name: "_coro", Get: func(th *Thread, self Value) Value {
		if c := taskSelf(self).coro; c != nil {
			return valueOf(c)
		}
		return None
	}},
	{Name: "_fut_waiter", Get: func(th *Thread, self Value) Value {
		if w := taskSelf(self).waiter; w != nil {
			return valueOf(w)
		}
		return None
	}},
	{Name: "_num_cancels_requested", Get: func(th *Thread, self Value) Value { return object.Int(int64(taskSelf(self).cancelling())) }},
}

var _ = unsafe.Pointer(nil)
