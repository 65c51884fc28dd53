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
