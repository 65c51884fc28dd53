// punycode (RFC 3492): text as ASCII letters, digits and '-', as in internationalised host names.
package object

import (
	"bytes"
	"fmt"
)

var punycodeCodec = &codec{name: "punycode", module: "punycode", encode: punycodeEncode, decode: punycodeDecode}

// Parameters of punycode.
const (
	punyBase, punyTMin, punyTMax, punySkew, punyDamp = 36, 1, 26, 38, 700
	punyBias, punyN                                  = 72, 128
)

func punyAdapt(delta, n int, first bool) int {
	if first {
		delta /= punyDamp
	} else {
		delta /= 2
	}
	delta += delta / n
	k := 0
	for delta > (punyBase-punyTMin)*punyTMax/2 {
		delta /= punyBase - punyTMin
		k += punyBase
	}
	return k + (punyBase-punyTMin+1)*delta/(delta+punySkew)
}

func punyThreshold(k, bias int) int { return min(max(k-bias, punyTMin), punyTMax) }

// punyEncode returns the punycode form of the text.
func punyEncode(rs []rune) []byte {
	var out []byte
	for _, r := range rs {
		if r < 0x80 {
			out = append(out, byte(r))
		}
	}
	basic := len(out)
	if basic > 0 {
		out = append(out, '-')
	}
	n, delta, bias, done := rune(punyN), 0, punyBias, basic
	for done < len(rs) {
		m := rune(0x7FFFFFFF)
		for _, r := range rs {
			if r >= n && r < m {
				m = r
			}
		}
		delta += int(m-n) * (done + 1)
		n = m
		for _, r := range rs {
			if r < n {
				delta++
			}
			if r != n {
				continue
			}
			q := delta
			for k := punyBase; ; k += punyBase {
				t := punyThreshold(k, bias)
				if q < t {
					break
				}
				out = append(out, punyDigit(t+(q-t)%(punyBase-t)))
				q = (q - t) / (punyBase - t)
			}
			out = append(out, punyDigit(q))
			bias = punyAdapt(delta, done+1, done == basic)
			delta = 0
			done++
		}
		delta++
		n++
	}
	return out
}

func punyDigit(d int) byte {
	if d < 26 {
		return byte('a' + d)
	}
	return byte('0' + d - 26)
}

func punyDigitValue(c byte) int {
	switch {
	case c >= 'a' && c <= 'z':
		return int(c - 'a')
	case c >= 'A' && c <= 'Z':
		return int(c - 'A')
	case c >= '0' && c <= '9':
		return int(c-'0') + 26
	}
	return -1
}

func punycodeEncode(e *encodeState) bool {
	e.out = punyEncode(Runes(e.text))
	return true
}

// punycodeDecode knows only the handlers strict, replace and ignore. Behind the first bad digit nothing can be
// understood: with the other two the text ends there.
func punycodeDecode(d *decodeState) bool {
	switch d.errors {
	case "strict", "replace", "ignore":
	default:
		d.th.Raisef(&UnicodeErrorType, "Unsupported error handling: %s", d.errors)
		return false
	}
	cut := bytes.LastIndexByte(d.data, '-')
	text, ok := d.punyBasic(max(cut, 0))
	if !ok {
		return false
	}
	text, at, reason := punyInsert(text, d.data, cut+1, d.errors == "strict")
	if reason != "" {
		return d.punyFail("punycode", at, reason)
	}
	for _, r := range text {
		d.out = AppendRune(d.out, r)
	}
	d.pos = len(d.data)
	return true
}

// punyBasic reads the ASCII characters in front.
func (d *decodeState) punyBasic(end int) (text []rune, ok bool) {
	for i, c := range d.data[:end] {
		switch {
		case c < 0x80:
			text = append(text, rune(c))
		case d.errors == "strict":
			return nil, d.punyFail("ascii", i, "ordinal not in range(128)")
		case d.errors == "replace":
			text = append(text, 0xFFFD)
		}
	}
	return text, true
}

func (d *decodeState) punyFail(encoding string, at int, reason string) bool {
	if exc := d.th.decodeError(encoding, d.object(), at, at+1, reason); exc.H != nil {
		d.th.RaiseValue(exc)
	}
	return false
}

// punyInsert puts the characters that the digits from i on stand for into the text. A reason is given only if strict.
func punyInsert(text []rune, data []byte, i int, strict bool) (result []rune, at int, reason string) {
	start, char, pos, bias := i, punyN, -1, punyBias
	for i < len(data) {
		delta, next, reason := punyNumber(data, i, bias)
		if reason != "" {
			if strict {
				return nil, next, reason
			}
			return text, 0, ""
		}
		pos += delta + 1
		char += pos / (len(text) + 1)
		if char > 0x10FFFF {
			if strict {
				return nil, start + pos - 1, fmt.Sprintf("Invalid character U+%x", char)
			}
			char = '?'
		}
		pos %= len(text) + 1
		text = append(text, 0)
		copy(text[pos+1:], text[pos:])
		text[pos] = rune(char)
		bias = punyAdapt(delta, len(text), i == start)
		i = next
	}
	return text, 0, ""
}

// punyNumber reads a generalised variable-length integer; with a reason, next is where the fault is. Numbers too
// large for any character stop growing.
func punyNumber(data []byte, i, bias int) (n, next int, reason string) {
	w := 1
	for k := punyBase; ; k += punyBase {
		if i >= len(data) {
			return 0, i, "incomplete punycode string"
		}
		digit := punyDigitValue(data[i])
		if digit < 0 {
			c := data[i]
			if c >= 'a' && c <= 'z' {
				c -= 'a' - 'A'
			}
			return 0, i, fmt.Sprintf("Invalid extended code point '%d'", c)
		}
		i++
		t := punyThreshold(k, bias)
		n = min(n+digit*w, 1<<40)
		if digit < t {
			return n, i, ""
		}
		w = min(w*(punyBase-t), 1<<40/punyBase)
	}
}
