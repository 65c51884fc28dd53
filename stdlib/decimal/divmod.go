// pow() of three integers and divmod().
package decimal

import (
	"math/big"

	"pyasync/object"
)

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
