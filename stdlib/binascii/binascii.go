// Package binascii is Python's binascii module: conversions between binary data and ASCII encodings, and checksums.
package binascii

import (
	"bytes"
	"hash/crc32"

	"pyasync/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// ErrorType and IncompleteType are binascii.Error and binascii.Incomplete.
var ErrorType, IncompleteType object.Type

func init() {
	object.Define(&ErrorType, object.Spec{Name: "binascii.Error", Base: &object.ValueErrorType})
	object.Define(&IncompleteType, object.Spec{Name: "binascii.Incomplete", Base: &object.ExceptionType})
}

// Init fills the module.
func Init(th *object.Thread, m *object.Module) bool {
	m.AddTypes(&ErrorType, &IncompleteType)
	m.AddFuncs(functions)
	return true
}

var functions = []object.Method{
	{Name: "b2a_base64", Sig: "data, /, *, newline=True", Doc: "Base64-code line of data.", F: b2aBase64},
	{Name: "a2b_base64", Sig: "data, /, *, strict_mode=False", Doc: "Decode a line of base64 data.", F: a2bBase64},
	{Name: "hexlify", Sig: "data, sep=<unrepresentable>, bytes_per_sep=1", Doc: "Hexadecimal representation of binary data.", F: hexlify},
	{Name: "b2a_hex", Sig: "data, sep=<unrepresentable>, bytes_per_sep=1", Doc: "Hexadecimal representation of binary data.", F: hexlify},
	{Name: "unhexlify", Sig: "hexstr, /", Doc: "Binary data of hexadecimal representation.", F1: unhexlify},
	{Name: "a2b_hex", Sig: "hexstr, /", Doc: "Binary data of hexadecimal representation.", F1: unhexlify},
	{Name: "crc32", Sig: "data, crc=0, /", Doc: "Compute CRC-32 incrementally.", F: crc},
	{Name: "crc_hqx", Sig: "data, crc, /", Doc: "Compute CRC-CCITT incrementally.", F2: crcHQX},
	{Name: "b2a_uu", Sig: "data, /, *, backtick=False", Doc: "Uuencode line of data.", F: b2aUU},
	{Name: "a2b_uu", Sig: "data, /", Doc: "Decode a line of uuencoded data.", F1: a2bUU},
	{Name: "b2a_qp", Sig: "data, quotetabs=False, istext=True, header=False", Doc: "Encode a string using quoted-printable encoding.", F: b2aQP},
	{Name: "a2b_qp", Sig: "data, header=False", Doc: "Decode a string of qp-encoded data.", F: a2bQP},
}

// asciiData returns the bytes of a bytes-like object or of an ASCII str.
func asciiData(th *thread, v value) ([]byte, bool) {
	if s, ok := object.AsStr(v); ok {
		if !s.IsASCII() {
			th.ValueError("string argument should contain only ASCII characters")
			return nil, false
		}
		return []byte(s.Go()), true
	}
	if v.Type().Buffer == nil {
		th.TypeError("argument should be bytes, buffer or ASCII string, not '%s'", v.Type().TPName())
		return nil, false
	}
	return object.BytesLike(th, v)
}

func flag(th *thread, v value, def bool) (b, ok bool) {
	if v.H == nil {
		return def, true
	}
	return th.Truth(v)
}

const base64Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

func b2aBase64(th *thread, _ value, a []value) value {
	data, ok := object.BytesLike(th, a[0])
	if !ok {
		return value{}
	}
	newline, ok := flag(th, a[1], true)
	if !ok {
		return value{}
	}
	out := make([]byte, 0, (len(data)+2)/3*4+1)
	for len(data) >= 3 {
		n := uint(data[0])<<16 | uint(data[1])<<8 | uint(data[2])
		out = append(out, base64Alphabet[n>>18], base64Alphabet[n>>12&63], base64Alphabet[n>>6&63], base64Alphabet[n&63])
		data = data[3:]
	}
	switch len(data) {
	case 1:
		n := uint(data[0]) << 4
		out = append(out, base64Alphabet[n>>6], base64Alphabet[n&63], '=', '=')
	case 2:
		n := (uint(data[0])<<8 | uint(data[1])) << 2
		out = append(out, base64Alphabet[n>>12], base64Alphabet[n>>6&63], base64Alphabet[n&63], '=')
	}
	if newline {
		out = append(out, '\n')
	}
	return object.BytesValue(out)
}

var base64Values = func() (t [256]int8) {
	for i := range t {
		t[i] = -1
	}
	for i := range 64 {
		t[base64Alphabet[i]] = int8(i)
	}
	return
}()

func a2bBase64(th *thread, _ value, a []value) value {
	data, ok := asciiData(th, a[0])
	if !ok {
		return value{}
	}
	strict, ok := flag(th, a[1], false)
	if !ok {
		return value{}
	}
	fail := func(text string) value { return th.Raise(&ErrorType, text) }
	if strict && len(data) > 0 && data[0] == '=' {
		return fail("Leading padding not allowed")
	}
	out := make([]byte, 0, len(data)/4*3+3)
	quad, pads, left := 0, 0, byte(0)
	paddingStarted := false
	for i, c := range data {
		if c == '=' {
			paddingStarted = true
			if strict && quad == 0 {
				return fail("Excess padding not allowed")
			}
			if pads++; quad >= 2 && quad+pads >= 4 {
				if strict && i+1 < len(data) {
					return fail("Excess data after padding")
				}
				return object.BytesValue(out)
			}
			continue
		}
		v := base64Values[c]
		if v < 0 {
			if strict {
				return fail("Only base64 data is allowed")
			}
			continue
		}
		if strict && paddingStarted {
			return fail("Discontinuous padding not allowed")
		}
		pads = 0
		b := byte(v)
		switch quad {
		case 0:
			left = b
		case 1:
			out = append(out, left<<2|b>>4)
			left = b & 15
		case 2:
			out = append(out, left<<4|b>>2)
			left = b & 3
		case 3:
			out = append(out, left<<6|b)
		}
		quad = (quad + 1) % 4
	}
	if quad == 1 {
		return th.Raisef(&ErrorType, "Invalid base64-encoded string: number of data characters (%d) cannot be 1 more than a multiple of 4", len(out)/3*4+1)
	}
	if quad != 0 {
		return fail("Incorrect padding")
	}
	return object.BytesValue(out)
}

var strHex = object.NewStr("hex")

// hexlify is bytes.hex of a copy, as bytes.
func hexlify(th *thread, _ value, a []value) value {
	data, ok := object.BytesLike(th, a[0])
	if !ok {
		return value{}
	}
	args := []value{}
	for _, x := range a[1:] {
		if x.H != nil {
			args = append(args, x)
		}
	}
	r := th.CallMethod(object.BytesValue(bytes.Clone(data)), strHex, args...)
	s, ok := object.GoString(object.OrNone(r))
	if !ok {
		return value{}
	}
	return object.BytesValue([]byte(s))
}

func unhexlify(th *thread, _, v value) value {
	data, ok := asciiData(th, v)
	if !ok {
		return value{}
	}
	if len(data)%2 != 0 {
		return th.Raise(&ErrorType, "Odd-length string")
	}
	out := make([]byte, len(data)/2)
	for i := range out {
		hi, lo := hexValue(data[2*i]), hexValue(data[2*i+1])
		if hi < 0 || lo < 0 {
			return th.Raise(&ErrorType, "Non-hexadecimal digit found")
		}
		out[i] = byte(hi<<4 | lo)
	}
	return object.BytesValue(out)
}

func hexValue(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}

func crc(th *thread, _ value, a []value) value {
	data, ok := object.BytesLike(th, a[0])
	if !ok {
		return value{}
	}
	start := uint32(0)
	if a[1].H != nil {
		n := th.Index(a[1])
		if n.H == nil {
			return n
		}
		m := th.BinaryOp(object.OpAnd, n, object.Int(0xFFFFFFFF))
		i, _ := object.AsInt64(m)
		start = uint32(i)
	}
	return object.Int(int64(crc32.Update(start, crc32.IEEETable, data)))
}

func crcHQX(th *thread, _, v, init value) value {
	data, ok := object.BytesLike(th, v)
	if !ok {
		return value{}
	}
	n, ok := th.AsIndex(init, nil)
	if !ok {
		return value{}
	}
	c := uint16(n)
	for _, b := range data {
		c ^= uint16(b) << 8
		for range 8 {
			if c&0x8000 != 0 {
				c = c<<1 ^ 0x1021
			} else {
				c <<= 1
			}
		}
	}
	return object.Int(int64(c))
}
