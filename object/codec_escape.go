// unicode_escape and raw_unicode_escape: text as Python source spells it.
package object

import (
	"strings"

	"pyasync/internal/uniname"
)

var unicodeEscapeCodec = &codec{name: "unicodeescape", module: "unicode_escape", encode: unicodeEscapeEncode, decode: unicodeEscapeDecode}
var rawUnicodeEscapeCodec = &codec{name: "rawunicodeescape", module: "raw_unicode_escape", encode: rawUnicodeEscapeEncode, decode: rawUnicodeEscapeDecode}

func unicodeEscapeEncode(e *encodeState) bool {
	for i := 0; i < len(e.text); {
		r, n := DecodeRune(e.text[i:])
		i += n
		switch {
		case r == '\\':
			e.out = append(e.out, '\\', '\\')
		case r >= 0x20 && r < 0x7F:
			e.out = append(e.out, byte(r))
		default:
			e.out = appendEscape(e.out, r)
		}
	}
	return true
}

func rawUnicodeEscapeEncode(e *encodeState) bool {
	for i := 0; i < len(e.text); {
		r, n := DecodeRune(e.text[i:])
		i += n
		if r < 0x100 {
			e.out = append(e.out, byte(r))
		} else {
			e.out = appendEscape(e.out, r)
		}
	}
	return true
}

// simpleEscapes are the one-letter escapes of string literals.
var simpleEscapes = map[byte]byte{'\\': '\\', '\'': '\'', '"': '"', 'a': 7, 'b': 8, 'f': 12, 'n': 10, 'r': 13, 't': 9, 'v': 11}

func unicodeEscapeDecode(d *decodeState) bool {
	invalid := -1 // the first escape that means nothing, or an octal one above a byte
	for d.pos < len(d.data) {
		c := d.data[d.pos]
		if c != '\\' {
			d.out = AppendRune(d.out, rune(c))
			d.pos++
			continue
		}
		if invalid < 0 && invalidEscape(d.data[d.pos:]) {
			invalid = d.pos
		}
		if !d.escape() {
			return false
		}
		if d.pos < len(d.data) && d.order == stopped {
			break
		}
	}
	return invalid < 0 || WarnEscape(d.th, d.data[invalid:])
}

// invalidEscape reports whether b begins with an escape that no literal should hold.
func invalidEscape(b []byte) bool {
	if len(b) < 2 {
		return false
	}
	c := b[1]
	switch {
	case c >= '4' && c <= '7':
		return len(b) >= 4 && b[2] >= '0' && b[2] <= '7' && b[3] >= '0' && b[3] <= '7'
	case c >= '0' && c <= '3' || c == 'x' || c == 'u' || c == 'U' || c == 'N' || c == '\n':
		return false
	}
	_, simple := simpleEscapes[c]
	return !simple
}

// WarnEscape warns of the invalid escape that b begins with; false: the warning became an exception.
func WarnEscape(th *Thread, b []byte) bool {
	if b[1] >= '4' && b[1] <= '7' {
		return th.warn(&DeprecationWarningType, "invalid octal escape sequence '"+string(b[:4])+"'")
	}
	return th.warn(&DeprecationWarningType, "invalid escape sequence '\\"+string(rune(b[1]))+"'")
}

// stopped in decodeState.order says that an incomplete escape waits for more input.
const stopped = 99

// incomplete handles an escape cut off by the end of the input.
func (d *decodeState) incomplete(end int, reason string) bool {
	if !d.final && end == len(d.data) {
		d.order = stopped
		return true
	}
	var ok bool
	d.pos, ok = d.fail(d.pos, end, reason)
	return ok
}

// escape decodes the escape sequence at d.pos.
func (d *decodeState) escape() bool {
	b, i := d.data, d.pos+1
	if i >= len(b) {
		return d.incomplete(i, "\\ at end of string")
	}
	c := b[i]
	i++
	if s, ok := simpleEscapes[c]; ok {
		d.out = append(d.out, s)
		d.pos = i
		return true
	}
	switch {
	case c == '\n':
		d.pos = i
	case c >= '0' && c <= '7':
		r := rune(c - '0')
		for n := 0; n < 2 && i < len(b) && b[i] >= '0' && b[i] <= '7'; n++ {
			r = r<<3 | rune(b[i]-'0')
			i++
		}
		d.out = AppendRune(d.out, r)
		d.pos = i
	case c == 'x':
		return d.hexEscape(i, 2, "truncated \\xXX escape")
	case c == 'u':
		return d.hexEscape(i, 4, "truncated \\uXXXX escape")
	case c == 'U':
		return d.hexEscape(i, 8, "truncated \\UXXXXXXXX escape")
	case c == 'N':
		return d.nameEscape(i)
	default:
		d.out = AppendRune(append(d.out, '\\'), rune(c))
		d.pos = i
	}
	return true
}

func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

func (d *decodeState) hexEscape(i, digits int, reason string) bool {
	r := 0
	for n := 0; n < digits; n++ {
		if i >= len(d.data) {
			return d.incomplete(i, reason)
		}
		h := hexDigit(d.data[i])
		if h < 0 {
			var ok bool
			d.pos, ok = d.fail(d.pos, i, reason)
			return ok
		}
		r = r<<4 | h
		i++
	}
	if r > 0x10FFFF {
		var ok bool
		d.pos, ok = d.fail(d.pos, i, "illegal Unicode character")
		return ok
	}
	d.out = AppendRune(d.out, rune(r))
	d.pos = i
	return true
}

func (d *decodeState) nameEscape(i int) bool {
	const malformed = "malformed \\N character escape"
	if i >= len(d.data) {
		return d.incomplete(i, malformed)
	}
	if d.data[i] != '{' {
		var ok bool
		d.pos, ok = d.fail(d.pos, i, malformed)
		return ok
	}
	n := strings.IndexByte(bytesAsString(d.data[i:]), '}')
	if n <= 1 {
		end := len(d.data)
		if n == 1 {
			end = i + 2
		} else if !d.final {
			return d.incomplete(end, malformed)
		}
		var ok bool
		d.pos, ok = d.fail(d.pos, end, malformed)
		return ok
	}
	name := string(d.data[i+1 : i+n])
	r, ok := uniname.Lookup(name)
	if !ok {
		d.pos, ok = d.fail(d.pos, i+n+1, "unknown Unicode character name")
		return ok
	}
	d.out = AppendRune(d.out, r)
	d.pos = i + n + 1
	return true
}

func rawUnicodeEscapeDecode(d *decodeState) bool {
	for d.pos < len(d.data) {
		b := d.data
		if b[d.pos] != '\\' || d.pos+1 < len(b) && b[d.pos+1] != 'u' && b[d.pos+1] != 'U' {
			d.out = AppendRune(d.out, rune(b[d.pos]))
			d.pos++
			if b[d.pos-1] == '\\' && d.pos < len(b) {
				d.out = AppendRune(d.out, rune(b[d.pos]))
				d.pos++
			}
			continue
		}
		if d.pos+1 >= len(b) {
			if !d.final {
				return true
			}
			d.out = append(d.out, '\\')
			d.pos++
			continue
		}
		ok := false
		if b[d.pos+1] == 'u' {
			ok = d.hexEscape(d.pos+2, 4, "truncated \\uXXXX escape")
		} else {
			ok = d.hexEscape(d.pos+2, 8, "truncated \\UXXXXXXXX escape")
		}
		if !ok {
			return false
		}
		if d.order == stopped {
			return true
		}
	}
	return true
}
