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

// AsIndex returns operator.index(v) as a Go int; a value too large raises overflow (with nil: is clipped).
func (th *Thread) AsIndex(v Value, overflow *Type) (int, bool) {
	if i, ok := v.SmallInt(); ok {
		return int(i), true
	}
	if v.IsBool() {
		return int(v.N), true
	}
	if !v.Is(&IntType) {
		f := v.H.Shape.Type.Index
		if f == nil {
			th.TypeError("'%s' object cannot be interpreted as an integer", v.Type().Name)
			return 0, false
		}
		if v = f(th, v); v.H == nil {
			return 0, false
		}
		return th.AsIndex(v, overflow)
	}
	b := &(*BigInt)(v.Ptr()).Big
	if b.IsInt64() {
		return int(b.Int64()), true
	}
	if overflow == nil {
		if b.Sign() < 0 {
			return -int(^uint(0)>>1) - 1, true
		}
		return int(^uint(0) >> 1), true
	}
	th.Raisef(overflow, "cannot fit '%s' into an index-sized integer", v.Type().Name)
	return 0, false
}
