// The format mini-language for int, float and complex.
package object

import (
	"math"
	"strconv"
	"strings"
)

// number is a formatted number in parts: sign and prefix, digits that may be grouped, and what follows them.
type number struct{ sign, prefix, digits, rest string }

// layout groups, zero-fills and pads a number.
func (f *FormatSpec) layout(th *Thread, n number) (string, bool) {
	head := len(n.sign) + len(n.prefix)
	minDigits := 0
	if f.Fill == '0' && f.Align == '=' {
		minDigits = f.Width - head - len(n.rest)
		if minDigits > 0 && !th.checkSize(minDigits) {
			return "", false
		}
	}
	if n.digits != "" {
		size := 3
		switch f.Type {
		case 'b', 'o', 'x', 'X':
			size = 4
		}
		n.digits = groupDigits(n.digits, f.Grouping, size, minDigits)
	}
	body := n.digits + n.rest
	if f.Align == '=' {
		inner := *f
		inner.Width = f.Width - head
		body, ok := inner.pad(th, body, charCount(body))
		return n.sign + n.prefix + body, ok
	}
	s := n.sign + n.prefix + body
	return f.pad(th, s, charCount(s))
}

func charCount(s string) int { return countChars(s) }

// groupDigits puts sep between groups of size digits, and zeros in front until the whole is minWidth wide; a zero
// never leaves a separator leading (CPython's _PyUnicode_InsertThousandsGrouping).
func groupDigits(digits string, sep byte, size, minWidth int) string {
	if sep == 0 {
		if len(digits) >= minWidth {
			return digits
		}
		return strings.Repeat("0", minWidth-len(digits)) + digits
	}
	n := max(len(digits), 1)
	for n+(n-1)/size < minWidth {
		n++
	}
	zeros := n - len(digits)
	b := make([]byte, 0, n+n/size)
	for i := range n {
		if i > 0 && (n-i)%size == 0 {
			b = append(b, sep)
		}
		if i < zeros {
			b = append(b, '0')
		} else {
			b = append(b, digits[i-zeros])
		}
	}
	return string(b)
}

// signOf returns the sign to print.
func (f *FormatSpec) signOf(negative bool) string {
	switch {
	case negative:
		return "-"
	case f.Sign == '+':
		return "+"
	case f.Sign == ' ':
		return " "
	}
	return ""
}

// formatInt is int.__format__.
func formatInt(th *Thread, v Value, spec string) (string, bool) {
	if spec == "" {
		if v.IsExact(&IntType) {
			return th.FormatInt(v)
		}
		return th.Str(v)
	}
	f, ok := th.ParseFormatSpec(spec, v.Type().Name, 'd', '>')
	if !ok {
		return "", false
	}
	switch f.Type {
	case 'b', 'c', 'd', 'o', 'x', 'X', 'n':
		return f.formatInt(th, v)
	case 'e', 'E', 'f', 'F', 'g', 'G', '%':
		x, ok := intToFloat(th, v).ExactFloat()
		if !ok {
			return "", false
		}
		return f.formatFloat(th, x)
	}
	return th.unknownFormat(f.Type, v.Type().Name)
}

func (f *FormatSpec) formatInt(th *Thread, v Value) (string, bool) {
	switch {
	case f.Precision >= 0:
		th.ValueError("Precision not allowed in integer format specifier")
		return "", false
	case f.NoNegZero:
		th.ValueError("Negative zero coercion (z) not allowed in integer format specifier")
		return "", false
	case f.Type == 'c':
		return f.formatChar(th, v)
	}
	var n number
	var s string
	switch f.Type {
	case 'd', 'n':
		var ok bool
		if s, ok = th.FormatInt(v); !ok {
			return "", false
		}
	default:
		s = intBase(v, f.Type)
		if f.Alternate {
			n.prefix = "0" + string(f.Type)
		}
	}
	negative := s[0] == '-'
	if negative {
		s = s[1:]
	}
	n.sign, n.digits = f.signOf(negative), s
	return f.layout(th, n)
}

// intBase writes an int in base 2, 8 or 16 by type code.
func intBase(v Value, code rune) string {
	base := 16
	switch code {
	case 'b':
		base = 2
	case 'o':
		base = 8
	}
	var s string
	if i, ok := AsInt64(v); ok {
		s = strconv.FormatInt(i, base)
	} else {
		b, _ := BigOf(v)
		s = b.Text(base)
	}
	if code == 'X' {
		return strings.ToUpper(s)
	}
	return s
}

func (f *FormatSpec) formatChar(th *Thread, v Value) (string, bool) {
	if f.Sign != 0 {
		th.ValueError("Sign not allowed with integer format specifier 'c'")
		return "", false
	}
	if f.Alternate {
		th.ValueError("Alternate form (#) not allowed with integer format specifier 'c'")
		return "", false
	}
	i, ok := AsInt64(v)
	if !ok {
		th.OverflowError("Python int too large to convert to C long")
		return "", false
	}
	if i < 0 || i > 0x10FFFF {
		th.OverflowError("%%c arg not in range(0x110000)")
		return "", false
	}
	return f.layout(th, number{rest: string(AppendRune(nil, rune(i)))})
}

// formatFloat is float.__format__.
func formatFloat(th *Thread, v Value, spec string) (string, bool) {
	x, _ := FloatOf(v)
	if spec == "" {
		if v.IsExact(&FloatType) {
			return FloatRepr(x), true
		}
		return th.Str(v)
	}
	f, ok := th.ParseFormatSpec(spec, v.Type().Name, 0, '>')
	if !ok {
		return "", false
	}
	switch f.Type {
	case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%':
		return f.formatFloat(th, x)
	}
	return th.unknownFormat(f.Type, v.Type().Name)
}

// floatCode settles type code, precision and flags of a float conversion.
func (f *FormatSpec) floatCode(th *Thread) (code byte, prec int, dot0, ok bool) {
	code, prec = byte(f.Type), 6
	switch f.Type {
	case 0:
		code, prec, dot0 = 'r', 0, true
	case 'n':
		code = 'g'
	case '%':
		code = 'f'
	}
	if f.Precision >= 0 {
		if prec = f.Precision; prec > math.MaxInt32 {
			th.ValueError("precision too big")
			return 0, 0, false, false
		}
		if code == 'r' {
			code = 'g'
		}
	}
	return code, prec, dot0, th.checkSize(prec)
}

func (f *FormatSpec) formatFloat(th *Thread, x float64) (string, bool) {
	code, prec, dot0, ok := f.floatCode(th)
	if !ok {
		return "", false
	}
	if f.Type == '%' {
		x *= 100
	}
	s := FormatFloat(x, code, prec, f.Alternate, dot0, f.NoNegZero)
	if f.Type == '%' {
		s += "%"
	}
	return f.layout(th, f.split(s))
}

// split takes a formatted float apart.
func (f *FormatSpec) split(s string) number {
	negative := s[0] == '-'
	if negative {
		s = s[1:]
	}
	i := 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	return number{sign: f.signOf(negative), digits: s[:i], rest: s[i:]}
}

// FormatFloat formats as CPython's PyOS_double_to_string: code is one of e E f F g G r (r: shortest, prec ignored);
// alt keeps the decimal point and trailing zeros, dot0 adds ".0" to what looks like an int, noNegZero prints a result
// of zero without sign.
func FormatFloat(x float64, code byte, prec int, alt, dot0, noNegZero bool) string {
	upper := code == 'E' || code == 'F' || code == 'G'
	s := nonFinite(x)
	if s == "" {
		s = formatFinite(x, code|0x20, prec, alt, dot0)
		if noNegZero && s[0] == '-' && !strings.ContainsAny(mantissa(s), "123456789") {
			s = s[1:]
		}
	}
	if upper {
		s = strings.ToUpper(s)
	}
	return s
}

func mantissa(s string) string {
	m, _, _ := strings.Cut(s, "e")
	return m
}

func formatFinite(x float64, code byte, prec int, alt, dot0 bool) string {
	switch code {
	case 'f', 'e':
		s := strconv.FormatFloat(x, code, prec, 64)
		if alt && prec == 0 {
			if code == 'f' {
				return s + "."
			}
			i := strings.IndexByte(s, 'e')
			return s[:i] + "." + s[i:]
		}
		return s
	case 'g':
		prec = max(prec, 1)
		s := strconv.FormatFloat(x, 'e', prec-1, 64)
		limit := prec
		if dot0 {
			limit--
		}
		return placePoint(s, limit, prec, alt, dot0)
	}
	return placePoint(strconv.FormatFloat(x, 'e', -1, 64), 16, 0, alt, dot0)
}

// placePoint rewrites scientific notation s in the form of %g: positional when the decimal point falls between 1e-4
// and limit digits. With alt, trailing zeros up to digits stay.
func placePoint(s string, limit, digits int, alt, dot0 bool) string {
	sign := ""
	if s[0] == '-' {
		sign, s = "-", s[1:]
	}
	e := strings.IndexByte(s, 'e')
	exp, _ := strconv.Atoi(s[e+1:])
	d := s[:1]
	if e > 2 {
		d += s[2:e]
	}
	if !alt || digits == 0 {
		d = strings.TrimRight(d, "0")
	}
	point := exp + 1 // position of the decimal point relative to the start of d
	if d == "" {
		d, point = "0", 1
	}
	if point <= -4 || point > limit {
		m := d[:1]
		if len(d) > 1 || alt {
			m += "." + d[1:]
		}
		return sign + m + s[e:]
	}
	if point <= 0 {
		return sign + "0." + strings.Repeat("0", -point) + d
	}
	if point >= len(d) {
		d += strings.Repeat("0", point-len(d))
		switch {
		case alt && !dot0:
			d += "."
		case dot0:
			d += ".0"
		}
		return sign + d
	}
	return sign + d[:point] + "." + d[point:]
}

// formatComplex is complex.__format__.
func formatComplex(th *Thread, v Value, spec string) (string, bool) {
	if spec == "" {
		return th.Str(v)
	}
	name := v.Type().Name
	f, ok := th.ParseFormatSpec(spec, name, 0, '>')
	if !ok {
		return "", false
	}
	switch f.Type {
	case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n':
	default:
		return th.unknownFormat(f.Type, name)
	}
	if f.Fill == '0' {
		th.ValueError("Zero padding is not allowed in complex format specifier")
		return "", false
	}
	if f.Align == '=' {
		th.ValueError("'=' alignment flag is not allowed in complex format specifier")
		return "", false
	}
	code, prec, _, ok := f.floatCode(th)
	if !ok {
		return "", false
	}
	c, _ := AsComplex(v)
	part := f
	part.Width = -1
	part.Fill, part.Align = ' ', '<'
	re, _ := part.layout(th, part.split(FormatFloat(real(c), code, prec, f.Alternate, false, f.NoNegZero)))
	imText := FormatFloat(imag(c), code, prec, f.Alternate, false, f.NoNegZero)
	if f.Type == 0 && real(c) == 0 && !math.Signbit(real(c)) {
		im, _ := part.layout(th, part.split(imText))
		return f.pad(th, im+"j", len(im)+1)
	}
	part.Sign = '+'
	im, _ := part.layout(th, part.split(imText))
	s := re + im + "j"
	if f.Type == 0 {
		s = "(" + s + ")"
	}
	return f.pad(th, s, len(s))
}

// Layout finishes a number given in parts: sign, the digits that may be grouped and zero-filled, and what follows.
func (f *FormatSpec) Layout(th *Thread, negative bool, digits, rest string) (string, bool) {
	return f.layout(th, number{sign: f.signOf(negative), digits: digits, rest: rest})
}
