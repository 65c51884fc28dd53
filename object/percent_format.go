// The % operator of str and bytes: parsing of conversion specifiers, arguments, flags, and the conversions.
package object

import (
	"math"
	"strconv"
	"strings"
)

// percentFlags are the flags of a conversion specifier.
type percentFlags struct{ left, plus, space, alt, zero bool }

// percentFormatter is one run of the % operator.
type percentFormatter struct {
	th      *Thread
	bytes   bool   // the operands are bytes, not str
	format  string // as UTF-8 for str, as bytes for bytes
	pos     int
	args    []Value
	next    int  // next argument to use
	isTuple bool // args came as a tuple
	mapping Value
	out     []byte

	flags percentFlags
	width int
	prec  int // -1: none
	buf   [32]byte
}

func strMod(th *Thread, a, b Value) Value {
	s, ok := AsStr(a)
	if !ok {
		return NotImplemented
	}
	f := percentFormatter{th: th, format: s.s}
	f.out = th.TakeScratch()
	ok = f.run(b)
	var r Value
	switch {
	case !ok:
	case strings.IndexByte(s.s, '%') < 0:
		r = a // nothing to replace: the object itself, also of a subclass
	default:
		r = TextValue(f.out)
	}
	th.GiveScratch(f.out)
	return r
}

// run formats with the right operand v.
func (f *percentFormatter) run(v Value) bool {
	var one [1]Value
	if t, ok := AsTuple(v); ok {
		f.args, f.isTuple = t.Items, true
	} else {
		one[0] = v
		f.args = one[:]
		if f.isMapping(v) {
			f.mapping = v
		}
	}
	for f.pos < len(f.format) {
		i := strings.IndexByte(f.format[f.pos:], '%')
		if i < 0 {
			f.out = append(f.out, f.format[f.pos:]...)
			break
		}
		f.out = append(f.out, f.format[f.pos:f.pos+i]...)
		f.pos += i + 1
		if f.peek() == '%' { // only just behind the first: "%5%" is a conversion of no known type
			f.out = append(f.out, '%')
			f.pos++
			continue
		}
		if !f.specifier() {
			return false
		}
	}
	if f.next < len(f.args) && f.mapping.H == nil {
		if f.bytes {
			f.th.TypeError("not all arguments converted during bytes formatting")
		} else {
			f.th.TypeError("not all arguments converted during string formatting")
		}
		return false
	}
	return true
}

func (f *percentFormatter) isMapping(v Value) bool {
	t := v.H.Shape.Type
	if t.GetItem == nil || v.Is(&StrType) {
		return false
	}
	return !f.bytes || !v.Is(&BytesType) && !v.Is(&ByteArrayType)
}

// arg returns the next argument.
func (f *percentFormatter) arg() Value {
	if f.next >= len(f.args) {
		return f.th.TypeError("not enough arguments for format string")
	}
	f.next++
	return f.args[f.next-1]
}

func (f *percentFormatter) peek() byte {
	if f.pos < len(f.format) {
		return f.format[f.pos]
	}
	return 0
}

// specifier handles what follows "%".
func (f *percentFormatter) specifier() bool {
	f.flags, f.width, f.prec = percentFlags{}, 0, -1
	if f.peek() == '(' && !f.key() {
		return false
	}
flags:
	for ; ; f.pos++ {
		switch f.peek() {
		case '-':
			f.flags.left = true
		case '+':
			f.flags.plus = true
		case ' ':
			f.flags.space = true
		case '#':
			f.flags.alt = true
		case '0':
			f.flags.zero = true
		default:
			break flags
		}
	}
	var ok bool
	if f.width, ok = f.number("width too big"); !ok {
		return false
	}
	if f.width < 0 {
		f.flags.left = true
		f.width = -f.width
	}
	if f.peek() == '.' {
		f.pos++
		if f.prec, ok = f.number("precision too big"); !ok {
			return false
		}
		f.prec = max(f.prec, 0)
	}
	if c := f.peek(); c == 'h' || c == 'l' || c == 'L' {
		f.pos++
	}
	if f.pos >= len(f.format) {
		f.th.ValueError("incomplete format")
		return false
	}
	at := f.pos
	r, n := rune(f.format[at]), 1
	if !f.bytes {
		r, n = DecodeRune(f.format[at:])
	}
	f.pos += n
	v := f.arg()
	return v.H != nil && f.convert(r, v, at)
}

// key handles "(name)": the arguments become the value of that key.
func (f *percentFormatter) key() bool {
	if f.mapping.H == nil {
		f.th.TypeError("format requires a mapping")
		return false
	}
	start, depth := f.pos+1, 1
	for f.pos++; f.pos < len(f.format) && depth > 0; f.pos++ {
		switch f.format[f.pos] {
		case '(':
			depth++
		case ')':
			depth--
		}
	}
	if depth > 0 {
		f.th.ValueError("incomplete format key")
		return false
	}
	name := f.format[start : f.pos-1]
	key := StrValue(name)
	if f.bytes {
		key = BytesValue([]byte(name))
	}
	v := f.th.GetItem(f.mapping, key)
	if v.H == nil {
		return false
	}
	f.args, f.next, f.isTuple = []Value{v}, 0, false
	return true
}

// number reads digits or "*"; absent it is 0.
func (f *percentFormatter) number(tooBig string) (int, bool) {
	if f.peek() == '*' {
		f.pos++
		v := f.arg()
		if v.H == nil {
			return 0, false
		}
		if !v.IsSmallInt() && !v.IsBool() && !v.Is(&IntType) {
			f.th.TypeError("* wants int")
			return 0, false
		}
		if tooBig == "precision too big" {
			return f.th.AsInt(v)
		}
		return f.th.AsSize(v)
	}
	n := 0
	for c := f.peek(); c >= '0' && c <= '9'; c = f.peek() {
		n = n*10 + int(c-'0')
		if n > math.MaxInt32*2 && (tooBig[0] == 'p' || n > maxInt/100) {
			f.th.ValueError("%s", tooBig)
			return 0, false
		}
		f.pos++
	}
	return n, true
}

// convert formats v by conversion c, found at offset at.
func (f *percentFormatter) convert(c rune, v Value, at int) bool {
	switch c {
	case 'd', 'i', 'u', 'o', 'x', 'X':
		if c == 'i' && f.bytes {
			c = 'd' // as errors name it
		}
		return f.integer(byte(c), v)
	case 'e', 'E', 'f', 'F', 'g', 'G':
		return f.float(byte(c), v)
	case 'c':
		return f.char(v)
	case 's', 'r', 'a', 'b':
		if c != 'b' || f.bytes {
			return f.text(c, v)
		}
	}
	index := at
	if !f.bytes {
		index = countChars(f.format[:at])
	}
	shown := "?"
	if c > 31 && c < 128 || f.bytes {
		shown = string(c)
	}
	f.th.ValueError("unsupported format character '%s' (0x%x) at index %d", shown, c, index)
	return false
}

// text handles %s, %r, %a and, for bytes, %b.
func (f *percentFormatter) text(c rune, v Value) bool {
	var s string
	var ok bool
	switch {
	case c == 'r' && !f.bytes:
		s, ok = f.th.Repr(v)
	case c == 'r' || c == 'a':
		s, ok = f.th.ASCIIOfRepr(v)
	case f.bytes:
		s, ok = f.bytesOf(v)
	default:
		s, ok = f.th.Str(v)
	}
	if !ok {
		return false
	}
	n := len(s)
	if !f.bytes && (f.prec >= 0 || f.width > 0) {
		n = countChars(s)
	}
	if f.prec >= 0 && f.prec < n {
		if n == len(s) {
			s = s[:f.prec]
		} else {
			s = s[:skipChars(s, 0, f.prec)]
		}
		n = f.prec
	}
	return f.pad(s, n)
}

// bytesOf returns the bytes of v for %b and %s of bytes.
func (f *percentFormatter) bytesOf(v Value) (string, bool) {
	if b, ok := AsBytes(v); ok {
		return bytesAsString(b.B), true
	}
	if v.H.Shape.Type.Buffer != nil {
		b, release, ok := AsBytesLike(f.th, v)
		if !ok {
			return "", false
		}
		defer release()
		return string(b), true
	}
	r, ok := f.th.CallSpecial(v, strDunderBytes)
	if !ok {
		f.th.TypeError("%%b requires a bytes-like object, or an object that implements __bytes__, not '%s'", v.Type().TPName())
		return "", false
	}
	if r.H == nil {
		return "", false
	}
	b, ok := AsBytes(r)
	if !ok {
		f.th.TypeError("__bytes__ returned non-bytes (type %s)", r.Type().TPName())
		return "", false
	}
	return bytesAsString(b.B), true
}

// pad appends s of n characters, filled up with spaces to the width; false: there is no room for so many.
func (f *percentFormatter) pad(s string, n int) bool {
	if !f.th.checkSize(f.width) {
		return false
	}
	if !f.flags.left {
		f.out = appendFill(f.out, " ", f.width-n)
	}
	f.out = append(f.out, s...)
	if f.flags.left {
		f.out = appendFill(f.out, " ", f.width-n)
	}
	return true
}

// char handles %c.
func (f *percentFormatter) char(v Value) bool {
	if f.bytes {
		return f.byteChar(v)
	}
	if s, ok := AsStr(v); ok {
		if s.Len() != 1 {
			f.th.TypeError("%%c requires int or char")
			return false
		}
		return f.pad(s.s, 1)
	}
	if !v.IsSmallInt() && v.H.Shape.Type.Index == nil {
		f.th.TypeError("%%c requires int or char")
		return false
	}
	n, ok := f.th.AsIndex(v, nil)
	if !ok {
		return false
	}
	if n < 0 || n > 0x10FFFF {
		f.th.OverflowError("%%c arg not in range(0x110000)")
		return false
	}
	return f.pad(string(AppendRune(nil, rune(n))), 1)
}

func (f *percentFormatter) byteChar(v Value) bool {
	if b, ok := bytesOrArray(v); ok {
		if len(b) != 1 {
			f.th.TypeError("%%c requires an integer in range(256) or a single byte")
			return false
		}
		return f.pad(string(b), 1)
	}
	if !v.IsSmallInt() && v.H.Shape.Type.Index == nil {
		f.th.TypeError("%%c requires an integer in range(256) or a single byte")
		return false
	}
	n, ok := f.th.AsIndex(v, nil)
	if !ok {
		return false
	}
	if n < 0 || n > 255 {
		f.th.OverflowError("%%c arg not in range(256)")
		return false
	}
	return f.pad(string([]byte{byte(n)}), 1)
}

// integer handles %d, %i, %u, %o, %x and %X.
func (f *percentFormatter) integer(c byte, v Value) bool {
	n, ok := f.toInt(c, v)
	if !ok {
		return false
	}
	var digits string
	neg := false
	if i, small := n.SmallInt(); small {
		neg = i < 0
		u := uint64(i)
		if neg {
			u = -u
		}
		if f.prec < 0 && c != 'X' && !f.flags.alt {
			var buf [24]byte
			return f.number2(f.sign(neg), bytesAsString(strconv.AppendUint(buf[:0], u, percentBase(c))))
		}
		digits = strconv.FormatUint(u, percentBase(c))
	} else if c == 'd' || c == 'i' || c == 'u' {
		if digits, ok = f.th.FormatInt(n); !ok {
			return false
		}
		neg = digits[0] == '-'
		digits = strings.TrimPrefix(digits, "-")
	} else {
		b, _ := BigOf(n)
		digits = b.Text(percentBase(c))
		neg = digits[0] == '-'
		digits = strings.TrimPrefix(digits, "-")
	}
	prefix := ""
	switch {
	case c == 'X':
		digits = strings.ToUpper(digits)
		prefix = "0X"
	case c == 'x':
		prefix = "0x"
	case c == 'o':
		prefix = "0o"
	}
	if !f.flags.alt {
		prefix = ""
	}
	if f.prec > len(digits) {
		if !f.th.checkSize(f.prec) {
			return false
		}
		digits = strings.Repeat("0", f.prec-len(digits)) + digits
	}
	return f.number2(f.sign(neg)+prefix, digits)
}

func percentBase(c byte) int {
	switch c {
	case 'o':
		return 8
	case 'x', 'X':
		return 16
	}
	return 10
}

// toInt converts the argument of an integer conversion.
func (f *percentFormatter) toInt(c byte, v Value) (Value, bool) {
	if v.IsSmallInt() {
		return v, true
	}
	if IsInt(v) {
		return exactInt(v), true
	}
	decimal := c == 'd' || c == 'i' || c == 'u'
	var r Value
	number := isNumber(v)
	if number {
		if decimal {
			r = f.th.ToInt(v)
		} else {
			r = f.th.Index(v)
		}
	}
	if !number || r.H == nil && f.th.Catch(&TypeErrorType) {
		f.th.TypeError("%%%c format: %s is required, not %s", c, pickWord(decimal, "a real number", "an integer"), v.Type().TPName())
	}
	return r, r.H != nil
}

func (f *percentFormatter) sign(neg bool) string {
	switch {
	case neg:
		return "-"
	case f.flags.plus:
		return "+"
	case f.flags.space:
		return " "
	}
	return ""
}

// number2 appends a number with its sign or prefix, which zeros of the 0 flag follow; false: there is no room for it.
func (f *percentFormatter) number2(prefix, digits string) bool {
	if !f.th.checkSize(f.width) {
		return false
	}
	fill := f.width - len(prefix) - len(digits)
	if fill > 0 && !f.flags.left && !f.flags.zero {
		f.out = appendFill(f.out, " ", fill)
	}
	f.out = append(f.out, prefix...)
	if fill > 0 && f.flags.zero && !f.flags.left {
		f.out = appendFill(f.out, "0", fill)
	}
	f.out = append(f.out, digits...)
	if fill > 0 && f.flags.left {
		f.out = appendFill(f.out, " ", fill)
	}
	return true
}

// float handles %e, %f, %g and their capitals.
func (f *percentFormatter) float(c byte, v Value) bool {
	x, ok := v.ExactFloat()
	if !ok {
		if x, ok = f.th.AsFloat64(v); !ok {
			if f.bytes && f.th.Catch(&TypeErrorType) {
				f.th.TypeError("float argument required, not %s", v.Type().TPName())
			}
			return false
		}
	}
	prec := f.prec
	if prec < 0 {
		prec = 6
	}
	if !f.th.checkSize(prec) {
		return false
	}
	if prec > math.MaxInt32 {
		f.th.ValueError("precision too big")
		return false
	}
	if c == 'f' && !f.flags.alt && !math.IsNaN(x) && !math.IsInf(x, 0) {
		return f.number2(f.sign(math.Signbit(x)), bytesAsString(strconv.AppendFloat(f.buf[:0], math.Abs(x), 'f', prec, 64)))
	}
	digits, ok := f.floatDigits(c, math.Abs(x), prec)
	if !ok {
		return false
	}
	return f.number2(f.sign(math.Signbit(x) && !math.IsNaN(x)), digits)
}

func (f *percentFormatter) floatDigits(c byte, x float64, prec int) (string, bool) {
	lower := c | 0x20
	var s string
	switch {
	case math.IsNaN(x):
		s = "nan"
	case math.IsInf(x, 0):
		s = "inf"
	case f.flags.alt:
		t, ok := f.th.FormatValue(Float(x), "#."+strconv.Itoa(prec)+string(rune(lower)))
		if !ok {
			return "", false
		}
		s = t
	default:
		if lower == 'g' && prec == 0 {
			prec = 1
		}
		s = string(strconv.AppendFloat(f.buf[:0], x, lower, prec, 64))
	}
	if c < 'a' {
		s = strings.ToUpper(s)
	}
	return s, true
}
