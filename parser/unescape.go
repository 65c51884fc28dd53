// Escape sequences of string and bytes literals.

package parser

import (
	"fmt"
	"strings"

	"pyasync/internal/uniname"
)

// escapeError is a malformed escape: where in the literal's text, and CPython's codec message.
type escapeError struct{ msg string }

// simpleEscapes maps the character after a backslash to what both stand for.
var simpleEscapes = [128]byte{'\\': '\\', '\'': '\'', '"': '"', 'a': 7, 'b': 8, 'f': 12, 'n': 10, 'r': 13, 't': 9, 'v': 11}

// unescape replaces the escapes in s. Unknown ones stay as they are; the lexer has warned of them.
func unescape(s string, bytes bool) (string, *escapeError) {
	u := unescaper{src: s, bytes: bytes, out: make([]byte, 0, len(s))}
	for u.i < len(s) {
		n := strings.IndexByte(s[u.i:], '\\')
		if n < 0 {
			n = len(s) - u.i
		}
		u.out = append(u.out, s[u.i:u.i+n]...)
		if u.i += n; u.i < len(s) {
			if err := u.escape(); err != nil {
				return "", err
			}
		}
	}
	return string(u.out), nil
}

type unescaper struct {
	src   string
	i     int // offset of the backslash
	bytes bool
	out   []byte
}

// escape handles the sequence at u.i and moves behind it.
func (u *unescaper) escape() *escapeError {
	if u.i+1 >= len(u.src) { // before a brace of an f-string
		u.out = append(u.out, '\\')
		u.i++
		return nil
	}
	c := u.src[u.i+1]
	switch {
	case c == '\n':
		u.i += 2
	case c < 0x80 && simpleEscapes[c] != 0:
		u.out = append(u.out, simpleEscapes[c])
		u.i += 2
	case c >= '0' && c <= '7':
		u.octal()
	case c == 'x':
		return u.hex(2, `truncated \xXX escape`)
	case c == 'u' && !u.bytes:
		return u.hex(4, `truncated \uXXXX escape`)
	case c == 'U' && !u.bytes:
		return u.hex(8, `truncated \UXXXXXXXX escape`)
	case c == 'N' && !u.bytes:
		return u.named()
	default:
		u.out = append(u.out, '\\')
		u.i++
	}
	return nil
}

func (u *unescaper) put(r rune) {
	if u.bytes {
		u.out = append(u.out, byte(r))
	} else {
		u.out = appendRune(u.out, r)
	}
}

// appendRune appends UTF-8, and a lone surrogate as the three bytes UTF-8 would have for it.
func appendRune(b []byte, r rune) []byte {
	if r >= 0xD800 && r <= 0xDFFF {
		return append(b, 0xE0|byte(r>>12), 0x80|byte(r>>6)&0x3F, 0x80|byte(r)&0x3F)
	}
	return append(b, string(r)...)
}

func (u *unescaper) octal() {
	var r rune
	j := u.i + 1
	for ; j < len(u.src) && j < u.i+4 && u.src[j] >= '0' && u.src[j] <= '7'; j++ {
		r = r<<3 | rune(u.src[j]-'0')
	}
	u.put(r)
	u.i = j
}

func (u *unescaper) hex(width int, msg string) *escapeError {
	var r rune
	n := 0
	for ; n < width && u.i+2+n < len(u.src); n++ {
		d := strings.IndexByte("0123456789abcdef", u.src[u.i+2+n]|0x20)
		if c := u.src[u.i+2+n]; d < 0 || d < 10 && c < '0' {
			break
		}
		r = r<<4 | rune(d)
	}
	switch {
	case n < width && u.bytes:
		return &escapeError{fmt.Sprintf("(value error) invalid \\x escape at position %d", u.i)}
	case n < width:
		return u.codecError(u.i+1+n, msg)
	case uint32(r) > 0x10ffff:
		return u.codecError(u.i+1+n, "illegal Unicode character")
	}
	u.put(r)
	u.i += 2 + width
	return nil
}

func (u *unescaper) named() *escapeError {
	rest := u.src[u.i+2:]
	end := strings.IndexByte(rest, '}')
	if rest == "" || rest[0] != '{' {
		return u.codecError(u.i+1, `malformed \N character escape`)
	}
	if end < 2 {
		last := len(u.src) - 1
		if end == 1 {
			last = u.i + 2
		}
		return u.codecError(last, `malformed \N character escape`)
	}
	r, ok := uniname.Lookup(rest[1:end])
	if !ok {
		return u.codecError(u.i+2+end, "unknown Unicode character name")
	}
	u.put(r)
	u.i += 2 + end + 1
	return nil
}

// codecError words an error from the backslash to the byte at last. The positions count bytes of the text CPython
// hands to its codec, where every non-ASCII character has become \UXXXXXXXX.
func (u *unescaper) codecError(last int, reason string) *escapeError {
	first := codecOffset(u.src[:u.i])
	last = first + codecOffset(u.src[u.i:last+1]) - 1
	span := fmt.Sprintf("position %d-%d", first, last)
	if first == last {
		span = fmt.Sprintf("position %d", first)
		return &escapeError{fmt.Sprintf("(unicode error) 'unicodeescape' codec can't decode byte 0x5c in %s: %s", span, reason)}
	}
	return &escapeError{fmt.Sprintf("(unicode error) 'unicodeescape' codec can't decode bytes in %s: %s", span, reason)}
}

func codecOffset(s string) int {
	n := 0
	for _, r := range s {
		if r < 0x80 {
			n++
		} else {
			n += 10
		}
	}
	return n
}
