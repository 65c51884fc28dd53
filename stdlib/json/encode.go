// Package jsonmod is the core of Python's module json (the module _json here): one pass over the object when encoding,
// one pass over the text when decoding. The classes JSONEncoder and JSONDecoder are written in Python on top of it.
package jsonmod

import (
	"math"
	"strconv"
	"strings"

	"pyasync/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// encoder is one run of encode.
type encoder struct {
	th                                            *thread
	skipKeys, ascii, circular, allowNaN, sortKeys bool
	indent                                        string
	pretty                                        bool
	itemSep, keySep                               string
	def                                           value // None: TypeError
	out                                           []byte
	active                                        []*object.Header // containers being encoded
}

// encode(obj, skipkeys, ensure_ascii, check_circular, allow_nan, sort_keys, indent, item_separator, key_separator,
// default) returns the JSON text.
func encode(th *thread, self value, a []value) value {
	e := encoder{th: th, def: a[9]}
	for i, p := range []*bool{&e.skipKeys, &e.ascii, &e.circular, &e.allowNaN, &e.sortKeys} {
		b, ok := th.Truth(a[i+1])
		if !ok {
			return value{}
		}
		*p = b
	}
	if !a[6].IsNone() {
		e.pretty = true
		if s, ok := object.GoString(a[6]); ok {
			e.indent = s
		} else {
			if !e.indentBy(a[0], a[6]) {
				return value{}
			}
		}
	}
	var ok bool
	if e.keySep, ok = separator(th, a[8], 5); !ok {
		return value{}
	}
	if e.itemSep, ok = separator(th, a[7], 6); !ok {
		return value{}
	}
	if !e.value(a[0]) {
		return value{}
	}
	return object.StrFromBytes(e.out)
}

// indentBy takes a number of spaces; a str is encoded without looking at it.
func (e *encoder) indentBy(v, spaces value) bool {
	if v.Is(&object.StrType) {
		return true
	}
	if spaces.Type().Index == nil {
		e.th.TypeError("can't multiply sequence by non-int of type '%s'", spaces.Type().Name)
		return false
	}
	n, ok := e.th.AsIndex(spaces, &object.OverflowErrorType)
	if !ok || n > 0 && !e.th.CheckSize(n) {
		return false
	}
	e.indent = strings.Repeat(" ", max(n, 0))
	return true
}

// separator checks a separator; position is that of CPython's internal call, which its error names.
func separator(th *thread, v value, position int) (string, bool) {
	s, ok := object.GoString(v)
	if !ok {
		th.TypeError("make_encoder() argument %d must be str, not %s", position, v.Type().Name)
	}
	return s, ok
}

func (e *encoder) value(v value) bool {
	switch {
	case v.IsNone():
		e.out = append(e.out, "null"...)
		return true
	case v.IsBool():
		e.out = append(e.out, pick(v == object.True, "true", "false")...)
		return true
	}
	if n, ok := v.SmallInt(); ok {
		e.out = strconv.AppendInt(e.out, n, 10)
		return true
	}
	if f, ok := v.ExactFloat(); ok {
		return e.float(v, f)
	}
	if s, ok := object.AsStr(v); ok {
		e.out = AppendString(e.out, s.Go(), e.ascii)
		return true
	}
	if v.Is(&object.IntType) {
		return e.int(v)
	}
	if f, ok := object.FloatOf(v); ok {
		return e.float(v, f)
	}
	if l, ok := object.AsList(v); ok {
		if !v.IsExact(&object.ListType) {
			return e.iterable(v)
		}
		return e.array(v, l.Items)
	}
	if t, ok := object.AsTuple(v); ok {
		if !v.IsExact(&object.TupleType) {
			return e.iterable(v)
		}
		return e.array(v, t.Items)
	}
	if d, ok := object.AsDict(v); ok {
		return e.object(v, d)
	}
	return e.other(v)
}

func pick(c bool, a, b string) string {
	if c {
		return a
	}
	return b
}

func (e *encoder) int(v value) bool {
	s, ok := e.th.FormatInt(v)
	e.out = append(e.out, s...)
	return ok
}

func (e *encoder) float(v value, f float64) bool {
	s, ok := e.floatText(f)
	e.out = append(e.out, s...)
	return ok
}

func (e *encoder) floatText(f float64) (string, bool) {
	s := ""
	switch {
	case math.IsNaN(f):
		s = "NaN"
	case math.IsInf(f, 1):
		s = "Infinity"
	case math.IsInf(f, -1):
		s = "-Infinity"
	default:
		return object.FloatRepr(f), true
	}
	if !e.allowNaN {
		e.th.ValueError("Out of range float values are not JSON compliant: %s", object.FloatRepr(f))
		return "", false
	}
	return s, true
}

// enter begins a container.
func (e *encoder) enter(v value) bool {
	if e.circular {
		for _, h := range e.active {
			if h == v.H {
				e.th.ValueError("Circular reference detected")
				return false
			}
		}
	}
	if !e.th.Enter() {
		return false
	}
	e.active = append(e.active, v.H)
	return true
}

func (e *encoder) leave() {
	e.th.Leave()
	e.active = e.active[:len(e.active)-1]
}

func (e *encoder) newline() {
	if !e.pretty {
		return
	}
	e.out = append(e.out, '\n')
	for range e.active {
		e.out = append(e.out, e.indent...)
	}
}

func (e *encoder) array(v value, items []value) bool {
	if len(items) == 0 {
		e.out = append(e.out, "[]"...)
		return true
	}
	if !e.enter(v) {
		return false
	}
	e.out = append(e.out, '[')
	e.newline()
	for i := 0; i < len(items); i++ {
		if i > 0 {
			e.out = append(e.out, e.itemSep...)
			e.newline()
		}
		if !e.value(items[i]) {
			e.leave()
			return false
		}
		if l, ok := object.AsList(v); ok && v.IsExact(&object.ListType) {
			items = l.Items // default may have changed it
		}
	}
	e.leave()
	e.newline()
	e.out = append(e.out, ']')
	return true
}

// iterable encodes an instance of a subclass of list or tuple by what iterating over it gives.
func (e *encoder) iterable(v value) bool {
	items, ok := e.th.Sequence(v, "_iterencode_list needs a sequence")
	return ok && e.array(v, items)
}

func (e *encoder) object(v value, d *object.Dict) bool {
	if d.Len() == 0 {
		e.out = append(e.out, "{}"...)
		return true
	}
	if !e.enter(v) {
		return false
	}
	e.out = append(e.out, '{')
	first := true
	ok := false
	if v.IsExact(&object.DictType) && !e.sortKeys {
		ok = true
		for pos := 0; ok; {
			k, x, next, more := d.Next(pos)
			if !more {
				break
			}
			pos = next
			ok = e.item(k, x, &first)
		}
	} else {
		ok = e.items(v, &first)
	}
	e.leave()
	if !ok {
		return false
	}
	if !first {
		e.newline()
	}
	e.out = append(e.out, '}')
	return true
}

// items encodes the items of a dict that is sorted or a subclass with an order of its own.
func (e *encoder) items(v value, first *bool) bool {
	r := e.th.CallMethod(v, strItems)
	if r.H == nil {
		return false
	}
	it := e.th.Iter(r)
	if it.H == nil && e.th.Catch(&object.TypeErrorType) {
		e.th.TypeError("%s.items() returned a non-iterable (type %s)", v.Type().Name, r.Type().Name)
	}
	if it.H == nil {
		return false
	}
	pairs, ok := e.th.Collect(it)
	if !ok {
		return false
	}
	if e.sortKeys {
		l := object.NewList(pairs).V()
		if e.th.CallMethod(l, strSort).H == nil {
			return false
		}
	}
	for _, p := range pairs {
		t, ok := object.AsTuple(p)
		if !ok || len(t.Items) != 2 {
			e.th.ValueError("items must return 2-tuples")
			return false
		}
		if !e.item(t.Items[0], t.Items[1], first) {
			return false
		}
	}
	return true
}

var strItems, strSort = object.NewStr("items"), object.NewStr("sort")

func (e *encoder) item(k, x value, first *bool) bool {
	key, ok := "", true
	switch {
	case k.IsNone():
		key = "null"
	case k.IsBool():
		key = pick(k == object.True, "true", "false")
	case k.Is(&object.StrType):
		key, _ = object.GoString(k)
	case k.IsSmallInt() || k.Is(&object.IntType):
		key, ok = e.th.FormatInt(k)
	default:
		f, isFloat := object.FloatOf(k)
		if !isFloat {
			if e.skipKeys {
				return true
			}
			e.th.TypeError("keys must be str, int, float, bool or None, not %s", k.Type().Name)
			return false
		}
		key, ok = e.floatText(f)
	}
	if !ok {
		return false
	}
	if !*first {
		e.out = append(e.out, e.itemSep...)
	}
	*first = false
	e.newline()
	e.out = AppendString(e.out, key, e.ascii)
	e.out = append(e.out, e.keySep...)
	return e.value(x)
}

// other asks default for something that can be encoded.
func (e *encoder) other(v value) bool {
	if e.def.IsNone() {
		e.th.TypeError("Object of type %s is not JSON serializable", v.Type().Name)
		return false
	}
	if !e.circular && len(e.active) > 100_000 {
		e.th.MemoryError()
		return false
	}
	if !e.enter(v) {
		return false
	}
	x := e.th.CallArgs(e.def, v)
	if x.H == nil {
		e.leave()
		return false
	}
	// The object returned stands at the same depth.
	depth := e.active
	if e.pretty {
		e.active = e.active[:len(e.active)-1]
		e.active = append(e.active[:len(e.active):len(e.active)], v.H)
	}
	ok := e.replaced(x)
	e.active = depth
	e.leave()
	return ok
}

// replaced encodes what default returned. The object it stands for counts as active, but not for the indentation.
func (e *encoder) replaced(x value) bool {
	if !e.pretty {
		return e.value(x)
	}
	sub := *e
	sub.out = nil
	sub.active = append([]*object.Header(nil), e.active[:len(e.active)-1]...)
	ok := sub.value(x)
	e.out = append(e.out, sub.out...)
	return ok
}

// AppendString appends the JSON form of a str; ascii escapes everything beyond ASCII.
func AppendString(out []byte, s string, ascii bool) []byte {
	out = append(out, '"')
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= 0x20 && c != '"' && c != '\\' && (c < 0x7F || !ascii) {
			i++
			continue
		}
		out = append(out, s[start:i]...)
		n := 1
		switch c {
		case '"', '\\':
			out = append(out, '\\', c)
		case '\n':
			out = append(out, '\\', 'n')
		case '\r':
			out = append(out, '\\', 'r')
		case '\t':
			out = append(out, '\\', 't')
		case '\f':
			out = append(out, '\\', 'f')
		case '\b':
			out = append(out, '\\', 'b')
		default:
			var r rune
			r, n = object.DecodeRune(s[i:])
			if r >= 0x10000 {
				out = appendUnit(out, 0xD800+(r-0x10000)>>10)
				r = 0xDC00 + (r-0x10000)&0x3FF
			}
			out = appendUnit(out, r)
		}
		i += n
		start = i
	}
	return append(append(out, s[start:]...), '"')
}

func appendUnit(out []byte, u rune) []byte {
	const hex = "0123456789abcdef"
	return append(out, '\\', 'u', hex[u>>12&15], hex[u>>8&15], hex[u>>4&15], hex[u&15])
}
