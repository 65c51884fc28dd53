// Deferred work: what other goroutines (Go's collector, when an object died) want done in Python code. The main
// thread does it when it next looks up from its work.
package object

import "sync"

// PendingDeferred is the bit of Interp.Interrupt that announces deferred work.
const PendingDeferred = 1 << 8

type deferredQueue struct {
	mu    sync.Mutex
	queue []func(th *Thread)
}

// Defer queues f for the main thread. It may be called from any goroutine, without the interpreter lock.
func (in *Interp) Defer(f func(th *Thread)) {
	in.deferred.mu.Lock()
	in.deferred.queue = append(in.deferred.queue, f)
	in.deferred.mu.Unlock()
	in.Interrupt.Or(PendingDeferred)
}

// RunDeferred does what is queued. An exception that is pending or being handled stays so.
func (th *Thread) RunDeferred() {
	d := &th.Interp.deferred
	th.Interp.Interrupt.And(^uint32(PendingDeferred))
	d.mu.Lock()
	queue := d.queue
	d.queue = nil
	d.mu.Unlock()
	exc, handled := th.Exc, th.Handled
	th.Handled = Value{}
	for _, f := range queue {
		th.Exc = Value{}
		f(th)
	}
	th.Exc, th.Handled = exc, handled
}
