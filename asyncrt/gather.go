// asyncio.gather.
package asyncrt

import (
	"unsafe"

	"pyasync/object"
)

// gatherType is _GatheringFuture.
var gatherType object.Type

// gatherFuture is the Future that gather() returns.
type gatherFuture struct {
	Future
	children        []Value
	total, nDone    int
	returnExc       bool
	building        bool // the outer future is not handed out yet
	cancelRequested bool
}

func gatherOf(f *Future) *gatherFuture { return (*gatherFuture)(unsafe.Pointer(f)) }

func init() {
	object.Define(&gatherType, object.Spec{
		Name: "asyncio.tasks._GatheringFuture", Base: &FutureType, Flags: object.FlagFinal | object.FlagNoNew, DictOf: futureDict,
		Getset: []object.Getset{
			{Name: "_children", Get: func(th *Thread, self Value) Value {
				return object.NewList(append([]Value(nil), gatherOf(futureSelf(self)).children...)).V()
			}},
			{Name: "_cancel_requested", Get: func(th *Thread, self Value) Value {
				return object.Bool(gatherOf(futureSelf(self)).cancelRequested)
			}},
		},
	})
	defineWaker(wakeGather, "gather.<locals>._done_callback() at asyncio/tasks.py:820", "gather.<locals>._done_callback", func(th *Thread, owner *Header, fut Value) bool {
		return gatherOf(futureOf(owner)).childDone(th, fut)
	})
}

// cancel cancels all children; the gathering ends when they have.
func (g *gatherFuture) cancel(th *Thread, msg Value) (did, ok bool) {
	if g.state != pending {
		return false, true
	}
	for _, c := range g.children {
		d, ok := cancelFuture(th, c, msg)
		if !ok {
			return false, false
		}
		did = did || d
	}
	if did {
		g.cancelRequested = true
	}
	return did, true
}

// gather is asyncio.gather(*args, return_exceptions=…).
func gather(th *Thread, args []Value, returnExc bool) Value {
	if len(args) == 0 {
		loop := currentLoop(th)
		if loop.H == nil {
			return loop
		}
		f := newLoopFuture(th, loop)
		if f.H == nil {
			return f
		}
		return setFutureResult(th, f, object.NewList(nil).V())
	}
	g := &gatherFuture{returnExc: returnExc, building: true}
	g.setup(nil)
	g.Shape = &gatherType.Root
	g.flags |= flagGather
	g.children = make([]Value, 0, len(args))
	var seen map[*Header]int
	var ready []Value
	loop := Value{}
	for i, arg := range args {
		// A coroutine that nobody has awaited yet cannot have stood among the arguments before.
		if co, ok := object.AsCoroutine(arg); !ok || co.Awaited {
			if seen == nil {
				seen = make(map[*Header]int)
				for k, a := range args[:i] {
					seen[a.H] = k
				}
			}
			if k, dup := seen[arg.H]; dup {
				g.children = append(g.children, g.children[k])
				continue
			}
			seen[arg.H] = i
		} else if seen != nil {
			seen[arg.H] = i
		}
		fut := ensureFuture(th, arg, loop)
		if fut.H == nil {
			return fut
		}
		if loop.H == nil {
			if loop = futureLoop(th, fut); loop.H == nil {
				return loop
			}
			g.loop = loop.H
		}
		if fut.H != arg.H {
			noDestroyReport(th, fut)
		}
		g.total++
		done, ok := futureDone(th, fut)
		if !ok {
			return Value{}
		}
		if done {
			ready = append(ready, fut)
		} else if !addDone(th, fut, callback{waking(&g.Header, wakeGather), nil}) {
			return Value{}
		}
		g.children = append(g.children, fut)
	}
	if l := fastLoop(g.loop); l != nil && l.debug {
		g.rare().source = extractVia(th, viaGather)
	}
	g.building = false
	for _, f := range ready {
		if !g.childDone(th, f) {
			return Value{}
		}
	}
	return g.V()
}

// noDestroyReport sets _log_destroy_pending = False: the task is the library's, not the user's.
func noDestroyReport(th *Thread, fut Value) {
	if t, ok := asTask(fut); ok {
		t.flags |= flagNoDestroy
		return
	}
	if !th.SetAttr(fut, name("_log_destroy_pending"), object.False) {
		th.Exc = Value{}
	}
}

func setFutureResult(th *Thread, fut, v Value) Value {
	if f, exact := exactFuture(fut); exact {
		if !f.setResult(th, v) {
			return Value{}
		}
		return fut
	}
	if th.CallMethod(fut, strSetResult, v).H == nil {
		return Value{}
	}
	return fut
}

// childDone is gather's _done_callback.
func (g *gatherFuture) childDone(th *Thread, fut Value) bool {
	g.nDone++
	cancelled, ok := futureCancelled(th, fut)
	if !ok {
		return false
	}
	if g.building || g.state != pending {
		if !cancelled {
			return futureException(th, fut).H != nil // looked at
		}
		return true
	}
	if !g.returnExc {
		if cancelled {
			return g.failWith(th, cancelledErrorOf(th, fut))
		}
		if f, exact := exactFuture(fut); !exact || f.flags&flagFailed != 0 {
			exc := futureException(th, fut)
			if exc.H == nil {
				return false
			}
			if !exc.IsNone() {
				return g.failWith(th, exc)
			}
		}
	}
	if g.nDone != g.total {
		return true
	}
	results, ok := g.collect(th)
	if !ok {
		return false
	}
	if g.cancelRequested {
		return g.failWith(th, cancelledErrorOf(th, g.children[len(g.children)-1]))
	}
	return g.setResult(th, object.NewList(results).V())
}

func (g *gatherFuture) failWith(th *Thread, exc Value) bool {
	return exc.H != nil && g.setException(th, exc)
}

// collect lists the outcomes of the children.
func (g *gatherFuture) collect(th *Thread) ([]Value, bool) {
	results := make([]Value, len(g.children))
	for i, c := range g.children {
		if f, exact := exactFuture(c); exact && f.state == finished {
			f.looked()
			results[i] = f.result
			continue
		}
		cancelled, ok := futureCancelled(th, c)
		if !ok {
			return nil, false
		}
		if cancelled {
			msg := optAttr(th, c, "_cancel_message")
			if !isSet(msg) {
				msg = object.StrValue("")
			}
			results[i] = object.NewException(&CancelledErrorType, msg).V()
			continue
		}
		exc := futureException(th, c)
		if exc.H == nil {
			return nil, false
		}
		if results[i] = exc; exc.IsNone() {
			if results[i] = futureResult(th, c); results[i].H == nil {
				return nil, false
			}
		}
	}
	return results, true
}

// cancelledErrorOf is fut._make_cancelled_error().
func cancelledErrorOf(th *Thread, fut Value) Value {
	if f, ok := asFuture(fut); ok {
		return f.cancelledError()
	}
	m, ok := th.LookupAttr(fut, name("_make_cancelled_error"))
	if !ok {
		return Value{}
	}
	if m.H == nil {
		return newCancelledError(Value{})
	}
	return th.CallArgs(m)
}
