// The methods of int.
package object

import (
	"math/big"
	"math/bits"
	"slices"
)

var intMethods = []Method{
	{Name: "conjugate", Doc: "Returns self, the complex conjugate of any int.", F0: intSelf},
	{Name: "bit_length", Doc: "Number of bits necessary to represent self in binary.", F0: intBitLength},
	{Name: "bit_count", Doc: "Number of ones in the binary representation of the absolute value of self.", F0: intBitCount},
	{Name: "to_bytes", Sig: "length=1, byteorder='big', *, signed=False", Doc: "Return an array of bytes representing an integer.", F: intToBytes},
	{Name: "from_bytes", Sig: "bytes, byteorder='big', *, signed=False", Flags: ClassMethod,
		Doc: "Return the integer represented by the given array of bytes.", F: intFromBytes},
	{Name: "as_integer_ratio", Doc: "Return a pair of integers, whose ratio is equal to the original int.",
		F0: func(th *Thread, v Value) Value { return TupleOf(exactInt(v), Int(1)) }},
	{Name: "is_integer", Doc: "Returns True. Exists for duck type compatibility with float.is_integer.",
		F0: func(th *Thread, v Value) Value { return True }},
	{Name: "__trunc__", Doc: "Truncating an Integral returns itself.", F0: intSelf},
	{Name: "__floor__", Doc: "Flooring an Integral returns itself.", F0: intSelf},
	{Name: "__ceil__", Doc: "Ceiling of an Integral returns itself.", F0: intSelf},
	{Name: "__round__", Sig: "ndigits=<unrepresentable>, /", Doc: "Rounding an Integral returns itself.\n\nRounding with an ndigits argument also returns an integer.", F: intRound},
	{Name: "__getnewargs__", F0: func(th *Thread, v Value) Value { return TupleOf(exactInt(v)) }},
	{Name: "__format__", Sig: "format_spec, /", Doc: "Convert to a string according to format_spec.", F1: formatMethod(formatInt)},
	{Name: "__sizeof__", Doc: "Returns size in memory, in bytes.", F0: intSizeof},
}

func intBitLength(th *Thread, v Value) Value {
	if i, ok := AsInt64(v); ok {
		return Int(int64(bits.Len64(absUint(i))))
	}
	b, _ := BigOf(v)
	return Int(int64(b.BitLen()))
}

func intBitCount(th *Thread, v Value) Value {
	b, _ := BigOf(v)
	n := 0
	for _, w := range b.Bits() {
		n += bits.OnesCount(uint(w))
	}
	return Int(int64(n))
}

// intSizeof reports what CPython's digits of 30 bits would take.
func intSizeof(th *Thread, v Value) Value {
	b, _ := BigOf(v)
	return Int(int64(24 + 4*max(1, (b.BitLen()+29)/30)))
}

// byteOrder decodes a byteorder argument; nil Value is the default.
func byteOrder(th *Thread, v Value, method string) (little, ok bool) {
	if v.H == nil {
		return false, true
	}
	s, isStr := AsStr(v)
	if !isStr {
		th.TypeError("%s() argument 'byteorder' must be str, not %s", method, typeNameOf(v))
		return false, false
	}
	if s.s != "little" && s.s != "big" {
		th.ValueError("byteorder must be either 'little' or 'big'")
		return false, false
	}
	return s.s == "little", true
}

// ArgumentTypeName is how the errors of Argument Clinic name the type of an argument.
func ArgumentTypeName(v Value) string { return typeNameOf(v) }

// typeNameOf is the type in Argument Clinic's "must be str, not X".
func typeNameOf(v Value) string {
	if v.IsNone() {
		return "None"
	}
	return v.Type().TPName()
}

func intToBytes(th *Thread, self Value, a []Value) Value {
	n := 1
	if a[0].H != nil {
		var ok bool
		if n, ok = th.AsSize(a[0]); !ok {
			return Value{}
		}
	}
	little, ok := byteOrder(th, a[1], "to_bytes")
	if !ok {
		return Value{}
	}
	signed := false
	if a[2].H != nil {
		if signed, ok = th.Truth(a[2]); !ok {
			return Value{}
		}
	}
	if n < 0 {
		return th.ValueError("length argument must be non-negative")
	}
	x, _ := BigOf(self)
	if x.Sign() < 0 && !signed {
		return th.OverflowError("can't convert negative int to unsigned")
	}
	if !bigFits(x, n, signed) {
		return th.OverflowError("int too big to convert")
	}
	if n > maxIntBits {
		return th.MemoryError()
	}
	buf := make([]byte, n)
	if x.Sign() < 0 {
		x = new(big.Int).Add(x, new(big.Int).Lsh(bigOne, uint(8*n)))
	}
	x.FillBytes(buf)
	if little {
		slices.Reverse(buf)
	}
	return NewBytes(buf).V()
}

// bigFits reports whether x fits n bytes.
func bigFits(x *big.Int, n int, signed bool) bool {
	if x.BitLen() == 0 {
		return true
	}
	if n > maxIntBits {
		return true
	}
	if !signed {
		return x.BitLen() <= 8*n
	}
	if x.Sign() < 0 {
		high := new(big.Int).Not(x).BitLen()
		return high < 8*n || high == 0 && n == 0 // -1 in no bytes: CPython's quirk
	}
	return x.BitLen() < 8*n
}

func intFromBytes(th *Thread, cls Value, a []Value) Value {
	little, ok := byteOrder(th, a[1], "from_bytes")
	if !ok {
		return Value{}
	}
	signed := false
	if a[2].H != nil {
		if signed, ok = th.Truth(a[2]); !ok {
			return Value{}
		}
	}
	var data []byte
	if b := a[0]; b.IsExact(&BytesType) || b.IsExact(&ByteArrayType) {
		data, _ = bytesOrArray(b)
	} else if data, ok = th.bytesFromObject(b); !ok {
		return Value{}
	}
	v := intOfBytes(data, little, signed)
	t, _ := AsType(cls)
	if t == &IntType {
		return v
	}
	return th.CallArgs(cls, v)
}

// intOfBytes is the int that data spells.
func intOfBytes(data []byte, little, signed bool) Value {
	if n := len(data); 0 < n && n < 8 {
		var x uint64
		for i, c := range data {
			if little {
				x |= uint64(c) << (8 * i)
			} else {
				x = x<<8 | uint64(c)
			}
		}
		if signed {
			unused := 64 - 8*n
			return Int(int64(x<<unused) >> unused)
		}
		return Int(int64(x))
	}
	buf := slices.Clone(data)
	if little {
		slices.Reverse(buf)
	}
	x := new(big.Int).SetBytes(buf)
	if signed && len(buf) > 0 && buf[0]&0x80 != 0 {
		x.Sub(x, new(big.Int).Lsh(bigOne, uint(8*len(buf))))
	}
	return IntFromBig(x)
}

// bytesFromObject is bytes(v) without making the object (CPython's PyObject_Bytes).
func (th *Thread) bytesFromObject(v Value) ([]byte, bool) {
	if v.IsExact(&BytesType) || v.IsExact(&ByteArrayType) {
		data, _ := bytesOrArray(v)
		return slices.Clone(data), true
	}
	if r, ok := th.CallSpecial(v, strBytes); ok {
		if r.H == nil {
			return nil, false
		}
		if !r.Type().IsSubtype(&BytesType) {
			th.TypeError("__bytes__ returned non-bytes (type %s)", r.Type().TPName())
			return nil, false
		}
		v = r
	}
	if t := v.Type(); t.Buffer != nil {
		buf, ok := t.Buffer(th, v)
		if !ok {
			return nil, false
		}
		data := slices.Clone(buf.Bytes)
		if buf.Release != nil {
			buf.Release()
		}
		return data, true
	}
	if _, isStr := AsStr(v); isStr || v.Type().Iter == nil && v.Type().GetItem == nil {
		th.TypeError("cannot convert '%s' object to bytes", v.Type().TPName())
		return nil, false
	}
	return th.bytesFromIterable(v)
}

var strBytes = NewStr("__bytes__")

func (th *Thread) bytesFromIterable(v Value) ([]byte, bool) {
	var data []byte
	ok := th.ForEach(v, func(x Value) bool {
		i, ok := th.AsIndex(x, nil)
		if ok && (i < 0 || i > 255) {
			th.ValueError("bytes must be in range(0, 256)")
			ok = false
		}
		data = append(data, byte(i))
		return ok
	})
	return data, ok
}

// intRound is int.__round__: to a multiple of a power of ten, halves to the even one.
func intRound(th *Thread, self Value, a []Value) Value {
	if a[0].H == nil {
		return exactInt(self)
	}
	n := th.Index(a[0])
	if n.H == nil {
		return n
	}
	d, _ := BigOf(n)
	if d.Sign() >= 0 {
		return exactInt(self)
	}
	x, _ := BigOf(self)
	digits := new(big.Int).Neg(d)
	// Beyond the number's own digits everything rounds to zero; the power of ten need not be built.
	if !digits.IsInt64() || float64(digits.Int64()) > float64(x.BitLen())*0.302+2 {
		return Int(0)
	}
	p := new(big.Int).Exp(big.NewInt(10), digits, nil)
	q, r := floorDivMod(x, p)
	r.Lsh(r, 1)
	if c := r.Cmp(p); c > 0 || c == 0 && q.Bit(0) != 0 {
		q.Add(q, bigOne)
	}
	return IntFromBig(q.Mul(q, p))
}
