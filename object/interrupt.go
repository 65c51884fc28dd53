// Interrupts: how a signal, or a thread that waits for the interpreter lock, gets the attention of running code.
package object

import (
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

// Bits of Interp.Interrupt.
const (
	InterruptKeyboard uint32 = 1 << iota // Ctrl-C
	InterruptSwitch                      // another thread waits for the interpreter lock
	InterruptSignal                      // a signal with a handler in Python
	InterruptFatal                       // Interp.Fatal is set
)

// switchInterval is how long a thread may keep the lock while others wait (sys.getswitchinterval()).
const switchInterval = 5 * time.Millisecond

// wakers are called when something is announced, by whatever goroutine announces it, to end a wait of the main thread.
type wakers struct {
	sync.Mutex
	next int
	f    map[int]func()
}

// Announce sets a bit of Interrupt and wakes who waits. Any goroutine may call it, without the interpreter lock.
func (in *Interp) Announce(bit uint32) {
	in.Interrupt.Or(bit)
	in.wakers.Lock()
	defer in.wakers.Unlock()
	for _, f := range in.wakers.f {
		f()
	}
}

// OnAnnounce registers f, which must not block, to be called by Announce until remove is called.
func (in *Interp) OnAnnounce(f func()) (remove func()) {
	w := &in.wakers
	w.Lock()
	defer w.Unlock()
	if w.f == nil {
		w.f = map[int]func(){}
	}
	w.next++
	id := w.next
	w.f[id] = f
	return func() {
		w.Lock()
		defer w.Unlock()
		delete(w.f, id)
	}
}

// Lock takes the interpreter lock. While it waits, the holder is asked again and again to give the lock up.
func (th *Thread) Lock() {
	in := th.Interp
	if in.gil.TryLock() {
		return
	}
	var ask *time.Timer
	var got atomic.Bool
	ask = time.AfterFunc(time.Hour, func() { // not before ask is assigned
		if in.Interrupt.Or(InterruptSwitch); !got.Load() {
			ask.Reset(switchInterval)
		}
		if got.Load() {
			ask.Stop()
		}
	})
	ask.Reset(switchInterval)
	in.gil.Lock()
	got.Store(true)
	ask.Stop()
}

// Unlock gives the interpreter lock up, around blocking operations.
func (th *Thread) Unlock() { th.Interp.gil.Unlock() }

// Yield lets another thread run if one waits.
func (th *Thread) Yield() {
	in := th.Interp
	if in.Interrupt.Load()&InterruptSwitch == 0 {
		return
	}
	in.Interrupt.And(^InterruptSwitch)
	th.Unlock()
	runtime.Gosched()
	th.Lock()
}
