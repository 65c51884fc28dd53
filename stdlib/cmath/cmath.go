// Package cmathmod is Python's cmath module.
package cmathmod

import (
	"math"
	"math/cmplx"

	"pyasync/internal/libm"
	"pyasync/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// Init fills the module.
func Init(th *object.Thread, m *object.Module) bool {
	m.AddFuncs(functions)
	for name, f := range map[string]float64{"pi": math.Pi, "e": math.E, "tau": 2 * math.Pi, "inf": math.Inf(1), "nan": math.NaN()} {
		m.Set(name, object.Float(f))
	}
	m.Set("infj", object.NewComplex(complex(0, math.Inf(1))))
	m.Set("nanj", object.NewComplex(complex(0, math.NaN())))
	return true
}

func isFinite(z complex128) bool {
	return !math.IsInf(real(z), 0) && !math.IsInf(imag(z), 0) && !cmplx.IsNaN(z)
}

// one makes a function of one complex number: an infinity from finite arguments is a range error.
func one(name, doc string, f func(complex128) complex128) object.Method {
	return object.Method{Name: name, Sig: "z, /", Doc: doc, F1: func(th *thread, _, v value) value {
		z, ok := th.ToComplex(v)
		if !ok {
			return value{}
		}
		r := f(z)
		if isFinite(z) && (math.IsInf(real(r), 0) || math.IsInf(imag(r), 0)) {
			return th.OverflowError("math range error")
		}
		return object.NewComplex(r)
	}}
}

func test(name, doc string, f func(z complex128) bool) object.Method {
	return object.Method{Name: name, Sig: "z, /", Doc: doc, F1: func(th *thread, _, v value) value {
		z, ok := th.ToComplex(v)
		if !ok {
			return value{}
		}
		return object.Bool(f(z))
	}}
}

var functions = []object.Method{
	one("acos", "Return the arc cosine of z.", cmplx.Acos), one("acosh", "Return the inverse hyperbolic cosine of z.", cmplx.Acosh),
	one("asin", "Return the arc sine of z.", cmplx.Asin), one("asinh", "Return the inverse hyperbolic sine of z.", cmplx.Asinh),
	one("atan", "Return the arc tangent of z.", cmplx.Atan), one("atanh", "Return the inverse hyperbolic tangent of z.", cmplx.Atanh),
	one("cos", "Return the cosine of z.", func(z complex128) complex128 { return cosh(complex(-imag(z), real(z))) }),
	one("cosh", "Return the hyperbolic cosine of z.", cosh),
	one("exp", "Return the exponential value e**z.", exp),
	one("sin", "Return the sine of z.", func(z complex128) complex128 {
		s := sinh(complex(-imag(z), real(z)))
		return complex(imag(s), -real(s))
	}),
	one("sinh", "Return the hyperbolic sine of z.", sinh),
	one("sqrt", "Return the square root of z.", sqrt),
	one("tan", "Return the tangent of z.", cmplx.Tan), one("tanh", "Return the hyperbolic tangent of z.", cmplx.Tanh),
	{Name: "log", Sig: "z, base=<unrepresentable>, /", Doc: "log(z[, base]) -> the logarithm of z to the given base.", F: log},
	{Name: "log10", Sig: "z, /", Doc: "Return the base-10 logarithm of z.", F1: func(th *thread, _, v value) value {
		z, ok := th.ToComplex(v)
		if !ok {
			return value{}
		}
		if z == 0 {
			return th.ValueError("math domain error")
		}
		l := logOf(z)
		return object.NewComplex(complex(real(l)/math.Ln10, imag(l)/math.Ln10))
	}},
	{Name: "phase", Sig: "z, /", Doc: "Return argument, also known as the phase angle, of a complex.", F1: func(th *thread, _, v value) value {
		z, ok := th.ToComplex(v)
		if !ok {
			return value{}
		}
		return object.Float(libm.Atan2(imag(z), real(z)))
	}},
	{Name: "polar", Sig: "z, /", Doc: "Convert a complex from rectangular coordinates to polar coordinates.", F1: func(th *thread, _, v value) value {
		z, ok := th.ToComplex(v)
		if !ok {
			return value{}
		}
		r := libm.Norm([]float64{real(z), imag(z)})
		if math.IsInf(r, 0) && isFinite(z) {
			return th.OverflowError("math range error")
		}
		return object.TupleOf(object.Float(r), object.Float(libm.Atan2(imag(z), real(z))))
	}},
	{Name: "rect", Sig: "r, phi, /", Doc: "Convert from polar coordinates to rectangular coordinates.", F2: rect},
	test("isfinite", "Return True if both the real and imaginary parts of z are finite, else False.", isFinite),
	test("isinf", "Checks if the real or imaginary part of z is infinite.", func(z complex128) bool { return math.IsInf(real(z), 0) || math.IsInf(imag(z), 0) }),
	test("isnan", "Checks if the real or imaginary part of z not a number (NaN).", func(z complex128) bool { return math.IsNaN(real(z)) || math.IsNaN(imag(z)) }),
	{Name: "isclose", Sig: "a, b, *, rel_tol=1e-09, abs_tol=0.0", Doc: "Determine whether two complex numbers are close in value.", F: isClose},
}

func exp(z complex128) complex128 {
	if !isFinite(z) {
		return cmplx.Exp(z)
	}
	s, c := libm.SinCos(imag(z))
	l := libm.Exp(real(z))
	if real(z) > 708 {
		l = libm.Exp(real(z) - 1)
		return complex(l*c*math.E, l*s*math.E)
	}
	return complex(l*c, l*s)
}

func cosh(z complex128) complex128 {
	if !isFinite(z) {
		return cmplx.Cosh(z)
	}
	s, c := libm.SinCos(imag(z))
	return complex(c*libm.Cosh(real(z)), s*libm.Sinh(real(z)))
}

func sinh(z complex128) complex128 {
	if !isFinite(z) {
		return cmplx.Sinh(z)
	}
	s, c := libm.SinCos(imag(z))
	return complex(c*libm.Sinh(real(z)), s*libm.Cosh(real(z)))
}

// sqrt takes the root of the modulus first, so that nothing cancels (CPython's cmath_sqrt_impl).
func sqrt(z complex128) complex128 {
	if !isFinite(z) {
		return cmplx.Sqrt(z)
	}
	if z == 0 {
		return complex(0, imag(z))
	}
	ax, ay := math.Abs(real(z)), math.Abs(imag(z))
	var s float64
	if ax < 0x1p-1021 && ay < 0x1p-1021 && (ax > 0 || ay > 0) {
		ax = math.Ldexp(ax, 54)
		s = math.Ldexp(math.Sqrt(ax+libm.Norm([]float64{ax, math.Ldexp(ay, 54)})), -27)
	} else {
		ax /= 8
		s = 2 * math.Sqrt(ax+libm.Norm([]float64{ax, ay / 8}))
	}
	d := ay / (2 * s)
	if real(z) >= 0 {
		return complex(s, math.Copysign(d, imag(z)))
	}
	return complex(d, math.Copysign(s, imag(z)))
}

func logOf(z complex128) complex128 {
	ax, ay := math.Abs(real(z)), math.Abs(imag(z))
	h := libm.Norm([]float64{ax, ay})
	re := libm.Log(h)
	if 0.71 <= h && h <= 1.73 {
		// Near the unit circle the logarithm of the modulus is small: keep its digits.
		big, small := max(ax, ay), min(ax, ay)
		re = math.Log1p((big-1)*(big+1)+small*small) / 2
	} else if math.IsInf(h, 0) && isFinite(z) {
		re = libm.Log(libm.Norm([]float64{ax / 2, ay / 2})) + math.Ln2
	}
	return complex(re, libm.Atan2(imag(z), real(z)))
}

func log(th *thread, _ value, a []value) value {
	z, ok := th.ToComplex(a[0])
	if !ok {
		return value{}
	}
	if z == 0 {
		return th.ValueError("math domain error")
	}
	r := object.NewComplex(logOf(z))
	if a[1].H == nil {
		return r
	}
	b, ok := th.ToComplex(a[1])
	if !ok {
		return value{}
	}
	if b == 0 {
		return th.ValueError("math domain error")
	}
	return th.BinaryOp(object.OpTrueDiv, r, object.NewComplex(logOf(b)))
}

func rect(th *thread, _, rv, phiv value) value {
	r, ok := th.AsFloat64(rv)
	if !ok {
		return value{}
	}
	phi, ok := th.AsFloat64(phiv)
	if !ok {
		return value{}
	}
	if math.IsInf(phi, 0) && r != 0 && r == r {
		return th.ValueError("math domain error")
	}
	if r == 0 && (math.IsInf(phi, 0) || phi != phi) {
		return object.NewComplex(0)
	}
	s, c := libm.SinCos(phi)
	if phi == 0 {
		return object.NewComplex(complex(r, r*phi))
	}
	return object.NewComplex(complex(r*c, r*s))
}

func isClose(th *thread, _ value, args []value) value {
	a, ok := th.ToComplex(args[0])
	if !ok {
		return value{}
	}
	b, ok := th.ToComplex(args[1])
	if !ok {
		return value{}
	}
	tol := [2]float64{1e-9, 0}
	for i := range tol {
		if args[2+i].H != nil {
			if tol[i], ok = th.AsFloat64(args[2+i]); !ok {
				return value{}
			}
		}
	}
	if tol[0] < 0 || tol[1] < 0 {
		return th.ValueError("tolerances must be non-negative")
	}
	if a == b {
		return object.True
	}
	if cmplx.IsInf(a) || cmplx.IsInf(b) {
		return object.False
	}
	d := cmplx.Abs(a - b)
	return object.Bool(d <= tol[0]*cmplx.Abs(b) || d <= tol[0]*cmplx.Abs(a) || d <= tol[1])
}
