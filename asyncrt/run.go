// Running the loop: run_forever, run_until_complete and the iteration.
package asyncrt

import (
	"unsafe"

	"pyasync/object"
	"pyasync/stdlib/contextvars"
)

// maxSelectTimeout bounds one wait, as MAXIMUM_SELECT_TIMEOUT does.
const maxSelectTimeout = 24 * 3600

// checkRunning raises when this or another loop is running here.
func (l *Loop) checkRunning(th *Thread) bool {
	if l.threadID != 0 {
		th.RuntimeError("This event loop is already running")
		return false
	}
	if obstacle(th).H != nil {
		th.RuntimeError("Cannot run the event loop while another loop is running")
		return false
	}
	return true
}

// setupRun and cleanupRun are _run_forever_setup and _run_forever_cleanup.
func (l *Loop) setupRun(th *Thread) bool {
	if !l.checkClosed(th) || !l.checkRunning(th) {
		return false
	}
	l.setOriginTracking(th, l.debug)
	l.threadID = th.Ident
	l.ran = true
	l.installHooks(th)
	t := threadOf(th)
	l.outer, t.running = t.running, l.V()
	return true
}

func (l *Loop) cleanupRun(th *Thread) {
	l.stopping = false
	l.threadID = 0
	threadOf(th).running, l.outer = l.outer, Value{}
	l.setOriginTracking(th, false)
	l.removeHooks(th)
}

// runForever is run_forever; false: an exception is pending.
func (l *Loop) runForever(th *Thread) bool {
	if stateOf(th).nested != nil || l.resting(th) {
		return l.runForeverNested(th)
	}
	if !l.setupRun(th) {
		return false
	}
	ok := l.iterateGuarded(th)
	exc := th.Exc
	l.cleanupRun(th)
	th.Exc = exc
	return ok
}

// iterateGuarded is iterate, in which a task whose step met a bug of the interpreter ends with that SystemError.
func (l *Loop) iterateGuarded(th *Thread) bool {
	cur := l.cur
	for {
		r, bug := th.Guard(func() Value { return l.iterate(th) })
		if !bug {
			return r.H != nil
		}
		t, ok := asTask(l.cur)
		if l.cur = cur; !ok || t.state != pending || valueOf(&t.Header) == cur {
			return false
		}
		if !t.raised(th) {
			return false
		}
	}
}

// iterate runs iterations until the loop is to stop; the nil Value: an exception is pending.
func (l *Loop) iterate(th *Thread) Value {
	fast := fastLoop(&l.Header) != nil
	for { // stop() called before the loop ran still lets it run once
		if fast {
			if !l.runOnce(th) {
				return Value{}
			}
		} else if th.CallMethod(l.V(), name("_run_once")).H == nil {
			return Value{}
		}
		if l.stopping {
			return object.None
		}
	}
}

// runOnce is one iteration: wait, move due timers, run what is ready now.
func (l *Loop) runOnce(th *Thread) bool {
	l.dropCancelled()
	if !l.poll(th) {
		return false
	}
	if len(l.timers.a) > 0 {
		end := l.now() + l.resolution
		for len(l.timers.a) > 0 && l.timers.a[0].when < end {
			t := l.timers.pop()
			t.unschedule()
			l.ready.push(entry{fn: t.fn})
		}
	}
	for n := l.ready.len(); n > 0 && l.ready.len() > 0; n-- { // a nested run may have emptied it
		e := l.ready.pop()
		if e.cancelled() {
			continue
		}
		if !l.runEntry(th, &e) {
			return false
		}
	}
	return true
}

// poll waits for I/O, for the next timer, or not at all when something is ready.
func (l *Loop) poll(th *Thread) bool {
	if th.Interp.Interrupt.Load() != 0 && th.Interp.Hooks.Poll != nil && !th.Interp.Hooks.Poll(th) {
		return false
	}
	timeout := -1.0
	switch {
	case l.ready.len() > 0 || l.stopping:
		if len(l.fds) == 0 {
			return true
		}
		timeout = 0
	case len(l.timers.a) > 0:
		timeout = min(max(l.timers.a[0].when-l.now(), 0), maxSelectTimeout)
		if timeout == 0 && len(l.fds) == 0 {
			return true
		}
	default:
		if !l.idle(th) {
			return false
		}
		if l.ready.len() > 0 || len(l.timers.a) > 0 || l.stopping {
			timeout = 0 // something came up meanwhile
		}
	}
	return l.wait(th, timeout)
}

// wait polls without the interpreter lock and hands the events to their callbacks.
func (l *Loop) wait(th *Thread, timeout float64) bool {
	p, ok := l.needPoller(th)
	if !ok {
		return false
	}
	if l.observer != nil {
		l.observer.PollBegins(th, l, timeout)
	}
	if s := stateOf(th); timeout != 0 && len(s.left) > 0 {
		if timeout = s.closeLeft(th, timeout); l.ready.len() > 0 {
			timeout = 0
		}
	}
	if timeout != 0 && len(stateOf(th).failed) > 0 {
		reportFailures(th, false)
		if l.ready.len() > 0 {
			timeout = 0
		}
	}
	var err error
	if timeout == 0 {
		l.events, err = p.Wait(0, l.events[:0])
	} else {
		l.polling = true
		if l.idling {
			l.park(th)
		}
		th.Unlock()
		l.events, err = p.Wait(timeout, l.events[:0])
		th.Lock()
		l.polling = false
		if l.idling {
			l.idling = false
			th.Unpark()
		}
	}
	if l.observer != nil {
		l.observer.PollEnds(th, l, len(l.events))
	}
	if err != nil {
		th.Raise(&object.OSErrorType, err.Error())
		return false
	}
	if th.Interp.Interrupt.Load() != 0 && th.Interp.Hooks.Poll != nil && !th.Interp.Hooks.Poll(th) {
		return false
	}
	return l.dispatch(th, l.events)
}

// runEntry runs one entry of the ready ring; false: an exception leaves the loop.
func (l *Loop) runEntry(th *Thread, e *entry) bool {
	if l.observer != nil {
		seen := *e // e itself must not escape: that is an allocation a step
		return l.runObserved(th, &seen)
	}
	return l.runPlain(th, e)
}

func (l *Loop) runObserved(th *Thread, e *entry) bool {
	l.observer.CallbackBegins(th, l, Callback{e: e})
	ok := l.runPlain(th, e)
	if l.observer != nil {
		exc := th.Exc
		l.observer.CallbackEnds(th, l, Callback{e, !ok})
		th.Exc = exc
	}
	return ok
}

func (l *Loop) runPlain(th *Thread, e *entry) bool {
	switch e.fn.N {
	case wakeTask:
		return (*Task)(unsafe.Pointer(e.fn.H)).wakeup(th, valueOf(e.arg))
	case wakeStep:
		return (*Task)(unsafe.Pointer(e.fn.H)).stepIn(th, valueOf(e.arg))
	case wakePython:
		return l.runPython(th, e)
	case wakeHandle:
		if e.fn.H.Shape != &HandleType.Root && e.fn.H.Shape != &TimerHandleType.Root {
			return th.CallMethod(valueOf(e.fn.H), name("_run")).H != nil
		}
	}
	return wakers[e.fn.N].run(th, e.fn.H, valueOf(e.arg))
}

// runPython runs a done callback written in Python.
func (l *Loop) runPython(th *Thread, e *entry) bool {
	prev, ok := contextvars.Swap(th, e.ctx)
	if ok {
		ok = th.Call(e.fn, []Value{valueOf(e.arg)}, nil).H != nil
		if c := contextvars.Restore(th, prev); c != nil {
			e.ctx = c
		}
	}
	return ok || l.handleOf(e).report(th)
}

// handleOf returns the Handle that CPython would have made for an entry.
func (l *Loop) handleOf(e *entry) *Handle {
	if e.fn.N == wakeHandle {
		return (*Handle)(unsafe.Pointer(e.fn.H))
	}
	h := &Handle{Header: Header{Shape: &HandleType.Root}, loop: l.V(), fn: callable(e.fn), ctx: e.ctx, args: object.NewTuple(nil)}
	if e.arg != nil {
		h.args = object.NewTuple([]Value{valueOf(e.arg)})
	}
	return h
}

// runUntilComplete is run_until_complete.
func (l *Loop) runUntilComplete(th *Thread, fut Value) Value {
	if stateOf(th).nested != nil || l.resting(th) {
		return l.runNested(th, fut)
	}
	if !l.checkClosed(th) || !l.checkRunning(th) {
		return Value{}
	}
	isFut, ok := isFuture(th, fut)
	if !ok {
		return Value{}
	}
	newTask := !isFut
	if fut = ensureFuture(th, fut, l.V()); fut.H == nil {
		return fut
	}
	if newTask {
		if t, ok := asTask(fut); ok {
			t.flags |= flagNoDestroy
		}
	}
	wake := waking(&l.Header, wakeUntil)
	if !addDonePlain(th, fut, wake) {
		return Value{}
	}
	outer := l.until
	l.until = fut
	ok = l.callRunForever(th)
	l.until = outer
	if !ok {
		exc := th.Exc
		if done, ok := futureDone(th, fut); ok && done {
			if c, ok := futureCancelled(th, fut); ok && !c {
				futureException(th, fut) // looked at: it is the one being raised
			}
		}
		removeDone(th, fut, wake)
		th.Exc = exc
		return Value{}
	}
	if !removeDone(th, fut, wake) {
		return Value{}
	}
	done, ok := futureDone(th, fut)
	if !ok {
		return Value{}
	}
	if !done {
		return th.RuntimeError("Event loop stopped before Future completed.")
	}
	return futureResult(th, fut)
}

// callRunForever runs run_forever, of a subclass if it has its own.
func (l *Loop) callRunForever(th *Thread) bool {
	if l.Shape == &UnixLoopType.Root {
		return l.runForever(th)
	}
	return th.CallMethod(l.V(), name("run_forever")).H != nil
}

func init() {
	defineWaker(wakeUntil, "_run_until_complete_cb() at asyncio/base_events.py:182", "_run_until_complete_cb", func(th *Thread, owner *Header, fut Value) bool {
		c, ok := futureCancelled(th, fut)
		if !ok {
			return false
		}
		if !c {
			exc := futureException(th, fut)
			if exc.H == nil {
				return false
			}
			if isBaseError(exc) {
				return true // it has left the loop by itself
			}
		}
		l := (*Loop)(unsafe.Pointer(owner))
		if l.Shape == &UnixLoopType.Root && l.dict == nil {
			l.stopping = true
			return true
		}
		return th.CallMethod(l.V(), strStop).H != nil
	})
}

// closeLoop is close().
func (l *Loop) closeLoop(th *Thread) bool {
	if l.threadID != 0 {
		th.RuntimeError("Cannot close a running event loop")
		return false
	}
	if l.closed {
		return true
	}
	if l.debug {
		s, ok := th.Repr(l.V())
		if !ok || !logAt(th, levelDebug, "debug", "Close "+s, Value{}) {
			return false
		}
	}
	if d, ok := object.AsDict(orNone(l.signals)); ok && d.Len() > 0 {
		sigs, _ := th.Collect(l.signals)
		for _, sig := range sigs {
			if th.CallMethod(l.V(), name("remove_signal_handler"), sig).H == nil {
				return false
			}
		}
	}
	if !l.closeSelfPipe(th) {
		return false
	}
	l.closed = true
	l.ready.clear()
	l.timers = timerHeap{}
	l.cancelledTimers = 0
	l.executorShut = true
	if l.poller != nil {
		l.unwake()
		l.poller.Close()
		l.poller = nil
	}
	l.fds = nil
	s := stateOf(th)
	for i, x := range s.loops {
		if x == l && (l.tasks.first == nil || l.dead) { // else there will be something to report at the end
			s.loops = append(s.loops[:i:i], s.loops[i+1:]...)
			break
		}
	}
	if !l.closeSelector(th) {
		return false
	}
	if ex := l.executor; ex.H != nil {
		l.executor = Value{}
		m := th.GetAttrName(ex, "shutdown")
		if m.H == nil {
			return false
		}
		if th.Call(m, []Value{object.False}, []*object.Str{name("wait")}).H == nil {
			return false
		}
	}
	return true
}
