// utf-7 (RFC 2152): text in ASCII, with stretches of base64 between '+' and '-' for the rest.
package object

import (
	"encoding/base64"
	"strings"
	"unicode/utf16"
)

var utf7Codec = &codec{name: "utf7", module: "utf_7", encode: utf7Encode, decode: utf7Decode}

// utf7Direct are the characters that are written as they are: sets D and O of the RFC, and white space.
func utf7Direct(r rune) bool {
	return r < 0x80 && (IsAlnum(r) || strings.ContainsRune("'(),-./:? \t\n\r!\"#$%&*;<=>@[]^_`{|}", r))
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

// utf7Shift is where a decoder stands within base64: the bits that make no unit yet, and the first half of a pair.
type utf7Shift struct {
	start     int // of the '+'
	out       int // output before it
	bits      uint32
	nbits     int
	surrogate rune
}

// add takes one base64 digit and returns the output with the unit it may have completed.
func (s *utf7Shift) add(out []byte, c byte) []byte {
	s.bits = s.bits<<6 | utf7Digit(c)
	s.nbits += 6
	if s.nbits < 16 {
		return out
	}
	s.nbits -= 16
	u := rune(s.bits >> s.nbits)
	s.bits &= 1<<s.nbits - 1
	if s.surrogate != 0 {
		first := s.surrogate
		s.surrogate = 0
		if u >= 0xDC00 && u <= 0xDFFF {
			return AppendRune(out, utf16.DecodeRune(first, u))
		}
		out = AppendRune(out, first)
	}
	if u >= 0xD800 && u <= 0xDBFF {
		s.surrogate = u
		return out
	}
	return AppendRune(out, u)
}

// problem says what is wrong with base64 that ends here.
func (s *utf7Shift) problem() string {
	switch {
	case s.nbits >= 6:
		return "partial character in shift sequence"
	case s.nbits > 0 && s.bits != 0:
		return "non-zero padding bits in shift sequence"
	}
	return ""
}

func utf7Digit(c byte) uint32 {
	switch {
	case c >= 'A' && c <= 'Z':
		return uint32(c - 'A')
	case c >= 'a' && c <= 'z':
		return uint32(c-'a') + 26
	case c >= '0' && c <= '9':
		return uint32(c-'0') + 52
	case c == '+':
		return 62
	}
	return 63
}

// utf7Decode follows CPython's decoder: an error within base64 spans from its '+', what came before it stays.
func utf7Decode(d *decodeState) bool {
	var s utf7Shift
	shifted := false
	for {
		for d.pos < len(d.data) {
			c := d.data[d.pos]
			reason := ""
			start := d.pos
			switch {
			case shifted && utf7Base64(rune(c)):
				d.out = s.add(d.out, c)
				d.pos++
				continue
			case shifted:
				shifted = false
				if reason = s.problem(); reason != "" {
					start = s.start
					d.pos++
					break
				}
				if s.surrogate != 0 && c < 0x80 && c != '+' {
					d.out = AppendRune(d.out, s.surrogate)
				}
				if c == '-' {
					d.pos++
				}
				continue
			case c == '+' && d.pos+1 < len(d.data) && d.data[d.pos+1] == '-':
				d.out = append(d.out, '+')
				d.pos += 2
				continue
			case c == '+' && d.pos+1 < len(d.data) && !utf7Base64(rune(d.data[d.pos+1])):
				d.pos += 2
				reason = "ill-formed sequence"
			case c == '+':
				shifted, s = true, utf7Shift{start: d.pos, out: len(d.out)}
				d.pos++
				continue
			case c < 0x80:
				d.out = append(d.out, c)
				d.pos++
				continue
			default:
				d.pos++
				reason = "unexpected special character"
			}
			var ok bool
			if d.pos, ok = d.fail(start, d.pos, reason); !ok {
				return false
			}
		}
		if !shifted {
			return true
		}
		if !d.final {
			d.pos, d.out = s.start, d.out[:s.out]
			return true
		}
		if s.surrogate == 0 && s.problem() == "" {
			return true
		}
		shifted = false
		var ok bool
		if d.pos, ok = d.fail(s.start, len(d.data), "unterminated shift sequence"); !ok {
			return false
		}
	}
}
