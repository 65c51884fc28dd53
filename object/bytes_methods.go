// The ASCII text methods that bytes and bytearray share, and hex, fromhex, decode, translate.
package object

import (
	"bytes"
	"strings"
)

func isByteAlpha(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isByteDigit(c byte) bool { return c >= '0' && c <= '9' }
func isByteLower(c byte) bool { return c >= 'a' && c <= 'z' }
func isByteUpper(c byte) bool { return c >= 'A' && c <= 'Z' }

func byteLower(c byte) byte {
	if isByteUpper(c) {
		return c + 32
	}
	return c
}

func byteUpper(c byte) byte {
	if isByteLower(c) {
		return c - 32
	}
	return c
}

// bytesMapper makes a method that maps each byte, knowing the one before.
func bytesMapper(name string, f func(c, before byte, first bool) byte) Method {
	return Method{Name: name, F0: func(th *Thread, self Value) Value {
		b := selfBytes(self)
		if len(b) == 0 {
			return likeSelf(self, nil)
		}
		v, out := newLike(self, len(b))
		before := byte(0)
		for i, c := range b {
			out[i] = f(c, before, i == 0)
			before = c
		}
		return v
	}}
}

// bytesTest makes an is… method: not empty, and f of every byte.
func bytesTest(name string, f func(c byte) bool) Method {
	return Method{Name: name, F0: func(th *Thread, self Value) Value {
		b := selfBytes(self)
		for _, c := range b {
			if !f(c) {
				return False
			}
		}
		return Bool(len(b) > 0)
	}}
}

func bytesCaseTest(name string, want, other func(c byte) bool) Method {
	return Method{Name: name, F0: func(th *Thread, self Value) Value {
		cased := false
		for _, c := range selfBytes(self) {
			if other(c) {
				return False
			}
			cased = cased || want(c)
		}
		return Bool(cased)
	}}
}

func bytesIsTitle(th *Thread, self Value) Value {
	cased, before := false, false
	for _, c := range selfBytes(self) {
		switch {
		case isByteUpper(c):
			if before {
				return False
			}
			cased, before = true, true
		case isByteLower(c):
			if !before {
				return False
			}
		default:
			before = false
		}
	}
	return Bool(cased)
}

var bytesCaseMethods = []Method{
	bytesMapper("lower", func(c, _ byte, _ bool) byte { return byteLower(c) }),
	bytesMapper("upper", func(c, _ byte, _ bool) byte { return byteUpper(c) }),
	bytesMapper("swapcase", func(c, _ byte, _ bool) byte {
		if isByteAlpha(c) {
			return c ^ 0x20
		}
		return c
	}),
	bytesMapper("capitalize", func(c, _ byte, first bool) byte {
		if first {
			return byteUpper(c)
		}
		return byteLower(c)
	}),
	bytesMapper("title", func(c, before byte, _ bool) byte {
		if isByteAlpha(before) {
			return byteLower(c)
		}
		return byteUpper(c)
	}),
	bytesTest("isalnum", func(c byte) bool { return isByteAlpha(c) || isByteDigit(c) }),
	bytesTest("isalpha", isByteAlpha),
	bytesTest("isdigit", isByteDigit),
	bytesTest("isspace", isByteSpace),
	bytesCaseTest("islower", isByteLower, isByteUpper),
	bytesCaseTest("isupper", isByteUpper, isByteLower),
	{Name: "istitle", F0: bytesIsTitle},
	{Name: "isascii", F0: func(th *Thread, self Value) Value { return Bool(isASCII(bytesAsString(selfBytes(self)))) }},
}

// bytesPadder makes center, ljust or rjust; split says how many of n fill bytes go left.
func bytesPadder(name string, split func(n, width int) int) Method {
	return Method{Name: name, Sig: "width, fillchar=b' ', /", F: func(th *Thread, self Value, a []Value) Value {
		width, ok := th.AsSize(a[0])
		if !ok {
			return Value{}
		}
		fill := byte(' ')
		if a[1].H != nil {
			f, ok := bytesOrArray(a[1])
			if !ok {
				return th.TypeError("%s() argument 2 must be a byte string of length 1, not %s", name, typeNameOf(a[1]))
			}
			if len(f) != 1 {
				return th.TypeError("%s() argument 2 must be a byte string of length 1, not %s", name, typeNameOf(a[1]))
			}
			fill = f[0]
		}
		b := selfBytes(self)
		n := width - len(b)
		if n <= 0 {
			return sliceOfSelf(self, b)
		}
		if !th.checkSize(width) {
			return Value{}
		}
		left := split(n, width)
		out := bytes.Repeat([]byte{fill}, width)
		copy(out[left:], b)
		return likeSelf(self, out)
	}}
}

func bytesZfill(th *Thread, self, width Value) Value {
	w, ok := th.AsSize(width)
	if !ok {
		return Value{}
	}
	b := selfBytes(self)
	n := w - len(b)
	if n <= 0 {
		return sliceOfSelf(self, b)
	}
	if !th.checkSize(w) {
		return Value{}
	}
	out := append(bytes.Repeat([]byte{'0'}, n), b...)
	if len(b) > 0 && (b[0] == '+' || b[0] == '-') {
		out[0], out[n] = b[0], '0'
	}
	return likeSelf(self, out)
}

func bytesExpandtabs(th *Thread, self Value, a []Value) Value {
	size := 8
	if a[0].H != nil {
		var ok bool
		if size, ok = th.AsInt(a[0]); !ok {
			return Value{}
		}
	}
	b := selfBytes(self)
	if size > 0 && !th.checkRepeat(size, bytes.Count(b, []byte{'\t'})) {
		return th.OverflowError("result too long")
	}
	var out []byte
	column := 0
	for _, c := range b {
		switch {
		case c == '\t':
			for n := size; size > 0 && n > 0 && (n == size || column%size != 0); n-- {
				out = append(out, ' ')
				column++
			}
		case c == '\n' || c == '\r':
			out = append(out, c)
			column = 0
		default:
			out = append(out, c)
			column++
		}
	}
	return likeSelf(self, out)
}

func bytesRemoveAffix(prefix bool) func(*Thread, Value, Value) Value {
	return func(th *Thread, self, x Value) Value {
		p, ok := BytesLike(th, x)
		if !ok {
			return Value{}
		}
		b := selfBytes(self)
		if prefix {
			b = bytes.TrimPrefix(b, p)
		} else {
			b = bytes.TrimSuffix(b, p)
		}
		return sliceOfSelf(self, b)
	}
}

func bytesTranslate(th *Thread, self Value, a []Value) Value {
	var table []byte
	if !a[0].IsNone() {
		var ok bool
		if table, ok = BytesLike(th, a[0]); !ok {
			return Value{}
		}
		if len(table) != 256 {
			return th.ValueError("translation table must be 256 characters long")
		}
	}
	var drop [256]bool
	if a[1].H != nil {
		d, ok := BytesLike(th, a[1])
		if !ok {
			return Value{}
		}
		for _, c := range d {
			drop[c] = true
		}
	}
	b := selfBytes(self)
	out := make([]byte, 0, len(b))
	for _, c := range b {
		if drop[c] {
			continue
		}
		if table != nil {
			c = table[c]
		}
		out = append(out, c)
	}
	return likeSelf(self, out)
}

func bytesMaketrans(th *Thread, self, x, y Value) Value {
	from, ok := BytesLike(th, x)
	if !ok {
		return Value{}
	}
	to, ok := BytesLike(th, y)
	if !ok {
		return Value{}
	}
	if len(from) != len(to) {
		return th.ValueError("maketrans arguments must have same length")
	}
	t := make([]byte, 256)
	for i := range t {
		t[i] = byte(i)
	}
	for i, c := range from {
		t[c] = to[i]
	}
	return BytesValue(t)
}

// HexOf returns the hex digits of b, with sep between groups of n bytes, counted from the right for positive n.
func HexOf(b []byte, sep string, n int) string {
	out := make([]byte, 0, 2*len(b)+len(b))
	for i, c := range b {
		if i > 0 && sep != "" && n != 0 && (n > 0 && (len(b)-i)%n == 0 || n < 0 && i%-n == 0) {
			out = append(out, sep...)
		}
		out = append(out, hexDigits[c>>4], hexDigits[c&15])
	}
	return string(out)
}

// hexMethod is hex() of a bytes-like object with the contents b.
func hexMethod(th *Thread, b []byte, sepv, nv Value) Value {
	sep, n := "", 1
	if nv.H != nil {
		var ok bool
		if n, ok = th.AsInt(nv); !ok {
			return Value{}
		}
	}
	if sepv.H != nil {
		if k, ok := th.Len(sepv); !ok {
			return Value{}
		} else if k != 1 {
			return th.ValueError("sep must be length 1.")
		}
		if s, ok := AsStr(sepv); ok {
			sep = s.s
		} else if x, ok := AsBytes(sepv); ok {
			sep = string(x.B)
		} else {
			return th.TypeError("sep must be str or bytes.")
		}
		if sep[0] >= 0x80 {
			return th.ValueError("sep must be ASCII.")
		}
	}
	return ASCIIValue(HexOf(b, sep, n))
}

func bytesFromhex(th *Thread, cls, text Value) Value {
	s, ok := AsStr(text)
	if !ok {
		return th.TypeError("fromhex() argument must be str, not %s", typeNameOf(text))
	}
	if i := strings.IndexFunc(s.s, func(r rune) bool { return r >= 0x80 }); i >= 0 {
		return th.ValueError("non-hexadecimal number found in fromhex() arg at position %d", s.CharIndex(i))
	}
	out := make([]byte, 0, len(s.s)/2)
	for i := 0; i < len(s.s); {
		if isByteSpace(s.s[i]) {
			i++
			continue
		}
		hi := hexDigit(s.s[i])
		lo := -1
		bad := i
		if hi >= 0 {
			bad = i + 1
			if bad < len(s.s) {
				lo = hexDigit(s.s[bad])
			}
		}
		if hi < 0 || lo < 0 {
			return th.ValueError("non-hexadecimal number found in fromhex() arg at position %d", s.CharIndex(bad))
		}
		out = append(out, byte(hi<<4|lo))
		i += 2
	}
	t, _ := AsType(cls)
	v := BytesValue(out)
	if t.IsSubtype(&ByteArrayType) {
		v = NewByteArray(out).V()
	}
	if t == &BytesType || t == &ByteArrayType {
		return v
	}
	return th.CallArgs(cls, v)
}

func bytesDecode(th *Thread, self Value, a []Value) Value {
	encoding, errors, ok := codecArgs(th, "decode", a[0], a[1])
	if !ok {
		return Value{}
	}
	return th.Decode(self, encoding, errors)
}

var bytesTextMethods = []Method{
	bytesPadder("center", func(n, width int) int { return n/2 + n&width&1 }),
	bytesPadder("ljust", func(n, width int) int { return 0 }),
	bytesPadder("rjust", func(n, width int) int { return n }),
	{Name: "zfill", Sig: "width, /", F1: bytesZfill},
	{Name: "expandtabs", Sig: "tabsize=8", F: bytesExpandtabs},
	{Name: "removeprefix", Sig: "prefix, /", F1: bytesRemoveAffix(true)},
	{Name: "removesuffix", Sig: "suffix, /", F1: bytesRemoveAffix(false)},
	{Name: "translate", Sig: "table, /, delete=b''", F: bytesTranslate},
	{Name: "maketrans", Flags: StaticMethod, Sig: "frm, to, /", F2: bytesMaketrans},
	{Name: "hex", Sig: "sep=<unrepresentable>, bytes_per_sep=1", F: func(th *Thread, self Value, a []Value) Value {
		return hexMethod(th, selfBytes(self), a[0], a[1])
	}},
	{Name: "fromhex", Flags: ClassMethod, Sig: "string, /", F1: bytesFromhex},
	{Name: "decode", Sig: "encoding='utf-8', errors='strict'", F: bytesDecode},
}
