// The number protocol: what pow, divmod, round, abs, the unary operators, float() and complex arguments mean for any
// value. Functions mirror CPython's PyNumber_*.
package object

// warn issues a warning attributed to the caller; false: it raised.
func (th *Thread) warn(category *Type, message string) bool {
	if f := th.Interp.Hooks.Warn; f != nil {
		return f(th, category, message, 1)
	}
	return true
}

// Neg returns -v; Pos, Invert and Abs the other unary operations.
func (th *Thread) Neg(v Value) Value {
	if f := v.H.Shape.Type.Neg; f != nil {
		return f(th, v)
	}
	return th.TypeError("bad operand type for unary -: '%s'", v.Type().TPName())
}

// Pos returns +v.
func (th *Thread) Pos(v Value) Value {
	if f := v.H.Shape.Type.Slots.Pos; f != nil {
		return f(th, v)
	}
	return th.TypeError("bad operand type for unary +: '%s'", v.Type().TPName())
}

// Invert returns ~v.
func (th *Thread) Invert(v Value) Value {
	if f := v.H.Shape.Type.Invert; f != nil {
		return f(th, v)
	}
	return th.TypeError("bad operand type for unary ~: '%s'", v.Type().TPName())
}

// Abs returns abs(v).
func (th *Thread) Abs(v Value) Value {
	if f := v.H.Shape.Type.Abs; f != nil {
		return f(th, v)
	}
	return th.TypeError("bad operand type for abs(): '%s'", v.Type().TPName())
}

// DivMod returns divmod(a, b).
func (th *Thread) DivMod(a, b Value) Value { return th.BinaryOp(OpDivMod, a, b) }

// Pow returns pow(a, b, m); m None (or nil) is a ** b.
func (th *Thread) Pow(a, b, m Value) Value {
	if m.H == nil || m.IsNone() {
		return th.BinaryOp(OpPow, a, b)
	}
	ta, tb, tm := a.Type(), b.Type(), m.Type()
	fa, fb, fm := ta.Pow3, tb.Pow3, tm.Pow3
	if ta == tb || sameFunc(ta, tb, OpPow) {
		fb = nil
	}
	if fa != nil {
		if fb != nil && tb.IsSubtype(ta) {
			if r := fb(th, a, b, m); r != NotImplemented {
				return r
			}
			fb = nil
		}
		if r := fa(th, a, b, m); r != NotImplemented {
			return r
		}
	}
	if fb != nil {
		if r := fb(th, a, b, m); r != NotImplemented {
			return r
		}
	}
	if fm != nil && tm != ta && tm != tb && tm.Flags&FlagHeap == 0 {
		if r := fm(th, a, b, m); r != NotImplemented {
			return r
		}
	}
	return th.TypeError("unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'", ta.TPName(), tb.TPName(), tm.TPName())
}

var strRound = NewStr("__round__")

// Round returns round(v, ndigits); ndigits nil when omitted.
func (th *Thread) Round(v, ndigits Value) Value {
	var r Value
	var ok bool
	if ndigits.H == nil || ndigits.IsNone() {
		r, ok = th.CallSpecial(v, strRound)
	} else {
		r, ok = th.CallSpecial(v, strRound, ndigits)
	}
	if !ok {
		return th.TypeError("type %s doesn't define __round__ method", v.Type().TPName())
	}
	return r
}

// AsFloat64 returns v as the argument of a function of real numbers: a float, or what __float__ or __index__ gives.
func (th *Thread) AsFloat64(v Value) (float64, bool) {
	if f, ok := v.ExactFloat(); ok {
		return f, true
	}
	if i, ok := v.SmallInt(); ok {
		return float64(i), true
	}
	return th.asFloatSlow(v, "must be real number, not %s")
}

func (th *Thread) asFloatSlow(v Value, wrongType string) (float64, bool) {
	if f, ok := FloatOf(v); ok {
		return f, true
	}
	t := v.Type()
	switch {
	case t.ToFloat != nil:
		return th.floatResult(t, t.ToFloat(th, v))
	case t.Index != nil:
		i := th.Index(v)
		if i.H == nil {
			return 0, false
		}
		f, ok := intToFloat(th, i).ExactFloat()
		return f, ok
	}
	th.TypeError(wrongType, t.TPName())
	return 0, false
}

// floatResult checks what the __float__ of a t returned.
func (th *Thread) floatResult(t *Type, r Value) (float64, bool) {
	if r.H == nil {
		return 0, false
	}
	if f, ok := r.ExactFloat(); ok {
		return f, true
	}
	f, ok := FloatOf(r)
	if !ok {
		th.TypeError("%s.__float__ returned non-float (type %s)", t.Name, r.Type().TPName())
		return 0, false
	}
	ok = th.warn(&DeprecationWarningType, t.Name+".__float__ returned non-float (type "+r.Type().Name+
		").  The ability to return an instance of a strict subclass of float is deprecated, and may be removed in a future version of Python.")
	return f, ok
}

// formatMethod makes the __format__ of a type from its formatter.
func formatMethod(format func(th *Thread, v Value, spec string) (string, bool)) func(th *Thread, self, spec Value) Value {
	return func(th *Thread, self, spec Value) Value {
		s, ok := AsStr(spec)
		if !ok {
			return th.TypeError("__format__() argument must be str, not %s", typeNameOf(spec))
		}
		r, ok := format(th, self, s.s)
		if !ok {
			return Value{}
		}
		return StrValue(r)
	}
}

var strFormat = NewStr("__format__")

// FormatValue returns format(v, spec); false: raised.
func (th *Thread) FormatValue(v Value, spec string) (string, bool) {
	if spec == "" {
		switch {
		case v.IsExact(&StrType):
			return (*Str)(v.Ptr()).s, true
		case v.IsExact(&IntType):
			return th.FormatInt(v)
		}
	}
	switch v.H.Shape {
	case &IntType.Root:
		return formatInt(th, v, spec)
	case &FloatType.Root:
		return formatFloat(th, v, spec)
	case &StrType.Root:
		return th.FormatStr((*Str)(v.Ptr()), spec)
	}
	r, ok := th.CallSpecial(v, strFormat, StrValue(spec))
	if !ok {
		th.TypeError("Type %s doesn't define __format__", v.Type().TPName())
		return "", false
	}
	if r.H == nil {
		return "", false
	}
	s, ok := AsStr(r)
	if !ok {
		th.TypeError("__format__ must return a str, not %s", r.Type().TPName())
		return "", false
	}
	return s.s, true
}
