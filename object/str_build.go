// Building strs piece by piece without garbage: a scratch buffer of the thread, strs whose short text lies in the same
// allocation, and formatting that appends.
package object

import (
	"math"
	"strconv"
	"unsafe"
)

// Short strs with their text behind them: one allocation instead of two.
type (
	str16 struct {
		Str
		text [16]byte
	}
	str32 struct {
		Str
		text [32]byte
	}
	str64 struct {
		Str
		text [64]byte
	}
)

// TextValue returns a str with a copy of b, which holds WTF-8.
func TextValue(b []byte) Value {
	var s *Str
	var at *byte
	switch n := len(b); {
	case n == 0:
		return EmptyStr
	case n == 1 && b[0] < 0x80:
		return CharValue(rune(b[0]))
	case n <= 16:
		x := &str16{}
		s, at = &x.Str, &x.text[0]
		copy(x.text[:], b)
	case n <= 32:
		x := &str32{}
		s, at = &x.Str, &x.text[0]
		copy(x.text[:], b)
	case n <= 64:
		x := &str64{}
		s, at = &x.Str, &x.text[0]
		copy(x.text[:], b)
	default:
		return StrValue(string(b))
	}
	s.Shape = &StrType.Root
	s.s = unsafe.String(at, len(b))
	return s.V()
}

// TakeScratch lends the thread's buffer, empty; GiveScratch returns it. In between others get a new one.
func (th *Thread) TakeScratch() []byte {
	b := th.scratch
	th.scratch = nil
	if b == nil {
		b = make([]byte, 0, 256)
	}
	return b[:0]
}

// GiveScratch gives back what TakeScratch lent, perhaps grown.
func (th *Thread) GiveScratch(b []byte) {
	if cap(b) <= 1<<16 {
		th.scratch = b
	}
}

// AppendFormat appends format(v, spec); false: raised.
func (th *Thread) AppendFormat(b []byte, v Value, spec string) ([]byte, bool) {
	var short [64]byte
	text := short[:0]
	switch v.H.Shape {
	case &StrType.Root:
		if spec == "" {
			return append(b, (*Str)(v.Ptr()).s...), true
		}
	case &IntType.Root:
		if !v.IsSmallInt() {
			break
		}
		if spec == "" || spec == "d" {
			return strconv.AppendInt(b, int64(v.N), 10), true
		}
	case &FloatType.Root:
		if spec == "" {
			return append(b, FloatRepr(math.Float64frombits(v.N))...), true
		}
	}
	if spec != "" {
		if l, ok := parseLayout(spec); ok {
			if text, n, ok := l.text(text, v); ok {
				return l.pad(b, text, n, v.IsExact(&StrType)), true
			}
		}
	}
	s, ok := th.FormatValue(v, spec)
	return append(b, s...), ok
}

// layout is a plain format specifier: alignment, zero padding, width, precision, type. Others go the long way.
type layout struct {
	align byte // 0: by type
	zero  bool
	width int
	prec  int // -1: none
	kind  byte
}

// parseLayout reads [<>^][0][width][.precision][type] with a width and precision below 100.
func parseLayout(spec string) (l layout, ok bool) {
	l.prec = -1
	i := 0
	if c := spec[0]; c == '<' || c == '>' || c == '^' {
		l.align = c
		i++
	}
	if i < len(spec) && spec[i] == '0' {
		if l.align != 0 {
			return l, false
		}
		l.zero = true
		i++
	}
	start := i
	for ; i < len(spec) && spec[i] >= '0' && spec[i] <= '9'; i++ {
		l.width = l.width*10 + int(spec[i]-'0')
	}
	if i-start > 2 {
		return l, false
	}
	if i < len(spec) && spec[i] == '.' {
		i++
		l.prec = 0
		start = i
		for ; i < len(spec) && spec[i] >= '0' && spec[i] <= '9'; i++ {
			l.prec = l.prec*10 + int(spec[i]-'0')
		}
		if i == start || i-start > 1 {
			return l, false
		}
	}
	if i < len(spec) {
		l.kind = spec[i]
		i++
	}
	return l, i == len(spec)
}

// text appends the digits or characters of v and returns them with their number of characters; ok is false when the
// layout does not suit the type.
func (l *layout) text(b []byte, v Value) (text []byte, n int, ok bool) {
	switch v.H.Shape {
	case &StrType.Root:
		if l.zero || l.prec >= 0 || l.kind != 0 && l.kind != 's' {
			return nil, 0, false
		}
		s := (*Str)(v.Ptr())
		return stringAsBytes(s.s), s.Len(), true
	case &IntType.Root:
		if !v.IsSmallInt() || l.prec >= 0 {
			return nil, 0, false
		}
		switch l.kind {
		case 0, 'd':
			b = strconv.AppendInt(b, int64(v.N), 10)
		case 'x':
			b = strconv.AppendInt(b, int64(v.N), 16)
		default:
			return nil, 0, false
		}
		return b, len(b), true
	case &FloatType.Root:
		f := math.Float64frombits(v.N)
		if l.kind != 'f' || l.prec < 0 || math.IsNaN(f) || math.Abs(f) > 1e15 {
			return nil, 0, false
		}
		b = strconv.AppendFloat(b, f, 'f', l.prec, 64)
		return b, len(b), true
	}
	return nil, 0, false
}

// pad appends text of n characters, filled up to the width.
func (l *layout) pad(b, text []byte, n int, isStr bool) []byte {
	fill := l.width - n
	if fill <= 0 {
		return append(b, text...)
	}
	left := fill
	switch {
	case l.zero:
		if len(text) > 0 && text[0] == '-' {
			b = append(b, '-')
			text = text[1:]
		}
		return append(appendFill(b, "0", fill), text...)
	case l.align == '<' || l.align == 0 && isStr:
		left = 0
	case l.align == '^':
		left = fill / 2
	}
	b = append(appendFill(b, " ", left), text...)
	return appendFill(b, " ", fill-left)
}
