// Tasks that the statement that made them dropped: fire and forget. The loop holds the only reference to such a task,
// so what CPython reports from the destructor is due when the task ends.
package asyncrt

import (
	"unsafe"

	"pyasync/object"
)

// madeTask is the task made last and the call that made it. The task is kept by address only.
type madeTask struct {
	task  uintptr
	frame unsafe.Pointer
	pos   object.Pos
}

func init() { TaskType.Dropped = taskDropped }

// noteMade remembers the call that made t.
func noteMade(th *Thread, t *Task) {
	if site := th.Interp.Hooks.CallSite; site != nil {
		frame, pos := site(th)
		threadOf(th).made = madeTask{uintptr(unsafe.Pointer(t)), frame, pos}
	}
}

// taskDropped is told that a statement drops v. Only if that statement's own call made the task, and no Python function
// did on its behalf, nobody can have kept it.
func taskDropped(th *Thread, v Value) {
	t, ok := asTask(v)
	if !ok || t.state != pending || th.Interp.Hooks.CallSite == nil {
		return
	}
	m := &threadOf(th).made
	frame, pos := th.Interp.Hooks.CallSite(th)
	if m.task == uintptr(unsafe.Pointer(t)) && m.frame == frame && m.pos == pos {
		t.flags |= flagDropped
	}
}

// seenTask notes that a task is handed out.
func seenTask(v Value) Value {
	if t, ok := asTask(v); ok {
		t.flags |= flagSeen
	}
	return v
}

// reportFailure reports the exception of a task whose last reference goes, unless somebody has looked at it.
func (t *Task) reportFailure(th *Thread) {
	t.flags &^= flagLastUse
	if t.flags&flagLogTB == 0 || t.ext == nil || t.ext.failure == nil {
		return
	}
	x := *t.ext.failure
	t.looked()
	x.copy = &t.Future
	x.report(th)
}
