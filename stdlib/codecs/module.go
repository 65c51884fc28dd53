// Package codecsmod is the module _codecs: the registry of codecs and error handlers, and the built-in encodings as
// functions. The classes of codecs are written in Python on top of it.
package codecsmod

import (
	"strings"

	"pyasync/internal/uniname"
	"pyasync/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// Init fills the module.
func Init(th *thread, m *object.Module) bool {
	m.AddFuncs(functions)
	m.AddFuncs(encodingFunctions())
	return true
}

var functions = []object.Method{
	{Name: "register", Sig: "search_function, /", F1: func(th *thread, self, f value) value {
		if f.Type().Call == nil {
			return th.TypeError("argument must be callable")
		}
		if !th.RegisterCodecSearch(f) {
			return value{}
		}
		return object.None
	}},
	{Name: "unregister", Sig: "search_function, /", F1: func(th *thread, self, f value) value {
		th.UnregisterCodecSearch(f)
		return object.None
	}},
	{Name: "register_error", Sig: "errors, handler, /", F2: registerError},
	{Name: "_unregister_error", Sig: "errors, /", F1: func(th *thread, self, name value) value {
		s, ok := text(th, name, "_unregister_error", 0)
		if !ok {
			return value{}
		}
		return object.Bool(th.UnregisterErrorHandler(s))
	}},
	{Name: "find_error", Sig: "name, /", F1: func(th *thread, self, name value) value {
		s, ok := text(th, name, "lookup_error", 0)
		if !ok {
			return value{}
		}
		if h := th.ErrorHandler(s); h.H != nil {
			return h
		}
		return object.None
	}},
	{Name: "aliases", F0: aliases},
	{Name: "decoding_table", Sig: "encoding, /", F1: decodingTable},
	{Name: "encode_text", Sig: "encoding, string, errors, /", F: encodeText},
	{Name: "decode_text", Sig: "encoding, data, errors, final, /", F: decodeText},
	{Name: "charname", Sig: "char, /", F1: func(th *thread, self, c value) value {
		s, _ := object.GoString(c)
		r, _ := object.DecodeRune(s)
		return object.StrValue(uniname.Of(r))
	}},
	{Name: "lookup", Sig: "encoding, /", F1: lookup},
	{Name: "encode", Sig: "obj, encoding='utf-8', errors='strict'", F: func(th *thread, self value, a []value) value { return convert(th, "encode", 0, a) }},
	{Name: "decode", Sig: "obj, encoding='utf-8', errors='strict'", F: func(th *thread, self value, a []value) value { return convert(th, "decode", 1, a) }},
	{Name: "readbuffer_encode", Sig: "data, errors=None, /", F: readBuffer},
	{Name: "escape_encode", Sig: "data, errors=None, /", F: escapeEncode},
	{Name: "escape_decode", Sig: "data, errors=None, /", F: escapeDecode},
}

func text(th *thread, v value, fname string, pos int) (string, bool) {
	s, ok := object.GoString(v)
	if !ok {
		if pos == 0 {
			th.TypeError("%s() argument must be str, not %s", fname, kindName(v))
		} else {
			th.TypeError("%s() argument %d must be str, not %s", fname, pos, kindName(v))
		}
		return "", false
	}
	if strings.IndexByte(s, 0) >= 0 {
		th.ValueError("embedded null character")
		return "", false
	}
	return s, true
}

func registerError(th *thread, self, name, f value) value {
	s, ok := text(th, name, "register_error", 1)
	if !ok {
		return value{}
	}
	if f.Type().Call == nil {
		return th.TypeError("handler must be callable")
	}
	th.RegisterErrorHandler(s, f)
	return object.None
}

func errorsArg(v value) string {
	if v.H == nil {
		return "strict"
	}
	if s, ok := object.GoString(v); ok {
		return s
	}
	return "strict"
}

// encodeText returns (bytes, characters used).
func encodeText(th *thread, self value, a []value) value {
	name, ok := text(th, a[0], "encode", 1)
	if !ok {
		return value{}
	}
	return encodeWith(th, name, a[1], a[2])
}

// decodeText returns (text, bytes used).
func decodeText(th *thread, self value, a []value) value {
	name, ok := text(th, a[0], "decode", 1)
	if !ok {
		return value{}
	}
	final, ok := th.Truth(a[3])
	if !ok {
		return value{}
	}
	return decodeWith(th, name, a[1], a[2], final)
}

// escapeEncode spells bytes as in a bytes literal.
func escapeEncode(th *thread, self value, a []value) value {
	b, ok := object.AsBytes(a[0])
	if !ok {
		return th.TypeError("escape_encode() argument 1 must be bytes, not %s", kindName(a[0]))
	}
	var out []byte
	const hex = "0123456789abcdef"
	for _, c := range b.B {
		switch {
		case c == '\\' || c == '\'':
			out = append(out, '\\', c)
		case c == '\t':
			out = append(out, '\\', 't')
		case c == '\n':
			out = append(out, '\\', 'n')
		case c == '\r':
			out = append(out, '\\', 'r')
		case c < 0x20 || c >= 0x7F:
			out = append(out, '\\', 'x', hex[c>>4], hex[c&15])
		default:
			out = append(out, c)
		}
	}
	return object.TupleOf(object.BytesValue(out), object.Int(int64(len(b.B))))
}

// escapeDecode reads the escapes of a bytes literal.
func escapeDecode(th *thread, self value, a []value) value {
	var b []byte
	if s, ok := object.GoString(a[0]); ok {
		b = []byte(s)
	} else if b, ok = object.BytesLike(th, a[0]); !ok {
		return value{}
	}
	errors := errorsArg(a[1])
	simple := map[byte]byte{'\\': '\\', '\'': '\'', '"': '"', 'a': 7, 'b': 8, 'f': 12, 'n': 10, 'r': 13, 't': 9, 'v': 11}
	out := make([]byte, 0, len(b))
	invalid := -1 // the first escape that means nothing, or more than a byte
	for i := 0; i < len(b); i++ {
		if b[i] != '\\' {
			out = append(out, b[i])
			continue
		}
		start := i
		if i++; i >= len(b) {
			return th.ValueError("Trailing \\ in string")
		}
		c := b[i]
		if s, ok := simple[c]; ok {
			out = append(out, s)
			continue
		}
		switch {
		case c == '\n':
		case c >= '0' && c <= '7':
			n := int(c - '0')
			for k := 0; k < 2 && i+1 < len(b) && b[i+1] >= '0' && b[i+1] <= '7'; k++ {
				i++
				n = n<<3 | int(b[i]-'0')
			}
			if n > 0xFF && invalid < 0 {
				invalid = start
			}
			out = append(out, byte(n))
		case c == 'x':
			hi, lo := -1, -1
			if i+1 < len(b) {
				hi = hexDigit(b[i+1])
			}
			if hi >= 0 && i+2 < len(b) {
				lo = hexDigit(b[i+2])
			}
			if lo >= 0 {
				out = append(out, byte(hi<<4|lo))
				i += 2
				continue
			}
			switch errors {
			case "replace":
				out = append(out, '?')
			case "ignore":
			case "strict":
				return th.ValueError("invalid \\x escape at position %d", start)
			default:
				return th.ValueError("decoding error; unknown error handling code: %s", errors)
			}
			if hi >= 0 {
				i++
			}
		default:
			if invalid < 0 {
				invalid = start
			}
			out = append(out, '\\', c)
		}
	}
	if invalid >= 0 && !object.WarnEscape(th, b[invalid:]) {
		return value{}
	}
	return object.TupleOf(object.BytesValue(out), object.Int(int64(len(b))))
}

func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}
