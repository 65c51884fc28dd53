// What an operation needs of a context: precision, rounding, the conditions it met.
package decimal

import "math/big"

// Limits of exponents and precision.
const (
	maxExp  = 999999999999999999
	maxPrec = 999999999999999999
)

// Signals and conditions, in the order in which traps are tried.
const (
	sigInvalid uint32 = 1 << iota
	sigFloat
	sigDivZero
	sigOverflow
	sigSubnormal
	sigUnderflow
	sigRounded
	sigInexact
	sigClamped
	numSignals = 9

	condSyntax     uint32 = 1 << 16
	condImpossible uint32 = 1 << 17
	condUndefined  uint32 = 1 << 18
)

// Rounding modes.
const (
	roundUp = iota
	roundDown
	roundCeiling
	roundFloor
	roundHalfUp
	roundHalfDown
	roundHalfEven
	round05Up
)

var roundingNames = []string{"ROUND_UP", "ROUND_DOWN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_HALF_UP", "ROUND_HALF_DOWN", "ROUND_HALF_EVEN", "ROUND_05UP"}

// env is the arithmetic part of a context; status collects what happened.
type env struct {
	prec, rounding, emin, emax, clamp int
	status                            uint32
}

func (e *env) etiny() int { return e.emin - e.prec + 1 }
func (e *env) etop() int  { return e.emax - e.prec + 1 }

// invalid flags an invalid operation.
func (e *env) invalid(cond uint32) num {
	e.status |= sigInvalid | cond
	return nan
}

// roundsUp decides whether a quotient q with remainder r of divisor d is raised by one.
func roundsUp(mode int, neg bool, q, r, d *big.Int) bool {
	if r.Sign() == 0 {
		return false
	}
	half := func() int { return new(big.Int).Lsh(r, 1).Cmp(d) }
	switch mode {
	case roundUp:
		return true
	case roundCeiling:
		return !neg
	case roundFloor:
		return neg
	case roundHalfUp:
		return half() >= 0
	case roundHalfDown:
		return half() > 0
	case roundHalfEven:
		h := half()
		return h > 0 || h == 0 && q.Bit(0) != 0
	case round05Up:
		last := new(big.Int).Mod(q, bigFive)
		return last.Sign() == 0
	}
	return false
}

// dropDigits divides the coefficient by 10**n with rounding; inexact when something other than zeros was lost.
func dropDigits(c *big.Int, n int, mode int, neg bool) (q *big.Int, inexact bool) {
	if n > digits(c)+1 {
		// All is lost: what remains is decided as for a tiny fraction.
		if c.Sign() == 0 {
			return bigZero, false
		}
		if roundsUp(mode, neg, bigZero, bigOne, big.NewInt(100)) {
			return bigOne, true
		}
		return bigZero, true
	}
	d := pow10(n)
	q, r := new(big.Int).QuoRem(c, d, new(big.Int))
	if roundsUp(mode, neg, q, r, d) {
		q.Add(q, bigOne)
	}
	return q, r.Sign() != 0
}

// overflow is the result of a number too large.
func (e *env) overflow(neg bool) num {
	e.status |= sigOverflow | sigInexact | sigRounded
	toInf := false
	switch e.rounding {
	case roundHalfUp, roundHalfEven, roundHalfDown, roundUp:
		toInf = true
	case roundCeiling:
		toInf = !neg
	case roundFloor:
		toInf = neg
	}
	if toInf {
		return infinity(neg)
	}
	return num{neg: neg, coef: new(big.Int).Sub(pow10(e.prec), bigOne), exp: e.etop()}
}

// fix rounds x to the precision and range of the context.
func (e *env) fix(x num) num {
	switch {
	case x.isNaN():
		return e.fixNaN(x)
	case x.form != finite:
		return x
	}
	etiny, etop := e.etiny(), e.etop()
	if x.coef.Sign() == 0 {
		top := e.emax
		if e.clamp != 0 {
			top = etop
		}
		if exp := min(max(x.exp, etiny), top); exp != x.exp {
			e.status |= sigClamped
			x.exp = exp
		}
		return x
	}
	low := digits(x.coef) + x.exp - e.prec
	if low > etop {
		return e.overflow(x.neg)
	}
	subnormal := low < etiny
	if subnormal {
		low = etiny
	}
	if x.exp < low {
		return e.fixLong(x, low, subnormal)
	}
	if subnormal {
		e.status |= sigSubnormal
	}
	if e.clamp != 0 && x.exp > etop {
		e.status |= sigClamped
		x.coef = scaled(x.coef, x.exp-etop)
		x.exp = etop
	}
	return x
}

// fixLong drops the digits below exponent low.
func (e *env) fixLong(x num, low int, subnormal bool) num {
	c, inexact := dropDigits(x.coef, low-x.exp, e.rounding, x.neg)
	if digits(c) > e.prec {
		c = new(big.Int).Quo(c, bigTen)
		low++
	}
	if low > e.etop() {
		return e.overflow(x.neg)
	}
	e.status |= sigRounded
	if inexact {
		e.status |= sigInexact
		if subnormal {
			e.status |= sigUnderflow
		}
	}
	if subnormal {
		e.status |= sigSubnormal
	}
	if c.Sign() == 0 {
		e.status |= sigClamped
	}
	return num{neg: x.neg, coef: c, exp: low}
}

// fixNaN cuts a payload that does not fit the precision.
func (e *env) fixNaN(x num) num {
	room := e.prec - e.clamp
	if digits(x.coef) > room && x.coef.Sign() != 0 {
		x.coef = new(big.Int).Mod(x.coef, pow10(room))
	}
	return x
}

// nans handles NaN operands: a signaling one is an invalid operation; the result is the first NaN made quiet.
func (e *env) nans(xs ...num) (num, bool) {
	for _, x := range xs {
		if x.form == signalingNaN {
			e.status |= sigInvalid
			x.form = quietNaN
			return e.fixNaN(x), true
		}
	}
	for _, x := range xs {
		if x.form == quietNaN {
			return e.fixNaN(x), true
		}
	}
	return num{}, false
}
