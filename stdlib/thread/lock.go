// Locks. Their state is guarded by the interpreter lock; a thread that has to wait gives that up and sleeps on a
// channel of its own.
package threadmod

import (
	"slices"
	"strconv"
	"time"

	"pyasync/eval"
	"pyasync/object"
)

func itoa(i int64) string { return strconv.FormatInt(i, 10) }

// lock is _thread.lock, and _thread.RLock, which alone has an owner and a count.
type lock struct {
	object.Header
	locked  bool
	waiters []chan struct{}
	owner   int64
	count   int64
}

var lockType object.Type

func lockOf(v value) *lock { return (*lock)(v.Ptr()) }

func newLock() value {
	l := &lock{Header: object.Header{Shape: &lockType.Root}}
	return object.ObjectValue(&l.Header)
}

// wait sleeps until ready is closed or signalled, or the timeout (negative: none) has passed. The main thread wakes
// up for signals; ok false: their handler raised. over reports whether ready has been given.
func wait(th *thread, ready <-chan struct{}, timeout time.Duration, over func() bool) (signalled, ok bool) {
	var deadline time.Time
	if timeout >= 0 {
		deadline = time.Now().Add(timeout)
	}
	wake := make(chan struct{}, 1)
	if eval.IsMainThread(th) {
		remove := th.Interp.OnAnnounce(func() {
			select {
			case wake <- struct{}{}:
			default:
			}
		})
		defer remove()
		if th.Interp.Interrupt.Load() != 0 && !th.Interp.Hooks.Poll(th) {
			return false, false
		}
	}
	if timeout < 0 {
		th.Park(over)
		defer th.Unpark()
	}
	for {
		var timer <-chan time.Time
		if timeout >= 0 {
			timer = time.After(time.Until(deadline))
		}
		done, expired := false, false
		th.Blocking(func() {
			select {
			case <-ready:
				done = true
			case <-timer:
				expired = true
			case <-wake:
			}
		})
		if done || expired {
			return done, true
		}
		if th.Interp.Hooks.Poll != nil && !th.Interp.Hooks.Poll(th) {
			return false, false
		}
	}
}

// acquire takes the lock, waiting up to timeout (negative: for ever).
func (l *lock) acquire(th *thread, timeout time.Duration) (got, ok bool) {
	if !l.locked {
		l.locked = true
		return true, true
	}
	if timeout == 0 {
		return false, true
	}
	var deadline time.Time
	if timeout > 0 {
		deadline = time.Now().Add(timeout)
	}
	for l.locked {
		if timeout > 0 {
			if timeout = time.Until(deadline); timeout <= 0 {
				return false, true
			}
		}
		ready := make(chan struct{}, 1)
		l.waiters = append(l.waiters, ready)
		signalled, ok := wait(th, ready, timeout, func() bool { return !slices.Contains(l.waiters, ready) })
		if !signalled {
			l.forget(ready)
			if !ok || l.locked {
				return false, ok
			}
		}
	}
	l.locked = true
	return true, true
}

// forget removes a waiter that gave up. If it was chosen meanwhile, the next one is.
func (l *lock) forget(ready chan struct{}) {
	for i, w := range l.waiters {
		if w == ready {
			l.waiters = append(l.waiters[:i:i], l.waiters[i+1:]...)
			return
		}
	}
	if !l.locked {
		l.wakeOne()
	}
}

func (l *lock) wakeOne() {
	if len(l.waiters) > 0 {
		w := l.waiters[0]
		l.waiters = l.waiters[1:]
		w <- struct{}{}
	}
}

func (l *lock) release() {
	l.locked = false
	l.wakeOne()
}

// timeoutArg converts a timeout in seconds; None and -1 mean for ever.
func timeoutArg(th *thread, v value) (time.Duration, bool) {
	if v.IsNil() || v.IsNone() {
		return -1, true
	}
	f, ok := object.FloatOf(v)
	if !ok {
		x := th.CallArgs(object.FloatType.V(), v)
		if x.IsNil() {
			return 0, false
		}
		f, _ = x.ExactFloat()
	}
	if f > 9223372036 {
		th.OverflowError("timeout value is too large")
		return 0, false
	}
	return time.Duration(f * 1e9), true
}

// acquireArgs are the arguments of acquire(blocking=True, timeout=-1).
func acquireArgs(th *thread, a []value) (time.Duration, bool) {
	blocking := true
	if !a[0].IsNil() {
		var ok bool
		if blocking, ok = th.Truth(a[0]); !ok {
			return 0, false
		}
	}
	timeout := time.Duration(-1)
	if !a[1].IsNil() {
		var ok bool
		if timeout, ok = timeoutArg(th, a[1]); !ok {
			return 0, false
		}
		if !blocking && timeout != -1e9 {
			th.ValueError("can't specify a timeout for a non-blocking call")
			return 0, false
		}
		if timeout < 0 && timeout != -1e9 {
			th.ValueError("timeout value must be a non-negative number")
			return 0, false
		}
		if timeout == -1e9 {
			timeout = -1
		}
	}
	if !blocking {
		timeout = 0
	}
	return timeout, true
}

func lockAcquire(th *thread, v value, a []value) value {
	timeout, ok := acquireArgs(th, a)
	if !ok {
		return value{}
	}
	return gotten(lockOf(v).acquire(th, timeout))
}

// gotten is the result of acquire().
func gotten(got, ok bool) value {
	if !ok {
		return value{}
	}
	return object.Bool(got)
}

func lockRelease(th *thread, v value) value {
	l := lockOf(v)
	if !l.locked {
		return th.RuntimeError("release unlocked lock")
	}
	l.release()
	return object.None
}

func lockEnter(th *thread, v value) value {
	if _, ok := lockOf(v).acquire(th, -1); !ok {
		return value{}
	}
	return object.True
}

func lockRepr(th *thread, v value) value {
	l := lockOf(v)
	state := "unlocked"
	if l.locked {
		state = "locked"
	}
	return object.StrValue("<" + state + " _thread.lock object at " + object.Address(v) + ">")
}

func init() {
	object.Define(&lockType, object.Spec{Name: "_thread.lock", Flags: object.FlagFinal, Alloc: object.Allocator[lock](),
		Slots: object.Slots{
			New: func(th *thread, t *object.Type, args []value, kw []*str) value {
				if len(args) > 0 {
					return th.TypeError("lock() takes no arguments")
				}
				return newLock()
			},
			Repr: lockRepr,
		},
		Methods: []object.Method{
			{Name: "acquire", Sig: "blocking=True, timeout=-1", F: lockAcquire},
			{Name: "acquire_lock", Sig: "blocking=True, timeout=-1", F: lockAcquire},
			{Name: "release", F0: lockRelease},
			{Name: "release_lock", F0: lockRelease},
			{Name: "locked", F0: func(th *thread, v value) value { return object.Bool(lockOf(v).locked) }},
			{Name: "locked_lock", F0: func(th *thread, v value) value { return object.Bool(lockOf(v).locked) }},
			{Name: "__enter__", F0: lockEnter},
			{Name: "__exit__", Sig: "*args", F: func(th *thread, v value, a []value) value { return lockRelease(th, v) }},
			{Name: "_at_fork_reinit", F0: func(th *thread, v value) value { lockOf(v).locked = false; return object.None }},
		}})
}
