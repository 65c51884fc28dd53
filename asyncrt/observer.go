// Observer, the one instrument of the loop: debug mode reads it, and so does every view of what tasks do.
package asyncrt

import (
	"unsafe"

	"pyasync/object"
)

// Observer is told what event loops do. Its methods run on the loop's thread, th, which holds the interpreter lock; they
// must not run Python code, and everything waits for them. A loop without an observer spends one comparison with nil an
// event.
//
// Embed NoObserver to write only the methods wanted.
type Observer interface {
	// TaskCreated: the task by (nil: code outside of tasks) has made t at the place at. An eager task has not run yet.
	TaskCreated(th *Thread, t, by *Task, at object.Site)
	// Scheduled: t will take a step in the loop's next iteration, because f is done; f is nil for the first step, after
	// a bare yield, and when an exception is to be thrown in.
	Scheduled(th *Thread, t *Task, f *Future)
	// StepBegins and StepEnds surround a step: t runs until it waits, or to its end.
	StepBegins(th *Thread, t *Task)
	StepEnds(th *Thread, t *Task)
	// Waits: t is about to wait for f; WaitOf describes it, from StepEnds on.
	Waits(th *Thread, t *Task, f *Future)
	// TaskFinished: t's coroutine has returned or raised.
	TaskFinished(th *Thread, t *Task)
	// CancelRequested: the task by (nil: code outside of tasks) has called t.cancel() at the place at.
	CancelRequested(th *Thread, t, by *Task, at object.Site)
	// CallbackBegins and CallbackEnds surround whatever the loop runs: a step of a task, a callback of a future, a
	// handle of call_soon() and its relatives.
	CallbackBegins(th *Thread, l *Loop, c Callback)
	CallbackEnds(th *Thread, l *Loop, c Callback)
	// PollBegins and PollEnds surround a look at timers and descriptors. The loop waits up to timeout seconds (<0: without
	// limit), and then has events descriptors that are ready.
	PollBegins(th *Thread, l *Loop, timeout float64)
	PollEnds(th *Thread, l *Loop, events int)
}

// NoObserver does nothing.
type NoObserver struct{}

func (NoObserver) TaskCreated(th *Thread, t, by *Task, at object.Site)     {}
func (NoObserver) Scheduled(th *Thread, t *Task, f *Future)                {}
func (NoObserver) StepBegins(th *Thread, t *Task)                          {}
func (NoObserver) StepEnds(th *Thread, t *Task)                            {}
func (NoObserver) Waits(th *Thread, t *Task, f *Future)                    {}
func (NoObserver) TaskFinished(th *Thread, t *Task)                        {}
func (NoObserver) CancelRequested(th *Thread, t, by *Task, at object.Site) {}
func (NoObserver) CallbackBegins(th *Thread, l *Loop, c Callback)          {}
func (NoObserver) CallbackEnds(th *Thread, l *Loop, c Callback)            {}
func (NoObserver) PollBegins(th *Thread, l *Loop, timeout float64)         {}
func (NoObserver) PollEnds(th *Thread, l *Loop, events int)                {}

// Callback is something the loop runs.
type Callback struct {
	e      *entry
	Failed bool // CallbackEnds: it raised an exception that ends the loop
}

// Task returns the task whose step the callback is, or nil.
func (c Callback) Task() *Task {
	if c.e.fn.N == wakeTask || c.e.fn.N == wakeStep {
		return (*Task)(unsafe.Pointer(c.e.fn.H))
	}
	return nil
}

// Name is the name of the function called.
func (c Callback) Name(th *Thread) string {
	fn := c.e.fn
	if fn.N == wakeHandle {
		fn = (*Handle)(unsafe.Pointer(fn.H)).fn
	}
	if fn.N != wakePython {
		return wakers[fn.N].def
	}
	for _, attr := range [...]string{"__qualname__", "__name__"} {
		if s, ok := object.GoString(orNone(optAttr(th, fn, attr))); ok {
			return s
		}
	}
	return fn.Type().Name
}

// Observe makes o the observer of all event loops that the interpreter of th makes from now on.
func Observe(th *Thread, o Observer) { stateOf(th).observer = o }

// SetObserver makes o the observer of the loop; nil removes it.
func (l *Loop) SetObserver(o Observer) {
	l.watcher = o
	l.setDebug(l.debug)
}

// setDebug turns debug mode on or off, which is an observer of its own.
func (l *Loop) setDebug(on bool) {
	l.debug = on
	l.observer = l.watcher
	if on {
		l.observer = both(&debugWatch{}, l.watcher)
	}
}

// both combines two observers, each of which may be nil.
func both(a, b Observer) Observer {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	}
	return pair{a, b}
}

// taskCreated tells the observer of a new task.
func (l *Loop) taskCreated(th *Thread, t *Task) {
	l.observer.TaskCreated(th, t, l.currentTask(t), siteOf(th))
}

// currentTask is the task that runs now, nil when it is but the one that is being made.
func (l *Loop) currentTask(made *Task) *Task {
	if l.cur.H == nil {
		return nil
	}
	if t, ok := asTask(l.cur); ok && t != made {
		return t
	}
	return nil
}

// asTaskOrNil is asTask for a Value that may be nil.
func asTaskOrNil(v Value) (*Task, bool) {
	if v.H == nil {
		return nil, false
	}
	return asTask(v)
}

func siteOf(th *Thread) object.Site {
	if h := th.Interp.Hooks.Site; h != nil {
		return h(th)
	}
	return object.Site{}
}

// observed returns the observer of a loop of any class derived from BaseEventLoop, or nil.
func observed(loop *Header) (*Loop, Observer) {
	if loop != nil && loop.Shape.Solid == &BaseLoopType {
		l := (*Loop)(unsafe.Pointer(loop))
		return l, l.observer
	}
	return nil, nil
}

// Name is get_name().
func (t *Task) Name() string { return t.displayName() }

// Done reports whether the task has ended.
func (t *Task) Done() bool { return t.state != pending }

// Cancelled reports whether the task has ended by cancellation.
func (t *Task) Cancelled() bool { return t.state == cancelledState }

// Exception is what the task ended with, or the nil Value. Looking does not count as retrieving it.
func (t *Task) Exception() Value {
	exc, _ := t.failed()
	return exc
}

// Coroutine is the qualified name of the task's coroutine.
func (t *Task) Coroutine(th *Thread) string {
	if t.coro == nil {
		return ""
	}
	s, _ := object.GoString(orNone(optAttr(th, valueOf(t.coro), "__qualname__")))
	return s
}

// WaitOf describes what t waits for; nil when it does not wait.
func WaitOf(th *Thread, t *Task) *Wait {
	l, _ := asLoop(valueOf(t.loop))
	return newPicture(th, l).wait(t)
}

// pair is two observers.
type pair struct{ a, b Observer }

func (p pair) TaskCreated(th *Thread, t, by *Task, at object.Site) {
	p.a.TaskCreated(th, t, by, at)
	p.b.TaskCreated(th, t, by, at)
}

func (p pair) Scheduled(th *Thread, t *Task, f *Future) {
	p.a.Scheduled(th, t, f)
	p.b.Scheduled(th, t, f)
}

func (p pair) StepBegins(th *Thread, t *Task) {
	p.a.StepBegins(th, t)
	p.b.StepBegins(th, t)
}

func (p pair) StepEnds(th *Thread, t *Task) {
	p.a.StepEnds(th, t)
	p.b.StepEnds(th, t)
}

func (p pair) Waits(th *Thread, t *Task, f *Future) {
	p.a.Waits(th, t, f)
	p.b.Waits(th, t, f)
}

func (p pair) TaskFinished(th *Thread, t *Task) {
	p.a.TaskFinished(th, t)
	p.b.TaskFinished(th, t)
}

func (p pair) CancelRequested(th *Thread, t, by *Task, at object.Site) {
	p.a.CancelRequested(th, t, by, at)
	p.b.CancelRequested(th, t, by, at)
}

func (p pair) CallbackBegins(th *Thread, l *Loop, c Callback) {
	p.a.CallbackBegins(th, l, c)
	p.b.CallbackBegins(th, l, c)
}

func (p pair) CallbackEnds(th *Thread, l *Loop, c Callback) {
	p.a.CallbackEnds(th, l, c)
	p.b.CallbackEnds(th, l, c)
}

func (p pair) PollBegins(th *Thread, l *Loop, timeout float64) {
	p.a.PollBegins(th, l, timeout)
	p.b.PollBegins(th, l, timeout)
}

func (p pair) PollEnds(th *Thread, l *Loop, events int) {
	p.a.PollEnds(th, l, events)
	p.b.PollEnds(th, l, events)
}
