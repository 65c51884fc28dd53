// The await statement, and chains of coroutines that await calls of each other.
package eval

import (
	"unsafe"

	"pyasync/object"
)

// awaitStmt is `dst = await v`; with from it is `dst = yield from v`. What is done with the result stands here too, as
// far as it is simple: `dst = x + await v`, `return await v`.
type awaitStmt struct {
	v     Node
	t     target // nil: the result is dropped
	temp  bool   // yield from: what it is given is a temporary
	from  bool   // yield from
	ret   bool   // the result is returned
	local bool   // the target is the local variable at off
	off   slot
	state slot
	pos   Pos
	op    *awaitedOp // applied to the result, if not nil
	call  startable  // v, when it is a call that may be fused with the await: see awaitCall
}

func (s *awaitStmt) Exec(f *Frame) Status {
	var r Value
	var st Status
	if f.resuming {
		r, st = f.finishAwait(s.state, s.pos)
	} else {
		v := s.v.Eval(f)
		if v.H == nil {
			return Raise
		}
		if s.from {
			r, st = f.startYieldFrom(v, s.state, s.pos, s.temp)
		} else {
			r, st = f.startAwait(v, s.state, s.pos)
		}
	}
	return s.done(f, r, st)
}

// done does with the result of an await that is over what the statement wants.
func (s *awaitStmt) done(f *Frame, r Value, st Status) Status {
	if st != Normal {
		return st
	}
	if s.op != nil {
		if r = s.op.apply(f, r); r.H == nil {
			return Raise
		}
	}
	switch {
	case s.ret:
		object.Store(&f.ret, r)
		return Return
	case s.local:
		object.Store(f.at(s.off), r)
	case s.t != nil && !s.t.store(f, r):
		return Raise
	}
	return Normal
}

// awaitedOp is a binary operator of which one operand is the result of an await.
type awaitedOp struct {
	op    object.BinOp
	left  bool  // the result is the left operand
	c     Value // the other operand, if it is constant
	other Node
	pos   Pos
}

func (o *awaitedOp) apply(f *Frame, r Value) Value {
	x := o.c
	if x.H == nil {
		if x = o.other.Eval(f); x.H == nil {
			return x
		}
	}
	if o.op == object.OpAdd && x.H == &object.IntHeader && r.H == &object.IntHeader {
		a, b := int64(x.N), int64(r.N)
		if s := a + b; (a^s)&(b^s) >= 0 {
			return object.Int(s)
		}
	}
	if o.left {
		return f.binary(o.op, nil, nil, r, x, o.pos)
	}
	return f.binary(o.op, nil, nil, x, r, o.pos)
}

// awaitCall is an awaitStmt whose operand is a call.
type awaitCall struct {
	awaitStmt
	in *step // the step it is, if it is a statement of the body itself
}

func (s *awaitCall) Exec(f *Frame) Status {
	if f.resuming {
		r, st := f.finishAwait(s.state, s.pos)
		return s.done(f, r, st)
	}
	co, v := s.call.start(f)
	if co == nil || f.next == nil || f.th.Depth >= f.th.Interp.DepthLimit {
		return s.alone(f, co, v)
	}
	return s.chain(f, co)
}

// alone awaits what start returned, if that is not a coroutine to be run in a chain.
func (s *awaitCall) alone(f *Frame, co *coroutine, v Value) Status {
	if co != nil {
		f.owner().inner = nil
		if c := co.frame.code(); c.cells != nil {
			c.makeCells(&co.frame)
		}
		r, st := f.startCoroutine(co, co.V(), s.state, s.pos)
		return s.done(f, r, st)
	}
	if v.H == nil {
		return Raise
	}
	if v.H != &atHand {
		r, st := f.startAwait(v, s.state, s.pos)
		return s.done(f, r, st)
	}
	r := f.th.Sent
	f.th.Sent = Value{}
	if r.H == nil {
		return f.failStatus(s.pos)
	}
	return s.done(f, r, Normal)
}

// step is a statement of the body of a coroutine function, as a chain runs it: whatever is not nil.
type step struct {
	await    *awaitCall
	c        Cond // of a plain if statement
	then, or Stmt
	v        Node // of a return statement
	s        Stmt // others
	next     *step
	index    int
}

// branch runs the if statement that x is.
func (x *step) branch(f *Frame) Status {
	switch k := x.c.Test(f); {
	case k < 0:
		return Raise
	case k > 0:
		return x.then.Exec(f)
	case x.or == nil:
		return Normal
	}
	return x.or.Exec(f)
}

// stepsOf returns the statements of body as steps.
func stepsOf(body Stmt) *step {
	list := []Stmt{body}
	if b, ok := body.(*suspBlock); ok {
		list = b.list
	}
	steps := make([]step, len(list))
	for i, s := range list {
		x := &steps[i]
		if x.index = i; i > 0 {
			steps[i-1].next = x
		}
		switch s := s.(type) {
		case *awaitCall:
			x.await, s.in = s, x
		case *ifStmt:
			x.c, x.then, x.or = s.c, s.then, s.or
		case *returnStmt:
			x.v = s.v
		default:
			x.s = s
		}
	}
	return &steps[0]
}

// chain runs co, which s awaits in base, and all that is awaited below it by statements of a body itself (not within a
// loop, try …): such a chain of frames is run by this one function, as startCoroutine and exec would, the place of each
// frame being noted in the coroutine it awaits. With a nest of Go calls for each level, processors mispredict the returns
// beyond some 16 to 30, and a level costs twice as much.
func (s *awaitCall) chain(base *Frame, co *coroutine) Status {
	var (
		th = base.th
		f  = base // the frame that runs
		x  *step  // the statement of f
		st Status
		r  Value // what f returns
	)
enter:
	x = co.enter(f, s)
	f = &co.frame
run:
	switch {
	case x.await != nil:
		var v Value
		s = x.await
		if co, v = s.call.start(f); co != nil && th.Depth < th.Interp.DepthLimit {
			goto enter
		}
		st = s.alone(f, co, v)
	case x.c != nil:
		st = x.branch(f)
	case x.v != nil:
		if r = x.v.Eval(f); r.H == nil {
			return f.raiseChain(base)
		}
		goto leave
	default:
		st = x.s.Exec(f)
	}
	switch st {
	case Normal:
		if x = x.next; x != nil {
			goto run
		}
		r = object.None
	case Suspend:
		return f.suspendChain(base, x)
	case Raise:
		return f.raiseChain(base)
	default:
		r = f.ret
	}
leave: // f returned r
	co = f.owner()
	s = co.at
	th.Depth--
	f.next.back = f.back
	th.Frame = unsafe.Pointer(f.back)
	f = f.back
	co.end()
	if s.op != nil {
		if r = s.op.apply(f, r); r.H == nil {
			return f.raiseChain(base)
		}
	}
	switch {
	case s.ret && f != base:
		goto leave
	case s.ret:
		object.Store(&f.ret, r)
		return Return
	case s.local:
		object.Store(f.at(s.off), r)
	case s.t != nil && !s.t.store(f, r):
		return f.raiseChain(base)
	}
	if f == base {
		return Normal
	}
	if x = s.in.next; x != nil {
		goto run
	}
	r = object.None
	goto leave
}

// enter puts co, which s awaits in f, on top of a chain and returns its first statement.
func (co *coroutine) enter(f *Frame, s *awaitCall) *step {
	th := f.th
	th.Depth++
	co.State, co.Awaited = object.CoRunning, true
	if h := th.Handled.H; h != nil {
		co.inherit = h
	}
	if co.at != s {
		co.at = s
	}
	if co.frame.next != f.next {
		co.frame.next, co.frame.th = f.next, th
	}
	f = &co.frame
	f.next.back = f
	th.Frame = unsafe.Pointer(f)
	c := f.code()
	if c.cells != nil {
		c.makeCells(f)
	}
	return c.steps
}

// end is what becomes of a coroutine that returned to its chain: it stays below the one that awaited it, unless somebody
// has seen it.
func (co *coroutine) end() {
	if !co.Flags.Fused {
		co.frame.back.owner().inner = nil
		co.close()
		return
	}
	co.State = object.CoClosed
	if co.inherit != nil {
		co.inherit = nil
	}
	if co.frame.ret.H != nil {
		co.frame.ret.H = nil
	}
	co.frame.wipe(co.frame.cap)
}

// suspendChain leaves f, suspended in its statement x, and the frames that await it, out to base.
func (f *Frame) suspendChain(base *Frame, x *step) Status {
	th := f.th
	f.owner().dropInner(th)
	for f != base {
		c := f.code()
		if b, ok := c.body.(*suspBlock); ok {
			object.Store(f.at(b.state), object.Int(int64(x.index)))
		}
		co, awaiter := f.owner(), f.back
		co.State = object.CoSuspended
		co.awaiter = awaiter.owner()
		co.awaiter.inner = nil
		*awaiter.at(co.at.state) = co.V()
		th.Depth--
		f, x = awaiter, co.at.in
	}
	base.next.back = base
	th.Frame = unsafe.Pointer(base)
	return Suspend
}

// raiseChain ends f, in which an exception was raised, and the frames that await it, out to base.
func (f *Frame) raiseChain(base *Frame) Status {
	th := f.th
	for f != base {
		co, awaiter := f.owner(), f.back
		th.Depth--
		f.next.back = awaiter
		th.Frame = unsafe.Pointer(awaiter)
		awaiter.owner().inner = nil
		co.finish(Raise)
		awaiter.fail(co.at.pos)
		f = awaiter
	}
	return Raise
}
