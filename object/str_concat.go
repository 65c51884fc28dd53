// Concatenation and repetition of str. `s += x` in a loop costs amortised linear time: a str made by concatenation
// keeps spare room behind its text, which the next concatenation to it claims (CPython resizes in place, which needs
// a reference count).
package object

import (
	"math"
	"strings"
)

// growFrom is the length at which concatenation begins to leave room: shorter texts are cheap to copy.
const growFrom = 128

// ConcatStr returns a + b.
func ConcatStr(th *Thread, a, b *Str) Value {
	switch {
	case len(b.s) == 0 && a.Shape == &StrType.Root:
		return a.V()
	case len(a.s) == 0 && b.Shape == &StrType.Root:
		return b.V()
	}
	n := len(a.s) + len(b.s)
	if n <= 64 {
		var short [64]byte
		v := TextValue(append(append(short[:0], a.s...), b.s...))
		if a.count != 0 && b.count != 0 {
			(*Str)(v.Ptr()).count = a.count + b.count - 1
		}
		return v
	}
	if n < growFrom {
		r := NewStr(a.s + b.s)
		if a.count != 0 && b.count != 0 {
			r.count = a.count + b.count - 1
		}
		return r.V()
	}
	if !th.checkSize(n) {
		return Value{}
	}
	t := a.ext
	if t == nil || len(t.buf) != len(a.s) || cap(t.buf) < n {
		t = newStrTail(a, n)
	}
	t.buf = append(t.buf, b.s...)
	r := NewStr(bytesAsString(t.buf))
	r.ext = t
	if a.count != 0 {
		r.count = a.count + b.Len()
	}
	return r.V()
}

// newStrTail copies a into memory for n bytes and some room: a quarter at first, as much again when a was itself
// grown.
func newStrTail(a *Str, n int) *strTail {
	room := n / 4
	if a.ext != nil && cap(a.ext.buf) > 0 {
		room = n
	}
	buf := make([]byte, len(a.s), n+room)
	copy(buf, a.s)
	return &strTail{buf: buf}
}

func strConcat(th *Thread, a, b Value) Value {
	x, ok := AsStr(a)
	y, ok2 := AsStr(b)
	if !ok || !ok2 {
		return th.TypeError("can only concatenate str (not \"%s\") to str", b.Type().TPName())
	}
	return ConcatStr(th, x, y)
}

func strRepeat(th *Thread, v, count Value) Value {
	s, _ := AsStr(v)
	n, ok := th.AsIndex(count, &OverflowErrorType)
	switch {
	case !ok:
		return Value{}
	case n <= 0 || len(s.s) == 0:
		return EmptyStr
	case n == 1 && s.Shape == &StrType.Root:
		return v
	case n > math.MaxInt/s.Len():
		return th.Raise(&OverflowErrorType, "repeated string is too long")
	case !th.checkRepeat(len(s.s), n):
		return Value{}
	}
	r := NewStr(strings.Repeat(s.s, n))
	r.count = s.Len()*n + 1
	return r.V()
}
