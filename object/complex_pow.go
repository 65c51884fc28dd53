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
	if y == 0 {
		return NewComplex(1)
	}
	if x == 0 {
		if imag(y) != 0 || real(y) < 0 {
			return th.Raise(&ZeroDivisionErrorType, "0.0 to a negative or complex power")
		}
		return NewComplex(0)
	}
	var r complex128
	// A small integral exponent is multiplied out, which is exacter than the general formula.
	if imag(y) == 0 && real(y) == math.Floor(real(y)) && math.Abs(real(y)) <= 100 {
		r = complexIntPow(x, int(real(y)))
	} else {
		r = complexGeneralPow(x, y)
	}
	if isInfComplex(r) && !isInfComplex(x) && !isInfComplex(y) {
		return th.OverflowError("complex exponentiation")
	}
	return NewComplex(r)
}

func isInfComplex(c complex128) bool { return math.IsInf(real(c), 0) || math.IsInf(imag(c), 0) }

func complexIntPow(x complex128, n int) complex128 {
	if n < 0 {
		return complexQuo(1, complexUintPow(x, -n))
	}
	return complexUintPow(x, n)
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

func complexGeneralPow(x, y complex128) complex128 {
	vabs := math.Hypot(real(x), imag(x))
	length := libm.Pow(vabs, real(y))
	at := libm.Atan2(imag(x), real(x))
	phase := at * real(y)
	if imag(y) != 0 {
		length *= libm.Exp(-at * imag(y))
		phase += imag(y) * libm.Log(vabs)
	}
	sin, cos := libm.SinCos(phase)
	return complex(length*cos, length*sin)
}
