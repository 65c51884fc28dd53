// asyncio.Condition.
package asyncrt

import (
	"unsafe"

	"pyasync/object"
)

// ConditionType is asyncio.locks.Condition.
var ConditionType object.Type

// Condition lets tasks wait for a change of what a lock protects.
type Condition struct {
	loopBound
	lock    Value
	waiters waiterList
}

func condOf(v Value) *Condition { return (*Condition)(v.Ptr()) }

var (
	coCondWait    = coroInfo("Condition.wait")
	coCondWaitFor = coroInfo("Condition.wait_for")
	strLocked     = name("locked")
	condSig       = object.ParseSignature("lock=None")
	notifySig     = "n=1"
)

func init() {
	delegate := func(attr string) object.Getset {
		key := name(attr)
		return object.Getset{Name: attr, Get: func(th *Thread, self Value) Value {
			if d := condOf(self).dict; d != nil {
				if x := d.GetStr(key); x.H != nil {
					return x
				}
			}
			return th.GetAttr(condOf(self).lock, key)
		}, Set: func(th *Thread, self, x Value) bool {
			boundDict(self, true).SetStr(key, x)
			return true
		}}
	}
	definePython(&ConditionType, object.Spec{
		Name: "asyncio.locks.Condition", Sig: "lock=None", Doc: "Asynchronous equivalent to threading.Condition.",
		Alloc: object.Allocator[Condition](), DictOf: boundDict,
		Slots: object.Slots{New: allocateBound, Repr: condRepr, Init: func(th *Thread, self Value, args []Value, kw []*object.Str) bool {
			var a [1]Value
			if !condSig.BindPython(th, "Condition.__init__", 1, args, kw, a[:]) {
				return false
			}
			c := condOf(self)
			if c.lock = a[0]; !isSet(a[0]) {
				c.lock = LockType.Allocate()
				lockOf(c.lock).made = c.made
				return true
			}
			for _, m := range [...]*object.Str{strLocked, strAcquire, strRelease} {
				if th.GetAttr(c.lock, m).H == nil {
					return false
				}
			}
			return true
		}},
		Methods: []object.Method{
			{Name: "wait", Flags: object.CoroutineFunction, F0: func(th *Thread, self Value) Value {
				w := &condWait{cond: condOf(self)}
				return makeCoro(&w.Coroutine, coCondWait, stepCondWait)
			}},
			{Name: "wait_for", Flags: object.CoroutineFunction, Sig: "predicate", F1: condWaitFor},
			{Name: "notify", Sig: notifySig, F: func(th *Thread, self Value, a []Value) Value {
				n := 1
				if a[0].H != nil {
					var ok bool
					if n, ok = th.AsIndex(a[0], nil); !ok {
						return Value{}
					}
				}
				return nilOrNone(condOf(self).notify(th, n))
			}},
			{Name: "notify_all", F0: func(th *Thread, self Value) Value {
				return nilOrNone(condOf(self).notify(th, everybody))
			}},
			{Name: "__aenter__", Flags: object.CoroutineFunction, F0: func(th *Thread, self Value) Value {
				if l := condOf(self).plainLock(); l != nil && self.IsExact(&ConditionType) {
					return newLockAcquire(l, None)
				}
				return awaitMethod(coAenter, self, strAcquire, None)
			}},
			noneAexit(coAexit, func(th *Thread, self Value) bool {
				if l := condOf(self).plainLock(); l != nil && self.IsExact(&ConditionType) {
					return l.release(th)
				}
				return th.CallMethod(self, strRelease).H != nil
			}),
			{Name: "_get_loop", F0: boundLoopMethod},
		},
		Getset: []object.Getset{
			delegate("locked"), delegate("acquire"), delegate("release"),
			{Name: "_lock", Get: func(th *Thread, self Value) Value { return orNone(condOf(self).lock) }},
			{Name: "_waiters", Get: func(th *Thread, self Value) Value { return condOf(self).waiters.deque(th) },
				Set: func(th *Thread, self, x Value) bool { return condOf(self).waiters.setView(x) }},
			boundLoopGetset,
		},
	})
}

// plainLock returns the lock when it is exactly a Lock and nobody has put other methods on the condition.
func (c *Condition) plainLock() *Lock {
	if c.dict == nil && c.lock.IsExact(&LockType) {
		return lockOf(c.lock)
	}
	return nil
}

func (c *Condition) isLocked(th *Thread) (locked, ok bool) {
	if l := c.plainLock(); l != nil {
		return l.locked, true
	}
	r := th.CallMethod(valueOf(&c.Header), strLocked)
	if r.H == nil {
		return false, false
	}
	return th.Truth(r)
}

func condRepr(th *Thread, v Value) Value {
	c := condOf(v)
	locked, ok := c.isLocked(th)
	if !ok {
		return Value{}
	}
	extra := "unlocked"
	if locked {
		extra = "locked"
	}
	if n := c.waiters.count(th); n > 0 {
		extra += ", waiters:" + itoa(n)
	}
	return boundRepr(v, extra)
}

func (c *Condition) notify(th *Thread, n int) bool {
	locked, ok := c.isLocked(th)
	if !ok {
		return false
	}
	if !locked {
		th.RuntimeError("cannot notify on un-acquired lock")
		return false
	}
	return c.wake(th, n)
}

// wake is _notify: n waiters may go on.
func (c *Condition) wake(th *Thread, n int) bool {
	for w := c.waiters.first; w != nil && n > 0; w = w.next {
		if w.fut.state == pending {
			n--
			if !w.fut.setResult(th, object.False) {
				return false
			}
		}
	}
	return c.waiters.wakeForeign(th, n, object.False)
}

// condWait is the coroutine of wait(): release the lock, wait, take the lock again whatever happened.
type condWait struct {
	object.Coroutine
	cond  *Condition
	w     waiter
	stage uint8
	exc   Value // what ended the wait, or nil
	aw    awaiting
}

const (
	cwStart uint8 = iota
	cwWaiting
	cwAcquiring
)

func stepCondWait(th *Thread, co *object.Coroutine, x, exc Value) (Value, Status) {
	w := (*condWait)(unsafe.Pointer(co))
	switch w.stage {
	case cwStart:
		if exc.H != nil {
			return throwIn(th, exc)
		}
		return w.begin(th)
	case cwWaiting:
		r := w.w.over(th, exc)
		w.cond.waiters.remove(&w.w)
		if r.H == nil {
			w.exc = th.TakeExc()
		}
		w.stage = cwAcquiring
		return w.reacquire(th)
	}
	r, st := w.aw.resume(th, x, exc)
	if st == statusSuspend {
		return r, st
	}
	return w.acquired(th, st)
}

func (w *condWait) begin(th *Thread) (Value, Status) {
	c := w.cond
	locked, ok := c.isLocked(th)
	if !ok {
		return raised()
	}
	if !locked {
		return th.RuntimeError("cannot wait on un-acquired lock"), statusRaise
	}
	loop := c.getLoop(th)
	if loop == nil {
		return raised()
	}
	if l := c.plainLock(); l != nil {
		ok = l.release(th)
	} else {
		ok = th.CallMethod(valueOf(&c.Header), strRelease).H != nil
	}
	if !ok {
		return raised()
	}
	w.stage = cwWaiting
	return c.waiters.begin(th, &w.w, loop, waitsCondition)
}

// reacquire awaits the lock; cancellation meanwhile only changes what is raised in the end.
func (w *condWait) reacquire(th *Thread) (Value, Status) {
	var acquire Value
	if l := w.cond.plainLock(); l != nil {
		acquire = newLockAcquire(l, object.True)
	} else {
		acquire = th.CallMethod(valueOf(&w.cond.Header), strAcquire)
	}
	if acquire.H == nil {
		return w.failed(th)
	}
	r, st := w.aw.start(th, acquire)
	if st == statusSuspend {
		return r, st
	}
	return w.acquired(th, st)
}

func (w *condWait) acquired(th *Thread, st Status) (Value, Status) {
	if st == statusRaise {
		if !th.Pending(&CancelledErrorType) {
			return w.failed(th)
		}
		w.exc = th.TakeExc()
		return w.reacquire(th)
	}
	if w.exc.H == nil {
		return object.True, statusReturn
	}
	th.Exc = w.exc
	return w.failed(th)
}

// failed passes a notification on that this task may have had, and raises.
func (w *condWait) failed(th *Thread) (Value, Status) {
	saved := th.Exc
	if !w.cond.wake(th, 1) {
		return raised()
	}
	return throwIn(th, saved)
}

// condWaitFor is wait_for(predicate).
func condWaitFor(th *Thread, self, predicate Value) Value {
	a := &awaiting{}
	started := false
	return newAwaitingCoro(coCondWaitFor, a, func(th *Thread, x, exc Value) (Value, Status) {
		var r Value
		st := statusReturn
		if started {
			r, st = a.resume(th, x, exc)
		} else if exc.H != nil {
			return throwIn(th, exc)
		}
		started = true
		for {
			if st != statusReturn {
				return r, st
			}
			result := th.CallArgs(predicate)
			if result.H == nil {
				return raised()
			}
			yes, ok := th.Truth(result)
			if !ok {
				return raised()
			}
			if yes {
				return result, statusReturn
			}
			wait := th.CallMethod(self, name("wait"))
			if wait.H == nil {
				return raised()
			}
			r, st = a.start(th, wait)
		}
	})
}
