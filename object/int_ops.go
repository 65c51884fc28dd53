// The operators of int. Operands that fit int64 take the first branch of each function; the rest goes through
// math/big and is normalised back. Results that would exhaust memory raise before they are computed.
package object

import (
	"math"
	"math/big"
	"math/bits"
)

// maxIntBits bounds the size of ints that shifts, powers and products may build (1 GiB); CPython fails at the
// allocation, which an overcommitting system grants far too long.
const maxIntBits = 1 << 33

var intBinaryOps = map[BinOp]BinaryFunc{
	OpAdd: intAdd, OpSub: intSub, OpMul: intMul, OpTrueDiv: intTrueDiv, OpFloorDiv: intFloorDiv, OpMod: intMod,
	OpDivMod: intDivMod, OpLShift: intLShift, OpRShift: intRShift, OpAnd: intAnd, OpXor: intXor, OpOr: intOr,
	OpPow: func(th *Thread, a, b Value) Value { return intPowMod(th, a, b, None) },
}

func intAdd(th *Thread, a, b Value) Value {
	x, xok := AsInt64(a)
	y, yok := AsInt64(b)
	if xok && yok {
		if s := x + y; (s > x) == (y > 0) {
			return Int(s)
		}
	}
	return intBig(a, b, (*big.Int).Add)
}

func intSub(th *Thread, a, b Value) Value {
	x, xok := AsInt64(a)
	y, yok := AsInt64(b)
	if xok && yok {
		if d := x - y; (d < x) == (y > 0) {
			return Int(d)
		}
	}
	return intBig(a, b, (*big.Int).Sub)
}

func intMul(th *Thread, a, b Value) Value {
	x, xok := AsInt64(a)
	y, yok := AsInt64(b)
	if xok && yok {
		hi, lo := bits.Mul64(absUint(x), absUint(y))
		if hi == 0 && lo <= math.MaxInt64 {
			if (x < 0) != (y < 0) {
				return Int(-int64(lo))
			}
			return Int(int64(lo))
		}
	}
	p, ok := BigOf(a)
	q, ok2 := BigOf(b)
	if !ok || !ok2 {
		return NotImplemented
	}
	if p.BitLen()+q.BitLen() > maxIntBits {
		return th.MemoryError()
	}
	return IntFromBig(new(big.Int).Mul(p, q))
}

func absUint(i int64) uint64 {
	if i < 0 {
		return -uint64(i)
	}
	return uint64(i)
}

// intBig applies f to two ints of any size, or returns NotImplemented.
func intBig(a, b Value, f func(z, x, y *big.Int) *big.Int) Value {
	x, ok := BigOf(a)
	y, ok2 := BigOf(b)
	if !ok || !ok2 {
		return NotImplemented
	}
	return IntFromBig(f(new(big.Int), x, y))
}

// floorDivMod is Python's division: the quotient rounds down, the remainder has the divisor's sign. y is not 0.
func floorDivMod(x, y *big.Int) (q, r *big.Int) {
	q, r = new(big.Int), new(big.Int)
	q.QuoRem(x, y, r)
	if r.Sign() != 0 && r.Sign() != y.Sign() {
		q.Sub(q, bigOne)
		r.Add(r, y)
	}
	return q, r
}

// FloorDivMod is Python's divmod of big ints: the quotient rounds down; y must not be 0.
func FloorDivMod(x, y *big.Int) (q, r *big.Int) { return floorDivMod(x, y) }

var bigOne = big.NewInt(1)

// intDivision decodes the operands of a division: small when both fit and the quotient cannot overflow.
func intDivision(th *Thread, a, b Value, zero string) (x, y int64, p, q *big.Int, small bool, bad Value) {
	x, xok := AsInt64(a)
	y, yok := AsInt64(b)
	if yok && y == 0 && IsInt(a) {
		return 0, 0, nil, nil, false, th.Raise(&ZeroDivisionErrorType, zero)
	}
	if xok && yok && !(x == math.MinInt64 && y == -1) {
		return x, y, nil, nil, true, Value{}
	}
	p, ok := BigOf(a)
	q, ok2 := BigOf(b)
	if !ok || !ok2 {
		return 0, 0, nil, nil, false, NotImplemented
	}
	return 0, 0, p, q, false, Value{}
}

func intFloorDiv(th *Thread, a, b Value) Value {
	x, y, p, q, small, bad := intDivision(th, a, b, "integer division or modulo by zero")
	if small {
		d := x / y
		if x%y != 0 && (x < 0) != (y < 0) {
			d--
		}
		return Int(d)
	}
	if p == nil {
		return bad
	}
	d, rest := new(big.Int), &th.unused
	d.QuoRem(p, q, rest)
	if rest.Sign() != 0 && rest.Sign() != q.Sign() {
		d.Sub(d, bigOne)
	}
	th.dropLongUnused()
	return IntFromBig(d)
}

func intMod(th *Thread, a, b Value) Value {
	x, y, p, q, small, bad := intDivision(th, a, b, "integer modulo by zero")
	if small {
		m := x % y
		if m != 0 && (m < 0) != (y < 0) {
			m += y
		}
		return Int(m)
	}
	if p == nil {
		return bad
	}
	m := new(big.Int)
	th.unused.QuoRem(p, q, m)
	if m.Sign() != 0 && m.Sign() != q.Sign() {
		m.Add(m, q)
	}
	th.dropLongUnused()
	return IntFromBig(m)
}

// dropLongUnused frees the memory of Thread.unused when it is more than worth keeping.
func (th *Thread) dropLongUnused() {
	const words = 1 << 15
	if cap(th.unused.Bits()) > words {
		th.unused = big.Int{}
	}
}

func intDivMod(th *Thread, a, b Value) Value {
	x, y, p, q, small, bad := intDivision(th, a, b, "integer division or modulo by zero")
	if small {
		d, m := x/y, x%y
		if m != 0 && (m < 0) != (y < 0) {
			d--
			m += y
		}
		return TupleOf(Int(d), Int(m))
	}
	if p == nil {
		return bad
	}
	d, m := floorDivMod(p, q)
	return TupleOf(IntFromBig(d), IntFromBig(m))
}

func intTrueDiv(th *Thread, a, b Value) Value {
	x, y, p, q, small, bad := intDivision(th, a, b, "division by zero")
	const exact = 1 << 53
	if small && x >= -exact && x <= exact && y >= -exact && y <= exact {
		return Float(float64(x) / float64(y))
	}
	if small {
		p, q = big.NewInt(x), big.NewInt(y)
	}
	if p == nil {
		return bad
	}
	f, ok := QuoFloat(p, q)
	if !ok {
		return th.OverflowError("integer division result too large for a float")
	}
	return Float(f)
}

// QuoFloat returns x/y correctly rounded; ok is false when it overflows. y must not be 0.
func QuoFloat(x, y *big.Int) (f float64, ok bool) {
	neg := (x.Sign() < 0) != (y.Sign() < 0)
	if x.Sign() == 0 {
		return applySign(0, neg), true
	}
	var p, q, r big.Int
	p.Abs(x)
	q.Abs(y)
	// Scale so that the quotient has at least 55 bits, or fewer when the result is subnormal: then its last bit is
	// half of the smallest subnormal, and rounding happens once, here.
	exp := max(p.BitLen()-q.BitLen()-56, -1076)
	if exp > 0 {
		q.Lsh(&q, uint(exp))
	} else {
		p.Lsh(&p, uint(-exp))
	}
	p.QuoRem(&p, &q, &r)
	if p.BitLen() > 64 {
		return 0, false
	}
	m := p.Uint64()
	drop := max(bits.Len64(m)-53, -1074-exp)
	if drop > 0 {
		rest, half := m&(1<<drop-1), uint64(1)<<(drop-1)
		m >>= drop
		if rest > half || rest == half && (r.Sign() != 0 || m&1 != 0) {
			m++
		}
		exp += drop
	}
	f = math.Ldexp(float64(m), exp)
	if neg {
		f = -f
	}
	return f, !math.IsInf(f, 0)
}

// shiftCount decodes the right operand of a shift: huge means it is beyond any size.
func shiftCount(th *Thread, b Value) (n int64, huge, ok bool) {
	n, fits := AsInt64(b)
	if fits && n >= 0 {
		return n, false, true
	}
	if big, _ := BigOf(b); big.Sign() < 0 {
		th.ValueError("negative shift count")
		return 0, false, false
	}
	return 0, true, true
}

func intLShift(th *Thread, a, b Value) Value {
	if !IsInt(a) || !IsInt(b) {
		return NotImplemented
	}
	n, huge, ok := shiftCount(th, b)
	if !ok {
		return Value{}
	}
	x, small := AsInt64(a)
	if small && (x == 0 || n < 63 && !huge && x<<n>>n == x) {
		if huge || x == 0 {
			return Int(0)
		}
		return Int(x << n)
	}
	if huge {
		return th.OverflowError("too many digits in integer")
	}
	p, _ := BigOf(a)
	if n > maxIntBits || int64(p.BitLen())+n > maxIntBits {
		return th.MemoryError()
	}
	return IntFromBig(new(big.Int).Lsh(p, uint(n)))
}

func intRShift(th *Thread, a, b Value) Value {
	if !IsInt(a) || !IsInt(b) {
		return NotImplemented
	}
	n, huge, ok := shiftCount(th, b)
	if !ok {
		return Value{}
	}
	if huge {
		n = math.MaxInt64
	}
	if x, small := AsInt64(a); small {
		return Int(x >> min(n, 63))
	}
	p, _ := BigOf(a)
	if n >= int64(p.BitLen()) {
		if p.Sign() < 0 {
			return Int(-1)
		}
		return Int(0)
	}
	return IntFromBig(new(big.Int).Rsh(p, uint(n)))
}

func intAnd(th *Thread, a, b Value) Value {
	x, xok := AsInt64(a)
	y, yok := AsInt64(b)
	if xok && yok {
		return Int(x & y)
	}
	return intBig(a, b, (*big.Int).And)
}

func intOr(th *Thread, a, b Value) Value {
	x, xok := AsInt64(a)
	y, yok := AsInt64(b)
	if xok && yok {
		return Int(x | y)
	}
	return intBig(a, b, (*big.Int).Or)
}

func intXor(th *Thread, a, b Value) Value {
	x, xok := AsInt64(a)
	y, yok := AsInt64(b)
	if xok && yok {
		return Int(x ^ y)
	}
	return intBig(a, b, (*big.Int).Xor)
}

func intNeg(th *Thread, v Value) Value {
	if i, ok := AsInt64(v); ok && i != math.MinInt64 {
		return Int(-i)
	}
	b, _ := BigOf(v)
	return IntFromBig(new(big.Int).Neg(b))
}

func intAbs(th *Thread, v Value) Value {
	if i, ok := AsInt64(v); ok && i >= 0 {
		return Int(i)
	}
	if b, _ := BigOf(v); b.Sign() > 0 {
		return exactInt(v)
	}
	return intNeg(th, v)
}

func intInvert(th *Thread, v Value) Value {
	if i, ok := AsInt64(v); ok {
		return Int(^i)
	}
	b, _ := BigOf(v)
	return IntFromBig(new(big.Int).Not(b))
}

func intCompare(th *Thread, a, b Value, op CmpOp) Value {
	x, xok := AsInt64(a)
	y, yok := AsInt64(b)
	if xok && yok {
		return Bool(Ordered(x, y, op))
	}
	p, ok := BigOf(a)
	q, ok2 := BigOf(b)
	if !ok || !ok2 {
		return NotImplemented
	}
	return Bool(Ordered(p.Cmp(q), 0, op))
}

func intToFloat(th *Thread, v Value) Value {
	if i, ok := AsInt64(v); ok {
		return Float(float64(i))
	}
	f, ok := th.bigToFloat(&(*BigInt)(v.Ptr()).Big)
	if !ok {
		return Value{}
	}
	return Float(f)
}

// bigToFloat converts with correct rounding, or raises OverflowError.
func (th *Thread) bigToFloat(b *big.Int) (float64, bool) {
	f, _ := b.Float64()
	if math.IsInf(f, 0) {
		th.OverflowError("int too large to convert to float")
		return 0, false
	}
	return f, true
}

// BigFrexp returns x = f * 2**e of a positive int, 0.5 <= f < 1, f correctly rounded.
func BigFrexp(x *big.Int) (f float64, e int) {
	e = x.BitLen()
	if e <= 64 {
		f, _ = x.Float64()
		m, d := math.Frexp(f)
		return m, d
	}
	m := new(big.Float).SetInt(x)
	m.SetMantExp(m, -e)
	f, _ = m.Float64()
	if f == 1 {
		return 0.5, e + 1
	}
	return f, e
}
