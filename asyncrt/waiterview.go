// The deques in which Python code sees who waits for a primitive: _waiters, _getters, _putters. What a program appends
// there waits as well, after the primitive's own waiters.
package asyncrt

import (
	"math"

	"pyasync/object"
)

var (
	strExtend = name("extend")
	strRemove = name("remove")
)

// deque returns the view of the list, made at first use and brought up to date by every look.
func (l *waiterList) deque(th *Thread) Value {
	if l.view.H == nil {
		class := importAttr(th, "collections", "deque")
		if class.H == nil {
			return class
		}
		if l.view = th.CallArgs(class); l.view.H == nil {
			return Value{}
		}
	}
	all := append(l.values(), l.foreign(th)...)
	if th.CallMethod(l.view, strClear).H == nil || th.CallMethod(l.view, strExtend, object.NewList(all).V()).H == nil {
		return Value{}
	}
	return l.view
}

// dequeOrNone is deque, but None while nobody has waited or looked.
func (l *waiterList) dequeOrNone(th *Thread) Value {
	if l.view.H == nil && l.n == 0 {
		return None
	}
	return l.deque(th)
}

// setView takes a deque that Python code assigns.
func (l *waiterList) setView(x Value) bool {
	l.view = Value{}
	if isSet(x) {
		l.view = x
	}
	return true
}

// foreign lists what Python code has put into the view.
func (l *waiterList) foreign(th *Thread) []Value {
	if l.view.H == nil {
		return nil
	}
	saved := th.Exc
	items, ok := th.Collect(l.view)
	th.Exc = saved
	if !ok {
		return nil
	}
	var list []Value
	for _, x := range items {
		if f, exact := exactFuture(x); !exact || f.kind < waitsLock {
			list = append(list, x)
		}
	}
	return list
}

// count is how many wait, of both kinds.
func (l *waiterList) count(th *Thread) int { return l.n + len(l.foreign(th)) }

// wakeForeign finishes up to n of the futures that Python code has put into the view, and takes them off.
func (l *waiterList) wakeForeign(th *Thread, n int, result Value) bool {
	if l.view.H == nil {
		return true
	}
	for _, x := range l.foreign(th) {
		if n <= 0 {
			return true
		}
		done, ok := futureDone(th, x)
		if !ok || th.CallMethod(l.view, strRemove, x).H == nil {
			return false
		}
		if done {
			continue
		}
		n--
		if th.CallMethod(x, strSetResult, result).H == nil {
			return false
		}
	}
	return true
}

// everybody is a number of waiters that means all of them.
const everybody = math.MaxInt
