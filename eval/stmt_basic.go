// Simple statements.
package eval

import "pyasync/object"

// exprStmt evaluates an expression for its effect.
type exprStmt struct{ v Node }

func (s *exprStmt) Exec(f *Frame) Status {
	if s.v.Eval(f).H == nil {
		return Raise
	}
	return Normal
}

// displayStmt shows the value of an expression statement typed at the prompt (sys.displayhook).
type displayStmt struct {
	v   Node
	pos Pos
}

func (s *displayStmt) Exec(f *Frame) Status {
	v := s.v.Eval(f)
	if v.H == nil {
		return Raise
	}
	f.pos = s.pos
	hook := f.th.Interp.Sys.Dict.GetName("displayhook")
	if hook.H == nil {
		f.th.RuntimeError("lost sys.displayhook")
	} else if f.call1(hook, v).H != nil {
		return Normal
	}
	return f.failStatus(s.pos)
}

// assignLocal stores to a local variable.
type assignLocal struct {
	off slot
	v   Node
}

func (s *assignLocal) Exec(f *Frame) Status {
	v := s.v.Eval(f)
	if v.H == nil {
		return Raise
	}
	object.Store(f.at(s.off), v)
	return Normal
}

// assign stores to one target.
type assign struct {
	t target
	v Node
}

func (s *assign) Exec(f *Frame) Status {
	v := s.v.Eval(f)
	if v.H == nil || !s.t.store(f, v) {
		return Raise
	}
	return Normal
}

// assignMany is a = b = v.
type assignMany struct {
	ts []target
	v  Node
}

func (s *assignMany) Exec(f *Frame) Status {
	v := s.v.Eval(f)
	if v.H == nil {
		return Raise
	}
	for _, t := range s.ts {
		if !t.store(f, v) {
			return Raise
		}
	}
	return Normal
}

// swapLocals is a, b = x, y with local targets: no tuple is made.
type assignPair struct {
	ta, tb target
	a, b   Node
}

func (s *assignPair) Exec(f *Frame) Status {
	a := s.a.Eval(f)
	if a.H == nil {
		return Raise
	}
	b := s.b.Eval(f)
	if b.H == nil || !s.ta.store(f, a) || !s.tb.store(f, b) {
		return Raise
	}
	return Normal
}

// augLocal is x op= v for a local variable x.
type augLocal struct {
	off slot
	x   Node // reads x
	v   Node
	op  object.BinOp
	pos Pos
}

func (s *augLocal) Exec(f *Frame) Status {
	if f.at(s.off).H == nil { // before v is evaluated
		s.x.Eval(f)
		return Raise
	}
	v := s.v.Eval(f)
	p := f.at(s.off)
	if v.H == &object.IntHeader && p.H == &object.IntHeader {
		x, y := int64(p.N), int64(v.N)
		switch s.op {
		case object.OpAdd:
			if r := x + y; (x^r)&(y^r) >= 0 {
				p.N = uint64(r)
				return Normal
			}
		case object.OpSub:
			if r := x - y; (x^y)&(x^r) >= 0 {
				p.N = uint64(r)
				return Normal
			}
		}
	}
	return s.slow(f, v)
}

func (s *augLocal) slow(f *Frame, v Value) Status {
	if v.H == nil {
		return Raise
	}
	x := s.x.Eval(f)
	if x.H == nil {
		return Raise
	}
	r := f.inPlaceOp(s.op, x, v, s.pos)
	if r.H == nil {
		return Raise
	}
	object.Store(f.at(s.off), r)
	return Normal
}

// augAttr is v.name op= x; augItem is v[k] op= x. The object and key are evaluated once, before x.
type augAttr struct {
	load  attr
	store attrTarget
	x     Node
	op    object.BinOp
	pos   Pos
}

func (s *augAttr) Exec(f *Frame) Status {
	v := s.load.v.Eval(f)
	if v.H == nil {
		return Raise
	}
	old := s.load.of(f, v)
	if old.H == nil {
		return Raise
	}
	x := s.x.Eval(f)
	if x.H == nil {
		return Raise
	}
	r := f.inPlaceOp(s.op, old, x, s.pos)
	if r.H == nil || !s.store.storeOn(f, v, r) {
		return Raise
	}
	return Normal
}

type augItem struct {
	t   itemTarget
	x   Node
	op  object.BinOp
	pos Pos
}

func (s *augItem) Exec(f *Frame) Status {
	v, k, ok := s.t.operands(f)
	if !ok {
		return Raise
	}
	old := f.getItem(v, k, s.t.pos)
	if old.H == nil {
		return Raise
	}
	x := s.x.Eval(f)
	if x.H == nil {
		return Raise
	}
	r := f.inPlaceOp(s.op, old, x, s.pos)
	if r.H == nil || !f.setItem(v, k, r, s.t.pos) {
		return Raise
	}
	return Normal
}

// returnStmt leaves the function with a value.
type returnStmt struct{ v Node }

func (s *returnStmt) Exec(f *Frame) Status {
	v := s.v.Eval(f)
	if v.H == nil {
		return Raise
	}
	object.Store(&f.ret, v)
	return Return
}

// returnNone is a bare return.
type returnNone struct{}

func (s *returnNone) Exec(f *Frame) Status {
	f.ret = object.None
	return Return
}

type passStmt struct{}

func (s *passStmt) Exec(f *Frame) Status { return Normal }

type breakStmt struct{}

func (s *breakStmt) Exec(f *Frame) Status { return Break }

type continueStmt struct{}

func (s *continueStmt) Exec(f *Frame) Status { return Continue }

// delStmt deletes a target.
type delStmt struct{ t target }

func (s *delStmt) Exec(f *Frame) Status {
	if !s.t.del(f) {
		return Raise
	}
	return Normal
}

// assertStmt raises AssertionError when its test fails.
type assertStmt struct {
	c   Cond
	msg Node // may be nil
	pos Pos
}

func (s *assertStmt) Exec(f *Frame) Status {
	switch s.c.Test(f) {
	case 1:
		return Normal
	case -1:
		return Raise
	}
	e := object.NewException(&object.AssertionErrorType)
	if s.msg != nil {
		m := s.msg.Eval(f)
		if m.H == nil {
			return Raise
		}
		e = object.NewException(&object.AssertionErrorType, m)
	}
	f.th.RaiseValue(e.V())
	return f.failStatus(s.pos)
}

// raiseStmt is raise, raise e, raise e from c.
type raiseStmt struct {
	exc, cause Node
	pos        Pos
}

func (s *raiseStmt) Exec(f *Frame) Status {
	th := f.th
	if s.exc == nil {
		h := th.Handled
		if h.H == nil {
			th.RuntimeError("No active exception to reraise")
			return f.failStatus(s.pos)
		}
		th.Exc, th.Reraised = h, h.H
		f.pos = s.pos
		return Raise
	}
	v := s.exc.Eval(f)
	if v.H == nil {
		return Raise
	}
	var cause Value
	if s.cause != nil {
		if cause = s.cause.Eval(f); cause.H == nil {
			return Raise
		}
	}
	f.pos = s.pos
	if e, ok := f.makeException(v); ok && f.setCause(e, cause) {
		th.RaiseValue(e.V())
	}
	return f.failStatus(s.pos)
}

// makeException returns the exception that `raise v` raises: v, or an instance of the class v.
func (f *Frame) makeException(v Value) (*object.Exception, bool) {
	if e, ok := object.AsException(v); ok {
		return e, true
	}
	th := f.th
	if t, ok := object.AsType(v); ok && t.Flags&object.FlagException != 0 {
		x := f.call0(v)
		if x.H == nil {
			return nil, false
		}
		if e, ok := object.AsException(x); ok {
			return e, true
		}
		th.TypeError("calling %s should have returned an instance of BaseException, not %s", reprOf(th, v), reprOf(th, x.Type().V()))
		return nil, false
	}
	th.TypeError("exceptions must derive from BaseException")
	return nil, false
}

func reprOf(th *Thread, v Value) string {
	s, ok := th.Repr(v)
	if !ok {
		th.Exc = Value{}
	}
	return s
}

// setCause attaches `from cause`.
func (f *Frame) setCause(e *object.Exception, cause Value) bool {
	switch {
	case cause.H == nil:
		return true
	case cause.IsNone():
		e.Cause, e.SuppressContext = Value{}, true
		return true
	}
	if t, ok := object.AsType(cause); ok && t.Flags&object.FlagException != 0 {
		if cause = f.call0(cause); cause.H == nil {
			return false
		}
		if _, ok := object.AsException(cause); !ok {
			f.th.TypeError("calling %s should have returned an instance of BaseException, not %s", reprOf(f.th, t.V()), reprOf(f.th, cause.Type().V()))
			return false
		}
	}
	if _, ok := object.AsException(cause); !ok {
		f.th.TypeError("exception causes must derive from BaseException")
		return false
	}
	e.Cause, e.SuppressContext = cause, true
	return true
}

// setAnnotation records `name: annotation` of a module or class body in __annotations__.
type setAnnotation struct {
	name *Str
	v    Node
	pos  Pos
}

func (s *setAnnotation) Exec(f *Frame) Status {
	v := s.v.Eval(f)
	if v.H == nil {
		return Raise
	}
	f.pos = s.pos
	ns := *f.at(0)
	if ns.H == nil {
		ns = f.fn.Globals.V()
	}
	ann, ok := lookupMapping(f.th, ns, strAnnotations)
	if !ok {
		return f.failStatus(s.pos)
	}
	if ann.H == nil {
		ann = object.NewDict().V()
		if !f.th.SetItem(ns, strAnnotations.V(), ann) {
			return f.failStatus(s.pos)
		}
	}
	if !f.th.SetItem(ann, s.name.V(), v) {
		return f.failStatus(s.pos)
	}
	return Normal
}

// setupAnnotations makes __annotations__ at the start of a body that has annotated names.
type setupAnnotations struct{ pos Pos }

func (s *setupAnnotations) Exec(f *Frame) Status {
	ns := *f.at(0)
	if ns.H == nil {
		ns = f.fn.Globals.V()
	}
	ann, ok := lookupMapping(f.th, ns, strAnnotations)
	if ok && ann.H == nil {
		ok = f.th.SetItem(ns, strAnnotations.V(), object.NewDict().V())
	}
	if !ok {
		return f.failStatus(s.pos)
	}
	return Normal
}

var strAnnotations = object.NewStr("__annotations__")
