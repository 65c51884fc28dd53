// utf-16 and utf-32, in both byte orders, with and without a byte order mark.
package object

import (
	"encoding/binary"
	"strings"
)

var wideCodecs = []*codec{
	{name: "utf-16", module: "utf_16", encode: wideEncode, decode: utf16Decode},
	{name: "utf-16-le", module: "utf_16_le", encode: wideEncode, decode: utf16Decode},
	{name: "utf-16-be", module: "utf_16_be", encode: wideEncode, decode: utf16Decode},
	{name: "utf-32", module: "utf_32", encode: wideEncode, decode: utf32Decode},
	{name: "utf-32-le", module: "utf_32_le", encode: wideEncode, decode: utf32Decode},
	{name: "utf-32-be", module: "utf_32_be", encode: wideEncode, decode: utf32Decode},
}

// unitSize returns the bytes of a code unit.
func unitSize(c *codec) int {
	switch {
	case strings.HasPrefix(c.module, "utf_16"):
		return 2
	case strings.HasPrefix(c.module, "utf_32"):
		return 4
	}
	return 1
}

func isBigEndian(c *codec) bool { return strings.HasSuffix(c.module, "_be") }
func hasMark(c *codec) bool     { return c.module == "utf_16" || c.module == "utf_32" }

func appendUnit16(b []byte, u uint16, big bool) []byte {
	if big {
		return binary.BigEndian.AppendUint16(b, u)
	}
	return binary.LittleEndian.AppendUint16(b, u)
}

func appendUnit32(b []byte, u uint32, big bool) []byte {
	if big {
		return binary.BigEndian.AppendUint32(b, u)
	}
	return binary.LittleEndian.AppendUint32(b, u)
}

func unit16(b []byte, big bool) uint16 {
	if big {
		return binary.BigEndian.Uint16(b)
	}
	return binary.LittleEndian.Uint16(b)
}

func unit32(b []byte, big bool) uint32 {
	if big {
		return binary.BigEndian.Uint32(b)
	}
	return binary.LittleEndian.Uint32(b)
}

func wideEncode(e *encodeState) bool {
	big, size := isBigEndian(e.codec), unitSize(e.codec)
	if hasMark(e.codec) {
		if size == 2 {
			e.out = appendUnit16(e.out, 0xFEFF, big)
		} else {
			e.out = appendUnit32(e.out, 0xFEFF, big)
		}
	}
	for i := 0; i < len(e.text); {
		r, n := DecodeRune(e.text[i:])
		switch {
		case r >= 0xD800 && r <= 0xDFFF:
			j := i
			for j < len(e.text) && e.text[j] == 0xED && e.text[j+1] >= 0xA0 {
				j += 3
			}
			if size == 2 || size == 4 {
				j = i + 3
			}
			var ok bool
			if i, ok = e.fail(i, j, "surrogates not allowed"); !ok {
				return false
			}
			continue
		case size == 4:
			e.out = appendUnit32(e.out, uint32(r), big)
		case r >= 0x10000:
			e.out = appendUnit16(e.out, uint16(0xD800+(r-0x10000)>>10), big)
			e.out = appendUnit16(e.out, uint16(0xDC00+(r-0x10000)&0x3FF), big)
		default:
			e.out = appendUnit16(e.out, uint16(r), big)
		}
		i += n
	}
	return true
}

// bigEndian is the byte order in force: the codec's, or what the mark said (order: -1 little, 1 big).
func (d *decodeState) bigEndian() bool { return isBigEndian(d.codec) || d.order > 0 }

// codecName is the codec's name in errors: of utf-16 and utf-32 that of the byte order in force.
func (d *decodeState) codecName() string {
	if !hasMark(d.codec) {
		return d.codec.name
	}
	if d.bigEndian() {
		return d.codec.name + "-be"
	}
	return d.codec.name + "-le"
}

// readMark takes a byte order mark off the input of utf-16 and utf-32.
func (d *decodeState) readMark(size int) {
	if !hasMark(d.codec) || d.order != 0 || len(d.data) < size {
		return
	}
	for _, big := range []bool{false, true} {
		u := uint32(0)
		if size == 2 {
			u = uint32(unit16(d.data, big))
		} else {
			u = unit32(d.data, big)
		}
		if u == 0xFEFF {
			d.pos = size
			d.order = -1
			if big {
				d.order = 1
			}
		}
	}
}

func utf16Decode(d *decodeState) bool {
	d.readMark(2)
	for d.pos < len(d.data) {
		big := d.bigEndian()
		b := d.data[d.pos:]
		size, reason := len(b), ""
		switch {
		case len(b) < 2:
			reason = "truncated data"
		default:
			u := unit16(b, big)
			size = 2
			switch {
			case u < 0xD800 || u > 0xDFFF:
				d.out = AppendRune(d.out, rune(u))
			case u >= 0xDC00:
				reason = "illegal encoding"
			case len(b) < 4:
				size, reason = len(b), "unexpected end of data"
			default:
				v := unit16(b[2:], big)
				if v < 0xDC00 || v > 0xDFFF {
					reason = "illegal UTF-16 surrogate"
				} else {
					size = 4
					d.out = AppendRune(d.out, 0x10000+rune(u-0xD800)<<10+rune(v-0xDC00))
				}
			}
		}
		if !d.advance(size, reason) {
			return false
		}
		if reason != "" && !d.final && size == len(b) && reason != "illegal encoding" && reason != "illegal UTF-16 surrogate" {
			return true
		}
	}
	return true
}

// advance consumes size bytes, through the error handler when there is a reason; an incomplete sequence stays when
// more input may follow.
func (d *decodeState) advance(size int, reason string) bool {
	if reason == "" {
		d.pos += size
		return true
	}
	if !d.final && (reason == "truncated data" || reason == "unexpected end of data") {
		return true
	}
	var ok bool
	d.pos, ok = d.fail(d.pos, d.pos+size, reason)
	return ok
}

func utf32Decode(d *decodeState) bool {
	d.readMark(4)
	for d.pos < len(d.data) {
		b := d.data[d.pos:]
		size, reason := 4, ""
		if len(b) < 4 {
			size, reason = len(b), "truncated data"
		} else {
			switch u := unit32(b, d.bigEndian()); {
			case u >= 0xD800 && u <= 0xDFFF:
				reason = "code point in surrogate code point range(0xd800, 0xe000)"
			case u > 0x10FFFF:
				reason = "code point not in range(0x110000)"
			default:
				d.out = AppendRune(d.out, rune(u))
			}
		}
		if !d.advance(size, reason) {
			return false
		}
		if reason == "truncated data" && !d.final {
			return true
		}
	}
	return true
}
