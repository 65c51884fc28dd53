// Functions of floats: rounding, parts, comparison.
package mathmod

import (
	"math"

	"pyasync/object"
)

var floatFunctions = []object.Method{
	{Name: "ceil", Sig: "x, /", Doc: "Return the ceiling of x as an Integral.\n\nThis is the smallest integer >= x.", F1: rounding("__ceil__", math.Ceil)},
	{Name: "floor", Sig: "x, /", Doc: "Return the floor of x as an Integral.\n\nThis is the largest integer <= x.", F1: rounding("__floor__", math.Floor)},
	{Name: "trunc", Sig: "x, /", Doc: "Truncates the Real x to the nearest Integral toward 0.\n\nUses the __trunc__ magic method.", F1: trunc},
	{Name: "isfinite", Sig: "x, /", Doc: "Return True if x is neither an infinity nor a NaN, and False otherwise.", F1: test(func(x float64) bool { return !math.IsInf(x, 0) && x == x })},
	{Name: "isinf", Sig: "x, /", Doc: "Return True if x is a positive or negative infinity, and False otherwise.", F1: test(func(x float64) bool { return math.IsInf(x, 0) })},
	{Name: "isnan", Sig: "x, /", Doc: "Return True if x is a NaN (not a number), and False otherwise.", F1: test(func(x float64) bool { return x != x })},
	{Name: "isclose", Sig: "a, b, *, rel_tol=1e-09, abs_tol=0.0", Doc: "Determine whether two floating-point numbers are close in value.", F: isClose},
	{Name: "frexp", Sig: "x, /", Doc: "Return the mantissa and exponent of x, as pair (m, e).\n\nm is a float and e is an int, such that x = m * 2.**e.\nIf x is 0, m and e are both 0.  Else 0.5 <= abs(m) < 1.0.", F1: frexp},
	{Name: "ldexp", Sig: "x, i, /", Doc: "Return x * (2**i).\n\nThis is essentially the inverse of frexp().", F2: ldexp},
	{Name: "modf", Sig: "x, /", Doc: "Return the fractional and integer parts of x.\n\nBoth results carry the sign of x and are floats.", F1: modf},
	{Name: "fma", Sig: "x, y, z, /", Doc: "Fused multiply-add operation.\n\nCompute (x * y) + z with a single round.", F: fma},
	{Name: "nextafter", Sig: "x, y, /, *, steps=None", Doc: "Return the floating-point value the given number of steps after x towards y.", F: nextAfter},
	{Name: "ulp", Sig: "x, /", Doc: "Return the value of the least significant bit of the float x.", F1: ulp},
}

func test(f func(float64) bool) func(th *thread, _, v value) value {
	return func(th *thread, _, v value) value {
		x, ok := th.AsFloat64(v)
		if !ok {
			return value{}
		}
		return object.Bool(f(x))
	}
}

// rounding makes floor or ceil: of floats at once, else by the special method, else by way of a float.
func rounding(method string, f func(float64) float64) func(th *thread, _, v value) value {
	name := object.NewStr(method)
	name.Hash()
	name.Len()
	return func(th *thread, _, v value) value {
		if x, ok := v.ExactFloat(); ok {
			return th.IntFromFloat(f(x))
		}
		if v.IsSmallInt() {
			return v
		}
		if r, ok := th.CallSpecial(v, name); ok {
			return r
		}
		x, ok := th.AsFloat64(v)
		if !ok {
			return value{}
		}
		return th.IntFromFloat(f(x))
	}
}

var strTrunc = object.NewStr("__trunc__")

func trunc(th *thread, _, v value) value {
	if x, ok := v.ExactFloat(); ok {
		return th.IntFromFloat(x)
	}
	r, ok := th.CallSpecial(v, strTrunc)
	if !ok {
		return th.TypeError("type %s doesn't define __trunc__ method", v.Type().TPName())
	}
	return r
}

func isClose(th *thread, _ value, args []value) value {
	a, b, ok := floats(th, args[0], args[1])
	if !ok {
		return value{}
	}
	rel, abs := 1e-9, 0.0
	if args[2].H != nil {
		if rel, ok = th.AsFloat64(args[2]); !ok {
			return value{}
		}
	}
	if args[3].H != nil {
		if abs, ok = th.AsFloat64(args[3]); !ok {
			return value{}
		}
	}
	if rel < 0 || abs < 0 {
		return th.ValueError("tolerances must be non-negative")
	}
	return object.Bool(IsClose(a, b, rel, abs))
}

// IsClose is PEP 485's comparison.
func IsClose(a, b, rel, abs float64) bool {
	if a == b {
		return true
	}
	if math.IsInf(a, 0) || math.IsInf(b, 0) {
		return false
	}
	d := math.Abs(b - a)
	return d <= math.Abs(rel*b) || d <= math.Abs(rel*a) || d <= abs
}

func frexp(th *thread, _, v value) value {
	x, ok := th.AsFloat64(v)
	if !ok {
		return value{}
	}
	m, e := math.Frexp(x)
	return object.TupleOf(object.Float(m), object.Int(int64(e)))
}

func ldexp(th *thread, _, a, b value) value {
	x, ok := th.AsFloat64(a)
	if !ok {
		return value{}
	}
	if !object.IsInt(b) {
		return th.TypeError("Expected an int as second argument to ldexp.")
	}
	e, fits := object.AsInt64(b)
	if !fits {
		e = math.MaxInt32
		if n, _ := object.BigOf(b); n.Sign() < 0 {
			e = math.MinInt32
		}
	}
	if x == 0 || math.IsInf(x, 0) || x != x {
		return object.Float(x)
	}
	r := math.Ldexp(x, int(max(min(e, math.MaxInt32), math.MinInt32)))
	if math.IsInf(r, 0) {
		return rangeError(th)
	}
	return object.Float(r)
}

func modf(th *thread, _, v value) value {
	x, ok := th.AsFloat64(v)
	if !ok {
		return value{}
	}
	if math.IsInf(x, 0) {
		return object.TupleOf(object.Float(math.Copysign(0, x)), object.Float(x))
	}
	whole := math.Trunc(x)
	return object.TupleOf(object.Float(math.Copysign(x-whole, x)), object.Float(whole))
}

func fma(th *thread, _ value, a []value) value {
	x, y, ok := floats(th, a[0], a[1])
	if !ok {
		return value{}
	}
	z, ok := th.AsFloat64(a[2])
	if !ok {
		return value{}
	}
	r := math.FMA(x, y, z)
	switch {
	case r == r && !math.IsInf(r, 0):
	case r != r && x == x && y == y && z == z:
		return th.ValueError("invalid operation in fma")
	case math.IsInf(r, 0) && !math.IsInf(x, 0) && !math.IsInf(y, 0) && !math.IsInf(z, 0):
		return th.OverflowError("overflow in fma")
	}
	return object.Float(r)
}

func nextAfter(th *thread, _ value, a []value) value {
	x, y, ok := floats(th, a[0], a[1])
	if !ok {
		return value{}
	}
	steps := int64(1)
	if a[2].H != nil && !a[2].IsNone() {
		n := th.Index(a[2])
		if n.H == nil {
			return n
		}
		b, _ := object.BigOf(n)
		if b.Sign() < 0 {
			return th.ValueError("steps must be a non-negative integer")
		}
		if steps = math.MaxInt64; b.IsInt64() {
			steps = b.Int64()
		}
	}
	return object.Float(stepTowards(x, y, uint64(steps)))
}

// stepTowards goes n floats from x towards y: ordered floats are ordered integers of sign and magnitude.
func stepTowards(x, y float64, n uint64) float64 {
	switch {
	case n == 0 || x != x:
		return x
	case y != y:
		return y
	case x == y:
		return y
	case n == 1:
		return math.Nextafter(x, y)
	}
	const sign = 1 << 63
	bx, by := math.Float64bits(x), math.Float64bits(y)
	if (bx^by)&sign != 0 {
		ax, ay := bx&^sign, by&^sign
		switch {
		case n >= ax+ay:
			return y
		case n < ax:
			return math.Float64frombits(bx - n)
		}
		return math.Float64frombits(by&sign | (n - ax))
	}
	if ax, ay := bx&^sign, by&^sign; ax > ay {
		if ax-ay > n {
			return math.Float64frombits(bx - n)
		}
	} else if ay-ax > n {
		return math.Float64frombits(bx + n)
	}
	return y
}

func ulp(th *thread, _, v value) value {
	x, ok := th.AsFloat64(v)
	if !ok {
		return value{}
	}
	x = math.Abs(x)
	if x != x || math.IsInf(x, 0) {
		return object.Float(x)
	}
	up := math.Nextafter(x, math.Inf(1))
	if math.IsInf(up, 0) {
		return object.Float(x - math.Nextafter(x, 0))
	}
	return object.Float(up - x)
}
