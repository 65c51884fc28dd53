package decimal

import (
	"math"
	"math/big"
	"strings"

	"pyasync/object"
)

// decimal is a Decimal object.
type decimal struct {
	object.Header
	num
}

// DecimalType is decimal.Decimal.
var DecimalType object.Type

func asNum(v value) (num, bool) {
	if v.Is(&DecimalType) {
		return (*decimal)(v.Ptr()).num, true
	}
	return num{}, false
}

func wrap(x num) value {
	d := &decimal{object.Header{Shape: &DecimalType.Root}, x}
	return object.ObjectValue(&d.Header)
}

// result finishes an operation.
func result(th *thread, c *context, e *env, x num) value {
	if e.status != 0 && !c.finish(th, e.status) {
		return value{}
	}
	return wrap(x)
}

// operand converts an int or Decimal.
func operand(v value) (num, bool) {
	if x, ok := asNum(v); ok {
		return x, true
	}
	if object.IsInt(v) {
		b, _ := object.BigOf(v)
		return fromInt(b), true
	}
	return num{}, false
}

// need is operand, or a TypeError.
func need(th *thread, v value) (num, bool) {
	x, ok := operand(v)
	if !ok {
		th.TypeError("conversion from %s to Decimal is not supported", v.Type().TPName())
	}
	return x, ok
}

func apply1(th *thread, c *context, v value, f func(e *env, x num) num) value {
	x, ok := need(th, v)
	if !ok {
		return value{}
	}
	e := c.env
	e.status = 0
	return result(th, c, &e, f(&e, x))
}

func apply2(th *thread, c *context, a, b value, f func(e *env, x, y num) num) value {
	x, ok := need(th, a)
	if !ok {
		return value{}
	}
	y, ok := need(th, b)
	if !ok {
		return value{}
	}
	e := c.env
	e.status = 0
	return result(th, c, &e, f(&e, x, y))
}

// contextArg is an optional context argument.
func contextArg(th *thread, v value) (*context, bool) {
	if v.H == nil || v.IsNone() {
		return current(th), true
	}
	c, ok := asContext(v)
	if !ok {
		th.TypeError("optional argument must be a context")
	}
	return c, ok
}

func binary(f func(e *env, x, y num) num) object.BinaryFunc {
	return func(th *thread, a, b value) value {
		x, ok := operand(a)
		y, ok2 := operand(b)
		if !ok || !ok2 {
			return object.NotImplemented
		}
		c := current(th)
		e := c.env
		e.status = 0
		return result(th, c, &e, f(&e, x, y))
	}
}

func unary(f func(e *env, x num) num) object.UnaryFunc {
	return func(th *thread, v value) value {
		x, _ := asNum(v)
		c := current(th)
		e := c.env
		e.status = 0
		return result(th, c, &e, f(&e, x))
	}
}

// unaryOps and binaryOps are methods of both Decimal and Context.
var unaryOps = map[string]func(e *env, x num) num{
	"sqrt": (*env).sqrt, "exp": (*env).exp, "normalize": (*env).normalize,
	"ln":                func(e *env, x num) num { return e.logarithm(x, false) },
	"log10":             func(e *env, x num) num { return e.logarithm(x, true) },
	"to_integral_exact": func(e *env, x num) num { return e.toIntegral(x, e.rounding, true) },
	"logb":              (*env).logb,
	"next_plus":         func(e *env, x num) num { return e.next(x, roundCeiling) },
	"next_minus":        func(e *env, x num) num { return e.next(x, roundFloor) },
	"logical_invert":    (*env).logicalInvert,
}

var binaryOps = map[string]func(e *env, x, y num) num{
	"quantize": (*env).quantize, "compare": (*env).compare, "max": func(e *env, x, y num) num { return e.extreme(x, y, 1) },
	"min":            func(e *env, x, y num) num { return e.extreme(x, y, -1) },
	"max_mag":        func(e *env, x, y num) num { return e.extremeMag(x, y, 1) },
	"min_mag":        func(e *env, x, y num) num { return e.extremeMag(x, y, -1) },
	"remainder_near": (*env).remainderNear, "scaleb": (*env).scaleb, "next_toward": (*env).nextToward,
	"compare_signal": (*env).compareSignal,
	"compare_total":  func(e *env, x, y num) num { return fromInt(big.NewInt(int64(compareTotal(x, y)))) },
	"compare_total_mag": func(e *env, x, y num) num {
		x.neg, y.neg = false, false
		return fromInt(big.NewInt(int64(compareTotal(x, y))))
	},
	"logical_and": logical(func(a, b bool) bool { return a && b }),
	"logical_or":  logical(func(a, b bool) bool { return a || b }),
	"logical_xor": logical(func(a, b bool) bool { return a != b }),
	"shift":       (*env).shift, "rotate": (*env).rotate,
}

func (e *env) logb(x num) num {
	if r, is := e.nans(x); is {
		return r
	}
	if x.isInf() {
		return infinity(false)
	}
	if x.isZero() {
		e.status |= sigDivZero
		return infinity(true)
	}
	return e.fix(fromInt(big.NewInt(int64(x.adjusted()))))
}

// next is the neighbour of x in the direction of the rounding mode.
func (e *env) next(x num, mode int) num {
	if r, is := e.nans(x); is {
		return r
	}
	if x.isInf() {
		if x.neg == (mode == roundFloor) {
			return x
		}
		return num{neg: x.neg, coef: new(big.Int).Sub(pow10(e.prec), bigOne), exp: e.etop()}
	}
	g := *e
	g.rounding, g.status = mode, 0
	r := g.fix(x)
	if cmp(r, x) != 0 {
		return r
	}
	tiny := num{neg: mode == roundFloor, coef: bigOne, exp: e.etiny() - 1}
	return g.add(x, tiny)
}

func (e *env) compare(x, y num) num {
	if r, is := e.nans(x, y); is {
		return r
	}
	return fromInt(big.NewInt(int64(cmp(x, y))))
}

// compareSignal is compare for which any NaN is an invalid operation.
func (e *env) compareSignal(x, y num) num {
	r := e.compare(x, y)
	if r.isNaN() {
		e.status |= sigInvalid
	}
	return r
}

// nextToward is the neighbour of x in the direction of y.
func (e *env) nextToward(x, y num) num {
	if r, is := e.nans(x, y); is {
		return r
	}
	c := cmp(x, y)
	if c == 0 {
		x.neg = y.neg
		return x
	}
	mode := roundCeiling
	if c > 0 {
		mode = roundFloor
	}
	r := e.next(x, mode)
	switch {
	case r.isInf():
		e.status |= sigOverflow | sigInexact | sigRounded
	case r.isZero():
		e.status |= sigUnderflow | sigSubnormal | sigInexact | sigRounded | sigClamped
	case r.adjusted() < e.emin:
		e.status |= sigUnderflow | sigSubnormal | sigInexact | sigRounded
	}
	return r
}

// extremeMag is extreme by magnitude; by value when the magnitudes are the same.
func (e *env) extremeMag(x, y num, sign int) num {
	if x.isNaN() || y.isNaN() {
		return e.extreme(x, y, sign)
	}
	a, b := x, y
	a.neg, b.neg = false, false
	switch c := cmp(a, b); {
	case c == 0:
		return e.extreme(x, y, sign)
	case c*sign < 0:
		return e.fix(y)
	}
	return e.fix(x)
}

func (e *env) extreme(x, y num, sign int) num {
	if x.form == quietNaN && !y.isNaN() {
		return e.fix(y)
	}
	if y.form == quietNaN && !x.isNaN() {
		return e.fix(x)
	}
	if r, is := e.nans(x, y); is {
		return r
	}
	c := cmp(x, y)
	if c == 0 {
		c = compareTotal(x, y)
	}
	if c*sign < 0 {
		return e.fix(y)
	}
	return e.fix(x)
}

func (e *env) remainderNear(x, y num) num {
	_, r := e.quoRem(x, y, false, true)
	if r.isNaN() || y.isInf() || y.isZero() || r.isInf() {
		return r
	}
	exact := env{prec: maxPrec / 2, rounding: roundHalfEven, emin: -maxExp, emax: maxExp}
	q, _, ok := e.divide(x, y)
	if !ok {
		return r
	}
	ay := y
	ay.neg = false
	ar := r
	ar.neg = false
	c := cmp(exact.add(ar, ar), ay)
	if c > 0 || c == 0 && q.coef.Bit(0) != 0 {
		if new(big.Int).Add(q.coef, bigOne).Cmp(pow10(e.prec)) >= 0 {
			return e.invalid(condImpossible)
		}
		ay.neg = !r.neg
		return e.fix(exact.add(r, ay))
	}
	return r
}

func (e *env) scaleb(x, y num) num {
	if r, is := e.nans(x, y); is {
		return r
	}
	if !y.isInt() || y.exp != 0 {
		return e.invalid(0)
	}
	n := y.fixed(0)
	limit := int64(2 * (e.emax + e.prec))
	if !n.IsInt64() || n.Int64() > limit || n.Int64() < -limit {
		return e.invalid(0)
	}
	if x.isInf() {
		return x
	}
	x.exp += int(n.Int64())
	return e.fix(x)
}

// compareTotal orders representations: sign, NaN-ness, value, exponent.
func compareTotal(x, y num) int {
	if x.neg != y.neg {
		if x.neg {
			return -1
		}
		return 1
	}
	sign := 1
	if x.neg {
		sign = -1
	}
	rank := func(n num) int { return map[uint8]int{finite: 0, infinite: 1, signalingNaN: 2, quietNaN: 3}[n.form] }
	if a, b := rank(x), rank(y); a != b && (a > 1 || b > 1) {
		if a < b {
			return -sign
		}
		return sign
	}
	if x.isNaN() {
		return sign * x.coef.Cmp(y.coef)
	}
	x.neg, y.neg = false, false
	if c := cmp(x, y); c != 0 {
		return sign * c
	}
	switch {
	case x.exp < y.exp:
		return -sign
	case x.exp > y.exp:
		return sign
	}
	return 0
}

func (e *env) minus(x num) num {
	if r, is := e.nans(x); is {
		return r
	}
	if x.isZero() && e.rounding != roundFloor {
		x.neg = false
	} else {
		x.neg = !x.neg
	}
	return e.fix(x)
}

func (e *env) plus(x num) num {
	if r, is := e.nans(x); is {
		return r
	}
	if x.isZero() && e.rounding != roundFloor {
		x.neg = false
	}
	return e.fix(x)
}

func (e *env) abs(x num) num {
	if r, is := e.nans(x); is {
		return r
	}
	x.neg = false
	return e.fix(x)
}

func init() {
	s := object.Slots{New: newDecimal, Repr: decimalRepr, Str: decimalStr, Hash: decimalHash, Compare: decimalCompare,
		ToBool: func(th *thread, v value) (bool, bool) { x, _ := asNum(v); return !x.isZero(), true },
		ToInt:  decimalTrunc, ToFloat: decimalFloat,
		Neg: unary((*env).minus), Pos: unary((*env).plus), Abs: unary((*env).abs),
		Pow3: func(th *thread, a, b, m value) value {
			if m.IsNone() {
				return binary((*env).pow)(th, a, b)
			}
			return powMod(th, a, b, m)
		},
	}
	for op, f := range map[object.BinOp]func(e *env, x, y num) num{object.OpAdd: (*env).add, object.OpSub: (*env).sub, object.OpMul: (*env).mul,
		object.OpTrueDiv: (*env).div, object.OpFloorDiv: (*env).floorDiv, object.OpMod: (*env).rem, object.OpPow: (*env).pow} {
		s.Binary[op] = binary(f)
	}
	s.Binary[object.OpDivMod] = decimalDivMod
	object.Define(&DecimalType, object.Spec{Name: "decimal.Decimal", Sig: "value='0', context=None", Alloc: object.Allocator[decimal](),
		Doc:   "Construct a new Decimal object. 'value' can be an integer, string, tuple,\nor another Decimal object. If no value is given, return Decimal('0').",
		Slots: s, Methods: decimalMethods(),
		Getset: []object.Getset{
			{Name: "real", Get: func(th *thread, v value) value { return v }},
			{Name: "imag", Get: func(th *thread, v value) value { return wrap(num{coef: bigZero}) }},
		},
	})
}

// powMod is pow(a, b, m) of integers.
func powMod(th *thread, a, b, m value) value {
	for _, v := range []value{a, b, m} {
		if _, ok := operand(v); !ok {
			return object.NotImplemented
		}
	}
	return current(th).powMod(th, a, b, m)
}

func (c *context) powMod(th *thread, a, b, m value) value {
	e := c.env
	e.status = 0
	var n [3]*big.Int
	var xs [3]num
	for i, v := range []value{a, b, m} {
		var ok bool
		if xs[i], ok = need(th, v); !ok {
			return value{}
		}
	}
	if r, is := e.nans(xs[0], xs[1], xs[2]); is {
		return result(th, c, &e, r)
	}
	for i, x := range xs {
		if !x.isInt() || x.adjusted() > 1<<20 {
			return result(th, c, &e, e.invalid(0))
		}
		n[i] = x.fixed(0)
	}
	if n[2].Sign() == 0 || n[1].Sign() < 0 || n[0].Sign() == 0 && n[1].Sign() == 0 || xs[2].adjusted() >= e.prec {
		return result(th, c, &e, e.invalid(0))
	}
	neg := n[0].Sign() < 0 && n[1].Bit(0) != 0
	r := new(big.Int).Exp(n[0].Abs(n[0]), n[1], n[2].Abs(n[2]))
	return wrap(num{neg: neg, coef: r})
}

func decimalDivMod(th *thread, a, b value) value {
	x, ok := operand(a)
	y, ok2 := operand(b)
	if !ok || !ok2 {
		return object.NotImplemented
	}
	return current(th).divModOf(th, x, y)
}

func (c *context) divMod(th *thread, a, b value) value {
	x, ok := need(th, a)
	if !ok {
		return value{}
	}
	y, ok := need(th, b)
	if !ok {
		return value{}
	}
	return c.divModOf(th, x, y)
}

func (c *context) divModOf(th *thread, x, y num) value {
	e := c.env
	e.status = 0
	q, r := e.quoRem(x, y, true, true)
	if e.status != 0 && !c.finish(th, e.status) {
		return value{}
	}
	return object.TupleOf(wrap(q), wrap(r))
}

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
	ds, ok := th.Collect(items[1])
	if !ok {
		return x, false
	}
	text := "0"
	for _, d := range ds {
		n, ok := object.AsInt64(d)
		if !ok || n < 0 || n > 9 {
			th.ValueError("coefficient must be a tuple of digits")
			return x, false
		}
		text += string(rune('0' + n))
	}
	x.coef, _ = digitString(text)
	if s, ok := object.GoString(items[2]); ok {
		switch s {
		case "F":
			return infinity(x.neg), true
		case "n":
			x.form = quietNaN
			return x, true
		case "N":
			x.form = signalingNaN
			return x, true
		}
		th.ValueError("string argument in the third position must be 'F', 'n' or 'N'")
		return x, false
	}
	if !object.IsInt(items[2]) {
		th.ValueError("exponent must be an integer")
		return x, false
	}
	e, ok := th.AsIndex(items[2], &object.OverflowErrorType)
	x.exp = e
	return x, ok
}

// inRange reports whether a number can be represented exactly with the largest context there is.
func (x num) inRange() bool {
	const tiny = -maxExp - maxPrec + 1
	return x.form != finite || x.exp >= tiny && x.exp <= maxExp && (x.isZero() || x.adjusted() <= maxExp)
}

func decimalRepr(th *thread, v value) value {
	x, _ := asNum(v)
	return object.StrValue("Decimal('" + x.text(false, current(th).capitals == 1) + "')")
}

func decimalStr(th *thread, v value) value {
	x, _ := asNum(v)
	return object.StrValue(x.text(false, current(th).capitals == 1))
}

const hashModulus = 1<<61 - 1

func decimalHash(th *thread, v value) (int64, bool) {
	x, _ := asNum(v)
	switch x.form {
	case signalingNaN:
		th.TypeError("Cannot hash a signaling NaN value")
		return 0, false
	case quietNaN:
		return object.ID(v) >> 4, true
	case infinite:
		if x.neg {
			return -314159, true
		}
		return 314159, true
	}
	m := big.NewInt(hashModulus)
	base := bigTen
	e := x.exp
	if e < 0 {
		base = new(big.Int).ModInverse(bigTen, m)
		e = -e
	}
	h := new(big.Int).Exp(base, big.NewInt(int64(e)), m)
	h.Mul(h, x.coef).Mod(h, m)
	r := h.Int64()
	if x.neg {
		r = -r
	}
	if r == -1 {
		r = -2
	}
	return r, true
}

// comparand converts the other operand of a comparison: floats exactly, fractions by cross-multiplication.
func comparand(th *thread, x num, v value, op object.CmpOp) (a, b num, ok, raised bool) {
	if y, ok := operand(v); ok {
		return x, y, true, false
	}
	if f, ok := object.FloatOf(v); ok {
		c := current(th)
		c.flags |= sigFloat
		if c.traps&sigFloat != 0 && op != object.CmpEQ && op != object.CmpNE {
			return x, x, false, !c.finish(th, sigFloat)
		}
		return x, fromFloat(f), true, false
	}
	if z, ok := object.AsComplex(v); ok {
		if imag(z) != 0 || op != object.CmpEQ && op != object.CmpNE {
			return x, x, false, false
		}
		current(th).flags |= sigFloat
		return x, fromFloat(real(z)), true, false
	}
	if v.Type().Flags&object.FlagHeap == 0 {
		return x, x, false, false
	}
	n, ok1 := th.LookupAttr(v, object.NewStr("numerator"))
	d, ok2 := th.LookupAttr(v, object.NewStr("denominator"))
	if !ok1 || !ok2 {
		return x, x, false, true
	}
	if n.H == nil || d.H == nil || !object.IsInt(n) || !object.IsInt(d) {
		return x, x, false, false
	}
	nb, _ := object.BigOf(n)
	db, _ := object.BigOf(d)
	if x.form == finite {
		x.coef = new(big.Int).Mul(x.coef, db)
	}
	return x, fromInt(nb), true, false
}

func decimalCompare(th *thread, a, b value, op object.CmpOp) value {
	x, _ := asNum(a)
	x, y, ok, raised := comparand(th, x, b, op)
	if raised {
		return value{}
	}
	if !ok {
		return object.NotImplemented
	}
	if x.isNaN() || y.isNaN() {
		equality := op == object.CmpEQ || op == object.CmpNE
		if x.form == signalingNaN || y.form == signalingNaN || !equality {
			if !current(th).finish(th, sigInvalid) {
				return value{}
			}
		}
		return object.Bool(op == object.CmpNE)
	}
	c := cmp(x, y)
	switch op {
	case object.CmpLT:
		return object.Bool(c < 0)
	case object.CmpLE:
		return object.Bool(c <= 0)
	case object.CmpEQ:
		return object.Bool(c == 0)
	case object.CmpNE:
		return object.Bool(c != 0)
	case object.CmpGT:
		return object.Bool(c > 0)
	}
	return object.Bool(c >= 0)
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
