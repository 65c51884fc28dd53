// Calls fused with the await around them: `await f(x)` starts the body of f on the spot, in a coroutine that is
// never seen as an object. A chain of such awaits costs a fifth of one that makes its coroutines.
package eval

import (
	"unsafe"

	"pyasync/object"
)

// startable is a call that can begin a coroutine: co is set when the callee is a coroutine function whose arguments
// have been bound; otherwise v is the result of the call (nil: raised).
type startable interface {
	start(f *Frame) (co *coroutine, v Value)
}

// coroutineOf returns the code of fv if it is a coroutine function that takes n simple arguments.
func coroutineOf(fv Value, n int) (*object.Function, *Code) {
	if fv.H.Shape != &object.FunctionType.Root {
		return nil, nil
	}
	fn := (*object.Function)(fv.Ptr())
	c := codeOf(fn.Code)
	if c.kind != coroutineCode || !c.simple || c.ArgCount != n {
		return nil, nil
	}
	if c.lower != nil {
		c.prepare()
	}
	return fn, c
}

func (n *call0) start(f *Frame) (*coroutine, Value) {
	fv := n.fn.Eval(f)
	if fv.H == nil {
		return nil, fv
	}
	f.pos = n.pos
	if fn, c := coroutineOf(fv, 0); c != nil {
		return f.begin(newFused(f.th, fn, c), c)
	}
	r := f.call0(fv)
	if r.H == nil {
		f.fail(n.pos)
	}
	return nil, r
}

func (n *call1) start(f *Frame) (*coroutine, Value) {
	fv := n.fn.Eval(f)
	if fv.H == nil {
		return nil, fv
	}
	a := n.a.Eval(f)
	if a.H == nil {
		return nil, a
	}
	f.pos = n.pos
	return f.started1(fv, a, n.pos)
}

// started1 starts the call of fv with one argument.
func (f *Frame) started1(fv, a Value, pos Pos) (*coroutine, Value) {
	if fn, c := coroutineOf(fv, 1); c != nil {
		co := newFused(f.th, fn, c)
		*co.frame.at(0) = a
		return f.begin(co, c)
	}
	r := f.begin1(fv, a)
	if r.H == nil {
		f.fail(pos)
	}
	return nil, r
}

// begin1 is call1 for a result that is awaited: it may be atHand.
func (f *Frame) begin1(fv, a Value) Value {
	if fn, ok := object.AsNativeFunction(fv); ok {
		if now := fn.Now(); now != nil {
			r, done := now(f.th, Value{}, a)
			if done {
				f.th.Sent = r
				return Value{H: &atHand}
			}
			if r.H != nil {
				return r
			}
		}
	}
	return f.call1(fv, a)
}

func (n *call2) start(f *Frame) (*coroutine, Value) {
	fv := n.fn.Eval(f)
	if fv.H == nil {
		return nil, fv
	}
	a := n.a.Eval(f)
	if a.H == nil {
		return nil, a
	}
	b := n.b.Eval(f)
	if b.H == nil {
		return nil, b
	}
	f.pos = n.pos
	if fn, c := coroutineOf(fv, 2); c != nil {
		co := newFused(f.th, fn, c)
		*co.frame.at(0) = a
		*co.frame.at(slotSize) = b
		return f.begin(co, c)
	}
	r := f.call2(fv, a, b)
	if r.H == nil {
		f.fail(n.pos)
	}
	return nil, r
}

func (n *methodCall) start(f *Frame) (*coroutine, Value) {
	v := n.v.Eval(f)
	if v.H == nil {
		return nil, v
	}
	c := n.entry(v)
	if c == nil {
		c = n.vacant(v)
		c.fill(f.th, v, n.name)
	}
	if c.kind == attrMethod {
		if fn, code := coroutineOf(c.val, len(n.args)+1); code != nil {
			co := newFused(f.th, fn, code)
			*co.frame.at(0) = v
			if !f.evalInto(co.frame.slots(len(n.args) + 1)[1:], n.args) {
				co.close()
				if co.Flags.Fused {
					co.release(f.th)
				}
				return nil, Value{}
			}
			f.pos = n.callPos
			return f.begin(co, code)
		}
	} else if c.kind == attrModule && len(n.args) == 1 {
		return n.inModule(f, v)
	} else if c.builtin(v) {
		if d := (*object.MethodDescriptor)(c.val.Ptr()); d.Method.Now != nil && len(n.args) < 2 {
			return nil, n.now(f, v, d)
		}
	}
	return nil, n.on(f, v)
}

// inModule is asyncio.sleep(0) and the like.
func (n *methodCall) inModule(f *Frame, v Value) (*coroutine, Value) {
	fv := n.of(f, v)
	if fv.H == nil {
		return nil, fv
	}
	a := n.args[0].Eval(f)
	if a.H == nil {
		return nil, a
	}
	f.pos = n.callPos
	return f.started1(fv, a, n.callPos)
}

// atHand stands for an awaitable whose result is known already: it is in Thread.Sent.
var atHand object.Header

// now calls a builtin method that makes coroutines; the result is atHand when the coroutine would not suspend.
func (n *methodCall) now(f *Frame, v Value, d *object.MethodDescriptor) Value {
	var args [1]Value
	if len(n.args) == 1 {
		if args[0] = n.args[0].Eval(f); args[0].H == nil {
			return Value{}
		}
	}
	if r, done := d.Method.Now(f.th, v, args[0]); done {
		f.th.Sent = r
		return Value{H: &atHand}
	}
	f.pos = n.callPos
	w := f.th.Window(len(n.args))
	copy(w, args[:])
	r := d.Call(f.th, v, w, nil)
	f.th.Release(w)
	if r.H == nil {
		f.fail(n.callPos)
	}
	return r
}

// begin completes the frame of a fused coroutine.
func (f *Frame) begin(co *coroutine, c *Code) (*coroutine, Value) {
	if c.cells != nil {
		c.makeCells(&co.frame)
	}
	return co, Value{}
}

// wipe empties the slots of f. Most frames have few, for which clear() is a long way.
func (f *Frame) wipe() {
	s := unsafe.Slice((*Value)(f.base), f.cap)
	if len(s) > 6 {
		clear(s)
		return
	}
	for i := range s {
		s[i].H, s[i].N = nil, 0
	}
}

// awaitCall is an awaitStmt whose operand is a call. Starting the callee, running it and coming back are written out in
// one function, with the callee's statements: processors predict about 30 nested returns, and a chain of awaits soon has
// more, so that every level of Go calls costs 5 ns.
type awaitCall struct{ awaitStmt }

func (s *awaitCall) Exec(f *Frame) Status {
	if f.resuming {
		r, st := f.finishAwait(s.state, s.pos)
		return s.done(f, r, st)
	}
	co, v := s.call.start(f)
	if co == nil {
		if v.H == nil {
			return Raise
		}
		r, st := f.th.Sent, Normal
		if v.H == &atHand {
			f.th.Sent = Value{}
			if r.H == nil {
				return f.failStatus(s.pos)
			}
		} else {
			r, st = f.startAwait(v, s.state, s.pos)
		}
		return s.done(f, r, st)
	}
	th := f.th
	if th.Depth >= th.Interp.DepthLimit || f.next == nil {
		r, st := f.startCoroutine(co, co.V(), s.state, s.pos)
		return s.done(f, r, st)
	}
	// As startCoroutine and exec.
	th.Depth++
	co.State, co.Awaited = object.CoRunning, true
	co.inherit = th.Handled.H
	callee := &co.frame
	callee.next, callee.back = f.next, f
	f.next.back = callee
	th.Frame = unsafe.Pointer(callee)
	var st Status
	if b, ok := callee.code().body.(*suspBlock); ok {
		st = Normal
		for i := 0; i < len(b.list); i++ {
			if st = b.list[i].Exec(callee); st != Normal {
				if st == Suspend {
					object.Store(callee.at(b.state), object.Int(int64(i)))
				}
				break
			}
		}
	} else {
		st = callee.code().body.Exec(callee)
	}
	th.Frame = unsafe.Pointer(f)
	f.next.back = f
	th.Depth--
	r := object.None
	switch st {
	case Suspend:
		co.State = object.CoSuspended
		co.awaiter = f.owner()
		*f.at(s.state) = co.V()
		return Suspend
	case Raise:
		co.finish(Raise)
		f.fail(s.pos)
		return Raise
	case Return:
		r = callee.ret
	}
	if !co.Flags.Fused {
		co.close()
	} else {
		co.State = object.CoClosed
		callee.ret, callee.back = Value{}, nil
		callee.wipe()
		co.release(th)
	}
	if s.t != nil && !s.t.store(f, r) {
		return Raise
	}
	return Normal
}
