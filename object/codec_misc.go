// utf-7, punycode and idna: rarely used encodings of text in ASCII.
package object

import (
	"encoding/base64"
	"strings"
	"unicode/utf16"
)

var utf7Codec = &codec{name: "utf7", module: "utf_7", encode: utf7Encode, decode: utf7Decode}
var punycodeCodec = &codec{name: "punycode", module: "punycode", encode: punycodeEncode, decode: punycodeDecode}
var idnaCodec = &codec{name: "idna", module: "idna", encode: idnaEncode, decode: idnaDecode}

// utf7Direct are the characters that utf-7 writes as they are (set D and most of set O of RFC 2152).
func utf7Direct(r rune) bool {
	return r < 0x80 && (IsAlnum(r) || strings.ContainsRune("'(),-./:? \t\n\r!\"#$%&*;<=>@[]^_`{|}", r) || r == 0)
}

func utf7Base64(r rune) bool { return r < 0x80 && (IsAlnum(r) || r == '+' || r == '/') }

func utf7Encode(e *encodeState) bool {
	rs := Runes(e.text)
	for i := 0; i < len(rs); {
		r := rs[i]
		if utf7Direct(r) {
			e.out = append(e.out, byte(r))
			i++
			continue
		}
		if r == '+' {
			e.out = append(e.out, '+', '-')
			i++
			continue
		}
		var units []byte
		for ; i < len(rs) && !utf7Direct(rs[i]); i++ {
			if rs[i] >= 0x10000 {
				a, b := utf16.EncodeRune(rs[i])
				units = appendUnit16(appendUnit16(units, uint16(a), true), uint16(b), true)
			} else {
				units = appendUnit16(units, uint16(rs[i]), true)
			}
		}
		e.out = append(e.out, '+')
		e.out = base64.RawStdEncoding.AppendEncode(e.out, units)
		if i == len(rs) || utf7Base64(rs[i]) || rs[i] == '-' {
			e.out = append(e.out, '-')
		}
	}
	return true
}

func utf7Decode(d *decodeState) bool {
	for d.pos < len(d.data) {
		c := d.data[d.pos]
		if c != '+' {
			if c >= 0x80 {
				var ok bool
				if d.pos, ok = d.fail(d.pos, d.pos+1, "unexpected special character"); !ok {
					return false
				}
				continue
			}
			d.out = append(d.out, c)
			d.pos++
			continue
		}
		i := d.pos + 1
		for i < len(d.data) && utf7Base64(rune(d.data[i])) {
			i++
		}
		if i == len(d.data) && !d.final {
			return true
		}
		if i == d.pos+1 && i < len(d.data) && d.data[i] == '-' {
			d.out = append(d.out, '+')
			d.pos = i + 1
			continue
		}
		units, err := base64.RawStdEncoding.DecodeString(string(d.data[d.pos+1 : i]))
		reason := ""
		switch {
		case i == len(d.data):
			reason = "unterminated shift sequence"
		case i == d.pos+1:
			reason = "ill-formed sequence"
			i++
		case err != nil || len(units)%2 != 0:
			reason = "partial character in base64"
		}
		if reason != "" {
			var ok bool
			if d.pos, ok = d.fail(d.pos, i, reason); !ok {
				return false
			}
			continue
		}
		var us []uint16
		for j := 0; j+1 < len(units); j += 2 {
			us = append(us, unit16(units[j:], true))
		}
		for j := 0; j < len(us); j++ {
			if j+1 < len(us) && utf16.IsSurrogate(rune(us[j])) {
				if r := utf16.DecodeRune(rune(us[j]), rune(us[j+1])); r != 0xFFFD {
					d.out = AppendRune(d.out, r)
					j++
					continue
				}
			}
			d.out = AppendRune(d.out, rune(us[j]))
		}
		if d.data[i] == '-' {
			i++
		}
		d.pos = i
	}
	return true
}

// Parameters of punycode (RFC 3492).
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

// punyDecode returns the text of a punycode form; ok is false when it is malformed.
func punyDecode(s string) (out []rune, ok bool) {
	if i := strings.LastIndexByte(s, '-'); i >= 0 {
		out = Runes(s[:i])
		s = s[i+1:]
	}
	n, i, bias := punyN, 0, punyBias
	first := true
	for pos := 0; pos < len(s); {
		old, w := i, 1
		for k := punyBase; ; k += punyBase {
			if pos >= len(s) {
				return nil, false
			}
			c := s[pos] | 0x20
			d := 0
			switch {
			case c >= 'a' && c <= 'z':
				d = int(c - 'a')
			case s[pos] >= '0' && s[pos] <= '9':
				d = int(s[pos]-'0') + 26
			default:
				return nil, false
			}
			pos++
			i += d * w
			t := punyThreshold(k, bias)
			if d < t {
				break
			}
			w *= punyBase - t
			if i > 1<<40 || w > 1<<40 {
				return nil, false
			}
		}
		bias = punyAdapt(i-old, len(out)+1, first)
		first = false
		n += i / (len(out) + 1)
		i %= len(out) + 1
		if n > 0x10FFFF {
			return nil, false
		}
		out = append(out[:i], append([]rune{rune(n)}, out[i:]...)...)
		i++
	}
	return out, true
}

func punycodeEncode(e *encodeState) bool {
	e.out = punyEncode(Runes(e.text))
	return true
}

func punycodeDecode(d *decodeState) bool {
	rs, ok := punyDecode(string(d.data))
	if !ok {
		d.pos, ok = d.fail(0, len(d.data), "Invalid extended code point")
		return ok
	}
	for _, r := range rs {
		d.out = AppendRune(d.out, r)
	}
	d.pos = len(d.data)
	return true
}

// idnaDots are the separators of IDNA 2003.
var idnaDots = strings.NewReplacer("\u3002", ".", "\uFF0E", ".", "\uFF61", ".")

func idnaEncode(e *encodeState) bool {
	labels := strings.Split(idnaDots.Replace(e.text), ".")
	for i, label := range labels {
		if i > 0 {
			e.out = append(e.out, '.')
		}
		if label == "" && i < len(labels)-1 && e.text != "" {
			e.raise(0, len(e.text), "label empty")
			return false
		}
		form := label
		if !isASCII(label) {
			lower := NormalizeNFKC(strText(mapRunes(label, func(b []byte, i, n int, r rune) []byte { return appendFold(b, r) })))
			form = "xn--" + string(punyEncode(Runes(lower)))
			if isASCII(lower) {
				form = lower
			}
		}
		if len(form) > 63 {
			e.raise(0, len(e.text), "label too long")
			return false
		}
		e.out = append(e.out, form...)
	}
	return true
}

func idnaDecode(d *decodeState) bool {
	for i, label := range strings.Split(string(d.data), ".") {
		if i > 0 {
			d.out = append(d.out, '.')
		}
		if len(label) > 4 && strings.EqualFold(label[:4], "xn--") {
			rs, ok := punyDecode(label[4:])
			if !ok {
				d.pos, ok = d.fail(0, len(d.data), "Invalid extended code point")
				return ok
			}
			for _, r := range rs {
				d.out = AppendRune(d.out, r)
			}
			continue
		}
		if !isASCII(label) {
			at := 0
			for d.data[at] < 0x80 {
				at++
			}
			_, ok := d.fail(at, at+1, "ordinal not in range(128)")
			return ok
		}
		d.out = append(d.out, label...)
	}
	d.pos = len(d.data)
	return true
}
