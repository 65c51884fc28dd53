// The functions that the module's Python half calls.
package jsonmod

import "pyasync/object"

// Init fills the module _json.
func Init(th *thread, m *object.Module) bool {
	m.HasCore("_json")
	m.AddFuncs(functions)
	return true
}

var functions = []object.Method{
	{Name: "encode", Sig: "obj, skipkeys, ensure_ascii, check_circular, allow_nan, sort_keys, indent, item_separator, key_separator, default, /", F: encode},
	{Name: "scan", Sig: "s, idx, strict, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant, error, once, /", F: scan},
	{Name: "decode", Sig: "s, idx, strict, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant, error, once, /", F: decode},
	{Name: "encode_basestring", Sig: "s, /", F1: func(th *thread, self, s value) value { return quote(th, s, false) }},
	{Name: "encode_basestring_ascii", Sig: "s, /", F1: func(th *thread, self, s value) value { return quote(th, s, true) }},
	{Name: "scanstring", Sig: "string, end, strict=True, /", F: scanString},
}

func quote(th *thread, v value, ascii bool) value {
	s, ok := object.GoString(v)
	if !ok {
		return th.TypeError("first argument must be a string, not %s", v.Type().Name)
	}
	return object.StrFromBytes(AppendString(nil, s, ascii))
}

// scanString decodes a string from behind its opening quote and returns it with the index behind the closing one.
func scanString(th *thread, self value, a []value) value {
	s, ok := object.AsStr(a[0])
	if !ok {
		return th.TypeError("first argument must be a string, not %s", a[0].Type().Name)
	}
	end, ok := th.AsIndex(a[1], &object.OverflowErrorType)
	if !ok {
		return value{}
	}
	d := &decoder{th: th, str: s, s: s.Go(), strict: true}
	if a[2].H != nil {
		if d.strict, ok = th.Truth(a[2]); !ok {
			return value{}
		}
	}
	if end < 0 || end > s.Len() {
		return th.ValueError("end is out of bounds")
	}
	if d.pos = s.Offset(end) - 1; d.pos < 0 {
		d.s, d.pos = "\""+d.s, 0
	}
	text, ok := d.string()
	if !ok {
		return value{}
	}
	return object.TupleOf(object.StrValue(text), object.Int(int64(s.CharIndex(d.pos))))
}
