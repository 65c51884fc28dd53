// Operations on the digits of a coefficient: logical ones on digits 0 and 1, shift and rotate.
package decimal

import (
	"math/big"
	"strings"
)

// logicalDigits are the digits of a logical operand, padded or cut to the precision; ok is false for a number that
// is none.
func (e *env) logicalDigits(x num) (string, bool) {
	if x.form != finite || x.neg || x.exp != 0 {
		return "", false
	}
	d := x.coef.String()
	return e.padded(d), strings.Trim(d, "01") == ""
}

// padded makes a digit string as long as the precision, cutting digits off at the left.
func (e *env) padded(d string) string {
	if len(d) > e.prec {
		return d[len(d)-e.prec:]
	}
	return strings.Repeat("0", e.prec-len(d)) + d
}

// logical combines two logical operands digit by digit.
func logical(f func(a, b bool) bool) func(e *env, x, y num) num {
	return func(e *env, x, y num) num {
		a, ok1 := e.logicalDigits(x)
		b, ok2 := e.logicalDigits(y)
		if !ok1 || !ok2 {
			return e.invalid(0)
		}
		out := make([]byte, len(a))
		for i := range out {
			out[i] = '0'
			if f(a[i] == '1', b[i] == '1') {
				out[i] = '1'
			}
		}
		return ofDigits(num{}, string(out))
	}
}

func (e *env) logicalInvert(x num) num {
	ones := num{coef: new(big.Int).Quo(new(big.Int).Sub(pow10(e.prec), bigOne), big.NewInt(9))}
	return logical(func(a, b bool) bool { return a != b })(e, x, ones)
}

// ofDigits is like with other digits.
func ofDigits(like num, d string) num {
	c, _ := digitString(d)
	like.coef = c
	return like
}

// shiftCount reads the second operand of shift and rotate: an integer no larger than the precision.
func (e *env) shiftCount(x, y num) (n int, r num, done bool) {
	if r, is := e.nans(x, y); is {
		return 0, r, true
	}
	if y.form != finite || y.exp != 0 || y.coef.Cmp(big.NewInt(int64(e.prec))) > 0 {
		return 0, e.invalid(0), true
	}
	if n = int(y.coef.Int64()); y.neg {
		n = -n
	}
	return n, x, x.isInf()
}

func (e *env) shift(x, y num) num {
	n, r, done := e.shiftCount(x, y)
	if done {
		return r
	}
	d := e.padded(x.coef.String())
	if n >= 0 {
		d = d[n:] + strings.Repeat("0", n)
	} else {
		d = "0" + d[:len(d)+n]
	}
	return ofDigits(x, d)
}

func (e *env) rotate(x, y num) num {
	n, r, done := e.shiftCount(x, y)
	if done {
		return r
	}
	d := e.padded(x.coef.String())
	if n < 0 {
		n += len(d)
	}
	return ofDigits(x, d[n:]+d[:n])
}
