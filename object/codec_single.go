// Encodings of one byte a character: ascii, latin-1, and those given by a table.
package object

var asciiCodec = &codec{name: "ascii", module: "ascii", ascii: true,
	encode: func(e *encodeState) bool { return narrowEncode(e, 0x80, "ordinal not in range(128)") },
	decode: func(d *decodeState) bool {
		for d.pos < len(d.data) {
			i := d.pos
			for i < len(d.data) && d.data[i] < 0x80 {
				i++
			}
			d.out = append(d.out, d.data[d.pos:i]...)
			d.pos = i
			if i < len(d.data) {
				var ok bool
				if d.pos, ok = d.fail(i, i+1, "ordinal not in range(128)"); !ok {
					return false
				}
			}
		}
		return true
	}}

var latin1Codec = &codec{name: "latin-1", module: "iso8859_1", ascii: true,
	encode: func(e *encodeState) bool { return narrowEncode(e, 0x100, "ordinal not in range(256)") },
	decode: func(d *decodeState) bool {
		d.out = make([]byte, 0, len(d.data)+len(d.data)/4)
		for _, c := range d.data {
			d.out = AppendRune(d.out, rune(c))
		}
		d.pos = len(d.data)
		return true
	}}

// narrowEncode writes code points below limit as bytes.
func narrowEncode(e *encodeState, limit rune, reason string) bool {
	if e.out == nil {
		e.out = make([]byte, 0, len(e.text))
	}
	for i := 0; i < len(e.text); {
		r, n := DecodeRune(e.text[i:])
		if r < limit {
			e.out = append(e.out, byte(r))
			i += n
			continue
		}
		j := i
		for j < len(e.text) && r >= limit {
			j += n
			if j < len(e.text) {
				r, n = DecodeRune(e.text[j:])
			}
		}
		var ok bool
		if i, ok = e.fail(i, j, reason); !ok {
			return false
		}
	}
	return true
}

// newCharmapCodec makes a codec from its table: 256 characters, or the upper 128 of a superset of ASCII.
func newCharmapCodec(name, table string) *codec {
	chars := Runes(table)
	ascii := len(chars) == 128
	if ascii {
		low := make([]rune, 128, 256)
		for i := range low {
			low[i] = rune(i)
		}
		chars = append(low, chars...)
	}
	bytesOf := make(map[rune]byte, 256)
	for i := len(chars) - 1; i >= 0; i-- {
		if chars[i] != 0xFFFE {
			bytesOf[chars[i]] = byte(i)
		}
	}
	c := &codec{name: "charmap", module: name, ascii: ascii, table: chars}
	c.encode = func(e *encodeState) bool { return charmapEncode(e, bytesOf) }
	c.decode = func(d *decodeState) bool { return charmapDecode(d, chars) }
	return c
}

func charmapEncode(e *encodeState, table map[rune]byte) bool {
	for i := 0; i < len(e.text); {
		r, n := DecodeRune(e.text[i:])
		if c, ok := table[r]; ok {
			e.out = append(e.out, c)
			i += n
			continue
		}
		j := i + n
		for j < len(e.text) {
			r, n := DecodeRune(e.text[j:])
			if _, ok := table[r]; ok {
				break
			}
			j += n
		}
		var ok bool
		if i, ok = e.fail(i, j, "character maps to <undefined>"); !ok {
			return false
		}
	}
	return true
}

func charmapDecode(d *decodeState, chars []rune) bool {
	for d.pos < len(d.data) {
		if r := chars[d.data[d.pos]]; r != 0xFFFE {
			d.out = AppendRune(d.out, r)
			d.pos++
			continue
		}
		var ok bool
		if d.pos, ok = d.fail(d.pos, d.pos+1, "character maps to <undefined>"); !ok {
			return false
		}
	}
	return true
}
