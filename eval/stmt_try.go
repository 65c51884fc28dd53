// try and with: exception handling, in the forms that cannot suspend and those that can.
//
// The suspendable forms keep their progress in slots: which part is running, the exception being handled, what was
// pending when a finally block began. See suspend.go for the contract.
package eval

import "pyasync/object"

// handler is an except clause.
type handler struct {
	typ  Node   // nil: catches everything
	name target // nil: no "as"
	body Stmt
	pos  Pos // of the type
}

// matches reports whether the clause catches exc: 1 yes, 0 no, -1 raised.
func (h *handler) matches(f *Frame, exc Value) int {
	if h.typ == nil {
		return 1
	}
	t := h.typ.Eval(f)
	if t.H == nil {
		return -1
	}
	ok, valid := matchesType(f.th, exc, t)
	if !valid {
		f.th.TypeError("catching classes that do not inherit from BaseException is not allowed")
		f.fail(h.pos)
		return -1
	}
	if ok {
		return 1
	}
	return 0
}

// matchesType is the test of an except clause: a class, or a tuple of classes.
func matchesType(th *Thread, exc, t Value) (match, valid bool) {
	if c, ok := object.AsType(t); ok {
		return exc.Type().IsSubtype(c), c.Flags&object.FlagException != 0
	}
	tup, ok := object.AsTuple(t)
	if !ok {
		return false, false
	}
	for _, x := range tup.Items {
		c, ok := object.AsType(x)
		if !ok || c.Flags&object.FlagException == 0 {
			return false, false
		}
		if exc.Type().IsSubtype(c) {
			match = true
		}
	}
	return match, true
}

// tryStmt is try with except clauses, else and finally (each may be absent).
type tryStmt struct {
	body     Stmt
	handlers []handler
	or       Stmt
	finally  Stmt
	star     bool // except*
	state    slot // suspendable form: first of tryProgress slots; 0 otherwise (slot 0 is never progress)
}

// The slots of a suspendable try: the running part, the exception handled, the exception or value pending while
// finally runs, and, for except*, the unhandled rest and the list of what handlers raised.
const tryProgress = 6

// The running part.
const (
	partBody = iota
	partElse
	partFinally
	partHandler // + index of the handler
)

func (s *tryStmt) Exec(f *Frame) Status {
	part, resuming := partBody, f.resuming
	if resuming {
		part = int(f.at(s.state).N)
	}
	var st Status
	if part == partFinally {
		return s.runFinally(f, Status(f.at(s.state+2*slotSize).N), true)
	}
	switch {
	case part >= partHandler && s.star:
		st = s.starHandlers(f, part-partHandler)
	case part >= partHandler:
		st = s.runHandler(f, part-partHandler, *f.at(s.state + slotSize))
	case part == partElse:
		st = s.or.Exec(f)
	default:
		st = s.body.Exec(f)
		if st == Suspend {
			*f.at(s.state) = object.Int(partBody)
			return st
		}
		switch {
		case st == Raise && len(s.handlers) > 0:
			if s.star {
				st = s.startStar(f)
			} else {
				st = s.handle(f)
			}
			part = partHandler
		case st == Normal && s.or != nil:
			st = s.or.Exec(f)
			part = partElse
		}
	}
	if st == Suspend {
		if part == partElse {
			*f.at(s.state) = object.Int(partElse)
		}
		return st
	}
	if s.finally == nil {
		return st
	}
	return s.runFinally(f, st, false)
}

// handle finds and runs the handler of the pending exception.
func (s *tryStmt) handle(f *Frame) Status {
	exc := f.th.Exc
	saved := f.th.Handled
	f.th.Handled = exc
	for i := range s.handlers {
		switch s.handlers[i].matches(f, exc) {
		case 1:
			f.th.Handled = saved
			if h := &s.handlers[i]; h.name != nil && !h.name.store(f, exc) {
				return Raise
			}
			return s.runHandler(f, i, exc)
		case -1:
			f.th.Handled = saved
			return Raise
		}
	}
	f.th.Handled = saved
	f.th.Exc = exc
	return Raise
}

// runHandler runs (or goes on with) the body of a handler.
func (s *tryStmt) runHandler(f *Frame, i int, exc Value) Status {
	h := &s.handlers[i]
	th := f.th
	saved := th.Handled
	th.Handled = exc
	st := h.body.Exec(f)
	th.Handled = saved
	if st == Suspend {
		*f.at(s.state) = object.Int(int64(partHandler + i))
		*f.at(s.state + slotSize) = exc
		return st
	}
	if h.name != nil {
		pending := th.Exc
		h.name.store(f, object.None)
		h.name.del(f)
		th.Exc = pending
	}
	if s.state != 0 {
		*f.at(s.state + slotSize) = Value{}
	}
	return st
}

// runFinally runs the finally block after a part that ended with st, and then goes on with st unless the block
// itself leaves.
func (s *tryStmt) runFinally(f *Frame, st Status, resumed bool) Status {
	th := f.th
	var exc, ret Value
	if resumed {
		exc, ret = *f.at(s.state + 3*slotSize), *f.at(s.state + 4*slotSize)
	} else {
		if st == Raise {
			exc = th.Exc
		}
		ret = f.ret
	}
	saved := th.Handled
	if st == Raise {
		th.Handled = exc
	}
	r := s.finally.Exec(f)
	th.Handled = saved
	if r == Suspend {
		*f.at(s.state) = object.Int(partFinally)
		*f.at(s.state + 2*slotSize) = object.Int(int64(st))
		*f.at(s.state + 3*slotSize) = exc
		*f.at(s.state + 4*slotSize) = ret
		return r
	}
	if s.state != 0 {
		*f.at(s.state + 3*slotSize), *f.at(s.state + 4*slotSize) = Value{}, Value{}
	}
	if r != Normal {
		return r
	}
	if st == Raise {
		th.Exc = exc
	}
	f.ret = ret
	return st
}

// withStmt is one item of a with statement that cannot suspend.
type withStmt struct {
	cm   Node
	t    target // nil: no "as"
	body Stmt
	pos  Pos // of the context expression
}

var (
	strEnter = object.NewStr("__enter__")
	strExit  = object.NewStr("__exit__")
)

// enter evaluates the context manager and calls __enter__; exit is the bound __exit__.
func (s *withStmt) enter(f *Frame) (exit Value, ok bool) {
	cm := s.cm.Eval(f)
	if cm.H == nil {
		return cm, false
	}
	f.pos = s.pos
	th := f.th
	enter := specialMethod(th, cm, strEnter)
	if enter.H == nil {
		s.notManager(f, cm, strAenter)
		return Value{}, false
	}
	exit = specialMethod(th, cm, strExit)
	if exit.H == nil {
		if th.Exc.H == nil {
			th.TypeError("'%s' object does not support the context manager protocol (missed __exit__ method)", cm.Type().TPName())
		}
		f.fail(s.pos)
		return Value{}, false
	}
	v := f.call0(enter)
	if v.H == nil {
		f.fail(s.pos)
		return v, false
	}
	if s.t != nil && !s.t.store(f, v) {
		return exit, s.storeFailed(f, exit)
	}
	return exit, true
}

// storeFailed: the target of "as" raised inside the with statement, so __exit__ runs.
func (s *withStmt) storeFailed(f *Frame, exit Value) bool {
	f.ret = exit
	return false
}

func (s *withStmt) notManager(f *Frame, cm Value, other *Str) {
	th := f.th
	if th.Exc.H == nil {
		kind := "the context manager"
		if other == strEnter {
			kind = "the asynchronous context manager"
		}
		th.TypeError("'%s' object does not support %s protocol", cm.Type().TPName(), kind)
	}
	f.fail(s.pos)
}

// specialMethod returns the special method name of v, bound; absent: nil with no exception pending.
func specialMethod(th *Thread, v Value, name *Str) Value {
	th.Exc = Value{}
	t := v.Type()
	d := th.Lookup(t, name)
	if d.H == nil {
		return d
	}
	if get := d.Type().DescrGet; get != nil {
		return get(th, d, v, t.V())
	}
	return d
}

func (s *withStmt) Exec(f *Frame) Status {
	exit, ok := s.enter(f)
	if !ok {
		if exit.H == nil {
			return Raise
		}
		return f.leaveWith(exit, Raise, s.pos)
	}
	return f.leaveWith(exit, s.body.Exec(f), s.pos)
}

// leaveWith calls __exit__ after a body that ended with st.
func (f *Frame) leaveWith(exit Value, st Status, pos Pos) Status {
	th := f.th
	if st != Raise {
		ret := f.ret
		f.pos = pos
		if f.call3(exit, object.None, object.None, object.None).H == nil {
			return f.failStatus(pos)
		}
		f.ret = ret
		return st
	}
	exc := th.Exc
	e, _ := object.AsException(exc)
	saved := th.Handled
	th.Handled = exc
	f.pos = pos
	r := f.call3(exit, exc.Type().V(), exc, tracebackValue(e))
	if r.H == nil {
		st := f.failStatus(pos)
		th.Handled = saved
		return st
	}
	swallow := f.truth(r, pos)
	th.Handled = saved
	switch swallow {
	case 1:
		return Normal
	case -1:
		return Raise
	}
	th.Exc = exc
	return Raise
}

func tracebackValue(e *object.Exception) Value {
	if e.Traceback == nil {
		return object.None
	}
	return object.ObjectValue(&e.Traceback.Header)
}
