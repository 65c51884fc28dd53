// What the sequence types share: allocation of subclasses, argument checks of constructors, size limits, comparison,
// hash and repr of runs of values.
package object

import (
	"math/bits"
	"strings"
)

// allocateNew is the New slot of types whose arguments Init takes.
func allocateNew(th *Thread, t *Type, args []Value, kw []*Str) Value { return allocate(t) }

// NoKeywords raises the TypeError of a constructor that takes no keywords when there are some.
func (th *Thread) NoKeywords(name string, kw []*Str) bool {
	if len(kw) == 0 {
		return true
	}
	th.TypeError("%s() takes no keyword arguments", name)
	return false
}

// NoNewKeywords is NoKeywords for the New slot of a builtin type called name, made for class t: a subclass with an
// __init__ of its own may take keywords.
func (th *Thread) NoNewKeywords(t *Type, name string, kw []*Str) bool {
	return len(kw) == 0 || t.Flags&FlagHeap != 0 && isOverridden(t, strInitName) || th.NoKeywords(name, kw)
}

// ArgCount checks the number of positional arguments as PyArg_UnpackTuple does.
func (th *Thread) ArgCount(name string, n, least, most int) bool {
	switch {
	case n < least:
		th.TypeError("%s expected %s%d argument%s, got %d", name, limit(least == most, "at least"), least, plural(least), n)
	case n > most:
		th.TypeError("%s expected %s%d argument%s, got %d", name, limit(least == most, "at most"), most, plural(most), n)
	default:
		return true
	}
	return false
}

const valueSize = 16

// repeatItems returns items n times over.
func (th *Thread) repeatItems(items []Value, n int) ([]Value, bool) {
	if n <= 0 || len(items) == 0 {
		return nil, true
	}
	if !th.checkRepeat(len(items)*valueSize, n) {
		return nil, false
	}
	out := make([]Value, len(items)*n)
	if len(items) == 1 {
		for i := range out {
			out[i] = items[0]
		}
		return out, true
	}
	for k := copy(out, items); k < len(out); k *= 2 {
		copy(out[k:], out[:k])
	}
	return out, true
}

// repeatCount converts the count of s * n.
func (th *Thread) repeatCount(n Value) (int, bool) {
	if i, ok := n.SmallInt(); ok {
		return int(i), true
	}
	return th.AsIndex(n, &OverflowErrorType)
}

// sliceItems returns a new slice of the selected items.
func sliceItems(items []Value, start, step, count int) []Value {
	if count == 0 {
		return nil
	}
	out := make([]Value, count)
	if step == 1 {
		copy(out, items[start:])
		return out
	}
	for i := range out {
		out[i] = items[start]
		start += step
	}
	return out
}

// compareItems compares two runs of values lexicographically. The items may be those of a list that comparing
// changes: that is seen only through compareLists.
func (th *Thread) compareItems(a, b []Value, op CmpOp) Value {
	for i := 0; i < len(a) && i < len(b); i++ {
		eq, ok := th.Equal(a[i], b[i])
		if !ok {
			return Value{}
		}
		if !eq {
			return th.compareUnequal(a[i], b[i], op)
		}
	}
	return Bool(Ordered(len(a), len(b), op))
}

// compareUnequal decides a comparison by the first items that differ.
func (th *Thread) compareUnequal(a, b Value, op CmpOp) Value {
	switch op {
	case CmpEQ:
		return False
	case CmpNE:
		return True
	}
	return th.Compare(a, b, op)
}

// The constants of xxHash that tuples use.
const prime1, prime2, prime5 = 11400714785074694791, 14029467366897019727, 2870177450012600261

func (th *Thread) mixHashes(items []Value) (uint64, bool) {
	acc := uint64(prime5)
	for _, x := range items {
		h, ok := th.Hash(x)
		if !ok {
			return 0, false
		}
		acc += uint64(h) * prime2
		acc = bits.RotateLeft64(acc, 31) * prime1
	}
	return acc, true
}

// hashItems is the hash of a tuple: CPython's variant of xxHash.
func (th *Thread) hashItems(items []Value) (int64, bool) {
	acc, ok := th.mixHashes(items)
	if !ok {
		return 0, false
	}
	acc += uint64(len(items)) ^ (prime5 ^ 3527539)
	if acc == ^uint64(0) {
		acc = 1546275796
	}
	return int64(acc), true
}

// reprItems writes the reprs of items, separated by commas. get returns the item at i; false ends, so that a list
// that shrinks meanwhile is safe.
func (th *Thread) reprItems(b *strings.Builder, get func(i int) (Value, bool)) bool {
	for i := 0; ; i++ {
		x, more := get(i)
		if !more {
			return true
		}
		s, ok := th.Repr(x)
		if !ok {
			return false
		}
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(s)
	}
}

// Unpack returns exactly n values of v for a fixed unpacking, in a window the caller releases; false: raised.
func (th *Thread) Unpack(v Value, out []Value) bool {
	switch v.H.Shape {
	case &TupleType.Root:
		return th.unpackItems((*Tuple)(v.Ptr()).Items, out)
	case &ListType.Root:
		return th.unpackItems((*List)(v.Ptr()).Items, out)
	}
	if v.H.Shape.Type.Iter == nil && (v.H.Shape.Type.GetItem == nil || !v.H.Shape.Type.isSequence()) {
		th.TypeError("cannot unpack non-iterable %s object", v.Type().TPName())
		return false
	}
	it := th.Iter(v)
	if it.H == nil {
		return false
	}
	for i := range out {
		x, ok := th.Next(it)
		if !ok {
			return false
		}
		if x.H == nil {
			th.ValueError("not enough values to unpack (expected %d, got %d)", len(out), i)
			return false
		}
		out[i] = x
	}
	x, ok := th.Next(it)
	if ok && x.H != nil {
		th.ValueError("too many values to unpack (expected %d)", len(out))
	}
	return ok && x.H == nil
}

func (th *Thread) unpackItems(items, out []Value) bool {
	if len(items) != len(out) {
		if len(items) < len(out) {
			th.ValueError("not enough values to unpack (expected %d, got %d)", len(out), len(items))
		} else {
			th.ValueError("too many values to unpack (expected %d)", len(out))
		}
		return false
	}
	copy(out, items)
	return true
}

// LengthHint returns operator.length_hint(v, def); -1: raised.
func (th *Thread) LengthHint(v Value, def int) int {
	t := v.H.Shape.Type
	if t.Len != nil {
		if n, ok := t.Len(th, v); ok {
			return n
		}
		if !th.Catch(&TypeErrorType) {
			return -1
		}
	}
	r, ok := th.CallSpecial(v, strLengthHint)
	if !ok {
		return def
	}
	if r.H == nil {
		if th.Catch(&TypeErrorType) {
			return def
		}
		return -1
	}
	if r == NotImplemented {
		return def
	}
	if !r.Is(&IntType) && !r.IsBool() {
		th.TypeError("__length_hint__ must be an integer, not %s", r.Type().TPName())
		return -1
	}
	n, ok := th.AsSize(r)
	if !ok {
		return -1
	}
	if n < 0 {
		th.ValueError("__length_hint__() should return >= 0")
		return -1
	}
	return n
}

var strLengthHint = sharedName("__length_hint__")

// sharedName makes a str that all interpreters share: complete, so that none ever writes to it.
func sharedName(text string) *Str {
	s := NewStr(text)
	s.Hash()
	s.Len()
	return s
}

// ClassGetItemRow gives a builtin type C[args].
var ClassGetItemRow = Method{Name: "__class_getitem__", Flags: ClassMethod, Doc: "See PEP 585",
	F1: func(th *Thread, self, args Value) Value { return NewGenericAlias(self, args) }}

// StepIter returns the next value of it, as Next slots do that call others: what was caught before does not count.
func (th *Thread) StepIter(it Value) Value {
	th.Exc = Value{}
	return it.H.Shape.Type.Next(th, it)
}

// Exhausted ends an iterator: the nil Value without an exception pending.
func (th *Thread) Exhausted() Value {
	th.Exc = Value{}
	return Value{}
}

// Ended reports whether the nil Value an iterator just gave means exhaustion; false: an exception is pending.
func (th *Thread) Ended() bool { return th.Exc.H == nil || th.Catch(&StopIterationType) }

// Call1 calls f with one argument.
func (th *Thread) Call1(f, a Value) Value {
	w := th.Window(1)
	w[0] = a
	r := th.Call(f, w, nil)
	th.Release(w)
	return r
}

// Call2 calls f with two arguments.
func (th *Thread) Call2(f, a, b Value) Value {
	w := th.Window(2)
	w[0], w[1] = a, b
	r := th.Call(f, w, nil)
	th.Release(w)
	return r
}
