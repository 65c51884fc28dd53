// Proxies: objects that pass every operation on to a referent they do not keep alive.
package weakref

import "pyasync/object"

func init() {
	slots := proxySlots()
	object.Define(&proxyType, object.Spec{Name: "weakref.ProxyType", Flags: object.FlagNoNew | object.FlagFinal, Alloc: object.Allocator[Ref](), Slots: slots, Methods: proxyMethods})
	slots.Call = func(th *thread, v value, args []value, kw []*object.Str) value {
		x := alive(th, v)
		if x.H == nil {
			return x
		}
		return th.Call(x, args, kw)
	}
	object.Define(&callableProxyType, object.Spec{Name: "weakref.CallableProxyType", Flags: object.FlagNoNew | object.FlagFinal, Alloc: object.Allocator[Ref](), Slots: slots, Methods: proxyMethods})
}

var proxyMethods = []object.Method{
	{Name: "__bytes__", F0: func(th *thread, v value) value { return forwardMethod(th, v, "__bytes__") }},
	{Name: "__reversed__", F0: func(th *thread, v value) value { return forwardMethod(th, v, "__reversed__") }},
}

func forwardMethod(th *thread, v value, name string) value {
	x := alive(th, v)
	if x.H == nil {
		return x
	}
	return th.CallMethod(x, object.NewStr(name))
}

func newProxy(th *thread, self value, a []value) value {
	t := &proxyType
	if a[0].Type().Call != nil {
		t = &callableProxyType
	}
	return makeRef(th, t, a[0], a[1])
}

// alive returns the referent of a proxy, or raises.
func alive(th *thread, v value) value {
	x := deref(v)
	if x.H == nil {
		return th.Raise(&object.ReferenceErrorType, "weakly-referenced object no longer exists")
	}
	return x
}

// unwrap returns the referent if v is a proxy, else v.
func unwrap(th *thread, v value) value {
	if v.Is(&proxyType) || v.Is(&callableProxyType) {
		return alive(th, v)
	}
	return v
}

// unary makes a slot of one operand.
func unary(f func(th *thread, x value) value) object.UnaryFunc {
	return func(th *thread, v value) value {
		x := alive(th, v)
		if x.H == nil {
			return x
		}
		return f(th, x)
	}
}

// slotOf makes a unary slot that runs the referent's own, which must exist.
func slotOf(name string, get func(t *object.Type) object.UnaryFunc) object.UnaryFunc {
	return unary(func(th *thread, x value) value {
		f := get(x.Type())
		if f == nil {
			return th.TypeError("bad operand type for %s: '%s'", name, x.Type().Name)
		}
		return f(th, x)
	})
}

func binary(f func(th *thread, a, b value) value) object.BinaryFunc {
	return func(th *thread, a, b value) value {
		if a = unwrap(th, a); a.H == nil {
			return a
		}
		if b = unwrap(th, b); b.H == nil {
			return b
		}
		return f(th, a, b)
	}
}

func proxySlots() object.Slots {
	s := object.Slots{
		Repr:    proxyRepr,
		Str:     unary(func(th *thread, x value) value { return strResult(th.Str(x)) }),
		Compare: proxyCompare,
		ToBool:  asked(func(th *thread, x value) (bool, bool) { return th.Truth(x) }),
		Neg:     slotOf("unary -", func(t *object.Type) object.UnaryFunc { return t.Neg }),
		Pos:     slotOf("unary +", func(t *object.Type) object.UnaryFunc { return t.Pos }),
		Abs:     slotOf("abs()", func(t *object.Type) object.UnaryFunc { return t.Abs }),
		Invert:  slotOf("unary ~", func(t *object.Type) object.UnaryFunc { return t.Invert }),
		ToInt:   slotOf("int()", func(t *object.Type) object.UnaryFunc { return t.ToInt }),
		ToFloat: slotOf("float()", func(t *object.Type) object.UnaryFunc { return t.ToFloat }),
		Index:   slotOf("index", func(t *object.Type) object.UnaryFunc { return t.Index }),
	}
	addAttributeSlots(&s)
	addContainerSlots(&s)
	for op := range object.NumBinOps {
		s.Binary[op] = binary(func(th *thread, a, b value) value { return th.BinaryOp(op, a, b) })
		if op != object.OpDivMod {
			s.InPlace[op] = binary(func(th *thread, a, b value) value { return th.InPlaceOp(op, a, b) })
		}
	}
	return s
}

func strResult(s string, ok bool) value {
	if !ok {
		return value{}
	}
	return object.StrValue(s)
}

// asked makes a slot that asks the referent for something other than a Python value.
func asked[T any](f func(th *thread, x value) (T, bool)) func(th *thread, v value) (T, bool) {
	return func(th *thread, v value) (r T, ok bool) {
		x := alive(th, v)
		if x.H == nil {
			return r, false
		}
		return f(th, x)
	}
}

func proxyRepr(th *thread, v value) value {
	x := deref(v)
	if x.H == nil {
		return object.StrValue("<weakproxy at " + object.Address(v) + "; dead>")
	}
	return object.StrValue("<weakproxy at " + object.Address(v) + "; to '" + x.Type().Name + "' at " + object.Address(x) + ">")
}

func proxyCompare(th *thread, a, b value, op object.CmpOp) value {
	if a = unwrap(th, a); a.H == nil {
		return a
	}
	if b = unwrap(th, b); b.H == nil {
		return b
	}
	return th.Compare(a, b, op)
}

func addAttributeSlots(s *object.Slots) {
	s.GetAttr = func(th *thread, v value, name *object.Str) value {
		x := alive(th, v)
		if x.H == nil {
			return x
		}
		return th.GetAttr(x, name)
	}
	s.SetAttr = func(th *thread, v value, name *object.Str, y value) bool {
		x := alive(th, v)
		return x.H != nil && th.SetAttr(x, name, y)
	}
}

func addContainerSlots(s *object.Slots) {
	s.Iter = unary(func(th *thread, x value) value { return th.Iter(x) })
	s.Next = unary(func(th *thread, x value) value {
		if x.Type().Next == nil {
			return th.TypeError("Weakref proxy referenced a non-iterator '%s' object", x.Type().Name)
		}
		return th.StepIter(x)
	})
	s.Len = asked(func(th *thread, x value) (int, bool) { return th.Len(x) })
	s.Contains = func(th *thread, v, y value) (bool, bool) {
		x := alive(th, v)
		if x.H == nil {
			return false, false
		}
		return th.Contains(x, y)
	}
	s.GetItem = binary(func(th *thread, a, b value) value { return th.GetItem(a, b) })
	s.SetItem = func(th *thread, v, k, y value) bool {
		x := alive(th, v)
		return x.H != nil && th.SetItem(x, k, y)
	}
}
