// `async with` on the loop's own objects, without coroutines where nothing has to be awaited: a free lock is taken and
// given back on the spot, for a third of the time.
package asyncrt

import "pyasync/object"

func init() {
	LockType.AsyncWith = &object.AsyncManager{
		Enter: func(th *Thread, v Value) (Value, bool) { return None, lockOf(v).tryTake(th) },
		Exit:  func(th *Thread, v, exc Value) (Value, bool) { return lockOf(v).tryRelease(th) },
	}
	ConditionType.AsyncWith = &object.AsyncManager{
		Enter: func(th *Thread, v Value) (Value, bool) {
			l := condOf(v).plainLock()
			return None, l != nil && l.tryTake(th)
		},
		Exit: func(th *Thread, v, exc Value) (Value, bool) {
			if l := condOf(v).plainLock(); l != nil {
				return l.tryRelease(th)
			}
			return None, false
		},
	}
	enter := func(th *Thread, v Value) (Value, bool) { return None, semOf(v).tryTake() }
	SemaphoreType.AsyncWith = &object.AsyncManager{
		Enter: enter,
		Exit:  func(th *Thread, v, exc Value) (Value, bool) { return nilOrNone(semOf(v).release(th)), true },
	}
	BoundedSemaphoreType.AsyncWith = &object.AsyncManager{
		Enter: enter,
		Exit:  func(th *Thread, v, exc Value) (Value, bool) { return nilOrNone(semOf(v).releaseBounded(th)), true },
	}
	TaskGroupType.AsyncWith = &object.AsyncManager{
		Enter: func(th *Thread, v Value) (Value, bool) {
			if !groupOf(v).enter(th) {
				return Value{}, true
			}
			return v, true
		},
		Exit: func(th *Thread, v, exc Value) (Value, bool) { return None, false },
	}
	TimeoutType.AsyncWith = &object.AsyncManager{
		Enter: func(th *Thread, v Value) (Value, bool) {
			if !timeoutOf(v).enter(th) {
				return Value{}, true
			}
			return v, true
		},
		Exit: func(th *Thread, v, exc Value) (Value, bool) {
			if !exc.IsNone() {
				return None, false
			}
			return nilOrNone(timeoutOf(v).exit(th, Value{})), true
		},
	}
}

// tryTake takes a lock that is free; see stepLockAcquire.
func (l *Lock) tryTake(th *Thread) bool {
	if l.locked || !l.waiters.allCancelled() {
		return false
	}
	l.take(th)
	return true
}

// tryTake takes a unit that is free; see stepSemAcquire.
func (s *Semaphore) tryTake() bool {
	if s.isLocked() {
		return false
	}
	s.value--
	return true
}

func (l *Lock) tryRelease(th *Thread) (Value, bool) {
	if !l.locked {
		return None, false
	}
	return nilOrNone(l.release(th)), true
}
