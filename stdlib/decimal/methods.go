// The methods of Decimal.
package decimal

import (
	"math/big"
	"strconv"
	"strings"

	"pyasync/object"
)

// predicates are methods of both Decimal, where those that need a context take it as an argument, and Context.
var predicates = map[string]func(x num, c *context) bool{
	"is_nan":       func(x num, _ *context) bool { return x.isNaN() },
	"is_qnan":      func(x num, _ *context) bool { return x.form == quietNaN },
	"is_snan":      func(x num, _ *context) bool { return x.form == signalingNaN },
	"is_infinite":  func(x num, _ *context) bool { return x.isInf() },
	"is_finite":    func(x num, _ *context) bool { return x.form == finite },
	"is_signed":    func(x num, _ *context) bool { return x.neg },
	"is_zero":      func(x num, _ *context) bool { return x.isZero() },
	"is_canonical": func(num, *context) bool { return true },
	"is_normal":    func(x num, c *context) bool { return x.form == finite && !x.isZero() && x.adjusted() >= c.emin },
	"is_subnormal": func(x num, c *context) bool { return x.form == finite && !x.isZero() && x.adjusted() < c.emin },
}

// copies change the sign only: no context applies.
var copies = map[string]func(x num) num{
	"copy_abs":    func(x num) num { x.neg = false; return x },
	"copy_negate": func(x num) num { x.neg = !x.neg; return x },
}

func predicateMethods() (rows []object.Method) {
	for name, f := range predicates {
		row := object.Method{Name: name, F0: func(th *thread, v value) value { x, _ := asNum(v); return object.Bool(f(x, nil)) }}
		if name == "is_normal" || name == "is_subnormal" {
			row = object.Method{Name: name, Sig: "context=None", F: func(th *thread, v value, a []value) value {
				c, ok := contextArg(th, a[0])
				if !ok {
					return value{}
				}
				x, _ := asNum(v)
				return object.Bool(f(x, c))
			}}
		}
		rows = append(rows, row)
	}
	for name, f := range copies {
		rows = append(rows, object.Method{Name: name, F0: func(th *thread, v value) value { x, _ := asNum(v); return wrap(f(x)) }})
	}
	return rows
}

// pair makes a method of two numbers that needs no context.
func pair(f func(x, y num) value) func(th *thread, v, other value) value {
	return func(th *thread, v, other value) value {
		x, ok1 := need(th, v)
		if !ok1 {
			return value{}
		}
		y, ok2 := need(th, other)
		if !ok2 {
			return value{}
		}
		return f(x, y)
	}
}

var copySign = pair(func(x, y num) value {
	x.neg = y.neg
	return wrap(x)
})

var sameQuantum = pair(func(x, y num) value {
	if x.form != finite || y.form != finite {
		return object.Bool(x.isNaN() && y.isNaN() || x.isInf() && y.isInf())
	}
	return object.Bool(x.exp == y.exp)
})

func decimalMethods() []object.Method {
	rows := append(predicateMethods(), []object.Method{
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
		{Name: "copy_sign", Sig: "other, context=None", F: func(th *thread, v value, a []value) value { return copySign(th, v, a[0]) }},
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
		{Name: "same_quantum", Sig: "other, context=None", F: func(th *thread, v value, a []value) value { return sameQuantum(th, v, a[0]) }},
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
	}...)
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
	return c.fma(th, v, a[0], a[1])
}

// fma is a*b + third, rounded once.
func (c *context) fma(th *thread, a, b, third value) value {
	z, ok := need(th, third)
	if !ok {
		return value{}
	}
	return apply2(th, c, a, b, func(e *env, x, y num) num {
		if x.form != finite || y.form != finite || z.form != finite {
			p := e.mul(x, y)
			if e.status&sigInvalid != 0 {
				return p
			}
			return e.add(p, z)
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
	return c.numberClass(x)
}

func (c *context) numberClass(x num) value {
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
	if !ok || !strings.ContainsRune("eEfFgG%n\x00", f.Type) {
		th.Exc = value{}
		return th.ValueError("invalid format string")
	}
	if f.Type == 0 || f.Type == 'n' {
		f.Type = 'g'
		if c.capitals == 1 {
			f.Type = 'G'
		}
	}
	if x.form == finite && strings.ContainsRune("fF%", f.Type) && !th.CheckSize(max(x.exp, f.Precision, 0)) {
		return value{}
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
	if frac != "" || f.Alternate {
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
