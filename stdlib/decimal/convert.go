// Making decimals from other values, and other numbers from decimals.
package decimal

import (
	"math"
	"math/big"
	"strings"

	"pyasync/object"
)

var decimalSig = object.ParseSignature("value='0', context=None")

func newDecimal(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	w := th.Window(2)
	defer th.Release(w)
	if !decimalSig.Bind(th, "Decimal", args, kw, w) {
		return value{}
	}
	v := w[0]
	if v.H == nil {
		v = object.Int(0)
	}
	if t == &DecimalType && v.IsExact(&DecimalType) {
		return v
	}
	c, ok := contextArg(th, w[1])
	if !ok {
		return value{}
	}
	x, ok := convert(th, c, v)
	if !ok {
		return value{}
	}
	if !x.inRange() {
		x = nan
		if !c.finish(th, sigInvalid) {
			return value{}
		}
	}
	o := t.Allocate()
	(*decimal)(o.Ptr()).num = x
	return o
}

// convert makes a number of a str, int, float, tuple or Decimal, exactly. c nil: floats are welcome.
func convert(th *thread, c *context, v value) (num, bool) {
	if x, ok := operand(v); ok {
		return x, true
	}
	if s, ok := object.AsStr(v); ok {
		text := strings.ReplaceAll(strings.TrimSpace(object.ASCIINumber(s.Go())), "_", "")
		x, ok := parse(text)
		if !ok {
			return nan, c.finish(th, sigInvalid|condSyntax)
		}
		return x, true
	}
	if f, ok := object.FloatOf(v); ok {
		if c != nil {
			c.flags |= sigFloat
			if c.traps&sigFloat != 0 {
				return nan, c.finish(th, sigFloat)
			}
		}
		return fromFloat(f), true
	}
	items, isSeq := []value(nil), false
	if t, ok := object.AsTuple(v); ok {
		items, isSeq = t.Items, true
	} else if l, ok := object.AsList(v); ok {
		items, isSeq = l.Items, true
	}
	if isSeq {
		return fromTuple(th, items)
	}
	th.TypeError("conversion from %s to Decimal is not supported", v.Type().TPName())
	return nan, false
}

// fromFloat converts exactly.
func fromFloat(f float64) num {
	switch {
	case math.IsNaN(f):
		return num{neg: math.Signbit(f), form: quietNaN, coef: bigZero}
	case math.IsInf(f, 0):
		return infinity(f < 0)
	case f == 0:
		return num{neg: math.Signbit(f), coef: bigZero}
	}
	r := new(big.Rat).SetFloat64(math.Abs(f))
	// The denominator is 2**k: multiply by 5**k.
	k := r.Denom().BitLen() - 1
	c := new(big.Int).Mul(r.Num(), new(big.Int).Exp(bigFive, big.NewInt(int64(k)), nil))
	return num{neg: f < 0, coef: c, exp: -k}
}

// fromTuple reads (sign, digits, exponent).
func fromTuple(th *thread, items []value) (x num, ok bool) {
	if len(items) != 3 {
		th.ValueError("argument must be a sequence of length 3")
		return x, false
	}
	sign, ok := object.AsInt64(items[0])
	if !ok || sign != 0 && sign != 1 {
		th.ValueError("sign must be an integer with the value 0 or 1")
		return x, false
	}
	x.neg = sign == 1
	form, special := object.GoString(items[2])
	switch {
	case special && form != "F" && form != "n" && form != "N":
		th.ValueError("string argument in the third position must be 'F', 'n' or 'N'")
		return x, false
	case !special && !object.IsInt(items[2]):
		th.ValueError("exponent must be an integer")
		return x, false
	case !special:
		if x.exp, ok = th.AsIndex(items[2], &object.OverflowErrorType); !ok {
			th.OverflowError("Python int too large to convert to C ssize_t")
			return x, false
		}
	}
	if x.coef = coefficient(items[1]); x.coef == nil {
		th.ValueError("coefficient must be a tuple of digits")
		return x, false
	}
	switch form {
	case "F":
		return infinity(x.neg), true
	case "n":
		x.form = quietNaN
	case "N":
		x.form = signalingNaN
	}
	return x, true
}

// coefficient is the number with the digits in a tuple or list; nil when they are no digits.
func coefficient(digits value) *big.Int {
	var items []value
	if t, ok := object.AsTuple(digits); ok {
		items = t.Items
	} else if l, ok := object.AsList(digits); ok {
		items = l.Items
	} else {
		return nil
	}
	text := "0"
	for _, d := range items {
		n, ok := object.AsInt64(d)
		if !ok || n < 0 || n > 9 {
			return nil
		}
		text += string(rune('0' + n))
	}
	c, _ := digitString(text)
	return c
}

// inRange reports whether a number can be represented exactly with the largest context there is.
func (x num) inRange() bool {
	const tiny = -maxExp - maxPrec + 1
	return x.form != finite || x.exp >= tiny && x.exp <= maxExp && (x.isZero() || x.adjusted() <= maxExp)
}

// integer rounds to an int, or raises for what is not finite.
func integer(th *thread, x num, mode int) value {
	switch {
	case x.isNaN():
		return th.ValueError("cannot convert NaN to integer")
	case x.isInf():
		return th.OverflowError("cannot convert Infinity to integer")
	}
	if x.exp > 1<<24 {
		return th.MemoryError()
	}
	var e env
	r := e.toIntegral(x, mode, false)
	n := scaled(r.coef, max(r.exp, 0))
	if r.neg {
		return object.IntFromBig(new(big.Int).Neg(n))
	}
	return object.IntFromBig(new(big.Int).Set(n))
}

func decimalTrunc(th *thread, v value) value {
	x, _ := asNum(v)
	return integer(th, x, roundDown)
}

func decimalFloat(th *thread, v value) value {
	x, _ := asNum(v)
	if x.form == signalingNaN {
		return th.ValueError("cannot convert signaling NaN to float")
	}
	f, ok := object.ParseFloat(strings.ToLower(num{neg: x.neg, form: x.form, coef: x.coef, exp: x.exp}.floatText()))
	if !ok {
		return th.ValueError("cannot convert to float")
	}
	return object.Float(f)
}

func (x num) floatText() string {
	if x.isNaN() {
		x.coef = bigZero
	}
	return x.text(false, false)
}
