// Statements that can be left at an await or yield and entered again.
//
// The contract: while a statement runs it keeps its progress in Go variables. When a child returns Suspend it writes
// the progress to its slots and returns Suspend too. When the frame is resumed, f.resuming is set and every statement
// on the way reads its slots and re-enters the child it was in; the await or yield at the end of the way clears
// f.resuming. The lowering makes these forms only where something inside can suspend, and hoists every await and
// yield out of expressions, so that no value waits on the Go stack.
package eval

import (
	"unsafe"

	"pyasync/object"
)

// suspBlock runs statements in order.
type suspBlock struct {
	list  []Stmt
	state slot
}

func (s *suspBlock) Exec(f *Frame) Status {
	i := 0
	if f.resuming {
		i = int(f.at(s.state).N)
	}
	for ; i < len(s.list); i++ {
		if st := s.list[i].Exec(f); st != Normal {
			if st == Suspend {
				object.Store(f.at(s.state), object.Int(int64(i)))
			}
			return st
		}
	}
	return Normal
}

type suspIf struct {
	c        Cond
	then, or Stmt
	state    slot
}

func (s *suspIf) Exec(f *Frame) Status {
	var k int
	if f.resuming {
		k = int(f.at(s.state).N)
	} else {
		k = s.c.Test(f)
	}
	st := Raise
	switch k {
	case 1:
		st = s.then.Exec(f)
	case 0:
		st = Normal
		if s.or != nil {
			st = s.or.Exec(f)
		}
	}
	if st == Suspend {
		object.Store(f.at(s.state), object.Int(int64(k)))
	}
	return st
}

// suspWhile is while; pre computes what its condition needs from awaits, before every test.
type suspWhile struct {
	pre      Stmt // may be nil
	c        Cond
	body, or Stmt
	state    slot // which part: 0 body, 1 pre, 2 else
	pos      Pos
}

func (s *suspWhile) Exec(f *Frame) Status {
	part := 1
	if f.resuming {
		part = int(f.at(s.state).N)
	}
	for {
		if part == 1 {
			if s.pre != nil {
				if st := s.pre.Exec(f); st != Normal {
					return s.leave(f, st, 1)
				}
			}
			switch s.c.Test(f) {
			case -1:
				return Raise
			case 0:
				part = 2
				if s.or == nil {
					return Normal
				}
			}
		}
		if part == 2 {
			return s.leave(f, s.or.Exec(f), 2)
		}
		if st := s.body.Exec(f); st != Normal && st != Continue {
			if st == Break {
				return Normal
			}
			return s.leave(f, st, 0)
		}
		if f.attention() && !f.poll(s.pos) {
			return Raise
		}
		part = 1
	}
}

func (s *suspWhile) leave(f *Frame, st Status, part int64) Status {
	if st == Suspend {
		object.Store(f.at(s.state), object.Int(part))
	}
	return st
}

// suspFor is for; its iterator lives in a slot, and whether the loop is alone with it in the next one.
type suspFor struct {
	t        target
	iter     Node
	body, or Stmt
	state    slot // the iterator; empty while the else block runs
	pos      Pos
	temp     bool // the iterable is a temporary, see abandon
}

// left empties the slots of a loop that its body left.
func (s *suspFor) left(f *Frame, it Value) {
	if f.at(s.state+slotSize).H != nil {
		f.abandon(it)
	}
	*f.at(s.state), *f.at(s.state + slotSize) = Value{}, Value{}
}

func (s *suspFor) Exec(f *Frame) Status {
	var it Value
	if f.resuming {
		it = *f.at(s.state)
		if it.H == nil {
			return s.or.Exec(f)
		}
	} else {
		v := s.iter.Eval(f)
		if v.H == nil {
			return Raise
		}
		f.pos = s.pos
		if it = f.th.Iter(v); it.H == nil {
			return f.failStatus(s.pos)
		}
		*f.at(s.state), *f.at(s.state + slotSize) = it, Value{}
		if s.temp && fresh(it) {
			*f.at(s.state + slotSize) = object.True
		}
	}
	for {
		if !f.resuming {
			f.pos = s.pos
			x, ok := f.th.Next(it)
			if !ok {
				*f.at(s.state) = Value{}
				return f.failStatus(s.pos)
			}
			if x.H == nil {
				break
			}
			if !s.t.store(f, x) {
				s.left(f, it)
				return Raise
			}
		}
		if st := s.body.Exec(f); st != Normal && st != Continue {
			if st == Suspend {
				return st
			}
			s.left(f, it)
			if st == Break {
				return Normal
			}
			return st
		}
		if f.attention() && !f.poll(s.pos) {
			return Raise
		}
	}
	*f.at(s.state) = Value{}
	if s.or != nil {
		return s.or.Exec(f)
	}
	return Normal
}

// suspWith is a with statement whose body can suspend.
type suspWith struct {
	withStmt
	state slot // the bound __exit__
}

func (s *suspWith) Exec(f *Frame) Status {
	var exit Value
	if f.resuming {
		exit = *f.at(s.state)
	} else {
		var ok bool
		if exit, ok = s.enter(f); !ok {
			if exit.H == nil {
				return Raise
			}
			return f.leaveWith(exit, Raise, s.pos)
		}
	}
	st := s.body.Exec(f)
	if st == Suspend {
		*f.at(s.state) = exit
		return st
	}
	*f.at(s.state) = Value{}
	return f.leaveWith(exit, st, s.pos)
}

// awaitSlots is the room an await needs: the awaited object (or its iterator), and the word of a native one.
const awaitSlots = 2

// startAwait begins to await v. Normal: the result is at hand. Suspend: the frame must be left; state keeps what
// finishAwait needs. Every failure has been traced.
func (f *Frame) startAwait(v Value, state slot, pos Pos) (Value, Status) {
	th := f.th
	f.pos = pos
	t := v.H.Shape.Type
	if t.Solid == &object.CoroutineType {
		co := (*object.Coroutine)(v.Ptr())
		if co.State != object.CoCreated || co.Step != nil {
			return f.driveAwait(v, state, pos, object.None, Value{})
		}
		return f.startCoroutine((*coroutine)(v.Ptr()), v, state, pos)
	}
	if t.AwaitStep != nil {
		*f.at(state + slotSize) = object.Int(0)
		return f.stepAwait(v, state, pos, object.None, Value{})
	}
	it := th.AwaitIter(v)
	if it.H == nil {
		f.fail(pos)
		return it, Raise
	}
	return f.driveAwait(it, state, pos, object.None, Value{})
}

// startCoroutine runs a coroutine that has not started, on top of f.
func (f *Frame) startCoroutine(co *coroutine, v Value, state slot, pos Pos) (Value, Status) {
	th := f.th
	co.inherit = th.Handled.H
	co.Awaited = true
	st := co.exec(f)
	switch st {
	case Suspend:
		co.awaiter = f.owner()
		co.frame.back = f
		*f.at(state) = v
		return Value{}, Suspend
	case Raise:
		f.fail(pos)
		return Value{}, Raise
	}
	if co.Flags.Fused {
		co.release(th)
	}
	r := th.Sent
	th.Sent = Value{}
	return r, Normal
}

// stepAwait runs one step of a native awaitable.
func (f *Frame) stepAwait(v Value, state slot, pos Pos, x, exc Value) (Value, Status) {
	r, st := v.H.Shape.Type.AwaitStep(f.th, v, &f.at(state+slotSize).N, x, exc)
	return f.awaited(v, state, pos, r, st)
}

// driveAwait resumes any other awaited object: a native coroutine, an iterator, a coroutine that was started before.
func (f *Frame) driveAwait(v Value, state slot, pos Pos, x, exc Value) (Value, Status) {
	if c, ok := object.AsCoroutine(v); ok && c.State == object.CoSuspended {
		f.th.RuntimeError("coroutine is being awaited already")
		f.fail(pos)
		return Value{}, Raise
	}
	r, st := f.th.Resume(v, x, exc)
	return f.awaited(v, state, pos, r, st)
}

func (f *Frame) awaited(v Value, state slot, pos Pos, r Value, st Status) (Value, Status) {
	switch st {
	case Suspend:
		*f.at(state) = v
		f.th.Leaf, f.th.Yielded = unsafe.Pointer(f.owner()), r
		return Value{}, Suspend
	case Raise:
		*f.at(state) = Value{}
		f.fail(pos)
		return Value{}, Raise
	}
	*f.at(state) = Value{}
	return r, Normal
}

// finishAwait goes on after the frame was resumed at an await.
func (f *Frame) finishAwait(state slot, pos Pos) (Value, Status) {
	th := f.th
	f.resuming = false
	v := *f.at(state)
	x, exc := th.Sent, Value{}
	th.Sent = Value{}
	thrown, around := th.Thrown, th.ThrownOver
	if th.Inject {
		th.Inject = false
		exc, x = th.Exc, object.None
	}
	if th.Delivered {
		th.Delivered = false
		*f.at(state) = Value{}
		if exc.H != nil {
			th.Exc = exc
			if thrown {
				chainHandled(th, around)
			}
			f.fail(pos)
			return Value{}, Raise
		}
		return x, Normal
	}
	if exc.H != nil && exc.Type().IsSubtype(&object.GeneratorExitType) && !closeDelegate(th, v) {
		*f.at(state) = Value{}
		f.fail(pos)
		return Value{}, Raise
	} else if exc.H != nil && exc.Type().IsSubtype(&object.GeneratorExitType) {
		*f.at(state) = Value{}
		th.Exc = exc
		chainHandled(th, around)
		f.fail(pos)
		return Value{}, Raise
	}
	var r Value
	var st Status
	if v.H.Shape.Type.AwaitStep != nil && v.H.Shape.Type.Solid != &object.CoroutineType {
		r, st = v.H.Shape.Type.AwaitStep(th, v, &f.at(state+slotSize).N, x, exc)
	} else {
		r, st = th.Resume(v, x, exc)
	}
	if st == Raise && exc.H != nil {
		chainHandled(th, around)
	}
	return f.awaited(v, state, pos, r, st)
}

// chainHandled makes the exception that the frame handles the context of the pending one, which was thrown into the
// frame (_PyErr_ChainStackItem). What is handled around the frame does not count.
func chainHandled(th *Thread, around Value) {
	if h := th.Handled; h.H != nil && h.H != around.H && h.H != th.Exc.H {
		th.RaiseValue(th.Exc)
	}
}

// closeDelegate closes what a generator delegates to, when it is closed itself.
func closeDelegate(th *Thread, v Value) bool {
	exc := th.Exc
	m, ok := th.LookupAttr(v, strClose)
	if !ok {
		Unraisable(th, th.TakeExc(), v, "")
		th.Exc = exc
		return true
	}
	if m.H != nil && th.CallArgs(m).H == nil {
		return false
	}
	th.Exc = exc
	return true
}

var strClose = object.NewStr("close")

// startYieldFrom begins to delegate to the iterable v.
func (f *Frame) startYieldFrom(v Value, state slot, pos Pos, temp bool) (Value, Status) {
	th := f.th
	f.pos = pos
	if c, ok := object.AsCoroutine(v); ok {
		if f.code().Flags&(object.CoCoroutine|object.CoIterableCoroutine) == 0 {
			th.TypeError("cannot 'yield from' a coroutine object in a non-coroutine generator")
			f.fail(pos)
			if temp {
				f.dropped(v, pos)
			}
			return Value{}, Raise
		}
		return f.startAwait(c.V(), state, pos)
	}
	if v.H.Shape == &object.GeneratorType.Root {
		g := (*coroutine)(v.Ptr())
		if g.State == object.CoCreated && g.Step == nil {
			return f.startCoroutine(g, v, state, pos)
		}
		return f.driveYieldFrom(v, state, pos)
	}
	if f.code().Flags&object.CoIterableCoroutine != 0 && v.Type().AwaitStep != nil {
		return f.startAwait(v, state, pos)
	}
	it := th.Iter(v)
	if it.H == nil {
		f.fail(pos)
		return it, Raise
	}
	return f.driveYieldFrom(it, state, pos)
}

func (f *Frame) driveYieldFrom(it Value, state slot, pos Pos) (Value, Status) {
	r, st := f.th.Resume(it, object.None, Value{})
	return f.awaited(it, state, pos, r, st)
}

// yieldStmt is `dst = yield v`.
type yieldStmt struct {
	v     Node
	t     target // nil: what is sent is dropped
	async bool   // in an asynchronous generator: the value is wrapped for the consumer
	pos   Pos
}

func (s *yieldStmt) Exec(f *Frame) Status {
	th := f.th
	if f.resuming {
		f.resuming = false
		x := th.Sent
		th.Sent = Value{}
		if th.Inject {
			th.Inject = false
			if th.Thrown {
				chainHandled(th, th.ThrownOver)
			}
			return f.failStatus(s.pos)
		}
		if s.t != nil && !s.t.store(f, x) {
			return Raise
		}
		return Normal
	}
	v := s.v.Eval(f)
	if v.H == nil {
		return Raise
	}
	f.pos = s.pos
	co := f.owner()
	th.Leaf, th.Yielded = unsafe.Pointer(co), v
	co.Flags.Item = s.async
	return Suspend
}
