// Deadlocks as the embedding program sees them.
package pyasync

import (
	"io"
	"syscall"

	"pyasync/asyncrt"
	"pyasync/object"
	signalmod "pyasync/stdlib/signal"
)

// deadlockStatus is the exit status of a program that ended in a deadlock (EX_SOFTWARE).
const deadlockStatus = 70

// DeadlockError is what Exec, Eval and Call return when every task waits and nothing is left that could wake one of
// them: no callback, timer, descriptor, thread, child process or signal handler. Options.NoDeadlockCheck turns the
// check off. The event loop has been left; the interpreter can be used further.
type DeadlockError struct {
	Picture *asyncrt.Picture // who waits where and for what
	value   object.Value
}

// Error is the first line of the report.
func (e *DeadlockError) Error() string { return "deadlock: " + e.Picture.Headline() }

// Report is the whole text, as the command prints it.
func (e *DeadlockError) Report() string { return e.Picture.Deadlock() }

// deadlock returns the DeadlockError for an exception of that kind, else nil.
func (p *Interpreter) deadlock(exc object.Value) *DeadlockError {
	if !object.IsInstance(exc, &asyncrt.DeadlockErrorType) {
		return nil
	}
	p.stuck = true
	return &DeadlockError{asyncrt.Deadlock(p.th.Interp), exc}
}

// ShowTasks writes the Picture of this moment to Options.Stderr, unless the program handles SIGQUIT, which asks for
// it, by itself. Any goroutine may call it.
func (p *Interpreter) ShowTasks() {
	th := object.NewThread(p.th.Interp)
	th.Lock()
	defer th.Unlock()
	if w := th.Interp.GetHost().Stderr; w != nil && !signalmod.Handled(th, int(syscall.SIGQUIT)) {
		io.WriteString(w, asyncrt.TakePicture(th).Living())
	}
}

// Picture describes all tasks at this moment: where each waits, for what, and what the main thread runs. Any
// goroutine may call it at any time; it waits until running Python code looks up, a few milliseconds.
func (p *Interpreter) Picture() *asyncrt.Picture {
	th := object.NewThread(p.th.Interp)
	th.Lock()
	defer th.Unlock()
	return asyncrt.TakePicture(th)
}
