// asyncio.Runner and asyncio.run.
package asyncrt

import (
	"syscall"

	"pyasync/object"
	"pyasync/stdlib/contextvars"
)

// RunnerType is asyncio.runners.Runner.
var RunnerType object.Type

// The states of a Runner.
const (
	runnerCreated uint8 = iota
	runnerReady
	runnerClosed
)

// Runner owns an event loop.
type Runner struct {
	Header
	debug, factory Value
	loop           Value
	ctx            *contextvars.Context
	main           Value
	interrupts     int
	state          uint8
	setLoop        bool
}

func runnerOf(v Value) *Runner { return (*Runner)(v.Ptr()) }

var runnerSig = object.ParseSignature("*, debug=None, loop_factory=None")

func init() {
	definePython(&RunnerType, object.Spec{
		Name: "asyncio.runners.Runner", Sig: "*, debug=None, loop_factory=None",
		Doc:   "A context manager that controls event loop life cycle.",
		Alloc: object.Allocator[Runner](),
		Slots: object.Slots{New: allocateObject, Init: func(th *Thread, self Value, args []Value, kw []*object.Str) bool {
			var a [2]Value
			if !runnerSig.BindPython(th, "Runner.__init__", 1, args, kw, a[:]) {
				return false
			}
			r := runnerOf(self)
			r.debug, r.factory = orNone(a[0]), orNone(a[1])
			return true
		}},
		Methods: []object.Method{
			{Name: "__enter__", F0: func(th *Thread, self Value) Value {
				if !runnerOf(self).prepare(th) {
					return Value{}
				}
				return self
			}},
			{Name: "__exit__", Sig: "exc_type, exc_val, exc_tb", F: func(th *Thread, self Value, a []Value) Value {
				return nilOrNone(runnerOf(self).close(th))
			}},
			{Name: "close", F0: func(th *Thread, self Value) Value { return nilOrNone(runnerOf(self).close(th)) }},
			{Name: "get_loop", F0: func(th *Thread, self Value) Value {
				if !runnerOf(self).prepare(th) {
					return Value{}
				}
				return runnerOf(self).loop
			}},
			{Name: "run", Sig: "coro, *, context=None", F: func(th *Thread, self Value, a []Value) Value {
				return runnerOf(self).run(th, a[0], a[1])
			}},
		},
		Members: []object.Member{
			{Name: "_loop", Get: func(th *Thread, self Value) Value { return orNone(runnerOf(self).loop) }},
			{Name: "_interrupt_count", Get: func(th *Thread, self Value) Value { return object.Int(int64(runnerOf(self).interrupts)) }},
		},
	})
}

// prepare is _lazy_init.
func (r *Runner) prepare(th *Thread) bool {
	switch r.state {
	case runnerClosed:
		th.RuntimeError("Runner is closed")
		return false
	case runnerReady:
		return true
	}
	if isSet(r.factory) {
		r.loop = th.CallArgs(r.factory)
	} else {
		r.loop = newEventLoop(th)
	}
	if r.loop.H == nil {
		return false
	}
	if !isSet(r.factory) && !r.setLoop {
		if !setEventLoop(th, r.loop) {
			return false
		}
		r.setLoop = true
	}
	if isSet(r.debug) && th.CallMethod(r.loop, name("set_debug"), r.debug).H == nil {
		return false
	}
	r.ctx = contextvars.Copy(th)
	r.state = runnerReady
	return true
}

// run is Runner.run.
func (r *Runner) run(th *Thread, coro, ctx Value) Value {
	if !isCoroutine(th, coro) {
		if s, ok := th.Repr(coro); ok {
			th.ValueError("a coroutine was expected, got %s", s)
		}
		return Value{}
	}
	if obstacle(th).H != nil {
		return th.RuntimeError("Runner.run() cannot be called from a running event loop")
	}
	if !r.prepare(th) {
		return Value{}
	}
	if !isSet(ctx) {
		ctx = r.ctx.V()
	}
	makesVia(r.loop, viaRunner)
	task := createTask(th, r.loop, coro, &taskArgs{context: ctx})
	if task.H == nil {
		return task
	}
	r.main = task
	r.interrupts = 0
	restore := r.catchInterrupt(th)
	var result Value
	if l := fastLoop(r.loop.H); l != nil {
		result = l.runUntilComplete(th, task)
	} else {
		result = th.CallMethod(r.loop, name("run_until_complete"), task)
	}
	if result.H == nil && r.interrupts > 0 && th.Pending(&CancelledErrorType) {
		exc := th.Exc
		n, ok := taskUncancel(th, task)
		th.Exc = exc
		if ok && n == 0 {
			th.Handled, exc = exc, th.Handled
			th.RaiseValue(object.NewException(&object.KeyboardInterruptType).V())
			th.Handled = exc
		}
	}
	exc := th.Exc
	restore()
	th.Exc = exc
	return result
}

// catchInterrupt makes SIGINT cancel the main task while it runs; the result undoes it.
func (r *Runner) catchInterrupt(th *Thread) (restore func()) {
	none := func() {}
	saved := th.Exc
	defer func() { th.Exc = saved }()
	sig := importModule(th, "signal")
	if sig.H == nil || !inMainThread(th) {
		return none
	}
	// The number, not signal.SIGINT: the first look at a name of an enumeration imports enum, 12 ms of work.
	sigint, def := object.Int(int64(syscall.SIGINT)), th.GetAttrName(sig, "default_int_handler")
	if def.H == nil {
		return none
	}
	cur := th.CallMethod(sig, name("getsignal"), sigint)
	if cur.H == nil || cur.H != def.H {
		return none
	}
	handler := object.NewBuiltin(&sigintMethod, valueOf(&r.Header), "")
	if th.CallMethod(sig, name("signal"), sigint, handler).H == nil {
		return none
	}
	return func() {
		if now := th.CallMethod(sig, name("getsignal"), sigint); now.H == handler.H {
			th.CallMethod(sig, name("signal"), sigint, def)
		}
		th.Exc = Value{}
	}
}

var sigintMethod = object.Method{Name: "_on_sigint", Sig: "signum, frame", F: func(th *Thread, self Value, a []Value) Value {
	r := runnerOf(self)
	r.interrupts++
	done, ok := futureDone(th, r.main)
	if !ok {
		return Value{}
	}
	if r.interrupts == 1 && !done {
		if _, ok := cancelFuture(th, r.main, Value{}); !ok {
			return Value{}
		}
		if l, ok := asLoop(r.loop); ok {
			l.wake()
		}
		return None
	}
	return th.RaiseValue(object.NewException(&object.KeyboardInterruptType).V())
}}

// close is Runner.close: cancel what is left, shut the generators and the executor down, close the loop.
func (r *Runner) close(th *Thread) bool {
	if r.state != runnerReady {
		return true
	}
	l, isLoop := asLoop(r.loop)
	ok := isLoop && l.dead || r.shutdown(th)
	exc := th.Exc
	if r.setLoop {
		ok = setEventLoop(th, None) && ok
	}
	if th.CallMethod(r.loop, strClose).H == nil {
		ok, exc = false, th.Exc
	}
	reportFailures(th, true)
	if ok {
		exc = Value{} // what was caught before keeps nothing alive
	}
	th.Exc = exc
	if report := th.Interp.Hooks.ReportUnawaited; report != nil {
		report(th, false)
	}
	r.loop = Value{}
	r.state = runnerClosed
	th.Exc = exc
	return ok
}

// threadJoinTimeout is constants.THREAD_JOIN_TIMEOUT.
const threadJoinTimeout = 300

func (r *Runner) shutdown(th *Thread) bool {
	if !cancelAllTasks(th, r.loop) {
		return false
	}
	if l := fastLoop(r.loop.H); l != nil && !l.closed {
		// The common case needs no turn of the loop: nothing is left.
		l.asyncgensShut = true
		l.sweepAsyncgens(th)
		if len(l.asyncgens) == 0 {
			stateOf(th).taskNames++ // the tasks that asyncio would have made here still take their numbers
		} else {
			co := th.CallMethod(r.loop, name("shutdown_asyncgens"))
			if co.H == nil || l.runUntilComplete(th, co).H == nil {
				return false
			}
		}
		if l.executor.H == nil {
			l.executorShut = true
			stateOf(th).taskNames++
			return true
		}
	} else {
		co := th.CallMethod(r.loop, name("shutdown_asyncgens"))
		if co.H == nil || th.CallMethod(r.loop, name("run_until_complete"), co).H == nil {
			return false
		}
	}
	co := th.CallMethod(r.loop, name("shutdown_default_executor"), object.Int(threadJoinTimeout))
	return co.H != nil && th.CallMethod(r.loop, name("run_until_complete"), co).H != nil
}

// cancelAllTasks is _cancel_all_tasks.
func cancelAllTasks(th *Thread, loop Value) bool {
	tasks := allTasks(th, loop)
	if len(tasks) == 0 {
		return true
	}
	for _, t := range tasks {
		if _, ok := cancelFuture(th, t, Value{}); !ok {
			return false
		}
	}
	saved := threadOf(th).running
	threadOf(th).running = Value{}
	g := gather(th, tasks, true)
	threadOf(th).running = saved
	if g.H == nil || th.CallMethod(loop, name("run_until_complete"), g).H == nil {
		return false
	}
	for _, t := range tasks {
		cancelled, ok := futureCancelled(th, t)
		if !ok {
			return false
		}
		if cancelled {
			continue
		}
		exc := futureException(th, t)
		if exc.H == nil {
			return false
		}
		if exc.IsNone() {
			continue
		}
		d := object.NewDict()
		d.SetName("message", object.StrValue("unhandled exception during asyncio.run() shutdown"))
		d.SetName("exception", exc)
		d.SetName("task", t)
		if !callExceptionHandler(th, loop, d) {
			return false
		}
	}
	return true
}

// allTasks is asyncio.all_tasks(loop), in order of creation.
func allTasks(th *Thread, loop Value) []Value {
	var list []Value
	s := stateOf(th)
	for t := taskListOf(th, loop.H).first; t != nil; t = t.next {
		if t.loop == loop.H {
			t.flags |= flagSeen
			list = append(list, t.V())
		}
	}
	for _, t := range append(append([]Value(nil), s.registered...), s.eager...) {
		saved := th.Exc
		own := futureLoop(th, t)
		done, ok := futureDone(th, t)
		th.Exc = saved
		if own.H == loop.H && ok && !done {
			list = append(list, t)
		}
	}
	return list
}

// run is asyncio.run.
func run(th *Thread, main, debug, factory Value) Value {
	if obstacle(th).H != nil {
		return th.RuntimeError("asyncio.run() cannot be called from a running event loop")
	}
	r := &Runner{Header: Header{Shape: &RunnerType.Root}, debug: orNone(debug), factory: orNone(factory)}
	if !r.prepare(th) {
		return Value{}
	}
	v := r.run(th, main, Value{})
	exc := th.Exc
	if v.H == nil {
		// What goes wrong while closing has the first exception as its context.
		saved := th.Handled
		th.Handled = exc
		ok := r.close(th)
		th.Handled = saved
		if ok {
			th.Exc = exc
		}
		return Value{}
	}
	if !r.close(th) {
		return Value{}
	}
	return v
}
