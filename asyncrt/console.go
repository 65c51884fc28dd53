// Console, a loop that stays alive between the statements of a prompt.
package asyncrt

import (
	"sync"
	"time"

	"pyasync/object"
	"pyasync/stdlib/contextvars"
)

// Console runs statements, one at a time, in a loop that goes on between them. A statement without await runs as a
// callback of the loop, one with await as a task of its own; all share one context, as in CPython's asyncio REPL.
//
// A statement without await may also run a loop of its own (asyncio.run, Runner, run_until_complete) although the
// console's loop is running: the console's loop rests meanwhile.
type Console struct {
	runner     *Runner
	loop       *Loop
	ctx        *contextvars.Context
	plain      bool  // a statement without await is running
	task       Value // the task of a statement with await, or nil
	interrupts int   // of the statement
	quit       bool
	closing    bool
	watch      *waitWatch

	// Idle is called when SIGINT arrives while no statement and no Python code runs. It holds the interpreter lock.
	Idle func(th *Thread)

	post   sync.Mutex // guards poster
	poster *Thread    // the thread state of goroutines that call Post
}

// NewConsole makes a console; false: an exception is pending. The thread is the interpreter's main thread.
func NewConsole(th *Thread) (*Console, bool) {
	r := &Runner{Header: Header{Shape: &RunnerType.Root}, debug: None, factory: None}
	if !r.prepare(th) {
		return nil, false
	}
	c := &Console{runner: r, loop: loopOf(r.loop), ctx: r.ctx, poster: object.NewThread(th.Interp), watch: &waitWatch{since: map[*Task]time.Time{}}}
	c.loop.SetObserver(both(c.loop.watcher, c.watch))
	stateOf(th).console = c
	th.Interp.Hooks.Interrupted = c.interrupted
	th.Interp.NoDeadlockCheck = true // somebody is there who may type what wakes a task
	return c, true
}

// Run runs the loop until Stop. false: an exception left the loop, which may be run again.
func (c *Console) Run(th *Thread) bool {
	for !c.quit {
		if !c.loop.runForever(th) {
			return false
		}
	}
	return true
}

// Stop makes Run return, now or when it is called next.
func (c *Console) Stop() {
	c.quit = true
	if c.loop.threadID != 0 {
		c.loop.stopping = true
		c.loop.wake()
	}
}

// Close cancels what is left as asyncio.run does, and closes the loop; false: an exception is pending.
func (c *Console) Close(th *Thread) bool {
	c.closing = true
	c.loop.SetObserver(stateOf(th).observer)
	th.Interp.Hooks.ReportUnawaited = nil // what was typed and not awaited has been seen
	ok := c.runner.close(th)
	stateOf(th).console = nil
	th.Interp.Hooks.Interrupted = nil
	return ok
}

// Post has f called in the loop. Any goroutine but the loop's may call it; it waits for the interpreter lock.
func (c *Console) Post(f func(th *Thread)) {
	c.post.Lock()
	defer c.post.Unlock()
	c.poster.Lock()
	defer c.poster.Unlock()
	if c.loop.closed {
		return
	}
	c.Soon(c.poster, f)
	c.loop.wake()
}

// Call runs f with the interpreter lock in a thread that is not the main one. Any goroutine but the loop's may call it.
func (c *Console) Call(f func(th *Thread)) {
	c.post.Lock()
	defer c.post.Unlock()
	c.poster.Lock()
	defer c.poster.Unlock()
	f(c.poster)
	c.poster.Exc = Value{}
}

// Soon has f called in the loop's next iteration, in the console's context. An exception that f leaves pending is
// handled as that of any callback.
func (c *Console) Soon(th *Thread, f func(th *Thread)) {
	m := &object.Method{Name: "console", F0: func(th *Thread, self Value) Value {
		th.Exc = Value{}
		if f(th); th.Exc.H != nil {
			return Value{}
		}
		return None
	}}
	c.loop.callSoon(th, object.NewBuiltin(m, None, ""), nil, c.ctx)
}

// Execute runs one statement: start gives None, or the coroutine of code that awaits, or the nil Value. done is
// called with the exception that ended the statement, the nil Value if none did. Execute is called from a function
// that Soon or Post took.
func (c *Console) Execute(th *Thread, start func(th *Thread) Value, done func(th *Thread, exc Value)) {
	c.interrupts = 0
	c.plain = true
	r := start(th)
	c.plain = false
	if r.H == nil {
		c.finish(th, th.TakeExc(), done)
		return
	}
	if !isCoroutine(th, r) {
		th.Exc = Value{}
		done(th, Value{})
		return
	}
	c.task = c.loop.createTask(th, r, &taskArgs{context: c.ctx.V()})
	if c.task.H == nil {
		c.finish(th, th.TakeExc(), done)
		return
	}
	ended := &object.Method{Name: "statement_done", Sig: "task, /", F1: func(th *Thread, self, task Value) Value {
		c.task = Value{}
		exc := Value{}
		if futureResult(th, task).H == nil {
			exc = th.TakeExc()
		}
		c.finish(th, exc, done)
		return nilOrNone(th.Exc.H == nil)
	}}
	if !addDone(th, c.task, callback{fn: object.NewBuiltin(ended, None, ""), ctx: c.ctx}) {
		c.finish(th, th.TakeExc(), done)
	}
}

// finish hands over the end of a statement. The cancellation that Ctrl-C began shows as the KeyboardInterrupt it is,
// at the place where the statement waited.
func (c *Console) finish(th *Thread, exc Value, done func(th *Thread, exc Value)) {
	th.Exc = Value{}
	if c.interrupts > 0 && exc.H != nil && object.IsInstance(exc, &CancelledErrorType) {
		e, _ := object.AsException(exc)
		k := object.NewException(&object.KeyboardInterruptType)
		k.Traceback = e.Traceback
		exc = k.V()
	}
	done(th, exc)
}

// Busy reports whether a statement is running.
func (c *Console) Busy() bool { return c.plain || c.task.H != nil }

// Ending reports whether exc, which left Run, is the end of the running statement: its done function will get it.
func (c *Console) Ending(exc Value) bool {
	if c.task.H == nil {
		return false
	}
	t, ok := asTask(c.task)
	if !ok || !t.done() {
		return false
	}
	failed, is := t.failed()
	return is && failed.H == exc.H
}

// Leave tells that the session ends because of exc, which left Run: nobody else will look at it.
func (c *Console) Leave(exc Value) {
	if t, ok := asTaskOrNil(c.task); ok && c.Ending(exc) {
		t.looked()
	}
}

// interrupted is what SIGINT does while the console is there: true when KeyboardInterrupt need not be raised.
func (c *Console) interrupted(th *Thread) bool {
	running := th.Frame != nil
	switch {
	case c.closing || c.plain:
		return false
	case c.task.H != nil && c.loop.cur.H == c.task.H:
		return false
	case c.task.H != nil:
		// Something else is running, or nothing. Whoever keeps the loop from getting to the cancellation is
		// interrupted the second time.
		if c.interrupts++; c.interrupts > 1 && running {
			return false
		}
		exc := th.Exc
		cancelFuture(th, c.task, Value{})
		th.Exc = exc
		return true
	case running:
		return false
	}
	if c.Idle != nil {
		c.Idle(th)
	}
	return true
}

// obstacle is the running loop that keeps another from being run here, or nil.
func obstacle(th *Thread) Value {
	l := runningLoop(th)
	if c := stateOf(th).console; c != nil && c.plain && l.H == &c.loop.Header {
		return Value{}
	}
	return l
}

// resting reports whether l is the loop of a console whose statement may run it from within.
func (l *Loop) resting(th *Thread) bool {
	c := stateOf(th).console
	return c != nil && c.loop == l && c.plain
}
