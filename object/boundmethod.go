// method, a callable bound to an object (types.MethodType).
package object

import "unsafe"

func init() {
	Define(&MethodType, Spec{Name: "method", Sig: "function, instance, /", Doc: "Create a bound instance method object.", Flags: FlagFinal,
		Alloc: Allocator[BoundMethod](),
		Slots: Slots{Repr: methodRepr, Call: methodCall, GetAttr: methodGetAttr, Compare: methodCompare, Hash: methodHash, New: methodNew,
			DescrGet: func(th *Thread, d, obj, owner Value) Value { return d }},
		Getset:  []Getset{{Name: "__doc__", Get: methodDoc}},
		Members: methodMembers,
		Methods: []Method{{Name: "__reduce__", F0: methodReduce}},
	})
}

// AsBoundMethod returns the bound method v is.
func AsBoundMethod(v Value) (*BoundMethod, bool) {
	if v.H.Shape == &MethodType.Root {
		return (*BoundMethod)(v.Ptr()), true
	}
	return nil, false
}

func methodCall(th *Thread, f Value, args []Value, kw []*Str) Value {
	m := (*BoundMethod)(f.Ptr())
	w := th.Window(len(args) + 1)
	w[0] = m.Self
	copy(w[1:], args)
	r := th.Call(m.Func, w, kw)
	th.Release(w)
	return r
}

// methodGetAttr looks on the method, then on its function.
func methodGetAttr(th *Thread, v Value, name *Str) Value {
	if d := th.Lookup(v.H.Shape.Type, name); d.H != nil {
		if get := d.H.Shape.Type.DescrGet; get != nil {
			return get(th, d, v, v.Type().V())
		}
		return d
	}
	return th.GetAttr((*BoundMethod)(v.Ptr()).Func, name)
}

func methodNew(th *Thread, t *Type, args []Value, kw []*Str) Value {
	if len(kw) > 0 {
		return th.TypeError("method() takes no keyword arguments")
	}
	if len(args) != 2 {
		return th.TypeError("method expected 2 arguments, got %d", len(args))
	}
	if args[0].Type().Slots.Call == nil {
		return th.TypeError("first argument must be callable")
	}
	if args[1].IsNone() {
		return th.TypeError("instance must not be None")
	}
	return NewBoundMethod(args[0], args[1])
}

func methodRepr(th *Thread, v Value) Value {
	m := (*BoundMethod)(v.Ptr())
	name, ok := th.LookupAttr(m.Func, strQualname)
	if ok && name.H == nil {
		name, ok = th.LookupAttr(m.Func, strName)
	}
	if !ok {
		return Value{}
	}
	text := "?"
	if name.H != nil {
		if s, isStr := AsStr(name); isStr {
			text = s.s
		}
	}
	r, ok := th.Repr(m.Self)
	if !ok {
		return Value{}
	}
	return StrValue("<bound method " + text + " of " + r + ">")
}

func methodCompare(th *Thread, a, b Value, op CmpOp) Value {
	x, ok := AsBoundMethod(a)
	y, ok2 := AsBoundMethod(b)
	if !ok || !ok2 || op != CmpEQ && op != CmpNE {
		return NotImplemented
	}
	eq, ok := th.Equal(x.Func, y.Func)
	if !ok {
		return Value{}
	}
	return Bool((eq && x.Self == y.Self) == (op == CmpEQ))
}

func methodHash(th *Thread, v Value) (int64, bool) {
	m := (*BoundMethod)(v.Ptr())
	h, ok := th.Hash(m.Func)
	return h ^ int64(ID(m.Self)>>4), ok
}

func methodDoc(th *Thread, v Value) Value {
	d, ok := th.LookupAttr((*BoundMethod)(v.Ptr()).Func, strDoc)
	if !ok {
		return Value{}
	}
	if d.H == nil {
		return None
	}
	return d
}

var methodMembers = []Member{
	{Name: "__func__", Doc: "the function (or other callable) implementing a method", Get: func(th *Thread, v Value) Value { return (*BoundMethod)(v.Ptr()).Func }},
	{Name: "__self__", Doc: "the instance to which a method is bound", Get: func(th *Thread, v Value) Value { return (*BoundMethod)(v.Ptr()).Self }},
}

func methodReduce(th *Thread, v Value) Value {
	m := (*BoundMethod)(v.Ptr())
	name := th.GetAttr(m.Func, strName)
	getattr := th.builtinFunc("getattr")
	if name.H == nil || getattr.H == nil {
		return Value{}
	}
	return TupleOf(getattr, TupleOf(m.Self, name))
}

func hashPointer[T any](p *T) uint64 { return uint64(uintptr(unsafe.Pointer(p))) >> 4 }
