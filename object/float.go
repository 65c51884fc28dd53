// The float type: its constructor, methods and attributes.
package object

import (
	"math"
	"math/big"
)

// FloatObject is an instance of a float subclass. Exact floats live in the Value.
type FloatObject struct {
	Header
	F float64
}

// FloatOf returns the value of a float or an instance of a float subclass.
func FloatOf(v Value) (float64, bool) {
	if v.H == &FloatHeader {
		return math.Float64frombits(v.N), true
	}
	if v.Is(&FloatType) {
		return (*FloatObject)(v.Ptr()).F, true
	}
	return 0, false
}

func newFloat(t *Type, f float64) Value {
	if t == &FloatType {
		return Float(f)
	}
	o := t.Allocate()
	(*FloatObject)(o.Ptr()).F = f
	return o
}

func init() {
	s := Slots{
		New: floatNew, Repr: floatRepr, Hash: floatHash, Compare: floatCompare,
		ToBool: func(th *Thread, v Value) (bool, bool) { f, _ := FloatOf(v); return f != 0, true },
		ToInt:  floatTrunc, ToFloat: floatSelf, Pos: floatSelf,
		Neg:  func(th *Thread, v Value) Value { f, _ := FloatOf(v); return Float(-f) },
		Abs:  func(th *Thread, v Value) Value { f, _ := FloatOf(v); return Float(math.Abs(f)) },
		Pow3: floatPow3,
	}
	for op, f := range floatBinaryOps {
		s.Binary[op] = f
	}
	Define(&FloatType, Spec{
		Name: "float", Sig: "x=0, /", Flags: FlagMatchSelf, Alloc: Allocator[FloatObject](),
		Doc:   "Convert a string or number to a floating-point number, if possible.",
		Slots: s,
		Methods: []Method{
			{Name: "conjugate", Doc: "Return self, the complex conjugate of any float.", F0: floatSelf},
			{Name: "__trunc__", Doc: "Return the Integral closest to x between 0 and x.", F0: floatTrunc},
			{Name: "__floor__", Doc: "Return the floor as an Integral.", F0: floatRounded(math.Floor)},
			{Name: "__ceil__", Doc: "Return the ceiling as an Integral.", F0: floatRounded(math.Ceil)},
			{Name: "__round__", Sig: "ndigits=None, /", Doc: "Return the Integral closest to x, rounding half toward even.\n\nWhen an argument is passed, work like built-in round(x, ndigits).", F: floatRound},
			{Name: "as_integer_ratio", Doc: "Return a pair of integers, whose ratio is exactly equal to the original float.", F0: floatRatio},
			{Name: "is_integer", Doc: "Return True if the float is an integer.",
				F0: func(th *Thread, v Value) Value {
					f, _ := FloatOf(v)
					return Bool(f == math.Floor(f) && !math.IsInf(f, 0))
				}},
			{Name: "hex", Doc: "Return a hexadecimal representation of a floating-point number.", F0: floatHexMethod},
			{Name: "fromhex", Sig: "string, /", Flags: ClassMethod, Doc: "Create a floating-point number from a hexadecimal string.", F1: floatFromHex},
			{Name: "__getnewargs__", F0: func(th *Thread, v Value) Value { f, _ := FloatOf(v); return TupleOf(Float(f)) }},
			{Name: "__getformat__", Sig: "typestr, /", Flags: ClassMethod, F1: floatGetFormat},
			{Name: "__format__", Sig: "format_spec, /", Doc: "Formats the float according to format_spec.", F1: formatMethod(formatFloat)},
		},
		Getset: []Getset{
			{Name: "real", Doc: "the real part of a complex number", Get: floatSelf},
			{Name: "imag", Doc: "the imaginary part of a complex number", Get: func(th *Thread, v Value) Value { return Float(0) }},
		},
	})
}

func floatSelf(th *Thread, v Value) Value {
	f, _ := FloatOf(v)
	return Float(f)
}

// floatNew is float.__new__.
func floatNew(th *Thread, t *Type, args []Value, kw []*Str) Value {
	if len(kw) > 0 && th.Lookup(t, strInitName) == th.Lookup(&ObjectType, strInitName) {
		return th.TypeError("float() takes no keyword arguments")
	}
	if n := len(args) - len(kw); n > 1 {
		return th.TypeError("float expected at most 1 argument, got %d", n)
	} else if n == 0 {
		return newFloat(t, 0)
	}
	f, ok := th.ToFloat(args[0])
	if !ok {
		return Value{}
	}
	return newFloat(t, f)
}

// ToFloat returns float(x) (CPython's PyNumber_Float): numbers, and text of numbers.
func (th *Thread) ToFloat(x Value) (float64, bool) {
	if f, ok := x.ExactFloat(); ok {
		return f, true
	}
	if t := x.Type(); t.ToFloat == nil && t.Index == nil {
		if s, ok := AsStr(x); ok {
			return th.FloatFromText(s.s, x)
		}
		if text, ok := byteText(th, x, true); ok {
			return th.FloatFromText(text, x)
		}
	}
	if t := x.Type(); t.ToFloat != nil {
		return th.floatResult(t, t.ToFloat(th, x))
	}
	return th.asFloatSlow(x, "float() argument must be a string or a real number, not '%s'")
}

// floatToInt returns the int f truncates to.
func (th *Thread) floatToInt(f float64) Value {
	if f >= -(1<<63) && f < 1<<63 {
		return Int(int64(f))
	}
	if math.IsInf(f, 0) {
		return th.OverflowError("cannot convert float infinity to integer")
	}
	if math.IsNaN(f) {
		return th.ValueError("cannot convert float NaN to integer")
	}
	return IntFromBig(bigFromFloat(f))
}

// IntFromFloat returns the int f truncates to, or raises.
func (th *Thread) IntFromFloat(f float64) Value { return th.floatToInt(f) }

// bigFromFloat truncates a finite float.
func bigFromFloat(f float64) *big.Int {
	b, _ := new(big.Float).SetFloat64(f).Int(nil)
	return b
}

func floatTrunc(th *Thread, v Value) Value {
	f, _ := FloatOf(v)
	return th.floatToInt(f)
}

func floatRounded(round func(float64) float64) func(th *Thread, v Value) Value {
	return func(th *Thread, v Value) Value {
		f, _ := FloatOf(v)
		return th.floatToInt(round(f))
	}
}

func floatRatio(th *Thread, v Value) Value {
	f, _ := FloatOf(v)
	if math.IsInf(f, 0) {
		return th.OverflowError("cannot convert Infinity to integer ratio")
	}
	if math.IsNaN(f) {
		return th.ValueError("cannot convert NaN to integer ratio")
	}
	r := new(big.Rat).SetFloat64(f)
	return TupleOf(IntFromBig(new(big.Int).Set(r.Num())), IntFromBig(new(big.Int).Set(r.Denom())))
}

func floatGetFormat(th *Thread, cls, kind Value) Value {
	s, ok := AsStr(kind)
	if !ok {
		return th.TypeError("__getformat__() argument must be str, not %s", typeNameOf(kind))
	}
	if s.s != "double" && s.s != "float" {
		return th.ValueError("__getformat__() argument 1 must be 'double' or 'float'")
	}
	return StrValue("IEEE, little-endian")
}

// Constants of the hashes of numbers that are not finite (sys.hash_info).
const hashInf = 314159

func floatHash(th *Thread, v Value) (int64, bool) {
	f, _ := FloatOf(v)
	if math.IsNaN(f) {
		return objectHash(th, v) // since 3.10 a NaN hashes by identity
	}
	return HashFloat(f), true
}

// HashFloat returns the hash of a float that is not a NaN: that of the equal int or fraction.
func HashFloat(f float64) int64 {
	if math.IsInf(f, 0) {
		if f > 0 {
			return hashInf
		}
		return -hashInf
	}
	if f == math.Trunc(f) && f > -hashModulus && f < hashModulus {
		if f == -1 {
			return -2
		}
		return int64(f)
	}
	m, e := math.Frexp(math.Abs(f))
	// The mantissa has 53 bits: take it as an integer and multiply by 2**e modulo 2**61-1, a rotation of 61 bits.
	x := uint64(math.Ldexp(m, 53))
	shift := ((e-53)%61 + 61) % 61
	x = (x<<shift)&hashModulus | x>>(61-shift)
	h := int64(x)
	if f < 0 {
		h = -h
	}
	if h == -1 {
		return -2
	}
	return h
}
