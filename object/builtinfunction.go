// builtin_function_or_method and method-wrapper: builtins and special methods bound to their receiver.
package object

// methodWrapper is a special method of a builtin type bound to an object: (1).__add__.
type methodWrapper struct {
	Header
	w    *SlotWrapper
	self Value
}

func init() {
	Define(&BuiltinType, Spec{Name: "builtin_function_or_method", Flags: FlagNoNew | FlagFinal, Alloc: Allocator[Builtin](),
		Slots: Slots{Repr: builtinRepr, Compare: builtinCompare, Hash: builtinHash,
			Call: func(th *Thread, f Value, args []Value, kw []*Str) Value {
				return (*Builtin)(f.Ptr()).Call(th, args, kw)
			}},
		Getset: builtinGetset, Methods: []Method{{Name: "__reduce__", F0: builtinReduce}}})
	Define(&MethodWrapperType, Spec{Name: "method-wrapper", Flags: FlagNoNew | FlagFinal, Alloc: Allocator[methodWrapper](),
		Slots:  Slots{Repr: methodWrapperRepr, Call: methodWrapperCall, Compare: methodWrapperCompare, Hash: methodWrapperHash},
		Getset: methodWrapperGetset, Methods: []Method{{Name: "__reduce__", F0: methodWrapperReduce}}})
}

// AsBuiltin returns the builtin function or method v is.
func AsBuiltin(v Value) (*Builtin, bool) {
	if v.H.Shape == &BuiltinType.Root {
		return (*Builtin)(v.Ptr()), true
	}
	return nil, false
}

func builtinRepr(th *Thread, v Value) Value {
	b := (*Builtin)(v.Ptr())
	if _, isModule := moduleOrNil(b.Self); b.Self.H == nil || isModule {
		return StrValue("<built-in function " + b.Method.Name + ">")
	}
	return StrValue("<built-in method " + b.Method.Name + " of " + b.Self.Type().FullName() + " object at " + Address(b.Self) + ">")
}

// moduleOrNil is AsModule for values that may be nil.
func moduleOrNil(v Value) (*Module, bool) {
	if v.H == nil {
		return nil, false
	}
	return AsModule(v)
}

func builtinCompare(th *Thread, a, b Value, op CmpOp) Value {
	x, ok := AsBuiltin(a)
	y, ok2 := AsBuiltin(b)
	if !ok || !ok2 || op != CmpEQ && op != CmpNE {
		return NotImplemented
	}
	eq := x.Self == y.Self && x.Method == y.Method
	return Bool(eq == (op == CmpEQ))
}

func builtinHash(th *Thread, v Value) (int64, bool) {
	b := (*Builtin)(v.Ptr())
	h := int64(hashPointer(b.Method))
	if b.Self.H != nil {
		h ^= int64(ID(b.Self) >> 4)
	}
	return h, true
}

func builtinOf(v Value) *Builtin { return (*Builtin)(v.Ptr()) }

var builtinGetset = []Getset{
	{Name: "__doc__", Get: func(th *Thread, v Value) Value { return docValue(builtinOf(v).Method.Doc) }},
	{Name: "__name__", Get: func(th *Thread, v Value) Value { return StrValue(builtinOf(v).Method.Name) }},
	{Name: "__qualname__", Get: func(th *Thread, v Value) Value { return StrValue(builtinOf(v).qualname()) }},
	{Name: "__module__", Get: func(th *Thread, v Value) Value { return docValue(builtinOf(v).Module) }, Set: setBuiltinModule},
	{Name: "__self__", Get: func(th *Thread, v Value) Value {
		if s := builtinOf(v).Self; s.H != nil {
			return s
		}
		return None
	}},
	{Name: "__text_signature__", Get: func(th *Thread, v Value) Value {
		b := builtinOf(v)
		switch {
		case b.isNew:
			return StrValue("($type, *args, **kwargs)")
		case b.Owner == nil:
			return b.Method.textSignature(pickWord(b.Self.H == nil, "", "$module"))
		case b.Self.H == nil:
			return b.Method.textSignature("")
		}
		return b.Method.textSignature(pickWord(b.Method.Flags&ClassMethod != 0, "$type", "$self"))
	}},
}

func setBuiltinModule(th *Thread, v, x Value) bool {
	b := builtinOf(v)
	if x.H == nil || x.IsNone() {
		b.Module = ""
		return true
	}
	s, ok := AsStr(x)
	if !ok {
		th.TypeError("__module__ must be set to a string")
		return false
	}
	b.Module = s.s
	return true
}

// qualname is "len", "list.append" or "dict.fromkeys".
func (b *Builtin) qualname() string {
	switch {
	case b.Self.H == nil && b.Owner != nil:
		return b.Owner.Qualname + "." + b.Method.Name
	case b.Self.H == nil:
		return b.Method.Name
	}
	if _, isModule := AsModule(b.Self); isModule {
		return b.Method.Name
	}
	if t, isType := AsType(b.Self); isType {
		return t.Qualname + "." + b.Method.Name
	}
	return b.Self.Type().Qualname + "." + b.Method.Name
}

func builtinReduce(th *Thread, v Value) Value {
	b := builtinOf(v)
	owner := b.Self
	if owner.H == nil && b.Owner != nil { // a static method
		owner = b.Owner.V()
	}
	if _, isModule := moduleOrNil(owner); owner.H == nil || isModule {
		return StrValue(b.Method.Name)
	}
	getattr := th.builtinFunc("getattr")
	if getattr.H == nil {
		return getattr
	}
	return TupleOf(getattr, TupleOf(owner, StrValue(b.Method.Name)))
}

func methodWrapperRepr(th *Thread, v Value) Value {
	m := (*methodWrapper)(v.Ptr())
	return StrValue("<method-wrapper '" + m.w.def.name + "' of " + m.self.Type().FullName() + " object at " + Address(m.self) + ">")
}

func methodWrapperCall(th *Thread, f Value, args []Value, kw []*Str) Value {
	m := (*methodWrapper)(f.Ptr())
	return m.w.Call(th, m.self, args, kw)
}

func methodWrapperCompare(th *Thread, a, b Value, op CmpOp) Value {
	if !a.IsExact(&MethodWrapperType) || !b.IsExact(&MethodWrapperType) || op != CmpEQ && op != CmpNE {
		return NotImplemented
	}
	x, y := (*methodWrapper)(a.Ptr()), (*methodWrapper)(b.Ptr())
	return Bool((x.w == y.w && x.self == y.self) == (op == CmpEQ))
}

func methodWrapperHash(th *Thread, v Value) (int64, bool) {
	m := (*methodWrapper)(v.Ptr())
	return ID(m.self)>>4 ^ int64(hashPointer(m.w)), true
}

func boundWrapper(v Value) *methodWrapper { return (*methodWrapper)(v.Ptr()) }

var methodWrapperGetset = []Getset{
	{Name: "__objclass__", Get: func(th *Thread, v Value) Value { return boundWrapper(v).w.Owner.V() }},
	{Name: "__name__", Get: func(th *Thread, v Value) Value { return boundWrapper(v).w.def.key.V() }},
	{Name: "__qualname__", Get: func(th *Thread, v Value) Value {
		return StrValue(boundWrapper(v).w.Owner.Qualname + "." + boundWrapper(v).w.def.name)
	}},
	{Name: "__doc__", Get: func(th *Thread, v Value) Value { return docValue(slotDocs[boundWrapper(v).w.def.name]) }},
	{Name: "__self__", Get: func(th *Thread, v Value) Value { return boundWrapper(v).self }},
	{Name: "__text_signature__", Get: func(th *Thread, v Value) Value { return boundWrapper(v).w.def.textSignature() }},
}

func methodWrapperReduce(th *Thread, v Value) Value {
	getattr := th.builtinFunc("getattr")
	if getattr.H == nil {
		return getattr
	}
	return TupleOf(getattr, TupleOf(boundWrapper(v).self, boundWrapper(v).w.def.key.V()))
}
