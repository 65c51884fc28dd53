// The operations beyond arithmetic that the specification names: neighbours, extremes, remainders, total order.
package decimal

import "math/big"

// unaryOps and binaryOps are methods of both Decimal and Context.
var unaryOps = map[string]func(e *env, x num) num{
	"sqrt": (*env).sqrt, "exp": (*env).exp, "normalize": (*env).normalize,
	"ln":                func(e *env, x num) num { return e.logarithm(x, false) },
	"log10":             func(e *env, x num) num { return e.logarithm(x, true) },
	"to_integral_exact": func(e *env, x num) num { return e.toIntegral(x, e.rounding, true) },
	"logb":              (*env).logb,
	"next_plus":         func(e *env, x num) num { return e.next(x, roundCeiling) },
	"next_minus":        func(e *env, x num) num { return e.next(x, roundFloor) },
	"logical_invert":    (*env).logicalInvert,
}

var binaryOps = map[string]func(e *env, x, y num) num{
	"quantize": (*env).quantize, "compare": (*env).compare, "max": func(e *env, x, y num) num { return e.extreme(x, y, 1) },
	"min":            func(e *env, x, y num) num { return e.extreme(x, y, -1) },
	"max_mag":        func(e *env, x, y num) num { return e.extremeMag(x, y, 1) },
	"min_mag":        func(e *env, x, y num) num { return e.extremeMag(x, y, -1) },
	"remainder_near": (*env).remainderNear, "scaleb": (*env).scaleb, "next_toward": (*env).nextToward,
	"compare_signal": (*env).compareSignal,
	"compare_total":  func(e *env, x, y num) num { return fromInt(big.NewInt(int64(compareTotal(x, y)))) },
	"compare_total_mag": func(e *env, x, y num) num {
		x.neg, y.neg = false, false
		return fromInt(big.NewInt(int64(compareTotal(x, y))))
	},
	"logical_and": logical(func(a, b bool) bool { return a && b }),
	"logical_or":  logical(func(a, b bool) bool { return a || b }),
	"logical_xor": logical(func(a, b bool) bool { return a != b }),
	"shift":       (*env).shift, "rotate": (*env).rotate,
}

func (e *env) logb(x num) num {
	if r, is := e.nans(x); is {
		return r
	}
	if x.isInf() {
		return infinity(false)
	}
	if x.isZero() {
		e.status |= sigDivZero
		return infinity(true)
	}
	return e.fix(fromInt(big.NewInt(int64(x.adjusted()))))
}

// next is the neighbour of x in the direction of the rounding mode.
func (e *env) next(x num, mode int) num {
	if r, is := e.nans(x); is {
		return r
	}
	if x.isInf() {
		if x.neg == (mode == roundFloor) {
			return x
		}
		return num{neg: x.neg, coef: new(big.Int).Sub(pow10(e.prec), bigOne), exp: e.etop()}
	}
	g := *e
	g.rounding, g.status = mode, 0
	r := g.fix(x)
	if cmp(r, x) != 0 {
		return r
	}
	tiny := num{neg: mode == roundFloor, coef: bigOne, exp: e.etiny() - 1}
	return g.add(x, tiny)
}

func (e *env) compare(x, y num) num {
	if r, is := e.nans(x, y); is {
		return r
	}
	return fromInt(big.NewInt(int64(cmp(x, y))))
}

// compareSignal is compare for which any NaN is an invalid operation.
func (e *env) compareSignal(x, y num) num {
	r := e.compare(x, y)
	if r.isNaN() {
		e.status |= sigInvalid
	}
	return r
}

// nextToward is the neighbour of x in the direction of y.
func (e *env) nextToward(x, y num) num {
	if r, is := e.nans(x, y); is {
		return r
	}
	c := cmp(x, y)
	if c == 0 {
		x.neg = y.neg
		return x
	}
	mode := roundCeiling
	if c > 0 {
		mode = roundFloor
	}
	r := e.next(x, mode)
	switch {
	case r.isInf():
		e.status |= sigOverflow | sigInexact | sigRounded
	case r.isZero():
		e.status |= sigUnderflow | sigSubnormal | sigInexact | sigRounded | sigClamped
	case r.adjusted() < e.emin:
		e.status |= sigUnderflow | sigSubnormal | sigInexact | sigRounded
	}
	return r
}

// extremeMag is extreme by magnitude; by value when the magnitudes are the same.
func (e *env) extremeMag(x, y num, sign int) num {
	if x.isNaN() || y.isNaN() {
		return e.extreme(x, y, sign)
	}
	a, b := x, y
	a.neg, b.neg = false, false
	switch c := cmp(a, b); {
	case c == 0:
		return e.extreme(x, y, sign)
	case c*sign < 0:
		return e.fix(y)
	}
	return e.fix(x)
}

func (e *env) extreme(x, y num, sign int) num {
	if x.form == quietNaN && !y.isNaN() {
		return e.fix(y)
	}
	if y.form == quietNaN && !x.isNaN() {
		return e.fix(x)
	}
	if r, is := e.nans(x, y); is {
		return r
	}
	c := cmp(x, y)
	if c == 0 {
		c = compareTotal(x, y)
	}
	if c*sign < 0 {
		return e.fix(y)
	}
	return e.fix(x)
}

func (e *env) remainderNear(x, y num) num {
	_, r := e.quoRem(x, y, false, true)
	if r.isNaN() || y.isInf() || y.isZero() || r.isInf() {
		return r
	}
	exact := env{prec: maxPrec / 2, rounding: roundHalfEven, emin: -maxExp, emax: maxExp}
	q, _, ok := e.divide(x, y)
	if !ok {
		return r
	}
	ay := y
	ay.neg = false
	ar := r
	ar.neg = false
	c := cmp(exact.add(ar, ar), ay)
	if c > 0 || c == 0 && q.coef.Bit(0) != 0 {
		if new(big.Int).Add(q.coef, bigOne).Cmp(pow10(e.prec)) >= 0 {
			return e.invalid(condImpossible)
		}
		ay.neg = !r.neg
		return e.fix(exact.add(r, ay))
	}
	return r
}

func (e *env) scaleb(x, y num) num {
	if r, is := e.nans(x, y); is {
		return r
	}
	if !y.isInt() || y.exp != 0 {
		return e.invalid(0)
	}
	n := y.fixed(0)
	limit := int64(2 * (e.emax + e.prec))
	if !n.IsInt64() || n.Int64() > limit || n.Int64() < -limit {
		return e.invalid(0)
	}
	if x.isInf() {
		return x
	}
	x.exp += int(n.Int64())
	return e.fix(x)
}

// compareTotal orders representations: sign, NaN-ness, value, exponent.
func compareTotal(x, y num) int {
	if x.neg != y.neg {
		if x.neg {
			return -1
		}
		return 1
	}
	sign := 1
	if x.neg {
		sign = -1
	}
	rank := func(n num) int { return map[uint8]int{finite: 0, infinite: 1, signalingNaN: 2, quietNaN: 3}[n.form] }
	if a, b := rank(x), rank(y); a != b && (a > 1 || b > 1) {
		if a < b {
			return -sign
		}
		return sign
	}
	if x.isNaN() {
		return sign * x.coef.Cmp(y.coef)
	}
	x.neg, y.neg = false, false
	if c := cmp(x, y); c != 0 {
		return sign * c
	}
	switch {
	case x.exp < y.exp:
		return -sign
	case x.exp > y.exp:
		return sign
	}
	return 0
}

func (e *env) minus(x num) num {
	if r, is := e.nans(x); is {
		return r
	}
	if x.isZero() && e.rounding != roundFloor {
		x.neg = false
	} else {
		x.neg = !x.neg
	}
	return e.fix(x)
}

func (e *env) plus(x num) num {
	if r, is := e.nans(x); is {
		return r
	}
	if x.isZero() && e.rounding != roundFloor {
		x.neg = false
	}
	return e.fix(x)
}

func (e *env) abs(x num) num {
	if r, is := e.nans(x); is {
		return r
	}
	x.neg = false
	return e.fix(x)
}
