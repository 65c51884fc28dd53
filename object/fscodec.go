// File names: bytes to the system, text with surrogate escapes to Python.
package object

import "unicode/utf8"

// FSEncode turns a str's text into the bytes of a file name: the surrogates U+DC80 to U+DCFF stand for single bytes.
func FSEncode(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	b := make([]byte, 0, len(s))
	for len(s) > 0 {
		r, n := DecodeRune(s)
		if r >= 0xDC80 && r <= 0xDCFF && n == 3 {
			b = append(b, byte(r))
		} else {
			b = append(b, s[:n]...)
		}
		s = s[n:]
	}
	return string(b)
}

// FSDecode turns the bytes of a file name into text.
func FSDecode(name string) string {
	if utf8.ValidString(name) {
		return name
	}
	b := make([]byte, 0, len(name)+8)
	for len(name) > 0 {
		r, n := utf8.DecodeRuneInString(name)
		if r == utf8.RuneError && n == 1 {
			b = AppendRune(b, 0xDC00|rune(name[0]))
		} else {
			b = append(b, name[:n]...)
		}
		name = name[n:]
	}
	return string(b)
}
