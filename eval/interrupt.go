// Interrupts: what signals, and threads that want something of another, set, and running code polls.
package eval

import (
	"sync/atomic"

	"pyasync/object"
)

// Bits of Interp.Interrupt.
const (
	pendingInterrupt = 1 << iota // SIGINT
	pendingSwitch                // another thread waits for the interpreter lock
	pendingSignal                // a signal with a handler in Python
)

// signals is the interpreter's state of asynchronous events.
type signals struct {
	main     *Thread
	sigint   atomic.Bool
	handlers atomic.Pointer[func(th *Thread) bool] // runs signal handlers, set by the signal module
}

type signalsKey struct{}

func signalsOf(in *object.Interp) *signals {
	s, _ := in.Ext(signalsKey{}).(*signals)
	return s
}

// installInterrupts makes th the main thread, which gets KeyboardInterrupt.
func installInterrupts(th *Thread) {
	th.Interp.SetExt(signalsKey{}, &signals{main: th})
	th.Interp.Hooks.Poll = poll
}

// Interrupt asks for a KeyboardInterrupt; it may be called from any goroutine, without the interpreter lock.
func Interrupt(in *object.Interp) {
	if s := signalsOf(in); s != nil {
		s.sigint.Store(true)
		in.Interrupt.Or(pendingInterrupt)
	}
}

// SetSignalHandlers sets what runs pending signal handlers in the main thread.
func SetSignalHandlers(in *object.Interp, run func(th *Thread) bool) {
	if s := signalsOf(in); s != nil {
		s.handlers.Store(&run)
	}
}

// SignalPending announces a signal for the handlers.
func SignalPending(in *object.Interp) { in.Interrupt.Or(pendingSignal) }

// IsMainThread reports whether th is the main thread of its interpreter.
func IsMainThread(th *Thread) bool {
	s := signalsOf(th.Interp)
	return s == nil || s.main == th
}

// poll handles what is pending; false when it raised.
func poll(th *Thread) bool {
	in := th.Interp
	if in.Interrupt.Load()&pendingSwitch != 0 {
		in.Interrupt.And(^uint32(pendingSwitch))
		th.Unlock()
		th.Lock()
	}
	s := signalsOf(in)
	if s == nil || s.main != th {
		return true
	}
	if in.Interrupt.Load()&object.PendingDeferred != 0 {
		th.RunDeferred()
	}
	in.Interrupt.And(^uint32(pendingInterrupt | pendingSignal))
	if run := s.handlers.Load(); run != nil {
		return (*run)(th)
	}
	if s.sigint.Swap(false) {
		th.RaiseValue(object.NewException(&object.KeyboardInterruptType).V())
		return false
	}
	return true
}
