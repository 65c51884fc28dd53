// Task, a coroutine that the loop runs.
package asyncrt

import (
	"strconv"
	"unsafe"

	"pyasync/object"
	"pyasync/stdlib/contextvars"
)

// Task is _asyncio.Task: a Future that ends when its coroutine does. A task without a name of its own is Task-n, n being
// Future.n. It fills 112 bytes.
type Task struct {
	Future
	coro       *Header // nil once finished … kept for get_coro until then
	ctx        *contextvars.Context
	waiter     *Header // the Future it waits for (_fut_waiter)
	prev, next *Task   // the loop's list of unfinished tasks
}

func taskOf(h *Header) *Task { return (*Task)(unsafe.Pointer(h)) }

// asTask returns the task v is, of class Task or of one derived from it.
func asTask(v Value) (*Task, bool) {
	if v.H.Shape.Solid == &TaskType {
		return (*Task)(v.Ptr()), true
	}
	return nil, false
}

// newTask makes an exact Task and schedules its first step. coro has been checked.
func newTask(th *Thread, loop *Header, coro Value, ctx *contextvars.Context) *Task {
	t := &Task{}
	t.setup(loop)
	t.Shape = &TaskType.Root
	t.coro = coro.H
	t.ctx = ctx
	return t
}

// number gives a task that has no name of its own the next Task-N.
func (t *Task) number(th *Thread) {
	s := stateOf(th)
	s.taskNames++
	if t.n = uint32(s.taskNames); uint64(t.n) != s.taskNames {
		t.rare().name = object.NewStr("Task-" + strconv.FormatUint(s.taskNames, 10))
	}
}

// start registers the task and schedules its first step.
func (t *Task) start(th *Thread) bool {
	t.begun(th)
	t.link(th)
	if l := fastLoop(t.loop); l != nil {
		if l.closed {
			l.checkClosed(th)
			return false
		}
		if t.Shape == &TaskType.Root {
			noteMade(th, t)
		}
		if l.observer != nil {
			l.taskCreated(th, t)
		}
		l.pushStep(th, t, nil)
		return true
	}
	return t.stepSoon(th, Value{})
}

// stepSoon schedules a step that throws exc (nil: none).
func (t *Task) stepSoon(th *Thread, exc Value) bool {
	if l := fastLoop(t.loop); l != nil {
		if l.closed {
			l.checkClosed(th)
			return false
		}
		l.pushStep(th, t, exc.H)
		return true
	}
	return callSoonSlow(th, t.loop, object.NewBuiltin(stepMethod, t.V(), ""), exc, t.context())
}

// pushStep puts a step of t, which throws exc if it is set, on the ready ring.
func (l *Loop) pushStep(th *Thread, t *Task, exc *Header) {
	l.ready.push(entry{fn: waking(&t.Header, wakeStep), arg: exc})
	if l.observer != nil {
		l.observer.Scheduled(th, t, nil)
	}
}

// stepMethod is TaskStepMethWrapper: what loops of other classes get to call.
var stepMethod *object.Method

func init() {
	stepMethod = &object.Method{Name: "TaskStepMethWrapper", Raw: func(th *Thread, self Value, a []Value, kw []*object.Str) Value {
		exc := Value{}
		if len(a) > 0 {
			exc = a[0]
		}
		t := taskOf(self.H)
		if !t.step(th, exc) {
			return Value{}
		}
		return None
	}}
	wakeMethod := object.Method{Name: "task_wakeup", Sig: "fut, /", F1: func(th *Thread, self, fut Value) Value {
		// Called by a loop of another class, which has entered the context.
		t := taskOf(self.H)
		return nilOrNone(t.step(th, t.wakeExc(th, fut)))
	}}
	defer func() { wakerMethods[wakeTask] = wakeMethod }()
	defineWaker(wakeStep, "TaskStepMethWrapper", "TaskStepMethWrapper", func(th *Thread, owner *Header, arg Value) bool { return taskOf(owner).stepIn(th, arg) })
	defineWaker(wakeTask, "Task.task_wakeup()", "task_wakeup", func(th *Thread, owner *Header, arg Value) bool { return taskOf(owner).wakeup(th, arg) })
}

// context returns the task's context, making an empty one real.
func (t *Task) context() *contextvars.Context {
	if t.ctx == nil {
		t.ctx = contextvars.New()
	}
	return t.ctx
}

// displayName is get_name() for any kind of name.
func (t *Task) displayName() string {
	if t.ext != nil && t.ext.name != nil {
		return t.ext.name.Go()
	}
	return "Task-" + strconv.FormatUint(uint64(t.n), 10)
}

// cancelling is the number of requests to cancel that were not taken back.
func (t *Task) cancelling() int32 {
	if t.ext == nil {
		return 0
	}
	return t.ext.cancels
}

// link puts the task on the list of its loop's unfinished tasks.
func (t *Task) link(th *Thread) {
	if t.flags&flagLinked != 0 || t.state != pending {
		return
	}
	t.flags |= flagLinked
	list := taskListOf(th, t.loop)
	t.prev, t.next = list.last, nil
	if list.last != nil {
		list.last.next = t
	} else {
		list.first = t
	}
	list.last = t
}

// unlink takes the task off the list.
func (t *Task) unlink(th *Thread) {
	if t.flags&flagLinked == 0 {
		return
	}
	t.flags &^= flagLinked
	list := taskListOf(th, t.loop)
	if t.prev != nil {
		t.prev.next = t.next
	} else {
		list.first = t.next
	}
	if t.next != nil {
		t.next.prev = t.prev
	} else {
		list.last = t.prev
	}
	t.prev, t.next = nil, nil
}

// taskList is a list of unfinished tasks in order of creation.
type taskList struct{ first, last *Task }

func taskListOf(th *Thread, loop *Header) *taskList {
	if l, ok := asLoop(valueOf(loop)); ok {
		return &l.tasks
	}
	return &stateOf(th).tasks
}

// cancel asks the task to cancel itself (Task.cancel); false: it is done.
func (t *Task) cancel(th *Thread, msg Value) (did, ok bool) {
	t.looked()
	if t.state != pending {
		return false, true
	}
	t.rare().cancels++
	if l, o := observed(t.loop); o != nil {
		o.CancelRequested(th, t, l.currentTask(nil), siteOf(th))
	}
	if t.waiter != nil {
		did, ok := cancelFuture(th, valueOf(t.waiter), msg)
		if did || !ok {
			return did, ok
		}
	}
	t.flags |= flagMustCancel
	if isSet(msg) {
		t.rare().msg = msg
	} else if t.ext != nil {
		t.ext.msg = Value{}
	}
	return true, true
}

// cancelFuture is fut.cancel(msg=msg) for any kind of future.
func cancelFuture(th *Thread, fut, msg Value) (did, ok bool) {
	if f, exact := exactFuture(fut); exact {
		isTask := f.Shape == &TaskType.Root
		if !isTask && f.flags&flagGather == 0 {
			return f.cancelPending(th, msg)
		}
		// Tasks that wait for each other in a circle would ask each other for ever.
		if !th.EnterFor(" while calling a Python object") {
			return false, false
		}
		defer th.Leave()
		if isTask {
			return taskOf(&f.Header).cancel(th, msg)
		}
		return gatherOf(f).cancel(th, msg)
	}
	m := th.GetAttr(fut, strCancel)
	if m.H == nil {
		return false, false
	}
	r := th.Call(m, []Value{orNone(msg)}, []*object.Str{strMsg})
	if r.H == nil {
		return false, false
	}
	return th.Truth(r)
}

// futureDone is fut.done() for any kind of future.
func futureDone(th *Thread, fut Value) (done, ok bool) {
	if f, exact := exactFuture(fut); exact {
		return f.done(), true
	}
	r := th.CallMethod(fut, strDone)
	if r.H == nil {
		return false, false
	}
	return th.Truth(r)
}

// futureCancelled is fut.cancelled() for any kind of future.
func futureCancelled(th *Thread, fut Value) (is, ok bool) {
	if f, exact := exactFuture(fut); exact {
		return f.state == cancelledState, true
	}
	r := th.CallMethod(fut, strCancelled)
	if r.H == nil {
		return false, false
	}
	return th.Truth(r)
}

// futureException is fut.exception() of a done future that is not cancelled: None, or the exception.
func futureException(th *Thread, fut Value) Value {
	if f, exact := exactFuture(fut); exact {
		if f.state == pending {
			return th.Raise(&InvalidStateErrorType, "Exception is not set.")
		}
		f.looked()
		exc, _ := f.failed()
		return orNone(exc)
	}
	return th.CallMethod(fut, strException)
}

// futureResult is fut.result() for any kind of future.
func futureResult(th *Thread, fut Value) Value {
	if f, exact := exactFuture(fut); exact {
		return f.take(th)
	}
	return th.CallMethod(fut, strResult)
}

// addDone adds a done callback to any kind of future.
func addDone(th *Thread, fut Value, c callback) bool {
	if f, exact := exactFuture(fut); exact {
		return f.addCallback(th, c)
	}
	m := th.GetAttr(fut, strAddDoneCallback)
	if m.H == nil {
		return false
	}
	return th.Call(m, []Value{callable(c.fn), contextValue(c.ctx)}, []*object.Str{strContext}).H != nil
}

// addDonePlain is fut.add_done_callback(fn) without a context.
func addDonePlain(th *Thread, fut, fn Value) bool {
	if f, exact := exactFuture(fut); exact {
		return f.addCallback(th, callback{fn, futureContext(th)})
	}
	return th.CallMethod(fut, strAddDoneCallback, callable(fn)).H != nil
}

// removeDone removes a done callback from any kind of future.
func removeDone(th *Thread, fut, fn Value) bool {
	if f, exact := exactFuture(fut); exact {
		f.dropCallbacks(func(c callback) (bool, bool) { return c.fn == fn, true })
		return true
	}
	return th.CallMethod(fut, strRemoveCallback, callable(fn)).H != nil
}
