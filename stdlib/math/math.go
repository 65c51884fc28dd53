// Package mathmod is Python's math module.
package mathmod

import (
	"math"

	"pyasync/internal/libm"
	"pyasync/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// Init fills the module.
func Init(th *object.Thread, m *object.Module) bool {
	m.AddFuncs(elementary)
	m.AddFuncs(floatFunctions)
	m.AddFuncs(integerFunctions)
	m.AddFuncs(sumFunctions)
	for name, f := range map[string]float64{"pi": math.Pi, "e": math.E, "tau": 2 * math.Pi, "inf": math.Inf(1), "nan": math.NaN()} {
		m.Set(name, object.Float(f))
	}
	return true
}

func domainError(th *thread) value { return th.ValueError("math domain error") }
func rangeError(th *thread) value  { return th.OverflowError("math range error") }

// one makes a function of one real number: a NaN from a number is a domain error, an infinity from a finite number a
// range error or, where the function has a pole, a domain error.
func one(name, doc string, overflows bool, f func(float64) float64) object.Method {
	return object.Method{Name: name, Sig: "x, /", Doc: doc, F1: func(th *thread, _, v value) value {
		x, ok := th.AsFloat64(v)
		if !ok {
			return value{}
		}
		r := f(x)
		if r != r && x == x {
			return domainError(th)
		}
		if math.IsInf(r, 0) && !math.IsInf(x, 0) && x == x {
			if overflows {
				return rangeError(th)
			}
			return domainError(th)
		}
		return object.Float(r)
	}}
}

// two makes a function of two real numbers with the same conventions.
func two(name, sig, doc string, f func(x, y float64) float64) object.Method {
	return object.Method{Name: name, Sig: sig, Doc: doc, F2: func(th *thread, _, a, b value) value {
		x, y, ok := floats(th, a, b)
		if !ok {
			return value{}
		}
		r := f(x, y)
		if r != r && x == x && y == y {
			return domainError(th)
		}
		if math.IsInf(r, 0) && !math.IsInf(x, 0) && !math.IsInf(y, 0) && x == x && y == y {
			return rangeError(th)
		}
		return object.Float(r)
	}}
}

func floats(th *thread, a, b value) (x, y float64, ok bool) {
	if x, ok = th.AsFloat64(a); !ok {
		return
	}
	y, ok = th.AsFloat64(b)
	return
}

var elementary = []object.Method{
	one("acos", "Return the arc cosine (measured in radians) of x.\n\nThe result is between 0 and pi.", false, libm.Acos),
	one("acosh", "Return the inverse hyperbolic cosine of x.", false, math.Acosh),
	one("asin", "Return the arc sine (measured in radians) of x.\n\nThe result is between -pi/2 and pi/2.", false, libm.Asin),
	one("asinh", "Return the inverse hyperbolic sine of x.", false, math.Asinh),
	one("atan", "Return the arc tangent (measured in radians) of x.\n\nThe result is between -pi/2 and pi/2.", false, libm.Atan),
	one("atanh", "Return the inverse hyperbolic tangent of x.", false, math.Atanh),
	one("cbrt", "Return the cube root of x.", false, libm.Cbrt),
	one("cos", "Return the cosine of x (measured in radians).", false, libm.Cos),
	one("cosh", "Return the hyperbolic cosine of x.", true, libm.Cosh),
	one("erf", "Error function at x.", false, math.Erf),
	one("erfc", "Complementary error function at x.", false, math.Erfc),
	one("exp", "Return e raised to the power of x.", true, libm.Exp),
	one("exp2", "Return 2 raised to the power of x.", true, libm.Exp2),
	one("expm1", "Return exp(x)-1.\n\nThis function avoids the loss of precision involved in the direct evaluation of exp(x)-1 for small x.", true, math.Expm1),
	one("fabs", "Return the absolute value of the float x.", false, math.Abs),
	{Name: "gamma", Sig: "x, /", Doc: "Gamma function at x.", F1: gamma},
	{Name: "lgamma", Sig: "x, /", Doc: "Natural logarithm of absolute value of Gamma function at x.", F1: lgamma},
	{Name: "log", Sig: "x, base=math.e, /", Doc: "log(x, [base=math.e])\nReturn the logarithm of x to the given base.\n\nIf the base is not specified, returns the natural logarithm (base e) of x.", F: log},
	{Name: "log2", Sig: "x, /", Doc: "Return the base 2 logarithm of x.", F1: func(th *thread, _, v value) value { return logOf(th, v, libm.Log2) }},
	{Name: "log10", Sig: "x, /", Doc: "Return the base 10 logarithm of x.", F1: func(th *thread, _, v value) value { return logOf(th, v, libm.Log10) }},
	one("log1p", "Return the natural logarithm of 1+x (base e).\n\nThe result is computed in a way which is accurate for x near zero.", false, math.Log1p),
	one("sin", "Return the sine of x (measured in radians).", false, libm.Sin),
	one("sinh", "Return the hyperbolic sine of x.", true, libm.Sinh),
	one("sqrt", "Return the square root of x.", false, math.Sqrt),
	one("tan", "Return the tangent of x (measured in radians).", false, libm.Tan),
	one("tanh", "Return the hyperbolic tangent of x.", false, libm.Tanh),
	one("degrees", "Convert angle x from radians to degrees.", true, func(x float64) float64 { return x * (180 / math.Pi) }),
	one("radians", "Convert angle x from degrees to radians.", true, func(x float64) float64 { return x * (math.Pi / 180) }),
	two("atan2", "y, x, /", "Return the arc tangent (measured in radians) of y/x.\n\nUnlike atan(y/x), the signs of both x and y are considered.", libm.Atan2),
	two("copysign", "x, y, /", "Return a float with the magnitude (absolute value) of x but the sign of y.", math.Copysign),
	two("remainder", "x, y, /", "Difference between x and the closest integer multiple of y.", math.Remainder),
	{Name: "pow", Sig: "x, y, /", Doc: "Return x**y (x to the power of y).", F2: pow},
	{Name: "fmod", Sig: "x, y, /", Doc: "Return fmod(x, y), according to platform C.\n\nx % y may differ.", F2: fmod},
}

func gamma(th *thread, _, v value) value {
	x, ok := th.AsFloat64(v)
	if !ok {
		return value{}
	}
	r := libm.Gamma(x)
	if x == 0 || r != r && x == x {
		return domainError(th)
	}
	if math.IsInf(r, 0) && !math.IsInf(x, 0) {
		return rangeError(th)
	}
	return object.Float(r)
}

func lgamma(th *thread, _, v value) value {
	x, ok := th.AsFloat64(v)
	if !ok {
		return value{}
	}
	r := libm.Lgamma(x)
	if math.IsInf(r, 0) && !math.IsInf(x, 0) {
		if x <= 0 && x == math.Floor(x) {
			return domainError(th)
		}
		return rangeError(th)
	}
	return object.Float(r)
}

// logOf takes the logarithm of an int of any size, or of a real number.
func logOf(th *thread, v value, f func(float64) float64) value {
	if object.IsInt(v) {
		n, _ := object.BigOf(v)
		if n.Sign() <= 0 {
			return domainError(th)
		}
		x, _ := n.Float64()
		if !math.IsInf(x, 0) {
			return object.Float(f(x))
		}
		x, e := object.BigFrexp(n)
		return object.Float(f(x) + float64(f(2)*float64(e)))
	}
	x, ok := th.AsFloat64(v)
	if !ok {
		return value{}
	}
	if x <= 0 {
		return domainError(th)
	}
	return object.Float(f(x))
}

func log(th *thread, _ value, a []value) value {
	num := logOf(th, a[0], libm.Log)
	if num.H == nil || a[1].H == nil {
		return num
	}
	den := logOf(th, a[1], libm.Log)
	if den.H == nil {
		return den
	}
	return th.BinaryOp(object.OpTrueDiv, num, den)
}

func pow(th *thread, _, a, b value) value {
	x, y, ok := floats(th, a, b)
	if !ok {
		return value{}
	}
	r := libm.Pow(x, y)
	if math.IsInf(x, 0) || math.IsInf(y, 0) || x != x || y != y {
		return object.Float(r)
	}
	switch {
	case r != r:
		return domainError(th)
	case math.IsInf(r, 0) && x == 0:
		return domainError(th)
	case math.IsInf(r, 0):
		return rangeError(th)
	}
	return object.Float(r)
}

func fmod(th *thread, _, a, b value) value {
	x, y, ok := floats(th, a, b)
	if !ok {
		return value{}
	}
	if math.IsInf(y, 0) && !math.IsInf(x, 0) && x == x {
		return object.Float(x)
	}
	r := math.Mod(x, y)
	if r != r && x == x && y == y {
		return domainError(th)
	}
	return object.Float(r)
}
