// Sharing of constants: equal ones of a source are one object, and strings that look like names one object in the
// whole interpreter, because programs (and lessons) compare them with `is`.
package eval

import (
	"fmt"
	"math"
	"unsafe"

	"pyasync/ast"
	"pyasync/object"
)

// constants are those of one source, by contents.
type constants struct {
	interned map[string]Value // the interpreter's
	own      map[string]Value
}

func newConstants(th *Thread) constants {
	return constants{interned: th.Interp.InternedStrs(), own: map[string]Value{}}
}

// literal returns the shared value of a literal.
func (c *constants) literal(e *ast.Constant) Value {
	v := constantValue(e)
	switch e.Kind {
	case ast.CStr:
		return c.text(e.S, v)
	case ast.CBytes, ast.CInt, ast.CComplex:
		return c.shared(v)
	}
	return v
}

// shared returns the one object for a constant like v.
func (c *constants) shared(v Value) Value {
	if v.IsSmallInt() {
		return v
	}
	switch v.Type() {
	case &object.IntType:
		b, _ := object.BigOf(v)
		return share(c.own, "i"+b.Text(62), v)
	case &object.StrType:
		s, _ := object.GoString(v)
		return c.text(s, v)
	case &object.BytesType:
		b, _ := object.AsBytes(v)
		return share(c.own, "b"+string(b.B), v)
	case &object.ComplexType:
		x, _ := object.AsComplex(v)
		return share(c.own, fmt.Sprintf("c%x,%x", math.Float64bits(real(x)), math.Float64bits(imag(x))), v)
	case &object.TupleType:
		t, _ := object.AsTuple(v)
		return c.tuple(t.Items)
	}
	return v
}

func (c *constants) text(s string, v Value) Value {
	if s == "" {
		return object.EmptyStr
	}
	if r, n := object.DecodeRune(s); n == len(s) && r < 256 {
		return object.CharValue(r)
	}
	if looksLikeName(s) {
		return share(c.interned, s, v)
	}
	return share(c.own, "s"+s, v)
}

// tuple returns the shared tuple of shared constants: they are compared by identity.
func (c *constants) tuple(items []Value) Value {
	v := object.NewTuple(items).V()
	if len(items) == 0 {
		return v
	}
	key := unsafe.Slice((*byte)(unsafe.Pointer(&items[0])), len(items)*int(unsafe.Sizeof(Value{})))
	return share(c.own, "t"+string(key), v)
}

// name returns the one object of the interpreter for a name: dicts find what they hold by identity at once.
func (c *constants) name(s string) *Str {
	if v, ok := c.interned[s]; ok {
		return (*Str)(v.Ptr())
	}
	n := object.NewStr(s)
	c.interned[s] = n.V()
	return n
}

func share(m map[string]Value, key string, v Value) Value {
	if x, ok := m[key]; ok {
		return x
	}
	m[key] = v
	return v
}

// looksLikeName is CPython's all_name_chars: only such strings are interned.
func looksLikeName(s string) bool {
	for i := range len(s) {
		if c := s[i]; c != '_' && (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'z') {
			return false
		}
	}
	return true
}
