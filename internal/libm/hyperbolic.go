// Hyperbolic functions and the cube root.
package libm

import "math"

// The hyperbolic functions and cbrt follow fdlibm's formulas over expm1 and log1p, as C libraries do.

// Sinh returns the hyperbolic sine of x.
func Sinh(x float64) float64 {
	ax := math.Abs(x)
	h := math.Copysign(0.5, x)
	switch {
	case x != x || math.IsInf(x, 0) || ax < 0x1p-28:
		return x
	case ax < 22:
		t := math.Expm1(ax)
		if ax < 1 {
			return h * (2*t - t*t/(t+1))
		}
		return h * (t + t/(t+1))
	case ax < 709.78:
		return h * Exp(ax)
	case ax <= 710.4758600739439:
		w := Exp(0.5 * ax)
		return h * w * w
	}
	return math.Copysign(math.Inf(1), x)
}

// Cosh returns the hyperbolic cosine of x.
func Cosh(x float64) float64 {
	ax := math.Abs(x)
	switch {
	case x != x:
		return x
	case ax < 0.34657359027997264:
		t := math.Expm1(ax)
		w := 1 + t
		if ax < 0x1p-55 {
			return w
		}
		return 1 + t*t/(w+w)
	case ax < 22:
		t := Exp(ax)
		return 0.5*t + 0.5/t
	case ax < 709.78:
		return 0.5 * Exp(ax)
	case ax <= 710.4758600739439:
		w := Exp(0.5 * ax)
		return 0.5 * w * w
	}
	return math.Inf(1)
}

// Tanh returns the hyperbolic tangent of x.
func Tanh(x float64) float64 {
	ax := math.Abs(x)
	var z float64
	switch {
	case x != x || ax < 0x1p-55:
		return x
	case ax < 1:
		t := math.Expm1(-2 * ax)
		z = -t / (t + 2)
	case ax < 22:
		t := math.Expm1(2 * ax)
		z = 1 - 2/(t+2)
	default:
		z = 1
	}
	return math.Copysign(z, x)
}

// Cbrt returns the cube root of x, exactly rounded; a C library's may be off by a unit in the last place.
func Cbrt(x float64) float64 {
	r := math.Cbrt(x)
	if r == 0 || r != r || math.IsInf(r, 0) {
		return r
	}
	// One step of Newton's method, with the residue in double-double arithmetic.
	e := twoProd(r, r).mulF(r).addF(-x)
	return r - (e.hi+e.lo)/(3*r*r)
}
