// The decoder: from text to values.
package jsonmod

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"pyasync/internal/floattext"
	"pyasync/object"
)

// decoder is one run of scan: a text, and what its values become.
type decoder struct {
	th         *thread
	str        *object.Str
	s          string
	pos        int // byte offset
	strict     bool
	objectHook value // None or nil: a dict
	pairsHook  value
	parseFloat value // nil: float
	parseInt   value
	parseConst value
	keys       map[string]*object.Str
	class      value // JSONDecodeError
	stop       bool  // "Expecting value" is to be raised as StopIteration
}

// scan(s, idx, strict, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant, error, once) decodes the value
// at idx and returns it with the index behind it. error is the class JSONDecodeError. With once, a missing value raises StopIteration(index).
func scan(th *thread, self value, a []value) value {
	d, ok := newDecoder(th, a)
	if !ok {
		return value{}
	}
	i, ok := th.AsIndex(a[1], nil)
	if !ok {
		return value{}
	}
	if i < 0 {
		return th.ValueError("idx cannot be negative")
	}
	if i > d.str.Len() {
		return d.noValue(i)
	}
	d.pos = d.str.Offset(i)
	v := d.value()
	if v.H == nil {
		return v
	}
	return object.TupleOf(v, object.Int(int64(d.str.CharIndex(d.pos))))
}

// decode(s, …) decodes a whole text.
func decode(th *thread, self value, a []value) value {
	d, ok := newDecoder(th, a)
	if !ok {
		return value{}
	}
	d.space()
	v := d.value()
	if v.H == nil {
		return v
	}
	if d.space(); d.pos < len(d.s) {
		return d.fail("Extra data", d.pos)
	}
	return v
}

func newDecoder(th *thread, a []value) (*decoder, bool) {
	s, ok := object.AsStr(a[0])
	if !ok {
		th.TypeError("first argument must be a string, not %s", a[0].Type().Name)
		return nil, false
	}
	d := &decoder{th: th, str: s, s: s.Go(), objectHook: a[3], pairsHook: a[4]}
	if d.strict, ok = th.Truth(a[2]); !ok {
		return nil, false
	}
	if !a[5].IsNone() && a[5] != object.FloatType.V() {
		d.parseFloat = a[5]
	}
	if !a[6].IsNone() && a[6] != object.IntType.V() {
		d.parseInt = a[6]
	}
	if !a[7].IsNone() {
		d.parseConst = a[7]
	}
	d.class = a[8]
	d.stop = a[9] == object.True
	return d, true
}

// fail raises JSONDecodeError for a byte offset.
func (d *decoder) fail(msg string, off int) value {
	if d.class.H == nil {
		m := d.th.Interp.Hooks.Import(d.th, "json.decoder")
		if m.H == nil {
			return m
		}
		if d.class = d.th.GetAttrName(m, "JSONDecodeError"); d.class.H == nil {
			return d.class
		}
	}
	exc := d.th.CallArgs(d.class, object.StrValue(msg), d.str.V(), object.Int(int64(d.str.CharIndex(off))))
	if exc.H == nil {
		return exc
	}
	return d.th.RaiseValue(exc)
}

// expecting reports that no value stands at d.pos.
func (d *decoder) expecting() value {
	if d.stop {
		return d.noValue(d.str.CharIndex(d.pos))
	}
	return d.fail("Expecting value", d.pos)
}

func (d *decoder) noValue(i int) value {
	return d.th.RaiseValue(object.NewException(&object.StopIterationType, object.Int(int64(i))).V())
}

func (d *decoder) space() {
	for d.pos < len(d.s) {
		switch d.s[d.pos] {
		case ' ', '\t', '\n', '\r':
			d.pos++
		default:
			return
		}
	}
}

func (d *decoder) value() value {
	if d.pos >= len(d.s) {
		return d.expecting()
	}
	rest := d.s[d.pos:]
	switch c := rest[0]; c {
	case '"':
		s, ok := d.string()
		if !ok {
			return value{}
		}
		return object.StrValue(s)
	case '{':
		if !d.th.Enter() {
			return value{}
		}
		v := d.object()
		d.th.Leave()
		return v
	case '[':
		if !d.th.Enter() {
			return value{}
		}
		v := d.array()
		d.th.Leave()
		return v
	case 'n', 't', 'f':
		for _, w := range words {
			if strings.HasPrefix(rest, w.text) {
				d.pos += len(w.text)
				return w.v
			}
		}
	case 'N':
		if strings.HasPrefix(rest, "NaN") {
			return d.constant("NaN")
		}
	case 'I':
		if strings.HasPrefix(rest, "Infinity") {
			return d.constant("Infinity")
		}
	case '-':
		if strings.HasPrefix(rest, "-Infinity") {
			return d.constant("-Infinity")
		}
		return d.number()
	default:
		if c >= '0' && c <= '9' {
			return d.number()
		}
	}
	return d.expecting()
}

var words = []struct {
	text string
	v    value
}{{"null", object.None}, {"true", object.True}, {"false", object.False}}

// constant handles NaN and the infinities.
func (d *decoder) constant(text string) value {
	d.pos += len(text)
	if d.parseConst.H != nil {
		return d.th.CallArgs(d.parseConst, object.StrValue(text))
	}
	f, _ := floattext.Parse(text)
	return object.Float(f)
}

func (d *decoder) digits(i int) int {
	for i < len(d.s) && d.s[i] >= '0' && d.s[i] <= '9' {
		i++
	}
	return i
}

func (d *decoder) number() value {
	start, i := d.pos, d.pos
	if d.s[i] == '-' {
		i++
	}
	switch {
	case i >= len(d.s) || d.s[i] < '0' || d.s[i] > '9':
		return d.expecting()
	case d.s[i] == '0':
		i++
	default:
		i = d.digits(i)
	}
	isFloat := false
	if i+1 < len(d.s) && d.s[i] == '.' && d.digits(i+1) > i+1 {
		isFloat = true
		i = d.digits(i + 1)
	}
	if i+1 < len(d.s) && d.s[i]|0x20 == 'e' {
		j := i + 1
		if d.s[j] == '+' || d.s[j] == '-' {
			j++
		}
		if end := d.digits(j); end > j {
			isFloat = true
			i = end
		}
	}
	text := d.s[start:i]
	d.pos = i
	switch {
	case isFloat && d.parseFloat.H != nil:
		return d.th.CallArgs(d.parseFloat, object.StrValue(text))
	case isFloat:
		f, _ := floattext.Parse(text)
		return object.Float(f)
	case d.parseInt.H != nil:
		return d.th.CallArgs(d.parseInt, object.StrValue(text))
	case len(text) < 19:
		n, _ := strconv.ParseInt(text, 10, 64)
		return object.Int(n)
	}
	return d.th.IntFromText(text, 10, object.StrValue(text))
}

func (d *decoder) array() value {
	d.pos++
	var items []value
	d.space()
	if d.pos < len(d.s) && d.s[d.pos] == ']' {
		d.pos++
		return object.NewList(nil).V()
	}
	for {
		v := d.value()
		if v.H == nil {
			return v
		}
		items = append(items, v)
		done, ok := d.next(']', "Illegal trailing comma before end of array")
		if !ok {
			return value{}
		}
		if done {
			return object.NewList(items).V()
		}
	}
}

// next moves over "," or the closing bracket.
func (d *decoder) next(closing byte, trailing string) (done, ok bool) {
	d.space()
	switch {
	case d.pos < len(d.s) && d.s[d.pos] == closing:
		d.pos++
		return true, true
	case d.pos >= len(d.s) || d.s[d.pos] != ',':
		d.fail("Expecting ',' delimiter", d.pos)
		return false, false
	}
	comma := d.pos
	d.pos++
	d.space()
	if d.pos < len(d.s) && d.s[d.pos] == closing {
		d.fail(trailing, comma)
		return false, false
	}
	return false, true
}

func (d *decoder) object() value {
	d.pos++
	dict := object.NewDict()
	var pairs []value
	asPairs := d.pairsHook.H != nil && !d.pairsHook.IsNone()
	d.space()
	if d.pos < len(d.s) && d.s[d.pos] == '}' {
		d.pos++
		return d.hook(dict, pairs, asPairs)
	}
	for {
		if d.pos >= len(d.s) || d.s[d.pos] != '"' {
			return d.fail("Expecting property name enclosed in double quotes", d.pos)
		}
		name, ok := d.string()
		if !ok {
			return value{}
		}
		key := d.key(name)
		if d.space(); d.pos >= len(d.s) || d.s[d.pos] != ':' {
			return d.fail("Expecting ':' delimiter", d.pos)
		}
		d.pos++
		d.space()
		v := d.value()
		if v.H == nil {
			return v
		}
		if asPairs {
			pairs = append(pairs, object.TupleOf(key.V(), v))
		} else {
			dict.SetStr(key, v)
		}
		done, ok := d.next('}', "Illegal trailing comma before end of object")
		if !ok {
			return value{}
		}
		if done {
			return d.hook(dict, pairs, asPairs)
		}
	}
}

// key returns the str for a key; equal keys of one text share it.
func (d *decoder) key(name string) *object.Str {
	if k := d.keys[name]; k != nil {
		return k
	}
	if d.keys == nil {
		d.keys = map[string]*object.Str{}
	}
	k := object.NewStr(name)
	d.keys[name] = k
	return k
}

func (d *decoder) hook(dict *object.Dict, pairs []value, asPairs bool) value {
	switch {
	case asPairs:
		return d.th.CallArgs(d.pairsHook, object.NewList(pairs).V())
	case d.objectHook.H != nil && !d.objectHook.IsNone():
		return d.th.CallArgs(d.objectHook, dict.V())
	}
	return dict.V()
}

// string decodes the string whose opening quote stands at d.pos.
func (d *decoder) string() (string, bool) {
	begin := d.pos
	i := begin + 1
	start := i
	var out []byte
	for i < len(d.s) {
		c := d.s[i]
		switch {
		case c == '"':
			d.pos = i + 1
			if out == nil {
				return d.s[start:i], true
			}
			return string(append(out, d.s[start:i]...)), true
		case c == '\\':
			out = append(out, d.s[start:i]...)
			var ok bool
			if out, i, ok = d.escape(out, i+1, begin); !ok {
				return "", false
			}
			if out == nil {
				out = []byte{}
			}
			start = i
		case c < 0x20 && d.strict:
			d.fail("Invalid control character at", i)
			return "", false
		default:
			i++
		}
	}
	d.fail("Unterminated string starting at", begin)
	return "", false
}

// escape decodes the escape behind a backslash, at offset i.
func (d *decoder) escape(out []byte, i, begin int) ([]byte, int, bool) {
	if i >= len(d.s) {
		d.fail("Unterminated string starting at", begin)
		return nil, 0, false
	}
	c := d.s[i]
	if c == 'u' {
		r, ok := d.unit(i + 1)
		if !ok {
			return nil, 0, false
		}
		i += 5
		if r >= 0xD800 && r < 0xDC00 && strings.HasPrefix(d.s[i:], `\u`) {
			if low, valid := hex4(d.s, i+2); valid && low >= 0xDC00 && low < 0xE000 {
				return object.AppendRune(out, utf16.DecodeRune(r, low)), i + 6, true
			}
		}
		return object.AppendRune(out, r), i, true
	}
	if k := strings.IndexByte(`"\/bfnrt`, c); k >= 0 {
		return append(out, "\"\\/\b\f\n\r\t"[k]), i + 1, true
	}
	d.fail("Invalid \\escape", i-1)
	return nil, 0, false
}

func hex4(s string, i int) (rune, bool) {
	if i+4 > len(s) {
		return 0, false
	}
	r := rune(0)
	for _, c := range []byte(s[i : i+4]) {
		switch {
		case c >= '0' && c <= '9':
			r = r<<4 | rune(c-'0')
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			r = r<<4 | rune(c|0x20-'a'+10)
		default:
			return 0, false
		}
	}
	return r, true
}

func (d *decoder) unit(i int) (rune, bool) {
	r, ok := hex4(d.s, i)
	if !ok {
		d.fail("Invalid \\uXXXX escape", i-1)
	}
	return r, ok
}
