// The functions of asyncio and its submodules.
package asyncrt

import (
	"pyasync/object"
)

// functions is the table of module functions written in Go; it is complete after initialisation.
var functions []function

// inC are the functions that CPython has in C.
var inC = map[string]bool{"get_running_loop": true, "_get_running_loop": true, "_set_running_loop": true, "get_event_loop": true,
	"_enter_task": true, "_leave_task": true, "_swap_current_task": true, "_register_task": true, "_unregister_task": true,
	"_register_eager_task": true, "_unregister_eager_task": true, "current_task": true}

func init() {
	add := func(module string, rows ...object.Method) {
		for _, r := range rows {
			if !inC[r.Name] {
				r.Flags |= object.PyFunction
			}
			functions = append(functions, function{module, r})
		}
	}
	add("runners", object.Method{Name: "run", Sig: "main, *, debug=None, loop_factory=None", F: func(th *Thread, m Value, a []Value) Value {
		return run(th, a[0], a[1], a[2])
	}}, object.Method{Name: "_cancel_all_tasks", Sig: "loop", F1: func(th *Thread, m, loop Value) Value { return nilOrNone(cancelAllTasks(th, loop)) }})
	add("tasks", taskFunctions...)
	add("events", eventFunctions...)
	add("futures", futureFunctions...)
	add("futures", awaitedByFunctions...)
	add("graph", object.Method{Name: "_awaiters_of", Sig: "future, /", F1: awaitersOf}, object.Method{Name: "_generator_of", Sig: "frame, /", F1: func(th *Thread, m, frame Value) Value {
		if !frame.Is(&object.FrameType) {
			return None
		}
		return orNone(valueOf((*object.FrameObject)(frame.Ptr()).Generator))
	}})
	add("coroutines", coroutineFunctions...)
	add("timeouts",
		object.Method{Name: "timeout", Sig: "delay", F1: func(th *Thread, m, delay Value) Value {
			t := newTimeoutIn(th, delay)
			if t == nil {
				return Value{}
			}
			return valueOf(&t.Header)
		}},
		object.Method{Name: "timeout_at", Sig: "when", F1: func(th *Thread, m, when Value) Value {
			return valueOf(&(&Timeout{Header: Header{Shape: &TimeoutType.Root}, when: when}).Header)
		}})
}

var taskFunctions = []object.Method{
	{Name: "create_task", Sig: "coro, *, name=None, context=None", F: func(th *Thread, m Value, a []Value) Value {
		loop := needRunningLoop(th)
		if loop.H == nil {
			return loop
		}
		makesVia(loop, viaCreateTask)
		return createTaskNamed(th, loop, a[0], &taskArgs{a[1], a[2]})
	}},
	{Name: "sleep", Flags: object.CoroutineFunction, Sig: "delay, result=None", F: func(th *Thread, m Value, a []Value) Value { return newSleep(th, a[0], orNone(a[1])) },
		Now: sleepAtOnce},
	{Name: "gather", Sig: "*coros_or_futures, return_exceptions=False", Raw: gatherRaw},
	{Name: "wait", Flags: object.CoroutineFunction, Sig: "fs, *, timeout=None, return_when='ALL_COMPLETED'", F: func(th *Thread, m Value, a []Value) Value {
		when := a[2]
		if when.H == nil {
			when = allCompleted
		}
		return newWait(th, a[0], orNone(a[1]), when)
	}},
	{Name: "wait_for", Flags: object.CoroutineFunction, Sig: "fut, timeout", F2: func(th *Thread, m, fut, timeout Value) Value { return newWaitFor(th, fut, timeout) }},
	{Name: "as_completed", Sig: "fs, *, timeout=None", F: func(th *Thread, m Value, a []Value) Value { return newAsCompleted(th, a[0], a[1]) }},
	{Name: "shield", Sig: "arg", F1: func(th *Thread, m, arg Value) Value { return shield(th, arg) }},
	{Name: "ensure_future", Sig: "coro_or_future, *, loop=None", F: func(th *Thread, m Value, a []Value) Value { return ensureFuture(th, a[0], a[1]) }},
	{Name: "current_task", Sig: "loop=None", F: func(th *Thread, m Value, a []Value) Value {
		loop := a[0]
		if !isSet(loop) {
			if loop = needRunningLoop(th); loop.H == nil {
				return loop
			}
		}
		return seenTask(orNone(currentTaskOf(th, loop)))
	}},
	{Name: "all_tasks", Sig: "loop=None", F: func(th *Thread, m Value, a []Value) Value {
		loop := a[0]
		if !isSet(loop) {
			if loop = needRunningLoop(th); loop.H == nil {
				return loop
			}
		}
		return newSet(th, allTasks(th, loop))
	}},
	{Name: "create_eager_task_factory", Sig: "custom_task_constructor", F1: func(th *Thread, m, class Value) Value {
		return object.NewBuiltin(&eagerFactoryMethod, class, "asyncio.tasks")
	}},
	{Name: "eager_task_factory", Sig: "loop, coro, *, name=None, context=None", F: func(th *Thread, m Value, a []Value) Value {
		return eagerTask(th, TaskType.V(), a)
	}},
	{Name: "_enter_task", Sig: "loop, task", F2: func(th *Thread, m, loop, task Value) Value { return nilOrNone(enterTask(th, loop, task)) }},
	{Name: "_leave_task", Sig: "loop, task", F2: func(th *Thread, m, loop, task Value) Value { return nilOrNone(leaveTask(th, loop, task)) }},
	{Name: "_swap_current_task", Sig: "loop, task", F2: func(th *Thread, m, loop, task Value) Value { return orNone(swapTask(th, loop, task)) }},
	{Name: "_register_task", Sig: "task", F1: func(th *Thread, m, t Value) Value { return register(th, &stateOf(th).registered, t, true) }},
	{Name: "_unregister_task", Sig: "task", F1: func(th *Thread, m, t Value) Value { return register(th, &stateOf(th).registered, t, false) }},
	{Name: "_register_eager_task", Sig: "task", F1: func(th *Thread, m, t Value) Value { return register(th, &stateOf(th).eager, t, true) }},
	{Name: "_unregister_eager_task", Sig: "task", F1: func(th *Thread, m, t Value) Value { return register(th, &stateOf(th).eager, t, false) }},
	{Name: "_release_waiter", Sig: "waiter, *args", Raw: releaseWaiter.Raw},
}

// register puts a task on a list of tasks that Python code registers, or takes it off.
func register(th *Thread, list *[]Value, t Value, on bool) Value {
	if native, ok := asTask(t); ok && list == &stateOf(th).registered {
		if on {
			native.link(th)
		} else {
			native.unlink(th)
		}
		return None
	}
	for i, x := range *list {
		if x.H == t.H {
			if !on {
				*list = append((*list)[:i:i], (*list)[i+1:]...)
			}
			return None
		}
	}
	if on {
		*list = append(*list, t)
	}
	return None
}

func gatherRaw(th *Thread, m Value, a []Value, kw []*object.Str) Value {
	npos := len(a) - len(kw)
	returnExc := false
	for i, k := range kw {
		if k.Go() != "return_exceptions" {
			return th.TypeError("gather() got an unexpected keyword argument '%s'", k.Go())
		}
		var ok bool
		if returnExc, ok = th.Truth(a[npos+i]); !ok {
			return Value{}
		}
	}
	return gather(th, a[:npos], returnExc)
}

var eagerFactoryMethod = object.Method{Name: "factory", Sig: "loop, coro, *, name=None, context=None", F: func(th *Thread, class Value, a []Value) Value {
	return eagerTask(th, class, a)
}}

func eagerTask(th *Thread, class Value, a []Value) Value {
	return th.Call(class, []Value{a[1], a[0], orNone(a[2]), orNone(a[3]), object.True},
		[]*object.Str{strLoop, strDoneMsgName, strContext, strEagerStart})
}

var eventFunctions = []object.Method{
	{Name: "get_running_loop", F0: func(th *Thread, m Value) Value { return needRunningLoop(th) }},
	{Name: "_get_running_loop", F0: func(th *Thread, m Value) Value { return orNone(runningLoop(th)) }},
	{Name: "_set_running_loop", Sig: "loop, /", F1: func(th *Thread, m, loop Value) Value {
		threadOf(th).running = loop
		if loop.IsNone() {
			threadOf(th).running = Value{}
		}
		return None
	}},
	{Name: "get_event_loop", F0: func(th *Thread, m Value) Value { return currentLoop(th) }},
	{Name: "set_event_loop", Sig: "loop", F1: func(th *Thread, m, loop Value) Value { return nilOrNone(setEventLoop(th, loop)) }},
	{Name: "new_event_loop", F0: func(th *Thread, m Value) Value { return newEventLoop(th) }},
	{Name: "get_event_loop_policy", F0: func(th *Thread, m Value) Value { return eventLoopPolicy(th) }},
	{Name: "set_event_loop_policy", Sig: "policy", F1: func(th *Thread, m, p Value) Value {
		if !p.IsNone() && !object.IsInstance(p, &AbstractPolicyType) {
			return th.TypeError("policy must be an instance of AbstractEventLoopPolicy or None, not '%s'", p.Type().Name)
		}
		stateOf(th).policy = p
		if p.IsNone() {
			stateOf(th).policy = Value{}
		}
		return None
	}},
}

var futureFunctions = []object.Method{
	{Name: "isfuture", Sig: "obj", F1: func(th *Thread, m, v Value) Value {
		is, ok := isFuture(th, v)
		if !ok {
			return Value{}
		}
		return object.Bool(is)
	}},
	{Name: "_get_loop", Sig: "fut", F1: func(th *Thread, m, fut Value) Value { return futureLoop(th, fut) }},
	*setUnlessCancelled,
}

var coroutineFunctions = []object.Method{
	{Name: "iscoroutine", Sig: "obj", F1: func(th *Thread, m, v Value) Value { return object.Bool(isCoroutine(th, v)) }},
	{Name: "iscoroutinefunction", Sig: "func", F1: func(th *Thread, m, v Value) Value {
		if isCoroutineFunction(th, v) {
			return object.True
		}
		if isUnmarked(v) {
			return object.False
		}
		f := importAttr(th, "inspect", "iscoroutinefunction")
		if f.H == nil {
			return f
		}
		r := th.CallArgs(f, v)
		if r.H == nil {
			return r
		}
		if yes, ok := th.Truth(r); yes || !ok {
			return r
		}
		mark := optAttr(th, v, "_is_coroutine")
		if mark.H == nil {
			return object.False
		}
		own := importAttr(th, "_asyncio_helpers", "_is_coroutine")
		return object.Bool(own.H != nil && own.H == mark.H)
	}},
	{Name: "_format_coroutine", Sig: "coro", F1: func(th *Thread, m, co Value) Value {
		s, ok := formatCoroutine(th, co)
		if !ok {
			return Value{}
		}
		return object.StrValue(s)
	}},
}
