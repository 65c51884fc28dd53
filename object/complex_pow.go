// Powers of complex numbers.
package object

import (
	"math"

	"pyasync/internal/libm"
)

func complexPow(th *Thread, a, b Value) Value {
	x, bad, ok := complexOperand(th, a)
	if !ok {
		return bad
	}
	y, bad, ok := complexOperand(th, b)
	if !ok {
		return bad
	}
	var r complex128
	// A small integral exponent is multiplied out, which is exacter than the general formula.
	if imag(y) == 0 && real(y) == math.Floor(real(y)) && math.Abs(real(y)) <= 100 {
		r, ok = complexIntPow(x, int(real(y)))
	} else {
		r, ok = complexGeneralPow(x, y)
	}
	if !ok {
		return th.Raise(&ZeroDivisionErrorType, "0.0 to a negative or complex power")
	}
	if isInfComplex(r) {
		return th.OverflowError("complex exponentiation")
	}
	return NewComplex(r)
}

func isInfComplex(c complex128) bool { return math.IsInf(real(c), 0) || math.IsInf(imag(c), 0) }

func complexIntPow(x complex128, n int) (r complex128, ok bool) {
	if n > 0 {
		return complexUintPow(x, n), true
	}
	p := complexUintPow(x, -n)
	if p == 0 {
		return 0, false
	}
	return complexQuo(1, p), true
}

func complexUintPow(x complex128, n int) complex128 {
	r, p := complex128(1), x
	for mask := 1; mask > 0 && n >= mask; mask <<= 1 {
		if n&mask != 0 {
			r = complexMul(r, p)
		}
		p = complexMul(p, p)
	}
	return r
}

// complexGeneralPow is _Py_c_pow; ok false is its EDOM, which sine and cosine of an infinity give as well.
func complexGeneralPow(x, y complex128) (r complex128, ok bool) {
	switch {
	case y == 0:
		return 1, true
	case x == 0:
		return 0, imag(y) == 0 && !(real(y) < 0)
	}
	vabs := libm.Norm([]float64{real(x), imag(x)})
	length := libm.Pow(vabs, real(y))
	at := libm.Atan2(imag(x), real(x))
	phase := at * real(y)
	if imag(y) != 0 {
		length /= libm.Exp(at * imag(y))
		phase += imag(y) * libm.Log(vabs)
	}
	sin, cos := libm.SinCos(phase)
	return complex(length*cos, length*sin), !math.IsInf(phase, 0)
}
