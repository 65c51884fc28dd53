// The functions of single encodings (utf_8_encode, ascii_decode …), and lookup, encode and decode for any.
package codecsmod

import (
	"strings"

	"pyasync/object"
)

// stateful are the encodings whose decoders take a third argument, saying whether the input ends; the value is what it
// is when omitted.
var stateful = map[string]bool{"utf_8": false, "utf_7": false, "utf_16": false, "utf_16_le": false, "utf_16_be": false, "utf_32": false,
	"utf_32_le": false, "utf_32_be": false, "unicode_escape": true, "raw_unicode_escape": true}

// encodingFunctions are the two functions of each built-in encoding that has them.
func encodingFunctions() (rows []object.Method) {
	names := []string{"ascii", "latin_1"}
	for name := range stateful {
		names = append(names, name)
	}
	for _, name := range names {
		sig := "data, errors=None, /"
		deflt, ok := stateful[name]
		if ok {
			sig = "data, errors=None, final=" + map[bool]string{true: "True", false: "False"}[deflt] + ", /"
		}
		rows = append(rows,
			object.Method{Name: name + "_encode", Sig: "str, errors=None, /", F: func(th *thread, self value, a []value) value {
				return encodeWith(th, name, a[0], a[1])
			}},
			object.Method{Name: name + "_decode", Sig: sig, F: func(th *thread, self value, a []value) value {
				final := !ok || deflt
				if ok && a[2].H != nil {
					if final, ok = th.Truth(a[2]); !ok {
						return value{}
					}
				}
				return decodeWith(th, name, a[0], a[1], final)
			}})
	}
	return rows
}

// errorsOf reads the argument errors of the function called name.
func errorsOf(th *thread, name string, v value) (string, bool) {
	if v.H == nil || v.IsNone() {
		return "strict", true
	}
	s, ok := object.GoString(v)
	if !ok {
		th.TypeError("%s() argument 2 must be str or None, not %s", name, v.Type().Name)
	}
	return s, ok
}

func kindName(v value) string {
	if v.IsNone() {
		return "None"
	}
	return v.Type().Name
}

// encodeWith returns (bytes, characters used).
func encodeWith(th *thread, encoding string, v, errors value) value {
	s, ok := object.AsStr(v)
	if !ok {
		return th.TypeError("%s_encode() argument 1 must be str, not %s", encoding, kindName(v))
	}
	handler, ok := errorsOf(th, encoding+"_encode", errors)
	if !ok {
		return value{}
	}
	b := object.EncodeBuiltin(th, s.V(), encoding, handler)
	if b.H == nil {
		return b
	}
	return object.TupleOf(b, object.Int(int64(s.Len())))
}

// decodeWith returns (text, bytes used).
func decodeWith(th *thread, encoding string, v, errors value, final bool) value {
	if s, isStr := object.GoString(v); isStr && strings.HasSuffix(encoding, "escape") {
		v = object.BytesValue([]byte(s))
	}
	b, release, ok := object.AsBytesLike(th, v)
	if !ok {
		return value{}
	}
	data := append([]byte(nil), b...)
	release()
	handler, ok := errorsOf(th, encoding+"_decode", errors)
	if !ok {
		return value{}
	}
	s, used := object.DecodePartial(th, data, encoding, handler, final)
	if s.H == nil {
		return s
	}
	return object.TupleOf(s, object.Int(int64(used)))
}

// readBuffer returns the bytes of an object and their number.
func readBuffer(th *thread, self value, a []value) value {
	if _, ok := errorsOf(th, "readbuffer_encode", a[1]); !ok {
		return value{}
	}
	if s, ok := object.GoString(a[0]); ok {
		return object.TupleOf(object.BytesValue([]byte(s)), object.Int(int64(len(s))))
	}
	b, release, ok := object.AsBytesLike(th, a[0])
	if !ok {
		return value{}
	}
	defer release()
	return object.TupleOf(object.BytesValue(append([]byte(nil), b...)), object.Int(int64(len(b))))
}

// lookup returns the CodecInfo of an encoding.
func lookup(th *thread, self, name value) value {
	s, ok := text(th, name, "lookup", 0)
	if !ok {
		return value{}
	}
	info, ok := th.SearchCodec(s)
	if ok && info.H == nil {
		return th.Raisef(&object.LookupErrorType, "unknown encoding: %s", s)
	}
	return info
}

// convert runs one direction of a codec (0: encode) on any object.
func convert(th *thread, fname string, direction int, a []value) value {
	encoding, errors := "utf-8", value{}
	if a[1].H != nil {
		s, ok := object.GoString(a[1])
		if !ok {
			return th.TypeError("%s() argument 'encoding' must be str, not %s", fname, kindName(a[1]))
		}
		encoding = s
	}
	if a[2].H != nil {
		if _, ok := object.GoString(a[2]); !ok {
			return th.TypeError("%s() argument 'errors' must be str, not %s", fname, kindName(a[2]))
		}
		errors = a[2]
	}
	return th.RunCodec(encoding, direction, a[0], errors)
}
