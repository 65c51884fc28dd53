// Floats as text: repr, parsing, rounding to decimal places, hexadecimal form.
package object

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"pyasync/internal/floattext"
)

// FloatRepr returns repr(f): the shortest digits that read back as f.
func FloatRepr(f float64) string { return floatReprOf(f, ".0") }

// floatReprOf is FloatRepr with what to append to integral values (complex parts have no ".0").
func floatReprOf(f float64, integral string) string {
	if s := nonFinite(f); s != "" {
		return s
	}
	var buf [32]byte
	b := strconv.AppendFloat(buf[:0], f, 'e', -1, 64)
	// b is [-]d[.ddd]e±dd
	e := len(b) - 1
	for b[e] != 'e' {
		e--
	}
	exp, _ := strconv.Atoi(string(b[e+1:]))
	if exp < -4 || exp >= 16 {
		return string(b)
	}
	b = strconv.AppendFloat(buf[:0], f, 'f', -1, 64)
	for _, c := range b {
		if c == '.' {
			return string(b)
		}
	}
	return string(append(b, integral...))
}

// nonFinite returns nan, inf or -inf, or "" for finite numbers.
func nonFinite(f float64) string {
	switch {
	case math.IsNaN(f):
		return "nan"
	case math.IsInf(f, 1):
		return "inf"
	case math.IsInf(f, -1):
		return "-inf"
	}
	return ""
}

func floatRepr(th *Thread, v Value) Value {
	f, _ := FloatOf(v)
	return StrValue(FloatRepr(f))
}

// FloatFromText parses what float() accepts; orig is shown in the error text.
func (th *Thread) FloatFromText(text string, orig Value) (float64, bool) {
	f, ok := ParseFloat(strings.TrimSpace(asciiNumber(text)))
	if !ok {
		repr, ok := th.Repr(orig)
		if ok {
			th.ValueError("could not convert string to float: %s", repr)
		}
		return 0, false
	}
	return f, true
}

// ParseFloat parses a Python float literal with sign and underscores, nan or inf, without white space around it.
func ParseFloat(s string) (float64, bool) {
	n := scanFloat(s)
	if n == 0 || n != len(s) {
		return 0, false
	}
	if last := s[n-1] | 0x20; last == 'n' {
		return applySign(math.NaN(), s[0] == '-'), true
	}
	f, err := floattext.Parse(strings.ReplaceAll(s, "_", ""))
	if err != nil && !math.IsInf(f, 0) {
		return 0, false
	}
	return f, true
}

// scanFloat returns the length of the float at the start of s, 0 when there is none.
func scanFloat(s string) int {
	i := 0
	if i < len(s) && (s[i] == '+' || s[i] == '-') {
		i++
	}
	for _, word := range []string{"infinity", "inf", "nan"} {
		if len(s) >= i+len(word) && strings.EqualFold(s[i:i+len(word)], word) {
			return i + len(word)
		}
	}
	whole := scanDigits(s[i:])
	i += whole
	frac := 0
	if i < len(s) && s[i] == '.' {
		frac = scanDigits(s[i+1:])
		if whole+frac == 0 {
			return 0
		}
		i += 1 + frac
	} else if whole == 0 {
		return 0
	}
	if i < len(s) && s[i]|0x20 == 'e' {
		j := i + 1
		if j < len(s) && (s[j] == '+' || s[j] == '-') {
			j++
		}
		if n := scanDigits(s[j:]); n > 0 {
			return j + n
		}
	}
	return i
}

// scanDigits returns the length of a run of digits with single underscores between them.
func scanDigits(s string) int {
	i := 0
	for i < len(s) {
		switch {
		case s[i] >= '0' && s[i] <= '9':
			i++
		case s[i] == '_' && i > 0 && s[i-1] != '_' && i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9':
			i++
		default:
			return i
		}
	}
	return i
}

// floatRound is float.__round__.
func floatRound(th *Thread, self Value, a []Value) Value {
	f, _ := FloatOf(self)
	if a[0].H == nil || a[0].IsNone() {
		return th.floatToInt(math.RoundToEven(f))
	}
	n, ok := th.AsIndex(a[0], nil)
	if !ok {
		return Value{}
	}
	r, ok := RoundFloat(f, n)
	if !ok {
		return th.OverflowError("rounded value too large to represent")
	}
	return Float(r)
}

// RoundFloat rounds f, correctly, to n decimal places, halves to even; ok is false when the result overflows.
func RoundFloat(f float64, n int) (r float64, ok bool) {
	if math.IsNaN(f) || math.IsInf(f, 0) || n > 323 || f == 0 {
		return f, true
	}
	if n < -308 {
		return math.Copysign(0, f), true
	}
	if n >= 0 {
		r, _ = strconv.ParseFloat(strconv.FormatFloat(f, 'f', n, 64), 64)
		return r, true
	}
	// Multiples of 10**-n: exact in big integers. |f| < 1 rounds to zero.
	x := new(big.Float).SetFloat64(math.Abs(f))
	whole, acc := x.Int(nil)
	p := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(-n)), nil)
	q, rest := floorDivMod(whole, p)
	rest.Lsh(rest, 1)
	c := rest.Cmp(p)
	if c == 0 && acc != big.Exact {
		c = 1
	}
	if c > 0 || c == 0 && q.Bit(0) != 0 {
		q.Add(q, bigOne)
	}
	r, _ = q.Mul(q, p).Float64()
	return math.Copysign(r, f), !math.IsInf(r, 0)
}

// floatHexMethod is float.hex.
func floatHexMethod(th *Thread, v Value) Value {
	f, _ := FloatOf(v)
	if s := nonFinite(f); s != "" {
		return StrValue(s)
	}
	sign := ""
	if math.Signbit(f) {
		sign = "-"
	}
	b := math.Float64bits(f)
	exp, frac := int(b>>52&0x7FF), b&(1<<52-1)
	switch {
	case exp == 0 && frac == 0:
		return StrValue(sign + "0x0.0p+0")
	case exp == 0:
		return StrValue(sign + "0x0." + hex13(frac) + "p-1022")
	}
	e := strconv.Itoa(exp - 1023)
	if exp >= 1023 {
		e = "+" + e
	}
	return StrValue(sign + "0x1." + hex13(frac) + "p" + e)
}

// hex13 writes the 52 bits of a fraction.
func hex13(frac uint64) string {
	s := strconv.FormatUint(frac, 16)
	return strings.Repeat("0", 13-len(s)) + s
}

// floatFromHex is float.fromhex.
func floatFromHex(th *Thread, cls, v Value) Value {
	s, ok := AsStr(v)
	if !ok {
		return th.TypeError("bad argument type for built-in operation")
	}
	if indexSurrogate(s.s, 0) < len(s.s) {
		return th.Encode(v, "utf-8", "strict") // raises
	}
	f, ok := parseHexFloat(strings.Trim(s.s, " \t\n\v\f\r"))
	if !ok {
		return th.ValueError("invalid hexadecimal floating-point string")
	}
	if math.IsInf(f, 0) && !strings.Contains(strings.ToLower(s.s), "inf") {
		return th.OverflowError("hexadecimal value too large to represent as a float")
	}
	if t, _ := AsType(cls); t != &FloatType {
		return th.CallArgs(cls, Float(f))
	}
	return Float(f)
}

// parseHexFloat reads [sign] [0x] hexdigits [. hexdigits] [p exponent], inf or nan, correctly rounded.
func parseHexFloat(s string) (float64, bool) {
	neg := false
	body := s
	if body != "" && (body[0] == '+' || body[0] == '-') {
		neg = body[0] == '-'
		body = body[1:]
	}
	switch low := strings.ToLower(body); low {
	case "inf", "infinity":
		return applySign(math.Inf(1), neg), true
	case "nan":
		return applySign(math.NaN(), neg), true
	}
	if len(body) > 1 && body[0] == '0' && body[1]|0x20 == 'x' {
		body = body[2:]
	}
	mant, exp := body, 0
	if i := strings.IndexAny(body, "pP"); i >= 0 {
		mant = body[:i]
		e := body[i+1:]
		n := strings.TrimLeft(e, "+-")
		if len(e)-len(n) > 1 || n == "" || strings.Trim(n, "0123456789") != "" {
			return 0, false
		}
		var err error
		if exp, err = strconv.Atoi(e); err != nil || exp > 1<<30 || exp < -1<<30 {
			exp = 1 << 30
			if e[0] == '-' {
				exp = -exp
			}
		}
	}
	whole, frac, _ := strings.Cut(mant, ".")
	digits := whole + frac
	if digits == "" || !allDigits(digits, 16) {
		return 0, false
	}
	return applySign(hexValue(strings.TrimLeft(digits, "0"), exp-4*len(frac)), neg), true
}

// hexValue returns digits * 2**exp rounded to nearest even.
func hexValue(digits string, exp int) float64 {
	if digits == "" {
		return 0
	}
	n, _ := new(big.Int).SetString(digits, 16)
	top := n.BitLen() + exp
	if top > 1024 {
		return math.Inf(1)
	}
	if top < -1080 {
		return 0
	}
	if exp >= 0 {
		f, _ := n.Lsh(n, uint(exp)).Float64()
		return f
	}
	f, ok := QuoFloat(n, new(big.Int).Lsh(bigOne, uint(-exp)))
	if !ok {
		return math.Inf(1)
	}
	return f
}

func applySign(f float64, neg bool) float64 {
	if neg {
		return math.Copysign(f, -1)
	}
	return f
}
