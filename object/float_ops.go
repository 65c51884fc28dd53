// The operators of float, with ints of any size as the other operand.
package object

import (
	"math"
	"math/big"

	"pyasync/internal/libm"
)

var floatBinaryOps = map[BinOp]BinaryFunc{
	OpAdd: floatAdd, OpSub: floatSub, OpMul: floatMul, OpTrueDiv: floatTrueDiv, OpFloorDiv: floatFloorDiv,
	OpMod: floatMod, OpDivMod: floatDivMod, OpPow: floatPow,
}

// floatOperand converts a float or int operand. Otherwise bad is NotImplemented, or nil with OverflowError pending.
func floatOperand(th *Thread, v Value) (f float64, bad Value, ok bool) {
	if v.H == &FloatHeader {
		return math.Float64frombits(v.N), Value{}, true
	}
	if v.H == &IntHeader || v.H == &BoolHeader {
		return float64(int64(v.N)), Value{}, true
	}
	if f, ok := FloatOf(v); ok {
		return f, Value{}, true
	}
	if !v.Is(&IntType) {
		return 0, NotImplemented, false
	}
	f, ok = th.bigToFloat(&(*BigInt)(v.Ptr()).Big)
	return f, Value{}, ok
}

func floatOperands(th *Thread, a, b Value) (x, y float64, bad Value, ok bool) {
	if x, bad, ok = floatOperand(th, a); !ok {
		return
	}
	y, bad, ok = floatOperand(th, b)
	return
}

func floatAdd(th *Thread, a, b Value) Value {
	x, y, bad, ok := floatOperands(th, a, b)
	if !ok {
		return bad
	}
	return Float(x + y)
}

func floatSub(th *Thread, a, b Value) Value {
	x, y, bad, ok := floatOperands(th, a, b)
	if !ok {
		return bad
	}
	return Float(x - y)
}

func floatMul(th *Thread, a, b Value) Value {
	x, y, bad, ok := floatOperands(th, a, b)
	if !ok {
		return bad
	}
	return Float(x * y)
}

func floatTrueDiv(th *Thread, a, b Value) Value {
	x, y, bad, ok := floatOperands(th, a, b)
	if !ok {
		return bad
	}
	if y == 0 {
		return th.Raise(&ZeroDivisionErrorType, "float division by zero")
	}
	return Float(x / y)
}

// FloatDivMod is divmod(x, y) of floats; y must not be 0. The signs of zeros are CPython's.
func FloatDivMod(x, y float64) (q, r float64) {
	r = math.Mod(x, y)
	q = (x - r) / y
	if r != 0 {
		if (y < 0) != (r < 0) {
			r += y
			q--
		}
	} else {
		r = math.Copysign(0, y)
	}
	if q != 0 {
		f := math.Floor(q)
		if q-f > 0.5 {
			f++
		}
		return f, r
	}
	return math.Copysign(0, x/y), r
}

func floatFloorDiv(th *Thread, a, b Value) Value {
	x, y, bad, ok := floatOperands(th, a, b)
	if !ok {
		return bad
	}
	if y == 0 {
		return th.Raise(&ZeroDivisionErrorType, "float floor division by zero")
	}
	q, _ := FloatDivMod(x, y)
	return Float(q)
}

func floatMod(th *Thread, a, b Value) Value {
	x, y, bad, ok := floatOperands(th, a, b)
	if !ok {
		return bad
	}
	if y == 0 {
		return th.Raise(&ZeroDivisionErrorType, "float modulo by zero")
	}
	r := math.Mod(x, y)
	if r == 0 {
		r = math.Copysign(0, y)
	} else if (y < 0) != (r < 0) {
		r += y
	}
	return Float(r)
}

func floatDivMod(th *Thread, a, b Value) Value {
	x, y, bad, ok := floatOperands(th, a, b)
	if !ok {
		return bad
	}
	if y == 0 {
		return th.Raise(&ZeroDivisionErrorType, "float divmod()")
	}
	q, r := FloatDivMod(x, y)
	return TupleOf(Float(q), Float(r))
}

func floatPow3(th *Thread, a, b, m Value) Value {
	if m.IsNone() {
		return floatPow(th, a, b)
	}
	return th.TypeError("pow() 3rd argument not allowed unless all arguments are integers")
}

func floatPow(th *Thread, a, b Value) Value {
	if a.H == nil || b.H == nil {
		return Value{}
	}
	x, y, bad, ok := floatOperands(th, a, b)
	if !ok {
		return bad
	}
	if x == 0 && y < 0 && !math.IsInf(y, 0) {
		return th.Raise(&ZeroDivisionErrorType, "0.0 cannot be raised to a negative power")
	}
	if x < 0 && !math.IsInf(x, 0) && !math.IsInf(y, 0) && !math.IsNaN(y) && y != math.Floor(y) {
		return complexPow(th, NewComplex(complex(x, 0)), NewComplex(complex(y, 0)))
	}
	r := libm.Pow(x, y)
	if math.IsInf(r, 0) && !math.IsInf(x, 0) && !math.IsInf(y, 0) {
		return raiseRange(th)
	}
	return Float(r)
}

// raiseRange is what C's ERANGE becomes.
func raiseRange(th *Thread) Value {
	return th.RaiseValue(NewException(&OverflowErrorType, Int(34), StrValue("Numerical result out of range")).V())
}

// floatCompare compares with floats and, exactly, with ints of any size.
func floatCompare(th *Thread, a, b Value, op CmpOp) Value {
	x, ok := FloatOf(a)
	if !ok {
		return NotImplemented
	}
	if y, ok := FloatOf(b); ok {
		return Bool(Ordered(x, y, op))
	}
	if i, ok := AsInt64(b); ok {
		if i >= -(1<<53) && i <= 1<<53 {
			return Bool(Ordered(x, float64(i), op))
		}
	} else if !IsInt(b) {
		return NotImplemented
	}
	if math.IsNaN(x) {
		return Bool(op == CmpNE)
	}
	if math.IsInf(x, 0) {
		return Bool(Ordered(x, 0, op))
	}
	n, _ := BigOf(b)
	return Bool(Ordered(new(big.Float).SetFloat64(x).Cmp(new(big.Float).SetInt(n)), 0, op))
}
