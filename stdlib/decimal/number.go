// Package decimal is Python's decimal module: the General Decimal Arithmetic Specification over math/big.
package decimal

import (
	"math/big"
	"strconv"
	"strings"
)

// Forms of a number.
const (
	finite uint8 = iota
	infinite
	quietNaN
	signalingNaN
)

// num is a decimal number: (-1)**neg * coef * 10**exp; the coefficient of a NaN is its payload. Nums are immutable.
type num struct {
	neg  bool
	form uint8
	coef *big.Int
	exp  int
}

var (
	bigZero = new(big.Int)
	bigOne  = big.NewInt(1)
	bigFive = big.NewInt(5)
	bigTen  = big.NewInt(10)
)

func (x num) isNaN() bool  { return x.form >= quietNaN }
func (x num) isInf() bool  { return x.form == infinite }
func (x num) isZero() bool { return x.form == finite && x.coef.Sign() == 0 }

// digits is the number of digits of a coefficient; 1 for zero.
func digits(c *big.Int) int {
	if c.Sign() == 0 {
		return 1
	}
	if c.IsUint64() {
		return len(strconv.FormatUint(c.Uint64(), 10))
	}
	// log10(2) * bits, corrected by one comparison.
	n := int(float64(c.BitLen()-1)*0.30102999566398120) + 1
	if c.CmpAbs(pow10(n)) >= 0 {
		n++
	}
	return n
}

// adjusted is the exponent of the first digit.
func (x num) adjusted() int { return x.exp + digits(x.coef) - 1 }

// smallPowers are the powers of ten used all the time.
var smallPowers = func() (t [64]*big.Int) {
	t[0] = bigOne
	for i := 1; i < len(t); i++ {
		t[i] = new(big.Int).Mul(t[i-1], bigTen)
	}
	return
}()

func pow10(n int) *big.Int {
	if n < len(smallPowers) {
		return smallPowers[n]
	}
	return new(big.Int).Exp(bigTen, big.NewInt(int64(n)), nil)
}

// scaled returns c * 10**n, n >= 0.
func scaled(c *big.Int, n int) *big.Int {
	if n == 0 || c.Sign() == 0 {
		return c
	}
	return new(big.Int).Mul(c, pow10(n))
}

func fromInt(b *big.Int) num {
	return num{neg: b.Sign() < 0, coef: new(big.Int).Abs(b)}
}

func infinity(neg bool) num { return num{neg: neg, form: infinite, coef: bigZero} }

var nan = num{form: quietNaN, coef: bigZero}

// parse reads numeric text without white space or underscores.
func parse(s string) (x num, ok bool) {
	if s != "" && (s[0] == '+' || s[0] == '-') {
		x.neg = s[0] == '-'
		s = s[1:]
	}
	x.coef = bigZero
	low := strings.ToLower(s)
	switch {
	case low == "inf" || low == "infinity":
		x.form = infinite
		return x, true
	case strings.HasPrefix(low, "nan") || strings.HasPrefix(low, "snan"):
		x.form = quietNaN
		rest := strings.TrimPrefix(low, "nan")
		if low[0] == 's' {
			x.form = signalingNaN
			rest = low[4:]
		}
		if rest == "" {
			return x, true
		}
		x.coef, ok = digitString(rest)
		return x, ok
	}
	mant := s
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		mant = s[:i]
		e := s[i+1:]
		n := strings.TrimLeft(e, "+-")
		if n == "" || len(e)-len(n) > 1 || strings.Trim(n, "0123456789") != "" {
			return x, false
		}
		v, err := strconv.Atoi(e)
		if err != nil || v > maxExp*2 || v < -maxExp*2 {
			v = 2 * maxExp
			if e[0] == '-' {
				v = -v
			}
		}
		x.exp = v
	}
	whole, frac, _ := strings.Cut(mant, ".")
	if whole+frac == "" {
		return x, false
	}
	x.coef, ok = digitString(whole + frac)
	x.exp -= len(frac)
	return x, ok
}

func digitString(s string) (*big.Int, bool) {
	if strings.Trim(s, "0123456789") != "" {
		return nil, false
	}
	if len(s) <= 18 {
		n, _ := strconv.ParseInt(s, 10, 64)
		return big.NewInt(n), true
	}
	return new(big.Int).SetString(s, 10)
}

// String is to-scientific-string; eng asks for exponents that are multiples of three.
func (x num) text(eng, capitals bool) string {
	sign := ""
	if x.neg {
		sign = "-"
	}
	switch x.form {
	case infinite:
		return sign + "Infinity"
	case quietNaN, signalingNaN:
		s := sign + "NaN"
		if x.form == signalingNaN {
			s = sign + "sNaN"
		}
		if x.coef.Sign() != 0 {
			s += x.coef.String()
		}
		return s
	}
	d := x.coef.String()
	left := x.exp + len(d)
	dot := left
	switch {
	case x.exp <= 0 && left > -6:
	case !eng:
		dot = 1
	case d == "0":
		dot = mod3(left+1) - 1
	default:
		dot = mod3(left-1) + 1
	}
	var whole, frac string
	switch {
	case dot <= 0:
		whole, frac = "0", "."+strings.Repeat("0", -dot)+d
	case dot >= len(d):
		whole = d + strings.Repeat("0", dot-len(d))
	default:
		whole, frac = d[:dot], "."+d[dot:]
	}
	if left == dot {
		return sign + whole + frac
	}
	e := "e"
	if capitals {
		e = "E"
	}
	exp := strconv.Itoa(left - dot)
	if left > dot {
		exp = "+" + exp
	}
	return sign + whole + frac + e + exp
}

func mod3(n int) int { return ((n % 3) + 3) % 3 }

// cmp compares two numbers that are not NaNs.
func cmp(x, y num) int {
	sign := func(n num) int {
		switch {
		case n.isZero():
			return 0
		case n.neg:
			return -1
		}
		return 1
	}
	sx, sy := sign(x), sign(y)
	if sx != sy {
		if sx < sy {
			return -1
		}
		return 1
	}
	if sx == 0 {
		return 0
	}
	return sx * cmpAbs(x, y)
}

// cmpAbs compares magnitudes of nonzero numbers.
func cmpAbs(x, y num) int {
	switch {
	case x.isInf() && y.isInf():
		return 0
	case x.isInf():
		return 1
	case y.isInf():
		return -1
	}
	if a, b := x.adjusted(), y.adjusted(); a != b && !x.isZero() && !y.isZero() {
		if a < b {
			return -1
		}
		return 1
	}
	if x.exp >= y.exp {
		return scaled(x.coef, x.exp-y.exp).Cmp(y.coef)
	}
	return x.coef.Cmp(scaled(y.coef, y.exp-x.exp))
}
