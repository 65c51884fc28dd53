// Running a loop inside itself: what the package nest_asyncio makes of asyncio. See stdlib/py/nest_asyncio.py.
package asyncrt

import (
	"pyasync/object"
)

// nesting is the state of an interpreter in which nest_asyncio has been applied: the classes that futures and tasks
// have from then on.
type nesting struct{ future, task Value }

func init() {
	functions = append(functions, function{"events", object.Method{Name: "_allow_nesting", Sig: "future, task, /",
		F: func(th *Thread, self Value, a []Value) Value {
			stateOf(th).nested = &nesting{a[0], a[1]}
			return None
		}}})
}

// outerRun is what a nested run has to give back to the run around it.
type outerRun struct {
	threadID int64
	running  Value
	cur      Value
	stopping bool
}

// enterNested makes loop look idle to the run that begins; the result undoes it. Only in nesting interpreters.
func (l *Loop) enterNested(th *Thread) outerRun {
	t := threadOf(th)
	o := outerRun{l.threadID, t.running, l.cur, l.stopping}
	l.threadID, l.cur, t.running = th.Ident, Value{}, l.V()
	return o
}

func (l *Loop) leaveNested(th *Thread, o outerRun) {
	l.threadID, l.cur, l.stopping = o.threadID, o.cur, o.stopping
	threadOf(th).running = o.running
}

// runNested is run_until_complete while this or another loop may be running in the thread.
func (l *Loop) runNested(th *Thread, fut Value) Value {
	if !l.checkClosed(th) {
		return Value{}
	}
	first := l.threadID == 0
	if first {
		l.installHooks(th)
		l.ran = true
	}
	o := l.enterNested(th)
	given := fut
	ok := true
	if fut = ensureFuture(th, fut, l.V()); fut.H == nil {
		ok = false
	} else if t, is := asTask(fut); is && fut.H != given.H {
		t.flags |= flagNoDestroy
	}
	for ok {
		done, known := futureDone(th, fut)
		if ok = known; !ok || done {
			break
		}
		if ok = l.runOnce(th); ok && l.stopping {
			break
		}
	}
	exc := th.Exc
	l.leaveNested(th, o)
	if first {
		l.removeHooks(th)
	}
	th.Exc = exc
	if !ok {
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

// runForeverNested is run_forever in a nesting interpreter.
func (l *Loop) runForeverNested(th *Thread) bool {
	if !l.checkClosed(th) {
		return false
	}
	first := l.threadID == 0
	if first {
		l.installHooks(th)
		l.ran = true
	}
	o := l.enterNested(th)
	ok := true
	for ok = l.runOnce(th); ok && !l.stopping; ok = l.runOnce(th) {
	}
	exc := th.Exc
	o.stopping = false
	l.leaveNested(th, o)
	if first {
		l.removeHooks(th)
	}
	th.Exc = exc
	return ok
}
