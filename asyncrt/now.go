// What the coroutines of queues, locks and events do when they need not wait: Method.Now, for `await q.get()` and the like.
package asyncrt

import "pyasync/object"

func getAtOnce(th *Thread, self, a Value) (Value, bool) {
	q := queueOf(self)
	if a.H != nil || q.custom || q.count() == 0 {
		return Value{}, false
	}
	return q.getNow(th), true
}

func putAtOnce(th *Thread, self, x Value) (Value, bool) {
	q := queueOf(self)
	if x.H == nil || q.custom || q.shut || q.max > 0 && q.count() >= q.max {
		return Value{}, false
	}
	return nilOrNone(q.putNow(th, x)), true
}

func joinAtOnce(th *Thread, self, a Value) (Value, bool) {
	return None, a.H == nil && queueOf(self).unfinished == 0
}

func lockAtOnce(th *Thread, self, a Value) (Value, bool) {
	return object.True, a.H == nil && lockOf(self).tryTake(th)
}

func unitAtOnce(th *Thread, self, a Value) (Value, bool) {
	return object.True, a.H == nil && semOf(self).tryTake()
}

func eventAtOnce(th *Thread, self, a Value) (Value, bool) {
	return object.True, a.H == nil && eventOf(self).value
}

// turnType is the type of what `await sleep(0)` awaits in place of a coroutine: it yields once, and all share one.
var turnType object.Type

var turn = Header{Shape: &turnType.Root}

func init() {
	object.Define(&turnType, object.Spec{Name: "sleep", Flags: object.FlagNoNew | object.FlagFinal,
		Slots: object.Slots{AwaitStep: func(th *Thread, v Value, state *uint64, x, exc Value) (Value, Status) {
			if exc.H != nil {
				return throwIn(th, exc)
			}
			if *state == 0 {
				*state = 1
				return None, statusSuspend
			}
			return returnNone()
		}},
	})
}

func sleepAtOnce(th *Thread, m, delay Value) (Value, bool) {
	if i, ok := delay.SmallInt(); ok && i <= 0 {
		return valueOf(&turn), false
	}
	return Value{}, false
}
