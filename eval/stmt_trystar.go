// except*: handlers that each take their part of an exception group.
package eval

import "pyasync/object"

// The state of a running except* lies in a list, so that it survives a suspension: the original exception, the part
// not yet handled, and after them what the handlers raised. Slot state+5*slotSize holds it.
const (
	starOrig = iota
	starRest
	starResults
)

// startStar begins the except* clauses for the pending exception.
func (s *tryStmt) startStar(f *Frame) Status {
	exc := f.th.Exc
	st := object.NewList([]Value{exc, exc})
	return s.runStar(f, st, 0)
}

// starHandlers goes on with the body of clause i after a suspension.
func (s *tryStmt) starHandlers(f *Frame, i int) Status {
	l, _ := object.AsList(*f.at(s.state + 5*slotSize))
	if st, done := s.starBody(f, l, i, *f.at(s.state + slotSize)); done {
		return st
	}
	return s.runStar(f, l, i+1)
}

// runStar runs the clauses from i on and raises what is left.
func (s *tryStmt) runStar(f *Frame, l *object.List, i int) Status {
	th := f.th
	for ; i < len(s.handlers); i++ {
		rest := l.Items[starRest]
		if rest.IsNone() {
			break
		}
		saved := th.Handled
		th.Handled = l.Items[starOrig]
		match, ok := s.starMatch(f, i, l)
		th.Handled = saved
		if !ok {
			return Raise
		}
		if match.IsNone() {
			continue
		}
		if h := &s.handlers[i]; h.name != nil && !h.name.store(f, match) {
			return Raise
		}
		if st, done := s.starBody(f, l, i, match); done {
			return st
		}
	}
	return s.finishStar(f, l)
}

// starMatch splits the unhandled rest by the type of clause i; the match is None when there is none.
func (s *tryStmt) starMatch(f *Frame, i int, l *object.List) (match Value, ok bool) {
	th, h := f.th, &s.handlers[i]
	t := h.typ.Eval(f)
	if t.H == nil {
		return t, false
	}
	exc := l.Items[starRest]
	f.pos = h.pos
	if bad := starTypeError(th, exc, t); bad {
		f.fail(h.pos)
		return Value{}, false
	}
	if exc.Type().IsSubtype(&object.BaseExceptionGroupType) {
		pair := th.CallMethod(exc, strSplit, t)
		tup, isTuple := Value{}, false
		if pair.H != nil {
			tup, isTuple = pair, pair.Is(&object.TupleType)
		}
		if !isTuple {
			f.fail(h.pos)
			return Value{}, false
		}
		items := (*object.Tuple)(tup.Ptr()).Items
		if !items[0].IsNone() {
			l.Items[starRest] = items[1]
		}
		return items[0], true
	}
	if ok, _ := matchesType(th, exc, t); !ok {
		return object.None, true
	}
	group := th.CallArgs(object.ExceptionGroupType.V(), object.StrValue(""), object.TupleOf(exc))
	if _, isException := object.AsType(t); isException && !exc.Type().IsSubtype(&object.ExceptionType) {
		th.Exc = Value{}
		group = th.CallArgs(object.BaseExceptionGroupType.V(), object.StrValue(""), object.TupleOf(exc))
	}
	if group.H == nil {
		f.fail(h.pos)
		return group, false
	}
	l.Items[starRest] = object.None
	return group, true
}

var strSplit = object.NewStr("split")

// starTypeError raises when the type of an except* clause is no exception type or an exception group.
func starTypeError(th *Thread, exc, t Value) bool {
	if _, valid := matchesType(th, exc, t); !valid {
		th.TypeError("catching classes that do not inherit from BaseException is not allowed")
		return true
	}
	types := []Value{t}
	if tup, ok := object.AsTuple(t); ok {
		types = tup.Items
	}
	for _, x := range types {
		if c, ok := object.AsType(x); ok && c.IsSubtype(&object.BaseExceptionGroupType) {
			th.TypeError("catching ExceptionGroup with except* is not allowed. Use except instead.")
			return true
		}
	}
	return false
}

// starBody runs the body of clause i for match; done: the statement ends with the status (only a suspension).
func (s *tryStmt) starBody(f *Frame, l *object.List, i int, match Value) (st Status, done bool) {
	th, h := f.th, &s.handlers[i]
	saved := th.Handled
	th.Handled = match
	st = h.body.Exec(f)
	th.Handled = saved
	if st == Suspend {
		*f.at(s.state) = object.Int(int64(partHandler + i))
		*f.at(s.state + slotSize) = match
		*f.at(s.state + 5*slotSize) = l.V()
		return st, true
	}
	raised := th.Exc
	if h.name != nil {
		h.name.store(f, object.None)
		h.name.del(f)
	}
	if st == Raise {
		l.Items = append(l.Items, raised)
	}
	return st, false
}

// finishStar raises what the handlers raised together with what no clause took (CPython's PrepReraiseStar).
func (s *tryStmt) finishStar(f *Frame, l *object.List) Status {
	th := f.th
	orig, rest := l.Items[starOrig], l.Items[starRest]
	var raised, again []Value
	oe, _ := object.AsException(orig)
	for _, x := range l.Items[starResults:] {
		e, _ := object.AsException(x)
		if sameMetadata(oe, e) {
			again = append(again, x)
		} else {
			raised = append(raised, x)
		}
	}
	if !rest.IsNone() {
		again = append(again, rest)
	}
	if len(raised)+len(again) == 0 {
		return Normal
	}
	if !orig.Type().IsSubtype(&object.BaseExceptionGroupType) {
		th.Exc = append(raised, again...)[0]
		if e, _ := object.AsException(th.Exc); len(again) > 0 && e.Header.Shape.Type.IsSubtype(&object.BaseExceptionGroupType) && rest.IsNone() {
			th.Exc = again[0]
		}
		return Raise
	}
	if len(again) > 0 {
		p := project(th, orig, again)
		if p.H == nil {
			return f.failStatus(f.pos)
		}
		if len(raised) == 0 {
			th.Exc = p
			return Raise
		}
		raised = append(raised, p)
	}
	if len(raised) == 1 {
		th.Exc = raised[0]
		return Raise
	}
	g := th.CallArgs(object.BaseExceptionGroupType.V(), object.StrValue(""), object.NewList(raised).V())
	if g.H == nil {
		return f.failStatus(f.pos)
	}
	th.Exc, th.Reraised = g, g.H
	return Raise
}

// sameMetadata tells a part of the original group, raised again, from a new exception.
func sameMetadata(a, b *object.Exception) bool {
	return a.Traceback == b.Traceback && a.Cause == b.Cause && a.Context == b.Context
}

// project returns the part of group orig whose leaves occur in parts.
func project(th *Thread, orig Value, parts []Value) Value {
	leaves := map[*object.Header]bool{}
	for _, p := range parts {
		collectLeaves(th, p, leaves)
	}
	pred := object.NewBuiltin(&object.Method{Name: "keep", F1: func(th *Thread, _, x Value) Value {
		return object.Bool(leaves[x.H])
	}}, object.None, "builtins")
	pair := th.CallMethod(orig, strSplit, pred)
	if pair.H == nil {
		return pair
	}
	return (*object.Tuple)(pair.Ptr()).Items[0]
}

func collectLeaves(th *Thread, v Value, leaves map[*object.Header]bool) {
	if !v.Type().IsSubtype(&object.BaseExceptionGroupType) {
		leaves[v.H] = true
		return
	}
	excs := th.GetAttrName(v, "exceptions")
	if tup, ok := object.AsTuple(orNone(excs)); ok {
		for _, x := range tup.Items {
			collectLeaves(th, x, leaves)
		}
	}
}
