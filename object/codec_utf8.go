// utf-8 and utf-8-sig. Text is UTF-8 already: only surrogates need attention when encoding, only errors when decoding.
package object

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

var utf8Codec = &codec{name: "utf-8", module: "utf_8", encode: utf8Encode, decode: utf8Decode, ascii: true}
var utf8SigCodec = &codec{name: "utf-8", module: "utf_8_sig", encode: utf8SigEncode, decode: utf8SigDecode}

// indexSurrogate returns the offset of the first surrogate at or after i, or len(s).
func indexSurrogate(s string, i int) int {
	for i < len(s) {
		j := strings.IndexByte(s[i:], 0xED)
		if j < 0 {
			return len(s)
		}
		i += j
		if s[i+1] >= 0xA0 {
			return i
		}
		i += 3
	}
	return len(s)
}

func utf8Encode(e *encodeState) bool {
	i := indexSurrogate(e.text, 0)
	if i == len(e.text) {
		if e.out == nil {
			e.out = stringAsBytes(e.text)
		} else {
			e.out = append(e.out, e.text...)
		}
		return true
	}
	start := 0
	for {
		e.out = append(e.out, e.text[start:i]...)
		if i >= len(e.text) {
			return true
		}
		j := i
		for j < len(e.text) && e.text[j] == 0xED && e.text[j+1] >= 0xA0 {
			j += 3
		}
		var ok bool
		if start, ok = e.fail(i, j, "surrogates not allowed"); !ok {
			return false
		}
		i = indexSurrogate(e.text, start)
	}
}

func utf8Decode(d *decodeState) bool {
	if utf8.Valid(d.data) {
		d.out, d.pos = append(d.out, d.data...), len(d.data)
		return true
	}
	for d.pos < len(d.data) {
		n := validPrefix(d.data[d.pos:])
		d.out = append(d.out, d.data[d.pos:d.pos+n]...)
		d.pos += n
		if d.pos >= len(d.data) {
			break
		}
		size, reason := utf8Problem(d.data[d.pos:])
		if !d.final && (reason == "unexpected end of data" || startsSurrogate(d.data[d.pos:])) {
			break
		}
		var ok bool
		if d.pos, ok = d.fail(d.pos, d.pos+size, reason); !ok {
			return false
		}
	}
	return true
}

// startsSurrogate reports whether b may become the form of a surrogate, which surrogatepass would accept.
func startsSurrogate(b []byte) bool {
	return b[0] == 0xED && (len(b) == 1 || len(b) == 2 && b[1] >= 0xA0 && b[1] <= 0xBF)
}

// validPrefix returns the length of the longest valid UTF-8 prefix.
func validPrefix(b []byte) int {
	i := 0
	for i < len(b) {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		i += n
	}
	return i
}

// utf8Problem says what is wrong at the start of b, and how many bytes are at fault.
func utf8Problem(b []byte) (size int, reason string) {
	lo, hi, need := byte(0x80), byte(0xBF), 0
	switch c := b[0]; {
	case c < 0xC2 || c > 0xF4:
		return 1, "invalid start byte"
	case c < 0xE0:
		need = 1
	case c < 0xF0:
		need = 2
		switch c {
		case 0xE0:
			lo = 0xA0
		case 0xED:
			hi = 0x9F
		}
	default:
		need = 3
		switch c {
		case 0xF0:
			lo = 0x90
		case 0xF4:
			hi = 0x8F
		}
	}
	for i := 1; i <= need; i++ {
		if i >= len(b) {
			return len(b), "unexpected end of data"
		}
		if b[i] < lo || b[i] > hi {
			return i, "invalid continuation byte"
		}
		lo, hi = 0x80, 0xBF
	}
	return 1, "invalid continuation byte"
}

var utf8Mark = []byte("\xEF\xBB\xBF")

func utf8SigEncode(e *encodeState) bool {
	e.out = append(e.out, utf8Mark...)
	return utf8Encode(e)
}

func utf8SigDecode(d *decodeState) bool {
	if !d.final && len(d.data) < 3 && bytes.HasPrefix(utf8Mark, d.data) {
		return true
	}
	if bytes.HasPrefix(d.data, utf8Mark) {
		// Positions in errors count from behind the mark, as in CPython.
		d.data = d.data[3:]
		ok := utf8Decode(d)
		d.pos += 3
		return ok
	}
	return utf8Decode(d)
}
