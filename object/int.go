// BigInt, the heap form of int, and conversions between Python ints and Go numbers.
package object

import "math/big"

// BigInt is an int outside int64, or an instance of an int subclass (of any size). Exact ints that fit int64 are
// always held in the Value itself.
type BigInt struct {
	Header
	Big big.Int
}

// IntFromBig returns b as a Python int, normalised. It takes ownership of b.
func IntFromBig(b *big.Int) Value {
	if b.IsInt64() {
		return Int(b.Int64())
	}
	return Value{&(&BigInt{Header{&IntType.Root}, *b}).Header, 0}
}

// IntFromUint64 returns u as a Python int.
func IntFromUint64(u uint64) Value {
	if u < 1<<63 {
		return Int(int64(u))
	}
	return IntFromBig(new(big.Int).SetUint64(u))
}

// AsInt64 returns the value of an int, bool or int subclass that fits; ok is false for everything else.
func AsInt64(v Value) (i int64, ok bool) {
	if v.H == &IntHeader || v.H == &BoolHeader {
		return int64(v.N), true
	}
	if v.Is(&IntType) {
		if b := &(*BigInt)(v.Ptr()).Big; b.IsInt64() {
			return b.Int64(), true
		}
	}
	return 0, false
}

// BigOf returns the value of an int, bool or int subclass, which the caller must not modify; ok is false for
// everything else.
func BigOf(v Value) (b *big.Int, ok bool) {
	if v.H == &IntHeader || v.H == &BoolHeader {
		return big.NewInt(int64(v.N)), true
	}
	if v.Is(&IntType) {
		return &(*BigInt)(v.Ptr()).Big, true
	}
	return nil, false
}

// IsInt reports whether v is an int, a bool or an instance of an int subclass.
func IsInt(v Value) bool { return v.H == &IntHeader || v.H == &BoolHeader || v.Is(&IntType) }

// exactInt returns the int v (an int, bool or int subclass) as an exact int.
func exactInt(v Value) Value {
	if v.IsExact(&IntType) {
		return v
	}
	if i, ok := AsInt64(v); ok {
		return Int(i)
	}
	return IntFromBig(new(big.Int).Set(&(*BigInt)(v.Ptr()).Big))
}

// Index returns operator.index(v): an exact int.
func (th *Thread) Index(v Value) Value {
	if IsInt(v) {
		return exactInt(v)
	}
	f := v.H.Shape.Type.Index
	if f == nil {
		return th.TypeError("'%s' object cannot be interpreted as an integer", v.Type().TPName())
	}
	r := f(th, v)
	if r.H == nil || r.IsExact(&IntType) {
		return r
	}
	if !IsInt(r) {
		return th.TypeError("__index__ returned non-int (type %s)", r.Type().TPName())
	}
	if !th.warn(&DeprecationWarningType, "__index__ returned non-int (type "+r.Type().Name+
		").  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.") {
		return Value{}
	}
	return exactInt(r)
}

// AsIndex returns operator.index(v) as a Go int; a value too large raises overflow (with nil: is clipped).
func (th *Thread) AsIndex(v Value, overflow *Type) (int, bool) {
	if i, ok := v.SmallInt(); ok {
		return int(i), true
	}
	x := th.Index(v)
	if x.H == nil {
		return 0, false
	}
	if i, ok := AsInt64(x); ok {
		return int(i), true
	}
	if overflow == nil {
		if (*BigInt)(x.Ptr()).Big.Sign() < 0 {
			return -int(^uint(0)>>1) - 1, true
		}
		return int(^uint(0) >> 1), true
	}
	th.Raisef(overflow, "cannot fit '%s' into an index-sized integer", v.Type().Name)
	return 0, false
}

// AsSize is AsIndex for arguments that CPython reads as a Py_ssize_t (Argument Clinic's).
func (th *Thread) AsSize(v Value) (int, bool) {
	i, ok := th.AsIndex(v, &OverflowErrorType)
	if !ok && th.Catch(&OverflowErrorType) {
		th.OverflowError("Python int too large to convert to C ssize_t")
	}
	return i, ok
}

// AsInt is AsIndex for arguments that CPython reads as a C int by Argument Clinic.
func (th *Thread) AsInt(v Value) (int, bool) {
	x := th.Index(v)
	if x.H == nil {
		return 0, false
	}
	n, ok := AsInt64(x)
	if !ok || n != int64(int32(n)) {
		th.OverflowError("Python int too large to convert to C int")
		return 0, false
	}
	return int(n), true
}

// AsCInt is AsIndex for arguments that CPython reads as a C int by PyArg_Parse.
func (th *Thread) AsCInt(v Value) (int, bool) {
	n, ok := th.AsCLong(v)
	if ok && n != int64(int32(n)) {
		if n > 0 {
			th.OverflowError("signed integer is greater than maximum")
		} else {
			th.OverflowError("signed integer is less than minimum")
		}
		return 0, false
	}
	return int(n), ok
}

// AsCLong is AsIndex for arguments that CPython reads as a C long.
func (th *Thread) AsCLong(v Value) (int64, bool) {
	x := th.Index(v)
	if x.H == nil {
		return 0, false
	}
	n, ok := AsInt64(x)
	if !ok {
		th.OverflowError("Python int too large to convert to C long")
	}
	return n, ok
}

// newInt makes an int of class t, exact or a subclass, with the value of the exact int v.
func newInt(t *Type, v Value) Value {
	if t == &IntType {
		return v
	}
	o := t.Allocate()
	b, _ := BigOf(v)
	(*BigInt)(o.Ptr()).Big.Set(b)
	return o
}

func init() {
	Define(&IntType, Spec{
		Name: "int", Sig: "x=0, /, base=10", Flags: FlagMatchSelf, Alloc: Allocator[BigInt](),
		Doc: "int([x]) -> integer\nint(x, base=10) -> integer\n\n" +
			"Convert a number or string to an integer: a number is truncated towards zero,\n" +
			"a string is read in the given base (0: as an integer literal with its prefix).",
		Slots:   intSlots(),
		Methods: intMethods,
		Getset: []Getset{
			{Name: "real", Doc: "the real part of a complex number", Get: intSelf},
			{Name: "imag", Doc: "the imaginary part of a complex number", Get: func(th *Thread, v Value) Value { return Int(0) }},
			{Name: "numerator", Doc: "the numerator of a rational number in lowest terms", Get: intSelf},
			{Name: "denominator", Doc: "the denominator of a rational number in lowest terms", Get: func(th *Thread, v Value) Value { return Int(1) }},
		},
	})
}

func intSelf(th *Thread, v Value) Value { return exactInt(v) }

func intSlots() Slots {
	s := Slots{
		New: intNew, Repr: intRepr, Hash: intHash, Compare: intCompare,
		ToBool: intTruth, ToInt: intSelf, Index: intSelf, ToFloat: intToFloat,
		Neg: intNeg, Pos: intSelf, Abs: intAbs, Invert: intInvert, Pow3: intPowMod,
	}
	for op, f := range intBinaryOps {
		s.Binary[op] = f
	}
	return s
}

func intTruth(th *Thread, v Value) (bool, bool) {
	if i, ok := AsInt64(v); ok {
		return i != 0, true
	}
	return true, true
}

// hashModulus is the prime 2**61-1 by which numeric hashes are reduced, so that equal numbers of any type hash alike.
const hashModulus = 1<<61 - 1

var bigHashModulus = big.NewInt(hashModulus)

func intHash(th *Thread, v Value) (int64, bool) {
	i, ok := AsInt64(v)
	if !ok {
		return HashBig(&(*BigInt)(v.Ptr()).Big), true
	}
	if h := i % hashModulus; h != -1 {
		return h, true
	}
	return -2, true
}

// HashBig returns the hash of the int b.
func HashBig(b *big.Int) int64 {
	var r big.Int
	h := r.Rem(b, bigHashModulus).Int64()
	if h == -1 {
		return -2
	}
	return h
}

// intRepr is repr(int), also of subclasses.
func intRepr(th *Thread, v Value) Value {
	s, ok := th.FormatInt(v)
	if !ok {
		return Value{}
	}
	return StrValue(s)
}
