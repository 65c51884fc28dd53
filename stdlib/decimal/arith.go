// The arithmetic of decimals: sums, products, quotients, roots, rounding to an exponent.
package decimal

import "math/big"

func (e *env) add(x, y num) num {
	if r, is := e.nans(x, y); is {
		return r
	}
	if x.isInf() || y.isInf() {
		if x.isInf() && y.isInf() && x.neg != y.neg {
			return e.invalid(0)
		}
		if x.isInf() {
			return x
		}
		return y
	}
	exp := min(x.exp, y.exp)
	negZero := e.rounding == roundFloor && x.neg != y.neg
	switch {
	case x.isZero() && y.isZero():
		return e.fix(num{neg: x.neg && y.neg || negZero, coef: bigZero, exp: exp})
	case x.isZero():
		return e.fix(y.rescaled(max(exp, y.exp-e.prec-1), e))
	case y.isZero():
		return e.fix(x.rescaled(max(exp, x.exp-e.prec-1), e))
	}
	x, y = align(x, y, e.prec)
	a, b := signed(x), signed(y)
	a.Add(a, b)
	if a.Sign() == 0 {
		return e.fix(num{neg: negZero, coef: bigZero, exp: exp})
	}
	return e.fix(num{neg: a.Sign() < 0, coef: a.Abs(a), exp: x.exp})
}

func signed(x num) *big.Int {
	if x.neg {
		return new(big.Int).Neg(x.coef)
	}
	return new(big.Int).Set(x.coef)
}

// rescaled changes the exponent exactly when it goes down, and with rounding when it goes up.
func (x num) rescaled(exp int, e *env) num {
	if x.exp >= exp {
		return num{neg: x.neg, coef: scaled(x.coef, x.exp-exp), exp: exp}
	}
	c, _ := dropDigits(x.coef, exp-x.exp, e.rounding, x.neg)
	return num{neg: x.neg, coef: c, exp: exp}
}

// align gives two numbers the same exponent; one too small to matter becomes a sticky digit.
func align(x, y num, prec int) (num, num) {
	swap := x.exp < y.exp
	if swap {
		x, y = y, x
	}
	lx, ly := digits(x.coef), digits(y.coef)
	exp := x.exp + min(-1, lx-prec-2)
	if ly+y.exp-1 < exp {
		y = num{neg: y.neg, coef: bigOne, exp: exp}
	}
	x = num{neg: x.neg, coef: scaled(x.coef, x.exp-y.exp), exp: y.exp}
	if swap {
		return y, x
	}
	return x, y
}

func (x num) negated() num {
	x.neg = !x.neg
	return x
}

func (e *env) sub(x, y num) num {
	if x.isNaN() || y.isNaN() {
		r, _ := e.nans(x, y)
		return r
	}
	return e.add(x, y.negated())
}

func (e *env) mul(x, y num) num {
	if r, is := e.nans(x, y); is {
		return r
	}
	neg := x.neg != y.neg
	if x.isInf() || y.isInf() {
		if x.isZero() || y.isZero() {
			return e.invalid(0)
		}
		return infinity(neg)
	}
	return e.fix(num{neg: neg, coef: new(big.Int).Mul(x.coef, y.coef), exp: x.exp + y.exp})
}

func (e *env) div(x, y num) num {
	if r, is := e.nans(x, y); is {
		return r
	}
	neg := x.neg != y.neg
	switch {
	case x.isInf() && y.isInf():
		return e.invalid(0)
	case x.isInf():
		return infinity(neg)
	case y.isInf():
		e.status |= sigClamped
		return num{neg: neg, coef: bigZero, exp: e.etiny()}
	case y.isZero() && x.isZero():
		return e.invalid(condUndefined)
	case y.isZero():
		e.status |= sigDivZero
		return infinity(neg)
	case x.isZero():
		return e.fix(num{neg: neg, coef: bigZero, exp: x.exp - y.exp})
	}
	shift := digits(y.coef) - digits(x.coef) + e.prec + 1
	exp := x.exp - y.exp - shift
	q, r := new(big.Int), new(big.Int)
	if shift >= 0 {
		q.QuoRem(scaled(x.coef, shift), y.coef, r)
	} else {
		q.QuoRem(x.coef, scaled(y.coef, -shift), r)
	}
	if r.Sign() != 0 {
		// A sticky digit: the result is not what its last digits suggest.
		if new(big.Int).Mod(q, bigFive).Sign() == 0 {
			q.Add(q, bigOne)
		}
	} else {
		q, exp = stripZeros(q, exp, x.exp-y.exp)
	}
	return e.fix(num{neg: neg, coef: q, exp: exp})
}

// stripZeros removes trailing zeros while the exponent is below limit.
func stripZeros(c *big.Int, exp, limit int) (*big.Int, int) {
	q, r := new(big.Int), new(big.Int)
	for exp < limit && c.Sign() != 0 {
		if q.QuoRem(c, bigTen, r); r.Sign() != 0 {
			break
		}
		c = new(big.Int).Set(q)
		exp++
	}
	return c, exp
}

// divide returns the integer quotient and remainder of finite x and y; ok false: the quotient does not fit.
func (e *env) divide(x, y num) (q, r num, ok bool) {
	neg := x.neg != y.neg
	ideal := min(x.exp, y.exp)
	if y.isInf() {
		ideal = x.exp
	}
	diff := x.adjusted() - y.adjusted()
	if x.isZero() || y.isInf() || diff <= -2 {
		return num{neg: neg, coef: bigZero}, x.rescaled(ideal, e), true
	}
	if diff <= e.prec {
		a, b := x.coef, y.coef
		if x.exp >= y.exp {
			a = scaled(a, x.exp-y.exp)
		} else {
			b = scaled(b, y.exp-x.exp)
		}
		quo, rem := new(big.Int).QuoRem(a, b, new(big.Int))
		if quo.Cmp(pow10(e.prec)) < 0 {
			return num{neg: neg, coef: quo}, num{neg: x.neg, coef: rem, exp: ideal}, true
		}
	}
	return num{}, num{}, false
}

// quoRem checks operands of // % and divmod and divides.
func (e *env) quoRem(x, y num, wantQuo, wantRem bool) (q, r num) {
	if n, is := e.nans(x, y); is {
		return n, n
	}
	neg := x.neg != y.neg
	switch {
	case x.isInf() && y.isInf():
		n := e.invalid(0)
		return n, n
	case x.isInf():
		if wantRem {
			r = e.invalid(0)
		}
		return infinity(neg), r
	case y.isZero() && x.isZero():
		n := e.invalid(condUndefined)
		return n, n
	case y.isZero():
		if wantQuo {
			e.status |= sigDivZero
		}
		if wantRem {
			r = e.invalid(0)
		}
		return infinity(neg), r
	}
	q, r, ok := e.divide(x, y)
	if !ok {
		n := e.invalid(condImpossible)
		return n, n
	}
	if wantRem {
		r = e.fix(r)
	}
	return q, r
}

func (e *env) sqrt(x num) num {
	if r, is := e.nans(x); is {
		return r
	}
	if x.isInf() && !x.neg {
		return x
	}
	if x.isZero() {
		return e.fix(num{neg: x.neg, coef: bigZero, exp: x.exp >> 1})
	}
	if x.neg {
		return e.invalid(0)
	}
	prec := e.prec + 1
	exp := x.exp >> 1
	c, l := x.coef, (digits(x.coef)+1)>>1
	if x.exp&1 != 0 {
		c = scaled(c, 1)
		l = digits(x.coef)>>1 + 1
	}
	shift, exact := prec-l, true
	if shift >= 0 {
		c = scaled(c, 2*shift)
	} else {
		rem := new(big.Int)
		c, _ = new(big.Int).QuoRem(c, pow10(-2*shift), rem)
		exact = rem.Sign() == 0
	}
	exp -= shift
	n := new(big.Int).Sqrt(c)
	exact = exact && new(big.Int).Mul(n, n).Cmp(c) == 0
	switch {
	case exact && shift >= 0:
		n.Quo(n, pow10(shift))
		exp += shift
	case exact:
		n.Mul(n, pow10(-shift))
		exp += shift
	case new(big.Int).Mod(n, bigFive).Sign() == 0:
		n.Add(n, bigOne)
	}
	f := *e
	f.rounding = roundHalfEven
	r := f.fix(num{coef: n, exp: exp})
	e.status = f.status
	return r
}

// quantize gives x the exponent of y.
func (e *env) quantize(x, y num) num {
	if r, is := e.nans(x, y); is {
		return r
	}
	if x.isInf() || y.isInf() {
		if x.isInf() && y.isInf() {
			return x
		}
		return e.invalid(0)
	}
	if y.exp < e.etiny() || y.exp > e.emax {
		return e.invalid(0)
	}
	if x.isZero() {
		return e.fix(num{neg: x.neg, coef: bigZero, exp: y.exp})
	}
	if x.adjusted() > e.emax || x.adjusted()-y.exp+1 > e.prec {
		return e.invalid(0)
	}
	r := x.rescaled(y.exp, e)
	if r.adjusted() > e.emax || digits(r.coef) > e.prec {
		return e.invalid(0)
	}
	if !r.isZero() && r.adjusted() < e.emin {
		e.status |= sigSubnormal
	}
	if r.exp > x.exp {
		if cmp(r, x) != 0 {
			e.status |= sigInexact
		}
		e.status |= sigRounded
	}
	return e.fix(r)
}

// toIntegral rounds to an integer; exact asks for the flags.
func (e *env) toIntegral(x num, mode int, exact bool) num {
	if r, is := e.nans(x); is {
		return r
	}
	if x.isInf() || x.exp >= 0 {
		return x
	}
	if x.isZero() {
		return num{neg: x.neg, coef: bigZero}
	}
	c, inexact := dropDigits(x.coef, -x.exp, mode, x.neg)
	if exact {
		e.status |= sigRounded
		if inexact {
			e.status |= sigInexact
		}
	}
	return num{neg: x.neg, coef: c}
}

// normalize strips trailing zeros.
func (e *env) normalize(x num) num {
	if r, is := e.nans(x); is {
		return r
	}
	x = e.fix(x)
	if x.form != finite {
		return x
	}
	if x.isZero() {
		return num{neg: x.neg, coef: bigZero}
	}
	top := e.emax
	if e.clamp != 0 {
		top = e.etop()
	}
	x.coef, x.exp = stripZeros(x.coef, x.exp, top)
	return x
}
