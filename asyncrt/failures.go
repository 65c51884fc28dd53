// "Task exception was never retrieved" and "Task was destroyed but it is pending".
//
// CPython reports from the destructor, at once when the last reference goes. Without reference counts we look when
// the loop is about to wait: an exception whose future the collector has found unreachable is reported then; one
// that is still reachable, when the interpreter ends.
package asyncrt

import (
	"runtime"
	"weak"

	"pyasync/object"
)

// failure remembers an exception that nobody has looked at. It holds the future weakly, and what the report needs
// by value.
type failure struct {
	fut  weak.Pointer[Future]
	copy *Future // stands for the future in the report: same class, state and exception
	task *Task
	kind string // name of the future's class
	// looked: somebody has seen the exception
	looked bool
	checks int
}

// dropLooked forgets the failures that somebody has seen.
func (s *interpState) dropLooked() {
	keep := s.failed[:0]
	for _, x := range s.failed {
		if !x.looked {
			keep = append(keep, x)
		}
	}
	clear(s.failed[len(keep):])
	s.failed = keep
	s.pruneFailed = max(256, 2*len(keep))
}

// noteFailed remembers a future that just failed.
func noteFailed(th *Thread, f *Future) {
	s := stateOf(th)
	if len(s.failed) >= s.pruneFailed {
		s.dropLooked()
	}
	x := &failure{fut: weak.Make(f), kind: f.V().Type().Name}
	if t, ok := asTask(f.V()); ok {
		c := *t
		c.ext = nil
		c.prev, c.next, c.cb, c.waiter = nil, nil, callback{}, nil
		x.task = &c
		x.copy = &x.task.Future
	} else {
		c := *f
		c.cb, c.ext = callback{}, nil
		x.copy = &c
	}
	if f.ext != nil && (f.ext.source.H != nil || f.ext.name != nil) {
		x.copy.ext = &futureExt{source: f.ext.source, name: f.ext.name}
	}
	if !isBuiltinFuture(f) {
		x.copy.dictOnly()
	}
	s.failed = append(s.failed, x)
	f.rare().failure = x
}

func isBuiltinFuture(f *Future) bool {
	return f.Shape == &FutureType.Root || f.Shape == &TaskType.Root || f.Shape == &gatherType.Root
}

// dictOnly makes the copy of an instance of a Python class one of the builtin class: the copy has no attributes.
func (f *Future) dictOnly() {
	if f.Shape.Solid == &TaskType {
		f.Shape = &TaskType.Root
	} else {
		f.Shape = &FutureType.Root
	}
}

// reportFailures reports what is unreachable; at the end, everything.
func reportFailures(th *Thread, atEnd bool) {
	s := stateOf(th)
	// Those that were looked at meanwhile go first: most failures are, and cost no collection.
	s.dropLooked()
	keep, due := s.failed, false
	for _, x := range keep {
		due = due || x.checks < 2
	}
	if len(keep) == 0 || !due && !atEnd {
		return
	}
	if !atEnd {
		runtime.GC()
	}
	s.reportUnreachable(th, atEnd)
}

// reportUnreachable reports the failures whose futures the collector has taken; at the end, all.
func (s *interpState) reportUnreachable(th *Thread, atEnd bool) {
	list := s.failed
	s.failed = nil
	for _, x := range list {
		f := x.fut.Value()
		if f != nil && !atEnd {
			x.checks++
			s.failed = append(s.failed, x)
			continue
		}
		if !x.looked {
			x.report(th)
		}
	}
}

func (x *failure) report(th *Thread) {
	f := x.copy
	d := object.NewDict()
	d.SetName("message", object.StrValue(x.kind+" exception was never retrieved"))
	d.SetName("exception", f.result)
	d.SetName("future", f.V())
	if f.ext != nil && f.ext.source.H != nil {
		d.SetName("source_traceback", f.ext.source)
	}
	saved := th.Exc
	if !callExceptionHandler(th, valueOf(f.loop), d) {
		unraisable(th, f.V())
	}
	th.Exc = saved
}

// unraisable reports the pending exception through sys.unraisablehook.
func unraisable(th *Thread, v Value) {
	exc := th.TakeExc()
	if th.Interp.Hooks.Unraisable != nil {
		th.Interp.Hooks.Unraisable(th, exc, v, "")
	}
}

// Finish is called when the program has ended, before the interpreter goes: it makes the reports that CPython's
// destructors would.
func Finish(th *Thread) {
	s, _ := th.Interp.Ext(stateKey{}).(*interpState)
	if s == nil {
		return
	}
	reportFailures(th, true)
	var left []*Task
	for _, l := range s.loops {
		left = append(left, l.tasks.pending()...)
	}
	left = append(left, s.tasks.pending()...)
	for _, held := range [...]bool{false, true} {
		for _, t := range left {
			if t.heldAtExit(th) == held {
				t.reportDestroyed(th, held)
			}
		}
	}
}

// pending lists the unfinished tasks that are to be reported.
func (l *taskList) pending() (left []*Task) {
	for t := l.first; t != nil; t = t.next {
		if t.state == pending && t.flags&flagNoDestroy == 0 {
			left = append(left, t)
		}
	}
	return left
}

// reportDestroyed reports a task that will never run on, and closes its coroutine. CPython's collector closes it before
// the report when nothing but the task's own circle of references is left.
func (t *Task) reportDestroyed(th *Thread, held bool) {
	alone := t.waiter != nil && !held
	if alone {
		t.closeCoroutine(th)
	}
	d := object.NewDict()
	d.SetName("task", t.V())
	d.SetName("message", object.StrValue("Task was destroyed but it is pending!"))
	if t.ext != nil && t.ext.source.H != nil {
		d.SetName("source_traceback", t.ext.source)
	}
	saved := th.Exc
	if !callExceptionHandler(th, valueOf(t.loop), d) {
		unraisable(th, t.V())
	}
	if !alone {
		t.closeCoroutine(th)
	}
	th.Exc = saved
}

// heldAtExit reports whether the loop's timers or the main module still know the task.
func (t *Task) heldAtExit(th *Thread) bool {
	if f, ok := asFuture(valueOf(t.waiter)); ok && f.kind == waitsSleep {
		if l, ok := asLoop(valueOf(t.loop)); ok && !l.closed {
			return true
		}
	}
	m := th.Interp.Modules.GetName("__main__")
	if m.H == nil || !m.Is(&object.ModuleType) {
		return false
	}
	names := (*object.Module)(m.Ptr()).Dict
	for _, x, pos, more := names.Next(0); more; _, x, pos, more = names.Next(pos) {
		if x.H == &t.Header {
			return true
		}
		if l, ok := object.AsList(x); ok {
			for _, y := range l.Items {
				if y.H == &t.Header {
					return true
				}
			}
		}
	}
	return false
}

// closeCoroutine runs what the coroutine of a task that will never run on has to do at its end.
func (t *Task) closeCoroutine(th *Thread) {
	if t.coro == nil {
		return
	}
	v := valueOf(t.coro)
	if co, ok := object.AsCoroutine(v); !ok || co.State != object.CoSuspended {
		return
	}
	saved := th.Exc
	if th.CallMethod(v, strClose).H == nil {
		unraisable(th, v)
	}
	th.Exc = saved
}
