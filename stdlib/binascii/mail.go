// The encodings of mail: uuencode and quoted-printable.
package binascii

import (
	"bytes"

	"pyasync/object"
)

func b2aUU(th *thread, _ value, a []value) value {
	data, ok := object.BytesLike(th, a[0])
	if !ok {
		return value{}
	}
	backtick, ok := flag(th, a[1], false)
	if !ok {
		return value{}
	}
	if len(data) > 45 {
		return th.Raise(&ErrorType, "At most 45 bytes at once")
	}
	char := func(n byte) byte {
		if n == 0 && backtick {
			return '`'
		}
		return n + ' '
	}
	out := []byte{char(byte(len(data)))}
	for i := 0; i < len(data); i += 3 {
		var g [3]byte
		copy(g[:], data[i:])
		out = append(out, char(g[0]>>2), char(g[0]&3<<4|g[1]>>4), char(g[1]&15<<2|g[2]>>6), char(g[2]&63))
	}
	return object.BytesValue(append(out, '\n'))
}

func a2bUU(th *thread, _, v value) value {
	data, ok := asciiData(th, v)
	if !ok {
		return value{}
	}
	if len(data) == 0 {
		return object.BytesValue(nil)
	}
	n := int(data[0]-' ') & 63
	data = data[1:]
	out := make([]byte, 0, n)
	var acc, nbits uint
	for len(out) < n {
		c := byte(0)
		if len(data) > 0 {
			c = data[0]
			data = data[1:]
		}
		switch {
		case c == '\n' || c == '\r' || c == 0:
			c = 0
		case c < ' ' || c > ' '+64:
			return th.Raise(&ErrorType, "Illegal char")
		default:
			c = (c - ' ') & 63
		}
		acc = acc<<6 | uint(c)
		if nbits += 6; nbits >= 8 {
			nbits -= 8
			out = append(out, byte(acc>>nbits))
			acc &= 1<<nbits - 1
		}
	}
	for _, c := range data {
		if c != ' ' && c != ' '+64 && c != '\n' && c != '\r' {
			return th.Raise(&ErrorType, "Trailing garbage")
		}
	}
	return object.BytesValue(out)
}

const maxQPLine = 76

func b2aQP(th *thread, _ value, a []value) value {
	data, ok := object.BytesLike(th, a[0])
	if !ok {
		return value{}
	}
	quoteTabs, ok := flag(th, a[1], false)
	if !ok {
		return value{}
	}
	isText, ok := flag(th, a[2], true)
	if !ok {
		return value{}
	}
	header, ok := flag(th, a[3], false)
	if !ok {
		return value{}
	}
	crlf := false
	if i := bytes.IndexByte(data, '\n'); i > 0 && data[i-1] == '\r' {
		crlf = true
	}
	eol := []byte("\n")
	if crlf {
		eol = []byte("\r\n")
	}
	var out []byte
	line := 0
	at := func(i int) byte {
		if i < len(data) {
			return data[i]
		}
		return 0
	}
	const hexDigits = "0123456789ABCDEF"
	for i := 0; i < len(data); i++ {
		c := data[i]
		last := i+1 == len(data)
		quote := c > 126 || c == '=' || header && c == '_' || c == '.' && line == 0 && (last || at(i+1) == '\n' || at(i+1) == '\r' || at(i+1) == 0) ||
			!isText && (c == '\r' || c == '\n') || (c == '\t' || c == ' ') && last ||
			c < 33 && c != '\r' && c != '\n' && c != '\t' && c != ' ' ||
			c < 33 && c != '\r' && c != '\n' && (quoteTabs && (c == '\t' || c == ' '))
		if quote {
			if line+3 >= maxQPLine {
				out = append(append(out, '='), eol...)
				line = 0
			}
			out = append(out, '=', hexDigits[c>>4], hexDigits[c&15])
			line += 3
			continue
		}
		if isText && (c == '\n' || c == '\r' && at(i+1) == '\n') {
			// White space at the end of a line is quoted.
			if n := len(out); n > 0 && (out[n-1] == ' ' || out[n-1] == '\t') {
				w := out[n-1]
				out = append(out[:n-1], '=', hexDigits[w>>4], hexDigits[w&15])
			}
			out = append(out, eol...)
			if c == '\r' {
				i++
			}
			line = 0
			continue
		}
		if !last && at(i+1) != '\n' && line+1 >= maxQPLine {
			out = append(append(out, '='), eol...)
			line = 0
		}
		line++
		if header && c == ' ' {
			c = '_'
		}
		out = append(out, c)
	}
	return object.BytesValue(out)
}

func a2bQP(th *thread, _ value, a []value) value {
	data, ok := asciiData(th, a[0])
	if !ok {
		return value{}
	}
	header, ok := flag(th, a[1], false)
	if !ok {
		return value{}
	}
	var out []byte
	for i := 0; i < len(data); i++ {
		c := data[i]
		if header && c == '_' {
			out = append(out, ' ')
			continue
		}
		if c != '=' {
			out = append(out, c)
			continue
		}
		if i+1 >= len(data) {
			break
		}
		switch n := data[i+1]; {
		case n == '\n' || n == '\r':
			for i+1 < len(data) && data[i+1] != '\n' {
				i++
			}
			i++
		case n == '=':
			out = append(out, '=')
			i++
		case i+2 < len(data) && hexValue(n) >= 0 && hexValue(data[i+2]) >= 0:
			out = append(out, byte(hexValue(n)<<4|hexValue(data[i+2])))
			i += 2
		default:
			out = append(out, '=')
		}
	}
	return object.BytesValue(out)
}
