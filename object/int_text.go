// Text to int and int to text: the int() constructor, literals in strings, decimal output, and the limit on
// conversions of quadratic cost (sys.set_int_max_str_digits).
package object

import (
	"bytes"
	"math/big"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// DefaultIntMaxStrDigits is the limit of decimal digits an interpreter starts with.
const DefaultIntMaxStrDigits = 4300

// strDigitsThreshold is the size below which the limit is not looked at.
const strDigitsThreshold = 640

// FormatInt returns str() of the int, bool or int subclass v as an int; false: beyond the digit limit, raised.
func (th *Thread) FormatInt(v Value) (string, bool) {
	if i, ok := AsInt64(v); ok {
		return strconv.FormatInt(i, 10), true
	}
	b, _ := BigOf(v)
	limit := th.Interp.IntMaxStrDigits
	// 3.32 bits make a digit: far beyond the limit the digits need not be computed to know.
	if limit > 0 && b.BitLen() > 10*limit/3+64 {
		return "", th.tooManyDigits()
	}
	s := b.Text(10)
	digits := len(s)
	if s[0] == '-' {
		digits--
	}
	if limit > 0 && digits > strDigitsThreshold && digits > limit {
		return "", th.tooManyDigits()
	}
	return s, true
}

func (th *Thread) tooManyDigits() bool {
	th.ValueError("Exceeds the limit (%d digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit", th.Interp.IntMaxStrDigits)
	return false
}

var intNewSig = ParseSignature("x=0, /, base=10")

// intNew is int.__new__.
func intNew(th *Thread, t *Type, args []Value, kw []*Str) Value {
	var x, base Value
	switch {
	case len(args) == 1 && len(kw) == 0:
		x = args[0]
	case len(args) > 2 && (t != &IntType || len(kw) > 0):
		return th.TypeError("int() takes at most 2 %sarguments (%d given)", pickWord(len(args) == len(kw), "keyword ", ""), len(args))
	case len(args) > 2:
		return th.TypeError("int expected at most 2 arguments, got %d", len(args))
	case len(args) > 0:
		w := th.Window(2)
		ok := intNewSig.Bind(th, "int", args, kw, w)
		x, base = w[0], w[1]
		th.Release(w)
		if !ok {
			return Value{}
		}
	}
	r := Int(0)
	switch {
	case x.H == nil && base.H != nil:
		return th.TypeError("int() missing string argument")
	case x.H == nil:
	case base.H == nil:
		r = th.ToInt(x)
	default:
		r = th.intWithBase(x, base)
	}
	if r.H == nil {
		return r
	}
	return newInt(t, r)
}

func (th *Thread) intWithBase(x, base Value) Value {
	n, ok := th.AsIndex(base, nil)
	if !ok {
		return Value{}
	}
	if n != 0 && n < 2 || n > 36 {
		return th.ValueError("int() base must be >= 2 and <= 36, or 0")
	}
	if s, ok := AsStr(x); ok {
		return th.IntFromText(s.s, n, x)
	}
	if text, ok := byteText(th, x, false); ok {
		return th.IntFromText(text, n, th.bytesShown(x))
	}
	return th.TypeError("int() can't convert non-string with explicit base")
}

// bytesShown is what error texts show of a bytes-like object: its contents as bytes.
func (th *Thread) bytesShown(x Value) Value {
	b, release, ok := AsBytesLike(th, x)
	if !ok {
		th.Exc = Value{}
		return x
	}
	defer release()
	return BytesValue(bytes.Clone(b))
}

// byteText returns the contents of a bytes or bytearray (with any: of every object with a buffer).
func byteText(th *Thread, v Value, any bool) (string, bool) {
	t := v.Type()
	if t.Buffer == nil || !any && !t.IsSubtype(&BytesType) && !t.IsSubtype(&ByteArrayType) {
		return "", false
	}
	buf, ok := t.Buffer(th, v)
	if !ok {
		th.Exc = Value{}
		return "", false
	}
	s := string(buf.Bytes)
	if buf.Release != nil {
		buf.Release()
	}
	// Bytes are not text: keep what is not ASCII from being read as digits.
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return strings.Repeat("?", len(s)), true
		}
	}
	return s, true
}

// ToInt returns int(x) as an exact int (CPython's PyNumber_Long).
func (th *Thread) ToInt(x Value) Value {
	if IsInt(x) && x.IsExact(&IntType) {
		return x
	}
	t := x.Type()
	if t.ToInt != nil {
		r := t.ToInt(th, x)
		return th.intResult(r, "__int__")
	}
	if t.Index != nil {
		r := th.Index(x)
		if r.H == nil {
			return r
		}
		return exactInt(r)
	}
	if f := th.Lookup(t, strTrunc); f.H != nil {
		return th.truncToInt(x, f)
	}
	if s, ok := AsStr(x); ok {
		return th.IntFromText(s.s, 10, x)
	}
	if text, ok := byteText(th, x, true); ok {
		return th.IntFromText(text, 10, th.bytesShown(x))
	}
	return th.TypeError("int() argument must be a string, a bytes-like object or a real number, not '%s'", t.Name)
}

var strTrunc = NewStr("__trunc__")

// intResult checks what a conversion method returned.
func (th *Thread) intResult(r Value, name string) Value {
	if r.H == nil || r.IsExact(&IntType) {
		return r
	}
	if !IsInt(r) {
		return th.TypeError("%s returned non-int (type %s)", name, r.Type().TPName())
	}
	if !th.warn(&DeprecationWarningType, name+" returned non-int (type "+r.Type().Name+
		").  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.") {
		return Value{}
	}
	return exactInt(r)
}

func (th *Thread) truncToInt(x, f Value) Value {
	if !th.warn(&DeprecationWarningType, "The delegation of int() to __trunc__ is deprecated.") {
		return Value{}
	}
	r := th.callUnbound(f, x, x.Type(), nil)
	if r.H == nil || IsInt(r) {
		if r.H != nil {
			r = exactInt(r)
		}
		return r
	}
	if r.Type().Index == nil {
		return th.TypeError("__trunc__ returned non-Integral (type %s)", r.Type().TPName())
	}
	if r = th.Index(r); r.H == nil {
		return r
	}
	return exactInt(r)
}

// IntFromText parses an int literal in the given base (0: by prefix); orig is shown in the error text.
func (th *Thread) IntFromText(text string, base int, orig Value) Value {
	s, neg, ok := intDigits(text)
	b := base
	if ok {
		s, b, ok = intPrefix(s, base)
	}
	if ok {
		s, ok = stripUnderscores(s)
	}
	if ok {
		ok = allDigits(s, b)
	}
	if !ok {
		repr, ok := th.Repr(orig)
		if !ok {
			return Value{}
		}
		return th.ValueError("invalid literal for int() with base %d: %s", base, truncateChars(repr, 200))
	}
	if len(s) <= 18 {
		n, err := strconv.ParseInt(s, b, 64)
		if err == nil {
			if neg {
				n = -n
			}
			return Int(n)
		}
	}
	limit := th.Interp.IntMaxStrDigits
	if limit > 0 && len(s) > strDigitsThreshold && len(s) > limit && b&(b-1) != 0 {
		return th.ValueError("Exceeds the limit (%d digits) for integer string conversion: value has %d digits; use sys.set_int_max_str_digits() to increase the limit", limit, len(s))
	}
	n, _ := new(big.Int).SetString(s, b)
	if neg {
		n.Neg(n)
	}
	return IntFromBig(n)
}

// truncateChars is the %.nR of CPython's error texts.
func truncateChars(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// intDigits trims white space and takes the sign; what follows is in ASCII.
func intDigits(text string) (s string, neg, ok bool) {
	s = strings.TrimSpace(asciiNumber(text))
	if s != "" && (s[0] == '+' || s[0] == '-') {
		neg = s[0] == '-'
		s = s[1:]
	}
	return s, neg, s != ""
}

// intPrefix takes 0x, 0o or 0b where the base allows it, and settles base 0.
func intPrefix(s string, base int) (rest string, b int, ok bool) {
	p := 0
	if len(s) >= 2 && s[0] == '0' {
		switch s[1] | 0x20 {
		case 'x':
			p = 16
		case 'o':
			p = 8
		case 'b':
			p = 2
		}
	}
	if p != 0 && (base == 0 || base == p) {
		s = s[2:]
		if s != "" && s[0] == '_' {
			s = s[1:]
		}
		return s, p, s != ""
	}
	if base != 0 {
		return s, base, true
	}
	// Base 0 refuses what was an octal literal once: 0 may only be followed by zeros.
	return s, 10, s[0] != '0' || strings.Trim(s, "0_") == ""
}

// stripUnderscores removes single underscores between digits.
func stripUnderscores(s string) (string, bool) {
	if strings.IndexByte(s, '_') < 0 {
		return s, s != ""
	}
	if s[0] == '_' || s[len(s)-1] == '_' || strings.Contains(s, "__") {
		return s, false
	}
	return strings.ReplaceAll(s, "_", ""), true
}

func allDigits(s string, base int) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		d := 99
		switch {
		case c >= '0' && c <= '9':
			d = int(c - '0')
		case c|0x20 >= 'a' && c|0x20 <= 'z':
			d = int(c|0x20-'a') + 10
		}
		if d >= base {
			return false
		}
	}
	return s != ""
}

// ASCIINumber is asciiNumber for the modules that parse numbers.
func ASCIINumber(s string) string { return asciiNumber(s) }

// asciiNumber maps decimal digits of all scripts to ASCII and white space to blanks; other characters outside ASCII
// become "?", which no number contains.
func asciiNumber(s string) string {
	plain := true
	for i := 0; i < len(s) && plain; i++ {
		plain = s[i] > ' ' && s[i] < utf8.RuneSelf
	}
	if plain {
		return s
	}
	b := make([]byte, 0, len(s))
	for len(s) > 0 {
		r, n := DecodeRune(s)
		s = s[n:]
		switch {
		case isSpaceRune(r):
			b = append(b, ' ')
		case r < utf8.RuneSelf:
			b = append(b, byte(r))
		default:
			if d := decimalValue(r); d >= 0 {
				b = append(b, '0'+byte(d))
			} else {
				return string(append(b, '?')) // which no number contains
			}
		}
	}
	return string(b)
}

// isSpaceRune is str.isspace of one character.
func isSpaceRune(r rune) bool {
	return r == ' ' || r >= 0x09 && r <= 0x0D || r >= 0x1C && r <= 0x1F || r >= 0x80 && unicode.IsSpace(r)
}

// decimalValue returns the value of a decimal digit of any script, or -1. Digits stand in runs of ten from 0 up.
func decimalValue(r rune) int {
	if r < utf8.RuneSelf {
		if r >= '0' && r <= '9' {
			return int(r - '0')
		}
		return -1
	}
	for _, t := range unicode.Nd.R16 {
		if r <= rune(t.Hi) {
			if r < rune(t.Lo) {
				return -1
			}
			return int(r-rune(t.Lo)) % 10
		}
	}
	for _, t := range unicode.Nd.R32 {
		if r <= rune(t.Hi) {
			if r < rune(t.Lo) {
				return -1
			}
			return int(r-rune(t.Lo)) % 10
		}
	}
	return -1
}
