// The loop classes: BaseEventLoop's methods and attributes.
package asyncrt

import (
	"pyasync/object"
	"pyasync/stdlib/contextvars"
)

func init() {
	definePython(&BaseLoopType, object.Spec{
		Name: "asyncio.base_events.BaseEventLoop", Sig: "()", Base: &AbstractLoopType,
		Alloc:  object.Allocator[Loop](),
		DictOf: loopDict,
		Slots: object.Slots{New: allocateObject, Repr: loopRepr, Init: func(th *Thread, self Value, args []Value, kw []*object.Str) bool {
			loopOf(self).init(th)
			return true
		}},
		Methods: append(append(loopRunMethods, loopCallMethods...), loopMakeMethods...),
		Getset:  append(loopGetset, selectorGetset...),
		Consts:  func() map[string]Value { return lazyMethods("BaseEventLoop", baseLoopLazy) },
	})
	definePython(&SelectorLoopType, object.Spec{
		Name: "asyncio.selector_events.BaseSelectorEventLoop", Sig: "selector=None", Base: &BaseLoopType,
		Slots:   object.Slots{Init: selectorLoopInit},
		Methods: append(selectorMethods, selfPipeMethods...),
		Getset:  selfPipeGetset,
		Consts:  func() map[string]Value { return lazyMethods("BaseSelectorEventLoop", selectorLoopLazy) },
	})
	object.Define(&UnixLoopType, object.Spec{
		Name: "asyncio.unix_events._UnixSelectorEventLoop", Sig: "selector=None", Base: &SelectorLoopType,
		Doc:     "Unix event loop.",
		Methods: []object.Method{{Name: "_stop_serving", Flags: object.PyFunction, Sig: "sock", F1: stopServing}},
		Consts:  func() map[string]Value { return lazyMethods("_UnixSelectorEventLoop", unixLoopLazy) },
	})
}

// stopServing is _stop_serving(): a Unix socket's file goes with the server that made it.
func stopServing(th *Thread, self, sock Value) Value {
	module := "_asyncio_selector"
	if d, ok := object.AsDict(orNone(loopOf(self).unixSockets)); ok && d.Len() > 0 {
		module = "_asyncio_unix"
	}
	f := lazyImport(th, module, "_stop_serving")
	if f.H == nil {
		return f
	}
	return th.CallArgs(f, self, sock)
}

func loopDict(v Value, create bool) *object.Dict {
	return object.DictAt(&loopOf(v).dict, create)
}

func selectorLoopInit(th *Thread, self Value, args []Value, kw []*object.Str) bool {
	l := loopOf(self)
	l.init(th)
	if len(args) > 0 {
		l.selector = orNone(args[0])
		// The selectors of the library do what the loop's poller does.
		l.foreign = isSet(args[0]) && typeModule(args[0].Type()) != "selectors"
	}
	l.announce(th)
	return l.initSelfPipe(th)
}

func loopRepr(th *Thread, v Value) Value {
	flags := [3]string{}
	for i, m := range [...]string{"is_running", "is_closed", "get_debug"} {
		r := th.CallMethod(v, name(m))
		if r.H == nil {
			return r
		}
		s, ok := th.Str(r)
		if !ok {
			return Value{}
		}
		flags[i] = s
	}
	return object.StrValue("<" + v.Type().Name + " running=" + flags[0] + " closed=" + flags[1] + " debug=" + flags[2] + ">")
}

var loopRunMethods = []object.Method{
	{Name: "run_forever", F0: func(th *Thread, self Value) Value { return nilOrNone(loopOf(self).runForever(th)) }},
	{Name: "run_until_complete", Sig: "future", F1: func(th *Thread, self, fut Value) Value { return loopOf(self).runUntilComplete(th, fut) }},
	{Name: "_run_once", F0: func(th *Thread, self Value) Value { return nilOrNone(loopOf(self).runOnceGeneral(th)) }},
	{Name: "_run_forever_setup", F0: func(th *Thread, self Value) Value { return nilOrNone(loopOf(self).setupRun(th)) }},
	{Name: "_run_forever_cleanup", F0: func(th *Thread, self Value) Value { loopOf(self).cleanupRun(th); return None }},
	{Name: "_check_running", F0: func(th *Thread, self Value) Value { return nilOrNone(loopOf(self).checkRunning(th)) }},
	{Name: "_check_closed", F0: func(th *Thread, self Value) Value { return nilOrNone(loopOf(self).checkClosed(th)) }},
	{Name: "stop", F0: func(th *Thread, self Value) Value { loopOf(self).stopping = true; return None }},
	{Name: "close", F0: func(th *Thread, self Value) Value { return nilOrNone(loopOf(self).closeLoop(th)) }},
	{Name: "is_running", F0: func(th *Thread, self Value) Value { return object.Bool(loopOf(self).threadID != 0) }},
	{Name: "is_closed", F0: func(th *Thread, self Value) Value { return object.Bool(loopOf(self).closed) }},
	{Name: "time", F0: func(th *Thread, self Value) Value { return object.Float(loopOf(self).now()) }},
	{Name: "get_debug", F0: func(th *Thread, self Value) Value { return object.Bool(loopOf(self).debug) }},
	{Name: "set_debug", Sig: "enabled", F1: func(th *Thread, self, x Value) Value {
		b, ok := th.Truth(x)
		if !ok {
			return Value{}
		}
		l := loopOf(self)
		if b {
			importModule(th, "traceback") // not when the first object is made, inside a callback that is timed
			th.Exc = Value{}
		}
		l.setDebug(b)
		if l.threadID != 0 {
			l.setOriginTracking(th, b)
		}
		return None
	}},
}

var loopCallMethods = []object.Method{
	{Name: "call_soon", Sig: "callback, *args, context=None", Raw: func(th *Thread, self Value, a []Value, kw []*object.Str) Value {
		return loopOf(self).callSoonMethod(th, "call_soon", a, kw)
	}},
	{Name: "call_soon_threadsafe", Sig: "callback, *args, context=None", Raw: func(th *Thread, self Value, a []Value, kw []*object.Str) Value {
		h := loopOf(self).callSoonMethod(th, "call_soon_threadsafe", a, kw)
		if h.H == nil {
			return h
		}
		if l := fastLoop(self.H); l != nil {
			l.wake()
		} else if th.CallMethod(self, name("_write_to_self")).H == nil {
			return Value{}
		}
		return h
	}},
	{Name: "_call_soon", Sig: "callback, args, context", F: func(th *Thread, self Value, a []Value) Value {
		args, ok := th.Collect(a[1])
		if !ok {
			return Value{}
		}
		ctx, ok := contextArg(th, a[2])
		if !ok {
			return Value{}
		}
		return loopOf(self).callSoon(th, a[0], args, ctx).V()
	}},
	{Name: "call_later", Sig: "delay, callback, *args, context=None", Raw: loopCallLater},
	{Name: "call_at", Sig: "when, callback, *args, context=None", Raw: loopCallAt},
	{Name: "_add_callback", Sig: "handle", F1: func(th *Thread, self, h Value) Value {
		if x, ok := asHandle(h); !ok || x.cancelled {
			return None
		}
		loopOf(self).ready.push(entry{fn: waking(h.H, wakeHandle)})
		return None
	}},
	{Name: "_add_callback_signalsafe", Sig: "handle", F1: func(th *Thread, self, h Value) Value {
		if x, ok := asHandle(h); ok && !x.cancelled {
			loopOf(self).ready.push(entry{fn: waking(h.H, wakeHandle)})
		}
		return th.CallMethod(self, name("_write_to_self"))
	}},
	{Name: "_timer_handle_cancelled", Sig: "handle", F1: func(th *Thread, self, h Value) Value {
		if x, ok := asHandle(h); ok {
			loopOf(self).timerCancelled(x)
		}
		return None
	}},
	{Name: "_write_to_self", F0: func(th *Thread, self Value) Value {
		if self.Type() == &BaseLoopType {
			return th.Raise(&object.NotImplementedErrorType, "")
		}
		if l := loopOf(self); l.pipe != nil && isSet(l.pipe.csock) {
			return callHelper(th, "write_to_self", self, l.pipe.csock)
		}
		loopOf(self).wake()
		return None
	}},
	{Name: "_process_events", Sig: "event_list", F1: func(th *Thread, self, list Value) Value {
		if !self.Type().IsSubtype(&SelectorLoopType) {
			return th.RaiseValue(object.NewException(&object.NotImplementedErrorType).V())
		}
		return loopOf(self).processEvents(th, list)
	}},
	{Name: "_check_callback", Sig: "callback, method", F2: func(th *Thread, self, fn, method Value) Value {
		m, _ := object.GoString(method)
		return nilOrNone(checkCallback(th, fn, m))
	}},
	{Name: "_check_thread", F0: func(th *Thread, self Value) Value { return nilOrNone(loopOf(self).checkThread(th)) }},
	firstIterMethod, finalizerMethod,
	{Name: "_take_asyncgens", F0: func(th *Thread, self Value) Value {
		l := loopOf(self)
		l.sweepAsyncgens(th)
		list := l.asyncgens
		l.asyncgens = nil
		return object.NewList(list).V()
	}},
	{Name: "_watched", F0: func(th *Thread, self Value) Value { return loopOf(self).watchedList() }},
	{Name: "_check_default_executor", F0: func(th *Thread, self Value) Value {
		if loopOf(self).executorShut {
			return th.RuntimeError("Executor shutdown has been called")
		}
		return None
	}},
}

// contextArg converts an optional context argument; nil stands for a copy of the current one.
func contextArg(th *Thread, v Value) (*contextvars.Context, bool) {
	if !isSet(v) {
		return contextvars.Snapshot(th), true
	}
	c, ok := contextvars.As(v)
	if !ok {
		th.TypeError("a Context object was expected, got %s", v.Type().Name)
	}
	return c, ok
}

// splitCall takes `fixed` leading arguments and an optional context= out of a call; fn names the function for errors.
func splitCall(th *Thread, fn string, fixed []string, a []Value, kw []*object.Str) (args []Value, ctx *contextvars.Context, ok bool) {
	npos := len(a) - len(kw)
	var cv Value
	named := map[string]Value{}
	for i, k := range kw {
		if k.Go() == "context" {
			cv = a[npos+i]
		} else {
			named[k.Go()] = a[npos+i]
		}
	}
	args = a[:npos]
	if len(named) > 0 || npos < len(fixed) {
		full := append([]Value(nil), args...)
		var missing []string
		for i := npos; i < len(fixed); i++ {
			v, given := named[fixed[i]]
			if !given {
				missing = append(missing, "'"+fixed[i]+"'")
			}
			full = append(full, v)
			delete(named, fixed[i])
		}
		for k := range named {
			th.TypeError("%s() got an unexpected keyword argument '%s'", fn, k)
			return nil, nil, false
		}
		if len(missing) > 0 {
			plural, list := "", missing[0]
			if len(missing) > 1 {
				plural, list = "s", missing[0]+" and "+missing[1]
			}
			th.TypeError("%s() missing %d required positional argument%s: %s", fn, len(missing), plural, list)
			return nil, nil, false
		}
		args = full
	}
	ctx, ok = contextArg(th, cv)
	return args, ctx, ok
}

var fixedCallback = []string{"callback"}
var fixedDelay = []string{"delay", "callback"}
var fixedWhen = []string{"when", "callback"}

func (l *Loop) callSoonMethod(th *Thread, method string, a []Value, kw []*object.Str) Value {
	args, ctx, ok := splitCall(th, "BaseEventLoop."+method, fixedCallback, a, kw)
	if !ok || !l.checkClosed(th) {
		return Value{}
	}
	if l.debug {
		if method == "call_soon" && !l.checkThread(th) || !checkCallback(th, args[0], method) {
			return Value{}
		}
	}
	return l.callSoon(th, args[0], args[1:], ctx).V()
}

// checkThread raises when called from another thread than the loop's.
func (l *Loop) checkThread(th *Thread) bool {
	if l.threadID != 0 && l.threadID != th.Ident {
		th.RuntimeError("Non-thread-safe operation invoked on an event loop other than the current one")
		return false
	}
	return true
}

func checkCallback(th *Thread, fn Value, method string) bool {
	if isCoroutine(th, fn) || isCoroutineFunction(th, fn) {
		th.TypeError("coroutines cannot be used with %s()", method)
		return false
	}
	if fn.Type().Call == nil {
		if s, ok := th.Repr(fn); ok {
			th.TypeError("a callable object was expected by %s(), got %s", method, s)
		}
		return false
	}
	return true
}

// isCoroutineFunction is inspect.iscoroutinefunction for plain functions and methods.
func isCoroutineFunction(th *Thread, v Value) bool {
	for v.Is(&object.MethodType) {
		v = (*object.BoundMethod)(v.Ptr()).Func
	}
	f, ok := object.AsFunction(v)
	return ok && f.Code != nil && f.Code.Flags&object.CoCoroutine != 0
}

// isUnmarked reports whether v is a function or method without attributes that could mark it as a coroutine function.
func isUnmarked(v Value) bool {
	for v.Is(&object.MethodType) {
		v = (*object.BoundMethod)(v.Ptr()).Func
	}
	if f, ok := object.AsFunction(v); ok {
		return f.Dict == nil || f.Dict.Len() == 0
	}
	return v.IsExact(&object.BuiltinType)
}

func loopCallLater(th *Thread, self Value, a []Value, kw []*object.Str) Value {
	args, ctx, ok := splitCall(th, "BaseEventLoop.call_later", fixedDelay, a, kw)
	if !ok {
		return Value{}
	}
	if args[0].IsNone() {
		return th.TypeError("delay must not be None")
	}
	l := loopOf(self)
	if fast := fastLoop(self.H); fast != nil {
		if d, err := args[0].ExactFloat(); err {
			return l.callAtMethod(th, object.Float(l.now()+d), args[1:], ctx)
		}
		when := th.BinaryOp(object.OpAdd, object.Float(l.now()), args[0])
		if when.H == nil {
			return when
		}
		return l.callAtMethod(th, when, args[1:], ctx)
	}
	now := th.CallMethod(self, strTime)
	if now.H == nil {
		return now
	}
	when := th.BinaryOp(object.OpAdd, now, args[0])
	if when.H == nil {
		return when
	}
	m := th.GetAttr(self, strCallAt)
	if m.H == nil {
		return m
	}
	call := append(append([]Value{when}, args[1:]...), contextOrNone(ctx))
	return th.Call(m, call, []*object.Str{strContext})
}

func contextOrNone(ctx *contextvars.Context) Value {
	if ctx == nil {
		return None
	}
	return ctx.V()
}

func loopCallAt(th *Thread, self Value, a []Value, kw []*object.Str) Value {
	args, ctx, ok := splitCall(th, "BaseEventLoop.call_at", fixedWhen, a, kw)
	if !ok {
		return Value{}
	}
	if args[0].IsNone() {
		return th.TypeError("when cannot be None")
	}
	return loopOf(self).callAtMethod(th, args[0], args[1:], ctx)
}

func (l *Loop) callAtMethod(th *Thread, whenValue Value, args []Value, ctx *contextvars.Context) Value {
	if !l.checkClosed(th) {
		return Value{}
	}
	if l.debug && (!l.checkThread(th) || !checkCallback(th, args[0], "call_at")) {
		return Value{}
	}
	when, ok := whenValue.ExactFloat()
	keep := Value{}
	if !ok {
		if when, ok = toFloat(th, whenValue); !ok {
			return Value{}
		}
		keep = whenValue
	}
	return l.callAt(th, when, keep, args[0], args[1:], ctx).V()
}

var loopMakeMethods = []object.Method{
	{Name: "create_future", F0: func(th *Thread, self Value) Value {
		l := loopOf(self)
		if nest := stateOf(th).nested; nest != nil {
			return th.Call(nest.future, []Value{self}, []*object.Str{strLoop})
		}
		f := newFuture(&l.Header)
		f.noteSite(th)
		if l.debug {
			f.rare().source = extractVia(th, viaCreateFuture)
		}
		return f.V()
	}},
	{Name: "create_task", Sig: "coro, *, name=None, context=None", F: loopCreateTask},
	{Name: "set_task_factory", Sig: "factory", F1: func(th *Thread, self, f Value) Value {
		if !f.IsNone() && f.Type().Call == nil {
			return th.TypeError("task factory must be a callable or None")
		}
		l := loopOf(self)
		l.taskFactory = f
		if f.IsNone() {
			l.taskFactory = Value{}
		}
		return None
	}},
	{Name: "get_task_factory", F0: func(th *Thread, self Value) Value { return orNone(loopOf(self).taskFactory) }},
	{Name: "get_exception_handler", F0: func(th *Thread, self Value) Value { return orNone(loopOf(self).excHandler) }},
	{Name: "set_exception_handler", Sig: "handler", F1: func(th *Thread, self, h Value) Value {
		if !h.IsNone() && h.Type().Call == nil {
			s, ok := th.Repr(h)
			if !ok {
				return Value{}
			}
			return th.TypeError("A callable object or None is expected, got %s", s)
		}
		loopOf(self).excHandler = h
		if h.IsNone() {
			loopOf(self).excHandler = Value{}
		}
		return None
	}},
	{Name: "default_exception_handler", Sig: "context", F1: func(th *Thread, self, ctx Value) Value {
		return nilOrNone(loopOf(self).defaultHandler(th, ctx))
	}},
	{Name: "call_exception_handler", Sig: "context", F1: func(th *Thread, self, ctx Value) Value {
		return nilOrNone(loopOf(self).callHandler(th, ctx))
	}},
}

func loopCreateTask(th *Thread, self Value, a []Value) Value {
	l := loopOf(self)
	if !l.checkClosed(th) {
		return Value{}
	}
	if l.taskFactory.H == nil {
		args := &taskArgs{a[1], a[2]}
		if self.H.Shape != &UnixLoopType.Root {
			return newTaskOfClass(th, TaskType.V(), a[0], self, args)
		}
		return l.createTask(th, a[0], args)
	}
	var t Value
	if isSet(a[2]) {
		t = th.Call(l.taskFactory, []Value{self, a[0], a[2]}, []*object.Str{strContext})
	} else {
		t = th.Call(l.taskFactory, []Value{self, a[0]}, nil)
	}
	if t.H == nil {
		return t
	}
	if th.CallMethod(t, strSetName, orNone(a[1])).H == nil {
		return Value{}
	}
	return t
}

// newTaskOfClass is class(coro, loop=…, name=…, context=…).
func newTaskOfClass(th *Thread, class, coro, loop Value, a *taskArgs) Value {
	return th.Call(class, []Value{coro, loop, orNone(a.name), orNone(a.context)}, []*object.Str{strLoop, strDoneMsgName, strContext})
}

// loopField is a row of attributes that reflect the Go state.
func loopField(attr string, get func(l *Loop) Value, set func(th *Thread, l *Loop, x Value) bool) object.Getset {
	g := object.Getset{Name: attr, Get: func(th *Thread, self Value) Value { return get(loopOf(self)) }}
	if set != nil {
		g.Set = func(th *Thread, self, x Value) bool { return set(th, loopOf(self), x) }
	}
	return g
}

// setBool makes a setter for a Go bool.
func setBool(at func(l *Loop) *bool) func(th *Thread, l *Loop, x Value) bool {
	return func(th *Thread, l *Loop, x Value) bool {
		b, ok := th.Truth(orNone(x))
		*at(l) = b
		return ok
	}
}

// setValue makes a setter for a Value in which None is the nil Value.
func setValue(at func(l *Loop) *Value) func(th *Thread, l *Loop, x Value) bool {
	return func(th *Thread, l *Loop, x Value) bool {
		if x.H != nil && x.IsNone() {
			x = Value{}
		}
		*at(l) = x
		return true
	}
}

var loopGetset = []object.Getset{
	loopField("_closed", func(l *Loop) Value { return object.Bool(l.closed) }, setBool(func(l *Loop) *bool { return &l.closed })),
	loopField("_stopping", func(l *Loop) Value { return object.Bool(l.stopping) }, setBool(func(l *Loop) *bool { return &l.stopping })),
	loopField("_debug", func(l *Loop) Value { return object.Bool(l.debug) }, func(th *Thread, l *Loop, x Value) bool {
		b, ok := th.Truth(orNone(x))
		l.setDebug(b)
		return ok
	}),
	loopField("_executor_shutdown_called", func(l *Loop) Value { return object.Bool(l.executorShut) }, setBool(func(l *Loop) *bool { return &l.executorShut })),
	loopField("_asyncgens_shutdown_called", func(l *Loop) Value { return object.Bool(l.asyncgensShut) }, setBool(func(l *Loop) *bool { return &l.asyncgensShut })),
	loopField("_exception_handler", func(l *Loop) Value { return orNone(l.excHandler) }, setValue(func(l *Loop) *Value { return &l.excHandler })),
	loopField("_task_factory", func(l *Loop) Value { return orNone(l.taskFactory) }, setValue(func(l *Loop) *Value { return &l.taskFactory })),
	loopField("_default_executor", func(l *Loop) Value { return orNone(l.executor) }, setValue(func(l *Loop) *Value { return &l.executor })),
	loopField("_current_handle", func(l *Loop) Value { return orNone(l.current) }, setValue(func(l *Loop) *Value { return &l.current })),
	loopField("slow_callback_duration", func(l *Loop) Value { return l.slow }, func(th *Thread, l *Loop, x Value) bool { l.slow = x; return true }),
	loopField("_clock_resolution", func(l *Loop) Value { return object.Float(l.resolution) }, func(th *Thread, l *Loop, x Value) (ok bool) {
		l.resolution, ok = toFloat(th, x)
		return ok
	}),
	loopField("_timer_cancelled_count", func(l *Loop) Value { return object.Int(int64(l.cancelledTimers)) }, func(th *Thread, l *Loop, x Value) bool {
		n, ok := th.AsIndex(x, nil)
		l.cancelledTimers = n
		return ok
	}),
	loopField("_thread_id", func(l *Loop) Value {
		if l.threadID == 0 {
			return None
		}
		return object.Int(l.threadID)
	}, func(th *Thread, l *Loop, x Value) bool {
		if x.IsNone() {
			l.threadID = 0
			return true
		}
		n, ok := th.AsIndex(x, nil)
		l.threadID = int64(n)
		return ok
	}),
	loopField("_asyncgens", func(l *Loop) Value { return object.NewList(append([]Value(nil), l.asyncgens...)).V() }, nil),
	{Name: "_ready", Get: func(th *Thread, self Value) Value { return readyView(loopOf(self)) },
		Set: func(th *Thread, self, x Value) bool { return loopOf(self).setReady(th, x) }},
	{Name: "_scheduled", Get: func(th *Thread, self Value) Value { return scheduledView(loopOf(self)) },
		Set: func(th *Thread, self, x Value) bool { return loopOf(self).setScheduled(th, x) }},
}
