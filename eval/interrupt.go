// What running code does when it is interrupted: give the lock to another thread, raise KeyboardInterrupt, run the
// handlers of signals.
package eval

import (
	"sync/atomic"

	"pyasync/object"
)

// signals is the interpreter's state of asynchronous events.
type signals struct {
	main     *Thread
	sigint   atomic.Bool
	handlers atomic.Pointer[func(th *Thread) bool] // runs signal handlers, set by the signal module
}

// signalsOf returns the state; without the interpreter lock, too: it is set before anything runs.
func signalsOf(in *object.Interp) *signals {
	s, _ := in.Signals.(*signals)
	return s
}

// installInterrupts makes th the main thread, which gets KeyboardInterrupt.
func installInterrupts(th *Thread) {
	th.Interp.Signals = &signals{main: th}
	th.Interp.Main = th
	th.Interp.Hooks.Poll = poll
}

// Interrupt asks for a KeyboardInterrupt; it may be called from any goroutine, without the interpreter lock.
func Interrupt(in *object.Interp) {
	if s := signalsOf(in); s != nil {
		s.sigint.Store(true)
		in.Announce(object.InterruptKeyboard)
	}
}

// TakeInterrupt reports and clears a Ctrl-C that has not been handled yet.
func TakeInterrupt(in *object.Interp) bool {
	s := signalsOf(in)
	return s != nil && s.sigint.Swap(false)
}

// SetSignalHandlers sets what runs pending signal handlers in the main thread; Ctrl-C is then its business, too.
func SetSignalHandlers(in *object.Interp, run func(th *Thread) bool) {
	if s := signalsOf(in); s != nil {
		s.handlers.Store(&run)
	}
}

// IsMainThread reports whether th is the main thread of its interpreter.
func IsMainThread(th *Thread) bool { return MainThread(th.Interp) == th }

// MainThread returns the main thread.
func MainThread(in *object.Interp) *Thread {
	if s := signalsOf(in); s != nil {
		return s.main
	}
	return nil
}

// poll handles what is pending; false when it raised.
func poll(th *Thread) bool {
	in := th.Interp
	th.Yield()
	s := signalsOf(in)
	if s == nil || s.main != th {
		return true
	}
	if in.Interrupt.Load()&object.PendingDeferred != 0 {
		th.RunDeferred()
	}
	in.Interrupt.And(^(object.InterruptKeyboard | object.InterruptSignal | object.InterruptFatal))
	if e := in.Fatal; e.H != nil {
		in.Fatal = Value{}
		th.RaiseValue(e)
		return false
	}
	if run := s.handlers.Load(); run != nil {
		return (*run)(th)
	}
	if s.sigint.Swap(false) {
		return InterruptHere(th)
	}
	return true
}

// InterruptHere is what Ctrl-C does in the main thread unless a signal handler takes it: false, with KeyboardInterrupt
// pending, or true when a prompt has seen to it.
func InterruptHere(th *Thread) bool {
	if decide := th.Interp.Hooks.Interrupted; decide != nil && IsMainThread(th) && decide(th) {
		return true
	}
	th.RaiseValue(object.NewException(&object.KeyboardInterruptType).V())
	return false
}
