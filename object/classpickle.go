// What object gives copy and pickle: __reduce_ex__, __reduce__ and __getstate__.
package object

// objectReduceEx is object.__reduce_ex__: a __reduce__ of the class's own wins over the protocol.
func objectReduceEx(th *Thread, v, protocol Value) Value {
	n, ok := th.AsIndex(protocol, &OverflowErrorType)
	if !ok {
		return Value{}
	}
	if f := th.Lookup(v.Type(), strReduce); f.H != nil {
		if d, isBuiltin := asMethodDescriptor(f); !isBuiltin || d.Owner != &ObjectType {
			return th.CallMethod(v, strReduce)
		}
	}
	return th.reduceOld(v, n)
}

func (th *Thread) reduceOld(v Value, protocol int) Value {
	if protocol >= 2 {
		return th.reduceNewobj(v)
	}
	f := th.copyregFunc("_reduce_ex")
	if f.H == nil {
		return f
	}
	return th.CallArgs(f, v, Int(int64(protocol)))
}

func (th *Thread) copyregFunc(name string) Value {
	if th.Interp.Hooks.Import == nil {
		return th.RuntimeError("copyreg is not available")
	}
	m := th.Interp.Hooks.Import(th, "copyreg")
	if m.H == nil {
		return m
	}
	return th.GetAttrName(m, name)
}

// reduceNewobj is reduce_newobj: (copyreg.__newobj__, (cls, *args), state, listitems, dictitems).
func (th *Thread) reduceNewobj(v Value) Value {
	t := v.Type()
	if t.Slots.New == nil {
		return th.cannotPickle(t)
	}
	args, kwargs, ok := th.newArguments(v)
	if !ok {
		return Value{}
	}
	hasArgs := args != nil
	var callable Value
	var callArgs []Value
	if kwargs == nil || kwargs.Len() == 0 {
		callable = th.copyregFunc("__newobj__")
		callArgs = []Value{t.V()}
		if hasArgs {
			callArgs = append(callArgs, args.Items...)
		}
	} else {
		callable = th.copyregFunc("__newobj_ex__")
		callArgs = []Value{t.V(), args.V(), kwargs.V()}
	}
	if callable.H == nil {
		return callable
	}
	state := th.getState(v, !(hasArgs || v.Is(&ListType) || v.Is(&DictType)))
	if state.H == nil {
		return state
	}
	listitems, dictitems := None, None
	if v.Is(&ListType) {
		listitems = th.Iter(v)
	}
	if v.Is(&DictType) {
		items := th.CallMethod(v, NewStr("items"))
		if items.H == nil {
			return items
		}
		dictitems = th.Iter(items)
	}
	if listitems.H == nil || dictitems.H == nil {
		return Value{}
	}
	return TupleOf(callable, NewTuple(callArgs).V(), state, listitems, dictitems)
}

// newArguments asks __getnewargs_ex__ and __getnewargs__, as special methods of the class, for the arguments of __new__.
func (th *Thread) newArguments(v Value) (args *Tuple, kwargs *Dict, ok bool) {
	if r, found := th.CallSpecial(v, strGetNewArgsEx); found {
		return th.newArgumentsEx(r)
	}
	r, found := th.CallSpecial(v, strGetNewArgs)
	if !found || r.H == nil {
		return nil, nil, !found
	}
	t, isTuple := AsTuple(r)
	if !isTuple {
		th.TypeError("__getnewargs__ should return a tuple, not '%s'", r.Type().TPName())
		return nil, nil, false
	}
	return t, nil, true
}

func (th *Thread) newArgumentsEx(r Value) (args *Tuple, kwargs *Dict, ok bool) {
	if r.H == nil {
		return nil, nil, false
	}
	t, isTuple := AsTuple(r)
	if !isTuple {
		th.TypeError("__getnewargs_ex__ should return a tuple, not '%s'", r.Type().TPName())
		return nil, nil, false
	}
	if len(t.Items) != 2 {
		th.ValueError("__getnewargs_ex__ should return a tuple of length 2, not %d", len(t.Items))
		return nil, nil, false
	}
	if args, ok = AsTuple(t.Items[0]); !ok {
		th.TypeError("first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '%s'", t.Items[0].Type().TPName())
		return nil, nil, false
	}
	if kwargs, ok = AsDict(t.Items[1]); !ok {
		th.TypeError("second item of the tuple returned by __getnewargs_ex__ must be a dict, not '%s'", t.Items[1].Type().TPName())
	}
	return args, kwargs, ok
}

// getState calls __getstate__, or its default.
func (th *Thread) getState(v Value, required bool) Value {
	f := th.GetAttr(v, strGetState)
	if f.H == nil {
		return f
	}
	if b, ok := AsBuiltin(f); ok && b.Owner == &ObjectType && b.Self == v {
		return th.defaultState(v, required)
	}
	return th.CallArgs(f)
}

func objectGetState(th *Thread, v Value) Value { return th.defaultState(v, false) }

func (th *Thread) cannotPickle(t *Type) Value {
	if t == &CodeType {
		return th.TypeError("cannot pickle code objects") // CPython's text for types of varying size
	}
	return th.TypeError("cannot pickle '%s' object", t.FullName())
}

// defaultState is object_getstate_default: the __dict__, with the values of __slots__ beside it when there are any.
func (th *Thread) defaultState(v Value, required bool) Value {
	t := v.Type()
	if required && !t.copyable() {
		return th.cannotPickle(t)
	}
	state := None
	if t.hasDict() {
		d, ok := th.LookupAttr(v, strDict)
		if !ok {
			return Value{}
		}
		if dict, isDict := AsDict(d); d.H != nil && isDict {
			state = dict.Copy().V()
			if dict.Len() == 0 {
				state = None
			}
		} else if d.H != nil {
			state = d
		}
	}
	slots := th.slotState(v)
	if slots == nil {
		return Value{}
	}
	if slots.Len() > 0 {
		return TupleOf(state, slots.V())
	}
	return state
}

// copyable reports whether an instance of t is no more than its attributes.
func (t *Type) copyable() bool {
	switch t.Solid {
	case &ObjectType, &IntType, &FloatType, &StrType, &BytesType, &TupleType, &ListType, &DictType, &ComplexType, &SetType, &FrozenSetType:
		return true
	}
	return t.Flags&FlagException != 0 || t.Flags&FlagCopyable != 0
}

func (th *Thread) slotState(v Value) *Dict {
	d := NewDict()
	t := v.Type()
	if t.Flags&FlagHeap != 0 && t.attrs.GetStr(strSlotnames).H == nil {
		SetClassAttr(t, strSlotnames, t.copyregSlotnames()) // where copyreg remembers them, and dir() shows them
	}
	for _, m := range t.MRO {
		for _, n := range m.slotNames {
			x, ok := th.LookupAttr(v, n)
			if !ok {
				return nil
			}
			if x.H != nil {
				d.SetStr(n, x)
			}
		}
	}
	return d
}

var strSlotnames = NewStr("__slotnames__")

func (t *Type) copyregSlotnames() Value {
	var names []Value
	for _, m := range t.MRO {
		for _, n := range m.slotNames {
			names = append(names, n.V())
		}
	}
	return NewList(names).V()
}
