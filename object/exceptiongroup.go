// BaseExceptionGroup and ExceptionGroup.
package object

import "fmt"

const (
	groupMessage = iota
	groupExceptions
)

var groupLayout = excLayout{
	fields:  []string{"message", "exceptions"},
	members: []string{"message", "exceptions"},
	slots:   Slots{New: groupNew, Init: groupInit, Str: groupStr},
	methods: []Method{
		{Name: "derive", Sig: "object, /", F1: func(th *Thread, v, excs Value) Value {
			return th.CallArgs(BaseExceptionGroupType.V(), exc(v).Fields[groupMessage], excs)
		}},
		{Name: "split", Sig: "object, /", F1: func(th *Thread, v, cond Value) Value {
			match, rest, ok := th.SplitGroup(v, cond)
			if !ok {
				return Value{}
			}
			return TupleOf(OrNone(match), OrNone(rest))
		}},
		{Name: "subgroup", Sig: "object, /", F1: func(th *Thread, v, cond Value) Value {
			match, _, ok := th.SplitGroup(v, cond)
			if !ok {
				return Value{}
			}
			return OrNone(match)
		}},
		{Name: "__class_getitem__", Flags: ClassMethod, Sig: "object, /", Doc: "See PEP 585", F1: func(th *Thread, cls, x Value) Value { return NewGenericAlias(cls, x) }},
	},
}

func defineExceptionGroup() {
	Define(&ExceptionGroupType, Spec{Name: "ExceptionGroup", Base: &BaseExceptionGroupType, Flags: FlagException})
	ExceptionGroupType.Bases = []*Type{&BaseExceptionGroupType, &ExceptionType}
	ExceptionGroupType.MRO = []*Type{&ExceptionGroupType, &BaseExceptionGroupType, &ExceptionType, &BaseExceptionType, &ObjectType}
	ExceptionGroupType.AttrsOff = exceptionAlloc.SubOff
}

func groupInit(th *Thread, v Value, args []Value, kw []*Str) bool {
	return baseExceptionInit(th, v, args, kw)
}

// groupNew checks (message, exceptions) and picks ExceptionGroup when no member is a bare BaseException.
func groupNew(th *Thread, t *Type, args []Value, kw []*Str) Value {
	npos := len(args) - len(kw)
	if npos != 2 {
		return th.TypeError("BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)", npos)
	}
	if !args[0].Is(&StrType) {
		return th.TypeError("BaseExceptionGroup.__new__() argument 1 must be str, not %s", typeNameOf(args[0]))
	}
	items, ok := th.groupMembers(args[1])
	if !ok {
		return Value{}
	}
	nested := false
	for _, x := range items {
		nested = nested || !IsInstance(x, &ExceptionType)
	}
	switch {
	case t == &BaseExceptionGroupType && !nested:
		t = &ExceptionGroupType
	case t == &ExceptionGroupType && nested:
		return th.TypeError("Cannot nest BaseExceptions in an ExceptionGroup")
	case t != &BaseExceptionGroupType && nested && t.IsSubtype(&ExceptionType):
		return th.TypeError("Cannot nest BaseExceptions in '%s'", t.Name)
	}
	e := newExceptionOf(t)
	e.Args = TupleCopy(args[:npos])
	e.Fields[groupMessage], e.Fields[groupExceptions] = args[0], NewTuple(items).V()
	return e.V()
}

func (th *Thread) groupMembers(v Value) ([]Value, bool) {
	t := v.Type()
	if t.Slots.GetItem == nil || v.Is(&DictType) || t.Flags&FlagMapping != 0 {
		th.TypeError("second argument (exceptions) must be a sequence")
		return nil, false
	}
	items, ok := th.Collect(v)
	if !ok {
		return nil, false
	}
	if len(items) == 0 {
		th.ValueError("second argument (exceptions) must be a non-empty sequence")
		return nil, false
	}
	for i, x := range items {
		if _, ok := AsException(x); !ok {
			th.ValueError("Item %d of second argument (exceptions) is not an exception", i)
			return nil, false
		}
	}
	return items, true
}

// GroupMembers returns the exceptions of a group, or nil when v is none.
func GroupMembers(v Value) []Value {
	if !IsInstance(v, &BaseExceptionGroupType) {
		return nil
	}
	return groupItems(exc(v))
}

func groupItems(e *Exception) []Value {
	if t, ok := AsTuple(OrNone(e.Fields[groupExceptions])); ok {
		return t.Items
	}
	return nil
}

func groupStr(th *Thread, v Value) Value {
	e := exc(v)
	msg, ok := th.Str(OrNone(e.Fields[groupMessage]))
	if !ok {
		return Value{}
	}
	n := len(groupItems(e))
	return StrValue(fmt.Sprintf("%s (%d sub-exception%s)", msg, n, plural(n)))
}

// matcher decides which exceptions of a group are meant.
type matcher func(v Value) (match, ok bool)

// groupMatcher interprets the condition of split() and subgroup().
func (th *Thread) groupMatcher(cond Value) matcher {
	if t, isType := AsType(cond); isType {
		if t.Flags&FlagException != 0 {
			return func(v Value) (bool, bool) { return IsInstance(v, t), true }
		}
	} else if tuple, isTuple := AsTuple(cond); isTuple {
		all := true
		for _, x := range tuple.Items {
			t, ok := AsType(x)
			all = all && ok && t.Flags&FlagException != 0
		}
		if all {
			return func(v Value) (bool, bool) { return th.MatchException(v, cond), true }
		}
	} else if cond.Type().Slots.Call != nil {
		return func(v Value) (bool, bool) {
			r := th.CallArgs(cond, v)
			if r.H == nil {
				return false, false
			}
			return th.Truth(r)
		}
	}
	th.TypeError("expected an exception type, a tuple of exception types, or a callable (other than a class)")
	return nil
}

// MatchException reports whether exception v is an instance of the class, or one of the classes of the tuple, cls.
// Other things in cls match nothing: the evaluator has checked them.
func (th *Thread) MatchException(v, cls Value) bool {
	if t, ok := AsType(cls); ok {
		return IsInstance(v, t)
	}
	if tuple, ok := AsTuple(cls); ok {
		for _, c := range tuple.Items {
			if th.MatchException(v, c) {
				return true
			}
		}
	}
	return false
}

// SplitGroup splits v by cond (a class, tuple of classes or predicate) into what matches and the rest, each with the
// structure, traceback, cause and notes of v; the nil Value for an empty part.
func (th *Thread) SplitGroup(v, cond Value) (match, rest Value, ok bool) {
	m := th.groupMatcher(cond)
	if m == nil {
		return Value{}, Value{}, false
	}
	return th.splitGroup(v, m)
}

func (th *Thread) splitGroup(v Value, m matcher) (match, rest Value, ok bool) {
	is, ok := m(v)
	if !ok {
		return Value{}, Value{}, false
	}
	if is {
		return v, Value{}, true
	}
	if !IsInstance(v, &BaseExceptionGroupType) {
		return Value{}, v, true
	}
	if !th.Enter() {
		return Value{}, Value{}, false
	}
	defer th.Leave()
	var yes, no []Value
	for _, x := range groupItems(exc(v)) {
		a, b, ok := th.splitGroup(x, m)
		if !ok {
			return Value{}, Value{}, false
		}
		if a.H != nil {
			yes = append(yes, a)
		}
		if b.H != nil {
			no = append(no, b)
		}
	}
	if match, ok = th.deriveGroup(v, yes); !ok {
		return Value{}, Value{}, false
	}
	rest, ok = th.deriveGroup(v, no)
	return match, rest, ok
}

// deriveGroup makes a group of excs like the group v (exceptiongroup_subset).
func (th *Thread) deriveGroup(v Value, excs []Value) (Value, bool) {
	if len(excs) == 0 {
		return Value{}, true
	}
	g := th.CallMethod(v, strDerive, NewList(excs).V())
	if g.H == nil {
		return g, false
	}
	if !IsInstance(g, &BaseExceptionGroupType) {
		th.TypeError("derive must return an instance of BaseExceptionGroup")
		return Value{}, false
	}
	from, to := exc(v), exc(g)
	to.Traceback, to.Context = from.Traceback, from.Context
	to.Cause, to.SuppressContext = from.Cause, true // setting a cause, even none, suppresses the context
	notes, ok := th.LookupAttr(v, strNotes)
	if !ok {
		return Value{}, false
	}
	if notes.H != nil {
		// Notes that are no sequence are dropped, as CPython does.
		if l, isList := AsList(notes); isList {
			if !th.SetAttr(g, strNotes, NewList(append([]Value(nil), l.Items...)).V()) {
				return Value{}, false
			}
		}
	}
	return g, true
}

var strDerive = constStr("derive")
