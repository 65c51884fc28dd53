// Comparing and hashing decimals, among themselves and with the other numbers.
package decimal

import (
	"math/big"

	"pyasync/object"
)

// hashModulus is the prime by which the hashes of all numbers are reduced.
const hashModulus = 1<<61 - 1

func decimalHash(th *thread, v value) (int64, bool) {
	x, _ := asNum(v)
	switch x.form {
	case signalingNaN:
		th.TypeError("Cannot hash a signaling NaN value")
		return 0, false
	case quietNaN:
		return object.ID(v) >> 4, true
	case infinite:
		if x.neg {
			return -314159, true
		}
		return 314159, true
	}
	m := big.NewInt(hashModulus)
	base := bigTen
	e := x.exp
	if e < 0 {
		base = new(big.Int).ModInverse(bigTen, m)
		e = -e
	}
	h := new(big.Int).Exp(base, big.NewInt(int64(e)), m)
	h.Mul(h, x.coef).Mod(h, m)
	r := h.Int64()
	if x.neg {
		r = -r
	}
	if r == -1 {
		r = -2
	}
	return r, true
}

// comparand converts the other operand of a comparison: floats exactly, fractions by cross-multiplication.
func comparand(th *thread, x num, v value, op object.CmpOp) (a, b num, ok, raised bool) {
	if y, ok := operand(v); ok {
		return x, y, true, false
	}
	if f, ok := object.FloatOf(v); ok {
		c := current(th)
		c.flags |= sigFloat
		if c.traps&sigFloat != 0 && op != object.CmpEQ && op != object.CmpNE {
			return x, x, false, !c.finish(th, sigFloat)
		}
		return x, fromFloat(f), true, false
	}
	if z, ok := object.AsComplex(v); ok {
		if imag(z) != 0 || op != object.CmpEQ && op != object.CmpNE {
			return x, x, false, false
		}
		current(th).flags |= sigFloat
		return x, fromFloat(real(z)), true, false
	}
	if v.Type().Flags&object.FlagHeap == 0 {
		return x, x, false, false
	}
	n, ok1 := th.LookupAttr(v, object.NewStr("numerator"))
	d, ok2 := th.LookupAttr(v, object.NewStr("denominator"))
	if !ok1 || !ok2 {
		return x, x, false, true
	}
	if n.H == nil || d.H == nil || !object.IsInt(n) || !object.IsInt(d) {
		return x, x, false, false
	}
	nb, _ := object.BigOf(n)
	db, _ := object.BigOf(d)
	if x.form == finite {
		x.coef = new(big.Int).Mul(x.coef, db)
	}
	return x, fromInt(nb), true, false
}

func decimalCompare(th *thread, a, b value, op object.CmpOp) value {
	x, _ := asNum(a)
	x, y, ok, raised := comparand(th, x, b, op)
	if raised {
		return value{}
	}
	if !ok {
		return object.NotImplemented
	}
	if x.isNaN() || y.isNaN() {
		equality := op == object.CmpEQ || op == object.CmpNE
		if x.form == signalingNaN || y.form == signalingNaN || !equality {
			if !current(th).finish(th, sigInvalid) {
				return value{}
			}
		}
		return object.Bool(op == object.CmpNE)
	}
	return object.Bool(object.Ordered(cmp(x, y), 0, op))
}
