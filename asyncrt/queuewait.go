// Waiting at queues: the coroutines of get(), put() and join().
package asyncrt

import (
	"unsafe"

	"pyasync/object"
)

// queueOp is the coroutine of get() and put().
type queueOp struct {
	object.Coroutine
	q       *Queue
	item    Value // put: what to put
	w       waiter
	waiting bool
}

func (q *Queue) newGet() Value {
	g := &queueOp{q: q}
	return makeCoro(&g.Coroutine, coQueueGet, stepQueueGet)
}

func (q *Queue) newPut(x Value) Value {
	p := &queueOp{q: q, item: x}
	return makeCoro(&p.Coroutine, coQueuePut, stepQueuePut)
}

// waited ends one wait in list; false: an exception is pending.
func (o *queueOp) waited(th *Thread, list *waiterList, exc Value, useless func(th *Thread) (bool, bool)) bool {
	o.waiting = false
	if o.w.over(th, exc).H != nil {
		return true
	}
	saved := th.Exc
	if _, ok := o.w.fut.cancelPending(th, Value{}); !ok {
		return false
	}
	list.remove(&o.w)
	// Woken and cancelled at once: the next in the queue takes the turn.
	no, ok := useless(th)
	if !ok {
		return false
	}
	if !no && o.w.fut.state != cancelledState && !wakeNext(th, list) {
		return false
	}
	th.Exc = saved
	return false
}

func (o *queueOp) wait(th *Thread, list *waiterList) (Value, Status) {
	loop := o.q.getLoop(th)
	if loop == nil {
		return raised()
	}
	o.waiting = true
	o.w = waiter{}
	return list.begin(th, &o.w, loop, waitsQueue)
}

func stepQueueGet(th *Thread, co *object.Coroutine, x, exc Value) (Value, Status) {
	o := (*queueOp)(unsafe.Pointer(co))
	q := o.q
	if o.waiting {
		if !o.waited(th, &q.getters, exc, q.isEmpty) {
			return raised()
		}
	} else if exc.H != nil {
		return throwIn(th, exc)
	}
	empty, ok := q.isEmpty(th)
	if !ok {
		return raised()
	}
	if empty {
		if q.shut {
			raiseQueue(th, &QueueShutDownType)
			return raised()
		}
		return o.wait(th, &q.getters)
	}
	var v Value
	if q.custom {
		v = th.CallMethod(q.V(), strGetNowait)
	} else {
		v = q.getNow(th)
	}
	if v.H == nil {
		return raised()
	}
	return v, statusReturn
}

func stepQueuePut(th *Thread, co *object.Coroutine, x, exc Value) (Value, Status) {
	o := (*queueOp)(unsafe.Pointer(co))
	q := o.q
	if o.waiting {
		if !o.waited(th, &q.putters, exc, q.isFull) {
			return raised()
		}
	} else if exc.H != nil {
		return throwIn(th, exc)
	}
	full, ok := q.isFull(th)
	if !ok {
		return raised()
	}
	if full {
		if q.shut {
			raiseQueue(th, &QueueShutDownType)
			return raised()
		}
		return o.wait(th, &q.putters)
	}
	if q.custom {
		r := th.CallMethod(q.V(), strPutNowait, o.item)
		if r.H == nil {
			return raised()
		}
		return r, statusReturn
	}
	if !q.putNow(th, o.item) {
		return raised()
	}
	return returnNone()
}

// queueJoin is the coroutine of join().
type queueJoin struct {
	eventWait
	q *Queue
}

func stepQueueJoin(th *Thread, co *object.Coroutine, x, exc Value) (Value, Status) {
	j := (*queueJoin)(unsafe.Pointer(co))
	if !j.started && j.q.unfinished == 0 && exc.H == nil {
		return returnNone()
	}
	r, st := stepEventWait(th, co, x, exc)
	if st == statusReturn {
		r = None
	}
	return r, st
}
