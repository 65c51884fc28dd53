// Powers of ints: a ** b, and pow(a, b, m) with its modular inverse.
package object

import (
	"math"
	"math/big"
)

// intPowMod is pow(a, b, m) of ints; m is None for a ** b.
func intPowMod(th *Thread, a, b, m Value) Value {
	if !IsInt(a) || !IsInt(b) || !m.IsNone() && !IsInt(m) {
		return NotImplemented
	}
	if !m.IsNone() {
		return intModPow(th, a, b, m)
	}
	y, small := AsInt64(b)
	if e, _ := BigOf(b); e.Sign() < 0 {
		return floatPow(th, intToFloat(th, a), intToFloat(th, b))
	}
	x, xsmall := AsInt64(a)
	if xsmall {
		switch {
		case x == 0 && !(small && y == 0):
			return Int(0)
		case x == 1:
			return Int(1)
		case x == -1:
			if e, _ := BigOf(b); e.Bit(0) == 0 {
				return Int(1)
			}
			return Int(-1)
		}
		if small {
			if r, ok := smallPow(x, y); ok {
				return Int(r)
			}
		}
	}
	base, _ := BigOf(a)
	if !small || y > maxIntBits || (int64(base.BitLen())-1)*y > maxIntBits {
		return th.MemoryError()
	}
	if base.IsInt64() && base.Int64() == 2 {
		return IntFromBig(new(big.Int).Lsh(bigOne, uint(y)))
	}
	return IntFromBig(new(big.Int).Exp(base, big.NewInt(y), nil))
}

// smallPow computes x**y by squaring while it fits int64.
func smallPow(x, y int64) (int64, bool) {
	r := int64(1)
	for {
		if y&1 != 0 {
			p, ok := mulFits(r, x)
			if !ok {
				return 0, false
			}
			r = p
		}
		y >>= 1
		if y == 0 {
			return r, true
		}
		p, ok := mulFits(x, x)
		if !ok {
			return 0, false
		}
		x = p
	}
}

func mulFits(x, y int64) (int64, bool) {
	if x == 0 || y == 0 {
		return 0, true
	}
	p := x * y
	if p/y != x || x == -1 && y == math.MinInt64 || y == -1 && x == math.MinInt64 {
		return 0, false
	}
	return p, true
}

func intModPow(th *Thread, a, b, m Value) Value {
	x, _ := BigOf(a)
	y, _ := BigOf(b)
	n, _ := BigOf(m)
	if n.Sign() == 0 {
		return th.ValueError("pow() 3rd argument cannot be 0")
	}
	mod := new(big.Int).Abs(n)
	if y.Sign() < 0 {
		inv := new(big.Int).ModInverse(new(big.Int).Mod(x, mod), mod)
		if inv == nil {
			if mod.IsInt64() && mod.Int64() == 1 {
				return Int(0)
			}
			return th.ValueError("base is not invertible for the given modulus")
		}
		x, y = inv, new(big.Int).Neg(y)
	}
	var r big.Int
	if mod.IsInt64() && mod.Int64() == 1 {
		return Int(0)
	}
	r.Exp(x, y, mod)
	if n.Sign() < 0 && r.Sign() > 0 {
		r.Add(&r, n)
	}
	return IntFromBig(&r)
}
