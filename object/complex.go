// The complex type.
package object

import (
	"math"
	"strings"

	"pyasync/internal/libm"
)

// Complex is a Python complex.
type Complex struct {
	Header
	C complex128
}

// NewComplex returns c as a Python complex.
func NewComplex(c complex128) Value {
	return Value{&(&Complex{Header{&ComplexType.Root}, c}).Header, 0}
}

// AsComplex returns the value of a complex or an instance of a subclass.
func AsComplex(v Value) (complex128, bool) {
	if v.Is(&ComplexType) {
		return (*Complex)(v.Ptr()).C, true
	}
	return 0, false
}

func init() {
	Define(&ComplexType, Spec{
		Name: "complex", Sig: "real=0, imag=0", Alloc: Allocator[Complex](),
		Doc: "Create a complex number from a string or numbers.\n\n" +
			"If a string is given, parse it as a complex number; a number is converted.\n" +
			"The 'imag' argument can be used together with a number only.",
		Slots: complexSlots(),
		Methods: []Method{
			{Name: "conjugate", Doc: "Return the complex conjugate of its argument. (3-4j).conjugate() == 3+4j.",
				F0: func(th *Thread, v Value) Value { c, _ := AsComplex(v); return NewComplex(complex(real(c), -imag(c))) }},
			{Name: "__complex__", Doc: "Convert this value to exact type complex.", F0: complexSelf},
			{Name: "__getnewargs__", F0: func(th *Thread, v Value) Value {
				c, _ := AsComplex(v)
				return TupleOf(Float(real(c)), Float(imag(c)))
			}},
			{Name: "__format__", Sig: "format_spec, /", Doc: "Convert to a string according to format_spec.", F1: formatMethod(formatComplex)},
		},
		Members: []Member{
			{Name: "real", Doc: "the real part of a complex number", Get: func(th *Thread, v Value) Value { c, _ := AsComplex(v); return Float(real(c)) }},
			{Name: "imag", Doc: "the imaginary part of a complex number", Get: func(th *Thread, v Value) Value { c, _ := AsComplex(v); return Float(imag(c)) }},
		},
	})
}

func complexSlots() Slots {
	s := Slots{
		New: complexNew, Repr: complexRepr, Compare: complexCompare,
		Hash: func(th *Thread, v Value) (int64, bool) {
			c, _ := AsComplex(v)
			h := uint64(hashPart(real(c))) + 1000003*uint64(hashPart(imag(c)))
			if h == ^uint64(0) {
				h--
			}
			return int64(h), true
		},
		ToBool: func(th *Thread, v Value) (bool, bool) { c, _ := AsComplex(v); return c != 0, true },
		Neg:    func(th *Thread, v Value) Value { c, _ := AsComplex(v); return NewComplex(-c) },
		Pos:    complexSelf,
		Abs: func(th *Thread, v Value) Value {
			c, _ := AsComplex(v)
			r := libm.Norm([]float64{real(c), imag(c)})
			if math.IsInf(r, 0) && !math.IsInf(real(c), 0) && !math.IsInf(imag(c), 0) {
				return th.OverflowError("absolute value too large")
			}
			return Float(r)
		},
		Pow3: func(th *Thread, a, b, m Value) Value {
			for _, v := range [...]Value{a, b} {
				if _, bad, ok := complexOperand(th, v); !ok {
					return bad
				}
			}
			if !m.IsNone() {
				return th.ValueError("complex modulo")
			}
			return complexPow(th, a, b)
		},
	}
	s.Binary[OpAdd] = complexBinary(func(th *Thread, a, b complex128) Value { return NewComplex(a + b) })
	s.Binary[OpSub] = complexBinary(func(th *Thread, a, b complex128) Value { return NewComplex(a - b) })
	s.Binary[OpMul] = complexBinary(func(th *Thread, a, b complex128) Value { return NewComplex(complexMul(a, b)) })
	s.Binary[OpTrueDiv] = complexBinary(func(th *Thread, a, b complex128) Value {
		if b == 0 {
			return th.Raise(&ZeroDivisionErrorType, "complex division by zero")
		}
		return NewComplex(complexQuo(a, b))
	})
	s.Binary[OpPow] = complexPow
	return s
}

func hashPart(f float64) int64 {
	if math.IsNaN(f) {
		return 0
	}
	return HashFloat(f)
}

func complexSelf(th *Thread, v Value) Value {
	if v.IsExact(&ComplexType) {
		return v
	}
	c, _ := AsComplex(v)
	return NewComplex(c)
}

// complexOperand converts an operand of complex arithmetic; bad as in floatOperand.
func complexOperand(th *Thread, v Value) (c complex128, bad Value, ok bool) {
	if c, ok = AsComplex(v); ok {
		return c, Value{}, true
	}
	f, bad, ok := floatOperand(th, v)
	return complex(f, 0), bad, ok
}

func complexBinary(f func(th *Thread, a, b complex128) Value) BinaryFunc {
	return func(th *Thread, a, b Value) Value {
		x, bad, ok := complexOperand(th, a)
		if !ok {
			return bad
		}
		y, bad, ok := complexOperand(th, b)
		if !ok {
			return bad
		}
		return f(th, x, y)
	}
}

// complexMul multiplies by the schoolbook formula, without recovering infinities from NaNs.
func complexMul(a, b complex128) complex128 {
	// The conversions keep products from being fused with the sums.
	re := float64(real(a)*real(b)) - float64(imag(a)*imag(b))
	im := float64(real(a)*imag(b)) + float64(imag(a)*real(b))
	return complex(re, im)
}

// complexQuo divides by the larger part of the divisor first (Smith), as CPython's _Py_c_quot.
func complexQuo(a, b complex128) complex128 {
	br, bi := real(b), imag(b)
	switch {
	case math.Abs(br) >= math.Abs(bi):
		ratio := bi / br
		denom := br + float64(bi*ratio)
		return complex((real(a)+float64(imag(a)*ratio))/denom, (imag(a)-float64(real(a)*ratio))/denom)
	case math.Abs(bi) >= math.Abs(br):
		ratio := br / bi
		denom := float64(br*ratio) + bi
		return complex((float64(real(a)*ratio)+imag(a))/denom, (float64(imag(a)*ratio)-real(a))/denom)
	}
	return complex(math.NaN(), math.NaN())
}

func complexCompare(th *Thread, a, b Value, op CmpOp) Value {
	x, ok := AsComplex(a)
	if !ok || op != CmpEQ && op != CmpNE {
		return NotImplemented
	}
	var eq bool
	if y, ok := AsComplex(b); ok {
		eq = x == y
	} else if IsInt(b) || b.Is(&FloatType) {
		eq = imag(x) == 0 && floatCompare(th, Float(real(x)), b, CmpEQ) == True
	} else {
		return NotImplemented
	}
	return Bool(eq == (op == CmpEQ))
}

func complexRepr(th *Thread, v Value) Value {
	c, _ := AsComplex(v)
	return StrValue(ComplexRepr(c))
}

// ComplexRepr returns repr(c).
func ComplexRepr(c complex128) string {
	re, im := real(c), imag(c)
	if re == 0 && !math.Signbit(re) {
		return floatReprOf(im, "") + "j"
	}
	sign := "+"
	if math.Signbit(im) && !math.IsNaN(im) {
		sign = ""
	}
	return "(" + floatReprOf(re, "") + sign + floatReprOf(im, "") + "j)"
}

var complexNewSig = ParseSignature("real=0, imag=0")

// complexNew is complex.__new__.
func complexNew(th *Thread, t *Type, args []Value, kw []*Str) Value {
	w := th.Window(2)
	ok := complexNewSig.Bind(th, "complex", args, kw, w)
	re, im := w[0], w[1]
	th.Release(w)
	if !ok {
		return Value{}
	}
	if t == &ComplexType && im.H == nil && re.H != nil && re.IsExact(&ComplexType) {
		return re
	}
	if re.H != nil {
		if s, ok := AsStr(re); ok {
			if im.H != nil {
				return th.TypeError("complex() can't take second arg if first is a string")
			}
			c, ok := ParseComplex(asciiNumber(s.s))
			if !ok && strings.Contains(s.s, "_") && !underscoresBetweenDigits(asciiNumber(s.s)) {
				repr, ok := th.Repr(re)
				if !ok {
					return Value{}
				}
				return th.ValueError("could not convert string to complex: %s", repr)
			}
			if !ok {
				return th.ValueError("complex() arg is a malformed string")
			}
			return newComplex(t, c)
		}
	}
	if im.H != nil {
		if _, ok := AsStr(im); ok {
			return th.TypeError("complex() second arg can't be a string")
		}
	}
	return th.complexFromParts(t, re, im)
}

// underscoresBetweenDigits reports whether every underscore in s has a digit on both sides.
func underscoresBetweenDigits(s string) bool {
	digit := func(i int) bool { return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9' }
	for i := range len(s) {
		if s[i] == '_' && !(digit(i-1) && digit(i+1)) {
			return false
		}
	}
	return true
}

func newComplex(t *Type, c complex128) Value {
	o := t.Allocate()
	(*Complex)(o.Ptr()).C = c
	return o
}

var strComplex = NewStr("__complex__")

// tryComplex returns what __complex__ makes of v (v itself when it is complex); ok is false when v has none or,
// with an exception pending, it raised.
func (th *Thread) tryComplex(v Value) (c complex128, ok, raised bool) {
	if c, ok = AsComplex(v); ok && v.IsExact(&ComplexType) {
		return c, true, false
	}
	r, found := th.CallSpecial(v, strComplex)
	if !found {
		return 0, false, false
	}
	if r.H == nil {
		return 0, false, true
	}
	c, ok = AsComplex(r)
	if !ok {
		th.TypeError("__complex__ returned non-complex (type %s)", r.Type().TPName())
		return 0, false, true
	}
	if !r.IsExact(&ComplexType) && !th.warn(&DeprecationWarningType, "__complex__ returned non-complex (type "+r.Type().Name+
		").  The ability to return an instance of a strict subclass of complex is deprecated, and may be removed in a future version of Python.") {
		return 0, false, true
	}
	return c, true, false
}

// complexFromParts is complex(re, im) of numbers; a part may be complex itself.
func (th *Thread) complexFromParts(t *Type, re, im Value) Value {
	var a, b complex128
	var aComplex, bComplex bool
	if re.H != nil {
		var raised bool
		if a, aComplex, raised = th.tryComplex(re); raised {
			return Value{}
		}
		if !aComplex {
			if !isReal(re) {
				return th.TypeError("complex() first argument must be a string or a number, not '%s'", re.Type().TPName())
			}
			if im.H != nil && !isReal(im) && !im.Is(&ComplexType) {
				return th.TypeError("complex() second argument must be a number, not '%s'", im.Type().TPName())
			}
			f, ok := th.ToFloat(re)
			if !ok {
				return Value{}
			}
			a = complex(f, 0)
		}
	}
	if im.H == nil {
		return newComplex(t, a)
	}
	if b, bComplex = AsComplex(im); !bComplex {
		if !isReal(im) {
			return th.TypeError("complex() second argument must be a number, not '%s'", im.Type().TPName())
		}
		f, ok := th.ToFloat(im)
		if !ok {
			return Value{}
		}
		b = complex(f, 0)
	}
	// re + im*1j, without arithmetic on parts that are absent: it would lose the sign of zeros.
	x, y := real(a), real(b)
	if bComplex {
		x -= imag(b)
	}
	if aComplex {
		y += imag(a)
	}
	return newComplex(t, complex(x, y))
}

func isReal(v Value) bool {
	t := v.Type()
	return t.ToFloat != nil || t.Index != nil
}

// ToComplex returns v as the argument of a complex function: complex(v) without text.
func (th *Thread) ToComplex(v Value) (complex128, bool) {
	c, ok, raised := th.tryComplex(v)
	if ok || raised {
		return c, ok
	}
	f, ok := th.AsFloat64(v)
	return complex(f, 0), ok
}

// ParseComplex parses "a+bj" with optional parentheses and white space around.
func ParseComplex(s string) (complex128, bool) {
	s = strings.TrimSpace(s)
	if strings.HasPrefix(s, "(") {
		if !strings.HasSuffix(s, ")") {
			return 0, false
		}
		s = strings.TrimSpace(s[1 : len(s)-1])
	}
	part := func(t string) (float64, bool) {
		switch t {
		case "", "+":
			return 1, true
		case "-":
			return -1, true
		}
		return ParseFloat(t)
	}
	isJ := func(t string) bool { return t == "j" || t == "J" }
	n := scanFloat(s)
	if n == 0 {
		// j, +j, -j
		t := strings.TrimLeft(s, "+-")
		if len(s)-len(t) > 1 || !isJ(t) {
			return 0, false
		}
		f, ok := part(s[:len(s)-1])
		return complex(0, f), ok
	}
	first, ok := ParseFloat(s[:n])
	rest := s[n:]
	switch {
	case !ok:
		return 0, false
	case rest == "":
		return complex(first, 0), true
	case isJ(rest):
		return complex(0, first), true
	case rest[0] != '+' && rest[0] != '-' || !isJ(rest[len(rest)-1:]):
		return 0, false
	}
	im, ok := part(rest[:len(rest)-1])
	return complex(first, im), ok
}
