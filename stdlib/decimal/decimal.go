// Decimal: the class, its operators, operands of other types.
package decimal

import "pyasync/object"

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

func decimalRepr(th *thread, v value) value {
	x, _ := asNum(v)
	return object.StrValue("Decimal('" + x.text(false, current(th).capitals == 1) + "')")
}

func decimalStr(th *thread, v value) value {
	x, _ := asNum(v)
	return object.StrValue(x.text(false, current(th).capitals == 1))
}
