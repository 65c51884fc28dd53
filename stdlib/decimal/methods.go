package decimal

import (
	"math/big"
	"strconv"
	"strings"

	"pyasync/object"
)

func test(f func(x num) bool) func(th *thread, v value) value {
	return func(th *thread, v value) value { x, _ := asNum(v); return object.Bool(f(x)) }
}

func withContext(f func(x num, c *context) bool) func(th *thread, v value, a []value) value {
	return func(th *thread, v value, a []value) value {
		c, ok := contextArg(th, a[0])
		if !ok {
			return value{}
		}
		x, _ := asNum(v)
		return object.Bool(f(x, c))
	}
}

func decimalMethods() []object.Method {
	rows := []object.Method{
		{Name: "from_float", Sig: "f, /", Flags: object.ClassMethod, F1: fromFloatMethod},
		{Name: "as_tuple", F0: asTuple},
		{Name: "as_integer_ratio", F0: asRatio},
		{Name: "adjusted", F0: func(th *thread, v value) value {
			x, _ := asNum(v)
			if x.form != finite {
				return object.Int(0)
			}
			return object.Int(int64(x.adjusted()))
		}},
		{Name: "is_nan", F0: test(num.isNaN)}, {Name: "is_qnan", F0: test(func(x num) bool { return x.form == quietNaN })},
		{Name: "is_snan", F0: test(func(x num) bool { return x.form == signalingNaN })},
		{Name: "is_infinite", F0: test(num.isInf)}, {Name: "is_finite", F0: test(func(x num) bool { return x.form == finite })},
		{Name: "is_signed", F0: test(func(x num) bool { return x.neg })}, {Name: "is_zero", F0: test(num.isZero)},
		{Name: "is_canonical", F0: test(func(num) bool { return true })},
		{Name: "is_normal", Sig: "context=None", F: withContext(func(x num, c *context) bool { return x.form == finite && !x.isZero() && x.adjusted() >= c.emin })},
		{Name: "is_subnormal", Sig: "context=None", F: withContext(func(x num, c *context) bool { return x.form == finite && !x.isZero() && x.adjusted() < c.emin })},
		{Name: "copy_abs", F0: func(th *thread, v value) value { x, _ := asNum(v); x.neg = false; return wrap(x) }},
		{Name: "copy_negate", F0: func(th *thread, v value) value { x, _ := asNum(v); x.neg = !x.neg; return wrap(x) }},
		{Name: "copy_sign", Sig: "other, context=None", F: func(th *thread, v value, a []value) value {
			x, _ := asNum(v)
			y, ok := need(th, a[0])
			if !ok {
				return value{}
			}
			x.neg = y.neg
			return wrap(x)
		}},
		{Name: "canonical", F0: func(th *thread, v value) value { return v }},
		{Name: "conjugate", F0: func(th *thread, v value) value { return v }},
		{Name: "radix", F0: func(th *thread, v value) value { return wrap(num{coef: bigTen}) }},
		{Name: "quantize", Sig: "exp, rounding=None, context=None", F: quantizeMethod},
		{Name: "to_integral", Sig: "rounding=None, context=None", F: toIntegralMethod(false)},
		{Name: "to_integral_value", Sig: "rounding=None, context=None", F: toIntegralMethod(false)},
		{Name: "to_integral_exact", Sig: "rounding=None, context=None", F: toIntegralMethod(true)},
		{Name: "to_eng_string", Sig: "context=None", F: func(th *thread, v value, a []value) value {
			x, _ := asNum(v)
			return object.StrValue(x.text(true, current(th).capitals == 1))
		}},
		{Name: "same_quantum", Sig: "other, context=None", F: func(th *thread, v value, a []value) value {
			x, _ := asNum(v)
			y, ok := need(th, a[0])
			if !ok {
				return value{}
			}
			if x.form != finite || y.form != finite {
				return object.Bool(x.isNaN() && y.isNaN() || x.isInf() && y.isInf())
			}
			return object.Bool(x.exp == y.exp)
		}},
		{Name: "compare_total", Sig: "other, context=None", F: func(th *thread, v value, a []value) value {
			x, _ := asNum(v)
			y, ok := need(th, a[0])
			if !ok {
				return value{}
			}
			return wrap(fromInt(big.NewInt(int64(compareTotal(x, y)))))
		}},
		{Name: "fma", Sig: "other, third, context=None", F: fmaMethod},
		{Name: "number_class", Sig: "context=None", F: numberClass},
		{Name: "__round__", Sig: "ndigits=<unrepresentable>, /", F: roundMethod},
		{Name: "__floor__", F0: func(th *thread, v value) value { x, _ := asNum(v); return integer(th, x, roundFloor) }},
		{Name: "__ceil__", F0: func(th *thread, v value) value { x, _ := asNum(v); return integer(th, x, roundCeiling) }},
		{Name: "__trunc__", F0: decimalTrunc},
		{Name: "__complex__", F0: func(th *thread, v value) value {
			f, ok := decimalFloat(th, v).ExactFloat()
			if !ok {
				return value{}
			}
			return object.NewComplex(complex(f, 0))
		}},
		{Name: "__format__", Sig: "format_spec, /", F1: formatMethod},
		{Name: "__reduce__", F0: func(th *thread, v value) value {
			x, _ := asNum(v)
			return object.TupleOf(v.Type().V(), object.TupleOf(object.StrValue(x.text(false, true))))
		}},
		{Name: "__copy__", F0: func(th *thread, v value) value { return v }},
		{Name: "__deepcopy__", Sig: "memo, /", F1: func(th *thread, v, _ value) value { return v }},
	}
	for name, f := range unaryOps {
		if name == "to_integral_exact" {
			continue
		}
		rows = append(rows, object.Method{Name: name, Sig: "context=None", F: func(th *thread, v value, a []value) value {
			c, ok := contextArg(th, a[0])
			if !ok {
				return value{}
			}
			return apply1(th, c, v, f)
		}})
	}
	for name, f := range binaryOps {
		if name == "quantize" {
			continue
		}
		rows = append(rows, object.Method{Name: name, Sig: "other, context=None", F: func(th *thread, v value, a []value) value {
			c, ok := contextArg(th, a[1])
			if !ok {
				return value{}
			}
			return apply2(th, c, v, a[0], f)
		}})
	}
	return rows
}

func fromFloatMethod(th *thread, cls, f value) value {
	if _, ok := operand(f); !ok {
		if _, ok := object.FloatOf(f); !ok {
			return th.TypeError("argument must be int or float")
		}
	}
	x, ok := convert(th, nil, f)
	if !ok {
		return value{}
	}
	if t, _ := object.AsType(cls); t != &DecimalType {
		return th.CallArgs(cls, wrap(x))
	}
	return wrap(x)
}

func asTuple(th *thread, v value) value {
	x, _ := asNum(v)
	sign := int64(0)
	if x.neg {
		sign = 1
	}
	var exp value
	switch x.form {
	case infinite:
		exp = object.StrValue("F")
	case quietNaN:
		exp = object.StrValue("n")
	case signalingNaN:
		exp = object.StrValue("N")
	default:
		exp = object.Int(int64(x.exp))
	}
	var ds []value
	if text := x.coef.String(); !(x.isNaN() && text == "0") {
		for _, c := range text {
			ds = append(ds, object.Int(int64(c-'0')))
		}
	}
	return th.CallArgs(stateOf(th).tupleType, object.Int(sign), object.NewTuple(ds).V(), exp)
}

func asRatio(th *thread, v value) value {
	x, _ := asNum(v)
	if x.isNaN() {
		return th.ValueError("cannot convert NaN to integer ratio")
	}
	if x.isInf() {
		return th.OverflowError("cannot convert Infinity to integer ratio")
	}
	n, d := signed(x), bigOne
	if x.exp >= 0 {
		n = new(big.Int).Mul(n, pow10(x.exp))
	} else {
		r := new(big.Rat).SetFrac(n, pow10(-x.exp))
		n, d = r.Num(), r.Denom()
	}
	return object.TupleOf(object.IntFromBig(new(big.Int).Set(n)), object.IntFromBig(new(big.Int).Set(d)))
}

func quantizeMethod(th *thread, v value, a []value) value {
	c, ok := contextArg(th, a[2])
	if !ok {
		return value{}
	}
	mode, ok := roundingOf(th, a[1], c.rounding)
	if !ok {
		return value{}
	}
	return apply2(th, c, v, a[0], func(e *env, x, y num) num { e.rounding = mode; return e.quantize(x, y) })
}

func toIntegralMethod(exact bool) func(th *thread, v value, a []value) value {
	return func(th *thread, v value, a []value) value {
		c, ok := contextArg(th, a[1])
		if !ok {
			return value{}
		}
		mode, ok := roundingOf(th, a[0], c.rounding)
		if !ok {
			return value{}
		}
		return apply1(th, c, v, func(e *env, x num) num { return e.toIntegral(x, mode, exact) })
	}
}

func fmaMethod(th *thread, v value, a []value) value {
	c, ok := contextArg(th, a[2])
	if !ok {
		return value{}
	}
	z, ok := need(th, a[1])
	if !ok {
		return value{}
	}
	return apply2(th, c, v, a[0], func(e *env, x, y num) num {
		if x.form != finite || y.form != finite || z.form != finite {
			return e.add(e.mul(x, y), z)
		}
		return e.add(num{neg: x.neg != y.neg, coef: new(big.Int).Mul(x.coef, y.coef), exp: x.exp + y.exp}, z)
	})
}

func numberClass(th *thread, v value, a []value) value {
	c, ok := contextArg(th, a[0])
	if !ok {
		return value{}
	}
	x, _ := asNum(v)
	sign := "+"
	if x.neg {
		sign = "-"
	}
	name := ""
	switch {
	case x.form == signalingNaN:
		return object.StrValue("sNaN")
	case x.form == quietNaN:
		return object.StrValue("NaN")
	case x.isInf():
		name = "Infinity"
	case x.isZero():
		name = "Zero"
	case x.adjusted() < c.emin:
		name = "Subnormal"
	default:
		name = "Normal"
	}
	return object.StrValue(sign + name)
}

func roundMethod(th *thread, v value, a []value) value {
	x, _ := asNum(v)
	if a[0].H == nil || a[0].IsNone() {
		return integer(th, x, roundHalfEven)
	}
	n, ok := th.AsIndex(a[0], &object.OverflowErrorType)
	if !ok {
		return value{}
	}
	c := current(th)
	return apply2(th, c, v, wrap(num{coef: bigOne, exp: -n}), func(e *env, x, y num) num { e.rounding = roundHalfEven; return e.quantize(x, y) })
}

// formatMethod is Decimal.__format__.
func formatMethod(th *thread, v, specValue value) value {
	text, ok := object.GoString(specValue)
	if !ok {
		return th.TypeError("format arg must be str")
	}
	x, _ := asNum(v)
	c := current(th)
	if text == "" {
		return object.StrValue(x.text(false, c.capitals == 1))
	}
	f, ok := th.ParseFormatSpec(text, "decimal.Decimal", 0, '>')
	if !ok || !strings.ContainsRune("eEfFgG%n\x00", f.Type) || f.Alternate {
		th.Exc = value{}
		return th.ValueError("invalid format string")
	}
	if f.Type == 0 || f.Type == 'n' {
		f.Type = 'g'
		if c.capitals == 1 {
			f.Type = 'G'
		}
	}
	digits, rest := x.formatParts(&f, c)
	if f.NoNegZero && x.neg && strings.Trim(digits+strings.SplitN(strings.ToLower(rest), "e", 2)[0], "0.,_%") == "" {
		x.neg = false
	}
	s, ok := f.Layout(th, x.neg, digits, rest)
	if !ok {
		return value{}
	}
	return object.StrValue(s)
}

// formatParts rounds as the specification asks and splits the text of |x| at the end of its integer part.
func (x num) formatParts(f *object.FormatSpec, c *context) (whole, rest string) {
	if x.form != finite {
		if f.Fill == '0' && f.Align == '=' {
			f.Fill = ' '
			f.Align = '>'
		}
		abs := x
		abs.neg = false
		s := abs.text(false, true)
		if f.Type == '%' {
			s += "%"
		}
		return "", s
	}
	if f.Type == '%' {
		x.exp += 2
	}
	e := c.env
	fixedPoint := strings.ContainsRune("fF%", f.Type)
	scientific := f.Type|0x20 == 'e'
	if p := f.Precision; p >= 0 {
		switch {
		case scientific:
			x = x.toDigits(p+1, &e)
		case fixedPoint:
			x = x.rescaled(-p, &e)
		case digits(x.coef) > max(p, 1):
			x = x.toDigits(max(p, 1), &e)
		}
	}
	if x.isZero() && x.exp > 0 && fixedPoint {
		x.exp = 0
	}
	d := x.coef.String()
	left := x.exp + len(d)
	dot := 1
	switch {
	case scientific && x.isZero() && f.Precision >= 0:
		dot = 1 - f.Precision
	case scientific:
	case fixedPoint, x.exp <= 0 && left > -6:
		dot = left
	}
	frac := ""
	switch {
	case dot < 0:
		whole, frac = "0", strings.Repeat("0", -dot)+d
	case dot > len(d):
		whole = d + strings.Repeat("0", dot-len(d))
	default:
		whole, frac = d[:dot], d[dot:]
		if whole == "" {
			whole = "0"
		}
	}
	if frac != "" {
		rest = "." + frac
	}
	if exp := left - dot; exp != 0 || scientific {
		sign := "+"
		if exp < 0 {
			sign = ""
		}
		letter := "e"
		if f.Type < 'a' {
			letter = "E"
		}
		rest += letter + sign + strconv.Itoa(exp)
	}
	if f.Type == '%' {
		rest += "%"
	}
	return whole, rest
}

// toDigits rounds to n significant digits, padding with zeros; a zero stays as it is.
func (x num) toDigits(n int, e *env) num {
	if x.isZero() {
		return x
	}
	r := x.rescaled(x.adjusted()+1-n, e)
	if r.adjusted() != x.adjusted() {
		r = r.rescaled(r.adjusted()+1-n, e)
	}
	return r
}
