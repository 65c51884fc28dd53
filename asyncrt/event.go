// asyncio.Event.
package asyncrt

import (
	"unsafe"

	"pyasync/object"
)

// EventType is asyncio.locks.Event.
var EventType object.Type

// AsyncEvent is asyncio.Event: a flag that tasks wait for.
type AsyncEvent struct {
	loopBound
	value   bool
	waiters waiterList
}

func eventOf(v Value) *AsyncEvent { return (*AsyncEvent)(v.Ptr()) }

var coEventWait = coroInfo("Event.wait")

func init() {
	definePython(&EventType, object.Spec{
		Name: "asyncio.locks.Event", Sig: "()", Doc: "Asynchronous equivalent to threading.Event.",
		Alloc: object.Allocator[AsyncEvent](), DictOf: boundDict,
		Slots: object.Slots{New: allocateBound, Init: noArgsInit("Event"), Repr: func(th *Thread, v Value) Value {
			e := eventOf(v)
			extra := "unset"
			if e.value {
				extra = "set"
			}
			if n := e.waiters.count(th); n > 0 {
				extra += ", waiters:" + itoa(n)
			}
			return boundRepr(v, extra)
		}},
		Methods: []object.Method{
			{Name: "is_set", F0: func(th *Thread, self Value) Value { return object.Bool(eventOf(self).value) }},
			{Name: "set", F0: func(th *Thread, self Value) Value { return nilOrNone(eventOf(self).set(th)) }},
			{Name: "clear", F0: func(th *Thread, self Value) Value { eventOf(self).value = false; return None }},
			{Name: "wait", Flags: object.CoroutineFunction, F0: func(th *Thread, self Value) Value {
				w := &eventWait{event: eventOf(self)}
				return makeCoro(&w.Coroutine, coEventWait, stepEventWait)
			}, Now: eventAtOnce},
			{Name: "_get_loop", F0: boundLoopMethod},
		},
		Getset: []object.Getset{
			{Name: "_value", Get: func(th *Thread, self Value) Value { return object.Bool(eventOf(self).value) }},
			{Name: "_waiters", Get: func(th *Thread, self Value) Value { return eventOf(self).waiters.deque(th) },
				Set: func(th *Thread, self, x Value) bool { return eventOf(self).waiters.setView(x) }},
			boundLoopGetset,
		},
	})
}

func (e *AsyncEvent) set(th *Thread) bool {
	if e.value {
		return true
	}
	e.value = true
	for w := e.waiters.first; w != nil; w = w.next {
		if w.fut.state == pending && !w.fut.setResult(th, object.True) {
			return false
		}
	}
	return e.waiters.wakeForeign(th, everybody, object.True)
}

// eventWait is the coroutine of wait().
type eventWait struct {
	object.Coroutine
	event   *AsyncEvent
	w       waiter
	started bool
}

func stepEventWait(th *Thread, co *object.Coroutine, x, exc Value) (Value, Status) {
	a := (*eventWait)(unsafe.Pointer(co))
	e := a.event
	if !a.started {
		if exc.H != nil {
			return throwIn(th, exc)
		}
		a.started = true
		if e.value {
			return object.True, statusReturn
		}
		loop := e.getLoop(th)
		if loop == nil {
			return raised()
		}
		return e.waiters.begin(th, &a.w, loop, waitsEvent)
	}
	r := a.w.over(th, exc)
	e.waiters.remove(&a.w)
	if r.H == nil {
		return raised()
	}
	return object.True, statusReturn
}
