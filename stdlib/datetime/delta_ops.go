// The operators of timedelta.
package datetime

import (
	"math/big"

	"pyasync/object"
)

func deltaOperators(s *object.Slots) {
	s.Binary[object.OpAdd] = deltaAdd
	s.Binary[object.OpSub] = deltaSub
	s.Binary[object.OpMul] = deltaMul
	s.Binary[object.OpTrueDiv] = deltaTrueDiv
	s.Binary[object.OpFloorDiv] = deltaFloorDiv
	s.Binary[object.OpMod] = deltaMod
	s.Binary[object.OpDivMod] = deltaDivMod
}

func deltas(a, b value) (x, y *delta, ok bool) {
	x, ok = asDelta(a)
	if !ok {
		return
	}
	y, ok = asDelta(b)
	return
}

func deltaAdd(th *thread, a, b value) value {
	x, y, ok := deltas(a, b)
	if !ok {
		return object.NotImplemented
	}
	return makeDelta(th, x.days+y.days, x.secs+y.secs, x.micros+y.micros)
}

func deltaSub(th *thread, a, b value) value {
	x, y, ok := deltas(a, b)
	if !ok {
		return object.NotImplemented
	}
	return makeDelta(th, x.days-y.days, x.secs-y.secs, x.micros-y.micros)
}

func deltaMul(th *thread, a, b value) value {
	d, ok := asDelta(a)
	if !ok {
		d, _ = asDelta(b)
		b = a
	}
	if object.IsInt(b) {
		n, _ := object.BigOf(b)
		return deltaFromMicros(th, new(big.Int).Mul(d.bigMicros(), n))
	}
	if f, ok := object.FloatOf(b); ok {
		num, den, ok := ratio(th, f)
		if !ok {
			return value{}
		}
		return deltaFromMicros(th, divideHalfEven(new(big.Int).Mul(d.bigMicros(), num), den))
	}
	return object.NotImplemented
}

// ratio is float.as_integer_ratio.
func ratio(th *thread, f float64) (num, den *big.Int, ok bool) {
	r := new(big.Rat)
	if r.SetFloat64(f) == nil {
		if f != f {
			th.ValueError("cannot convert NaN to integer ratio")
		} else {
			th.OverflowError("cannot convert Infinity to integer ratio")
		}
		return nil, nil, false
	}
	return r.Num(), r.Denom(), true
}

// divideHalfEven returns the integer nearest to a/b, halves to the even one.
func divideHalfEven(a, b *big.Int) *big.Int {
	if b.Sign() < 0 {
		a, b = new(big.Int).Neg(a), new(big.Int).Neg(b)
	}
	q, r := object.FloorDivMod(a, b)
	c := r.Lsh(r, 1).Cmp(b)
	if c > 0 || c == 0 && q.Bit(0) != 0 {
		q.Add(q, big.NewInt(1))
	}
	return q
}

func zeroDivision(th *thread) value {
	return th.Raise(&object.ZeroDivisionErrorType, "integer division or modulo by zero")
}

func deltaTrueDiv(th *thread, a, b value) value {
	d, ok := asDelta(a)
	if !ok {
		return object.NotImplemented
	}
	if e, ok := asDelta(b); ok {
		n := e.bigMicros()
		if n.Sign() == 0 {
			return th.Raise(&object.ZeroDivisionErrorType, "division by zero")
		}
		f, _ := object.QuoFloat(d.bigMicros(), n)
		return object.Float(f)
	}
	if object.IsInt(b) {
		n, _ := object.BigOf(b)
		if n.Sign() == 0 {
			return zeroDivision(th)
		}
		return deltaFromMicros(th, divideHalfEven(d.bigMicros(), n))
	}
	if f, ok := object.FloatOf(b); ok {
		num, den, ok := ratio(th, f)
		if !ok {
			return value{}
		}
		if num.Sign() == 0 {
			return zeroDivision(th)
		}
		return deltaFromMicros(th, divideHalfEven(new(big.Int).Mul(d.bigMicros(), den), num))
	}
	return object.NotImplemented
}

func deltaFloorDiv(th *thread, a, b value) value {
	d, ok := asDelta(a)
	if !ok {
		return object.NotImplemented
	}
	if e, ok := asDelta(b); ok {
		n := e.bigMicros()
		if n.Sign() == 0 {
			return zeroDivision(th)
		}
		q, _ := object.FloorDivMod(d.bigMicros(), n)
		return object.IntFromBig(q)
	}
	if !object.IsInt(b) {
		return object.NotImplemented
	}
	n, _ := object.BigOf(b)
	if n.Sign() == 0 {
		return zeroDivision(th)
	}
	q, _ := object.FloorDivMod(d.bigMicros(), n)
	return deltaFromMicros(th, q)
}

func deltaMod(th *thread, a, b value) value {
	if _, y, ok := deltas(a, b); ok && y.bigMicros().Sign() == 0 {
		return th.Raise(&object.ZeroDivisionErrorType, "integer modulo by zero")
	}
	r := deltaDivMod(th, a, b)
	if t, ok := object.AsTuple(object.OrNone(r)); ok {
		return t.Items[1]
	}
	return r
}

func deltaDivMod(th *thread, a, b value) value {
	x, y, ok := deltas(a, b)
	if !ok {
		return object.NotImplemented
	}
	n := y.bigMicros()
	if n.Sign() == 0 {
		return zeroDivision(th)
	}
	q, r := object.FloorDivMod(x.bigMicros(), n)
	rest := deltaFromMicros(th, r)
	if rest.H == nil {
		return rest
	}
	return object.TupleOf(object.IntFromBig(q), rest)
}
