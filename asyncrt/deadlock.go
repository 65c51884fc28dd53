// Deadlocks: the loop is about to wait, tasks are still waiting, and nothing can ever wake one of them.
//
// A loop that waits for a timer or a descriptor is never in a deadlock, nor is one in a process where another thread
// runs or waits for something of the outside, or where the program has handlers for signals. Otherwise the exception
// DeadlockError ends the loop. Tasks are left as they are: no finally clause of a coroutine runs, as in CPython, where
// the program would hang.
package asyncrt

import (
	"runtime"
	"strings"
	"time"

	"pyasync/object"
)

// DeadlockErrorType is the class of the exception; Python code has no name for it.
var DeadlockErrorType object.Type

func init() {
	object.Define(&DeadlockErrorType, object.Spec{Name: "pyasync.DeadlockError", Base: &object.BaseExceptionType,
		Doc: "All tasks wait and nothing is left that could wake one of them."})
}

// Deadlock returns the Picture of the last deadlock that was found in an interpreter, or nil.
func Deadlock(in *object.Interp) *Picture {
	if s, ok := in.Ext(stateKey{}).(*interpState); ok {
		return s.deadlock
	}
	return nil
}

// idle is called when the loop is about to wait without limit: nothing inside it can wake it any more.
func (l *Loop) idle(th *Thread) bool {
	if len(stateOf(th).failed) > 0 {
		reportFailures(th, false)
	}
	if len(l.fds) > 0 || l.ready.len() > 0 || th.Interp.NoDeadlockCheck {
		return true
	}
	l.idling = true
	if !l.stuck(th) || !l.lastHope(th) {
		return true
	}
	return l.raiseDeadlock(th)
}

// stuck reports that no thread and no signal can wake this loop, and that something waits for it.
func (l *Loop) stuck(th *Thread) bool {
	if !th.OthersParked() || !waitsForEver(th, l) {
		return false
	}
	return !signalsExpected(th)
}

func signalsExpected(th *Thread) bool {
	expected := th.Interp.Hooks.SignalsExpected
	return expected != nil && expected(isOwnHandler)
}

// Still reports whether nothing will happen in the running loop unless the running task does something: no callback,
// timer or descriptor of the loop, no other thread and no signal.
func Still(th *Thread) bool {
	l := fastLoop(runningLoop(th).H)
	if l == nil {
		return false
	}
	l.dropCancelled()
	return l.ready.len() == 0 && len(l.timers.a) == 0 && len(l.fds) == 0 && th.OthersParked() && !signalsExpected(th)
}

// waitsForEver reports whether a task, or run_until_complete, waits in one of the loops.
func waitsForEver(th *Thread, l *Loop) bool {
	s := stateOf(th)
	if l.waits() || s.tasks.first != nil {
		return true
	}
	for _, other := range s.loops {
		if other.threadID != 0 && other.waits() {
			return true
		}
	}
	return false
}

func (l *Loop) waits() bool {
	if l.tasks.first != nil {
		return true
	}
	if l.until.H == nil {
		return false
	}
	f, ok := asFuture(l.until)
	return ok && f.state == pending
}

// isOwnHandler recognises the SIGINT handlers that asyncio.run and the kernel of notebooks set by themselves.
func isOwnHandler(h Value) bool {
	switch h.H.Shape {
	case &object.BuiltinType.Root:
		return (*object.Builtin)(h.Ptr()).Method == &sigintMethod
	case &object.MethodType.Root:
		f, ok := object.AsFunction((*object.BoundMethod)(h.Ptr()).Func)
		return ok && f.Code != nil && strings.HasPrefix(f.Code.Filename, object.NotebookFolder)
	}
	return false
}

// lastHope lets the collector run: the end of an object may have a callback that wakes somebody. It reports whether
// the loop is still stuck.
func (l *Loop) lastHope(th *Thread) bool {
	for range 2 {
		runtime.GC()
		th.Unlock()
		time.Sleep(time.Millisecond) // its cleanups have a goroutine of their own
		th.Lock()
		if poll := th.Interp.Hooks.Poll; poll != nil && th.Interp.Interrupt.Load() != 0 && !poll(th) {
			return true
		}
	}
	return l.ready.len() == 0 && len(l.timers.a) == 0 && len(l.fds) == 0 && !l.stopping && l.stuck(th)
}

// raiseDeadlock ends the main thread, wherever it waits, with DeadlockError.
func (l *Loop) raiseDeadlock(th *Thread) bool {
	s := stateOf(th)
	s.deadlock = newPicture(th, l).finished()
	exc := object.NewException(&DeadlockErrorType, object.StrValue(s.deadlock.Headline()+"\n"+s.deadlock.details())).V()
	s.abandon(l)
	if main := th.Interp.Main; main != th {
		th.Interp.Fatal = exc
		th.Interp.Announce(object.InterruptFatal)
		return true
	}
	th.RaiseValue(exc)
	return false
}

// abandon marks what the deadlock has caught: nothing of it is reported or cancelled afterwards.
func (s *interpState) abandon(l *Loop) {
	loops := s.loops
	if !containsLoop(loops, l) {
		loops = append(loops[:len(loops):len(loops)], l)
	}
	for _, x := range loops {
		x.dead = true
		for t := x.tasks.first; t != nil; t = t.next {
			t.flags |= flagNoDestroy
		}
	}
	for t := s.tasks.first; t != nil; t = t.next {
		t.flags |= flagNoDestroy
	}
}

// park registers that only another thread or a signal can wake the loop; the result ends that.
func (l *Loop) park(th *Thread) {
	th.ParkLoop(func() bool { return l.ready.len() > 0 || len(l.timers.a) > 0 || len(l.fds) > 0 || l.stopping }, l.wake)
}
