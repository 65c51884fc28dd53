// Who awaits a future: Python 3.14's future_add_to_awaited_by() and what asyncio.graph is built on.
//
// CPython keeps a set in every future. Here the future's callbacks tell: a task, gathering, group or wait that waits for
// a future stands among them. Only what programs add by hand is kept.
package asyncrt

import (
	"unsafe"

	"pyasync/object"
)

// awaitedBy lists the tasks and futures that wait for f.
func (f *Future) awaitedBy(th *Thread) []Value {
	var list []Value
	add := func(v Value) {
		for _, x := range list {
			if x.H == v.H {
				return
			}
		}
		list = append(list, v)
	}
	through := func(v Value) { // a future of the library's own in between
		if g, ok := asFuture(v); ok {
			for _, x := range g.awaitedBy(th) {
				add(x)
			}
		}
	}
	for _, c := range f.callbacks() {
		switch c.fn.N {
		case wakeTask:
			add(valueOf(c.fn.H))
		case wakeGather:
			through(valueOf(c.fn.H))
		case wakeWait:
			through((*waiting)(unsafe.Pointer(c.fn.H)).waiter)
		case wakeShieldIn:
			through((*shielding)(unsafe.Pointer(c.fn.H)).outer)
		case wakeGroup:
			add((*TaskGroup)(unsafe.Pointer(c.fn.H)).parent)
		}
	}
	if f.ext != nil && f.state == pending {
		for _, v := range f.ext.awaitedBy {
			add(v)
		}
	}
	return list
}

var awaitedByGetset = object.Getset{Name: "_asyncio_awaited_by", Get: func(th *Thread, self Value) Value {
	list := futureSelf(self).awaitedBy(th)
	if len(list) == 0 {
		return None
	}
	return th.CallArgs(object.FrozenSetType.V(), object.NewList(list).V())
}}

// awaitersOf lists who awaits a future of any class, in the order in which they came.
func awaitersOf(th *Thread, m, fut Value) Value {
	if f, ok := asFuture(fut); ok {
		return object.NewList(f.awaitedBy(th)).V()
	}
	by := th.GetAttrName(fut, "_asyncio_awaited_by")
	if by.H == nil {
		return by
	}
	if by.IsNone() {
		return object.NewList(nil).V()
	}
	return by
}

// awaitedByFunctions are the functions of asyncio.futures.
var awaitedByFunctions = []object.Method{
	{Name: "future_add_to_awaited_by", Sig: "fut, waiter, /", Doc: "Record that `fut` is awaited on by `waiter`.", F2: func(th *Thread, m, fut, waiter Value) Value {
		if f, ok := twoFutures(fut, waiter); ok {
			for _, v := range f.rare().awaitedBy {
				if v.H == waiter.H {
					return None
				}
			}
			f.ext.awaitedBy = append(f.ext.awaitedBy, waiter)
		}
		return None
	}},
	{Name: "future_discard_from_awaited_by", Sig: "fut, waiter, /", Doc: "Record that `fut` is no longer awaited on by `waiter`.", F2: func(th *Thread, m, fut, waiter Value) Value {
		if f, ok := twoFutures(fut, waiter); ok && f.ext != nil {
			for i, v := range f.ext.awaitedBy {
				if v.H == waiter.H {
					f.ext.awaitedBy = append(f.ext.awaitedBy[:i:i], f.ext.awaitedBy[i+1:]...)
					break
				}
			}
		}
		return None
	}},
}

// twoFutures returns the first of two futures; ok is false when one of them is none, and nothing is recorded.
func twoFutures(fut, waiter Value) (f *Future, ok bool) {
	if _, ok = asFuture(waiter); ok {
		f, ok = asFuture(fut)
	}
	return f, ok
}
