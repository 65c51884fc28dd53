// Coroutines written in Go, and how they await.
package asyncrt

import (
	"strings"

	"pyasync/object"
)

// stepFunc is the body of a Go coroutine: a state machine.
type stepFunc = func(th *Thread, co *object.Coroutine, x, exc Value) (Value, Status)

// coroInfo makes the names of a kind of coroutine from its qualified one.
func coroInfo(qualname string) *object.CoroutineInfo {
	return &object.CoroutineInfo{Name: name(qualname[strings.LastIndexByte(qualname, '.')+1:]), Qualname: name(qualname)}
}

// makeCoro initialises a coroutine object that lies at the beginning of a Go struct.
func makeCoro(co *object.Coroutine, info *object.CoroutineInfo, step stepFunc) Value {
	co.Shape = &object.CoroutineType.Root
	co.Info = info
	co.Step = step
	return co.V()
}

// raised is the result of a step that leaves an exception pending.
func raised() (Value, Status) { return Value{}, statusRaise }

// throwIn makes the exception thrown into a coroutine pending; what is being handled where the coroutine is awaited
// becomes its context.
func throwIn(th *Thread, exc Value) (Value, Status) {
	th.RaiseValue(exc)
	return Value{}, statusRaise
}

// returnNone ends a coroutine with None.
func returnNone() (Value, Status) { return None, statusReturn }

// yieldFuture suspends the coroutine until f is done.
func yieldFuture(f *Future) (Value, Status) {
	f.flags |= flagBlocking
	return f.V(), statusSuspend
}

// awaiting is one `await v` inside a Go coroutine, for any awaitable v.
type awaiting struct {
	v      Value
	state  uint64
	native bool // v has AwaitStep
}

// start begins to await v.
func (a *awaiting) start(th *Thread, v Value) (Value, Status) {
	if v.H.Shape.Type.AwaitStep != nil {
		*a = awaiting{v: v, native: true}
		return a.resume(th, None, Value{})
	}
	it := th.AwaitIter(v)
	if it.H == nil {
		return raised()
	}
	if co, ok := object.AsCoroutine(it); ok {
		co.Awaited = true
	}
	*a = awaiting{v: it}
	return a.resume(th, None, Value{})
}

// resume goes on awaiting; the await is over when the status is not Suspend.
func (a *awaiting) resume(th *Thread, x, exc Value) (Value, Status) {
	if a.native {
		return a.v.H.Shape.Type.AwaitStep(th, a.v, &a.state, x, exc)
	}
	return th.Resume(a.v, x, exc)
}

// funcCoro is a coroutine whose body is a closure: for what runs seldom.
type funcCoro struct {
	object.Coroutine
	aw   *awaiting // what the body awaits, for those who look
	body func(th *Thread, x, exc Value) (Value, Status)
}

func stepFuncCoro(th *Thread, co *object.Coroutine, x, exc Value) (Value, Status) {
	return (*funcCoro)(co.V().Ptr()).body(th, x, exc)
}

// newFuncCoro makes a coroutine from a closure.
func newFuncCoro(info *object.CoroutineInfo, body func(th *Thread, x, exc Value) (Value, Status)) Value {
	return newAwaitingCoro(info, nil, body)
}

// nativeFunc marks a funcCoro in CoroutineFlags.Kind.
const nativeFunc = 1

// newAwaitingCoro is newFuncCoro for a body that awaits through aw.
func newAwaitingCoro(info *object.CoroutineInfo, aw *awaiting, body func(th *Thread, x, exc Value) (Value, Status)) Value {
	c := &funcCoro{aw: aw, body: body}
	c.Flags.Kind = nativeFunc
	return makeCoro(&c.Coroutine, info, stepFuncCoro)
}

// awaitThen makes a coroutine that awaits v and hands the outcome to then, whose result is the coroutine's.
func awaitThen(info *object.CoroutineInfo, v Value, then func(th *Thread, r Value, st Status) (Value, Status)) Value {
	a := &awaiting{}
	started := false
	return newAwaitingCoro(info, a, func(th *Thread, x, exc Value) (Value, Status) {
		var r Value
		var st Status
		switch {
		case !started && exc.H != nil:
			return throwIn(th, exc)
		case !started:
			started = true
			r, st = a.start(th, v)
		default:
			r, st = a.resume(th, x, exc)
		}
		if st == statusSuspend {
			return r, st
		}
		return then(th, r, st)
	})
}
