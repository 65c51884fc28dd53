// Calls fused with the await around them: `await f(x)` starts the body of f on the spot, in a coroutine that is
// never seen as an object. A chain of such awaits costs a fifth of one that makes its coroutines.
package eval

import (
	"pyasync/object"
)

// startable is a call that can begin a coroutine: co is set when the callee is a coroutine function whose arguments
// have been bound; otherwise v is the result of the call (nil: raised).
type startable interface {
	start(f *Frame) (co *coroutine, v Value)
}

// fuse returns a coroutine for the call of fv with n arguments, which the caller binds to its first slots; nil when fv
// is no coroutine function that takes n simple arguments. It is the one below f's own, left from the await before, or
// becomes that: see chain.
func (f *Frame) fuse(fv Value, n int32) *coroutine {
	if fv.H.Shape != &object.FunctionType.Root {
		return nil
	}
	fn := (*object.Function)(fv.Ptr())
	c := codeOf(fn.Code)
	if c.fused == n {
		if co := f.owner().inner; co != nil && co.frame.fn == fn && co.frame.cap == c.slots {
			co.frame.pos = c.defPos
			return co
		}
	}
	return f.fuseSlow(fn, c, n)
}

// fuseSlow is fuse for a call of another function than before.
func (f *Frame) fuseSlow(fn *object.Function, c *Code, n int32) *coroutine {
	if c.kind != coroutineCode || !c.simple || c.ArgCount != int(n) {
		return nil
	}
	c.prepare()
	me := f.owner()
	co := me.inner
	if co == nil || co.Flags.Kind != c.class {
		me.dropInner(f.th)
		co = newFused(f.th, fn, c)
		co.frame.back = f
		me.inner = co
		return co
	}
	co.frame.fn, co.frame.cap, co.frame.pos = fn, c.slots, c.defPos
	return co
}

func (n *call0) start(f *Frame) (*coroutine, Value) {
	fv := n.fn.Eval(f)
	if fv.H == nil {
		return nil, fv
	}
	f.pos = n.pos
	if co := f.fuse(fv, 0); co != nil {
		return co, Value{}
	}
	r := f.call0(fv)
	if r.H == nil {
		f.fail(n.pos)
	}
	return nil, r
}

func (n *call1) start(f *Frame) (*coroutine, Value) {
	var fv Value
	if g, ok := n.fn.(*global); ok && g.globals == f.fn.Globals && g.moves == g.globals.Moves && g.builtins == nil {
		fv = g.globals.At(g.at)
	} else if fv = n.fn.Eval(f); fv.H == nil {
		return nil, fv
	}
	a := n.a.Eval(f)
	if a.H == nil {
		return nil, a
	}
	f.pos = n.pos
	co := f.fuse(fv, 1)
	if co == nil {
		return nil, f.started1(fv, a, n.pos)
	}
	*co.frame.at(0) = a
	return co, Value{}
}

// started1 starts the call of fv, which cannot be fused, with one argument.
func (f *Frame) started1(fv, a Value, pos Pos) Value {
	r := f.begin1(fv, a)
	if r.H == nil {
		f.fail(pos)
	}
	return r
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
	if co := f.fuse(fv, 2); co != nil {
		*co.frame.at(0) = a
		*co.frame.at(slotSize) = b
		return co, Value{}
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
		if co := f.fuse(c.val, int32(len(n.args)+1)); co != nil {
			*co.frame.at(0) = v
			if !f.evalInto(co.frame.slots(len(n.args) + 1)[1:], n.args) {
				co.frame.wipe(co.frame.cap)
				return nil, Value{}
			}
			f.pos = n.callPos
			return co, Value{}
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
	if co := f.fuse(fv, 1); co != nil {
		*co.frame.at(0) = a
		return co, Value{}
	}
	return nil, f.started1(fv, a, n.callPos)
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
