// FormatSpec, the format mini-language [[fill]align][sign][z][#][0][width][grouping][.precision][type]: parsing, the
// checks every type shares, padding, and the formatting of str.
package object

import (
	"strings"
	"unicode/utf8"
)

// FormatSpec is a parsed format specification.
type FormatSpec struct {
	Fill      rune
	Align     byte // < > = ^
	Sign      byte // + - or blank; 0: not given
	NoNegZero bool // z
	Alternate bool // #
	Width     int  // -1: not given
	Grouping  byte // , or _; 0: none
	Precision int  // -1: not given
	Type      rune // 0: not given

	alignGiven bool
}

// ParseFormatSpec parses a specification for a value of type typeName; align and kind are the defaults.
func (th *Thread) ParseFormatSpec(spec, typeName string, kind rune, align byte) (f FormatSpec, ok bool) {
	f = FormatSpec{Fill: ' ', Align: align, Width: -1, Precision: -1, Type: kind}
	s, fillGiven := f.takeAlign(spec)
	take := func(c byte) bool {
		if s != "" && s[0] == c {
			s = s[1:]
			return true
		}
		return false
	}
	if s != "" && strings.IndexByte("+- ", s[0]) >= 0 {
		f.Sign = s[0]
		s = s[1:]
	}
	f.NoNegZero = take('z')
	f.Alternate = take('#')
	if !fillGiven && take('0') {
		f.Fill = '0'
		if !f.alignGiven && align == '>' {
			f.Align = '='
		}
	}
	if f.Width, s, ok = th.takeNumber(s); !ok {
		return f, false
	}
	if take(',') {
		f.Grouping = ','
	}
	if s != "" && (s[0] == '_' && f.Grouping != 0 || s[0] == '_' && strings.HasPrefix(s[1:], ",")) {
		th.ValueError("Cannot specify both ',' and '_'.")
		return f, false
	}
	if take('_') {
		f.Grouping = '_'
	}
	if take('.') {
		if f.Precision, s, ok = th.takeNumber(s); !ok {
			return f, false
		}
		if f.Precision < 0 {
			th.ValueError("Format specifier missing precision")
			return f, false
		}
	}
	if s != "" {
		r, n := DecodeRune(s)
		if n != len(s) {
			th.ValueError("Invalid format specifier '%s' for object of type '%s'", spec, typeName)
			return f, false
		}
		f.Type = r
	}
	return f, f.checkGrouping(th)
}

func isAlign(c byte) bool { return c == '<' || c == '>' || c == '=' || c == '^' }

func (f *FormatSpec) takeAlign(s string) (rest string, fillGiven bool) {
	if s == "" {
		return s, false
	}
	if r, n := DecodeRune(s); n < len(s) && isAlign(s[n]) {
		f.Fill, f.Align, f.alignGiven = r, s[n], true
		return s[n+1:], true
	}
	if isAlign(s[0]) {
		f.Align, f.alignGiven = s[0], true
		return s[1:], false
	}
	return s, false
}

// takeNumber reads decimal digits; n is -1 when there are none.
func (th *Thread) takeNumber(s string) (n int, rest string, ok bool) {
	n = -1
	for s != "" {
		r, size := DecodeRune(s)
		d := decimalValue(r)
		if d < 0 {
			break
		}
		if n < 0 {
			n = 0
		}
		if n > (1<<63-1-d)/10 {
			th.ValueError("Too many decimal digits in format string")
			return 0, s, false
		}
		n = n*10 + d
		s = s[size:]
	}
	return n, s, true
}

// checkGrouping refuses a separator with types that have no thousands.
func (f *FormatSpec) checkGrouping(th *Thread) bool {
	if f.Grouping == 0 {
		return true
	}
	switch f.Type {
	case 'd', 'e', 'f', 'g', 'E', 'G', '%', 'F', 0:
		return true
	case 'b', 'o', 'x', 'X':
		if f.Grouping == '_' {
			return true
		}
	}
	if f.Type > 32 && f.Type < 128 {
		th.ValueError("Cannot specify '%c' with '%c'.", f.Grouping, f.Type)
	} else {
		th.ValueError("Cannot specify '%c' with '\\x%x'.", f.Grouping, f.Type)
	}
	return false
}

// unknownFormat raises the error for a type code that typeName does not have.
func (th *Thread) unknownFormat(code rune, typeName string) (string, bool) {
	if code > 32 && code < 128 {
		th.ValueError("Unknown format code '%c' for object of type '%s'", code, typeName)
	} else {
		th.ValueError("Unknown format code '\\x%x' for object of type '%s'", code, typeName)
	}
	return "", false
}

// pad fills s, of n characters, up to the width.
func (f *FormatSpec) pad(th *Thread, s string, n int) (string, bool) {
	missing := f.Width - n
	if missing <= 0 {
		return s, true
	}
	if !th.checkRepeat(utf8.UTFMax, missing) {
		return "", false
	}
	left := 0
	switch f.Align {
	case '>', '=':
		left = missing
	case '^':
		left = missing / 2
	}
	fill := string(AppendRune(nil, f.Fill))
	var b strings.Builder
	b.Grow(len(s) + missing*len(fill))
	for range left {
		b.WriteString(fill)
	}
	b.WriteString(s)
	for range missing - left {
		b.WriteString(fill)
	}
	return b.String(), true
}

// FormatStr returns format(s, spec) of an exact str.
func (th *Thread) FormatStr(s *Str, spec string) (string, bool) {
	if spec == "" {
		return s.s, true
	}
	return th.formatStr(s, spec, "str")
}

func (th *Thread) formatStr(s *Str, spec, typeName string) (string, bool) {
	f, ok := th.ParseFormatSpec(spec, typeName, 's', '<')
	if !ok {
		return "", false
	}
	if f.Type != 's' {
		return th.unknownFormat(f.Type, typeName)
	}
	msg := ""
	switch {
	case f.Sign == ' ':
		msg = "Space not allowed in string format specifier"
	case f.Sign != 0:
		msg = "Sign not allowed in string format specifier"
	case f.NoNegZero:
		msg = "Negative zero coercion (z) not allowed in string format specifier"
	case f.Alternate:
		msg = "Alternate form (#) not allowed in string format specifier"
	case f.Align == '=':
		msg = "'=' alignment not allowed in string format specifier"
	}
	if msg != "" {
		th.Raise(&ValueErrorType, msg)
		return "", false
	}
	text, n := s.s, s.Len()
	if f.Precision >= 0 && f.Precision < n {
		text, n = s.Slice(0, f.Precision), f.Precision
	}
	return f.pad(th, text, n)
}
