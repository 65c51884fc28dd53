// asyncio.Semaphore and BoundedSemaphore.
package asyncrt

import (
	"unsafe"

	"pyasync/object"
)

// SemaphoreType and BoundedSemaphoreType are the classes.
var SemaphoreType, BoundedSemaphoreType object.Type

// Semaphore is a counter that tasks take from.
type Semaphore struct {
	loopBound
	value   int
	bound   int
	waiters waiterList
}

func semOf(v Value) *Semaphore { return (*Semaphore)(v.Ptr()) }

var (
	coSemAcquire = coroInfo("Semaphore.acquire")
	semSig       = object.ParseSignature("value=1")
)

func semInit(class string, bounded bool) func(th *Thread, self Value, args []Value, kw []*object.Str) bool {
	return func(th *Thread, self Value, args []Value, kw []*object.Str) bool {
		var a [1]Value
		if !semSig.BindPython(th, class+".__init__", 1, args, kw, a[:]) {
			return false
		}
		n := 1
		if a[0].H != nil {
			less, ok := th.CompareBool(a[0], object.Int(0), object.CmpLT)
			if !ok {
				return false
			}
			if less {
				th.ValueError("Semaphore initial value must be >= 0")
				return false
			}
			if n, ok = th.AsIndex(a[0], nil); !ok {
				return false
			}
		}
		s := semOf(self)
		s.value = n
		if bounded {
			s.bound = n
		}
		return true
	}
}

func init() {
	definePython(&SemaphoreType, object.Spec{
		Name: "asyncio.locks.Semaphore", Sig: "value=1", Doc: "A Semaphore implementation.",
		Alloc: object.Allocator[Semaphore](), DictOf: boundDict,
		Slots: object.Slots{New: allocateBound, Init: semInit("Semaphore", false), Repr: semRepr},
		Methods: []object.Method{
			{Name: "locked", F0: func(th *Thread, self Value) Value { return object.Bool(semOf(self).isLocked()) }},
			{Name: "acquire", Flags: object.CoroutineFunction, F0: func(th *Thread, self Value) Value { return newSemAcquire(semOf(self), object.True) },
				Now: unitAtOnce},
			{Name: "release", F0: func(th *Thread, self Value) Value { return nilOrNone(semOf(self).release(th)) }},
			{Name: "__aenter__", Flags: object.CoroutineFunction, F0: func(th *Thread, self Value) Value {
				if overridden(th, self, &SemaphoreType, strAcquire) {
					return awaitMethod(coAenter, self, strAcquire, None)
				}
				return newSemAcquire(semOf(self), None)
			}},
			noneAexit(coAexit, func(th *Thread, self Value) bool {
				if t := self.Type(); t != &SemaphoreType && t != &BoundedSemaphoreType {
					return th.CallMethod(self, strRelease).H != nil
				}
				if self.Type() == &BoundedSemaphoreType {
					return semOf(self).releaseBounded(th)
				}
				return semOf(self).release(th)
			}),
			{Name: "_wake_up_next", F0: func(th *Thread, self Value) Value {
				did, ok := semOf(self).wakeNext(th)
				if !ok {
					return Value{}
				}
				return object.Bool(did)
			}},
			{Name: "_get_loop", F0: boundLoopMethod},
		},
		Getset: []object.Getset{
			{Name: "_value", Get: func(th *Thread, self Value) Value { return object.Int(int64(semOf(self).value)) },
				Set: func(th *Thread, self, x Value) (ok bool) {
					semOf(self).value, ok = th.AsIndex(x, nil)
					return ok
				}},
			{Name: "_waiters", Get: func(th *Thread, self Value) Value { return semOf(self).waiters.dequeOrNone(th) },
				Set: func(th *Thread, self, x Value) bool { return semOf(self).waiters.setView(x) }},
			boundLoopGetset,
		},
	})
	definePython(&BoundedSemaphoreType, object.Spec{
		Name: "asyncio.locks.BoundedSemaphore", Sig: "value=1", Base: &SemaphoreType, DictOf: boundDict,
		Doc:   "A bounded semaphore implementation.",
		Slots: object.Slots{Init: semInit("BoundedSemaphore", true)},
		Methods: []object.Method{
			{Name: "release", F0: func(th *Thread, self Value) Value { return nilOrNone(semOf(self).releaseBounded(th)) }},
		},
		Getset: []object.Getset{
			{Name: "_bound_value", Get: func(th *Thread, self Value) Value { return object.Int(int64(semOf(self).bound)) }},
		},
	})
}

func (s *Semaphore) isLocked() bool { return s.value == 0 || !s.waiters.allCancelled() }

func semRepr(th *Thread, v Value) Value {
	s := semOf(v)
	extra := "unlocked, value:" + itoa(s.value)
	if s.isLocked() {
		extra = "locked"
	}
	if n := s.waiters.count(th); n > 0 {
		extra += ", waiters:" + itoa(n)
	}
	return boundRepr(v, extra)
}

// semAcquire is the coroutine of acquire() and of __aenter__.
type semAcquire struct {
	object.Coroutine
	sem     *Semaphore
	result  Value
	w       waiter
	started bool
}

func newSemAcquire(s *Semaphore, result Value) Value {
	a := &semAcquire{sem: s, result: result}
	return makeCoro(&a.Coroutine, coSemAcquire, stepSemAcquire)
}

func stepSemAcquire(th *Thread, co *object.Coroutine, x, exc Value) (Value, Status) {
	a := (*semAcquire)(unsafe.Pointer(co))
	s := a.sem
	if !a.started {
		if exc.H != nil {
			return throwIn(th, exc)
		}
		a.started = true
		if !s.isLocked() {
			s.value--
			return a.result, statusReturn
		}
		loop := s.getLoop(th)
		if loop == nil {
			return raised()
		}
		return s.waiters.begin(th, &a.w, loop, waitsSemaphore)
	}
	r := a.w.over(th, exc)
	s.waiters.remove(&a.w)
	saved := th.Exc
	if r.H == nil && th.Pending(&CancelledErrorType) && a.w.fut.state == finished {
		// It had been given a unit, which it will not use.
		s.value++
	}
	for s.value > 0 {
		did, ok := s.wakeNext(th)
		if !ok {
			return raised()
		}
		if !did {
			break
		}
	}
	if r.H == nil {
		return throwIn(th, saved)
	}
	return a.result, statusReturn
}

func (s *Semaphore) release(th *Thread) bool {
	s.value++
	_, ok := s.wakeNext(th)
	return ok
}

func (s *Semaphore) releaseBounded(th *Thread) bool {
	if s.value >= s.bound {
		th.ValueError("BoundedSemaphore released too many times")
		return false
	}
	return s.release(th)
}

// wakeNext gives a unit to the first waiter that is still pending.
func (s *Semaphore) wakeNext(th *Thread) (did, ok bool) {
	for w := s.waiters.first; w != nil; w = w.next {
		if w.fut.state == pending {
			s.value--
			return true, w.fut.setResult(th, object.True)
		}
	}
	return false, true
}
