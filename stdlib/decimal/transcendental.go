// Exponentials, logarithms and powers, correctly rounded.
package decimal

import (
	"math/big"
	"strconv"
)

// Fixed-point arithmetic: a big.Int f stands for f / 10**scale.

// fixedExp returns exp(x) at the scale.
func fixedExp(x *big.Int, scale int) *big.Int {
	one := pow10(scale)
	// Halve until the argument is small, sum the series, and square back.
	halvings := 0
	r := new(big.Int).Set(x)
	limit := new(big.Int).Quo(one, big.NewInt(256))
	for r.CmpAbs(limit) > 0 {
		r.Quo(r, big.NewInt(2))
		halvings++
	}
	sum := new(big.Int).Set(one)
	term := new(big.Int).Set(one)
	for k := int64(1); ; k++ {
		term.Mul(term, r)
		term.Quo(term, one)
		term.Quo(term, big.NewInt(k))
		if term.Sign() == 0 {
			break
		}
		sum.Add(sum, term)
	}
	for range halvings {
		sum.Mul(sum, sum)
		sum.Quo(sum, one)
	}
	return sum
}

// fixedLn returns ln(x) of positive x at the scale, by the series of atanh after taking square roots.
func fixedLn(x *big.Int, scale int) *big.Int {
	one := pow10(scale)
	r := new(big.Int).Set(x)
	roots := uint(0)
	near := new(big.Int).Quo(one, big.NewInt(64))
	for {
		d := new(big.Int).Sub(r, one)
		if d.CmpAbs(near) <= 0 {
			break
		}
		r.Mul(r, one)
		r.Sqrt(r)
		roots++
	}
	t := new(big.Int).Mul(new(big.Int).Sub(r, one), one)
	t.Quo(t, new(big.Int).Add(r, one))
	sq := new(big.Int).Mul(t, t)
	sq.Quo(sq, one)
	sum, power := new(big.Int).Set(t), new(big.Int).Set(t)
	for k := int64(3); ; k += 2 {
		power.Mul(power, sq)
		power.Quo(power, one)
		term := new(big.Int).Quo(power, big.NewInt(k))
		if term.Sign() == 0 {
			break
		}
		sum.Add(sum, term)
	}
	return sum.Lsh(sum, roots+1)
}

// fixed converts a finite number to the scale, cutting digits off.
func (x num) fixed(scale int) *big.Int {
	var c *big.Int
	if s := x.exp + scale; s >= 0 {
		c = scaled(x.coef, s)
	} else if -s > digits(x.coef) {
		c = bigZero
	} else {
		c = new(big.Int).Quo(x.coef, pow10(-s))
	}
	if x.neg {
		return new(big.Int).Neg(c)
	}
	return c
}

// lnAt returns ln(x) of positive x as a fixed-point number: the mantissa's logarithm and that of the power of ten.
func lnAt(x num, scale int) *big.Int {
	adj := x.adjusted()
	m := num{coef: x.coef, exp: x.exp - adj}
	l := fixedLn(m.fixed(scale), scale)
	if adj != 0 {
		ten := fixedLn(new(big.Int).Mul(pow10(scale), bigTen), scale)
		l.Add(l, ten.Mul(ten, big.NewInt(int64(adj))))
	}
	return l
}

// guard digits of the intermediate results.
const guard = 12

// rounded makes a result of a fixed-point number known to be inexact.
func (e *env) rounded(f *big.Int, scale int) num {
	x := num{neg: f.Sign() < 0, coef: new(big.Int).Abs(f), exp: -scale}
	// A sticky digit keeps an exact-looking result from being taken for exact.
	x.coef = new(big.Int).Add(scaled(x.coef, 1), bigOne)
	x.exp--
	g := *e
	g.rounding = roundHalfEven
	r := g.fix(x)
	e.status = g.status | sigInexact | sigRounded
	return r
}

func (e *env) exp(x num) num {
	if r, is := e.nans(x); is {
		return r
	}
	switch {
	case x.isInf() && x.neg:
		return num{coef: bigZero}
	case x.isInf():
		return x
	case x.isZero():
		return num{coef: bigOne}
	}
	adj := x.adjusted()
	if adj > 18 || adj >= len(strconv.Itoa(3*(e.emax+1))) {
		if x.neg {
			e.status |= sigUnderflow | sigSubnormal | sigInexact | sigRounded | sigClamped
			return num{coef: bigZero, exp: e.etiny()}
		}
		return e.overflow(false)
	}
	if adj < -e.prec-1 {
		return e.rounded(pow10(e.prec+2), e.prec+2)
	}
	// exp(x) = 10**k * exp(x - k ln 10)
	scale := e.prec + guard + max(adj, 0) + 4
	f := x.fixed(scale)
	ten := fixedLn(new(big.Int).Mul(pow10(scale), bigTen), scale)
	k, rest := new(big.Int).DivMod(f, ten, new(big.Int))
	r := fixedExp(rest, scale)
	y := num{coef: new(big.Int).Add(scaled(r, 1), bigOne), exp: int(k.Int64()) - scale - 1}
	g := *e
	g.rounding = roundHalfEven
	z := g.fix(y)
	e.status = g.status
	return z
}

// logarithm is ln, or log10 with base10.
func (e *env) logarithm(x num, base10 bool) num {
	if r, is := e.nans(x); is {
		return r
	}
	switch {
	case x.isZero():
		return infinity(true)
	case x.neg:
		return e.invalid(0)
	case x.isInf():
		return infinity(false)
	case cmp(x, num{coef: bigOne}) == 0:
		return num{coef: bigZero}
	}
	if base10 {
		if c, exp := stripZeros(x.coef, x.exp, maxExp); c.Cmp(bigOne) == 0 {
			return e.fix(fromInt(big.NewInt(int64(exp))))
		}
	}
	// The result may be tiny when x is near 1: as many digits more as x-1 has leading zeros.
	scale := e.prec + guard + 20
	d := new(env)
	*d = env{prec: e.prec + 5, rounding: roundHalfEven, emin: -maxExp, emax: maxExp}
	if diff := d.sub(x, num{coef: bigOne}); !diff.isZero() && diff.adjusted() < 0 {
		scale += -diff.adjusted()
	}
	l := lnAt(x, scale)
	if base10 {
		ten := fixedLn(new(big.Int).Mul(pow10(scale), bigTen), scale)
		l = new(big.Int).Quo(new(big.Int).Mul(l, pow10(scale)), ten)
	}
	return e.rounded(l, scale)
}

// isOddInt and isInt look at a finite number as an integer.
func (x num) isInt() bool {
	if x.form != finite {
		return false
	}
	if x.exp >= 0 || x.isZero() {
		return true
	}
	_, exp := stripZeros(x.coef, x.exp, 0)
	return exp >= 0
}

func (x num) isOddInt() bool {
	if !x.isInt() || x.exp > 0 {
		return false
	}
	return new(big.Int).Quo(x.coef, pow10(-x.exp)).Bit(0) != 0
}

func (e *env) pow(x, y num) num {
	if r, is := e.nans(x, y); is {
		return r
	}
	if y.isZero() {
		if x.isZero() {
			return e.invalid(0)
		}
		return num{coef: bigOne}
	}
	neg := false
	if x.neg {
		if y.isInt() {
			neg = y.isOddInt()
		} else if !x.isZero() {
			return e.invalid(0)
		}
		x.neg = false
	}
	switch {
	case x.isZero():
		if y.neg {
			return infinity(neg)
		}
		return num{neg: neg, coef: bigZero}
	case x.isInf():
		if y.neg {
			return num{neg: neg, coef: bigZero}
		}
		return infinity(neg)
	}
	one := num{coef: bigOne}
	if c := cmp(x, one); c == 0 {
		return e.powOfOne(x, y, neg)
	} else if y.isInf() {
		if (c > 0) != y.neg {
			return infinity(false)
		}
		return num{coef: bigZero}
	}
	r := e.powPositive(x, y)
	r.neg = neg
	return r
}

// powOfOne is 1 to a power: exact for an integer, padded to the precision otherwise.
func (e *env) powOfOne(x, y num, neg bool) num {
	if y.isInt() {
		exp := 0
		if !y.neg {
			times := e.prec
			if n := y.fixed(0); n.IsInt64() && n.Int64() < int64(e.prec) {
				times = int(n.Int64())
			}
			exp = x.exp * times
		}
		if exp < 1-e.prec {
			exp = 1 - e.prec
			e.status |= sigRounded
		}
		return num{neg: neg, coef: pow10(-exp), exp: exp}
	}
	e.status |= sigInexact | sigRounded
	return num{neg: neg, coef: pow10(e.prec - 1), exp: 1 - e.prec}
}

// maxExactDigits bounds powers that are multiplied out exactly.
const maxExactDigits = 4000

func (e *env) powPositive(x, y num) num {
	if y.isInt() && y.adjusted() < 10 {
		n := y.fixed(0).Int64()
		an := n
		if n < 0 {
			an = -n
		}
		if an*int64(digits(x.coef)) <= maxExactDigits+int64(4*e.prec) {
			p := num{coef: new(big.Int).Exp(x.coef, big.NewInt(an), nil), exp: x.exp * int(an)}
			if n > 0 {
				return e.fix(p)
			}
			return e.div(num{coef: bigOne}, p)
		}
	}
	// exp(y ln x), with digits for the size of the exponent.
	adj := max(y.adjusted(), 0) + max(digits(big.NewInt(int64(x.adjusted()))), 1)
	if adj > 40 {
		if (cmp(x, num{coef: bigOne}) > 0) != y.neg {
			return e.overflow(false)
		}
		e.status |= sigUnderflow | sigSubnormal | sigInexact | sigRounded | sigClamped
		return num{coef: bigZero, exp: e.etiny()}
	}
	scale := e.prec + guard + 2*adj + 4
	f := new(big.Int).Mul(lnAt(x, scale), y.fixed(scale))
	f.Quo(f, pow10(scale))
	arg := num{neg: f.Sign() < 0, coef: new(big.Int).Abs(f), exp: -scale}
	return e.exp(arg)
}
