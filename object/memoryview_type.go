// The type memoryview: constructor, attributes, methods.
package object

import (
	"fmt"
)

func init() {
	get := func(name string, f func(m *MemoryView) Value) Getset {
		return Getset{Name: name, Get: func(th *Thread, self Value) Value {
			m := (*MemoryView)(self.Ptr())
			if !m.check(th) {
				return Value{}
			}
			return f(m)
		}}
	}
	Define(&MemoryViewType, Spec{Name: "memoryview", Flags: FlagFinal | FlagSequence, Sig: "object", Alloc: Allocator[MemoryView](),
		Doc: "A view of the memory of a bytes-like object.",
		Slots: Slots{New: memoryViewNew, Repr: memoryViewRepr, Hash: memoryViewHash, Compare: memoryViewCompare, Len: memoryViewLen,
			GetItem: memoryViewGetItem, SetItem: memoryViewSetItem, Buffer: memoryViewBuffer, Iter: memoryViewIter},
		Methods: memoryViewMethods,
		Getset: []Getset{
			get("obj", func(m *MemoryView) Value { return m.base.obj }),
			get("nbytes", func(m *MemoryView) Value { return Int(int64(m.nbytes())) }),
			get("itemsize", func(m *MemoryView) Value { return Int(int64(m.itemsize)) }),
			get("format", func(m *MemoryView) Value { return StrValue(m.format) }),
			get("ndim", func(m *MemoryView) Value { return Int(int64(len(m.shape))) }),
			get("shape", func(m *MemoryView) Value { return intTuple(m.shape) }),
			get("strides", func(m *MemoryView) Value { return intTuple(m.strides) }),
			get("suboffsets", func(m *MemoryView) Value { return TupleOf() }),
			get("readonly", func(m *MemoryView) Value { return Bool(m.readonly) }),
			get("c_contiguous", func(m *MemoryView) Value { return Bool(m.contiguous()) }),
			get("f_contiguous", func(m *MemoryView) Value { return Bool(m.fortranContiguous()) }),
			get("contiguous", func(m *MemoryView) Value { return Bool(m.contiguous() || m.fortranContiguous()) }),
		}})
	Define(&memoryIterType, Spec{Name: "memory_iterator", Flags: FlagNoNew | FlagFinal, Alloc: Allocator[memoryIterator](), Slots: Slots{
		Iter: func(th *Thread, v Value) Value { return v }, Next: memoryIterNext}})
}

func intTuple(ns []int) Value {
	items := make([]Value, len(ns))
	for i, n := range ns {
		items[i] = Int(int64(n))
	}
	return NewTuple(items).V()
}

var memoryViewSig = ParseSignature("object")

func memoryViewNew(th *Thread, t *Type, args []Value, kw []*Str) Value {
	var a [1]Value
	if !memoryViewSig.Bind(th, "memoryview", args, kw, a[:]) {
		return Value{}
	}
	return NewMemoryView(th, a[0])
}

func memoryViewRepr(th *Thread, v Value) Value {
	if (*MemoryView)(v.Ptr()).released {
		return StrValue(fmt.Sprintf("<released memory at %p>", v.Ptr()))
	}
	return StrValue(fmt.Sprintf("<memory at %p>", v.Ptr()))
}

func memoryViewHash(th *Thread, v Value) (int64, bool) {
	m := (*MemoryView)(v.Ptr())
	if m.hashed {
		return m.hash, true
	}
	if !m.check(th) {
		return 0, false
	}
	if !m.readonly {
		th.ValueError("cannot hash writable memoryview object")
		return 0, false
	}
	if c := formatChar(m.format); c != 'B' && c != 'b' && c != 'c' {
		th.ValueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'")
		return 0, false
	}
	if _, ok := th.Hash(m.base.obj); !ok {
		return 0, false
	}
	m.hash, m.hashed = int64(hashOctets(bytesAsString(m.bytes()))), true
	return m.hash, true
}

func memoryViewLen(th *Thread, v Value) (int, bool) {
	m := (*MemoryView)(v.Ptr())
	if !m.check(th) {
		return 0, false
	}
	if len(m.shape) == 0 {
		th.TypeError("0-dim memory has no length")
		return 0, false
	}
	return m.shape[0], true
}

// memoryIterator iterates over a one-dimensional memoryview.
type memoryIterator struct {
	Header
	m *MemoryView // nil when exhausted
	i int
}

var memoryIterType Type

func memoryViewIter(th *Thread, v Value) Value {
	m := (*MemoryView)(v.Ptr())
	if !m.check(th) {
		return Value{}
	}
	switch {
	case len(m.shape) == 0:
		return th.TypeError("invalid indexing of 0-dim memory")
	case len(m.shape) > 1:
		return th.Raise(&NotImplementedErrorType, "multi-dimensional sub-views are not implemented")
	case formatChar(m.format) == 0:
		return th.Raisef(&NotImplementedErrorType, "memoryview: format %s not supported", m.format)
	}
	return Value{&(&memoryIterator{Header{&memoryIterType.Root}, m, 0}).Header, 0}
}

func memoryIterNext(th *Thread, v Value) Value {
	it := (*memoryIterator)(v.Ptr())
	if it.m == nil {
		return Value{}
	}
	if !it.m.check(th) {
		return Value{}
	}
	if it.i >= it.m.shape[0] {
		it.m = nil
		return Value{}
	}
	it.i++
	return it.m.item(th, it.m.off+(it.i-1)*it.m.strides[0])
}

// list returns tolist(): nested lists for several dimensions.
func (m *MemoryView) list(th *Thread, off int, shape, strides []int) Value {
	if len(shape) == 0 {
		return m.item(th, off)
	}
	items := make([]Value, shape[0])
	for i := range items {
		if items[i] = m.list(th, off+i*strides[0], shape[1:], strides[1:]); items[i].H == nil {
			return Value{}
		}
	}
	return NewList(items).V()
}

func memoryViewCast(th *Thread, self Value, a []Value) Value {
	m := (*MemoryView)(self.Ptr())
	if !m.check(th) {
		return Value{}
	}
	f, ok := AsStr(a[0])
	if !ok {
		return th.TypeError("cast() argument 'format' must be str, not %s", typeNameOf(a[0]))
	}
	if !m.contiguous() {
		return th.TypeError("memoryview: casts are restricted to C-contiguous views")
	}
	if (a[1].H != nil || len(m.shape) != 1) && hasZero(m.shape, m.strides) {
		return th.TypeError("memoryview: cannot cast view with zeros in shape or strides")
	}
	if a[1].H != nil && !a[1].Is(&ListType) && !a[1].Is(&TupleType) {
		return th.TypeError("shape must be a list or a tuple")
	}
	c := formatChar(f.s)
	if c == 0 {
		return th.ValueError("memoryview: destination format must be a native single character format prefixed with an optional '@'")
	}
	from := formatChar(m.format)
	if from == 0 {
		return th.ValueError("memoryview: source format must be a native single character format prefixed with an optional '@'")
	}
	isByte := func(c byte) bool { return c == 'B' || c == 'b' || c == 'c' }
	if !isByte(c) && !isByte(from) {
		return th.TypeError("memoryview: cannot cast between two non-byte formats")
	}
	n := m.nbytes()
	if n%formatSizes[c] != 0 {
		return th.TypeError("memoryview: length is not a multiple of itemsize")
	}
	shape := []int{n / formatSizes[c]}
	if a[1].H != nil {
		if shape, ok = castShape(th, m, a[1], n, formatSizes[c]); !ok {
			return Value{}
		}
	}
	v := m.derive()
	v.format, v.itemsize, v.shape = f.s, formatSizes[c], shape
	v.strides = make([]int, len(shape))
	step := v.itemsize
	for i := len(shape) - 1; i >= 0; i-- {
		v.strides[i] = step
		step *= shape[i]
	}
	return v.V()
}

func hasZero(shape, strides []int) bool {
	for i := range shape {
		if shape[i] == 0 || strides[i] == 0 {
			return true
		}
	}
	return false
}

func castShape(th *Thread, m *MemoryView, v Value, n, itemsize int) ([]int, bool) {
	var items []Value
	if l, ok := AsList(v); ok {
		items = l.Items
	} else if t, ok := AsTuple(v); ok {
		items = t.Items
	} else {
		th.TypeError("shape must be a list or a tuple")
		return nil, false
	}
	if len(items) > 64 {
		th.ValueError("memoryview: number of dimensions must not exceed 64")
		return nil, false
	}
	if len(m.shape) != 1 && len(items) != 1 {
		th.TypeError("memoryview: cast must be 1D -> ND or ND -> 1D")
		return nil, false
	}
	shape, product := make([]int, len(items)), itemsize
	for i, x := range items {
		if !x.IsSmallInt() && !x.Is(&IntType) {
			th.TypeError("memoryview.cast(): elements of shape must be integers")
			return nil, false
		}
		k, ok := th.AsIndex(x, &OverflowErrorType)
		if !ok {
			return nil, false
		}
		if k <= 0 {
			th.ValueError("memoryview.cast(): elements of shape must be integers > 0")
			return nil, false
		}
		if product > maxInt/k {
			th.ValueError("memoryview.cast(): product(shape) > SSIZE_MAX")
			return nil, false
		}
		shape[i] = k
		product *= k
	}
	if product != n {
		th.TypeError("memoryview: product(shape) * itemsize != buffer size")
		return nil, false
	}
	return shape, true
}

func memoryViewTobytes(th *Thread, self Value, a []Value) Value {
	m := (*MemoryView)(self.Ptr())
	if !m.check(th) {
		return Value{}
	}
	order := "C"
	if a[0].H != nil && !a[0].IsNone() {
		s, ok := AsStr(a[0])
		if !ok {
			return th.TypeError("tobytes() argument 'order' must be str or None, not %s", a[0].Type().TPName())
		}
		if order = s.s; order != "C" && order != "F" && order != "A" {
			return th.ValueError("order must be 'C', 'F' or 'A'")
		}
	}
	if order == "F" || order == "A" && !m.contiguous() && m.fortranContiguous() {
		t := *m
		t.shape, t.strides = reverseInts(m.shape), reverseInts(m.strides)
		return BytesValue(t.bytes())
	}
	return BytesValue(m.bytes())
}

func reverseInts(ns []int) []int {
	out := make([]int, len(ns))
	for i, n := range ns {
		out[len(ns)-1-i] = n
	}
	return out
}

var memoryViewMethods = []Method{
	{Name: "release", F0: func(th *Thread, self Value) Value { return noneIf((*MemoryView)(self.Ptr()).Release(th)) }},
	{Name: "__enter__", F0: func(th *Thread, self Value) Value {
		if !(*MemoryView)(self.Ptr()).check(th) {
			return Value{}
		}
		return self
	}},
	{Name: "__exit__", Sig: "*args", F: func(th *Thread, self Value, a []Value) Value {
		return noneIf((*MemoryView)(self.Ptr()).Release(th))
	}},
	{Name: "tobytes", Sig: "order='C'", F: memoryViewTobytes},
	{Name: "tolist", F0: func(th *Thread, self Value) Value {
		m := (*MemoryView)(self.Ptr())
		if !m.check(th) {
			return Value{}
		}
		return m.list(th, m.off, m.shape, m.strides)
	}},
	{Name: "hex", Sig: "sep=<unrepresentable>, bytes_per_sep=1", F: func(th *Thread, self Value, a []Value) Value {
		m := (*MemoryView)(self.Ptr())
		if !m.check(th) {
			return Value{}
		}
		return hexMethod(th, m.bytes(), a[0], a[1])
	}},
	{Name: "cast", Sig: "format, shape=<unrepresentable>", F: memoryViewCast},
	{Name: "toreadonly", F0: func(th *Thread, self Value) Value {
		m := (*MemoryView)(self.Ptr())
		if !m.check(th) {
			return Value{}
		}
		n := m.derive()
		n.readonly = true
		return n.V()
	}},
}
