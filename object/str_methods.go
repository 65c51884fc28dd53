// The remaining methods of str: padding, expandtabs, affix removal, translate, encode, formatting.
package object

import "strings"

// padArgs reads the arguments of center, ljust and rjust: how many characters to add, and which.
func padArgs(th *Thread, self Value, a []Value) (s *Str, missing int, fill string, ok bool) {
	s = (*Str)(self.Ptr())
	width, ok := th.AsSize(a[0])
	if !ok {
		return nil, 0, "", false
	}
	fill = " "
	if a[1].H != nil {
		f, ok := AsStr(a[1])
		if !ok {
			th.TypeError("The fill character must be a unicode character, not %s", a[1].Type().TPName())
			return nil, 0, "", false
		}
		if f.Len() != 1 {
			th.TypeError("The fill character must be exactly one character long")
			return nil, 0, "", false
		}
		fill = f.s
	}
	missing = max(width-s.Len(), 0)
	if !th.checkRepeat(len(fill), missing) {
		return nil, 0, "", false
	}
	return s, missing, fill, true
}

// pad returns s with left and right copies of fill around it.
func (s *Str) pad(left, right int, fill string) Value {
	if left <= 0 && right <= 0 {
		return exactStr(s)
	}
	b := make([]byte, 0, len(s.s)+(left+right)*len(fill))
	b = appendFill(b, fill, left)
	b = append(b, s.s...)
	return StrFromBytes(appendFill(b, fill, right))
}

func appendFill(b []byte, fill string, n int) []byte {
	for ; n > 0; n-- {
		b = append(b, fill...)
	}
	return b
}

func strCenter(th *Thread, self Value, a []Value) Value {
	s, n, fill, ok := padArgs(th, self, a)
	if !ok {
		return Value{}
	}
	left := n/2 + (n & (n + s.Len()) & 1)
	return s.pad(left, n-left, fill)
}

func strLjust(th *Thread, self Value, a []Value) Value {
	s, n, fill, ok := padArgs(th, self, a)
	if !ok {
		return Value{}
	}
	return s.pad(0, n, fill)
}

func strRjust(th *Thread, self Value, a []Value) Value {
	s, n, fill, ok := padArgs(th, self, a)
	if !ok {
		return Value{}
	}
	return s.pad(n, 0, fill)
}

func strZfill(th *Thread, self, width Value) Value {
	s := (*Str)(self.Ptr())
	w, ok := th.AsSize(width)
	if !ok {
		return Value{}
	}
	n := w - s.Len()
	if n <= 0 {
		return exactStr(s)
	}
	if !th.checkSize(n) {
		return Value{}
	}
	sign := 0
	if s.s != "" && (s.s[0] == '+' || s.s[0] == '-') {
		sign = 1
	}
	b := append(make([]byte, 0, len(s.s)+n), s.s[:sign]...)
	b = appendFill(b, "0", n)
	return StrFromBytes(append(b, s.s[sign:]...))
}

func strExpandtabs(th *Thread, self Value, a []Value) Value {
	s := (*Str)(self.Ptr())
	size := 8
	if a[0].H != nil {
		var ok bool
		if size, ok = th.AsInt(a[0]); !ok {
			return Value{}
		}
	}
	if strings.IndexByte(s.s, '\t') < 0 {
		return exactStr(s)
	}
	if size > 0 && !th.checkRepeat(size, strings.Count(s.s, "\t")) {
		return th.OverflowError("new string is too long")
	}
	var b []byte
	column := 0
	for i := 0; i < len(s.s); {
		n := seqLen(s.s[i])
		switch c := s.s[i]; {
		case c == '\t':
			if size > 0 {
				fill := size - column%size
				b = appendFill(b, " ", fill)
				column += fill
			}
		case c == '\n' || c == '\r':
			b = append(b, c)
			column = 0
		default:
			b = append(b, s.s[i:i+n]...)
			column++
		}
		i += n
	}
	return StrFromBytes(b)
}

func strRemoveprefix(th *Thread, self, prefix Value) Value {
	p, ok := strArg(th, prefix, "removeprefix", 0)
	if !ok {
		return Value{}
	}
	s := (*Str)(self.Ptr())
	if p != "" && strings.HasPrefix(s.s, p) {
		return s.part(s.s[len(p):])
	}
	return exactStr(s)
}

func strRemovesuffix(th *Thread, self, suffix Value) Value {
	p, ok := strArg(th, suffix, "removesuffix", 0)
	if !ok {
		return Value{}
	}
	s := (*Str)(self.Ptr())
	if p != "" && strings.HasSuffix(s.s, p) {
		return s.part(s.s[:len(s.s)-len(p)])
	}
	return exactStr(s)
}

// strTranslate replaces each character by what the table says: an ordinal, a str, None (delete), or nothing
// (LookupError: keep).
func strTranslate(th *Thread, self, table Value) Value {
	s := strText(self)
	b := make([]byte, 0, len(s))
	var ascii [128]string // translations of ASCII characters met before
	var known [128]bool
	for i := 0; i < len(s); {
		r, n := DecodeRune(s[i:])
		i += n
		if r < 128 && known[r] {
			b = append(b, ascii[r]...)
			continue
		}
		start := len(b)
		var ok bool
		if b, ok = th.translateRune(b, r, table); !ok {
			return Value{}
		}
		if r < 128 {
			known[r], ascii[r] = true, string(b[start:])
		}
	}
	return StrFromBytes(b)
}

func (th *Thread) translateRune(b []byte, r rune, table Value) ([]byte, bool) {
	x := th.GetItem(table, Int(int64(r)))
	if x.H == nil {
		if th.Catch(&LookupErrorType) {
			return AppendRune(b, r), true
		}
		return nil, false
	}
	if x.IsNone() {
		return b, true
	}
	if t, ok := AsStr(x); ok {
		return append(b, t.s...), true
	}
	if !x.Is(&IntType) && !x.IsSmallInt() {
		th.TypeError("character mapping must return integer, None or str")
		return nil, false
	}
	c, ok := th.AsIndex(x, nil)
	if !ok {
		return nil, false
	}
	if c < 0 || c > 0x10FFFF {
		th.ValueError("character mapping must be in range(0x110000)")
		return nil, false
	}
	return AppendRune(b, rune(c)), true
}

// strMaketrans builds a translation table: from a dict, or from two strs of equal length and one to delete.
func strMaketrans(th *Thread, self Value, a []Value) Value {
	d := NewDict()
	if a[1].H == nil {
		return maketransDict(th, d, a[0])
	}
	y, ok := strArg(th, a[1], "maketrans", 2)
	if !ok {
		return Value{}
	}
	var z string
	if a[2].H != nil {
		if z, ok = strArg(th, a[2], "maketrans", 3); !ok {
			return Value{}
		}
	}
	x, ok := AsStr(a[0])
	if !ok {
		return th.TypeError("first maketrans argument must be a string if there is a second argument")
	}
	from, to := Runes(x.s), Runes(y)
	if len(from) != len(to) {
		return th.ValueError("the first two maketrans arguments must have equal length")
	}
	for i, r := range from {
		d.Set(th, Int(int64(r)), Int(int64(to[i])))
	}
	for _, r := range Runes(z) {
		d.Set(th, Int(int64(r)), None)
	}
	return d.V()
}

func maketransDict(th *Thread, d *Dict, v Value) Value {
	src, ok := AsDict(v)
	if !ok || v.Type() != &DictType {
		return th.TypeError("if you give only one argument to maketrans it must be a dict")
	}
	for i := 0; ; {
		k, x, next, more := src.Next(i)
		if !more {
			return d.V()
		}
		i = next
		switch s, isStr := AsStr(k); {
		case isStr && s.Len() != 1:
			return th.ValueError("string keys in translate table must be of length 1")
		case isStr:
			d.Set(th, Int(int64(s.At(0))), x)
		case k.IsSmallInt() || k.Is(&IntType):
			d.Set(th, k, x)
		default:
			return th.TypeError("keys in translate table must be strings or integers")
		}
	}
}

func strEncodeMethod(th *Thread, self Value, a []Value) Value {
	encoding, errors, ok := codecArgs(th, "encode", a[0], a[1])
	if !ok {
		return Value{}
	}
	return th.Encode(self, encoding, errors)
}

func strFormatSlot(th *Thread, self, spec Value) Value {
	f, ok := AsStr(spec)
	if !ok {
		return th.TypeError("__format__() argument must be str, not %s", typeNameOf(spec))
	}
	if f.s == "" {
		if self.IsExact(&StrType) {
			return self
		}
		return th.StrOf(self)
	}
	r, ok := th.formatStr((*Str)(self.Ptr()), f.s, self.Type().Name)
	if !ok {
		return Value{}
	}
	return StrValue(r)
}

const padSig = "width, fillchar=' ', /"

var strMethods = []Method{
	{Name: "center", Sig: padSig, F: strCenter},
	{Name: "ljust", Sig: padSig, F: strLjust},
	{Name: "rjust", Sig: padSig, F: strRjust},
	{Name: "zfill", Sig: "width, /", F1: strZfill},
	{Name: "expandtabs", Sig: "tabsize=8", F: strExpandtabs},
	{Name: "removeprefix", Sig: "prefix, /", F1: strRemoveprefix},
	{Name: "removesuffix", Sig: "suffix, /", F1: strRemovesuffix},
	{Name: "translate", Sig: "table, /", F1: strTranslate},
	{Name: "maketrans", Flags: StaticMethod, Sig: "x, y=None, z=None, /", F: strMaketrans},
	{Name: "encode", Sig: "encoding='utf-8', errors='strict'", F: strEncodeMethod},
	{Name: "format", Raw: strFormatMethod},
	{Name: "format_map", Sig: "mapping, /", F1: strFormatMap},
	{Name: "__format__", Sig: "format_spec, /", F1: strFormatSlot},
	{Name: "__getnewargs__", F0: func(th *Thread, self Value) Value { return TupleOf(StrValue(strText(self))) }},
	{Name: "__sizeof__", F0: func(th *Thread, self Value) Value { return Int(strSizeof((*Str)(self.Ptr()))) }},
}

// strSizeof returns what CPython's compact representation would take.
func strSizeof(s *Str) int64 {
	width, most := int64(1), rune(0)
	for i := 0; i < len(s.s); {
		r, n := DecodeRune(s.s[i:])
		most = max(most, r)
		i += n
	}
	header := int64(41)
	switch {
	case most >= 0x10000:
		width, header = 4, 60
	case most >= 0x100:
		width, header = 2, 58
	case most >= 0x80:
		header = 57
	}
	return header + width*int64(s.Len())
}
