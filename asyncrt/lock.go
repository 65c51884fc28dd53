// asyncio.Lock.
package asyncrt

import (
	"unsafe"

	"pyasync/object"
)

// LockType is asyncio.locks.Lock.
var LockType object.Type

// Lock is a mutex for tasks.
type Lock struct {
	loopBound
	locked  bool
	owner   *Header // the task that holds it, for reports
	waiters waiterList
}

func lockOf(v Value) *Lock { return (*Lock)(v.Ptr()) }

var (
	coLockAcquire = coroInfo("Lock.acquire")
	strAcquire    = name("acquire")
	strRelease    = name("release")
	coAenter      = coroInfo("_ContextManagerMixin.__aenter__")
	coAexit       = coroInfo("_ContextManagerMixin.__aexit__")
)

func init() {
	definePython(&LockType, object.Spec{
		Name: "asyncio.locks.Lock", Sig: "()", Doc: "Primitive lock objects.",
		Alloc: object.Allocator[Lock](), DictOf: boundDict,
		Slots: object.Slots{New: allocateBound, Init: noArgsInit("Lock"), Repr: lockRepr},
		Methods: []object.Method{
			{Name: "locked", F0: func(th *Thread, self Value) Value { return object.Bool(lockOf(self).locked) }},
			{Name: "acquire", Flags: object.CoroutineFunction, F0: func(th *Thread, self Value) Value { return newLockAcquire(lockOf(self), object.True) },
				Now: lockAtOnce},
			{Name: "release", F0: func(th *Thread, self Value) Value { return nilOrNone(lockOf(self).release(th)) }},
			{Name: "__aenter__", Flags: object.CoroutineFunction, F0: func(th *Thread, self Value) Value {
				if overridden(th, self, &LockType, strAcquire) {
					return awaitMethod(coAenter, self, strAcquire, None)
				}
				return newLockAcquire(lockOf(self), None)
			}},
			noneAexit(coAexit, func(th *Thread, self Value) bool {
				if overridden(th, self, &LockType, strRelease) {
					return th.CallMethod(self, strRelease).H != nil
				}
				return lockOf(self).release(th)
			}),
			{Name: "_get_loop", F0: boundLoopMethod},
		},
		Getset: []object.Getset{
			{Name: "_locked", Get: func(th *Thread, self Value) Value { return object.Bool(lockOf(self).locked) }},
			{Name: "_waiters", Get: func(th *Thread, self Value) Value { return lockOf(self).waiters.dequeOrNone(th) },
				Set: func(th *Thread, self, x Value) bool { return lockOf(self).waiters.setView(x) }},
			boundLoopGetset,
		},
	})
}

var boundLoopGetset = object.Getset{Name: "_loop", Get: func(th *Thread, self Value) Value {
	if l := (*loopBound)(self.Ptr()).loop; l != nil {
		return valueOf(l)
	}
	return None
}, Set: func(th *Thread, self, x Value) bool {
	(*loopBound)(self.Ptr()).loop = x.H
	if x.IsNone() {
		(*loopBound)(self.Ptr()).loop = nil
	}
	return true
}}

func boundLoopMethod(th *Thread, self Value) Value {
	l := (*loopBound)(self.Ptr()).getLoop(th)
	if l == nil {
		return Value{}
	}
	return valueOf(l)
}

// noArgsInit is an __init__ without parameters.
func noArgsInit(class string) func(th *Thread, self Value, args []Value, kw []*object.Str) bool {
	return func(th *Thread, self Value, args []Value, kw []*object.Str) bool {
		if len(kw) > 0 {
			th.TypeError("%s.__init__() got an unexpected keyword argument '%s'", class, kw[0].Go())
			return false
		}
		if len(args) > 0 {
			th.TypeError("%s.__init__() takes 1 positional argument but %d were given", class, len(args)+1)
			return false
		}
		return true
	}
}

func lockRepr(th *Thread, v Value) Value {
	l := lockOf(v)
	extra := "unlocked"
	if l.locked {
		extra = "locked"
	}
	if n := l.waiters.count(th); n > 0 {
		extra += ", waiters:" + itoa(n)
	}
	return boundRepr(v, extra)
}

// lockAcquire is the coroutine of acquire() and of __aenter__.
type lockAcquire struct {
	object.Coroutine
	lock    *Lock
	result  Value
	w       waiter
	started bool
}

func newLockAcquire(l *Lock, result Value) Value {
	a := &lockAcquire{lock: l, result: result}
	return makeCoro(&a.Coroutine, coLockAcquire, stepLockAcquire)
}

func stepLockAcquire(th *Thread, co *object.Coroutine, x, exc Value) (Value, Status) {
	a := (*lockAcquire)(unsafe.Pointer(co))
	l := a.lock
	if !a.started {
		if exc.H != nil {
			return throwIn(th, exc)
		}
		a.started = true
		// A lock is given in turn; one whose waiters are all cancelled may be taken at once.
		if !l.locked && l.waiters.allCancelled() {
			l.take(th)
			return a.result, statusReturn
		}
		loop := l.getLoop(th)
		if loop == nil {
			return raised()
		}
		return l.waiters.begin(th, &a.w, loop, waitsLock)
	}
	r := a.w.over(th, exc)
	l.waiters.remove(&a.w)
	if r.H == nil {
		if th.Pending(&CancelledErrorType) && !l.locked {
			saved := th.Exc
			if !l.wakeFirst(th) {
				return raised()
			}
			th.Exc = saved
		}
		return raised()
	}
	l.take(th)
	return a.result, statusReturn
}

func (l *Lock) take(th *Thread) {
	l.locked = true
	if run := runningLoop(th); run.H != nil {
		if loop := fastLoop(run.H); loop != nil {
			l.owner = loop.cur.H
		}
	}
}

// wakeFirst lets the first waiter run, unless it is on its way already.
func (l *Lock) wakeFirst(th *Thread) bool {
	if w := l.waiters.first; w != nil && w.fut.state == pending {
		return w.fut.setResult(th, object.True)
	} else if w == nil {
		return l.waiters.wakeForeign(th, 1, object.True)
	}
	return true
}

func (l *Lock) release(th *Thread) bool {
	if !l.locked {
		th.RuntimeError("Lock is not acquired.")
		return false
	}
	l.locked, l.owner = false, nil
	return l.wakeFirst(th)
}
