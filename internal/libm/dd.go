// Double-double arithmetic: numbers of twice the precision as unevaluated sums.
package libm

import "math"

// dd is an unevaluated sum of two floats, about 106 bits: |lo| is at most half an ulp of hi.
type dd struct{ hi, lo float64 }

// twoSum returns a+b exactly; fastTwoSum needs |a| >= |b|.
func twoSum(a, b float64) dd {
	s := a + b
	t := s - a
	return dd{s, (a - (s - t)) + (b - t)}
}

func fastTwoSum(a, b float64) dd {
	s := a + b
	return dd{s, b - (s - a)}
}

func twoProd(a, b float64) dd {
	p := a * b
	return dd{p, math.FMA(a, b, -p)}
}

func (a dd) add(b dd) dd {
	s := twoSum(a.hi, b.hi)
	t := twoSum(a.lo, b.lo)
	s = fastTwoSum(s.hi, s.lo+t.hi)
	return fastTwoSum(s.hi, s.lo+t.lo)
}

func (a dd) addF(b float64) dd {
	s := twoSum(a.hi, b)
	return fastTwoSum(s.hi, s.lo+a.lo)
}

func (a dd) neg() dd { return dd{-a.hi, -a.lo} }

func (a dd) mul(b dd) dd {
	p := twoProd(a.hi, b.hi)
	return fastTwoSum(p.hi, p.lo+(a.hi*b.lo+a.lo*b.hi))
}

func (a dd) mulF(b float64) dd {
	p := twoProd(a.hi, b)
	return fastTwoSum(p.hi, p.lo+a.lo*b)
}

func (a dd) div(b dd) dd {
	q := a.hi / b.hi
	r := a.add(b.mulF(q).neg())
	q2 := r.hi / b.hi
	r = r.add(b.mulF(q2).neg())
	q3 := r.hi / b.hi
	return fastTwoSum(q, q2).addF(q3)
}

// sqrt returns the square root of a positive a.
func (a dd) sqrt() dd {
	s := math.Sqrt(a.hi)
	r := a.add(twoProd(s, s).neg())
	return fastTwoSum(s, r.hi/(2*s))
}

func (a dd) float() float64 { return a.hi + a.lo }

// Constants to 106 bits or more.
var (
	ln2     = dd{0.6931471805599453, 2.3190468138462996e-17}
	invLn2  = dd{1.4426950408889634, 2.0355273740931033e-17}
	invLn10 = dd{0.4342944819032518, 1.098319650216765e-17}
	pi      = dd{3.141592653589793, 1.2246467991473532e-16}
	piHalf  = dd{1.5707963267948966, 6.123233995736766e-17}
)

// series sums the Taylor series whose k-th term is the one before times x*x/(a(k)), in double-double arithmetic.
func ddExpTaylor(x dd) dd {
	sum, term := dd{1, 0}, dd{1, 0}
	for k := 1; k < 30; k++ {
		term = term.mul(x).div(dd{float64(k), 0})
		sum = sum.add(term)
	}
	return sum
}

func ddSinCosTaylor(x dd) (sin, cos dd) {
	term := dd{1, 0}
	cos = term
	for k := 1; k < 36; k++ {
		term = term.mul(x).div(dd{float64(k), 0})
		switch k % 4 {
		case 1:
			sin = sin.add(term)
		case 2:
			cos = cos.add(term.neg())
		case 3:
			sin = sin.add(term.neg())
		case 0:
			cos = cos.add(term)
		}
	}
	return sin, cos
}

// ddLog1pTaylor returns log(1+x) by the series of the inverse hyperbolic tangent.
func ddLog1pTaylor(x dd) dd {
	t := x.div(x.addF(2))
	t2 := t.mul(t)
	sum, power := t, t
	for k := 3; k < 60; k += 2 {
		power = power.mul(t2)
		sum = sum.add(power.div(dd{float64(k), 0}))
	}
	return dd{2 * sum.hi, 2 * sum.lo}
}

// ddAtanTaylor returns atan(x) for small x.
func ddAtanTaylor(x dd) dd {
	x2 := x.mul(x)
	sum, power := x, x
	for k := 3; k < 80; k += 2 {
		power = power.mul(x2).neg()
		sum = sum.add(power.div(dd{float64(k), 0}))
	}
	return sum
}
