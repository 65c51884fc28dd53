// What locks, events, semaphores and queues share: the loop they are bound to and their waiting coroutines.
package asyncrt

import (
	"unsafe"

	"pyasync/object"
)

// loopBound is the head of every synchronisation primitive (mixins._LoopBoundMixin).
type loopBound struct {
	Header
	loop *Header
	dict *object.Dict
	made object.Site // where, for reports
}

func boundDict(v Value, create bool) *object.Dict {
	return object.DictAt(&(*loopBound)(v.Ptr()).dict, create)
}

// getLoop is _get_loop: the running loop, to which the primitive is bound from its first wait on.
func (b *loopBound) getLoop(th *Thread) *Header {
	loop := needRunningLoop(th)
	if loop.H == nil {
		return nil
	}
	if b.loop == nil {
		b.loop = loop.H
	}
	if b.loop != loop.H {
		if s, ok := th.Repr(valueOf(&b.Header)); ok {
			th.RuntimeError("%s is bound to a different event loop", s)
		}
		return nil
	}
	return loop.H
}

// boundRepr is object's repr with " [extra]" inside.
func boundRepr(v Value, extra string) Value {
	t := v.Type()
	return object.StrValue("<" + typeModule(t) + "." + t.Qualname + " object at " + object.Address(v) + " [" + extra + "]>")
}

// typeModule is the __module__ of a class.
func typeModule(t *object.Type) string {
	if m, ok := object.GoString(orNone(t.Namespace().GetName("__module__"))); ok {
		return m
	}
	return t.Module
}

// waiter is a Future in a list. It lies inside the coroutine that waits, so waiting allocates nothing more.
type waiter struct {
	fut        Future
	prev, next *waiter
	listed     bool
}

// waiterList is a queue of waiters; one may leave from the middle.
type waiterList struct {
	view        Value // see waiterview.go; nil until somebody looks
	first, last *waiter
	n           int
}

func (l *waiterList) add(w *waiter) {
	w.prev, w.next, w.listed = l.last, nil, true
	if l.last != nil {
		l.last.next = w
	} else {
		l.first = w
	}
	l.last = w
	l.n++
}

func (l *waiterList) remove(w *waiter) {
	if !w.listed {
		return
	}
	w.listed = false
	if w.prev != nil {
		w.prev.next = w.next
	} else {
		l.first = w.next
	}
	if w.next != nil {
		w.next.prev = w.prev
	} else {
		l.last = w.prev
	}
	w.prev, w.next = nil, nil
	l.n--
}

// allCancelled reports that nobody in the list still waits in earnest.
func (l *waiterList) allCancelled() bool {
	for w := l.first; w != nil; w = w.next {
		if w.fut.state != cancelledState {
			return false
		}
	}
	return true
}

// popPending takes the first waiter that is still pending off the list.
func (l *waiterList) popPending() *waiter {
	for w := l.first; w != nil; w = l.first {
		l.remove(w)
		if w.fut.state == pending {
			return w
		}
	}
	return nil
}

// values lists the futures for Python.
func (l *waiterList) values() []Value {
	var list []Value
	for w := l.first; w != nil; w = w.next {
		list = append(list, w.fut.V())
	}
	return list
}

// begin puts w on the list and yields its future; kind says what w lies in.
func (l *waiterList) begin(th *Thread, w *waiter, loop *Header, kind uint8) (Value, Status) {
	w.fut.setup(loop)
	w.fut.kind = kind
	w.fut.noteOrigin(th)
	l.add(w)
	return yieldFuture(&w.fut)
}

// over ends the wait: nil result: an exception is pending (thrown in, or the future's).
func (w *waiter) over(th *Thread, exc Value) Value {
	if exc.H != nil {
		return th.RaiseValue(exc)
	}
	if w.fut.state == pending {
		return th.RuntimeError("await wasn't used with future")
	}
	return w.fut.take(th)
}

// noneAexit is __aexit__ of everything that releases on the way out.
func noneAexit(info *object.CoroutineInfo, release func(th *Thread, self Value) bool) object.Method {
	return object.Method{Name: "__aexit__", Flags: object.CoroutineFunction, Sig: "exc_type, exc, tb", F: func(th *Thread, self Value, a []Value) Value {
		return newAct(info, self, Value{}, Value{}, func(th *Thread, c *act) (Value, Status) {
			if !release(th, c.self) {
				return raised()
			}
			return returnNone()
		})
	}}
}

// overridden reports whether the class of self, derived from builtin, has its own attribute attr.
func overridden(th *Thread, self Value, builtin *object.Type, attr *object.Str) bool {
	t := self.Type()
	return t != builtin && th.Lookup(t, attr) != th.Lookup(builtin, attr)
}

// awaitMethod makes a coroutine that awaits self.attr() and returns what then gives.
func awaitMethod(info *object.CoroutineInfo, self Value, attr *object.Str, result Value) Value {
	a := &awaiting{}
	started := false
	return newAwaitingCoro(info, a, func(th *Thread, x, exc Value) (r Value, st Status) {
		if !started {
			if exc.H != nil {
				return throwIn(th, exc)
			}
			started = true
			v := th.CallMethod(self, attr)
			if v.H == nil {
				return raised()
			}
			r, st = a.start(th, v)
		} else {
			r, st = a.resume(th, x, exc)
		}
		if st == statusReturn && result.H != nil {
			r = result
		}
		return r, st
	})
}

var _ = unsafe.Pointer(nil)
