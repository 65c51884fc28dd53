// asyncio.TaskGroup.
package asyncrt

import (
	"unsafe"

	"pyasync/object"
)

// TaskGroupType is asyncio.taskgroups.TaskGroup.
var TaskGroupType object.Type

// TaskGroup waits at the end of its block for all tasks made in it; when one fails it cancels the others.
type TaskGroup struct {
	Header
	loop            Value
	parent          Value
	first           Value              // the only task, while there is one at most
	tasks           map[*Header]uint64 // unfinished tasks and their number, for the order of cancelling
	list            []Value            // tasks by number, holes are finished
	live            int
	errors          []Value
	baseError       Value
	waiter          Value // the future the end of the block waits for
	entered         bool
	exiting         bool
	aborting        bool
	parentCancelled bool
	cancelEarly     bool // cancel() was called before the block began
	errorsGone      bool
	dict            *object.Dict
}

func groupOf(v Value) *TaskGroup { return (*TaskGroup)(v.Ptr()) }

var (
	coGroupEnter = coroInfo("TaskGroup.__aenter__")
	coGroupExit  = coroInfo("TaskGroup.__aexit__")
)

func init() {
	definePython(&TaskGroupType, object.Spec{
		Name:  "asyncio.taskgroups.TaskGroup",
		Sig:   "()",
		Doc:   "Asynchronous context manager for managing groups of tasks.",
		Alloc: object.Allocator[TaskGroup](), DictOf: func(v Value, create bool) *object.Dict { return object.DictAt(&(*TaskGroup)(v.Ptr()).dict, create) },
		Slots: object.Slots{New: allocateObject, Repr: groupRepr, Init: func(th *Thread, self Value, args []Value, kw []*object.Str) bool {
			if len(args) > 0 {
				th.TypeError("TaskGroup.__init__() takes 1 positional argument but %d were given", len(args)+1)
				return false
			}
			return true
		}},
		Methods: []object.Method{
			{Name: "__aenter__", Flags: object.CoroutineFunction, F0: func(th *Thread, self Value) Value {
				return newAct(coGroupEnter, self, Value{}, Value{}, func(th *Thread, c *act) (Value, Status) {
					if !groupOf(c.self).enter(th) {
						return raised()
					}
					return c.self, statusReturn
				})
			}},
			{Name: "__aexit__", Flags: object.CoroutineFunction, Sig: "et, exc, tb", F: func(th *Thread, self Value, a []Value) Value {
				x := &groupExit{group: groupOf(self), exc: a[1]}
				if a[0].IsNone() {
					x.exc = Value{}
				}
				return makeCoro(&x.Coroutine, coGroupExit, stepGroupExit)
			}},
			{Name: "create_task", Sig: "coro, *, name=None, context=None", F: groupCreateTask},
			{Name: "cancel", F0: groupCancel},
		},
		Members: groupMembers,
	})
	defineWaker(wakeGroup, "TaskGroup._on_task_done()", "TaskGroup._on_task_done", func(th *Thread, owner *Header, task Value) bool {
		return (*TaskGroup)(unsafe.Pointer(owner)).taskDone(th, task)
	})
}

var groupMembers = []object.Member{
	{Name: "_parent_task", Get: func(th *Thread, self Value) Value { return orNone(groupOf(self).parent) }},
	{Name: "_loop", Get: func(th *Thread, self Value) Value { return orNone(groupOf(self).loop) }},
	{Name: "_tasks", Get: func(th *Thread, self Value) Value { return newSet(th, groupOf(self).unfinished()) }},
	{Name: "_errors", Get: func(th *Thread, self Value) Value {
		if groupOf(self).errorsGone {
			return None
		}
		return object.NewList(append([]Value(nil), groupOf(self).errors...)).V()
	}},
	{Name: "_base_error", Get: func(th *Thread, self Value) Value { return orNone(groupOf(self).baseError) }},
	{Name: "_entered", Get: func(th *Thread, self Value) Value { return object.Bool(groupOf(self).entered) }},
	{Name: "_exiting", Get: func(th *Thread, self Value) Value { return object.Bool(groupOf(self).exiting) }},
	{Name: "_aborting", Get: func(th *Thread, self Value) Value { return object.Bool(groupOf(self).aborting) }},
	{Name: "_on_completed_fut", Get: func(th *Thread, self Value) Value { return orNone(groupOf(self).waiter) }},
	{Name: "_parent_cancel_requested", Get: func(th *Thread, self Value) Value { return object.Bool(groupOf(self).parentCancelled) }},
}

func groupRepr(th *Thread, v Value) Value {
	g := groupOf(v)
	s := "<TaskGroup"
	if g.live > 0 {
		s += " tasks=" + itoa(g.live)
	}
	if len(g.errors) > 0 {
		s += " errors=" + itoa(len(g.errors))
	}
	if g.aborting {
		s += " cancelling"
	} else if g.entered {
		s += " entered"
	}
	return object.StrValue(s + ">")
}

// unfinished lists the group's tasks in order of creation.
func (g *TaskGroup) unfinished() []Value {
	var list []Value
	for _, t := range g.list {
		if t.H != nil {
			list = append(list, t)
		}
	}
	return list
}

func (g *TaskGroup) reprText(th *Thread) string {
	s, _ := th.Repr(valueOf(&g.Header))
	return s
}

func (g *TaskGroup) enter(th *Thread) bool {
	if g.entered {
		th.RuntimeError("TaskGroup %s has already been entered", g.reprText(th))
		return false
	}
	if g.loop.H == nil {
		if g.loop = needRunningLoop(th); g.loop.H == nil {
			return false
		}
	}
	if g.parent = currentTaskOf(th, g.loop); !isSet(g.parent) {
		th.RuntimeError("TaskGroup %s cannot determine the parent task", g.reprText(th))
		return false
	}
	g.entered = true
	return !g.cancelEarly || g.cancel(th)
}

func groupCreateTask(th *Thread, self Value, a []Value) Value {
	g := groupOf(self)
	problem := ""
	switch {
	case !g.entered:
		problem = "has not been entered"
	case g.exiting && g.live == 0:
		problem = "is finished"
	case g.aborting:
		problem = "is shutting down"
	}
	if problem != "" {
		if th.CallMethod(a[0], strClose).H == nil {
			return Value{}
		}
		return th.RuntimeError("TaskGroup %s %s", g.reprText(th), problem)
	}
	makesVia(g.loop, viaGroup)
	t := createTaskNamed(th, g.loop, a[0], &taskArgs{a[1], a[2]})
	if t.H == nil {
		return t
	}
	done, ok := futureDone(th, t)
	if !ok {
		return Value{}
	}
	if done {
		if !g.taskDone(th, t) {
			return Value{}
		}
		return t
	}
	g.add(t)
	if !addDonePlain(th, t, waking(&g.Header, wakeGroup)) {
		return Value{}
	}
	if g.aborting { // an eager task has cancelled the group it is not yet in
		if _, ok := cancelFuture(th, t, Value{}); !ok {
			return Value{}
		}
	}
	return t
}

// createTaskNamed is loop.create_task(coro, name=name[, context=context]).
func createTaskNamed(th *Thread, loop, coro Value, a *taskArgs) Value {
	if l := fastLoop(loop.H); l != nil && l.taskFactory.H == nil {
		return l.createTask(th, coro, a)
	}
	m := th.GetAttr(loop, strCreateTask)
	if m.H == nil {
		return m
	}
	if isSet(a.context) {
		return th.Call(m, []Value{coro, orNone(a.name), a.context}, []*object.Str{strDoneMsgName, strContext})
	}
	return th.Call(m, []Value{coro, orNone(a.name)}, []*object.Str{strDoneMsgName})
}

func (g *TaskGroup) add(t Value) {
	if len(g.list) >= 32 && g.tasks == nil {
		g.tasks = make(map[*Header]uint64, 64)
		for i, x := range g.list {
			if x.H != nil {
				g.tasks[x.H] = uint64(i)
			}
		}
	}
	if g.tasks != nil {
		g.tasks[t.H] = uint64(len(g.list))
	}
	g.list = append(g.list, t)
	g.live++
}

// discard forgets a finished task; a small group is searched, a large one has an index.
func (g *TaskGroup) discard(t Value) {
	if g.tasks != nil {
		if i, ok := g.tasks[t.H]; ok {
			delete(g.tasks, t.H)
			g.list[i] = Value{}
			g.live--
		}
	} else {
		for i := range g.list {
			if g.list[i].H == t.H {
				g.list[i] = Value{}
				g.live--
				break
			}
		}
	}
	if g.live == 0 {
		g.list, g.tasks = g.list[:0], nil
	}
}

// isBaseError reports whether an exception is one of those that leave the loop: SystemExit, KeyboardInterrupt, and our
// DeadlockError of a nested run.
func isBaseError(exc Value) bool {
	return object.IsInstance(exc, &object.SystemExitType) || object.IsInstance(exc, &object.KeyboardInterruptType) ||
		object.IsInstance(exc, &DeadlockErrorType)
}

func (g *TaskGroup) taskDone(th *Thread, task Value) bool {
	g.discard(task)
	if g.waiter.H != nil && g.live == 0 {
		done, ok := futureDone(th, g.waiter)
		if !ok || !done && setFutureResult(th, g.waiter, object.True).H == nil {
			return false
		}
	}
	cancelled, ok := futureCancelled(th, task)
	if cancelled || !ok {
		return ok
	}
	exc := futureException(th, task)
	if exc.H == nil || exc.IsNone() {
		return exc.H != nil
	}
	g.errors = append(g.errors, exc)
	if isBaseError(exc) && g.baseError.H == nil {
		g.baseError = exc
	}
	over, ok := futureDone(th, g.parent)
	if !ok {
		return false
	}
	if over {
		return g.reportOrphan(th, task, exc)
	}
	if !g.aborting && !g.parentCancelled {
		if !g.abort(th) {
			return false
		}
		g.parentCancelled = true
		_, ok = cancelFuture(th, g.parent, Value{})
	}
	return ok
}

func (g *TaskGroup) reportOrphan(th *Thread, task, exc Value) bool {
	a, ok := th.Repr(task)
	b, ok2 := th.Str(g.parent)
	if !ok || !ok2 {
		return false
	}
	d := object.NewDict()
	d.SetName("message", object.StrValue("Task "+a+" has errored out but its parent task "+b+" is already completed"))
	d.SetName("exception", exc)
	d.SetName("task", task)
	return callExceptionHandler(th, g.loop, d)
}

// abort cancels all tasks of the group.
func (g *TaskGroup) abort(th *Thread) bool {
	g.aborting = true
	for _, t := range g.unfinished() {
		done, ok := futureDone(th, t)
		if !ok {
			return false
		}
		if !done {
			if _, ok := cancelFuture(th, t, Value{}); !ok {
				return false
			}
		}
	}
	return true
}

// groupExit is the coroutine of __aexit__.
type groupExit struct {
	object.Coroutine
	group     *TaskGroup
	exc       Value // what leaves the block, or nil
	propagate Value // the CancelledError to raise in the end, or nil
	aw        awaiting
	started   bool
}

func stepGroupExit(th *Thread, co *object.Coroutine, x, exc Value) (Value, Status) {
	e := (*groupExit)(unsafe.Pointer(co))
	g := e.group
	var r Value
	var st Status
	if !e.started {
		if exc.H != nil {
			return throwIn(th, exc)
		}
		e.started = true
		if !e.begin(th) {
			return raised()
		}
		st = statusReturn
	} else {
		r, st = e.aw.resume(th, x, exc)
		if st == statusSuspend {
			return r, st
		}
		if !e.waited(th, st) {
			return raised()
		}
	}
	for g.live > 0 {
		if g.waiter.H == nil {
			if g.waiter = newLoopFuture(th, g.loop); g.waiter.H == nil {
				return raised()
			}
			belongsTo(g.waiter, waitsGroup, &g.Header)
		}
		r, st = e.aw.start(th, g.waiter)
		if st == statusSuspend {
			return r, st
		}
		if !e.waited(th, st) {
			return raised()
		}
	}
	return e.end(th)
}

// begin notes the exception and aborts the group because of it.
func (e *groupExit) begin(th *Thread) bool {
	g := e.group
	g.exiting = true
	if e.exc.H == nil {
		return true
	}
	if isBaseError(e.exc) && g.baseError.H == nil {
		g.baseError = e.exc
	}
	if object.IsInstance(e.exc, &CancelledErrorType) {
		e.propagate = e.exc
	}
	return g.aborting || g.abort(th)
}

// waited handles the end of one wait for the tasks.
func (e *groupExit) waited(th *Thread, st Status) bool {
	g := e.group
	if st == statusRaise {
		if !th.Pending(&CancelledErrorType) {
			return false
		}
		exc := th.TakeExc()
		if !g.aborting {
			e.propagate = exc
			if !g.abort(th) {
				return false
			}
		}
	}
	g.waiter = Value{}
	return true
}

// end decides what leaves the block.
func (e *groupExit) end(th *Thread) (Value, Status) {
	g := e.group
	if g.baseError.H != nil {
		th.RaiseValue(g.baseError)
		return raised()
	}
	if g.parentCancelled {
		n, ok := taskUncancel(th, g.parent)
		if !ok {
			return raised()
		}
		if n == 0 {
			e.propagate = Value{}
		}
	}
	if e.propagate.H != nil && len(g.errors) == 0 {
		th.RaiseValue(e.propagate)
		return raised()
	}
	if e.exc.H != nil && !object.IsInstance(e.exc, &CancelledErrorType) {
		g.errors = append(g.errors, e.exc)
	}
	if len(g.errors) == 0 {
		if e.exc.H != nil {
			return object.True, statusReturn // the cancellation was cancel()'s
		}
		return returnNone()
	}
	n, ok := taskCancelling(th, g.parent)
	if !ok {
		return raised()
	}
	if n > 0 {
		if _, ok := taskUncancel(th, g.parent); !ok {
			return raised()
		}
		if _, ok := cancelFuture(th, g.parent, Value{}); !ok {
			return raised()
		}
	}
	errors := object.NewList(g.errors).V()
	g.errors, g.errorsGone = nil, true
	group := th.CallArgs(object.BaseExceptionGroupType.V(), object.StrValue("unhandled errors in a TaskGroup"), errors)
	if group.H == nil {
		return raised()
	}
	x, _ := object.AsException(group)
	th.RaiseValue(group)
	x.SuppressContext = true
	return raised()
}

// groupCancel is TaskGroup.cancel of Python 3.15: cancel the tasks and the block, which then ends without an error.
// Before the block begins it is cancelled at its beginning; after its end nothing happens.
func groupCancel(th *Thread, self Value) Value {
	return nilOrNone(groupOf(self).cancel(th))
}

func (g *TaskGroup) cancel(th *Thread) bool {
	switch {
	case !g.entered:
		g.cancelEarly = true
		return true
	case g.exiting && g.live == 0 || g.aborting:
		return true
	}
	if !g.abort(th) {
		return false
	}
	if g.parentCancelled {
		return true
	}
	g.parentCancelled = true
	_, ok := cancelFuture(th, g.parent, Value{})
	return ok
}
