// Context and the dict of its signals.
package decimal

import (
	"strconv"
	"strings"

	"pyasync/object"
)

// context is a Context object.
type context struct {
	object.Header
	env
	capitals     int
	flags, traps uint32
}

// ContextType is decimal.Context.
var ContextType, signalDictType object.Type

// signalDict is the view of a context's flags or traps.
type signalDict struct {
	object.Header
	c     *context
	traps bool
}

func newContext() *context {
	return &context{Header: object.Header{Shape: &ContextType.Root}, capitals: 1,
		env: env{prec: 28, rounding: roundHalfEven, emin: -999999, emax: 999999}, traps: sigInvalid | sigDivZero | sigOverflow}
}

func (c *context) V() value { return object.ObjectValue(&c.Header) }

func asContext(v value) (*context, bool) {
	if v.Is(&ContextType) {
		return (*context)(v.Ptr()), true
	}
	return nil, false
}

func (c *context) copy() *context {
	n := *c
	n.Header = object.Header{Shape: &ContextType.Root}
	return &n
}

func init() {
	object.Define(&ContextType, object.Spec{Name: "decimal.Context", Alloc: object.Allocator[context](),
		Sig:     "prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None",
		Doc:     "The context affects almost all operations and controls rounding,\nOver/Underflow, raising of exceptions and much more.",
		Slots:   object.Slots{New: newContextArgs, Repr: contextRepr},
		Getset:  contextAttrs(),
		Methods: contextMethods(),
	})
	object.Define(&signalDictType, object.Spec{Name: "decimal.SignalDict", Flags: object.FlagNoNew, Alloc: object.Allocator[signalDict](),
		Slots: object.Slots{
			GetItem: func(th *thread, v, k value) value {
				sig, ok := signalOf(th, k)
				if !ok {
					return value{}
				}
				return object.Bool(*(*signalDict)(v.Ptr()).bits()&sig != 0)
			},
			SetItem: func(th *thread, v, k, x value) bool {
				sig, ok := signalOf(th, k)
				if !ok {
					return false
				}
				if x.H == nil {
					th.ValueError("signal keys cannot be deleted")
					return false
				}
				on, ok := th.Truth(x)
				bits := (*signalDict)(v.Ptr()).bits()
				*bits &^= sig
				if on {
					*bits |= sig
				}
				return ok
			},
			Len:  func(th *thread, v value) (int, bool) { return numSignals, true },
			Iter: func(th *thread, v value) value { return th.Iter((*signalDict)(v.Ptr()).dict(th)) },
			Repr: func(th *thread, v value) value {
				s, ok := th.Repr((*signalDict)(v.Ptr()).dict(th))
				if !ok {
					return value{}
				}
				return object.StrValue(s)
			},
			Compare: func(th *thread, a, b value, op object.CmpOp) value {
				if b.Is(&signalDictType) {
					b = (*signalDict)(b.Ptr()).dict(th)
				}
				return th.Compare((*signalDict)(a.Ptr()).dict(th), b, op)
			},
		},
		Methods: []object.Method{
			{Name: "copy", F0: func(th *thread, v value) value { return (*signalDict)(v.Ptr()).dict(th) }},
			{Name: "items", F0: viaDict("items")}, {Name: "keys", F0: viaDict("keys")}, {Name: "values", F0: viaDict("values")},
		},
	})
}

func viaDict(name string) func(th *thread, v value) value {
	key := object.NewStr(name)
	return func(th *thread, v value) value { return th.CallMethod((*signalDict)(v.Ptr()).dict(th), key) }
}

func (d *signalDict) bits() *uint32 {
	if d.traps {
		return &d.c.traps
	}
	return &d.c.flags
}

func (d *signalDict) dict(th *thread) value {
	out := object.NewDict()
	for i := range numSignals {
		out.Set(th, stateOf(th).classes[1<<i], object.Bool(*d.bits()&(1<<i) != 0))
	}
	return out.V()
}

// signalOf finds the signal of an exception class.
func signalOf(th *thread, k value) (uint32, bool) {
	s := stateOf(th)
	for i := range numSignals {
		if s.classes[1<<i] == k {
			return 1 << i, true
		}
	}
	th.KeyError(object.StrValue("invalid error flag"))
	return 0, false
}

// signalSet reads flags or traps given as a list of signals or a dict.
func signalSet(th *thread, v value) (uint32, bool) {
	if v.Is(&signalDictType) {
		return *(*signalDict)(v.Ptr()).bits(), true
	}
	bits := uint32(0)
	if d, ok := object.AsDict(v); ok {
		for pos := 0; ; {
			k, x, next, more := d.Next(pos)
			if !more {
				return bits, true
			}
			pos = next
			sig, ok := signalOf(th, k)
			if !ok {
				return 0, false
			}
			if on, _ := th.Truth(x); on {
				bits |= sig
			}
		}
	}
	items, ok := th.Collect(v)
	for _, k := range items {
		sig, ok := signalOf(th, k)
		if !ok {
			th.Exc = value{}
			th.TypeError("valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Subnormal, Underflow, Rounded, Inexact,\n   Clamped]")
			return 0, false
		}
		bits |= sig
	}
	return bits, ok
}

func contextAttrs() []object.Getset {
	number := func(name string, at func(c *context) *int, lo, hi int, text string) object.Getset {
		return object.Getset{Name: name,
			Get: func(th *thread, v value) value { c, _ := asContext(v); return object.Int(int64(*at(c))) },
			Set: func(th *thread, v, x value) bool {
				c, _ := asContext(v)
				if x.H == nil {
					th.AttributeError(v, object.NewStr(name), "context attributes cannot be deleted")
					return false
				}
				n, ok := th.AsIndex(x, &object.OverflowErrorType)
				if ok && (n < lo || n > hi) {
					th.ValueError("%s", text)
					return false
				}
				if ok {
					*at(c) = n
				}
				return ok
			}}
	}
	signals := func(name string, traps bool) object.Getset {
		return object.Getset{Name: name,
			Get: func(th *thread, v value) value {
				c, _ := asContext(v)
				d := &signalDict{object.Header{Shape: &signalDictType.Root}, c, traps}
				return object.ObjectValue(&d.Header)
			},
			Set: func(th *thread, v, x value) bool {
				c, _ := asContext(v)
				bits, ok := signalSet(th, x)
				if ok {
					*(&signalDict{c: c, traps: traps}).bits() = bits
				}
				return ok
			}}
	}
	return []object.Getset{
		number("prec", func(c *context) *int { return &c.prec }, 1, maxPrec, "valid range for prec is [1, MAX_PREC]"),
		number("Emin", func(c *context) *int { return &c.emin }, -maxExp, 0, "valid range for Emin is [MIN_EMIN, 0]"),
		number("Emax", func(c *context) *int { return &c.emax }, 0, maxExp, "valid range for Emax is [0, MAX_EMAX]"),
		number("capitals", func(c *context) *int { return &c.capitals }, 0, 1, "valid values for capitals are 0 or 1"),
		number("clamp", func(c *context) *int { return &c.clamp }, 0, 1, "valid values for clamp are 0 or 1"),
		{Name: "rounding",
			Get: func(th *thread, v value) value {
				c, _ := asContext(v)
				return object.StrValue(roundingNames[c.rounding])
			},
			Set: func(th *thread, v, x value) bool {
				c, _ := asContext(v)
				mode, ok := roundingOf(th, x, c.rounding)
				if ok {
					c.rounding = mode
				}
				return ok
			}},
		signals("flags", false), signals("traps", true),
	}
}

// roundingOf reads a rounding mode; None is the default.
func roundingOf(th *thread, v value, def int) (int, bool) {
	if v.H == nil || v.IsNone() {
		return def, true
	}
	s, ok := object.GoString(v)
	for i, name := range roundingNames {
		if ok && s == name {
			return i, true
		}
	}
	th.TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
	return 0, false
}

var contextSig = object.ParseSignature("prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None")

func newContextArgs(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	w := th.Window(8)
	defer th.Release(w)
	if !contextSig.Bind(th, "Context", args, kw, w) {
		return value{}
	}
	o := t.Allocate()
	c, _ := asContext(o)
	h := c.Header
	*c = *newContext()
	if tpl, ok := asContext(stateOf(th).templates[0]); ok {
		*c = *tpl
	}
	c.Header = h
	c.flags = 0
	for i, p := range contextSig.Params {
		if w[i].H == nil || w[i].IsNone() {
			continue
		}
		if !th.SetAttr(o, object.NewStr(p.Name), w[i]) {
			return value{}
		}
	}
	return o
}

// reprOrder is the order in which reprs list signals: libmpdec's.
var reprOrder = [numSignals]uint32{sigClamped, sigInvalid, sigDivZero, sigInexact, sigFloat, sigOverflow, sigRounded, sigSubnormal, sigUnderflow}

func signalList(bits uint32) string {
	var names []string
	for _, sig := range reprOrder {
		if bits&sig != 0 {
			names = append(names, signalNames[bitIndex(sig)])
		}
	}
	return "[" + strings.Join(names, ", ") + "]"
}

func contextRepr(th *thread, v value) value {
	c, _ := asContext(v)
	return object.StrValue("Context(prec=" + strconv.Itoa(c.prec) + ", rounding=" + roundingNames[c.rounding] + ", Emin=" + strconv.Itoa(c.emin) +
		", Emax=" + strconv.Itoa(c.emax) + ", capitals=" + strconv.Itoa(c.capitals) + ", clamp=" + strconv.Itoa(c.clamp) +
		", flags=" + signalList(c.flags) + ", traps=" + signalList(c.traps) + ")")
}

func contextReduce(th *thread, v value) value {
	c, _ := asContext(v)
	signals := func(bits uint32) value {
		var list []value
		for i := range numSignals {
			if bits&(1<<i) != 0 {
				list = append(list, stateOf(th).classes[1<<i])
			}
		}
		return object.NewList(list).V()
	}
	return object.TupleOf(v.Type().V(), object.TupleOf(object.Int(int64(c.prec)), object.StrValue(roundingNames[c.rounding]), object.Int(int64(c.emin)),
		object.Int(int64(c.emax)), object.Int(int64(c.capitals)), object.Int(int64(c.clamp)), signals(c.flags), signals(c.traps)))
}

func contextMethods() []object.Method {
	rows := []object.Method{
		{Name: "copy", F0: func(th *thread, v value) value { c, _ := asContext(v); return c.copy().V() }},
		{Name: "__copy__", F0: func(th *thread, v value) value { c, _ := asContext(v); return c.copy().V() }},
		{Name: "__reduce__", F0: contextReduce},
		{Name: "clear_flags", F0: func(th *thread, v value) value { c, _ := asContext(v); c.flags = 0; return object.None }},
		{Name: "clear_traps", F0: func(th *thread, v value) value { c, _ := asContext(v); c.traps = 0; return object.None }},
		{Name: "Etiny", F0: func(th *thread, v value) value { c, _ := asContext(v); return object.Int(int64(c.etiny())) }},
		{Name: "Etop", F0: func(th *thread, v value) value { c, _ := asContext(v); return object.Int(int64(c.etop())) }},
		{Name: "create_decimal", Sig: "num='0', /", F: func(th *thread, v value, a []value) value {
			c, _ := asContext(v)
			x := num{coef: bigZero}
			if a[0].H != nil {
				if s, ok := object.GoString(a[0]); ok && strings.Trim(s, " \t\n\r\f\v_") != strings.ReplaceAll(s, "_", "") {
					e := c.env
					return result(th, c, &e, e.invalid(condSyntax)) // stricter than Decimal(): no spaces, no underscores
				}
				var ok bool
				if x, ok = convert(th, c, a[0]); !ok {
					return value{}
				}
			}
			e := c.env
			e.status = 0
			if x.isNaN() && x.coef.Sign() != 0 && digits(x.coef) > e.prec-e.clamp {
				return result(th, c, &e, e.invalid(condSyntax))
			}
			return result(th, c, &e, e.fix(x))
		}},
		{Name: "create_decimal_from_float", Sig: "f, /", F1: func(th *thread, v, f value) value {
			c, _ := asContext(v)
			x, ok := convert(th, nil, f)
			if !ok {
				return value{}
			}
			e := c.env
			e.status = 0
			return result(th, c, &e, e.fix(x))
		}},
		{Name: "power", Sig: "a, b, modulo=None", F: func(th *thread, v value, a []value) value {
			c, _ := asContext(v)
			if a[2].H != nil && !a[2].IsNone() {
				return c.powMod(th, a[0], a[1], a[2])
			}
			return apply2(th, c, a[0], a[1], (*env).pow)
		}},
	}
	for name, f := range unaryOps {
		rows = append(rows, object.Method{Name: name, Sig: "x, /", F1: func(th *thread, v, x value) value {
			c, _ := asContext(v)
			return apply1(th, c, x, f)
		}})
	}
	for name, f := range binaryOps {
		rows = append(rows, object.Method{Name: name, Sig: "x, y, /", F2: func(th *thread, v, x, y value) value {
			c, _ := asContext(v)
			return apply2(th, c, x, y, f)
		}})
	}
	for name, f := range map[string]func(e *env, x, y num) num{"add": (*env).add, "subtract": (*env).sub, "multiply": (*env).mul, "divide": (*env).div,
		"divide_int": (*env).floorDiv, "remainder": (*env).rem} {
		rows = append(rows, object.Method{Name: name, Sig: "x, y, /", F2: func(th *thread, v, x, y value) value {
			c, _ := asContext(v)
			return apply2(th, c, x, y, f)
		}})
	}
	return append(rows, contextOnlyMethods()...)
}

// contextOnlyMethods are the rows for what Decimal has as operators, or without a context.
func contextOnlyMethods() []object.Method {
	rows := []object.Method{
		onOperand("_apply", func(th *thread, c *context, v value, x num) value { return apply1(th, c, v, (*env).fix) }),
		onOperand("abs", func(th *thread, c *context, v value, x num) value { return apply1(th, c, v, (*env).abs) }),
		onOperand("plus", func(th *thread, c *context, v value, x num) value { return apply1(th, c, v, (*env).plus) }),
		onOperand("minus", func(th *thread, c *context, v value, x num) value { return apply1(th, c, v, (*env).minus) }),
		onOperand("to_integral", toIntegralIn), onOperand("to_integral_value", toIntegralIn),
		onOperand("copy_decimal", func(th *thread, c *context, v value, x num) value { return wrap(x) }),
		onOperand("number_class", func(th *thread, c *context, v value, x num) value { return c.numberClass(x) }),
		onOperand("to_sci_string", func(th *thread, c *context, v value, x num) value {
			return object.StrValue(x.text(false, c.capitals == 1))
		}),
		onOperand("to_eng_string", func(th *thread, c *context, v value, x num) value {
			return object.StrValue(x.text(true, c.capitals == 1))
		}),
		{Name: "radix", F0: func(th *thread, v value) value { return wrap(num{coef: bigTen}) }},
		{Name: "canonical", Sig: "x, /", F1: func(th *thread, v, x value) value {
			if _, ok := asNum(x); !ok {
				return th.TypeError("argument must be a Decimal")
			}
			return x
		}},
		{Name: "copy_sign", Sig: "x, y, /", F2: func(th *thread, v, x, y value) value { return copySign(th, x, y) }},
		{Name: "same_quantum", Sig: "x, y, /", F2: func(th *thread, v, x, y value) value { return sameQuantum(th, x, y) }},
		{Name: "fma", Sig: "x, y, z, /", F: func(th *thread, v value, a []value) value { c, _ := asContext(v); return c.fma(th, a[0], a[1], a[2]) }},
		{Name: "divmod", Sig: "x, y, /", F2: func(th *thread, v, x, y value) value { c, _ := asContext(v); return c.divMod(th, x, y) }},
	}
	for name, f := range predicates {
		if name == "is_canonical" {
			rows = append(rows, object.Method{Name: name, Sig: "x, /", F1: func(th *thread, v, x value) value {
				if _, ok := asNum(x); !ok {
					return th.TypeError("argument must be a Decimal")
				}
				return object.True
			}})
			continue
		}
		rows = append(rows, onOperand(name, func(th *thread, c *context, v value, x num) value { return object.Bool(f(x, c)) }))
	}
	for name, f := range copies {
		rows = append(rows, onOperand(name, func(th *thread, c *context, v value, x num) value { return wrap(f(x)) }))
	}
	return rows
}

// onOperand makes the row of a method of one operand.
func onOperand(name string, f func(th *thread, c *context, v value, x num) value) object.Method {
	return object.Method{Name: name, Sig: "x, /", F1: func(th *thread, v, a value) value {
		c, _ := asContext(v)
		x, ok := need(th, a)
		if !ok {
			return value{}
		}
		return f(th, c, a, x)
	}}
}

func toIntegralIn(th *thread, c *context, v value, x num) value {
	return apply1(th, c, v, func(e *env, x num) num { return e.toIntegral(x, e.rounding, false) })
}

func (e *env) floorDiv(x, y num) num { q, _ := e.quoRem(x, y, true, false); return q }
func (e *env) rem(x, y num) num      { _, r := e.quoRem(x, y, false, true); return r }
