// Inverse trigonometric functions.
package libm

import (
	"math"
	"sync"
)

// atanTable holds atan(i/64).
var atanTable = sync.OnceValue(func() *[65]dd {
	var t [65]dd
	for i := 1; i < len(t); i++ {
		// atan(i/64) = atan((i-1)/64) + atan of a small quotient
		a, b := float64(i-1)/64, float64(i)/64
		d := dd{b - a, 0}.div(dd{1, 0}.add(twoProd(a, b)))
		t[i] = t[i-1].add(ddAtanTaylor(d))
	}
	return &t
})

// atanDD returns atan(y/x) for x > 0, y >= 0.
func atanDD(y, x dd) dd {
	if y.hi > x.hi {
		return piHalf.add(atanDD(x, y).neg())
	}
	q := y.div(x)
	i := math.RoundToEven(q.hi * 64)
	c := i / 64
	t := q.addF(-c).div(dd{1, 0}.add(q.mulF(c)))
	t2 := t.mul(t)
	h := t2.hi
	s := t.mul(t2).mul(dd{-1.0 / 3, -1.850371707708594e-17}).addF(t.hi * h * h * (1.0/5 - h*(1.0/7-h*(1.0/9-h/11))))
	return atanTable()[int(i)].add(t).add(s)
}

// Atan returns the arc tangent of x.
func Atan(x float64) float64 {
	switch {
	case x == 0 || x != x || math.Abs(x) < 0x1p-27:
		return x
	case math.IsInf(x, 0):
		return math.Copysign(math.Pi/2, x)
	}
	return math.Copysign(atanDD(dd{math.Abs(x), 0}, dd{1, 0}).float(), x)
}

// Atan2 returns the angle of the point (x, y).
func Atan2(y, x float64) float64 {
	if y != y || x != x || x == 0 || y == 0 || math.IsInf(x, 0) || math.IsInf(y, 0) {
		return math.Atan2(y, x)
	}
	ay, ax := math.Abs(y), math.Abs(x)
	// Bring both near 1, so that no product overflows or vanishes.
	_, ey := math.Frexp(ay)
	_, ex := math.Frexp(ax)
	if d := ey - ex; d > 80 {
		return math.Copysign(math.Pi/2, y)
	} else if d < -80 {
		if x < 0 {
			return math.Copysign(math.Pi, y)
		}
		return math.Copysign(ay/ax, y)
	}
	r := atanDD(dd{math.Ldexp(ay, -ey), 0}, dd{math.Ldexp(ax, -ey), 0})
	if x < 0 {
		r = pi.add(r.neg())
	}
	return math.Copysign(r.float(), y)
}

// Asin returns the arc sine of x.
func Asin(x float64) float64 {
	ax := math.Abs(x)
	if x == 0 || !(ax <= 1) || ax < 0x1p-27 {
		if ax > 1 {
			return math.NaN()
		}
		return x
	}
	if ax == 1 {
		return math.Copysign(math.Pi/2, x)
	}
	return math.Copysign(atanDD(dd{ax, 0}, cosOf(ax)).float(), x)
}

// Acos returns the arc cosine of x.
func Acos(x float64) float64 {
	ax := math.Abs(x)
	switch {
	case !(ax <= 1):
		return math.NaN()
	case x == 1:
		return 0
	case x == -1:
		return math.Pi
	case ax < 0x1p-60:
		return math.Pi / 2
	}
	r := atanDD(cosOf(ax), dd{ax, 0})
	if x < 0 {
		r = pi.add(r.neg())
	}
	return r.float()
}

// cosOf returns sqrt(1 - x*x).
func cosOf(x float64) dd {
	s := dd{1 - x, 0}
	if x < 0.5 {
		s = twoSum(1, -x)
	}
	p := s.mul(twoSum(1, x))
	return p.sqrt().newton(p)
}
