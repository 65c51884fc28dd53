// async for and async with.
package eval

import "pyasync/object"

// asyncFor awaits the values of an asynchronous iterator. Slots: the iterator, the part, and whether the loop is alone
// with the iterator.
type asyncFor struct {
	t        target
	iter     Node
	body, or Stmt
	state    slot
	aw       slot // of its await
	pos      Pos  // of the iterable
	whole    Pos  // of the statement: where it waits for the next value
	temp     bool // the iterable is a temporary, see abandon
}

const (
	asyncForOwn   = 2 * slotSize
	asyncForSlots = 3
)

const (
	asyncForNext = iota
	asyncForBody
	asyncForElse
)

func (s *asyncFor) Exec(f *Frame) Status {
	part := asyncForNext
	var it Value
	if f.resuming {
		it, part = *f.at(s.state), int(f.at(s.state+slotSize).N)
		if part == asyncForElse {
			return s.or.Exec(f)
		}
	} else if it = s.start(f); it.H == nil {
		return Raise
	}
	for {
		if part == asyncForNext {
			v, st := s.next(f, it)
			switch {
			case st == Suspend:
				object.Store(f.at(s.state+slotSize), object.Int(asyncForNext))
				return st
			case st == Raise:
				if !f.th.Catch(&object.StopAsyncIterationType) {
					return s.end(f, Raise)
				}
				return s.orElse(f)
			}
			if !s.t.store(f, v) {
				return s.end(f, Raise)
			}
		}
		part = asyncForNext
		if st := s.body.Exec(f); st != Normal && st != Continue {
			if st == Suspend {
				object.Store(f.at(s.state+slotSize), object.Int(asyncForBody))
				return st
			}
			if st == Break {
				st = Normal
			}
			return s.end(f, st)
		}
		if f.attention() && !f.poll(s.pos) {
			return Raise
		}
	}
}

func (s *asyncFor) end(f *Frame, st Status) Status {
	if f.at(s.state+asyncForOwn).H != nil {
		f.abandon(*f.at(s.state))
	}
	*f.at(s.state), *f.at(s.state + asyncForOwn) = Value{}, Value{}
	return st
}

func (s *asyncFor) orElse(f *Frame) Status {
	*f.at(s.state) = Value{}
	if s.or == nil {
		return Normal
	}
	st := s.or.Exec(f)
	if st == Suspend {
		object.Store(f.at(s.state+slotSize), object.Int(asyncForElse))
	}
	return st
}

func (s *asyncFor) start(f *Frame) Value {
	v := s.iter.Eval(f)
	if v.H == nil {
		return v
	}
	f.pos = s.pos
	th := f.th
	t := v.Type()
	if t.AIter == nil {
		th.TypeError("'async for' requires an object with __aiter__ method, got %s", t.Name)
		return f.fail(s.pos)
	}
	it := t.AIter(th, v)
	if it.H == nil {
		return f.fail(s.pos)
	}
	if it.Type().ANext == nil {
		th.TypeError("'async for' received an object from __aiter__ that does not implement __anext__: %s", it.Type().TPName())
		return f.fail(s.pos)
	}
	*f.at(s.state), *f.at(s.state + asyncForOwn) = it, Value{}
	if s.temp && fresh(it) {
		*f.at(s.state + asyncForOwn) = object.True
	}
	return it
}

// next awaits the next value.
func (s *asyncFor) next(f *Frame, it Value) (Value, Status) {
	if f.resuming {
		return f.finishAwait(s.aw, s.whole)
	}
	th := f.th
	f.pos = s.whole
	if it.H.Shape == &object.AsyncGeneratorType.Root {
		return f.startAsyncNext((*coroutine)(it.Ptr()), s.aw, s.whole)
	}
	aw := it.Type().ANext(th, it)
	if aw.H == nil {
		f.fail(s.whole)
		return aw, Raise
	}
	if t := aw.Type(); t.AwaitStep == nil && t.Solid != &object.CoroutineType {
		it := th.AwaitIter(aw)
		if it.H == nil {
			return f.invalidNext(aw, s.whole)
		}
		return f.driveAwait(it, s.aw, s.whole, object.None, Value{})
	}
	return f.startAwait(aw, s.aw, s.whole)
}

// invalidNext raises the error for an __anext__ whose result cannot be awaited, caused by what went wrong.
func (f *Frame) invalidNext(aw Value, pos Pos) (Value, Status) {
	th := f.th
	cause := th.Exc
	th.TypeError("'async for' received an invalid object from __anext__: %s", aw.Type().TPName())
	e, _ := object.AsException(th.Exc)
	e.Cause, e.Context, e.SuppressContext = cause, cause, true
	f.fail(pos)
	return Value{}, Raise
}

// asyncWith is one item of an async with statement. Slots: the bound __aexit__, the part, how the body ended, the
// pending exception, the pending return value.
type asyncWith struct {
	withStmt
	state slot
	aw    slot // of its awaits
}

const asyncWithSlots = 5

const (
	asyncWithEnter = iota
	asyncWithBody
	asyncWithExit
)

var (
	strAenter = object.NewStr("__aenter__")
	strAexit  = object.NewStr("__aexit__")
)

func (s *asyncWith) Exec(f *Frame) Status {
	part := asyncWithEnter
	if f.resuming {
		part = int(f.at(s.state + slotSize).N)
	}
	if part == asyncWithExit {
		th, saved := f.th, f.th.Handled
		if exc := *f.at(s.state + 3*slotSize); exc.H != nil {
			th.Handled = exc
		}
		r, st := f.finishAwait(s.aw, s.pos)
		th.Handled = saved
		return s.exited(f, r, st)
	}
	if part == asyncWithEnter {
		var v Value
		var st Status
		if f.resuming {
			v, st = f.finishAwait(s.aw, s.pos)
		} else {
			v, st = s.enter(f)
		}
		switch {
		case st == Suspend:
			*f.at(s.state + slotSize) = object.Int(asyncWithEnter)
			return st
		case st == Raise:
			*f.at(s.state) = Value{}
			return st
		}
		if s.t != nil && !s.t.store(f, v) {
			return s.exit(f, Raise)
		}
	}
	st := s.body.Exec(f)
	if st == Suspend {
		*f.at(s.state + slotSize) = object.Int(asyncWithBody)
		return st
	}
	return s.exit(f, st)
}

func (s *asyncWith) enter(f *Frame) (Value, Status) {
	cm := s.cm.Eval(f)
	if cm.H == nil {
		return cm, Raise
	}
	f.pos = s.pos
	th := f.th
	if m := cm.H.Shape.Type.AsyncWith; m != nil {
		return s.enterManaged(f, m, cm)
	}
	enter := specialMethod(th, cm, strAenter)
	if enter.H == nil {
		s.notManager(f, cm, strEnter)
		return Value{}, Raise
	}
	exit := specialMethod(th, cm, strAexit)
	if exit.H == nil {
		if th.Exc.H == nil {
			th.TypeError("'%s' object does not support the asynchronous context manager protocol (missed __aexit__ method)", cm.Type().TPName())
		}
		f.fail(s.pos)
		return Value{}, Raise
	}
	*f.at(s.state) = exit
	aw := f.call0(enter)
	if aw.H == nil {
		f.fail(s.pos)
		return aw, Raise
	}
	return s.awaitResult(f, aw, "__aenter__")
}

// enterManaged enters an object that can do without coroutines if nothing has to be awaited.
func (s *asyncWith) enterManaged(f *Frame, m *object.AsyncManager, cm Value) (Value, Status) {
	*f.at(s.state) = Value{H: cm.H, N: object.ManagerMark}
	r, done := m.Enter(f.th, cm)
	switch {
	case !done:
		if r = f.call0(specialMethod(f.th, cm, strAenter)); r.H != nil {
			return f.startAwait(r, s.aw, s.pos)
		}
	case r.H != nil:
		return r, Normal
	}
	f.fail(s.pos)
	return Value{}, Raise
}

func (s *asyncWith) awaitResult(f *Frame, aw Value, method string) (Value, Status) {
	if t := aw.Type(); t.Await == nil && t.AwaitStep == nil && t.Solid != &object.CoroutineType && t.Solid != &object.GeneratorType {
		f.th.TypeError("'async with' received an object from %s that does not implement __await__: %s", method, t.Name)
		f.fail(s.pos)
		return Value{}, Raise
	}
	return f.startAwait(aw, s.aw, s.pos)
}

// exit calls and awaits __aexit__ after a body that ended with st.
func (s *asyncWith) exit(f *Frame, st Status) Status {
	th := f.th
	exit := *f.at(s.state)
	*f.at(s.state + 2*slotSize) = object.Int(int64(st))
	*f.at(s.state + 3*slotSize) = Value{}
	*f.at(s.state + 4*slotSize) = f.ret
	saved := th.Handled
	a, b, c := object.None, object.None, object.None
	if st == Raise {
		e, _ := object.AsException(th.Exc)
		*f.at(s.state + 3*slotSize) = th.Exc
		a, b, c = th.Exc.Type().V(), th.Exc, tracebackValue(e)
		th.Handled = th.Exc
	}
	f.pos = s.pos
	r, est := s.callExit(f, exit, a, b, c)
	th.Handled = saved
	if est == Suspend {
		*f.at(s.state + slotSize) = object.Int(asyncWithExit)
		return est
	}
	return s.exited(f, r, est)
}

// callExit calls __aexit__ and begins to await what it returns, or leaves an object on the spot.
func (s *asyncWith) callExit(f *Frame, exit, t, exc, tb Value) (Value, Status) {
	if m := exit.H.Shape.Type.AsyncWith; m != nil && exit.N == object.ManagerMark {
		cm := Value{H: exit.H}
		r, done := m.Exit(f.th, cm, exc)
		if done && r.H != nil {
			return r, Normal
		}
		if done {
			f.fail(s.pos)
			return r, Raise
		}
		exit = specialMethod(f.th, cm, strAexit)
	}
	aw := f.call3(exit, t, exc, tb)
	if aw.H == nil {
		f.fail(s.pos)
		return aw, Raise
	}
	return s.awaitResult(f, aw, "__aexit__")
}

// exited goes on when __aexit__ has been awaited with result r.
func (s *asyncWith) exited(f *Frame, r Value, est Status) Status {
	if est == Suspend {
		*f.at(s.state + slotSize) = object.Int(asyncWithExit)
		return est
	}
	st := Status(f.at(s.state + 2*slotSize).N)
	exc := *f.at(s.state + 3*slotSize)
	f.ret = *f.at(s.state + 4*slotSize)
	clear(f.slots(int(s.state/slotSize) + asyncWithSlots)[s.state/slotSize:])
	if est == Raise {
		return Raise
	}
	if st != Raise {
		return st
	}
	switch f.truth(r, s.pos) {
	case 1:
		return Normal
	case -1:
		return Raise
	}
	f.th.Exc = exc
	return Raise
}
