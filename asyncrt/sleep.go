// asyncio.sleep.
package asyncrt

import (
	"unsafe"

	"pyasync/object"
)

// sleep is the coroutine of sleep(). It is its own timer and contains the Future it waits for: one allocation.
type sleep struct {
	object.Coroutine
	// fut holds the sleep's result from the beginning; its callback's place holds the delay until the start.
	fut Future
}

// What a sleep keeps in its future's n.
const (
	sleepStarted   uint32 = 1 << iota
	sleepOver             // the timer fired or was cancelled
	sleepScheduled        // the timer stands in the heap
	sleepZero
)

func (s *sleep) is(bit uint32) bool { return s.fut.n&bit != 0 }

// shortSleep is the coroutine of sleep(0).
type shortSleep struct {
	object.Coroutine
	result  Value
	started bool
}

var coSleep = coroInfo("sleep")

// newSleep makes the coroutine object of asyncio.sleep(delay, result).
func newSleep(th *Thread, delay, result Value) Value {
	if i, ok := delay.SmallInt(); ok && i <= 0 || delay == object.False {
		s := &shortSleep{result: result}
		return makeCoro(&s.Coroutine, coSleep, stepShortSleep)
	}
	s := &sleep{}
	s.fut.result, s.fut.cb.fn = result, delay
	return makeCoro(&s.Coroutine, coSleep, stepSleep)
}

func stepShortSleep(th *Thread, co *object.Coroutine, x, exc Value) (Value, Status) {
	s := (*shortSleep)(unsafe.Pointer(co))
	if exc.H != nil {
		return throwIn(th, exc)
	}
	if !s.started {
		s.started = true
		return None, statusSuspend
	}
	return s.result, statusReturn
}

func stepSleep(th *Thread, co *object.Coroutine, x, exc Value) (Value, Status) {
	s := (*sleep)(unsafe.Pointer(co))
	if !s.is(sleepStarted) {
		if exc.H != nil {
			return throwIn(th, exc)
		}
		s.fut.n |= sleepStarted
		return s.begin(th)
	}
	if s.is(sleepZero) {
		if exc.H != nil {
			return throwIn(th, exc)
		}
		return s.fut.result, statusReturn
	}
	if exc.H != nil {
		if !s.cancelTimer(th) {
			return raised()
		}
		return throwIn(th, exc)
	}
	if s.fut.loop != nil && s.fut.state == pending {
		return th.RuntimeError("await wasn't used with future"), statusRaise
	}
	if !s.cancelTimer(th) {
		return raised()
	}
	r := s.fut.take(th)
	if r.H == nil {
		return raised()
	}
	return r, statusReturn
}

// begin starts the timer.
func (s *sleep) begin(th *Thread) (Value, Status) {
	delay := s.fut.cb.fn
	s.fut.cb.fn = Value{}
	d, ok := toFloat(th, delay)
	if !ok {
		// A delay that is no number fails in the comparison with 0, as in CPython.
		th.Exc = Value{}
		le := th.Compare(delay, object.Int(0), object.CmpLE)
		if le.H == nil {
			return raised()
		}
	}
	if d <= 0 {
		s.fut.n |= sleepZero
		return None, statusSuspend
	}
	if d != d {
		return th.ValueError("Invalid delay: NaN (not a number)"), statusRaise
	}
	loop := needRunningLoop(th)
	if loop.H == nil {
		return raised()
	}
	s.fut.setup(loop.H)
	s.fut.kind = waitsSleep
	if l := fastLoop(loop.H); l != nil && !l.debug {
		s.fut.n |= sleepScheduled
		l.timers.push(timer{l.now() + d, waking(&s.Header, wakeStarTimer)})
		return yieldFuture(&s.fut)
	}
	s.fut.noteOrigin(th)
	fire := object.NewBuiltin(setUnlessCancelled, s.fut.V(), "")
	later := th.GetAttr(loop, strCallLater)
	if later.H == nil {
		return raised()
	}
	h := th.Call(later, []Value{delay, fire, s.fut.V(), s.fut.result}, nil)
	if h.H == nil {
		return raised()
	}
	s.fut.rare().timer = h
	return yieldFuture(&s.fut)
}

// setUnlessCancelled is futures._set_result_unless_cancelled.
var setUnlessCancelled = &object.Method{Name: "_set_result_unless_cancelled", Sig: "fut, result", F: func(th *Thread, self Value, a []Value) Value {
	if c, ok := futureCancelled(th, a[0]); c || !ok {
		if !ok {
			return Value{}
		}
		return None
	}
	if f, exact := exactFuture(a[0]); exact {
		if !f.setResult(th, a[1]) {
			return Value{}
		}
		return None
	}
	return th.CallMethod(a[0], strSetResult, a[1])
}}

// cancelTimer is the handle.cancel() of the finally clause.
func (s *sleep) cancelTimer(th *Thread) bool {
	if x := s.fut.ext; x != nil && x.timer.H != nil {
		h := x.timer
		x.timer = Value{}
		return th.CallMethod(h, strCancel).H != nil
	}
	if !s.is(sleepOver) {
		s.fut.n |= sleepOver
		if l, ok := asLoop(valueOf(s.fut.loop)); ok && s.is(sleepScheduled) {
			l.cancelledTimers++
		}
	}
	return true
}

func init() {
	defineWaker(wakeStarTimer, "_set_result_unless_cancelled() at asyncio/futures.py:312", "_set_result_unless_cancelled", func(th *Thread, owner *Header, arg Value) bool {
		s := (*sleep)(unsafe.Pointer(owner))
		if s.is(sleepOver) {
			return true
		}
		s.fut.n |= sleepOver
		if s.fut.state != pending {
			return true
		}
		return s.fut.setResult(th, s.fut.result)
	})
}
