// The protocols: what the operators, calls, attribute access and iteration of the language mean for any value.
// Functions mirror CPython's PyObject_*, PyNumber_* and PySequence_*.
package object

// GetAttr returns v.name.
func (th *Thread) GetAttr(v Value, name *Str) Value {
	t := v.H.Shape.Type
	if t.GetAttr != nil {
		return t.GetAttr(th, v, name)
	}
	return th.GenericGetAttr(v, name)
}

// GetAttrName is GetAttr for a name given as a Go string.
func (th *Thread) GetAttrName(v Value, name string) Value { return th.GetAttr(v, NewStr(name)) }

// LookupAttr is GetAttr, but absent attributes give the nil Value without an exception; ok false: raised.
func (th *Thread) LookupAttr(v Value, name *Str) (x Value, ok bool) {
	t := v.H.Shape.Type
	if t.GetAttr == nil {
		x, found := th.findAttr(v, t, name)
		if x.H == nil && found {
			if th.Catch(&AttributeErrorType) {
				return Value{}, true
			}
			return Value{}, false
		}
		return x, true
	}
	x = t.GetAttr(th, v, name)
	if x.H == nil && !th.Catch(&AttributeErrorType) {
		return Value{}, false
	}
	return x, true
}

// GenericGetAttr is object.__getattribute__: data descriptors, the instance, other class attributes.
func (th *Thread) GenericGetAttr(v Value, name *Str) Value {
	t := v.H.Shape.Type
	x, found := th.findAttr(v, t, name)
	if found {
		return x
	}
	return th.noAttribute(v, t, name)
}

func (th *Thread) noAttribute(v Value, t *Type, name *Str) Value {
	return th.AttributeError(v, name, "'%s' object has no attribute '%s'", t.TPName(), name.s)
}

// findAttr looks an attribute up; found with a nil Value means a descriptor raised.
func (th *Thread) findAttr(v Value, t *Type, name *Str) (x Value, found bool) {
	d := th.Lookup(t, name)
	var get func(*Thread, Value, Value, Value) Value
	if d.H != nil {
		dt := d.H.Shape.Type
		get = dt.DescrGet
		if get != nil && dt.DescrSet != nil {
			return get(th, d, v, t.V()), true
		}
	}
	if x = OwnAttr(th, v, name); x.H != nil {
		return x, true
	}
	if d.H == nil {
		return Value{}, false
	}
	if get != nil {
		return get(th, d, v, t.V()), true
	}
	return d, true
}

// SetAttr sets v.name = x; x nil deletes.
func (th *Thread) SetAttr(v Value, name *Str, x Value) bool {
	t := v.H.Shape.Type
	if t.SetAttr != nil {
		return t.SetAttr(th, v, name, x)
	}
	return th.GenericSetAttr(v, name, x)
}

// GenericSetAttr is object.__setattr__ and, with x nil, object.__delattr__.
func (th *Thread) GenericSetAttr(v Value, name *Str, x Value) bool {
	t := v.H.Shape.Type
	d := th.Lookup(t, name)
	if d.H != nil {
		if set := d.H.Shape.Type.DescrSet; set != nil {
			return set(th, d, v, x)
		}
	}
	if x.H == nil {
		if DelOwnAttr(v, name) {
			return true
		}
	} else if SetOwnAttr(v, name, x) {
		return true
	}
	th.cannotSetAttr(v, t, name, d, x.H == nil)
	return false
}

func (th *Thread) cannotSetAttr(v Value, t *Type, name *Str, d Value, del bool) {
	hasDict := t.DictOf != nil || t.AttrsOff != 0 && t.Flags&FlagNoDict == 0
	switch {
	case hasDict && del:
		th.AttributeError(v, name, "'%s' object has no attribute '%s'", t.TPName(), name.s)
	case d.H == nil:
		th.AttributeError(v, name, "'%s' object has no attribute '%s' and no __dict__ for setting new attributes", t.TPName(), name.s)
	default:
		th.AttributeError(v, name, "'%s' object attribute '%s' is read-only", t.TPName(), name.s)
	}
}

// Call calls f with positional arguments followed by the values of the keywords kw. args stays the caller's.
func (th *Thread) Call(f Value, args []Value, kw []*Str) Value {
	call := f.H.Shape.Type.Call
	if call == nil {
		return th.TypeError("'%s' object is not callable", f.Type().TPName())
	}
	return call(th, f, args, kw)
}

// CallArgs calls f with positional arguments.
func (th *Thread) CallArgs(f Value, args ...Value) Value { return th.Call(f, args, nil) }

// CallMethod calls v.name(args...).
func (th *Thread) CallMethod(v Value, name *Str, args ...Value) Value {
	f := th.GetAttr(v, name)
	if f.H == nil {
		return f
	}
	return th.Call(f, args, nil)
}

// CallSpecial calls the special method name found on the type of v (not on the instance); ok false when the type
// has none.
func (th *Thread) CallSpecial(v Value, name *Str, args ...Value) (r Value, ok bool) {
	t := v.H.Shape.Type
	f := th.Lookup(t, name)
	if f.H == nil {
		return Value{}, false
	}
	return th.callUnbound(f, v, t, args), true
}

// callUnbound calls the class attribute f as a method of v.
func (th *Thread) callUnbound(f, v Value, t *Type, args []Value) Value {
	if !th.EnterFor(" while calling a Python object") {
		return Value{}
	}
	defer th.Leave()
	ft := f.H.Shape.Type
	if ft.Flags&FlagMethod != 0 {
		w := th.Window(len(args) + 1)
		w[0] = v
		copy(w[1:], args)
		r := ft.Call(th, f, w, nil)
		th.Release(w)
		return r
	}
	if ft.DescrGet != nil {
		if f = ft.DescrGet(th, f, v, t.V()); f.H == nil {
			return f
		}
	}
	return th.Call(f, args, nil)
}

// Iter returns iter(v).
func (th *Thread) Iter(v Value) Value {
	t := v.H.Shape.Type
	if t.Iter != nil {
		it := t.Iter(th, v)
		if it.H != nil && it.H.Shape.Type.Next == nil {
			return th.TypeError("iter() returned non-iterator of type '%s'", it.Type().Name)
		}
		return it
	}
	if t.GetItem != nil && t.isSequence() {
		return newSeqIter(v)
	}
	return th.TypeError("'%s' object is not iterable", t.TPName())
}

// Next returns the next value of iterator it; the nil Value means exhausted, or, with ok false, raised.
func (th *Thread) Next(it Value) (v Value, ok bool) {
	th.Exc = Value{}
	v = it.H.Shape.Type.Next(th, it)
	if v.H != nil || th.Exc.H == nil {
		return v, true
	}
	if th.Catch(&StopIterationType) {
		return Value{}, true
	}
	return Value{}, false
}

// ForEach calls f with the values of iterable v until f returns false; it reports false when iteration raised or
// f stopped with an exception pending (f's own early stop: set th.Exc to the nil Value before).
func (th *Thread) ForEach(v Value, f func(x Value) bool) bool {
	switch v.H.Shape {
	case &ListType.Root:
		l := (*List)(v.Ptr())
		for i := 0; i < len(l.Items); i++ {
			if !f(l.Items[i]) {
				return th.Exc.H == nil
			}
		}
		return true
	case &TupleType.Root:
		for _, x := range (*Tuple)(v.Ptr()).Items {
			if !f(x) {
				return th.Exc.H == nil
			}
		}
		return true
	}
	it := th.Iter(v)
	if it.H == nil {
		return false
	}
	for {
		x, ok := th.Next(it)
		if !ok {
			return false
		}
		if x.H == nil {
			return true
		}
		if !f(x) {
			return th.Exc.H == nil
		}
	}
}

// Collect returns the values of an iterable as a new slice.
func (th *Thread) Collect(v Value) (items []Value, ok bool) {
	switch v.H.Shape {
	case &ListType.Root:
		return append([]Value(nil), (*List)(v.Ptr()).Items...), true
	case &TupleType.Root:
		return append([]Value(nil), (*Tuple)(v.Ptr()).Items...), true
	}
	it := th.Iter(v)
	if it.H == nil {
		return nil, false
	}
	hint := th.LengthHint(v, 0)
	if hint < 0 {
		return nil, false
	}
	if hint > 0 && hint <= 1<<16 {
		items = make([]Value, 0, hint)
	}
	return th.Drain(items, it)
}

// Truth returns bool(v).
func (th *Thread) Truth(v Value) (b, ok bool) {
	switch v.H {
	case &BoolHeader, &IntHeader:
		return v.N != 0, true
	case &noneHeader:
		return false, true
	}
	t := v.H.Shape.Type
	if t.ToBool != nil {
		return t.ToBool(th, v)
	}
	if t.Len != nil {
		n, ok := t.Len(th, v)
		return n > 0, ok
	}
	return true, true
}

// Hash returns hash(v).
func (th *Thread) Hash(v Value) (int64, bool) {
	switch v.H.Shape {
	case &StrType.Root:
		return int64((*Str)(v.Ptr()).Hash()), true
	case &IntType.Root:
		if v.H == &IntHeader {
			return hashSmallInt(int64(v.N)), true
		}
	}
	if f := v.H.Shape.Type.Hash; f != nil {
		return f(th, v)
	}
	th.TypeError("unhashable type: '%s'", v.Type().TPName())
	return 0, false
}

// Compare returns a op b, any value.
func (th *Thread) Compare(a, b Value, op CmpOp) Value {
	ta, tb := a.H.Shape.Type, b.H.Shape.Type
	if !th.EnterFor(" in comparison") {
		return Value{}
	}
	defer th.Leave()
	reflected := false
	if ta != tb && tb.Compare != nil && tb.IsSubtype(ta) {
		reflected = true
		if r := tb.Compare(th, b, a, swappedCmp[op]); r != NotImplemented {
			return r
		}
	}
	if ta.Compare != nil {
		if r := ta.Compare(th, a, b, op); r != NotImplemented {
			return r
		}
	}
	if !reflected && tb.Compare != nil {
		if r := tb.Compare(th, b, a, swappedCmp[op]); r != NotImplemented {
			return r
		}
	}
	switch op {
	case CmpEQ:
		return Bool(a == b)
	case CmpNE:
		return Bool(a != b)
	}
	return th.TypeError("'%s' not supported between instances of '%s' and '%s'", CmpSymbols[op], ta.TPName(), tb.TPName())
}

var swappedCmp = [...]CmpOp{CmpLT: CmpGT, CmpLE: CmpGE, CmpEQ: CmpEQ, CmpNE: CmpNE, CmpGT: CmpLT, CmpGE: CmpLE}

// CmpSymbols are the operators as written.
var CmpSymbols = [...]string{CmpLT: "<", CmpLE: "<=", CmpEQ: "==", CmpNE: "!=", CmpGT: ">", CmpGE: ">="}

// CompareBool is Compare and Truth of the result; identical values are equal without being asked.
func (th *Thread) CompareBool(a, b Value, op CmpOp) (result, ok bool) {
	if a == b {
		switch op {
		case CmpEQ:
			return true, true
		case CmpNE:
			return false, true
		}
	}
	r := th.Compare(a, b, op)
	if r.H == nil {
		return false, false
	}
	return th.Truth(r)
}

// Equal is a is b or a == b, as containers compare.
func (th *Thread) Equal(a, b Value) (eq, ok bool) {
	if a == b {
		return true, true
	}
	if a.H == b.H && a.H == &IntHeader {
		return false, true
	}
	if a.IsExact(&StrType) && b.IsExact(&StrType) {
		return (*Str)(a.Ptr()).s == (*Str)(b.Ptr()).s, true
	}
	return th.CompareBool(a, b, CmpEQ)
}

// BinOpSymbols are the operators as error texts name them.
var BinOpSymbols = [NumBinOps]string{OpAdd: "+", OpSub: "-", OpMul: "*", OpMatMul: "@", OpTrueDiv: "/", OpFloorDiv: "//", OpMod: "%",
	OpDivMod: "divmod()", OpLShift: "<<", OpRShift: ">>", OpAnd: "&", OpXor: "^", OpOr: "|", OpPow: "** or pow()"}

// binary1 tries the slots of both operands as CPython's binary_op1 does.
func (th *Thread) binary1(op BinOp, a, b Value) Value {
	ta, tb := a.H.Shape.Type, b.H.Shape.Type
	fa, fb := ta.Binary[op], tb.Binary[op]
	if ta == tb {
		fb = nil
	} else if fb != nil && fa != nil && sameFunc(ta, tb, op) {
		fb = nil
	}
	if fa != nil {
		if fb != nil && tb.IsSubtype(ta) {
			if r := fb(th, a, b); r != NotImplemented {
				return r
			}
			fb = nil
		}
		if r := fa(th, a, b); r != NotImplemented {
			return r
		}
	}
	if fb != nil {
		return fb(th, a, b)
	}
	return NotImplemented
}

// sameFunc reports whether both types got the slot from the same builtin type, so that trying it twice is idle.
func sameFunc(ta, tb *Type, op BinOp) bool {
	return ta.Solid == tb.Solid && ta.Flags&FlagHeap == 0 && tb.Flags&FlagHeap == 0
}

// BinaryOp returns a op b.
func (th *Thread) BinaryOp(op BinOp, a, b Value) Value {
	r := th.binary1(op, a, b)
	if r != NotImplemented {
		return r
	}
	if r = th.sequenceOp(op, a, b, false); r != NotImplemented {
		return r
	}
	return th.unsupportedBinary(BinOpSymbols[op], a, b)
}

// InPlaceOp returns the result of a op= b.
func (th *Thread) InPlaceOp(op BinOp, a, b Value) Value {
	if f := a.H.Shape.Type.InPlace[op]; f != nil {
		if r := f(th, a, b); r != NotImplemented {
			return r
		}
	}
	if t := a.H.Shape.Type; op == OpAdd && t.InPlaceConcat != nil && t.Flags&FlagHeap != 0 && t.InPlace[OpAdd] == nil {
		return t.InPlaceConcat(th, a, b) // a subclass finds its __iadd__ before any __add__ or __radd__ is asked
	}
	r := th.binary1(op, a, b)
	if r != NotImplemented {
		return r
	}
	if r = th.sequenceOp(op, a, b, true); r != NotImplemented {
		return r
	}
	sym := BinOpSymbols[op]
	if op == OpPow {
		sym = "**"
	}
	return th.unsupportedBinary(sym+"=", a, b)
}

func (th *Thread) unsupportedBinary(sym string, a, b Value) Value {
	if sym == ">>" && a.IsExact(&BuiltinType) && (*Builtin)(a.Ptr()).Method.Name == "print" {
		return th.TypeError("unsupported operand type(s) for %s: '%s' and '%s'. Did you mean \"print(<message>, file=<output_stream>)\"?", sym, a.Type().TPName(), b.Type().TPName())
	}
	return th.TypeError("unsupported operand type(s) for %s: '%s' and '%s'", sym, a.Type().TPName(), b.Type().TPName())
}

// sequenceOp handles + and * of sequences, whose types have Concat and Repeat rather than binary slots.
func (th *Thread) sequenceOp(op BinOp, a, b Value, inPlace bool) Value {
	ta, tb := a.H.Shape.Type, b.H.Shape.Type
	switch op {
	case OpAdd:
		if inPlace && ta.InPlaceConcat != nil {
			return ta.InPlaceConcat(th, a, b)
		}
		if ta.Concat != nil {
			return ta.Concat(th, a, b)
		}
	case OpMul:
		if inPlace && ta.InPlaceRepeat != nil {
			return th.repeat(ta.InPlaceRepeat, a, b)
		}
		if ta.Repeat != nil {
			return th.repeat(ta.Repeat, a, b)
		}
		// As PyNumber_InPlaceMultiply: a *= b repeats b only if a's type has no sequence slots at all, and every class
		// made by a class statement has them.
		if tb.Repeat != nil && !(inPlace && ta.Flags&FlagHeap != 0) {
			return th.repeat(tb.Repeat, b, a)
		}
	}
	return NotImplemented
}

func (th *Thread) repeat(f BinaryFunc, seq, n Value) Value {
	if n.H.Shape.Type.Index == nil {
		return th.TypeError("can't multiply sequence by non-int of type '%s'", n.Type().TPName())
	}
	return f(th, seq, n)
}

// GetItem returns v[key].
func (th *Thread) GetItem(v, key Value) Value {
	t := v.H.Shape.Type
	if t.GetItem != nil {
		return t.GetItem(th, v, key)
	}
	if ct, ok := AsType(v); ok {
		if r, ok := th.classGetItem(ct, key); ok {
			return r
		}
	}
	return th.TypeError("'%s' object is not subscriptable", t.TPName())
}

// SetItem sets v[key] = x; x nil deletes.
func (th *Thread) SetItem(v, key, x Value) bool {
	t := v.H.Shape.Type
	if t.SetItem != nil {
		return t.SetItem(th, v, key, x)
	}
	asSequence := t.Len != nil || t.Contains != nil || t.Concat != nil || t.Flags&FlagHeap != 0
	if asSequence && key.H.Shape.Type.Index != nil {
		// CPython asks the type as a sequence when the key is an index.
		if _, ok := th.AsIndex(key, &IndexErrorType); !ok {
			return false
		}
	}
	if x.H == nil {
		does := "does not"
		if asSequence && key.H.Shape.Type.Index != nil {
			does = "doesn't"
		}
		th.TypeError("'%s' object %s support item deletion", t.TPName(), does)
	} else {
		th.TypeError("'%s' object does not support item assignment", t.TPName())
	}
	return false
}

// Contains returns x in v.
func (th *Thread) Contains(v, x Value) (in, ok bool) {
	t := v.H.Shape.Type
	if t.Contains != nil {
		return t.Contains(th, v, x)
	}
	if t.Iter == nil && !(t.GetItem != nil && t.isSequence()) {
		th.TypeError("argument of type '%s' is not iterable", t.TPName())
		return false, false
	}
	raised := false
	th.Exc = Value{}
	it := v
	if t.Flags&FlagHeap != 0 {
		if it = th.Iter(v); it.H == nil {
			if th.Catch(&TypeErrorType) {
				th.TypeError("argument of type '%s' is not iterable", t.TPName())
			}
			return false, false
		}
	}
	ok = th.ForEach(it, func(y Value) bool {
		eq, ok := th.Equal(y, x)
		if !ok {
			raised = true
			return false
		}
		in = eq
		return !eq
	})
	return in, ok && !raised
}

// Len returns len(v).
func (th *Thread) Len(v Value) (int, bool) {
	if f := v.H.Shape.Type.Len; f != nil {
		return f(th, v)
	}
	th.TypeError("object of type '%s' has no len()", v.Type().TPName())
	return 0, false
}

// isSequence reports whether GetItem works by index, so that iteration may fall back on it.
func (t *Type) isSequence() bool { return t.Flags&FlagMapping == 0 || t.Flags&FlagHeap != 0 }

// Repr returns repr(v).
func (th *Thread) Repr(v Value) (string, bool) {
	f := v.H.Shape.Type.Repr
	if !th.EnterFor(" while getting the repr of an object") {
		return "", false
	}
	r := f(th, v)
	th.Leave()
	if r.H == nil {
		return "", false
	}
	s, ok := AsStr(r)
	if !ok {
		th.TypeError("__repr__ returned non-string (type %s)", r.Type().Name)
		return "", false
	}
	return s.s, true
}

// Str returns str(v).
func (th *Thread) Str(v Value) (string, bool) {
	if v.IsExact(&StrType) {
		return (*Str)(v.Ptr()).s, true
	}
	f := v.H.Shape.Type.Str
	if !th.EnterFor(" while getting the str of an object") {
		return "", false
	}
	r := f(th, v)
	th.Leave()
	if r.H == nil {
		return "", false
	}
	s, ok := AsStr(r)
	if !ok {
		th.TypeError("__str__ returned non-string (type %s)", r.Type().Name)
		return "", false
	}
	return s.s, true
}

// IsInstance reports whether v's class is t or derives from it, without asking metaclasses.
func IsInstance(v Value, t *Type) bool { return v.H.Shape.Type.IsSubtype(t) }
