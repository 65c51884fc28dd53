// asyncio.as_completed.
package asyncrt

import (
	"unsafe"

	"pyasync/object"
)

// asCompleted is _AsCompletedIterator.
type asCompleted struct {
	Header
	loop  Value
	todo  []Value
	left  int
	queue *Queue
	timer Value
}

var asCompletedType object.Type

func init() {
	object.Define(&asCompletedType, object.Spec{
		Name: "asyncio.tasks._AsCompletedIterator", Flags: object.FlagNoNew | object.FlagFinal,
		Alloc: object.Allocator[asCompleted](),
		Slots: object.Slots{
			Iter:  func(th *Thread, v Value) Value { return v },
			AIter: func(th *Thread, v Value) Value { return v },
			Next: func(th *Thread, v Value) Value {
				a := (*asCompleted)(v.Ptr())
				if a.left == 0 {
					return Value{}
				}
				a.left--
				return a.waitOne(true)
			},
			ANext: func(th *Thread, v Value) Value {
				a := (*asCompleted)(v.Ptr())
				if a.left == 0 {
					return newFuncCoro(coroInfo("_AsCompletedIterator.__anext__"), func(th *Thread, x, exc Value) (Value, Status) {
						if exc.H != nil {
							return throwIn(th, exc)
						}
						th.RaiseValue(object.NewException(&object.StopAsyncIterationType).V())
						return raised()
					})
				}
				a.left--
				return a.waitOne(false)
			},
		},
	})
	defineWaker(wakeAsDone, "_AsCompletedIterator._handle_completion()", "_AsCompletedIterator._handle_completion", func(th *Thread, owner *Header, fut Value) bool {
		return (*asCompleted)(unsafe.Pointer(owner)).completed(th, fut)
	})
}

func newAsCompleted(th *Thread, fs, timeout Value) Value {
	if isAwaitable(th, fs) {
		return th.TypeError("expects an iterable of awaitables, not %s", fs.Type().Name)
	}
	a := &asCompleted{Header: Header{Shape: &asCompletedType.Root}}
	a.queue = newQueue(&QueueType, 0)
	a.queue.of = a
	if a.loop = currentLoop(th); a.loop.H == nil {
		return a.loop
	}
	list, ok := uniqueValues(th, fs)
	if !ok {
		return Value{}
	}
	for _, x := range list {
		f := ensureFuture(th, x, a.loop)
		if f.H == nil {
			return f
		}
		a.todo = append(a.todo, f)
	}
	for _, f := range a.todo {
		if !addDonePlain(th, f, waking(&a.Header, wakeAsDone)) {
			return Value{}
		}
	}
	if len(a.todo) > 0 && isSet(timeout) {
		expire := object.NewBuiltin(asCompletedTimeout, valueOf(&a.Header), "")
		if a.timer = th.CallMethod(a.loop, strCallLater, timeout, expire); a.timer.H == nil {
			return a.timer
		}
	}
	a.left = len(a.todo)
	return valueOf(&a.Header)
}

var asCompletedTimeout = &object.Method{Name: "_handle_timeout", F0: func(th *Thread, self Value) Value {
	a := (*asCompleted)(self.Ptr())
	for _, f := range a.todo {
		if !removeDone(th, f, waking(&a.Header, wakeAsDone)) || !a.queue.putNow(th, None) {
			return Value{}
		}
	}
	a.todo = nil
	return None
}}

func (a *asCompleted) completed(th *Thread, fut Value) bool {
	if len(a.todo) == 0 {
		return true
	}
	for i, f := range a.todo {
		if f.H == fut.H {
			a.todo = append(a.todo[:i:i], a.todo[i+1:]...)
			break
		}
	}
	if !a.queue.putNow(th, fut) {
		return false
	}
	if len(a.todo) == 0 && a.timer.H != nil {
		return th.CallMethod(a.timer, strCancel).H != nil
	}
	return true
}

// waitOne is _wait_for_one: the next future that is done, or its result.
func (a *asCompleted) waitOne(resolve bool) Value {
	return awaitThen(coWaitForOne, a.queue.newGet(), func(th *Thread, f Value, st Status) (Value, Status) {
		if st != statusReturn {
			return f, st
		}
		if f.IsNone() {
			th.RaiseValue(object.NewException(&object.TimeoutErrorType).V())
			return raised()
		}
		if !resolve {
			return f, statusReturn
		}
		if r := futureResult(th, f); r.H != nil {
			return r, statusReturn
		}
		return raised()
	})
}
