// BaseException: construction, text, chaining, notes, state.
package object

var baseExceptionLayout = excLayout{
	slots: Slots{New: baseExceptionNew, Init: baseExceptionInit, Repr: baseExceptionRepr, Str: baseExceptionStr,
		GetAttr: nil},
	methods: []Method{
		{Name: "__reduce__", F0: baseExceptionReduce},
		{Name: "__setstate__", Sig: "object, /", F1: baseExceptionSetState},
		{Name: "with_traceback", Sig: "object, /", Doc: "Set self.__traceback__ to tb and return self.", F1: func(th *Thread, v, tb Value) Value {
			if !setTraceback(th, v, tb) {
				return Value{}
			}
			return v
		}},
		{Name: "add_note", Sig: "object, /", Doc: "Add a note to the exception", F1: baseExceptionAddNote},
	},
	getset: []Getset{
		{Name: "__dict__", Get: instanceDict.Get, Set: instanceDict.Set},
		{Name: "args", Get: func(th *Thread, v Value) Value { return exc(v).Args.V() }, Set: setExcArgs},
		{Name: "__traceback__", Get: getTraceback, Set: setTraceback},
		{Name: "__context__", Doc: "exception context", Get: func(th *Thread, v Value) Value { return OrNone(exc(v).Context) }, Set: setExcContext},
		{Name: "__cause__", Doc: "exception cause", Get: func(th *Thread, v Value) Value { return OrNone(exc(v).Cause) }, Set: setExcCause},
	},
}

// plainLayout gives Exception its own __new__ and __init__.
var plainLayout = excLayout{slots: Slots{New: baseExceptionNew, Init: baseExceptionInit}}

var suppressContextMember = Member{Name: "__suppress_context__",
	Get: func(th *Thread, v Value) Value { return Bool(exc(v).SuppressContext) },
	Set: func(th *Thread, v, x Value) bool {
		if x.H == nil {
			th.TypeError("can't delete numeric/char attribute")
			return false
		}
		if !x.IsBool() {
			th.TypeError("attribute value type must be bool")
			return false
		}
		exc(v).SuppressContext = x == True
		return true
	},
}

func baseExceptionNew(th *Thread, t *Type, args []Value, kw []*Str) Value {
	e := newExceptionOf(t)
	e.Args = TupleCopy(args[:len(args)-len(kw)])
	return e.V()
}

func baseExceptionInit(th *Thread, v Value, args []Value, kw []*Str) bool {
	if len(kw) > 0 {
		th.TypeError("%s() takes no keyword arguments", v.Type().FullName())
		return false
	}
	e := exc(v)
	if !sameValues(e.Args.Items, args) {
		e.Args = TupleCopy(args)
	}
	return true
}

func sameValues(a, b []Value) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func baseExceptionStr(th *Thread, v Value) Value {
	switch args := exc(v).Args; len(args.Items) {
	case 0:
		return StrValue("")
	case 1:
		return th.strValue(args.Items[0])
	default:
		return th.strValue(args.V())
	}
}

// strValue is str(v) as a Value.
func (th *Thread) strValue(v Value) Value {
	if v.IsExact(&StrType) {
		return v
	}
	s, ok := th.Str(v)
	if !ok {
		return Value{}
	}
	return StrValue(s)
}

func baseExceptionRepr(th *Thread, v Value) Value {
	e := exc(v)
	if len(e.Args.Items) == 1 {
		r, ok := th.Repr(e.Args.Items[0])
		if !ok {
			return Value{}
		}
		return StrValue(v.Type().Name + "(" + r + ")")
	}
	r, ok := th.Repr(e.Args.V())
	if !ok {
		return Value{}
	}
	return StrValue(v.Type().Name + r)
}

// ownDict returns the attributes set on the instance as a dict, or nil when there are none.
func (e *Exception) ownDict() *Dict {
	s := e.Shape
	switch {
	case s.DictMode:
		return e.Attrs.dict(s.Type)
	case len(s.keys) == 0:
		return nil
	}
	d := NewDict()
	for i, k := range s.keys {
		d.SetStr(k, e.Slots[s.Type.NSlots+i])
	}
	return d
}

func baseExceptionReduce(th *Thread, v Value) Value {
	e := exc(v)
	if d := e.ownDict(); d != nil {
		return TupleOf(v.Type().V(), e.Args.V(), d.V())
	}
	return TupleOf(v.Type().V(), e.Args.V())
}

func baseExceptionSetState(th *Thread, v, state Value) Value {
	if state.IsNone() {
		return None
	}
	d, ok := AsDict(state)
	if !ok {
		return th.TypeError("state is not a dictionary")
	}
	for pos := 0; ; {
		k, x, next, more := d.Next(pos)
		if !more {
			return None
		}
		pos = next
		name, ok := AsStr(k)
		if !ok {
			return th.TypeError("attribute name must be string, not '%s'", k.Type().TPName())
		}
		if !th.SetAttr(v, name, x) {
			return Value{}
		}
	}
}

func baseExceptionAddNote(th *Thread, v, note Value) Value {
	if !note.Is(&StrType) {
		return th.TypeError("note must be a str, not '%s'", note.Type().TPName())
	}
	notes, ok := th.LookupAttr(v, strNotes)
	if !ok {
		return Value{}
	}
	if notes.H == nil {
		notes = NewList(nil).V()
		if !th.SetAttr(v, strNotes, notes) {
			return Value{}
		}
	}
	l, isList := AsList(notes)
	if !isList {
		return th.TypeError("Cannot add note: __notes__ is not a list")
	}
	l.Items = append(l.Items, note)
	return None
}

// AddNote is exc.add_note(text), ignoring failure.
func (th *Thread) AddNote(exc Value, text string) {
	pending := th.Exc
	baseExceptionAddNote(th, exc, StrValue(text))
	th.Exc = pending
}

func setExcArgs(th *Thread, v, x Value) bool {
	if x.H == nil {
		th.TypeError("args may not be deleted")
		return false
	}
	items, ok := th.Collect(x)
	if ok {
		exc(v).Args = NewTuple(items)
	}
	return ok
}

func getTraceback(th *Thread, v Value) Value {
	if tb := exc(v).Traceback; tb != nil {
		return tb.V()
	}
	return None
}

func setTraceback(th *Thread, v, x Value) bool {
	switch {
	case x.H == nil:
		th.TypeError("__traceback__ may not be deleted")
		return false
	case x.IsNone():
		exc(v).Traceback = nil
	case x.Is(&TracebackType):
		exc(v).Traceback = (*Traceback)(x.Ptr())
	default:
		th.TypeError("__traceback__ must be a traceback or None")
		return false
	}
	return true
}

func setExcContext(th *Thread, v, x Value) bool {
	if x.H == nil {
		th.TypeError("__context__ may not be deleted")
		return false
	}
	if _, ok := AsException(x); !ok && !x.IsNone() {
		th.TypeError("exception context must be None or derive from BaseException")
		return false
	}
	exc(v).Context = nilIfNone(x)
	return true
}

func setExcCause(th *Thread, v, x Value) bool {
	if x.H == nil {
		th.TypeError("__cause__ may not be deleted")
		return false
	}
	if _, ok := AsException(x); !ok && !x.IsNone() {
		th.TypeError("exception cause must be None or derive from BaseException")
		return false
	}
	exc(v).SetCause(nilIfNone(x))
	return true
}

// SetCause is `raise … from cause` (the nil Value: from None).
func (e *Exception) SetCause(cause Value) {
	e.Cause = cause
	e.SuppressContext = true
}
