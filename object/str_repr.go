// repr() and ascii() of str.
package object

import (
	"strings"
)

const hexDigits = "0123456789abcdef"

// StrRepr returns the repr of a str with the text s.
func StrRepr(s string) string { return string(AppendStrRepr(make([]byte, 0, len(s)+2), s, false)) }

// StrASCII returns what ascii() of a str with the text s gives.
func StrASCII(s string) string { return string(AppendStrRepr(make([]byte, 0, len(s)+2), s, true)) }

// AppendStrRepr appends the repr of a str with the text s; ascii escapes everything beyond ASCII.
func AppendStrRepr(b []byte, s string, ascii bool) []byte {
	quote := byte('\'')
	if strings.IndexByte(s, '\'') >= 0 && strings.IndexByte(s, '"') < 0 {
		quote = '"'
	}
	b = append(b, quote)
	for i := 0; i < len(s); {
		c := s[i]
		if c >= 0x20 && c < 0x7F {
			if c == quote || c == '\\' {
				b = append(b, '\\')
			}
			b = append(b, c)
			i++
			continue
		}
		r, n := DecodeRune(s[i:])
		if r >= 0x80 && !ascii && IsPrintable(r) {
			b = append(b, s[i:i+n]...)
		} else {
			b = appendEscape(b, r)
		}
		i += n
	}
	return append(b, quote)
}

// appendEscape appends the escape sequence of a character that is not shown.
func appendEscape(b []byte, r rune) []byte {
	switch {
	case r == '\n':
		return append(b, '\\', 'n')
	case r == '\r':
		return append(b, '\\', 'r')
	case r == '\t':
		return append(b, '\\', 't')
	case r < 0x100:
		return appendHex(append(b, '\\', 'x'), uint32(r), 2)
	case r < 0x10000:
		return appendHex(append(b, '\\', 'u'), uint32(r), 4)
	}
	return appendHex(append(b, '\\', 'U'), uint32(r), 8)
}

func appendHex(b []byte, x uint32, digits int) []byte {
	for shift := 4 * (digits - 1); shift >= 0; shift -= 4 {
		b = append(b, hexDigits[x>>shift&15])
	}
	return b
}

// ASCIIOfRepr returns ascii(v): its repr with everything beyond ASCII escaped.
func (th *Thread) ASCIIOfRepr(v Value) (string, bool) {
	s, ok := th.Repr(v)
	if !ok || isASCII(s) {
		return s, ok
	}
	var b []byte
	for i := 0; i < len(s); {
		r, n := DecodeRune(s[i:])
		if r < 0x80 {
			b = append(b, s[i])
		} else {
			b = appendEscape(b, r)
		}
		i += n
	}
	return string(b), true
}
